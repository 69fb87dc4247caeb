/*
 * wmain.h: programs that begin with wmain, or with _tmain and _UNICODE. Of the kit's own.
 *
 * The name of wmain is a macro. Where a program defines it, a main comes in front, which calls it
 * with the arguments as WCHARs; the definition itself stays, whatever its parameters and its result.
 * It may not be declared elsewhere, which programs have no reason for.
 */
#ifndef _WININET_WMAIN_H
#define _WININET_WMAIN_H

#include "../stringapiset.h"

#include <locale.h>
#include <unistd.h>

/* wmain by the name that the linker knows: it may have two parameters, or three, or none. */
EXTERN_C int wininet_wmain(int argc, WCHAR **argv, WCHAR **environment) __asm__("wmain");

EXTERN_C char **environ;

/* The same strings as WCHARs, for as long as the program runs. */
WININET_INLINE WCHAR **wininet_widen_all(char **strings)
{
    size_t count = 0, i;
    WCHAR **wide;
    while (strings[count] != NULL) {
        count++;
    }
    wide = (WCHAR **)malloc((count + 1) * sizeof(*wide));
    for (i = 0; wide != NULL && i < count; i++) {
        wide[i] = wininet_widen(strings[i]);
    }
    if (wide != NULL) {
        wide[count] = NULL;
    }
    return wide;
}

WININET_INLINE void wininet_free_all(WCHAR **strings)
{
    size_t i;
    for (i = 0; strings != NULL && strings[i] != NULL; i++) {
        free(strings[i]);
    }
    free(strings);
}

/* Runs wmain. Wide functions of the C library take UTF-8 for what is outside. */
WININET_INLINE int wininet_run_wmain(int argc, char **argv, BOOL has_result)
{
    WCHAR **wide = wininet_widen_all(argv), **environment = wininet_widen_all(environ);
    int result;
    if (wide == NULL || environment == NULL) {
        return 1;
    }
    setlocale(LC_CTYPE, "C.UTF-8");
    result = wininet_wmain(argc, wide, environment);
    wininet_free_all(wide);
    wininet_free_all(environment);
    return has_result ? result : 0;
}

#ifdef __cplusplus
extern "C++" {
template <class Result>
struct wininet_has_result {
    enum { value = 1 };
};
template <>
struct wininet_has_result<void> {
    enum { value = 0 };
};
}
#define WININET_HAS_RESULT(call) wininet_has_result<decltype(call)>::value
#else
#define WININET_HAS_RESULT(call) (!__builtin_types_compatible_p(__typeof__(call), void))
#endif

/* What stands before the name becomes the result of a function that is only declared. */
#define wmain \
    wininet_of_wmain(void); \
    int main(int argc, char **argv) \
    { \
        return wininet_run_wmain(argc, argv, WININET_HAS_RESULT(wininet_of_wmain())); \
    } \
    WININET_C_LINKAGE __typeof__(wininet_of_wmain()) wmain

#ifdef __cplusplus
#define WININET_C_LINKAGE extern "C"
#else
#define WININET_C_LINKAGE
#endif

#endif /* _WININET_WMAIN_H */
