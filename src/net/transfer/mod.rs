//! One request on its way: from the pool or a look-up to the end of the body.

mod body;
mod coded;
mod connect;
mod deadline;
mod early;
mod pieces;
mod race;
mod skip;
mod socks;
mod successor;
mod tunnel;

use std::collections::VecDeque;
use std::io::{self, IoSlice};
use std::sync::Arc;

use super::connection::{Handed, SocketInfo};
use super::pool::{self, Permit, Ticket};
use super::reactor::Registration;
use super::resolve::Lookup;
use super::tls::{self, Security};
use super::{Driver, Event, Failure, Origin, Timeouts};
use crate::http::decoding::Accepted;
use crate::http::{Exchange, HeadEvent, Method, ResponseHead, Violation};

pub use body::Fetched;
use body::{Buffered, WireCount};
use coded::Coded;
use deadline::Deadline;
use race::Race;
use socks::Talk;

/// What a transfer is to do.
#[derive(Debug, Clone)]
pub struct Request {
    /// The other end.
    pub origin: Arc<Origin>,
    /// What asks the proxy for a tunnel, where there is to be one.
    pub connect: Vec<u8>,
    /// The bounds of each phase.
    pub timeouts: Timeouts,
    /// How many addresses of a host are tried.
    pub attempts: u32,
    /// The request line and the fields as they go out.
    pub head: Arc<[u8]>,
    /// The method, which decides how the answer is framed.
    pub method: Method,
    /// Whether the request may be sent twice without harm (RFC 9110, section 9.2.2).
    pub is_idempotent: bool,
    /// Whether it is the last one on its connection (RFC 9112, section 9.6).
    pub is_last: bool,
    /// The codings from which the body of the answer is decoded; `None`: it is not.
    pub decodes: Option<Accepted>,
    /// Whether the rest of the body is written later: [`Transfer::write`].
    pub pieces: Option<Framing>,
    /// Whether it goes in the offline mode too.
    pub ignores_offline: bool,
}

/// How a body in pieces is told from what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// The head says how long it is, or the program frames it itself.
    Plain,
    /// Every piece becomes a chunk.
    Chunked,
}

/// What a step came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Something happened that the driver has nobody to tell of; step again.
    Event(Event),
    /// The reactor will run the task again.
    Blocked,
    /// The head of the answer is there, or the program is to write the rest of the body.
    Done,
}

/// A request and its answer.
pub struct Transfer {
    request: Arc<Request>,
    stage: Stage,
    /// How far it has come while the stage is [`Stage::Connect`].
    way: Way,
    connection: Option<Handed>,
    /// What is known of its TLS; stays when it has gone.
    security: Option<Arc<Security>>,
    /// The place with the reactor while there is no connection.
    registration: Option<Registration>,
    exchange: Exchange,
    buffered: Buffered,
    /// What decodes them, where the body is decoded.
    coded: Option<Box<Coded>>,
    /// So many bytes of the body have been taken.
    taken: u64,
    wire: WireCount,
    /// The phase that is under way fails at this time.
    deadline: Deadline,
    failure: Option<Failure>,
    /// How the program is to write the rest of the body, until it has.
    pieces: Option<Framing>,
    /// The head of the answer came while the request was sent, and these bytes behind it.
    early: Option<Vec<u8>>,
    /// What happened along with what was told last.
    untold: VecDeque<Event>,
    /// The server sent more than the answer, was sent less than the request, or may never read all of it.
    connection_is_spoiled: bool,
    /// A piece of the body went out in part, for this reason.
    cut: Option<Failure>,
    /// So much of the request's body went out.
    body_sent: u64,
    /// The right to have the connection.
    permit: Option<Permit>,
    /// The answer is a challenge: the connection waits for [`Transfer::let_go`] or a successor.
    is_held: bool,
    /// What is sent and awaited is CONNECT and its answer.
    is_tunnelling: bool,
    /// The answer is the proxy's, which did not make a tunnel.
    is_refused: bool,
    /// The program writes pieces that nobody will read.
    passes_over_pieces: bool,
}

#[derive(Debug, Clone, Copy)]
enum Stage {
    /// On the way to a connection.
    Connect,
    BeginToSend,
    Send(u64),
    Sent,
    /// The program writes the rest of the body.
    Pieces,
    AwaitHead,
    /// The head is there: the body is read, or through.
    Open,
    /// The failure is next.
    Failing,
}

