//! What a status callback is told, and the type of the callback.

use super::handles::HINTERNET;
use super::types::{DWORD, DWORD_PTR, LPVOID};

/// The program's own function that is told how an operation goes on.
///
/// Set with InternetSetStatusCallback. It is called for handles whose context is not 0, with that
/// context in `dwContext`. `lpvStatusInformation` points to a copy that lives until the callback
/// returns and may be written to.
pub type INTERNET_STATUS_CALLBACK = Option<
    unsafe extern "C-unwind" fn(
        hInternet: HINTERNET,
        dwContext: DWORD_PTR,
        dwInternetStatus: DWORD,
        lpvStatusInformation: LPVOID,
        dwStatusInformationLength: DWORD,
    ),
>;
pub type LPINTERNET_STATUS_CALLBACK = *mut INTERNET_STATUS_CALLBACK;

/// What INTERNET_INVALID_STATUS_CALLBACK is as an address: a C macro casts it, Rust cannot.
pub(crate) const INVALID_STATUS_CALLBACK_ADDRESS: usize = usize::MAX;

/// The context of a handle for which no callback is wanted.
pub const INTERNET_NO_CALLBACK: DWORD = 0;

// Values of dwInternetStatus.
/// Looking up the name of the server or proxy. Information: the name, as a string of the callback's
/// flavour.
pub const INTERNET_STATUS_RESOLVING_NAME: DWORD = 10;
/// The address was found. Information: the address as text, always `char`.
pub const INTERNET_STATUS_NAME_RESOLVED: DWORD = 11;
/// Connecting to the server or proxy. Information: its address as text, always `char`.
pub const INTERNET_STATUS_CONNECTING_TO_SERVER: DWORD = 20;
/// The connection stands. Information: the address as text, always `char`.
pub const INTERNET_STATUS_CONNECTED_TO_SERVER: DWORD = 21;
/// Sending the request. No information.
pub const INTERNET_STATUS_SENDING_REQUEST: DWORD = 30;
/// The request was sent. Information: a DWORD, the number of bytes sent.
pub const INTERNET_STATUS_REQUEST_SENT: DWORD = 31;
/// Waiting for the server. No information.
pub const INTERNET_STATUS_RECEIVING_RESPONSE: DWORD = 40;
/// Something came from the server. Information: a DWORD, the number of bytes received.
pub const INTERNET_STATUS_RESPONSE_RECEIVED: DWORD = 41;
/// Never sent, here as on Windows.
pub const INTERNET_STATUS_CTL_RESPONSE_RECEIVED: DWORD = 42;
/// Never sent, here as on Windows.
pub const INTERNET_STATUS_PREFETCH: DWORD = 43;
/// Closing the connection to the server. No information.
pub const INTERNET_STATUS_CLOSING_CONNECTION: DWORD = 50;
/// The connection is closed. No information.
pub const INTERNET_STATUS_CONNECTION_CLOSED: DWORD = 51;
/// A handle was made. `hInternet` is its parent, `dwContext` its own context.
/// Information: a pointer to the new HINTERNET, which is also the `dwResult` of an
/// INTERNET_ASYNC_RESULT.
pub const INTERNET_STATUS_HANDLE_CREATED: DWORD = 60;
/// The handle is gone; nothing follows for it. Information: a pointer to the HINTERNET.
pub const INTERNET_STATUS_HANDLE_CLOSING: DWORD = 70;
/// Looking for the proxy to use.
pub const INTERNET_STATUS_DETECTING_PROXY: DWORD = 80;
/// An asynchronous operation has ended. Information: an INTERNET_ASYNC_RESULT.
pub const INTERNET_STATUS_REQUEST_COMPLETE: DWORD = 100;
/// The request goes on at another URL. Information: the new URL, a string of the callback's
/// flavour.
pub const INTERNET_STATUS_REDIRECT: DWORD = 110;
/// The server sent an intermediate (1xx) answer.
pub const INTERNET_STATUS_INTERMEDIATE_RESPONSE: DWORD = 120;
/// The request needs the user before it can go on.
pub const INTERNET_STATUS_USER_INPUT_REQUIRED: DWORD = 140;
/// The machine went from online to offline or back. Information: a DWORD of INTERNET_STATE_ flags.
pub const INTERNET_STATUS_STATE_CHANGE: DWORD = 200;
/// Cookies went with the request. Information: a DWORD, how many.
pub const INTERNET_STATUS_COOKIE_SENT: DWORD = 320;
/// Cookies came with the answer. Information: a DWORD, how many.
pub const INTERNET_STATUS_COOKIE_RECEIVED: DWORD = 321;
pub const INTERNET_STATUS_PRIVACY_IMPACTED: DWORD = 324;
pub const INTERNET_STATUS_P3P_HEADER: DWORD = 325;
pub const INTERNET_STATUS_P3P_POLICYREF: DWORD = 326;
pub const INTERNET_STATUS_COOKIE_HISTORY: DWORD = 327;
pub const INTERNET_STATUS_SENDING_COOKIE: DWORD = 328;
pub const INTERNET_STATUS_REQUEST_HEADERS_SET: DWORD = 329;
pub const INTERNET_STATUS_RESPONSE_HEADERS_SET: DWORD = 330;
pub const INTERNET_STATUS_PROXY_CREDENTIALS: DWORD = 400;
pub const INTERNET_STATUS_SERVER_CREDENTIALS: DWORD = 401;
pub const INTERNET_STATUS_SERVER_CONNECTION_STATE: DWORD = 410;
pub const INTERNET_STATUS_END_BROWSER_SESSION: DWORD = 420;
pub const INTERNET_STATUS_COOKIE: DWORD = 430;

