//! Elsewhere: the poller's sleep is bounded by the next timer.

use std::io;
use std::time::{Duration, Instant};

use mio::{Events, Registry};

use super::super::timers::{Timer, Timers};

/// It knows how the poller sleeps.
pub struct Alarm {
    is_unbounded: bool,
}

impl Alarm {
    /// One that wakes whoever polls that registry.
    pub fn new(_registry: &Registry) -> io::Result<Self> {
        Ok(Self {
            is_unbounded: false,
        })
    }

    /// A timer was set. Whether the poller has to be rung, if it sleeps.
    pub fn note(&mut self, timers: &Timers, timer: Timer) -> bool {
        // The next tick is never further off than a turn of the wheel; without a bound any timer is the next.
        self.is_unbounded || timer.tick <= timers.next_tick()
    }

    /// How long the poller may sleep.
    pub fn longest_sleep(&mut self, timers: &Timers) -> Option<Duration> {
        self.is_unbounded = !timers.has_any();
        let next = timers.has_any().then(|| timers.next_tick());
        next.map(|tick| timers.until(tick, Instant::now()))
    }

    /// Whether timers may be due after a sleep that was bounded so.
    pub fn rings(&self, events: &Events, sleep: Option<Duration>) -> bool {
        events.is_empty() || sleep == Some(Duration::ZERO)
    }

    /// Those that were due have rung.
    pub fn set_anew(&mut self, _timers: &Timers) {}
}

#[cfg(test)]
mod tests {
    use mio::Poll;

    use super::*;

    /// The first timer is further off than a turn of the wheel, and nothing else would end the sleep before it.
    #[test]
    fn a_sleep_without_a_bound_ends_for_any_timer() {
        let poll = Poll::new().unwrap();
        let mut alarm = Alarm::new(poll.registry()).unwrap();
        let mut timers = Timers::new();
        assert_eq!(alarm.longest_sleep(&timers), None);
        let now = Instant::now();
        let far = timers.set(0, now + Duration::from_secs(30));
        assert!(alarm.note(&timers, far));
        assert!(alarm.longest_sleep(&timers).is_some());
        // A bounded one ends for what is next alone.
        let further = timers.set(1, now + Duration::from_secs(32));
        assert!(!alarm.note(&timers, further));
        assert!(alarm.rings(&Events::with_capacity(1), None));
        alarm.set_anew(&timers);
    }
}
