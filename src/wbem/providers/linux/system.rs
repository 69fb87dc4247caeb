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
    Column::of("BuildNumber", |it| {
        it.release("BUILD_ID").unwrap_or_else(|| kernel().0).into()
    }),
    Column::of("Caption", |it| it.release("PRETTY_NAME").into()),
    Column::of("CreationClassName", |_| "Win32_OperatingSystem".into()),
    Column::of("CSCreationClassName", |_| "Win32_ComputerSystem".into()),
    Column::of("CSName", |_| super::host_name().into()),
    Column::of("CurrentTimeZone", |_| i32::from(minutes_from_utc()).into()),
    Column::of("Description", |_| kernel().1.into()),
    Column::of("Distributed", |_| false.into()),
    Column::of("FreePhysicalMemory", |it| it.memory("MemAvailable").into()),
    Column::of("FreeSpaceInPagingFiles", |it| it.memory("SwapFree").into()),
    Column::of("FreeVirtualMemory", |it| {
        it.sum("MemAvailable", "SwapFree").into()
    }),
    Column::of("LastBootUpTime", |_| {
        datetime::written(process::boot_time()).into()
    }),
    Column::of("LocalDateTime", |_| {
        datetime::written(SystemTime::now()).into()
    }),
    Column::of("Manufacturer", |it| it.release("NAME").into()),
    Column::of("MaxNumberOfProcesses", |_| {
        read::number::<u32>("/proc/sys/kernel/pid_max").into()
    }),
    Column::of("Name", |it| it.release("PRETTY_NAME").into()),
    Column::of("NumberOfProcesses", |_| super::process::count().ok().into()),
    Column::of("NumberOfUsers", |_| {
        users::logged_in().map(|it| it.len()).into()
    }),
    Column::of("OSArchitecture", |_| architecture(&kernel().2).into()),
    Column::of("OSType", |_| LINUX.into()),
    Column::of("Primary", |_| true.into()),
    Column::of("SizeStoredInPagingFiles", |it| {
        it.memory("SwapTotal").into()
    }),
    Column::of("Status", |_| "OK".into()),
    Column::of("TotalVirtualMemorySize", |it| {
        it.sum("MemTotal", "SwapTotal").into()
    }),
    Column::of("TotalVisibleMemorySize", |it| it.memory("MemTotal").into()),
    Column::of("Version", |_| kernel().0.into()),
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
    Column::of("Caption", |_| super::host_name().into()),
    Column::of("CreationClassName", |_| "Win32_ComputerSystem".into()),
    Column::of("CurrentTimeZone", |_| i32::from(minutes_from_utc()).into()),
    Column::of("DNSHostName", |_| {
        super::host_name()
            .split('.')
            .next()
            .map(str::to_owned)
            .into()
    }),
    Column::of("DomainRole", |_| STANDALONE.into()),
    Column::of("HypervisorPresent", |_| {
        cpu::flags()
            .map(|it| it.contains(&"hypervisor".to_owned()))
            .into()
    }),
    Column::of("Manufacturer", |_| {
        super::firmware::identity("sys_vendor").into()
    }),
    Column::of("Model", |_| {
        super::firmware::identity("product_name").into()
    }),
    Column::of("Name", |_| super::host_name().into()),
    Column::of("NumberOfLogicalProcessors", |_| cpu::threads().into()),
    Column::of("NumberOfProcessors", |_| {
        cpu::packages().map(|it| it.len()).into()
    }),
    Column::of("PartOfDomain", |_| false.into()),
    Column::of("Status", |_| "OK".into()),
    Column::of("SystemFamily", |_| {
        super::firmware::identity("product_family").into()
    }),
    Column::of("SystemSKUNumber", |_| {
        super::firmware::identity("product_sku").into()
    }),
    Column::of("SystemType", |_| system_type().map(str::to_owned).into()),
    Column::of("TotalPhysicalMemory", |it| {
        it.memory("MemTotal").map(|it| it * 1024).into()
    }),
    Column::of("UserName", |_| users::at_console().into()),
];
