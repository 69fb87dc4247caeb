//! HttpSendRequest: the head as it goes out, and the two ways to send it.

use std::borrow::Cow;
use std::sync::Arc;

use super::cookies;
use super::credentials::Whom;
use super::error::{Error, Result};
use super::headers::{self, OF_THE_SERVER};
use super::operation::Work;
use super::options::Options;
use super::request::{Request, State};
use super::seek::Place;
use super::status::Status;
use super::usual::written;
use super::write::{Pieces, Total};
use crate::abi::{
    HTTP_ADDREQ_FLAG_ADD, HTTP_ADDREQ_FLAG_REPLACE, INTERNET_FLAG_KEEP_CONNECTION,
    INTERNET_FLAG_NO_CACHE_WRITE, INTERNET_FLAG_PRAGMA_NOCACHE, INTERNET_FLAG_RELOAD,
};
use crate::http::decoding::Accepted;
use crate::http::request::HeadWriter;
use crate::http::Fields;
use crate::net::{self, reactor, Failure, Framing, Step, Transfer};
use crate::notify::{Callback, Pending};

/// What goes out along with a request.
#[derive(Debug, Clone, Copy, Default)]
pub struct Body<'a> {
    /// More header lines.
    pub headers: &'a [u8],
    /// What follows the head.
    pub bytes: &'a [u8],
}

impl Request {
    /// Sends the request. Synchronous: until the head of the answer is there. Asynchronous: always
    /// ERROR_IO_PENDING once it is on its way.
    pub fn send(self: &Arc<Self>, body: Body<'_>) -> Result<()> {
        if self.is_async {
            self.send_async(body, None, false)
        } else {
            self.inside(|| self.send_blocking(body, None))
        }
    }

    /// Sends the request of InternetOpenUrl.
    pub(super) fn open_async(self: &Arc<Self>) -> Result<()> {
        self.send_async(Body::default(), None, true)
    }

    pub(super) fn send_async(
        self: &Arc<Self>,
        body: Body<'_>,
        total: Option<Total>,
        gives_handle: bool,
    ) -> Result<()> {
        reactor::start().map_err(|_| Error::NO_RESOURCES)?;
        self.look_for_cookies();
        let mut state = self.state.lock();
        if state.operation.is_some() {
            return Err(Error::INCORRECT_STATE);
        }
        state.take_headers(body.headers)?;
        let pieces = self.pieces(&state, body, total);
        let bytes = pieces.map_or(body.bytes.into(), |it| it.frame(body.bytes));
        let operation = self.begin_operation(Work::Send {
            body: bytes.to_vec(),
            gives_handle,
        })?;
        let told = self.begin(&mut state, &bytes, pieces)?;
        self.post(told);
        state.operation = Some(operation);
        self.advance(&mut state);
        drop(state);
        self.see_to(Pending(self.common.gate.is_pending()));
        Err(Error::IO_PENDING)
    }

    pub(super) fn send_blocking(
        self: &Arc<Self>,
        body: Body<'_>,
        total: Option<Total>,
    ) -> Result<()> {
        self.look_for_cookies();
        let mut state = self.state.lock();
        state.take_headers(body.headers)?;
        let pieces = self.pieces(&state, body, total);
        let bytes = pieces.map_or(body.bytes.into(), |it| it.frame(body.bytes));
        let told = self.begin(&mut state, &bytes, pieces)?;
        drop(state);
        told.into_iter().for_each(|status| self.say(status));
        self.send_and_follow(&bytes)
    }

    fn pieces(&self, state: &State, body: Body<'_>, total: Option<Total>) -> Option<Pieces> {
        let first = body.bytes.len();
        total.map(|total| Pieces::new(total, first, &state.fields, &self.method))
    }

    /// Until there is an answer that leads nowhere else, or the program is to write.
    pub(super) fn send_and_follow(self: &Arc<Self>, body: &[u8]) -> Result<()> {
        loop {
            self.send_to_head(body)?;
            if !self.follow_blocking(body)? {
                return self.end_connection();
            }
        }
    }

