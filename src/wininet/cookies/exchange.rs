//! What a request has to do with cookies: what goes along, what comes back, what is told of it.

use std::mem;
use std::sync::Arc;

use super::cookie::Scope;
use super::Field;
use crate::abi::INTERNET_FLAG_NO_COOKIES;
use crate::http::ResponseHead;
use crate::net::Event;
use crate::wininet::credentials::Whom;
use crate::wininet::request::{Request, State};
use crate::wininet::status::Status;

/// What a send tells of cookies.
#[derive(Debug, Default)]
pub struct Notices {
    sent: Notice,
    received: Notice,
}

/// A status that is told once in a send, however many answers that meets.
#[derive(Debug, Default)]
enum Notice {
    #[default]
    None,
    Due(u32),
    Told,
}

impl Notice {
    fn set(&mut self, count: u32) {
        if count > 0 && !matches!(self, Self::Told) {
            *self = Self::Due(count);
        }
    }

    fn take(&mut self) -> Option<u32> {
        match *self {
            Self::Due(count) => {
                *self = Self::Told;
                Some(count)
            }
            _ => None,
        }
    }
}

impl Notices {
    /// COOKIE_SENT, if it is to be told now.
    pub fn take_sent(&mut self) -> Option<Status> {
        self.sent.take().map(Status::CookieSent)
    }

    /// COOKIE_RECEIVED, if it is to be told now.
    pub fn take_received(&mut self) -> Option<Status> {
        self.received.take().map(Status::CookieReceived)
    }

    /// A send begins.
    pub fn reset(&mut self) {
        mem::take(self);
    }

    /// A request goes out with these cookies.
    pub fn set_sent(&mut self, field: Option<&Field>) {
        self.sent.set(field.map_or(0, |field| field.count));
    }
}

impl Request {
    /// Looks for what other processes have stored; it may read a file.
    pub(in crate::wininet) fn look_for_cookies(&self) {
        if self.takes_cookies() {
            super::look();
        }
    }

    /// The Cookie field for where the request goes now.
    pub(in crate::wininet) fn cookie_field(&self, state: &State) -> Option<Field> {
        if !self.takes_cookies() || super::is_empty() {
            return None;
        }
        super::field(&state.scope())
    }

    /// What an event means to the request.
    pub(in crate::wininet) fn note_event(&self, state: &mut State, event: &Event) {
        if matches!(event, Event::Sending | Event::Received(_)) {
            self.note_head(state);
        }
    }

    /// Takes over what there is now: a connection, or the head of the answer and the cookies in it.
    pub(in crate::wininet) fn note_head(&self, state: &mut State) {
        state.learn();
        if state.response.is_some() {
            return;
        }
        let Some(head) = state.transfer.as_ref().and_then(|it| it.head().cloned()) else {
            return;
        };
        state.response = Some(head);
        self.receive_cookies(state);
    }

    /// Those of the answer. A proxy that wants credentials, or makes no tunnel, does not speak for
    /// the server.
    pub(in crate::wininet) fn receive_cookies(&self, state: &mut State) {
        let has_any = |head: &&Arc<ResponseHead>| head.sets_cookies() && self.takes_cookies();
        let Some(head) = state.response.as_ref().filter(has_any).cloned() else {
            return;
        };
        if !state.is_refused() && state.asks() != Some(Whom::Proxy) {
            let count = super::receive(&head, &state.scope());
            state.cookies.received.set(count);
        }
    }

    fn takes_cookies(&self) -> bool {
        self.flags & INTERNET_FLAG_NO_COOKIES == 0
    }
}

impl State {
    fn scope(&self) -> Scope<'_> {
        Scope::new(&self.server.host, &self.target, self.secure)
    }
}
