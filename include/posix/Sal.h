/* Sal.h: sal.h by another case: Windows does not tell them apart, Linux does. */
#include "sal.h"
