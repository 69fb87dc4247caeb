//! What Linux gives the instances of.

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
mod trace;
mod trace_events;
mod users;
mod zone;

use std::sync::Arc;

use super::time;
use crate::wbem::provider::Provider;
use crate::wbem::system::host_name;
use crate::wbem::Namespace;

/// ROOT\CIMV2.
pub fn cimv2() -> Namespace {
    let trace = Arc::new(trace::Trace::default());
    Namespace::new(r"root\cimv2", CIMV2, providers())
        .with_source("Win32_ProcessStartTrace", trace.clone())
        .with_source("Win32_ProcessStopTrace", trace)
}

const CIMV2: &str = concat!(
    include_str!("../../schema/everywhere.mof"),
    include_str!("../../schema/cim.mof"),
    include_str!("../../schema/win32.mof")
);

fn providers() -> Vec<(&'static str, Arc<dyn Provider>)> {
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
        ("Win32_TimeZone", Arc::new(zone::ZONE)),
        ("Win32_LocalTime", Arc::new(time::LOCAL)),
        ("Win32_UTCTime", Arc::new(time::UTC)),
    ]
}

#[cfg(test)]
mod tests;
