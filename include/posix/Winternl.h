/* Winternl.h: winternl.h by another case: Windows does not tell them apart, Linux does. */
#include "winternl.h"
