/* oaidl.h: another name for wtypes.h. */
#include "wtypes.h"
