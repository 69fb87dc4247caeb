//! GUIDs as data that programs link to, and as text.

use crate::abi::wbem as abi;
use crate::abi::wbem::{Interface, CO_E_CLASSSTRING, E_INVALIDARG, GUID, HRESULT, OLECHAR};
use crate::ffi::wbem::bstr;
use crate::ffi::wbem::guard::guard;

macro_rules! interfaces {
    ($($name:ident: $interface:ident,)*) => {$(
        /// The interface's name.
        #[no_mangle]
        pub static $name: GUID = <abi::$interface as Interface>::IID;
    )*};
}

macro_rules! classes {
    ($($name:ident,)*) => {$(
        /// The class's name.
        #[no_mangle]
        pub static $name: GUID = abi::$name;
    )*};
}

interfaces! {
    IID_IUnknown: IUnknown,
    IID_IClassFactory: IClassFactory,
    IID_IClientSecurity: IClientSecurity,
    IID_IErrorInfo: IErrorInfo,
    IID_ICreateErrorInfo: ICreateErrorInfo,
    IID_IWbemObjectSink: IWbemObjectSink,
    IID_IWbemObjectSinkEx: IWbemObjectSinkEx,
    IID_IWbemClassObject: IWbemClassObject,
    IID_IWbemQualifierSet: IWbemQualifierSet,
    IID_IWbemLocator: IWbemLocator,
    IID_IWbemServices: IWbemServices,
    IID_IEnumWbemClassObject: IEnumWbemClassObject,
    IID_IWbemContext: IWbemContext,
    IID_IWbemCallResult: IWbemCallResult,
    IID_IUnsecuredApartment: IUnsecuredApartment,
    IID_IWbemUnsecuredApartment: IWbemUnsecuredApartment,
    IID_IWbemStatusCodeText: IWbemStatusCodeText,
}

classes! {
    GUID_NULL,
    CLSID_WbemLocator,
    CLSID_WbemAdministrativeLocator,
    CLSID_WbemContext,
    CLSID_UnsecuredApartment,
    CLSID_WbemStatusCodeText,
}

/// How many characters a GUID's text has, with its NUL.
const TEXT: usize = 39;

fn to_text(guid: &GUID) -> String {
    let GUID {
        Data1: a,
        Data2: b,
        Data3: c,
        Data4: d,
    } = guid;
    let [d0, d1, rest @ ..] = d;
    let rest: String = rest.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("{{{a:08X}-{b:04X}-{c:04X}-{d0:02X}{d1:02X}-{rest}}}")
}

fn from_text(text: &str) -> Option<GUID> {
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    let bytes = inner.as_bytes();
    let is_form = bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    is_form.then(|| GUID::of(&inner.to_ascii_lowercase()))
}

/// Writes a GUID as "{00000000-0000-0000-C000-000000000046}". Returns 39, the characters with the NUL, or
/// 0 when cchMax is less.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn StringFromGUID2(
    rguid: *const GUID,
    lpsz: *mut OLECHAR,
    cchMax: i32,
) -> i32 {
    // SAFETY: the program's promise.
    let Some(guid) = (unsafe { rguid.as_ref() }) else {
        return 0;
    };
    if lpsz.is_null() || cchMax < TEXT as i32 {
        return 0;
    }
    let units: Vec<OLECHAR> = to_text(guid).bytes().map(OLECHAR::from).collect();
    // SAFETY: the program's promise: there is room for cchMax characters, which are enough.
    unsafe { crate::ffi::inward::write_string(lpsz, &units) };
    TEXT as i32
}

/// Reads what StringFromGUID2 writes. CO_E_CLASSSTRING for anything else; names of classes are not known.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CLSIDFromString(lpsz: *const OLECHAR, pclsid: *mut GUID) -> HRESULT {
    guard(|| {
        if pclsid.is_null() {
            return Err(E_INVALIDARG);
        }
        // SAFETY: the program's promise: NULL or a string that a NUL ends. NULL is the null GUID.
        let text = unsafe { bstr::text(lpsz) };
        let guid = match text {
            Some(_) if lpsz.is_null() => Some(abi::GUID_NULL),
            text => text.and_then(|text| from_text(&text)),
        };
        // SAFETY: not NULL, and the program's promise.
        unsafe { pclsid.write_unaligned(guid.unwrap_or(abi::GUID_NULL)) };
        guid.map(|_| ()).ok_or(CO_E_CLASSSTRING)
    })
}
