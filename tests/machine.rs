//! The connection of the machine, as /proc has it; InternetCheckConnection to
//! servers that are there and that are not; the offline mode, which is the
//! process's, so that all of it is one test.

#![allow(unsafe_code)]

mod support;

use std::ptr::{null, null_mut};

use support::every::wide;
use support::reply::ok;
use support::urls::narrow;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

fn state() -> (Result<()>, u32) {
    let mut flags = 0xCC;
    // SAFETY: room for the flags.
    let result = check(unsafe { InternetGetConnectedState(&mut flags, 0) });
    (result, flags)
}

fn check_connection(url: &str, flags: u32) -> Result<()> {
    let c = std::ffi::CString::new(url).expect("no NUL");
    // SAFETY: strings with their NULs.
    unsafe {
        let a = check(InternetCheckConnectionA(c.as_ptr(), flags, 0));
        let w = check(InternetCheckConnectionW(wide(url).as_ptr(), flags, 0));
        assert_eq!(a, w, "{url}");
        a
    }
}

fn set_state(value: &[u32]) -> Result<()> {
    let size = size_of_val(value) as u32;
    let value = value.as_ptr().cast_mut().cast();
    let option = INTERNET_OPTION_CONNECTED_STATE;
    // SAFETY: so many readable bytes.
    check(unsafe { InternetSetOptionA(null_mut(), option, value, size) })
}

fn set_connect_timeout(milliseconds: u32) {
    let value = (&raw const milliseconds).cast_mut().cast();
    let option = INTERNET_OPTION_CONNECT_TIMEOUT;
    // SAFETY: four readable bytes.
    check(unsafe { InternetSetOptionA(null_mut(), option, value, 4) }).expect("a timeout");
}

fn get_state() -> u32 {
    let (mut value, mut size) = (0_u32, 4);
    let option = INTERNET_OPTION_CONNECTED_STATE;
    let at = (&raw mut value).cast();
    // SAFETY: four writable bytes.
    check(unsafe { InternetQueryOptionA(null_mut(), option, at, &mut size) }).expect("a state");
    value
}

/// Whether some interface but the loopback has an IPv4 route, by another reading.
#[cfg(target_os = "linux")]
fn has_a_route() -> bool {
    let table = std::fs::read_to_string("/proc/net/route").unwrap_or_default();
    let up = |line: &&str| {
        let name = line.split_whitespace().next().unwrap_or("lo");
        let state = std::fs::read_to_string(format!("/sys/class/net/{name}/operstate"));
        state.is_ok_and(|state| matches!(state.trim(), "up" | "unknown"))
    };
    table.lines().skip(1).any(|line| up(&line))
}

#[test]
fn machine() {
    what_the_machine_says();
    names_and_sizes();
    proxies();
    servers();
    arguments();
    let online = state();
    offline();
    assert_eq!(state(), online, "as before");
}

fn what_the_machine_says() {
    let (result, flags) = state();
    let flags = flags & !INTERNET_CONNECTION_PROXY;
    match result {
        Ok(()) => {
            let kinds = [INTERNET_CONNECTION_LAN, INTERNET_CONNECTION_MODEM];
            assert!(kinds.contains(&flags), "{flags:#x}");
            assert_eq!(get_state(), INTERNET_STATE_CONNECTED);
            assert_eq!(InternetAttemptConnect(0), ERROR_SUCCESS);
        }
        Err(error) => {
            assert_eq!((error, flags), (ERROR_INTERNET_DISCONNECTED, 0));
            assert_eq!(get_state(), INTERNET_STATE_DISCONNECTED);
            assert_eq!(InternetAttemptConnect(0), ERROR_INTERNET_DISCONNECTED);
        }
    }
    assert_eq!(last_error(), result.err().unwrap_or(0));
    #[cfg(target_os = "linux")]
    assert!(result.is_ok() || !has_a_route());
    // Without force, and without a URL, that is all.
    let expected = result.map_err(|_| ERROR_NOT_CONNECTED);
    assert_eq!(check_connection("http://no.such.invalid/", 0), expected);
    for flags in [0, FLAG_ICC_FORCE_CONNECTION] {
        // SAFETY: NULL is allowed.
        let checked = unsafe { InternetCheckConnectionA(null(), flags, 0) };
        assert_eq!(check(checked), expected);
    }
}

