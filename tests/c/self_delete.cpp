// self_delete.cpp: an object that is the context of its handle and deletes itself in HANDLE_CLOSING.
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>

#include "api.h"

namespace {

std::mutex lock;
std::condition_variable changed;
int alive, finished, cancelled;

class Download {
public:
    Download(HINTERNET session, const std::string &url) : session(session), url(url)
    {
        std::lock_guard<std::mutex> guard(lock);
        alive++;
    }

    void start()
    {
        // The object may be gone when this returns.
        InternetOpenUrlA(session, url.c_str(), nullptr, 0, 0, reinterpret_cast<DWORD_PTR>(this));
    }

    static void CALLBACK on_status(HINTERNET, DWORD_PTR context, DWORD status, LPVOID info, DWORD)
    {
        Download *self = reinterpret_cast<Download *>(context);
        switch (status) {
        case INTERNET_STATUS_HANDLE_CREATED:
            self->handle = *static_cast<HINTERNET *>(info);
            break;
        case INTERNET_STATUS_SENDING_REQUEST:
            if (self->url.find("/never") != std::string::npos)
                InternetCloseHandle(self->handle);
            break;
        case INTERNET_STATUS_REQUEST_COMPLETE:
            self->on_complete(*static_cast<INTERNET_ASYNC_RESULT *>(info));
            break;
        case INTERNET_STATUS_HANDLE_CLOSING:
            delete self;
            break;
        }
    }

private:
    ~Download()
    {
        std::lock_guard<std::mutex> guard(lock);
        alive--;
        changed.notify_all();
    }

    void on_complete(const INTERNET_ASYNC_RESULT &result)
    {
        {
            std::lock_guard<std::mutex> guard(lock);
            (result.dwResult != 0 ? finished : cancelled)++;
        }
        // The last use of this object: the close deletes it.
        if (result.dwResult != 0)
            InternetCloseHandle(handle);
    }

    HINTERNET session;
    HINTERNET handle = nullptr;
    std::string url;
};

}

int main(int argc, char **argv)
{
    const std::string server = std::string("http://127.0.0.1:") + (argc > 1 ? argv[1] : "0");
    HINTERNET session =
        InternetOpenA("c test", INTERNET_OPEN_TYPE_DIRECT, nullptr, nullptr, INTERNET_FLAG_ASYNC);
    InternetSetStatusCallbackA(session, Download::on_status);
    for (int i = 0; i < 8; i++)
        (new Download(session, server + (i % 4 == 3 ? "/never" : "/hello")))->start();

    std::unique_lock<std::mutex> guard(lock);
    changed.wait(guard, [] { return alive == 0; });
    std::printf("finished %d, cancelled %d, alive %d\n", finished, cancelled, alive);
    guard.unlock();
    InternetCloseHandle(session);
    return 0;
}
