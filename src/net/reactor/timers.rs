//! A timer wheel: setting, taking back and ringing cost the same however many there are.

use std::time::{Duration, Instant};

/// How exact a timer is. A timeout may be this much late.
const TICK_MS: u64 = 16;
/// One turn of the wheel is about eight seconds; what is due later stays for another turn.
const BUCKETS: usize = 512;
/// A bucket that once held more gives its memory back when it is empty: else each of them would keep what
/// the busiest moment that ever fell to it took.
const KEPT: usize = 32;

/// Where a timer hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timer {
    /// When it rings.
    pub tick: u64,
    index: usize,
}

/// The wheel. Each token has one timer at most; its owner keeps the [`Timer`] and is told when it
/// moves.
#[derive(Debug)]
pub struct Timers {
    start: Instant,
    buckets: Vec<Vec<Entry>>,
    /// One bit for each bucket that holds something.
    filled: [u64; BUCKETS / 64],
    /// Every tick before this one has rung.
    now: u64,
    count: usize,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    tick: u64,
    token: usize,
}

impl Timers {
    /// An empty wheel.
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
            buckets: vec![Vec::new(); BUCKETS],
            filled: [0; BUCKETS / 64],
            now: 0,
            count: 0,
        }
    }

    /// Whether any timer is set.
    pub fn has_any(&self) -> bool {
        self.count > 0
    }

    /// Sets a timer.
    pub fn set(&mut self, token: usize, deadline: Instant) -> Timer {
        // One millisecond more than is left makes up for the fraction that was cut off.
        let tick = (self.milliseconds(deadline) + 1).div_ceil(TICK_MS);
        let tick = tick.max(self.now);
        let bucket = bucket(tick);
        let index = self.buckets[bucket].len();
        self.buckets[bucket].push(Entry { tick, token });
        self.filled[bucket / 64] |= 1 << (bucket % 64);
        self.count += 1;
        Timer { tick, index }
    }

    /// Takes a timer back. Says which other one hangs in its place now.
    pub fn unset(&mut self, timer: Timer) -> Option<(usize, Timer)> {
        let bucket = bucket(timer.tick);
        let entries = &mut self.buckets[bucket];
        entries.swap_remove(timer.index);
        self.count -= 1;
        if entries.is_empty() {
            self.filled[bucket / 64] &= !(1 << (bucket % 64));
            if entries.capacity() > KEPT {
                *entries = Vec::new();
            }
        }
        let moved = entries.get(timer.index)?;
        let place = Timer {
            tick: moved.tick,
            index: timer.index,
        };
        Some((moved.token, place))
    }

    /// One token whose time has come, and which other timer moved for it.
    pub fn expire(&mut self, now: Instant) -> Option<(usize, Option<(usize, Timer)>)> {
        let until = self.tick_at(now);
        while self.count > 0 && self.now <= until {
            let entries = &self.buckets[bucket(self.now)];
            if let Some(index) = entries.iter().position(|entry| entry.tick <= self.now) {
                let Entry { tick, token } = entries[index];
                return Some((token, self.unset(Timer { tick, index })));
            }
            // A stretch of more than one turn passes every bucket once and that is enough.
            self.now = (self.now + 1).max(until.saturating_sub(BUCKETS as u64));
        }
        self.now = self.now.max(until);
        None
    }

    /// How long it is until a tick.
    pub fn until(&self, tick: u64, now: Instant) -> Duration {
        Duration::from_millis((tick * TICK_MS).saturating_sub(self.milliseconds(now)))
    }

    /// The tick of the next bucket that holds something, perhaps for a later turn; one turn from now
    /// if none does.
    pub fn next_tick(&self) -> u64 {
        let first = bucket(self.now);
        let mut steps = 0;
        while steps < BUCKETS {
            let bucket = (first + steps) % BUCKETS;
            let ahead = self.filled[bucket / 64] >> (bucket % 64);
            if ahead != 0 {
                return self.now + (steps as u64) + u64::from(ahead.trailing_zeros());
            }
            steps += 64 - bucket % 64;
        }
        self.now + BUCKETS as u64
    }

    fn tick_at(&self, now: Instant) -> u64 {
        self.milliseconds(now) / TICK_MS
    }

    fn milliseconds(&self, at: Instant) -> u64 {
        let since = at.saturating_duration_since(self.start);
        since.as_secs() * 1000 + u64::from(since.subsec_millis())
    }
}

fn bucket(tick: u64) -> usize {
    (tick % BUCKETS as u64) as usize
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    const TICK: Duration = Duration::from_millis(TICK_MS);

    /// Every timer rings once, in its time and no earlier, however they are mixed.
    #[test]
    fn every_timer_rings_once_and_not_before_its_time() {
        let mut wheel = Timers::new();
        let start = wheel.start;
        let mut places = HashMap::new();
        let after = |token: usize| Duration::from_millis((token as u64 * 7919) % 30_000);
        for token in 0..5000 {
            places.insert(token, wheel.set(token, start + after(token)));
        }
        let note = |places: &mut HashMap<usize, Timer>, moved: Option<(usize, Timer)>| {
            if let Some((token, place)) = moved {
                places.insert(token, place);
            }
        };
        for token in (0..5000).step_by(3) {
            let place = places.remove(&token).unwrap();
            let moved = wheel.unset(place);
            note(&mut places, moved);
        }
        let mut rung = 0;
        for step in 0..=1000_u32 {
            let now = start + Duration::from_millis(31) * step;
            while let Some((token, moved)) = wheel.expire(now) {
                note(&mut places, moved);
                assert!(places.remove(&token).is_some(), "{token} rang twice");
                assert!(start + after(token) <= now, "{token} rang early");
                assert!(now < start + after(token) + 2 * TICK + Duration::from_millis(31));
                rung += 1;
            }
        }
        assert_eq!(rung, 5000 - 5000_usize.div_ceil(3));
        assert!(!wheel.has_any());
    }

    #[test]
    fn the_next_tick_is_that_of_the_first_timer() {
        let mut wheel = Timers::new();
        let start = wheel.start;
        let late = wheel.set(1, start + Duration::from_secs(5));
        let soon = wheel.set(2, start + Duration::from_millis(100));
        assert!(soon.tick == wheel.next_tick() && late.tick > soon.tick);
        let sleep = wheel.until(soon.tick, start);
        assert!(sleep >= Duration::from_millis(100) && sleep <= Duration::from_millis(100) + TICK);
    }

    #[test]
    fn a_long_sleep_loses_nothing() {
        let mut wheel = Timers::new();
        let start = wheel.start;
        for token in 0..100 {
            let _ = wheel.set(token, start + Duration::from_millis(200 * token as u64));
        }
        let late = start + Duration::from_secs(3600);
        let mut rung: Vec<usize> = Vec::new();
        while let Some((token, _)) = wheel.expire(late) {
            rung.push(token);
        }
        rung.sort_unstable();
        assert_eq!(rung, (0..100).collect::<Vec<_>>());
    }
}
