//! IWbemQualifierSet: what is said about a class, a property or a method. It is read and not written.

use parking_lot::Mutex;

use super::class_factory::clear;
use super::class_object::{give_text, name};
use super::guard::guard;
use super::object::{class_of, create, unknown, Class, Com};
use super::values::{string_array, to_variant};
use super::variant;
use crate::abi::wbem::*;
use crate::wbem::{Cim, Qualifier, Value};

pub struct QualifierSet {
    qualifiers: Vec<Qualifier>,
    place: Mutex<Option<usize>>,
}

impl QualifierSet {
    pub fn create(qualifiers: &[Qualifier]) -> Com<IWbemQualifierSet> {
        create(Self {
            qualifiers: qualifiers.to_vec(),
            place: Mutex::default(),
        })
    }
}

impl Class for QualifierSet {
    type Interface = IWbemQualifierSet;
    const VTABLE: &'static IWbemQualifierSetVtbl = &IWbemQualifierSetVtbl {
        base: unknown::<Self>(),
        Get: get,
        Put: put,
        Delete: delete,
        GetNames: get_names,
        BeginEnumeration: begin_enumeration,
        Next: next,
        EndEnumeration: end_enumeration,
    };
}

/// # Safety
/// COM's rule for the object of a call.
unsafe fn this<'a>(this: *mut IWbemQualifierSet) -> &'a QualifierSet {
    // SAFETY: the caller's promise.
    unsafe { class_of(this) }
}

fn variant_of(value: &Value) -> VARIANT {
    let cim = match value {
        Value::Bool(_) => Cim::Boolean,
        Value::Whole(_) => Cim::Sint32,
        Value::Real(_) => Cim::Real64,
        _ => Cim::String,
    };
    to_variant(cim, value)
}

/// # Safety
/// Both pointers are NULL or have room.
unsafe fn write(qualifier: &Qualifier, pVal: *mut VARIANT, plFlavor: *mut LONG) {
    // SAFETY: the caller's promise.
    unsafe {
        variant::write(pVal, || variant_of(&qualifier.value));
        if !plFlavor.is_null() {
            plFlavor.write_unaligned(WBEM_FLAVOR_ORIGIN_LOCAL);
        }
    }
}

unsafe extern "C-unwind" fn get(
    it: *mut IWbemQualifierSet,
    wszName: LPCWSTR,
    _lFlags: LONG,
    pVal: *mut VARIANT,
    plFlavor: *mut LONG,
) -> HRESULT {
    // SAFETY: COM's rules for the object, for arguments and for results.
    guard(|| unsafe {
        let name = name(wszName)?;
        let found = this(it)
            .qualifiers
            .iter()
            .find(|it| it.name.eq_ignore_ascii_case(&name));
        write(found.ok_or(WBEM_E_NOT_FOUND)?, pVal, plFlavor);
        Ok(())
    })
}

unsafe extern "C-unwind" fn put(
    _it: *mut IWbemQualifierSet,
    _wszName: LPCWSTR,
    _pVal: *mut VARIANT,
    _lFlavor: LONG,
) -> HRESULT {
    WBEM_E_NOT_SUPPORTED
}

unsafe extern "C-unwind" fn delete(_it: *mut IWbemQualifierSet, _wszName: LPCWSTR) -> HRESULT {
    WBEM_E_NOT_SUPPORTED
}

unsafe extern "C-unwind" fn get_names(
    it: *mut IWbemQualifierSet,
    lFlags: LONG,
    pNames: *mut *mut SAFEARRAY,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        clear(pNames, WBEM_E_INVALID_PARAMETER)?;
        // All of them are local.
        let is_none = lFlags == WBEM_FLAG_PROPAGATED_ONLY;
        let names: Vec<_> = this(it)
            .qualifiers
            .iter()
            .filter(|_| !is_none)
            .map(|it| it.name.clone())
            .collect();
        pNames.write_unaligned(string_array(&names));
        Ok(())
    })
}

unsafe extern "C-unwind" fn begin_enumeration(it: *mut IWbemQualifierSet, lFlags: LONG) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe {
        let it = this(it);
        let is_none = lFlags == WBEM_FLAG_PROPAGATED_ONLY;
        *it.place.lock() = Some(if is_none { it.qualifiers.len() } else { 0 });
        Ok(())
    })
}

unsafe extern "C-unwind" fn next(
    it: *mut IWbemQualifierSet,
    _lFlags: LONG,
    pstrName: *mut BSTR,
    pVal: *mut VARIANT,
    plFlavor: *mut LONG,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        let it = this(it);
        let mut place = it.place.lock();
        let place = place.as_mut().ok_or(WBEM_E_UNEXPECTED)?;
        let Some(qualifier) = it.qualifiers.get(*place) else {
            return Ok(WBEM_S_NO_MORE_DATA);
        };
        *place += 1;
        if !pstrName.is_null() {
            give_text(pstrName, || Ok(qualifier.name.to_string()))?;
        }
        write(qualifier, pVal, plFlavor);
        Ok(WBEM_S_NO_ERROR)
    })
}

unsafe extern "C-unwind" fn end_enumeration(it: *mut IWbemQualifierSet) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe {
        *this(it).place.lock() = None;
        Ok(())
    })
}
