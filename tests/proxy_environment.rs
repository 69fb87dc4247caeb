//! The proxies of the process: what the environment says, and what a program sets on NULL. Each test
//! is alone in a process of its own, with an environment without proxies.

#![allow(unsafe_code)]

mod support;

use std::env;
use std::process::{Command, Stdio};
use std::ptr::{null, null_mut};

use support::proxy::tunnels;
use support::reply::ok;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const ROLE: &str = "WININET_TEST_ALONE";
const VARIABLES: [&str; 5] = [
    "http_proxy",
    "https_proxy",
    "all_proxy",
    "no_proxy",
    "request_method",
];

/// Runs `test`, which is what calls this, in a process of its own.
fn alone(test: &str, body: impl FnOnce()) {
    if env::var(ROLE).is_ok_and(|role| role == test) {
        return body();
    }
    let this = env::current_exe().expect("this executable");
    let mut child = Command::new(this);
    child.args(["--exact", test, "--nocapture"]).env(ROLE, test);
    for name in VARIABLES {
        child.env_remove(name).env_remove(name.to_uppercase());
    }
    let output = child.stdin(Stdio::null()).output().expect("a child");
    let [said, told] = [&output.stdout, &output.stderr].map(|it| String::from_utf8_lossy(it));
    assert!(said.contains("1 passed"), "{said}\n{told}");
}

/// A session that has the proxies of the process.
fn preconfig(access: u32) -> Handle {
    // SAFETY: NULL where that is allowed.
    let raw = unsafe { InternetOpenA(null(), access, null(), null(), 0) };
    assert!(!raw.is_null());
    Handle::adopt(raw as usize)
}

/// One synchronous GET through a session: the body.
fn fetch_by(session: &Handle, url: &str) -> Result<String> {
    let request = open_url(session, url, 0, 0)?;
    Ok(String::from_utf8_lossy(&read_all(&request)?).into_owned())
}

fn fetch(url: &str) -> Result<String> {
    fetch_by(&preconfig(INTERNET_OPEN_TYPE_PRECONFIG), url)
}

/// A proxy that says what it was asked for.
fn echo() -> Server {
    Server::respond(|request| ok(request.target()))
}

fn address(server: &Server) -> String {
    format!("127.0.0.1:{}", server.port())
}

/// No such host: what goes there without a proxy fails.
const URL: &str = "http://host.invalid/path";
const DIRECTLY: Result<String> = Err(ERROR_INTERNET_NAME_NOT_RESOLVED);

fn set_on(handle: HINTERNET, access: u32, proxies: Option<&str>) {
    let proxies = proxies.map(|it| std::ffi::CString::new(it).expect("no NUL"));
    let mut info = INTERNET_PROXY_INFOA {
        dwAccessType: access,
        lpszProxy: proxies.as_ref().map_or(null(), |it| it.as_ptr()),
        lpszProxyBypass: null(),
    };
    let (at, size) = ((&raw mut info).cast(), size_of_val(&info) as u32);
    // SAFETY: the struct with a C string.
    check(unsafe { InternetSetOptionA(handle, INTERNET_OPTION_PROXY, at, size) }).expect("set");
}

fn signal(option: u32) {
    // SAFETY: it needs no buffer.
    check(unsafe { InternetSetOptionA(null_mut(), option, null_mut(), 0) }).expect("set");
}

#[test]
fn http_proxy() {
    alone("http_proxy", || {
        let proxy = echo();
        env::set_var("http_proxy", format!("http://{}/", address(&proxy)));
        env::set_var("https_proxy", "127.0.0.1:1");
        assert_eq!(fetch(URL), Ok(URL.into()));
        let other = preconfig(INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY);
        assert_eq!(fetch_by(&other, URL), Ok(URL.into()));
        assert_eq!(fetch_by(&session(false), URL), DIRECTLY);
    });
}

#[test]
fn upper_case() {
    alone("upper_case", || {
        let proxy = echo();
        env::set_var("HTTP_PROXY", address(&proxy));
        assert_eq!(fetch(URL), Ok(URL.into()));
    });
}

/// Where a web server has started the program, HTTP_PROXY is what a client sent as "Proxy".
#[test]
fn upper_case_under_a_web_server() {
    alone("upper_case_under_a_web_server", || {
        let proxy = echo();
        env::set_var("HTTP_PROXY", address(&proxy));
        env::set_var("REQUEST_METHOD", "GET");
        assert_eq!(fetch(URL), DIRECTLY);
        assert_eq!(proxy.connections(), 0);
    });
}

#[test]
fn https_proxy() {
    alone("https_proxy", || {
        certs::authority_file();
        let proxy = tunnels(&certs::good(), |_| ok("secret"));
        env::set_var("HTTPS_PROXY", address(&proxy));
        env::set_var("http_proxy", "127.0.0.1:1");
        // The certificate is for another name, so the handshake is as far as this goes.
        let wrong_name = Err(ERROR_INTERNET_SEC_CERT_CN_INVALID);
        assert_eq!(fetch("https://host.invalid/"), wrong_name);
        assert_eq!(
            proxy.recorded()[0].line(),
            "CONNECT host.invalid:443 HTTP/1.1"
        );
    });
}

