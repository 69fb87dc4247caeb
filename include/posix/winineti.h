/* winineti.h: what the library has of the functions of that private header, wininet.h declares. */
#include "../wininet.h"
