//! What is left for the thread of a call that failed.

use std::sync::Arc;

use parking_lot::Mutex;

use super::bstr;
use super::guard::guard;
use super::object::{class_of, create, unknown, Class, Com};
use super::system::SetErrorInfo;
use crate::abi::wbem::*;

/// What an error object says.
#[derive(Clone, Debug, Default)]
pub struct Words {
    pub interface: GUID,
    pub source: String,
    pub description: String,
    pub help_file: String,
    pub help_context: u32,
}

/// Leaves an error for the program to ask for: in words, and as an __ExtendedStatus.
pub fn leave(words: Words, status: Com<IWbemClassObject>) {
    let error = create(ErrorInfo {
        words: Arc::new(Mutex::new(words)),
        status: Some(status),
    });
    // SAFETY: a living object, which gets a reference of its own. There is nobody to tell if it fails.
    let _ = unsafe { SetErrorInfo(0, error.as_raw()) };
}

/// An error to read.
pub struct ErrorInfo {
    words: Arc<Mutex<Words>>,
    status: Option<Com<IWbemClassObject>>,
}

impl ErrorInfo {
    /// One of words that somebody may still be writing.
    #[cfg(target_os = "linux")]
    pub fn saying(words: Arc<Mutex<Words>>) -> Self {
        Self {
            words,
            status: None,
        }
    }
}

impl Class for ErrorInfo {
    type Interface = IErrorInfo;
    const VTABLE: &'static IErrorInfoVtbl = &IErrorInfoVtbl {
        base: unknown::<Self>(),
        GetGUID: get_guid,
        GetSource: get_source,
        GetDescription: get_description,
        GetHelpFile: get_help_file,
        GetHelpContext: get_help_context,
    };

    fn other(&self, _this: *mut IErrorInfo, iid: &GUID) -> Option<Com<IUnknown>> {
        let is_status = *iid == IWbemClassObject::IID;
        self.status
            .clone()
            .filter(|_| is_status)
            .map(Com::into_unknown)
    }
}

/// Reads of an error.
///
/// # Safety
/// `this` is the object of a call, and `result` NULL or room for a `T`.
unsafe fn read<T>(this: *mut IErrorInfo, result: *mut T, get: impl FnOnce(&Words) -> T) -> HRESULT {
    guard(|| {
        if result.is_null() {
            return Err(E_POINTER);
        }
        // SAFETY: the caller's promise.
        let value = get(&unsafe { class_of::<ErrorInfo>(this) }.words.lock());
        // SAFETY: not NULL, and the caller's promise.
        unsafe { result.write_unaligned(value) };
        Ok(())
    })
}

unsafe extern "C-unwind" fn get_guid(this: *mut IErrorInfo, result: *mut GUID) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    unsafe { read(this, result, |words| words.interface) }
}

unsafe extern "C-unwind" fn get_source(this: *mut IErrorInfo, result: *mut BSTR) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    unsafe { read(this, result, |words| bstr::from_text(&words.source)) }
}

unsafe extern "C-unwind" fn get_description(this: *mut IErrorInfo, result: *mut BSTR) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    unsafe { read(this, result, |words| bstr::from_text(&words.description)) }
}

unsafe extern "C-unwind" fn get_help_file(this: *mut IErrorInfo, result: *mut BSTR) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    unsafe { read(this, result, |words| bstr::from_text(&words.help_file)) }
}

unsafe extern "C-unwind" fn get_help_context(this: *mut IErrorInfo, result: *mut DWORD) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    unsafe { read(this, result, |words| words.help_context) }
}
