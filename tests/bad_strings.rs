//! Strings that are not what they should be: invalid wide characters, bytes that
//! are not UTF-8, 64 KiB, and line breaks or NULs that would make a request say
//! something else. What went out is looked at on the server's side.

#![allow(unsafe_code)]

mod support;

use std::ffi::CString;
use std::ptr::{null, null_mut};

use support::every::wide;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// Every string of one request.
#[derive(Clone, Default)]
struct Strings {
    agent: Vec<u8>,
    agent_option: Option<Vec<u8>>,
    host: Vec<u8>,
    verb: Vec<u8>,
    object: Vec<u8>,
    version: Vec<u8>,
    referrer: Vec<u8>,
    accept: Vec<u8>,
    added: Vec<u8>,
    sent: Vec<u8>,
}

impl Strings {
    fn sound() -> Self {
        Self {
            agent: b"agent".to_vec(),
            agent_option: None,
            host: b"127.0.0.1".to_vec(),
            verb: b"GET".to_vec(),
            object: b"/".to_vec(),
            version: b"HTTP/1.1".to_vec(),
            referrer: b"http://from/".to_vec(),
            accept: b"*/*".to_vec(),
            added: b"X-Added: 1".to_vec(),
            sent: b"X-Sent: 1".to_vec(),
        }
    }

    /// Makes the request with the A functions, or with the W ones.
    fn send(&self, server: &Server, is_wide: bool) -> Result<()> {
        match is_wide {
            true => self.send_w(server.port()),
            false => self.send_a(server.port()),
        }
    }

    fn send_a(&self, port: u16) -> Result<()> {
        let strings = [
            &self.agent,
            &self.host,
            &self.verb,
            &self.object,
            &self.version,
            &self.referrer,
            &self.accept,
        ];
        let strings = strings.map(|it| CString::new(it.clone()).expect("no NUL in these"));
        let [agent, host, verb, object, version, referrer, accept] =
            strings.each_ref().map(|it| it.as_ptr());
        let mut types = [accept, null()];
        let direct = INTERNET_OPEN_TYPE_DIRECT;
        // SAFETY: strings with a NUL, a list with a NULL, lengths that are right.
        unsafe {
            let session = made(InternetOpenA(agent, direct, null(), null(), 0))?;
            if let Some(agent) = &self.agent_option {
                let (text, size) = (agent.as_ptr().cast_mut().cast(), agent.len() as u32);
                let option = INTERNET_OPTION_USER_AGENT;
                check(InternetSetOptionA(session.raw(), option, text, size))?;
            }
            let (s, http) = (session.raw(), INTERNET_SERVICE_HTTP);
            let c = made(InternetConnectA(s, host, port, null(), null(), http, 0, 0))?;
            let types = types.as_mut_ptr();
            let r = HttpOpenRequestA(c.raw(), verb, object, version, referrer, types, 0, 0);
            let r = made(r)?;
            let (added, length) = (self.added.as_ptr().cast(), self.added.len() as u32);
            check(HttpAddRequestHeadersA(
                r.raw(),
                added,
                length,
                HTTP_ADDREQ_FLAG_ADD,
            ))?;
            let (sent, length) = (self.sent.as_ptr().cast(), self.sent.len() as u32);
            check(HttpSendRequestA(r.raw(), sent, length, null_mut(), 0))
        }
    }

    fn send_w(&self, port: u16) -> Result<()> {
        let wide_of = |bytes: &Vec<u8>| wide(&String::from_utf8_lossy(bytes));
        let strings = [
            &self.agent,
            &self.host,
            &self.verb,
            &self.object,
            &self.version,
            &self.referrer,
            &self.accept,
        ];
        let strings = strings.map(wide_of);
        send_wide(&strings, port, &wide_of(&self.added), &wide_of(&self.sent))
    }
}

/// The last unit of each string is its NUL.
fn send_wide(strings: &[Vec<WCHAR>; 7], port: u16, added: &[WCHAR], sent: &[WCHAR]) -> Result<()> {
    let [agent, host, verb, object, version, referrer, accept] =
        strings.each_ref().map(|it| it.as_ptr());
    let mut types = [accept, null()];
    let direct = INTERNET_OPEN_TYPE_DIRECT;
    // SAFETY: strings with a NUL, a list with a NULL, lengths that are right.
    unsafe {
        let session = made(InternetOpenW(agent, direct, null(), null(), 0))?;
        let (s, http) = (session.raw(), INTERNET_SERVICE_HTTP);
        let c = made(InternetConnectW(s, host, port, null(), null(), http, 0, 0))?;
        let types = types.as_mut_ptr();
        let r = HttpOpenRequestW(c.raw(), verb, object, version, referrer, types, 0, 0);
        let r = made(r)?;
        let length = added.len() as u32 - 1;
        let add = HTTP_ADDREQ_FLAG_ADD;
        check(HttpAddRequestHeadersW(r.raw(), added.as_ptr(), length, add))?;
        let length = sent.len() as u32 - 1;
        check(HttpSendRequestW(
            r.raw(),
            sent.as_ptr(),
            length,
            null_mut(),
            0,
        ))
    }
}

