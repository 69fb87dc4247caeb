//! Flags that functions take.

use super::handles::INTERNET_PORT;
use super::types::DWORD;

// How InternetOpen reaches servers.
/// Use the proxy settings of the machine.
pub const INTERNET_OPEN_TYPE_PRECONFIG: DWORD = 0;
/// Use no proxy.
pub const INTERNET_OPEN_TYPE_DIRECT: DWORD = 1;
/// Use the proxies that lpszProxy names.
pub const INTERNET_OPEN_TYPE_PROXY: DWORD = 3;
/// Use the proxy settings of the machine, but run no configuration script.
pub const INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY: DWORD = 4;

// Services of InternetConnect.
pub const INTERNET_SERVICE_URL: DWORD = 0;
/// FTP.
pub const INTERNET_SERVICE_FTP: DWORD = 1;
/// Gopher, which Windows no longer knows either.
pub const INTERNET_SERVICE_GOPHER: DWORD = 2;
/// HTTP, and HTTPS with INTERNET_FLAG_SECURE.
pub const INTERNET_SERVICE_HTTP: DWORD = 3;

// Ports.
/// Stands for the default port of the service.
pub const INTERNET_INVALID_PORT_NUMBER: INTERNET_PORT = 0;
pub const INTERNET_DEFAULT_FTP_PORT: INTERNET_PORT = 21;
pub const INTERNET_DEFAULT_GOPHER_PORT: INTERNET_PORT = 70;
pub const INTERNET_DEFAULT_HTTP_PORT: INTERNET_PORT = 80;
pub const INTERNET_DEFAULT_HTTPS_PORT: INTERNET_PORT = 443;
pub const INTERNET_DEFAULT_SOCKS_PORT: INTERNET_PORT = 1080;

// Flags of InternetOpen, InternetConnect, HttpOpenRequest and InternetOpenUrl.
/// Fetch from the server, even if the cache has it.
pub const INTERNET_FLAG_RELOAD: DWORD = 0x8000_0000;
/// Give the raw bytes of a directory listing.
pub const INTERNET_FLAG_RAW_DATA: DWORD = 0x4000_0000;
/// Use a connection that is open already (FTP).
pub const INTERNET_FLAG_EXISTING_CONNECT: DWORD = 0x2000_0000;
/// For InternetOpen: every operation below this handle is asynchronous.
pub const INTERNET_FLAG_ASYNC: DWORD = 0x1000_0000;
/// Use passive FTP.
pub const INTERNET_FLAG_PASSIVE: DWORD = 0x0800_0000;
/// The same as INTERNET_FLAG_NO_CACHE_WRITE.
pub const INTERNET_FLAG_DONT_CACHE: DWORD = 0x0400_0000;
/// Do not put the answer into the cache.
pub const INTERNET_FLAG_NO_CACHE_WRITE: DWORD = 0x0400_0000;
/// Has no effect, as on Windows.
pub const INTERNET_FLAG_MAKE_PERSISTENT: DWORD = 0x0200_0000;
/// Answer from the cache only, never from the network.
pub const INTERNET_FLAG_FROM_CACHE: DWORD = 0x0100_0000;
/// The same as INTERNET_FLAG_FROM_CACHE.
pub const INTERNET_FLAG_OFFLINE: DWORD = 0x0100_0000;
/// Use TLS.
pub const INTERNET_FLAG_SECURE: DWORD = 0x0080_0000;
/// Keep the connection open for further requests.
pub const INTERNET_FLAG_KEEP_CONNECTION: DWORD = 0x0040_0000;
/// Hand redirections to the program instead of following them.
pub const INTERNET_FLAG_NO_AUTO_REDIRECT: DWORD = 0x0020_0000;
/// Has no effect, as on Windows.
pub const INTERNET_FLAG_READ_PREFETCH: DWORD = 0x0010_0000;
/// Neither send nor store cookies.
pub const INTERNET_FLAG_NO_COOKIES: DWORD = 0x0008_0000;
/// Do not answer a demand for credentials.
pub const INTERNET_FLAG_NO_AUTH: DWORD = 0x0004_0000;
/// Cookies of the restricted zone.
pub const INTERNET_FLAG_RESTRICTED_ZONE: DWORD = 0x0002_0000;
/// Take the answer from the cache if the network fails.
pub const INTERNET_FLAG_CACHE_IF_NET_FAIL: DWORD = 0x0001_0000;
/// Follow a redirection from https to http.
pub const INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP: DWORD = 0x0000_8000;
/// Follow a redirection from http to https.
pub const INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS: DWORD = 0x0000_4000;
/// Accept a certificate that is expired or not yet valid.
pub const INTERNET_FLAG_IGNORE_CERT_DATE_INVALID: DWORD = 0x0000_2000;
/// Accept a certificate that is for another host name.
pub const INTERNET_FLAG_IGNORE_CERT_CN_INVALID: DWORD = 0x0000_1000;
/// Ask the server whether the cached copy is still good.
pub const INTERNET_FLAG_RESYNCHRONIZE: DWORD = 0x0000_0800;
/// Fetch again what has neither an expiry nor a modification time.
pub const INTERNET_FLAG_HYPERLINK: DWORD = 0x0000_0400;
/// Show no dialog.
pub const INTERNET_FLAG_NO_UI: DWORD = 0x0000_0200;
/// Ask proxies not to answer from their caches.
pub const INTERNET_FLAG_PRAGMA_NOCACHE: DWORD = 0x0000_0100;
/// The cache may be written later.
pub const INTERNET_FLAG_CACHE_ASYNC: DWORD = 0x0000_0080;
/// This request submits a form.
pub const INTERNET_FLAG_FORMS_SUBMIT: DWORD = 0x0000_0040;
/// Take the cached copy without asking whether it is still good.
pub const INTERNET_FLAG_FWD_BACK: DWORD = 0x0000_0020;
/// The same as INTERNET_FLAG_NEED_FILE.
pub const INTERNET_FLAG_MUST_CACHE_REQUEST: DWORD = 0x0000_0010;
/// Make a temporary file if the answer cannot be cached.
pub const INTERNET_FLAG_NEED_FILE: DWORD = 0x0000_0010;
pub const INTERNET_FLAG_BGUPDATE: DWORD = 0x0000_0008;
pub const INTERNET_FLAG_FTP_FOLDER_VIEW: DWORD = 0x0000_0004;
/// Encode international host names when there is a proxy.
pub const INTERNET_FLAG_IDN_PROXY: DWORD = 0x0000_0002;
/// Transfer as it is (FTP).
pub const INTERNET_FLAG_TRANSFER_BINARY: DWORD = 0x0000_0002;
/// Encode international host names when there is no proxy.
pub const INTERNET_FLAG_IDN_DIRECT: DWORD = 0x0000_0001;
/// Transfer as text (FTP).
pub const INTERNET_FLAG_TRANSFER_ASCII: DWORD = 0x0000_0001;

