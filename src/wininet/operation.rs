//! Asynchronous operations: what is under way on a request, and how the reactor drives it.

use std::sync::atomic::Ordering;
use std::sync::Arc;

use super::error::{Error, Result};
use super::read::Destination;
use super::request::{Request, State};
use super::status::Status;
use crate::net::reactor::Task;
use crate::net::{Driver, Failure, Fetched, Step, Transfer};
use crate::notify::{Closed, Completes, Completion};
use crate::trace;

/// An operation that ends with REQUEST_COMPLETE.
pub struct Operation {
    completion: Completion<Request>,
    work: Work,
}

/// What is to be done.
pub enum Work {
    /// HttpSendRequest.
    Send {
        /// What follows the head.
        body: Vec<u8>,
        /// InternetOpenUrl: success gives the handle, failure closes it.
        gives_handle: bool,
    },
    /// InternetReadFile and its like: until the buffer is full or the body ends.
    Read {
        /// Where to.
        destination: Box<dyn Destination>,
        /// So much of it is filled.
        filled: usize,
    },
    /// Until there is something to read.
    Await {
        /// Who wants to know how much: InternetQueryDataAvailable.
        count: Option<Box<dyn Destination>>,
        /// The room of the buffer that it will be read into, if that is known.
        room: usize,
    },
}

/// How an operation ended: the two members of INTERNET_ASYNC_RESULT.
#[derive(Debug, Clone, Copy)]
pub struct Outcome {
    result: usize,
    error: u32,
}

impl Completes for Request {
    type Outcome = Outcome;

    fn abandoned() -> Outcome {
        Outcome::failure(Error::INTERNAL)
    }

    fn complete(self: &Arc<Self>, outcome: Outcome) {
        let Outcome { result, error } = outcome;
        let complete = Status::RequestComplete { result, error };
        self.common.gate.post_last_of_operation(complete);
    }
}

impl Outcome {
    fn success(result: usize, count: u32) -> Self {
        Self {
            result,
            error: count,
        }
    }

    fn failure(error: Error) -> Self {
        Self {
            result: 0,
            error: error.0,
        }
    }
}

impl Operation {
    /// Whether the head of the answer is still awaited.
    pub fn is_send(&self) -> bool {
        matches!(self.work, Work::Send { .. })
    }

    /// Ends without success.
    pub fn fail(self, error: Error) {
        self.completion.report(Outcome::failure(error));
    }
}

/// How far the work on an operation came.
enum Progress {
    Blocked,
    Ended(std::result::Result<Outcome, Error>),
}

impl Request {
    /// Takes on an operation: from here on it ends with REQUEST_COMPLETE.
    pub(super) fn begin_operation(self: &Arc<Self>, work: Work) -> Result<Operation> {
        // Asked with the state locked, as cancelling has it: what begins now is cancelled, or refused
        // because the handle was closed since it was looked up.
        if self.cancel.is_raised() {
            return Err(Closed.into());
        }
        self.common.gate.enter()?;
        // Before the socket is asked: a poller that finds nothing pending has seen something that this
        // thread will see.
        self.is_pending.store(true, Ordering::SeqCst);
        Ok(Operation {
            completion: Completion::new(self.clone()),
            work,
        })
    }

    /// Does what can be done without blocking; notices are queued.
    pub(super) fn advance(self: &Arc<Self>, state: &mut State) {
        let told = |event| self.common.gate.post(Status::of(event));
        // The trace wants to see the transfer with each event.
        let driver = match trace::is_on() {
            true => Driver::of_reactor(self),
            false => Driver::telling(self, &told),
        };
        while let Some(mut operation) = state.operation.take() {
            match self.work(state, &driver, &mut operation.work) {
                Progress::Blocked => {
                    if let Some(transfer) = &mut state.transfer {
                        transfer.set_alarm();
                    }
                    state.operation = Some(operation);
                    return;
                }
                Progress::Ended(Ok(outcome)) => operation.completion.report(outcome),
                Progress::Ended(Err(error)) => self.end_in_failure(state, operation, error),
            }
            state.operation = state.waiting.pop_front();
        }
        self.is_pending.store(false, Ordering::SeqCst);
    }