fn made(handle: HINTERNET) -> Result<Handle> {
    match handle.is_null() {
        true => Err(last_error()),
        false => Ok(Handle::adopt(handle as usize)),
    }
}

fn server() -> Server {
    Server::respond(|_| reply::ok(""))
}

/// One request came, made of whole lines, with no byte behind its head.
#[track_caller]
fn assert_one_clean_request(server: &Server, told: &str) -> reply::Request {
    let all = server.recorded();
    assert_eq!(all.len(), 1, "{told}: {:?}", server.requests());
    assert!(all[0].body.is_empty(), "{told}");
    let head = all[0].head.strip_suffix(b"\r\n\r\n").expect("an end");
    let text = String::from_utf8_lossy(head).into_owned();
    for line in text.split("\r\n") {
        let is_clean = !line.is_empty() && !line.contains(['\r', '\n', '\0']);
        assert!(is_clean, "{told}: {text:?}");
    }
    all[0].clone()
}

const BREAKS: [&str; 6] = [
    "\r\nX-Evil: 1",
    "\nX-Evil: 1",
    "\rX-Evil: 1",
    "\r\n X-Evil: 1",
    "\r\n\r\nGET /evil HTTP/1.1\r\nHost: evil\r\nX-Evil: 1\r\n\r\n",
    "\n\nGET /evil HTTP/1.1\nHost: evil\nX-Evil: 1\n\n",
];

type Field = (&'static str, fn(&mut Strings) -> &mut Vec<u8>);

/// Line breaks in a string that is no list of headers: refused, or made harmless.
#[test]
fn nothing_is_injected_through_single_strings() {
    let fields: [Field; 8] = [
        ("agent", |it| &mut it.agent),
        ("agent option", |it| {
            it.agent_option.get_or_insert_with(|| b"agent".to_vec())
        }),
        ("host", |it| &mut it.host),
        ("verb", |it| &mut it.verb),
        ("object", |it| &mut it.object),
        ("version", |it| &mut it.version),
        ("referrer", |it| &mut it.referrer),
        ("accept types", |it| &mut it.accept),
    ];
    for (name, field) in fields {
        for text in BREAKS {
            for is_wide in [false, true] {
                let mut strings = Strings::sound();
                field(&mut strings).extend(text.bytes());
                let server = server();
                let told = format!("{name} with {text:?}, wide {is_wide}");
                match strings.send(&server, is_wide) {
                    Ok(()) => {
                        let request = assert_one_clean_request(&server, &told);
                        assert_eq!(request.header("x-evil"), None, "{told}");
                        assert_eq!(request.header("host"), Some(host(&server)), "{told}");
                    }
                    Err(error) => {
                        assert_eq!(server.connections(), 0, "{told}");
                        let codes = [
                            ERROR_INVALID_PARAMETER,
                            ERROR_HTTP_INVALID_HEADER,
                            ERROR_INTERNET_INVALID_URL,
                        ];
                        assert!(codes.contains(&error), "{told}: {error}");
                    }
                }
            }
        }
    }
}

fn host(server: &Server) -> String {
    format!("127.0.0.1:{}", server.port())
}

/// Header strings are lists of lines, so a line break ends a header; what it
/// can't do is end the head, begin another request, or leave half a line.
#[test]
fn nothing_is_injected_through_header_lists() {
    let fields: [Field; 2] = [
        ("added", |it| &mut it.added),
        ("sent along", |it| &mut it.sent),
    ];
    for (name, field) in fields {
        for text in BREAKS {
            for is_wide in [false, true] {
                let mut strings = Strings::sound();
                field(&mut strings).extend(text.bytes());
                let server = server();
                let told = format!("{name} with {text:?}, wide {is_wide}");
                match strings.send(&server, is_wide) {
                    Ok(()) => {
                        let request = assert_one_clean_request(&server, &told);
                        assert_eq!(request.target(), "/", "{told}");
                    }
                    Err(error) => {
                        assert_eq!(server.connections(), 0, "{told}");
                        assert_eq!(error, ERROR_HTTP_INVALID_HEADER, "{told}");
                    }
                }
            }
        }
    }
}

/// NULs and lone CRs inside of header lines: the whole call is refused.
#[test]
fn headers_with_control_bytes_are_refused_whole() {
    let bad: [&[u8]; 8] = [
        b"X-A: a\0b",
        b"X-A: \0",
        b"X\0-A: a",
        b"X-A: a\rb",
        b"X-A: a\r\r\n",
        b"X-\rA: a",
        b"X-Good: 1\r\nX-A: a\0",
        b"X A: a\r\nX-Good: 1",
    ];
    for lines in bad {
        let fields: [Field; 2] = [("added", |it| &mut it.added), ("sent", |it| &mut it.sent)];
        for (name, field) in fields {
            for is_wide in [false, true] {
                let mut strings = Strings::sound();
                *field(&mut strings) = lines.to_vec();
                let server = server();
                let result = strings.send(&server, is_wide);
                let told = format!("{name}: {:?}", String::from_utf8_lossy(lines));
                assert_eq!(result, Err(ERROR_HTTP_INVALID_HEADER), "{told}");
                assert_eq!(server.connections(), 0, "{told}");
            }
        }
    }
}

/// After a refusal the request is as it was: none of the lines was taken over.
#[test]
fn a_refused_list_of_headers_leaves_nothing_behind() {
    let server = server();
    let client = Client::sync(&server);
    let request = client.get("/");
    for modifiers in [
        HTTP_ADDREQ_FLAG_ADD,
        HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_REPLACE,
        HTTP_ADDREQ_FLAG_COALESCE,
    ] {
        let added = add_headers(
            &request,
            "X-First: 1\r\nX-Bad: a\rb\r\nX-Last: 1",
            modifiers,
        );
        assert_eq!(added, Err(ERROR_HTTP_INVALID_HEADER));
    }
    let sent = send_with(&request, "X-Second: 1\r\nX-Bad: a\rb", b"");
    assert_eq!(sent, Err(ERROR_HTTP_INVALID_HEADER));
    client.send(&request).expect("an answer");
    let sent = server.recorded()[0].headers();
    let names: Vec<&str> = sent.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["User-Agent", "Host"]);
}

