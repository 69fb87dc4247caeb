/* throws.cpp: a sink that throws. */
#include "sink.h"

int main()
{
    CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    IWbemServices *services = connect(L"root\\cimv2");
    Sink *sink = new Sink;
    sink->each = [](IWbemClassObject *) -> HRESULT { throw 1; };
    services->ExecQueryAsync(_bstr_t("WQL"), _bstr_t("SELECT * FROM Win32_UTCTime"), 0, nullptr, sink);
    sink->last();
    printf("it went on\n");
    return 0;
}
