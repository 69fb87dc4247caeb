/* OleAuto.h: another name for oleauto.h. */
#include "oleauto.h"
