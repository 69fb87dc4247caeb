/* automation.c: strings, VARIANTs, arrays, error objects and GUIDs, as programs use them beside WMI. It is built for
 * Linux with ours, and for Windows with those of oleaut32.dll, and says the same on both. */
#define COBJMACROS
#ifdef _WIN32
#include <windows.h>
#include <oleauto.h>
#include <wchar.h>
static const GUID some_iid = {0x7c857801, 0x7381, 0x11cf, {0x88, 0x4d, 0, 0xaa, 0, 0x4b, 0x2e, 0x24}};
#else
#include <Wbemidl.h>
#include <wchar.h>
#define some_iid IID_IWbemObjectSink
#endif
#include <stdio.h>
#include <string.h>

#define SHOW(call) printf(#call ": 0x%lx\n", (unsigned long)(unsigned)(call))

static void strings(void)
{
    BSTR text = SysAllocStringLen(L"abc\0def", 7);
    printf("with a NUL inside: %u characters, the last %c, ended %d\n", SysStringLen(text), (char)text[6], text[7] == 0);
    printf("bytes of a character %d\n", SysStringByteLen(text) == 7 * sizeof(OLECHAR));
    printf("again %d", SysReAllocString(&text, L"other"));
    printf(", %u\n", SysStringLen(text));
    printf("a part %d", SysReAllocStringLen(&text, L"longer text", 6));
    printf(", %ls\n", text);
    SysFreeString(text);
    text = SysAllocStringByteLen("abcde", 5);
    printf("odd bytes: %u, as they were %d\n", SysStringByteLen(text), memcmp(text, "abcde", 5) == 0);
    SysFreeString(text);
    text = SysAllocString(L"");
    printf("empty: %d, %u; NULL: %d, %u\n", text != NULL, SysStringLen(text), SysAllocString(NULL) == NULL,
           SysStringLen(NULL));
    SysFreeString(text);
    SysFreeString(NULL);
}

static void show(const VARIANT *it)
{
    switch (V_VT(it)) {
    case VT_BSTR:
        printf("\"%ls\"", V_BSTR(it) == NULL ? L"NULL" : V_BSTR(it));
        break;
    case VT_I2:
        printf("%d", V_I2(it));
        break;
    case VT_I4:
        printf("%d", (int)V_I4(it));
        break;
    case VT_UI1:
        printf("%u", V_UI1(it));
        break;
    case VT_R8:
        printf("%g", V_R8(it));
        break;
    case VT_BOOL:
        printf("%d", V_BOOL(it));
        break;
    default:
        printf("type %d", V_VT(it));
    }
}

static void change(VARIANT *from, USHORT flags, VARTYPE type)
{
    VARIANT to;
    VariantInit(&to);
    HRESULT said = VariantChangeType(&to, from, flags, type);
    show(from);
    printf(" to %d: 0x%lx ", type, (unsigned long)(unsigned)said);
    if (SUCCEEDED(said))
        show(&to);
    printf("\n");
    VariantClear(&to);
}

static void change_text(const wchar_t *text, VARTYPE type)
{
    VARIANT from;
    VariantInit(&from);
    V_VT(&from) = VT_BSTR;
    V_BSTR(&from) = SysAllocString(text);
    change(&from, 0, type);
    VariantClear(&from);
}

static void variants(void)
{
    VARIANT one, two;
    VariantInit(&one);
    VariantInit(&two);
    change(&one, 0, VT_I4);
    change(&one, 0, VT_BSTR);
    V_VT(&one) = VT_NULL;
    change(&one, 0, VT_I4);
    V_VT(&one) = VT_I4;
    V_I4(&one) = 70000;
    change(&one, 0, VT_BSTR);
    change(&one, 0, VT_I2);
    change(&one, 0, VT_R8);
    change(&one, 0, VT_BOOL);
    V_I4(&one) = -1;
    change(&one, 0, VT_UI1);
    V_VT(&one) = VT_BOOL;
    V_BOOL(&one) = VARIANT_TRUE;
    change(&one, 0, VT_BSTR);
    change(&one, VARIANT_ALPHABOOL, VT_BSTR);
    change(&one, 0, VT_I4);
    V_VT(&one) = VT_R8;
    for (int halves = -3; halves <= 5; halves += 2) {
        V_R8(&one) = halves / 2.0;
        change(&one, 0, VT_I4);
    }
    change(&one, 0, VT_BSTR);
    V_R8(&one) = 1e10;
    change(&one, 0, VT_I4);
    V_VT(&one) = VT_R4;
    V_R4(&one) = 0.1f;
    change(&one, 0, VT_BSTR);
    change(&one, 0, VT_I2);
    change_text(L"-17", VT_I4);
    change_text(L" 42 ", VT_I4);
    change_text(L"2.5", VT_R8);
    change_text(L"word", VT_I4);
    change_text(L"inf", VT_R8);
    change_text(L"nan", VT_R8);
    change_text(L"", VT_I4);
    change_text(L"99999999999", VT_I4);
    change_text(L"True", VT_BOOL);
    change_text(L"0", VT_BOOL);

    V_VT(&one) = VT_BSTR;
    V_BSTR(&one) = SysAllocString(L"text");
    SHOW(VariantCopy(&two, &one));
    printf("a copy of its own %d, ", V_BSTR(&one) != V_BSTR(&two));
    show(&two);
    printf("\n");
    SHOW(VariantCopy(&two, &two));
    SHOW(VariantClear(&one));
    printf("empty %d\n", V_VT(&one) == VT_EMPTY);
    SHOW(VariantChangeType(&two, &two, 0, VT_I4));
    show(&two);
    printf(" is still there\n");
    VariantClear(&two);
    V_VT(&one) = 0x7FF;
    SHOW(VariantClear(&one));
}

