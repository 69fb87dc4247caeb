//! Handles: making them, finding them, closing them.
//!
//! The steps of making and closing one are marked `inline(always)`, here and where they come from: as
//! calls they would copy what they are given and what they make.

use std::fmt;
use std::num::NonZeroUsize;
use std::sync::Arc;

use smallvec::SmallVec;

use super::common::Common;
use super::connection::{Connection, Target};
use super::error::{Error, Result};
use super::headers;
use super::registry::{Registry, Removed, Tree};
use super::request::{Request, RequestLine};
use super::send::Body;
use super::session::{Opening, Session};
use super::status::Status;
use super::url;
use crate::abi::{
    ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INVALID_HANDLE, HTTP_ADDREQ_FLAG_ADD,
};
use crate::http::auth::Login;

static HANDLES: Registry = Registry::new();

/// The value of a handle: a number, never an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HandleId(NonZeroUsize);

impl HandleId {
    /// The handle with this value; the registry alone makes new ones.
    pub(super) fn new(value: usize) -> Self {
        Self(NonZeroUsize::new(value).unwrap_or(NonZeroUsize::MAX))
    }

    /// A value that a program gave.
    pub fn given(value: usize) -> Result<Self> {
        let value = NonZeroUsize::new(value);
        value.map(Self).ok_or(Error(ERROR_INVALID_HANDLE))
    }

    /// The value that the program knows.
    pub fn value(self) -> usize {
        self.0.get()
    }
}

/// What a handle stands for.
#[derive(Clone)]
pub enum Handle {
    /// InternetOpen's.
    Session(Arc<Session>),
    /// InternetConnect's.
    Connection(Arc<Connection>),
    /// HttpOpenRequest's and InternetOpenUrl's.
    Request(Arc<Request>),
}

impl Handle {
    /// What every handle has.
    pub fn common(&self) -> &Common {
        match self {
            Handle::Session(session) => &session.common,
            Handle::Connection(connection) => &connection.common,
            Handle::Request(request) => &request.common,
        }
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.common().id.fmt(f)
    }
}

/// The handle with this value.
pub fn find(id: HandleId) -> Result<Handle> {
    HANDLES.find(id, |handle| Ok(handle.clone()))
}

/// The session with this value.
pub fn session(id: HandleId) -> Result<Arc<Session>> {
    HANDLES.find(id, |handle| match handle {
        Handle::Session(session) => Ok(session.clone()),
        _ => Err(Error(ERROR_INTERNET_INCORRECT_HANDLE_TYPE)),
    })
}

/// The connection with this value.
pub fn connection(id: HandleId) -> Result<Arc<Connection>> {
    HANDLES.find(id, |handle| match handle {
        Handle::Connection(connection) => Ok(connection.clone()),
        _ => Err(Error(ERROR_INTERNET_INCORRECT_HANDLE_TYPE)),
    })
}

/// The request with this value.
pub fn request(id: HandleId) -> Result<Arc<Request>> {
    HANDLES.find(id, |handle| match handle {
        Handle::Request(request) => Ok(request.clone()),
        _ => Err(Error(ERROR_INTERNET_INCORRECT_HANDLE_TYPE)),
    })
}

/// All requests.
#[cfg_attr(not(any(target_os = "linux", windows)), allow(dead_code))]
pub fn requests() -> Vec<Arc<Request>> {
    let mut requests = Vec::new();
    HANDLES.each(|handle| {
        if let Handle::Request(request) = handle {
            requests.push(request.clone());
        }
    });
    requests
}

/// Makes a session.
pub fn open_session(opening: Opening<'_>) -> Result<HandleId> {
    let vacancy = HANDLES.vacancy(None)?;
    let id = vacancy.id();
    vacancy.fill(Handle::Session(Arc::new(Session::new(id, opening))));
    Ok(id)
}

/// Makes a connection handle and tells of it.
pub fn connect(
    session: Arc<Session>,
    target: Arc<Target>,
    login: Login,
    context: usize,
) -> Result<HandleId> {
    let parent = session.common.id;
    let vacancy = HANDLES.vacancy(Some(parent))?;
    let id = vacancy.id();
    let connection = Arc::new(Connection::new(id, session, target, login, context));
    vacancy.fill(Handle::Connection(connection.clone()));
    tell_created(&connection.common, parent);
    Ok(id)
}

/// Makes a request handle and tells of it.
pub fn open_request(
    connection: Arc<Connection>,
    line: RequestLine,
    context: usize,
) -> Result<HandleId> {
    let parent = connection.common.id;
    let request = add_request(connection, line, context)?;
    tell_created(&request.common, parent);
    Ok(request.common.id)
}

