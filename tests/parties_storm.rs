//! Many threads, both kinds of requests, two hosts behind two proxies that all want logins of their own
//! and set cookies, sessions that end and connections that are dropped all the time: nobody ever gets
//! what is another's, and everything ends.
//!
//! A binary of its own, for the session's end, which is the process's.

mod support;

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use support::cookies::data_directory;
use support::login::{log_in, set_option, unauthorized, BASIC};
use support::proxy::client_through;
use support::random::{seed, Random};
use support::reply::{head, reply, Request};
use support::*;
use wininet::abi::*;

const THREADS: usize = 12;
const STEPS: usize = 40;
const PATHS: [&str; 9] = [
    "/free", "/guarded", "/guarded", "/close", "/large", "/away", "/never", "/reset", "/hang",
];

/// Whoever asks, and the name in the login for it.
struct Party {
    name: &'static str,
    digests: bool,
}

const HOSTS: [Party; 2] = [
    Party {
        name: "one.test",
        digests: false,
    },
    Party {
        name: "two.test",
        digests: true,
    },
];
const PROXIES: [Party; 2] = [
    Party {
        name: "user",
        digests: false,
    },
    Party {
        name: "second",
        digests: true,
    },
];

/// What somebody got that was another's.
static WRONG: Mutex<Vec<String>> = Mutex::new(Vec::new());

impl Party {
    /// Basic's words for a name and the password "pass"; that of the first host begins with its name.
    fn knows(&self, said: &str) -> bool {
        let basic = match self.name {
            "user" => BASIC,
            _ => "Basic b25lLnRlc3Q6cGFzcw==", // "one.test:pass"
        };
        let digest = format!("Digest username=\"{}\"", self.name);
        said.starts_with(&digest) || !self.digests && said == basic
    }

    fn challenge(&self) -> String {
        match self.digests {
            true => format!("Digest realm=\"{}\", qop=auth, nonce=abc", self.name),
            false => format!("Basic realm=\"{}\"", self.name),
        }
    }

    /// Whether there is a login, which must be the one for this party.
    fn is_told(&self, request: &Request, header: &str) -> bool {
        let said = request.header(header);
        if said.as_deref().is_some_and(|said| !self.knows(said)) {
            let wrong = format!("{} got {}", self.name, request.head_text());
            WRONG.lock().unwrap().push(wrong);
        }
        said.is_some()
    }
}

/// A proxy, and both hosts behind it.
fn serve(proxy: &'static Party) -> Server {
    Server::serve(move |connection| loop {
        let Ok(request) = connection.read_request() else {
            return Ok(());
        };
        if !proxy.is_told(&request, "Proxy-Authorization") {
            let challenge = proxy.challenge();
            let cookie = ("Set-Cookie", "c=proxys");
            let headers = [("Proxy-Authenticate", &*challenge), cookie];
            connection.send(reply("407 Who", &headers, "who?"))?;
            continue;
        }
        let target = request.target();
        let (host, path) = target["http://".len()..].split_at("one.test".len());
        let [host, other] = match host == HOSTS[0].name {
            true => [&HOSTS[0], &HOSTS[1]],
            false => [&HOSTS[1], &HOSTS[0]],
        };
        let knows = host.is_told(&request, "Authorization");
        let cookie = format!("c={}", host.name);
        if request.header("Cookie").is_some_and(|it| it != cookie) {
            let wrong = format!("{} got {}", host.name, request.head_text());
            WRONG.lock().unwrap().push(wrong);
        }
        match path {
            "/hang" => return connection.hold(),
            "/reset" => return connection.reset(),
            "/never" => connection.send(unauthorized(&["Digest realm=x, nonce=y, stale=true"]))?,
            "/away" => {
                let there = format!("http://{}/guarded", other.name);
                let headers = [("Location", &*there), ("Set-Cookie", &cookie)];
                connection.send(reply("302 Found", &headers, "there"))?;
            }
            "/guarded" if !knows => connection.send(unauthorized(&[&host.challenge()]))?,
            "/large" if !knows => {
                let challenge = host.challenge();
                let headers = [("WWW-Authenticate", &*challenge)];
                connection.send(reply("401 Who", &headers, vec![b'x'; 300_000]))?;
            }
            "/close" if !knows => {
                let challenge = host.challenge();
                let headers = [("WWW-Authenticate", &*challenge), ("Connection", "close")];
                connection.send(head("401 Who", &headers))?;
                return Ok(());
            }
            _ => connection.send(reply("200 OK", &[("Set-Cookie", &cookie)], "fine"))?,
        }
    })
}

