//! Unsecured apartments: stubs that pass a sink's calls on. On Windows they live in another process; here
//! a stub is an object of its own, which a call is cancelled by.

use super::class_factory::clear;
use super::guard::guard;
use super::object::{class_of, create, unknown, Class, Com};
use crate::abi::wbem::*;

pub struct Apartment;

impl Class for Apartment {
    type Interface = IWbemUnsecuredApartment;
    const VTABLE: &'static IWbemUnsecuredApartmentVtbl = &IWbemUnsecuredApartmentVtbl {
        base: IUnsecuredApartmentVtbl {
            base: unknown::<Self>(),
            CreateObjectStub: create_object_stub,
        },
        CreateSinkStub: create_sink_stub,
    };

    fn is_also(iid: &GUID) -> bool {
        *iid == IUnsecuredApartment::IID
    }
}

unsafe extern "C-unwind" fn create_object_stub(
    _this: *mut IUnsecuredApartment,
    pObject: *mut IUnknown,
    ppStub: *mut *mut IUnknown,
) -> HRESULT {
    // SAFETY: COM's rules for arguments and for results.
    guard(|| unsafe {
        clear(ppStub, E_POINTER)?;
        let object = Com::borrowed(pObject).ok_or(E_POINTER)?;
        let sink = object.query::<IWbemObjectSink>().ok_or(E_NOINTERFACE)?;
        ppStub.write_unaligned(create(Stub(sink)).into_unknown().into_raw());
        Ok(())
    })
}

unsafe extern "C-unwind" fn create_sink_stub(
    _this: *mut IWbemUnsecuredApartment,
    pSink: *mut IWbemObjectSink,
    dwFlags: DWORD,
    wszReserved: LPCWSTR,
    ppStub: *mut *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rules for arguments and for results.
    guard(|| unsafe {
        clear(ppStub, WBEM_E_INVALID_PARAMETER)?;
        let is_known = dwFlags <= WBEM_FLAG_UNSECAPP_DONT_CHECK_ACCESS as DWORD;
        let sink = Com::borrowed(pSink).filter(|_| is_known && wszReserved.is_null());
        let sink = sink.ok_or(WBEM_E_INVALID_PARAMETER)?;
        ppStub.write_unaligned(create(Stub(sink)).into_raw());
        Ok(())
    })
}

/// Passes calls on to a sink.
struct Stub(Com<IWbemObjectSink>);

impl Class for Stub {
    type Interface = IWbemObjectSink;
    const VTABLE: &'static IWbemObjectSinkVtbl = &IWbemObjectSinkVtbl {
        base: unknown::<Self>(),
        Indicate: indicate,
        SetStatus: set_status,
    };
}

unsafe extern "C-unwind" fn indicate(
    this: *mut IWbemObjectSink,
    count: LONG,
    objects: *mut *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rule for the object; the arguments go on as they came.
    unsafe {
        let Stub(sink) = class_of::<Stub>(this);
        ((*sink.vtable()).Indicate)(sink.as_raw(), count, objects)
    }
}

unsafe extern "C-unwind" fn set_status(
    this: *mut IWbemObjectSink,
    flags: LONG,
    result: HRESULT,
    text: BSTR,
    object: *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rule for the object; the arguments go on as they came.
    unsafe {
        let Stub(sink) = class_of::<Stub>(this);
        ((*sink.vtable()).SetStatus)(sink.as_raw(), flags, result, text, object)
    }
}