    fn work(self: &Arc<Self>, state: &mut State, driver: &Driver<'_>, work: &mut Work) -> Progress {
        if state.is_elsewhere() {
            match self.seek_on(state, driver) {
                Ok(true) => {}
                Ok(false) => return Progress::Blocked,
                Err(error) => return Progress::Ended(Err(error)),
            }
        }
        let Some(transfer) = &mut state.transfer else {
            return Progress::Ended(Err(Error::INCORRECT_STATE));
        };
        match work {
            Work::Send { body, gives_handle } => {
                let result = match gives_handle {
                    true => self.common.id.value(),
                    false => 1,
                };
                self.send_on(state, driver, body, result)
            }
            Work::Read {
                destination,
                filled,
            } => match fill(transfer, driver, destination.buffer(), filled) {
                Ok(true) => {
                    destination.set_count(*filled);
                    self.end_read(transfer, Outcome::success(1, 0))
                }
                Ok(false) => Progress::Blocked,
                Err(error) => Progress::Ended(Err(error)),
            },
            Work::Await { room, .. } if transfer.waits_for(*room) => {
                self.end_read(transfer, Outcome::success(1, 0))
            }
            Work::Await { count, .. } => match await_bytes(transfer, driver) {
                Ok(Some(available)) => {
                    let told = count.as_mut().map(|count| {
                        count.set_count(available);
                        available as u32
                    });
                    self.end_read(transfer, Outcome::success(1, told.unwrap_or(0)))
                }
                Ok(None) => Progress::Blocked,
                Err(error) => Progress::Ended(Err(error)),
            },
        }
    }

    fn send_on(
        self: &Arc<Self>,
        state: &mut State,
        driver: &Driver<'_>,
        body: &[u8],
        result: usize,
    ) -> Progress {
        loop {
            self.post(state.cookies.take_sent());
            match self.step_to_head(state, driver, body) {
                Ok(false) => return Progress::Blocked,
                Ok(true) => {
                    self.post(state.cookies.take_received());
                    match self.follow(state, body) {
                        Ok(Some(told)) => self.post(told),
                        Ok(None) => return self.end_send(state, result),
                        Err(error) => return Progress::Ended(Err(error)),
                    }
                }
                Err(failure) if self.takes_detour(state, failure, body) => {}
                Err(failure) => return Progress::Ended(Err(self.failed(state, failure))),
            }
        }
    }

    /// Goes on until the head of the answer is there, or, with `false`, as far as that does not block.
    fn step_to_head(
        &self,
        state: &mut State,
        driver: &Driver<'_>,
        body: &[u8],
    ) -> std::result::Result<bool, Failure> {
        let body = &body[..state.outgoing()];
        loop {
            let Some(transfer) = &mut state.transfer else {
                return Err(Failure::ConnectionAborted);
            };
            match transfer.step(driver, body)? {
                Step::Event(event) => {
                    self.note_event(state, &event);
                    self.trace_event(state, &event);
                    self.common.gate.post(Status::of(event));
                }
                step => {
                    self.note_head(state);
                    return Ok(step == Step::Done);
                }
            }
        }
    }

    pub(super) fn post(&self, statuses: impl IntoIterator<Item = Status>) {
        statuses
            .into_iter()
            .for_each(|it| self.common.gate.post(it));
    }

    fn end_send(&self, state: &mut State, result: usize) -> Progress {
        if let Some(transfer) = &mut state.transfer {
            self.post_end_of_connection(transfer);
        }
        Progress::Ended(Ok(Outcome::success(result, 0)))
    }

    fn end_read(&self, transfer: &mut Transfer, outcome: Outcome) -> Progress {
        self.post_end_of_connection(transfer);
        let wire = transfer.take_wire_count();
        self.common.gate.post(Status::ResponseReceived(wire));
        Progress::Ended(Ok(outcome))
    }

    /// A connection that is not kept is closed when the last byte of the body has been taken.
    fn post_end_of_connection(&self, transfer: &mut Transfer) {
        if self.hang_up_at_end(transfer) {
            self.common.gate.post(Status::ClosingConnection);
            self.common.gate.post(Status::ConnectionClosed);
        }
    }

