//! What the trace is told: WININET_TRACE. Nothing of it runs where there is none.

use super::error::Error;
use super::handle::HandleId;
use super::request::{Request, State};
use super::status::Status;
use crate::http::ResponseHead;
use crate::net::{Event, Transfer};
use crate::trace::{self, Answer, Information, Question};

impl Request {
    /// A request sets out with this head.
    #[inline]
    pub(super) fn trace_beginning(&self, state: &State, head: &[u8]) {
        if trace::is_on() {
            self.trace_question(state, head);
        }
    }

    #[cold]
    fn trace_question(&self, state: &State, head: &[u8]) {
        let question = Question {
            method: text(&state.method),
            url: text(&state.url()),
            version: self.version.as_str(),
            is_secure: state.secure,
            head: head.to_vec(),
            body: state.pieces.is_none().then(|| state.outgoing() as u64),
        };
        trace::began(self.common.id.value(), question);
    }

    /// An event of the wire, when it happens: that may be long before the program is told.
    #[inline]
    pub(super) fn trace_event(&self, state: &State, event: &Event) {
        if trace::is_on() {
            self.trace_status(state.transfer.as_deref(), &Status::of(event.clone()));
        }
    }

    #[cold]
    fn trace_status(&self, transfer: Option<&Transfer>, status: &Status) {
        let handle = self.common.id.value();
        // A head that is no answer is that of a tunnel.
        let head = transfer.and_then(Transfer::head);
        if let (Status::ResponseReceived(_), Some(head)) = (status, head) {
            trace::answered(handle, answer(head));
        }
        let socket = transfer.and_then(Transfer::socket);
        if let (Status::SendingRequest, Some(socket)) = (status, socket) {
            trace::connected(handle, socket.source_port);
        }
        trace::happened(&status.traced(self.common.id));
    }

    /// Closes a connection that is not kept once all of the body has been taken; whether it did.
    #[inline]
    pub(super) fn hang_up_at_end(&self, transfer: &mut Transfer) -> bool {
        if trace::is_on() {
            self.trace_reading(transfer);
        }
        transfer.hang_up_at_end()
    }

    #[cold]
    fn trace_reading(&self, transfer: &Transfer) {
        let (handle, taken) = (self.common.id.value(), transfer.taken());
        trace::read(handle, taken, transfer.has_all(), transfer.is_at_end());
    }

    pub(super) fn trace_failure(&self, error: Error) {
        if trace::is_on() {
            trace::failed(self.common.id.value(), error.0);
        }
    }
}

impl Status {
    /// The same for the trace.
    pub(super) fn traced(&self, handle: HandleId) -> trace::Status<'_> {
        let information = match self {
            Self::ResolvingName(name) => Information::Text(name.as_bytes()),
            Self::Redirect(url) => Information::Text(url),
            Self::NameResolved(it) | Self::ConnectingToServer(it) | Self::ConnectedToServer(it) => {
                Information::Address(*it)
            }
            Self::RequestSent(count) | Self::ResponseReceived(count) => Information::Count(*count),
            Self::CookieSent(count) | Self::CookieReceived(count) => {
                Information::Count(u64::from(*count))
            }
            Self::RequestComplete { result, error } => Information::Result(*result, *error),
            _ => Information::None,
        };
        trace::Status {
            handle: handle.value(),
            number: self.number(),
            information,
        }
    }
}

fn answer(head: &ResponseHead) -> Answer {
    Answer {
        version: head.version(),
        status: head.status(),
        reason: text(head.reason()),
        fields: head
            .fields()
            .map(|(name, value)| (text(name), text(value)))
            .collect(),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
