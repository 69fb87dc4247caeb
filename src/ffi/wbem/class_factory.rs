//! The classes that a program can create, and how it does that.

use std::ffi::c_void;
use std::ptr;

use super::guard::{guard, Said};
use super::object::{are_any_living, class_of, create, unknown, Class, Com};
use super::{context, locator, status_text, unsecured};
use crate::abi::wbem::*;

/// Makes an object of a class.
pub type Make = fn() -> Com<IUnknown>;

#[allow(non_upper_case_globals)] // The names are Microsoft's.
pub fn maker(class: &GUID) -> Option<Make> {
    Some(match *class {
        CLSID_WbemLocator | CLSID_WbemAdministrativeLocator => {
            || create(locator::Locator).into_unknown()
        }
        CLSID_WbemContext => || create(context::Context::default()).into_unknown(),
        CLSID_UnsecuredApartment => || create(unsecured::Apartment).into_unknown(),
        CLSID_WbemStatusCodeText => || create(status_text::StatusText).into_unknown(),
        _ => return None,
    })
}

/// Hands out an interface of an object.
///
/// # Safety
/// `iid` and `result` are NULL or point to a GUID and to room for a pointer.
pub unsafe fn give(object: &Com<IUnknown>, iid: *const IID, result: *mut *mut c_void) -> Said {
    // SAFETY: the caller's promise.
    let iid = unsafe { iid.as_ref() }.ok_or(E_POINTER)?;
    let found: Com<IUnknown> = object.query_by(iid).ok_or(E_NOINTERFACE)?;
    // SAFETY: `result` is not NULL: who calls this has written to it.
    unsafe { result.write_unaligned(found.into_raw().cast()) };
    Ok(())
}

/// Writes NULL where a result goes, until there is one.
///
/// # Safety
/// `result` is NULL or has room for a pointer.
pub unsafe fn clear<T>(result: *mut *mut T, if_null: HRESULT) -> Said {
    if result.is_null() {
        return Err(if_null);
    }
    // SAFETY: not NULL, and the caller's promise.
    unsafe { result.write_unaligned(ptr::null_mut()) };
    Ok(())
}

/// The class object of a class, for whoever loads the library as a COM server.
///
/// Returns S_OK, CLASS_E_CLASSNOTAVAILABLE, E_NOINTERFACE, E_POINTER for NULL.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn DllGetClassObject(
    rclsid: *const CLSID,
    riid: *const IID,
    ppv: *mut *mut c_void,
) -> HRESULT {
    guard(|| {
        // SAFETY: the program's promise.
        unsafe { clear(ppv, E_POINTER) }?;
        // SAFETY: as before.
        let class = unsafe { rclsid.as_ref() }.ok_or(E_POINTER)?;
        let make = maker(class).ok_or(CLASS_E_CLASSNOTAVAILABLE)?;
        // SAFETY: as before.
        unsafe { give(&create(Factory(make)).into_unknown(), riid, ppv) }
    })
}

/// S_OK when a program has no object of the library's, else S_FALSE. The library stays loaded in any case.
#[no_mangle]
pub extern "C" fn DllCanUnloadNow() -> HRESULT {
    if are_any_living() {
        S_FALSE
    } else {
        S_OK
    }
}

/// The class object of a class.
pub struct Factory(pub Make);

impl Class for Factory {
    type Interface = IClassFactory;
    const VTABLE: &'static IClassFactoryVtbl = &IClassFactoryVtbl {
        base: unknown::<Self>(),
        CreateInstance: create_instance,
        LockServer: lock_server,
    };
}

unsafe extern "C-unwind" fn create_instance(
    this: *mut IClassFactory,
    outer: *mut IUnknown,
    iid: *const IID,
    result: *mut LPVOID,
) -> HRESULT {
    guard(|| {
        // SAFETY: COM's rule for results.
        unsafe { clear(result, E_POINTER) }?;
        if !outer.is_null() {
            return Err(CLASS_E_NOAGGREGATION);
        }
        // SAFETY: the object of the call.
        let Factory(make) = unsafe { class_of::<Factory>(this) };
        // SAFETY: COM's rule for arguments.
        unsafe { give(&make(), iid, result) }
    })
}

/// The library is never unloaded.
unsafe extern "C-unwind" fn lock_server(_this: *mut IClassFactory, _lock: BOOL) -> HRESULT {
    S_OK
}
