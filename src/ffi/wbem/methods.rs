//! The methods of a class, as IWbemClassObject has them.

use super::class_factory::clear;
use super::class_object::{give, give_text, name, ClassObject};
use super::guard::{guard, Said};
use super::object::class_of;
use super::qualifier_set::QualifierSet;
use crate::abi::wbem::*;
use crate::wbem::{Genus, Method, Object};

/// The class of a call; WBEM_E_ILLEGAL_OPERATION for an instance.
///
/// # Safety
/// COM's rule for the object of a call.
unsafe fn class(this: *mut IWbemClassObject) -> Said<Object> {
    // SAFETY: the caller's promise.
    let object = unsafe { class_of::<ClassObject>(this) }.object();
    match object.genus {
        Genus::Class => Ok(object),
        Genus::Instance => Err(WBEM_E_ILLEGAL_OPERATION),
    }
}

/// Hands out the parameters of a method; a NULL pointer is passed over, and NULL says that there are none.
///
/// # Safety
/// Both pointers are NULL or have room for a pointer.
unsafe fn give_signatures(
    method: &Method,
    input: *mut *mut IWbemClassObject,
    output: *mut *mut IWbemClassObject,
) -> Said {
    for (parameters, result) in [(&method.input, input), (&method.output, output)] {
        let Some(parameters) = parameters.as_ref().filter(|_| !result.is_null()) else {
            continue;
        };
        let object = Object::class(parameters.clone(), None);
        // SAFETY: not NULL, and the caller's promise.
        unsafe { give(result, || Ok(ClassObject::create(object))) }?;
    }
    Ok(())
}

/// # Safety
/// Both pointers are NULL or have room for a pointer.
unsafe fn clear_both(input: *mut *mut IWbemClassObject, output: *mut *mut IWbemClassObject) {
    for result in [input, output] {
        // SAFETY: the caller's promise; NULL is allowed here.
        let _may_be_null = unsafe { clear(result, S_OK) };
    }
}

pub unsafe extern "C-unwind" fn get_method(
    this: *mut IWbemClassObject,
    wszName: LPCWSTR,
    _lFlags: LONG,
    ppInSignature: *mut *mut IWbemClassObject,
    ppOutSignature: *mut *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        clear_both(ppInSignature, ppOutSignature);
        let object = class(this)?;
        let method = object
            .class
            .method(&name(wszName)?)
            .ok_or(WBEM_E_NOT_FOUND)?;
        give_signatures(method, ppInSignature, ppOutSignature)
    })
}

/// Classes are not changed by programs.
pub unsafe extern "C-unwind" fn put_method(
    _this: *mut IWbemClassObject,
    _wszName: LPCWSTR,
    _lFlags: LONG,
    _pInSignature: *mut IWbemClassObject,
    _pOutSignature: *mut IWbemClassObject,
) -> HRESULT {
    WBEM_E_NOT_SUPPORTED
}

pub unsafe extern "C-unwind" fn delete_method(
    _this: *mut IWbemClassObject,
    _wszName: LPCWSTR,
) -> HRESULT {
    WBEM_E_NOT_SUPPORTED
}

pub unsafe extern "C-unwind" fn begin_method_enumeration(
    this: *mut IWbemClassObject,
    lEnumFlags: LONG,
) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe {
        let object = class(this)?;
        let methods = object.class.methods.iter().filter(|it| {
            let is_local = it.origin == object.class.name;
            match lEnumFlags {
                WBEM_FLAG_LOCAL_ONLY => is_local,
                WBEM_FLAG_PROPAGATED_ONLY => !is_local,
                _ => true,
            }
        });
        let methods: Vec<Method> = methods.cloned().collect();
        *class_of::<ClassObject>(this).methods.lock() = Some(methods.into_iter());
        Ok(())
    })
}

pub unsafe extern "C-unwind" fn next_method(
    this: *mut IWbemClassObject,
    _lFlags: LONG,
    pstrName: *mut BSTR,
    ppInSignature: *mut *mut IWbemClassObject,
    ppOutSignature: *mut *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        clear_both(ppInSignature, ppOutSignature);
        let mut methods = class_of::<ClassObject>(this).methods.lock();
        let Some(method) = methods.as_mut().ok_or(WBEM_E_UNEXPECTED)?.next() else {
            return Ok(WBEM_S_NO_MORE_DATA);
        };
        if !pstrName.is_null() {
            give_text(pstrName, || Ok(method.name.to_string()))?;
        }
        give_signatures(&method, ppInSignature, ppOutSignature)?;
        Ok(WBEM_S_NO_ERROR)
    })
}

pub unsafe extern "C-unwind" fn end_method_enumeration(this: *mut IWbemClassObject) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe {
        *class_of::<ClassObject>(this).methods.lock() = None;
        Ok(())
    })
}

pub unsafe extern "C-unwind" fn get_method_qualifier_set(
    this: *mut IWbemClassObject,
    wszMethod: LPCWSTR,
    result: *mut *mut IWbemQualifierSet,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        give(result, || {
            let object = class(this)?;
            let method = object
                .class
                .method(&name(wszMethod)?)
                .ok_or(WBEM_E_NOT_FOUND)?;
            Ok(QualifierSet::create(&method.qualifiers))
        })
    })
}

pub unsafe extern "C-unwind" fn get_method_origin(
    this: *mut IWbemClassObject,
    wszMethodName: LPCWSTR,
    result: *mut BSTR,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        give_text(result, || {
            let object = class(this)?;
            let method = object
                .class
                .method(&name(wszMethodName)?)
                .ok_or(WBEM_E_NOT_FOUND)?;
            Ok(method.origin.to_string())
        })
    })
}
