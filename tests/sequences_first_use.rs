//! RESOLVING and RESOLVED come at the first use of a host name in the process
//! and never again; the name is wide for a wide callback, the address is not
//! (sections 1 and 2 of the contract).
//!
//! Each case needs a process that has not heard of "localhost": the test starts
//! its own program once for each, with the case in the environment.

mod support;

use std::net::IpAddr;
use std::process::Command;

use support::info::Flavour;
use support::reply::ok;
use support::*;

const CASE: &str = "WININET_TEST_CASE";
const CASES: [&str; 4] = ["sync A", "sync W", "async A", "async W"];

#[test]
fn the_first_use_of_a_name_resolves_it() {
    if let Ok(case) = std::env::var(CASE) {
        return tell(&case);
    }
    let program = std::env::current_exe().expect("this program");
    for case in CASES {
        let run = Command::new(&program)
            .args([
                "--exact",
                "the_first_use_of_a_name_resolves_it",
                "--nocapture",
            ])
            .env(CASE, case)
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&run.stdout);
        let errors = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{case}:\n{said}\n{errors}");
        assert!(said.contains("1 passed"), "{case}:\n{said}\n{errors}");
    }
}

/// One case, in a process of its own.
fn tell(case: &str) {
    let asynchronous = case.starts_with("async");
    let flavour = match case.ends_with('W') {
        true => Flavour::W,
        false => Flavour::A,
    };
    let story = Story::new(Server::respond(|_| ok("body")), asynchronous);
    match flavour {
        Flavour::A => listen(&story.client.session),
        Flavour::W => listen_w(&story.client.session),
    }
    let port = story.server.port();
    let context = story.client.recorder.context();
    let connection = connect_to(&story.client.session, "localhost", port, 0).expect("a handle");
    let first = request(&connection, "GET", "/1", 0, context).expect("a handle");
    story.send(&first).expect("sent");
    // Where localhost is also an address that nobody listens on, that one is
    // tried first.
    let names = story.client.recorder.names().join(" ");
    let list = match names.contains("CONNECTING CONNECTING") {
        true => FIRST.replace("CONNECTING", "RESOLVING RESOLVED CONNECTING CONNECTING"),
        false => FIRST.replace("CONNECTING", "RESOLVING RESOLVED CONNECTING"),
    };
    let events = story.told(&list);
    assert!(events.iter().all(|event| event.flavour == flavour));

    let (resolving, resolved) = (&events[1], &events[2]);
    assert_eq!(resolving.info, Info::Text("localhost".to_owned()));
    let unit = match flavour {
        Flavour::A => 1,
        Flavour::W => size_of::<libc::wchar_t>(),
    };
    assert_eq!(resolving.length as usize, unit * ("localhost".len() + 1));
    let Info::Text(address) = &resolved.info else {
        panic!("{resolved}")
    };
    assert!(address.parse::<IpAddr>().expect("an address").is_loopback());
    assert_eq!(resolved.length as usize, address.len() + 1);
    for event in &events[3..] {
        if let Info::Text(connected) = &event.info {
            assert_eq!(event.length as usize, connected.len() + 1, "{event}");
            assert!(connected.parse::<IpAddr>().is_ok(), "{event}");
        }
    }
    assert_eq!(story.read_all(&first), Ok(b"body".to_vec()));
    story.close(first, "HANDLE_CLOSING");

    // On the kept connection, and then on a new one of another session and
    // another spelling: the name is known.
    let kept = request(&connection, "GET", "/2", 0, context).expect("a handle");
    story.send(&kept).expect("sent");
    story.told(REUSED);
    for other in [asynchronous, !asynchronous] {
        let later = Story::new(Server::respond(|_| ok("")), other);
        let port = later.server.port();
        let connection = connect_to(&later.client.session, "LocalHost", port, 0).expect("a handle");
        let context = later.client.recorder.context();
        let request = request(&connection, "GET", "/3", 0, context).expect("a handle");
        later.send(&request).expect("sent");
        let names = later.client.recorder.names();
        assert!(
            !names.iter().any(|it| it.starts_with("RESOLV")),
            "{names:?}"
        );
        assert!(names.contains(&"CONNECTED".to_owned()), "{names:?}");
    }
}