// What INTERNET_PREFETCH_STATUS tells.
pub const INTERNET_PREFETCH_PROGRESS: DWORD = 0;
pub const INTERNET_PREFETCH_COMPLETE: DWORD = 1;
pub const INTERNET_PREFETCH_ABORTED: DWORD = 2;

/// What would come with INTERNET_STATUS_PREFETCH.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_PREFETCH_STATUS {
    /// An INTERNET_PREFETCH_ value.
    pub dwStatus: DWORD,
    /// How many bytes have come.
    pub dwSize: DWORD,
}
pub type LPINTERNET_PREFETCH_STATUS = *mut INTERNET_PREFETCH_STATUS;

// Which notifications INTERNET_OPTION_CALLBACK_FILTER lets through.
pub const INTERNET_STATUS_FILTER_RESOLVING: DWORD = 0x0000_0001;
pub const INTERNET_STATUS_FILTER_RESOLVED: DWORD = 0x0000_0002;
pub const INTERNET_STATUS_FILTER_CONNECTING: DWORD = 0x0000_0004;
pub const INTERNET_STATUS_FILTER_CONNECTED: DWORD = 0x0000_0008;
pub const INTERNET_STATUS_FILTER_SENDING: DWORD = 0x0000_0010;
pub const INTERNET_STATUS_FILTER_SENT: DWORD = 0x0000_0020;
pub const INTERNET_STATUS_FILTER_RECEIVING: DWORD = 0x0000_0040;
pub const INTERNET_STATUS_FILTER_RECEIVED: DWORD = 0x0000_0080;
pub const INTERNET_STATUS_FILTER_CLOSING: DWORD = 0x0000_0100;
pub const INTERNET_STATUS_FILTER_CLOSED: DWORD = 0x0000_0200;
pub const INTERNET_STATUS_FILTER_HANDLE_CREATED: DWORD = 0x0000_0400;
pub const INTERNET_STATUS_FILTER_HANDLE_CLOSING: DWORD = 0x0000_0800;
pub const INTERNET_STATUS_FILTER_PREFETCH: DWORD = 0x0000_1000;
pub const INTERNET_STATUS_FILTER_REDIRECT: DWORD = 0x0000_2000;
pub const INTERNET_STATUS_FILTER_STATE_CHANGE: DWORD = 0x0000_4000;

// What INTERNET_STATUS_STATE_CHANGE and INTERNET_OPTION_CONNECTED_STATE speak of.
pub const INTERNET_STATE_CONNECTED: DWORD = 0x0000_0001;
pub const INTERNET_STATE_DISCONNECTED: DWORD = 0x0000_0002;
pub const INTERNET_STATE_DISCONNECTED_BY_USER: DWORD = 0x0000_0010;
pub const INTERNET_STATE_IDLE: DWORD = 0x0000_0100;
pub const INTERNET_STATE_BUSY: DWORD = 0x0000_0200;
