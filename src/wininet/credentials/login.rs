//! Logins as programs give them.

use super::super::error::{Error, Result};
use super::super::handle::Handle;
use super::super::options::Options;
use super::super::url::{unescape, Parts};
use crate::abi::{
    ERROR_INTERNET_INVALID_URL, ERROR_INVALID_PARAMETER, INTERNET_OPTION_PASSWORD,
    INTERNET_OPTION_PROXY_PASSWORD, INTERNET_OPTION_PROXY_USERNAME, INTERNET_OPTION_USERNAME,
};
use crate::http::auth::Login;
use crate::http::fields::is_field_value;

/// A user name and a password, either of which may be missing. A line break in them is refused:
/// nothing of them may begin a line of a head.
pub fn login(user: Option<Vec<u8>>, password: Option<Vec<u8>>) -> Result<Login> {
    let [user, password] = [user, password].map(Option::unwrap_or_default);
    if !is_field_value(&user) || !is_field_value(&password) {
        return Err(Error(ERROR_INVALID_PARAMETER));
    }
    Ok(Login {
        user: user.into(),
        password: password.into(),
    })
}

/// What stands before the host of a URL.
pub fn url_login(url: &[u8], parts: &Parts) -> Result<Login> {
    let [user, password] = [&parts.user, &parts.password].map(|it| unescape(&url[it.clone()]));
    login(Some(user), Some(password)).map_err(|_| Error(ERROR_INTERNET_INVALID_URL))
}

/// A user name or a password among the options.
pub type Field = fn(&mut Options) -> &mut Box<[u8]>;

/// Where an option's part of a login is kept.
pub fn option_field(option: u32) -> Option<Field> {
    match option {
        INTERNET_OPTION_USERNAME => Some(|options| &mut options.server_login.user),
        INTERNET_OPTION_PASSWORD => Some(|options| &mut options.server_login.password),
        INTERNET_OPTION_PROXY_USERNAME => Some(|options| &mut options.proxy_login.user),
        INTERNET_OPTION_PROXY_PASSWORD => Some(|options| &mut options.proxy_login.password),
        _ => None,
    }
}

/// Whether such an option can be on this handle. A session has no server that a login could be for,
/// but it has a proxy.
pub fn takes_login(handle: &Handle, option: u32) -> bool {
    match handle {
        Handle::Session(_) => {
            !matches!(option, INTERNET_OPTION_USERNAME | INTERNET_OPTION_PASSWORD)
        }
        Handle::Connection(_) | Handle::Request(_) => true,
    }
}
