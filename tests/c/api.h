/*
 * api.h: the library's functions, for each program of this folder.
 *
 * As it is, they are linked. With -DDLOPEN each of them is found by name, as programs do that load
 * the library at run time: the names below become variables that hold their addresses.
 */
#ifndef API_H
#define API_H

#include <windows.h>
#include <wininet.h>

#ifdef DLOPEN

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#define API_FUNCTIONS(X) \
    X(GetLastError) \
    X(SetLastError) \
    X(HttpAddRequestHeadersA) \
    X(HttpAddRequestHeadersW) \
    X(HttpOpenRequestA) \
    X(HttpOpenRequestW) \
    X(HttpQueryInfoA) \
    X(HttpQueryInfoW) \
    X(HttpSendRequestA) \
    X(HttpSendRequestW) \
    X(InternetCloseHandle) \
    X(InternetConnectA) \
    X(InternetConnectW) \
    X(InternetCrackUrlA) \
    X(InternetCrackUrlW) \
    X(InternetFreeCookies) \
    X(InternetGetCookieA) \
    X(InternetGetCookieEx2) \
    X(InternetGetCookieW) \
    X(InternetGetLastResponseInfoA) \
    X(InternetGetLastResponseInfoW) \
    X(InternetOpenA) \
    X(InternetOpenW) \
    X(InternetOpenUrlA) \
    X(InternetOpenUrlW) \
    X(InternetQueryDataAvailable) \
    X(InternetQueryOptionA) \
    X(InternetQueryOptionW) \
    X(InternetReadFile) \
    X(InternetReadFileExA) \
    X(InternetReadFileExW) \
    X(InternetSetCookieA) \
    X(InternetSetCookieExA) \
    X(InternetSetOptionA) \
    X(InternetSetOptionW) \
    X(InternetSetStatusCallback) \
    X(InternetSetStatusCallbackA) \
    X(InternetSetStatusCallbackW) \
    X(InternetCanonicalizeUrlA) \
    X(InternetCanonicalizeUrlW) \
    X(InternetCombineUrlA) \
    X(InternetCombineUrlW) \
    X(InternetCreateUrlA) \
    X(InternetCreateUrlW) \
    X(InternetTimeFromSystemTime) \
    X(InternetTimeFromSystemTimeW) \
    X(InternetTimeToSystemTime) \
    X(InternetTimeToSystemTimeW) \
    X(InternetGetConnectedStateExW) \
    X(WininetErrorName) \
    X(WininetErrorText)

#ifdef __cplusplus
#define API_TYPE(name) decltype(&name)
#else
#define API_TYPE(name) __typeof__(&name)
#endif

#define API_VARIABLE(name) static API_TYPE(name) api_##name;
API_FUNCTIONS(API_VARIABLE)

static void *api_library;

static void *api_find(const char *name)
{
    void *found = dlsym(api_library, name);
    if (found == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        _Exit(3);
    }
    return found;
}

/* ISO C has no cast from an object's address to a function's; this is the way POSIX shows. */
#define API_LOAD(name) *(void **)&api_##name = api_find(#name);

__attribute__((constructor)) static void api_open(void)
{
    api_library = dlopen("libwininet.so.0", RTLD_NOW | RTLD_LOCAL);
    if (api_library == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        _Exit(3);
    }
    API_FUNCTIONS(API_LOAD)
}

/* The library stays in memory all the same: it has threads. */
__attribute__((destructor)) static void api_close(void)
{
    dlclose(api_library);
}

#define GetLastError api_GetLastError
#define SetLastError api_SetLastError
#define HttpAddRequestHeadersA api_HttpAddRequestHeadersA
#define HttpAddRequestHeadersW api_HttpAddRequestHeadersW
#define HttpOpenRequestA api_HttpOpenRequestA
#define HttpOpenRequestW api_HttpOpenRequestW
#define HttpQueryInfoA api_HttpQueryInfoA
#define HttpQueryInfoW api_HttpQueryInfoW
#define HttpSendRequestA api_HttpSendRequestA
#define HttpSendRequestW api_HttpSendRequestW
#define InternetCloseHandle api_InternetCloseHandle
#define InternetConnectA api_InternetConnectA
#define InternetConnectW api_InternetConnectW
#define InternetCrackUrlA api_InternetCrackUrlA
#define InternetCrackUrlW api_InternetCrackUrlW
#define InternetFreeCookies api_InternetFreeCookies
#define InternetGetCookieA api_InternetGetCookieA
#define InternetGetCookieEx2 api_InternetGetCookieEx2
#define InternetGetCookieW api_InternetGetCookieW
#define InternetGetLastResponseInfoA api_InternetGetLastResponseInfoA
#define InternetGetLastResponseInfoW api_InternetGetLastResponseInfoW
#define InternetOpenA api_InternetOpenA
#define InternetOpenW api_InternetOpenW
#define InternetOpenUrlA api_InternetOpenUrlA
#define InternetOpenUrlW api_InternetOpenUrlW
#define InternetQueryDataAvailable api_InternetQueryDataAvailable
#define InternetQueryOptionA api_InternetQueryOptionA
#define InternetQueryOptionW api_InternetQueryOptionW
#define InternetReadFile api_InternetReadFile
#define InternetReadFileExA api_InternetReadFileExA
#define InternetReadFileExW api_InternetReadFileExW
#define InternetSetCookieA api_InternetSetCookieA
#define InternetSetCookieExA api_InternetSetCookieExA
#define InternetSetOptionA api_InternetSetOptionA
#define InternetSetOptionW api_InternetSetOptionW
#define InternetSetStatusCallback api_InternetSetStatusCallback
#define InternetSetStatusCallbackA api_InternetSetStatusCallbackA
#define InternetSetStatusCallbackW api_InternetSetStatusCallbackW
#define InternetCanonicalizeUrlA api_InternetCanonicalizeUrlA
#define InternetCanonicalizeUrlW api_InternetCanonicalizeUrlW
#define InternetCombineUrlA api_InternetCombineUrlA
#define InternetCombineUrlW api_InternetCombineUrlW
#define InternetCreateUrlA api_InternetCreateUrlA
#define InternetCreateUrlW api_InternetCreateUrlW
#define InternetTimeFromSystemTime api_InternetTimeFromSystemTime
#define InternetTimeFromSystemTimeW api_InternetTimeFromSystemTimeW
#define InternetTimeToSystemTime api_InternetTimeToSystemTime
#define InternetTimeToSystemTimeW api_InternetTimeToSystemTimeW
#define InternetGetConnectedStateExW api_InternetGetConnectedStateExW
#define WininetErrorName api_WininetErrorName
#define WininetErrorText api_WininetErrorText

#endif /* DLOPEN */

#endif
