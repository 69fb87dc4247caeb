//! InternetErrorDlg: what it says without asking anybody, and the loop that it is for.
#![allow(unsafe_code)]

mod support;

use std::ptr::null_mut;

use support::login::*;
use support::reply::reply;
use support::*;
use wininet::abi::*;
use wininet::ffi::InternetErrorDlg;

const FILTER: u32 = FLAGS_ERROR_UI_FILTER_FOR_ERRORS;
const NO_UI: u32 = FLAGS_ERROR_UI_FLAGS_NO_UI;

/// Without a window.
fn ask(request: &Handle, error: u32, flags: u32) -> u32 {
    // SAFETY: any value is allowed.
    let said = unsafe { InternetErrorDlg(null_mut(), request.raw(), error, flags, null_mut()) };
    assert_eq!(last_error(), said);
    said
}

/// The loop of Microsoft's page, with a program that knows two passwords.
#[test]
fn the_loop_of_the_documentation_ends() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", BASIC), asynchronous);
        let request = story.get("/");
        let mut passwords = ["wrong", "pass"].into_iter();
        let mut rounds = 0;
        loop {
            story.send(&request).expect("no error");
            rounds += 1;
            if status_code(&request) == 401 {
                log_in(&request, "user", passwords.next().unwrap()).expect("set");
            }
            match ask(&request, ERROR_SUCCESS, FILTER | NO_UI) {
                ERROR_INTERNET_FORCE_RETRY => {}
                said => break assert_eq!(said, ERROR_SUCCESS),
            }
        }
        assert_eq!((status_code(&request), rounds), (200, 3));
        assert_eq!(story.read_all(&request), Ok(b"come in".to_vec()));
    }
}

/// Without credentials that are new the loop does not go round.
#[test]
fn nothing_new_is_no_reason_to_retry() {
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", BASIC), asynchronous);
        let request = story.get("/");
        story.send(&request).expect("no error");
        assert_eq!(
            ask(&request, ERROR_SUCCESS, FILTER | NO_UI),
            ERROR_CANCELLED
        );
        log_in(&request, "user", "wrong").expect("set");
        let wanted = ERROR_INTERNET_INCORRECT_PASSWORD;
        assert_eq!(ask(&request, wanted, NO_UI), ERROR_INTERNET_FORCE_RETRY);
        story.send(&request).expect("no error");
        assert_eq!(
            ask(&request, ERROR_SUCCESS, FILTER | NO_UI),
            ERROR_CANCELLED
        );
        // It is asked for by its flag alone, and a user would have needed a window.
        assert_eq!(ask(&request, ERROR_SUCCESS, NO_UI), ERROR_SUCCESS);
        assert_eq!(ask(&request, ERROR_SUCCESS, FILTER), ERROR_INVALID_HANDLE);
        let window = std::ptr::without_provenance_mut(1);
        // SAFETY: any value is allowed.
        let said = unsafe { InternetErrorDlg(window, request.raw(), 0, FILTER, null_mut()) };
        assert_eq!(said, ERROR_CANCELLED);
    }
}

#[test]
fn a_challenge_that_nobody_can_answer_is_no_reason_either() {
    let answers = [
        unauthorized(&[]),
        unauthorized(&["Bearer realm=x"]),
        reply("407 Mine", &[("Proxy-Authenticate", "Basic realm=x")], ""),
    ];
    for answer in answers {
        let story = story(Server::respond(move |_| answer.clone()), false);
        let request = request_as_user(story, "GET", "/", 0);
        story.send(&request).expect("no error");
        let said = ask(&request, ERROR_SUCCESS, FILTER | NO_UI);
        assert_eq!(said, ERROR_CANCELLED);
    }
}

/// What has no dialog is handed back; what only a user may accept is not accepted.
#[test]
fn other_errors() {
    let story = story(guarded("Basic realm=x", BASIC), false);
    let request = story.get("/");
    let table = [
        (ERROR_SUCCESS, ERROR_SUCCESS),
        (ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED, ERROR_SUCCESS),
        (ERROR_INTERNET_INVALID_CA, ERROR_CANCELLED),
        (ERROR_INTERNET_SEC_CERT_DATE_INVALID, ERROR_CANCELLED),
        (ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR, ERROR_CANCELLED),
        (ERROR_INTERNET_TIMEOUT, ERROR_INTERNET_TIMEOUT),
        (ERROR_INVALID_PARAMETER, ERROR_INVALID_PARAMETER),
    ];
    for (error, expected) in table {
        assert_eq!(ask(&request, error, FILTER | NO_UI), expected, "{error}");
    }
    assert_eq!(option_u32(&request, INTERNET_OPTION_SECURITY_FLAGS), Ok(0));
    let wrong = ERROR_INTERNET_INCORRECT_HANDLE_TYPE;
    assert_eq!(ask(&story.client.session, 0, NO_UI), wrong);
}
