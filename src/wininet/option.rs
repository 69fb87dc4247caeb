//! InternetQueryOption and InternetSetOption: what is true of every option. The options themselves
//! are the rows of a table.

mod proxies;
mod table;
mod values;

use std::sync::Arc;

use super::certificate::Certificate;
use super::credentials;
use super::error::{Error, Result};
use super::handle::Handle;
use super::options::{self, Options};
use super::proxy::Settings;
use crate::abi::*;

/// What type an option's value has when it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A DWORD.
    Number,
    /// Two DWORDs, as some structs are.
    Pair,
    /// The same, or the first of them alone.
    NumberOrPair,
    /// A ULONGLONG.
    Number64,
    /// A DWORD_PTR or an HINTERNET.
    Pointer,
    /// The address of the buffer itself.
    Address,
    /// A string.
    Text,
    /// Proxies, in one of two structs.
    Proxy,
    /// Bytes of any number.
    Bytes,
    /// A struct of this size that can only be asked for.
    Struct(usize),
    /// Nothing: setting it is all.
    Nothing,
}

/// An option's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A DWORD.
    Number(u32),
    /// Two DWORDs.
    Pair(u32, u32),
    /// A ULONGLONG.
    Number64(u64),
    /// A DWORD_PTR or an HINTERNET.
    Pointer(usize),
    /// A string without its NUL.
    Text(Vec<u8>),
    /// Proxies; `None` is set to have what the process has, or the environment.
    Proxy(Option<Arc<Settings>>),
    /// Bytes of any number.
    Bytes(Vec<u8>),
    /// INTERNET_CERTIFICATE_INFO.
    Certificate(Box<Certificate>),
    /// INTERNET_SECURITY_CONNECTION_INFO.
    Connection(Box<INTERNET_SECURITY_CONNECTION_INFO>),
    /// INTERNET_DIAGNOSTIC_SOCKET_INFO.
    Socket(INTERNET_DIAGNOSTIC_SOCKET_INFO),
    /// The system's code behind this thread's last error, which the boundary knows.
    ExtendedError,
    /// Nothing.
    Nothing,
}

/// One option.
pub struct Row {
    number: u32,
    /// What its value is when it is set.
    pub kind: Kind,
    /// What it can be asked of, and set on.
    get_on: Types,
    set_on: Types,
    place: Place,
}

/// Types of handles: a set.
type Types = u8;
const NONE: Types = 0;
const NULL: Types = 1;
const SESSION: Types = 2;
const CONNECTION: Types = 4;
const REQUEST: Types = 8;
const HANDLES: Types = SESSION | CONNECTION | REQUEST;
const ALL: Types = NULL | HANDLES;

/// Where the value of an option is. `None` is a NULL handle: the process.
enum Place {
    /// Among those that children inherit.
    Number(fn(&mut Options) -> &mut u32),
    /// The same for a BOOL.
    Bool(fn(&mut Options) -> &mut bool),
    /// The same, for a number that nothing here depends on: it is kept and given back. Its default.
    Idle(u32),
    /// It is always the first of these; the others mean the same, and nothing else is to be had.
    Fixed(&'static [u32]),
    /// A part of a login, among those that children inherit.
    Login(Login),
    /// The same of the one for the server, which on a request is for the one that is asked.
    ServerLogin(Login),
    /// Somewhere else.
    Own(Get, Set),
}

type Login = fn(&mut Options) -> &mut Box<[u8]>;
type Get = fn(Option<&Handle>) -> Result<Value>;
type Set = fn(Option<&Handle>, Value) -> Result<()>;

const UNKNOWN: Error = Error(ERROR_INTERNET_INVALID_OPTION);
const WRONG_TYPE: Error = Error(ERROR_INTERNET_INCORRECT_HANDLE_TYPE);

/// The option of that number; others are ERROR_INTERNET_INVALID_OPTION.
pub fn find(number: u32) -> Result<&'static Row> {
    let rows = table::ROWS;
    let at = rows.binary_search_by_key(&number, |row| row.number);
    at.map(|at| &rows[at]).map_err(|_| UNKNOWN)
}