/// The way to a connection that takes the request.
#[derive(Default)]
enum Way {
    #[default]
    Begin,
    /// At most so much of a former answer is read away.
    ReadAway(usize),
    AwaitTurn(Ticket),
    LookUp,
    AwaitName(Arc<Lookup>),
    Race(Box<Race>),
    AskForTunnel,
    Socks(Talk),
    Handshake,
}

impl Transfer {
    /// A transfer that has not begun.
    pub fn new(request: Arc<Request>) -> Self {
        Self {
            exchange: Exchange::new(&request.method),
            pieces: request.pieces,
            request,
            stage: Stage::Connect,
            way: Way::Begin,
            connection: None,
            security: None,
            registration: None,
            buffered: Buffered::default(),
            coded: None,
            taken: 0,
            wire: WireCount::default(),
            deadline: Deadline::Never,
            failure: None,
            early: None,
            untold: VecDeque::new(),
            connection_is_spoiled: false,
            cut: None,
            body_sent: 0,
            permit: None,
            is_held: false,
            is_tunnelling: false,
            is_refused: false,
            passes_over_pieces: false,
        }
    }

    /// Goes on until something happens, until it must wait, or until the head of the answer is
    /// there. `body` is what follows the head of the request, the same in every step. After a
    /// failure there may be a connection left: see [`Transfer::holds_connection`].
    #[inline(never)]
    pub fn step(&mut self, driver: &Driver<'_>, body: &[u8]) -> Result<Step, Failure> {
        loop {
            while let Some(event) = self.untold.pop_front() {
                if let Some(step) = driver.tell(event) {
                    return Ok(step);
                }
            }
            if let Stage::Failing = self.stage {
                return Err(self.failure.unwrap_or(Failure::ConnectionAborted));
            }
            let gone_on = self.go_on(driver, body);
            if driver.is_cancelled() {
                return Err(Failure::Cancelled);
            }
            match gone_on {
                Ok(Some(step)) => return Ok(step),
                Ok(None) => {}
                Err(failure) => self.fail(failure),
            }
        }
    }

    /// The head of the answer, once it is there.
    pub fn head(&self) -> Option<&Arc<ResponseHead>> {
        match self.way {
            // It is the answer to something else: CONNECT, or the request before.
            _ if matches!(self.stage, Stage::Failing) => None,
            Way::ReadAway(_) => None,
            // Its turn is when the request is through.
            _ if self.early.is_some() => None,
            _ => self.exchange.head(),
        }
    }

    /// Who the server is and how the connection is encrypted, as far as TLS has come.
    pub fn security(&self) -> Option<&Arc<Security>> {
        self.security.as_ref()
    }

    /// The socket of the connection, while there is one.
    pub fn socket(&self) -> Option<SocketInfo> {
        self.connection.as_ref().map(|it| it.info())
    }

    /// The bytes of the answer that came since the last call of this.
    pub fn take_wire_count(&mut self) -> u64 {
        self.wire.take()
    }

    /// Has the reactor run the task when the present phase takes too long.
    pub fn set_alarm(&mut self) {
        let (alarm, registration) = match (&mut self.way, &mut self.connection) {
            (Way::Race(race), _) => (race.alarm(self.deadline.at()), race.registration()),
            (_, Some(connection)) if matches!(self.stage, Stage::Send(_)) => {
                (early::look(self.deadline.at()), connection.registration())
            }
            (_, Some(connection)) => (self.deadline.at(), connection.registration()),
            (_, None) => (self.deadline.at(), self.registration.as_mut()),
        };
        if let Some((alarm, registration)) = alarm.zip(registration) {
            registration.ring_by(alarm);
        }
    }

