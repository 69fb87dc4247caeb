//! A request: what HttpOpenRequest and InternetOpenUrl make.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::Arc;

use parking_lot::{Mutex, MutexGuard};

use super::common::Common;
use super::connection::{default_port, Connection, Target};
use super::error::{Error, Result};
use super::handle::{Handle, HandleId};
use super::headers;
use super::operation::Operation;
use super::options::Options;
use super::status::Status;
use super::url;
use super::write::Pieces;
use crate::abi::{
    INTERNET_FLAG_IGNORE_CERT_CN_INVALID, INTERNET_FLAG_IGNORE_CERT_DATE_INVALID,
    SECURITY_FLAG_IGNORE_CERT_CN_INVALID, SECURITY_FLAG_IGNORE_CERT_DATE_INVALID,
    SECURITY_FLAG_IGNORE_REVOCATION, SECURITY_FLAG_IGNORE_UNKNOWN_CA,
    SECURITY_FLAG_IGNORE_WRONG_USAGE,
};
use crate::http::{Fields, ResponseHead, Version};
use crate::net::reactor::{self, Task};
use crate::net::{Cancel, Driver, Leniency, Origin, Transfer};
use crate::notify::Pending;

/// What a request asks for, as the program opened it.
#[derive(Debug)]
pub struct RequestLine {
    /// The method.
    pub method: Box<[u8]>,
    /// The request target: path and query, normalised.
    pub target: Vec<u8>,
    /// The version of HTTP.
    pub version: Version,
    /// Whether it goes over TLS.
    pub secure: bool,
    /// INTERNET_FLAG_ values.
    pub flags: u32,
    /// What goes along from the start: Accept, Referer.
    pub fields: Fields,
}

/// A request handle.
pub struct Request {
    /// What every handle has.
    pub common: Common,
    /// The server.
    pub connection: Arc<Connection>,
    /// Operations go on behind the calls.
    pub is_async: bool,
    pub(super) method: Box<[u8]>,
    pub(super) version: Version,
    pub(super) flags: u32,
    pub(super) state: Mutex<State>,
    pub(super) cancel: Cancel,
}

/// What changes while a request lives.
pub(super) struct State {
    pub fields: Fields,
    /// The method of this send; a redirect may change it.
    pub method: Box<[u8]>,
    /// The server; a redirect may lead to another than the connection's.
    pub server: Target,
    /// A redirect led to another server: what is the first one's alone does not go along.
    pub is_abroad: bool,
    /// The name of the host is written in Punycode if it is beyond ASCII.
    pub is_idn: bool,
    /// How many redirects this send has followed.
    pub redirects: u32,
    /// What follows the head in one go; nothing after a redirect that drops it.
    pub body_length: usize,
    /// What the program is to write after that.
    pub pieces: Option<Pieces>,
    pub target: Vec<u8>,
    pub secure: bool,
    /// SECURITY_FLAG_IGNORE_ values.
    pub security_flags: u32,
    /// The exchange with the server; lent to the thread that makes a blocking call.
    pub transfer: Option<Box<Transfer>>,
    pub response: Option<Arc<ResponseHead>>,
    /// The head as it was sent.
    pub sent_head: Vec<u8>,
    /// The asynchronous operation under way.
    pub operation: Option<Operation>,
    /// Reads that were begun meanwhile.
    pub waiting: VecDeque<Operation>,
}

impl Request {
    /// A request with this value.
    pub fn new(
        id: HandleId,
        connection: Arc<Connection>,
        line: RequestLine,
        context: usize,
    ) -> Self {
        let server = connection.target.clone();
        let method = line.method;
        Self {
            common: Common::child(id, Handle::Connection(connection.clone()), context),
            is_async: connection.is_async,
            connection,
            method: method.clone(),
            version: line.version,
            flags: line.flags,
            state: Mutex::new(State {
                fields: line.fields,
                method,
                server,
                is_abroad: false,
                is_idn: true,
                redirects: 0,
                body_length: 0,
                pieces: None,
                target: line.target,
                secure: line.secure,
                security_flags: security_flags(line.flags),
                transfer: None,
                response: None,
                sent_head: Vec::new(),
                operation: None,
                waiting: VecDeque::new(),
            }),
            cancel: Cancel::default(),
        }
    }

