//! Sessions, connections, closing, and who is told.

use super::guard::{guard, Former};
use super::inward::{handle, read, string, string_in_place, write, CodeUnit, INVALID_PARAMETER};
use super::outward;
use super::proxy::proxy_settings;
use crate::abi::*;
use crate::trace;
use crate::wininet::{self, Error, HandleId, Listener, Opening, Result};

/// Opens a session, the root of all other handles.
///
/// Parameters:
/// - lpszAgent: what the User-Agent header says; "" sends none, NULL what the process has as
///   INTERNET_OPTION_USER_AGENT: nothing unless the program set it.
/// - dwAccessType: INTERNET_OPEN_TYPE_DIRECT: no proxy. INTERNET_OPEN_TYPE_PROXY: the ones named here.
///   INTERNET_OPEN_TYPE_PRECONFIG and _PRECONFIG_WITH_NO_AUTOPROXY: those that the process has when
///   InternetConnect or InternetOpenUrl is called: what INTERNET_OPTION_PROXY set on NULL, else what
///   http_proxy, https_proxy, all_proxy and no_proxy say in the environment. docs/proxies.md has it all.
/// - lpszProxy: for INTERNET_OPEN_TYPE_PROXY, the proxies: "proxy:80", or one for each scheme as in
///   "http=a:80 https=b:80;socks=c:1080". Spaces and semicolons separate; the first that takes a
///   connection is used.
/// - lpszProxyBypass: for INTERNET_OPEN_TYPE_PROXY, the hosts that are reached without one:
///   `<local>;*.example.com;192.168.*`, or NULL. This machine always is, unless `<-loopback>` is there.
/// - dwFlags: INTERNET_FLAG_ASYNC makes every operation below the session asynchronous. Others have
///   no meaning.
///
/// Returns the session, or NULL. Last errors: ERROR_INVALID_PARAMETER for an unknown access type, a
/// list of proxies that is NULL, empty or makes no sense, or a line break in the agent,
/// ERROR_NOT_ENOUGH_MEMORY if no handle is left. Statuses: none. Threads: any.
///
/// From the first call of this on, children of fork may call exec and exit, and find every function
/// here failing with ERROR_INTERNET_SHUTDOWN.
/// Source: wininet.h, InternetOpenA.
///
/// # Safety
/// Strings are NULL or end with a NUL.
#[no_mangle]
pub unsafe extern "C" fn InternetOpenA(
    lpszAgent: LPCSTR,
    dwAccessType: DWORD,
    lpszProxy: LPCSTR,
    lpszProxyBypass: LPCSTR,
    dwFlags: DWORD,
) -> HINTERNET {
    let proxies = (lpszProxy.cast::<u8>(), lpszProxyBypass.cast());
    // SAFETY: the same promise.
    guard(|| unsafe { open(lpszAgent.cast(), dwAccessType, proxies, dwFlags) })
}

/// The W form of InternetOpenA. A string that is not valid Unicode is ERROR_INVALID_PARAMETER, here
/// and in every W form. Source: wininet.h, InternetOpenW.
///
/// # Safety
/// As InternetOpenA.
#[no_mangle]
pub unsafe extern "C" fn InternetOpenW(
    lpszAgent: LPCWSTR,
    dwAccessType: DWORD,
    lpszProxy: LPCWSTR,
    lpszProxyBypass: LPCWSTR,
    dwFlags: DWORD,
) -> HINTERNET {
    let proxies = (lpszProxy, lpszProxyBypass);
    // SAFETY: the same promise.
    guard(|| unsafe { open(lpszAgent, dwAccessType, proxies, dwFlags) })
}

unsafe fn open<U: CodeUnit>(
    agent: *const U,
    access: DWORD,
    proxies: (*const U, *const U),
    flags: DWORD,
) -> Result<HandleId> {
    // SAFETY: the caller's promise.
    let agent = unsafe { string_in_place(agent) }?;
    // SAFETY: the caller's promise.
    let proxy = unsafe { proxy_settings(access, proxies) }?;
    let could_break_a_head = |byte: &u8| matches!(byte, b'\r' | b'\n');
    if agent
        .as_ref()
        .is_some_and(|it| it.iter().any(could_break_a_head))
    {
        return Err(INVALID_PARAMETER);
    }
    super::exit::arrange();
    wininet::open_session(Opening {
        agent: agent.as_deref(),
        proxy,
        is_async: flags & INTERNET_FLAG_ASYNC != 0,
    })
}

