//! COM on Linux: what ole32.dll and oleaut32.dll have on Windows, as far as clients of WMI need it.

mod apartment;
mod bstr;
mod creating;
mod error_info;
mod guids;
mod memory;
mod safearray;
mod variant;
mod variant_change;

pub use apartment::{
    CoDecrementMTAUsage, CoIncrementMTAUsage, CoInitialize, CoInitializeEx, CoInitializeSecurity,
    CoQueryProxyBlanket, CoSetProxyBlanket, CoUninitialize,
};
pub use bstr::{
    SysAllocString, SysAllocStringByteLen, SysAllocStringLen, SysFreeString, SysReAllocString,
    SysReAllocStringLen, SysStringByteLen, SysStringLen,
};
pub use creating::{CoCreateInstance, CoGetClassObject};
pub use error_info::{CreateErrorInfo, GetErrorInfo, SetErrorInfo};
pub use guids::*;
pub use memory::*;
pub use safearray::*;
pub use variant::{VariantClear, VariantCopy, VariantInit};
pub use variant_change::VariantChangeType;

/// Before the first namespace is opened: nothing is to be done.
pub(in crate::ffi::wbem) fn begin() {}

/// With each connection: CoCreateInstance knows where stubs are made.
pub(in crate::ffi::wbem) fn offer_stubs() {}
