use super::*;
use crate::http::Violation;

impl Eq for ResponseHead {}

impl PartialEq for ResponseHead {
    /// Whether whoever asks gets the same answers.
    fn eq(&self, other: &Self) -> bool {
        (self.raw(), self.status, self.version, self.reason())
            == (other.raw(), other.status, other.version, other.reason())
            && self.fields().eq(other.fields())
            && self.signs == other.signs
            && self.sets_cookies() == self.get("Set-Cookie").is_some()
    }
}

/// Reads a head both ways and expects them to agree where both can.
fn read(text: &[u8]) -> Result<ResponseHead, Violation> {
    let slow = parse_lines(text);
    match parse_at_front(text) {
        Ok(Front::Head(head, len)) => {
            assert_eq!(len, text.len());
            assert_eq!(Ok(&*head), slow.as_ref(), "{}", text.escape_ascii());
        }
        Ok(Front::Informational(code, len)) => {
            assert_eq!(len, text.len());
            assert_eq!(slow.as_ref().map(|head| head.status), Ok(code));
        }
        Ok(Front::Unclear) => {}
        Err(violation) => assert_eq!(slow, Err(violation)),
    }
    slow
}

fn fields(head: &ResponseHead) -> Vec<(String, String)> {
    let text = |bytes: &[u8]| bytes.escape_ascii().to_string();
    head.fields()
        .map(|(name, value)| (text(name), text(value)))
        .collect()
}

fn expect_fields(head: &str, expected: &[(&str, &str)]) {
    let read = read(head.as_bytes()).unwrap();
    let expected: Vec<_> = expected
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect();
    assert_eq!(fields(&read), expected, "{head:?}");
}

#[test]
fn a_usual_head() {
    let text = b"HTTP/1.1 404 Not Found\r\nServer: x\r\nSet-Cookie: a=b\r\nset-cookie:c=d \r\n\r\n";
    let head = read(text).unwrap();
    assert_eq!(head.status(), 404);
    assert_eq!(head.version(), (1, 1));
    assert_eq!(head.reason(), b"Not Found");
    assert_eq!(head.raw(), text);
    assert_eq!(head.get("SERVER"), Some(&b"x"[..]));
    assert_eq!(head.get("Serve"), None);
    assert_eq!(
        head.values("Set-Cookie").collect::<Vec<_>>(),
        [b"a=b", b"c=d"]
    );
    assert_eq!(
        head.lines().collect::<Vec<_>>(),
        [
            &b"HTTP/1.1 404 Not Found"[..],
            b"Server: x",
            b"Set-Cookie: a=b",
            b"set-cookie:c=d "
        ]
    );
    assert!(!head.is_http09());
}

#[test]
fn status_lines() {
    let cases: &[(&str, u16, (u8, u8), &str)] = &[
        ("HTTP/1.1 200 OK", 200, (1, 1), "OK"),
        ("HTTP/1.0 200 ", 200, (1, 0), ""),
        ("HTTP/1.1 200", 200, (1, 1), ""),
        ("HTTP/1.1  200   Fine  ", 200, (1, 1), "Fine"),
        ("HTTP/1.1\t200\tOK", 200, (1, 1), "OK"),
        (
            "http/1.1 301 Moved Permanently",
            301,
            (1, 1),
            "Moved Permanently",
        ),
        ("HTTP/1 200 OK", 200, (1, 0), "OK"),
        ("HTTP/2.0 200 OK", 200, (2, 0), "OK"),
        ("HTTP/1.1 999 x", 999, (1, 1), "x"),
        ("HTTP/1.1 200 a\u{e4}b", 200, (1, 1), "a\u{e4}b"),
        ("HTTP/1.1 200 a\0b", 200, (1, 1), "a\0b"),
    ];
    for (line, status, version, reason) in cases {
        for end in ["\r\n", "\n"] {
            let head = read(format!("{line}{end}{end}").as_bytes()).unwrap();
            assert_eq!(head.status(), *status, "{line:?}");
            assert_eq!(head.version(), *version, "{line:?}");
            assert_eq!(head.reason(), reason.as_bytes(), "{line:?}");
            assert_eq!(head.lines().next(), Some(line.as_bytes()));
        }
    }
}

