//! INTERNET_OPTION_PROXY and INTERNET_OPTION_PER_CONNECTION_OPTION: what they give and take, in both
//! flavours. Those of the process are in proxy_environment.rs, where each test has a process.

#![allow(unsafe_code)]

mod support;

use std::ffi::{c_char, CStr, CString};
use std::ptr::{null, null_mut};

use support::every::wide;
use support::proxy::session_with;
use support::reply::ok;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const INFO: usize = size_of::<INTERNET_PROXY_INFOA>();
const PER_CONNECTION: u32 = INTERNET_OPTION_PER_CONNECTION_OPTION;

/// INTERNET_OPTION_PROXY of a session: access type, proxies, bypass.
fn info(session: &Handle) -> Result<(u32, Option<String>, Option<String>)> {
    let mut buffer = [0_u64; 64];
    let mut size = 512;
    let at = buffer.as_mut_ptr().cast();
    // SAFETY: 512 writable bytes.
    check(unsafe { InternetQueryOptionA(session.raw(), INTERNET_OPTION_PROXY, at, &mut size) })?;
    // SAFETY: the struct was written, and its strings lie behind it.
    unsafe {
        let info = buffer.as_ptr().cast::<INTERNET_PROXY_INFOA>().read();
        Ok((
            info.dwAccessType,
            text(info.lpszProxy),
            text(info.lpszProxyBypass),
        ))
    }
}

unsafe fn text(at: *const c_char) -> Option<String> {
    // SAFETY: a C string, by the caller's promise.
    (!at.is_null()).then(|| unsafe { CStr::from_ptr(at) }.to_string_lossy().into_owned())
}

fn set_info(
    session: &Handle,
    access: u32,
    proxies: Option<&str>,
    bypass: Option<&str>,
) -> Result<()> {
    let strings = [proxies, bypass].map(|it| it.map(|it| CString::new(it).expect("no NUL")));
    let at = |index: usize| strings[index].as_ref().map_or(null(), |it| it.as_ptr());
    let mut info = INTERNET_PROXY_INFOA {
        dwAccessType: access,
        lpszProxy: at(0),
        lpszProxyBypass: at(1),
    };
    let data = (&raw mut info).cast();
    // SAFETY: the struct with C strings.
    check(unsafe { InternetSetOptionA(session.raw(), INTERNET_OPTION_PROXY, data, INFO as u32) })
}

#[test]
fn the_proxies_of_a_session_come_back() {
    let named = session_with(false, "http=a:1 https=b:2", Some("<local>;*.c")).expect("a session");
    let texts = (
        Some("http=a:1 https=b:2".into()),
        Some("<local>;*.c".into()),
    );
    assert_eq!(
        info(&named),
        Ok((INTERNET_OPEN_TYPE_PROXY, texts.0, texts.1))
    );
    let direct = session(false);
    assert_eq!(info(&direct), Ok((INTERNET_OPEN_TYPE_DIRECT, None, None)));
    let without = session_with(false, "a", None).expect("a session");
    let texts = (Some("a".into()), Some(String::new()));
    assert_eq!(
        info(&without),
        Ok((INTERNET_OPEN_TYPE_PROXY, texts.0, texts.1))
    );
}

#[test]
fn sizes_count_the_strings() {
    let session = session_with(false, "proxy:80", Some("*.x")).expect("a session");
    type Query = unsafe extern "C" fn(HINTERNET, DWORD, LPVOID, LPDWORD) -> BOOL;
    let flavours: [(Query, usize); 2] = [
        (InternetQueryOptionA, 1),
        (InternetQueryOptionW, size_of::<WCHAR>()),
    ];
    for (query, unit) in flavours {
        let needed = INFO + ("proxy:80".len() + 1 + "*.x".len() + 1) * unit;
        for room in [
            None,
            Some(0),
            Some(INFO),
            Some(needed - 1),
            Some(needed),
            Some(needed + 9),
        ] {
            let mut buffer = vec![0xCC_u8; 256];
            let at = room.map_or(null_mut(), |_| buffer.as_mut_ptr().cast());
            let mut size = room.unwrap_or(0) as u32;
            // SAFETY: at least so many writable bytes, or NULL.
            let asked =
                check(unsafe { query(session.raw(), INTERNET_OPTION_PROXY, at, &mut size) });
            let fits = room.is_some_and(|room| room >= needed);
            let expected = if fits {
                Ok(())
            } else {
                Err(ERROR_INSUFFICIENT_BUFFER)
            };
            assert_eq!((asked, size as usize), (expected, needed), "in {room:?}");
            let touched = buffer
                .iter()
                .rposition(|&byte| byte != 0xCC)
                .map_or(0, |at| at + 1);
            assert!(
                touched <= if fits { needed } else { 0 },
                "{touched} in {room:?}"
            );
        }
    }
}

