/*
 * long32.h: makes long a type of 32 bits, as it is on Windows, for programs that write long for LONG
 * or unsigned long for DWORD. windows.h includes this at its end where WININET_LONG_IS_32_BITS is
 * defined. Of the kit's own.
 *
 * From here on long is int to the compiler. So every header that the program wants comes before this, those of the
 * kit and the usual ones of the system here, and "long long", "long double" and "long int" are no types any more: LONGLONG,
 * double and LONG are.
 */
#ifndef _WININET_LONG32_H
#define _WININET_LONG32_H

#include "../crtdbg.h"
#include "../process.h"
#include "../share.h"
#include "../strsafe.h"
#include "../tchar.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/timeb.h>
#include <sys/types.h>
#include <time.h>
#include <wchar.h>
#include <wctype.h>

#ifdef __cplusplus
extern "C++" {
#include "../comdef.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bitset>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <fstream>
#include <functional>
#include <future>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <limits>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <numeric>
#include <queue>
#include <random>
#include <regex>
#include <set>
#include <sstream>
#include <stack>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>
#if __cplusplus >= 201703L
#include <any>
#include <filesystem>
#include <optional>
#include <string_view>
#include <variant>
#endif
}
#endif

#undef LONG_MAX
#undef LONG_MIN
#undef ULONG_MAX
#define LONG_MAX INT_MAX
#define LONG_MIN INT_MIN
#define ULONG_MAX UINT_MAX

#undef __int64
#define __int64 LONGLONG

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wkeyword-macro"
#endif
#define long int
#ifdef __clang__
#pragma clang diagnostic pop
#endif

#endif /* _WININET_LONG32_H */
