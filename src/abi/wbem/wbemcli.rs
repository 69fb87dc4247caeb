//! The interfaces of wbemcli.h. build/com.rs writes their C and C++ declarations from these lists.

use super::interface::interface;
use super::numbers::CIMTYPE;
use super::{IUnknown, BSTR, BYTE, DWORD, HRESULT, LCID, LONG, LPCWSTR, SAFEARRAY, ULONG, VARIANT};

interface! {
    /// What a program implements to receive the objects and the end of an asynchronous call.
    IWbemObjectSink, IWbemObjectSinkVtbl: IUnknown = "7c857801-7381-11cf-884d-00aa004b2e24";
    Indicate(lObjectCount: LONG, apObjArray: *mut *mut IWbemClassObject);
    SetStatus(lFlags: LONG, hResult: HRESULT, strParam: BSTR, pObjParam: *mut IWbemClassObject);
}

interface! {
    /// A sink of more than objects. The library calls the methods of IWbemObjectSink alone.
    IWbemObjectSinkEx, IWbemObjectSinkExVtbl: IWbemObjectSink = "e7d35cfa-348b-485e-b524-252725d697ca";
    WriteMessage(uChannel: ULONG, strMessage: BSTR);
    WriteError(pObjError: *mut IWbemClassObject, puReturned: *mut BYTE);
    PromptUser(strMessage: BSTR, uPromptType: BYTE, puReturned: *mut BYTE);
    WriteProgress(
        strActivity: BSTR,
        strCurrentOperation: BSTR,
        strStatusDescription: BSTR,
        uPercentComplete: ULONG,
        uSecondsRemaining: ULONG,
    );
    WriteStreamParameter(strName: BSTR, vtValue: *mut VARIANT, ulType: ULONG, ulFlags: ULONG);
}

interface! {
    /// A class, or an instance of one.
    IWbemClassObject, IWbemClassObjectVtbl: IUnknown = "dc12a681-737f-11cf-884d-00aa004b2e24";
    GetQualifierSet(ppQualSet: *mut *mut IWbemQualifierSet);
    Get(
        wszName: LPCWSTR,
        lFlags: LONG,
        pVal: *mut VARIANT,
        pType: *mut CIMTYPE,
        plFlavor: *mut LONG,
    );
    Put(wszName: LPCWSTR, lFlags: LONG, pVal: *mut VARIANT, Type: CIMTYPE);
    Delete(wszName: LPCWSTR);
    GetNames(
        wszQualifierName: LPCWSTR,
        lFlags: LONG,
        pQualifierVal: *mut VARIANT,
        pNames: *mut *mut SAFEARRAY,
    );
    BeginEnumeration(lEnumFlags: LONG);
    Next(
        lFlags: LONG,
        strName: *mut BSTR,
        pVal: *mut VARIANT,
        pType: *mut CIMTYPE,
        plFlavor: *mut LONG,
    );
    EndEnumeration();
    GetPropertyQualifierSet(wszProperty: LPCWSTR, ppQualSet: *mut *mut IWbemQualifierSet);
    Clone(ppCopy: *mut *mut IWbemClassObject);
    GetObjectText(lFlags: LONG, pstrObjectText: *mut BSTR);
    SpawnDerivedClass(lFlags: LONG, ppNewClass: *mut *mut IWbemClassObject);
    SpawnInstance(lFlags: LONG, ppNewInstance: *mut *mut IWbemClassObject);
    CompareTo(lFlags: LONG, pCompareTo: *mut IWbemClassObject);
    GetPropertyOrigin(wszName: LPCWSTR, pstrClassName: *mut BSTR);
    InheritsFrom(strAncestor: LPCWSTR);
    GetMethod(
        wszName: LPCWSTR,
        lFlags: LONG,
        ppInSignature: *mut *mut IWbemClassObject,
        ppOutSignature: *mut *mut IWbemClassObject,
    );
    PutMethod(
        wszName: LPCWSTR,
        lFlags: LONG,
        pInSignature: *mut IWbemClassObject,
        pOutSignature: *mut IWbemClassObject,
    );
    DeleteMethod(wszName: LPCWSTR);
    BeginMethodEnumeration(lEnumFlags: LONG);
    NextMethod(
        lFlags: LONG,
        pstrName: *mut BSTR,
        ppInSignature: *mut *mut IWbemClassObject,
        ppOutSignature: *mut *mut IWbemClassObject,
    );
    EndMethodEnumeration();
    GetMethodQualifierSet(wszMethod: LPCWSTR, ppQualSet: *mut *mut IWbemQualifierSet);
    GetMethodOrigin(wszMethodName: LPCWSTR, pstrClassName: *mut BSTR);
}

