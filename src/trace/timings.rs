//! When what happened to a request, and the phases that lie between.

use std::time::{Duration, Instant};

use crate::abi::{
    INTERNET_STATUS_CONNECTED_TO_SERVER, INTERNET_STATUS_CONNECTING_TO_SERVER,
    INTERNET_STATUS_NAME_RESOLVED, INTERNET_STATUS_RECEIVING_RESPONSE,
    INTERNET_STATUS_REQUEST_SENT, INTERNET_STATUS_RESOLVING_NAME,
    INTERNET_STATUS_RESPONSE_RECEIVED, INTERNET_STATUS_SENDING_REQUEST,
};

/// When what happened.
#[derive(Debug)]
pub(super) struct Marks {
    pub begun: Instant,
    is_secure: bool,
    way: Way,
    /// The head of the answer was there.
    pub head: Option<Instant>,
    /// The last byte of the body had come.
    pub end: Option<Instant>,
}

/// The way to one server or proxy, and the request sent on it.
#[derive(Debug, Default)]
struct Way {
    resolving: Option<Instant>,
    resolved: Option<Instant>,
    connecting: Option<Instant>,
    connected: Option<Instant>,
    /// A proxy has answered CONNECT.
    tunnelled: Option<Instant>,
    sending: Option<Instant>,
    sent: Option<Instant>,
}

/// A phase, from when to when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub from: Instant,
    pub to: Instant,
}

/// The phases as an HTTP Archive has them; `None`: there was no such phase. `ssl` is a part of `connect`.
#[derive(Debug)]
pub(super) struct Timings {
    /// What the others leave: the wait for a turn, and ways that led nowhere.
    pub blocked: Duration,
    pub dns: Option<Span>,
    pub connect: Option<Span>,
    pub ssl: Option<Span>,
    pub send: Option<Span>,
    pub wait: Option<Span>,
    pub receive: Option<Span>,
    pub total: Duration,
}

impl Marks {
    pub fn new(begun: Instant, is_secure: bool) -> Self {
        Self {
            begun,
            is_secure,
            way: Way::default(),
            head: None,
            end: None,
        }
    }

    /// Notes what happened on the wire, up to the answer. Whoever connects after the request was sent begins anew, and so
    /// does one who looks a name up.
    pub fn note(&mut self, number: u32, now: Instant) {
        if self.head.is_some() {
            return;
        }
        let is_anew = match number {
            INTERNET_STATUS_RESOLVING_NAME => true,
            INTERNET_STATUS_CONNECTING_TO_SERVER => self.way.sending.is_some(),
            _ => false,
        };
        if is_anew {
            self.way = Way::default();
        }
        let way = &mut self.way;
        match number {
            INTERNET_STATUS_RESOLVING_NAME => way.resolving = Some(now),
            INTERNET_STATUS_NAME_RESOLVED => way.resolved = Some(now),
            // Several addresses may be tried at once.
            INTERNET_STATUS_CONNECTING_TO_SERVER => {
                way.connecting.get_or_insert(now);
            }
            INTERNET_STATUS_CONNECTED_TO_SERVER => way.connected = Some(now),
            INTERNET_STATUS_SENDING_REQUEST => (way.sending, way.sent) = (Some(now), None),
            // What the program writes itself comes between the two.
            INTERNET_STATUS_REQUEST_SENT | INTERNET_STATUS_RECEIVING_RESPONSE => {
                way.sent = Some(now);
            }
            INTERNET_STATUS_RESPONSE_RECEIVED => way.tunnelled = Some(now),
            _ => {}
        }
    }

    /// The phases, of a request that has ended by `now`.
    pub fn timings(&self, now: Instant) -> Timings {
        let way = &self.way;
        let end = self.end.unwrap_or(now);
        let span = |from: Option<Instant>, to: Option<Instant>| {
            let to = to.unwrap_or(end);
            from.filter(|from| *from <= to)
                .map(|from| Span { from, to })
        };
        let dns = span(way.resolving, way.resolved);
        let connect = span(way.connecting, way.sending);
        let secured = way.tunnelled.or(way.connected);
        let ssl = span(secured, way.sending).filter(|_| self.is_secure && connect.is_some());
        let send = span(way.sending, way.sent);
        let wait = span(way.sent, self.head);
        let receive = span(self.head, Some(end));
        let total = end.saturating_duration_since(self.begun);
        let spans = [dns, connect, send, wait, receive];
        let spent: Duration = spans.iter().flatten().map(|it| it.length()).sum();
        Timings {
            blocked: total.saturating_sub(spent),
            dns,
            connect,
            ssl,
            send,
            wait,
            receive,
            total,
        }
    }
}

impl Span {
    pub fn length(&self) -> Duration {
        self.to.saturating_duration_since(self.from)
    }
}

/// Milliseconds to the microsecond, as an HTTP Archive has them.
pub(super) fn milliseconds(time: Duration) -> f64 {
    (time.as_nanos() as f64 / 1000.0).round() / 1000.0
}

impl Timings {
    /// The phases by their names, in their order.
    pub fn phases(&self) -> [(&'static str, Option<Span>); 6] {
        [
            ("dns", self.dns),
            ("connect", self.connect),
            ("ssl", self.ssl),
            ("send", self.send),
            ("wait", self.wait),
            ("receive", self.receive),
        ]
    }
}