impl Row {
    /// Its value on a handle, or for the process.
    pub fn query(&self, of: Option<&Handle>) -> Result<Value> {
        match self.get_on {
            NONE => return Err(UNKNOWN),
            types if types & type_of(of) == 0 => return Err(WRONG_TYPE),
            _ => {}
        }
        match self.place {
            Place::Number(field) => {
                let mut options = Options::clone(&options_of(of));
                Ok(Value::Number(*field(&mut options)))
            }
            Place::Bool(field) => {
                let mut options = Options::clone(&options_of(of));
                Ok(Value::Number((*field(&mut options)).into()))
            }
            Place::Idle(default) => {
                let kept = options_of(of).idle(self.number);
                Ok(Value::Number(kept.unwrap_or(default)))
            }
            Place::Login(part) | Place::ServerLogin(part) => {
                let mut options = Options::clone(&options_of(of));
                Ok(Value::Text(part(&mut options).to_vec()))
            }
            Place::Fixed(values) => Ok(Value::Number(values[0])),
            Place::Own(get, _) => get(of),
        }
    }

    /// Sets it on a handle, or for the process.
    pub fn set(&self, of: Option<&Handle>, value: Value) -> Result<()> {
        match self.set_on {
            NONE => return Err(Error(ERROR_INTERNET_OPTION_NOT_SETTABLE)),
            types if types & type_of(of) != 0 => {}
            NULL => return Err(Error(ERROR_INTERNET_INVALID_OPERATION)),
            _ => return Err(WRONG_TYPE),
        }
        match (&self.place, value) {
            (Place::Number(field), Value::Number(number)) => {
                change(of, |options| *field(options) = number);
            }
            (Place::Bool(field), Value::Number(number)) => {
                change(of, |options| *field(options) = number != 0);
            }
            (Place::Idle(_), Value::Number(number)) => {
                change(of, |options| options.set_idle(self.number, number));
            }
            (Place::Fixed(values), Value::Number(number)) => {
                return values.contains(&number).then_some(()).ok_or(UNKNOWN);
            }
            (Place::Login(part), Value::Text(text)) => {
                let text = credentials::login(Some(text), None)?.user;
                change(of, |options| *part(options) = text);
            }
            (Place::ServerLogin(part), Value::Text(text)) => {
                let text = credentials::login(Some(text), None)?.user;
                let request = match of {
                    Some(Handle::Request(request)) => Some(request),
                    _ => None,
                };
                // What there is for a former server is not for the one that is asked now.
                let is_another = request.is_some_and(|it| !it.is_login_at_home());
                change(of, |options| {
                    if is_another {
                        options.server_login = Default::default();
                    }
                    *part(options) = text;
                });
                if let Some(request) = request {
                    request.take_login_home();
                }
            }
            (Place::Own(_, set), value) => return set(of, value),
            _ => return Err(Error(ERROR_INTERNET_BAD_OPTION_LENGTH)),
        }
        Ok(())
    }
}

fn type_of(handle: Option<&Handle>) -> Types {
    match handle {
        None => NULL,
        Some(Handle::Session(_)) => SESSION,
        Some(Handle::Connection(_)) => CONNECTION,
        Some(Handle::Request(_)) => REQUEST,
    }
}

fn options_of(handle: Option<&Handle>) -> Arc<Options> {
    match handle {
        Some(handle) => handle.common().options(),
        None => options::defaults(),
    }
}

fn change(handle: Option<&Handle>, change: impl FnOnce(&mut Options)) {
    match handle {
        Some(handle) => handle.common().change_options(change),
        None => options::change_defaults(change),
    }
}

#[cfg(test)]
mod tests {
    use super::table::ROWS;

    /// They are searched by halves.
    #[test]
    fn rows_are_in_order() {
        let numbers: Vec<u32> = ROWS.iter().map(|row| row.number).collect();
        assert!(numbers.is_sorted_by(|one, next| one < next), "{numbers:?}");
    }
}