interface! {
    /// What is said about a class, a property or a method.
    IWbemQualifierSet, IWbemQualifierSetVtbl: IUnknown = "dc12a680-737f-11cf-884d-00aa004b2e24";
    Get(wszName: LPCWSTR, lFlags: LONG, pVal: *mut VARIANT, plFlavor: *mut LONG);
    Put(wszName: LPCWSTR, pVal: *mut VARIANT, lFlavor: LONG);
    Delete(wszName: LPCWSTR);
    GetNames(lFlags: LONG, pNames: *mut *mut SAFEARRAY);
    BeginEnumeration(lFlags: LONG);
    Next(lFlags: LONG, pstrName: *mut BSTR, pVal: *mut VARIANT, plFlavor: *mut LONG);
    EndEnumeration();
}

interface! {
    /// Where a program begins.
    IWbemLocator, IWbemLocatorVtbl: IUnknown = "dc12a687-737f-11cf-884d-00aa004b2e24";
    ConnectServer(
        strNetworkResource: BSTR,
        strUser: BSTR,
        strPassword: BSTR,
        strLocale: BSTR,
        lSecurityFlags: LONG,
        strAuthority: BSTR,
        pCtx: *mut IWbemContext,
        ppNamespace: *mut *mut IWbemServices,
    );
}

interface! {
    /// A namespace.
    IWbemServices, IWbemServicesVtbl: IUnknown = "9556dc99-828c-11cf-a37e-00aa003240c7";
    OpenNamespace(
        strNamespace: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        ppWorkingNamespace: *mut *mut IWbemServices,
        ppResult: *mut *mut IWbemCallResult,
    );
    CancelAsyncCall(pSink: *mut IWbemObjectSink);
    QueryObjectSink(lFlags: LONG, ppResponseHandler: *mut *mut IWbemObjectSink);
    GetObject(
        strObjectPath: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        ppObject: *mut *mut IWbemClassObject,
        ppCallResult: *mut *mut IWbemCallResult,
    );
    GetObjectAsync(
        strObjectPath: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pResponseHandler: *mut IWbemObjectSink,
    );
    PutClass(
        pObject: *mut IWbemClassObject,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        ppCallResult: *mut *mut IWbemCallResult,
    );
    PutClassAsync(
        pObject: *mut IWbemClassObject,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pResponseHandler: *mut IWbemObjectSink,
    );
    DeleteClass(
        strClass: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        ppCallResult: *mut *mut IWbemCallResult,
    );
    DeleteClassAsync(
        strClass: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pResponseHandler: *mut IWbemObjectSink,
    );
    CreateClassEnum(
        strSuperclass: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        ppEnum: *mut *mut IEnumWbemClassObject,
    );
    CreateClassEnumAsync(
        strSuperclass: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pResponseHandler: *mut IWbemObjectSink,
    );
    PutInstance(
        pInst: *mut IWbemClassObject,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        ppCallResult: *mut *mut IWbemCallResult,
    );
    PutInstanceAsync(
        pInst: *mut IWbemClassObject,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pResponseHandler: *mut IWbemObjectSink,
    );
    DeleteInstance(
        strObjectPath: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        ppCallResult: *mut *mut IWbemCallResult,
    );
    DeleteInstanceAsync(
        strObjectPath: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pResponseHandler: *mut IWbemObjectSink,
    );
    CreateInstanceEnum(
        strFilter: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        ppEnum: *mut *mut IEnumWbemClassObject,
    );
    CreateInstanceEnumAsync(
        strFilter: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pResponseHandler: *mut IWbemObjectSink,
    );
    ExecQuery(
        strQueryLanguage: BSTR,
        strQuery: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        ppEnum: *mut *mut IEnumWbemClassObject,
    );
    ExecQueryAsync(
        strQueryLanguage: BSTR,
        strQuery: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pResponseHandler: *mut IWbemObjectSink,
    );
    ExecNotificationQuery(
        strQueryLanguage: BSTR,
        strQuery: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        ppEnum: *mut *mut IEnumWbemClassObject,
    );
    ExecNotificationQueryAsync(
        strQueryLanguage: BSTR,
        strQuery: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pResponseHandler: *mut IWbemObjectSink,
    );
    ExecMethod(
        strObjectPath: BSTR,
        strMethodName: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pInParams: *mut IWbemClassObject,
        ppOutParams: *mut *mut IWbemClassObject,
        ppCallResult: *mut *mut IWbemCallResult,
    );
    ExecMethodAsync(
        strObjectPath: BSTR,
        strMethodName: BSTR,
        lFlags: LONG,
        pCtx: *mut IWbemContext,
        pInParams: *mut IWbemClassObject,
        pResponseHandler: *mut IWbemObjectSink,
    );
}

