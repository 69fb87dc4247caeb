//! Plain text: a line for each call, status and step of a request, as it happens.

use std::borrow::Cow;
use std::fmt::Write;
use std::time::SystemTime;

use super::call::Call;
use super::exchange::Exchange;
use super::recorder::{Event, Format, Moment};
use super::timings::milliseconds;
use super::{har, mask, names, Information, Status};
use crate::abi::ERROR_SUCCESS;

pub(super) struct Text;

impl Format for Text {
    fn tail(&self) -> &'static str {
        ""
    }

    fn head(&self, started: SystemTime) -> String {
        let version = env!("CARGO_PKG_VERSION");
        let (process, time) = (std::process::id(), har::utc(started));
        format!("libwininet {version}, process {process}, {time}\n")
    }

    fn event(&mut self, event: &Event<'_>, moment: &Moment) -> String {
        let what = match event {
            Event::Call(it) => call(it, moment),
            Event::Status(it, _) => status(it, moment),
            Event::Began(it) => began(it),
            Event::Answered(it) => answered(it),
            Event::Ended(it) => ended(it, moment),
        };
        let (seconds, thread) = (moment.at(moment.now).as_secs_f64(), moment.thread());
        // A line stays one, whatever a server says.
        let what = what.replace(|char: char| char.is_control(), " ");
        format!("{seconds:11.6} {thread:6} {what}\n")
    }
}

/// `HttpSendRequestA(0x30001) = 0, error 997 ERROR_IO_PENDING, 0.123 ms`
fn call(call: &Call, moment: &Moment) -> String {
    let handle = call.notes.handle.map(|handle| format!("{handle:#x}"));
    let details = Some(call.notes.details.as_str()).filter(|it| !it.is_empty());
    let arguments: Vec<&str> = handle.as_deref().into_iter().chain(details).collect();
    let mut line = format!("{}({}) = ", call.name, arguments.join(", "));
    let _ = match call.result {
        result @ ..=9 => write!(line, "{result}"),
        result => write!(line, "{result:#x}"),
    };
    if call.error != ERROR_SUCCESS {
        line += &format!(", error {}", moment.error(call.error));
    }
    let length = call.ended.saturating_duration_since(call.begun);
    line + &format!(", {:.3} ms", milliseconds(length))
}

fn status(status: &Status<'_>, moment: &Moment) -> String {
    let information = information(&status.information, moment);
    let name = names::status(status.number);
    format!("  {:#x} {name} {information}", status.handle)
        .trim_end()
        .to_owned()
}

/// What comes along with a status, without secrets.
pub(super) fn information<'a>(information: &Information<'a>, moment: &Moment) -> Cow<'a, str> {
    match *information {
        Information::None => "".into(),
        Information::Text(text) => mask::text(&String::from_utf8_lossy(text)).into(),
        Information::Address(address) => address.to_string().into(),
        Information::Count(count) => count.to_string().into(),
        Information::Result(0, error) => format!("error {}", moment.error(error)).into(),
        Information::Result(result, count) => format!("{result:#x}, {count}").into(),
    }
}

fn began(exchange: &Exchange) -> String {
    let question = &exchange.question;
    let (method, url, version) = (&question.method, &question.url, question.version);
    format!("  {:#x} > {method} {url} {version}", exchange.handle)
}

fn answered(exchange: &Exchange) -> String {
    let Some(answer) = &exchange.answer else {
        return String::new();
    };
    let (status, reason) = (answer.status, &answer.reason);
    let (major, minor) = answer.version;
    format!(
        "  {:#x} < HTTP/{major}.{minor} {status} {reason}",
        exchange.handle
    )
}

/// `0x30001 . 1024 bytes in 12.3 ms: blocked 0.1, dns 0.3, ...`
fn ended(exchange: &Exchange, moment: &Moment) -> String {
    let timings = exchange.marks.timings(moment.now);
    let mut line = format!("  {:#x} . ", exchange.handle);
    if let Some(error) = exchange.error {
        line += &format!("error {}, ", moment.error(error));
    }
    let total = milliseconds(timings.total);
    line += &format!("{} bytes in {total:.3} ms: ", exchange.taken);
    line += &format!("blocked {:.3}", milliseconds(timings.blocked));
    for (name, span) in timings.phases() {
        if let Some(span) = span {
            line += &format!(", {name} {:.3}", milliseconds(span.length()));
        }
    }
    line
}
