/*
 * libloaderapi.h: modules and their functions, over dlopen and dlsym. "wininet.dll" is
 * libwininet.so.0; other names are given to dlopen as they are. The DLLs of Windows are not here.
 */
#ifndef _APISETLIBLOADER_
#define _APISETLIBLOADER_

#include "errhandlingapi.h"
#include "kit/paths.h"
#include "stringapiset.h"

#include <dlfcn.h>
#include <link.h>
#include <strings.h>
#include <unistd.h>

#define LOAD_LIBRARY_AS_DATAFILE 0x00000002
#define LOAD_WITH_ALTERED_SEARCH_PATH 0x00000008
#define LOAD_LIBRARY_SEARCH_SYSTEM32 0x00000800
#define LOAD_LIBRARY_SEARCH_DEFAULT_DIRS 0x00001000
#define GET_MODULE_HANDLE_EX_FLAG_PIN 0x00000001
#define GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT 0x00000002
#define GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS 0x00000004

/* What dlopen is told for a name. */
WININET_INLINE char *wininet_module_file(const char *name)
{
    char *path = wininet_path(name);
    const char *last = path == NULL ? NULL : strrchr(path, '/');
    last = last == NULL ? path : last + 1;
    if (last != NULL && (strcasecmp(last, "wininet.dll") == 0 || strcasecmp(last, "wininet") == 0)) {
        free(path);
        path = strdup("libwininet.so.0");
    }
    return path;
}

WININET_INLINE HMODULE wininet_load(const char *name, int flags)
{
    char *file = wininet_module_file(name);
    void *module = file == NULL || *file == '\0' ? NULL : dlopen(file, flags);
    free(file);
    if (module == NULL) {
        SetLastError(name == NULL ? ERROR_INVALID_PARAMETER : ERROR_MOD_NOT_FOUND);
    }
    return module;
}

WININET_INLINE HMODULE LoadLibraryA(LPCSTR lpLibFileName)
{
    return wininet_load(lpLibFileName, RTLD_NOW);
}

WININET_INLINE HMODULE LoadLibraryW(LPCWSTR lpLibFileName)
{
    char *name = wininet_narrow(lpLibFileName);
    HMODULE module = LoadLibraryA(name);
    free(name);
    return module;
}

WININET_INLINE HMODULE LoadLibraryExA(LPCSTR lpLibFileName, HANDLE hFile, DWORD dwFlags)
{
    (void)hFile;
    (void)dwFlags;
    return LoadLibraryA(lpLibFileName);
}

WININET_INLINE HMODULE LoadLibraryExW(LPCWSTR lpLibFileName, HANDLE hFile, DWORD dwFlags)
{
    (void)hFile;
    (void)dwFlags;
    return LoadLibraryW(lpLibFileName);
}

WININET_INLINE BOOL FreeLibrary(HMODULE hLibModule)
{
    if (hLibModule == NULL || dlclose(hLibModule) != 0) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    return TRUE;
}

/** A module that is loaded; of NULL the program. Not to be freed. */
WININET_INLINE HMODULE GetModuleHandleA(LPCSTR lpModuleName)
{
    HMODULE module = lpModuleName == NULL ? dlopen(NULL, RTLD_NOW)
                                          : wininet_load(lpModuleName, RTLD_NOW | RTLD_NOLOAD);
    if (module != NULL) {
        /* The module stays as often loaded as it was. */
        dlclose(module);
    }
    return module;
}

WININET_INLINE HMODULE GetModuleHandleW(LPCWSTR lpModuleName)
{
    char *name = wininet_narrow(lpModuleName);
    HMODULE module = GetModuleHandleA(name);
    free(name);
    return module;
}

/* dladdr, which dlfcn.h keeps back from programs that do not ask for all of GNU. */
struct wininet_address {
    const char *file;
    void *base;
    const char *symbol;
    void *address;
};
EXTERN_C int wininet_dladdr(const void *address, struct wininet_address *of) __asm__("dladdr");

/* The module that an address lies in, once more loaded. */
WININET_INLINE HMODULE wininet_module_at(const void *address, int flags)
{
    struct wininet_address of;
    void *module = NULL;
    if (wininet_dladdr(address, &of) != 0) {
        module = dlopen(of.file, flags);
        /* The program is known by no name. */
        module = module == NULL ? dlopen(NULL, RTLD_NOW) : module;
    }
    return module;
}

