//! Dates of CIM: `yyyymmddHHMMSS.mmmmmmsUUU`, where UUU are the minutes from UTC.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use time::{OffsetDateTime, UtcOffset};

use super::system;

/// Seconds between 1601, where Windows counts from, and 1970.
const SINCE_1601: u64 = 11_644_473_600;

/// A time of the machine's zone.
pub fn local(time: SystemTime) -> OffsetDateTime {
    let utc = OffsetDateTime::from(time);
    utc.to_offset(system::offset(utc).unwrap_or(UtcOffset::UTC))
}

/// A date as CIM writes it.
pub fn written(time: SystemTime) -> String {
    let it = local(time);
    let minutes = it.offset().whole_minutes();
    let sign = if minutes < 0 { '-' } else { '+' };
    format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}.{:06}{sign}{:03}",
        it.year(),
        u8::from(it.month()),
        it.day(),
        it.hour(),
        it.minute(),
        it.second(),
        it.microsecond(),
        minutes.abs()
    )
}

/// The instant of a date, in microseconds; `None` for any other text, and for one with asterisks.
pub fn instant(text: &str) -> Option<i128> {
    let bytes = text.as_bytes();
    let is_form = bytes.len() == 25
        && bytes[14] == b'.'
        && matches!(bytes[21], b'+' | b'-')
        && text.is_ascii();
    let number = |from: usize, to: usize| text[from..to].parse::<u32>().ok();
    let part = |from: usize| number(from, from + 2).and_then(|it| u8::try_from(it).ok());
    if !is_form {
        return None;
    }
    let year = i32::try_from(number(0, 4)?).ok()?;
    let date = time::Date::from_calendar_date(year, part(4)?.try_into().ok()?, part(6)?).ok()?;
    let time = date
        .with_hms_micro(part(8)?, part(10)?, part(12)?, number(15, 21)?)
        .ok()?;
    let offset = i128::from(number(22, 25)?) * if bytes[21] == b'-' { -1 } else { 1 };
    Some(time.assume_utc().unix_timestamp_nanos() / 1000 - offset * 60_000_000)
}

/// 100-nanosecond steps since 1601.
pub fn file_time(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    (since.as_nanos() / 100) as u64 + SINCE_1601 * 10_000_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_and_read() {
        let time = UNIX_EPOCH + Duration::from_micros(1_700_000_000_123_456);
        assert_eq!(instant(&written(time)), Some(1_700_000_000_123_456));
        assert_eq!(
            instant("20231114221320.123456+000"),
            Some(1_700_000_000_123_456)
        );
        assert_eq!(
            instant("20231114171320.123456-300"),
            Some(1_700_000_000_123_456)
        );
        for text in [
            "",
            "20231114221320.123456+00",
            "20231314221320.123456+000",
            "2023111422132x.123456+000",
            "********221320.123456+000",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
        assert_eq!(file_time(UNIX_EPOCH), 116_444_736_000_000_000);
    }
}
