//! Options that say what the library is, that have one value only, or that are kept and given back.
//! Nothing here changes what belongs to the process.

#![allow(unsafe_code)]

mod support;

use std::ptr::without_provenance_mut;

use support::ports::RefusedPort;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// NULL, as the wrappers take handles. Closing it is refused.
fn process() -> Handle {
    Handle::adopt(0)
}

fn pair(handle: &Handle, option: u32) -> Result<[u32; 2]> {
    let mut value = [0_u32; 2];
    let mut size = 8;
    let data = value.as_mut_ptr().cast();
    // SAFETY: eight writable bytes.
    check(unsafe { InternetQueryOptionA(handle.raw(), option, data, &mut size) })?;
    assert_eq!(size, 8);
    Ok(value)
}

fn set_pair(handle: &Handle, option: u32, mut value: [u32; 2]) -> Result<()> {
    let data = value.as_mut_ptr().cast();
    // SAFETY: eight readable bytes.
    check(unsafe { InternetSetOptionA(handle.raw(), option, data, 8) })
}

#[test]
fn versions() {
    let client = Client::to_port(false, 1);
    let request = client.get("/");
    for handle in [&process(), &client.session, &client.connection, &request] {
        assert_eq!(pair(handle, INTERNET_OPTION_VERSION), Ok([1, 2]));
    }
    let http = INTERNET_OPTION_HTTP_VERSION;
    for version in [[1, 0], [1, 1]] {
        set_pair(&process(), http, version).expect("set");
        assert_eq!(pair(&process(), http), Ok([1, 1]));
    }
    for version in [[2, 0], [0, 9], [1, 2]] {
        let set = set_pair(&process(), http, version);
        assert_eq!(set, Err(ERROR_INVALID_PARAMETER));
    }
    let wrong = Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
    assert_eq!(pair(&request, http), wrong);
    let set = set_pair(&request, http, [1, 1]);
    assert_eq!(set, Err(ERROR_INTERNET_INVALID_OPERATION));
}

/// One value each; every other one is refused and changes nothing.
#[test]
fn what_is_always_so() {
    let client = Client::to_port(false, 1);
    let request = client.get("/");
    for (option, value, same) in [
        (INTERNET_OPTION_CODEPAGE, 65001, 0),
        (INTERNET_OPTION_CODEPAGE_PATH, 65001, 0),
        (INTERNET_OPTION_CODEPAGE_EXTRA, 65001, 0),
        (INTERNET_OPTION_ENABLE_HTTP_PROTOCOL, 0, 0),
        (INTERNET_OPTION_ENCODE_EXTRA, 1, 1),
        (INTERNET_OPTION_HSTS, 0, 0),
        (INTERNET_OPTION_OPT_IN_WEAK_SIGNATURE, 1, 1),
    ] {
        for accepted in [value, same] {
            set_option_u32(&request, option, accepted).expect("set");
        }
        for refused in [2, 1252, u32::MAX] {
            let set = set_option_u32(&request, option, refused);
            assert_eq!(set, Err(ERROR_INTERNET_INVALID_OPTION), "{option}");
        }
        assert_eq!(option_u32(&request, option), Ok(value), "{option}");
    }
    assert_eq!(
        option_u32(&request, INTERNET_OPTION_HTTP_PROTOCOL_USED),
        Ok(0)
    );
}

/// Kept for the handle and those made of it later.
#[test]
fn what_is_kept() {
    let client = Client::to_port(false, 1);
    let earlier = client.get("/");
    for option in [
        INTERNET_OPTION_READ_BUFFER_SIZE,
        INTERNET_OPTION_WRITE_BUFFER_SIZE,
        INTERNET_OPTION_REQUEST_PRIORITY,
        INTERNET_OPTION_FROM_CACHE_TIMEOUT,
        INTERNET_OPTION_BYPASS_EDITED_ENTRY,
        INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH,
        INTERNET_OPTION_SOCKET_NODELAY,
    ] {
        let before = option_u32(&client.connection, option).expect("a default");
        for value in [1, u32::MAX, 7] {
            set_option_u32(&client.connection, option, value).expect("set");
            assert_eq!(option_u32(&client.connection, option), Ok(value));
        }
        assert_eq!(option_u32(&client.get("/"), option), Ok(7), "{option}");
        assert_eq!(option_u32(&earlier, option), Ok(before), "{option}");
    }
    let option = INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ;
    set_option_u32(&earlier, option, 1).expect("set");
    assert_eq!(option_u32(&earlier, option), Ok(1));
    assert_eq!(option_u32(&client.get("/"), option), Ok(0));
}

