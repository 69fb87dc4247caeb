//! A request: what HttpOpenRequest and InternetOpenUrl make.

use std::collections::LinkedList;
use std::mem;
use std::sync::atomic::AtomicBool;
use std::sync::Arc;
use std::time::SystemTime;

use parking_lot::{Mutex, MutexGuard};

use super::common::Common;
use super::connection::{default_port, Connection, Target};
use super::cookies;
use super::credentials::Talks;
use super::data_file::DataFile;
use super::error::{Error, Result};
use super::handle::{Handle, HandleId};
use super::headers;
use super::operation::Operation;
use super::options::Options;
use super::proxy::Proxy;
use super::security;
use super::seek::Place;
use super::status::Status;
use super::url;
use super::watch;
use super::write::Pieces;
use crate::http::{Fields, Method, ResponseHead, Version};
use crate::net::reactor;
use crate::net::{Cancel, Driver, Introduction, Origin, Route, Security, Transfer};
use crate::notify::{Callback, Pending};

/// What a request asks for, as the program opened it.
#[derive(Debug)]
pub struct RequestLine {
    /// The method.
    pub method: Method,
    /// The request target: path and query, normalised.
    pub target: url::Object,
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
    /// When it was opened.
    #[cfg_attr(not(any(target_os = "linux", windows)), allow(dead_code))]
    pub begun: SystemTime,
    pub(super) method: Method,
    pub(super) version: Version,
    pub(super) flags: u32,
    pub(super) state: Mutex<State>,
    /// There may be an operation under way. Changed with the state locked.
    pub(super) is_pending: AtomicBool,
    pub(super) cancel: Cancel,
    /// The callback that it was last sent in: until that is back nobody may read the answer.
    pub(super) sent_in: Mutex<Option<Callback>>,
}

/// What changes while a request lives.
pub(super) struct State {
    pub fields: Fields,
    /// The method of this send; a redirect may change it.
    pub method: Method,
    /// The server; a redirect may lead to another than the connection's.
    pub server: Arc<Target>,
    /// A redirect led to another server: what is the first one's alone does not go along.
    pub is_abroad: bool,
    /// INTERNET_OPTION_IDN allows Punycode on the way that the request goes.
    pub is_idn: bool,
    /// INTERNET_OPTION_IGNORE_OFFLINE.
    pub ignores_offline: bool,
    /// The server that the login of the options is for, and whether it is reached over TLS; `None`: the one that is
    /// asked, since a redirect has led to no other.
    pub login_home: Option<(Arc<Target>, bool)>,
    /// INTERNET_OPTION_SUPPRESS_SERVER_AUTH.
    pub suppresses_server_auth: bool,
    /// What is asked and answered about credentials.
    pub talks: Talks,
    /// How many redirects this send has followed.
    pub redirects: u32,
    /// What follows the head in one go; nothing after a redirect that drops it.
    pub body_length: usize,
    /// What the program is to write after that.
    pub pieces: Option<Pieces>,
    pub target: url::Object,
    pub secure: bool,
    /// The proxy that this send goes to first.
    pub proxy: Option<Box<Proxy>>,
    /// The proxies to try if it takes no connection.
    pub detours: Vec<Proxy>,
    /// SECURITY_FLAG_IGNORE_ values.
    pub security_flags: u32,
    /// Who the server is told that we are.
    pub introduction: Introduction,
    /// What the last connection has said of its TLS.
    pub security: Option<Arc<Security>>,
    /// Where in the body the next read begins.
    pub place: Place,
    /// The exchange with the server; lent to the thread that makes a blocking call.
    pub transfer: Option<Box<Transfer>>,
    pub response: Option<Arc<ResponseHead>>,
    /// INTERNET_FLAG_NEED_FILE: where the body of that answer is kept.
    pub file: Option<Arc<DataFile>>,
    /// The head as it was sent.
    pub sent_head: Arc<[u8]>,
    /// What is to be told of cookies.
    pub cookies: cookies::Notices,
    /// The asynchronous operation under way.
    pub operation: Option<Operation>,
    /// Reads that were begun meanwhile; mostly none, and then a list is the least to make and to drop.
    pub waiting: LinkedList<Operation>,
}