/// The W form, read where its pointers point to: inside the caller's buffer.
#[test]
fn wide_strings() {
    let (proxies, bypass) = (wide("caf\u{e9}:80"), wide("*.x"));
    let mut info = INTERNET_PROXY_INFOW {
        dwAccessType: INTERNET_OPEN_TYPE_PROXY,
        lpszProxy: proxies.as_ptr(),
        lpszProxyBypass: bypass.as_ptr(),
    };
    let session = session(false);
    let mut buffer = [0_u64; 32];
    let mut size = 256;
    let at: LPVOID = buffer.as_mut_ptr().cast();
    // SAFETY: the struct with its strings; 256 writable bytes, in which the strings come back.
    unsafe {
        let data = (&raw mut info).cast();
        check(InternetSetOptionW(
            session.raw(),
            INTERNET_OPTION_PROXY,
            data,
            INFO as u32,
        ))
        .expect("set");
        check(InternetQueryOptionW(
            session.raw(),
            INTERNET_OPTION_PROXY,
            at,
            &mut size,
        ))
        .expect("asked");
        let back = at.cast::<INTERNET_PROXY_INFOW>().read();
        for (pointer, text) in [(back.lpszProxy, &proxies), (back.lpszProxyBypass, &bypass)] {
            let offset = pointer as usize - at as usize;
            assert!(
                offset >= INFO && offset < size as usize,
                "{offset} of {size}"
            );
            assert_eq!(std::slice::from_raw_parts(pointer, text.len()), &text[..]);
        }
    }
}

#[test]
fn what_is_set_holds_for_new_connection_handles() {
    for asynchronous in BOTH {
        let server = Server::respond(|request| ok(request.target()));
        let session = session(asynchronous);
        listen(&session);
        let former = Client {
            connection: connect_to(&session, "127.0.0.1", server.port(), 0).expect("one"),
            session,
            recorder: Recorder::new(),
        };
        let proxies = format!("127.0.0.1:{}", server.port());
        set_info(
            &former.session,
            INTERNET_OPEN_TYPE_PROXY,
            Some(&proxies),
            Some("direct.test"),
        )
        .expect("set");
        former.send(&former.get("/former")).expect("an answer");
        let connection = connect_to(&former.session, "host.test", 80, 0).expect("one");
        let recorder = Recorder::new();
        let later = request(&connection, "GET", "/later", 0, recorder.context()).expect("one");
        finish(send(&later), recorder).expect("an answer");
        let targets: Vec<String> = server.recorded().iter().map(|it| it.target()).collect();
        assert_eq!(targets, ["/former", "http://host.test/later"]);
    }
}

#[test]
fn bad_settings_change_nothing() {
    let session = session_with(false, "a:1", None).expect("a session");
    let before = info(&session);
    let bad = Err(ERROR_INVALID_PARAMETER);
    let proxy = INTERNET_OPEN_TYPE_PROXY;
    assert_eq!(set_info(&session, proxy, None, None), bad);
    assert_eq!(set_info(&session, proxy, Some(""), None), bad);
    assert_eq!(set_info(&session, proxy, Some("a:b"), None), bad);
    assert_eq!(set_info(&session, proxy, Some("a\r\nX: y"), None), bad);
    assert_eq!(set_info(&session, 77, Some("a:1"), None), bad);
    assert_eq!(info(&session), before);
    for proxies in ["", "a:b", "a\nb", "http=", "ssh://a"] {
        let opened = session_with(false, proxies, None).map(drop);
        assert_eq!(opened, bad, "{proxies:?}");
    }
    // SAFETY: a buffer that is too short for the struct, and says so.
    let short = unsafe {
        let data = (&raw mut *Box::new([0_u8; INFO])).cast();
        check(InternetSetOptionA(
            session.raw(),
            INTERNET_OPTION_PROXY,
            data,
            INFO as u32 - 1,
        ))
    };
    assert_eq!(short, Err(ERROR_INTERNET_BAD_OPTION_LENGTH));
}

/// Options of the list, as the program sets or reads them.
fn option(number: u32, text: Option<&CStr>) -> INTERNET_PER_CONN_OPTIONA {
    INTERNET_PER_CONN_OPTIONA {
        dwOption: number,
        Value: INTERNET_PER_CONN_OPTION_VALUEA {
            pszValue: text.map_or(null_mut(), |it| it.as_ptr().cast_mut()),
        },
    }
}

fn list(options: &mut [INTERNET_PER_CONN_OPTIONA]) -> INTERNET_PER_CONN_OPTION_LISTA {
    INTERNET_PER_CONN_OPTION_LISTA {
        dwSize: size_of::<INTERNET_PER_CONN_OPTION_LISTA>() as u32,
        pszConnection: null_mut(),
        dwOptionCount: options.len() as u32,
        dwOptionError: 99,
        pOptions: options.as_mut_ptr(),
    }
}

