/*
 * Uses what wininet.h declares, in C and C++: the header twice, a few types of each kind, and the
 * functions by the names that UNICODE decides.
 */
#include <windows.h>
#include <wininet.h>
#include <tchar.h>
#include <wininet.h>

/* Each of these fails to compile unless the plain name means the right form. */
extern HINTERNET(WINAPI *open_session)(LPCTSTR, DWORD, LPCTSTR, LPCTSTR, DWORD);
extern HINTERNET(WINAPI *open_connection)(HINTERNET, LPCTSTR, INTERNET_PORT, LPCTSTR, LPCTSTR,
    DWORD, DWORD, DWORD_PTR);
extern HINTERNET(WINAPI *open_request)(HINTERNET, LPCTSTR, LPCTSTR, LPCTSTR, LPCTSTR, LPCTSTR *,
    DWORD, DWORD_PTR);
extern HINTERNET(WINAPI *open_url)(HINTERNET, LPCTSTR, LPCTSTR, DWORD, DWORD, DWORD_PTR);
extern BOOL(WINAPI *send_request)(HINTERNET, LPCTSTR, DWORD, LPVOID, DWORD);
extern BOOL(WINAPI *read_file)(HINTERNET, LPVOID, DWORD, LPDWORD);
extern BOOL(WINAPI *read_file_ex)(HINTERNET, LPINTERNET_BUFFERS, DWORD, DWORD_PTR);
extern BOOL(WINAPI *query_data)(HINTERNET, LPDWORD, DWORD, DWORD_PTR);
extern BOOL(WINAPI *query_info)(HINTERNET, DWORD, LPVOID, LPDWORD, LPDWORD);
extern BOOL(WINAPI *add_headers)(HINTERNET, LPCTSTR, DWORD, DWORD);
extern INTERNET_STATUS_CALLBACK(WINAPI *set_callback)(HINTERNET, INTERNET_STATUS_CALLBACK);
extern BOOL(WINAPI *set_option)(HINTERNET, DWORD, LPVOID, DWORD);
extern BOOL(WINAPI *query_option)(HINTERNET, DWORD, LPVOID, LPDWORD);
extern BOOL(WINAPI *close_handle)(HINTERNET);
extern BOOL(WINAPI *last_response)(LPDWORD, LPTSTR, LPDWORD);
extern BOOL(WINAPI *crack_url)(LPCTSTR, DWORD, DWORD, LPURL_COMPONENTS);
extern BOOL(WINAPI *create_url)(LPURL_COMPONENTS, DWORD, LPTSTR, LPDWORD);
extern BOOL(WINAPI *canonicalize_url)(LPCTSTR, LPTSTR, LPDWORD, DWORD);
extern BOOL(WINAPI *combine_url)(LPCTSTR, LPCTSTR, LPTSTR, LPDWORD, DWORD);
extern BOOL(WINAPI *write_time)(const SYSTEMTIME *, DWORD, LPTSTR, DWORD);
extern BOOL(WINAPI *read_time)(LPCTSTR, SYSTEMTIME *, DWORD);
extern BOOL(WINAPI *connected_state)(LPDWORD, LPTSTR, DWORD, DWORD);
extern BOOL(WINAPI *check_connection)(LPCTSTR, DWORD, DWORD);
extern BOOL(WINAPI *go_online)(LPCTSTR, HWND, DWORD);
extern LPCSTR(WINAPI *error_text)(DWORD);
extern HLOCAL(WINAPI *free_local)(HLOCAL);

HINTERNET(WINAPI *open_session)(LPCTSTR, DWORD, LPCTSTR, LPCTSTR, DWORD) = InternetOpen;
HINTERNET(WINAPI *open_connection)(HINTERNET, LPCTSTR, INTERNET_PORT, LPCTSTR, LPCTSTR,
    DWORD, DWORD, DWORD_PTR) = InternetConnect;
HINTERNET(WINAPI *open_request)(HINTERNET, LPCTSTR, LPCTSTR, LPCTSTR, LPCTSTR, LPCTSTR *,
    DWORD, DWORD_PTR) = HttpOpenRequest;
HINTERNET(WINAPI *open_url)(HINTERNET, LPCTSTR, LPCTSTR, DWORD, DWORD, DWORD_PTR) =
    InternetOpenUrl;
