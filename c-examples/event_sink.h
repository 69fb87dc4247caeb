/* event_sink.h: a sink that is told of the instance in each event. */
#ifndef EVENT_SINK_H
#define EVENT_SINK_H

#include <comdef.h>
#include <Wbemidl.h>

#include <string>

class EventSink : public IWbemObjectSink {
public:
    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID riid, void **ppv) override
    {
        if (riid != IID_IUnknown && riid != IID_IWbemObjectSink) {
            *ppv = nullptr;
            return E_NOINTERFACE;
        }
        AddRef();
        *ppv = static_cast<IWbemObjectSink *>(this);
        return S_OK;
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return InterlockedIncrement(&references); }
    ULONG STDMETHODCALLTYPE Release() override
    {
        LONG left = InterlockedDecrement(&references);
        if (left == 0)
            delete this;
        return left;
    }

    HRESULT STDMETHODCALLTYPE Indicate(LONG count, IWbemClassObject **events) override
    {
        for (LONG at = 0; at < count; ++at) {
            _variant_t target;
            IWbemClassObject *instance = nullptr;
            if (FAILED(events[at]->Get(L"TargetInstance", 0, &target, nullptr, nullptr)) ||
                FAILED(V_UNKNOWN(&target)->QueryInterface(IID_IWbemClassObject, reinterpret_cast<void **>(&instance))))
                continue;
            tell(instance);
            instance->Release();
        }
        return WBEM_S_NO_ERROR;
    }

    HRESULT STDMETHODCALLTYPE SetStatus(LONG, HRESULT, BSTR, IWbemClassObject *) override { return WBEM_S_NO_ERROR; }

protected:
    virtual ~EventSink() = default;

    virtual void tell(IWbemClassObject *instance) = 0;

    /** A property in words. */
    static std::string text(IWbemClassObject *object, const wchar_t *name)
    {
        _variant_t value;
        if (FAILED(object->Get(name, 0, &value, nullptr, nullptr)) || V_VT(&value) == VT_NULL)
            return "-";
        return static_cast<const char *>(_bstr_t(value));
    }

private:
    LONG references = 1;
};

#endif
