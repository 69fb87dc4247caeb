//! InternetErrorDlg.

use super::guard::guard_code;
use super::inward::handle;
use crate::abi::*;
use crate::wininet;

/// Says what to do about the error that a request ended with. On Windows this shows a dialog; here
/// nobody is asked, and the answer is what the program has arranged already.
///
/// Parameters:
/// - hWnd: the parent of the dialog. NULL needs FLAGS_ERROR_UI_FLAGS_NO_UI; any other value will do.
/// - hRequest: a request.
/// - dwError: what HttpSendRequest or INTERNET_ASYNC_RESULT said.
/// - dwFlags: FLAGS_ERROR_UI_FILTER_FOR_ERRORS: after a success, look whether the answer is a demand for
///   credentials (401, 407). FLAGS_ERROR_UI_FLAGS_NO_UI: see hWnd. FLAGS_ERROR_UI_FLAGS_CHANGE_OPTIONS,
///   FLAGS_ERROR_UI_FLAGS_GENERATE_DATA and FLAGS_ERROR_UI_SERIALIZE_DIALOGS have nothing to act on.
/// - lppvData: not looked at.
///
/// Returns, and leaves as the last error:
/// - ERROR_SUCCESS: nothing is wrong; always for ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED.
/// - ERROR_INTERNET_FORCE_RETRY: credentials are wanted (the answer is 401 or 407, or dwError is
///   ERROR_INTERNET_INCORRECT_PASSWORD), and there are some that have not been refused: send the
///   request again. INTERNET_OPTION_USERNAME and its like give them.
/// - ERROR_CANCELLED: a user would have to decide, about credentials, a certificate or a redirect. Bad
///   certificates are never accepted here: see INTERNET_OPTION_SECURITY_FLAGS.
/// - ERROR_INVALID_HANDLE: for hRequest, or for a NULL window where a user would have to decide.
///   ERROR_INTERNET_INCORRECT_HANDLE_TYPE.
/// - dwError itself, when there is no dialog for it.
///
/// Statuses: none. Threads: any.
/// Source: wininet.h, InternetErrorDlg.
///
/// # Safety
/// Safe with any value.
#[no_mangle]
pub unsafe extern "C" fn InternetErrorDlg(
    hWnd: HWND,
    hRequest: HINTERNET,
    dwError: DWORD,
    dwFlags: DWORD,
    lppvData: *mut LPVOID,
) -> DWORD {
    let _ = lppvData;
    guard_code(|| {
        let request = wininet::request(handle(hRequest)?)?;
        wininet::judge(&request, dwError, dwFlags, !hWnd.is_null())
    })
}
