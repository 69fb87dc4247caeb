//! The error object of a thread.

use std::cell::RefCell;
use std::sync::Arc;

use parking_lot::Mutex;

use crate::abi::wbem::*;
use crate::ffi::wbem::bstr;
use crate::ffi::wbem::class_factory::clear;
use crate::ffi::wbem::error_info::{ErrorInfo, Words};
use crate::ffi::wbem::guard::{guard, Said};
use crate::ffi::wbem::object::{class_of, create, unknown, Class, Com};

thread_local! {
    static CURRENT: RefCell<Option<Com<IErrorInfo>>> = const { RefCell::new(None) };
}

/// Makes an object the calling thread's. What was there before is given back when no borrow lives.
fn replace(new: Option<Com<IErrorInfo>>) -> Option<Com<IErrorInfo>> {
    // A thread that is ending has none any more.
    CURRENT
        .try_with(|current| current.replace(new))
        .ok()
        .flatten()
}

/// The calling thread has no error object any more.
pub fn forget() {
    drop(replace(None));
}

/// Sets the calling thread's error object; NULL for none.
/// <https://learn.microsoft.com/windows/win32/api/oleauto/nf-oleauto-seterrorinfo>
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SetErrorInfo(_dwReserved: ULONG, perrinfo: *mut IErrorInfo) -> HRESULT {
    guard(|| {
        // SAFETY: the program's promise.
        drop(replace(unsafe { Com::borrowed(perrinfo) }));
        Ok(())
    })
}

/// Takes the calling thread's error object. S_FALSE, and NULL, when there is none. That of a WMI call
/// answers to IID_IWbemClassObject too: it is an __ExtendedStatus.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn GetErrorInfo(
    _dwReserved: ULONG,
    pperrinfo: *mut *mut IErrorInfo,
) -> HRESULT {
    guard(|| {
        // SAFETY: the program's promise.
        unsafe { clear(pperrinfo, E_INVALIDARG) }?;
        let Some(object) = replace(None) else {
            return Ok(S_FALSE);
        };
        // SAFETY: not NULL, or `clear` had refused it.
        unsafe { pperrinfo.write_unaligned(object.into_raw()) };
        Ok(S_OK)
    })
}

/// Makes an error object to be filled and given to SetErrorInfo.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn CreateErrorInfo(pperrinfo: *mut *mut ICreateErrorInfo) -> HRESULT {
    guard(|| {
        // SAFETY: the program's promise.
        unsafe { clear(pperrinfo, E_INVALIDARG) }?;
        let object = create(Creator(Arc::default()));
        // SAFETY: not NULL, or `clear` had refused it.
        unsafe { pperrinfo.write_unaligned(object.into_raw()) };
        Ok(())
    })
}

/// An error to fill.
struct Creator(Arc<Mutex<Words>>);

impl Class for Creator {
    type Interface = ICreateErrorInfo;
    const VTABLE: &'static ICreateErrorInfoVtbl = &ICreateErrorInfoVtbl {
        base: unknown::<Self>(),
        SetGUID: set_guid,
        SetSource: set_source,
        SetDescription: set_description,
        SetHelpFile: set_help_file,
        SetHelpContext: set_help_context,
    };

    fn other(&self, _this: *mut ICreateErrorInfo, iid: &GUID) -> Option<Com<IUnknown>> {
        let is_reader = *iid == IErrorInfo::IID;
        is_reader.then(|| {
            let words = self.0.clone();
            create(ErrorInfo::saying(words)).into_unknown()
        })
    }
}

/// # Safety
/// `this` is the object of a call.
unsafe fn change(this: *mut ICreateErrorInfo, set: impl FnOnce(&mut Words) -> Said) -> HRESULT {
    // SAFETY: the caller's promise.
    guard(|| set(&mut unsafe { class_of::<Creator>(this) }.0.lock()))
}

/// # Safety
/// `text` is NULL or ends with a NUL.
unsafe fn words(text: *mut OLECHAR) -> Said<String> {
    // SAFETY: the caller's promise.
    unsafe { bstr::text(text) }.ok_or(E_INVALIDARG)
}

unsafe extern "C-unwind" fn set_guid(this: *mut ICreateErrorInfo, guid: *const GUID) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    unsafe {
        change(this, |it| {
            it.interface = *guid.as_ref().ok_or(E_INVALIDARG)?;
            Ok(())
        })
    }
}

unsafe extern "C-unwind" fn set_source(this: *mut ICreateErrorInfo, text: *mut OLECHAR) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    unsafe { change(this, |it| words(text).map(|text| it.source = text)) }
}

unsafe extern "C-unwind" fn set_description(
    this: *mut ICreateErrorInfo,
    text: *mut OLECHAR,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    unsafe { change(this, |it| words(text).map(|text| it.description = text)) }
}

unsafe extern "C-unwind" fn set_help_file(
    this: *mut ICreateErrorInfo,
    text: *mut OLECHAR,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    unsafe { change(this, |it| words(text).map(|text| it.help_file = text)) }
}

unsafe extern "C-unwind" fn set_help_context(
    this: *mut ICreateErrorInfo,
    context: DWORD,
) -> HRESULT {
    // SAFETY: COM's rules for the object.
    unsafe {
        change(this, |it| {
            it.help_context = context;
            Ok(())
        })
    }
}
