//! How a program creates objects, of classes whose names it knows.

use std::ffi::c_void;

use super::apartment;
use crate::abi::wbem::*;
use crate::ffi::wbem::class_factory::{clear, give, maker, Factory, Make};
use crate::ffi::wbem::guard::{guard, Said};
use crate::ffi::wbem::object::create;

/// INPROC_SERVER, INPROC_HANDLER, LOCAL_SERVER, REMOTE_SERVER: all lead here.
const CLSCTX_ANY: DWORD = 0x17;

/// Makes an object: CLSID_WbemLocator, CLSID_WbemContext, CLSID_UnsecuredApartment,
/// CLSID_WbemStatusCodeText. It lives in this process, whichever place dwClsContext names.
///
/// Returns S_OK, REGDB_E_CLASSNOTREG, E_NOINTERFACE, CLASS_E_NOAGGREGATION, CO_E_NOTINITIALIZED,
/// E_INVALIDARG for no place, E_POINTER for NULL.
/// <https://learn.microsoft.com/windows/win32/api/combaseapi/nf-combaseapi-cocreateinstance>
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoCreateInstance(
    rclsid: *const CLSID,
    pUnkOuter: *mut IUnknown,
    dwClsContext: DWORD,
    riid: *const IID,
    ppv: *mut *mut c_void,
) -> HRESULT {
    guard(|| {
        // SAFETY: the program's promise.
        let make = unsafe { found(rclsid, dwClsContext, ppv) }?;
        if !pUnkOuter.is_null() {
            return Err(CLASS_E_NOAGGREGATION);
        }
        // SAFETY: as before.
        unsafe { give(&make(), riid, ppv) }
    })
}

/// The class object (IClassFactory) of a class that CoCreateInstance knows.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoGetClassObject(
    rclsid: *const CLSID,
    dwClsContext: DWORD,
    _pvReserved: *mut c_void,
    riid: *const IID,
    ppv: *mut *mut c_void,
) -> HRESULT {
    guard(|| {
        // SAFETY: the program's promise.
        let make = unsafe { found(rclsid, dwClsContext, ppv) }?;
        // SAFETY: as before.
        unsafe { give(&create(Factory(make)).into_unknown(), riid, ppv) }
    })
}

/// # Safety
/// As [`give`].
unsafe fn found(class: *const CLSID, context: DWORD, result: *mut *mut c_void) -> Said<Make> {
    // SAFETY: the caller's promise.
    unsafe { clear(result, E_POINTER) }?;
    apartment::check()?;
    if context & CLSCTX_ANY == 0 {
        return Err(E_INVALIDARG);
    }
    // SAFETY: the caller's promise.
    let class = unsafe { class.as_ref() }.ok_or(E_POINTER)?;
    maker(class).ok_or(REGDB_E_CLASSNOTREG)
}
