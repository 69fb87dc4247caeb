//! SAFEARRAYs.

use std::ffi::c_void;
use std::ptr;

use super::variant::{clear_element, copy_element};
use crate::abi::wbem::*;
use crate::ffi::wbem::variant::size_of_type;

/// What stands before the descriptor; the type of the elements is the last of it.
const HIDDEN: usize = 16;

/// How many elements an array has; `None` when they are more than memory could hold.
///
/// # Safety
/// `array` is a SAFEARRAY.
unsafe fn count(array: *const SAFEARRAY) -> Option<usize> {
    // SAFETY: the caller's promise: so many bounds follow each other.
    let bounds = unsafe { std::slice::from_raw_parts(bounds(array), (*array).cDims as usize) };
    let mut count = 1_usize;
    for bound in bounds {
        count = count.checked_mul(bound.cElements as usize)?;
    }
    Some(count)
}

/// Where the bounds are, those of the last dimension first.
fn bounds(array: *const SAFEARRAY) -> *const SAFEARRAYBOUND {
    array
        .wrapping_byte_add(std::mem::offset_of!(SAFEARRAY, rgsabound))
        .cast()
}

/// # Safety
/// `array` is a SAFEARRAY made here.
unsafe fn type_of(array: *const SAFEARRAY) -> VARTYPE {
    // SAFETY: the type stands before the descriptor.
    unsafe { array.cast::<u32>().sub(1).read() as VARTYPE }
}

/// Makes an array of one dimension. Returns NULL for a type that cannot be an element's.
/// <https://learn.microsoft.com/windows/win32/api/oleauto/nf-oleauto-safearraycreatevector>
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayCreateVector(
    vt: VARTYPE,
    lLbound: LONG,
    cElements: ULONG,
) -> *mut SAFEARRAY {
    let mut bound = SAFEARRAYBOUND { cElements, lLbound };
    // SAFETY: one bound is readable.
    unsafe { SafeArrayCreate(vt, 1, &mut bound) }
}

/// Makes an array with all elements zero. Returns NULL for no dimensions, for a type that cannot be an
/// element's, and when there is no memory.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayCreate(
    vt: VARTYPE,
    cDims: u32,
    rgsabound: *mut SAFEARRAYBOUND,
) -> *mut SAFEARRAY {
    let (Some(size), Ok(dimensions @ 1..)) = (size_of_type(vt), u16::try_from(cDims)) else {
        return ptr::null_mut();
    };
    if rgsabound.is_null() {
        return ptr::null_mut();
    }
    let descriptor =
        size_of::<SAFEARRAY>() + (dimensions as usize - 1) * size_of::<SAFEARRAYBOUND>();
    // SAFETY: what is written lies within what calloc gave, and the program's promise: so many bounds.
    unsafe {
        let room = libc::calloc(1, HIDDEN + descriptor).cast::<u8>();
        if room.is_null() {
            return ptr::null_mut();
        }
        let array = room.add(HIDDEN).cast::<SAFEARRAY>();
        array.cast::<u32>().sub(1).write(vt.into());
        (*array).cDims = dimensions;
        (*array).fFeatures = FADF_HAVEVARTYPE | feature(vt);
        (*array).cbElements = size as ULONG;
        for at in 0..dimensions as usize {
            let last_first = dimensions as usize - 1 - at;
            bounds(array)
                .cast_mut()
                .add(last_first)
                .write(rgsabound.add(at).read_unaligned());
        }
        let bytes = count(array).and_then(|count| count.checked_mul(size));
        let data = bytes.map_or(ptr::null_mut(), |bytes| libc::calloc(1, bytes.max(1)));
        if data.is_null() {
            libc::free(room.cast());
            return ptr::null_mut();
        }
        (*array).pvData = data;
        array
    }
}

fn feature(vt: VARTYPE) -> u16 {
    match vt {
        VT_BSTR => FADF_BSTR,
        VT_UNKNOWN | VT_DISPATCH => FADF_UNKNOWN,
        VT_VARIANT => FADF_VARIANT,
        _ => 0,
    }
}

