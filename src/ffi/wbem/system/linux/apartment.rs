//! Apartments and security of the process. There is one apartment in truth: every object here may be
//! called from every thread, whatever a thread has said.

use std::cell::Cell;
use std::ffi::c_void;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::error_info;
use crate::abi::wbem::*;
use crate::ffi::wbem::guard::{guard, Said};
use crate::ffi::wbem::object::Com;

const COINIT_APARTMENTTHREADED: DWORD = 2;

thread_local! {
    /// How often this thread has entered, and as what.
    static ENTERED: Cell<(usize, DWORD)> = const { Cell::new((0, 0)) };
}

/// Threads in the multithreaded apartment, and CoIncrementMTAUsage's cookies: while there are some, every
/// thread is in it.
static MULTITHREADED: AtomicUsize = AtomicUsize::new(0);
static HAS_SECURITY: AtomicBool = AtomicBool::new(false);

/// Whether the calling thread may use COM.
pub fn check() -> Said {
    let is_in = ENTERED.get().0 > 0 || MULTITHREADED.load(Ordering::Acquire) > 0;
    is_in.then_some(()).ok_or(CO_E_NOTINITIALIZED)
}

/// CoInitializeEx for a single-threaded apartment.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoInitialize(pvReserved: *mut c_void) -> HRESULT {
    // SAFETY: nothing is read of it.
    unsafe { CoInitializeEx(pvReserved, COINIT_APARTMENTTHREADED) }
}

/// Enters an apartment on this thread: COINIT_MULTITHREADED (0) or COINIT_APARTMENTTHREADED (2). The
/// library makes no difference between them: sinks are called on its threads.
///
/// Returns S_OK, S_FALSE when the thread is in it already (CoUninitialize is due for that too),
/// RPC_E_CHANGED_MODE when it is in another, E_INVALIDARG when pvReserved is not NULL.
/// <https://learn.microsoft.com/windows/win32/api/combaseapi/nf-combaseapi-coinitializeex>
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoInitializeEx(pvReserved: *mut c_void, dwCoInit: DWORD) -> HRESULT {
    let (count, former) = ENTERED.get();
    let mode = dwCoInit & COINIT_APARTMENTTHREADED;
    if !pvReserved.is_null() {
        return E_INVALIDARG;
    }
    if count > 0 && mode != former {
        return RPC_E_CHANGED_MODE;
    }
    if count == 0 && mode == 0 {
        MULTITHREADED.fetch_add(1, Ordering::AcqRel);
    }
    ENTERED.set((count + 1, mode));
    if count == 0 {
        S_OK
    } else {
        S_FALSE
    }
}

/// Leaves an apartment. One call is due for each successful CoInitializeEx; more are passed over. The last
/// takes the thread's error object along. Objects stay, and may be used.
#[no_mangle]
pub extern "C" fn CoUninitialize() {
    let (count, mode) = ENTERED.get();
    if count == 1 && mode == 0 {
        MULTITHREADED.fetch_sub(1, Ordering::AcqRel);
    }
    ENTERED.set((count.saturating_sub(1), mode));
    if count == 1 {
        error_info::forget();
    }
}

/// Keeps the multithreaded apartment, and with it every thread that has entered none, until
/// CoDecrementMTAUsage.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoIncrementMTAUsage(pCookie: *mut *mut c_void) -> HRESULT {
    if pCookie.is_null() {
        return E_INVALIDARG;
    }
    MULTITHREADED.fetch_add(1, Ordering::AcqRel);
    // SAFETY: not NULL, and the program's promise. All cookies are alike, and not NULL.
    unsafe { pCookie.write_unaligned((&raw const MULTITHREADED).cast_mut().cast()) };
    S_OK
}

