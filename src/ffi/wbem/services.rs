//! IWbemServices: a namespace.

use std::sync::Arc;

use parking_lot::Mutex;

use super::bstr;
use super::call_result::CallResult;
use super::class_factory::clear;
use super::class_object::{give, ClassObject};
use super::client_security::{Blanket, ClientSecurity};
use super::executing;
use super::guard::{guard, Said};
use super::object::{class_of, create, ours, unknown, Class, Com};
use super::start::{has, with_enumerator, with_object, with_sink};
use crate::abi::wbem::*;
use crate::wbem::{self, Depth, Object, Services};

pub struct Connection {
    services: Services,
    blanket: Arc<Mutex<Blanket>>,
}

impl Connection {
    pub fn new(services: Services) -> Self {
        Self {
            services,
            blanket: Arc::default(),
        }
    }
}

impl Class for Connection {
    type Interface = IWbemServices;
    const VTABLE: &'static IWbemServicesVtbl = &IWbemServicesVtbl {
        base: unknown::<Self>(),
        OpenNamespace: open_namespace,
        CancelAsyncCall: cancel_async_call,
        QueryObjectSink: query_object_sink,
        GetObject: get_object,
        GetObjectAsync: get_object_async,
        PutClass: put_class,
        PutClassAsync: put_class_async,
        DeleteClass: delete_class,
        DeleteClassAsync: delete_class_async,
        CreateClassEnum: create_class_enum,
        CreateClassEnumAsync: create_class_enum_async,
        PutInstance: put_instance,
        PutInstanceAsync: put_instance_async,
        DeleteInstance: delete_instance,
        DeleteInstanceAsync: delete_instance_async,
        CreateInstanceEnum: create_instance_enum,
        CreateInstanceEnumAsync: create_instance_enum_async,
        ExecQuery: executing::exec_query,
        ExecQueryAsync: executing::exec_query_async,
        ExecNotificationQuery: executing::exec_notification_query,
        ExecNotificationQueryAsync: executing::exec_notification_query_async,
        ExecMethod: executing::exec_method,
        ExecMethodAsync: executing::exec_method_async,
    };

    fn other(&self, this: *mut IWbemServices, iid: &GUID) -> Option<Com<IUnknown>> {
        if *iid != IClientSecurity::IID {
            return None;
        }
        // SAFETY: the object of the call.
        let whole = unsafe { Com::borrowed(this.cast()) }?;
        let blanket = self.blanket.clone();
        Some(create(ClientSecurity { whole, blanket }).into_unknown())
    }
}

/// # Safety
/// COM's rule for the object of a call.
pub unsafe fn this<'a>(this: *mut IWbemServices) -> &'a Services {
    // SAFETY: the caller's promise.
    unsafe { &class_of::<Connection>(this).services }
}

/// A string argument, which must be there.
///
/// # Safety
/// `string` is NULL or ends with a NUL.
pub unsafe fn text(string: BSTR) -> Said<String> {
    if string.is_null() {
        return Err(WBEM_E_INVALID_PARAMETER);
    }
    // SAFETY: the caller's promise.
    unsafe { bstr::text(string) }.ok_or(WBEM_E_INVALID_PARAMETER)
}

/// An object argument of the library's making.
///
/// # Safety
/// `object` is NULL or an interface pointer.
pub unsafe fn object(object: *mut IWbemClassObject) -> Said<Object> {
    if object.is_null() {
        return Err(WBEM_E_INVALID_PARAMETER);
    }
    // SAFETY: the caller's promise.
    let ours = unsafe { ours::<ClassObject>(object) };
    ours.map(ClassObject::object).ok_or(WBEM_E_INVALID_OBJECT)
}

pub fn code(error: wbem::Error) -> HRESULT {
    error.0
}

fn depth(flags: LONG) -> Depth {
    if flags & WBEM_FLAG_SHALLOW != 0 {
        Depth::Shallow
    } else {
        Depth::Deep
    }
}

unsafe extern "C-unwind" fn open_namespace(
    it: *mut IWbemServices,
    strNamespace: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    ppWorkingNamespace: *mut *mut IWbemServices,
    ppResult: *mut *mut IWbemCallResult,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let _ = (clear(ppWorkingNamespace, S_OK), clear(ppResult, S_OK));
        let is_immediate = has(lFlags, WBEM_FLAG_RETURN_IMMEDIATELY)?;
        let opened = this(it).open(&text(strNamespace)?).map_err(code)?;
        match is_immediate {
            true => give(ppResult, || Ok(create(CallResult::opened(opened)))),
            false => give(ppWorkingNamespace, || Ok(create(Connection::new(opened)))),
        }
    })
}

unsafe extern "C-unwind" fn cancel_async_call(
    _it: *mut IWbemServices,
    pSink: *mut IWbemObjectSink,
) -> HRESULT {
    guard(|| {
        if pSink.is_null() {
            return Err(WBEM_E_INVALID_PARAMETER);
        }
        wbem::cancel(pSink as usize).map_err(code)
    })
}

/// Programs publish no events of their own.
unsafe extern "C-unwind" fn query_object_sink(
    _it: *mut IWbemServices,
    _lFlags: LONG,
    result: *mut *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rule for results.
    guard(|| unsafe { give(result, || Err(WBEM_E_NOT_SUPPORTED)) })
}

