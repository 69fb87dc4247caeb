//! The namespaces that there are, and who gives their instances.

mod accounts;
mod cpu;
mod disks;
mod environment;
mod firmware;
mod memory;
mod network;
mod process;
mod process_methods;
mod read;
mod services;
mod system;
mod time;
mod trace;
mod trace_events;
mod users;

use std::sync::Arc;

use super::provider::{Provider, Scan};
use super::{Feed, Namespace, Object, Result, Value};

/// What is there from the beginning.
pub fn namespaces() -> Vec<Namespace> {
    let trace = Arc::new(trace::Trace::default());
    vec![
        Namespace::new("root", "", Vec::new()),
        Namespace::new(r"root\cimv2", CIMV2, cimv2())
            .with_source("Win32_ProcessStartTrace", trace.clone())
            .with_source("Win32_ProcessStopTrace", trace),
        Namespace::new(r"root\default", "", Vec::new()),
    ]
}

const CIMV2: &str = concat!(
    include_str!("../schema/cim.mof"),
    include_str!("../schema/win32.mof")
);

fn cimv2() -> Vec<(&'static str, Arc<dyn Provider>)> {
    vec![
        ("Win32_Process", Arc::new(process::PROCESSES)),
        ("Win32_OperatingSystem", Arc::new(system::OPERATING_SYSTEM)),
        ("Win32_ComputerSystem", Arc::new(system::COMPUTER)),
        ("Win32_ComputerSystemProduct", Arc::new(firmware::PRODUCT)),
        ("Win32_BIOS", Arc::new(firmware::BIOS)),
        ("Win32_Processor", Arc::new(cpu::PROCESSORS)),
        ("Win32_LogicalDisk", Arc::new(disks::DISKS)),
        ("Win32_Volume", Arc::new(disks::VOLUMES)),
        ("Win32_NetworkAdapter", Arc::new(network::ADAPTERS)),
        (
            "Win32_NetworkAdapterConfiguration",
            Arc::new(network::CONFIGURATIONS),
        ),
        ("Win32_UserAccount", Arc::new(accounts::USERS)),
        ("Win32_PhysicalMemory", Arc::new(memory::MEMORY)),
        ("Win32_Service", Arc::new(services::SERVICES)),
        ("Win32_Environment", Arc::new(environment::VARIABLES)),
        ("Win32_PageFileUsage", Arc::new(environment::SWAPS)),
        ("Win32_TimeZone", Arc::new(time::ZONE)),
        ("Win32_LocalTime", Arc::new(time::LOCAL)),
        ("Win32_UTCTime", Arc::new(time::UTC)),
    ]
}

/// The machine's name.
pub fn host_name() -> String {
    let system = rustix::system::uname();
    system.nodename().to_string_lossy().into_owned()
}

/// The namespaces within one.
pub struct Children(pub String);

impl Provider for Children {
    fn instances(&self, scan: &Scan<'_>, feed: &mut dyn Feed) -> Result<()> {
        for name in Namespace::names() {
            let inner = name
                .strip_prefix(&self.0)
                .and_then(|it| it.strip_prefix('\\'));
            let Some(inner) = inner.filter(|it| !it.contains('\\')) else {
                continue;
            };
            let values: Vec<Value> = vec![inner.into()];
            if feed
                .give(Object::with_values(
                    scan.class.clone(),
                    values,
                    Some(scan.home.clone()),
                ))
                .is_break()
            {
                break;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
