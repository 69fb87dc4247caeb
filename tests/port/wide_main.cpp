// wide_main.cpp: wmain with its Microsoft signature, std::wstring, and text between char and wchar_t.
#include <windows.h>
#include <wininet.h>
#include <cwchar>
#include <cstdlib>
#include <string>
#include <map>
#include <vector>

static std::string ToUtf8(const std::wstring &wide)
{
    if (wide.empty())
        return std::string();
    int cb = WideCharToMultiByte(CP_UTF8, 0, &wide[0], (int)wide.size(), NULL, 0, NULL, NULL);
    std::string text(cb, 0);
    WideCharToMultiByte(CP_UTF8, 0, &wide[0], (int)wide.size(), &text[0], cb, NULL, NULL);
    return text;
}

static std::wstring FromUtf8(const std::string &text)
{
    int cch = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text.c_str(), -1, NULL, 0);
    if (cch == 0)
        return std::wstring();
    std::vector<WCHAR> wide(cch);
    MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text.c_str(), -1, &wide[0], cch);
    return std::wstring(&wide[0]);
}

struct Handle
{
    HINTERNET h;
    explicit Handle(HINTERNET handle) : h(handle) {}
    ~Handle() { if (h) InternetCloseHandle(h); }
    operator HINTERNET() const { return h; }
};

int __cdecl wmain(_In_ int argc, _In_reads_(argc) PWSTR argv[])
{
    if (argc < 2)
    {
        fwprintf(stderr, L"usage: %s URL\n", argv[0]);
        return 2;
    }
    std::wstring url = std::wstring(argv[1]) + L"/echo";
    WCHAR szHost[256], szPath[1024];
    URL_COMPONENTSW parts = {};
    parts.dwStructSize = sizeof(parts);
    parts.lpszHostName = szHost;
    parts.dwHostNameLength = _countof(szHost);
    parts.lpszUrlPath = szPath;
    parts.dwUrlPathLength = _countof(szPath);
    if (!InternetCrackUrlW(url.c_str(), 0, 0, &parts))
    {
        wprintf(L"InternetCrackUrl %s: %u\n", url.c_str(), GetLastError());
        return EXIT_FAILURE;
    }
    Handle session(InternetOpenW(L"wide/1.0", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0));
    Handle connection(InternetConnectW(session, szHost, parts.nPort, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0));
    Handle request(HttpOpenRequestW(connection, L"POST", szPath, NULL, NULL, NULL, INTERNET_FLAG_RELOAD, 0));
    std::map<std::wstring, std::wstring> headers;
    headers[L"Content-Type"] = L"text/plain; charset=utf-8";
    std::wstring lines;
    for (std::map<std::wstring, std::wstring>::const_iterator it = headers.begin(); it != headers.end(); ++it)
        lines += it->first + L": " + it->second + L"\r\n";

    const std::wstring sent = L"Gr\u00fc\u00dfe, \u20ac 5, \u4f60\u597d";
    std::string body = ToUtf8(sent);
    if (!HttpSendRequestW(request, lines.c_str(), (DWORD)-1, &body[0], (DWORD)body.size()))
    {
        wprintf(L"HttpSendRequest: %lu\n", GetLastError());
        return EXIT_FAILURE;
    }
    WCHAR szStatus[64];
    DWORD cb = sizeof(szStatus);
    if (!HttpQueryInfoW(request, HTTP_QUERY_STATUS_TEXT, szStatus, &cb, NULL))
        return EXIT_FAILURE;
    std::string answer;
    char buffer[16];
    DWORD read = 0;
    while (InternetReadFile(request, buffer, sizeof(buffer), &read) && read > 0)
        answer.append(buffer, read);
    std::wstring received = FromUtf8(answer);
    wprintf(L"%ls, %u characters, %S\n", szStatus, (unsigned)received.size(), received == sent ? "the same" : "other");
    return received == sent && wcscmp(szStatus, L"OK") == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