    /// Adds header lines: HttpAddRequestHeaders.
    pub fn add_headers(&self, lines: &[u8], modifiers: u32) -> Result<()> {
        headers::apply(&mut self.state.lock().fields, lines, modifiers)
    }

    /// The URL that the request asks for.
    pub fn url(&self) -> Vec<u8> {
        self.state.lock().url()
    }

    /// The SECURITY_FLAG_IGNORE_ values in force, and whether the request is encrypted.
    pub fn security_flags(&self) -> (u32, bool) {
        let state = self.state.lock();
        (state.security_flags, state.secure)
    }

    /// Changes the SECURITY_FLAG_IGNORE_ values.
    pub fn set_security_flags(&self, flags: u32) {
        self.state.lock().security_flags = flags & IGNORE_FLAGS;
    }

    /// Whether the answer has a head to be asked for.
    pub fn has_head(&self) -> bool {
        let state = self.state.lock();
        state.response.as_ref().is_some_and(|it| !it.is_http09())
    }

    /// The request's options.
    pub(super) fn options(&self) -> Arc<Options> {
        self.common.options()
    }

    /// Tells a status on this thread.
    pub(super) fn say(self: &Arc<Self>, status: Status) {
        self.see_to(self.common.say(status));
    }

    /// Runs a blocking call inside the gate, so that the last notice waits for its end. Two threads
    /// at once would send what neither of them asked for, so the second is refused.
    pub(super) fn inside<T>(self: &Arc<Self>, call: impl FnOnce() -> Result<T>) -> Result<T> {
        self.common.gate.enter()?;
        if !self.cancel.begin_call() {
            self.see_to(self.common.leave());
            return Err(Error::INCORRECT_STATE);
        }
        let visit = Visit(self);
        let result = call();
        drop(visit);
        self.or_cancelled(result)
    }

    /// What goes wrong on a handle that was closed meanwhile goes wrong because of that.
    pub(super) fn or_cancelled<T>(&self, result: Result<T>) -> Result<T> {
        match self.cancel.is_raised() {
            true => Err(Error::CANCELLED),
            false => result,
        }
    }

    /// The same for a call that has not become an operation.
    pub(super) fn unless_pending<T>(&self, result: Result<T>) -> Result<T> {
        match result {
            Err(error) if error != Error::IO_PENDING => self.or_cancelled(Err(error)),
            result => result,
        }
    }

    /// Gives queued notices to whom they belong: the poller for an asynchronous request, this thread
    /// otherwise.
    pub(super) fn see_to(self: &Arc<Self>, left: Pending) {
        match left {
            Pending(false) => {}
            Pending(true) if self.is_async => reactor::wake(self.clone()),
            Pending(true) => self.common.drain(),
        }
    }

    /// Borrows the transfer for a call that may block: the state is not locked meanwhile.
    pub(super) fn lend<T>(&self, call: impl FnOnce(&mut Transfer) -> T) -> Result<T> {
        let lent = self.state.lock().transfer.take();
        let mut transfer = lent.ok_or(Error::INCORRECT_STATE)?;
        let result = call(&mut transfer);
        let mut state = self.state.lock();
        if state.transfer.is_none() {
            state.transfer = Some(transfer);
        }
        Ok(result)
    }

    /// The blocking driver.
    pub(super) fn blocking(self: &Arc<Self>) -> Driver<'_> {
        Driver::Blocking {
            cancel: &self.cancel,
            task: self.clone(),
        }
    }

    /// Ends whatever is under way; the handle is closed already.
    pub fn cancel(self: &Arc<Self>) {
        self.cancel.raise();
        let state = self.state.lock();
        if self.is_async && state.operation.is_some() {
            self.cancel_operations(state);
        } else {
            self.dismiss(state);
        }
    }

    fn cancel_operations(self: &Arc<Self>, mut state: MutexGuard<'_, State>) {
        let operations = state.operation.take().into_iter();
        let operations: Vec<Operation> = operations.chain(state.waiting.drain(..)).collect();
        let transfer = state.transfer.take();
        drop(state);
        if transfer.is_some_and(|it| it.holds_connection()) {
            self.common.gate.post(Status::ClosingConnection);
            self.common.gate.post(Status::ConnectionClosed);
        }
        for operation in operations {
            operation.fail(Error::CANCELLED);
        }
        reactor::wake(self.clone());
    }

    /// Puts an idle exchange away: its connection is kept if what is left can be read away.
    fn dismiss(self: &Arc<Self>, mut state: MutexGuard<'_, State>) {
        let Some(mut transfer) = state.transfer.take() else {
            return;
        };
        drop(state);
        if self.drain(&mut transfer) {
            drop(transfer);
            self.say(Status::ClosingConnection);
            self.say(Status::ConnectionClosed);
        }
    }

    /// Whether a connection is left over that must be closed.
    pub(super) fn drain(self: &Arc<Self>, transfer: &mut Transfer) -> bool {
        let task: Arc<dyn Task> = self.clone();
        match self.is_async {
            true => transfer.drain(&Driver::Reactor { task: &task }),
            false => transfer.drain(&self.blocking()),
        }
        transfer.holds_connection()
    }

    fn hang_up_if_cancelled(self: &Arc<Self>) {
        let transfer = self.state.lock().transfer.take();
        if transfer.is_some_and(|it| it.holds_connection()) {
            self.say(Status::ClosingConnection);
            self.say(Status::ConnectionClosed);
        }
    }
}

