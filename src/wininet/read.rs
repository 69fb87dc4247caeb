//! Reading the body: InternetReadFile, InternetReadFileEx, InternetQueryDataAvailable.

use std::sync::Arc;

use super::error::{Error, Result};
use super::operation::{await_bytes, fill, take_some, Work};
use super::request::{Request, State};
use super::status::Status;
use crate::http::body::content_length;
use crate::net::reactor;
use crate::net::{Driver, Transfer};

/// Where a caller wants bytes and their count to go. It is dropped when the request is closed, and
/// nothing of the caller's is touched after that.
pub trait Destination: Send {
    /// The caller's buffer.
    fn buffer(&mut self) -> &mut [u8];

    /// Tells how many bytes there are.
    fn set_count(&mut self, count: usize);
}

impl Request {
    /// Reads until the buffer is full or the body ends.
    pub fn read<D: Destination + 'static>(self: &Arc<Self>, destination: D) -> Result<()> {
        match self.copied(destination) {
            Ok(copied) => self.read_into(copied),
            Err(plain) => self.read_into(plain),
        }
    }

    fn read_into<D: Destination + 'static>(self: &Arc<Self>, mut destination: D) -> Result<()> {
        if !self.is_async {
            return self.inside(|| self.read_blocking(&mut destination));
        }
        self.unless_pending(self.begin_to_read(destination))
    }

    fn begin_to_read<D: Destination + 'static>(self: &Arc<Self>, mut destination: D) -> Result<()> {
        let mut filled = 0;
        let mut state = self.state.lock();
        if !state.is_busy()? && !state.is_elsewhere() {
            filled = state.open_body()?.take_buffered(destination.buffer());
            if filled == destination.buffer().len() || state.open_body()?.is_at_end() {
                let closes = self.hang_up_at_end(state.open_body()?);
                drop(state);
                destination.set_count(filled);
                self.say_closed_if(closes);
                return Ok(());
            }
        }
        if state.is_elsewhere() && destination.buffer().is_empty() {
            return Ok(()); // nothing is no reason to go there
        }
        drop(state);
        self.say(Status::ReceivingResponse);
        let mut state = self.state.lock();
        if state.is_busy()? {
            let work = Work::Read {
                destination: Box::new(destination),
                filled,
            };
            state.waiting.push_back(self.begin_operation(work)?);
            return Err(Error::IO_PENDING);
        }
        if state.is_elsewhere() {
            let destination = Box::new(destination);
            return self.go_on_elsewhere(
                &mut state,
                Work::Read {
                    destination,
                    filled,
                },
            );
        }
        let driver = Driver::of_reactor(self);
        let transfer = state.open_body()?;
        transfer.await_body();
        if let Ok(true) = fill(transfer, &driver, destination.buffer(), &mut filled) {
            let closes = self.hang_up_at_end(transfer);
            let wire = transfer.take_wire_count();
            drop(state);
            destination.set_count(filled);
            self.say_closed_if(closes);
            self.say(Status::ResponseReceived(wire));
            return Ok(());
        }
        // A failure too is told by REQUEST_COMPLETE: the operation meets it again at once.
        self.go_on_later(
            &mut state,
            Work::Read {
                destination: Box::new(destination),
                filled,
            },
        )
    }

    /// Reads what is there; waits for something if nothing is: IRF_NO_WAIT.
    pub fn read_at_hand<D: Destination>(self: &Arc<Self>, destination: D) -> Result<()> {
        match self.copied(destination) {
            Ok(copied) => self.read_at_hand_into(copied),
            Err(plain) => self.read_at_hand_into(plain),
        }
    }

    fn read_at_hand_into<D: Destination>(self: &Arc<Self>, mut destination: D) -> Result<()> {
        if !self.is_async {
            return self.inside(|| self.read_at_hand_blocking(&mut destination));
        }
        let mut state = self.state.lock();
        if !state.is_busy()? && !state.is_elsewhere() {
            let driver = Driver::of_reactor(self);
            let transfer = state.open_body()?;
            transfer.await_body();
            if let Ok(Some(count)) = take_some(transfer, &driver, destination.buffer()) {
                let closes = self.hang_up_at_end(transfer);
                transfer.take_wire_count();
                drop(state);
                destination.set_count(count);
                self.say_closed_if(closes);
                return Ok(());
            }
        }
        drop(state);
        let room = destination.buffer().len();
        self.unless_pending(self.await_more(None, room))
    }

    /// How many bytes can be read without waiting; waits for some if there are none:
    /// InternetQueryDataAvailable.
    pub fn available<D: Destination + 'static>(self: &Arc<Self>, mut count: D) -> Result<()> {
        if !self.is_async {
            return self.inside(|| self.available_blocking(&mut count));
        }
        let mut state = self.state.lock();
        if !state.is_busy()? {
            if let Some(available) = state.at_hand()? {
                let closes = self.hang_up_at_end(state.open_body()?);
                drop(state);
                count.set_count(available);
                self.say_closed_if(closes);
                return Ok(());
            }
        }
        drop(state);
        self.unless_pending(self.await_more(Some(Box::new(count)), 0))
    }

    fn await_more(
        self: &Arc<Self>,
        count: Option<Box<dyn Destination>>,
        room: usize,
    ) -> Result<()> {
        self.say(Status::ReceivingResponse);
        let mut state = self.state.lock();
        let work = Work::Await { count, room };
        if state.is_busy()? {
            state.waiting.push_back(self.begin_operation(work)?);
            return Err(Error::IO_PENDING);
        }
        if state.is_elsewhere() {
            return self.go_on_elsewhere(&mut state, work);
        }
        state.open_body()?.await_body();
        self.go_on_later(&mut state, work)
    }

    fn go_on_later(self: &Arc<Self>, state: &mut State, work: Work) -> Result<()> {
        let operation = self.begin_operation(work)?;
        let transfer = state.open_body()?;
        transfer.set_alarm();
        let wants_to_run = transfer.has_news();
        state.operation = Some(operation);
        if wants_to_run {
            reactor::wake(self.clone());
        }
        Err(Error::IO_PENDING)
    }

    /// The reactor finds the way to where the program wants to read.
    fn go_on_elsewhere(self: &Arc<Self>, state: &mut State, work: Work) -> Result<()> {
        state.operation = Some(self.begin_operation(work)?);
        reactor::wake(self.clone());
        Err(Error::IO_PENDING)
    }

    fn say_closed_if(self: &Arc<Self>, closes: bool) {
        if closes {
            self.say_closed();
        }
    }

    fn read_blocking(self: &Arc<Self>, destination: &mut dyn Destination) -> Result<()> {
        let mut filled = 0;
        let driver = self.blocking();
        let is_served = self.lend_here(|transfer| -> Result<bool> {
            check_open(transfer)?;
            let buffer = destination.buffer();
            filled = transfer.take_buffered(buffer);
            Ok(filled == buffer.len() || transfer.is_at_end())
        })?;
        let is_served = is_served.transpose()?;
        if is_served.is_none() && destination.buffer().is_empty() {
            return Ok(());
        }
        if is_served == Some(true) {
            self.end_connection()?;
        } else {
            self.say(Status::ReceivingResponse);
            if is_served.is_none() {
                self.seek_blocking()?;
            }
            let result =
                self.lend(|transfer| fill(transfer, &driver, destination.buffer(), &mut filled))?;
            self.end_blocking_read(result.map(drop))?;
        }
        destination.set_count(filled);
        Ok(())
    }

    fn read_at_hand_blocking(self: &Arc<Self>, destination: &mut dyn Destination) -> Result<()> {
        self.await_blocking()?;
        let count = self.lend(|transfer| transfer.take_buffered(destination.buffer()))?;
        self.end_connection()?;
        destination.set_count(count);
        Ok(())
    }

    fn available_blocking(self: &Arc<Self>, count: &mut dyn Destination) -> Result<()> {
        let at_hand = self.state.lock().at_hand()?;
        let available = match at_hand {
            Some(available) => available,
            None => self.await_blocking()?,
        };
        count.set_count(available);
        Ok(())
    }

    /// Waits until something can be read or the body ends.
    fn await_blocking(self: &Arc<Self>) -> Result<usize> {
        let driver = self.blocking();
        let at_hand = self.lend_here(|transfer| -> Result<Option<usize>> {
            check_open(transfer)?;
            Ok((transfer.buffered() > 0 || transfer.is_at_end()).then(|| transfer.buffered()))
        })?;
        let at_hand = at_hand.transpose()?;
        if let Some(Some(available)) = at_hand {
            return Ok(available);
        }
        self.say(Status::ReceivingResponse);
        if at_hand.is_none() {
            self.seek_blocking()?;
        }
        let result = self.lend(|transfer| await_bytes(transfer, &driver))?;
        let available = *result.as_ref().unwrap_or(&None);
        self.end_blocking_read(result.map(drop))?;
        Ok(available.unwrap_or(0))
    }

    /// Tells how a read from the wire went: CLOSING and CLOSED before RECEIVED where the body ends
    /// with its connection.
    fn end_blocking_read(self: &Arc<Self>, result: Result<()>) -> Result<()> {
        // A socket that was shut down to free this thread looks like the end of the body.
        if let Err(error) = self.or_cancelled(result) {
            return Err(self.fail_blocking(error)?);
        }
        self.end_connection()?;
        let wire = self.lend(Transfer::take_wire_count)?;
        self.say(Status::ResponseReceived(wire));
        Ok(())
    }
}

