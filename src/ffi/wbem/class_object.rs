//! IWbemClassObject: an object in a program's hands.

use std::sync::Arc;

use parking_lot::Mutex;

use super::bstr;
use super::class_factory::clear;
use super::guard::{guard, Said};
use super::methods;
use super::object::{class_of, create, ours, unknown, Class, Com};
use super::qualifier_set::QualifierSet;
use super::values::{from_variant, string_array, write_property};
use crate::abi::wbem::*;
use crate::wbem::{self, Genus, Object, Type, Value};

/// An object, and how far it is enumerated.
pub struct ClassObject {
    object: Mutex<Object>,
    names: Mutex<Option<std::vec::IntoIter<Arc<str>>>>,
    pub methods: Mutex<Option<std::vec::IntoIter<wbem::Method>>>,
}

impl ClassObject {
    pub fn create(object: Object) -> Com<IWbemClassObject> {
        create(Self {
            object: Mutex::new(object),
            names: Mutex::default(),
            methods: Mutex::default(),
        })
    }

    /// A copy of the object as it is now.
    pub fn object(&self) -> Object {
        self.object.lock().clone()
    }
}

impl Class for ClassObject {
    type Interface = IWbemClassObject;
    const OWN: GUID = GUID::of("8f1a2d64-52c6-4a0e-9d53-5b7a3f1f7a21");
    const VTABLE: &'static IWbemClassObjectVtbl = &IWbemClassObjectVtbl {
        base: unknown::<Self>(),
        GetQualifierSet: get_qualifier_set,
        Get: get,
        Put: put,
        Delete: delete,
        GetNames: get_names,
        BeginEnumeration: begin_enumeration,
        Next: next,
        EndEnumeration: end_enumeration,
        GetPropertyQualifierSet: get_property_qualifier_set,
        Clone: clone,
        GetObjectText: get_object_text,
        SpawnDerivedClass: spawn_derived_class,
        SpawnInstance: spawn_instance,
        CompareTo: compare_to,
        GetPropertyOrigin: get_property_origin,
        InheritsFrom: inherits_from,
        GetMethod: methods::get_method,
        PutMethod: methods::put_method,
        DeleteMethod: methods::delete_method,
        BeginMethodEnumeration: methods::begin_method_enumeration,
        NextMethod: methods::next_method,
        EndMethodEnumeration: methods::end_method_enumeration,
        GetMethodQualifierSet: methods::get_method_qualifier_set,
        GetMethodOrigin: methods::get_method_origin,
    };
}

/// The object of a call.
///
/// # Safety
/// COM's rule for the object of a call.
unsafe fn this<'a>(this: *mut IWbemClassObject) -> &'a ClassObject {
    // SAFETY: the caller's promise.
    unsafe { class_of(this) }
}

/// A name argument, which must be there.
///
/// # Safety
/// `text` is NULL or ends with a NUL.
pub unsafe fn name(text: LPCWSTR) -> Said<String> {
    if text.is_null() {
        return Err(WBEM_E_INVALID_PARAMETER);
    }
    // SAFETY: the caller's promise.
    unsafe { bstr::text(text) }.ok_or(WBEM_E_INVALID_PARAMETER)
}

/// Hands an object out.
///
/// # Safety
/// `result` is NULL or has room for a pointer.
pub unsafe fn give<I: Interface>(result: *mut *mut I, make: impl FnOnce() -> Said<Com<I>>) -> Said {
    // SAFETY: the caller's promise.
    unsafe { clear(result, WBEM_E_INVALID_PARAMETER) }?;
    let made = make()?;
    // SAFETY: not NULL, or `clear` had refused it.
    unsafe { result.write_unaligned(made.into_raw()) };
    Ok(())
}

/// Hands a string out.
///
/// # Safety
/// `result` is NULL or has room for a pointer.
pub unsafe fn give_text(result: *mut BSTR, make: impl FnOnce() -> Said<String>) -> Said {
    // SAFETY: the caller's promise.
    unsafe { clear(result, WBEM_E_INVALID_PARAMETER) }?;
    let text = bstr::from_text(&make()?);
    // SAFETY: not NULL, or `clear` had refused it.
    unsafe { result.write_unaligned(text) };
    Ok(())
}

