//! InternetSetFilePointer: reading on elsewhere in the body. Nothing is kept of a body for that: a
//! read that goes back, or far ahead, asks the server for the part that begins there.

use std::sync::Arc;

use parking_lot::MutexGuard;

use super::error::{Error, Result};
use super::request::{Request, State};
use super::status::Status;
use crate::abi::{
    ERROR_HTTP_INVALID_SERVER_RESPONSE, ERROR_INTERNET_INVALID_OPERATION, ERROR_INVALID_PARAMETER,
    ERROR_NEGATIVE_SEEK, INTERNET_FLAG_NO_CACHE_WRITE,
};
use crate::http::range;
use crate::net::{Driver, Step, Transfer};

/// So far ahead one gets sooner by reading than by another request.
const NEAR: u64 = 256 * 1024;

const INVALID: Error = Error(ERROR_INTERNET_INVALID_OPERATION);

/// Where to.
#[derive(Debug, Clone, Copy)]
pub enum Move {
    /// FILE_BEGIN.
    To(u64),
    /// FILE_CURRENT.
    By(i64),
    /// FILE_END.
    FromEnd(i64),
}

/// Where in the body the next read begins. `from` is where the transfer's first byte stands in it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// At the next byte of the transfer.
    Here { from: u64 },
    /// There, which the next read finds a way to. A transfer without a `from` is of no use.
    There { to: u64, from: Option<u64> },
    /// There, for which the server has been asked.
    Asked { to: u64, ranged: bool },
    /// There, which is ahead in the transfer.
    Ahead { to: u64, from: u64 },
}

impl Default for Place {
    fn default() -> Self {
        Self::Here { from: 0 }
    }
}

impl Request {
    /// Moves the place where the next read begins; gives the new one, which must not be beyond `most`.
    /// Nothing is sent.
    pub fn move_to(&self, by: Move, most: u64) -> Result<u64> {
        let mut state = self.state.lock();
        let head = state.response.clone();
        let head = head.filter(|_| state.operation.is_none());
        let head = head.ok_or(Error::INCORRECT_STATE)?;
        let may_move = matches!(&*state.method, b"GET" | b"HEAD")
            && self.flags & INTERNET_FLAG_NO_CACHE_WRITE == 0
            && state.is_bare();
        if !may_move {
            return Err(INVALID);
        }
        let length = range::length(&head);
        let (start, distance) = match by {
            Move::To(to) => (to, 0),
            Move::By(distance) => (state.position()?, distance),
            Move::FromEnd(distance) => (length.ok_or(INVALID)?, distance),
        };
        let to = start.checked_add_signed(distance).ok_or(match distance {
            ..0 => Error(ERROR_NEGATIVE_SEEK),
            _ => Error(ERROR_INVALID_PARAMETER),
        })?;
        if to > most {
            return Err(Error(ERROR_INVALID_PARAMETER));
        }
        if state.position() != Ok(to) {
            // What is read now does not follow what is in it.
            state.file = None;
        }
        state.go_to(to, length)?;
        Ok(to)
    }

    /// Goes where the program wants to read, on the caller's thread.
    pub(super) fn seek_blocking(self: &Arc<Self>) -> Result<()> {
        let driver = self.blocking();
        loop {
            let mut state = self.state.lock();
            match state.place {
                Place::Here { .. } => return Ok(()),
                Place::There { to, from } => {
                    if !state.goes_ahead(to, from)? {
                        let former = state.transfer.take();
                        MutexGuard::unlocked(&mut state, || self.part_with(former));
                        self.begin_to_ask(&mut state, to)?;
                    }
                }
                Place::Asked { to, ranged } => {
                    drop(state);
                    let asked = self.send_to_head(&[]);
                    let mut state = self.state.lock();
                    let took = asked.and_then(|()| self.take_part(&mut state, to, ranged));
                    match took {
                        Ok(told) => {
                            drop(state);
                            told.into_iter().for_each(|status| self.say(status));
                        }
                        Err(error) => {
                            state.place = Place::There { to, from: None };
                            drop(state);
                            return Err(self.fail_blocking(error)?);
                        }
                    }
                }
                Place::Ahead { to, from } => {
                    drop(state);
                    let went = self.lend(|transfer| transfer.skip_to(&driver, to - from))?;
                    if let Err(failure) = went {
                        return Err(self.fail_blocking(failure)?);
                    }
                    self.state.lock().place = Place::Here { from };
                }
            }
        }
    }

