//! The exported functions with Rust's strings and results: `Err` is the last
//! error. Tests of odd arguments call `wininet::ffi` themselves.

use std::ffi::{c_void, CString};
use std::ptr::{null, null_mut};

use wininet::abi::*;
use wininet::ffi::*;

use super::recorder::{callback_a, callback_w, Recorder};
use super::server::Server;

pub type Result<T> = std::result::Result<T, u32>;

/// A handle that is closed when it goes out of scope.
#[derive(Debug)]
pub struct Handle(HINTERNET);

// SAFETY: an HINTERNET is a number; the library looks it up and any thread may
// use it.
unsafe impl Send for Handle {}
// SAFETY: as above.
unsafe impl Sync for Handle {}

impl Handle {
    /// Takes over a handle that came as a number, from a notification.
    pub fn adopt(value: usize) -> Self {
        Self(value as HINTERNET)
    }

    pub fn raw(&self) -> HINTERNET {
        self.0
    }

    /// As notifications have it: for comparisons.
    pub fn value(&self) -> usize {
        self.0 as usize
    }

    /// Closes it now.
    pub fn close(self) -> Result<()> {
        close_value(self.leak())
    }

    /// Gives up the duty to close it.
    pub fn leak(self) -> usize {
        let value = self.value();
        std::mem::forget(self);
        value
    }

    pub(super) fn from_raw(raw: HINTERNET) -> Result<Self> {
        match raw.is_null() {
            true => Err(last_error()),
            false => Ok(Self(raw)),
        }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        // A parent that went first has closed this one too.
        let _ = close_value(self.value());
    }
}

/// Closes a handle that is known by its number.
pub fn close_value(value: usize) -> Result<()> {
    // SAFETY: any value is allowed.
    check(unsafe { InternetCloseHandle(value as HINTERNET) })
}

pub fn last_error() -> u32 {
    GetLastError()
}

pub fn set_last_error(code: u32) {
    SetLastError(code);
}

/// TRUE is `Ok`, FALSE the last error.
pub fn check(result: BOOL) -> Result<()> {
    match result {
        FALSE => Err(last_error()),
        _ => Ok(()),
    }
}

/// A session without a proxy.
pub fn session(asynchronous: bool) -> Handle {
    let agent = c"libwininet tests".as_ptr();
    let flags = if asynchronous { INTERNET_FLAG_ASYNC } else { 0 };
    // SAFETY: C strings, or NULL where that is allowed.
    let raw = unsafe { InternetOpenA(agent, INTERNET_OPEN_TYPE_DIRECT, null(), null(), flags) };
    Handle::from_raw(raw).expect("a session")
}

/// Has the recorders told, in the narrow form; children made later inherit it.
pub fn listen(handle: &Handle) {
    // SAFETY: the callback is given recorders as contexts, or 0.
    unsafe { InternetSetStatusCallbackA(handle.0, Some(callback_a)) };
}

/// The same in the wide form.
pub fn listen_w(handle: &Handle) {
    // SAFETY: as above.
    unsafe { InternetSetStatusCallbackW(handle.0, Some(callback_w)) };
}

/// An HTTP connection handle to a server of ours. The context is a recorder's
/// or 0, here and below.
pub fn connect(session: &Handle, server: &Server, context: usize) -> Handle {
    connect_to(session, "127.0.0.1", server.port(), context).expect("a connection handle")
}

pub fn connect_to(session: &Handle, host: &str, port: u16, context: usize) -> Result<Handle> {
    let host = c_string(host);
    let http = INTERNET_SERVICE_HTTP;
    // SAFETY: C strings, or NULL where that is allowed.
    Handle::from_raw(unsafe {
        InternetConnectA(
            session.0,
            host.as_ptr(),
            port,
            null(),
            null(),
            http,
            0,
            context,
        )
    })
}