#[test]
fn rubbish_status_lines() {
    for line in [
        "HTTP/",
        "HTTP/1.1",
        "HTTP/1.1 ",
        "HTTP/1.1 abc",
        "HTTP/1.1 20",
        "HTTP/1.1 2000 x",
        "HTTP/1.1 20x OK",
        "HTTP/1.1 -20 OK",
        "HTTP/1.1 099 OK",
        "HTTP/1.1 000 OK",
        "HTTP/1.1200 OK",
        "HTTP/1. 200 OK",
        "HTTP/x.y 200 OK",
        "HTTP/1.999 200 OK",
        "HTTP/ 200 OK",
        "HTTPS/1.1 200 OK",
    ] {
        let text = format!("{line}\r\n\r\n");
        assert_eq!(read(text.as_bytes()), Err(Violation::StatusLine), "{line}");
    }
}

#[test]
fn forgives_odd_lines() {
    expect_fields(
        "HTTP/1.1 200 OK\r\nA: 1\r\nHTTP/1.1 200 OK\r\nno colon\r\n: no name\r\nB d: 2\r\nC:3\r\n\r\n",
        &[("A", "1"), ("C", "3")],
    );
    expect_fields(
        "HTTP/1.1 200 OK\r\nA : 1\r\nB\t:2\r\nEmpty:\r\nBlank:  \r\n\r\n",
        &[("A", "1"), ("B", "2"), ("Empty", ""), ("Blank", "")],
    );
    expect_fields(
        "HTTP/1.1 200 OK\nA: 1\nB: 2\r\nC: 3\r\r\n\n",
        &[("A", "1"), ("B", "2"), ("C", "3")],
    );
    expect_fields(
        "HTTP/1.1 200 OK\r\nA: 1\0 2\r\nN\0: 3\r\nB: a\rb\r\n\r\n",
        &[("A", "1\\x00 2"), ("B", "a\\rb")],
    );
}

#[test]
fn unfolds() {
    expect_fields(
        "HTTP/1.1 200 OK\r\nA: one\r\n  two\r\n\tthree \r\nB: x\r\nC:\r\n c\r\n d\r\nD: y\r\n \r\n\r\n",
        &[("A", "one two three"), ("B", "x"), ("C", "c d"), ("D", "y")],
    );
    // What continues no field is dropped with it.
    expect_fields(
        "HTTP/1.1 200 OK\r\n first\r\nodd\r\n odd: 1\r\nA: 1\r\n\r\n",
        &[("A", "1")],
    );
    expect_fields(
        "HTTP/1.1 200 OK\r\nA: 1\r\nodd\r\n more\r\n\r\n",
        &[("A", "1")],
    );
    let text = b"HTTP/1.1 200 OK\r\nA: one\r\n two\r\n\r\n";
    assert_eq!(read(text).unwrap().raw(), text);
}

#[test]
fn many_folds_cost_one_copy() {
    let text = [
        &b"HTTP/1.1 200 OK\r\nA: x\r\n"[..],
        &b" y\r\n".repeat(50_000),
        b"\r\n",
    ];
    let head = read(&text.concat()).unwrap();
    assert_eq!(head.get("A").unwrap().len(), 100_001);
    assert!(head.text.len() < 2 * head.raw().len());
}

#[test]
fn the_empty_line_is_crlf() {
    let head = read(b"HTTP/1.1 200 OK\nA: 1\n\n").unwrap();
    assert_eq!(head.raw(), b"HTTP/1.1 200 OK\nA: 1\n\r\n");
    assert_eq!(head.lines().count(), 2);
}

#[test]
fn many_fields_go_the_slow_way() {
    let mut text = b"HTTP/1.1 200 OK\r\n".to_vec();
    for index in 0..MAX_FIELDS - 1 {
        text.extend_from_slice(format!("F{index}: {index}\r\n").as_bytes());
    }
    text.extend_from_slice(b"\r\n");
    let head = read(&text).unwrap();
    assert_eq!(head.fields().count(), MAX_FIELDS - 1);
    assert_eq!(head.get("F998"), Some(&b"998"[..]));
}