// Flags of single functions.
/// Go on asynchronously.
pub const WININET_API_FLAG_ASYNC: DWORD = 0x0000_0001;
/// Go on synchronously.
pub const WININET_API_FLAG_SYNC: DWORD = 0x0000_0004;
/// Use the context that the call passes.
pub const WININET_API_FLAG_USE_CONTEXT: DWORD = 0x0000_0008;
/// The same as WININET_API_FLAG_ASYNC.
pub const IRF_ASYNC: DWORD = 0x0000_0001;
/// The same as WININET_API_FLAG_SYNC.
pub const IRF_SYNC: DWORD = 0x0000_0004;
/// Give what is there and do not wait for more.
pub const IRF_NO_WAIT: DWORD = 0x0000_0008;
/// The same as WININET_API_FLAG_USE_CONTEXT.
pub const IRF_USE_CONTEXT: DWORD = 0x0000_0008;
/// The same as WININET_API_FLAG_ASYNC.
pub const HSR_ASYNC: DWORD = 0x0000_0001;
/// The same as WININET_API_FLAG_SYNC.
pub const HSR_SYNC: DWORD = 0x0000_0004;
/// The body will be written in pieces.
pub const HSR_INITIATE: DWORD = 0x0000_0008;
/// The same as WININET_API_FLAG_USE_CONTEXT.
pub const HSR_USE_CONTEXT: DWORD = 0x0000_0008;
/// Download to a file.
pub const HSR_DOWNLOAD: DWORD = 0x0000_0010;
/// The body is sent in chunks.
pub const HSR_CHUNKED: DWORD = 0x0000_0020;

// What InternetErrorDlg does.
/// Look whether the answer is a demand for credentials.
pub const FLAGS_ERROR_UI_FILTER_FOR_ERRORS: DWORD = 0x0000_0001;
/// Keep what the user decided with the handle.
pub const FLAGS_ERROR_UI_FLAGS_CHANGE_OPTIONS: DWORD = 0x0000_0002;
/// Collect what the dialog shows.
pub const FLAGS_ERROR_UI_FLAGS_GENERATE_DATA: DWORD = 0x0000_0004;
/// There need not be a window.
pub const FLAGS_ERROR_UI_FLAGS_NO_UI: DWORD = 0x0000_0008;
/// One dialog for several requests that want the same credentials.
pub const FLAGS_ERROR_UI_SERIALIZE_DIALOGS: DWORD = 0x0000_0010;
pub const FLAGS_ERROR_UI_SHOW_IDN_HOSTNAME: DWORD = 0x0000_0020;

// How HttpAddRequestHeaders treats headers that are there already.
pub const HTTP_ADDREQ_INDEX_MASK: DWORD = 0x0000_FFFF;
/// Join with a semicolon.
pub const HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON: DWORD = 0x0100_0000;
pub const HTTP_ADDREQ_FLAG_RESPONSE_HEADERS: DWORD = 0x0200_0000;
/// An empty value replaces like others, and does not remove.
pub const HTTP_ADDREQ_FLAG_ALLOW_EMPTY_VALUES: DWORD = 0x0400_0000;
/// Add the header only if there is none of that name; else fail.
pub const HTTP_ADDREQ_FLAG_ADD_IF_NEW: DWORD = 0x1000_0000;
/// Add the header; with REPLACE, also when there is none to replace.
pub const HTTP_ADDREQ_FLAG_ADD: DWORD = 0x2000_0000;
/// Join the value to a header of the same name.
pub const HTTP_ADDREQ_FLAG_COALESCE: DWORD = 0x4000_0000;
/// Join with a comma.
pub const HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA: DWORD = 0x4000_0000;
/// Replace the header of that name, or remove it if the value is empty.
pub const HTTP_ADDREQ_FLAG_REPLACE: DWORD = 0x8000_0000;
pub const HTTP_ADDREQ_FLAGS_MASK: DWORD = 0xFFFF_0000;
