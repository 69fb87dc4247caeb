//! Dates as servers write them (RFC 6265, section 5.1.1): the order of the parts is free.

use time::{Date, Month};

/// Seconds since 1970, if the text has a day, a month, a year and a time.
pub fn parse_date(text: &[u8]) -> Option<i64> {
    let (mut time, mut day, mut month, mut year) = (None, None, None, None);
    let tokens = text.split(|&byte| is_delimiter(byte));
    for token in tokens.filter(|token| !token.is_empty()) {
        // Each part is what comes first that can be it.
        if let Some(found) = parse_time(token).filter(|_| time.is_none()) {
            time = Some(found);
        } else if let Some(found) = number(token, 1, 2).filter(|_| day.is_none()) {
            day = Some(found);
        } else if let Some(found) = parse_month(token).filter(|_| month.is_none()) {
            month = Some(found);
        } else if let Some(found) = number(token, 2, 4).filter(|_| year.is_none()) {
            year = Some(found);
        }
    }
    let year = match year? {
        year @ 70..=99 => year + 1900,
        year @ 0..=69 => year + 2000,
        year => year,
    };
    if year < 1601 {
        return None;
    }
    let date = Date::from_calendar_date(year as i32, month?, day? as u8).ok()?;
    let (hour, minute, second) = time?;
    let at = date.with_hms(hour, minute, second).ok()?;
    Some(at.assume_utc().unix_timestamp())
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, 0x09 | 0x20..=0x2f | 0x3b..=0x40 | 0x5b..=0x60 | 0x7b..=0x7e)
}

/// The number that a token begins with, if it has so many digits.
fn number(token: &[u8], least: usize, most: usize) -> Option<u32> {
    let digits = token.iter().take_while(|byte| byte.is_ascii_digit());
    let count = digits.clone().count();
    let value = digits
        .take(most)
        .fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    (least..=most).contains(&count).then_some(value)
}

/// "hh:mm:ss", with one digit or two each, and whatever behind it.
fn parse_time(token: &[u8]) -> Option<(u8, u8, u8)> {
    let mut fields = token.splitn(3, |&byte| byte == b':');
    let exact = |field: &[u8]| {
        let all_digits = field.iter().all(u8::is_ascii_digit);
        number(field, 1, 2).filter(|_| all_digits)
    };
    let hour = exact(fields.next()?)?;
    let minute = exact(fields.next()?)?;
    let second = number(fields.next()?, 1, 2)?;
    Some((hour as u8, minute as u8, second as u8))
}

fn parse_month(token: &[u8]) -> Option<Month> {
    let begins = token.get(..3)?;
    let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let index = months
        .iter()
        .position(|month| begins.eq_ignore_ascii_case(month.as_bytes()))?;
    Month::try_from(index as u8 + 1).ok()
}
