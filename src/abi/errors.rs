//! Error codes of WinINet, 12000 and up. Those of the system are in winerror.rs.

use super::types::DWORD;

/// Where the error codes of WinINet begin.
pub const INTERNET_ERROR_BASE: DWORD = 12000;
/// No more handles can be made.
pub const ERROR_INTERNET_OUT_OF_HANDLES: DWORD = 12001;
/// The request timed out.
pub const ERROR_INTERNET_TIMEOUT: DWORD = 12002;
/// The server said what is wrong; InternetGetLastResponseInfo has its text.
pub const ERROR_INTERNET_EXTENDED_ERROR: DWORD = 12003;
/// Something went wrong inside the library.
pub const ERROR_INTERNET_INTERNAL_ERROR: DWORD = 12004;
/// The URL is not valid.
pub const ERROR_INTERNET_INVALID_URL: DWORD = 12005;
/// The scheme of the URL is unknown or not supported.
pub const ERROR_INTERNET_UNRECOGNIZED_SCHEME: DWORD = 12006;
/// The host name could not be resolved.
pub const ERROR_INTERNET_NAME_NOT_RESOLVED: DWORD = 12007;
/// The protocol could not be found.
pub const ERROR_INTERNET_PROTOCOL_NOT_FOUND: DWORD = 12008;
/// There is no such option.
pub const ERROR_INTERNET_INVALID_OPTION: DWORD = 12009;
/// The buffer has the wrong size for the option.
pub const ERROR_INTERNET_BAD_OPTION_LENGTH: DWORD = 12010;
/// The option can only be queried.
pub const ERROR_INTERNET_OPTION_NOT_SETTABLE: DWORD = 12011;
/// The library is being shut down.
pub const ERROR_INTERNET_SHUTDOWN: DWORD = 12012;
/// The FTP server does not know the user.
pub const ERROR_INTERNET_INCORRECT_USER_NAME: DWORD = 12013;
/// The FTP server refuses the password.
pub const ERROR_INTERNET_INCORRECT_PASSWORD: DWORD = 12014;
/// The FTP server refuses the login.
pub const ERROR_INTERNET_LOGIN_FAILURE: DWORD = 12015;
/// The operation is not valid.
pub const ERROR_INTERNET_INVALID_OPERATION: DWORD = 12016;
/// The operation was cancelled, mostly because its handle was closed.
pub const ERROR_INTERNET_OPERATION_CANCELLED: DWORD = 12017;
/// The handle is of the wrong type for this function.
pub const ERROR_INTERNET_INCORRECT_HANDLE_TYPE: DWORD = 12018;
/// The handle is not in a state that allows this.
pub const ERROR_INTERNET_INCORRECT_HANDLE_STATE: DWORD = 12019;
/// This cannot be done through a proxy.
pub const ERROR_INTERNET_NOT_PROXY_REQUEST: DWORD = 12020;
/// A setting is missing.
pub const ERROR_INTERNET_REGISTRY_VALUE_NOT_FOUND: DWORD = 12021;
/// A setting has the wrong type or value.
pub const ERROR_INTERNET_BAD_REGISTRY_PARAMETER: DWORD = 12022;
/// The network cannot be reached directly now.
pub const ERROR_INTERNET_NO_DIRECT_ACCESS: DWORD = 12023;
/// The request is asynchronous and its context is 0.
pub const ERROR_INTERNET_NO_CONTEXT: DWORD = 12024;
/// The request is asynchronous and there is no callback.
pub const ERROR_INTERNET_NO_CALLBACK: DWORD = 12025;
/// Other requests of the handle are pending.
pub const ERROR_INTERNET_REQUEST_PENDING: DWORD = 12026;
/// The request has the wrong form.
pub const ERROR_INTERNET_INCORRECT_FORMAT: DWORD = 12027;
/// The item could not be found.
pub const ERROR_INTERNET_ITEM_NOT_FOUND: DWORD = 12028;
/// No connection to the server could be made.
pub const ERROR_INTERNET_CANNOT_CONNECT: DWORD = 12029;
/// The connection was ended.
pub const ERROR_INTERNET_CONNECTION_ABORTED: DWORD = 12030;
/// The connection was reset.
pub const ERROR_INTERNET_CONNECTION_RESET: DWORD = 12031;
/// The request must be sent again.
pub const ERROR_INTERNET_FORCE_RETRY: DWORD = 12032;
/// The request to the proxy was not valid.
pub const ERROR_INTERNET_INVALID_PROXY_REQUEST: DWORD = 12033;
/// The user must be asked.
pub const ERROR_INTERNET_NEED_UI: DWORD = 12034;
/// There is such a handle already.
pub const ERROR_INTERNET_HANDLE_EXISTS: DWORD = 12036;
/// The certificate is expired or not yet valid.
pub const ERROR_INTERNET_SEC_CERT_DATE_INVALID: DWORD = 12037;
/// The certificate is for another host name.
pub const ERROR_INTERNET_SEC_CERT_CN_INVALID: DWORD = 12038;
/// The answer redirects from http to https.
pub const ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR: DWORD = 12039;
/// The answer redirects from https to http.
pub const ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR: DWORD = 12040;
/// Not all of the content is secure.
pub const ERROR_INTERNET_MIXED_SECURITY: DWORD = 12041;
/// The program posts and changes data at a server that is not secure.
pub const ERROR_INTERNET_CHG_POST_IS_NON_SECURE: DWORD = 12042;
/// The program posts data to a server that is not secure.
pub const ERROR_INTERNET_POST_IS_NON_SECURE: DWORD = 12043;
/// The server asks for a certificate of the client.
pub const ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED: DWORD = 12044;
/// The certificate was signed by an authority that is not trusted.
pub const ERROR_INTERNET_INVALID_CA: DWORD = 12045;
/// Certificates of clients are not set up here.
pub const ERROR_INTERNET_CLIENT_AUTH_NOT_SETUP: DWORD = 12046;
/// A thread could not be started.
pub const ERROR_INTERNET_ASYNC_THREAD_FAILED: DWORD = 12047;
/// The redirection leads to another protocol.
pub const ERROR_INTERNET_REDIRECT_SCHEME_CHANGE: DWORD = 12048;
/// Another thread is asking the user already.
pub const ERROR_INTERNET_DIALOG_PENDING: DWORD = 12049;
/// The user should be asked again.
pub const ERROR_INTERNET_RETRY_DIALOG: DWORD = 12050;
pub const ERROR_INTERNET_NO_NEW_CONTAINERS: DWORD = 12051;
/// Data that was posted to https is redirected to http.
pub const ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR: DWORD = 12052;
/// A CD-ROM is needed.
pub const ERROR_INTERNET_INSERT_CDROM: DWORD = 12053;
/// A Fortezza login is needed.
pub const ERROR_INTERNET_FORTEZZA_LOGIN_NEEDED: DWORD = 12054;
/// The certificate is bad; see INTERNET_ERROR_MASK_COMBINED_SEC_CERT.
pub const ERROR_INTERNET_SEC_CERT_ERRORS: DWORD = 12055;
/// Whether the certificate was revoked could not be checked.
pub const ERROR_INTERNET_SEC_CERT_NO_REV: DWORD = 12056;
/// The check whether the certificate was revoked failed.
pub const ERROR_INTERNET_SEC_CERT_REV_FAILED: DWORD = 12057;
pub const ERROR_INTERNET_SOURCE_PORT_IN_USE: DWORD = 12058;
pub const ERROR_INTERNET_INSECURE_FALLBACK_REQUIRED: DWORD = 12059;
pub const ERROR_HTTP_HSTS_REDIRECT_REQUIRED: DWORD = 12060;
pub const ERROR_INTERNET_PROXY_ALERT: DWORD = 12061;
pub const ERROR_INTERNET_SEC_CERT_WEAK_SIGNATURE: DWORD = 12062;
pub const ERROR_INTERNET_NO_CM_CONNECTION: DWORD = 12080;
/// Another operation of this FTP connection is going on.
pub const ERROR_FTP_TRANSFER_IN_PROGRESS: DWORD = 12110;
/// The FTP connection was ended.
pub const ERROR_FTP_DROPPED: DWORD = 12111;
/// The FTP server has no passive mode.
pub const ERROR_FTP_NO_PASSIVE_MODE: DWORD = 12112;
/// The Gopher server sent what could not be understood.
pub const ERROR_GOPHER_PROTOCOL_ERROR: DWORD = 12130;
/// The locator is not one of a file.
pub const ERROR_GOPHER_NOT_FILE: DWORD = 12131;
/// An error while receiving from the Gopher server.
pub const ERROR_GOPHER_DATA_ERROR: DWORD = 12132;
/// There is no more data.
pub const ERROR_GOPHER_END_OF_DATA: DWORD = 12133;
/// The locator is not valid.
pub const ERROR_GOPHER_INVALID_LOCATOR: DWORD = 12134;
/// The locator is of the wrong type.
pub const ERROR_GOPHER_INCORRECT_LOCATOR_TYPE: DWORD = 12135;
/// This needs a Gopher+ server.
pub const ERROR_GOPHER_NOT_GOPHER_PLUS: DWORD = 12136;
/// There is no such attribute.
pub const ERROR_GOPHER_ATTRIBUTE_NOT_FOUND: DWORD = 12137;
/// The type of the locator is unknown.
pub const ERROR_GOPHER_UNKNOWN_LOCATOR: DWORD = 12138;
pub const ERROR_HTTP_PUSH_STATUS_CODE_NOT_SUPPORTED: DWORD = 12147;
pub const ERROR_HTTP_PUSH_RETRY_NOT_SUPPORTED: DWORD = 12148;
pub const ERROR_HTTP_PUSH_ENABLE_FAILED: DWORD = 12149;
/// There is no such header.
pub const ERROR_HTTP_HEADER_NOT_FOUND: DWORD = 12150;
/// The server sent no headers.
pub const ERROR_HTTP_DOWNLEVEL_SERVER: DWORD = 12151;
/// The answer of the server could not be understood.
pub const ERROR_HTTP_INVALID_SERVER_RESPONSE: DWORD = 12152;
/// The header is not valid.
pub const ERROR_HTTP_INVALID_HEADER: DWORD = 12153;
/// HttpQueryInfo was asked for something that does not exist.
pub const ERROR_HTTP_INVALID_QUERY_REQUEST: DWORD = 12154;
/// There is such a header already.
pub const ERROR_HTTP_HEADER_ALREADY_EXISTS: DWORD = 12155;
/// The redirection failed, or there were too many.
pub const ERROR_HTTP_REDIRECT_FAILED: DWORD = 12156;
/// TLS failed.
pub const ERROR_INTERNET_SECURITY_CHANNEL_ERROR: DWORD = 12157;
/// The answer could not be put into the cache.
pub const ERROR_INTERNET_UNABLE_TO_CACHE_FILE: DWORD = 12158;
/// There is no TCP/IP.
pub const ERROR_INTERNET_TCPIP_NOT_INSTALLED: DWORD = 12159;
/// The request was not redirected.
pub const ERROR_HTTP_NOT_REDIRECTED: DWORD = 12160;
/// The user must confirm the cookie.
pub const ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION: DWORD = 12161;
/// The cookie was refused.
pub const ERROR_HTTP_COOKIE_DECLINED: DWORD = 12162;
/// The machine is not connected.
pub const ERROR_INTERNET_DISCONNECTED: DWORD = 12163;
/// The same as ERROR_INTERNET_DISCONNECTED.
pub const ERROR_INTERNET_OFFLINE: DWORD = 12163;
/// The server cannot be reached.
pub const ERROR_INTERNET_SERVER_UNREACHABLE: DWORD = 12164;
/// The proxy cannot be reached.
pub const ERROR_INTERNET_PROXY_SERVER_UNREACHABLE: DWORD = 12165;
/// The configuration script has an error.
pub const ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT: DWORD = 12166;
/// The configuration script could not be fetched.
pub const ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT: DWORD = 12167;
/// The user must confirm the redirection.
pub const ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION: DWORD = 12168;
/// The certificate is not valid.
pub const ERROR_INTERNET_SEC_INVALID_CERT: DWORD = 12169;
/// The certificate was revoked.
pub const ERROR_INTERNET_SEC_CERT_REVOKED: DWORD = 12170;
/// A security check forbids it.
pub const ERROR_INTERNET_FAILED_DUETOSECURITYCHECK: DWORD = 12171;
/// InternetOpen has not been called.
pub const ERROR_INTERNET_NOT_INITIALIZED: DWORD = 12172;
/// Never returned, as on Windows.
pub const ERROR_INTERNET_NEED_MSN_SSPI_PKG: DWORD = 12173;
/// The login failed, and the answer's body says why.
pub const ERROR_INTERNET_LOGIN_FAILURE_DISPLAY_ENTITY_BODY: DWORD = 12174;
/// The answer could not be decoded.
pub const ERROR_INTERNET_DECODING_FAILED: DWORD = 12175;
pub const ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED_PROXY: DWORD = 12187;
pub const ERROR_INTERNET_SECURE_FAILURE_PROXY: DWORD = 12188;
pub const ERROR_INTERNET_DISALLOW_INPRIVATE: DWORD = 12189;
pub const ERROR_INTERNET_HTTP_PROTOCOL_MISMATCH: DWORD = 12190;
pub const ERROR_INTERNET_GLOBAL_CALLBACK_FAILED: DWORD = 12191;
pub const ERROR_INTERNET_FEATURE_DISABLED: DWORD = 12192;
/// The last error code that Microsoft documents.
pub const INTERNET_ERROR_LAST: DWORD = 12192;
/// Where the codes begin that no function returns.
pub const INTERNET_INTERNAL_ERROR_BASE: DWORD = 12900;
pub const ERROR_INTERNET_INTERNAL_SOCKET_ERROR: DWORD = 12901;
pub const ERROR_INTERNET_CONNECTION_AVAILABLE: DWORD = 12902;
pub const ERROR_INTERNET_NO_KNOWN_SERVERS: DWORD = 12903;
pub const ERROR_INTERNET_PING_FAILED: DWORD = 12904;
pub const ERROR_INTERNET_NO_PING_SUPPORT: DWORD = 12905;
pub const ERROR_INTERNET_CACHE_SUCCESS: DWORD = 12906;
pub const ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION_EX: DWORD = 12907;
