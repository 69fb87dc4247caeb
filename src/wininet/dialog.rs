//! InternetErrorDlg without a screen: nobody can be asked, so it tells what the program has arranged.

use std::sync::Arc;

use super::error::{Error, Result};
use super::request::Request;
use crate::abi::*;

/// What a user would have been asked about.
const ASKED_ABOUT: [u32; 15] = [
    ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION,
    ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT,
    ERROR_INTERNET_CHG_POST_IS_NON_SECURE,
    ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR,
    ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR,
    ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR,
    ERROR_INTERNET_INVALID_CA,
    ERROR_INTERNET_MIXED_SECURITY,
    ERROR_INTERNET_POST_IS_NON_SECURE,
    ERROR_INTERNET_SEC_CERT_CN_INVALID,
    ERROR_INTERNET_SEC_CERT_ERRORS,
    ERROR_INTERNET_SEC_CERT_DATE_INVALID,
    ERROR_INTERNET_SEC_CERT_REV_FAILED,
    ERROR_INTERNET_SEC_CERT_REVOKED,
    ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT,
];

/// What becomes of a request that ended with `error`: the error of the result is what
/// InternetErrorDlg returns.
pub fn judge(request: &Arc<Request>, error: u32, flags: u32, has_window: bool) -> Result<()> {
    let filters = flags & FLAGS_ERROR_UI_FILTER_FOR_ERRORS != 0;
    let error = match error {
        ERROR_SUCCESS if filters && request.is_challenged() => ERROR_INTERNET_INCORRECT_PASSWORD,
        error => error,
    };
    match error {
        // Without a certificate the request may go on anonymously.
        ERROR_SUCCESS | ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED => Ok(()),
        ERROR_INTERNET_INCORRECT_PASSWORD if request.has_answer() => {
            Err(Error(ERROR_INTERNET_FORCE_RETRY))
        }
        error if error == ERROR_INTERNET_INCORRECT_PASSWORD || ASKED_ABOUT.contains(&error) => {
            let needs_no_window = has_window || flags & FLAGS_ERROR_UI_FLAGS_NO_UI != 0;
            Err(Error(match needs_no_window {
                true => ERROR_CANCELLED,
                false => ERROR_INVALID_HANDLE,
            }))
        }
        error => Err(Error(error)),
    }
}
