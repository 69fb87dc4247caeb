use super::*;

fn head(method: &str, target: &str, automatic: &[(&str, &[u8])], fields: &Fields) -> String {
    let mut out = Vec::new();
    let (method, target) = (method.as_bytes(), target.as_bytes());
    let mut writer = HeadWriter::begin(&mut out, (method, target, Version::Http11), fields);
    for (name, value) in automatic {
        writer.automatic(name, &[value]);
    }
    writer.end();
    String::from_utf8(out).unwrap()
}

#[test]
fn automatic_fields_come_first() {
    let mut fields = Fields::default();
    fields.append(b"X-Mine", b"1").unwrap();
    let automatic: [(&str, &[u8]); 2] = [("User-Agent", b"agent"), ("Host", b"example")];
    assert_eq!(
        head("GET", "/path?q", &automatic, &fields),
        "GET /path?q HTTP/1.1\r\nUser-Agent: agent\r\nHost: example\r\nX-Mine: 1\r\n\r\n"
    );
}

#[test]
fn appends_without_fields_and_with_the_old_version() {
    let mut out = b"before".to_vec();
    let line: (&[u8], &[u8], _) = (b"HEAD", b"*", Version::Http10);
    HeadWriter::begin(&mut out, line, &Fields::default()).end();
    assert_eq!(out, b"beforeHEAD * HTTP/1.0\r\n\r\n");
}

#[test]
fn what_the_program_has_set_is_not_automatic() {
    let mut fields = Fields::default();
    fields.append(b"host", b"mine").unwrap();
    let automatic: [(&str, &[u8]); 2] = [("Host", b"example"), ("Pragma", b"no-cache")];
    assert_eq!(
        head("GET", "/", &automatic, &fields),
        "GET / HTTP/1.1\r\nPragma: no-cache\r\nhost: mine\r\n\r\n"
    );
}

#[test]
fn an_automatic_value_cannot_begin_a_line() {
    let text = head(
        "GET",
        "/",
        &[("User-Agent", b"a\r\nEvil: 1\0")],
        &Fields::default(),
    );
    assert_eq!(text, "GET / HTTP/1.1\r\nUser-Agent: a  Evil: 1 \r\n\r\n");
}

#[test]
fn methods() {
    for good in ["GET", "get", "M-SEARCH", "X!#$%&'*+.^_`|~9"] {
        assert_eq!(method(good.as_bytes()).unwrap(), good.as_bytes());
    }
    for bad in ["", "GET ", "G ET", "A\r\n", "A:", "(", "\u{e4}", "A\0"] {
        assert_eq!(method(bad.as_bytes()), None, "{bad:?}");
    }
}

#[test]
fn kinds() {
    assert_eq!(RequestKind::of(b"HEAD"), RequestKind::Head);
    assert_eq!(RequestKind::of(b"CONNECT"), RequestKind::Connect);
    assert_eq!(RequestKind::of(b"head"), RequestKind::Other);
}
