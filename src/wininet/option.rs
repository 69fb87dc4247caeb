//! InternetQueryOption and InternetSetOption: one row for each option.

use std::sync::Arc;

use super::error::{Error, Result};
use super::handle::Handle;
use super::machine;
use super::options::{self, Options};
use super::request::Request;
use crate::abi::*;
use crate::net;

/// What type an option's value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A DWORD.
    Number,
    /// A DWORD_PTR or an HINTERNET.
    Pointer,
    /// A string.
    Text,
    /// Got as a DWORD; set as one, or as an INTERNET_CONNECTED_INFO.
    Connected,
    /// Nothing: setting it is all.
    Nothing,
}

/// An option's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A DWORD.
    Number(u32),
    /// A DWORD_PTR or an HINTERNET.
    Pointer(usize),
    /// A string without its NUL.
    Text(Vec<u8>),
    /// INTERNET_OPTION_CONNECTED_STATE.
    Connected(INTERNET_CONNECTED_INFO),
    /// Nothing.
    Nothing,
}

/// The type of an option's value; unknown options are ERROR_INTERNET_INVALID_OPTION.
pub fn kind(option: u32) -> Result<Kind> {
    match option {
        INTERNET_OPTION_CALLBACK
        | INTERNET_OPTION_CONTEXT_VALUE
        | INTERNET_OPTION_PARENT_HANDLE => Ok(Kind::Pointer),
        INTERNET_OPTION_CONNECT_TIMEOUT
        | INTERNET_OPTION_SEND_TIMEOUT
        | INTERNET_OPTION_RECEIVE_TIMEOUT
        | INTERNET_OPTION_DATA_SEND_TIMEOUT
        | INTERNET_OPTION_DATA_RECEIVE_TIMEOUT
        | INTERNET_OPTION_CONNECT_RETRIES
        | INTERNET_OPTION_FROM_CACHE_TIMEOUT
        | INTERNET_OPTION_HANDLE_TYPE
        | INTERNET_OPTION_IDN
        | INTERNET_OPTION_REQUEST_FLAGS
        | INTERNET_OPTION_SECURITY_FLAGS
        | INTERNET_OPTION_MAX_CONNS_PER_SERVER
        | INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER => Ok(Kind::Number),
        INTERNET_OPTION_URL | INTERNET_OPTION_USER_AGENT => Ok(Kind::Text),
        INTERNET_OPTION_CONNECTED_STATE => Ok(Kind::Connected),
        INTERNET_OPTION_SETTINGS_CHANGED => Ok(Kind::Nothing),
        _ => Err(Error(ERROR_INTERNET_INVALID_OPTION)),
    }
}

/// An option's value on a handle, or for the process.
pub fn query(handle: Option<&Handle>, option: u32) -> Result<Value> {
    let Some(handle) = handle else {
        return query_defaults(option);
    };
    let common = handle.common();
    if let Some(value) = query_timeout(&common.options(), option) {
        return Ok(value);
    }
    match option {
        INTERNET_OPTION_CONTEXT_VALUE => Ok(Value::Pointer(common.context())),
        INTERNET_OPTION_HANDLE_TYPE => Ok(Value::Number(handle_type(handle))),
        INTERNET_OPTION_PARENT_HANDLE => {
            Ok(Value::Pointer(common.parent().map_or(0, |id| id.value())))
        }
        INTERNET_OPTION_USER_AGENT => Ok(Value::Text(common.options().user_agent.to_vec())),
        INTERNET_OPTION_URL => Ok(Value::Text(request(handle)?.url())),
        INTERNET_OPTION_REQUEST_FLAGS => Ok(Value::Number(request_flags(request(handle)?))),
        INTERNET_OPTION_SECURITY_FLAGS => {
            let (ignored, secure) = request(handle)?.security_flags();
            let secure = if secure { SECURITY_FLAG_SECURE } else { 0 };
            Ok(Value::Number(ignored | secure))
        }
        _ => query_defaults(option),
    }
}

/// Sets an option on a handle, or for the process.
pub fn set(handle: Option<&Handle>, option: u32, value: Value) -> Result<()> {
    match (option, value) {
        (
            INTERNET_OPTION_CALLBACK
            | INTERNET_OPTION_HANDLE_TYPE
            | INTERNET_OPTION_PARENT_HANDLE
            | INTERNET_OPTION_REQUEST_FLAGS
            | INTERNET_OPTION_URL,
            _,
        ) => Err(Error(ERROR_INTERNET_OPTION_NOT_SETTABLE)),
        (INTERNET_OPTION_MAX_CONNS_PER_SERVER, Value::Number(limit)) => {
            process_only(handle)?;
            set_limit(limit, |options| &mut options.max_conns_per_server)?;
            net::set_connections_per_server(limit as usize);
            Ok(())
        }
        (INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER, Value::Number(limit)) => {
            process_only(handle)?;
            set_limit(limit, |options| &mut options.max_conns_per_1_0_server)
        }
        (INTERNET_OPTION_CONNECTED_STATE, Value::Connected(info)) => machine::set_state(info),
        (INTERNET_OPTION_SETTINGS_CHANGED, Value::Nothing) => {
            let _there_were_any = net::drop_idle_connections();
            Ok(())
        }
        (INTERNET_OPTION_CONTEXT_VALUE, Value::Pointer(context)) => {
            handle.ok_or(WRONG_TYPE)?.common().set_context(context);
            Ok(())
        }
        (INTERNET_OPTION_SECURITY_FLAGS, Value::Number(flags)) => {
            request(handle.ok_or(WRONG_TYPE)?)?.set_security_flags(flags);
            Ok(())
        }
        (INTERNET_OPTION_USER_AGENT, Value::Text(agent)) => {
            if agent.iter().any(|byte| matches!(byte, b'\r' | b'\n' | 0)) {
                return Err(Error(ERROR_INVALID_PARAMETER));
            }
            change(handle, |options| options.user_agent = agent.into());
            Ok(())
        }
        (INTERNET_OPTION_IDN, Value::Number(flags)) => {
            if flags & !(INTERNET_FLAG_IDN_DIRECT | INTERNET_FLAG_IDN_PROXY) != 0 {
                return Err(Error(ERROR_INVALID_PARAMETER));
            }
            change(handle, |options| options.idn = flags);
            Ok(())
        }
        (option, Value::Number(number)) => {
            change(handle, |options| set_timeout(options, option, number));
            Ok(())
        }
        _ => Err(Error(ERROR_INTERNET_BAD_OPTION_LENGTH)),
    }
}

