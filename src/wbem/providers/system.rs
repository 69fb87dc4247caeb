//! Win32_OperatingSystem and Win32_ComputerSystem.

use std::time::SystemTime;

use super::{cpu, process, read, users};
use crate::wbem::provider::{Column, List};
use crate::wbem::{datetime, Flow, Result};

pub const OPERATING_SYSTEM: List<System> = List::plain(SYSTEM_COLUMNS, rows);
pub const COMPUTER: List<System> = List::plain(COMPUTER_COLUMNS, rows);

/// What most properties are made of.
pub struct System {
    release: String,
    memory: String,
}

fn rows(_need: u32, give: &mut dyn FnMut(System) -> Flow) -> Result<()> {
    let release = read::text("/etc/os-release").or_else(|| read::text("/usr/lib/os-release"));
    let memory = read::text("/proc/meminfo").unwrap_or_default();
    let _ = give(System {
        release: release.unwrap_or_default(),
        memory,
    });
    Ok(())
}

/// The system's name as it calls itself.
pub fn caption() -> String {
    let mut name = None;
    let _ = rows(0, &mut |system| {
        name = system.release("PRETTY_NAME");
        Flow::Break(())
    });
    name.unwrap_or_else(|| "Linux".into())
}

fn kernel() -> (String, String, String) {
    let it = rustix::system::uname();
    let [release, version, machine] =
        [it.release(), it.version(), it.machine()].map(|it| it.to_string_lossy().into_owned());
    (release, version, machine)
}

/// LINUX among the numbers of OSType, and a desktop or server that is no domain controller.
const LINUX: u16 = 36;
const STANDALONE: u16 = 2;

impl System {
    fn release(&self, name: &str) -> Option<String> {
        let found = self
            .release
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        found.map(|it| it.trim_matches(['"', '\'']).to_owned())
    }

    fn memory(&self, name: &str) -> Option<u64> {
        read::kilobytes(&self.memory, name)
    }

    fn sum(&self, one: &str, other: &str) -> Option<u64> {
        self.memory(one)
            .zip(self.memory(other))
            .map(|(one, other)| one + other)
    }
}

fn minutes_from_utc() -> i16 {
    datetime::local(SystemTime::now()).offset().whole_minutes()
}

fn architecture(machine: &str) -> &'static str {
    if machine.contains("64") || machine == "s390x" {
        "64-bit"
    } else {
        "32-bit"
    }
}

const SYSTEM_COLUMNS: &[Column<System>] = &[
    Column {
        name: "BuildNumber",
        need: 0,
        value: |it| it.release("BUILD_ID").unwrap_or_else(|| kernel().0).into(),
    },
    Column {
        name: "Caption",
        need: 0,
        value: |it| it.release("PRETTY_NAME").into(),
    },
    Column {
        name: "CreationClassName",
        need: 0,
        value: |_| "Win32_OperatingSystem".into(),
    },
    Column {
        name: "CSCreationClassName",
        need: 0,
        value: |_| "Win32_ComputerSystem".into(),
    },
    Column {
        name: "CSName",
        need: 0,
        value: |_| super::host_name().into(),
    },
    Column {
        name: "CurrentTimeZone",
        need: 0,
        value: |_| i32::from(minutes_from_utc()).into(),
    },
    Column {
        name: "Description",
        need: 0,
        value: |_| kernel().1.into(),
    },
    Column {
        name: "Distributed",
        need: 0,
        value: |_| false.into(),
    },
    Column {
        name: "FreePhysicalMemory",
        need: 0,
        value: |it| it.memory("MemAvailable").into(),
    },
    Column {
        name: "FreeSpaceInPagingFiles",
        need: 0,
        value: |it| it.memory("SwapFree").into(),
    },
    Column {
        name: "FreeVirtualMemory",
        need: 0,
        value: |it| it.sum("MemAvailable", "SwapFree").into(),
    },
    Column {
        name: "LastBootUpTime",
        need: 0,
        value: |_| datetime::written(process::boot_time()).into(),
    },
    Column {
        name: "LocalDateTime",
        need: 0,
        value: |_| datetime::written(SystemTime::now()).into(),
    },
    Column {
        name: "Manufacturer",
        need: 0,
        value: |it| it.release("NAME").into(),
    },
    Column {
        name: "MaxNumberOfProcesses",
        need: 0,
        value: |_| read::number::<u32>("/proc/sys/kernel/pid_max").into(),
    },
    Column {
        name: "Name",
        need: 0,
        value: |it| it.release("PRETTY_NAME").into(),
    },
    Column {
        name: "NumberOfProcesses",
        need: 0,
        value: |_| super::process::count().ok().into(),
    },
    Column {
        name: "NumberOfUsers",
        need: 0,
        value: |_| users::logged_in().map(|it| it.len()).into(),
    },
    Column {
        name: "OSArchitecture",
        need: 0,
        value: |_| architecture(&kernel().2).into(),
    },
    Column {
        name: "OSType",
        need: 0,
        value: |_| LINUX.into(),
    },
    Column {
        name: "Primary",
        need: 0,
        value: |_| true.into(),
    },
    Column {
        name: "SizeStoredInPagingFiles",
        need: 0,
        value: |it| it.memory("SwapTotal").into(),
    },
    Column {
        name: "Status",
        need: 0,
        value: |_| "OK".into(),
    },
    Column {
        name: "TotalVirtualMemorySize",
        need: 0,
        value: |it| it.sum("MemTotal", "SwapTotal").into(),
    },
    Column {
        name: "TotalVisibleMemorySize",
        need: 0,
        value: |it| it.memory("MemTotal").into(),
    },
    Column {
        name: "Version",
        need: 0,
        value: |_| kernel().0.into(),
    },
];

