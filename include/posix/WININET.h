/* WININET.h: wininet.h by another case: Windows does not tell them apart, Linux does. */
#include "../wininet.h"
