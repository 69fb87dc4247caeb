//! The interfaces of COM itself.

use super::interface::interface;
use super::{Interface, BOOL, BSTR, DWORD, GUID, HRESULT, IID, LPVOID, OLECHAR, ULONG};

/// What every interface begins with.
#[repr(C)]
#[derive(Debug)]
pub struct IUnknown {
    pub lpVtbl: *const IUnknownVtbl,
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct IUnknownVtbl {
    pub QueryInterface: unsafe extern "C-unwind" fn(
        This: *mut IUnknown,
        riid: *const IID,
        ppvObject: *mut LPVOID,
    ) -> HRESULT,
    pub AddRef: unsafe extern "C-unwind" fn(This: *mut IUnknown) -> ULONG,
    pub Release: unsafe extern "C-unwind" fn(This: *mut IUnknown) -> ULONG,
}

impl Interface for IUnknown {
    type Vtbl = IUnknownVtbl;
    const IID: GUID = GUID::of("00000000-0000-0000-c000-000000000046");
}

interface! {
    /// Makes objects of one class.
    IClassFactory, IClassFactoryVtbl: IUnknown = "00000001-0000-0000-c000-000000000046";
    CreateInstance(pUnkOuter: *mut IUnknown, riid: *const IID, ppvObject: *mut LPVOID);
    LockServer(fLock: BOOL);
}

interface! {
    /// How calls through a proxy are authenticated. Here there is no proxy, and it is kept alone.
    IClientSecurity, IClientSecurityVtbl: IUnknown = "0000013d-0000-0000-c000-000000000046";
    QueryBlanket(
        pProxy: *mut IUnknown,
        pAuthnSvc: *mut DWORD,
        pAuthzSvc: *mut DWORD,
        pServerPrincName: *mut *mut OLECHAR,
        pAuthnLevel: *mut DWORD,
        pImpLevel: *mut DWORD,
        pAuthInfo: *mut LPVOID,
        pCapabilites: *mut DWORD,
    );
    SetBlanket(
        pProxy: *mut IUnknown,
        dwAuthnSvc: DWORD,
        dwAuthzSvc: DWORD,
        pServerPrincName: *mut OLECHAR,
        dwAuthnLevel: DWORD,
        dwImpLevel: DWORD,
        pAuthInfo: LPVOID,
        dwCapabilities: DWORD,
    );
    CopyProxy(pProxy: *mut IUnknown, ppCopy: *mut *mut IUnknown);
}

interface! {
    /// What went wrong, in words.
    IErrorInfo, IErrorInfoVtbl: IUnknown = "1cf2b120-547d-101b-8e65-08002b2bd119";
    GetGUID(pGUID: *mut GUID);
    GetSource(pBstrSource: *mut BSTR);
    GetDescription(pBstrDescription: *mut BSTR);
    GetHelpFile(pBstrHelpFile: *mut BSTR);
    GetHelpContext(pdwHelpContext: *mut DWORD);
}

interface! {
    /// Writes what IErrorInfo reads.
    ICreateErrorInfo, ICreateErrorInfoVtbl: IUnknown = "22f03340-547d-101b-8e65-08002b2bd119";
    SetGUID(rguid: *const GUID);
    SetSource(szSource: *mut OLECHAR);
    SetDescription(szDescription: *mut OLECHAR);
    SetHelpFile(szHelpFile: *mut OLECHAR);
    SetHelpContext(dwHelpContext: DWORD);
}
