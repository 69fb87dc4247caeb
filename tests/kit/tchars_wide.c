/* tchars_wide.c: the same with WCHAR. */
#define UNICODE
#define _UNICODE
#include "tchars.c"