/// As far as the process stays online: machine.rs has the offline mode.
#[test]
fn the_connected_state() {
    let option = INTERNET_OPTION_CONNECTED_STATE;
    let online = [INTERNET_STATE_CONNECTED, ISO_FORCE_DISCONNECTED];
    let session = session(false);
    for handle in [&process(), &session] {
        set_pair(handle, option, online).expect("set");
        set_option_u32(handle, option, INTERNET_STATE_CONNECTED).expect("set");
        let state = option_u32(handle, option).expect("a state");
        let states = [INTERNET_STATE_CONNECTED, INTERNET_STATE_DISCONNECTED];
        assert!(states.contains(&state), "{state}");
        for odd in [
            [0, 0],
            [INTERNET_STATE_BUSY, 0],
            [INTERNET_STATE_CONNECTED, 2],
        ] {
            assert_eq!(set_pair(handle, option, odd), Err(ERROR_INVALID_PARAMETER));
        }
    }
}

/// The last error of the thread in the codes of Windows Sockets.
#[test]
fn the_extended_error() {
    let extended = || option_u32(&process(), INTERNET_OPTION_EXTENDED_ERROR);
    let port = RefusedPort::new();
    let client = Client::to_port(false, port.port());
    let request = client.get("/");
    client.send(&request).expect_err("refused");
    assert_eq!(extended(), Ok(10061));
    // That it could be told is a success.
    assert_eq!(extended(), Ok(0));
    for (code, socket) in [
        (ERROR_INTERNET_TIMEOUT, 10060),
        (ERROR_INTERNET_NAME_NOT_RESOLVED, 11001),
        (ERROR_INTERNET_CONNECTION_RESET, 10054),
        (ERROR_INTERNET_CONNECTION_ABORTED, 10053),
        (ERROR_INVALID_HANDLE, 0),
    ] {
        set_last_error(code);
        assert_eq!(extended(), Ok(socket));
    }
}

/// The old number takes the pointer itself for the context.
#[test]
fn the_old_context_value() {
    let client = Client::to_port(false, 1);
    let request = client.get("/");
    for handle in [&client.session, &client.connection, &request] {
        for (value, size) in [(usize::MAX, 0), (1, 8), (0x1234, 4), (0, 0)] {
            let address = without_provenance_mut(value);
            let option = INTERNET_OPTION_CONTEXT_VALUE_OLD;
            // SAFETY: the pointer is a number, and nobody reads there.
            check(unsafe { InternetSetOptionA(handle.raw(), option, address, size) }).expect("set");
            for option in [option, INTERNET_OPTION_CONTEXT_VALUE] {
                assert_eq!(option_word(handle, option), Ok(value));
            }
        }
    }
}

/// What the cache would know, and what a refusal is.
#[test]
fn what_there_is_not() {
    let server = Server::respond(|_| reply::ok("body"));
    let client = Client::sync(&server);
    let request = client.get("/");
    client.send(&request).expect("an answer");
    let missing = ERROR_INTERNET_ITEM_NOT_FOUND;
    let file = option_text(&request, INTERNET_OPTION_DATAFILE_NAME);
    assert_eq!(file, Err(missing));
    let times = pair(&request, INTERNET_OPTION_CACHE_TIMESTAMPS);
    assert_eq!(times, Err(missing));
    let chain = option_word(&request, INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT);
    assert_eq!(chain, Err(ERROR_INTERNET_INVALID_OPTION));
}