/// Names a server. Nothing is sent, and no socket is opened.
///
/// Parameters:
/// - hInternet: a session.
/// - lpszServerName: host name or address; an IPv6 address may have brackets.
/// - nServerPort: the port, or INTERNET_INVALID_PORT_NUMBER (0) for the default of each request:
///   80, or 443 with INTERNET_FLAG_SECURE.
/// - lpszUserName, lpszPassword: what answers when this server asks for credentials (401); NULL or
///   "": nothing. The same as INTERNET_OPTION_USERNAME and INTERNET_OPTION_PASSWORD.
/// - dwService: INTERNET_SERVICE_HTTP. INTERNET_SERVICE_FTP and _GOPHER are refused.
/// - dwFlags: none has a meaning for HTTP.
/// - dwContext: the context value of the new handle; 0: no notifications of its own.
///
/// Returns the connection, or NULL, at once also in an asynchronous session. Last errors:
/// ERROR_INVALID_HANDLE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INVALID_PARAMETER for an empty
/// name, an unknown service or a line break in user or password, ERROR_INTERNET_INVALID_URL for a name that cannot be one,
/// ERROR_CALL_NOT_IMPLEMENTED for FTP and Gopher, ERROR_NOT_ENOUGH_MEMORY if no handle is left.
/// Statuses: INTERNET_STATUS_HANDLE_CREATED in the name of the session, on the calling thread
/// before this returns. Threads: any.
/// Source: wininet.h, InternetConnectA.
///
/// # Safety
/// Strings are NULL or end with a NUL.
#[no_mangle]
pub unsafe extern "C" fn InternetConnectA(
    hInternet: HINTERNET,
    lpszServerName: LPCSTR,
    nServerPort: INTERNET_PORT,
    lpszUserName: LPCSTR,
    lpszPassword: LPCSTR,
    dwService: DWORD,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    let _ = dwFlags;
    let strings = [lpszServerName, lpszUserName, lpszPassword].map(<*const CHAR>::cast::<u8>);
    // SAFETY: the same promise.
    guard(|| unsafe { connect(hInternet, strings, nServerPort, dwService, dwContext) })
}

/// The W form of InternetConnectA. Source: wininet.h, InternetConnectW.
///
/// # Safety
/// As InternetConnectA.
#[no_mangle]
pub unsafe extern "C" fn InternetConnectW(
    hInternet: HINTERNET,
    lpszServerName: LPCWSTR,
    nServerPort: INTERNET_PORT,
    lpszUserName: LPCWSTR,
    lpszPassword: LPCWSTR,
    dwService: DWORD,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    let _ = dwFlags;
    let strings = [lpszServerName, lpszUserName, lpszPassword];
    // SAFETY: the same promise.
    guard(|| unsafe { connect(hInternet, strings, nServerPort, dwService, dwContext) })
}

unsafe fn connect<U: CodeUnit>(
    session: HINTERNET,
    [name, user, password]: [*const U; 3],
    port: INTERNET_PORT,
    service: DWORD,
    context: DWORD_PTR,
) -> Result<HandleId> {
    let session = wininet::session(handle(session)?)?;
    // SAFETY: the caller's promise, for every string.
    let (name, user, password) =
        unsafe { (string_in_place(name)?, string(user)?, string(password)?) };
    let name = name.unwrap_or_default();
    match service {
        INTERNET_SERVICE_HTTP if !name.is_empty() => {}
        INTERNET_SERVICE_FTP | INTERNET_SERVICE_GOPHER => {
            return Err(Error(ERROR_CALL_NOT_IMPLEMENTED))
        }
        _ => return Err(INVALID_PARAMETER),
    }
    let target = wininet::url::target(&name, port)?;
    trace::note(|| format!("{}:{port}", target.host));
    let login = wininet::login(user, password)?;
    wininet::connect(session, target, login, context)
}

/// Closes a handle and every handle below it.
///
/// The values are invalid at once, inside callbacks too. A pending operation is cancelled: it ends
/// with INTERNET_STATUS_REQUEST_COMPLETE {0, ERROR_INTERNET_OPERATION_CANCELLED}; a synchronous
/// call on another thread returns FALSE with that error. The call never waits for a callback that
/// is running, and the buffers of asynchronous reads are not touched after it.
///
/// Parameters:
/// - hInternet: any handle.
///
/// Returns TRUE, or FALSE with ERROR_INVALID_HANDLE, also for a second close. The last error is 0
/// even if operations were pending. Statuses: for a request whose connection cannot be used again
/// CLOSING_CONNECTION, CONNECTION_CLOSED; for every handle with a context
/// INTERNET_STATUS_HANDLE_CLOSING as its very last, children first. They come before this returns
/// where nothing of the handle or below it is pending and no other thread is in a callback of it,
/// otherwise from the thread that ends what is. Threads: any, also from a callback of the handle
/// itself.
/// Source: wininet.h, InternetCloseHandle.
///
/// # Safety
/// Safe with any value.
#[no_mangle]
pub unsafe extern "C" fn InternetCloseHandle(hInternet: HINTERNET) -> BOOL {
    guard(|| wininet::close(handle(hInternet)?))
}

