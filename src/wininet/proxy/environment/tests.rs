//! What variables come to.

use super::*;

fn read_from(variables: &[(&str, &str)]) -> Settings {
    settings(|name| {
        let found = variables.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| (*value).to_owned())
    })
}

fn proxies(variables: &[(&str, &str)]) -> String {
    String::from_utf8_lossy(read_from(variables).proxies()).into_owned()
}

#[test]
fn variables_of_both_cases() {
    let table: [(&[(&str, &str)], &str); 9] = [
        (&[], ""),
        (&[("http_proxy", "http://a:1/")], "http=http://a:1/"),
        (&[("HTTP_PROXY", "a:1")], "http=a:1"),
        (&[("HTTP_PROXY", "a:1"), ("http_proxy", "b:2")], "http=b:2"),
        (&[("HTTP_PROXY", "a:1"), ("http_proxy", "")], "http=a:1"),
        (
            &[
                ("https_proxy", "b"),
                ("ALL_PROXY", "socks5://s"),
                ("HTTP_PROXY", "a"),
            ],
            "http=a;https=b;socks5://s",
        ),
        (&[("HTTP_PROXY", "a:1"), ("REQUEST_METHOD", "GET")], ""),
        (
            &[("http_proxy", "a:1"), ("REQUEST_METHOD", "GET")],
            "http=a:1",
        ),
        (
            &[("HTTPS_PROXY", "a:1"), ("REQUEST_METHOD", "GET")],
            "https=a:1",
        ),
    ];
    for (variables, expected) in table {
        assert_eq!(proxies(variables), expected, "{variables:?}");
    }
}

/// A variable cannot bring in a second entry, and a bad one does not spoil the others.
#[test]
fn variables_that_make_no_sense_are_passed_over() {
    for value in ["a:b", "a:1;https=evil", "a:1 evil", "gopher://a", "a\r\nb"] {
        let variables = [("http_proxy", value), ("https_proxy", "b:2")];
        assert_eq!(proxies(&variables), "https=b:2", "{value:?}");
    }
}

#[test]
fn no_proxy_covers_domains_and_what_is_below_them() {
    let settings = read_from(&[
        ("all_proxy", "a:1"),
        (
            "no_proxy",
            "example.com, .corp.test,10.0.0.0/8,192.168.1.2,[::5],p.test:81",
        ),
    ]);
    let is_direct = |host: &str, port| settings.choose(false, host, port).is_empty();
    let direct = [
        "example.com",
        "www.example.com",
        "corp.test",
        "a.corp.test",
        "10.1.2.3",
    ];
    for host in direct
        .into_iter()
        .chain(["192.168.1.2", "::5", "localhost"])
    {
        assert!(is_direct(host, 80), "{host}");
    }
    for host in ["badexample.com", "example.com.test", "11.1.2.3", "p.test"] {
        assert!(!is_direct(host, 80), "{host}");
    }
    assert!(is_direct("p.test", 81) && is_direct("a.p.test", 81));
    let all = read_from(&[("all_proxy", "a:1"), ("NO_PROXY", "*")]);
    assert!(all.choose(true, "anything.test", 443).is_empty());
}

#[test]
fn without_proxies_there_is_nothing() {
    let settings = read_from(&[("no_proxy", "example.com")]);
    assert!(!settings.has_proxies());
    assert_eq!(settings.flags, PROXY_TYPE_DIRECT);
}