pub fn request(
    connection: &Handle,
    verb: &str,
    path: &str,
    flags: u32,
    context: usize,
) -> Result<Handle> {
    let (verb, path) = (c_string(verb), c_string(path));
    // SAFETY: C strings, or NULL where that is allowed.
    Handle::from_raw(unsafe {
        HttpOpenRequestA(
            connection.0,
            verb.as_ptr(),
            path.as_ptr(),
            null(),
            null(),
            null_mut(),
            flags,
            context,
        )
    })
}

/// Synchronously the request handle; asynchronously `Err(997)`.
pub fn open_url(session: &Handle, url: &str, flags: u32, context: usize) -> Result<Handle> {
    let url = c_string(url);
    // SAFETY: C strings, or NULL where that is allowed.
    Handle::from_raw(unsafe {
        InternetOpenUrlA(session.0, url.as_ptr(), null(), 0, flags, context)
    })
}

/// Sends with no headers and no body. Asynchronously that is `Err(997)`.
pub fn send(request: &Handle) -> Result<()> {
    // SAFETY: nothing is passed.
    check(unsafe { HttpSendRequestA(request.0, null(), 0, null_mut(), 0) })
}

/// Sends with headers and a body, which must outlive the operation: so it is
/// static.
pub fn send_with(request: &Handle, headers: &str, body: &'static [u8]) -> Result<()> {
    let text = c_string(headers);
    let headers = if headers.is_empty() {
        null()
    } else {
        text.as_ptr()
    };
    let (data, size) = (body.as_ptr().cast_mut().cast::<c_void>(), body.len() as u32);
    // SAFETY: a C string with the length -1, and `size` readable bytes.
    check(unsafe { HttpSendRequestA(request.0, headers, u32::MAX, data, size) })
}

pub fn add_headers(request: &Handle, headers: &str, modifiers: u32) -> Result<()> {
    let headers = c_string(headers);
    // SAFETY: a C string with the length -1.
    check(unsafe { HttpAddRequestHeadersA(request.0, headers.as_ptr(), u32::MAX, modifiers) })
}

