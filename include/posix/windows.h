/*
 * windows.h: what a WinINet program takes from the header of that name, when it is built on Linux.
 * docs/porting.md says what there is, and where it ends.
 */
#ifndef _WINDOWS_
#define _WINDOWS_

#include "windef.h"

#include "sal.h"

#include "basetsd.h"
#include "guiddef.h"
#include "kit/hresult.h"
#include "winerror.h"
#include "winnt.h"

#if defined(__GLIBC__) && !defined(__USE_XOPEN2K8)
/* Strict C, and a header of the C library came first: POSIX is out of reach. See docs/porting.md. */
#include "errhandlingapi.h"
#include "kit/localalloc.h"
#include "minwinbase.h"
#else
#include "kit/crtenvironment.h"
#include "kit/crtfile.h"
#include "kit/crtmemory.h"
#include "kit/crtpath.h"
#include "kit/crtprint.h"
#include "kit/crtread.h"
#include "kit/crtscan.h"
#include "kit/crtsecure.h"
#include "kit/crtstring.h"
#include "kit/crttext.h"
#include "kit/crttime.h"
#include "winbase.h"
#include "winuser.h"
#include "kit/wmain.h"
#endif

#ifdef WININET_LONG_IS_32_BITS
#include "kit/long32.h"
#endif

#endif /* _WINDOWS_ */