    /// Until the head of an answer is there.
    pub(super) fn send_to_head(self: &Arc<Self>, body: &[u8]) -> Result<()> {
        let driver = self.blocking();
        let (mut length, sent) = {
            let mut state = self.state.lock();
            (state.outgoing(), state.cookies.take_sent())
        };
        sent.into_iter().for_each(|status| self.say(status));
        loop {
            match self.lend(|transfer| transfer.step(&driver, &body[..length]))? {
                Ok(Step::Event(event)) => {
                    let mut state = self.state.lock();
                    self.note_event(&mut state, &event);
                    self.trace_event(&state, &event);
                    drop(state);
                    self.say(Status::of(event));
                }
                Ok(Step::Done) => {
                    let received = self.state.lock().cookies.take_received();
                    received.into_iter().for_each(|status| self.say(status));
                    return Ok(());
                }
                Ok(Step::Blocked) => return Err(Error::INTERNAL),
                Err(failure) => {
                    let mut state = self.state.lock();
                    if self.takes_detour(&mut state, failure, body) {
                        length = state.outgoing();
                        continue;
                    }
                    let error = self.failed(&mut state, failure);
                    drop(state);
                    return Err(self.fail_blocking(error)?);
                }
            }
        }
    }

    /// Whether the answer led on to another request.
    fn follow_blocking(self: &Arc<Self>, body: &[u8]) -> Result<bool> {
        let followed = self.follow(&mut self.state.lock(), body);
        match followed {
            Ok(None) => Ok(false),
            Ok(Some(told)) => {
                told.into_iter().for_each(|status| self.say(status));
                Ok(true)
            }
            // The next send goes on with the connection.
            Err(Error::FORCE_RETRY) => Err(Error::FORCE_RETRY),
            Err(error) => Err(self.fail_blocking(error)?),
        }
    }

    /// A connection that is not kept is closed when the last byte of the body has been taken.
    pub(super) fn end_connection(self: &Arc<Self>) -> Result<()> {
        if self.lend(|transfer| self.hang_up_at_end(transfer))? {
            self.say_closed();
        }
        Ok(())
    }

    /// A blocking call has failed: its connection goes. The failure is handed on.
    pub(super) fn fail_blocking(self: &Arc<Self>, failure: impl Into<Error>) -> Result<Error> {
        let failure = failure.into();
        self.trace_failure(failure);
        let held = self.lend(|transfer| {
            let held = transfer.holds_connection();
            transfer.hang_up();
            held
        })?;
        if held {
            self.say_closed();
        }
        Ok(failure)
    }

    pub(super) fn say_closed(self: &Arc<Self>) {
        self.say(Status::ClosingConnection);
        self.say(Status::ConnectionClosed);
    }

    /// Begins a send on whatever there was before, whose connection is told of by these.
    fn begin(
        self: &Arc<Self>,
        state: &mut State,
        body: &[u8],
        pieces: Option<Pieces>,
    ) -> Result<Vec<Status>> {
        if !state.sent_head.is_empty() {
            return self.begin_again(state, body, pieces);
        }
        self.begin_request(state, body, pieces);
        Ok(Vec::new())
    }

    /// The same of a request that was sent before: with the method that the program chose, wherever that has led.
    #[cold]
    fn begin_again(
        self: &Arc<Self>,
        state: &mut State,
        body: &[u8],
        pieces: Option<Pieces>,
    ) -> Result<Vec<Status>> {
        state.method.clone_from(&self.method);
        state.redirects = 0;
        state.talks.begin();
        state.cookies.reset();
        if state.talks.are_left() {
            return self.send_again(state, |state| {
                self.begin_request(state, body, pieces);
                Ok(())
            });
        }
        let former = state.transfer.take();
        let is_left_over = former.is_some_and(|mut former| self.drain(&mut former));
        self.begin_request(state, body, pieces);
        Ok(match is_left_over {
            true => vec![Status::ClosingConnection, Status::ConnectionClosed],
            false => Vec::new(),
        })
    }

    /// Makes ready what goes out.
    fn begin_request(&self, state: &mut State, body: &[u8], pieces: Option<Pieces>) {
        *self.sent_in.lock() = Callback::current();
        state.body_length = body.len();
        state.pieces = pieces;
        self.answer_what_is_left(state, body);
        self.prepare(state, body);
    }

    /// Makes the transfer that carries the request out.
    pub(super) fn prepare(&self, state: &mut State, body: &[u8]) {
        let options = self.options();
        state.choose_ways(&options);
        self.set_out(state, &options, body);
    }

