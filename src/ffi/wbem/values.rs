//! Values on their way: VARIANTs of CIM values, and CIM values of VARIANTs.

use std::ptr;

use super::bstr;
use super::class_object::ClassObject;
use super::guard::Said;
use super::object::{ours, Com};
use super::system::{SafeArrayCreateVector, SafeArrayGetDim, VariantClear};
use super::variant::{self, of, size_of_type};
use crate::abi::wbem::*;
use crate::wbem::{Cim, Type, Value};

/// A VARIANT that is freed when nobody has taken it.
pub struct Owned(VARIANT);

// SAFETY: a VARIANT's strings and arrays are plain memory, and its interfaces may be called from every
// thread.
unsafe impl Send for Owned {}
// SAFETY: as before.
unsafe impl Sync for Owned {}

impl Owned {
    /// # Safety
    /// Nobody else frees it.
    pub unsafe fn new(variant: VARIANT) -> Self {
        Self(variant)
    }

    pub fn as_ref(&self) -> &VARIANT {
        &self.0
    }

    pub fn into_raw(self) -> VARIANT {
        let variant = self.0;
        std::mem::forget(self);
        variant
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        // SAFETY: it is a VARIANT, and nobody else's.
        unsafe { VariantClear(&mut self.0) };
    }
}

/// The type that a VARIANT has for a value of CIM.
fn vartype(cim: Cim) -> VARTYPE {
    match cim {
        Cim::Sint8 | Cim::Sint16 | Cim::Char16 => VT_I2,
        Cim::Sint32 | Cim::Uint16 | Cim::Uint32 => VT_I4,
        Cim::Uint8 => VT_UI1,
        Cim::Real32 => VT_R4,
        Cim::Real64 => VT_R8,
        Cim::Boolean => VT_BOOL,
        Cim::Sint64 | Cim::Uint64 | Cim::String | Cim::Datetime | Cim::Reference => VT_BSTR,
        Cim::Object => VT_UNKNOWN,
    }
}

/// The VARIANT of a value.
pub fn to_variant(cim: Cim, value: &Value) -> VARIANT {
    let vt = vartype(cim);
    match value {
        Value::Null => of(VT_NULL, variant::EMPTY.value),
        Value::Array(values) => array(cim, values),
        value => of(vt, element(vt, value)),
    }
}

/// What a VARIANT of that type has for a value.
fn element(vt: VARTYPE, value: &Value) -> VARIANT_VALUE {
    let mut element = variant::EMPTY.value;
    // The type of the property has seen to it that the number fits.
    match (vt, value) {
        (VT_BSTR, Value::Text(text)) => element.bstrVal = bstr::from_text(text),
        (VT_BSTR, Value::Whole(number)) => element.bstrVal = bstr::from_text(&number.to_string()),
        (VT_UNKNOWN, Value::Object(object)) => {
            element.punkVal = ClassObject::create((**object).clone())
                .into_unknown()
                .into_raw();
        }
        (VT_BOOL, Value::Bool(truth)) => {
            element.boolVal = if *truth { VARIANT_TRUE } else { VARIANT_FALSE }
        }
        (VT_I2, Value::Whole(number)) => element.iVal = *number as i16,
        (VT_I4, Value::Whole(number)) => element.lVal = *number as i32,
        (VT_UI1, Value::Whole(number)) => element.bVal = *number as u8,
        (VT_R4, Value::Real(number)) => element.fltVal = *number as f32,
        (VT_R8, Value::Real(number)) => element.dblVal = *number,
        _ => {}
    }
    element
}

fn array(cim: Cim, values: &[Value]) -> VARIANT {
    let vt = vartype(cim);
    // SAFETY: the array is ours alone until it is returned, and has room for so many elements.
    unsafe {
        let array = SafeArrayCreateVector(vt, 0, values.len() as ULONG);
        let Some(made) = array.as_ref() else {
            return of(VT_NULL, variant::EMPTY.value);
        };
        let size = made.cbElements as usize;
        for (at, value) in values.iter().enumerate() {
            let element = element(vt, value);
            let place = made.pvData.cast::<u8>().add(at * size);
            ptr::copy_nonoverlapping((&raw const element).cast::<u8>(), place, size);
        }
        of(VT_ARRAY | vt, VARIANT_VALUE { parray: array })
    }
}

/// An array of strings.
pub fn string_array<T: AsRef<str>>(texts: &[T]) -> *mut SAFEARRAY {
    let values: Vec<Value> = texts.iter().map(|it| it.as_ref().into()).collect();
    let variant = array(Cim::String, &values);
    if variant.vt == VT_NULL {
        return ptr::null_mut();
    }
    // SAFETY: a VARIANT with an array.
    unsafe { variant.value.parray }
}