const WRONG_TYPE: Error = Error(ERROR_INTERNET_INCORRECT_HANDLE_TYPE);

/// What a NULL handle is asked for.
fn query_defaults(option: u32) -> Result<Value> {
    let options = options::defaults();
    if let Some(value) = query_timeout(&options, option) {
        return Ok(value);
    }
    match option {
        INTERNET_OPTION_CONNECTED_STATE => Ok(Value::Number(machine::state())),
        INTERNET_OPTION_USER_AGENT => Ok(Value::Text(options.user_agent.to_vec())),
        INTERNET_OPTION_MAX_CONNS_PER_SERVER => Ok(Value::Number(options.max_conns_per_server)),
        INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER => {
            Ok(Value::Number(options.max_conns_per_1_0_server))
        }
        // The callback is InternetSetStatusCallback's alone.
        INTERNET_OPTION_CALLBACK | INTERNET_OPTION_SETTINGS_CHANGED => {
            Err(Error(ERROR_INTERNET_INVALID_OPTION))
        }
        _ => Err(WRONG_TYPE),
    }
}

fn query_timeout(options: &Options, option: u32) -> Option<Value> {
    let number = match option {
        INTERNET_OPTION_CONNECT_TIMEOUT => options.connect_timeout,
        INTERNET_OPTION_CONNECT_RETRIES => options.connect_retries,
        INTERNET_OPTION_SEND_TIMEOUT => options.send_timeout,
        INTERNET_OPTION_RECEIVE_TIMEOUT => options.receive_timeout,
        INTERNET_OPTION_DATA_SEND_TIMEOUT => options.data_send_timeout.unwrap_or(DATA_TIMEOUT),
        INTERNET_OPTION_DATA_RECEIVE_TIMEOUT => {
            options.data_receive_timeout.unwrap_or(DATA_TIMEOUT)
        }
        INTERNET_OPTION_FROM_CACHE_TIMEOUT => options.from_cache_timeout,
        INTERNET_OPTION_IDN => options.idn,
        _ => return None,
    };
    Some(Value::Number(number))
}

/// What a data timeout that was not set is said to be.
const DATA_TIMEOUT: u32 = 30_000;

fn set_timeout(options: &mut Options, option: u32, number: u32) {
    match option {
        INTERNET_OPTION_CONNECT_TIMEOUT => options.connect_timeout = number,
        INTERNET_OPTION_CONNECT_RETRIES => options.connect_retries = number,
        INTERNET_OPTION_SEND_TIMEOUT => options.send_timeout = number,
        INTERNET_OPTION_RECEIVE_TIMEOUT => options.receive_timeout = number,
        INTERNET_OPTION_DATA_SEND_TIMEOUT => options.data_send_timeout = Some(number),
        INTERNET_OPTION_DATA_RECEIVE_TIMEOUT => options.data_receive_timeout = Some(number),
        INTERNET_OPTION_FROM_CACHE_TIMEOUT => options.from_cache_timeout = number,
        _ => {}
    }
}

fn change(handle: Option<&Handle>, change: impl FnOnce(&mut Options)) {
    match handle {
        Some(handle) => Options::change(&mut handle.common().options.lock(), change),
        None => options::change_defaults(change),
    }
}

fn process_only(handle: Option<&Handle>) -> Result<()> {
    match handle {
        None => Ok(()),
        Some(_) => Err(Error(ERROR_INTERNET_INVALID_OPERATION)),
    }
}

fn set_limit(limit: u32, field: fn(&mut Options) -> &mut u32) -> Result<()> {
    if limit == 0 {
        return Err(Error(ERROR_INVALID_PARAMETER));
    }
    options::change_defaults(|options| *field(options) = limit);
    Ok(())
}

fn request(handle: &Handle) -> Result<&Arc<Request>> {
    match handle {
        Handle::Request(request) => Ok(request),
        _ => Err(WRONG_TYPE),
    }
}

fn handle_type(handle: &Handle) -> u32 {
    match handle {
        Handle::Session(_) => INTERNET_HANDLE_TYPE_INTERNET,
        Handle::Connection(_) => INTERNET_HANDLE_TYPE_CONNECT_HTTP,
        Handle::Request(_) => INTERNET_HANDLE_TYPE_HTTP_REQUEST,
    }
}

fn request_flags(request: &Request) -> u32 {
    match request.has_head() {
        true => 0,
        false => INTERNET_REQFLAG_NO_HEADERS,
    }
}
