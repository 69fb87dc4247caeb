//! Win32_Process, of /proc.

use std::fs;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use nix::unistd::{sysconf, SysconfVar};

use super::process_methods;
use super::read;
use crate::wbem::provider::{Changes, Column, List};
use crate::wbem::{datetime, Error, Flow, Result, Value};

pub const PROCESSES: List<Process> = List {
    columns: COLUMNS,
    rows,
    identity: &["CreationDate"],
    changes: Changes::Silently,
    row: Some(row),
    run: process_methods::run,
};

// What must be read.
const STAT: u32 = 1;
const COMMAND: u32 = 2;
const PROGRAM: u32 = 4;
const TRANSFER: u32 = 8;
const STATUS: u32 = 16;
const FILES: u32 = 32;

/// What the files of a process say. What could not be read is missing: other users' files are closed.
#[derive(Default)]
pub struct Process {
    pid: u32,
    name: String,
    state: u8,
    numbers: Vec<i64>,
    command: Option<String>,
    program: Option<String>,
    transfer: Option<String>,
    status: Option<String>,
    files: Option<usize>,
}

// Places among the numbers of /proc/PID/stat that follow the state.
const PARENT: usize = 0;
const SESSION: usize = 2;
const MINOR_FAULTS: usize = 6;
const MAJOR_FAULTS: usize = 8;
const USER_TIME: usize = 10;
const SYSTEM_TIME: usize = 11;
const PRIORITY: usize = 14;
const THREADS: usize = 16;
const START: usize = 18;
const VIRTUAL_SIZE: usize = 19;
const RESIDENT: usize = 20;

/// The kernel cuts names after so many bytes.
const LONGEST_NAME: usize = 15;

impl Process {
    fn number(&self, place: usize) -> Option<i64> {
        self.numbers.get(place).copied()
    }

    fn positive(&self, place: usize) -> Option<u64> {
        self.number(place).and_then(|it| u64::try_from(it).ok())
    }

    /// Ticks as steps of 100 ns.
    fn time(&self, place: usize) -> Option<u64> {
        Some(self.positive(place)? * 10_000_000 / ticks())
    }

    pub fn created(&self) -> Option<String> {
        let since_boot = Duration::from_millis(self.positive(START)? * 1000 / ticks());
        Some(datetime::written(boot_time() + since_boot))
    }

    /// It has ended, and its parent has not asked how: Windows shows no such process.
    fn is_over(&self) -> bool {
        matches!(self.state, b'Z' | b'X')
    }

    fn age(&self) -> Option<Duration> {
        let uptime = read::line("/proc/uptime")?;
        let uptime: f64 = uptime.split(' ').next()?.parse().ok()?;
        let begun = self.positive(START)? as f64 / ticks() as f64;
        Duration::try_from_secs_f64(uptime - begun).ok()
    }

    pub fn parent(&self) -> Option<u32> {
        low(self.positive(PARENT))
    }

    pub fn session(&self) -> Option<u32> {
        low(self.positive(SESSION))
    }

    fn moved(&self, name: &str) -> Option<u64> {
        read::kilobytes(self.transfer.as_ref()?, name)
    }

    fn memory(&self, name: &str) -> Option<u64> {
        read::kilobytes(self.status.as_ref()?, name)
    }

    /// The kernel's name, or the program's where that was cut.
    pub fn full_name(&self) -> &str {
        if self.name.len() < LONGEST_NAME {
            return &self.name;
        }
        let first = self.command.as_deref().and_then(|it| it.split(' ').next());
        let full = first
            .and_then(|it| it.rsplit('/').next())
            .filter(|it| it.starts_with(&self.name));
        full.unwrap_or(&self.name)
    }
}

/// Ticks in a second.
fn ticks() -> u64 {
    static TICKS: LazyLock<u64> = LazyLock::new(|| setting(SysconfVar::CLK_TCK).unwrap_or(100));
    *TICKS
}

fn page_size() -> u64 {
    static SIZE: LazyLock<u64> = LazyLock::new(|| setting(SysconfVar::PAGE_SIZE).unwrap_or(4096));
    *SIZE
}

