//! What the process remembers of credentials: for whom, where, and until when. It is one memory, so
//! one test at a time asks for it.

mod support;

use std::ptr::null_mut;
use std::sync::{Mutex, MutexGuard};

use support::login::*;
use support::reply::{ok, Request};
use support::*;
use wininet::abi::*;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    let guard = ONE_AT_A_TIME.lock();
    guard.unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Sends a GET that has no login of its own; gives the status.
fn get(story: &Story, path: &str) -> u32 {
    let request = story.get(path);
    story.send(&request).expect("no error");
    status_code(&request)
}

/// The process learns who is let in at `path`.
fn learn(story: &Story, path: &str) {
    let request = request_as_user(story, "GET", path, 0);
    story.send(&request).expect("no error");
    assert_eq!(status_code(&request), 200);
}

fn last_authorization(story: &Story) -> Option<String> {
    authorizations(story).pop().flatten()
}

/// Another session's request without a login says at once who it is, in the same directory and below.
#[test]
fn what_was_accepted_is_sent_at_once() {
    let _alone = alone();
    for asynchronous in BOTH {
        let story = story(guarded("Basic realm=x", BASIC), asynchronous);
        learn(story, "/a/b?c=/d/");
        assert_eq!(story.server.recorded().len(), 2);
        let client = Client::new(!asynchronous, &story.server);
        for path in ["/a/", "/a/z", "/a/b/c/d"] {
            let request = client.get(path);
            client.send(&request).expect("sent");
            assert_eq!(status_code(&request), 200);
        }
        assert_eq!(story.server.recorded().len(), 5);

        // Elsewhere it answers, and then that is known too.
        assert_eq!(get(story, "/e/f"), 200);
        assert_eq!(story.server.recorded().len(), 7);
        assert_eq!(get(story, "/e/g"), 200);
        assert_eq!(story.server.recorded().len(), 8);
    }
}

/// Each realm has its login; the deepest path decides.
#[test]
fn realms_are_told_apart() {
    let _alone = alone();
    for asynchronous in BOTH {
        let server = Server::respond(|request: &Request| {
            let (realm, expected) = match request.target().starts_with("/inner/") {
                true => ("Basic realm=inner", "Basic dXNlcjppbm5lcg=="),
                false => ("Basic realm=outer", BASIC),
            };
            match request.header("Authorization").as_deref() == Some(expected) {
                true => ok(""),
                false => unauthorized(&[realm]),
            }
        });
        let story = story(server, asynchronous);
        learn(story, "/a");
        let request = story.get("/inner/a");
        log_in(&request, "user", "inner").expect("set");
        story.send(&request).expect("sent");
        assert_eq!(status_code(&request), 200);
        let before = story.server.recorded().len();
        for path in ["/a", "/inner/b", "/c", "/inner/d/e"] {
            assert_eq!(get(story, path), 200, "{path}");
        }
        assert_eq!(story.server.recorded().len(), before + 4);
    }
}

/// Another port is another server, and gets nothing.
#[test]
fn other_servers_get_nothing() {
    let _alone = alone();
    let known = story(guarded("Basic realm=x", BASIC), false);
    learn(known, "/");
    let other = story(guarded("Basic realm=x", BASIC), false);
    assert_eq!(get(other, "/"), 401);
    assert_eq!(authorizations(other), [None]);
}

#[test]
fn digest_is_for_the_whole_server_or_its_domain() {
    let _alone = alone();
    for (domain, elsewhere) in [("", true), (", domain=\"/a/ /b/ http://x/\"", false)] {
        let challenge = format!("Digest realm=x, nonce=n, qop=auth{domain}");
        let server =
            Server::respond(
                move |request| match request.header("Authorization").is_some() {
                    true => ok(""),
                    false => unauthorized(&[&challenge]),
                },
            );
        let story = story(server, false);
        learn(story, "/a/x");
        let before = story.server.recorded().len();
        assert_eq!(get(story, "/b/y"), 200);
        assert_eq!(story.server.recorded().len(), before + 1);
        assert_eq!(get(story, "/c"), 200);
        let rounds = if elsewhere { 1 } else { 2 };
        assert_eq!(story.server.recorded().len(), before + 1 + rounds);
    }
}

