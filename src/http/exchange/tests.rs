use super::*;
use crate::http::response::MAX_FIELDS;

/// The final head, all of `wire` given at once; and how much was consumed.
fn answered(method: &str, wire: &[u8]) -> Result<(Exchange, usize), Violation> {
    let mut exchange = Exchange::new(method.as_bytes());
    let mut consumed = 0;
    loop {
        let (n, event) = exchange.receive(&wire[consumed..])?;
        consumed += n;
        match event {
            Some(HeadEvent::Head) => return Ok((exchange, consumed)),
            Some(HeadEvent::Informational(_)) => {}
            None => panic!("no head in {}", wire.escape_ascii()),
        }
    }
}

fn violation(wire: &[u8]) -> Option<Violation> {
    Exchange::new(b"GET").receive(wire).err()
}

fn keeps(method: &str, head: &str) -> bool {
    answered(method, head.as_bytes())
        .unwrap()
        .0
        .keeps_connection()
}

#[test]
fn the_body_is_left_alone() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    let wire = [&head[..], b"hello"].concat();
    let (mut exchange, consumed) = answered("GET", &wire).unwrap();
    assert_eq!(consumed, head.len());
    assert_eq!(exchange.head().unwrap().raw(), head);
    assert_eq!(exchange.body().plain(), 5);
    assert!(exchange.take_early_body().is_empty());
    assert_eq!(exchange.receive(b"hello"), Ok((0, None)));
    assert_eq!(exchange.end_of_stream_in_head(), Ok(()));
}

#[test]
fn informational_heads_are_told_and_skipped() {
    let wire = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nodd line\r\n: x\r\nA\0B\r\n\r\nHTTP/1.1 204 No\r\n\r\n";
    let mut exchange = Exchange::new(b"GET");
    let mut at = 0;
    let mut events = Vec::new();
    while at < wire.len() {
        let (n, event) = exchange.receive(&wire[at..]).unwrap();
        at += n;
        assert_eq!(
            exchange.head().is_some(),
            event == Some(HeadEvent::Head),
            "an informational head is not the answer's"
        );
        events.extend(event);
    }
    assert_eq!(
        events,
        [
            HeadEvent::Informational(100),
            HeadEvent::Informational(103),
            HeadEvent::Head
        ]
    );
    assert_eq!(exchange.head().unwrap().status(), 204);
    assert!(exchange.body().is_done());
}

#[test]
fn informational_heads_do_not_go_on_for_ever() {
    let wire = b"HTTP/1.1 102 x\r\n\r\n".repeat(MAX_INFORMATIONAL as usize + 1);
    assert_eq!(
        answered("GET", &wire).err(),
        Some(Violation::TooManyInformational)
    );
}

#[test]
fn switching_protocols_is_final() {
    let wire = b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nContent-Length: 5\r\n\r\nbytes";
    let (exchange, consumed) = answered("GET", wire).unwrap();
    assert_eq!(wire.len() - consumed, 5);
    assert!(exchange.body().is_done());
    assert!(!exchange.keeps_connection());
}

#[test]
fn leading_empty_lines_are_skipped() {
    let (exchange, consumed) = answered("GET", b"\r\n\n\r\nHTTP/1.1 200 OK\r\n\r\nx").unwrap();
    assert_eq!(consumed, 24);
    assert_eq!(exchange.head().unwrap().raw(), b"HTTP/1.1 200 OK\r\n\r\n");
    assert_eq!(
        violation(&b"\r\n".repeat(MAX_HEAD)),
        Some(Violation::HeadTooLarge)
    );
}

#[test]
fn an_answer_without_a_head() {
    for wire in [
        "hello",
        "HTTQ",
        "<html>",
        "\0",
        " HTTP/1.1 200 OK\r\n\r\n",
        "\r\nhello",
        "\rHTTP/",
    ] {
        let (mut exchange, consumed) = answered("GET", wire.as_bytes()).unwrap();
        assert_eq!(consumed, 0, "{wire:?}");
        assert!(exchange.head().unwrap().is_http09());
        assert!(exchange.has_begun() && !exchange.keeps_connection());
        assert_eq!(exchange.body().plain(), u64::MAX);
        assert!(exchange.take_early_body().is_empty());
    }
}

#[test]
fn what_was_consumed_of_a_headless_answer_is_given_back() {
    let mut exchange = Exchange::new(b"GET");
    assert_eq!(exchange.receive(b"\r\nHT"), Ok((4, None)));
    assert!(exchange.take_early_body().is_empty());
    assert_eq!(exchange.receive(b"ML"), Ok((0, Some(HeadEvent::Head))));
    assert_eq!(exchange.take_early_body(), b"\r\nHT");
    assert!(exchange.take_early_body().is_empty());
}

