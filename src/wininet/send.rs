//! HttpSendRequest: the head as it goes out, and the two ways to send it.

use std::borrow::Cow;
use std::sync::Arc;

use parking_lot::MutexGuard;

use super::error::{Error, Result};
use super::headers;
use super::operation::Work;
use super::request::{Request, State};
use super::status::Status;
use super::write::{Pieces, Total};
use crate::abi::{
    HTTP_ADDREQ_FLAG_ADD, HTTP_ADDREQ_FLAG_REPLACE, INTERNET_FLAG_IDN_DIRECT,
    INTERNET_FLAG_KEEP_CONNECTION, INTERNET_FLAG_NO_CACHE_WRITE, INTERNET_FLAG_PRAGMA_NOCACHE,
    INTERNET_FLAG_RELOAD,
};
use crate::http::request::render_head;
use crate::http::Fields;
use crate::net::{self, reactor, Framing, Step, Transfer};
use crate::notify::Pending;

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
        let mut state = self.state.lock();
        if state.operation.is_some() {
            return Err(Error::INCORRECT_STATE);
        }
        headers::apply(&mut state.fields, body.headers, ADD_OR_REPLACE)?;
        let pieces = self.pieces(&state, body, total);
        let bytes = pieces.map_or(body.bytes.into(), |it| it.frame(body.bytes));
        let operation = self.begin_operation(Work::Send {
            body: bytes.to_vec(),
            gives_handle,
        })?;
        if let Some(mut former) = state.transfer.take() {
            if self.drain(&mut former) {
                self.common.gate.post(Status::ClosingConnection);
                self.common.gate.post(Status::ConnectionClosed);
            }
        }
        self.begin(&mut state, bytes.len(), pieces);
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
        let mut state = self.state.lock();
        headers::apply(&mut state.fields, body.headers, ADD_OR_REPLACE)?;
        if let Some(mut former) = state.transfer.take() {
            if MutexGuard::unlocked(&mut state, || self.drain(&mut former)) {
                drop(former);
                MutexGuard::unlocked(&mut state, || self.say_closed());
            }
        }
        let pieces = self.pieces(&state, body, total);
        let bytes = pieces.map_or(body.bytes.into(), |it| it.frame(body.bytes));
        self.begin(&mut state, bytes.len(), pieces);
        drop(state);
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
            if !self.follow_blocking()? {
                return self.end_connection();
            }
        }
    }

    /// Until the head of an answer is there.
    fn send_to_head(self: &Arc<Self>, body: &[u8]) -> Result<()> {
        let driver = self.blocking();
        let body = &body[..self.state.lock().body_length];
        loop {
            match self.lend(|transfer| transfer.step(&driver, body))? {
                Ok(Step::Event(event)) => {
                    self.note_head();
                    self.say(Status::of(event));
                }
                Ok(Step::Done) => return Ok(()),
                Ok(Step::Blocked) => return Err(Error::INTERNAL),
                Err(failure) => return Err(self.fail_blocking(failure)?),
            }
        }
    }

    /// Whether the answer led on to another request.
    fn follow_blocking(self: &Arc<Self>) -> Result<bool> {
        let followed = self.follow(&mut self.state.lock());
        match followed {
            Ok(None) => Ok(false),
            Ok(Some(told)) => {
                told.into_iter().for_each(|status| self.say(status));
                Ok(true)
            }
            Err(error) => Err(self.fail_blocking(error)?),
        }
    }

    /// A connection that is not kept is closed when the last byte of the body has been taken.
    pub(super) fn end_connection(self: &Arc<Self>) -> Result<()> {
        if self.lend(Transfer::hang_up_at_end)? {
            self.say_closed();
        }
        Ok(())
    }

    /// A blocking call has failed: its connection goes. The failure is handed on.
    pub(super) fn fail_blocking(self: &Arc<Self>, failure: impl Into<Error>) -> Result<Error> {
        let held = self.lend(|transfer| {
            let held = transfer.holds_connection();
            transfer.hang_up();
            held
        })?;
        if held {
            self.say_closed();
        }
        Ok(failure.into())
    }

    pub(super) fn say_closed(self: &Arc<Self>) {
        self.say(Status::ClosingConnection);
        self.say(Status::ConnectionClosed);
    }

    fn note_head(&self) {
        let mut state = self.state.lock();
        if state.response.is_none() {
            state.response = state.transfer.as_ref().and_then(|it| it.head().cloned());
        }
    }

    /// A send begins with the method that the program chose, wherever a former one has led.
    fn begin(&self, state: &mut State, body_length: usize, pieces: Option<Pieces>) {
        state.method.clone_from(&self.method);
        state.body_length = body_length;
        state.redirects = 0;
        state.pieces = pieces;
        self.prepare(state);
    }

    /// Makes the transfer that carries the request out.
    pub(super) fn prepare(&self, state: &mut State) {
        let options = self.options();
        state.is_idn = options.idn & INTERNET_FLAG_IDN_DIRECT != 0;
        let mut head = Vec::with_capacity(256);
        self.render(state, state.body_length, &mut head);
        state.sent_head.clone_from(&head);
        state.response = None;
        let request = net::Request {
            origin: Arc::new(state.origin()),
            timeouts: options.timeouts(),
            attempts: options.connect_retries,
            head,
            method: state.method.clone(),
            is_idempotent: is_idempotent(&state.method) && state.pieces.is_none(),
            pieces: state.pieces.map(|it| it.framing),
        };
        state.transfer = Some(Box::new(Transfer::new(request)));
    }

    /// The head as it was sent, or as it would be.
    pub(super) fn head_to_send(&self, state: &State) -> Vec<u8> {
        let mut head = state.sent_head.clone();
        if head.is_empty() {
            self.render(state, 0, &mut head);
        }
        head
    }

    /// The head: what the program set, and what it left to us.
    fn render(&self, state: &State, body_length: usize, head: &mut Vec<u8>) {
        let options = self.options();
        let host = state.authority();
        let length = match state.pieces {
            Some(pieces) => pieces.total,
            None => Some(body_length as u64),
        };
        let is_get = &*state.method == b"GET";
        let is_bare = length == Some(0) && is_get;
        let is_chunked = state
            .pieces
            .is_some_and(|it| it.framing == Framing::Chunked);
        let says_length = length.is_some() && !is_bare;
        let length = length.unwrap_or(0).to_string();
        let reloads = INTERNET_FLAG_RELOAD | INTERNET_FLAG_PRAGMA_NOCACHE;
        let candidates: [(bool, &str, &[u8]); 7] = [
            (
                !options.user_agent.is_empty(),
                "User-Agent",
                &options.user_agent,
            ),
            (true, "Host", host.as_bytes()),
            (says_length, "Content-Length", length.as_bytes()),
            (is_chunked, "Transfer-Encoding", b"chunked"),
            (
                self.flags & INTERNET_FLAG_KEEP_CONNECTION != 0,
                "Connection",
                b"Keep-Alive",
            ),
            (
                !is_get && self.flags & INTERNET_FLAG_NO_CACHE_WRITE != 0,
                "Cache-Control",
                b"no-cache",
            ),
            (self.flags & reloads != 0, "Pragma", b"no-cache"),
        ];
        let mut fields = Cow::Borrowed(&state.fields);
        if state.is_abroad {
            leave_out(&mut fields, OF_THE_SERVER);
        }
        if state.method != self.method {
            leave_out(&mut fields, OF_THE_BODY);
        }
        let mut automatic: [(&str, &[u8]); 7] = [("", b""); 7];
        let mut count = 0;
        for (applies, name, value) in candidates {
            if applies && !fields.contains(name) {
                automatic[count] = (name, value);
                count += 1;
            }
        }
        render_head(
            head,
            &state.method,
            &state.target,
            self.version,
            &automatic[..count],
            &fields,
        );
    }
}

/// What is for the server that the program named, and for no other.
const OF_THE_SERVER: [&str; 4] = ["Authorization", "Cookie", "Proxy-Authorization", "Host"];
/// What speaks of a body that a redirect dropped.
const OF_THE_BODY: [&str; 4] = [
    "Content-Length",
    "Content-Type",
    "Content-Encoding",
    "Transfer-Encoding",
];

fn leave_out(fields: &mut Cow<'_, Fields>, names: [&str; 4]) {
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
