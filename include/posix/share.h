/* share.h: who else may open a file, which is not known here. */
#ifndef _INC_SHARE
#define _INC_SHARE

#include "kit/crtfile.h"

#endif /* _INC_SHARE */
