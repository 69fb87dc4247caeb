/* objidlbase.h: another name for objidl.h. */
#include "objidl.h"
