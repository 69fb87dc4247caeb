//! Win32_Process, of the system's own list.

use std::mem;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use windows_sys::Win32::Foundation::{CloseHandle, FILETIME, HANDLE, INVALID_HANDLE_VALUE};
use windows_sys::Win32::System::Diagnostics::ToolHelp::{
    CreateToolhelp32Snapshot, Process32FirstW, Process32NextW, PROCESSENTRY32W, TH32CS_SNAPPROCESS,
};
use windows_sys::Win32::System::ProcessStatus::{K32GetProcessMemoryInfo, PROCESS_MEMORY_COUNTERS};
use windows_sys::Win32::System::RemoteDesktop::ProcessIdToSessionId;
use windows_sys::Win32::System::Threading::{
    GetProcessHandleCount, GetProcessIoCounters, GetProcessTimes, OpenProcess,
    QueryFullProcessImageNameW, IO_COUNTERS, PROCESS_QUERY_LIMITED_INFORMATION,
};

use crate::wbem::{date, Changes, Column, Error, Flow, List, Result, Value};

pub const PROCESSES: List<Process> = List {
    identity: &["CreationDate"],
    changes: Changes::Silently,
    ..List::plain(COLUMNS, rows)
};

/// The process must be opened, which not everybody may.
const OPEN: u32 = 1;

/// What is closed in the end.
struct Handle(HANDLE);

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: it is open, and nobody else's.
        unsafe { CloseHandle(self.0) };
    }
}

/// A process of the list. What could not be asked is missing.
pub struct Process {
    entry: PROCESSENTRY32W,
    handle: Option<Handle>,
}

fn rows(need: u32, give: &mut dyn FnMut(Process) -> Flow) -> Result<()> {
    // SAFETY: numbers alone.
    let list = unsafe { CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0) };
    if list == INVALID_HANDLE_VALUE {
        return Err(Error::FAILED);
    }
    let list = Handle(list);
    // SAFETY: a struct of numbers, which may all be 0.
    let mut entry: PROCESSENTRY32W = unsafe { mem::zeroed() };
    entry.dwSize = size_of::<PROCESSENTRY32W>() as u32;
    // SAFETY: an open list, and room for an entry.
    let mut is_there = unsafe { Process32FirstW(list.0, &mut entry) } != 0;
    while is_there {
        let handle = (need & OPEN != 0).then(|| open(entry.th32ProcessID));
        let handle = handle.flatten();
        if give(Process { entry, handle }).is_break() {
            break;
        }
        // SAFETY: as before.
        is_there = unsafe { Process32NextW(list.0, &mut entry) } != 0;
    }
    Ok(())
}

fn open(id: u32) -> Option<Handle> {
    // SAFETY: numbers alone.
    let handle = unsafe { OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, id) };
    (!handle.is_null()).then_some(Handle(handle))
}

/// When it began, and how long it ran in the kernel and outside, in steps of 100 ns.
#[derive(Default)]
struct Times {
    begun: u64,
    kernel: u64,
    user: u64,
}

impl Process {
    fn name(&self) -> String {
        let units = &self.entry.szExeFile;
        let end = units.iter().position(|it| *it == 0);
        String::from_utf16_lossy(&units[..end.unwrap_or(units.len())])
    }

    /// What a function of the system writes about the process, if it can.
    fn asked<T>(&self, ask: impl FnOnce(HANDLE, *mut T) -> i32) -> Option<T> {
        let handle = self.handle.as_ref()?.0;
        // SAFETY: only structs of numbers are asked for, which may all be 0.
        let mut answer = unsafe { mem::zeroed() };
        (ask(handle, &mut answer) != 0).then_some(answer)
    }

    fn times(&self) -> Option<Times> {
        let whole = |it: FILETIME| u64::from(it.dwHighDateTime) << 32 | u64::from(it.dwLowDateTime);
        // SAFETY: an open process, and room for four times.
        let times: [FILETIME; 4] = self.asked(|handle, at: *mut [FILETIME; 4]| unsafe {
            let at = at.cast::<FILETIME>();
            GetProcessTimes(handle, at, at.add(1), at.add(2), at.add(3))
        })?;
        Some(Times {
            begun: whole(times[0]),
            kernel: whole(times[2]),
            user: whole(times[3]),
        })
    }

    fn created(&self) -> Option<String> {
        const BETWEEN_1601_AND_1970: u64 = 116_444_736_000_000_000;
        let steps = self.times()?.begun.checked_sub(BETWEEN_1601_AND_1970)?;
        let since = Duration::from_micros(steps / 10);
        Some(date(SystemTime::checked_add(&UNIX_EPOCH, since)?))
    }

