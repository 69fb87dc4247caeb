//! The structs of the API.

use super::handles::{INTERNET_PORT, INTERNET_SCHEME};
use super::types::{DWORD, DWORD_PTR, FILETIME, LPCSTR, LPCWSTR, LPSTR, LPVOID, LPWSTR};

/// The outcome of an asynchronous operation, as INTERNET_STATUS_REQUEST_COMPLETE tells it.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct INTERNET_ASYNC_RESULT {
    /// What the call would have returned: an HINTERNET, or TRUE or FALSE.
    pub dwResult: DWORD_PTR,
    /// The error code if it failed; after InternetQueryDataAvailable, the bytes that are there.
    pub dwError: DWORD,
}
pub type LPINTERNET_ASYNC_RESULT = *mut INTERNET_ASYNC_RESULT;

/// The connection below a request, for INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct INTERNET_DIAGNOSTIC_SOCKET_INFO {
    /// The socket.
    pub Socket: DWORD_PTR,
    /// Our port.
    pub SourcePort: DWORD,
    /// The server's port.
    pub DestPort: DWORD,
    /// IDSI_FLAG_ values.
    pub Flags: DWORD,
}
pub type LPINTERNET_DIAGNOSTIC_SOCKET_INFO = *mut INTERNET_DIAGNOSTIC_SOCKET_INFO;

/// Proxy settings, for INTERNET_OPTION_PROXY.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_PROXY_INFOA {
    /// One of the INTERNET_OPEN_TYPE_ values.
    pub dwAccessType: DWORD,
    /// The proxies.
    pub lpszProxy: LPCSTR,
    /// The hosts that are reached without one.
    pub lpszProxyBypass: LPCSTR,
}
pub type LPINTERNET_PROXY_INFOA = *mut INTERNET_PROXY_INFOA;

/// The wide form of INTERNET_PROXY_INFOA.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_PROXY_INFOW {
    pub dwAccessType: DWORD,
    pub lpszProxy: LPCWSTR,
    pub lpszProxyBypass: LPCWSTR,
}
pub type LPINTERNET_PROXY_INFOW = *mut INTERNET_PROXY_INFOW;

/// The value of one option of a connection.
#[repr(C)]
#[derive(Clone, Copy)]
pub union INTERNET_PER_CONN_OPTION_VALUEA {
    pub dwValue: DWORD,
    pub pszValue: LPSTR,
    pub ftValue: FILETIME,
}

/// One option of a connection.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct INTERNET_PER_CONN_OPTIONA {
    /// One of the INTERNET_PER_CONN_ values.
    pub dwOption: DWORD,
    /// Its value.
    pub Value: INTERNET_PER_CONN_OPTION_VALUEA,
}
pub type LPINTERNET_PER_CONN_OPTIONA = *mut INTERNET_PER_CONN_OPTIONA;

/// The wide form of INTERNET_PER_CONN_OPTION_VALUEA.
#[repr(C)]
#[derive(Clone, Copy)]
pub union INTERNET_PER_CONN_OPTION_VALUEW {
    pub dwValue: DWORD,
    pub pszValue: LPWSTR,
    pub ftValue: FILETIME,
}

/// The wide form of INTERNET_PER_CONN_OPTIONA.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct INTERNET_PER_CONN_OPTIONW {
    pub dwOption: DWORD,
    pub Value: INTERNET_PER_CONN_OPTION_VALUEW,
}
pub type LPINTERNET_PER_CONN_OPTIONW = *mut INTERNET_PER_CONN_OPTIONW;

/// The options of a connection, for INTERNET_OPTION_PER_CONNECTION_OPTION.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_PER_CONN_OPTION_LISTA {
    /// The size of this struct.
    pub dwSize: DWORD,
    /// The connection, or NULL for the default.
    pub pszConnection: LPSTR,
    /// How many options there are.
    pub dwOptionCount: DWORD,
    /// The index of the option that failed.
    pub dwOptionError: DWORD,
    /// The options.
    pub pOptions: LPINTERNET_PER_CONN_OPTIONA,
}
pub type LPINTERNET_PER_CONN_OPTION_LISTA = *mut INTERNET_PER_CONN_OPTION_LISTA;