/// Frees an array and what its elements own; NULL is passed over. DISP_E_ARRAYISLOCKED while somebody
/// has access to its data.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayDestroy(psa: *mut SAFEARRAY) -> HRESULT {
    if psa.is_null() {
        return S_OK;
    }
    // SAFETY: the program's promise: an array made here, which nobody uses after this.
    unsafe {
        if (*psa).cLocks != 0 {
            return DISP_E_ARRAYISLOCKED;
        }
        let (vt, size) = (type_of(psa), (*psa).cbElements as usize);
        for at in 0..count(psa).unwrap_or(0) {
            clear_element(vt, (*psa).pvData.cast::<u8>().add(at * size));
        }
        libc::free((*psa).pvData);
        libc::free(psa.cast::<u8>().sub(HIDDEN).cast());
    }
    S_OK
}

/// Copies an array and what its elements own.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayCopy(
    psa: *mut SAFEARRAY,
    ppsaOut: *mut *mut SAFEARRAY,
) -> HRESULT {
    if ppsaOut.is_null() {
        return E_INVALIDARG;
    }
    // SAFETY: the program's promise: an array made here or NULL, and room for a pointer.
    unsafe {
        ppsaOut.write(ptr::null_mut());
        if psa.is_null() {
            return S_OK;
        }
        let (vt, dimensions) = (type_of(psa), (*psa).cDims as usize);
        let mut given: Vec<SAFEARRAYBOUND> =
            std::slice::from_raw_parts(bounds(psa), dimensions).to_vec();
        given.reverse();
        let copy = SafeArrayCreate(vt, dimensions as u32, given.as_mut_ptr());
        if copy.is_null() {
            return E_OUTOFMEMORY;
        }
        let size = (*psa).cbElements as usize;
        for at in 0..count(psa).unwrap_or(0) {
            let [from, to] = [psa, copy].map(|it| (*it).pvData.cast::<u8>().add(at * size));
            let result = copy_element(vt, from, to);
            if result < 0 {
                SafeArrayDestroy(copy);
                return result;
            }
        }
        ppsaOut.write(copy);
    }
    S_OK
}

/// How many dimensions an array has; 0 for NULL.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayGetDim(psa: *mut SAFEARRAY) -> u32 {
    // SAFETY: the program's promise.
    unsafe { psa.as_ref() }.map_or(0, |array| array.cDims.into())
}

/// How many bytes an element has; 0 for NULL.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayGetElemsize(psa: *mut SAFEARRAY) -> u32 {
    // SAFETY: the program's promise.
    unsafe { psa.as_ref() }.map_or(0, |array| array.cbElements)
}

/// The bound of a dimension, which are counted from 1.
///
/// # Safety
/// `array` is NULL or a SAFEARRAY.
unsafe fn bound(array: *const SAFEARRAY, dimension: u32) -> Result<SAFEARRAYBOUND, HRESULT> {
    // SAFETY: the caller's promise.
    let dimensions = unsafe { array.as_ref() }.ok_or(E_INVALIDARG)?.cDims;
    if dimension == 0 || dimension > dimensions.into() {
        return Err(DISP_E_BADINDEX);
    }
    // SAFETY: there are so many bounds.
    Ok(unsafe { *bounds(array).add(dimensions as usize - dimension as usize) })
}

/// Writes a number for the program.
///
/// # Safety
/// `place` is NULL or has room for it.
unsafe fn put<T>(place: *mut T, value: Result<T, HRESULT>) -> HRESULT {
    match value {
        Ok(_) if place.is_null() => E_INVALIDARG,
        Ok(value) => {
            // SAFETY: not NULL, and the caller's promise.
            unsafe { place.write_unaligned(value) };
            S_OK
        }
        Err(error) => error,
    }
}

/// The first index of a dimension, which are counted from 1. DISP_E_BADINDEX where there is none.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayGetLBound(
    psa: *mut SAFEARRAY,
    nDim: u32,
    plLbound: *mut LONG,
) -> HRESULT {
    // SAFETY: the program's promise.
    unsafe { put(plLbound, bound(psa, nDim).map(|it| it.lLbound)) }
}