interface! {
    /// The objects of a query, as they come.
    IEnumWbemClassObject, IEnumWbemClassObjectVtbl: IUnknown = "027947e1-d731-11ce-a357-000000000001";
    Reset();
    Next(
        lTimeout: LONG,
        uCount: ULONG,
        apObjects: *mut *mut IWbemClassObject,
        puReturned: *mut ULONG,
    );
    NextAsync(uCount: ULONG, pSink: *mut IWbemObjectSink);
    Clone(ppEnum: *mut *mut IEnumWbemClassObject);
    Skip(lTimeout: LONG, nCount: ULONG);
}

interface! {
    /// Named values that go with a call.
    IWbemContext, IWbemContextVtbl: IUnknown = "44aca674-e8fc-11d0-a07c-00c04fb68820";
    Clone(ppNewCopy: *mut *mut IWbemContext);
    GetNames(lFlags: LONG, pNames: *mut *mut SAFEARRAY);
    BeginEnumeration(lFlags: LONG);
    Next(lFlags: LONG, pstrName: *mut BSTR, pValue: *mut VARIANT);
    EndEnumeration();
    SetValue(wszName: LPCWSTR, lFlags: LONG, pValue: *mut VARIANT);
    GetValue(wszName: LPCWSTR, lFlags: LONG, pValue: *mut VARIANT);
    DeleteValue(wszName: LPCWSTR, lFlags: LONG);
    DeleteAll();
}

interface! {
    /// A semisynchronous call.
    IWbemCallResult, IWbemCallResultVtbl: IUnknown = "44aca675-e8fc-11d0-a07c-00c04fb68820";
    GetResultObject(lTimeout: LONG, ppResultObject: *mut *mut IWbemClassObject);
    GetResultString(lTimeout: LONG, pstrResultString: *mut BSTR);
    GetResultServices(lTimeout: LONG, ppServices: *mut *mut IWbemServices);
    GetCallStatus(lTimeout: LONG, plStatus: *mut LONG);
}

interface! {
    /// Makes stubs for sinks.
    IUnsecuredApartment, IUnsecuredApartmentVtbl: IUnknown = "1cfaba8c-1523-11d1-ad79-00c04fd8fdff";
    CreateObjectStub(pObject: *mut IUnknown, ppStub: *mut *mut IUnknown);
}

interface! {
    /// Makes stubs for sinks.
    IWbemUnsecuredApartment, IWbemUnsecuredApartmentVtbl: IUnsecuredApartment = "31739d04-3471-4cf4-9a7c-57a44ae71956";
    CreateSinkStub(
        pSink: *mut IWbemObjectSink,
        dwFlags: DWORD,
        wszReserved: LPCWSTR,
        ppStub: *mut *mut IWbemObjectSink,
    );
}

interface! {
    /// Error codes in words.
    IWbemStatusCodeText, IWbemStatusCodeTextVtbl: IUnknown = "eb87e1bc-3233-11d2-aec9-00c04fb68820";
    GetErrorCodeText(hRes: HRESULT, LocaleId: LCID, lFlags: LONG, MessageText: *mut BSTR);
    GetFacilityCodeText(hRes: HRESULT, LocaleId: LCID, lFlags: LONG, MessageText: *mut BSTR);
}