impl Request {
    /// A request with this value.
    #[inline(always)]
    pub fn new(
        id: HandleId,
        connection: Arc<Connection>,
        line: RequestLine,
        context: usize,
    ) -> Self {
        let server = connection.target.clone();
        let method = line.method;
        Self {
            common: Common::child(id, Handle::Connection(connection.clone()), context, |_| {}),
            is_async: connection.is_async,
            begun: watch::now(),
            connection,
            method: method.clone(),
            version: line.version,
            flags: line.flags,
            is_pending: AtomicBool::new(false),
            state: Mutex::new(State {
                fields: line.fields,
                method,
                login_home: None,
                suppresses_server_auth: false,
                talks: Talks::default(),
                is_abroad: false,
                is_idn: true,
                ignores_offline: false,
                server,
                redirects: 0,
                body_length: 0,
                pieces: None,
                target: line.target,
                secure: line.secure,
                proxy: None,
                detours: Vec::new(),
                security_flags: security::flags_of_open(line.flags),
                introduction: Introduction::default(),
                security: None,
                place: Place::default(),
                transfer: None,
                response: None,
                file: None,
                sent_head: Arc::default(),
                cookies: cookies::Notices::default(),
                operation: None,
                waiting: LinkedList::new(),
            }),
            cancel: Cancel::default(),
            sent_in: Mutex::default(),
        }
    }

    /// Adds header lines: HttpAddRequestHeaders.
    pub fn add_headers(&self, lines: &[u8], modifiers: u32) -> Result<()> {
        headers::apply(&mut self.state.lock().fields, lines, modifiers, &[])
    }

    /// The URL that the request asks for.
    pub fn url(&self) -> Vec<u8> {
        self.state.lock().url()
    }

    /// Whether it has been sent through a proxy.
    pub fn is_via_proxy(&self) -> bool {
        self.state.lock().proxy.is_some()
    }

    /// Whether the login of the options is for the server that the request asks now.
    pub fn is_login_at_home(&self) -> bool {
        self.state.lock().is_at_home()
    }

    /// From now on it is.
    pub fn take_login_home(&self) {
        self.state.lock().login_home = None;
    }

    /// Servers get no credentials: INTERNET_OPTION_SUPPRESS_SERVER_AUTH. It is too late once the
    /// request was sent.
    pub fn suppress_server_auth(&self) -> Result<()> {
        let mut state = self.state.lock();
        if !state.sent_head.is_empty() {
            return Err(Error::INCORRECT_STATE);
        }
        state.suppresses_server_auth = true;
        Ok(())
    }

    /// The offline mode does not hold for it: INTERNET_OPTION_IGNORE_OFFLINE.
    pub fn ignore_offline(&self) {
        self.state.lock().ignores_offline = true;
    }

    /// Whether an answer has begun.
    pub(super) fn is_answered(&self) -> bool {
        self.state.lock().response.is_some()
    }

    /// Whether the answer has a head to be asked for.
    pub fn has_head(&self) -> bool {
        let state = self.state.lock();
        state.response.as_ref().is_some_and(|it| !it.is_http09())
    }

