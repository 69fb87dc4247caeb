/* Comdef.h: another name for comdef.h. */
#include "comdef.h"
