//! The time of day.

use std::time::SystemTime;

use time::{OffsetDateTime, UtcOffset};

use crate::wbem::datetime;
use crate::wbem::provider::{Changes, Column, List};

const fn list(rows: Rows) -> List<OffsetDateTime> {
    List {
        changes: Changes::EverySecond,
        ..List::plain(COLUMNS, rows)
    }
}

type Rows = fn(u32, &mut dyn FnMut(OffsetDateTime) -> crate::wbem::Flow) -> crate::wbem::Result<()>;

pub const LOCAL: List<OffsetDateTime> = list(|_, give| {
    let _ = give(datetime::local(SystemTime::now()));
    Ok(())
});

pub const UTC: List<OffsetDateTime> = list(|_, give| {
    let _ = give(OffsetDateTime::from(SystemTime::now()).to_offset(UtcOffset::UTC));
    Ok(())
});

const COLUMNS: &[Column<OffsetDateTime>] = &[
    Column::of("Day", |it| it.day().into()),
    Column::of("DayOfWeek", |it| {
        it.weekday().number_days_from_sunday().into()
    }),
    Column::of("Hour", |it| it.hour().into()),
    Column::of("Minute", |it| it.minute().into()),
    Column::of("Month", |it| u8::from(it.month()).into()),
    Column::of("Quarter", |it| (u8::from(it.month()).div_ceil(3)).into()),
    Column::of("Second", |it| it.second().into()),
    Column::of("WeekInMonth", |it| week_in_month(it).into()),
    Column::of("Year", |it| it.year().into()),
];

/// Weeks begin on Sunday.
fn week_in_month(it: &OffsetDateTime) -> u8 {
    let first = it
        .replace_day(1)
        .map_or(0, |first| first.weekday().number_days_from_sunday());
    (it.day() - 1 + first) / 7 + 1
}
