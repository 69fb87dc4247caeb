//! COM on Linux, and WMI's interfaces on it.
//!
//! What holds for all of these functions and methods:
//!
//! - Objects may be called from every thread, whichever apartment a thread says it is in. They are counted
//!   with atomic numbers, and nothing waits for a message loop.
//! - A string argument is read up to its NUL, never by a length before it, so that a plain wide string does
//!   where a BSTR is asked for. A string that is handed out is a real BSTR, which SysFreeString frees.
//! - A method that fails leaves a result NULL. No panic crosses the boundary: it becomes
//!   WBEM_E_CRITICAL_ERROR. An exception thrown by a sink ends the process.
//! - No lock is held while a sink runs.

mod apartment;
mod bstr;
mod call_result;
mod class_factory;
mod class_object;
mod client_security;
mod context;
mod enumerator;
mod error_info;
mod executing;
mod guard;
mod guids;
mod locator;
mod memory;
mod methods;
mod object;
mod qualifier_set;
mod requests;
mod safearray;
mod services;
mod sink;
mod start;
mod status_text;
mod unsecured;
mod values;
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
pub use class_factory::{CoCreateInstance, CoGetClassObject, DllCanUnloadNow, DllGetClassObject};
pub use error_info::{CreateErrorInfo, GetErrorInfo, SetErrorInfo};
pub use guids::*;
pub use memory::*;
pub use safearray::*;
pub use variant::{VariantClear, VariantCopy, VariantInit};
pub use variant_change::VariantChangeType;

#[cfg(test)]
mod tests;