/// Gives back what CoIncrementMTAUsage gave.
#[no_mangle]
pub extern "C" fn CoDecrementMTAUsage(Cookie: *mut c_void) -> HRESULT {
    if !std::ptr::eq(Cookie, (&raw const MULTITHREADED).cast()) {
        return E_INVALIDARG;
    }
    let less = |count: usize| count.checked_sub(1);
    match MULTITHREADED.fetch_update(Ordering::AcqRel, Ordering::Acquire, less) {
        Ok(_) => S_OK,
        Err(_) => E_INVALIDARG,
    }
}

/// Says how the process authenticates itself, once. There is nobody here to authenticate to: the values
/// are taken and have no effect.
///
/// Returns S_OK, RPC_E_TOO_LATE for the second call in a process, CO_E_NOTINITIALIZED.
/// <https://learn.microsoft.com/windows/win32/api/combaseapi/nf-combaseapi-coinitializesecurity>
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoInitializeSecurity(
    _pSecDesc: *mut c_void,
    _cAuthSvc: LONG,
    _asAuthSvc: *mut c_void,
    _pReserved1: *mut c_void,
    _dwAuthnLevel: DWORD,
    _dwImpLevel: DWORD,
    _pAuthList: *mut c_void,
    _dwCapabilities: DWORD,
    _pReserved3: *mut c_void,
) -> HRESULT {
    guard(|| {
        check()?;
        match HAS_SECURITY.swap(true, Ordering::AcqRel) {
            false => Ok(()),
            true => Err(RPC_E_TOO_LATE),
        }
    })
}

/// # Safety
/// `proxy` is NULL or an interface pointer.
unsafe fn security_of(proxy: *mut IUnknown) -> Said<Com<IClientSecurity>> {
    // SAFETY: the caller's promise.
    let proxy = unsafe { Com::borrowed(proxy) }.ok_or(E_INVALIDARG)?;
    proxy.query().ok_or(E_NOINTERFACE)
}

/// Says how calls through an interface are authenticated. The values are kept, and change nothing.
///
/// Returns S_OK, E_INVALIDARG for NULL, E_NOINTERFACE where there is no IClientSecurity.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoSetProxyBlanket(
    pProxy: *mut IUnknown,
    dwAuthnSvc: DWORD,
    dwAuthzSvc: DWORD,
    pServerPrincName: *mut OLECHAR,
    dwAuthnLevel: DWORD,
    dwImpLevel: DWORD,
    pAuthInfo: *mut c_void,
    dwCapabilities: DWORD,
) -> HRESULT {
    guard(|| {
        // SAFETY: the program's promise.
        let security = unsafe { security_of(pProxy) }?;
        // SAFETY: a living interface, given the program's own arguments.
        Ok(unsafe {
            ((*security.vtable()).SetBlanket)(
                security.as_raw(),
                pProxy,
                dwAuthnSvc,
                dwAuthzSvc,
                pServerPrincName,
                dwAuthnLevel,
                dwImpLevel,
                pAuthInfo,
                dwCapabilities,
            )
        })
    })
}

/// What CoSetProxyBlanket has set. Every pointer but pProxy may be NULL.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CoQueryProxyBlanket(
    pProxy: *mut IUnknown,
    pwAuthnSvc: *mut DWORD,
    pAuthzSvc: *mut DWORD,
    pServerPrincName: *mut *mut OLECHAR,
    pAuthnLevel: *mut DWORD,
    pImpLevel: *mut DWORD,
    pAuthInfo: *mut *mut c_void,
    pCapabilites: *mut DWORD,
) -> HRESULT {
    guard(|| {
        // SAFETY: the program's promise.
        let security = unsafe { security_of(pProxy) }?;
        // SAFETY: a living interface, given the program's own arguments.
        Ok(unsafe {
            ((*security.vtable()).QueryBlanket)(
                security.as_raw(),
                pProxy,
                pwAuthnSvc,
                pAuthzSvc,
                pServerPrincName,
                pAuthnLevel,
                pImpLevel,
                pAuthInfo,
                pCapabilites,
            )
        })
    })
}
