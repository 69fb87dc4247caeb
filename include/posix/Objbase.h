/* Objbase.h: another name for objbase.h. */
#include "objbase.h"