fn setting(name: SysconfVar) -> Option<u64> {
    let number = sysconf(name).ok()??;
    u64::try_from(number).ok().filter(|it| *it > 0)
}

pub fn boot_time() -> SystemTime {
    static BOOT: LazyLock<SystemTime> = LazyLock::new(|| {
        let text = read::text("/proc/stat").unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("btime "));
        let seconds = line.and_then(|it| it.trim().parse().ok()).unwrap_or(0);
        UNIX_EPOCH + Duration::from_secs(seconds)
    });
    *BOOT
}

fn rows(need: u32, give: &mut dyn FnMut(Process) -> Flow) -> Result<()> {
    let entries = fs::read_dir("/proc").map_err(|_| Error::FAILED)?;
    let mut buffer = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(pid) = name.to_str().and_then(|it| it.parse().ok()) else {
            continue;
        };
        // One that vanishes meanwhile is passed over.
        let process = read_process(pid, need, &mut buffer);
        let Some(process) = process.filter(|it| !it.is_over()) else {
            continue;
        };
        if give(process).is_break() {
            break;
        }
    }
    Ok(())
}

/// How many there are.
pub fn count() -> Result<u32> {
    let mut count = 0;
    rows(0, &mut |_| {
        count += 1;
        Flow::Continue(())
    })?;
    Ok(count)
}

/// One that was seen for the first time. Between fork and exec it looks like its parent, so that it is
/// given a little time.
fn row(key: &Value, need: u32) -> Option<Process> {
    const SETTLED: Duration = Duration::from_millis(20);
    let pid = key.text()?.parse().ok()?;
    let mut buffer = Vec::new();
    let age = read_process(pid, 0, &mut buffer)?.age().unwrap_or(SETTLED);
    std::thread::sleep(SETTLED.saturating_sub(age));
    read_process(pid, need, &mut buffer)
}

pub fn read_process(pid: u32, need: u32, buffer: &mut Vec<u8>) -> Option<Process> {
    let path = |file: &str| format!("/proc/{pid}/{file}");
    let mut process = Process {
        pid,
        ..Process::default()
    };
    // The name and the state tell whether it is there at all.
    read::read_into(path("stat"), buffer)?;
    let text = String::from_utf8_lossy(buffer);
    // A name may have anything in it, parentheses too.
    let (open, close) = (text.find('(')?, text.rfind(')')?);
    process.name = text.get(open + 1..close)?.to_owned();
    let mut rest = text.get(close + 1..)?.split_whitespace();
    process.state = rest.next()?.bytes().next()?;
    process.numbers = rest
        .take(RESIDENT + 1)
        .map(|it| it.parse().unwrap_or(-1))
        .collect();
    if need & COMMAND != 0 || process.name.len() >= LONGEST_NAME {
        read::read_into(path("cmdline"), buffer)?;
        let words = buffer.strip_suffix(b"\0").unwrap_or(buffer);
        let text = String::from_utf8_lossy(words).replace('\0', " ");
        process.command = (!text.is_empty()).then_some(text);
    }
    if need & PROGRAM != 0 {
        let link = fs::read_link(path("exe")).ok();
        process.program = link.map(|it| it.to_string_lossy().into_owned());
    }
    if need & TRANSFER != 0 {
        process.transfer = read::text(path("io"));
    }
    if need & STATUS != 0 {
        process.status = read::text(path("status"));
    }
    if need & FILES != 0 {
        process.files = fs::read_dir(path("fd")).ok().map(Iterator::count);
    }
    Some(process)
}

/// A text that is the same for all.
fn constant(text: &'static LazyLock<Arc<str>>) -> Value {
    Value::Text((*text).clone())
}

static HOST: LazyLock<Arc<str>> = LazyLock::new(|| super::host_name().into());
static SYSTEM: LazyLock<Arc<str>> = LazyLock::new(|| super::system::caption().into());
static RELEASE: LazyLock<Arc<str>> = LazyLock::new(|| {
    rustix::system::uname()
        .release()
        .to_string_lossy()
        .into_owned()
        .into()
});
static CLASS: LazyLock<Arc<str>> = LazyLock::new(|| "Win32_Process".into());
static SYSTEM_CLASS: LazyLock<Arc<str>> = LazyLock::new(|| "Win32_OperatingSystem".into());
static HOST_CLASS: LazyLock<Arc<str>> = LazyLock::new(|| "Win32_ComputerSystem".into());

