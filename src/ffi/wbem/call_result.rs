//! IWbemCallResult: a call that goes on while the program does.

use super::class_object::{give, give_text, ClassObject};
use super::enumerator::time;
use super::guard::{guard, Said};
use super::object::{class_of, create, unknown, Class};
use super::services::Connection;
use crate::abi::wbem::*;
use crate::wbem::{Ending, Queue, Services, Taken};

pub struct CallResult {
    queue: Queue,
    /// The namespace that was opened.
    services: Option<Services>,
}

impl CallResult {
    /// A call that runs.
    pub fn running(queue: Queue) -> Self {
        Self {
            queue,
            services: None,
        }
    }

    /// A namespace that is open.
    pub fn opened(services: Services) -> Self {
        Self {
            queue: Queue::full(Vec::new(), Ending::default(), false),
            services: Some(services),
        }
    }

    /// How the call ended; `None` when it has not.
    fn ending(&self, timeout: LONG) -> Said<Option<Ending>> {
        match self.queue.end(time(timeout)?) {
            Some(result) => result.map(Some).map_err(|error| error.0),
            None => Ok(None),
        }
    }
}

impl Class for CallResult {
    type Interface = IWbemCallResult;
    const VTABLE: &'static IWbemCallResultVtbl = &IWbemCallResultVtbl {
        base: unknown::<Self>(),
        GetResultObject: get_result_object,
        GetResultString: get_result_string,
        GetResultServices: get_result_services,
        GetCallStatus: get_call_status,
    };
}

/// # Safety
/// COM's rule for the object of a call.
unsafe fn this<'a>(this: *mut IWbemCallResult) -> &'a CallResult {
    // SAFETY: the caller's promise.
    unsafe { class_of(this) }
}

unsafe extern "C-unwind" fn get_result_object(
    it: *mut IWbemCallResult,
    lTimeout: LONG,
    ppResultObject: *mut *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        let it = this(it);
        give(ppResultObject, || {
            it.ending(lTimeout)?.ok_or(WBEM_S_TIMEDOUT)?;
            let reader = it.queue.another().map_err(|error| error.0)?;
            match reader.take(1, None) {
                Taken::All(objects) => {
                    let object = objects.into_iter().next().ok_or(WBEM_E_INVALID_OPERATION)?;
                    Ok(ClassObject::create(object))
                }
                _ => Err(WBEM_E_INVALID_OPERATION),
            }
        })
    })
}

unsafe extern "C-unwind" fn get_result_string(
    it: *mut IWbemCallResult,
    lTimeout: LONG,
    pstrResultString: *mut BSTR,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        give_text(pstrResultString, || {
            let ending = this(it).ending(lTimeout)?.ok_or(WBEM_S_TIMEDOUT)?;
            ending.text.ok_or(WBEM_E_INVALID_OPERATION)
        })
    })
}

unsafe extern "C-unwind" fn get_result_services(
    it: *mut IWbemCallResult,
    _lTimeout: LONG,
    ppServices: *mut *mut IWbemServices,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        give(ppServices, || {
            let services = this(it).services.clone().ok_or(WBEM_E_INVALID_OPERATION)?;
            Ok(create(Connection::new(services)))
        })
    })
}

unsafe extern "C-unwind" fn get_call_status(
    it: *mut IWbemCallResult,
    lTimeout: LONG,
    plStatus: *mut LONG,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        if plStatus.is_null() {
            return Err(WBEM_E_INVALID_PARAMETER);
        }
        let status = match this(it).queue.end(time(lTimeout)?) {
            None => return Ok(WBEM_S_TIMEDOUT),
            Some(Ok(_)) => WBEM_S_NO_ERROR,
            Some(Err(error)) => error.0,
        };
        plStatus.write_unaligned(status);
        Ok(WBEM_S_NO_ERROR)
    })
}