/// One request; what hangs is closed from another thread, and others now and then.
fn step(random: &mut Random, ports: [u16; 2]) {
    let is_async = random.below(2) == 0;
    let host = HOSTS[random.below(2)].name;
    let mut list = [("user", ports[0]), ("second", ports[1])]
        .map(|(user, port)| format!("http://{user}:pass@127.0.0.1:{port}"));
    list.rotate_left(random.below(2));
    let client = client_through(is_async, &list.join(" "), (host, 80));
    let path = PATHS[random.below(PATHS.len())];
    let flags = [0, 0, 0, INTERNET_FLAG_NO_COOKIES][random.below(4)];
    let request = client.request(["GET", "POST"][random.below(2)], path, flags);
    let has_login = random.below(3) > 0;
    if has_login {
        log_in(&request, host, "pass").expect("set");
    }
    let value = request.value();
    let is_closed = path == "/hang" || random.below(5) == 0;
    let pause = Duration::from_millis(random.below(15) as u64);
    let closer = is_closed.then(|| {
        thread::spawn(move || {
            thread::sleep(pause);
            let _ = close_value(value);
        })
    });
    for _ in 0..2 {
        let sent = client.send(&request);
        if is_closed {
            continue;
        }
        match path {
            "/reset" => assert!(sent.is_err()),
            _ => assert_eq!(sent, Ok(()), "{path}"),
        }
        if has_login && matches!(path, "/free" | "/guarded" | "/close" | "/large") {
            assert_eq!(status_code(&request), 200, "{path}");
        }
    }
    drop(request);
    client.recorder.wait_closing();
    client.recorder.wait_idle();
    client.recorder.assert_sound();
    assert_eq!(client.recorder.overlaps(), [""; 0]);
    if let Some(closer) = closer {
        closer.join().expect("no panic");
    }
}

/// As many requests at once as a proxy may have: a right that was lost would be missed here.
fn assert_room(server: &'static Server, user: &str) {
    let list = format!("http://{user}:pass@127.0.0.1:{}", server.port());
    let client = client_through(true, &list, ("one.test", 80));
    let know = client.get("/free");
    client.send(&know).expect("known from here on");
    drop(know);
    client.recorder.wait_closing();
    let before = client.recorder.count(INTERNET_STATUS_REQUEST_SENT);
    let limit = option_u32(&client.session, INTERNET_OPTION_MAX_CONNS_PER_PROXY).unwrap_or(32);
    let sent: Vec<Handle> = (0..limit)
        .map(|_| {
            let request = client.get("/hang");
            assert_eq!(send(&request), Err(ERROR_IO_PENDING));
            request
        })
        .collect();
    for _ in 0..before + limit as usize {
        client.recorder.wait_for(INTERNET_STATUS_REQUEST_SENT);
    }
    drop(sent);
    for _ in 0..limit {
        client.recorder.wait_closing();
    }
}

#[test]
fn nobody_gets_what_is_anothers() {
    data_directory("parties_storm");
    let seed = seed();
    let servers = kept([serve(&PROXIES[0]), serve(&PROXIES[1])]);
    let ports = [servers[0].port(), servers[1].port()];
    thread::scope(|scope| {
        for number in 0..THREADS {
            scope.spawn(move || {
                let mut random = Random::new(seed.wrapping_add(number as u64));
                for _ in 0..STEPS {
                    let ends = [
                        INTERNET_OPTION_END_BROWSER_SESSION,
                        INTERNET_OPTION_SETTINGS_CHANGED,
                    ];
                    if let Some(&option) = ends.get(random.below(8)) {
                        set_option(std::ptr::null_mut(), option).expect("of the process");
                    }
                    step(&mut random, ports);
                }
            });
        }
    });
    assert_eq!(*WRONG.lock().unwrap(), [""; 0]);
    assert_room(&servers[0], "user");
    assert_room(&servers[1], "second");
}
