/* BaseTsd.h: basetsd.h by another case: Windows does not tell them apart, Linux does. */
#include "basetsd.h"
