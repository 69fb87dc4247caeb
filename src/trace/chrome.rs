//! The Chrome trace format, which Perfetto and chrome://tracing open: calls on their threads, requests
//! beside them with their phases inside. The file is whole after each event.
//!
//! Source: the "Trace Event Format" of the Chromium project.

use std::collections::HashSet;
use std::time::{Instant, SystemTime};

use super::call::Call;
use super::exchange::Exchange;
use super::json::{object, Json};
use super::recorder::{Event, Format, Moment};
use super::text::information;
use super::timings::milliseconds;
use super::{har, names, Status};

#[derive(Default)]
pub(super) struct Chrome {
    /// There is an event before the next.
    is_begun: bool,
    /// Threads that were named.
    threads: HashSet<u64>,
}

impl Format for Chrome {
    fn tail(&self) -> &'static str {
        "\n]\n"
    }

    fn head(&self, _started: SystemTime) -> String {
        "[".to_owned()
    }

    fn event(&mut self, event: &Event<'_>, moment: &Moment) -> String {
        let mut events = self.names(moment);
        match event {
            Event::Call(it) => events.push(call(it, moment)),
            Event::Status(it, is_under_way) => events.push(status(it, *is_under_way, moment)),
            Event::Began(it) => {
                let begin = (it.marks.begun, object! {});
                events.push(mark("b", &title(it), it, begin, moment));
            }
            Event::Answered(_) => {}
            Event::Ended(it) => ended(it, moment, &mut events),
        }
        let mut text = String::new();
        for event in events {
            text += if self.is_begun { ",\n" } else { "\n" };
            text += &event.to_string();
            self.is_begun = true;
        }
        text
    }
}

impl Chrome {
    /// The name of the process, and of each thread when it is first seen.
    fn names(&mut self, moment: &Moment) -> Vec<Json> {
        let mut names = Vec::new();
        let (process, thread) = (process(), moment.thread());
        let metadata = |what: &str, name: String| object! {"ph": "M", "name": what, "pid": process, "tid": thread, "args": object! {"name": name}};
        if self.threads.is_empty() {
            let started = SystemTime::now() - moment.at(moment.now);
            let name = format!("libwininet, from {}", har::utc(started));
            names.push(metadata("process_name", name));
        }
        if self.threads.insert(thread) {
            names.push(metadata("thread_name", thread_name(thread)));
        }
        names
    }
}

/// The system's name of the calling thread, or Rust's.
fn thread_name(thread: u64) -> String {
    let name = std::fs::read_to_string("/proc/thread-self/comm").ok();
    let name = name.map(|name| name.trim_end().to_owned());
    let name = name.or_else(|| std::thread::current().name().map(str::to_owned));
    name.unwrap_or_else(|| format!("thread {thread}"))
}

fn microseconds(time: Instant, moment: &Moment) -> f64 {
    milliseconds(moment.at(time) * 1000)
}

fn call(call: &Call, moment: &Moment) -> Json {
    let length = call.ended.saturating_duration_since(call.begun);
    let mut arguments = object! {"result": format!("{:#x}", call.result)};
    if let Some(handle) = call.notes.handle {
        arguments.add("handle", format!("{handle:#x}"));
    }
    if !call.notes.details.is_empty() {
        arguments.add("details", call.notes.details.as_str());
    }
    if call.error != 0 {
        arguments.add("error", moment.error(call.error));
    }
    object! {
        "ph": "X",
        "name": call.name,
        "cat": "call",
        "pid": process(),
        "tid": moment.thread(),
        "ts": microseconds(call.begun, moment),
        "dur": milliseconds(length * 1000),
        "args": arguments,
    }
}

/// A request's statuses stand with the request, others with the thread that tells them.
fn status(status: &Status<'_>, is_under_way: bool, moment: &Moment) -> Json {
    let handle = format!("{:#x}", status.handle);
    let mut event = object! {
        "ph": if is_under_way { "n" } else { "i" },
        "name": names::status(status.number),
        "cat": "request",
        "pid": process(),
        "tid": moment.thread(),
        "ts": microseconds(moment.now, moment),
        "args": object! {
            "handle": handle.as_str(),
            "information": information(&status.information, moment).into_owned(),
        },
    };
    match is_under_way {
        true => event.add("id", handle),
        false => event.add("s", "t"),
    }
    event
}

fn title(exchange: &Exchange) -> String {
    let question = &exchange.question;
    format!("{} {}", question.method, question.url)
}

fn process() -> u64 {
    u64::from(std::process::id())
}

/// The begin ("b") or the end ("e") of something in a request.
fn mark(
    kind: &str,
    name: &str,
    exchange: &Exchange,
    (time, arguments): (Instant, Json),
    moment: &Moment,
) -> Json {
    object! {
        "ph": kind,
        "name": name,
        "cat": "request",
        "id": format!("{:#x}", exchange.handle),
        "pid": process(),
        "tid": moment.thread(),
        "ts": microseconds(time, moment),
        "args": arguments,
    }
}

/// The phases are known now, and the request ends.
fn ended(exchange: &Exchange, moment: &Moment, events: &mut Vec<Json>) {
    let timings = exchange.marks.timings(moment.now);
    let at = |kind, name, time| mark(kind, name, exchange, (time, object! {}), moment);
    for (name, span) in timings.phases() {
        let Some(span) = span.filter(|_| name != "ssl") else {
            continue;
        };
        events.push(at("b", name, span.from));
        if let Some(ssl) = timings.ssl.filter(|_| name == "connect") {
            events.push(at("b", "ssl", ssl.from));
            events.push(at("e", "ssl", ssl.to));
        }
        events.push(at("e", name, span.to));
    }
    let end = exchange.marks.begun + timings.total;
    let last = (end, result(exchange, moment));
    events.push(mark("e", &title(exchange), exchange, last, moment));
}

fn result(exchange: &Exchange, moment: &Moment) -> Json {
    let mut result = object! {"bytes": exchange.taken};
    if let Some(answer) = &exchange.answer {
        result.add("status", u64::from(answer.status));
    }
    if let Some(error) = exchange.error {
        result.add("error", moment.error(error));
    }
    result
}
