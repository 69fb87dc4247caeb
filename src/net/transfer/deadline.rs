//! When a phase of a transfer must be over.

use std::time::{Duration, Instant};

/// A bound for a phase. Its time begins with the first wait: a phase that never waits asks no clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Deadline {
    /// The phase may take for ever.
    #[default]
    Never,
    /// It has not waited yet.
    In(Duration),
    /// Its time is over then.
    At(Instant),
}

impl Deadline {
    /// The bound of a phase that begins.
    pub fn after(timeout: Option<Duration>) -> Self {
        timeout.map_or(Self::Never, Self::In)
    }

    /// When the time is over, for one who is about to wait.
    pub fn at(&mut self) -> Option<Instant> {
        if let Self::In(timeout) = *self {
            let at = Instant::now().checked_add(timeout);
            *self = at.map_or(Self::Never, Self::At);
        }
        match *self {
            Self::At(at) => Some(at),
            _ => None,
        }
    }

    /// Whether the time is over.
    pub fn is_past(self) -> bool {
        matches!(self, Self::At(at) if at <= Instant::now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_begins_once() {
        let mut deadline = Deadline::after(Some(Duration::ZERO));
        assert!(!deadline.is_past());
        let at = deadline.at();
        assert!(at.is_some() && deadline.is_past());
        assert_eq!(deadline.at(), at);
    }

    #[test]
    fn what_no_clock_reaches_is_never() {
        for mut deadline in [Deadline::after(None), Deadline::after(Some(Duration::MAX))] {
            assert_eq!(deadline.at(), None);
            assert!(!deadline.is_past());
        }
    }
}
