//! What InternetQueryOption and InternetSetOption ask for and set.

use super::types::DWORD;

// Options.
/// The lowest option.
pub const INTERNET_FIRST_OPTION: DWORD = 1;
/// The status callback of the handle. Only InternetSetStatusCallback sets it.
pub const INTERNET_OPTION_CALLBACK: DWORD = 1;
/// DWORD: milliseconds for a connection to be made, over all addresses of the host.
pub const INTERNET_OPTION_CONNECT_TIMEOUT: DWORD = 2;
/// DWORD: how many addresses of a host are tried.
pub const INTERNET_OPTION_CONNECT_RETRIES: DWORD = 3;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_CONNECT_BACKOFF: DWORD = 4;
/// The same as INTERNET_OPTION_SEND_TIMEOUT.
pub const INTERNET_OPTION_CONTROL_SEND_TIMEOUT: DWORD = 5;
/// DWORD: milliseconds to send a request.
pub const INTERNET_OPTION_SEND_TIMEOUT: DWORD = 5;
/// The same as INTERNET_OPTION_RECEIVE_TIMEOUT.
pub const INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT: DWORD = 6;
/// DWORD: milliseconds to wait for the server.
pub const INTERNET_OPTION_RECEIVE_TIMEOUT: DWORD = 6;
/// DWORD: milliseconds to send on the data channel of FTP.
pub const INTERNET_OPTION_DATA_SEND_TIMEOUT: DWORD = 7;
/// DWORD: milliseconds to wait on the data channel of FTP.
pub const INTERNET_OPTION_DATA_RECEIVE_TIMEOUT: DWORD = 8;
/// DWORD, query only: one of the INTERNET_HANDLE_TYPE_ values.
pub const INTERNET_OPTION_HANDLE_TYPE: DWORD = 9;
/// The old number of INTERNET_OPTION_CONTEXT_VALUE. Set: the address of the buffer is the context.
pub const INTERNET_OPTION_CONTEXT_VALUE_OLD: DWORD = 10;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_LISTEN_TIMEOUT: DWORD = 11;
/// DWORD: bytes of the read buffer of FTP.
pub const INTERNET_OPTION_READ_BUFFER_SIZE: DWORD = 12;
/// DWORD: bytes of the write buffer of FTP.
pub const INTERNET_OPTION_WRITE_BUFFER_SIZE: DWORD = 13;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_ASYNC_ID: DWORD = 15;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_ASYNC_PRIORITY: DWORD = 16;
/// HINTERNET, query only: the handle that this one was made from.
pub const INTERNET_OPTION_PARENT_HANDLE: DWORD = 21;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_KEEP_CONNECTION: DWORD = 22;
/// DWORD, query only: INTERNET_REQFLAG_ values.
pub const INTERNET_OPTION_REQUEST_FLAGS: DWORD = 23;
/// DWORD, query only: the system's error behind the last WinINet error of this thread.
pub const INTERNET_OPTION_EXTENDED_ERROR: DWORD = 24;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_OFFLINE_MODE: DWORD = 26;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_CACHE_STREAM_HANDLE: DWORD = 27;
/// String: the user name for the server.
pub const INTERNET_OPTION_USERNAME: DWORD = 28;
/// String: the password for the server.
pub const INTERNET_OPTION_PASSWORD: DWORD = 29;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_ASYNC: DWORD = 30;
/// DWORD: SECURITY_FLAG_ values.
pub const INTERNET_OPTION_SECURITY_FLAGS: DWORD = 31;
/// INTERNET_CERTIFICATE_INFO, query only: the certificate of the server.
pub const INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT: DWORD = 32;
/// String, query only: the file that holds the answer.
pub const INTERNET_OPTION_DATAFILE_NAME: DWORD = 33;
/// String, query only: the URL of the request, after redirections the last one.
pub const INTERNET_OPTION_URL: DWORD = 34;
/// String, query only: the certificate of the server as text.
pub const INTERNET_OPTION_SECURITY_CERTIFICATE: DWORD = 35;
/// DWORD, query only: the bits of the key of the connection.
pub const INTERNET_OPTION_SECURITY_KEY_BITNESS: DWORD = 36;
/// No buffer: read the proxy settings again.
pub const INTERNET_OPTION_REFRESH: DWORD = 37;
/// INTERNET_PROXY_INFO: the proxies of a session, or with a NULL handle of the process.
pub const INTERNET_OPTION_PROXY: DWORD = 38;
/// No buffer: the settings of the machine have changed. Connections in reserve are dropped.
pub const INTERNET_OPTION_SETTINGS_CHANGED: DWORD = 39;
/// INTERNET_VERSION_INFO, query only: the version of WinINet that the library speaks.
pub const INTERNET_OPTION_VERSION: DWORD = 40;
/// String: what requests call themselves.
pub const INTERNET_OPTION_USER_AGENT: DWORD = 41;
/// No buffer: forget the passwords and session cookies of this process.
pub const INTERNET_OPTION_END_BROWSER_SESSION: DWORD = 42;
/// String: the user name for the proxy.
pub const INTERNET_OPTION_PROXY_USERNAME: DWORD = 43;
/// String: the password for the proxy.
pub const INTERNET_OPTION_PROXY_PASSWORD: DWORD = 44;
/// DWORD_PTR: the context that status callbacks of this handle get.
pub const INTERNET_OPTION_CONTEXT_VALUE: DWORD = 45;
pub const INTERNET_OPTION_CONNECT_LIMIT: DWORD = 46;
pub const INTERNET_OPTION_SECURITY_SELECT_CLIENT_CERT: DWORD = 47;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_POLICY: DWORD = 48;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_DISCONNECTED_TIMEOUT: DWORD = 49;
pub const INTERNET_OPTION_OFFLINE_TIMEOUT: DWORD = 49;
/// Query: a DWORD of INTERNET_STATE_ values. Set: INTERNET_CONNECTED_INFO.
pub const INTERNET_OPTION_CONNECTED_STATE: DWORD = 50;
pub const INTERNET_OPTION_LINE_STATE: DWORD = 50;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_IDLE_STATE: DWORD = 51;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_OFFLINE_SEMANTICS: DWORD = 52;
/// Kept for the system.
pub const INTERNET_OPTION_SECONDARY_CACHE_KEY: DWORD = 53;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_CALLBACK_FILTER: DWORD = 54;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_CONNECT_TIME: DWORD = 55;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_SEND_THROUGHPUT: DWORD = 56;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_RECEIVE_THROUGHPUT: DWORD = 57;
/// LONG: which of the requests that wait for a connection goes first.
pub const INTERNET_OPTION_REQUEST_PRIORITY: DWORD = 58;
/// HTTP_VERSION_INFO: the version of HTTP that requests speak. For a NULL handle.
pub const INTERNET_OPTION_HTTP_VERSION: DWORD = 59;
/// Kept for the system.
pub const INTERNET_OPTION_RESET_URLCACHE_SESSION: DWORD = 60;
pub const INTERNET_OPTION_NET_SPEED: DWORD = 61;
/// DWORD: the INTERNET_ERROR_MASK_ values that the program can handle.
pub const INTERNET_OPTION_ERROR_MASK: DWORD = 62;
/// DWORD: milliseconds to wait for the network before the cache answers.
pub const INTERNET_OPTION_FROM_CACHE_TIMEOUT: DWORD = 63;
/// BOOL: fetch again what was edited in the cache.
pub const INTERNET_OPTION_BYPASS_EDITED_ENTRY: DWORD = 64;
/// BOOL: decode gzip, deflate, br and zstd.
pub const INTERNET_OPTION_HTTP_DECODING: DWORD = 65;
/// INTERNET_SECURITY_CONNECTION_INFO, query only: how the connection of a request is encrypted.
pub const INTERNET_OPTION_SECURITY_CONNECTION_INFO: DWORD = 66;
/// INTERNET_DIAGNOSTIC_SOCKET_INFO, query only: the connection of a request.
pub const INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO: DWORD = 67;
/// DWORD: the code page of host names that are not IDN.
pub const INTERNET_OPTION_CODEPAGE: DWORD = 68;
/// INTERNET_CACHE_TIMESTAMPS, query only: when the cached answer was changed and expires.
pub const INTERNET_OPTION_CACHE_TIMESTAMPS: DWORD = 69;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_DISABLE_AUTODIAL: DWORD = 70;
pub const INTERNET_OPTION_DETECT_POST_SEND: DWORD = 71;
pub const INTERNET_OPTION_DISABLE_NTLM_PREAUTH: DWORD = 72;
/// DWORD: how many connections one server gets.
pub const INTERNET_OPTION_MAX_CONNS_PER_SERVER: DWORD = 73;
/// DWORD: how many connections one HTTP/1.0 server gets.
pub const INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER: DWORD = 74;
/// INTERNET_PER_CONN_OPTION_LIST: proxy settings.
pub const INTERNET_OPTION_PER_CONNECTION_OPTION: DWORD = 75;
/// No buffer: forget the credentials of digest authentication.
pub const INTERNET_OPTION_DIGEST_AUTH_UNLOAD: DWORD = 76;
/// Go to the network although the machine is set offline.
pub const INTERNET_OPTION_IGNORE_OFFLINE: DWORD = 77;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_IDENTITY: DWORD = 78;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_REMOVE_IDENTITY: DWORD = 79;
/// Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION.
pub const INTERNET_OPTION_ALTER_IDENTITY: DWORD = 80;
/// DWORD, set only: one of the INTERNET_SUPPRESS_ values.
pub const INTERNET_OPTION_SUPPRESS_BEHAVIOR: DWORD = 81;
pub const INTERNET_OPTION_AUTODIAL_MODE: DWORD = 82;
pub const INTERNET_OPTION_AUTODIAL_CONNECTION: DWORD = 83;
/// Set only: the certificate that the client shows. On Linux the buffer is PEM text: the chain, the
/// client's own certificate first, and the private key. NULL and 0: there is none.
pub const INTERNET_OPTION_CLIENT_CERT_CONTEXT: DWORD = 84;
pub const INTERNET_OPTION_AUTH_FLAGS: DWORD = 85;
pub const INTERNET_OPTION_COOKIES_3RD_PARTY: DWORD = 86;
pub const INTERNET_OPTION_DISABLE_PASSPORT_AUTH: DWORD = 87;
pub const INTERNET_OPTION_SEND_UTF8_SERVERNAME_TO_PROXY: DWORD = 88;
pub const INTERNET_OPTION_EXEMPT_CONNECTION_LIMIT: DWORD = 89;
pub const INTERNET_OPTION_ENABLE_PASSPORT_AUTH: DWORD = 90;
pub const INTERNET_OPTION_HIBERNATE_INACTIVE_WORKER_THREADS: DWORD = 91;
pub const INTERNET_OPTION_ACTIVATE_WORKER_THREADS: DWORD = 92;
pub const INTERNET_OPTION_RESTORE_WORKER_THREAD_DEFAULTS: DWORD = 93;
pub const INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH: DWORD = 94;
/// No buffer: the proxy settings have changed.
pub const INTERNET_OPTION_PROXY_SETTINGS_CHANGED: DWORD = 95;
/// String, set only: the extension of the file that holds the answer.
pub const INTERNET_OPTION_DATAFILE_EXT: DWORD = 96;
pub const INTERNET_OPTION_ORIGINAL_CONNECT_FLAGS: DWORD = 97;
/// DWORD, query only: what the certificate of the server was refused for, DLG_FLAGS_ values.
pub const INTERNET_OPTION_CERT_ERROR_FLAGS: DWORD = 98;
pub const INTERNET_OPTION_IGNORE_CERT_ERROR_FLAGS: DWORD = 99;
/// DWORD: the code page of the path of a URL.
pub const INTERNET_OPTION_CODEPAGE_PATH: DWORD = 100;
/// DWORD: the code page of what follows "?" in a URL.
pub const INTERNET_OPTION_CODEPAGE_EXTRA: DWORD = 101;
/// DWORD: INTERNET_FLAG_IDN_ values, or 0 for no encoding of international host names.
pub const INTERNET_OPTION_IDN: DWORD = 102;
/// DWORD, 2 to 128: how many connections one proxy gets. For a NULL handle.
pub const INTERNET_OPTION_MAX_CONNS_PER_PROXY: DWORD = 103;
/// No buffer: no credentials for the server, but for a proxy. Before the request is sent.
pub const INTERNET_OPTION_SUPPRESS_SERVER_AUTH: DWORD = 104;
/// The chain of certificates of the server, as a struct of Windows' CryptoAPI: not on Linux.
pub const INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT: DWORD = 105;
pub const INTERNET_OPTION_SESSION_START_TIME: DWORD = 106;
pub const INTERNET_OPTION_PROXY_CREDENTIALS: DWORD = 107;
pub const INTERNET_OPTION_EXTENDED_CALLBACKS: DWORD = 108;
pub const INTERNET_OPTION_PROXY_FROM_REQUEST: DWORD = 109;
pub const INTERNET_OPTION_ALLOW_FAILED_CONNECT_CONTENT: DWORD = 110;
pub const INTERNET_OPTION_CACHE_PARTITION: DWORD = 111;
pub const INTERNET_OPTION_AUTODIAL_HWND: DWORD = 112;
pub const INTERNET_OPTION_SERVER_CREDENTIALS: DWORD = 113;
pub const INTERNET_OPTION_WPAD_SLEEP: DWORD = 114;
pub const INTERNET_OPTION_FAIL_ON_CACHE_WRITE_ERROR: DWORD = 115;
pub const INTERNET_OPTION_DOWNLOAD_MODE: DWORD = 116;
pub const INTERNET_OPTION_RESPONSE_RESUMABLE: DWORD = 117;
pub const INTERNET_OPTION_CM_HANDLE_COPY_REF: DWORD = 118;
pub const INTERNET_OPTION_CONNECTION_INFO: DWORD = 120;
pub const INTERNET_OPTION_BACKGROUND_CONNECTIONS: DWORD = 121;
/// BOOL: take redirections from the cache.
pub const INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ: DWORD = 122;
pub const INTERNET_OPTION_DO_NOT_TRACK: DWORD = 123;
pub const INTERNET_OPTION_USE_MODIFIED_HEADER_FILTER: DWORD = 124;
pub const INTERNET_OPTION_WWA_MODE: DWORD = 125;
pub const INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET: DWORD = 126;
pub const INTERNET_OPTION_WEB_SOCKET_KEEPALIVE_INTERVAL: DWORD = 127;
pub const INTERNET_OPTION_UNLOAD_NOTIFY_EVENT: DWORD = 128;
pub const INTERNET_OPTION_SOCKET_NODELAY: DWORD = 129;
pub const INTERNET_OPTION_APP_CACHE: DWORD = 130;
pub const INTERNET_OPTION_DEPENDENCY_HANDLE: DWORD = 131;
pub const INTERNET_OPTION_USE_FIRST_AVAILABLE_CONNECTION: DWORD = 132;
pub const INTERNET_OPTION_TIMED_CONNECTION_LIMIT_BYPASS: DWORD = 133;
pub const INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT: DWORD = 134;
pub const INTERNET_OPTION_FLUSH_STATE: DWORD = 135;
pub const INTERNET_OPTION_DISALLOW_PREMATURE_EOF: DWORD = 137;
pub const INTERNET_OPTION_SOCKET_NOTIFICATION_IOCTL: DWORD = 138;
pub const INTERNET_OPTION_CACHE_ENTRY_EXTRA_DATA: DWORD = 139;
pub const INTERNET_OPTION_MAX_QUERY_BUFFER_SIZE: DWORD = 140;
pub const INTERNET_OPTION_FALSE_START: DWORD = 141;
pub const INTERNET_OPTION_USER_PASS_SERVER_ONLY: DWORD = 142;
pub const INTERNET_OPTION_SERVER_AUTH_SCHEME: DWORD = 143;
pub const INTERNET_OPTION_PROXY_AUTH_SCHEME: DWORD = 144;
pub const INTERNET_OPTION_TUNNEL_ONLY: DWORD = 145;
pub const INTERNET_OPTION_SOURCE_PORT: DWORD = 146;
/// ULONGLONG, query only: Content-Length of an answer that was decoded.
pub const INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH: DWORD = 147;
pub const INTERNET_OPTION_ENABLE_DUO: DWORD = 148;
/// DWORD: HTTP_PROTOCOL_FLAG_ values that requests may use.
pub const INTERNET_OPTION_ENABLE_HTTP_PROTOCOL: DWORD = 148;
pub const INTERNET_OPTION_DUO_USED: DWORD = 149;
/// DWORD, query only: the HTTP_PROTOCOL_FLAG_ values that the request used.
pub const INTERNET_OPTION_HTTP_PROTOCOL_USED: DWORD = 149;
pub const INTERNET_OPTION_CHUNK_ENCODE_REQUEST: DWORD = 150;
pub const INTERNET_OPTION_SECURE_FAILURE: DWORD = 151;
pub const INTERNET_OPTION_NOTIFY_SENDING_COOKIE: DWORD = 152;
pub const INTERNET_OPTION_CLIENT_CERT_ISSUER_LIST: DWORD = 153;
pub const INTERNET_OPTION_RESET: DWORD = 154;
/// BOOL: encode characters beyond ASCII in what follows "?".
pub const INTERNET_OPTION_ENCODE_EXTRA: DWORD = 155;
pub const INTERNET_OPTION_SERVER_ADDRESS_INFO: DWORD = 156;
/// BOOL: obey servers that ask for https only.
pub const INTERNET_OPTION_HSTS: DWORD = 157;
pub const INTERNET_OPTION_ENABLE_WBOEXT: DWORD = 158;
/// String, set only: the enterprise that the request belongs to.
pub const INTERNET_OPTION_ENTERPRISE_CONTEXT: DWORD = 159;
pub const INTERNET_OPTION_DISABLE_INSECURE_FALLBACK: DWORD = 160;
pub const INTERNET_OPTION_ALLOW_INSECURE_FALLBACK: DWORD = 161;
pub const INTERNET_OPTION_CONNECTION_FILTER: DWORD = 162;
pub const INTERNET_OPTION_REFERER_TOKEN_BINDING_HOSTNAME: DWORD = 163;
pub const INTERNET_OPTION_SET_IN_PRIVATE: DWORD = 164;
pub const INTERNET_OPTION_DOWNLOAD_MODE_HANDLE: DWORD = 165;
pub const INTERNET_OPTION_EDGE_COOKIES: DWORD = 166;
pub const INTERNET_OPTION_NO_HTTP_SERVER_AUTH: DWORD = 167;
pub const INTERNET_OPTION_ENABLE_HEADER_CALLBACKS: DWORD = 168;
pub const INTERNET_OPTION_PRESERVE_REQUEST_SERVER_CREDENTIALS_ON_REDIRECT: DWORD = 169;
pub const INTERNET_OPTION_PRESERVE_REFERER_ON_HTTPS_TO_HTTP_REDIRECT: DWORD = 170;
pub const INTERNET_OPTION_TCP_FAST_OPEN: DWORD = 171;
pub const INTERNET_OPTION_SYNC_MODE_AUTOMATIC_SESSION_DISABLED: DWORD = 172;
/// BOOL: kept and given back; deflate is understood with the header of zlib and without.
pub const INTERNET_OPTION_ENABLE_ZLIB_DEFLATE: DWORD = 173;
pub const INTERNET_OPTION_ENCODE_FALLBACK_FOR_REDIRECT_URI: DWORD = 174;
pub const INTERNET_OPTION_EDGE_COOKIES_TEMP: DWORD = 175;
/// Refuse weak signatures of certificates.
pub const INTERNET_OPTION_OPT_IN_WEAK_SIGNATURE: DWORD = 176;
pub const INTERNET_OPTION_PARSE_LINE_FOLDING: DWORD = 177;
pub const INTERNET_OPTION_FORCE_DECODE: DWORD = 178;
pub const INTERNET_OPTION_COOKIES_APPLY_HOST_ONLY: DWORD = 179;
pub const INTERNET_OPTION_EDGE_MODE: DWORD = 180;
pub const INTERNET_OPTION_TOKEN_BINDING_PUBLIC_KEY: DWORD = 181;
pub const INTERNET_OPTION_CANCEL_CACHE_WRITE: DWORD = 182;
pub const INTERNET_OPTION_AUTH_SCHEME_SELECTED: DWORD = 183;
pub const INTERNET_OPTION_NOCACHE_WRITE_IN_PRIVATE: DWORD = 184;
pub const INTERNET_OPTION_ACTIVITY_ID: DWORD = 185;
pub const INTERNET_OPTION_REQUEST_TIMES: DWORD = 186;
pub const INTERNET_OPTION_COOKIES_SAME_SITE_LEVEL: DWORD = 187;
pub const INTERNET_OPTION_GLOBAL_CALLBACK: DWORD = 188;
pub const INTERNET_OPTION_ENABLE_TEST_SIGNING: DWORD = 189;
pub const INTERNET_OPTION_DISABLE_PROXY_LINK_LOCAL_NAME_RESOLUTION: DWORD = 190;
pub const INTERNET_OPTION_HTTP_09: DWORD = 191;
pub const INTERNET_OPTION_CALLER_MODULE: DWORD = 192;
pub const INTERNET_OPTION_REQUEST_ANNOTATION: DWORD = 193;
/// The highest option.
pub const INTERNET_LAST_OPTION: DWORD = 193;
pub const INTERNET_LAST_OPTION_INTERNAL: DWORD = 193;
pub const INTERNET_OPTION_REQUEST_ANNOTATION_MAX_LENGTH: DWORD = 64000;
