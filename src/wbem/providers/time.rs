//! The time of day, and the zone of the machine.

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
    Column {
        name: "Day",
        need: 0,
        value: |it| it.day().into(),
    },
    Column {
        name: "DayOfWeek",
        need: 0,
        value: |it| it.weekday().number_days_from_sunday().into(),
    },
    Column {
        name: "Hour",
        need: 0,
        value: |it| it.hour().into(),
    },
    Column {
        name: "Minute",
        need: 0,
        value: |it| it.minute().into(),
    },
    Column {
        name: "Month",
        need: 0,
        value: |it| u8::from(it.month()).into(),
    },
    Column {
        name: "Quarter",
        need: 0,
        value: |it| (u8::from(it.month()).div_ceil(3)).into(),
    },
    Column {
        name: "Second",
        need: 0,
        value: |it| it.second().into(),
    },
    Column {
        name: "WeekInMonth",
        need: 0,
        value: |it| week_in_month(it).into(),
    },
    Column {
        name: "Year",
        need: 0,
        value: |it| it.year().into(),
    },
];

/// Weeks begin on Sunday.
fn week_in_month(it: &OffsetDateTime) -> u8 {
    let first = it
        .replace_day(1)
        .map_or(0, |first| first.weekday().number_days_from_sunday());
    (it.day() - 1 + first) / 7 + 1
}

pub const ZONE: List<OffsetDateTime> = List::plain(ZONE_COLUMNS, |_, give| {
    let _ = give(datetime::local(SystemTime::now()));
    Ok(())
});

/// The zone's name as the system has it, such as "Europe/Berlin"; else the offset.
fn zone_name(now: &OffsetDateTime) -> String {
    let link = std::fs::read_link("/etc/localtime")
        .ok()
        .map(|it| it.to_string_lossy().into_owned());
    let name = link.and_then(|it| it.split_once("zoneinfo/").map(|(_, name)| name.to_owned()));
    let name = name.or_else(|| super::read::line("/etc/timezone"));
    name.unwrap_or_else(|| format!("UTC{:+}", now.offset().whole_minutes()))
}

const ZONE_COLUMNS: &[Column<OffsetDateTime>] = &[
    Column {
        name: "Bias",
        need: 0,
        value: |it| i32::from(it.offset().whole_minutes()).into(),
    },
    Column {
        name: "Caption",
        need: 0,
        value: |it| zone_name(it).into(),
    },
    Column {
        name: "Description",
        need: 0,
        value: |it| zone_name(it).into(),
    },
    Column {
        name: "StandardName",
        need: 0,
        value: |it| zone_name(it).into(),
    },
];
