//! How options are asked for and set whose values are not just kept.

use std::sync::Arc;

use super::{change, options_of, Value, WRONG_TYPE};
use crate::abi::*;
use crate::net;
use crate::wininet::cookies;
use crate::wininet::credentials::memory;
use crate::wininet::error::{Error, Result};
use crate::wininet::handle::Handle;
use crate::wininet::machine;
use crate::wininet::options::{self, Options};
use crate::wininet::proxy;
use crate::wininet::request::Request;

pub type Of<'a> = Option<&'a Handle>;

pub const INVALID_VALUE: Error = Error(ERROR_INVALID_PARAMETER);

/// For those that have no value, or none that may be asked for.
pub fn no_get(_: Of<'_>) -> Result<Value> {
    Err(Error(ERROR_INTERNET_INVALID_OPTION))
}

/// For those that can only be asked for.
pub fn no_set(_: Of<'_>, _: Value) -> Result<()> {
    Err(Error(ERROR_INTERNET_OPTION_NOT_SETTABLE))
}

/// What the cache would know.
pub fn not_cached(_: Of<'_>) -> Result<Value> {
    Err(Error(ERROR_INTERNET_ITEM_NOT_FOUND))
}

/// INTERNET_OPTION_DATAFILE_NAME.
pub fn data_file(of: Of<'_>) -> Result<Value> {
    let file = request(of)?.data_file();
    let path = file.as_ref().and_then(|file| file.path());
    let path = path.ok_or(Error(ERROR_INTERNET_ITEM_NOT_FOUND))?;
    Ok(Value::Text(
        path.to_string_lossy().into_owned().into_bytes(),
    ))
}

fn handle(of: Of<'_>) -> Result<&Handle> {
    of.ok_or(WRONG_TYPE)
}

/// The table lets no other handles through.
fn request(of: Of<'_>) -> Result<&Arc<Request>> {
    match of {
        Some(Handle::Request(request)) => Ok(request),
        _ => Err(WRONG_TYPE),
    }
}

pub fn context(of: Of<'_>) -> Result<Value> {
    Ok(Value::Pointer(handle(of)?.common().context()))
}

pub fn set_context(of: Of<'_>, value: Value) -> Result<()> {
    if let Value::Pointer(context) = value {
        handle(of)?.common().set_context(context);
    }
    Ok(())
}

pub fn handle_type(of: Of<'_>) -> Result<Value> {
    Ok(Value::Number(match handle(of)? {
        Handle::Session(_) => INTERNET_HANDLE_TYPE_INTERNET,
        Handle::Connection(_) => INTERNET_HANDLE_TYPE_CONNECT_HTTP,
        Handle::Request(_) => INTERNET_HANDLE_TYPE_HTTP_REQUEST,
    }))
}

pub fn parent(of: Of<'_>) -> Result<Value> {
    let parent = handle(of)?.common().parent();
    Ok(Value::Pointer(parent.map_or(0, |id| id.value())))
}

pub fn url(of: Of<'_>) -> Result<Value> {
    Ok(Value::Text(request(of)?.url()))
}

pub fn request_flags(of: Of<'_>) -> Result<Value> {
    let request = request(of)?;
    let flags = [
        (!request.has_head(), INTERNET_REQFLAG_NO_HEADERS),
        (request.is_via_proxy(), INTERNET_REQFLAG_VIA_PROXY),
    ];
    let set = flags.iter().filter(|(is_set, _)| *is_set);
    Ok(Value::Number(set.fold(0, |all, (_, flag)| all | flag)))
}

pub fn end_browser_session(_: Of<'_>, _: Value) -> Result<()> {
    cookies::end_session();
    memory::forget_all();
    // A server may have let in a connection and not a request.
    let _there_were_any = net::drop_idle_connections();
    Ok(())
}

pub fn suppress_behavior(_: Of<'_>, value: Value) -> Result<()> {
    match value {
        Value::Number(behaviour) => cookies::suppress(behaviour),
        _ => Err(INVALID_VALUE),
    }
}

pub fn forget_digests(_: Of<'_>, _: Value) -> Result<()> {
    memory::forget_digests();
    Ok(())
}

pub fn suppress_server_auth(of: Of<'_>, _: Value) -> Result<()> {
    request(of)?.suppress_server_auth()
}

pub fn user_agent(of: Of<'_>) -> Result<Value> {
    Ok(Value::Text(options_of(of).user_agent.to_vec()))
}

pub fn set_user_agent(of: Of<'_>, value: Value) -> Result<()> {
    let Value::Text(agent) = value else {
        return Err(INVALID_VALUE);
    };
    if agent.iter().any(|byte| matches!(byte, b'\r' | b'\n' | 0)) {
        return Err(INVALID_VALUE);
    }
    change(of, |options| options.user_agent = agent.into());
    Ok(())
}

/// What a data timeout that was not set is said to be.
const DATA_TIMEOUT: u32 = 30_000;

pub fn data_send_timeout(of: Of<'_>) -> Result<Value> {
    let timeout = options_of(of).data_send_timeout;
    Ok(Value::Number(timeout.unwrap_or(DATA_TIMEOUT)))
}

pub fn set_data_send_timeout(of: Of<'_>, value: Value) -> Result<()> {
    set_number(of, value, |options, timeout| {
        options.data_send_timeout = Some(timeout);
    })
}

