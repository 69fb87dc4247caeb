//! Every option that there is, by number. docs/options.md says what each means, and why others are
//! not here.

use super::proxies::*;
use super::values::*;
use super::Kind::{
    Address, Bytes, Nothing, Number, Number64, NumberOrPair, Pair, Pointer, Proxy, Struct, Text,
};
use super::Place::{self, Fixed, Idle, Login, Own, ServerLogin};
use super::{Kind, Row, Types, ALL, CONNECTION, HANDLES, NONE, NULL, REQUEST, SESSION};
use crate::abi::*;

const fn row(number: u32, kind: Kind, get_on: Types, set_on: Types, place: Place) -> Row {
    Row {
        number,
        kind,
        get_on,
        set_on,
        place,
    }
}

const UTF_8: &[u32] = &[65001, 0];
const CERTIFICATE: Kind = Struct(size_of::<INTERNET_CERTIFICATE_INFOA>());
const SECURITY: Kind = Struct(size_of::<INTERNET_SECURITY_CONNECTION_INFO>());
const SOCKET: Kind = Struct(size_of::<INTERNET_DIAGNOSTIC_SOCKET_INFO>());
const TIMESTAMPS: Kind = Struct(size_of::<INTERNET_CACHE_TIMESTAMPS>());

/// In the order of their numbers.
#[rustfmt::skip]
pub static ROWS: &[Row] = &[
    // The callback is InternetSetStatusCallback's alone.
    row(INTERNET_OPTION_CALLBACK, Pointer, NONE, NONE, Own(no_get, no_set)),
    row(INTERNET_OPTION_CONNECT_TIMEOUT, Number, ALL, ALL, Place::Number(|it| &mut it.connect_timeout)),
    row(INTERNET_OPTION_CONNECT_RETRIES, Number, ALL, ALL, Place::Number(|it| &mut it.connect_retries)),
    row(INTERNET_OPTION_SEND_TIMEOUT, Number, ALL, ALL, Place::Number(|it| &mut it.send_timeout)),
    row(INTERNET_OPTION_RECEIVE_TIMEOUT, Number, ALL, ALL, Place::Number(|it| &mut it.receive_timeout)),
    row(INTERNET_OPTION_DATA_SEND_TIMEOUT, Number, ALL, ALL, Own(data_send_timeout, set_data_send_timeout)),
    row(INTERNET_OPTION_DATA_RECEIVE_TIMEOUT, Number, ALL, ALL, Own(data_receive_timeout, set_data_receive_timeout)),
    row(INTERNET_OPTION_HANDLE_TYPE, Number, HANDLES, NONE, Own(handle_type, no_set)),
    row(INTERNET_OPTION_CONTEXT_VALUE_OLD, Address, HANDLES, HANDLES, Own(context, set_context)),
    row(INTERNET_OPTION_READ_BUFFER_SIZE, Number, ALL, ALL, Idle(4096)),
    row(INTERNET_OPTION_WRITE_BUFFER_SIZE, Number, ALL, ALL, Idle(4096)),
    row(INTERNET_OPTION_PARENT_HANDLE, Pointer, HANDLES, NONE, Own(parent, no_set)),
    row(INTERNET_OPTION_REQUEST_FLAGS, Number, REQUEST, NONE, Own(request_flags, no_set)),
    row(INTERNET_OPTION_EXTENDED_ERROR, Number, ALL, NONE, Own(extended_error, no_set)),
    row(INTERNET_OPTION_USERNAME, Text, CONNECTION | REQUEST, CONNECTION | REQUEST, ServerLogin(|it| &mut it.server_login.user)),
    row(INTERNET_OPTION_PASSWORD, Text, CONNECTION | REQUEST, CONNECTION | REQUEST, ServerLogin(|it| &mut it.server_login.password)),
    row(INTERNET_OPTION_SECURITY_FLAGS, Number, REQUEST, REQUEST, Own(security_flags, set_security_flags)),
    row(INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT, CERTIFICATE, REQUEST, NONE, Own(certificate, no_set)),
    row(INTERNET_OPTION_DATAFILE_NAME, Text, REQUEST, NONE, Own(not_cached, no_set)),
    row(INTERNET_OPTION_URL, Text, REQUEST, NONE, Own(url, no_set)),
    row(INTERNET_OPTION_SECURITY_CERTIFICATE, Text, REQUEST, NONE, Own(certificate_text, no_set)),
    row(INTERNET_OPTION_SECURITY_KEY_BITNESS, Number, REQUEST, NONE, Own(key_bits, no_set)),
    row(INTERNET_OPTION_REFRESH, Nothing, NONE, NULL | SESSION, Own(no_get, refresh)),
    row(INTERNET_OPTION_PROXY, Proxy, NULL | SESSION, NULL | SESSION, Own(proxies, set_proxies)),
    row(INTERNET_OPTION_SETTINGS_CHANGED, Nothing, NONE, ALL, Own(no_get, settings_changed)),
    row(INTERNET_OPTION_VERSION, Pair, ALL, NONE, Own(version, no_set)),
    row(INTERNET_OPTION_USER_AGENT, Text, ALL, ALL, Own(user_agent, set_user_agent)),
    row(INTERNET_OPTION_END_BROWSER_SESSION, Nothing, NONE, ALL, Own(no_get, end_browser_session)),
    row(INTERNET_OPTION_PROXY_USERNAME, Text, HANDLES, HANDLES, Login(|it| &mut it.proxy_login.user)),
    row(INTERNET_OPTION_PROXY_PASSWORD, Text, HANDLES, HANDLES, Login(|it| &mut it.proxy_login.password)),
    row(INTERNET_OPTION_CONTEXT_VALUE, Pointer, HANDLES, HANDLES, Own(context, set_context)),
    row(INTERNET_OPTION_CONNECTED_STATE, NumberOrPair, ALL, ALL, Own(connected_state, set_connected_state)),
    row(INTERNET_OPTION_REQUEST_PRIORITY, Number, CONNECTION | REQUEST, CONNECTION | REQUEST, Idle(0)),
    row(INTERNET_OPTION_HTTP_VERSION, Pair, NULL, NULL, Own(http_version, set_http_version)),
    row(INTERNET_OPTION_ERROR_MASK, Number, ALL, ALL, Place::Number(|it| &mut it.error_mask)),
    row(INTERNET_OPTION_FROM_CACHE_TIMEOUT, Number, ALL, ALL, Idle(0)),
    row(INTERNET_OPTION_BYPASS_EDITED_ENTRY, Number, ALL, ALL, Idle(0)),
    row(INTERNET_OPTION_HTTP_DECODING, Number, ALL, ALL, Place::Bool(|it| &mut it.decodes)),
    row(INTERNET_OPTION_SECURITY_CONNECTION_INFO, SECURITY, REQUEST, NONE, Own(connection_info, no_set)),
    row(INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO, SOCKET, REQUEST, NONE, Own(socket_info, no_set)),
    row(INTERNET_OPTION_CODEPAGE, Number, CONNECTION | REQUEST, CONNECTION | REQUEST, Fixed(UTF_8)),
    row(INTERNET_OPTION_CACHE_TIMESTAMPS, TIMESTAMPS, REQUEST, NONE, Own(not_cached, no_set)),
    row(INTERNET_OPTION_MAX_CONNS_PER_SERVER, Number, ALL, NULL, Own(connections_per_server, set_connections_per_server)),
    row(INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER, Number, ALL, NULL, Own(connections_per_1_0_server, set_connections_per_1_0_server)),
    row(INTERNET_OPTION_PER_CONNECTION_OPTION, Proxy, NULL | SESSION, NULL | SESSION, Own(proxies, set_proxies_of_all)),
    row(INTERNET_OPTION_DIGEST_AUTH_UNLOAD, Nothing, NONE, ALL, Own(no_get, forget_digests)),
    row(INTERNET_OPTION_IGNORE_OFFLINE, Nothing, NONE, REQUEST, Own(no_get, ignore_offline)),
    row(INTERNET_OPTION_SUPPRESS_BEHAVIOR, Number, NONE, ALL, Own(no_get, suppress_behavior)),
    row(INTERNET_OPTION_CLIENT_CERT_CONTEXT, Bytes, NONE, REQUEST, Own(no_get, set_client_certificate)),
    row(INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH, Number, ALL, ALL, Idle(0)),
    row(INTERNET_OPTION_PROXY_SETTINGS_CHANGED, Nothing, NONE, ALL, Own(no_get, refresh)),
    row(INTERNET_OPTION_CERT_ERROR_FLAGS, Number, REQUEST, NONE, Own(certificate_error_flags, no_set)),
    row(INTERNET_OPTION_CODEPAGE_PATH, Number, CONNECTION | REQUEST, CONNECTION | REQUEST, Fixed(UTF_8)),
    row(INTERNET_OPTION_CODEPAGE_EXTRA, Number, CONNECTION | REQUEST, CONNECTION | REQUEST, Fixed(UTF_8)),
    row(INTERNET_OPTION_IDN, Number, ALL, ALL, Own(idn, set_idn)),
    row(INTERNET_OPTION_MAX_CONNS_PER_PROXY, Number, NULL, NULL, Own(connections_per_proxy, set_connections_per_proxy)),
    row(INTERNET_OPTION_SUPPRESS_SERVER_AUTH, Nothing, NONE, REQUEST, Own(no_get, suppress_server_auth)),
    row(INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ, Number, REQUEST, REQUEST, Idle(0)),
    row(INTERNET_OPTION_SOCKET_NODELAY, Number, ALL, ALL, Idle(0)),
    row(INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH, Number64, REQUEST, NONE, Own(encoded_length, no_set)),
    row(INTERNET_OPTION_ENABLE_HTTP_PROTOCOL, Number, ALL, ALL, Fixed(&[0])),
    row(INTERNET_OPTION_HTTP_PROTOCOL_USED, Number, REQUEST, NONE, Fixed(&[0])),
    row(INTERNET_OPTION_ENCODE_EXTRA, Number, ALL, ALL, Fixed(&[1])),
    row(INTERNET_OPTION_HSTS, Number, ALL, ALL, Fixed(&[0])),
    row(INTERNET_OPTION_ENABLE_ZLIB_DEFLATE, Number, ALL, ALL, Idle(0)),
    row(INTERNET_OPTION_OPT_IN_WEAK_SIGNATURE, Number, ALL, ALL, Fixed(&[1])),
];