/// The last index of a dimension, which are counted from 1. One less than the first in an empty one.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayGetUBound(
    psa: *mut SAFEARRAY,
    nDim: u32,
    plUbound: *mut LONG,
) -> HRESULT {
    let last = |it: SAFEARRAYBOUND| {
        it.lLbound
            .wrapping_add(it.cElements as LONG)
            .wrapping_sub(1)
    };
    // SAFETY: the program's promise.
    unsafe { put(plUbound, bound(psa, nDim).map(last)) }
}

/// The type of the elements.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayGetVartype(psa: *mut SAFEARRAY, pvt: *mut VARTYPE) -> HRESULT {
    if psa.is_null() {
        return E_INVALIDARG;
    }
    // SAFETY: the program's promise.
    unsafe { put(pvt, Ok(type_of(psa))) }
}

/// Where an element is.
///
/// # Safety
/// `array` is NULL or a SAFEARRAY, and `indices` NULL or as many numbers as it has dimensions.
unsafe fn element(array: *const SAFEARRAY, indices: *const LONG) -> Result<*mut u8, HRESULT> {
    if array.is_null() || indices.is_null() {
        return Err(E_INVALIDARG);
    }
    // SAFETY: the caller's promise; each index is found to lie within its bound.
    unsafe {
        let (mut offset, mut step) = (0, (*array).cbElements as usize);
        // The first index is that of the first dimension, which is the one that changes fastest.
        for dimension in 1..=(*array).cDims {
            let bound = bound(array, dimension.into())?;
            let index = i64::from(*indices.add(dimension as usize - 1)) - i64::from(bound.lLbound);
            if !(0..i64::from(bound.cElements)).contains(&index) {
                return Err(DISP_E_BADINDEX);
            }
            offset += index as usize * step;
            step *= bound.cElements as usize;
        }
        Ok((*array).pvData.cast::<u8>().add(offset))
    }
}

/// Copies an element out. A string is a copy that the program frees, an interface is counted.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayGetElement(
    psa: *mut SAFEARRAY,
    rgIndices: *mut LONG,
    pv: *mut c_void,
) -> HRESULT {
    // SAFETY: the program's promise: an array, its indices, and room for an element.
    unsafe {
        match element(psa, rgIndices) {
            Ok(_) if pv.is_null() => E_INVALIDARG,
            Ok(place) => copy_element(type_of(psa), place, pv.cast()),
            Err(error) => error,
        }
    }
}

/// Copies an element in. `pv` is the BSTR or the interface itself, and points to values of other types.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayPutElement(
    psa: *mut SAFEARRAY,
    rgIndices: *mut LONG,
    pv: *mut c_void,
) -> HRESULT {
    // SAFETY: the program's promise: an array, its indices, and an element.
    unsafe {
        let place = match element(psa, rgIndices) {
            Ok(place) => place,
            Err(error) => return error,
        };
        let vt = type_of(psa);
        let is_pointer = matches!(vt, VT_BSTR | VT_UNKNOWN | VT_DISPATCH);
        if pv.is_null() && !is_pointer {
            return E_INVALIDARG;
        }
        let from = if is_pointer {
            (&raw const pv).cast()
        } else {
            pv.cast_const().cast()
        };
        let mut new = [0_u64; size_of::<VARIANT>() / 8];
        let result = copy_element(vt, from, new.as_mut_ptr().cast());
        if result >= 0 {
            clear_element(vt, place);
            ptr::copy_nonoverlapping(new.as_ptr().cast(), place, (*psa).cbElements as usize);
        }
        result
    }
}

/// The elements, one after the other, until SafeArrayUnaccessData.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayAccessData(
    psa: *mut SAFEARRAY,
    ppvData: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: the program's promise.
    unsafe {
        let Some(array) = psa.as_mut() else {
            return E_INVALIDARG;
        };
        let result = put(ppvData, Ok(array.pvData));
        array.cLocks += ULONG::from(result >= 0);
        result
    }
}

/// Ends what SafeArrayAccessData began.
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn SafeArrayUnaccessData(psa: *mut SAFEARRAY) -> HRESULT {
    // SAFETY: the program's promise.
    match unsafe { psa.as_mut() } {
        Some(array) if array.cLocks > 0 => {
            array.cLocks -= 1;
            S_OK
        }
        Some(_) => E_UNEXPECTED,
        None => E_INVALIDARG,
    }
}
