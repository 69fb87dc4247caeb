//! Of Windows: the machine's name and zone.

use std::sync::OnceLock;

use time::{OffsetDateTime, UtcOffset};

/// The machine's name.
pub fn host_name() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_else(|_| "localhost".into())
}

/// How far the machine's zone is from UTC at a time; `None` where the system cannot say.
pub fn offset(time: OffsetDateTime) -> Option<UtcOffset> {
    UtcOffset::local_offset_at(time).ok()
}

static COMPANY: OnceLock<(fn(), fn())> = OnceLock::new();

/// Has every thread that runs jobs call these when it begins and when it ends.
pub fn accompany_threads(enter: fn(), leave: fn()) {
    // Who came first stays.
    let _ = COMPANY.set((enter, leave));
}

/// Runs the body of a thread.
pub fn accompanied(body: fn()) {
    let company = COMPANY.get();
    if let Some((enter, _)) = company {
        enter();
    }
    body();
    if let Some((_, leave)) = company {
        leave();
    }
}