/// The wide form of INTERNET_PER_CONN_OPTION_LISTA.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_PER_CONN_OPTION_LISTW {
    pub dwSize: DWORD,
    pub pszConnection: LPWSTR,
    pub dwOptionCount: DWORD,
    pub dwOptionError: DWORD,
    pub pOptions: LPINTERNET_PER_CONN_OPTIONW,
}
pub type LPINTERNET_PER_CONN_OPTION_LISTW = *mut INTERNET_PER_CONN_OPTION_LISTW;

/// The version of the library, for INTERNET_OPTION_VERSION.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct INTERNET_VERSION_INFO {
    pub dwMajorVersion: DWORD,
    pub dwMinorVersion: DWORD,
}
pub type LPINTERNET_VERSION_INFO = *mut INTERNET_VERSION_INFO;

/// The version of HTTP, for INTERNET_OPTION_HTTP_VERSION.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HTTP_VERSION_INFO {
    pub dwMajorVersion: DWORD,
    pub dwMinorVersion: DWORD,
}
pub type LPHTTP_VERSION_INFO = *mut HTTP_VERSION_INFO;

/// Whether the machine is online, for INTERNET_OPTION_CONNECTED_STATE.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct INTERNET_CONNECTED_INFO {
    /// INTERNET_STATE_ values.
    pub dwConnectedState: DWORD,
    /// ISO_ values.
    pub dwFlags: DWORD,
}
pub type LPINTERNET_CONNECTED_INFO = *mut INTERNET_CONNECTED_INFO;

/// When a cached answer expires and was last changed, for INTERNET_OPTION_CACHE_TIMESTAMPS.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct INTERNET_CACHE_TIMESTAMPS {
    pub ftExpires: FILETIME,
    pub ftLastModified: FILETIME,
}
pub type LPINTERNET_CACHE_TIMESTAMPS = *mut INTERNET_CACHE_TIMESTAMPS;

/// The parts of a URL, for InternetCrackUrlA and InternetCreateUrlA.
///
/// A part whose pointer is NULL and whose length is not 0 comes back as a pointer into the URL; one
/// whose pointer is not NULL is copied there; one whose length is 0 is left out.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct URL_COMPONENTSA {
    /// The size of this struct.
    pub dwStructSize: DWORD,
    /// The scheme, without its colon.
    pub lpszScheme: LPSTR,
    pub dwSchemeLength: DWORD,
    /// The scheme as a number.
    pub nScheme: INTERNET_SCHEME,
    pub lpszHostName: LPSTR,
    pub dwHostNameLength: DWORD,
    /// The port, or the default one of the scheme.
    pub nPort: INTERNET_PORT,
    pub lpszUserName: LPSTR,
    pub dwUserNameLength: DWORD,
    pub lpszPassword: LPSTR,
    pub dwPasswordLength: DWORD,
    /// The path, and the extra part too if that is not asked for.
    pub lpszUrlPath: LPSTR,
    pub dwUrlPathLength: DWORD,
    /// What begins with "?" or "#".
    pub lpszExtraInfo: LPSTR,
    pub dwExtraInfoLength: DWORD,
}
pub type LPURL_COMPONENTSA = *mut URL_COMPONENTSA;

