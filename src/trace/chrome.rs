//! The Chrome trace format, which Perfetto and chrome://tracing open: calls on their threads, requests
//! beside them with their phases inside. The file is whole after each event.
//!
//! Source: the "Trace Event Format" of the Chromium project.

use std::collections::HashSet;
use std::time::{Instant, SystemTime};

use serde_json::{json, Value};

use super::call::Call;
use super::exchange::Exchange;
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
            Event::Began(it) => events.push(mark("b", &title(it), it, it.marks.begun, moment)),
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
    fn names(&mut self, moment: &Moment) -> Vec<Value> {
        let mut names = Vec::new();
        let (process, thread) = (std::process::id(), moment.thread());
        let metadata = |what: &str, name: String| json!({"ph": "M", "name": what, "pid": process, "tid": thread, "args": {"name": name}});
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

fn call(call: &Call, moment: &Moment) -> Value {
    let length = call.ended.saturating_duration_since(call.begun);
    let mut arguments = json!({"result": format!("{:#x}", call.result)});
    if let Some(handle) = call.notes.handle {
        arguments["handle"] = format!("{handle:#x}").into();
    }
    if !call.notes.details.is_empty() {
        arguments["details"] = call.notes.details.as_str().into();
    }
    if call.error != 0 {
        arguments["error"] = moment.error(call.error).into();
    }
    json!({
        "ph": "X",
        "name": call.name,
        "cat": "call",
        "pid": std::process::id(),
        "tid": moment.thread(),
        "ts": microseconds(call.begun, moment),
        "dur": milliseconds(length * 1000),
        "args": arguments,
    })
}

/// A request's statuses stand with the request, others with the thread that tells them.
fn status(status: &Status<'_>, is_under_way: bool, moment: &Moment) -> Value {
    let mut event = json!({
        "ph": "i",
        "s": "t",
        "name": names::status(status.number),
        "cat": "request",
        "pid": std::process::id(),
        "tid": moment.thread(),
        "ts": microseconds(moment.now, moment),
        "args": {
            "handle": format!("{:#x}", status.handle),
            "information": information(&status.information, moment),
        },
    });
    if is_under_way {
        event["ph"] = "n".into();
        event["id"] = format!("{:#x}", status.handle).into();
    }
    event
}

fn title(exchange: &Exchange) -> String {
    let question = &exchange.question;
    format!("{} {}", question.method, question.url)
}

/// The begin ("b") or the end ("e") of something in a request.
fn mark(kind: &str, name: &str, exchange: &Exchange, time: Instant, moment: &Moment) -> Value {
    json!({
        "ph": kind,
        "name": name,
        "cat": "request",
        "id": format!("{:#x}", exchange.handle),
        "pid": std::process::id(),
        "tid": moment.thread(),
        "ts": microseconds(time, moment),
        "args": {},
    })
}

/// The phases are known now, and the request ends.
fn ended(exchange: &Exchange, moment: &Moment, events: &mut Vec<Value>) {
    let timings = exchange.marks.timings(moment.now);
    let at = |kind, name, time| mark(kind, name, exchange, time, moment);
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
    let mut event = at("e", &title(exchange), end);
    event["args"]["bytes"] = exchange.taken.into();
    if let Some(answer) = &exchange.answer {
        event["args"]["status"] = answer.status.into();
    }
    if let Some(error) = exchange.error {
        event["args"]["error"] = moment.error(error).into();
    }
    events.push(event);
}
