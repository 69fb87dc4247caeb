//! Leader and followers: the threads that take turns at the poller.
//!
//! The leader polls, runs tasks and speaks, so a quick callback costs no thread switch. The watch
//! looks again and again whether the leader is still in the same callback; then the watch leads, and
//! before its first callback it sees to it that a new thread keeps watch. The old leader, back from its
//! callback, finds another leading: it keeps watch if nobody does, and else it ends.

use std::io;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::Arc;
use std::thread::{Builder, Thread};
use std::time::Duration;

use mio::{Events, Poll};
use parking_lot::Mutex;

use super::{Due, Reactor, Task};

/// A leader found in a callback is looked at again after this, and is led no more if it is in the same.
const PATIENCE: Duration = Duration::from_millis(1);
/// One found in none is looked at after this.
const PAUSE: Duration = Duration::from_millis(4);
/// After this many looks at an idle leader the watch sleeps until it is called.
const IDLE_LOOKS: u32 = 4;
const EVENTS: usize = 256;
/// The sockets are looked at after this many tasks even if there are more.
const TURNS: u32 = 1024;

/// The state of the threads.
pub struct Threads {
    poller: Mutex<Poller>,
    /// Counts the leader's callbacks, in and out: odd while it is in one.
    beat: AtomicU64,
    /// Somebody keeps watch, or is about to.
    has_watch: AtomicBool,
    watch_sleeps: AtomicBool,
    watch: Mutex<Option<Thread>>,
}

/// What a thread does next.
enum Role {
    Leader,
    Watch,
}

struct Poller {
    poll: Poll,
    events: Events,
}

impl Threads {
    /// No thread yet.
    pub fn new(poll: Poll) -> Self {
        Self {
            poller: Mutex::new(Poller {
                poll,
                events: Events::with_capacity(EVENTS),
            }),
            beat: AtomicU64::new(0),
            has_watch: AtomicBool::new(false),
            watch_sleeps: AtomicBool::new(false),
            watch: Mutex::new(None),
        }
    }
}

/// Starts the leader and the watch.
pub fn start(reactor: &'static Reactor) -> io::Result<()> {
    spawn(reactor, Role::Leader)?;
    reactor.threads.have_watched(reactor);
    Ok(())
}

fn spawn(reactor: &'static Reactor, role: Role) -> io::Result<()> {
    let name = match role {
        Role::Leader => "wininet-poll",
        Role::Watch => "wininet-watch",
    };
    let life = move || {
        let mut role = Some(role);
        while let Some(now) = role {
            role = match now {
                Role::Leader => lead(reactor),
                Role::Watch => watch(reactor),
            };
        }
    };
    Builder::new().name(name.into()).spawn(life).map(drop)
}

/// The leader's life: until another has taken over.
fn lead(reactor: &'static Reactor) -> Option<Role> {
    let threads = &reactor.threads;
    let mut poller = threads.poller.lock();
    let mut turns = 0_u32;
    loop {
        turns = turns.wrapping_add(1);
        match reactor.next(turns % TURNS == 0) {
            Ok(due) => {
                let Some(task) = run(due) else {
                    continue;
                };
                drop(poller);
                threads.have_watched(reactor);
                let beat = threads.enter_callback();
                task.speak();
                if !threads.end_callback(beat) {
                    let is_vacant = !threads.has_watch.swap(true, Ordering::AcqRel);
                    return is_vacant.then_some(Role::Watch);
                }
                poller = threads.poller.lock();
            }
            Err(sleep) => {
                let Poller { poll, events } = &mut *poller;
                // An interrupted or failed wait is one without events.
                if poll.poll(events, sleep).is_err() {
                    events.clear();
                }
                reactor.take_in(events, sleep);
            }
        }
    }
}