    /// The same behind an asynchronous read. `false`: it waits.
    #[cold]
    pub(super) fn seek_on(
        self: &Arc<Self>,
        state: &mut State,
        driver: &Driver<'_>,
    ) -> Result<bool> {
        loop {
            match state.place {
                Place::Here { .. } => return Ok(true),
                Place::There { to, from } => {
                    if !state.goes_ahead(to, from)? {
                        if state
                            .transfer
                            .take()
                            .is_some_and(|mut it| self.drain(&mut it))
                        {
                            self.common.gate.post(Status::ClosingConnection);
                            self.common.gate.post(Status::ConnectionClosed);
                        }
                        self.begin_to_ask(state, to)?;
                        self.post(state.cookies.take_sent());
                    }
                }
                Place::Asked { to, ranged } => match self.ask_on(state, driver, (to, ranged)) {
                    Ok(true) => {}
                    Ok(false) => return Ok(false),
                    Err(error) => {
                        state.place = Place::There { to, from: None };
                        return Err(error);
                    }
                },
                Place::Ahead { to, from } => {
                    let transfer = state.transfer.as_mut().ok_or(Error::INCORRECT_STATE)?;
                    if !transfer.skip_to(driver, to - from)? {
                        return Ok(false);
                    }
                    state.place = Place::Here { from };
                }
            }
        }
    }

    /// Until the head of the part's answer is there. `false`: it waits.
    fn ask_on(
        self: &Arc<Self>,
        state: &mut State,
        driver: &Driver<'_>,
        (to, ranged): (u64, bool),
    ) -> Result<bool> {
        loop {
            let transfer = state.transfer.as_mut().ok_or(Error::INCORRECT_STATE)?;
            let step = transfer.step(driver, &[]);
            state.learn();
            match step {
                Ok(Step::Event(event)) => {
                    self.trace_event(state, &event);
                    self.common.gate.post(Status::of(event));
                }
                Ok(Step::Blocked) => return Ok(false),
                Ok(Step::Done) => {
                    let told = self.take_part(state, to, ranged)?;
                    self.post(told);
                    return Ok(true);
                }
                Err(failure) if self.takes_detour(state, failure, &[]) => {}
                Err(failure) => return Err(failure.into()),
            }
        }
    }

    /// Reads the rest away or closes its connection.
    fn part_with(self: &Arc<Self>, former: Option<Box<Transfer>>) {
        if former.is_some_and(|mut it| self.drain(&mut it)) {
            self.say_closed();
        }
    }

    /// The server has answered: with the part, or with a challenge that is answered. These statuses
    /// are to be told then.
    fn take_part(
        self: &Arc<Self>,
        state: &mut State,
        to: u64,
        ranged: bool,
    ) -> Result<Vec<Status>> {
        let now = state.transfer()?.head().cloned();
        let first = std::mem::replace(&mut state.response, now);
        self.receive_cookies(state);
        let is_challenge = self.takes_up_challenge(state, &[]);
        state.response = first;
        let mut told: Vec<Status> = state.cookies.take_received().into_iter().collect();
        match is_challenge {
            true => told.extend(self.send_again(state, |state| self.ask_for(state, to))?),
            false => state.check_part(to, ranged)?,
        }
        Ok(told)
    }

    fn begin_to_ask(&self, state: &mut State, to: u64) -> Result<()> {
        state.talks.begin();
        state.choose_ways(&self.options());
        self.ask_for(state, to)
    }