static void vectors(void)
{
    SAFEARRAY *array = SafeArrayCreateVector(VT_BSTR, 0, 3), *copy = NULL;
    LONG index = 1, low = 9, high = 9;
    VARTYPE type = 0;
    BSTR text = SysAllocString(L"one"), found = NULL;
    void *data = NULL;
    SHOW(SafeArrayPutElement(array, &index, text));
    SHOW(SafeArrayGetElement(array, &index, &found));
    printf("copied in and out %d, %ls\n", found != text, found);
    SysFreeString(found);
    SysFreeString(text);
    index = 3;
    SHOW(SafeArrayGetElement(array, &index, &found));
    index = -1;
    SHOW(SafeArrayPutElement(array, &index, NULL));
    SafeArrayGetLBound(array, 1, &low);
    SafeArrayGetUBound(array, 1, &high);
    SafeArrayGetVartype(array, &type);
    printf("%d to %d, type %d, dimensions %u, size %d\n", (int)low, (int)high, type, SafeArrayGetDim(array),
           SafeArrayGetElemsize(array) == sizeof(BSTR));
    SHOW(SafeArrayGetUBound(array, 0, &high));
    SHOW(SafeArrayGetUBound(array, 2, &high));
    SHOW(SafeArrayUnaccessData(array));
    SHOW(SafeArrayAccessData(array, &data));
    printf("the second: %ls\n", ((BSTR *)data)[1]);
    SHOW(SafeArrayDestroy(array));
    SHOW(SafeArrayUnaccessData(array));
    SHOW(SafeArrayCopy(array, &copy));
    SHOW(SafeArrayDestroy(array));
    index = 1;
    SHOW(SafeArrayGetElement(copy, &index, &found));
    printf("outlives it: %ls\n", found);
    SysFreeString(found);
    SHOW(SafeArrayDestroy(copy));
    printf("none: %u, 0x%lx\n", SafeArrayGetDim(NULL), (unsigned long)(unsigned)SafeArrayGetLBound(NULL, 1, &low));
    printf("of nothing %d\n", SafeArrayCreateVector(VT_EMPTY, 0, 1) == NULL);
    array = SafeArrayCreateVector(VT_I4, 0, 0);
    SafeArrayGetUBound(array, 1, &high);
    printf("without elements: up to %d\n", (int)high);
    SafeArrayDestroy(array);
}

static void matrices(void)
{
    SAFEARRAYBOUND bounds[2] = {{2, 0}, {3, 5}};
    SAFEARRAY *array = SafeArrayCreate(VT_I4, 2, bounds);
    LONG place[2] = {1, 7}, high = 0, value = 42, found = 0;
    void *data = NULL;
    SafeArrayGetUBound(array, 2, &high);
    SHOW(SafeArrayPutElement(array, place, &value));
    SHOW(SafeArrayGetElement(array, place, &found));
    SafeArrayAccessData(array, &data);
    printf("up to %d, found %d, as the sixth %d\n", (int)high, (int)found, (int)((LONG *)data)[5]);
    SafeArrayUnaccessData(array);
    VARIANT one, two;
    VariantInit(&one);
    VariantInit(&two);
    V_VT(&one) = VT_ARRAY | VT_I4;
    V_ARRAY(&one) = array;
    SHOW(VariantCopy(&two, &one));
    printf("a copy of its own %d\n", V_ARRAY(&two) != array);
    SHOW(VariantClear(&one));
    SHOW(VariantClear(&two));
}

static void errors(void)
{
    ICreateErrorInfo *made = NULL;
    IErrorInfo *info = NULL;
    BSTR text = NULL;
    wchar_t words[] = L"words";
    SHOW(CreateErrorInfo(&made));
    SHOW(made->lpVtbl->SetDescription(made, words));
    SHOW(made->lpVtbl->QueryInterface(made, &IID_IErrorInfo, (void **)&info));
    SHOW(SetErrorInfo(0, info));
    info->lpVtbl->Release(info);
    made->lpVtbl->Release(made);
    SHOW(GetErrorInfo(0, &info));
    SHOW(info->lpVtbl->GetDescription(info, &text));
    printf("%ls\n", text);
    SysFreeString(text);
    info->lpVtbl->Release(info);
    SHOW(GetErrorInfo(0, &info));
}

static void others(void)
{
    wchar_t text[40];
    GUID guid;
    printf("%d, ", StringFromGUID2(&some_iid, text, 40));
    printf("%ls, too small %d\n", text, StringFromGUID2(&some_iid, text, 38));
    StringFromGUID2(&some_iid, text, 40);
    SHOW(CLSIDFromString(text, &guid));
    printf("the same %d\n", memcmp(&guid, &some_iid, sizeof guid) == 0);
    wchar_t bad[] = L"{7c857801-7381-11cf-884d}";
    SHOW(CLSIDFromString(bad, &guid));
    char *memory = CoTaskMemAlloc(5);
    memcpy(memory, "room", 5);
    memory = CoTaskMemRealloc(memory, 5000);
    printf("%s\n", memory);
    CoTaskMemFree(memory);
    CoTaskMemFree(NULL);
}

int main(void)
{
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    strings();
    variants();
    vectors();
    matrices();
    errors();
    others();
    CoUninitialize();
    return 0;
}