fn nothing_but(allowed: LONG, flags: LONG) -> Said {
    (flags & !allowed == 0)
        .then_some(())
        .ok_or(WBEM_E_INVALID_PARAMETER)
}

fn code(error: wbem::Error) -> HRESULT {
    error.0
}

/// A property's type, value and flavor, or a system property's.
fn property(object: &Object, name: &str) -> Said<(Type, Value, LONG)> {
    let flavor = wbem::flavor(object, name);
    match object.place(name) {
        Ok(place) => Ok((
            object.class.properties[place].of.clone(),
            object.value(place).clone(),
            flavor,
        )),
        Err(error) => {
            let (of, value) = object.system(name).ok_or(error.0)?;
            Ok((of, value, flavor))
        }
    }
}

unsafe extern "C-unwind" fn get_qualifier_set(
    it: *mut IWbemClassObject,
    result: *mut *mut IWbemQualifierSet,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        let object = this(it).object();
        give(result, || {
            Ok(QualifierSet::create(&object.class.qualifiers))
        })
    })
}

unsafe extern "C-unwind" fn get(
    it: *mut IWbemClassObject,
    wszName: LPCWSTR,
    lFlags: LONG,
    pVal: *mut VARIANT,
    pType: *mut CIMTYPE,
    plFlavor: *mut LONG,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        nothing_but(0, lFlags)?;
        let (of, value, flavor) = property(&this(it).object.lock(), &name(wszName)?)?;
        write_property((&of, &value, flavor), pVal, pType, plFlavor);
        Ok(())
    })
}

unsafe extern "C-unwind" fn put(
    it: *mut IWbemClassObject,
    wszName: LPCWSTR,
    lFlags: LONG,
    pVal: *mut VARIANT,
    Type: CIMTYPE,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        nothing_but(0, lFlags)?;
        let name = name(wszName)?;
        let value = pVal
            .as_ref()
            .map_or(Ok(Value::Null), |it| from_variant(it))?;
        let mut object = this(it).object.lock();
        if object.genus == Genus::Class {
            return Err(WBEM_E_NOT_SUPPORTED);
        }
        let Ok(place) = object.place(&name) else {
            let is_system = object.system(&name).is_some();
            return Err(if is_system {
                WBEM_E_ILLEGAL_OPERATION
            } else {
                WBEM_E_NOT_FOUND
            });
        };
        if Type != 0 && Type != object.class.properties[place].of.number() {
            return Err(WBEM_E_TYPE_MISMATCH);
        }
        object.set(&name, value).map_err(code)
    })
}

unsafe extern "C-unwind" fn delete(it: *mut IWbemClassObject, wszName: LPCWSTR) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let name = name(wszName)?;
        let mut object = this(it).object.lock();
        let place = object.place(&name).map_err(code)?;
        if object.genus == Genus::Class {
            return Err(WBEM_E_NOT_SUPPORTED);
        }
        let default = object.class.properties[place].default.clone();
        object.set(&name, default).map_err(code)?;
        Ok(WBEM_S_RESET_TO_DEFAULT)
    })
}

unsafe extern "C-unwind" fn get_names(
    it: *mut IWbemClassObject,
    wszQualifierName: LPCWSTR,
    lFlags: LONG,
    pQualifierVal: *mut VARIANT,
    pNames: *mut *mut SAFEARRAY,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        clear(pNames, WBEM_E_INVALID_PARAMETER)?;
        let qualifier = match wszQualifierName.is_null() {
            true => None,
            false => Some(name(wszQualifierName)?),
        };
        let value = pQualifierVal
            .as_ref()
            .map_or(Ok(Value::Null), |it| from_variant(it))?;
        let qualifier = qualifier.as_deref().map(|name| (name, value));
        let names = wbem::names(&this(it).object(), lFlags, qualifier).map_err(code)?;
        pNames.write_unaligned(string_array(&names));
        Ok(())
    })
}

unsafe extern "C-unwind" fn begin_enumeration(
    it: *mut IWbemClassObject,
    lEnumFlags: LONG,
) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe {
        let it = this(it);
        let names = wbem::names(&it.object(), lEnumFlags, None).map_err(code)?;
        *it.names.lock() = Some(names.into_iter());
        Ok(())
    })
}

