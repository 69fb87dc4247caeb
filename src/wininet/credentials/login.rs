//! Logins as programs give them.

use std::ops::Range;

use super::super::error::{Error, Result};
use super::super::url::{unescape, Parts};
use crate::abi::{ERROR_INTERNET_INVALID_URL, ERROR_INVALID_PARAMETER};
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
    let part = |part: &Range<usize>| unescape(&url[part.clone()], b"").into_owned();
    let [user, password] = [&parts.user, &parts.password].map(part);
    login(Some(user), Some(password)).map_err(|_| Error(ERROR_INTERNET_INVALID_URL))
}