#[test]
fn all_proxy_and_no_proxy() {
    alone("all_proxy_and_no_proxy", || {
        let proxy = echo();
        env::set_var("all_proxy", address(&proxy));
        env::set_var("no_proxy", "localhost,.below.invalid");
        assert_eq!(fetch(URL), Ok(URL.into()));
        assert_eq!(fetch("http://a.below.invalid/"), DIRECTLY);
    });
}

/// So a proxy in the environment of whoever runs these tests does not disturb them.
#[test]
fn this_machine_is_reached_directly() {
    alone("this_machine_is_reached_directly", || {
        env::set_var("http_proxy", "127.0.0.1:1");
        let server = echo();
        assert_eq!(fetch(&server.url("/path")), Ok("/path".into()));
    });
}

#[test]
fn the_environment_is_read_again_when_asked_to() {
    for (option, name) in [
        (INTERNET_OPTION_REFRESH, "REFRESH"),
        (INTERNET_OPTION_SETTINGS_CHANGED, "SETTINGS_CHANGED"),
        (
            INTERNET_OPTION_PROXY_SETTINGS_CHANGED,
            "PROXY_SETTINGS_CHANGED",
        ),
    ] {
        alone("the_environment_is_read_again_when_asked_to", || {
            env::remove_var("http_proxy");
            signal(option);
            let session = preconfig(INTERNET_OPEN_TYPE_PRECONFIG);
            assert_eq!(fetch_by(&session, URL), DIRECTLY, "{name}");
            let proxy = echo();
            env::set_var("http_proxy", address(&proxy));
            assert_eq!(fetch_by(&session, URL), DIRECTLY, "{name}");
            signal(option);
            assert_eq!(fetch_by(&session, URL), Ok(URL.into()), "{name}");
        });
    }
}

/// What a program sets is the environment's no more, until it says so.
#[test]
fn what_the_program_sets_for_the_process() {
    alone("what_the_program_sets_for_the_process", || {
        let (proxy, of_environment) = (echo(), Server::respond(|_| ok("of the environment")));
        env::set_var("http_proxy", address(&of_environment));
        let session = preconfig(INTERNET_OPEN_TYPE_PRECONFIG);
        set_on(null_mut(), INTERNET_OPEN_TYPE_PROXY, Some(&address(&proxy)));
        signal(INTERNET_OPTION_REFRESH);
        assert_eq!(fetch_by(&session, URL), Ok(URL.into()));
        set_on(null_mut(), INTERNET_OPEN_TYPE_DIRECT, None);
        assert_eq!(fetch_by(&session, URL), DIRECTLY);
        set_on(null_mut(), INTERNET_OPEN_TYPE_PRECONFIG, None);
        assert_eq!(fetch_by(&session, URL), Ok("of the environment".into()));

        // A session of its own mind, and back.
        set_on(
            session.raw(),
            INTERNET_OPEN_TYPE_PROXY,
            Some(&address(&proxy)),
        );
        assert_eq!(fetch_by(&session, URL), Ok(URL.into()));
        set_on(session.raw(), INTERNET_OPEN_TYPE_PRECONFIG, None);
        assert_eq!(fetch_by(&session, URL), Ok("of the environment".into()));
    });
}

fn set_options(handle: HINTERNET, options: &mut [INTERNET_PER_CONN_OPTIONA]) {
    let mut list = INTERNET_PER_CONN_OPTION_LISTA {
        dwSize: size_of::<INTERNET_PER_CONN_OPTION_LISTA>() as u32,
        pszConnection: null_mut(),
        dwOptionCount: options.len() as u32,
        dwOptionError: 0,
        pOptions: options.as_mut_ptr(),
    };
    let (at, size) = ((&raw mut list).cast(), size_of_val(&list) as u32);
    let option = INTERNET_OPTION_PER_CONNECTION_OPTION;
    // SAFETY: the list with its options.
    check(unsafe { InternetSetOptionA(handle, option, at, size) }).expect("set");
}

fn flags(flags: u32) -> INTERNET_PER_CONN_OPTIONA {
    INTERNET_PER_CONN_OPTIONA {
        dwOption: INTERNET_PER_CONN_FLAGS,
        Value: INTERNET_PER_CONN_OPTION_VALUEA { dwValue: flags },
    }
}

/// Microsoft's page: set on any session, a list of options is for the whole process.
#[test]
fn a_list_of_options_is_for_the_process() {
    alone("a_list_of_options_is_for_the_process", || {
        let proxy = echo();
        let proxies = std::ffi::CString::new(address(&proxy)).expect("no NUL");
        let named = INTERNET_PER_CONN_OPTIONA {
            dwOption: INTERNET_PER_CONN_PROXY_SERVER,
            Value: INTERNET_PER_CONN_OPTION_VALUEA {
                pszValue: proxies.as_ptr().cast_mut(),
            },
        };
        let other = preconfig(INTERNET_OPEN_TYPE_PRECONFIG);
        let session = session(false);
        let both = PROXY_TYPE_DIRECT | PROXY_TYPE_PROXY;
        set_options(session.raw(), &mut [flags(both), named]);
        assert_eq!(fetch_by(&session, URL), Ok(URL.into()));
        session.close().expect("open");
        assert_eq!(fetch_by(&other, URL), Ok(URL.into()));

        // Without PROXY_TYPE_PROXY they are kept and not used.
        set_options(null_mut(), &mut [flags(PROXY_TYPE_DIRECT)]);
        assert_eq!(fetch_by(&other, URL), DIRECTLY);
        set_options(null_mut(), &mut [flags(PROXY_TYPE_PROXY)]);
        assert_eq!(fetch_by(&other, URL), Ok(URL.into()));
    });
}

