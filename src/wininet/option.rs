//! InternetQueryOption and InternetSetOption: one row for each option.

use std::sync::Arc;

use super::credentials::{self, memory};
use super::error::{Error, Result};
use super::handle::Handle;
use super::options::{self, Options};
use super::proxy::{self, Settings};
use super::request::Request;
use super::session::Session;
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
    /// Proxies, in one of two structs.
    Proxy,
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
    /// Proxies; `None` is set to have what the process has, or the environment.
    Proxy(Option<Arc<Settings>>),
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
        | INTERNET_OPTION_REQUEST_FLAGS
        | INTERNET_OPTION_SECURITY_FLAGS
        | INTERNET_OPTION_MAX_CONNS_PER_SERVER
        | INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER
        | INTERNET_OPTION_MAX_CONNS_PER_PROXY => Ok(Kind::Number),
        INTERNET_OPTION_URL
        | INTERNET_OPTION_USER_AGENT
        | INTERNET_OPTION_USERNAME
        | INTERNET_OPTION_PASSWORD
        | INTERNET_OPTION_PROXY_USERNAME
        | INTERNET_OPTION_PROXY_PASSWORD => Ok(Kind::Text),
        INTERNET_OPTION_PROXY | INTERNET_OPTION_PER_CONNECTION_OPTION => Ok(Kind::Proxy),
        INTERNET_OPTION_SETTINGS_CHANGED
        | INTERNET_OPTION_REFRESH
        | INTERNET_OPTION_PROXY_SETTINGS_CHANGED
        | INTERNET_OPTION_END_BROWSER_SESSION
        | INTERNET_OPTION_DIGEST_AUTH_UNLOAD
        | INTERNET_OPTION_SUPPRESS_SERVER_AUTH => Ok(Kind::Nothing),
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
    if let Some(field) = credentials::option_field(option) {
        takes_login(Some(handle), option)?;
        let mut options = Options::clone(&common.options());
        return Ok(Value::Text(field(&mut options).to_vec()));
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
        INTERNET_OPTION_PROXY | INTERNET_OPTION_PER_CONNECTION_OPTION => {
            let own = &session(handle)?.common.options().proxy;
            Ok(Value::Proxy(own.clone().or_else(|| Some(proxy::process()))))
        }
        INTERNET_OPTION_MAX_CONNS_PER_PROXY => Err(WRONG_TYPE),
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
        (INTERNET_OPTION_MAX_CONNS_PER_PROXY, Value::Number(limit)) => {
            process_only(handle)?;
            if !PROXY_LIMITS.contains(&limit) {
                return Err(Error(ERROR_INVALID_PARAMETER));
            }
            set_limit(limit, |options| &mut options.max_conns_per_proxy)?;
            net::set_connections_per_proxy(limit as usize);
            Ok(())
        }
        (INTERNET_OPTION_PROXY | INTERNET_OPTION_PER_CONNECTION_OPTION, Value::Proxy(settings)) => {
            set_proxy(handle, option, settings)
        }
        (INTERNET_OPTION_REFRESH, Value::Nothing) => {
            handle.map_or(Ok(()), |handle| session(handle).map(drop))?;
            proxy::refresh();
            Ok(())
        }
        (INTERNET_OPTION_PROXY_SETTINGS_CHANGED, Value::Nothing) => {
            proxy::refresh();
            Ok(())
        }
        (INTERNET_OPTION_SETTINGS_CHANGED, Value::Nothing) => {
            proxy::refresh();
            let _there_were_any = net::drop_idle_connections();
            Ok(())
        }
        (INTERNET_OPTION_END_BROWSER_SESSION, Value::Nothing) => {
            memory::forget_all();
            Ok(())
        }
        (INTERNET_OPTION_DIGEST_AUTH_UNLOAD, Value::Nothing) => {
            memory::forget_digests();
            Ok(())
        }
        (INTERNET_OPTION_SUPPRESS_SERVER_AUTH, Value::Nothing) => {
            request(handle.ok_or(WRONG_TYPE)?)?.suppress_server_auth()
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
        (option, Value::Text(text)) => set_login(handle, option, text),
        (option, Value::Number(number)) => {
            change(handle, |options| set_timeout(options, option, number));
            Ok(())
        }
        _ => Err(Error(ERROR_INTERNET_BAD_OPTION_LENGTH)),
    }
}

