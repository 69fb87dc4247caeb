//! The grammar of proxy lists, as Microsoft's pages have it and as programs write it.

use super::*;

/// The proxies of a scheme as "kind host:port".
fn chosen(list: &str, scheme: &str) -> Vec<String> {
    let list = List::parse(list.as_bytes()).expect(list);
    let shown = |proxy: &Proxy| {
        let kind = if proxy.is_http() { "http" } else { "socks" };
        format!("{kind} {}:{}", proxy.host, proxy.port)
    };
    list.of(scheme).iter().map(shown).collect()
}

#[test]
fn each_scheme_has_its_proxies() {
    let table: [(&str, &[&str], &[&str]); 17] = [
        ("a:8080", &["http a:8080"], &["http a:8080"]),
        ("a", &["http a:80"], &["http a:80"]),
        ("http://A:8080/", &["http a:8080"], &["http a:8080"]),
        ("https://a", &["http a:443"], &["http a:443"]),
        ("http=a:1;https=b:2", &["http a:1"], &["http b:2"]),
        ("http=http://a:1 https=b", &["http a:1"], &["http b:80"]),
        ("HTTP=a:1", &["http a:1"], &[]),
        ("https=b:2", &[], &["http b:2"]),
        ("http=a other:3", &["http a:80"], &["http other:3"]),
        (
            "ftp=ftp://ftp-gw HTTP=http://jericho:99 proxy",
            &["http jericho:99"],
            &["http proxy:80"],
        ),
        ("ftp=gw:21", &[], &[]),
        ("gopher=!;http=a:1", &["http a:1"], &[]),
        ("socks=s", &["socks s:1080"], &["socks s:1080"]),
        ("http=a:1;socks=s:9", &["http a:1"], &["socks s:9"]),
        (
            "a:1 ; b:2;;",
            &["http a:1", "http b:2"],
            &["http a:1", "http b:2"],
        ),
        ("http=a:1;http=b:2", &["http a:1", "http b:2"], &[]),
        (
            "[::1]:3128 ::2",
            &["http ::1:3128", "http ::2:80"],
            &["http ::1:3128", "http ::2:80"],
        ),
    ];
    for (list, http, https) in table {
        assert_eq!(chosen(list, "http"), http, "{list}");
        assert_eq!(chosen(list, "https"), https, "{list}");
    }
}

#[test]
fn a_scheme_says_how_a_proxy_is_spoken_to() {
    let table = [
        ("socks=s", SocksVersion::V4),
        ("socks=socks://s", SocksVersion::V4),
        ("socks4://s", SocksVersion::V4),
        ("http=socks4a://s", SocksVersion::V4a),
        ("https=a;SOCKS5://s", SocksVersion::V5),
        ("socks=socks5h://s", SocksVersion::V5),
    ];
    for (list, version) in table {
        let parsed = List::parse(list.as_bytes()).expect(list);
        let expected = Kind::Socks(Socks::new(version, b"", b"").expect("no login"));
        assert_eq!(parsed.of("http")[0].kind, expected, "{list}");
    }
    let http = List::parse(b"socks=http://a").expect("a list");
    assert_eq!(http.of("http")[0].kind, Kind::Http);
}

#[test]
fn logins_are_unescaped() {
    let table: [(&str, &[u8], &[u8]); 5] = [
        ("http://me:secret@a:1", b"me", b"secret"),
        ("me@a", b"me", b""),
        ("http=m%3ae:p%40ss%zz@a:1", b"m:e", b"p@ss%zz"),
        ("http://me:a@b@c:1", b"me", b"a@b"),
        ("http://me:p=q@a", b"me", b"p=q"),
    ];
    for (list, user, password) in table {
        let parsed = List::parse(list.as_bytes()).expect(list);
        let proxy = &parsed.of("http")[0];
        assert_eq!((&*proxy.user, &*proxy.password), (user, password), "{list}");
    }
}

/// Also what could become a line of its own in a head.
#[test]
fn what_makes_no_sense_is_refused_whole() {
    let long_user = format!("socks5://{}@a", "u".repeat(256));
    let table = [
        "a:0",
        "a:65536",
        "a:+80",
        "a:",
        "a:b",
        "a:1:2",
        "http=",
        "http=a;https=:80",
        "ftp://a",
        "quic=x http=gopher://a",
        "http://a/path",
        "a\r\nX-Evil:1",
        "a\nb",
        "a\0b",
        "a\\b",
        "[::1",
        "socks4://a%00b@s",
        "http://me%0d%0aX-Evil%3a1:x@a",
        "http://me:%0a@a",
        &long_user,
    ];
    for list in table {
        assert_eq!(List::parse(list.as_bytes()), Err(INVALID), "{list:?}");
    }
    assert_eq!(List::parse(b"\xff"), Err(INVALID));
}