/// wchar_t that is no character: in every wide string, 87 and nothing goes out.
#[test]
fn invalid_wide_strings_are_refused() {
    let server = server();
    let sound = [
        "agent",
        "127.0.0.1",
        "GET",
        "/",
        "HTTP/1.1",
        "http://from/",
        "*/*",
    ];
    for bad in [
        0xD800,
        0xDBFF,
        0xDC00,
        0xDFFF,
        0x11_0000,
        0x7FFF_FFFF,
        -1,
        i32::MIN,
    ] {
        for at in 0..9 {
            let mut strings = sound.map(wide);
            let (mut added, mut sent) = (wide("X-Added: 1"), wide("X-Sent: 1"));
            let string = match at {
                7 => &mut added,
                8 => &mut sent,
                at => &mut strings[at],
            };
            string.insert(string.len() - 1, bad);
            let result = send_wide(&strings, server.port(), &added, &sent);
            assert_eq!(
                result,
                Err(ERROR_INVALID_PARAMETER),
                "{bad:#x} in string {at}"
            );
        }
        let session = session(false);
        let mut text = wide("http://127.0.0.1/");
        text.insert(8, bad);
        let mut agent = [bad, 0];
        let mut custom = [WCHAR::from(b'X'), bad, 0, 0];
        let custom = custom.as_mut_ptr().cast();
        let mut size = 16;
        // SAFETY: strings with a NUL.
        unsafe {
            let opened = InternetOpenUrlW(session.raw(), text.as_ptr(), null(), 0, 0, 0);
            assert_eq!(made(opened).map(drop), Err(ERROR_INVALID_PARAMETER));
            let agent = agent.as_mut_ptr().cast();
            let option = INTERNET_OPTION_USER_AGENT;
            let set = check(InternetSetOptionW(session.raw(), option, agent, 1));
            assert_eq!(set, Err(ERROR_INVALID_PARAMETER));
            let client = Client::to_port(false, 1);
            let (request, level) = (client.get("/"), HTTP_QUERY_CUSTOM);
            let asked = HttpQueryInfoW(request.raw(), level, custom, &mut size, null_mut());
            assert_eq!(check(asked), Err(ERROR_INVALID_PARAMETER));
        }
    }
    assert_eq!(server.connections(), 0);
}