    /// Makes the transfer that asks for the part: the same request again, with the part's beginning.
    /// What the program is told of request and answer stays.
    pub(super) fn ask_for(&self, state: &mut State, to: u64) -> Result<()> {
        let head = state.response.clone().ok_or(Error::INCORRECT_STATE)?;
        let mut fields = state.fields.clone();
        let ranged = to > 0 && range::can_be_asked(&head);
        if ranged {
            let (range, same) = range::fields(&head, to);
            for (name, value) in [("Range", Some(range)), ("If-Range", same)] {
                while fields.remove_first(name.as_bytes()) {}
                if let Some(value) = value {
                    fields.append(name.as_bytes(), &value)?;
                }
            }
        }
        let own = (
            std::mem::replace(&mut state.fields, fields),
            state.sent_head.clone(),
        );
        state.pieces = None;
        self.set_out(state, &self.options(), &[]);
        (state.fields, state.sent_head) = own;
        state.response = Some(head);
        state.place = Place::Asked { to, ranged };
        Ok(())
    }
}

impl State {
    /// Whether the next read must find a way first.
    pub fn is_elsewhere(&self) -> bool {
        !matches!(self.place, Place::Here { .. })
    }

    /// Whether the request had no body, so that it can be sent again.
    fn is_bare(&self) -> bool {
        self.body_length == 0 && self.has_all_of_body()
    }

    pub(super) fn position(&mut self) -> Result<u64> {
        match self.place {
            Place::Here { from } => Ok(from + self.transfer()?.taken()),
            Place::There { to, .. } | Place::Asked { to, .. } | Place::Ahead { to, .. } => Ok(to),
        }
    }

    fn transfer(&mut self) -> Result<&mut Transfer> {
        let transfer = self.transfer.as_deref_mut();
        transfer.ok_or(Error::INCORRECT_STATE)
    }

    /// Notes where the next read begins. What has come is passed over at once, and behind the end
    /// there is nothing to read.
    fn go_to(&mut self, to: u64, length: Option<u64>) -> Result<()> {
        let is_beyond = &*self.method == b"HEAD" || length.is_some_and(|length| to >= length);
        let from = match self.place {
            Place::Here { from } | Place::Ahead { from, .. } => Some(from),
            Place::There { from, .. } => from,
            Place::Asked { .. } => None,
        };
        let transfer = self.transfer()?;
        let taken = transfer.taken();
        let gap = from.and_then(|from| to.checked_sub(from + taken));
        self.place = match (from, gap) {
            _ if is_beyond && transfer.head().is_some() => {
                transfer.forget_rest();
                let from = to.saturating_sub(taken);
                Place::Here { from }
            }
            (Some(from), Some(gap)) if gap <= transfer.buffered() as u64 => {
                transfer.skip_buffered(gap);
                Place::Here { from }
            }
            (from, _) => Place::There { to, from },
        };
        Ok(())
    }

    /// Whether the way leads ahead in the transfer that there is.
    fn goes_ahead(&mut self, to: u64, from: Option<u64>) -> Result<bool> {
        let is_offered = self.response.as_deref().is_some_and(range::is_offered);
        let transfer = self.transfer()?;
        let taken = transfer.taken();
        let way = from.and_then(|from| Some((from, to.checked_sub(from + taken)?)));
        let Some((from, gap)) = way else {
            return Ok(false);
        };
        let is_near = gap <= NEAR || transfer.is_at_end();
        let goes_ahead = is_near || !is_offered;
        if goes_ahead {
            self.go_ahead(to, from)?;
        }
        Ok(goes_ahead)
    }

    /// The wait for what lies between begins.
    fn go_ahead(&mut self, to: u64, from: u64) -> Result<()> {
        self.place = Place::Ahead { to, from };
        self.transfer()?.await_body();
        Ok(())
    }

    /// The server has answered: whether with the part, or the whole, of the same body.
    fn check_part(&mut self, to: u64, ranged: bool) -> Result<()> {
        let first = self.response.clone();
        let now = self.transfer()?.head().cloned();
        let from = first
            .zip(now)
            .and_then(|(first, now)| range::begin(&first, &now, ranged.then_some(to)));
        let from = from.ok_or(Error(ERROR_HTTP_INVALID_SERVER_RESPONSE))?;
        self.go_ahead(to, from)
    }
}