    fn path(&self) -> Option<String> {
        let handle = self.handle.as_ref()?.0;
        let mut units = vec![0_u16; 0x8000];
        let mut length = units.len() as u32;
        // SAFETY: an open process, and room for so many characters.
        let is_told =
            unsafe { QueryFullProcessImageNameW(handle, 0, units.as_mut_ptr(), &mut length) } != 0;
        is_told.then(|| String::from_utf16_lossy(&units[..length as usize]))
    }

    fn session(&self) -> Option<u32> {
        let mut session = 0;
        // SAFETY: room for a number.
        let is_told = unsafe { ProcessIdToSessionId(self.entry.th32ProcessID, &mut session) } != 0;
        is_told.then_some(session)
    }

    fn handles(&self) -> Option<u32> {
        // SAFETY: an open process, and room for a number.
        self.asked(|handle, count| unsafe { GetProcessHandleCount(handle, count) })
    }

    fn memory(&self) -> Option<PROCESS_MEMORY_COUNTERS> {
        let size = size_of::<PROCESS_MEMORY_COUNTERS>() as u32;
        // SAFETY: an open process, and room of that size.
        self.asked(|handle, room| unsafe { K32GetProcessMemoryInfo(handle, room, size) })
    }

    fn transfer(&self) -> Option<IO_COUNTERS> {
        // SAFETY: an open process, and room for the counters.
        self.asked(|handle, room| unsafe { GetProcessIoCounters(handle, room) })
    }

    /// A number of transfers or of bytes.
    fn moved(&self, of: fn(&IO_COUNTERS) -> u64) -> Value {
        self.transfer().map(|it| of(&it)).into()
    }

    fn bytes(&self, of: fn(&PROCESS_MEMORY_COUNTERS) -> usize) -> Option<u64> {
        self.memory().map(|it| of(&it) as u64)
    }
}

fn kilobytes(bytes: Option<u64>) -> Value {
    bytes.map(|it| it / 1024).into()
}

const COLUMNS: &[Column<Process>] = &[
    Column::of("Caption", |it| it.name().into()),
    Column::of("CreationClassName", |_| "Win32_Process".into()),
    Column::read("CreationDate", OPEN, |it| it.created().into()),
    Column::of("CSCreationClassName", |_| "Win32_ComputerSystem".into()),
    Column::of("CSName", |_| crate::wbem::host_name().into()),
    Column::of("Description", |it| it.name().into()),
    Column::read("ExecutablePath", OPEN, |it| it.path().into()),
    Column::of("Handle", |it| it.entry.th32ProcessID.to_string().into()),
    Column::read("HandleCount", OPEN, |it| it.handles().into()),
    Column::read("KernelModeTime", OPEN, |it| {
        it.times().map(|it| it.kernel).into()
    }),
    Column::of("Name", |it| it.name().into()),
    Column::of("OSCreationClassName", |_| "Win32_OperatingSystem".into()),
    Column::read("OtherOperationCount", OPEN, |it| {
        it.moved(|it| it.OtherOperationCount)
    }),
    Column::read("OtherTransferCount", OPEN, |it| {
        it.moved(|it| it.OtherTransferCount)
    }),
    Column::read("PageFaults", OPEN, |it| {
        it.memory().map(|it| it.PageFaultCount).into()
    }),
    Column::read("PageFileUsage", OPEN, |it| {
        kilobytes(it.bytes(|it| it.PagefileUsage))
    }),
    Column::of("ParentProcessId", |it| it.entry.th32ParentProcessID.into()),
    Column::read("PeakPageFileUsage", OPEN, |it| {
        kilobytes(it.bytes(|it| it.PeakPagefileUsage))
    }),
    Column::read("PeakWorkingSetSize", OPEN, |it| {
        kilobytes(it.bytes(|it| it.PeakWorkingSetSize))
    }),
    Column::of("Priority", |it| it.entry.pcPriClassBase.into()),
    Column::of("ProcessId", |it| it.entry.th32ProcessID.into()),
    Column::read("ReadOperationCount", OPEN, |it| {
        it.moved(|it| it.ReadOperationCount)
    }),
    Column::read("ReadTransferCount", OPEN, |it| {
        it.moved(|it| it.ReadTransferCount)
    }),
    Column::of("SessionId", |it| it.session().into()),
    Column::of("ThreadCount", |it| it.entry.cntThreads.into()),
    Column::read("UserModeTime", OPEN, |it| {
        it.times().map(|it| it.user).into()
    }),
    Column::read("WorkingSetSize", OPEN, |it| {
        it.bytes(|it| it.WorkingSetSize).into()
    }),
    Column::read("WriteOperationCount", OPEN, |it| {
        it.moved(|it| it.WriteOperationCount)
    }),
    Column::read("WriteTransferCount", OPEN, |it| {
        it.moved(|it| it.WriteTransferCount)
    }),
];
