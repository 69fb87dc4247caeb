/* proxy_options.c: proxies in C's structs; what the library allocates, the program frees. */
#include <string.h>

#include "record.h"

static void set_bypass(HINTERNET session)
{
    INTERNET_PER_CONN_OPTION option;
    INTERNET_PER_CONN_OPTION_LIST list;
    char bypass[] = "*.example.com;<local>";

    memset(&list, 0, sizeof list);
    option.dwOption = INTERNET_PER_CONN_PROXY_BYPASS;
    option.Value.pszValue = bypass;
    list.dwSize = sizeof list;
    list.dwOptionCount = 1;
    list.pOptions = &option;
    printf("set %d\n", InternetSetOption(session, INTERNET_OPTION_PER_CONNECTION_OPTION, &list,
                                         sizeof list));
}

static void ask_list(HINTERNET session)
{
    INTERNET_PER_CONN_OPTIONW options[4];
    INTERNET_PER_CONN_OPTION_LISTW list;
    DWORD size = sizeof list;

    memset(&list, 0, sizeof list);
    options[0].dwOption = INTERNET_PER_CONN_FLAGS;
    options[1].dwOption = INTERNET_PER_CONN_PROXY_SERVER;
    options[2].dwOption = INTERNET_PER_CONN_PROXY_BYPASS;
    options[3].dwOption = INTERNET_PER_CONN_AUTOCONFIG_URL;
    list.dwSize = sizeof list;
    list.dwOptionCount = 4;
    list.pOptions = options;
    BOOL asked = InternetQueryOptionW(session, INTERNET_OPTION_PER_CONNECTION_OPTION, &list, &size);
    printf("asked %d, size right %d\n", asked, size == sizeof list);
    printf("flags %u\n", (unsigned)options[0].Value.dwValue);
    for (int i = 1; i < 4; i++) {
        LPWSTR text = options[i].Value.pszValue;
        printf("%ls\n", text ? text : L"(none)");
        if (GlobalFree(text) != NULL)
            printf("not freed\n");
    }
}

static void ask_info(HINTERNET session)
{
    DWORD size = 0;

    InternetQueryOption(session, INTERNET_OPTION_PROXY, NULL, &size);
    printf("needed %u, error %u\n", (unsigned)size, (unsigned)GetLastError());
    INTERNET_PROXY_INFO *info = malloc(size);
    BOOL asked = InternetQueryOption(session, INTERNET_OPTION_PROXY, info, &size);
    printf("asked %d: %u %s %s\n", asked, (unsigned)info->dwAccessType, info->lpszProxy,
           info->lpszProxyBypass);
    free(info);
}

int main(void)
{
    HINTERNET session = InternetOpen("c test", INTERNET_OPEN_TYPE_PROXY, "http=a:1;socks=b", NULL, 0);

    set_bypass(session);
    ask_list(session);
    ask_info(session);
    InternetCloseHandle(session);
    return 0;
}
