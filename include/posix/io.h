/* io.h: descriptors. Streams are binary here, so there is no mode to set. */
#ifndef _INC_IO
#define _INC_IO

#include "windef.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#define _O_BINARY 0x8000
#define _O_TEXT 0x4000
#define _O_U8TEXT 0x40000
#define _O_U16TEXT 0x20000
#define _fileno fileno
#define _isatty isatty
#define _access access
#define _unlink unlink
#define _close close

WININET_INLINE int _setmode(int descriptor, int mode)
{
    (void)mode;
    return descriptor < 0 ? -1 : _O_BINARY;
}

#endif /* _INC_IO */
