//! HTTP Archive 1.2, which the developer tools of browsers open: an entry for each request that has
//! ended. The file is a whole archive after each.
//!
//! Source: <http://www.softwareishard.com/blog/har-12-spec/>

use std::time::{Duration, SystemTime};

use time::OffsetDateTime;

use super::exchange::{Answer, Exchange};
use super::json::{object, Json};
use super::recorder::{Event, Format, Moment};
use super::timings::{milliseconds, Span, Timings};

#[derive(Default)]
pub(super) struct Har {
    /// There is an entry before the next.
    is_begun: bool,
}

impl Format for Har {
    fn tail(&self) -> &'static str {
        "\n]}}\n"
    }

    fn head(&self, _started: SystemTime) -> String {
        let creator = object! {"name": "libwininet", "version": env!("CARGO_PKG_VERSION")};
        format!(r#"{{"log":{{"version":"1.2","creator":{creator},"pages":[],"entries":["#)
    }

    fn event(&mut self, event: &Event<'_>, moment: &Moment) -> String {
        let Event::Ended(exchange) = event else {
            return String::new();
        };
        let comma = if self.is_begun { "," } else { "" };
        self.is_begun = true;
        format!("{comma}\n{}", entry(exchange, moment))
    }
}

fn entry(exchange: &Exchange, moment: &Moment) -> Json {
    let timings = exchange.marks.timings(moment.now);
    let mut entry = object! {
        "startedDateTime": utc(exchange.started),
        "time": milliseconds(timings.total),
        "request": request(exchange),
        "response": response(exchange),
        "cache": object! {},
        "timings": phases(&timings),
        "_handle": format!("{:#x}", exchange.handle),
    };
    if let Some(address) = exchange.address {
        entry.add("serverIPAddress", address.to_string());
    }
    if let Some(port) = exchange.port {
        entry.add("connection", port.to_string());
    }
    if let Some(error) = exchange.error {
        entry.add("_error", moment.error(error));
    }
    entry
}

fn request(exchange: &Exchange) -> Json {
    let question = &exchange.question;
    object! {
        "method": question.method.as_str(),
        "url": question.url.as_str(),
        "httpVersion": question.version,
        "cookies": Vec::new(),
        "headers": pairs(&exchange.fields),
        "queryString": query(&question.url),
        "headersSize": question.head.len() as u64,
        "bodySize": question.body.map_or(-1i64, |it| i64::try_from(it).unwrap_or(i64::MAX)),
    }
}

/// A request that failed has the status 0, as browsers have it.
fn response(exchange: &Exchange) -> Json {
    let none = Answer {
        version: (0, 0),
        status: 0,
        reason: String::new(),
        fields: Vec::new(),
    };
    let (answer, version) = match &exchange.answer {
        Some(it) => (it, format!("HTTP/{}.{}", it.version.0, it.version.1)),
        None => (&none, String::new()),
    };
    let kind = answer.get("Content-Type");
    object! {
        "status": u64::from(answer.status),
        "statusText": answer.reason.as_str(),
        "httpVersion": version,
        "cookies": Vec::new(),
        "headers": pairs(&answer.fields),
        "content": object! {"size": exchange.taken, "mimeType": kind},
        "redirectURL": answer.get("Location"),
        "headersSize": -1i64,
        "bodySize": -1i64,
    }
}

fn pairs(fields: &[(String, String)]) -> Vec<Json> {
    let pairs = fields.iter();
    pairs
        .map(|(name, value)| object! {"name": name.as_str(), "value": value.as_str()})
        .collect()
}

/// What the URL asks for, as it stands there.
fn query(url: &str) -> Vec<Json> {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    let parts = query.split('&').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            object! {"name": name, "value": value}
        })
        .collect()
}

/// -1: there was no such phase. The last three are there always.
fn phases(timings: &Timings) -> Json {
    let length = |span: Option<Span>| span.map(|span| milliseconds(span.length()));
    object! {
        "blocked": milliseconds(timings.blocked),
        "dns": length(timings.dns).unwrap_or(-1.0),
        "connect": length(timings.connect).unwrap_or(-1.0),
        "ssl": length(timings.ssl).unwrap_or(-1.0),
        "send": length(timings.send).unwrap_or(0.0),
        "wait": length(timings.wait).unwrap_or(0.0),
        "receive": length(timings.receive).unwrap_or(0.0),
    }
}

/// The time in the form of ISO 8601, to the millisecond.
pub(super) fn utc(time: SystemTime) -> String {
    let since = time.duration_since(SystemTime::UNIX_EPOCH);
    // A clock that is set to before 1970 is wrong.
    let time = OffsetDateTime::UNIX_EPOCH + since.unwrap_or(Duration::ZERO);
    let (date, clock) = (time.date(), time.time());
    let (year, month, day) = (date.year(), u8::from(date.month()), date.day());
    let (hour, minute, second, milli) = clock.as_hms_milli();
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
}