    /// Whether there is another way to where nobody took a connection; its transfer is ready then.
    #[cold]
    pub(super) fn takes_detour(&self, state: &mut State, failure: Failure, body: &[u8]) -> bool {
        if !state.takes_detour(failure) {
            return false;
        }
        self.trace_failure(failure.into());
        if let Place::Asked { to, .. } = state.place {
            return self.ask_for(state, to).is_ok();
        }
        self.set_out(state, &self.options(), body);
        true
    }

    /// Makes the transfer for the way that was chosen.
    pub(super) fn set_out(&self, state: &mut State, options: &Arc<Options>, body: &[u8]) {
        self.choose_credentials(state, options, &body[..state.body_length]);
        let cookies = self.cookie_field(state);
        let request = self.request_to_send(state, options, cookies.as_ref());
        state.cookies.set_sent(cookies.as_ref());
        self.trace_beginning(state, &request.head);
        state.sent_head.clone_from(&request.head);
        state.response = None;
        state.place = Place::default();
        state.security = None;
        state.transfer = Some(Box::new(Transfer::new(request)));
    }

    /// What the transfer is to do, from the beginning.
    pub(super) fn whole_request(
        &self,
        state: &State,
        options: &Options,
        cookies: Option<&cookies::Field>,
    ) -> net::Request {
        let pieces = state.pieces.filter(|_| !state.withholds_body());
        net::Request {
            origin: self.connection.share(state.way()),
            connect: state.connect_head(options),
            timeouts: options.timeouts(),
            attempts: options.connect_retries,
            head: self.render(state, options, (state.outgoing(), cookies)),
            method: state.method.clone(),
            decodes: options.decodes.then(|| Accepted::by(&state.fields)),
            is_idempotent: is_idempotent(&state.method) && pieces.is_none(),
            is_last: self.is_last(state),
            pieces: pieces.map(|it| it.framing),
            ignores_offline: state.ignores_offline,
        }
    }

    /// The head as it was sent, or as it would be.
    pub(super) fn head_to_send(&self, state: &State) -> Arc<[u8]> {
        if !state.sent_head.is_empty() {
            return state.sent_head.clone();
        }
        let cookies = self.cookie_field(state);
        self.render(state, &self.options(), (0, cookies.as_ref()))
    }

    fn render(
        &self,
        state: &State,
        options: &Options,
        with: (usize, Option<&cookies::Field>),
    ) -> Arc<[u8]> {
        written(|head| self.render_into(head, state, options, with))
    }

    /// The head: what the program set, and what it left to us.
    fn render_into(
        &self,
        head: &mut Vec<u8>,
        state: &State,
        options: &Options,
        (body_length, cookies): (usize, Option<&cookies::Field>),
    ) {
        let mut fields = Cow::Borrowed(&state.fields);
        if cookies.is_some() {
            leave_out(&mut fields, &["Cookie"]);
        }
        if state.secure && state.proxy.is_some() {
            leave_out(&mut fields, &OF_THE_PROXY);
        }
        if state.method != self.method {
            leave_out(&mut fields, &OF_THE_BODY);
        }
        if state.withholds_body() {
            leave_out(&mut fields, &OF_THE_FRAMING);
        }
        if state.talks.are_opening() {
            leave_out(&mut fields, &["Connection"]); // the handshake goes on here
        }
        let is_forwarded = state.is_forwarded();
        let target = match is_forwarded {
            true => Cow::Owned(state.url()),
            false => Cow::Borrowed(state.target.as_slice()),
        };
        let line = (&*state.method, &*target, self.version);
        let mut head = HeadWriter::begin(head, line, &fields);
        if !options.user_agent.is_empty() {
            head.automatic("User-Agent", &[&options.user_agent]);
        }
        let mut digits = itoa::Buffer::new();
        head.automatic("Host", &state.authority(&mut digits));
        if !fields.contains("Transfer-Encoding") {
            self.render_framing(state, body_length, &mut head);
        }
        if self.flags & INTERNET_FLAG_KEEP_CONNECTION != 0 && !is_forwarded {
            head.automatic("Connection", &[b"Keep-Alive"]);
        }
        if is_forwarded && !state.fields.contains("Connection") {
            head.automatic("Proxy-Connection", &[b"Keep-Alive"]);
        }
        if *state.method != *b"GET" && self.flags & INTERNET_FLAG_NO_CACHE_WRITE != 0 {
            head.automatic("Cache-Control", &[b"no-cache"]);
        }
        if self.flags & (INTERNET_FLAG_RELOAD | INTERNET_FLAG_PRAGMA_NOCACHE) != 0 {
            head.automatic("Pragma", &[b"no-cache"]);
        }
        if let Some(cookies) = cookies {
            head.automatic("Cookie", &[&cookies.value]);
        }
        for whom in Whom::BOTH {
            let goes_along = whom == Whom::Server || is_forwarded;
            if let Some(value) = state.talks.authorization(whom).filter(|_| goes_along) {
                head.automatic(whom.is_answered_by(), &[value]);
            }
        }
        head.end();
    }

