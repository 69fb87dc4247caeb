//! nginx sets cookies and says which came back.

use super::{fetch, get};
use crate::support::cookies::{get_cookie, set_cookie};
use crate::support::*;
use wininet::abi::*;

const BAKER: &str = "server { listen 127.0.0.1:@0;
    location = /set {
        add_header Set-Cookie 'session=abc; Path=/; HttpOnly';
        add_header Set-Cookie 'deep=1; Path=/deep';
        add_header Set-Cookie 'secret=1; Path=/; Secure';
        add_header Set-Cookie 'foreign=1; Domain=other.example; Path=/';
        return 302 /shown; }
    location = /drop {
        add_header Set-Cookie 'session=; Path=/; Max-Age=0';
        return 200 $http_cookie; }
    location / { return 200 '$cookie_session,$cookie_deep,$cookie_own $http_cookie'; } }";

/// Cookies are the host's, whichever its port: so it is not that of other tests, and each story has
/// names of its own.
fn client_of(nginx: &Real, asynchronous: bool) -> Client {
    let mut client = Client::to_port(asynchronous, nginx.port(0));
    let connection = connect_to(&client.session, "localhost", nginx.port(0), 0);
    client.connection = connection.expect("a connection handle");
    client
}

#[test]
fn cookies_come_back() {
    for asynchronous in BOTH {
        let lines = BAKER.replace("session", &format!("session_{asynchronous}"));
        let Some(nginx) = Real::nginx(1, &lines) else {
            return;
        };
        let client = client_of(&nginx, asynchronous);
        let url = format!("http://localhost:{}/", nginx.port(0));
        let session = format!("session_{asynchronous}=abc");
        set_cookie(&url, Some("own"), "2").expect("set");

        // Set by a redirect, they are there for where it leads.
        let (status, body) = get(&client, "/set");
        let text = String::from_utf8(body).expect("text");
        let (values, all) = text.split_once(' ').expect("two parts");
        assert_eq!((status, values), (200, "abc,,2"), "{text}");
        assert!(all.contains(&session) && !all.contains("secret") && !all.contains("foreign"));
        let [sent, received] = [INTERNET_STATUS_COOKIE_SENT, INTERNET_STATUS_COOKIE_RECEIVED];
        assert_eq!([sent, received].map(|it| client.recorder.count(it)), [1, 1]);

        let (_, body) = get(&client, "/deep/er");
        assert!(body.starts_with(b"abc,1,2 "));
        // No program sees it, being the server's alone.
        let seen = get_cookie(&url).expect("own");
        assert!(
            seen.contains("own=2") && !seen.contains("session_"),
            "{seen}"
        );

        let request = client.request("GET", "/shown", INTERNET_FLAG_NO_COOKIES);
        assert_eq!(fetch(&client, &request), (200, b",, ".to_vec()));

        let (_, body) = get(&client, "/drop");
        assert!(String::from_utf8_lossy(&body).contains(&session));
        let (_, body) = get(&client, "/shown");
        assert!(
            body.starts_with(b",,2 "),
            "{}",
            String::from_utf8_lossy(&body)
        );
    }
}