pub fn data_receive_timeout(of: Of<'_>) -> Result<Value> {
    let timeout = options_of(of).data_receive_timeout;
    Ok(Value::Number(timeout.unwrap_or(DATA_TIMEOUT)))
}

pub fn set_data_receive_timeout(of: Of<'_>, value: Value) -> Result<()> {
    set_number(of, value, |options, timeout| {
        options.data_receive_timeout = Some(timeout);
    })
}

fn set_number(of: Of<'_>, value: Value, set: impl FnOnce(&mut Options, u32)) -> Result<()> {
    let Value::Number(number) = value else {
        return Err(INVALID_VALUE);
    };
    change(of, |options| set(options, number));
    Ok(())
}

pub fn connections_per_server(_: Of<'_>) -> Result<Value> {
    Ok(Value::Number(options::defaults().max_conns_per_server))
}

pub fn set_connections_per_server(of: Of<'_>, value: Value) -> Result<()> {
    let limit = at_least_one(value)?;
    change(of, |options| options.max_conns_per_server = limit);
    net::set_connections_per_server(limit as usize);
    Ok(())
}

pub fn connections_per_1_0_server(_: Of<'_>) -> Result<Value> {
    Ok(Value::Number(options::defaults().max_conns_per_1_0_server))
}

pub fn set_connections_per_1_0_server(of: Of<'_>, value: Value) -> Result<()> {
    let limit = at_least_one(value)?;
    change(of, |options| options.max_conns_per_1_0_server = limit);
    Ok(())
}

fn at_least_one(value: Value) -> Result<u32> {
    match value {
        Value::Number(limit) if limit > 0 => Ok(limit),
        _ => Err(INVALID_VALUE),
    }
}

pub fn settings_changed(_: Of<'_>, _: Value) -> Result<()> {
    proxy::refresh();
    let _there_were_any = net::drop_idle_connections();
    Ok(())
}

pub fn security_flags(of: Of<'_>) -> Result<Value> {
    Ok(Value::Number(request(of)?.security_flags()))
}

pub fn set_security_flags(of: Of<'_>, value: Value) -> Result<()> {
    if let Value::Number(flags) = value {
        request(of)?.set_security_flags(flags);
    }
    Ok(())
}

pub fn encoded_length(of: Of<'_>) -> Result<Value> {
    Ok(Value::Number64(request(of)?.encoded_length()))
}

pub fn certificate_error_flags(of: Of<'_>) -> Result<Value> {
    Ok(Value::Number(request(of)?.certificate_error_flags()))
}

pub fn certificate_text(of: Of<'_>) -> Result<Value> {
    Ok(Value::Text(request(of)?.certificate()?.text().into()))
}

pub fn certificate(of: Of<'_>) -> Result<Value> {
    Ok(Value::Certificate(request(of)?.certificate()?.into()))
}

pub fn set_client_certificate(of: Of<'_>, value: Value) -> Result<()> {
    match value {
        Value::Bytes(pem) => request(of)?.set_client_certificate(&pem),
        _ => Err(INVALID_VALUE),
    }
}

pub fn key_bits(of: Of<'_>) -> Result<Value> {
    Ok(Value::Number(request(of)?.key_bits()))
}

pub fn connection_info(of: Of<'_>) -> Result<Value> {
    Ok(Value::Connection(request(of)?.connection_info().into()))
}

pub fn socket_info(of: Of<'_>) -> Result<Value> {
    Ok(Value::Socket(request(of)?.socket_info()?))
}

pub fn extended_error(_: Of<'_>) -> Result<Value> {
    Ok(Value::ExtendedError)
}

/// The version of WinINet, which has been 1.2 for long.
pub fn version(_: Of<'_>) -> Result<Value> {
    Ok(Value::Pair(1, 2))
}

pub fn http_version(_: Of<'_>) -> Result<Value> {
    Ok(Value::Pair(1, 1))
}

/// Less than 1.1 is ignored, as on Windows 7 and later; HttpOpenRequest is where 1.0 is asked for.
pub fn set_http_version(_: Of<'_>, value: Value) -> Result<()> {
    match value {
        Value::Pair(1, 0 | 1) => Ok(()),
        _ => Err(INVALID_VALUE),
    }
}

pub fn connected_state(_: Of<'_>) -> Result<Value> {
    Ok(Value::Number(machine::state()))
}

pub fn set_connected_state(_: Of<'_>, value: Value) -> Result<()> {
    match value {
        Value::Pair(state, flags) => machine::set_state(state, flags),
        _ => Err(INVALID_VALUE),
    }
}

pub fn ignore_offline(of: Of<'_>, _: Value) -> Result<()> {
    request(of)?.ignore_offline();
    Ok(())
}

pub fn idn(of: Of<'_>) -> Result<Value> {
    Ok(Value::Number(options_of(of).idn))
}

pub fn set_idn(of: Of<'_>, value: Value) -> Result<()> {
    const FLAGS: u32 = INTERNET_FLAG_IDN_DIRECT | INTERNET_FLAG_IDN_PROXY;
    match value {
        Value::Number(flags) if flags & !FLAGS == 0 => {
            change(of, |options| options.idn = flags);
            Ok(())
        }
        _ => Err(INVALID_VALUE),
    }
}