/// Runs a task; gives it back if it has something to say.
fn run(due: Due) -> Option<Arc<dyn Task>> {
    let task = match due {
        Due::Run(task) => task,
        Due::Speech(task) => return Some(task),
    };
    // A bug of ours ends one operation, whose completion says so, and not all of them.
    let run = AssertUnwindSafe(|| task.clone().run());
    catch_unwind(run).unwrap_or(true).then_some(task)
}

impl Threads {
    /// Sees to it that somebody keeps watch.
    fn have_watched(&self, reactor: &'static Reactor) {
        let has_watch = &self.has_watch;
        if has_watch.load(Ordering::Relaxed) || has_watch.swap(true, Ordering::AcqRel) {
            return;
        }
        // Without a watch a callback that blocks holds up the others; that beats not working at all.
        if spawn(reactor, Role::Watch).is_err() {
            has_watch.store(false, Ordering::Release);
        }
    }

    fn enter_callback(&self) -> u64 {
        // Sequentially consistent, and so are the watch's two steps to sleep: one of them sees the
        // other, or a callback could block unseen.
        let beat = self.beat.fetch_add(1, Ordering::SeqCst) + 1;
        if self.watch_sleeps.load(Ordering::SeqCst)
            && self.watch_sleeps.swap(false, Ordering::SeqCst)
        {
            if let Some(watch) = &*self.watch.lock() {
                watch.unpark();
            }
        }
        beat
    }

    /// One of the leader and the watch can end a callback; the other has lost, and if that is the
    /// leader it leads no more.
    fn end_callback(&self, beat: u64) -> bool {
        self.beat
            .compare_exchange(beat, beat + 1, Ordering::AcqRel, Ordering::Relaxed)
            .is_ok()
    }

    /// Sleeps until the leader enters a callback again.
    fn sleep_until_called(&self, last: u64) {
        self.watch_sleeps.store(true, Ordering::SeqCst);
        if self.beat.load(Ordering::SeqCst) == last {
            std::thread::park();
        }
        self.watch_sleeps.store(false, Ordering::Relaxed);
    }
}

fn is_in_callback(beat: u64) -> bool {
    beat % 2 == 1
}

/// The watch's life: until it leads.
fn watch(reactor: &'static Reactor) -> Option<Role> {
    let threads = &reactor.threads;
    *threads.watch.lock() = Some(std::thread::current());
    let mut last = threads.beat.load(Ordering::Acquire);
    let mut idle_looks = 0;
    loop {
        std::thread::sleep(if is_in_callback(last) {
            PATIENCE
        } else {
            PAUSE
        });
        let beat = threads.beat.load(Ordering::Acquire);
        if beat != last {
            (last, idle_looks) = (beat, 0);
        } else if is_in_callback(beat) {
            if threads.end_callback(beat) {
                threads.has_watch.store(false, Ordering::Release);
                return Some(Role::Leader);
            }
        } else {
            idle_looks += 1;
            if idle_looks > IDLE_LOOKS {
                threads.sleep_until_called(last);
                idle_looks = 0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{channel, Sender};
    use std::sync::Arc;
    use std::time::Duration;

    use super::super::{start, wake, Task};

    /// Panics in its run if it is told to, and says when it speaks.
    struct Told {
        panics: bool,
        speaks: Sender<bool>,
    }

    impl Task for Told {
        fn run(self: Arc<Self>) -> bool {
            assert!(!self.panics, "this panic is part of the test");
            true
        }

        fn speak(self: Arc<Self>) {
            self.speaks.send(self.panics).unwrap();
        }
    }

    /// What a panicking task has left to say is said, and the others are still run.
    #[test]
    fn a_panic_in_one_task_stops_no_other() {
        start().unwrap();
        let (speaks, spoken) = channel();
        for panics in [true, false] {
            let speaks = speaks.clone();
            wake(Arc::new(Told { panics, speaks }));
        }
        for panics in [true, false] {
            assert_eq!(spoken.recv_timeout(Duration::from_secs(60)), Ok(panics));
        }
    }
}
