//! The methods of IWbemServices that execute: queries, subscriptions, methods of classes and instances.

use std::sync::Arc;

use super::class_object::give;
use super::enumerator::Enumerator;
use super::guard::{guard, Said};
use super::object::{create, Com};
use super::services::{code, object, text, this};
use super::sink::UserSink;
use super::start::{failed, has, with_enumerator, with_object, with_sink};
use crate::abi::wbem::*;
use crate::wbem::{Call, Queue, Services};

/// # Safety
/// Both strings are NULL or end with a NUL.
unsafe fn query(it: &Services, strQueryLanguage: BSTR, strQuery: BSTR, flags: LONG) -> Said<Call> {
    // SAFETY: the caller's promise.
    let (language, query) = unsafe { (text(strQueryLanguage)?, text(strQuery)?) };
    it.query(&language, &query, flags & WBEM_FLAG_PROTOTYPE != 0)
        .map_err(code)
}

pub unsafe extern "C-unwind" fn exec_query(
    it: *mut IWbemServices,
    strQueryLanguage: BSTR,
    strQuery: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    ppEnum: *mut *mut IEnumWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let it = this(it);
        with_enumerator(&it.namespace, lFlags, ppEnum, || {
            query(it, strQueryLanguage, strQuery, lFlags)
        })
    })
}

pub unsafe extern "C-unwind" fn exec_query_async(
    it: *mut IWbemServices,
    strQueryLanguage: BSTR,
    strQuery: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    pResponseHandler: *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let it = this(it);
        with_sink(&it.namespace, pResponseHandler, lFlags, || {
            query(it, strQueryLanguage, strQuery, lFlags)
        })
    })
}

pub unsafe extern "C-unwind" fn exec_notification_query(
    it: *mut IWbemServices,
    strQueryLanguage: BSTR,
    strQuery: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    ppEnum: *mut *mut IEnumWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let it = this(it);
        give(ppEnum, || {
            // Both are needed: the events of a subscription have no end to wait for, and no beginning to go
            // back to.
            if !has(lFlags, WBEM_FLAG_RETURN_IMMEDIATELY)? || !has(lFlags, WBEM_FLAG_FORWARD_ONLY)?
            {
                return Err(WBEM_E_INVALID_PARAMETER);
            }
            let (language, query) = (text(strQueryLanguage)?, text(strQuery)?);
            let subscription = it.subscription(&language, &query);
            let subscription = subscription.map_err(|error| {
                failed(&it.namespace, ("ExecNotificationQuery", &query), error.0)
            })?;
            let queue = Queue::fed_by(true, |sink| subscription.begin(sink, 0));
            Ok(create(Enumerator::new(queue, &it.namespace)))
        })
    })
}

pub unsafe extern "C-unwind" fn exec_notification_query_async(
    it: *mut IWbemServices,
    strQueryLanguage: BSTR,
    strQuery: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    pResponseHandler: *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let it = this(it);
        if pResponseHandler.is_null() {
            return Err(WBEM_E_INVALID_PARAMETER);
        }
        // WBEM_FLAG_SEND_STATUS is passed over: a subscription has no progress.
        has(lFlags, 0)?;
        let (language, query) = (text(strQueryLanguage)?, text(strQuery)?);
        let subscription = it.subscription(&language, &query).map_err(code)?;
        let sink = Com::borrowed(pResponseHandler).ok_or(WBEM_E_INVALID_PARAMETER)?;
        subscription.begin(Arc::new(UserSink(sink)), pResponseHandler as usize);
        Ok(())
    })
}

/// # Safety
/// Both strings are NULL or end with a NUL, and `pInParams` is NULL or an interface pointer.
unsafe fn method(
    it: &Services,
    path: BSTR,
    method: BSTR,
    pInParams: *mut IWbemClassObject,
) -> Said<Call> {
    // SAFETY: the caller's promise.
    let (path, method) = unsafe { (text(path)?, text(method)?) };
    let input = match pInParams.is_null() {
        true => None,
        // SAFETY: the caller's promise.
        false => Some(unsafe { object(pInParams) }?),
    };
    it.method(&path, &method, input).map_err(code)
}

pub unsafe extern "C-unwind" fn exec_method(
    it: *mut IWbemServices,
    strObjectPath: BSTR,
    strMethodName: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    pInParams: *mut IWbemClassObject,
    ppOutParams: *mut *mut IWbemClassObject,
    ppCallResult: *mut *mut IWbemCallResult,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let it = this(it);
        let call = || method(it, strObjectPath, strMethodName, pInParams);
        with_object(&it.namespace, lFlags, (ppOutParams, ppCallResult), call)
    })
}

pub unsafe extern "C-unwind" fn exec_method_async(
    it: *mut IWbemServices,
    strObjectPath: BSTR,
    strMethodName: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    pInParams: *mut IWbemClassObject,
    pResponseHandler: *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let it = this(it);
        let call = || method(it, strObjectPath, strMethodName, pInParams);
        with_sink(&it.namespace, pResponseHandler, lFlags, call)
    })
}
