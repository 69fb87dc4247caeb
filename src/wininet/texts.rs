//! The error codes in words.

use std::ffi::CStr;

use crate::abi::*;

/// A code with its name and what it says to a user.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The code.
    pub code: u32,
    /// Its name in the headers.
    pub name: &'static CStr,
    /// One sentence.
    pub text: &'static CStr,
}

/// The entry of a code, if there is one.
pub fn entry(code: u32) -> Option<&'static Entry> {
    let found = ENTRIES.binary_search_by_key(&code, |entry| entry.code);
    found.ok().map(|at| &ENTRIES[at])
}

macro_rules! entries {
    ($($name:ident: $text:literal,)*) => {
        /// In the order of their codes.
        const ENTRIES: &[Entry] = &[$(Entry {
            code: $name,
            name: c_string(concat!(stringify!($name), "\0")),
            text: c_string(concat!($text, "\0")),
        }),*];
    };
}

const fn c_string(text: &'static str) -> &'static CStr {
    match CStr::from_bytes_with_nul(text.as_bytes()) {
        Ok(text) => text,
        Err(_) => panic!("a NUL inside"),
    }
}

entries! {
    ERROR_SUCCESS: "Nothing went wrong.",
    ERROR_FILE_NOT_FOUND: "There is no such file.",
    ERROR_PATH_NOT_FOUND: "There is no such directory.",
    ERROR_ACCESS_DENIED: "Access is denied.",
    ERROR_INVALID_HANDLE: "The handle is not valid, or was closed.",
    ERROR_NOT_ENOUGH_MEMORY: "There is no memory, thread or descriptor left for this.",
    ERROR_NOT_SUPPORTED: "This is not supported.",
    ERROR_INVALID_PARAMETER: "An argument is not valid.",
    ERROR_CALL_NOT_IMPLEMENTED: "The library does not have this function.",
    ERROR_INSUFFICIENT_BUFFER: "The buffer is too small.",
    ERROR_NEGATIVE_SEEK: "The place lies before the beginning.",
    ERROR_BAD_PATHNAME: "The URL cannot be put together.",
    ERROR_MORE_DATA: "There is more than fits into the buffer.",
    ERROR_NO_MORE_ITEMS: "There is nothing more.",
    ERROR_IO_PENDING: "The operation goes on; the status callback will tell its end.",
    ERROR_CANCELLED: "The user cancelled the operation.",
    ERROR_NOT_CONNECTED: "No connection can be made.",
    ERROR_INTERNET_OUT_OF_HANDLES: "No more handles can be made.",
    ERROR_INTERNET_TIMEOUT: "The request timed out.",
    ERROR_INTERNET_EXTENDED_ERROR: "The server explained the error in words of its own.",
    ERROR_INTERNET_INTERNAL_ERROR: "Something went wrong inside the library.",
    ERROR_INTERNET_INVALID_URL: "The URL is not valid.",
    ERROR_INTERNET_UNRECOGNIZED_SCHEME: "The scheme of the URL is not known.",
    ERROR_INTERNET_NAME_NOT_RESOLVED: "The name of the server could not be found.",
    ERROR_INTERNET_PROTOCOL_NOT_FOUND: "The protocol is not there.",
    ERROR_INTERNET_INVALID_OPTION: "There is no such option.",
    ERROR_INTERNET_BAD_OPTION_LENGTH: "The value has the wrong size for the option.",
    ERROR_INTERNET_OPTION_NOT_SETTABLE: "The option can be read and not be set.",
    ERROR_INTERNET_SHUTDOWN: "The library is shutting down.",
    ERROR_INTERNET_INCORRECT_USER_NAME: "The server does not know this user.",
    ERROR_INTERNET_INCORRECT_PASSWORD: "The password is wrong.",
    ERROR_INTERNET_LOGIN_FAILURE: "The server refused the login.",
    ERROR_INTERNET_INVALID_OPERATION: "This cannot be done here.",
    ERROR_INTERNET_OPERATION_CANCELLED: "The operation was cancelled.",
    ERROR_INTERNET_INCORRECT_HANDLE_TYPE: "The handle is of the wrong type for this.",
    ERROR_INTERNET_INCORRECT_HANDLE_STATE: "The handle is not in the state for this.",
    ERROR_INTERNET_NOT_PROXY_REQUEST: "The request cannot go through a proxy.",
    ERROR_INTERNET_REGISTRY_VALUE_NOT_FOUND: "A setting is missing.",
    ERROR_INTERNET_BAD_REGISTRY_PARAMETER: "A setting has a wrong type or value.",
    ERROR_INTERNET_NO_DIRECT_ACCESS: "The network cannot be reached directly.",
    ERROR_INTERNET_NO_CONTEXT: "An asynchronous request needs a context.",
    ERROR_INTERNET_NO_CALLBACK: "An asynchronous request needs a status callback.",
    ERROR_INTERNET_REQUEST_PENDING: "Another request of the handle is still going on.",
    ERROR_INTERNET_INCORRECT_FORMAT: "The request has the wrong form.",
    ERROR_INTERNET_ITEM_NOT_FOUND: "There is no such item.",
    ERROR_INTERNET_CANNOT_CONNECT: "No connection to the server could be made.",
    ERROR_INTERNET_CONNECTION_ABORTED: "The connection ended too early.",
    ERROR_INTERNET_CONNECTION_RESET: "The server reset the connection.",
    ERROR_INTERNET_FORCE_RETRY: "The request must be sent again.",
    ERROR_INTERNET_INVALID_PROXY_REQUEST: "The request to the proxy is not valid.",
    ERROR_INTERNET_NEED_UI: "The user must be asked first.",
    ERROR_INTERNET_HANDLE_EXISTS: "There is such a handle already.",
    ERROR_INTERNET_SEC_CERT_DATE_INVALID: "The certificate of the server is not valid at this date.",
    ERROR_INTERNET_SEC_CERT_CN_INVALID: "The certificate of the server is for another name.",
    ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR: "The server redirects from http to https.",
    ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR: "The server redirects from https to http.",
    ERROR_INTERNET_MIXED_SECURITY: "Not everything on this page is secure.",
    ERROR_INTERNET_CHG_POST_IS_NON_SECURE: "The data would change something at a server that is not secure.",
    ERROR_INTERNET_POST_IS_NON_SECURE: "The data would go to a server that is not secure.",
    ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED: "The server asks for a certificate of the client.",
    ERROR_INTERNET_INVALID_CA: "The certificate of the server comes from an authority that is not trusted.",
    ERROR_INTERNET_CLIENT_AUTH_NOT_SETUP: "Certificates of the client are not set up on this machine.",
    ERROR_INTERNET_ASYNC_THREAD_FAILED: "A thread for asynchronous work could not be started.",
    ERROR_INTERNET_REDIRECT_SCHEME_CHANGE: "The redirect leads to another protocol.",
    ERROR_INTERNET_DIALOG_PENDING: "The user is being asked already.",
    ERROR_INTERNET_RETRY_DIALOG: "The user should be asked again.",
    ERROR_INTERNET_NO_NEW_CONTAINERS: "There are no new cache containers.",
    ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR: "Data that was sent to https would be redirected to http.",
    ERROR_INTERNET_INSERT_CDROM: "A disc must be inserted.",
    ERROR_INTERNET_FORTEZZA_LOGIN_NEEDED: "A login with a Fortezza card is needed.",
    ERROR_INTERNET_SEC_CERT_ERRORS: "The certificate of the server has faults.",
    ERROR_INTERNET_SEC_CERT_NO_REV: "Nobody tells whether the certificate of the server was revoked.",
    ERROR_INTERNET_SEC_CERT_REV_FAILED: "It could not be found out whether the certificate of the server was revoked.",
    ERROR_INTERNET_SOURCE_PORT_IN_USE: "The local port is in use.",
    ERROR_INTERNET_INSECURE_FALLBACK_REQUIRED: "The server wants a weaker version of TLS.",
    ERROR_HTTP_HSTS_REDIRECT_REQUIRED: "The server is to be asked over https only.",
    ERROR_INTERNET_PROXY_ALERT: "The proxy wants the attention of the user.",
    ERROR_INTERNET_SEC_CERT_WEAK_SIGNATURE: "The certificate of the server has a weak signature.",
    ERROR_INTERNET_NO_CM_CONNECTION: "The connection manager has no connection.",
    ERROR_FTP_TRANSFER_IN_PROGRESS: "Another transfer of this FTP connection is going on.",
    ERROR_FTP_DROPPED: "The FTP connection was ended.",
    ERROR_FTP_NO_PASSIVE_MODE: "The FTP server has no passive mode.",
    ERROR_GOPHER_PROTOCOL_ERROR: "The answer of the Gopher server makes no sense.",
    ERROR_GOPHER_NOT_FILE: "The Gopher locator does not name a file.",
    ERROR_GOPHER_DATA_ERROR: "The Gopher server could not be read.",
    ERROR_GOPHER_END_OF_DATA: "The Gopher server has no more data.",
    ERROR_GOPHER_INVALID_LOCATOR: "The Gopher locator is not valid.",
    ERROR_GOPHER_INCORRECT_LOCATOR_TYPE: "The Gopher locator is of the wrong type.",
    ERROR_GOPHER_NOT_GOPHER_PLUS: "This needs a Gopher+ server.",
    ERROR_GOPHER_ATTRIBUTE_NOT_FOUND: "The Gopher item has no such attribute.",
    ERROR_GOPHER_UNKNOWN_LOCATOR: "The type of the Gopher locator is not known.",
    ERROR_HTTP_PUSH_STATUS_CODE_NOT_SUPPORTED: "Push does not go with the status of this answer.",
    ERROR_HTTP_PUSH_RETRY_NOT_SUPPORTED: "The server does not let push be tried again.",
    ERROR_HTTP_PUSH_ENABLE_FAILED: "Push could not be turned on.",
    ERROR_HTTP_HEADER_NOT_FOUND: "There is no such header.",
    ERROR_HTTP_DOWNLEVEL_SERVER: "The server sent no headers.",
    ERROR_HTTP_INVALID_SERVER_RESPONSE: "The answer of the server makes no sense.",
    ERROR_HTTP_INVALID_HEADER: "A header is not valid.",
    ERROR_HTTP_INVALID_QUERY_REQUEST: "There is nothing of that kind to ask for.",
    ERROR_HTTP_HEADER_ALREADY_EXISTS: "There is such a header already.",
    ERROR_HTTP_REDIRECT_FAILED: "The redirects lead nowhere.",
    ERROR_INTERNET_SECURITY_CHANNEL_ERROR: "No encrypted connection could be made.",
    ERROR_INTERNET_UNABLE_TO_CACHE_FILE: "The answer could not be put into the cache.",
    ERROR_INTERNET_TCPIP_NOT_INSTALLED: "This machine has no TCP/IP.",
    ERROR_HTTP_NOT_REDIRECTED: "The request was not redirected.",
    ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION: "The user must agree to the cookie.",
    ERROR_HTTP_COOKIE_DECLINED: "The cookie was refused.",
    ERROR_INTERNET_DISCONNECTED: "This machine is not connected to a network, or works offline.",
    ERROR_INTERNET_SERVER_UNREACHABLE: "The server cannot be reached.",
    ERROR_INTERNET_PROXY_SERVER_UNREACHABLE: "The proxy cannot be reached.",
    ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT: "The script that chooses the proxy has an error.",
    ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT: "The script that chooses the proxy could not be fetched.",
    ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION: "The user must agree to the redirect.",
    ERROR_INTERNET_SEC_INVALID_CERT: "The certificate of the server is not valid.",
    ERROR_INTERNET_SEC_CERT_REVOKED: "The certificate of the server was revoked.",
    ERROR_INTERNET_FAILED_DUETOSECURITYCHECK: "A security check forbids it.",
    ERROR_INTERNET_NOT_INITIALIZED: "InternetOpen comes first.",
    ERROR_INTERNET_NEED_MSN_SSPI_PKG: "A security package is missing.",
    ERROR_INTERNET_LOGIN_FAILURE_DISPLAY_ENTITY_BODY: "The login was refused, and the answer says why.",
    ERROR_INTERNET_DECODING_FAILED: "The answer could not be decoded.",
    ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED_PROXY: "The proxy asks for a certificate of the client.",
    ERROR_INTERNET_SECURE_FAILURE_PROXY: "No encrypted connection to the proxy could be made.",
    ERROR_INTERNET_DISALLOW_INPRIVATE: "This is not allowed in private browsing.",
    ERROR_INTERNET_HTTP_PROTOCOL_MISMATCH: "The server wants another version of HTTP.",
    ERROR_INTERNET_GLOBAL_CALLBACK_FAILED: "A callback of the process failed.",
    ERROR_INTERNET_FEATURE_DISABLED: "This feature is turned off.",
    ERROR_INTERNET_INTERNAL_SOCKET_ERROR: "A socket failed inside the library.",
    ERROR_INTERNET_CONNECTION_AVAILABLE: "There is a connection.",
    ERROR_INTERNET_NO_KNOWN_SERVERS: "No server is known that could be asked.",
    ERROR_INTERNET_PING_FAILED: "The server does not answer.",
    ERROR_INTERNET_NO_PING_SUPPORT: "Servers cannot be pinged from here.",
    ERROR_INTERNET_CACHE_SUCCESS: "The answer comes from the cache.",
    ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION_EX: "The user must agree to the cookies.",
}
