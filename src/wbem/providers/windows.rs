//! What there is on Windows, which has WMI of its own: the classes that programs learn events with.

use std::sync::Arc;

use super::time;
use crate::wbem::provider::Provider;
use crate::wbem::Namespace;

/// ROOT\CIMV2, with processes that somebody else gives: the system's functions are the boundary's to call.
pub fn cimv2(processes: Arc<dyn Provider>) -> Namespace {
    let providers: Vec<(&str, Arc<dyn Provider>)> = vec![
        ("Win32_Process", processes),
        ("Win32_LocalTime", Arc::new(time::LOCAL)),
        ("Win32_UTCTime", Arc::new(time::UTC)),
    ];
    Namespace::new(
        r"root\cimv2",
        include_str!("../schema/everywhere.mof"),
        providers,
    )
}
