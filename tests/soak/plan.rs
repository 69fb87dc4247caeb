//! What a request is to meet, drawn at random.

use std::time::Duration;

use wininet::abi::*;

use crate::server::{LARGE, SMALL};
use crate::support::random::Random;

/// How a request ends that nobody cancels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Body(usize),
    Fails,
    TimesOut,
}

#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub path: &'static str,
    pub outcome: Outcome,
    pub is_async: bool,
    pub secure: bool,
    pub posts: bool,
    /// In milliseconds, for what is to time out.
    pub timeout: Option<u32>,
    /// Closed by another thread.
    pub closed_after: Option<Duration>,
    /// Closed inside the callback of this status.
    pub closes_in: Option<u32>,
    /// It has a session of its own, which is what is closed.
    pub has_session: bool,
    /// Its callbacks are slow.
    pub naps: bool,
    /// Another thread goes on behind a completion, and not the callback.
    pub hands_over: bool,
    /// So many bytes are read at once.
    pub reads: usize,
}

const PATHS: [(&str, Outcome); 14] = [
    ("/small", Outcome::Body(SMALL)),
    ("/small", Outcome::Body(SMALL)),
    ("/small", Outcome::Body(SMALL)),
    ("/small", Outcome::Body(SMALL)),
    ("/chunked", Outcome::Body(SMALL)),
    ("/large", Outcome::Body(LARGE)),
    ("/slow", Outcome::Body(SMALL)),
    ("/redirect", Outcome::Body(SMALL)),
    ("/until-close", Outcome::Body(SMALL)),
    ("/cut", Outcome::Fails),
    ("/reset", Outcome::Fails),
    ("/no-head", Outcome::Fails),
    ("/silence", Outcome::TimesOut),
    ("/silence-in-body", Outcome::TimesOut),
];

const CLOSERS: [u32; 7] = [
    INTERNET_STATUS_CONNECTING_TO_SERVER,
    INTERNET_STATUS_CONNECTED_TO_SERVER,
    INTERNET_STATUS_SENDING_REQUEST,
    INTERNET_STATUS_REQUEST_SENT,
    INTERNET_STATUS_RECEIVING_RESPONSE,
    INTERNET_STATUS_RESPONSE_RECEIVED,
    INTERNET_STATUS_REQUEST_COMPLETE,
];

impl Plan {
    pub fn draw(random: &mut Random, is_async: bool) -> Self {
        let (path, outcome) = PATHS[random.below(PATHS.len())];
        let after = Duration::from_millis(random.below(120) as u64);
        let closer = CLOSERS[random.below(CLOSERS.len())];
        let times_out = outcome == Outcome::TimesOut;
        let timeout = 40 + random.below(200) as u32;
        Self {
            path,
            outcome,
            is_async,
            secure: random.below(3) == 0,
            posts: random.below(4) == 0,
            timeout: times_out.then_some(timeout),
            closed_after: (random.below(6) == 0).then_some(after),
            closes_in: (random.below(10) == 0).then_some(closer),
            has_session: random.below(20) == 0,
            naps: random.below(100) == 0,
            hands_over: random.below(3) == 0,
            reads: [1000, 7000, 32 * 1024][random.below(3)],
        }
    }

    /// Whether it may end in any way, since somebody closes it.
    pub fn is_cancelled(&self) -> bool {
        self.closed_after.is_some() || self.closes_in.is_some()
    }
}