/// Sets the function that is told how operations on a handle go on. Strings come as char.
///
/// The callback is inherited by handles made from now on; those that exist keep theirs. The change
/// holds at once: no notification that begins after this returns uses the former callback. It does
/// not wait for one that is running.
///
/// Nothing is told of a handle whose context is 0.
///
/// Parameters:
/// - hInternet: any handle.
/// - lpfnInternetCallback: the callback, or NULL to remove it. It must return: an exception that
///   leaves it ends the process.
///
/// Returns the former callback, NULL if there was none, INTERNET_INVALID_STATUS_CALLBACK on
/// failure. Last errors: ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER for
/// INTERNET_INVALID_STATUS_CALLBACK. Statuses: none. Threads: any.
/// Source: wininet.h, InternetSetStatusCallback.
///
/// # Safety
/// The callback is a function of that type, for as long as it is set.
#[no_mangle]
pub unsafe extern "C" fn InternetSetStatusCallback(
    hInternet: HINTERNET,
    lpfnInternetCallback: INTERNET_STATUS_CALLBACK,
) -> INTERNET_STATUS_CALLBACK {
    guard(|| set_callback(hInternet, lpfnInternetCallback, outward::narrow))
}

/// The same as InternetSetStatusCallback. Source: wininet.h, InternetSetStatusCallbackA.
///
/// # Safety
/// As InternetSetStatusCallback.
#[no_mangle]
pub unsafe extern "C" fn InternetSetStatusCallbackA(
    hInternet: HINTERNET,
    lpfnInternetCallback: INTERNET_STATUS_CALLBACK,
) -> INTERNET_STATUS_CALLBACK {
    guard(|| set_callback(hInternet, lpfnInternetCallback, outward::narrow))
}

/// The W form of InternetSetStatusCallback: host names and URLs come as wchar_t, addresses still as
/// char. Source: wininet.h, InternetSetStatusCallbackW.
///
/// # Safety
/// As InternetSetStatusCallback.
#[no_mangle]
pub unsafe extern "C" fn InternetSetStatusCallbackW(
    hInternet: HINTERNET,
    lpfnInternetCallback: INTERNET_STATUS_CALLBACK,
) -> INTERNET_STATUS_CALLBACK {
    guard(|| set_callback(hInternet, lpfnInternetCallback, outward::wide))
}

fn set_callback(
    of: HINTERNET,
    callback: INTERNET_STATUS_CALLBACK,
    flavour: fn(INTERNET_STATUS_CALLBACK) -> Option<Listener>,
) -> Result<Former> {
    let found = wininet::find(handle(of)?)?;
    match outward::is_invalid(callback) {
        true => Err(INVALID_PARAMETER),
        false => Ok(Former(found.common().set_listener(flavour(callback)))),
    }
}

/// Gives what a server said in its own words about the last failure on this thread. HTTP servers
/// have no such words: the text is empty and the code 0.
///
/// Parameters:
/// - lpdwError: takes the code: 0.
/// - lpszBuffer: takes the text, an empty string; may be NULL.
/// - lpdwBufferLength: in: its size in characters; out: the length of the text without the NUL: 0.
///
/// Returns TRUE, or FALSE with ERROR_INVALID_PARAMETER if the first or the last is NULL. Statuses:
/// none. Threads: any.
/// Source: wininet.h, InternetGetLastResponseInfoA.
///
/// # Safety
/// Pointers are NULL or point to what they say.
#[no_mangle]
pub unsafe extern "C" fn InternetGetLastResponseInfoA(
    lpdwError: LPDWORD,
    lpszBuffer: LPSTR,
    lpdwBufferLength: LPDWORD,
) -> BOOL {
    let text = lpszBuffer.cast::<u8>();
    // SAFETY: the same promise.
    guard(|| unsafe { last_response_info(lpdwError, text, lpdwBufferLength) })
}

/// The W form of InternetGetLastResponseInfoA. Source: wininet.h, InternetGetLastResponseInfoW.
///
/// # Safety
/// As InternetGetLastResponseInfoA.
#[no_mangle]
pub unsafe extern "C" fn InternetGetLastResponseInfoW(
    lpdwError: LPDWORD,
    lpszBuffer: LPWSTR,
    lpdwBufferLength: LPDWORD,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { last_response_info(lpdwError, lpszBuffer, lpdwBufferLength) })
}

unsafe fn last_response_info<U: CodeUnit>(
    code: LPDWORD,
    text: *mut U,
    length: LPDWORD,
) -> Result<()> {
    // SAFETY: the caller's promise, for every pointer here; the text has room for its NUL if it has
    // any.
    unsafe {
        let room = read(length)?;
        write(code, 0)?;
        if room > 0 && !text.is_null() {
            write(text, U::NUL)?;
        }
        write(length, 0)
    }
}