    /// What Content-Length said of a body that is decoded; 0 where it did not, or none is.
    pub fn encoded_length(&self) -> u64 {
        let state = self.state.lock();
        let head = state.response.as_ref();
        head.and_then(|head| head.encoded_length()).unwrap_or(0)
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
            Pending(true) if self.is_async => reactor::let_speak(self.clone()),
            Pending(true) => self.common.drain(),
        }
    }

    /// Borrows the transfer for a call that may block: the state is not locked meanwhile.
    pub(super) fn lend<T>(&self, call: impl FnOnce(&mut Transfer) -> T) -> Result<T> {
        let lent = self.state.lock().transfer.take();
        self.lend_out(lent, call)
    }

    /// The same, unless the program wants to read elsewhere.
    pub(super) fn lend_here<T>(&self, call: impl FnOnce(&mut Transfer) -> T) -> Result<Option<T>> {
        let mut state = self.state.lock();
        if state.is_elsewhere() {
            return Ok(None);
        }
        let lent = state.transfer.take();
        drop(state);
        self.lend_out(lent, call).map(Some)
    }

    fn lend_out<T>(
        &self,
        lent: Option<Box<Transfer>>,
        call: impl FnOnce(&mut Transfer) -> T,
    ) -> Result<T> {
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
            owner: self,
        }
    }

    /// Ends whatever is under way and puts an idle exchange away, whose connection is kept if what is
    /// left can be read away; the handle is closed already. Nobody is told on this thread: `true`
    /// leaves that to the caller, by [`Request::say_closed`].
    pub fn cancel(self: &Arc<Self>) -> bool {
        self.cancel.raise();
        let mut state = self.state.lock();
        let _file = state.file.take();
        if self.is_async && state.operation.is_some() {
            self.cancel_operations(state);
            return false;
        }
        let transfer = state.transfer.take();
        drop(state);
        // At rest it holds none: what was read to its end has given its connection back.
        let held = transfer.filter(|transfer| transfer.holds_connection());
        held.is_some_and(|mut transfer| self.drain(&mut transfer))
    }

    #[cold]
    fn cancel_operations(self: &Arc<Self>, mut state: MutexGuard<'_, State>) {
        let operations = state.operation.take().into_iter();
        let operations: Vec<Operation> = operations.chain(mem::take(&mut state.waiting)).collect();
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

    /// Whether a connection is left over that must be closed.
    pub(super) fn drain(self: &Arc<Self>, transfer: &mut Transfer) -> bool {
        self.drive(|driver| transfer.drain(driver));
        transfer.holds_connection()
    }

    /// Lends the driver that the request's operations have.
    pub(super) fn drive(self: &Arc<Self>, call: impl FnOnce(&Driver<'_>)) {
        match self.is_async {
            true => call(&Driver::of_reactor(self)),
            false => call(&self.blocking()),
        }
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
    /// Takes over what the transfer has learned of its connection.
    pub fn learn(&mut self) {
        let security = self.transfer.as_ref().map(|it| it.security());
        if let Some(security) = security.filter(|it| it.is_some() || self.security.is_some()) {
            self.security = security.cloned();
        }
    }

    /// The URL that the request asks for.
    pub fn url(&self) -> Vec<u8> {
        let scheme: &[u8] = if self.secure { b"https://" } else { b"http://" };
        let mut digits = itoa::Buffer::new();
        let authority = self.authority(&mut digits).concat();
        [scheme, &authority, &self.target].concat()
    }

    /// The host as it is connected to and asked for.
    fn host_name(&self) -> &Arc<str> {
        match &self.server.given {
            Some(given) if !self.is_idn => given,
            _ => &self.server.host,
        }
    }

    /// Whether the login of the options is for the server that is asked.
    pub fn is_at_home(&self) -> bool {
        let home = self.login_home.as_ref();
        home.is_none_or(|(home, secure)| self.asks_server(home, *secure))
    }

    /// Whether this server, over TLS or not, is the one that is asked.
    pub fn asks_server(&self, server: &Target, secure: bool) -> bool {
        let port = self.server.port_for(self.secure);
        secure == self.secure && server.host == self.server.host && server.port_for(secure) == port
    }

    /// Whom to connect to, if there is no proxy.
    pub fn origin(&self) -> Origin {
        Origin {
            secure: self.secure,
            host: self.host_name().clone(),
            port: self.server.port_for(self.secure),
            leniency: security::leniency(self.security_flags),
            introduction: match self.suppresses_server_auth {
                true => Introduction::Anonymous,
                false => self.introduction.clone(),
            },
            route: Route::Direct,
            owners: Vec::new(),
        }
    }

    /// The host as a URL has it.
    pub fn host(&self) -> String {
        let host = self.host_name();
        match host.contains(':') {
            true => format!("[{host}]"),
            false => host.as_ref().to_owned(),
        }
    }

    /// Host and port as Host and a URL have them, in parts.
    pub fn authority<'a>(&'a self, digits: &'a mut itoa::Buffer) -> [&'a [u8]; 5] {
        let host = self.host_name();
        let (open, close) = match host.contains(':') {
            true => ("[", "]"),
            false => ("", ""),
        };
        let (colon, port) = match self.server.port_for(self.secure) {
            port if port == default_port(self.secure) => ("", ""),
            port => (":", digits.format(port)),
        };
        [open, host, close, colon, port].map(str::as_bytes)
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