fn query_list(session: &Handle, list: &mut INTERNET_PER_CONN_OPTION_LISTA) -> Result<()> {
    let mut size = size_of_val(list) as u32;
    let at = (&raw mut *list).cast();
    // SAFETY: the list with its options.
    check(unsafe { InternetQueryOptionA(session.raw(), PER_CONNECTION, at, &mut size) })
}

/// Frees what the library has allocated, as GlobalFree of the porting kit does.
fn taken(option: &INTERNET_PER_CONN_OPTIONA) -> Option<String> {
    // SAFETY: a string that the library has allocated, or NULL.
    unsafe {
        let value = option.Value.pszValue;
        let text = text(value);
        libc::free(value.cast());
        text
    }
}

#[test]
fn the_options_of_a_session_one_by_one() {
    let session = session_with(false, "http=a:1", Some("*.c")).expect("a session");
    let mut options: Vec<_> = (1..=10).map(|number| option(number, None)).collect();
    query_list(&session, &mut list(&mut options)).expect("asked");
    // SAFETY: these are numbers.
    let number = |index: usize| unsafe { options[index].Value.dwValue };
    assert_eq!(number(0), PROXY_TYPE_DIRECT | PROXY_TYPE_PROXY);
    assert_eq!(taken(&options[1]).as_deref(), Some("http=a:1"));
    assert_eq!(taken(&options[2]).as_deref(), Some("*.c"));
    assert_eq!(taken(&options[3]), None);
    assert_eq!((number(4), number(6), number(9)), (0, 0, number(0)));
    assert_eq!((taken(&options[5]), taken(&options[8])), (None, None));
}

#[test]
fn a_list_is_refused_whole() {
    let session = session_with(false, "http=a:1", None).expect("a session");
    let mut options = [
        option(INTERNET_PER_CONN_PROXY_SERVER, None),
        option(11, None),
    ];
    let mut asked = list(&mut options);
    assert_eq!(
        query_list(&session, &mut asked),
        Err(ERROR_INVALID_PARAMETER)
    );
    assert_eq!(asked.dwOptionError, 1);
    // SAFETY: it was set to NULL.
    let value = unsafe { options[0].Value.pszValue };
    assert!(value.is_null(), "nothing is allocated");

    let breaks: [fn(&mut INTERNET_PER_CONN_OPTION_LISTA); 3] = [
        |list| list.dwSize -= 1,
        |list| list.pOptions = null_mut(),
        |list| list.pszConnection = c"dial-up".as_ptr().cast_mut(),
    ];
    for broken in breaks {
        let mut asked = list(&mut options[..1]);
        broken(&mut asked);
        assert_eq!(
            query_list(&session, &mut asked),
            Err(ERROR_INVALID_PARAMETER)
        );
    }
    let mut short = [0_u64; 4];
    let mut size = 8;
    let at = short.as_mut_ptr().cast();
    // SAFETY: eight writable bytes and more.
    let asked =
        check(unsafe { InternetQueryOptionA(session.raw(), PER_CONNECTION, at, &mut size) });
    let needed = size_of::<INTERNET_PER_CONN_OPTION_LISTA>() as u32;
    assert_eq!((asked, size), (Err(ERROR_INSUFFICIENT_BUFFER), needed));
}

#[test]
fn a_list_with_a_bad_option_sets_nothing() {
    let session = session_with(false, "http=a:1", None).expect("a session");
    let before = info(&session);
    for (number, text) in [
        (INTERNET_PER_CONN_PROXY_SERVER, c"b:c"),
        (INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_URL, c"http://x"),
        (11, c""),
    ] {
        let mut options = [
            option(INTERNET_PER_CONN_PROXY_BYPASS, Some(c"changed")),
            option(number, Some(text)),
        ];
        let mut set = list(&mut options);
        let (at, size) = ((&raw mut set).cast(), size_of_val(&set) as u32);
        // SAFETY: the list with its options.
        let result = check(unsafe { InternetSetOptionA(session.raw(), PER_CONNECTION, at, size) });
        assert_eq!(result, Err(ERROR_INVALID_PARAMETER), "{number}");
        assert_eq!(set.dwOptionError, 1, "{number}");
    }
    assert_eq!(info(&session), before);
}

/// Of connections and requests neither can be asked or set.
#[test]
fn other_handles_have_none() {
    let session = session_with(false, "http=a:1", None).expect("a session");
    let connection = connect_to(&session, "host.test", 80, 0).expect("one");
    let request = request(&connection, "GET", "/", 0, 0).expect("one");
    for handle in [&connection, &request] {
        let wrong = ERROR_INTERNET_INCORRECT_HANDLE_TYPE;
        assert_eq!(info(handle), Err(wrong));
        assert_eq!(
            set_info(handle, INTERNET_OPEN_TYPE_DIRECT, None, None),
            Err(wrong)
        );
        assert_eq!(query_list(handle, &mut list(&mut [])), Err(wrong));
    }
}