unsafe extern "C-unwind" fn get_object(
    it: *mut IWbemServices,
    strObjectPath: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    ppObject: *mut *mut IWbemClassObject,
    ppCallResult: *mut *mut IWbemCallResult,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let it = this(it);
        with_object(&it.namespace, lFlags, (ppObject, ppCallResult), || {
            Ok(it.object(&text(strObjectPath)?))
        })
    })
}

unsafe extern "C-unwind" fn get_object_async(
    it: *mut IWbemServices,
    strObjectPath: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    pResponseHandler: *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let it = this(it);
        with_sink(&it.namespace, pResponseHandler, lFlags, || {
            Ok(it.object(&text(strObjectPath)?))
        })
    })
}

// Classes are not made, changed or deleted by programs.

unsafe extern "C-unwind" fn put_class(
    _it: *mut IWbemServices,
    _pObject: *mut IWbemClassObject,
    _lFlags: LONG,
    _pCtx: *mut IWbemContext,
    _ppCallResult: *mut *mut IWbemCallResult,
) -> HRESULT {
    WBEM_E_NOT_SUPPORTED
}

unsafe extern "C-unwind" fn put_class_async(
    _it: *mut IWbemServices,
    _pObject: *mut IWbemClassObject,
    _lFlags: LONG,
    _pCtx: *mut IWbemContext,
    _pResponseHandler: *mut IWbemObjectSink,
) -> HRESULT {
    WBEM_E_NOT_SUPPORTED
}

unsafe extern "C-unwind" fn delete_class(
    _it: *mut IWbemServices,
    _strClass: BSTR,
    _lFlags: LONG,
    _pCtx: *mut IWbemContext,
    _ppCallResult: *mut *mut IWbemCallResult,
) -> HRESULT {
    WBEM_E_NOT_SUPPORTED
}

unsafe extern "C-unwind" fn delete_class_async(
    _it: *mut IWbemServices,
    _strClass: BSTR,
    _lFlags: LONG,
    _pCtx: *mut IWbemContext,
    _pResponseHandler: *mut IWbemObjectSink,
) -> HRESULT {
    WBEM_E_NOT_SUPPORTED
}

/// A class's name; NULL is all classes.
///
/// # Safety
/// `string` is NULL or ends with a NUL.
unsafe fn superclass(string: BSTR) -> Said<String> {
    // SAFETY: the caller's promise.
    unsafe { bstr::text(string) }.ok_or(WBEM_E_INVALID_PARAMETER)
}

unsafe extern "C-unwind" fn create_class_enum(
    it: *mut IWbemServices,
    strSuperclass: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    ppEnum: *mut *mut IEnumWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let it = this(it);
        with_enumerator(&it.namespace, lFlags, ppEnum, || {
            Ok(it.classes(&superclass(strSuperclass)?, depth(lFlags)))
        })
    })
}

unsafe extern "C-unwind" fn create_class_enum_async(
    it: *mut IWbemServices,
    strSuperclass: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    pResponseHandler: *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let it = this(it);
        let call = || Ok(it.classes(&superclass(strSuperclass)?, depth(lFlags)));
        with_sink(&it.namespace, pResponseHandler, lFlags, call)
    })
}

unsafe extern "C-unwind" fn put_instance(
    it: *mut IWbemServices,
    pInst: *mut IWbemClassObject,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    ppCallResult: *mut *mut IWbemCallResult,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let it = this(it);
        let results = (std::ptr::null_mut(), ppCallResult);
        with_object(
            &it.namespace,
            lFlags,
            results,
            || Ok(it.put(object(pInst)?)),
        )
    })
}

unsafe extern "C-unwind" fn put_instance_async(
    it: *mut IWbemServices,
    pInst: *mut IWbemClassObject,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    pResponseHandler: *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let it = this(it);
        with_sink(&it.namespace, pResponseHandler, lFlags, || {
            Ok(it.put(object(pInst)?))
        })
    })
}

unsafe extern "C-unwind" fn delete_instance(
    it: *mut IWbemServices,
    strObjectPath: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    ppCallResult: *mut *mut IWbemCallResult,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let it = this(it);
        let results = (std::ptr::null_mut(), ppCallResult);
        with_object(&it.namespace, lFlags, results, || {
            it.delete(&text(strObjectPath)?).map_err(code)
        })
    })
}

unsafe extern "C-unwind" fn delete_instance_async(
    it: *mut IWbemServices,
    strObjectPath: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    pResponseHandler: *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let it = this(it);
        with_sink(&it.namespace, pResponseHandler, lFlags, || {
            it.delete(&text(strObjectPath)?).map_err(code)
        })
    })
}

unsafe extern "C-unwind" fn create_instance_enum(
    it: *mut IWbemServices,
    strFilter: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    ppEnum: *mut *mut IEnumWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let it = this(it);
        with_enumerator(&it.namespace, lFlags, ppEnum, || {
            Ok(it.instances(&text(strFilter)?, depth(lFlags)))
        })
    })
}

unsafe extern "C-unwind" fn create_instance_enum_async(
    it: *mut IWbemServices,
    strFilter: BSTR,
    lFlags: LONG,
    _pCtx: *mut IWbemContext,
    pResponseHandler: *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let it = this(it);
        let call = || Ok(it.instances(&text(strFilter)?, depth(lFlags)));
        with_sink(&it.namespace, pResponseHandler, lFlags, call)
    })
}