fn system_type() -> Option<&'static str> {
    match kernel().2.as_str() {
        "x86_64" => Some("x64-based PC"),
        "aarch64" => Some("ARM64-based PC"),
        "i386" | "i486" | "i586" | "i686" => Some("X86-based PC"),
        _ => None,
    }
}

const COMPUTER_COLUMNS: &[Column<System>] = &[
    Column {
        name: "Caption",
        need: 0,
        value: |_| super::host_name().into(),
    },
    Column {
        name: "CreationClassName",
        need: 0,
        value: |_| "Win32_ComputerSystem".into(),
    },
    Column {
        name: "CurrentTimeZone",
        need: 0,
        value: |_| i32::from(minutes_from_utc()).into(),
    },
    Column {
        name: "DNSHostName",
        need: 0,
        value: |_| {
            super::host_name()
                .split('.')
                .next()
                .map(str::to_owned)
                .into()
        },
    },
    Column {
        name: "DomainRole",
        need: 0,
        value: |_| STANDALONE.into(),
    },
    Column {
        name: "HypervisorPresent",
        need: 0,
        value: |_| {
            cpu::flags()
                .map(|it| it.contains(&"hypervisor".to_owned()))
                .into()
        },
    },
    Column {
        name: "Manufacturer",
        need: 0,
        value: |_| super::firmware::identity("sys_vendor").into(),
    },
    Column {
        name: "Model",
        need: 0,
        value: |_| super::firmware::identity("product_name").into(),
    },
    Column {
        name: "Name",
        need: 0,
        value: |_| super::host_name().into(),
    },
    Column {
        name: "NumberOfLogicalProcessors",
        need: 0,
        value: |_| cpu::threads().into(),
    },
    Column {
        name: "NumberOfProcessors",
        need: 0,
        value: |_| cpu::packages().map(|it| it.len()).into(),
    },
    Column {
        name: "PartOfDomain",
        need: 0,
        value: |_| false.into(),
    },
    Column {
        name: "Status",
        need: 0,
        value: |_| "OK".into(),
    },
    Column {
        name: "SystemFamily",
        need: 0,
        value: |_| super::firmware::identity("product_family").into(),
    },
    Column {
        name: "SystemSKUNumber",
        need: 0,
        value: |_| super::firmware::identity("product_sku").into(),
    },
    Column {
        name: "SystemType",
        need: 0,
        value: |_| system_type().map(str::to_owned).into(),
    },
    Column {
        name: "TotalPhysicalMemory",
        need: 0,
        value: |it| it.memory("MemTotal").map(|it| it * 1024).into(),
    },
    Column {
        name: "UserName",
        need: 0,
        value: |_| users::at_console().into(),
    },
];
