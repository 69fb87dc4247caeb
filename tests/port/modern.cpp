// modern.cpp: C++17 with std::thread, and headers of the library behind windows.h.
#define NOMINMAX
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <wininet.h>
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <mutex>
#include <regex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace fs = std::filesystem;

struct HandleCloser
{
    void operator()(HINTERNET handle) const noexcept { InternetCloseHandle(handle); }
};
using UniqueHandle = std::unique_ptr<void, HandleCloser>;

static std::string Fetch(_In_ HINTERNET session, _In_z_ const std::string &url, _Out_ DWORD &status)
{
    status = 0;
    UniqueHandle handle{InternetOpenUrlA(session, url.c_str(), nullptr, 0, INTERNET_FLAG_RELOAD, 0)};
    if (!handle)
        throw std::runtime_error("InternetOpenUrl: " + std::to_string(GetLastError()));
    DWORD size = sizeof(status);
    HttpQueryInfoA(handle.get(), HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER, &status, &size, nullptr);
    std::string body;
    for (;;)
    {
        DWORD available = 0, read = 0;
        if (!InternetQueryDataAvailable(handle.get(), &available, 0, 0) || available == 0)
            break;
        std::string piece(std::min<DWORD>(available, 4096), '\0');
        if (!InternetReadFile(handle.get(), piece.data(), static_cast<DWORD>(piece.size()), &read) || read == 0)
            break;
        body.append(piece, 0, read);
    }
    return body;
}

int main(int argc, char *argv[])
try
{
    if (argc < 2)
        return 2;
    const std::string base = argv[1];
    if (!std::regex_match(base, std::regex(R"(https?://[^/]+)")))
        return 2;
    UniqueHandle session{InternetOpenA("modern", INTERNET_OPEN_TYPE_DIRECT, nullptr, nullptr, 0)};

    std::vector<std::string> paths{"/hello", "/large", "/missing", "/chunked"};
    std::vector<std::thread> threads;
    std::atomic<LONG> failures{0};
    std::mutex lock;
    size_t total = 0;
    for (const auto &path : paths)
    {
        threads.emplace_back([&, path] {
            try
            {
                DWORD status;
                const auto body = Fetch(session.get(), base + path, status);
                const std::lock_guard<std::mutex> guard(lock);
                std::cout << path << ": " << status << ", " << body.size() << " bytes\n";
                total += body.size();
                if (status != (path == "/missing" ? DWORD{HTTP_STATUS_NOT_FOUND} : DWORD{HTTP_STATUS_OK}))
                    ++failures;
            }
            catch (const std::exception &error)
            {
                std::cerr << error.what() << '\n';
                ++failures;
            }
        });
    }
    std::for_each(threads.begin(), threads.end(), [](std::thread &thread) { thread.join(); });

    const auto file = fs::temp_directory_path() / ("modern" + std::to_string(GetCurrentProcessId()) + ".txt");
    std::ofstream(file) << total;
    const auto size = fs::file_size(file);
    fs::remove(file);
    std::ostringstream text;
    text << total << " bytes in all, written in " << size << " digits";
    std::cout << text.str() << std::endl;
    return failures == 0 && total == 23 + 262144 + 9 + 15 && size == 6 ? 0 : 1;
}
catch (const std::exception &error)
{
    std::cerr << error.what() << '\n';
    return 1;
}