BOOL(WINAPI *send_request)(HINTERNET, LPCTSTR, DWORD, LPVOID, DWORD) = HttpSendRequest;
BOOL(WINAPI *read_file)(HINTERNET, LPVOID, DWORD, LPDWORD) = InternetReadFile;
BOOL(WINAPI *read_file_ex)(HINTERNET, LPINTERNET_BUFFERS, DWORD, DWORD_PTR) = InternetReadFileEx;
BOOL(WINAPI *query_data)(HINTERNET, LPDWORD, DWORD, DWORD_PTR) = InternetQueryDataAvailable;
BOOL(WINAPI *query_info)(HINTERNET, DWORD, LPVOID, LPDWORD, LPDWORD) = HttpQueryInfo;
BOOL(WINAPI *add_headers)(HINTERNET, LPCTSTR, DWORD, DWORD) = HttpAddRequestHeaders;
INTERNET_STATUS_CALLBACK(WINAPI *set_callback)(HINTERNET, INTERNET_STATUS_CALLBACK) =
    InternetSetStatusCallback;
BOOL(WINAPI *set_option)(HINTERNET, DWORD, LPVOID, DWORD) = InternetSetOption;
BOOL(WINAPI *query_option)(HINTERNET, DWORD, LPVOID, LPDWORD) = InternetQueryOption;
BOOL(WINAPI *close_handle)(HINTERNET) = InternetCloseHandle;
BOOL(WINAPI *last_response)(LPDWORD, LPTSTR, LPDWORD) = InternetGetLastResponseInfo;
BOOL(WINAPI *crack_url)(LPCTSTR, DWORD, DWORD, LPURL_COMPONENTS) = InternetCrackUrl;
BOOL(WINAPI *create_url)(LPURL_COMPONENTS, DWORD, LPTSTR, LPDWORD) = InternetCreateUrl;
BOOL(WINAPI *canonicalize_url)(LPCTSTR, LPTSTR, LPDWORD, DWORD) = InternetCanonicalizeUrl;
BOOL(WINAPI *combine_url)(LPCTSTR, LPCTSTR, LPTSTR, LPDWORD, DWORD) = InternetCombineUrl;
BOOL(WINAPI *write_time)(const SYSTEMTIME *, DWORD, LPTSTR, DWORD) = InternetTimeFromSystemTime;
BOOL(WINAPI *read_time)(LPCTSTR, SYSTEMTIME *, DWORD) = InternetTimeToSystemTime;
BOOL(WINAPI *connected_state)(LPDWORD, LPTSTR, DWORD, DWORD) = InternetGetConnectedStateEx;
BOOL(WINAPI *check_connection)(LPCTSTR, DWORD, DWORD) = InternetCheckConnection;
BOOL(WINAPI *go_online)(LPCTSTR, HWND, DWORD) = InternetGoOnline;
LPCSTR(WINAPI *error_text)(DWORD) = WininetErrorText;

/* What the library allocates is freed by this. */
HLOCAL(WINAPI *free_local)(HLOCAL) = LocalFree;

/* A program may declare functions as the header does. */
BOOLAPI ProgramsOwnBool(HINTERNET handle);
INTERNETAPI_(DWORD) ProgramsOwnNumber(void);

#ifdef __cplusplus
extern "C" void CALLBACK status(HINTERNET, DWORD_PTR, DWORD, LPVOID, DWORD);
extern "C" DWORD use(HINTERNET);
#else
void CALLBACK status(HINTERNET, DWORD_PTR, DWORD, LPVOID, DWORD);
DWORD use(HINTERNET);
#endif

void CALLBACK status(HINTERNET handle, DWORD_PTR context, DWORD code, LPVOID information,
    DWORD length)
{
    (void)handle;
    (void)context;
    switch (code) {
    case INTERNET_STATUS_REQUEST_COMPLETE: {
        INTERNET_ASYNC_RESULT *result = (LPINTERNET_ASYNC_RESULT)information;
        if (length == sizeof(*result) && result->dwError != ERROR_SUCCESS) {
            SetLastError(result->dwError);
        }
        break;
    }
    default:
        break;
    }
}

DWORD use(HINTERNET handle)
{
    INTERNET_SCHEME scheme = INTERNET_SCHEME_UNKNOWN;
    INTERNET_PORT port = INTERNET_DEFAULT_HTTPS_PORT;
    INTERNET_BUFFERS buffers;
    URL_COMPONENTS parts;
    DWORD flags = INTERNET_FLAG_RELOAD | INTERNET_FLAG_SECURE | SECURITY_FLAG_IGNORE_UNKNOWN_CA;
    LPCTSTR text = _T("text");
    LPCTSTR version = HTTP_VERSION;

    if (set_callback(handle, status) == INTERNET_INVALID_STATUS_CALLBACK) {
        return GetLastError();
    }
    buffers.dwStructSize = sizeof(buffers);
    buffers.Next = NULL;
    parts.nScheme = scheme;
    parts.nPort = port;
    return flags + buffers.dwStructSize + parts.nPort + (DWORD)(text[0] == version[0]);
}
