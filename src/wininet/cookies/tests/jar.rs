//! Who gets which cookies, and which must not be set.

use super::super::cookie::Query;
use super::super::jar::{Jar, MOST, MOST_OF_A_SITE};
use super::super::policy::site;
use super::*;

const PROGRAM: Source = Source::Program { http_only: false };

/// Puts what an answer from the URL brings.
fn put(jar: &mut Jar, url: &str, field: &str) -> bool {
    let at = jar.len() as i64;
    match cookie(url, field, at) {
        Ok(cookie) => jar.put(cookie, &scope(url), Source::Answer, NOW).is_ok(),
        Err(Refused) => false,
    }
}

/// The Cookie field of a request to the URL.
fn sent(jar: &mut Jar, url: &str) -> String {
    let query = Query {
        http_only: true,
        ..Query::default()
    };
    let mut field = Vec::new();
    for cookie in jar.matching(&scope(url), &query, NOW) {
        cookie.write_to(&mut field);
    }
    String::from_utf8(field).expect("text")
}

/// The story of RFC 6265, section 3.1.
#[test]
fn the_story_of_the_rfc() {
    let mut jar = Jar::default();
    let server = "https://server.example.com/";
    assert!(put(
        &mut jar,
        server,
        "SID=31d4d96e407aad42; Path=/; Secure; HttpOnly"
    ));
    assert!(put(
        &mut jar,
        server,
        "lang=en-US; Path=/; Domain=example.com"
    ));
    let both = "SID=31d4d96e407aad42; lang=en-US";
    assert_eq!(sent(&mut jar, server), both);
    assert_eq!(sent(&mut jar, "http://server.example.com/"), "lang=en-US");
    assert_eq!(sent(&mut jar, "https://other.example.com/x"), "lang=en-US");
    assert_eq!(sent(&mut jar, "https://example.com/"), "lang=en-US");
    assert_eq!(sent(&mut jar, "https://example.org/"), "");
    assert!(put(
        &mut jar,
        server,
        "lang=; Domain=example.com; Path=/; Expires=Sun, 06 Nov 1994 08:49:37 GMT"
    ));
    assert_eq!(sent(&mut jar, server), "SID=31d4d96e407aad42");
}

#[test]
fn domains_that_may_be_named() {
    let table = [
        ("http://www.shop.co.uk/", "shop.co.uk", true),
        ("http://www.shop.co.uk/", "www.shop.co.uk", true),
        ("http://www.shop.co.uk/", "co.uk", false),
        ("http://www.shop.co.uk/", "uk", false),
        ("http://www.shop.co.uk/", "other.co.uk", false),
        ("http://www.shop.co.uk/", "a.www.shop.co.uk", false),
        ("http://me.github.io/", "github.io", false),
        ("http://www.corp/", "corp", false),
        ("http://www.shop.co.uk/", "SHOP.co.UK", true),
        ("http://www.shop.co.uk/", "shop.co.uk.", false),
        ("http://www.shop.co.uk/", ".shop.co.uk.", false),
        ("http://www.shop.co.uk./", "shop.co.uk.", true),
        ("http://www.shop.co.uk./", "shop.co.uk", false),
        ("http://www.shop.co.uk./", "co.uk.", false),
        ("http://www.shop.co.uk./", "uk.", false),
        ("http://127.0.0.1/", "127.0.0.1", true),
        ("http://127.0.0.1/", "0.0.1", false),
        ("http://127.0.0.1/", "1", false),
        ("http://localhost/", "localhost", true),
        ("http://github.io/", "github.io", true),
    ];
    for (url, domain, may) in table {
        let mut jar = Jar::default();
        let field = format!("a=b; Domain={domain}");
        assert_eq!(put(&mut jar, url, &field), may, "{url} {domain}");
        assert_eq!(jar.len(), usize::from(may));
    }
    // A public suffix or an address of its own names no one below it.
    let mut jar = Jar::default();
    assert!(put(&mut jar, "http://github.io/", "a=b; Domain=github.io"));
    assert_eq!(sent(&mut jar, "http://me.github.io/"), "");
    assert_eq!(sent(&mut jar, "http://github.io/"), "a=b");
    assert_eq!(site("a.b.shop.co.uk"), "shop.co.uk");
    assert_eq!(site("1.2.3.4"), "1.2.3.4");
}

#[test]
fn a_cookie_without_a_domain_is_for_its_host() {
    let mut jar = Jar::default();
    assert!(put(&mut jar, "http://shop.test/", "a=b"));
    assert_eq!(sent(&mut jar, "http://shop.test/"), "a=b");
    assert_eq!(sent(&mut jar, "http://www.shop.test/"), "");
}

#[test]
fn longer_paths_first_then_older_cookies() {
    let mut jar = Jar::default();
    let url = "http://shop.test/x/y/z";
    for field in [
        "a=1; Path=/",
        "b=2; Path=/x/y",
        "c=3; Path=/",
        "d=4; Path=/x",
        "e=5",
    ] {
        assert!(put(&mut jar, url, field));
    }
    assert_eq!(sent(&mut jar, url), "b=2; e=5; d=4; a=1; c=3");
    // A new value does not make a cookie younger.
    assert!(put(&mut jar, url, "a=9; Path=/"));
    assert_eq!(sent(&mut jar, "http://shop.test/"), "a=9; c=3");
    assert_eq!(sent(&mut jar, "http://shop.test/xy"), "a=9; c=3");
}