impl State {
    /// The URL that the request asks for.
    pub fn url(&self) -> Vec<u8> {
        let scheme = if self.secure { "https" } else { "http" };
        let mut url = format!("{scheme}://{}", self.authority()).into_bytes();
        url.extend_from_slice(&self.target);
        url
    }

    /// The host as it goes over the wire.
    fn host(&self) -> Cow<'_, str> {
        match self.is_idn {
            true => url::on_the_wire(&self.server.host),
            false => Cow::Borrowed(&self.server.host),
        }
    }

    /// Whom to connect to.
    pub fn origin(&self) -> Origin {
        Origin {
            secure: self.secure,
            host: self.host().into_owned(),
            port: self.server.port_for(self.secure),
            leniency: leniency(self.security_flags),
        }
    }

    /// Host and port as Host and a URL have them.
    pub fn authority(&self) -> String {
        let host = self.host();
        let host = match host.contains(':') {
            true => format!("[{host}]"),
            false => host.into_owned(),
        };
        match self.server.port_for(self.secure) {
            port if port == default_port(self.secure) => host,
            port => format!("{host}:{port}"),
        }
    }
}

/// A blocking call inside the gate; its end is the end of the call, also when that panics.
struct Visit<'a>(&'a Arc<Request>);

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        let Visit(request) = self;
        request.cancel.end_call();
        if request.cancel.is_raised() {
            request.hang_up_if_cancelled();
        }
        let left = request.common.leave();
        request.see_to(left);
    }
}

const IGNORE_FLAGS: u32 = SECURITY_FLAG_IGNORE_REVOCATION
    | SECURITY_FLAG_IGNORE_UNKNOWN_CA
    | SECURITY_FLAG_IGNORE_WRONG_USAGE
    | SECURITY_FLAG_IGNORE_CERT_CN_INVALID
    | SECURITY_FLAG_IGNORE_CERT_DATE_INVALID;

/// The flags of the API have a counterpart among the flags of the option.
fn security_flags(flags: u32) -> u32 {
    let pairs = [
        (
            INTERNET_FLAG_IGNORE_CERT_CN_INVALID,
            SECURITY_FLAG_IGNORE_CERT_CN_INVALID,
        ),
        (
            INTERNET_FLAG_IGNORE_CERT_DATE_INVALID,
            SECURITY_FLAG_IGNORE_CERT_DATE_INVALID,
        ),
    ];
    let set = pairs.iter().filter(|(flag, _)| flags & flag != 0);
    set.fold(0, |all, (_, security)| all | security)
}

fn leniency(security_flags: u32) -> Leniency {
    let pairs = [
        (SECURITY_FLAG_IGNORE_REVOCATION, Leniency::REVOKED),
        (SECURITY_FLAG_IGNORE_UNKNOWN_CA, Leniency::AUTHORITY),
        (SECURITY_FLAG_IGNORE_WRONG_USAGE, Leniency::USAGE),
        (SECURITY_FLAG_IGNORE_CERT_CN_INVALID, Leniency::NAME),
        (SECURITY_FLAG_IGNORE_CERT_DATE_INVALID, Leniency::DATE),
    ];
    let set = pairs.iter().filter(|(flag, _)| security_flags & flag != 0);
    set.fold(Leniency::NONE, |all, (_, problem)| all | *problem)
}
