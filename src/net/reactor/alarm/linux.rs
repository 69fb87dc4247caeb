//! Linux: a descriptor of its own wakes the poller, which sleeps without a bound then. A sleep with one costs the system
//! a timer that is made and taken back each time, a twentieth of a request.

use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::time::{Duration, Instant};

use mio::unix::SourceFd;
use mio::{Events, Interest, Registry, Token};
use rustix::time::{
    timerfd_create, timerfd_settime, Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags,
    Timespec,
};

use super::super::timers::{Timer, Timers};

const ALARM: Token = Token(usize::MAX - 1);
/// No time at all would take the alarm back.
const AT_ONCE: Duration = Duration::from_nanos(1);

/// It is set to a tick of the timers, and rings there or, where that timer was taken back, for nothing.
pub struct Alarm {
    clock: OwnedFd,
    tick: Option<u64>,
}

impl Alarm {
    /// One that wakes whoever polls that registry.
    pub fn new(registry: &Registry) -> io::Result<Self> {
        let flags = TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK;
        let clock = timerfd_create(TimerfdClockId::Monotonic, flags)?;
        registry.register(&mut SourceFd(&clock.as_raw_fd()), ALARM, Interest::READABLE)?;
        Ok(Self { clock, tick: None })
    }

    /// A timer was set. Whether the poller has to be rung.
    pub fn note(&mut self, timers: &Timers, timer: Timer) -> bool {
        if self.tick.is_none_or(|tick| timer.tick < tick) {
            self.set(timers, timer.tick);
        }
        false
    }

    /// How long the poller may sleep.
    pub fn longest_sleep(&self, _timers: &Timers) -> Option<Duration> {
        None
    }

    /// Whether timers may be due after a sleep that was bounded so.
    pub fn rings(&self, events: &Events, _sleep: Option<Duration>) -> bool {
        events.iter().any(|event| event.token() == ALARM)
    }

    /// Those that were due have rung.
    pub fn set_anew(&mut self, timers: &Timers) {
        self.tick = None;
        if timers.has_any() {
            self.set(timers, timers.next_tick());
        }
    }

    fn set(&mut self, timers: &Timers, tick: u64) {
        self.tick = Some(tick);
        let left = timers.until(tick, Instant::now()).max(AT_ONCE);
        let once = Itimerspec {
            it_interval: Timespec::default(),
            it_value: Timespec {
                tv_sec: left.as_secs() as i64,
                tv_nsec: left.subsec_nanos().into(),
            },
        };
        // The descriptor is a clock and the time is one: there is no error to meet. It counts once more and so tells
        // anew, though nobody reads what it has counted.
        let _ = timerfd_settime(&self.clock, TimerfdTimerFlags::empty(), &once);
    }
}
