//! Calls to the program's sinks.

use std::{mem, ptr};

use super::bstr;
use super::class_object::ClassObject;
use super::object::Com;
use super::system::SysFreeString;
use crate::abi::wbem::*;
use crate::ffi::outward::NoUnwinding;
use crate::wbem::{Ending, Error, Object, Rejected, Result, Sink};

/// A sink of the program's.
pub struct UserSink(pub Com<IWbemObjectSink>);

impl UserSink {
    fn indicate_all(&self, objects: &[Com<IWbemClassObject>]) -> HRESULT {
        let mut pointers: Vec<*mut IWbemClassObject> = objects.iter().map(Com::as_raw).collect();
        let count = pointers.len() as LONG;
        // SAFETY: a living sink; the array and the references in it live until the call returns.
        without_unwinding(|| unsafe {
            ((*self.0.vtable()).Indicate)(self.0.as_raw(), count, pointers.as_mut_ptr())
        })
    }

    fn set_status(
        &self,
        flags: LONG,
        result: HRESULT,
        text: Option<&str>,
        object: Option<Object>,
    ) -> HRESULT {
        let text = text.map_or(ptr::null_mut(), bstr::from_text);
        let object = object.map(ClassObject::create);
        let pointer = object.as_ref().map_or(ptr::null_mut(), Com::as_raw);
        // SAFETY: a living sink; the string and the object live until the call returns.
        let said = without_unwinding(|| unsafe {
            ((*self.0.vtable()).SetStatus)(self.0.as_raw(), flags, result, text, pointer)
        });
        // SAFETY: made here, and used by nobody after this.
        unsafe { SysFreeString(text) };
        said
    }
}

/// Calls a sink. An exception that leaves it finds nobody who could go on.
fn without_unwinding(call: impl FnOnce() -> HRESULT) -> HRESULT {
    let no_unwinding = NoUnwinding;
    let said = call();
    mem::forget(no_unwinding);
    said
}

fn unless_failed(result: HRESULT) -> std::result::Result<(), Rejected> {
    if result < 0 {
        Err(Rejected)
    } else {
        Ok(())
    }
}

impl Sink for UserSink {
    fn indicate(&self, objects: Vec<Object>) -> std::result::Result<(), Rejected> {
        let objects: Vec<_> = objects.into_iter().map(ClassObject::create).collect();
        unless_failed(self.indicate_all(&objects))
    }

    /// LOWORD done, HIWORD total, which stays below 0x8000: a sink that looks with FAILED sees none.
    fn progress(&self, done: u64, total: u64, text: &str) -> std::result::Result<(), Rejected> {
        const MOST: u64 = 0x7FFF;
        let done = done.min(total);
        let scaled = |number: u64| match total {
            0..=MOST => number,
            _ => (u128::from(number) * u128::from(MOST) / u128::from(total)) as u64,
        };
        let packed = (scaled(total) << 16 | scaled(done)) as HRESULT;
        unless_failed(self.set_status(WBEM_STATUS_PROGRESS, packed, Some(text), None))
    }

    fn complete(&self, result: &Result<Ending>, error: Option<Object>) {
        let (code, text) = match result {
            Ok(Ending {
                text,
                is_short: false,
            }) => (WBEM_S_NO_ERROR, text.as_deref()),
            Ok(Ending {
                text,
                is_short: true,
            }) => (WBEM_S_FALSE, text.as_deref()),
            Err(Error(code)) => (*code, None),
        };
        // It is over, whatever the sink says to that.
        let _ = self.set_status(WBEM_STATUS_COMPLETE, code, text, error);
    }
}