fn names_and_sizes() {
    let online = state().0;
    let (mut a, mut w) = ([0xCC_u8; 64], [-1 as WCHAR; 64]);
    let mut flags = 0;
    // SAFETY: buffers as large as is said, NULL where that is tried.
    unsafe {
        let place = a.as_mut_ptr().cast();
        assert_eq!(
            check(InternetGetConnectedStateExA(&mut flags, place, 64, 0)),
            online
        );
        let length = a.iter().position(|&byte| byte == 0).expect("a NUL");
        assert_eq!(length > 0, online.is_ok(), "a name");
        let name = a[..length].to_vec();
        let place = w.as_mut_ptr();
        assert_eq!(
            check(InternetGetConnectedStateExW(&mut flags, place, 64, 0)),
            online
        );
        assert_eq!(narrow(&w[..length]).as_bytes(), name);
        assert_eq!(w[length], 0);
        for room in 0..=length + 1 {
            a.fill(0xCC);
            let place = a.as_mut_ptr().cast();
            let got = InternetGetConnectedStateEx(&mut flags, place, room as u32, 0);
            assert_eq!(check(got), online);
            let fits = room.saturating_sub(1).min(length);
            assert_eq!(a[..fits], name[..fits]);
            assert!(room == 0 || a[fits] == 0, "a NUL");
            assert!(
                a[room..].iter().all(|&byte| byte == 0xCC),
                "written behind the end"
            );
        }
        let nothing = InternetGetConnectedStateExW(null_mut(), null_mut(), 64, 0);
        assert_eq!(check(nothing), online);
        assert_eq!(check(InternetGetConnectedState(null_mut(), 0)), online);
    }
}

/// Those of the process are told.
fn proxies() {
    let before = state();
    let set = |access, proxies: LPCSTR| {
        let mut info = INTERNET_PROXY_INFOA {
            dwAccessType: access,
            lpszProxy: proxies,
            lpszProxyBypass: null(),
        };
        let (at, size) = ((&raw mut info).cast(), size_of_val(&info) as u32);
        // SAFETY: the struct with C strings.
        check(unsafe { InternetSetOptionA(null_mut(), INTERNET_OPTION_PROXY, at, size) })
            .expect("proxies");
    };
    set(INTERNET_OPEN_TYPE_PROXY, c"proxy:8080".as_ptr());
    let told = INTERNET_CONNECTION_PROXY;
    assert_eq!((state().0, state().1 & told), (before.0, told));
    set(INTERNET_OPEN_TYPE_DIRECT, null());
    assert_eq!(state(), (before.0, before.1 & !told));
    set(INTERNET_OPEN_TYPE_PRECONFIG, null());
    assert_eq!(state(), before);
}

