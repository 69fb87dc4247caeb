//! What the trace knows at a time, and the form in which it is written.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::io;
use std::time::{Duration, Instant, SystemTime};

use super::call::Call;
use super::chrome::Chrome;
use super::exchange::{Answer, Exchange, Question};
use super::har::Har;
use super::output::Output;
use super::text::Text;
use super::{Process, Status};
use crate::abi::{ERROR_INTERNET_OPERATION_CANCELLED, INTERNET_STATUS_HANDLE_CLOSING};

/// Something to write.
pub(super) enum Event<'a> {
    Call(&'a Call),
    /// Whether it is told of a request under way.
    Status(&'a Status<'a>, bool),
    Began(&'a Exchange),
    Answered(&'a Exchange),
    Ended(&'a Exchange),
}

/// When something is written, and by whom.
pub(super) struct Moment {
    /// Since when the trace goes.
    pub start: Instant,
    pub now: Instant,
    pub process: Process,
}

/// A form of trace.
pub(super) trait Format: Send {
    /// What closes the file, however far it is.
    fn tail(&self) -> &'static str;
    /// What the file begins with.
    fn head(&self, started: SystemTime) -> String;
    /// What an event adds; empty: nothing.
    fn event(&mut self, event: &Event<'_>, moment: &Moment) -> String;
}

pub(super) struct Recorder {
    path: String,
    process: Process,
    start: Instant,
    format: Box<dyn Format>,
    output: Output,
    /// Requests under way, by their handles.
    exchanges: HashMap<usize, Exchange>,
}

impl Recorder {
    /// Opens the file, in which `%p` is the process id.
    pub fn new(path: &OsStr, process: Process) -> io::Result<Self> {
        let path = path.to_str().ok_or_else(|| io::Error::other("no UTF-8"))?;
        let path = path.replace("%p", &std::process::id().to_string());
        let format = form(&path);
        let mut options = OpenOptions::new();
        (process.private)(&mut options);
        let output = Output::open(&path, options, format.tail())?;
        let mut recorder = Self {
            path,
            process,
            start: Instant::now(),
            format,
            output,
            exchanges: HashMap::new(),
        };
        let head = recorder.format.head(SystemTime::now());
        recorder.output.append(&head)?;
        Ok(recorder)
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn call(&mut self, call: &Call) -> io::Result<()> {
        self.write(&Event::Call(call))
    }

    /// The last status of a request ends what is still under way.
    pub fn status(&mut self, status: &Status<'_>) -> io::Result<()> {
        if status.number == INTERNET_STATUS_HANDLE_CLOSING {
            self.closed(status.handle)?;
        }
        let is_under_way = self.exchanges.contains_key(&status.handle);
        self.write(&Event::Status(status, is_under_way))
    }

    /// What the handle has asked before has ended with that.
    pub fn began(&mut self, handle: usize, question: Question) -> io::Result<()> {
        self.closed(handle)?;
        let exchange = Exchange::new(handle, Instant::now(), question);
        self.write(&Event::Began(&exchange))?;
        self.exchanges.insert(handle, exchange);
        Ok(())
    }

    pub fn happened(&mut self, status: &Status<'_>) {
        if let Some(exchange) = self.exchanges.get_mut(&status.handle) {
            exchange.happened(status, Instant::now());
        }
    }

    pub fn connected(&mut self, handle: usize, port: u16) {
        if let Some(exchange) = self.exchanges.get_mut(&handle) {
            exchange.port = Some(port);
        }
    }

    pub fn answered(&mut self, handle: usize, answer: Answer) -> io::Result<()> {
        let Some(mut exchange) = self.exchanges.remove(&handle) else {
            return Ok(());
        };
        exchange.answered(answer, Instant::now());
        self.write(&Event::Answered(&exchange))?;
        self.exchanges.insert(handle, exchange);
        Ok(())
    }

    pub fn read(
        &mut self,
        handle: usize,
        taken: u64,
        has_come: bool,
        is_through: bool,
    ) -> io::Result<()> {
        if let Some(exchange) = self.exchanges.get_mut(&handle) {
            exchange.taken = taken;
            if has_come {
                exchange.marks.end.get_or_insert_with(Instant::now);
            }
        }
        match is_through {
            true => self.ended(handle, None),
            false => Ok(()),
        }
    }

    pub fn failed(&mut self, handle: usize, error: u32) -> io::Result<()> {
        self.ended(handle, Some(error))
    }

    pub fn finish(&mut self) -> io::Result<()> {
        let handles: Vec<usize> = self.exchanges.keys().copied().collect();
        handles.into_iter().try_for_each(|it| self.closed(it))
    }

    /// Nothing more comes of the request. Without an answer it was cancelled; an answer need not be read
    /// to its end.
    fn closed(&mut self, handle: usize) -> io::Result<()> {
        let exchange = self.exchanges.get(&handle);
        let is_answered = exchange.is_some_and(|it| it.answer.is_some());
        let error = (!is_answered).then_some(ERROR_INTERNET_OPERATION_CANCELLED);
        self.ended(handle, error)
    }

    fn ended(&mut self, handle: usize, error: Option<u32>) -> io::Result<()> {
        let Some(mut exchange) = self.exchanges.remove(&handle) else {
            return Ok(());
        };
        exchange.error = error;
        self.write(&Event::Ended(&exchange))
    }

    fn write(&mut self, event: &Event<'_>) -> io::Result<()> {
        let moment = Moment {
            start: self.start,
            now: Instant::now(),
            process: self.process,
        };
        match self.format.event(event, &moment) {
            text if text.is_empty() => Ok(()),
            text => self.output.append(&text),
        }
    }
}

/// By the path's end.
fn form(path: &str) -> Box<dyn Format> {
    let ends_in = |end: &str| path.to_ascii_lowercase().ends_with(end);
    if ends_in(".har") {
        Box::new(Har::default())
    } else if ends_in(".json") {
        Box::new(Chrome::default())
    } else {
        Box::new(Text)
    }
}

impl Moment {
    /// Since the trace began.
    pub fn at(&self, time: Instant) -> Duration {
        time.saturating_duration_since(self.start)
    }

    pub fn thread(&self) -> u64 {
        (self.process.thread)()
    }

    /// An error code, with its name if it has one.
    pub fn error(&self, code: u32) -> String {
        match (self.process.error_name)(code) {
            Some(name) => format!("{code} {name}"),
            None => code.to_string(),
        }
    }
}
