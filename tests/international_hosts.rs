//! Host names beyond ASCII: Punycode on the wire unless INTERNET_OPTION_IDN says
//! otherwise.

mod support;

use support::reply::ok;
use support::*;
use wininet::abi::*;

/// A name that nobody has, as it is told when it is looked up.
fn looked_up(host: &str, flags: Option<u32>, asynchronous: bool) -> (Info, String) {
    let session = session(asynchronous);
    listen(&session);
    let recorder = Recorder::new();
    let connection = connect_to(&session, host, 80, 0).expect("a connection");
    if let Some(flags) = flags {
        set_option_u32(&connection, INTERNET_OPTION_IDN, flags).expect("the option");
    }
    let request = request(&connection, "GET", "/x", 0, recorder.context()).expect("a request");
    let sent = finish(send(&request), recorder);
    assert_eq!(sent, Err(ERROR_INTERNET_NAME_NOT_RESOLVED), "{host}");
    let url = option_text(&request, INTERNET_OPTION_URL).expect("a URL");
    let mut events = recorder.events().into_iter();
    let told = events.find(|event| event.name() == "RESOLVING");
    (told.expect("RESOLVING").info, url)
}

#[test]
fn names_in_punycode() {
    let both = INTERNET_FLAG_IDN_DIRECT | INTERNET_FLAG_IDN_PROXY;
    for asynchronous in BOTH {
        for (host, ascii) in [
            ("münchen.invalid", "xn--mnchen-3ya.invalid"),
            ("MÜNCHEN.invalid", "xn--mnchen-3ya.invalid"),
            ("straße.invalid", "xn--strae-oqa.invalid"),
            ("例え。invalid", "xn--r8jz45g.invalid"),
            ("xn--mnchen-3ya.invalid", "xn--mnchen-3ya.invalid"),
        ] {
            let (told, url) = looked_up(host, None, asynchronous);
            assert_eq!(told, Info::Text(ascii.into()), "{host}");
            assert_eq!(url, format!("http://{ascii}/x"));
        }
        for flags in [both, INTERNET_FLAG_IDN_DIRECT] {
            let (told, _) = looked_up("é.invalid", Some(flags), asynchronous);
            assert_eq!(told, Info::Text("xn--9ca.invalid".into()));
        }
    }
}

#[test]
fn names_as_they_are() {
    for asynchronous in BOTH {
        for flags in [0, INTERNET_FLAG_IDN_PROXY] {
            let (told, url) = looked_up("köln.invalid", Some(flags), asynchronous);
            assert_eq!(told, Info::Text("köln.invalid".into()));
            assert_eq!(url, "http://köln.invalid/x");
        }
        // What cannot be written in Punycode, or would be another host if it were.
        for host in ["ä\u{ad}\u{200b}\u{378}.invalid", "a\u{ff0f}b.invalid"] {
            let (told, _) = looked_up(host, None, asynchronous);
            assert_eq!(told, Info::Text(host.into()));
        }
    }
}

/// Full-width letters are letters: the server is found, and asked by its name.
#[test]
fn names_that_are_found() {
    for asynchronous in BOTH {
        let server = Server::respond(|request| ok(request.header("Host").unwrap_or_default()));
        let session = session(asynchronous);
        listen(&session);
        let recorder = Recorder::new();
        let host = "\u{ff2c}ocal\u{ff48}ost";
        let connection = connect_to(&session, host, server.port(), 0).expect("a connection");
        let request = request(&connection, "GET", "/", 0, recorder.context()).expect("a request");
        finish(send(&request), recorder).expect("an answer");
        let recorded = server.recorded();
        let said = recorded[0].header("Host");
        assert_eq!(said, Some(format!("localhost:{}", server.port())));
    }
}

#[test]
fn flags_of_the_option() {
    let session = session(false);
    assert_eq!(option_u32(&session, INTERNET_OPTION_IDN), Ok(3));
    for flags in [4, u32::MAX] {
        let set = set_option_u32(&session, INTERNET_OPTION_IDN, flags);
        assert_eq!(set, Err(ERROR_INVALID_PARAMETER));
    }
    set_option_u32(&session, INTERNET_OPTION_IDN, 0).expect("none");
    let connection = connect_to(&session, "h", 80, 0).expect("a connection");
    assert_eq!(
        option_u32(&connection, INTERNET_OPTION_IDN),
        Ok(0),
        "inherited"
    );
}