/// Running, blocked, stopped.
fn execution_state(state: u8) -> Option<u16> {
    match state {
        b'R' => Some(3),
        b'S' | b'D' | b'I' => Some(4),
        b'T' | b't' => Some(8),
        _ => None,
    }
}

fn low(number: Option<u64>) -> Option<u32> {
    // Counters go round as they do on Windows.
    number.map(|it| it as u32)
}

const COLUMNS: &[Column<Process>] = &[
    Column::read("Caption", STAT, |it| it.full_name().into()),
    Column::read("CommandLine", COMMAND, |it| it.command.clone().into()),
    Column::read("CreationClassName", STAT, |_| constant(&CLASS)),
    Column::read("CreationDate", STAT, |it| it.created().into()),
    Column::read("CSCreationClassName", STAT, |_| constant(&HOST_CLASS)),
    Column::read("CSName", STAT, |_| constant(&HOST)),
    Column::read("Description", STAT, |it| it.full_name().into()),
    Column::read("ExecutablePath", PROGRAM, |it| it.program.clone().into()),
    Column::read("ExecutionState", STAT, |it| {
        execution_state(it.state).into()
    }),
    Column::read("Handle", STAT, |it| it.pid.to_string().into()),
    Column::read("HandleCount", FILES, |it| it.files.into()),
    Column::read("KernelModeTime", STAT, |it| it.time(SYSTEM_TIME).into()),
    Column::read("Name", STAT, |it| it.full_name().into()),
    Column::read("OSCreationClassName", STAT, |_| constant(&SYSTEM_CLASS)),
    Column::read("OSName", STAT, |_| constant(&SYSTEM)),
    Column::read("PageFaults", STAT, |it| {
        low(it
            .positive(MINOR_FAULTS)
            .zip(it.positive(MAJOR_FAULTS))
            .map(|(a, b)| a + b))
        .into()
    }),
    Column::read("PageFileUsage", STATUS, |it| {
        low(it.memory("VmSwap")).into()
    }),
    Column::read("ParentProcessId", STAT, |it| it.parent().into()),
    Column::read("PeakVirtualSize", STATUS, |it| {
        it.memory("VmPeak").map(|it| it * 1024).into()
    }),
    Column::read("PeakWorkingSetSize", STATUS, |it| {
        low(it.memory("VmHWM")).into()
    }),
    Column::read("Priority", STAT, |it| low(it.positive(PRIORITY)).into()),
    Column::read("PrivatePageCount", STATUS, |it| {
        it.memory("RssAnon")
            .zip(it.memory("VmSwap"))
            .map(|(a, b)| (a + b) * 1024)
            .into()
    }),
    Column::read("ProcessId", STAT, |it| it.pid.into()),
    Column::read("ReadOperationCount", TRANSFER, |it| {
        it.moved("syscr").into()
    }),
    Column::read("ReadTransferCount", TRANSFER, |it| it.moved("rchar").into()),
    Column::read("SessionId", STAT, |it| it.session().into()),
    Column::read("ThreadCount", STAT, |it| low(it.positive(THREADS)).into()),
    Column::read("UserModeTime", STAT, |it| it.time(USER_TIME).into()),
    Column::read("VirtualSize", STAT, |it| it.positive(VIRTUAL_SIZE).into()),
    Column::read("WindowsVersion", STAT, |_| constant(&RELEASE)),
    Column::read("WorkingSetSize", STAT, |it| {
        it.positive(RESIDENT).map(|it| it * page_size()).into()
    }),
    Column::read("WriteOperationCount", TRANSFER, |it| {
        it.moved("syscw").into()
    }),
    Column::read("WriteTransferCount", TRANSFER, |it| {
        it.moved("wchar").into()
    }),
];
