//! The cookies of the process: one jar for all sessions, and the file behind it.
//!
//! Reading is from memory; whether there is another file is asked by each question of the program, and
//! before a send once a second at most.
//! A cookie that the program sets is on the disk when the call returns. Those of answers are written
//! by a thread of their own, at once and then twice a second at most, and at exit what is left.

mod cookie;
mod disk;
mod exchange;
mod format;
mod functions;
mod jar;
mod policy;
mod store;
#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::LazyLock;
use std::time::{SystemTime, UNIX_EPOCH};

use parking_lot::Mutex;

use self::cookie::Scope;
use self::disk::look;
use self::jar::Jar;
use self::policy::{admit, Source};
use super::error::{Error, Result};
use crate::abi::{
    ERROR_INVALID_PARAMETER, INTERNET_SUPPRESS_COOKIE_PERSIST,
    INTERNET_SUPPRESS_COOKIE_PERSIST_RESET, INTERNET_SUPPRESS_COOKIE_POLICY,
    INTERNET_SUPPRESS_COOKIE_POLICY_RESET, INTERNET_SUPPRESS_RESET_ALL,
};
use crate::http::cookie::SetCookie;
use crate::http::ResponseHead;

pub use cookie::{Cookie, Query};
pub use disk::save_at_exit;
pub(super) use exchange::Notices;
pub use functions::{get, join, set, set_parts, Parts, Verdict};
#[cfg_attr(not(windows), allow(unused_imports))]
pub use policy::is_legal_domain;

static JAR: LazyLock<Mutex<Jar>> = LazyLock::new(Mutex::default);
/// How many cookies are in the jar: a request asks without a lock.
static COUNT: AtomicUsize = AtomicUsize::new(0);
/// INTERNET_SUPPRESS_COOKIE_PERSIST.
static FORGETS: AtomicBool = AtomicBool::new(false);

/// The Cookie field of a request.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// Its value.
    pub value: Vec<u8>,
    /// How many cookies are in it.
    pub count: u32,
}

/// Whether there are no cookies at all.
pub(super) fn is_empty() -> bool {
    COUNT.load(Ordering::Relaxed) == 0
}

/// What goes along with a request to that place; `None` if there are no cookies for it.
pub(super) fn field(scope: &Scope<'_>) -> Option<Field> {
    let query = Query {
        http_only: true,
        ..Query::default()
    };
    let mut jar = JAR.lock();
    let mut field = Field::default();
    for cookie in jar.matching(scope, &query, now()) {
        cookie.write_to(&mut field.value);
        field.count += 1;
    }
    (field.count > 0).then_some(field)
}

/// Takes in the cookies of an answer; gives how many came, taken or not.
pub(super) fn receive(head: &ResponseHead, scope: &Scope<'_>) -> u32 {
    let mut count = 0;
    for text in head.values("Set-Cookie") {
        count += 1;
        if let Ok(set) = SetCookie::parse(text, now()) {
            // Nobody is told of a cookie that was refused.
            let _ = put(&set, 0, scope, Source::Answer);
        }
    }
    if count > 0 {
        disk::save_soon();
    }
    count
}

/// Forgets the cookies of the session: INTERNET_OPTION_END_BROWSER_SESSION.
pub(super) fn end_session() {
    change(Jar::end_session);
}

/// INTERNET_OPTION_SUPPRESS_BEHAVIOR. There is no policy that could be suppressed.
pub(super) fn suppress(behaviour: u32) -> Result<()> {
    match behaviour {
        INTERNET_SUPPRESS_COOKIE_PERSIST => FORGETS.store(true, Ordering::Relaxed),
        INTERNET_SUPPRESS_RESET_ALL | INTERNET_SUPPRESS_COOKIE_PERSIST_RESET => {
            FORGETS.store(false, Ordering::Relaxed);
        }
        INTERNET_SUPPRESS_COOKIE_POLICY | INTERNET_SUPPRESS_COOKIE_POLICY_RESET => {}
        _ => return Err(Error(ERROR_INVALID_PARAMETER)),
    }
    Ok(())
}

/// Puts a cookie into the jar, if it may go there.
fn put(set: &SetCookie<'_>, more_flags: u32, scope: &Scope<'_>, source: Source) -> Verdict {
    let Ok(mut cookie) = admit(set, scope, source, moment()) else {
        return Verdict::Rejected;
    };
    cookie.flags |= more_flags;
    let now = now();
    let is_kept = cookie.expires.is_some() && !cookie.is_expired(now);
    let forgets = is_kept && FORGETS.load(Ordering::Relaxed);
    if forgets {
        cookie.expires = None;
    }
    match change(|jar| jar.put(cookie, scope, source, now)) {
        Err(_) => Verdict::Rejected,
        Ok(()) if forgets => Verdict::Downgraded,
        Ok(()) => Verdict::Accepted,
    }
}

/// Changes the jar.
fn change<T>(change: impl FnOnce(&mut Jar) -> T) -> T {
    let mut jar = JAR.lock();
    let result = change(&mut jar);
    COUNT.store(jar.len(), Ordering::Relaxed);
    result
}

/// Seconds since 1970.
fn now() -> i64 {
    since_1970().as_secs() as i64
}

/// Microseconds since 1970, never the same twice: cookies of one answer keep their order.
fn moment() -> i64 {
    static LAST: Mutex<i64> = Mutex::new(0);
    let mut last = LAST.lock();
    *last = (since_1970().as_micros() as i64).max(*last + 1);
    *last
}

fn since_1970() -> std::time::Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}