/// Bytes that are no UTF-8: through in headers and agents, percent-encoded in
/// the path, refused where they can't be meant.
#[test]
fn narrow_strings_that_are_not_utf8() {
    let odd = b"\xFF\xFE\x80\xC3";
    let mut strings = Strings::sound();
    let pass: [Field; 4] = [
        ("agent", |it| &mut it.agent),
        ("referrer", |it| &mut it.referrer),
        ("accept", |it| &mut it.accept),
        ("sent", |it| &mut it.sent),
    ];
    for (_, field) in pass {
        field(&mut strings).extend(odd);
    }
    strings.object.extend(odd);
    let server = server();
    strings.send(&server, false).expect("an answer");
    let request = assert_one_clean_request(&server, "odd bytes");
    assert_eq!(request.target(), "/%FF%FE%80%C3");
    let raw = &request.head;
    let found = raw.windows(odd.len()).filter(|it| it == odd).count();
    assert_eq!(found, 4);
    let refused: [(Field, u32); 2] = [
        (("host", |it| &mut it.host), ERROR_INTERNET_INVALID_URL),
        (("verb", |it| &mut it.verb), ERROR_INVALID_PARAMETER),
    ];
    for ((name, field), error) in refused {
        let mut strings = Strings::sound();
        field(&mut strings).extend(odd);
        assert_eq!(strings.send(&server, false), Err(error), "{name}");
    }
    assert_eq!(server.recorded().len(), 1);
}

/// 64 KiB in each string: it goes out whole, or it is refused.
#[test]
fn very_long_strings() {
    let long = vec![b'l'; 64 * 1024];
    let fields: [Field; 7] = [
        ("agent", |it| &mut it.agent),
        ("verb", |it| &mut it.verb),
        ("object", |it| &mut it.object),
        ("referrer", |it| &mut it.referrer),
        ("accept", |it| &mut it.accept),
        ("added", |it| &mut it.added),
        ("sent", |it| &mut it.sent),
    ];
    for (name, field) in fields {
        for is_wide in [false, true] {
            let mut strings = Strings::sound();
            field(&mut strings).extend(&long);
            let server = server();
            strings.send(&server, is_wide).expect("an answer");
            let request = assert_one_clean_request(&server, name);
            let found = request.head.windows(long.len()).any(|it| it == long);
            assert!(found, "{name}, wide {is_wide}");
        }
    }
    // No host is that long, and nobody is asked for it.
    let mut strings = Strings::sound();
    strings.host = long.clone();
    let sent = strings.send_a(80);
    let codes = [ERROR_INTERNET_INVALID_URL, ERROR_INTERNET_NAME_NOT_RESOLVED];
    assert!(sent.is_err_and(|error| codes.contains(&error)), "{sent:?}");
}

#[test]
fn urls_of_64_kib() {
    let server = server();
    let session = session(false);
    let long = "u".repeat(64 * 1024);
    open_url(&session, &server.url(&format!("/{long}?{long}")), 0, 0).expect("an answer");
    let request = assert_one_clean_request(&server, "a long URL");
    assert_eq!(request.target(), format!("/{long}?{long}"));
    let too_long = [
        format!("http://{long}/"),
        format!("{long}://host/"),
        format!("http://127.0.0.1:{}/", "1".repeat(64 * 1024)),
        long,
    ];
    for url in too_long {
        let opened = open_url(&session, &url, 0, 0).map(drop);
        let error = opened.expect_err("no such server");
        let codes = [
            ERROR_INTERNET_INVALID_URL,
            ERROR_INTERNET_UNRECOGNIZED_SCHEME,
            ERROR_INTERNET_NAME_NOT_RESOLVED,
        ];
        assert!(codes.contains(&error), "{error}");
    }
    assert_eq!(server.recorded().len(), 1);
}

/// Line breaks and the like in a URL: the same as in its parts.
#[test]
fn nothing_is_injected_through_urls() {
    for text in BREAKS {
        for place in [
            "http://127.0.0.1:PORT/pathHERE",
            "http://127.0.0.1HERE:PORT/",
        ] {
            let server = server();
            let url = place.replace("HERE", text);
            let url = url.replace("PORT", &server.port().to_string());
            match open_url(&session(false), &url, 0, 0) {
                Ok(_request) => {
                    let request = assert_one_clean_request(&server, &url);
                    assert_eq!(request.header("x-evil"), None, "{url:?}");
                }
                Err(error) => {
                    assert_eq!(server.connections(), 0, "{url:?}");
                    assert_eq!(error, ERROR_INTERNET_INVALID_URL, "{url:?}");
                }
            }
        }
    }
}
