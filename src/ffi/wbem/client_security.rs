//! IClientSecurity: what CoSetProxyBlanket asks for. There is no proxy and nobody to authenticate to, so
//! values are kept and given back.

use std::sync::Arc;

use parking_lot::Mutex;

use super::guard::{guard, Said};
use super::object::{class_of, unknown, Class, Com};
use super::system::CoTaskMemAlloc;
use crate::abi::wbem::*;
use crate::ffi::inward::write_string;

/// What was set.
#[derive(Clone, Default)]
pub struct Blanket {
    authentication: DWORD,
    authorization: DWORD,
    principal: Option<Vec<OLECHAR>>,
    level: DWORD,
    impersonation: DWORD,
    capabilities: DWORD,
}

/// A part of an object, with a reference to its whole.
pub struct ClientSecurity {
    pub whole: Com<IUnknown>,
    pub blanket: Arc<Mutex<Blanket>>,
}

impl Class for ClientSecurity {
    type Interface = IClientSecurity;
    const VTABLE: &'static IClientSecurityVtbl = &IClientSecurityVtbl {
        base: unknown::<Self>(),
        QueryBlanket: query_blanket,
        SetBlanket: set_blanket,
        CopyProxy: copy_proxy,
    };

    fn other(&self, _this: *mut IClientSecurity, iid: &GUID) -> Option<Com<IUnknown>> {
        self.whole.query_by(iid)
    }
}

fn of_somebody(proxy: *mut IUnknown) -> Said {
    (!proxy.is_null()).then_some(()).ok_or(E_INVALIDARG)
}

unsafe extern "C-unwind" fn query_blanket(
    this: *mut IClientSecurity,
    pProxy: *mut IUnknown,
    pAuthnSvc: *mut DWORD,
    pAuthzSvc: *mut DWORD,
    pServerPrincName: *mut *mut OLECHAR,
    pAuthnLevel: *mut DWORD,
    pImpLevel: *mut DWORD,
    pAuthInfo: *mut LPVOID,
    pCapabilites: *mut DWORD,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results, which may be NULL.
    guard(|| unsafe {
        of_somebody(pProxy)?;
        let blanket = class_of::<ClientSecurity>(this).blanket.lock().clone();
        let numbers = [
            (pAuthnSvc, blanket.authentication),
            (pAuthzSvc, blanket.authorization),
            (pAuthnLevel, blanket.level),
            (pImpLevel, blanket.impersonation),
            (pCapabilites, blanket.capabilities),
        ];
        for (place, number) in numbers.into_iter().filter(|(place, _)| !place.is_null()) {
            place.write_unaligned(number);
        }
        if !pAuthInfo.is_null() {
            pAuthInfo.write_unaligned(std::ptr::null_mut());
        }
        if !pServerPrincName.is_null() {
            pServerPrincName.write_unaligned(allocated(blanket.principal.as_deref())?);
        }
        Ok(())
    })
}

/// A string that the program frees with CoTaskMemFree; NULL for none.
fn allocated(text: Option<&[OLECHAR]>) -> Said<*mut OLECHAR> {
    let Some(text) = text else {
        return Ok(std::ptr::null_mut());
    };
    // SAFETY: there is room for the characters and the NUL.
    unsafe {
        let room = CoTaskMemAlloc((text.len() + 1) * size_of::<OLECHAR>()).cast::<OLECHAR>();
        if room.is_null() {
            return Err(E_OUTOFMEMORY);
        }
        write_string(room, text);
        Ok(room)
    }
}

unsafe extern "C-unwind" fn set_blanket(
    this: *mut IClientSecurity,
    pProxy: *mut IUnknown,
    dwAuthnSvc: DWORD,
    dwAuthzSvc: DWORD,
    pServerPrincName: *mut OLECHAR,
    dwAuthnLevel: DWORD,
    dwImpLevel: DWORD,
    _pAuthInfo: LPVOID,
    dwCapabilities: DWORD,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments. COLE_DEFAULT_PRINCIPAL is -1 and no string.
    guard(|| unsafe {
        of_somebody(pProxy)?;
        let is_text = !pServerPrincName.is_null() && pServerPrincName as isize != -1;
        let principal = is_text.then(|| {
            let length = crate::ffi::inward::length(pServerPrincName);
            crate::ffi::inward::units(pServerPrincName, length)
        });
        *class_of::<ClientSecurity>(this).blanket.lock() = Blanket {
            authentication: dwAuthnSvc,
            authorization: dwAuthzSvc,
            principal,
            level: dwAuthnLevel,
            impersonation: dwImpLevel,
            capabilities: dwCapabilities,
        };
        Ok(())
    })
}

/// There is no proxy to copy: the same object does.
unsafe extern "C-unwind" fn copy_proxy(
    _this: *mut IClientSecurity,
    pProxy: *mut IUnknown,
    ppCopy: *mut *mut IUnknown,
) -> HRESULT {
    // SAFETY: COM's rules for arguments and for results.
    guard(|| unsafe {
        super::class_factory::clear(ppCopy, E_INVALIDARG)?;
        let copy = Com::borrowed(pProxy).ok_or(E_INVALIDARG)?;
        ppCopy.write_unaligned(copy.into_raw());
        Ok(())
    })
}
