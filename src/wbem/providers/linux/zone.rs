//! Win32_TimeZone: the zone of the machine.

use std::time::SystemTime;

use time::OffsetDateTime;

use crate::wbem::datetime;
use crate::wbem::provider::{Column, List};

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
    Column::of("Bias", |it| i32::from(it.offset().whole_minutes()).into()),
    Column::of("Caption", |it| zone_name(it).into()),
    Column::of("Description", |it| zone_name(it).into()),
    Column::of("StandardName", |it| zone_name(it).into()),
];
