/* Wbemidl.h: another name for wbemidl.h. */
#include "wbemidl.h"
