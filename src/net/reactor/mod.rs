//! The reactor: one poller for all asynchronous requests, and the threads that take turns at it.
//!
//! A task is run when its socket, its timer or its owner says so, without user code; then it speaks,
//! which is when the program's callbacks run. No lock is held then, and if a callback does not come
//! back soon another thread takes the poller over ([`threads`]).

mod alarm;
mod readiness;
mod threads;
mod timers;

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use mio::{Poll, Registry, Waker};
use parking_lot::Mutex;
use slab::Slab;

pub use readiness::Readiness;

use super::socket::Socket;
use super::{pool, Origin};
use alarm::Alarm;
use threads::Threads;
use timers::{Timer, Timers};

/// A request as this layer sees it. The reactor drives it, but for one whose caller does.
pub trait Task: Send + Sync {
    /// Does what can be done without blocking. No user code runs. `true`: there is something to say.
    fn run(self: Arc<Self>) -> bool;

    /// Says it: calls user code.
    fn speak(self: Arc<Self>);

    /// The callback that it is in: a number that no other callback of it has.
    fn callback(&self) -> Option<u64> {
        None
    }
}

/// The token of the eventfd.
const WAKER: usize = usize::MAX;
/// The lower bits of a socket's token are its slot, the upper ones tell it from those before it there,
/// of which the poller may still have something to say.
const SLOT_BITS: u32 = if usize::BITS < 64 { 20 } else { 32 };
const SLOTS: usize = 1 << SLOT_BITS;

struct Reactor {
    registry: Registry,
    waker: Waker,
    desk: Mutex<Desk>,
    threads: Threads,
}

/// What all threads share.
struct Desk {
    slots: Slab<Slot>,
    /// Counts the slots given out.
    given: usize,
    timers: Timers,
    alarm: Alarm,
    ready: VecDeque<Due>,
    /// The sockets are looked at before the next of them runs.
    look_first: bool,
    /// The poller sleeps, or is about to: it must be rung.
    asleep: bool,
}

/// What is due for a task.
enum Due {
    /// To run, and to speak if it has something to say then.
    Run(Arc<dyn Task>),
    /// To speak alone.
    Speech(Arc<dyn Task>),
}

/// What the reactor knows of one registration.
struct Slot {
    /// What the poller knows its socket by.
    token: usize,
    readiness: Arc<Readiness>,
    /// Who is to be run; none for an idle connection.
    task: Option<Arc<dyn Task>>,
    origin: Option<Arc<Origin>>,
    /// Its timer, and when that rings.
    timer: Option<(Timer, Instant)>,
}

/// The reactor, once its threads run.
static REACTOR: OnceLock<&'static Reactor> = OnceLock::new();

/// The reactor; its threads start with the first call. What fails is tried again by the next one.
fn reactor() -> io::Result<&'static Reactor> {
    static STARTING: Mutex<()> = Mutex::new(());
    static MADE: OnceLock<Reactor> = OnceLock::new();
    if let Some(reactor) = REACTOR.get() {
        return Ok(reactor);
    }
    let _one_at_a_time = STARTING.lock();
    if let Some(reactor) = REACTOR.get() {
        return Ok(reactor);
    }
    let made = match MADE.get() {
        Some(made) => made,
        None => {
            let made = Reactor::new()?;
            MADE.get_or_init(|| made)
        }
    };
    threads::start(made)?;
    Ok(REACTOR.get_or_init(|| made))
}

/// Makes sure that the reactor runs.
pub fn start() -> io::Result<()> {
    reactor().map(drop)
}

/// Has `task` run soon, on the poller.
pub fn wake(task: Arc<dyn Task>) {
    queue(Due::Run(task), false);
}

/// Has `task` speak soon, on the poller: there is nothing else to be done for it.
pub fn let_speak(task: Arc<dyn Task>) {
    queue(Due::Speech(task), false);
}

/// Wakes one that could go on and has had its share: the sockets come before it.
pub fn give_way(task: Arc<dyn Task>) {
    queue(Due::Run(task), true);
}

fn queue(due: Due, look_first: bool) {
    // A task exists only once the reactor was started.
    let Some(reactor) = REACTOR.get() else { return };
    let ring = {
        let mut desk = reactor.desk.lock();
        desk.ready.push_back(due);
        desk.look_first |= look_first;
        std::mem::take(&mut desk.asleep)
    };
    if ring {
        reactor.ring();
    }
}