/// Makes a request to a URL, with a connection handle that nobody sees, and sends it. Gives the
/// handle, or ERROR_IO_PENDING with the handle to come in REQUEST_COMPLETE.
pub fn open_url(
    session: Arc<Session>,
    url: &[u8],
    lines: &[u8],
    flags: u32,
    context: usize,
) -> Result<HandleId> {
    let (target, login, mut line) = url::request_of(url, flags)?;
    headers::apply(&mut line.fields, lines, HTTP_ADDREQ_FLAG_ADD, &[])?;
    let parent = session.common.id;
    let vacancy = HANDLES.vacancy(Some(parent))?;
    let hidden = Connection::hidden(vacancy.id(), session, target, login);
    let hidden = Arc::new(hidden);
    vacancy.fill(Handle::Connection(hidden.clone()));
    let _nothing_was_queued = hidden.common.leave();
    let request = add_request(hidden.clone(), line, context);
    let opened = request.and_then(|request| {
        let opened = open_added(&request, parent);
        if opened.is_err_and(|error| error != Error::IO_PENDING) {
            // What was to be told of it is told here.
            let _ = close(hidden.common.id);
            request.common.drain();
        }
        opened.map(|()| request.common.id)
    });
    if opened.is_err_and(|error| error != Error::IO_PENDING) {
        let _ = close(hidden.common.id); // there may have been no request to close it with
    }
    opened
}

fn open_added(request: &Arc<Request>, session: HandleId) -> Result<()> {
    if request.is_async {
        let created = Status::HandleCreated { parent: session };
        request.common.gate.post_last_of_operation(created);
        return request.open_async();
    }
    let _nothing_was_queued = request.common.say_created(session);
    request.or_cancelled(request.send(Body::default()))
}

#[inline(always)]
fn add_request(
    connection: Arc<Connection>,
    line: RequestLine,
    context: usize,
) -> Result<Arc<Request>> {
    let vacancy = HANDLES.vacancy(Some(connection.common.id))?;
    let id = vacancy.id();
    let request = Arc::new(Request::new(id, connection, line, context));
    vacancy.fill(Handle::Request(request.clone()));
    Ok(request)
}

fn tell_created(child: &Common, parent: HandleId) {
    let _nothing_was_queued = child.say_created(parent);
}

/// Closes a handle and everything below it. The values are invalid at once; what is pending is
/// cancelled, and each handle's last notice is HANDLE_CLOSING.
pub fn close(id: HandleId) -> Result<()> {
    match HANDLES.remove(id)? {
        Removed::Leaf(handle) => match hidden_connection(&handle) {
            None => finish(&handle, cancel(&handle)),
            Some(hidden) => close_with_hidden(handle, hidden),
        },
        Removed::Tree(tree) => close_tree(&tree),
    }
    Ok(())
}

/// The connection handle that was made for the request of InternetOpenUrl alone.
fn hidden_connection(handle: &Handle) -> Option<HandleId> {
    match handle {
        Handle::Request(request) if request.connection.is_hidden => {
            Some(request.connection.common.id)
        }
        _ => None,
    }
}

#[cold]
fn close_with_hidden(request: Handle, hidden: HandleId) {
    let mut both = Tree::from_iter([request]);
    match HANDLES.remove(hidden) {
        Ok(Removed::Leaf(hidden)) => both.push(hidden),
        Ok(Removed::Tree(tree)) => both.extend(tree),
        Err(_) => {} // InternetOpenUrl is failing, and has closed it
    }
    close_tree(&both);
}

#[cold]
fn close_tree(tree: &[Handle]) {
    // All are cancelled before anybody is told: a last word may wait for the end of another.
    let hang_up: SmallVec<[bool; 4]> = tree.iter().map(cancel).collect();
    for (handle, hangs_up) in tree.iter().zip(hang_up) {
        finish(handle, hangs_up);
    }
}

/// Whether a connection is left over that must be closed.
#[inline(always)]
fn cancel(handle: &Handle) -> bool {
    handle.common().set_cancelled();
    match handle {
        Handle::Request(request) => request.cancel(),
        _ => false,
    }
}

/// Tells what is left to be told of a handle that was cancelled.
#[inline(always)]
fn finish(handle: &Handle, hangs_up: bool) {
    if let (Handle::Request(request), true) = (handle, hangs_up) {
        request.say_closed();
    }
    handle.common().close();
}
