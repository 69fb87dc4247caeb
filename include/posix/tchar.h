/*
 * tchar.h: one set of names for char and WCHAR. With _UNICODE they are the functions of WCHAR.
 */
#ifndef _INC_TCHAR
#define _INC_TCHAR

#include "windef.h"

#include "kit/crtfile.h"
#include "kit/crtprint.h"
#include "kit/crtstring.h"
#include "kit/wmain.h"

#include <unistd.h>

#ifdef _UNICODE
typedef WCHAR _TCHAR;
#define _TEOF WEOF
#define _T(quote) L##quote
#define _TEXT(quote) L##quote
#else
typedef char _TCHAR;
#define _TEOF EOF
#define _T(quote) quote
#define _TEXT(quote) quote
#endif
#define __T(quote) _T(quote)
typedef _TCHAR _TSCHAR, _TUCHAR, _TXCHAR;
typedef wint_t _TINT;

#ifdef _UNICODE
#define _tcslen wcslen
#define _tcsclen wcslen
#define _tcsnlen wcsnlen
#define _tcscpy wcscpy
#define _tcsncpy wcsncpy
#define _tcscpy_s wcscpy_s
#define _tcsncpy_s wcsncpy_s
#define _tcscat wcscat
#define _tcsncat wcsncat
#define _tcscat_s wcscat_s
#define _tcsncat_s wcsncat_s
#define _tcscmp wcscmp
#define _tcsncmp wcsncmp
#define _tcsccmp wcscmp
#define _tcsicmp wcscasecmp
#define _tcsnicmp wcsncasecmp
#define _tcsncicmp wcsncasecmp
#define _tcscoll wcscoll
#define _tcschr wcschr
#define _tcsrchr wcsrchr
#define _tcsstr wcsstr
#define _tcspbrk wcspbrk
#define _tcsspn wcsspn
#define _tcscspn wcscspn
#define _tcstok wininet_wcstok
#define _tcstok_s wcstok_s
#define _tcsdup wcsdup
#define _tcslwr _wcslwr
#define _tcsupr _wcsupr
#define _tcstol wcstol
#define _tcstoul wcstoul
#define _tcstoi64 wcstoll
#define _tcstoui64 wcstoull
#define _tcstod wcstod
#define _ttoi _wtoi
#define _tstoi _wtoi
#define _ttol _wtol
#define _tstol _wtol
#define _ttoi64 _wtoi64
#define _tstoi64 _wtoi64
#define _ttof _wtof
#define _tstof _wtof
#define _itot _itow
#define _ltot _ltow
#define _ultot _ultow
#define _i64tot _i64tow
#define _tprintf wprintf
#define _tprintf_s wprintf_s
#define _ftprintf fwprintf
#define _ftprintf_s fwprintf_s
#define _stprintf _swprintf
#define _stprintf_s swprintf_s
#define _sntprintf _snwprintf
#define _sntprintf_s _snwprintf_s
#define _sctprintf _scwprintf
#define _vtprintf vwprintf
#define _vftprintf vfwprintf
#define _vstprintf _vswprintf
#define _vstprintf_s vswprintf_s
#define _vsntprintf _vsnwprintf
#define _vsntprintf_s _vsnwprintf_s
#define _vsctprintf _vscwprintf
#define _stscanf swscanf
#define _putts _putws
#define _fputts fputws
#define _fgetts fgetws
#define _puttchar putwchar
#define _puttc putwc
#define _fputtc fputwc
#define _gettchar getwchar
#define _gettc getwc
#define _fgettc fgetwc
#define _tfopen _wfopen
#define _tfopen_s _wfopen_s
#define _tremove _wremove
#define _tunlink _wunlink
#define _istalpha iswalpha
#define _istdigit iswdigit
#define _istalnum iswalnum
#define _istspace iswspace
#define _istupper iswupper
#define _istlower iswlower
#define _istxdigit iswxdigit
#define _istpunct iswpunct
#define _istprint iswprint
#define _totupper towupper
#define _totlower towlower
#define _tmain wmain
#else
#define _tcslen strlen
#define _tcsclen strlen
#define _tcsnlen strnlen
#define _tcscpy strcpy
#define _tcsncpy strncpy
#define _tcscpy_s strcpy_s
#define _tcsncpy_s strncpy_s
#define _tcscat strcat
#define _tcsncat strncat
#define _tcscat_s strcat_s
#define _tcsncat_s strncat_s
#define _tcscmp strcmp
#define _tcsncmp strncmp
#define _tcsccmp strcmp
#define _tcsicmp strcasecmp
#define _tcsnicmp strncasecmp
#define _tcsncicmp strncasecmp
#define _tcscoll strcoll
#define _tcschr strchr
#define _tcsrchr strrchr
#define _tcsstr strstr
#define _tcspbrk strpbrk
#define _tcsspn strspn
#define _tcscspn strcspn
#define _tcstok strtok
#define _tcstok_s strtok_s
#define _tcsdup strdup
#define _tcslwr _strlwr
#define _tcsupr _strupr
#define _tcstol strtol
#define _tcstoul strtoul
#define _tcstoi64 strtoll
#define _tcstoui64 strtoull
#define _tcstod strtod
#define _ttoi atoi
#define _tstoi atoi
#define _ttol atol
#define _tstol atol
#define _ttoi64 atoll
#define _tstoi64 atoll
#define _ttof atof
#define _tstof atof
#define _itot _itoa
#define _ltot _ltoa
#define _ultot _ultoa
#define _i64tot _i64toa
#define _tprintf printf
#define _tprintf_s printf_s
#define _ftprintf fprintf
#define _ftprintf_s fprintf_s
#define _stprintf sprintf
#define _stprintf_s sprintf_s
#define _sntprintf _snprintf
#define _sntprintf_s _snprintf_s
#define _sctprintf _scprintf
#define _vtprintf vprintf
#define _vftprintf vfprintf
#define _vstprintf vsprintf
#define _vstprintf_s vsprintf_s
#define _vsntprintf _vsnprintf
#define _vsntprintf_s _vsnprintf_s
#define _vsctprintf _vscprintf
#define _stscanf sscanf
#define _putts puts
#define _fputts fputs
#define _fgetts fgets
#define _puttchar putchar
#define _puttc putc
#define _fputtc fputc
#define _gettchar getchar
#define _gettc getc
#define _fgettc fgetc
#define _tfopen fopen
#define _tfopen_s fopen_s
#define _tremove remove
#define _tunlink unlink
#define _istalpha isalpha
#define _istdigit isdigit
#define _istalnum isalnum
#define _istspace isspace
#define _istupper isupper
#define _istlower islower
#define _istxdigit isxdigit
#define _istpunct ispunct
#define _istprint isprint
#define _totupper toupper
#define _totlower tolower
#define _tmain main
#endif

#define _tcsinc(string) ((string) + 1)
#define _tcsdec(start, string) ((string) - 1)
#define _tcsnextc(string) (*(string))
#define _tccmp(one, other) ((one)[0] - (other)[0])

#endif /* _INC_TCHAR */
