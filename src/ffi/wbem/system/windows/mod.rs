//! COM on Windows: what of ole32.dll and oleaut32.dll is called. Strings, VARIANTs and arrays that we hand out
//! come from there, since the program frees them there.

mod processes;
mod stubs;
mod threads;

use std::ffi::c_void;
use std::sync::Arc;

use crate::abi::wbem::*;
use crate::ffi::platform;
use crate::wbem::{cimv2, Namespace};

#[link(name = "ole32")]
extern "C" {
    pub fn CoTaskMemAlloc(cb: usize) -> *mut c_void;
    fn CoInitializeEx(pvReserved: *mut c_void, dwCoInit: DWORD) -> HRESULT;
    fn CoUninitialize();
}

#[link(name = "oleaut32")]
extern "C" {
    pub fn SysAllocStringByteLen(psz: *const u8, len: u32) -> BSTR;
    pub fn SysFreeString(bstrString: BSTR);
    pub fn VariantClear(pvarg: *mut VARIANT) -> HRESULT;
    pub fn VariantCopy(pvargDest: *mut VARIANT, pvargSrc: *const VARIANT) -> HRESULT;
    pub fn SafeArrayCreateVector(vt: VARTYPE, lLbound: LONG, cElements: ULONG) -> *mut SAFEARRAY;
    pub fn SafeArrayGetDim(psa: *mut SAFEARRAY) -> u32;
    pub fn SetErrorInfo(dwReserved: ULONG, perrinfo: *mut IErrorInfo) -> HRESULT;
}

pub use stubs::offer_stubs;

/// Before the first namespace is opened.
pub fn begin() {
    // From here on there may be threads.
    platform::stay_loaded();
    threads::accompany();
    Namespace::add(cimv2(Arc::new(processes::PROCESSES)));
}