/// One HttpQueryInfoA for text, index 0.
pub fn query(request: &Handle, level: u32) -> Result<String> {
    let mut size = 0;
    // SAFETY: a NULL buffer with the size 0 asks for the size.
    let asked =
        check(unsafe { HttpQueryInfoA(request.0, level, null_mut(), &mut size, null_mut()) });
    match asked {
        Ok(()) => return Ok(String::new()),
        Err(ERROR_INSUFFICIENT_BUFFER) => {}
        Err(other) => return Err(other),
    }
    let mut text = vec![0_u8; size as usize];
    let buffer = text.as_mut_ptr().cast();
    // SAFETY: the buffer has the size that is passed.
    check(unsafe { HttpQueryInfoA(request.0, level, buffer, &mut size, null_mut()) })?;
    text.truncate(size as usize);
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// One HttpQueryInfoA with HTTP_QUERY_FLAG_NUMBER.
pub fn query_number(request: &Handle, level: u32) -> Result<u32> {
    let (mut number, mut size) = (0_u32, 4);
    let level = level | HTTP_QUERY_FLAG_NUMBER;
    let buffer = (&raw mut number).cast();
    // SAFETY: the buffer is a DWORD of the size that is passed.
    check(unsafe { HttpQueryInfoA(request.0, level, buffer, &mut size, null_mut()) })?;
    Ok(number)
}

/// The status code of the answer.
pub fn status_code(request: &Handle) -> u32 {
    query_number(request, HTTP_QUERY_STATUS_CODE).expect("a status code")
}

pub fn set_option_u32(handle: &Handle, option: u32, value: u32) -> Result<()> {
    let mut value = value;
    // SAFETY: four readable bytes.
    check(unsafe { InternetSetOptionA(handle.0, option, (&raw mut value).cast(), 4) })
}

/// How many connections each server may have, in the whole process.
pub fn allow_connections(count: u32) {
    let mut count = count;
    let option = INTERNET_OPTION_MAX_CONNS_PER_SERVER;
    // SAFETY: four readable bytes.
    let set = unsafe { InternetSetOptionA(null_mut(), option, (&raw mut count).cast(), 4) };
    check(set).expect("an option of the process");
}

pub fn set_option_word(handle: &Handle, option: u32, value: usize) -> Result<()> {
    let (mut value, size) = (value, size_of::<usize>() as u32);
    // SAFETY: `size` readable bytes.
    check(unsafe { InternetSetOptionA(handle.0, option, (&raw mut value).cast(), size) })
}

pub fn set_option_text(handle: &Handle, option: u32, value: &str) -> Result<()> {
    let text = c_string(value);
    let data = text.as_ptr().cast_mut().cast();
    // SAFETY: as many readable bytes as the length says, and a NUL.
    check(unsafe { InternetSetOptionA(handle.0, option, data, value.len() as u32) })
}

pub fn option_u32(handle: &Handle, option: u32) -> Result<u32> {
    let (mut value, mut size) = (0_u32, 4);
    let data = (&raw mut value).cast();
    // SAFETY: four writable bytes.
    check(unsafe { InternetQueryOptionA(handle.0, option, data, &mut size) })?;
    Ok(value)
}

/// An option that is a handle or a DWORD_PTR.
pub fn option_word(handle: &Handle, option: u32) -> Result<usize> {
    let (mut value, mut size) = (0_usize, size_of::<usize>() as u32);
    let data = (&raw mut value).cast();
    // SAFETY: `size` writable bytes.
    check(unsafe { InternetQueryOptionA(handle.0, option, data, &mut size) })?;
    Ok(value)
}

pub fn option_text(handle: &Handle, option: u32) -> Result<String> {
    let mut text = vec![0_u8; 8192];
    let mut size = text.len() as u32;
    let data = text.as_mut_ptr().cast();
    // SAFETY: `size` writable bytes.
    check(unsafe { InternetQueryOptionA(handle.0, option, data, &mut size) })?;
    let end = text.iter().position(|&b| b == 0).unwrap_or(text.len());
    Ok(String::from_utf8_lossy(&text[..end]).into_owned())
}

/// A session and a connection handle to one server, and a recorder that hears
/// of the requests, not of the connection handle (whose context is 0).
pub struct Client {
    pub session: Handle,
    pub connection: Handle,
    pub recorder: &'static Recorder,
}

impl Client {
    pub fn sync(server: &Server) -> Self {
        Self::new(false, server)
    }

    pub fn asynchronous(server: &Server) -> Self {
        Self::new(true, server)
    }

    pub fn new(asynchronous: bool, server: &Server) -> Self {
        Self::to_port(asynchronous, server.port())
    }

    pub fn to_port(asynchronous: bool, port: u16) -> Self {
        let session = session(asynchronous);
        listen(&session);
        let connection = connect_to(&session, "127.0.0.1", port, 0);
        Self {
            session,
            connection: connection.expect("a connection handle"),
            recorder: Recorder::new(),
        }
    }

    /// A request handle; its CREATED is the recorder's first event.
    pub fn request(&self, verb: &str, path: &str, flags: u32) -> Handle {
        let context = self.recorder.context();
        request(&self.connection, verb, path, flags, context).expect("a request handle")
    }

    /// A request handle for a GET, without flags.
    pub fn get(&self, path: &str) -> Handle {
        self.request("GET", path, 0)
    }

    /// Sends and, in an asynchronous session, waits for the completion.
    pub fn send(&self, request: &Handle) -> Result<()> {
        finish(send(request), self.recorder)
    }
}

/// Waits for the completion if the call said ERROR_IO_PENDING.
#[track_caller]
pub fn finish(started: Result<()>, recorder: &Recorder) -> Result<()> {
    match started {
        Err(ERROR_IO_PENDING) => match recorder.wait_complete() {
            (0, error) => Err(error),
            _ => Ok(()),
        },
        other => other,
    }
}

pub(super) fn c_string(text: &str) -> CString {
    CString::new(text).expect("no NUL inside")
}