/* With the module once more loaded, unless the flags say that it is not to be. */
WININET_INLINE BOOL wininet_module_handle(DWORD flags, const char *name, const void *address, HMODULE *to)
{
    const int how = RTLD_NOW | RTLD_NOLOAD | (flags & GET_MODULE_HANDLE_EX_FLAG_PIN ? RTLD_NODELETE : 0);
    if (to == NULL || flags & ~(DWORD)7 ||
        (flags & (GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT)) == 3) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    *to = flags & GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS ? wininet_module_at(address, how)
          : name == NULL                                 ? dlopen(NULL, RTLD_NOW)
                                                         : wininet_load(name, how);
    if (*to == NULL) {
        SetLastError(ERROR_MOD_NOT_FOUND);
    } else if (flags & GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT) {
        dlclose(*to);
    }
    return *to != NULL;
}

/** A module that is loaded, by its name or by an address in it. It is to be freed, unless the flags say otherwise. */
WININET_INLINE BOOL GetModuleHandleExA(DWORD dwFlags, LPCSTR lpModuleName, HMODULE *phModule)
{
    return wininet_module_handle(dwFlags, lpModuleName, lpModuleName, phModule);
}

WININET_INLINE BOOL GetModuleHandleExW(DWORD dwFlags, LPCWSTR lpModuleName, HMODULE *phModule)
{
    char *name = dwFlags & GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS ? NULL : wininet_narrow(lpModuleName);
    const BOOL found = wininet_module_handle(dwFlags, name, lpModuleName, phModule);
    free(name);
    return found;
}

/** The address of a function, by its name. */
WININET_INLINE FARPROC GetProcAddress(HMODULE hModule, LPCSTR lpProcName)
{
    /* A small number is an ordinal, which there are none of here. */
    void *address = (uintptr_t)lpProcName <= 0xFFFF || hModule == NULL ? NULL : dlsym(hModule, lpProcName);
    FARPROC function;
    if (address == NULL) {
        SetLastError(hModule == NULL ? ERROR_INVALID_HANDLE : ERROR_PROC_NOT_FOUND);
    }
    memcpy(&function, &address, sizeof(function));
    return function;
}

/* The path of a module, of NULL that of the program. */
WININET_INLINE BOOL wininet_module_path(HMODULE module, char *path, size_t size)
{
    /* What dlopen gives begins with the public part of the loader's entry. */
    const char *name = module == NULL ? "" : ((const struct link_map *)module)->l_name;
    const ssize_t length = *name != '\0' ? snprintf(path, size, "%s", name)
                                         : readlink("/proc/self/exe", path, size - 1);
    if (length < 0 || (size_t)length >= size) {
        return wininet_fail_errno();
    }
    path[length] = '\0';
    return TRUE;
}

/* As on Windows a path that is too long is cut off, and has a NUL. */
WININET_INLINE DWORD GetModuleFileNameA(HMODULE hModule, LPSTR lpFilename, DWORD nSize)
{
    char path[4096];
    if (!wininet_module_path(hModule, path, sizeof(path))) {
        return 0;
    }
    if (strlen(path) >= nSize) {
        if (nSize > 0) {
            memcpy(lpFilename, path, nSize - 1);
            lpFilename[nSize - 1] = '\0';
        }
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return nSize;
    }
    return wininet_give(path, nSize, lpFilename);
}

WININET_INLINE DWORD GetModuleFileNameW(HMODULE hModule, LPWSTR lpFilename, DWORD nSize)
{
    char path[4096];
    WCHAR *wide;
    DWORD length;
    if (!wininet_module_path(hModule, path, sizeof(path)) || (wide = wininet_widen(path)) == NULL) {
        return 0;
    }
    length = (DWORD)wcslen(wide);
    if (length >= nSize) {
        if (nSize > 0) {
            memcpy(lpFilename, wide, (nSize - 1) * sizeof(WCHAR));
            lpFilename[nSize - 1] = L'\0';
        }
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        length = nSize;
    } else {
        memcpy(lpFilename, wide, (length + 1) * sizeof(WCHAR));
    }
    free(wide);
    return length;
}

WININET_INLINE BOOL DisableThreadLibraryCalls(HMODULE hLibModule)
{
    (void)hLibModule;
    return TRUE;
}

#ifdef UNICODE
#define LoadLibrary LoadLibraryW
#define LoadLibraryEx LoadLibraryExW
#define GetModuleHandle GetModuleHandleW
#define GetModuleHandleEx GetModuleHandleExW
#define GetModuleFileName GetModuleFileNameW
#else
#define LoadLibrary LoadLibraryA
#define LoadLibraryEx LoadLibraryExA
#define GetModuleHandle GetModuleHandleA
#define GetModuleHandleEx GetModuleHandleExA
#define GetModuleFileName GetModuleFileNameA
#endif

#endif /* _APISETLIBLOADER_ */
