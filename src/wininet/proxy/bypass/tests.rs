//! The grammar of bypass lists.

use super::*;

fn covered(list: &str, url: &str) -> bool {
    let (scheme, rest) = url.split_once("://").expect("a scheme");
    let at = rest.rfind(':').expect("a port");
    let port = rest[at + 1..].parse().expect("a port");
    Bypass::parse(list.as_bytes()).covers(scheme, &rest[..at], Some(port))
}

#[test]
fn hosts_that_are_reached_directly() {
    let table = [
        ("*.example.com", "http://www.example.com:80", true),
        ("*.example.com", "http://a.b.example.com:80", true),
        ("*.example.com", "http://example.com:80", false),
        ("*.example.com", "http://example.com.evil.test:80", false),
        ("*.EXAMPLE.com", "http://www.example.COM:80", true),
        (".example.com", "http://www.example.com:80", true),
        ("*.BÜCHER.de", "http://www.xn--bcher-kva.de:80", true),
        (".bücher.de", "http://www.xn--bcher-kva.de:80", true),
        ("bücher.de", "http://xn--bcher-kva.de:80", true),
        ("bücher.de", "http://www.xn--bcher-kva.de:80", false),
        ("example.com", "http://example.com:81", true),
        ("example.com", "http://www.example.com:80", false),
        ("ms*", "http://msdn:80", true),
        ("ms*", "http://www.ms:80", false),
        ("*int*", "http://painter:80", true),
        ("example *test*", "http://my.test.site:80", true),
        ("example;*test*", "http://example:80", true),
        ("192.168.*", "http://192.168.3.4:80", true),
        ("192.168.*", "http://192.169.3.4:80", false),
        ("*", "https://anything:443", true),
        ("a*b*c", "http://aXbXbYc:80", true),
        ("a*b*c", "http://aXcXb:80", false),
        ("", "http://host:80", false),
        ("<local>", "http://intranet:80", true),
        ("<local>", "http://intra.net:80", false),
        ("<local>", "http://[2001:db8::1]:80", false),
        ("https://*.x.test:443", "https://a.x.test:443", true),
        ("https://*.x.test:443", "https://a.x.test:444", false),
        ("https://*.x.test:443", "http://a.x.test:443", false),
        ("http://a.test", "http://a.test:99", true),
        ("a.test:80", "http://a.test:80", true),
        ("a.test:80", "http://a.test:81", false),
        ("a.test:*", "http://a.test:81", true),
        ("*:81", "http://b.test:81", true),
        ("[2001:db8::1]", "http://[2001:db8::1]:80", true),
        ("2001:db8::1", "http://2001:db8::1:80", true),
        ("[2001:db8::1]:80", "http://[2001:db8::1]:81", false),
        ("10.0.0.0/8", "http://10.200.3.4:80", true),
        ("10.0.0.0/8", "http://11.0.0.1:80", false),
        ("0.0.0.0/0", "http://11.0.0.1:80", true),
        ("10.0.0.1/32", "http://10.0.0.2:80", false),
        ("2001:db8::/32", "http://[2001:db8:1::1]:80", true),
        ("2001:db8::/32", "http://[2001:db9::1]:80", false),
        ("10.0.0.0/8", "http://10.name.test:80", false),
    ];
    for (list, url, expected) in table {
        assert_eq!(covered(list, url), expected, "{list:?} and {url}");
    }
}

#[test]
fn this_machine_needs_no_proxy_unless_that_is_asked_for() {
    for host in ["localhost", "loopback", "127.0.0.1", "[::1]", "LOCALHOST"] {
        let url = format!("http://{host}:80");
        assert!(covered("", &url), "{host}");
        assert!(covered("other", &url), "{host}");
        assert!(!covered("<-loopback>", &url), "{host}");
        assert!(!covered("<local>;<-loopback>", &url), "{host}");
        assert!(covered("<-loopback>;*", &url), "{host}");
    }
    assert!(covered("<local>;<-loopback>", "http://intranet:80"));
    assert!(!covered("", "http://127.0.0.2:80"));
}

/// As IsHostInProxyBypassList asks.
#[test]
fn a_host_without_a_port() {
    let covers = |list: &str| Bypass::parse(list.as_bytes()).covers("http", "a.test", None);
    assert!(covers("a.test"));
    assert!(!covers("a.test:80"));
}

/// Many wildcards take no longer than one.
#[test]
fn a_pattern_of_many_wildcards() {
    let pattern = "*a".repeat(1000) + "b";
    assert!(!covered(
        &pattern,
        &format!("http://{}:80", "a".repeat(5000))
    ));
}