impl State {
    /// Whether a read must wait for one before it. A send must not be read past.
    fn is_busy(&self) -> Result<bool> {
        match &self.operation {
            None => Ok(false),
            Some(operation) if operation.is_send() => Err(Error::INCORRECT_STATE),
            Some(_) => Ok(true),
        }
    }

    /// The transfer, if the head of its answer is there.
    fn open_body(&mut self) -> Result<&mut Transfer> {
        let transfer = self.transfer.as_mut().ok_or(Error::INCORRECT_STATE)?;
        check_open(transfer)?;
        Ok(transfer)
    }

    /// What InternetQueryDataAvailable answers without waiting.
    fn at_hand(&mut self) -> Result<Option<usize>> {
        if self.is_elsewhere() {
            return Ok(None);
        }
        let transfer = self.open_body()?;
        if transfer.buffered() > 0 || !transfer.is_at_end() {
            return Ok((transfer.buffered() > 0).then(|| transfer.buffered()));
        }
        // An answer without a body may still say how long it would be, and Windows repeats that.
        let head = transfer
            .head()
            .filter(|it| matches!(it.status(), 204 | 304));
        let said = head.and_then(|head| content_length(head).ok().flatten());
        let said = said.filter(|_| !self.sent_head.starts_with(b"HEAD "));
        Ok(Some(said.unwrap_or(0).try_into().unwrap_or(usize::MAX)))
    }
}

fn check_open(transfer: &Transfer) -> Result<()> {
    match transfer.head() {
        Some(_) => Ok(()),
        None => Err(Error::INCORRECT_STATE),
    }
}