#[test]
fn secure_cookies_stay_out_of_plain_hands() {
    let (plain, secure) = ("http://shop.test/", "https://shop.test/");
    let mut jar = Jar::default();
    assert!(!put(&mut jar, plain, "a=b; Secure"));
    assert!(put(&mut jar, secure, "a=b; Secure"));
    assert!(!put(&mut jar, plain, "a=evil"));
    assert!(!put(
        &mut jar,
        "http://www.shop.test/",
        "a=evil; Domain=shop.test"
    ));
    assert_eq!(sent(&mut jar, plain), "");
    assert_eq!(sent(&mut jar, secure), "a=b");
}

#[test]
fn prefixes_keep_their_promise() {
    let table = [
        ("https", "__Secure-a=b; Secure", true),
        ("https", "__Secure-a=b", false),
        ("http", "__Secure-a=b; Secure", false),
        ("https", "__Host-a=b; Secure; Path=/", true),
        ("https", "__HOST-a=b; Secure", false),
        ("https", "__Host-a=b; Secure; Path=/x", false),
        (
            "https",
            "__Host-a=b; Secure; Path=/; Domain=shop.test",
            false,
        ),
        ("https", "__host-a=b; Path=/", false),
        ("https", "=__Host-a=b; Secure; Path=/", false),
        ("https", "__Secure-a", false),
        ("https", "__Hosta=b", true),
    ];
    for (scheme, field, may) in table {
        let url = format!("{scheme}://shop.test/");
        assert_eq!(put(&mut Jar::default(), &url, field), may, "{field}");
    }
}

#[test]
fn a_script_does_not_touch_http_only_cookies() {
    let url = "http://shop.test/";
    let by_script = |field: &str| {
        let set = SetCookie::parse(field.as_bytes(), NOW).expect(field);
        admit(&set, &scope(url), PROGRAM, 1)
    };
    assert_eq!(by_script("a=b; HttpOnly"), Err(Refused));
    let mut jar = Jar::default();
    assert!(put(&mut jar, url, "a=b; HttpOnly"));
    for field in ["a=c", "a=; Max-Age=0"] {
        let cookie = by_script(field).expect(field);
        assert!(jar.put(cookie, &scope(url), PROGRAM, NOW).is_err());
    }
    assert_eq!(sent(&mut jar, url), "a=b");
    let found = jar.matching(&scope(url), &Query::default(), NOW);
    assert!(found.is_empty());
}

#[test]
fn what_has_expired_is_not_sent() {
    let mut jar = Jar::default();
    let url = "http://shop.test/";
    assert!(put(&mut jar, url, "a=b; Max-Age=60"));
    assert!(put(&mut jar, url, "c=d; Max-Age=0"));
    assert_eq!(sent(&mut jar, url), "a=b");
    let query = Query::default();
    assert!(jar.matching(&scope(url), &query, NOW + 60).is_empty());
    jar.end_session();
    assert_eq!(jar.len(), 1);
    assert!(put(&mut jar, url, "a=b"));
    jar.end_session();
    assert_eq!(jar.len(), 0);
}

/// The oldest of one site go, whatever its hosts are, and no other site's.
#[test]
fn a_site_has_its_limit() {
    let mut jar = Jar::default();
    assert!(put(&mut jar, "http://other.test/", "a=b"));
    assert!(put(&mut jar, "https://shop.test/", "safe=1; Secure"));
    for number in 0..5000 {
        let url = format!("http://h{number}.shop.test/");
        assert!(put(
            &mut jar,
            &url,
            &format!("n{number}=1; Domain=shop.test")
        ));
    }
    assert_eq!(jar.len(), MOST_OF_A_SITE + 1);
    let left = sent(&mut jar, "https://shop.test/");
    assert!(left.contains("safe=1") && left.contains("n4999=1") && !left.contains("n4000=1"));
    assert_eq!(sent(&mut jar, "http://other.test/"), "a=b");
}

#[test]
fn the_jar_has_its_limit() {
    let mut jar = Jar::default();
    for number in 0..MOST + 50 {
        let url = format!("http://shop{number}.test/");
        assert!(put(&mut jar, &url, "a=b; Max-Age=60"));
    }
    assert_eq!(jar.len(), MOST);
    assert_eq!(sent(&mut jar, "http://shop0.test/"), "");
    let last = format!("http://shop{}.test/", MOST + 49);
    assert_eq!(sent(&mut jar, &last), "a=b");
    // What had to go is to go from the file as well.
    assert_eq!(jar.changes().values().filter(|it| it.is_none()).count(), 50);
}

/// What another process has written is taken over; what is not written yet stays.
#[test]
fn adopting_a_file() {
    let url = "http://shop.test/";
    let mut jar = Jar::default();
    assert!(put(&mut jar, url, "mine=1; Max-Age=60"));
    assert!(put(&mut jar, url, "session=1"));
    let theirs = [
        "theirs=2; Max-Age=60",
        "mine=2; Max-Age=60",
        "session=2; Max-Age=60",
    ];
    let theirs = theirs.map(|field| cookie(url, field, 100).expect(field));
    jar.adopt(theirs.to_vec(), NOW);
    assert_eq!(sent(&mut jar, url), "mine=1; session=1; theirs=2");
    let written = jar.changes().clone();
    jar.forget_changes(&written);
    jar.adopt(Vec::new(), NOW);
    assert_eq!(sent(&mut jar, url), "session=1");
    assert!(jar.changes().is_empty());
}
