/* ole2.h: another name for objbase.h. */
#include "objbase.h"
#include "oleauto.h"
