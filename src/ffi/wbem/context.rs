//! IWbemContext: named values. No call here looks at them.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use parking_lot::Mutex;

use super::class_factory::clear;
use super::class_object::{give, give_text, name};
use super::guard::{guard, Said};
use super::object::{class_of, create, unknown, Class};
use super::system::VariantCopy;
use super::values::{string_array, Owned};
use super::variant;
use crate::abi::wbem::*;

/// The names in lower case, with the names as they were given and the values. A value is copied without a
/// lock: what it refers to may be the program's own object.
type Named = BTreeMap<String, (String, Arc<Owned>)>;

#[derive(Default)]
pub struct Context {
    values: Mutex<Named>,
    /// The name that was enumerated last; empty before the first.
    place: Mutex<Option<String>>,
}

impl Class for Context {
    type Interface = IWbemContext;
    const VTABLE: &'static IWbemContextVtbl = &IWbemContextVtbl {
        base: unknown::<Self>(),
        Clone: clone,
        GetNames: get_names,
        BeginEnumeration: begin_enumeration,
        Next: next,
        EndEnumeration: end_enumeration,
        SetValue: set_value,
        GetValue: get_value,
        DeleteValue: delete_value,
        DeleteAll: delete_all,
    };
}

/// # Safety
/// COM's rule for the object of a call.
unsafe fn this<'a>(this: *mut IWbemContext) -> &'a Context {
    // SAFETY: the caller's promise.
    unsafe { class_of(this) }
}

/// # Safety
/// `value` is a VARIANT.
unsafe fn copy(value: *const VARIANT) -> Said<Owned> {
    let mut copy = variant::EMPTY;
    // SAFETY: the caller's promise.
    match unsafe { VariantCopy(&mut copy, value) } {
        // SAFETY: the copy is nobody else's.
        0.. => Ok(unsafe { Owned::new(copy) }),
        error => Err(error),
    }
}

unsafe extern "C-unwind" fn clone(
    it: *mut IWbemContext,
    ppNewCopy: *mut *mut IWbemContext,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        give(ppNewCopy, || {
            let values = this(it).values.lock().clone();
            Ok(create(Context {
                values: Mutex::new(values),
                place: Mutex::default(),
            }))
        })
    })
}

unsafe extern "C-unwind" fn get_names(
    it: *mut IWbemContext,
    _lFlags: LONG,
    pNames: *mut *mut SAFEARRAY,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        clear(pNames, WBEM_E_INVALID_PARAMETER)?;
        let values = this(it).values.lock();
        let names: Vec<&String> = values.values().map(|(name, _)| name).collect();
        pNames.write_unaligned(string_array(&names));
        Ok(())
    })
}

unsafe extern "C-unwind" fn begin_enumeration(it: *mut IWbemContext, _lFlags: LONG) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe {
        *this(it).place.lock() = Some(String::new());
        Ok(())
    })
}

unsafe extern "C-unwind" fn next(
    it: *mut IWbemContext,
    _lFlags: LONG,
    pstrName: *mut BSTR,
    pValue: *mut VARIANT,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        let it = this(it);
        let found = {
            let mut place = it.place.lock();
            let place = place.as_mut().ok_or(WBEM_E_UNEXPECTED)?;
            // No name is empty, so the first is behind the empty one.
            let behind = (Bound::Excluded(place.clone()), Bound::Unbounded);
            let values = it.values.lock();
            let next = values.range(behind).next();
            next.map(|(key, found)| {
                place.clone_from(key);
                found.clone()
            })
        };
        let Some((name, value)) = found else {
            return Ok(WBEM_S_NO_MORE_DATA);
        };
        let copy = copy(value.as_ref().as_ref())?;
        if !pstrName.is_null() {
            give_text(pstrName, || Ok(name))?;
        }
        variant::write(pValue, || copy.into_raw());
        Ok(WBEM_S_NO_ERROR)
    })
}

unsafe extern "C-unwind" fn end_enumeration(it: *mut IWbemContext) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe {
        *this(it).place.lock() = None;
        Ok(())
    })
}

unsafe extern "C-unwind" fn set_value(
    it: *mut IWbemContext,
    wszName: LPCWSTR,
    _lFlags: LONG,
    pValue: *mut VARIANT,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let name = name(wszName)?;
        if name.is_empty() || pValue.is_null() {
            return Err(WBEM_E_INVALID_PARAMETER);
        }
        let value = Arc::new(copy(pValue)?);
        let old = this(it)
            .values
            .lock()
            .insert(name.to_lowercase(), (name, value));
        // What it frees may be the program's own object.
        drop(old);
        Ok(())
    })
}

unsafe extern "C-unwind" fn get_value(
    it: *mut IWbemContext,
    wszName: LPCWSTR,
    _lFlags: LONG,
    pValue: *mut VARIANT,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let name = name(wszName)?.to_lowercase();
        let found = this(it).values.lock().get(&name).cloned();
        let (_, value) = found.ok_or(WBEM_E_NOT_FOUND)?;
        if pValue.is_null() {
            return Err(WBEM_E_INVALID_PARAMETER);
        }
        let copy = copy(value.as_ref().as_ref())?;
        variant::write(pValue, || copy.into_raw());
        Ok(())
    })
}

unsafe extern "C-unwind" fn delete_value(
    it: *mut IWbemContext,
    wszName: LPCWSTR,
    _lFlags: LONG,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let name = name(wszName)?.to_lowercase();
        let old = this(it).values.lock().remove(&name);
        old.map(drop).ok_or(WBEM_E_NOT_FOUND)
    })
}

unsafe extern "C-unwind" fn delete_all(it: *mut IWbemContext) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe {
        let old = std::mem::take(&mut *this(it).values.lock());
        drop(old);
        Ok(())
    })
}
