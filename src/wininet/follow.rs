//! What follows an answer before the program sees it: the same request with credentials, or a
//! redirect.

use std::mem;
use std::sync::Arc;

use super::error::{Error, Result};
use super::request::{Request, State};
use super::status::Status;
use super::url::{self, Place};
use crate::abi::{
    ERROR_HTTP_REDIRECT_FAILED, ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR,
    ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR, INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP,
    INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS, INTERNET_FLAG_NO_AUTO_REDIRECT,
};
use crate::http::Method;
use crate::net::Introduction;

/// More redirects than this, one after the other, lead nowhere.
const MOST_REDIRECTS: u32 = 10;

impl Request {
    /// Takes up a challenge or a redirect, if the answer is one: the next transfer is ready, and these
    /// statuses are to be told before it goes on.
    pub(super) fn follow(
        self: &Arc<Self>,
        state: &mut State,
        body: &[u8],
    ) -> Result<Option<Vec<Status>>> {
        if state.ends_here() {
            return Ok(None);
        }
        let is_without_body = state.withholds_body();
        // Nor is what it said to a request without its body an answer.
        if self.takes_up_challenge(state, body) || is_without_body && state.is_let_in() {
            if state.talks.are_left() {
                return Err(Error::FORCE_RETRY);
            }
            let told = self.send_again(state, |state| {
                self.prepare(state, body);
                Ok(())
            });
            return told.map(Some);
        }
        if let Some(transfer) = state.transfer.as_mut().filter(|it| it.is_held()) {
            self.drive(|driver| transfer.let_go(driver));
        }
        if is_without_body && state.pieces.is_some() {
            if let Some(transfer) = &mut state.transfer {
                transfer.pass_over_pieces();
            }
        }
        let Some(place) = self.redirect(state)? else {
            return Ok(None);
        };
        if state.redirects == MOST_REDIRECTS {
            return Err(Error(ERROR_HTTP_REDIRECT_FAILED));
        }
        state.redirects += 1;
        let mut told = Vec::new();
        if let Some(mut former) = state.transfer.take() {
            if self.drain(&mut former) {
                told.extend([Status::ClosingConnection, Status::ConnectionClosed]);
            }
        }
        self.go_to(state, place);
        told.push(Status::Redirect(state.url()));
        self.prepare(state, body);
        Ok(Some(told))
    }

    /// Has the same request prepared with the credentials that were asked for, on the same connection
    /// unless they want one of their own.
    pub(super) fn send_again(
        self: &Arc<Self>,
        state: &mut State,
        prepare: impl FnOnce(&mut State) -> Result<()>,
    ) -> Result<Vec<Status>> {
        let former = state.transfer.take();
        prepare(state)?;
        let (Some(mut former), Some(transfer)) = (former, &mut state.transfer) else {
            return Ok(Vec::new());
        };
        transfer.succeed(&mut former);
        if former.holds_connection() {
            self.drive(|driver| former.let_go(driver));
        }
        Ok(match former.holds_connection() && self.drain(&mut former) {
            true => vec![Status::ClosingConnection, Status::ConnectionClosed],
            false => Vec::new(),
        })
    }

    /// Where the answer leads to. A place that is not http is the program's affair.
    fn redirect(&self, state: &State) -> Result<Option<Place>> {
        // A proxy that makes no tunnel does not speak for the server.
        let Some(head) = state.response.as_ref().filter(|_| !state.is_refused()) else {
            return Ok(None);
        };
        let is_redirect = match head.status() {
            301..=303 | 307 | 308 if keeps_method(state, head.status()) => state.has_all_of_body(),
            301..=303 => true,
            _ => false,
        };
        if !is_redirect || self.flags & INTERNET_FLAG_NO_AUTO_REDIRECT != 0 {
            return Ok(None);
        }
        let Some(location) = head.get("Location").filter(|it| !it.is_empty()) else {
            return Ok(None);
        };
        let Some(place) = url::place(&state.url(), location)? else {
            return Ok(None);
        };
        match (state.secure, place.secure) {
            (true, false) if self.flags & INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP == 0 => {
                Err(Error(ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR))
            }
            (false, true) if self.flags & INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS == 0 => {
                Err(Error(ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR))
            }
            _ => Ok(Some(place)),
        }
    }

    fn go_to(&self, state: &mut State, place: Place) {
        let status = state.response.as_ref().map_or(0, |head| head.status());
        if !keeps_method(state, status) {
            state.method = Method::Borrowed(b"GET");
            state.body_length = 0;
        }
        // Nothing is left to be written: there was no body, or it is dropped.
        state.pieces = None;
        let former = mem::replace(&mut state.server, place.server);
        let was_secure = mem::replace(&mut state.secure, place.secure);
        state.target = place.target;
        // Once abroad, always abroad: the way back may be another's doing.
        if !state.asks_server(&former, was_secure) {
            state.leave_home();
            state.introduction = Introduction::default();
        }
        state.login_home.get_or_insert((former, was_secure));
        state.talks.leave_server();
    }
}

/// Whether a redirect is followed with the method that there is, and so with the body.
fn keeps_method(state: &State, status: u16) -> bool {
    matches!(status, 307 | 308) || matches!(&*state.method, b"GET" | b"HEAD")
}
