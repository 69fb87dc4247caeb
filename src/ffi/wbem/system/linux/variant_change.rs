//! VariantChangeType: numbers, booleans and strings.

use super::variant::{VariantClear, VariantCopy};
use crate::abi::wbem::*;
use crate::ffi::wbem::{bstr, variant};

/// True and false become words.
const VARIANT_ALPHABOOL: u16 = 2;

enum Plain {
    Nothing,
    Whole(i128),
    Real(f64),
    /// Which has fewer digits.
    Single(f32),
    Bool(bool),
    Text(String),
}

/// Makes the destination a value of the type `vt`. Numbers, booleans, strings and VT_EMPTY become each
/// other; wFlags may have VARIANT_ALPHABOOL (2). The destination may be the source.
///
/// Returns S_OK, E_INVALIDARG for NULL, DISP_E_OVERFLOW where the value does not fit, and
/// DISP_E_TYPEMISMATCH for what cannot become that.
/// <https://learn.microsoft.com/windows/win32/api/oleauto/nf-oleauto-variantchangetype>
///
/// # Safety
/// Each pointer is NULL where that is allowed, or points to what its type says.
#[no_mangle]
pub unsafe extern "C" fn VariantChangeType(
    pvargDest: *mut VARIANT,
    pvarSrc: *const VARIANT,
    wFlags: u16,
    vt: VARTYPE,
) -> HRESULT {
    if pvargDest.is_null() || pvarSrc.is_null() {
        return E_INVALIDARG;
    }
    // SAFETY: the program's promise: two VARIANTs, of which the source's type says what it has.
    unsafe {
        if (*pvarSrc).vt == vt {
            return VariantCopy(pvargDest, pvarSrc);
        }
        let changed = plain(&*pvarSrc).and_then(|from| change(from, wFlags, vt));
        let new = match changed {
            Ok(new) => new,
            Err(error) => return error,
        };
        let result = VariantClear(pvargDest);
        if result >= 0 {
            pvargDest.write_unaligned(new);
        }
        result
    }
}

/// # Safety
/// The type says what the value is.
unsafe fn plain(from: &VARIANT) -> Result<Plain, HRESULT> {
    // SAFETY: the caller's promise.
    unsafe {
        let value = &from.value;
        Ok(match from.vt {
            VT_EMPTY => Plain::Nothing,
            VT_I1 => Plain::Whole(value.cVal.into()),
            VT_UI1 => Plain::Whole(value.bVal.into()),
            VT_I2 => Plain::Whole(value.iVal.into()),
            VT_UI2 => Plain::Whole(value.uiVal.into()),
            VT_I4 | VT_INT => Plain::Whole(value.lVal.into()),
            VT_UI4 | VT_UINT => Plain::Whole(value.ulVal.into()),
            VT_I8 => Plain::Whole(value.llVal.into()),
            VT_UI8 => Plain::Whole(value.ullVal.into()),
            VT_R4 => Plain::Single(value.fltVal),
            VT_R8 => Plain::Real(value.dblVal),
            VT_BOOL => Plain::Bool(value.boolVal != 0),
            VT_BSTR => Plain::Text(bstr::text(value.bstrVal).ok_or(DISP_E_TYPEMISMATCH)?),
            _ => return Err(DISP_E_TYPEMISMATCH),
        })
    }
}

fn change(from: Plain, flags: u16, vt: VARTYPE) -> Result<VARIANT, HRESULT> {
    let value = match vt {
        VT_I1 => VARIANT_VALUE { cVal: whole(from)? },
        VT_UI1 => VARIANT_VALUE { bVal: whole(from)? },
        VT_I2 => VARIANT_VALUE { iVal: whole(from)? },
        VT_UI2 => VARIANT_VALUE {
            uiVal: whole(from)?,
        },
        VT_I4 | VT_INT => VARIANT_VALUE { lVal: whole(from)? },
        VT_UI4 | VT_UINT => VARIANT_VALUE {
            ulVal: whole(from)?,
        },
        VT_I8 => VARIANT_VALUE {
            llVal: whole(from)?,
        },
        VT_UI8 => VARIANT_VALUE {
            ullVal: whole(from)?,
        },
        VT_R4 => VARIANT_VALUE {
            fltVal: real(from)? as f32,
        },
        VT_R8 => VARIANT_VALUE {
            dblVal: real(from)?,
        },
        VT_BOOL => VARIANT_VALUE {
            boolVal: if truth(from)? {
                VARIANT_TRUE
            } else {
                VARIANT_FALSE
            },
        },
        VT_BSTR => VARIANT_VALUE {
            bstrVal: bstr::from_text(&text(from, flags)),
        },
        _ => return Err(DISP_E_TYPEMISMATCH),
    };
    Ok(variant::of(vt, value))
}

fn whole<T: TryFrom<i128>>(from: Plain) -> Result<T, HRESULT> {
    let number = match from {
        Plain::Nothing => 0,
        Plain::Whole(number) => number,
        Plain::Real(number) => rounded(number)?,
        Plain::Single(number) => rounded(number.into())?,
        Plain::Bool(truth) => -i128::from(truth),
        Plain::Text(text) => match text.trim().parse() {
            Ok(number) => number,
            Err(_) => rounded(real(Plain::Text(text))?)?,
        },
    };
    T::try_from(number).map_err(|_| DISP_E_OVERFLOW)
}

/// A half goes to the even neighbour, as Windows has it.
fn rounded(number: f64) -> Result<i128, HRESULT> {
    let fits = number.is_finite() && number.abs() < 1e20;
    fits.then(|| number.round_ties_even() as i128)
        .ok_or(DISP_E_OVERFLOW)
}

fn real(from: Plain) -> Result<f64, HRESULT> {
    match from {
        Plain::Nothing => Ok(0.0),
        Plain::Whole(number) => Ok(number as f64),
        Plain::Real(number) => Ok(number),
        Plain::Single(number) => Ok(number.into()),
        Plain::Bool(truth) => Ok(-f64::from(u8::from(truth))),
        Plain::Text(text) => {
            // Words such as "inf" are no numbers here.
            let is_number = text
                .trim()
                .bytes()
                .all(|it| b"0123456789+-.eE".contains(&it));
            let number = text.trim().parse().ok().filter(|_| is_number);
            number.ok_or(DISP_E_TYPEMISMATCH)
        }
    }
}

fn truth(from: Plain) -> Result<bool, HRESULT> {
    match from {
        Plain::Bool(truth) => Ok(truth),
        Plain::Text(text) if text.eq_ignore_ascii_case("true") => Ok(true),
        Plain::Text(text) if text.eq_ignore_ascii_case("false") => Ok(false),
        other => Ok(real(other)? != 0.0),
    }
}

fn text(from: Plain, flags: u16) -> String {
    match from {
        Plain::Nothing => String::new(),
        Plain::Whole(number) => number.to_string(),
        Plain::Real(number) => number.to_string(),
        Plain::Single(number) => number.to_string(),
        Plain::Bool(truth) if flags & VARIANT_ALPHABOOL != 0 => {
            if truth { "True" } else { "False" }.into()
        }
        Plain::Bool(truth) => if truth { "-1" } else { "0" }.into(),
        Plain::Text(text) => text,
    }
}