    #[inline(always)] // once for each stage
    fn go_on(&mut self, driver: &Driver<'_>, body: &[u8]) -> Result<Option<Step>, Failure> {
        match self.stage {
            Stage::Connect => self.connect(driver, body),
            Stage::BeginToSend => Ok(self.begin_to_send(driver)),
            Stage::Send(sent) => self.send(driver, body, sent),
            Stage::Sent if self.pieces.is_some() && !self.is_tunnelling => {
                self.await_pieces();
                Ok(None)
            }
            Stage::Sent => {
                self.stage = Stage::AwaitHead;
                self.allow(self.request.timeouts.receive);
                Ok(driver.tell(Event::Receiving))
            }
            Stage::AwaitHead => self.await_head(driver),
            Stage::Pieces | Stage::Open => Ok(Some(Step::Done)),
            Stage::Failing => Err(self.failure.unwrap_or(Failure::ConnectionAborted)),
        }
    }

    fn begin_to_send(&mut self, driver: &Driver<'_>) -> Option<Step> {
        let went_along = self.connection.as_mut().map(|it| it.take_went_along());
        self.stage = Stage::Send(went_along.unwrap_or(0) as u64);
        self.allow(self.request.timeouts.send);
        driver.tell(Event::Sending)
    }

    fn send(
        &mut self,
        driver: &Driver<'_>,
        body: &[u8],
        mut sent: u64,
    ) -> Result<Option<Step>, Failure> {
        self.keep_to_time(driver)?;
        let (head, body) = match self.is_tunnelling {
            true => (&*self.request.connect, &[][..]),
            false => (&*self.request.head, body),
        };
        let total = (head.len() + body.len()) as u64;
        let Some(connection) = &mut self.connection else {
            return Err(Failure::ConnectionAborted);
        };
        while sent < total {
            if driver.gives_way() {
                self.note_progress();
                self.stage = Stage::Send(sent);
                return self.wait(driver);
            }
            let from_head = &head[head.len().min(sent as usize)..];
            let from_body = &body[(sent as usize).saturating_sub(head.len())..];
            let written = match (from_head, from_body) {
                (head, []) => connection.write(&[IoSlice::new(head)]),
                ([], body) => connection.write(&[IoSlice::new(body)]),
                (head, body) => connection.write(&[IoSlice::new(head), IoSlice::new(body)]),
            };
            match written {
                Ok(count) if count > 0 => sent += count as u64,
                Err(error) if !is_wait(&error) => return self.send_failed(&error),
                _ => return self.await_room(driver, sent),
            }
        }
        match connection.flush() {
            Ok(()) => {}
            Err(error) if is_wait(&error) => return self.await_room(driver, sent),
            Err(error) => return self.send_failed(&error),
        }
        if !self.is_tunnelling {
            self.body_sent = body.len() as u64;
        }
        self.stage = Stage::Sent;
        Ok(driver.tell(Event::Sent(total)))
    }

    /// A server may answer and hang up before it has read everything: its answer counts.
    #[cold]
    fn send_failed(&mut self, error: &io::Error) -> Result<Option<Step>, Failure> {
        if self.may_try_again() {
            return Ok(None);
        }
        if is_timeout(error) && self.early.is_none() {
            return Err(Failure::TimedOut);
        }
        self.connection_is_spoiled = true;
        self.stage = Stage::Sent;
        Ok(None)
    }

    fn await_head(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        self.stage = Stage::AwaitHead;
        if let Some(rest) = self.early.take() {
            return self.open(driver, &rest);
        }
        if self.connection.as_ref().is_some_and(|it| it.is_silent()) {
            self.keep_to_time(driver)?;
            return self.wait(driver);
        }
        body::with_scratch(|scratch| loop {
            self.keep_to_time(driver)?;
            let Some(connection) = &mut self.connection else {
                return Err(Failure::ConnectionAborted);
            };
            let count = match connection.read(scratch) {
                Ok(count) if count > 0 => count,
                Err(error) if is_wait(&error) => {
                    if connection.take_heard() {
                        self.allow(self.request.timeouts.receive);
                    }
                    return self.wait(driver);
                }
                ended => return self.end_without_head(ended),
            };
            self.allow(self.request.timeouts.receive);
            let step = self.take_head(driver, &scratch[..count])?;
            let goes_on = matches!(self.stage, Stage::AwaitHead) && self.untold.is_empty();
            if step.is_some() || !goes_on {
                return Ok(step);
            }
        })
    }

    /// The connection has ended before the head of the answer.
    #[cold]
    fn end_without_head(&mut self, ended: io::Result<usize>) -> Result<Option<Step>, Failure> {
        if self.may_try_again() {
            return Ok(None);
        }
        ended.map_err(|error| lost(&error))?;
        self.exchange.end_of_stream_in_head()?;
        Err(Failure::InvalidResponse)
    }