    /// Whether the program has the connection end with this request.
    fn is_last(&self, state: &State) -> bool {
        let is_said = state.fields.has_token("Connection", "close");
        (is_said && !state.talks.are_opening()) || self.misstates_length(state)
    }

    /// Whether the program says of its body that it has another length: what comes behind would not be taken for
    /// what it is.
    fn misstates_length(&self, state: &State) -> bool {
        let is_said = state.pieces.is_none() && state.method == self.method;
        let is_wrong = |(name, value): (&[u8], &[u8])| {
            let length = std::str::from_utf8(value)
                .ok()
                .and_then(|it| it.parse().ok());
            name.eq_ignore_ascii_case(b"Content-Length") && length != Some(state.outgoing())
        };
        is_said && !state.withholds_body() && state.fields.iter().any(is_wrong)
    }

    /// What tells the body from what follows it.
    fn render_framing(&self, state: &State, body_length: usize, head: &mut HeadWriter<'_>) {
        let pieces = state.pieces.filter(|_| !state.withholds_body());
        let length = match pieces {
            Some(pieces) => pieces.total,
            None => Some(body_length as u64),
        };
        if let Some(length) = length.filter(|it| *it > 0 || *state.method != *b"GET") {
            let mut digits = itoa::Buffer::new();
            head.automatic("Content-Length", &[digits.format(length).as_bytes()]);
        }
        if pieces.is_some_and(|it| it.framing == Framing::Chunked) {
            head.automatic("Transfer-Encoding", &[b"chunked"]);
        }
    }
}

impl State {
    /// Takes the header lines that a send brings along. A program that sends once more says the same again, and
    /// need not know that it was led to another server.
    fn take_headers(&mut self, lines: &[u8]) -> Result<()> {
        let but: &[&str] = if self.is_abroad { &OF_THE_SERVER } else { &[] };
        headers::apply(&mut self.fields, lines, ADD_OR_REPLACE, but)
    }

    /// Drops what the program has set for another server.
    pub(super) fn leave_home(&mut self) {
        self.is_abroad = true;
        for name in OF_THE_SERVER {
            while self.fields.remove_first(name.as_bytes()) {}
        }
    }
}

/// What is for the proxy, which reads nothing of what goes through its tunnel.
const OF_THE_PROXY: [&str; 4] = [
    "Proxy-Authorization",
    "Proxy-Connection",
    "Proxy-Authenticate",
    "Proxy-Authentication-Info",
];
/// What says how long a body is.
const OF_THE_FRAMING: [&str; 2] = ["Content-Length", "Transfer-Encoding"];
/// What speaks of a body that a redirect dropped.
const OF_THE_BODY: [&str; 4] = [
    "Content-Length",
    "Content-Type",
    "Content-Encoding",
    "Transfer-Encoding",
];

fn leave_out(fields: &mut Cow<'_, Fields>, names: &[&str]) {
    for name in names {
        while fields.contains(name) {
            fields.to_mut().remove_first(name.as_bytes());
        }
    }
}

/// What HttpSendRequest does with header lines.
const ADD_OR_REPLACE: u32 = HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_REPLACE;

/// RFC 9110, section 9.2.2.
fn is_idempotent(method: &[u8]) -> bool {
    matches!(
        method,
        b"GET" | b"HEAD" | b"PUT" | b"DELETE" | b"OPTIONS" | b"TRACE"
    )
}
