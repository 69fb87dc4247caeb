//! The ways that a call runs in: on the caller's thread, semisynchronously, with a sink.

use std::sync::Arc;

use super::call_result::CallResult;
use super::class_factory::clear;
use super::class_object::{give, ClassObject};
use super::enumerator::Enumerator;
use super::error_info::{self, Words};
use super::guard::Said;
use super::object::{create, Com};
use super::sink::UserSink;
use crate::abi::wbem::*;
use crate::wbem::{Call, Namespace, Operation, Queue};

/// Flags that mean something to some call.
const KNOWN: LONG = 0x7
    | WBEM_FLAG_RETURN_IMMEDIATELY
    | WBEM_FLAG_FORWARD_ONLY
    | WBEM_FLAG_NO_ERROR_OBJECT
    | WBEM_FLAG_SEND_STATUS
    | WBEM_FLAG_ENSURE_LOCATABLE
    | WBEM_FLAG_DIRECT_READ
    | WBEM_FLAG_USE_AMENDED_QUALIFIERS;

/// Whether a call has a flag; flags that nobody knows are refused.
pub fn has(flags: LONG, flag: LONG) -> Said<bool> {
    if flags & !KNOWN != 0 {
        return Err(WBEM_E_INVALID_PARAMETER);
    }
    Ok(flags & flag != 0)
}

/// Leaves the error object of a failed call for its thread, and gives the error.
pub fn failed(namespace: &Namespace, (method, parameter): (&str, &str), code: HRESULT) -> HRESULT {
    if let Some(status) = namespace.extended_status(method, parameter, code) {
        let words = Words {
            interface: IWbemServices::IID,
            source: "WinMgmt".into(),
            ..Words::default()
        };
        error_info::leave(words, ClassObject::create(status));
    }
    code
}

/// With a sink. An error leaves the sink alone.
///
/// # Safety
/// `sink` is NULL or an interface pointer.
pub unsafe fn with_sink(
    namespace: &Arc<Namespace>,
    sink: *mut IWbemObjectSink,
    flags: LONG,
    call: impl FnOnce() -> Said<Call>,
) -> Said {
    if sink.is_null() {
        return Err(WBEM_E_INVALID_PARAMETER);
    }
    let sends_status = has(flags, WBEM_FLAG_SEND_STATUS)?;
    let call = call()?;
    let key = sink as usize;
    // SAFETY: the caller's promise.
    let sink = unsafe { Com::borrowed(sink) }.ok_or(WBEM_E_INVALID_PARAMETER)?;
    Operation::start(namespace, call, Arc::new(UserSink(sink)), key, sends_status);
    Ok(())
}

/// With an enumerator: semisynchronously with WBEM_FLAG_RETURN_IMMEDIATELY, else on this thread.
///
/// # Safety
/// `result` is NULL or has room for a pointer.
pub unsafe fn with_enumerator(
    namespace: &Arc<Namespace>,
    flags: LONG,
    result: *mut *mut IEnumWbemClassObject,
    call: impl FnOnce() -> Said<Call>,
) -> Said {
    let make = || {
        let is_forward_only = has(flags, WBEM_FLAG_FORWARD_ONLY)?;
        let call = call()?;
        let queue = if has(flags, WBEM_FLAG_RETURN_IMMEDIATELY)? {
            Queue::start(namespace, call, is_forward_only)
        } else {
            let says = (call.method, call.parameter.clone());
            let collected = call.collect();
            let (objects, ending) =
                collected.map_err(|error| failed(namespace, (says.0, &says.1), error.0))?;
            Queue::full(objects, ending, is_forward_only)
        };
        Ok(create(Enumerator::new(queue, namespace)))
    };
    // SAFETY: the caller's promise.
    unsafe { give(result, make) }
}

/// With one object and an IWbemCallResult: that alone with WBEM_FLAG_RETURN_IMMEDIATELY, else the object,
/// on this thread. Both pointers may be NULL where they are not needed.
///
/// # Safety
/// Each pointer is NULL or has room for a pointer.
pub unsafe fn with_object(
    namespace: &Arc<Namespace>,
    flags: LONG,
    (object, call_result): (*mut *mut IWbemClassObject, *mut *mut IWbemCallResult),
    call: impl FnOnce() -> Said<Call>,
) -> Said {
    // SAFETY: the caller's promise; NULL is looked at below.
    let _ = unsafe { (clear(object, S_OK), clear(call_result, S_OK)) };
    let is_immediate = has(flags, WBEM_FLAG_RETURN_IMMEDIATELY)?;
    if is_immediate {
        let make = || {
            Ok(create(CallResult::running(Queue::start(
                namespace,
                call()?,
                false,
            ))))
        };
        // SAFETY: the caller's promise.
        return unsafe { give(call_result, make) };
    }
    let call = call()?;
    let says = (call.method, call.parameter.clone());
    let collected = call.collect();
    let (objects, _) = collected.map_err(|error| failed(namespace, (says.0, &says.1), error.0))?;
    if let Some(found) = objects.into_iter().next().filter(|_| !object.is_null()) {
        // SAFETY: not NULL, and the caller's promise.
        unsafe { object.write_unaligned(ClassObject::create(found).into_raw()) };
    }
    Ok(())
}