    /// Feeds what came to the exchange.
    fn take_head(
        &mut self,
        driver: &Driver<'_>,
        mut input: &[u8],
    ) -> Result<Option<Step>, Failure> {
        self.wire.add(input.len());
        while !input.is_empty() {
            let (consumed, found) = self.exchange.receive(input)?;
            input = &input[consumed..];
            match found {
                Some(HeadEvent::Informational(100)) => {}
                Some(HeadEvent::Informational(status)) => {
                    self.untold.push_back(Event::Informational(status));
                }
                Some(HeadEvent::Head) if self.is_tunnelling => {
                    return self.take_tunnel(driver, input);
                }
                Some(HeadEvent::Head) if !matches!(self.stage, Stage::AwaitHead) => {
                    self.keep_early(input);
                    break;
                }
                Some(HeadEvent::Head) => return self.open(driver, input),
                None => break,
            }
        }
        Ok(None)
    }

    fn open(&mut self, driver: &Driver<'_>, rest: &[u8]) -> Result<Option<Step>, Failure> {
        self.buffered.add(self.exchange.take_early_body());
        self.deadline = Deadline::Never;
        self.begin_decoding();
        self.is_held = self.exchange.head().is_some_and(|it| it.is_challenge());
        self.connection_is_spoiled |= self.may_be_unread();
        self.take_payload(driver, rest, &mut []);
        self.decode_ahead();
        self.stage = Stage::Open;
        Ok(self.received(driver))
    }

    /// Tells of the head, after what came before it.
    fn received(&mut self, driver: &Driver<'_>) -> Option<Step> {
        let received = Event::Received(self.take_wire_count());
        if self.untold.is_empty() {
            return driver.tell(received);
        }
        self.untold.push_back(received);
        None
    }

    /// Begins anew on another connection, in silence, if that can do no harm.
    fn may_try_again(&mut self) -> bool {
        let reused = self.connection.as_ref().is_some_and(|it| it.reused);
        // While a tunnel is asked for, nothing of the request has gone out.
        let is_harmless = self.request.is_idempotent || self.is_tunnelling;
        if !reused || self.exchange.has_begun() || !is_harmless {
            return false;
        }
        self.connection = None;
        self.take_way(Way::Begin);
        true
    }

    fn take_way(&mut self, way: Way) {
        self.stage = Stage::Connect;
        self.way = way;
    }

    /// The driver waits in this stage; on the caller's thread only a timeout brings it here.
    fn wait(&mut self, driver: &Driver<'_>) -> Result<Option<Step>, Failure> {
        if driver.blocks() || self.is_late() {
            return Err(Failure::TimedOut);
        }
        Ok(Some(Step::Blocked))
    }

    fn is_late(&self) -> bool {
        self.deadline.is_past()
    }

    #[cold]
    fn fail(&mut self, failure: Failure) {
        self.failure = Some(failure);
        self.stage = Stage::Failing;
        self.way = Way::Begin; // nobody waits any more
        if self.connection.is_none() {
            self.end();
        }
    }

    fn end(&mut self) {
        self.connection = None;
        self.registration = None;
        self.permit = None;
        self.deadline = Deadline::Never;
    }
}

fn is_wait(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::WouldBlock
}

/// A blocking call that took too long says so by either of these, as the system likes.
fn is_timeout(error: &io::Error) -> bool {
    is_wait(error) || error.kind() == io::ErrorKind::TimedOut
}

/// What the loss of a connection means to the request.
fn lost(error: &io::Error) -> Failure {
    if let Some(tls_error) = tls::inner(error) {
        return tls::failure(tls_error);
    }
    match error.kind() {
        io::ErrorKind::TimedOut => Failure::TimedOut,
        io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe => Failure::ConnectionReset,
        _ => Failure::ConnectionAborted,
    }
}

impl From<Violation> for Failure {
    fn from(violation: Violation) -> Self {
        match violation {
            // Only a body can be cut short without being nonsense.
            Violation::Truncated => Failure::ConnectionAborted,
            _ => Failure::InvalidResponse,
        }
    }
}
