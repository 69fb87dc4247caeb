//! What the usual requests of a connection handle have in common. It is worked out for the first of them: those
//! after it ask for something else at the same place, and for nothing more.

use std::cell::Cell;
use std::sync::Arc;

use parking_lot::Mutex;

use super::cookies;
use super::options::Options;
use super::request::{Request, State};
use crate::http::Version;
use crate::net::{self, Introduction};

/// What a connection handle keeps of the last usual request below it.
#[derive(Debug, Default)]
pub struct Usual(Mutex<Option<Shared>>);

#[derive(Debug)]
struct Shared {
    key: Key,
    /// The last one, which is the next one too if that asks for the same.
    request: Arc<net::Request>,
    /// Where in its head the rest begins that follows the target of the request line.
    rest: usize,
}

/// All that tells one usual request from another, but for its target.
#[derive(Debug)]
struct Key {
    options: Arc<Options>,
    flags: u32,
    security_flags: u32,
    version: Version,
    secure: bool,
}

const GET: &[u8] = b"GET";

/// Where the target begins in the head of a usual request.
const TARGET: usize = GET.len() + 1;

impl Request {
    /// Whether there is nothing about the request that others below its connection handle do not have. Cookies
    /// are not looked at.
    fn is_usual(&self, state: &State) -> bool {
        *state.method == *GET
            && *self.method == *GET
            && state.fields.is_empty()
            && state.body_length == 0
            && state.pieces.is_none()
            && state.proxy.is_none()
            && !state.is_abroad
            && state.server == self.connection.target
            && !state.talks.have_sent()
            && !state.suppresses_server_auth
            && !state.ignores_offline
            && matches!(state.introduction, Introduction::Undecided)
    }

    /// What the transfer is to do: as for an earlier request, if this one is usual.
    pub(super) fn request_to_send(
        &self,
        state: &State,
        options: &Arc<Options>,
        cookies: Option<&cookies::Field>,
    ) -> Arc<net::Request> {
        if cookies.is_some() || !self.is_usual(state) {
            return Arc::new(self.whole_request(state, options, cookies));
        }
        if let Some(shared) = &mut *self.connection.usual.0.lock() {
            if shared.key.is_of(self, state, options) {
                return shared.request_for(&state.target);
            }
        }
        let request = Arc::new(self.whole_request(state, options, None));
        *self.connection.usual.0.lock() = Some(Shared {
            key: Key {
                options: options.clone(),
                flags: self.flags,
                security_flags: state.security_flags,
                version: self.version,
                secure: state.secure,
            },
            request: request.clone(),
            rest: TARGET + state.target.len(),
        });
        request
    }
}

impl Key {
    fn is_of(&self, request: &Request, state: &State, options: &Arc<Options>) -> bool {
        Arc::ptr_eq(&self.options, options)
            && self.flags == request.flags
            && self.security_flags == state.security_flags
            && self.version == request.version
            && self.secure == state.secure
    }
}

impl Shared {
    fn request_for(&mut self, target: &[u8]) -> Arc<net::Request> {
        if self.request.head[TARGET..self.rest] != *target {
            let rest = &self.request.head[self.rest..];
            let head = written(|head| {
                head.reserve(TARGET + target.len() + rest.len());
                for part in [GET, b" ", target, rest] {
                    head.extend_from_slice(part);
                }
            });
            self.request = Arc::new(net::Request {
                head,
                ..net::Request::clone(&self.request)
            });
            self.rest = TARGET + target.len();
        }
        self.request.clone()
    }
}

/// What `write` writes, into room that the thread keeps for it.
pub(super) fn written(write: impl FnOnce(&mut Vec<u8>)) -> Arc<[u8]> {
    thread_local!(static ROOM: Cell<Vec<u8>> = const { Cell::new(Vec::new()) });
    // A thread that is ending has no room any more, and may still send.
    let mut room = ROOM.try_with(Cell::take).unwrap_or_default();
    write(&mut room);
    let written = Arc::from(room.as_slice());
    room.clear();
    let _ = ROOM.try_with(|it| it.set(room));
    written
}
