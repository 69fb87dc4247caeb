//! VARIANT and SAFEARRAY.

use std::ffi::c_void;

use super::{IUnknown, BSTR, LONG, ULONG};

pub type VARTYPE = u16;
pub type VARIANT_BOOL = i16;
pub const VARIANT_TRUE: VARIANT_BOOL = -1;
pub const VARIANT_FALSE: VARIANT_BOOL = 0;

pub const VT_EMPTY: VARTYPE = 0;
pub const VT_NULL: VARTYPE = 1;
pub const VT_I2: VARTYPE = 2;
pub const VT_I4: VARTYPE = 3;
pub const VT_R4: VARTYPE = 4;
pub const VT_R8: VARTYPE = 5;
pub const VT_CY: VARTYPE = 6;
pub const VT_DATE: VARTYPE = 7;
pub const VT_BSTR: VARTYPE = 8;
pub const VT_DISPATCH: VARTYPE = 9;
pub const VT_ERROR: VARTYPE = 10;
pub const VT_BOOL: VARTYPE = 11;
pub const VT_VARIANT: VARTYPE = 12;
pub const VT_UNKNOWN: VARTYPE = 13;
pub const VT_I1: VARTYPE = 16;
pub const VT_UI1: VARTYPE = 17;
pub const VT_UI2: VARTYPE = 18;
pub const VT_UI4: VARTYPE = 19;
pub const VT_I8: VARTYPE = 20;
pub const VT_UI8: VARTYPE = 21;
pub const VT_INT: VARTYPE = 22;
pub const VT_UINT: VARTYPE = 23;
pub const VT_ARRAY: VARTYPE = 0x2000;
pub const VT_BYREF: VARTYPE = 0x4000;

/// A value of one of several types; VT_ names which. 24 bytes where pointers have 8.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct VARIANT {
    pub vt: VARTYPE,
    pub wReserved1: u16,
    pub wReserved2: u16,
    pub wReserved3: u16,
    pub value: VARIANT_VALUE,
}

/// What a VARIANT has. In C the union has no name.
#[repr(C)]
#[derive(Clone, Copy)]
pub union VARIANT_VALUE {
    pub llVal: i64,
    pub lVal: i32,
    pub bVal: u8,
    pub iVal: i16,
    pub fltVal: f32,
    pub dblVal: f64,
    pub boolVal: VARIANT_BOOL,
    pub scode: i32,
    pub bstrVal: BSTR,
    pub punkVal: *mut IUnknown,
    pub parray: *mut SAFEARRAY,
    pub byref: *mut c_void,
    pub cVal: i8,
    pub uiVal: u16,
    pub ulVal: u32,
    pub ullVal: u64,
    pub record: [*mut c_void; 2],
}

/// One dimension of a SAFEARRAY.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SAFEARRAYBOUND {
    pub cElements: ULONG,
    pub lLbound: LONG,
}

/// An array that knows its dimensions. The type of its elements is kept in the four bytes before it.
#[repr(C)]
#[derive(Debug)]
pub struct SAFEARRAY {
    pub cDims: u16,
    pub fFeatures: u16,
    pub cbElements: ULONG,
    pub cLocks: ULONG,
    pub pvData: *mut c_void,
    /// As many as there are dimensions; the last dimension comes first.
    pub rgsabound: [SAFEARRAYBOUND; 1],
}

pub const FADF_HAVEVARTYPE: u16 = 0x80;
pub const FADF_BSTR: u16 = 0x100;
pub const FADF_UNKNOWN: u16 = 0x200;
pub const FADF_VARIANT: u16 = 0x800;