    #[cold]
    fn end_in_failure(self: &Arc<Self>, state: &mut State, operation: Operation, error: Error) {
        self.trace_failure(error);
        let transfer = state.transfer.as_mut();
        // The next send goes on with the connection.
        let transfer = transfer.filter(|_| error != Error::FORCE_RETRY);
        if transfer.is_some_and(|transfer| {
            let held = transfer.holds_connection();
            transfer.hang_up();
            held
        }) {
            self.common.gate.post(Status::ClosingConnection);
            self.common.gate.post(Status::ConnectionClosed);
        }
        let closes = matches!(
            operation.work,
            Work::Send {
                gives_handle: true,
                ..
            }
        );
        if closes {
            // The program never learns of this handle but by its notices, which still find it open.
            self.common.forget_when_told();
        }
        operation.fail(error);
    }
}

/// Fills the buffer from what has come and what comes. `true`: it is full, or the body has ended.
pub(super) fn fill(
    transfer: &mut Transfer,
    driver: &Driver<'_>,
    buffer: &mut [u8],
    filled: &mut usize,
) -> Result<bool> {
    loop {
        *filled += transfer.take_buffered(&mut buffer[*filled..]);
        if *filled == buffer.len() || transfer.is_at_end() {
            return Ok(true);
        }
        match transfer.fetch(driver, &mut buffer[*filled..])? {
            Fetched::Bytes(count) => *filled += count,
            Fetched::Blocked => return Ok(false),
        }
    }
}

/// Takes what has come, once there is some or the body has ended; a large buffer is read into directly.
pub(super) fn take_some(
    transfer: &mut Transfer,
    driver: &Driver<'_>,
    buffer: &mut [u8],
) -> Result<Option<usize>> {
    loop {
        if transfer.buffered() > 0 || transfer.is_at_end() {
            return Ok(Some(transfer.take_buffered(buffer)));
        }
        match transfer.fetch(driver, buffer)? {
            Fetched::Bytes(0) => {} // nothing but framing
            Fetched::Bytes(count) => return Ok(Some(count)),
            Fetched::Blocked => return Ok(None),
        }
    }
}

/// How much of the body can be taken, once there is some or it has ended.
pub(super) fn await_bytes(transfer: &mut Transfer, driver: &Driver<'_>) -> Result<Option<usize>> {
    loop {
        if transfer.buffered() > 0 || transfer.is_at_end() {
            return Ok(Some(transfer.buffered()));
        }
        if transfer.fetch(driver, &mut [])? == Fetched::Blocked {
            return Ok(None);
        }
    }
}

impl Task for Request {
    fn run(self: Arc<Self>) -> bool {
        // Whoever reads what is at hand is not held up by each byte that comes meanwhile.
        if self.is_pending.load(Ordering::SeqCst) {
            self.advance(&mut self.state.lock());
        }
        self.common.gate.is_pending()
    }

    fn speak(self: Arc<Self>) {
        self.common.drain();
    }

    /// Its own, or the one that it was sent in.
    fn callback(&self) -> Option<u64> {
        let own = self.common.gate.speech().map(|number| number * 2);
        own.or_else(|| {
            let around = self.sent_in.lock();
            around.as_ref()?.number().map(|number| number * 2 + 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::abi::ERROR_INVALID_HANDLE;
    use crate::http::auth::Login;
    use crate::http::{Fields, Method, Version};
    use crate::wininet::send::Body;
    use crate::wininet::{self, url, Error, Opening, RequestLine};

    /// One thread closes a request that another has already looked up to send it: nothing begins that
    /// nobody would cancel.
    #[test]
    fn what_begins_after_the_cancelling_is_refused() {
        let opening = Opening {
            is_async: true,
            ..Opening::default()
        };
        let session = wininet::open_session(opening).unwrap();
        let target = url::target(b"127.0.0.1", 9).unwrap();
        let connection = wininet::session(session)
            .and_then(|session| wininet::connect(session, target, Login::default(), 0))
            .unwrap();
        let line = RequestLine {
            method: Method::Borrowed(b"GET"),
            target: b"/".as_slice().into(),
            version: Version::Http11,
            secure: false,
            flags: 0,
            fields: Fields::new(),
        };
        let request = wininet::connection(connection)
            .and_then(|connection| wininet::open_request(connection, line, 0))
            .and_then(wininet::request)
            .unwrap();
        request.cancel();
        let sent = request.send(Body::default());
        assert_eq!(sent, Err(Error(ERROR_INVALID_HANDLE)));
        assert!(request.state.lock().operation.is_none());
        wininet::close(session).unwrap();
    }
}