/// The wide form of URL_COMPONENTSA. Lengths count wide characters.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct URL_COMPONENTSW {
    pub dwStructSize: DWORD,
    pub lpszScheme: LPWSTR,
    pub dwSchemeLength: DWORD,
    pub nScheme: INTERNET_SCHEME,
    pub lpszHostName: LPWSTR,
    pub dwHostNameLength: DWORD,
    pub nPort: INTERNET_PORT,
    pub lpszUserName: LPWSTR,
    pub dwUserNameLength: DWORD,
    pub lpszPassword: LPWSTR,
    pub dwPasswordLength: DWORD,
    pub lpszUrlPath: LPWSTR,
    pub dwUrlPathLength: DWORD,
    pub lpszExtraInfo: LPWSTR,
    pub dwExtraInfoLength: DWORD,
}
pub type LPURL_COMPONENTSW = *mut URL_COMPONENTSW;

/// The certificate of a server, for INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT. The program frees
/// each of its strings with LocalFree, which is free() on Linux.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_CERTIFICATE_INFOA {
    /// When it expires.
    pub ftExpiry: FILETIME,
    /// Since when it is valid.
    pub ftStart: FILETIME,
    /// Whom it names: the parts of the name, a line each.
    pub lpszSubjectInfo: LPSTR,
    /// Who signed it, in the same way.
    pub lpszIssuerInfo: LPSTR,
    /// The protocol of the connection: "TLS 1.3". Empty if the certificate was refused.
    pub lpszProtocolName: LPSTR,
    /// How it is signed.
    pub lpszSignatureAlgName: LPSTR,
    /// How the connection is encrypted: "AES-256-GCM". Empty if the certificate was refused.
    pub lpszEncryptionAlgName: LPSTR,
    /// The bits of the key by which it is encrypted.
    pub dwKeySize: DWORD,
}
pub type LPINTERNET_CERTIFICATE_INFOA = *mut INTERNET_CERTIFICATE_INFOA;

/// The wide form of INTERNET_CERTIFICATE_INFOA.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_CERTIFICATE_INFOW {
    pub ftExpiry: FILETIME,
    pub ftStart: FILETIME,
    pub lpszSubjectInfo: LPWSTR,
    pub lpszIssuerInfo: LPWSTR,
    pub lpszProtocolName: LPWSTR,
    pub lpszSignatureAlgName: LPWSTR,
    pub lpszEncryptionAlgName: LPWSTR,
    pub dwKeySize: DWORD,
}
pub type LPINTERNET_CERTIFICATE_INFOW = *mut INTERNET_CERTIFICATE_INFOW;

/// Headers and data, for HttpSendRequestExA, HttpEndRequestA and InternetReadFileExA.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_BUFFERSA {
    /// The size of this struct.
    pub dwStructSize: DWORD,
    /// The next one.
    pub Next: *mut INTERNET_BUFFERSA,
    /// The headers, or NULL.
    pub lpcszHeader: LPCSTR,
    /// How many characters of headers there are.
    pub dwHeadersLength: DWORD,
    /// How many are needed, if there is too little room.
    pub dwHeadersTotal: DWORD,
    /// The data, or NULL.
    pub lpvBuffer: LPVOID,
    /// The size of the data in bytes.
    pub dwBufferLength: DWORD,
    /// The size of all the data, of which this buffer may be a part.
    pub dwBufferTotal: DWORD,
    /// Not used.
    pub dwOffsetLow: DWORD,
    /// Not used.
    pub dwOffsetHigh: DWORD,
}
pub type LPINTERNET_BUFFERSA = *mut INTERNET_BUFFERSA;

/// The wide form of INTERNET_BUFFERSA.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_BUFFERSW {
    pub dwStructSize: DWORD,
    pub Next: *mut INTERNET_BUFFERSW,
    pub lpcszHeader: LPCWSTR,
    pub dwHeadersLength: DWORD,
    pub dwHeadersTotal: DWORD,
    pub lpvBuffer: LPVOID,
    pub dwBufferLength: DWORD,
    pub dwBufferTotal: DWORD,
    pub dwOffsetLow: DWORD,
    pub dwOffsetHigh: DWORD,
}
pub type LPINTERNET_BUFFERSW = *mut INTERNET_BUFFERSW;
