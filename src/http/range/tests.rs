use super::*;
use crate::http::Exchange;

fn head(status: u16, lines: &str) -> ResponseHead {
    let mut exchange = Exchange::new(b"HEAD");
    let text = format!("HTTP/1.1 {status} X\r\n{lines}\r\n\r\n");
    exchange.receive(text.as_bytes()).unwrap();
    ResponseHead::clone(exchange.head().unwrap())
}

#[test]
fn what_can_be_asked_for() {
    let offers = "Accept-Ranges: bytes";
    assert!(is_offered(&head(200, offers)));
    assert!(!is_offered(&head(404, offers)));
    assert!(!is_offered(&head(206, offers)));
    assert!(!is_offered(&head(200, "")));
    assert!(can_be_asked(&head(200, "")));
    assert!(!can_be_asked(&head(200, "Accept-Ranges: none")));
    assert!(!can_be_asked(&head(200, "").decoded(None).unwrap()));
}

#[test]
fn the_fields_of_the_request() {
    let same = |lines| {
        let (range, same) = fields(&head(200, lines), 7);
        assert_eq!(range, b"bytes=7-");
        same.map(|same| String::from_utf8(same).unwrap())
    };
    assert_eq!(
        same("ETag: \"a\"\r\nLast-Modified: b").as_deref(),
        Some("\"a\"")
    );
    assert_eq!(
        same("ETag: W/\"a\"\r\nLast-Modified: b").as_deref(),
        Some("b")
    );
    assert_eq!(same("ETag: W/\"a\""), None);
}

#[test]
fn where_the_part_begins() {
    let first = head(200, "ETag: \"a\"\r\nContent-Length: 100");
    let part = |lines| begin(&first, &head(206, lines), Some(7));
    assert_eq!(part("Content-Range: bytes 7-99/100"), Some(7));
    assert_eq!(part("Content-Range: bytes 7-99/*"), Some(7));
    assert_eq!(part("ETag: \"a\"\r\nContent-Range: BYTES 7-9/100"), Some(7));
    for lines in [
        "X: y",
        "Content-Range: bytes 8-99/100",
        "Content-Range: bytes 7-99/101",
        "Content-Range: bytes 7-100/100",
        "Content-Range: bytes 9-7/100",
        "Content-Range: bytes */100",
        "Content-Range: bytes 7-+9/100",
        "Content-Range: lines 7-99/100",
        "ETag: \"b\"\r\nContent-Range: bytes 7-99/100",
    ] {
        assert_eq!(part(lines), None, "{lines:?}");
    }
    // Unasked for.
    let unasked = head(206, "Content-Range: bytes 7-99/100");
    assert_eq!(begin(&first, &unasked, None), None);
}

#[test]
fn the_whole_again() {
    let first = head(200, "Last-Modified: a\r\nContent-Length: 100");
    let again = |status, lines| begin(&first, &head(status, lines), Some(7));
    assert_eq!(
        again(200, "Last-Modified: a\r\nContent-Length: 100"),
        Some(0)
    );
    assert_eq!(again(200, "Content-Length: 100"), Some(0));
    assert_eq!(again(200, "Last-Modified: b\r\nContent-Length: 100"), None);
    assert_eq!(again(200, "Content-Length: 99"), None);
    assert_eq!(again(200, "X: y"), None);
    assert_eq!(again(404, "Content-Length: 100"), None);
    assert_eq!(again(416, "Content-Range: bytes */100"), None);
    let decoded = head(200, "").decoded(None).unwrap();
    assert_eq!(begin(&head(200, ""), &decoded, None), None);
}
