/* Process.h: process.h by another case: Windows does not tell them apart, Linux does. */
#include "process.h"