unsafe extern "C-unwind" fn next(
    it: *mut IWbemClassObject,
    lFlags: LONG,
    strName: *mut BSTR,
    pVal: *mut VARIANT,
    pType: *mut CIMTYPE,
    plFlavor: *mut LONG,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        nothing_but(0, lFlags)?;
        let it = this(it);
        let name = it.names.lock().as_mut().ok_or(WBEM_E_UNEXPECTED)?.next();
        let Some(name) = name else {
            return Ok(WBEM_S_NO_MORE_DATA);
        };
        let (of, value, flavor) = property(&it.object.lock(), &name)?;
        if !strName.is_null() {
            give_text(strName, || Ok(name.to_string()))?;
        }
        write_property((&of, &value, flavor), pVal, pType, plFlavor);
        Ok(WBEM_S_NO_ERROR)
    })
}

unsafe extern "C-unwind" fn end_enumeration(it: *mut IWbemClassObject) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe {
        *this(it).names.lock() = None;
        Ok(())
    })
}

unsafe extern "C-unwind" fn get_property_qualifier_set(
    it: *mut IWbemClassObject,
    wszProperty: LPCWSTR,
    result: *mut *mut IWbemQualifierSet,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        give(result, || {
            let (object, name) = (this(it).object(), name(wszProperty)?);
            if object.system(&name).is_some() {
                return Err(WBEM_E_SYSTEM_PROPERTY);
            }
            let property = &object.class.properties[object.place(&name).map_err(code)?];
            let mut qualifiers = property.qualifiers.clone();
            qualifiers.push(wbem::Qualifier {
                name: "CIMTYPE".into(),
                value: property.of.text().into(),
            });
            Ok(QualifierSet::create(&qualifiers))
        })
    })
}

unsafe extern "C-unwind" fn clone(
    it: *mut IWbemClassObject,
    ppCopy: *mut *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe { give(ppCopy, || Ok(ClassObject::create(this(it).object()))) })
}

unsafe extern "C-unwind" fn get_object_text(
    it: *mut IWbemClassObject,
    lFlags: LONG,
    text: *mut BSTR,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        nothing_but(WBEM_FLAG_NO_FLAVORS, lFlags)?;
        give_text(text, || Ok(wbem::mof_of(&this(it).object())))
    })
}

/// Classes are not made by programs.
unsafe extern "C-unwind" fn spawn_derived_class(
    _it: *mut IWbemClassObject,
    _lFlags: LONG,
    result: *mut *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rule for results.
    guard(|| unsafe { give(result, || Err(WBEM_E_NOT_SUPPORTED)) })
}

unsafe extern "C-unwind" fn spawn_instance(
    it: *mut IWbemClassObject,
    lFlags: LONG,
    result: *mut *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        give(result, || {
            nothing_but(0, lFlags)?;
            let object = this(it).object();
            match object.genus {
                Genus::Class => Ok(ClassObject::create(Object::new(object.class.clone(), None))),
                Genus::Instance => Err(WBEM_E_INVALID_OPERATION),
            }
        })
    })
}

unsafe extern "C-unwind" fn compare_to(
    it: *mut IWbemClassObject,
    _lFlags: LONG,
    other: *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let other = ours::<ClassObject>(other)
            .ok_or(WBEM_E_INVALID_PARAMETER)?
            .object();
        let is_same = this(it).object() == other;
        Ok(if is_same {
            WBEM_S_SAME
        } else {
            WBEM_S_DIFFERENT
        })
    })
}

unsafe extern "C-unwind" fn get_property_origin(
    it: *mut IWbemClassObject,
    wszName: LPCWSTR,
    result: *mut BSTR,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        give_text(result, || {
            let (object, name) = (this(it).object(), name(wszName)?);
            if object.system(&name).is_some() {
                return Ok("___SYSTEM".into());
            }
            let place = object.place(&name).map_err(code)?;
            Ok(object.class.properties[place].origin.to_string())
        })
    })
}

unsafe extern "C-unwind" fn inherits_from(
    it: *mut IWbemClassObject,
    strAncestor: LPCWSTR,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let is_heir = this(it).object.lock().class.is_a(&name(strAncestor)?);
        Ok(if is_heir {
            WBEM_S_NO_ERROR
        } else {
            WBEM_S_FALSE
        })
    })
}
