//! A clock for what need not be exact. To read it takes a tenth of the time that the exact one takes.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Time does not begin at 0, so that there is some before it to reckon back to.
const BEGINNING: Duration = Duration::from_secs(24 * 60 * 60);

/// The time since some moment before, to a tick of the kernel; mostly that is 4 ms.
#[cfg(target_os = "linux")]
pub fn tick() -> Duration {
    let now = nix::time::ClockId::CLOCK_MONOTONIC_COARSE.now();
    BEGINNING + now.map_or(Duration::ZERO, Duration::from)
}

/// The time since some moment before.
#[cfg(not(target_os = "linux"))]
pub fn tick() -> Duration {
    static FIRST: OnceLock<Instant> = OnceLock::new();
    BEGINNING + FIRST.get_or_init(Instant::now).elapsed()
}

/// A tick on the exact clock.
pub fn instant(tick: Duration) -> Instant {
    static FIRST: OnceLock<(Duration, Instant)> = OnceLock::new();
    let (first, then) = *FIRST.get_or_init(|| (tick, Instant::now()));
    then + tick.saturating_sub(first)
}
