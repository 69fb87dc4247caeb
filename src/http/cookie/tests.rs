//! Set-Cookie fields as servers send them, RFC 6265's rules one by one.

use super::*;

const NOW: i64 = 1_700_000_000;

fn parsed(text: &str) -> SetCookie<'_> {
    SetCookie::parse(text.as_bytes(), NOW).expect(text)
}

fn refused(text: &[u8]) -> InvalidCookie {
    SetCookie::parse(text, NOW).expect_err("no cookie")
}

/// The examples of RFC 6265, section 3.1.
#[test]
fn examples_of_the_rfc() {
    let plain = parsed("SID=31d4d96e407aad42");
    assert_eq!(
        (plain.name, plain.value),
        (&b"SID"[..], &b"31d4d96e407aad42"[..])
    );
    assert_eq!(
        (plain.path, plain.domain, plain.expires),
        (None, &b""[..], None)
    );

    let scoped = parsed("SID=31d4d96e407aad42; Path=/; Domain=example.com");
    assert_eq!(scoped.path, Some(&b"/"[..]));
    assert_eq!(scoped.domain, b"example.com");

    let safe = parsed("SID=31d4d96e407aad42; Path=/; Secure; HttpOnly");
    assert!(safe.secure && safe.http_only);

    let lasting = parsed("lang=en-US; Expires=Wed, 09 Jun 2021 10:18:14 GMT");
    assert_eq!(lasting.expires, Some(1_623_233_894));
}

#[test]
fn names_and_values() {
    let table: [(&str, &str, &str); 10] = [
        ("a=b", "a", "b"),
        (" a \t=\t b ", "a", "b"),
        ("a=b=c", "a", "b=c"),
        ("a=", "a", ""),
        ("=b", "", "b"),
        ("b", "", "b"),
        ("a=\"b c\"", "a", "\"b c\""),
        ("a=b\tc", "a", "b\tc"),
        ("a=b, c=d", "a", "b, c=d"),
        ("n\u{e4}me=w\u{e4}rt; Secure", "n\u{e4}me", "w\u{e4}rt"),
    ];
    for (text, name, value) in table {
        let cookie = parsed(text);
        let came = (cookie.name, cookie.value);
        assert_eq!(came, (name.as_bytes(), value.as_bytes()), "{text:?}");
    }
}

#[test]
fn what_is_no_cookie() {
    for text in ["", ";", " = ", "=;Secure", "\t"] {
        assert_eq!(refused(text.as_bytes()), InvalidCookie::Empty, "{text:?}");
    }
    for control in (0..0x20).chain([0x7f]).filter(|&byte| byte != b'\t') {
        for at in 0..4 {
            let mut text = *b"ab=c; Path=/";
            text[at] = control;
            assert_eq!(refused(&text), InvalidCookie::Control);
        }
        let attribute = [&b"a=b; Path=/"[..], &[control]].concat();
        assert_eq!(refused(&attribute), InvalidCookie::Control);
    }
    let longest = format!("a={}", "x".repeat(MAX_PAIR - 1));
    assert_eq!(parsed(&longest).value.len(), MAX_PAIR - 1);
    assert_eq!(
        refused(format!("{longest}x").as_bytes()),
        InvalidCookie::TooLong
    );
}

#[test]
fn the_last_attribute_counts_and_odd_ones_do_not() {
    let cookie =
        parsed("a=b; path=/x; PATH=/y; domain=a.test; Domain=.b.test; what=ever; secure=no");
    assert_eq!(cookie.path, Some(&b"/y"[..]));
    assert_eq!(cookie.domain, b"b.test");
    assert!(cookie.secure);
    assert_eq!(parsed("a=b; Path=/x; Path=y").path, None);
    assert_eq!(parsed("a=b; Domain=x.test; Domain").domain, b"");
    let long = format!("a=b; Path=/x; Path=/{}", "y".repeat(MAX_ATTRIBUTE));
    assert_eq!(parsed(&long).path, Some(&b"/x"[..]));
    let sites = [
        ("strict", SameSite::Strict),
        ("LAX", SameSite::Lax),
        ("None", SameSite::None),
        ("other", SameSite::Unsaid),
    ];
    for (text, expected) in sites {
        assert_eq!(parsed(&format!("a=b; SameSite={text}")).same_site, expected);
    }
}