impl Reactor {
    fn new() -> io::Result<Self> {
        let poll = Poll::new()?;
        Ok(Self {
            registry: poll.registry().try_clone()?,
            waker: Waker::new(poll.registry(), mio::Token(WAKER))?,
            desk: Mutex::new(Desk {
                slots: Slab::new(),
                given: 0,
                timers: Timers::new(),
                alarm: Alarm::new(poll.registry())?,
                ready: VecDeque::new(),
                look_first: false,
                asleep: false,
            }),
            threads: Threads::new(poll),
        })
    }

    fn ring(&self) {
        // The eventfd's counter cannot overflow: it is only rung while somebody sleeps.
        let _ = self.waker.wake();
    }
}

/// A place with the reactor, for one connection or for the wait for one. Freed when dropped.
pub struct Registration {
    reactor: &'static Reactor,
    slot: usize,
    readiness: Arc<Readiness>,
    /// The poller watches for room to write.
    watches_room: AtomicBool,
}

impl Registration {
    /// A place without a socket.
    pub fn reserve() -> io::Result<Self> {
        let reactor = reactor()?;
        let readiness = Arc::new(Readiness::default());
        let slot = reactor.desk.lock().give(readiness.clone());
        Ok(Self {
            reactor,
            slot: slot.ok_or(io::ErrorKind::OutOfMemory)?,
            readiness,
            watches_room: AtomicBool::new(false),
        })
    }

    /// The number of the place.
    pub fn slot(&self) -> usize {
        self.slot
    }

    /// What the poller saw.
    pub fn readiness(&self) -> &Readiness {
        &self.readiness
    }

    /// Watches `socket`, a connection to `origin`, which stands or is being made.
    pub fn watch(&self, socket: &mut Socket, origin: &Arc<Origin>, stands: bool) -> io::Result<()> {
        self.readiness.forget();
        self.watches_room.store(!stands, Ordering::Relaxed);
        let token = self.desk(|slot| {
            slot.origin = Some(origin.clone());
            slot.token
        });
        socket.register(&self.reactor.registry, token, !stands)
    }

    /// Watches it for room to write, too: hardly a connection needs that.
    pub fn watch_room(&self, socket: &Socket) -> io::Result<()> {
        if self.watches_room.swap(true, Ordering::Relaxed) {
            return Ok(());
        }
        let token = self.desk(|slot| slot.token);
        socket.watch_room(&self.reactor.registry, token)
    }

    /// Watches it no more.
    pub fn unwatch(&self, socket: &mut Socket) -> io::Result<()> {
        socket.deregister(&self.reactor.registry)
    }

    /// Runs `task` whenever something happens from now on.
    pub fn attach(&self, task: Arc<dyn Task>) {
        let before = self.desk(|slot| slot.task.replace(task));
        drop(before);
    }

    /// The timer rings at `deadline` or before.
    pub fn ring_by(&self, deadline: Instant) {
        self.reactor.ring_by(self.slot, deadline, |_| {});
    }

    /// Nobody is to be run from now on. `false`: the connection has ended or has something to say.
    pub fn rest(&self, deadline: Instant) -> bool {
        let task = self
            .reactor
            .ring_by(self.slot, deadline, |slot| slot.task.take());
        drop(task); // it may be the last to hold its request
        self.readiness.settle()
    }

    fn desk<T>(&self, change: impl FnOnce(&mut Slot) -> T) -> T {
        change(&mut self.reactor.desk.lock().slots[self.slot])
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        let mut desk = self.reactor.desk.lock();
        let slot = desk.slots.remove(self.slot);
        if let Some((timer, _)) = slot.timer {
            desk.unset(timer);
        }
        drop(desk);
        drop(slot); // the task may have been the last to hold its request
    }
}

impl Reactor {
    /// Has a slot's timer ring at `deadline` or before, and changes the slot.
    fn ring_by<T>(&self, slot: usize, deadline: Instant, change: impl FnOnce(&mut Slot) -> T) -> T {
        let mut desk = self.desk.lock();
        let changed = change(&mut desk.slots[slot]);
        // A timer that has rung is there no more.
        let former = desk.slots[slot].timer;
        if former.is_some_and(|(_, at)| at <= deadline) {
            return changed;
        }
        if let Some((timer, _)) = former {
            desk.unset(timer);
        }
        let ring = desk.set(slot, deadline) && std::mem::take(&mut desk.asleep);
        drop(desk);
        if ring {
            self.ring();
        }
        changed
    }

    /// Hands out what is due next, or says how long the poller may sleep. `look`: the sockets come
    /// first.
    fn next(&self, look: bool) -> Result<Due, Option<Duration>> {
        let mut desk = self.desk.lock();
        let look = look | std::mem::take(&mut desk.look_first);
        if look && !desk.ready.is_empty() {
            return Err(Some(Duration::ZERO));
        }
        if let Some(due) = desk.ready.pop_front() {
            return Ok(due);
        }
        desk.asleep = true;
        let Desk { alarm, timers, .. } = &mut *desk;
        Err(alarm.longest_sleep(timers))
    }

