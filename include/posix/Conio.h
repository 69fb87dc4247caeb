/* Conio.h: conio.h by another case: Windows does not tell them apart, Linux does. */
#include "conio.h"