/// The value of a VARIANT, whichever property it is for.
///
/// # Safety
/// `variant` is a VARIANT: its type says what it has.
pub unsafe fn from_variant(variant: &VARIANT) -> Said<Value> {
    let (vt, is_by_reference) = (variant.vt & !VT_BYREF, variant.vt & VT_BYREF != 0);
    if vt == VT_NULL || vt == VT_EMPTY {
        return Ok(Value::Null);
    }
    // Of a type that nobody knows nothing is read.
    size_of_type(vt & !VT_ARRAY).ok_or(WBEM_E_TYPE_MISMATCH)?;
    // SAFETY: the caller's promise; what is by reference is behind a pointer that is not NULL.
    unsafe {
        let place: *const u8 = match is_by_reference {
            true => variant.value.byref.cast_const().cast(),
            false => (&raw const variant.value).cast(),
        };
        if place.is_null() {
            return Err(WBEM_E_INVALID_PARAMETER);
        }
        if vt & VT_ARRAY == 0 {
            return from_element(vt, place);
        }
        from_array(
            place.cast::<*mut SAFEARRAY>().read_unaligned(),
            vt & !VT_ARRAY,
        )
    }
}

/// # Safety
/// `array` is NULL or a SAFEARRAY with elements of the type.
unsafe fn from_array(array: *mut SAFEARRAY, vt: VARTYPE) -> Said<Value> {
    // SAFETY: the caller's promise.
    unsafe {
        let size = size_of_type(vt).ok_or(WBEM_E_TYPE_MISMATCH)?;
        if SafeArrayGetDim(array) != 1 || (*array).cbElements as usize != size {
            return Err(WBEM_E_TYPE_MISMATCH);
        }
        let count = (&(*array).rgsabound)[0].cElements as usize;
        let place = |at: usize| (*array).pvData.cast::<u8>().add(at * size).cast_const();
        let values: Said<Vec<Value>> = (0..count).map(|at| from_element(vt, place(at))).collect();
        values.map(|values| Value::Array(values.into()))
    }
}

/// # Safety
/// `place` has a value of the type.
unsafe fn from_element(vt: VARTYPE, place: *const u8) -> Said<Value> {
    macro_rules! read {
        ($type:ty) => {
            // SAFETY: the caller's promise.
            unsafe { place.cast::<$type>().read_unaligned() }
        };
    }
    Ok(match vt {
        VT_I1 => Value::Whole(read!(i8).into()),
        VT_UI1 => Value::Whole(read!(u8).into()),
        VT_I2 => Value::Whole(read!(i16).into()),
        VT_UI2 => Value::Whole(read!(u16).into()),
        VT_I4 | VT_INT => Value::Whole(read!(i32).into()),
        VT_UI4 | VT_UINT => Value::Whole(read!(u32).into()),
        VT_I8 => Value::Whole(read!(i64).into()),
        VT_UI8 => Value::Whole(read!(u64).into()),
        VT_R4 => Value::Real(read!(f32).into()),
        VT_R8 => Value::Real(read!(f64)),
        VT_BOOL => Value::Bool(read!(VARIANT_BOOL) != 0),
        VT_BSTR => {
            let string = read!(BSTR);
            // SAFETY: a string of a VARIANT ends with a NUL, or is NULL.
            unsafe { bstr::text(string) }
                .ok_or(WBEM_E_INVALID_PARAMETER)?
                .into()
        }
        VT_VARIANT => {
            let inner = read!(VARIANT);
            // SAFETY: a VARIANT of the program's own.
            unsafe { from_variant(&inner) }?
        }
        VT_UNKNOWN | VT_DISPATCH => {
            let pointer = read!(*mut IUnknown);
            // SAFETY: an interface pointer or NULL.
            let object = unsafe { Com::borrowed(pointer) };
            let object = object
                .and_then(|it| it.query::<IWbemClassObject>())
                .ok_or(WBEM_E_TYPE_MISMATCH)?;
            // SAFETY: a living reference.
            let ours =
                unsafe { ours::<ClassObject>(object.as_raw()) }.ok_or(WBEM_E_INVALID_OBJECT)?;
            Value::Object(ours.object().into())
        }
        _ => return Err(WBEM_E_TYPE_MISMATCH),
    })
}

/// What Get and Next say of a property; a NULL pointer is not written to.
///
/// # Safety
/// Each pointer is NULL or has room.
pub unsafe fn write_property(
    (of, value, flavor): (&Type, &Value, LONG),
    val: *mut VARIANT,
    cim: *mut CIMTYPE,
    place_of_flavor: *mut LONG,
) {
    // SAFETY: the caller's promise.
    unsafe {
        variant::write(val, || to_variant(of.cim, value));
        if !cim.is_null() {
            cim.write_unaligned(of.number());
        }
        if !place_of_flavor.is_null() {
            place_of_flavor.write_unaligned(flavor);
        }
    }
}
