//! Which bodies are decoded, and what becomes of their heads.

use super::*;

fn accepted(lines: &[(&str, &str)]) -> Accepted {
    let mut fields = Fields::new();
    for (name, value) in lines {
        fields.append(name.as_bytes(), value.as_bytes()).unwrap();
    }
    Accepted::by(&fields)
}

fn names(accepted: Accepted) -> Vec<Name> {
    ALL.into_iter().filter(|name| accepted.has(*name)).collect()
}

#[test]
fn what_a_request_accepts() {
    let by = |value| names(accepted(&[("accept-ENCODING", value)]));
    assert_eq!(names(accepted(&[("Accept", "gzip")])), ALL);
    assert_eq!(by("gzip, deflate"), [Name::Gzip, Name::Deflate]);
    assert_eq!(by("GZip;q=0.5 , br ; q=1"), [Name::Gzip, Name::Brotli]);
    assert_eq!(by("x-gzip"), [Name::Gzip]);
    assert_eq!(by("gzip;q=0, zstd"), [Name::Zstd]);
    assert_eq!(by("*"), ALL);
    assert_eq!(
        by("br;q=0, *;q=0.1"),
        [Name::Gzip, Name::Deflate, Name::Zstd]
    );
    assert_eq!(by("*;q=0, br"), [Name::Brotli]);
    assert_eq!(by(""), []);
    assert_eq!(by("identity"), []);
    assert_eq!(by("gzip;q=nonsense"), [Name::Gzip]);
    let two = [("Accept-Encoding", "gzip"), ("Accept-Encoding", "br")];
    assert_eq!(names(accepted(&two)), [Name::Gzip, Name::Brotli]);
}

#[test]
fn which_answers_are_decoded() {
    let any = accepted(&[]);
    let is_decoded = |lines: &str, accepted| Decoder::for_answer(&head(lines), accepted).is_some();
    for lines in [
        "Content-Encoding: gzip\r\n",
        "content-encoding: X-GZIP\r\n",
        "Content-Encoding: identity, br\r\n",
        "Content-Encoding: zstd\r\nContent-Encoding: deflate\r\n",
        "Content-Encoding: ,gzip,\r\nCache-Control: max-age=1\r\n",
    ] {
        assert!(is_decoded(lines, &any), "{lines:?}");
    }
    for lines in [
        "",
        "Content-Encoding:\r\n",
        "Content-Encoding: identity\r\n",
        "Content-Encoding: compress\r\n",
        "Content-Encoding: gzip, unknown\r\n",
        "Content-Encoding: unknown, gzip\r\n",
        "Content-Encoding: gzip;level=9\r\n",
        "Content-Encoding: gzip\r\nContent-Range: bytes 0-1/2\r\n",
        "Content-Encoding: gzip\r\nCache-Control: private, No-Transform\r\n",
        "Transfer-Encoding: gzip\r\n",
    ] {
        assert!(!is_decoded(lines, &any), "{lines:?}");
    }
    let gzip = accepted(&[("Accept-Encoding", "gzip")]);
    assert!(is_decoded("Content-Encoding: gzip\r\n", &gzip));
    assert!(!is_decoded("Content-Encoding: br\r\n", &gzip));
    assert!(!is_decoded("Content-Encoding: gzip, br\r\n", &gzip));
}

/// The head loses what it says of the coded body, in every form; the rest stays as it was.
#[test]
fn the_head_of_a_decoded_body() {
    let mut exchange = Exchange::new(b"GET");
    let text = b"HTTP/1.1 200 Content-Length: 1\r\nX-A: 1\r\ncontent-LENGTH: 30\r\n\
        Content-Encoding: gzip,\r\n br\r\nX-B:\r\n 2\r\n\r\n";
    exchange.receive(text).unwrap();
    assert!(exchange.begin_decoding(&accepted(&[])).is_some());
    let head = exchange.head().unwrap();
    let expected = b"HTTP/1.1 200 Content-Length: 1\r\nX-A: 1\r\nX-B:\r\n 2\r\n\r\n";
    assert_eq!(
        head.raw().escape_ascii().to_string(),
        expected.escape_ascii().to_string()
    );
    assert_eq!(head.get("X-B"), Some(&b"2"[..]));
    assert_eq!(head.encoded_length(), Some(30));
    assert_eq!(head.status(), 200);
}

/// Where there is no body nothing is decoded, and the head stays.
#[test]
fn bodiless_answers() {
    let coded = "Content-Encoding: gzip\r\nContent-Length: ";
    for (method, status, length) in [("HEAD", 200, 30), ("GET", 304, 30), ("GET", 200, 0)] {
        let mut exchange = Exchange::new(method.as_bytes());
        let text = format!("HTTP/1.1 {status} X\r\n{coded}{length}\r\n\r\n");
        exchange.receive(text.as_bytes()).unwrap();
        assert!(exchange.begin_decoding(&accepted(&[])).is_none());
        let head = exchange.head().unwrap();
        assert!(head.get("Content-Encoding").is_some(), "{method} {status}");
        assert_eq!(head.encoded_length(), None);
    }
    // HTTP/0.9
    let mut exchange = Exchange::new(b"GET");
    exchange.receive(b"Content-Encoding: gzip").unwrap();
    assert!(exchange.begin_decoding(&accepted(&[])).is_none());
}