/// Lines that decide something, as they are usually written and otherwise, and such as look like them.
const LINES: [&str; 29] = [
    "Content-Length: 3",
    "Content-Length:3",
    "content-length: 3",
    "Content-Length\t : 3 ",
    "Content-Length: 4",
    "Content-Length: 3, 3",
    "Content-Length: 3,",
    "Content-Length: ",
    "Content-Length: 99999999999999999999999",
    "Content-Length",
    "Content-Length 3: x",
    "Content-Lengths: 3",
    "Content-Type: text/plain",
    "Connection: keep-alive",
    "Connection: close",
    "Connection: Keep-Alive",
    "connection:close",
    "Connection: close, keep-alive",
    "Connection : keep-alive ",
    "Connection:",
    "Transfer-Encoding: chunked",
    "transfer-encoding: gzip, chunked",
    "Transfer-Encoding: identity",
    "Transfer-Encoding: gzip",
    "Set-Cookie: a=b",
    "set-cookie :",
    "Set-Cookie",
    "Server: x",
    " : chunked",
];

#[test]
fn every_two_lines_say_the_same_both_ways() {
    for end in ["\r\n", "\n", "\r\r\n"] {
        for one in LINES {
            for other in LINES {
                let head = ["HTTP/1.1 200 OK", one, other, "\r\n"].join(end);
                assert!(read(head.as_bytes()).is_ok());
            }
        }
    }
}

#[test]
fn what_the_lines_say() {
    let signs = |lines: &str| {
        let head = read(format!("HTTP/1.1 200 OK\r\n{lines}\r\n\r\n").as_bytes());
        *head.unwrap().signs()
    };
    let length = |lines: &str| signs(lines).content_length();
    assert_eq!(length("Content-Length: 3"), Ok(Some(3)));
    assert_eq!(
        length("content-length\t:3, 3\r\nContent-Length: 3"),
        Ok(Some(3))
    );
    assert_eq!(
        length("Content-Length: 3\r\nContent-Length: 4"),
        Err(Violation::ContentLength)
    );
    assert_eq!(length("Content-Type: 3"), Ok(None));
    assert!(!signs("Content-Length").tells_length() && signs("Content-Length:").tells_length());
    assert!(signs("Connection: keep-alive").keeps_alive && signs("connection: a, CLOSE").closes);
    assert!(!signs("Connection: closed").closes && !signs("Connections: close").closes);
    assert_eq!(
        signs("Transfer-Encoding: chunked").coding,
        Some(Coding::Chunked)
    );
    assert_eq!(
        signs("Transfer-Encoding: chunked, gzip").coding,
        Some(Coding::Other)
    );
    assert_eq!(signs("transfer-encoding: Identity").coding, None);
    assert!(signs("SET-COOKIE:").sets_cookies && !signs("Set-Cookie2: a=b").sets_cookies);
}

#[test]
fn tokens_of_a_list() {
    let head =
        read(b"HTTP/1.1 200 OK\r\nConnection: a , Close\r\nconnection: b,,\r\n\r\n").unwrap();
    for token in ["a", "close", "B"] {
        assert!(head.has_token("Connection", token));
    }
    assert!(!head.has_token("Connection", "clos") && !head.has_token("Connection", ""));
}

#[test]
fn a_head_for_those_without() {
    let head = ResponseHead::http09();
    assert!(head.is_http09());
    assert_eq!(head.status(), 200);
    assert_eq!(head.version(), (1, 0));
    assert_eq!(head.reason(), b"OK");
    assert_eq!(head.lines().collect::<Vec<_>>(), [b"HTTP/1.0 200 OK"]);
    assert_eq!(head.raw(), b"HTTP/1.0 200 OK\r\n\r\n");
    assert_eq!(head.fields().count(), 0);
}