fn servers() {
    let force = FLAG_ICC_FORCE_CONNECTION;
    let server = Server::respond(|_| ok("hello"));
    for host in ["127.0.0.1", "localhost"] {
        for scheme in ["http", "https", "ftp"] {
            let url = format!("{scheme}://{host}:{}/path", server.port());
            assert_eq!(check_connection(&url, force), Ok(()), "{url}");
        }
    }
    let refused = ports::RefusedPort::new();
    let url = format!("http://127.0.0.1:{}/", refused.port());
    assert_eq!(check_connection(&url, force), Err(ERROR_NOT_CONNECTED));
    // Not for longer than the connect timeout of the process.
    let silent = ports::SilentPort::new();
    let url = format!("http://127.0.0.1:{}/", silent.port());
    set_connect_timeout(100);
    assert_eq!(check_connection(&url, force), Err(ERROR_NOT_CONNECTED));
    set_connect_timeout(60_000);
    let unknown = check_connection("http://no-such-host.invalid/", force);
    assert_eq!(unknown, Err(ERROR_NOT_CONNECTED));
    for (url, error) in [
        ("nonsense://host/", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("host", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("file://server/share", ERROR_INTERNET_UNRECOGNIZED_SCHEME),
        ("http://", ERROR_INTERNET_INVALID_URL),
        ("http://a b/", ERROR_INTERNET_INVALID_URL),
        ("mailto:a@b", ERROR_INTERNET_INVALID_URL),
    ] {
        assert_eq!(check_connection(url, force), Err(error), "{url}");
    }
}

fn arguments() {
    let url = c"http://127.0.0.1/".as_ptr();
    let mut flags = 0xCC;
    // SAFETY: strings with their NULs, NULL where that is tried.
    unsafe {
        for failed in [
            InternetGetConnectedState(&mut flags, 1),
            InternetGetConnectedStateExA(&mut flags, null_mut(), 0, 1),
            InternetCheckConnectionA(url, 2, 0),
            InternetCheckConnectionA(url, 0, 1),
            InternetGoOnlineA(null(), null_mut(), 0),
            InternetGoOnlineW(null(), null_mut(), 0),
            InternetGoOnline(url, null_mut(), 4),
            InternetInitializeAutoProxyDll(1),
        ] {
            assert_eq!((failed, last_error()), (FALSE, ERROR_INVALID_PARAMETER));
        }
        assert_eq!(InternetAttemptConnect(1), ERROR_INVALID_PARAMETER);
        let refused = ERROR_CALL_NOT_IMPLEMENTED;
        assert_eq!(check(InternetInitializeAutoProxyDll(0)), Err(refused));
    }
    assert_eq!(flags, 0xCC, "untouched");
    let invalid = Err(ERROR_INVALID_PARAMETER);
    assert_eq!(set_state(&[0]), invalid);
    assert_eq!(set_state(&[INTERNET_STATE_IDLE]), invalid);
    assert_eq!(set_state(&[INTERNET_STATE_CONNECTED, 2]), invalid);
    assert_eq!(set_state(&[1, 0, 0]), Err(ERROR_INTERNET_BAD_OPTION_LENGTH));
}

/// Requests fail before they connect, in both worlds, and go on afterwards.
fn offline() {
    let by_user = INTERNET_STATE_DISCONNECTED_BY_USER;
    let online = state().0;
    set_state(&[INTERNET_STATE_DISCONNECTED]).expect("no change");
    assert_eq!(state().0, online);
    for chosen in [
        &[by_user][..],
        &[by_user, ISO_FORCE_DISCONNECTED],
        &[INTERNET_STATE_DISCONNECTED, ISO_FORCE_DISCONNECTED],
    ] {
        set_state(chosen).expect("offline");
        assert_eq!(get_state(), by_user);
        let (result, flags) = state();
        assert_eq!(result, Err(ERROR_INTERNET_DISCONNECTED));
        assert_eq!(
            flags & INTERNET_CONNECTION_OFFLINE,
            INTERNET_CONNECTION_OFFLINE
        );
        requests_fail();
        set_state(&[INTERNET_STATE_CONNECTED]).expect("online");
        requests_work();
    }
    set_state(&[by_user]).expect("offline");
    go_online(online);
}

fn requests_fail() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("hello")), asynchronous);
        let url = story.server.url("/");
        let force = FLAG_ICC_FORCE_CONNECTION;
        assert_eq!(check_connection(&url, force), Err(ERROR_NOT_CONNECTED));
        let request = story.client.request("GET", "/", 0);
        let started = send(&request);
        if asynchronous {
            assert_eq!(started, Err(ERROR_IO_PENDING));
        }
        let sent = finish(started, story.client.recorder);
        assert_eq!(sent, Err(ERROR_INTERNET_DISCONNECTED));
        story.told("CREATED COMPLETE");
        assert_eq!(story.server.recorded().len(), 0);
        login::set_option(request.raw(), INTERNET_OPTION_IGNORE_OFFLINE).expect("the option");
        story.send(&request).expect("an answer");
        assert_eq!(story.read_all(&request), Ok(b"hello".to_vec()));
        let other = story.get("/");
        assert_eq!(story.send(&other), Err(ERROR_INTERNET_DISCONNECTED));
    }
}

fn requests_work() {
    for asynchronous in BOTH {
        let story = Story::new(Server::respond(|_| ok("hello")), asynchronous);
        let request = story.client.request("GET", "/", 0);
        finish(send(&request), story.client.recorder).expect("an answer");
        assert_eq!(story.read_all(&request), Ok(b"hello".to_vec()));
    }
}

/// There is nobody to ask.
fn go_online(machine: Result<()>) {
    let url = c"http://127.0.0.1/".as_ptr();
    // SAFETY: a string with its NUL.
    unsafe {
        let asked = check(InternetGoOnlineA(
            url,
            null_mut(),
            INTERENT_GOONLINE_REFRESH,
        ));
        assert_eq!(asked, Err(ERROR_INTERNET_NEED_UI));
        assert_eq!(get_state(), INTERNET_STATE_DISCONNECTED_BY_USER);
        let went = check(InternetGoOnlineA(
            url,
            null_mut(),
            INTERENT_GOONLINE_NOPROMPT,
        ));
        assert_eq!(went, machine);
        assert_eq!(check(InternetGoOnline(url, null_mut(), 0)), machine);
    }
    assert_ne!(get_state(), INTERNET_STATE_DISCONNECTED_BY_USER);
}
