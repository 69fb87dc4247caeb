/*
 * wbemidl.h: the interfaces of WMI, by the name that programs include.
 *
 * A `long` has 32 bits on Windows and 64 here. A program that declares a method with LONG and defines it
 * with long compiles with -DWMI_LLP64, which makes them one from here on: see posix/kit/long32.h.
 */
#ifndef __wbemidl_h__
#define __wbemidl_h__

#include "wbemcli.h"

#if defined(WMI_LLP64) || defined(WININET_LONG_IS_32_BITS)
#include "posix/kit/long32.h"
#endif

#endif /* __wbemidl_h__ */
