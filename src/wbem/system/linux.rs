//! Of Linux: the machine's name and zone.

use std::sync::LazyLock;

use time::{OffsetDateTime, UtcOffset};
use tz::TimeZone;

/// The machine's name.
pub fn host_name() -> String {
    let system = rustix::system::uname();
    system.nodename().to_string_lossy().into_owned()
}

/// How far the machine's zone is from UTC at a time; `None` where the machine says no zone.
pub fn offset(time: OffsetDateTime) -> Option<UtcOffset> {
    static ZONE: LazyLock<Option<TimeZone>> = LazyLock::new(|| TimeZone::local().ok());
    let found = ZONE.as_ref()?.find_local_time_type(time.unix_timestamp());
    UtcOffset::from_whole_seconds(found.ok()?.ut_offset()).ok()
}

/// Runs the body of a thread.
pub fn accompanied(body: fn()) {
    body();
}