/// A login of its own wins over the remembered one. Nobody knows which realm it is for, so it waits
/// to be asked.
#[test]
fn a_login_of_its_own_wins() {
    let _alone = alone();
    let story = story(guarded("Basic realm=x", BASIC), false);
    learn(story, "/");
    let request = story.get("/");
    log_in(&request, "user", "wrong").expect("set");
    story.send(&request).expect("no error");
    assert_eq!(status_code(&request), 401);
    assert_eq!(story.server.recorded().len(), 4);
    // The remembered one is still good.
    assert_eq!(get(story, "/"), 200);
    assert_eq!(story.server.recorded().len(), 5);
}

/// The flags and headers that keep credentials back do so here as well.
#[test]
fn what_is_known_can_be_kept_back() {
    let _alone = alone();
    let story = story(guarded("Basic realm=x", BASIC), false);
    learn(story, "/");
    let request = story.client.request("GET", "/", INTERNET_FLAG_NO_AUTH);
    story.send(&request).expect("no error");
    assert_eq!(last_authorization(story), None);
    let request = story.get("/");
    set_option(request.raw(), INTERNET_OPTION_SUPPRESS_SERVER_AUTH).expect("set");
    story.send(&request).expect("no error");
    assert_eq!(last_authorization(story), None);
    let request = story.get("/");
    let started = send_with(&request, "Authorization: Mine\r\n", b"");
    finish(started, story.client.recorder).expect("no error");
    assert_eq!(last_authorization(story).as_deref(), Some("Mine"));
}

/// The password was changed: what is remembered is refused once, and forgotten.
#[test]
fn what_is_refused_is_forgotten() {
    let _alone = alone();
    let open = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let is_open = open.clone();
    let server = Server::respond(move |request| {
        let lets_in = is_open.load(std::sync::atomic::Ordering::SeqCst);
        match lets_in && request.header("Authorization").is_some() {
            true => ok(""),
            false => unauthorized(&["Basic realm=x"]),
        }
    });
    let story = story(server, false);
    learn(story, "/");
    open.store(false, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(get(story, "/"), 401);
    assert_eq!(last_authorization(story).as_deref(), Some(BASIC));
    assert_eq!(get(story, "/"), 401);
    assert_eq!(last_authorization(story), None);
}

#[test]
fn the_end_of_the_session_forgets() {
    let _alone = alone();
    let basic = story(guarded("Basic realm=x", BASIC), false);
    let digest = story(
        Server::respond(|request| match request.header("Authorization").is_some() {
            true => ok(""),
            false => unauthorized(&["Digest realm=x, nonce=n"]),
        }),
        false,
    );
    learn(basic, "/");
    learn(digest, "/");
    set_option(null_mut(), INTERNET_OPTION_DIGEST_AUTH_UNLOAD).expect("set");
    assert_eq!((get(basic, "/"), get(digest, "/")), (200, 401));
    learn(digest, "/");
    set_option(null_mut(), INTERNET_OPTION_END_BROWSER_SESSION).expect("set");
    assert_eq!((get(basic, "/"), get(digest, "/")), (401, 401));
    assert_eq!(last_authorization(basic), None);
}

/// A server may have as many realms, and a realm of Digest as many places, as it likes: 16 of each are remembered.
#[test]
fn what_is_remembered_is_bounded() {
    let _alone = alone();
    const MANY: usize = 40;
    let by_realm = |request: &Request| {
        let realm = format!("Basic realm={}", request.target().len());
        match request.header("Authorization").is_some() {
            true => ok(""),
            false => unauthorized(&[&realm]),
        }
    };
    let realms = story(Server::respond(by_realm), false);
    let path = |it: usize| format!("/{}/x", "r".repeat(it));
    for it in 1..=MANY {
        learn(realms, &path(it));
    }
    let places: String = (1..=MANY).map(|it| path(it) + " ").collect();
    let challenge = format!("Digest realm=x, nonce=n, qop=auth, domain=\"{places}\"");
    let by_place = move |request: &Request| match request.header("Authorization").is_some() {
        true => ok(""),
        false => unauthorized(&[&challenge]),
    };
    let places = story(Server::respond(by_place), false);
    learn(places, &path(1));
    for story in [realms, places] {
        let at_once = (1..=MANY).filter(|&it| {
            let request = story
                .client
                .request("GET", &path(it), INTERNET_FLAG_NO_AUTO_REDIRECT);
            let before = story.server.recorded().len();
            story.send(&request).expect("an answer");
            story.server.recorded()[before]
                .header("Authorization")
                .is_some()
        });
        assert_eq!(at_once.count(), 16);
    }
}
