//! Dates as HTTP writes them: one form to write, every form that servers use to read.

use time::{Date, Duration, Month, PrimitiveDateTime, Time};

use super::error::{Error, Result};
use crate::abi::{ERROR_INVALID_PARAMETER, SYSTEMTIME};

const INVALID: Error = Error(ERROR_INVALID_PARAMETER);
const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
/// The zones of RFC 822, in hours; every other word is taken for GMT.
const ZONES: [(&str, i64); 8] = [
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
];

/// Writes a time as RFC 1123 has it. The day of the week is that of the date, whatever the struct says.
pub fn format(time: &SYSTEMTIME) -> Result<String> {
    let date = date(time.wYear.into(), time.wMonth.into(), time.wDay.into()).ok_or(INVALID)?;
    let clock = clock(time.wHour.into(), time.wMinute.into(), time.wSecond.into());
    let (hour, minute, second) = clock.ok_or(INVALID)?.as_hms();
    let day = DAYS[usize::from(date.weekday().number_days_from_sunday())];
    let month = MONTHS[usize::from(u8::from(date.month())) - 1];
    Ok(format!(
        "{day}, {:02} {month} {:04} {hour:02}:{minute:02}:{second:02} GMT",
        date.day(),
        date.year(),
    ))
}

/// Reads a time: RFC 1123, RFC 850, asctime, and what is like them. The parts may come in any order
/// and case and with any separators; names may be in full. A time of day that is missing is midnight.
pub fn parse(text: &str) -> Result<SYSTEMTIME> {
    let mut found = Found::default();
    for word in words(text) {
        found.take(word);
    }
    found.time().ok_or(INVALID)
}

/// Runs of letters, and of digits with colons; a sign before digits belongs to them once the time of
/// day has come, for it is a zone then.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |char: char| char.is_ascii_alphanumeric() || ":+.".contains(char);
    let pieces = text.split(move |char| !is_word(char) && char != '-');
    pieces.flat_map(|piece| match is_zone(piece) {
        true => vec![piece],
        false => piece.split('-').flat_map(letters_and_digits).collect(),
    })
}

fn is_zone(piece: &str) -> bool {
    let digits = piece.strip_prefix(['+', '-']).unwrap_or("");
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// "12:00:00GMT" and "06Nov" are two words.
fn letters_and_digits(piece: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = piece;
    while let Some(first) = rest.chars().next() {
        let is_letter = first.is_ascii_alphabetic();
        let end = rest.find(|char: char| char.is_ascii_alphabetic() != is_letter);
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        words.push(word);
        rest = after;
    }
    words
}

#[derive(Default)]
struct Found {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    clock: Option<Time>,
    /// Hours, minutes, seconds without colons.
    loose: Vec<u32>,
    is_afternoon: Option<bool>,
    ahead: Duration,
    is_odd: bool,
}

impl Found {
    fn take(&mut self, word: &str) {
        if word.contains(':') {
            self.clock = time_of_day(word);
            self.is_odd |= self.clock.is_none();
        } else if self.clock.is_some() && is_zone(word) {
            self.ahead = zone(word);
        } else if word.starts_with(|char: char| char.is_ascii_alphabetic()) {
            self.take_name(word);
        } else {
            self.take_number(word.trim_matches(['+', '.']));
        }
    }

    fn take_name(&mut self, name: &str) {
        let is = |short: &&str| {
            let start = name.get(..short.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(short))
        };
        if let Some(at) = MONTHS.iter().position(is) {
            self.month.get_or_insert(at as u32 + 1);
        } else if let Some((_, hours)) = ZONES
            .iter()
            .find(|(zone, _)| name.eq_ignore_ascii_case(zone))
        {
            self.ahead = Duration::hours(*hours);
        } else if name.eq_ignore_ascii_case("am") || name.eq_ignore_ascii_case("pm") {
            self.is_afternoon = Some(name.eq_ignore_ascii_case("pm"));
        }
    }

    /// The first number that can be a day is the day, the next is the year; what follows is the time of
    /// day.
    fn take_number(&mut self, digits: &str) {
        if digits.is_empty() {
            return;
        }
        let Ok(number) = digits.parse::<u32>() else {
            self.is_odd = true;
            return;
        };
        match digits.len() {
            1 | 2 if self.day.is_none() => self.day = Some(number),
            2 if self.year.is_none() => self.year = Some(whole_year(number)),
            4 if self.year.is_none() => self.year = Some(number as i32),
            1 | 2 if self.loose.len() < 3 => self.loose.push(number),
            _ => self.is_odd = true,
        }
    }

    fn time(self) -> Option<SYSTEMTIME> {
        if self.is_odd {
            return None;
        }
        let date = date(self.year?, self.month?, self.day?)?;
        let clock = match (self.clock, &self.loose[..]) {
            (Some(clock), []) => clock,
            (None, loose) => {
                let part = |at: usize| loose.get(at).copied().unwrap_or(0);
                clock(part(0), part(1), part(2))?
            }
            _ => return None,
        };
        let clock = on_24_hours(clock, self.is_afternoon)?;
        let moment = PrimitiveDateTime::new(date, clock).checked_sub(self.ahead)?;
        (moment.year() >= FIRST_YEAR).then(|| system_time(moment))
    }
}

/// SYSTEMTIME begins here.
const FIRST_YEAR: i32 = 1601;

fn date(year: i32, month: u32, day: u32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let date = Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()?;
    (date.year() >= FIRST_YEAR).then_some(date)
}

/// A leap second counts as the one before it.
fn clock(hour: u32, minute: u32, second: u32) -> Option<Time> {
    let part = |part: u32| u8::try_from(part).ok();
    let second = if second == 60 { 59 } else { second };
    Time::from_hms(part(hour)?, part(minute)?, part(second)?).ok()
}

/// "12:34", "12:34:56", and with a fraction, which is left out.
fn time_of_day(word: &str) -> Option<Time> {
    let whole = word.split('.').next()?;
    let parts: std::result::Result<Vec<u32>, _> = whole.split(':').map(str::parse).collect();
    match parts.ok()?[..] {
        [hour, minute] => clock(hour, minute, 0),
        [hour, minute, second] => clock(hour, minute, second),
        _ => None,
    }
}

fn on_24_hours(clock: Time, is_afternoon: Option<bool>) -> Option<Time> {
    match (clock.hour(), is_afternoon) {
        (_, None) => Some(clock),
        (12, Some(false)) => clock.replace_hour(0).ok(),
        (1..=11, Some(true)) => clock.replace_hour(clock.hour() + 12).ok(),
        (1..=12, Some(_)) => Some(clock),
        _ => None,
    }
}

/// "+0100" and "-0830".
fn zone(word: &str) -> Duration {
    let number: i64 = word[1..].parse().unwrap_or(0);
    let ahead = Duration::minutes(number / 100 * 60 + number % 100);
    match word.starts_with('-') {
        true => -ahead,
        false => ahead,
    }
}

/// The years of RFC 850 have two digits.
fn whole_year(year: u32) -> i32 {
    match year {
        0..=69 => year as i32 + 2000,
        _ => year as i32 + 1900,
    }
}

fn system_time(moment: PrimitiveDateTime) -> SYSTEMTIME {
    SYSTEMTIME {
        wYear: moment.year() as u16,
        wMonth: u8::from(moment.month()).into(),
        wDayOfWeek: moment.weekday().number_days_from_sunday().into(),
        wDay: moment.day().into(),
        wHour: moment.hour().into(),
        wMinute: moment.minute().into(),
        wSecond: moment.second().into(),
        wMilliseconds: 0,
    }
}