/// A proxy has a limit of its own, since it serves every host.
#[test]
fn the_limit_of_connections_to_a_proxy() {
    alone("the_limit_of_connections_to_a_proxy", || {
        let option = INTERNET_OPTION_MAX_CONNS_PER_PROXY;
        let process = Handle::adopt(0);
        assert_eq!(option_u32(&process, option), Ok(32));
        for bad in [0, 1, 129] {
            assert_eq!(
                set_option_u32(&process, option, bad),
                Err(ERROR_INVALID_PARAMETER)
            );
        }
        set_option_u32(&process, option, 2).expect("set");
        let hold = Latch::new();
        let script = Script::new().read_head().pause(&hold).send(ok("held"));
        let proxy = Server::repeat(script.then_answer(ok("later")));
        set_on(null_mut(), INTERNET_OPEN_TYPE_PROXY, Some(&address(&proxy)));
        let access = INTERNET_OPEN_TYPE_PRECONFIG;
        // SAFETY: NULL where that is allowed.
        let raw = unsafe { InternetOpenA(null(), access, null(), null(), INTERNET_FLAG_ASYNC) };
        let session = Handle::adopt(raw as usize);
        listen(&session);
        let recorders: Vec<_> = (0..3).map(|_| Recorder::new()).collect();
        for (index, recorder) in recorders.iter().enumerate() {
            let url = format!("http://host{index}.invalid/");
            let opened = open_url(&session, &url, 0, recorder.context()).map(drop);
            assert_eq!(opened, Err(ERROR_IO_PENDING));
        }
        proxy.wait_requests(2);
        assert_eq!(proxy.connections(), 2, "the third host waits");
        hold.release();
        let handles: Vec<_> = recorders[..2]
            .iter()
            .map(|it| it.wait_complete().0)
            .collect();
        for handle in handles {
            let _ = close_value(handle);
        }
        assert_ne!(recorders[2].wait_complete().0, 0);
        assert_eq!(proxy.connections(), 2);
        std::mem::forget(process);
    });
}

fn is_bypassed(scheme: INTERNET_SCHEME, host: &str, length: u32) -> Result<bool> {
    let host = std::ffi::CString::new(host).expect("no NUL");
    // SAFETY: a C string, or so many characters of it.
    let answer = unsafe { IsHostInProxyBypassList(scheme, host.as_ptr(), length) };
    match last_error() {
        0 => Ok(answer != FALSE),
        error => Err(error),
    }
}

#[test]
fn hosts_that_are_reached_without_a_proxy() {
    alone("hosts_that_are_reached_without_a_proxy", || {
        let all = |scheme, host| is_bypassed(scheme, host, u32::MAX);
        let http = INTERNET_SCHEME_HTTP;
        assert_eq!(all(http, "localhost"), Ok(true));
        assert_eq!(all(http, "example.com"), Ok(false));
        let bypass = c"<local>;*.Example.com;https://secure.test;10.*;port.test:81";
        let mut info = INTERNET_PROXY_INFOA {
            dwAccessType: INTERNET_OPEN_TYPE_PROXY,
            lpszProxy: c"proxy:80".as_ptr(),
            lpszProxyBypass: bypass.as_ptr(),
        };
        let (data, size) = ((&raw mut info).cast(), size_of_val(&info) as u32);
        // SAFETY: the struct with C strings.
        check(unsafe { InternetSetOptionA(null_mut(), INTERNET_OPTION_PROXY, data, size) })
            .expect("settings");
        for host in ["intranet", "a.example.com", "A.B.EXAMPLE.COM", "10.1.2.3"] {
            assert_eq!(all(http, host), Ok(true), "{host}");
        }
        for host in ["example.com", "secure.test", "11.1.2.3", "port.test"] {
            assert_eq!(all(http, host), Ok(false), "{host}");
        }
        assert_eq!(all(INTERNET_SCHEME_HTTPS, "secure.test"), Ok(true));
        assert_eq!(is_bypassed(http, "10.1 and more", 4), Ok(true));
        let bad = Err(ERROR_INVALID_PARAMETER);
        assert_eq!(all(http, ""), bad);
        assert_eq!(is_bypassed(http, "host", 0), bad);
        // SAFETY: NULL is allowed.
        let null = unsafe { IsHostInProxyBypassList(http, null(), 4) };
        assert_eq!((null, last_error()), (FALSE, ERROR_INVALID_PARAMETER));
    });
}
