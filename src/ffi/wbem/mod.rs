//! WMI's interfaces, and COM where the system has none.
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
mod locator;
mod methods;
mod object;
mod qualifier_set;
mod requests;
mod services;
mod sink;
mod start;
mod status_text;
mod system;
mod unsecured;
mod values;
mod variant;

pub use class_factory::{DllCanUnloadNow, DllGetClassObject};
#[cfg(target_os = "linux")]
pub use system::*;

#[cfg(test)]
mod tests;
