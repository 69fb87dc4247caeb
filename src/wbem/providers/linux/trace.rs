//! Win32_ProcessStartTrace and Win32_ProcessStopTrace: what the kernel tells of processes through its
//! connector, to those who have CAP_NET_ADMIN.

use std::collections::HashMap;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use rustix::event::{poll, PollFd, PollFlags, Timespec};
use rustix::net::netlink::{SocketAddrNetlink, CONNECTOR};
use rustix::net::{bind, recv, send, socket_with, RecvFlags, SendFlags};
use rustix::net::{AddressFamily, SocketFlags, SocketType};

use super::process::read_process;
use super::read;
use super::trace_events::{listening, Told};
use crate::wbem::events::event;
use crate::wbem::provider::Source;
use crate::wbem::{Error, Namespace, Object, Result, Value};

/// Both classes have one source: the connector is open while somebody listens to either.
#[derive(Default)]
pub struct Trace(Arc<Mutex<Option<Instant>>>);

/// How long the kernel may take to say that it tells us.
const PATIENCE: Duration = Duration::from_millis(500);
/// A new process that has not executed a program after this will not.
const SETTLED: Duration = Duration::from_millis(100);
/// How often somebody looks whether anybody listens.
const REST: Duration = Duration::from_secs(1);
/// Between the beginning of a subscription and its listening.
const GRACE: Duration = Duration::from_secs(10);

impl Source for Trace {
    fn begin(&self, namespace: &Arc<Namespace>) -> Result<()> {
        if !may_trace() {
            return Err(Error::ACCESS_DENIED);
        }
        // The time of the last beginning, while a thread listens.
        let mut begun = self.0.lock();
        if begun.is_none() {
            let socket = open().ok_or(Error::ACCESS_DENIED)?;
            let (namespace, begun) = (namespace.clone(), self.0.clone());
            thread::Builder::new()
                .name("wmi-trace".into())
                .spawn(move || listen(&socket, &namespace, &begun))
                .map_err(|_| Error::FAILED)?;
        }
        *begun = Some(Instant::now());
        Ok(())
    }
}

/// Whether the caller has CAP_NET_ADMIN. Older kernels ask for it themselves; newer ones tell everybody, and Windows
/// tells administrators alone.
fn may_trace() -> bool {
    const NET_ADMIN: u64 = 1 << 12;
    let status = read::text("/proc/thread-self/status").unwrap_or_default();
    let effective = read::field(&status, "CapEff").map(|it| u64::from_str_radix(it, 16));
    matches!(effective, Some(Ok(all)) if all & NET_ADMIN != 0)
}

/// The connector, once the kernel has said that it tells us: in a container it says nothing.
fn open() -> Option<OwnedFd> {
    const GROUP_OF_PROCESSES: u32 = 1;
    let flags = SocketFlags::CLOEXEC;
    let socket = socket_with(
        AddressFamily::NETLINK,
        SocketType::DGRAM,
        flags,
        Some(CONNECTOR),
    )
    .ok()?;
    bind(&socket, &SocketAddrNetlink::new(0, GROUP_OF_PROCESSES)).ok()?;
    send(&socket, &listening(), SendFlags::empty()).ok()?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        match next(&socket, deadline.saturating_duration_since(Instant::now()))? {
            Told::Listening(error) => return (error == 0).then_some(socket),
            _ if Instant::now() < deadline => {}
            _ => return None,
        }
    }
}

/// What the kernel tells next; `None` when it tells nothing for so long.
fn next(socket: &OwnedFd, time: Duration) -> Option<Told> {
    let mut wanted = [PollFd::from_borrowed_fd(socket.as_fd(), PollFlags::IN)];
    let time = Timespec::try_from(time).ok()?;
    let mut buffer = [0_u8; 4096];
    match poll(&mut wanted, Some(&time)) {
        Ok(1..) => {
            let received = recv(socket, &mut buffer[..], RecvFlags::DONTWAIT);
            let (_, length) = received.unwrap_or_default();
            Some(Told::read(&buffer[..length.min(buffer.len())]))
        }
        _ => None,
    }
}

fn listen(socket: &OwnedFd, namespace: &Arc<Namespace>, begun: &Mutex<Option<Instant>>) {
    let mut teller = Teller {
        namespace,
        forked: HashMap::new(),
    };
    let mut looked = Instant::now();
    loop {
        let time = if teller.forked.is_empty() {
            REST
        } else {
            SETTLED
        };
        if let Some(told) = next(socket, time) {
            teller.hear(told);
        }
        teller.settle();
        if looked.elapsed() < REST {
            continue;
        }
        looked = Instant::now();
        let mut begun = begun.lock();
        if !teller.is_heard() && begun.is_none_or(|it| it.elapsed() > GRACE) {
            *begun = None;
            return;
        }
    }
}

/// Makes events of what the kernel tells.
struct Teller<'a> {
    namespace: &'a Arc<Namespace>,
    /// New processes that have not executed a program: when they began, and of whom.
    forked: HashMap<u32, (Instant, u32)>,
}

impl Teller<'_> {
    fn is_heard(&self) -> bool {
        let classes = ["Win32_ProcessStartTrace", "Win32_ProcessStopTrace"];
        let classes = classes.iter().filter_map(|it| self.namespace.class(it));
        classes
            .into_iter()
            .any(|it| self.namespace.audience.wants(it))
    }

    /// A process has started when it executes its first program; one that executes none, a little later.
    fn hear(&mut self, told: Told) {
        match told {
            Told::Fork { pid, parent } => {
                self.forked.insert(pid, (Instant::now(), parent));
            }
            Told::Exec { pid } => self.start(pid),
            Told::Exit {
                pid,
                parent,
                status,
            } => {
                self.start(pid);
                self.tell("Win32_ProcessStopTrace", pid, parent, Some(status));
            }
            Told::Listening(_) | Told::Other => {}
        }
    }

    fn settle(&mut self) {
        let is_settled = |(_, (since, _)): &(&u32, &(Instant, u32))| since.elapsed() > SETTLED;
        let settled = self.forked.iter().filter(is_settled).map(|(pid, _)| *pid);
        for pid in settled.collect::<Vec<_>>() {
            self.start(pid);
        }
    }

    fn start(&mut self, pid: u32) {
        if let Some((_, parent)) = self.forked.remove(&pid) {
            self.tell("Win32_ProcessStartTrace", pid, parent, None);
        }
    }

    fn tell(&self, class: &str, pid: u32, parent: u32, status: Option<u32>) {
        let Some(mut event) = event(self.namespace, class) else {
            return;
        };
        // One that has vanished already has no name.
        let process = read_process(pid, 0, &mut Vec::new());
        let session = process.as_ref().and_then(|it| it.session());
        let mut set = |name: &str, value: Value| {
            let _has_no_such_property = Object::set(&mut event, name, value);
        };
        set("ProcessID", pid.into());
        set("ParentProcessID", parent.into());
        set(
            "ProcessName",
            process.map(|it| it.full_name().to_owned()).into(),
        );
        set("SessionID", session.into());
        set("ExitStatus", status.into());
        self.namespace.audience.tell(&event);
    }
}