/// The documented range of INTERNET_OPTION_MAX_CONNS_PER_PROXY.
const PROXY_LIMITS: std::ops::RangeInclusive<u32> = 2..=128;

const WRONG_TYPE: Error = Error(ERROR_INTERNET_INCORRECT_HANDLE_TYPE);

/// What a NULL handle is asked for.
fn query_defaults(option: u32) -> Result<Value> {
    let options = options::defaults();
    if let Some(value) = query_timeout(&options, option) {
        return Ok(value);
    }
    match option {
        INTERNET_OPTION_USER_AGENT => Ok(Value::Text(options.user_agent.to_vec())),
        INTERNET_OPTION_MAX_CONNS_PER_SERVER => Ok(Value::Number(options.max_conns_per_server)),
        INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER => {
            Ok(Value::Number(options.max_conns_per_1_0_server))
        }
        INTERNET_OPTION_MAX_CONNS_PER_PROXY => Ok(Value::Number(options.max_conns_per_proxy)),
        INTERNET_OPTION_PROXY | INTERNET_OPTION_PER_CONNECTION_OPTION => {
            Ok(Value::Proxy(Some(proxy::process())))
        }
        // The callback is InternetSetStatusCallback's alone.
        INTERNET_OPTION_CALLBACK
        | INTERNET_OPTION_REFRESH
        | INTERNET_OPTION_PROXY_SETTINGS_CHANGED
        | INTERNET_OPTION_SETTINGS_CHANGED
        | INTERNET_OPTION_END_BROWSER_SESSION
        | INTERNET_OPTION_DIGEST_AUTH_UNLOAD
        | INTERNET_OPTION_SUPPRESS_SERVER_AUTH => Err(Error(ERROR_INTERNET_INVALID_OPTION)),
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

/// A part of a login. On a request it is for the server that is asked now, wherever redirects have
/// led to.
fn set_login(handle: Option<&Handle>, option: u32, text: Vec<u8>) -> Result<()> {
    let field = credentials::option_field(option).ok_or(Error(ERROR_INTERNET_INVALID_OPTION))?;
    let text = credentials::login(Some(text), None)?.user;
    let handle = takes_login(handle, option)?;
    if let Handle::Request(request) = handle {
        request.take_login_home();
    }
    change(Some(handle), |options| *field(options) = text);
    Ok(())
}

fn takes_login(handle: Option<&Handle>, option: u32) -> Result<&Handle> {
    let handle = handle.filter(|handle| credentials::takes_login(handle, option));
    handle.ok_or(WRONG_TYPE)
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

/// A list of options that is set on a session is for the whole process too, as it is documented.
fn set_proxy(handle: Option<&Handle>, option: u32, proxy: Option<Arc<Settings>>) -> Result<()> {
    if let Some(handle) = handle {
        let options = &session(handle)?.common.options;
        Options::change(&mut options.lock(), |it| it.proxy.clone_from(&proxy));
    }
    if handle.is_none() || option == INTERNET_OPTION_PER_CONNECTION_OPTION {
        proxy::set_process(proxy);
    }
    Ok(())
}

fn session(handle: &Handle) -> Result<&Arc<Session>> {
    match handle {
        Handle::Session(session) => Ok(session),
        _ => Err(WRONG_TYPE),
    }
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
    let flags = [
        (!request.has_head(), INTERNET_REQFLAG_NO_HEADERS),
        (request.is_via_proxy(), INTERNET_REQFLAG_VIA_PROXY),
    ];
    let set = flags.iter().filter(|(is_set, _)| *is_set);
    set.fold(0, |all, (_, flag)| all | flag)
}