    /// The poller is awake again after a sleep that was bounded so: notes what it saw, and whose time has come.
    fn take_in(&self, events: &mio::Events, sleep: Option<Duration>) {
        let mut examined = Vec::new();
        let mut desk = self.desk.lock();
        desk.asleep = false;
        for event in events {
            if let Some((index, slot)) = desk.watched(event.token().0) {
                slot.readiness.add(event);
                match (slot.task.clone(), &slot.origin) {
                    (Some(task), _) => desk.ready.push_back(Due::Run(task)),
                    (None, Some(origin)) => examined.push((origin.clone(), index)),
                    (None, None) => {}
                }
            }
        }
        if desk.alarm.rings(events, sleep) {
            let now = Instant::now();
            while let Some(index) = desk.expire(now) {
                let slot = &mut desk.slots[index];
                match (slot.task.clone(), &slot.origin) {
                    (Some(task), _) => desk.ready.push_back(Due::Run(task)),
                    (None, Some(origin)) => examined.push((origin.clone(), index)),
                    (None, None) => {}
                }
            }
            let Desk { alarm, timers, .. } = &mut *desk;
            alarm.set_anew(timers);
        }
        drop(desk);
        for (origin, index) in examined {
            if let Some(rest) = pool::examine(&origin, index) {
                self.set_timer_anew(index, Instant::now() + rest);
            }
        }
    }

    /// For a timer that has rung, unless the place was given to somebody else meanwhile.
    fn set_timer_anew(&self, index: usize, deadline: Instant) {
        let mut desk = self.desk.lock();
        let desk = &mut *desk;
        if let Some(slot) = desk.slots.get_mut(index) {
            if slot.timer.is_none() {
                desk.set(index, deadline);
            }
        }
    }
}

impl Desk {
    /// A slot, if one is left.
    fn give(&mut self, readiness: Arc<Readiness>) -> Option<usize> {
        let vacant = self.slots.vacant_entry();
        let slot = vacant.key();
        if slot >= SLOTS {
            return None;
        }
        self.given = self.given.wrapping_add(1);
        vacant.insert(Slot {
            token: (self.given << SLOT_BITS) | slot,
            readiness,
            task: None,
            origin: None,
            timer: None,
        });
        Some(slot)
    }

    /// The slot of a socket, unless the socket is there no more.
    fn watched(&self, token: usize) -> Option<(usize, &Slot)> {
        let slot = token & (SLOTS - 1);
        let found = self.slots.get(slot).filter(|it| it.token == token)?;
        Some((slot, found))
    }

    /// One whose time has come.
    fn expire(&mut self, now: Instant) -> Option<usize> {
        let (slot, moved) = self.timers.expire(now)?;
        self.slots[slot].timer = None;
        self.note(moved);
        Some(slot)
    }

    /// Sets a slot's timer. Whether the poller has to be rung if it sleeps.
    fn set(&mut self, slot: usize, deadline: Instant) -> bool {
        let timer = self.timers.set(slot, deadline);
        self.slots[slot].timer = Some((timer, deadline));
        self.alarm.note(&self.timers, timer)
    }

    fn unset(&mut self, timer: Timer) {
        let moved = self.timers.unset(timer);
        self.note(moved);
    }

    /// Taking a timer out moves another one into its place.
    fn note(&mut self, moved: Option<(usize, Timer)>) {
        if let Some((slot, moved)) = moved {
            if let Some((timer, _)) = &mut self.slots[slot].timer {
                *timer = moved;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The poller may still have something to say of a socket that is gone, when its slot is another's.
    #[test]
    fn a_slot_is_told_from_what_it_was_before() {
        start().unwrap();
        let reactor = reactor().unwrap();
        let token = |registration: &Registration| registration.desk(|slot| slot.token);
        let former = Registration::reserve().unwrap();
        let (slot, before) = (former.slot(), token(&former));
        drop(former);
        let now: Vec<Registration> = (0..100).map(|_| Registration::reserve().unwrap()).collect();
        let reused = now.iter().find(|it| it.slot() == slot);
        // Other tests of this process take slots too.
        if let Some(reused) = reused {
            assert_ne!(token(reused), before);
        }
        assert!(reactor.desk.lock().watched(before).is_none());
        for registration in &now {
            let token = token(registration);
            let found = reactor.desk.lock().watched(token).map(|(slot, _)| slot);
            assert_eq!(found, Some(registration.slot()));
        }
    }
}