#[test]
fn rubbish_behind_informational_heads() {
    assert_eq!(
        answered("GET", b"HTTP/1.1 100 Continue\r\n\r\nhello").err(),
        Some(Violation::StatusLine)
    );
}

#[test]
fn rubbish_behind_the_prefix() {
    assert_eq!(violation(b"HTTP/1.1 abc\r\n"), Some(Violation::StatusLine));
    assert_eq!(violation(b"HTTP/\n"), Some(Violation::StatusLine));
    assert_eq!(violation(b"HTTP/1.1 abc"), None);
}

#[test]
fn the_close_inside_the_head() {
    let ends = |wire: &[u8]| {
        let mut exchange = Exchange::new(b"GET");
        let mut at = 0;
        while at < wire.len() {
            at += exchange.receive(&wire[at..]).unwrap().0;
        }
        let result = exchange.end_of_stream_in_head();
        (result, exchange)
    };
    for nothing in [&b""[..], b"\r\n", b"\n\r\n\r"] {
        let (result, exchange) = ends(nothing);
        assert_eq!(result, Err(Violation::NoAnswer));
        assert!(!exchange.has_begun());
    }
    for partial in [
        &b"HTTP/"[..],
        b"http/1",
        b"HTTP/1.1 200 OK",
        b"HTTP/1.1 200 OK\r\nA: b\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\nHT",
        b"HT",
        b"\r\nh",
    ] {
        let (result, exchange) = ends(partial);
        assert_eq!(result, Err(Violation::Truncated));
        assert!(exchange.has_begun());
    }
}

#[test]
fn heads_are_bounded() {
    let head = |len: usize| {
        let line = b"HTTP/1.1 200 OK\r\nA: ";
        let filler = vec![b'x'; len - line.len() - 4];
        [&line[..], &filler, b"\r\n\r\n"].concat()
    };
    assert!(answered("GET", &head(MAX_HEAD)).is_ok());
    let large = Some(Violation::HeadTooLarge);
    assert_eq!(violation(&head(MAX_HEAD + 1)), large);
    assert_eq!(violation(&head(MAX_HEAD * 3)), large);
    // While it is incomplete, too.
    assert_eq!(violation(&head(MAX_HEAD + 100)[..MAX_HEAD + 1]), large);
    assert_eq!(violation(&head(MAX_HEAD + 100)[..MAX_HEAD]), None);

    let fields = |n: usize| [b"HTTP/1.1 200 OK\r\n".to_vec(), b"A: b\r\n".repeat(n)].concat();
    let many = Some(Violation::TooManyFields);
    assert_eq!(violation(&fields(MAX_FIELDS)), many);
    assert_eq!(violation(&fields(MAX_FIELDS - 1)), None);
    let fits = [fields(MAX_FIELDS - 1), b"\r\n".to_vec()].concat();
    let (exchange, _) = answered("GET", &fits).unwrap();
    assert_eq!(exchange.head().unwrap().fields().count(), MAX_FIELDS - 1);
}

#[test]
fn persistence() {
    let length = "Content-Length: 0\r\n";
    let with = |version: &str, fields: &str| {
        keeps(
            "GET",
            &format!("HTTP/{version} 200 OK\r\n{length}{fields}\r\n"),
        )
    };
    assert!(with("1.1", ""));
    assert!(with("1.1", "Connection: keep-alive\r\n"));
    assert!(with("1.1", "Proxy-Connection: close\r\n"));
    assert!(!with("1.1", "Connection: close\r\n"));
    assert!(!with("1.1", "Connection: x\r\nconnection: y, CLOSE\r\n"));
    assert!(!with("1.1", "Connection: keep-alive, close\r\n"));
    assert!(!with("1.0", ""));
    assert!(with("1.0", "Connection: Keep-Alive\r\n"));
    assert!(!with("1.0", "Proxy-Connection: keep-alive\r\n"));

    assert!(
        !keeps("GET", "HTTP/1.1 200 OK\r\n\r\n"),
        "ends with the close"
    );
    assert!(keeps("HEAD", "HTTP/1.1 200 OK\r\n\r\n"));
    assert!(keeps("GET", "HTTP/1.1 304 x\r\n\r\n"));
    assert!(!keeps("CONNECT", "HTTP/1.1 200 x\r\n\r\n"));
    assert!(keeps(
        "CONNECT",
        "HTTP/1.1 407 x\r\nContent-Length: 0\r\n\r\n"
    ));
    let chunked = "Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n";
    assert!(keeps("GET", &format!("HTTP/1.1 200 x\r\n{chunked}")));
    assert!(!keeps("GET", &format!("HTTP/1.0 200 x\r\n{chunked}")));
}

#[test]
fn bad_framing_fails_with_the_head() {
    assert_eq!(
        violation(b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"),
        Some(Violation::ContentLength)
    );
    assert_eq!(
        violation(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"),
        Some(Violation::Field)
    );
}