#[test]
fn max_age_wins_over_expires() {
    let date = "Wed, 09 Jun 2021 10:18:14 GMT";
    let table = [
        ("a=b; Max-Age=60".to_owned(), Some(NOW + 60)),
        (format!("a=b; Max-Age=60; Expires={date}"), Some(NOW + 60)),
        (format!("a=b; Expires={date}; Max-Age=60"), Some(NOW + 60)),
        (
            format!("a=b; Max-Age=soon; Expires={date}"),
            Some(1_623_233_894),
        ),
        ("a=b; Max-Age=0".to_owned(), Some(LONG_AGO)),
        ("a=b; Max-Age=-1".to_owned(), Some(LONG_AGO)),
        (
            "a=b; Max-Age=99999999999999999999999".to_owned(),
            Some(i64::MAX),
        ),
        ("a=b; Max-Age=+1".to_owned(), None),
        ("a=b; Max-Age=".to_owned(), None),
        ("a=b; Expires=tomorrow".to_owned(), None),
        (
            format!("a=b; Expires={date}; Expires=x"),
            Some(1_623_233_894),
        ),
    ];
    for (text, expected) in table {
        assert_eq!(parsed(&text).expires, expected, "{text}");
    }
}

#[test]
fn dates_in_every_dress() {
    let at = Some(784_111_777);
    for text in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "06-Nov-1994 08:49:37",
        "Sun,06-Nov-1994 08:49:37 GMT",
        "1994 november 6 8:49:37",
        "08:49:37 06 Nov 1994 07 Dec 1995 10:10:10",
        "6th Nov 1994th 08:49:37GMT",
    ] {
        assert_eq!(parse_date(text.as_bytes()), at, "{text}");
    }
    assert_eq!(
        parse_date(b"1 Jan 69 00:00:00"),
        parse_date(b"1 Jan 2069 00:00:00")
    );
    assert_eq!(parse_date(b"1 Jan 70 00:00:00"), Some(0));
    assert!(parse_date(b"29 Feb 2024 00:00:00").is_some());
    for text in [
        "",
        "06 Nov 1994",
        "Nov 1994 08:49:37",
        "06 1994 08:49:37",
        "06 Nov 08:49:37",
        "00 Nov 1994 08:49:37",
        "32 Jan 1994 08:49:37",
        "31 Feb 1994 08:49:37",
        "29 Feb 2023 00:00:00",
        "06 Nov 1600 08:49:37",
        "06 Nov 19945 08:49:37",
        "06 Nov 1994 24:49:37",
        "06 Nov 1994 08:60:37",
        "06 Nov 1994 08:49:60",
        "06 Nov 1994 008:49:37",
        "06 Nov 1994 08:49",
    ] {
        assert_eq!(parse_date(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn domains() {
    for (host, domain, matches) in [
        ("example.com", "example.com", true),
        ("www.example.com", "example.com", true),
        ("badexample.com", "example.com", false),
        ("example.com", "www.example.com", false),
        ("1.2.3.4", "1.2.3.4", true),
        ("1.2.3.4", "3.4", false),
        ("::1", "1", false),
        ("example.com", "", false),
    ] {
        assert_eq!(domain_matches(host, domain), matches, "{host} {domain}");
    }
}

#[test]
fn paths() {
    for (path, default) in [
        ("", "/"),
        ("x", "/"),
        ("/", "/"),
        ("/a", "/"),
        ("/a/", "/a"),
        ("/a/b", "/a"),
        ("/a//", "/a/"),
    ] {
        assert_eq!(default_path(path.as_bytes()), default.as_bytes(), "{path}");
    }
    for (path, wanted, matches) in [
        ("/a", "/", true),
        ("/a", "/a", true),
        ("/a/b", "/a", true),
        ("/a/b", "/a/", true),
        ("/ab", "/a", false),
        ("/a", "/a/", false),
        ("/A", "/a", false),
        ("/", "/a", false),
    ] {
        let found = path_matches(path.as_bytes(), wanted.as_bytes());
        assert_eq!(found, matches, "{path} {wanted}");
    }
}
