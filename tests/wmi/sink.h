/* sink.h: a sink as programs for Windows write them, which others wait for. */
#ifndef TEST_SINK_H
#define TEST_SINK_H

#include <comdef.h>
#include <Wbemidl.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stdio.h>
#include <vector>

class Sink final : public IWbemObjectSink {
public:
    /** What is done with each object; its result is Indicate's. */
    std::function<HRESULT(IWbemClassObject *)> each;

    static int alive;

    Sink() { ++alive; }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID riid, void **ppv) override
    {
        if (riid == IID_IUnknown || riid == IID_IWbemObjectSink) {
            *ppv = static_cast<IWbemObjectSink *>(this);
            AddRef();
            return WBEM_S_NO_ERROR;
        }
        return E_NOINTERFACE;
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return InterlockedIncrement(&references); }
    ULONG STDMETHODCALLTYPE Release() override
    {
        LONG left = InterlockedDecrement(&references);
        if (left == 0)
            delete this;
        return left;
    }
    HRESULT STDMETHODCALLTYPE Indicate(LONG count, IWbemClassObject **objects) override
    {
        HRESULT result = WBEM_S_NO_ERROR;
        for (LONG at = 0; at < count && SUCCEEDED(result); ++at) {
            if (each)
                result = each(objects[at]);
            std::lock_guard<std::mutex> guard(lock);
            ++indicated;
            changed.notify_all();
        }
        return result;
    }
    HRESULT STDMETHODCALLTYPE SetStatus(LONG flags, HRESULT code, BSTR, IWbemClassObject *) override
    {
        std::lock_guard<std::mutex> guard(lock);
        if (flags == WBEM_STATUS_COMPLETE)
            codes.push_back(code);
        changed.notify_all();
        return WBEM_S_NO_ERROR;
    }

    /** Waits for the last word, and gives its code. */
    HRESULT last()
    {
        std::unique_lock<std::mutex> guard(lock);
        changed.wait(guard, [this] { return !codes.empty(); });
        return codes[0];
    }
    /** Waits for so many objects. */
    void wait(int count)
    {
        std::unique_lock<std::mutex> guard(lock);
        changed.wait(guard, [=] { return indicated >= count; });
    }
    int count()
    {
        std::lock_guard<std::mutex> guard(lock);
        return indicated;
    }
    /** Waits until nobody but the program has a reference. */
    void wait_until_released()
    {
        while (InterlockedCompareExchange(&references, 0, 0) != 1)
            Sleep(1);
    }

private:
    LONG references = 1;
    std::mutex lock;
    std::condition_variable changed;
    int indicated = 0;
    std::vector<HRESULT> codes;

    ~Sink() { --alive; }
};

int Sink::alive = 0;

/** A connection, as every program makes it. */
inline IWbemServices *connect(const wchar_t *name)
{
    IWbemLocator *locator = nullptr;
    IWbemServices *services = nullptr;
    HRESULT found = CoCreateInstance(CLSID_WbemLocator, nullptr, CLSCTX_INPROC_SERVER, IID_IWbemLocator,
                                     reinterpret_cast<void **>(&locator));
    if (SUCCEEDED(found)) {
        found = locator->ConnectServer(_bstr_t(name), nullptr, nullptr, nullptr, 0, nullptr, nullptr, &services);
        locator->Release();
    }
    if (FAILED(found))
        printf("not connected: 0x%x\n", static_cast<unsigned>(found));
    return services;
}

#endif
