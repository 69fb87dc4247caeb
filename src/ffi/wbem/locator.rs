//! IWbemLocator: the way to a namespace.

use super::bstr;
use super::class_factory::clear;
use super::guard::guard;
use super::object::{create, unknown, Class};
use super::requests;
use super::services::Connection;
use super::system;
use crate::abi::wbem::*;
use crate::wbem::Services;

pub struct Locator;

impl Class for Locator {
    type Interface = IWbemLocator;
    const VTABLE: &'static IWbemLocatorVtbl = &IWbemLocatorVtbl {
        base: unknown::<Self>(),
        ConnectServer: connect_server,
    };
}

/// Only this machine is there. Password, locale and authority have nothing to act on; a user is refused, as Windows
/// refuses one for a local connection.
unsafe extern "C-unwind" fn connect_server(
    _this: *mut IWbemLocator,
    strNetworkResource: BSTR,
    strUser: BSTR,
    _strPassword: BSTR,
    _strLocale: BSTR,
    lSecurityFlags: LONG,
    _strAuthority: BSTR,
    _pCtx: *mut IWbemContext,
    ppNamespace: *mut *mut IWbemServices,
) -> HRESULT {
    // SAFETY: COM's rules for arguments and for results.
    guard(|| unsafe {
        clear(ppNamespace, WBEM_E_INVALID_PARAMETER)?;
        let allowed = WBEM_FLAG_CONNECT_USE_MAX_WAIT | WBEM_FLAG_CONNECT_REPOSITORY_ONLY;
        if strNetworkResource.is_null() || lSecurityFlags & !allowed != 0 {
            return Err(WBEM_E_INVALID_PARAMETER);
        }
        let path = bstr::text(strNetworkResource).ok_or(WBEM_E_INVALID_NAMESPACE)?;
        requests::offer();
        let services = Services::connect(&path).map_err(|error| error.0)?;
        if bstr::text(strUser).is_none_or(|it| !it.is_empty()) {
            return Err(WBEM_E_LOCAL_CREDENTIALS);
        }
        system::offer_stubs();
        ppNamespace.write_unaligned(create(Connection::new(services)).into_raw());
        Ok(())
    })
}
