//! Handle values: they never repeat, stale and made-up ones are refused by every
//! function, and so are those of the wrong kind; there may be very many.

#![allow(unsafe_code)]

mod support;

use std::collections::HashSet;
use std::sync::Barrier;

use support::every::{assert_invalid, every_call, Takes};
use support::random::Random;
use support::*;
use wininet::abi::*;

/// One handle of each kind, the parents first.
struct Family {
    session: Handle,
    connection: Handle,
    request: Handle,
}

impl Family {
    fn new(is_async: bool) -> Self {
        let session = session(is_async);
        // Nobody listens there: what is sent fails.
        let connection = connect_to(&session, "127.0.0.1", 1, 0).expect("a connection");
        let request = request(&connection, "GET", "/", 0, 0).expect("a request");
        Self {
            session,
            connection,
            request,
        }
    }

    fn values(&self) -> [usize; 3] {
        [&self.session, &self.connection, &self.request].map(Handle::value)
    }
}

/// Threads open and close as fast as they can: no value is seen twice, none is
/// NULL or INVALID_HANDLE_VALUE.
#[test]
fn values_never_repeat() {
    let threads: Vec<_> = (0..4)
        .map(|_| {
            std::thread::spawn(|| {
                let family = |_| Family::new(false).values();
                (0..3000).flat_map(family).collect::<Vec<usize>>()
            })
        })
        .collect();
    let mut seen = HashSet::new();
    for thread in threads {
        for value in thread.join().expect("no panic") {
            assert!(value != 0 && value != usize::MAX);
            assert!(seen.insert(value), "{value:#x} came twice");
        }
    }
    assert_eq!(seen.len(), 4 * 3000 * 3);
}

#[test]
fn closed_handles_are_refused_by_every_function() {
    for is_async in [false, true] {
        let values = Family::new(is_async).values();
        values.into_iter().for_each(assert_invalid);
    }
}

/// A value that was closed stays refused when its place in the table is taken
/// again, however often.
#[test]
fn stale_values_do_not_come_back_to_life() {
    let stale = Family::new(false).values();
    for _ in 0..500 {
        let alive = Family::new(false);
        for value in stale {
            assert!(!alive.values().contains(&value));
        }
    }
    let _alive: Vec<Family> = (0..50).map(|_| Family::new(false)).collect();
    stale.into_iter().for_each(assert_invalid);
}

#[test]
fn null_is_no_handle() {
    assert_invalid(0);
}

/// Numbers that nobody gave out: near live ones, addresses, all bits set, and
/// random ones.
#[test]
fn made_up_handles_are_refused_by_every_function() {
    let on_the_stack = 0_u8;
    let on_the_heap = Box::new(0_u64);
    let mut made_up = vec![
        1,
        4,
        usize::MAX,
        usize::MAX - 3,
        1 << (usize::BITS - 1),
        std::ptr::from_ref(&on_the_stack) as usize,
        std::ptr::from_ref(&*on_the_heap) as usize,
        made_up_handles_are_refused_by_every_function as *const () as usize,
    ];
    let family = Family::new(false);
    for value in family.values() {
        // Another alignment, another generation of the same place, another
        // place of the same generation.
        made_up.extend([value | 1, value | 2, value | 3]);
        made_up.extend((20..usize::BITS).map(|bit| value ^ (1 << bit)));
        made_up.push(value.swap_bytes());
    }
    let seed = random::seed();
    let mut random = Random::new(seed);
    made_up.extend((0..500).map(|_| random.number() as usize));
    made_up.extend((0..500).map(|_| random.below(1 << 12)));
    for value in made_up {
        // Other tests of this process have handles of their own; a value that is
        // alive would be one of theirs, which no such number should be.
        assert_invalid(value);
    }
}

#[test]
fn handles_of_the_wrong_kind_are_told_apart() {
    for is_async in [false, true] {
        let family = Family::new(is_async);
        let kinds = [Takes::Session, Takes::Connection, Takes::Request];
        for (value, kind) in family.values().into_iter().zip(kinds) {
            let mut refused = 0;
            for call in every_call(value) {
                let wrong = kinds.contains(&call.takes) && call.takes != kind;
                let expected = call.error == ERROR_INTERNET_INCORRECT_HANDLE_TYPE;
                assert_eq!(expected, wrong, "{call:?} with a {kind:?}");
                refused += usize::from(wrong);
            }
            // Four functions are for sessions, two for connections, the others
            // for requests.
            let made_for = match kind {
                Takes::Session => 4,
                Takes::Connection => 2,
                _ => 18,
            };
            assert_eq!(refused, 24 - made_for);
        }
    }
}

/// What `every_call` calls is what is exported, but for the functions that take
/// no handle and for closing: a new one must be added there.
#[test]
fn every_function_is_among_them() {
    let called = every_call(0).into_iter().map(|call| call.name);
    let others = [
        "GetLastError",
        "SetLastError",
        "InternetCloseHandle",
        "InternetCrackUrlA",
        "InternetCrackUrlW",
        "InternetFreeCookies",
        "InternetGetCookieA",
        "InternetGetCookieEx2",
        "InternetGetCookieExA",
        "InternetGetCookieExW",
        "InternetGetCookieW",
        "InternetGetLastResponseInfoA",
        "InternetGetLastResponseInfoW",
        "InternetOpenA",
        "InternetOpenW",
        "InternetAttemptConnect",
        "InternetCanonicalizeUrlA",
        "InternetCanonicalizeUrlW",
        "InternetCheckConnectionA",
        "InternetCheckConnectionW",
        "InternetCombineUrlA",
        "InternetCombineUrlW",
        "InternetCreateUrlA",
        "InternetCreateUrlW",
        "InternetGetConnectedState",
        "InternetGetConnectedStateEx",
        "InternetGetConnectedStateExA",
        "InternetGetConnectedStateExW",
        "InternetGetSecurityInfoByURL",
        "InternetGetSecurityInfoByURLA",
        "InternetGetSecurityInfoByURLW",
        "InternetGoOnline",
        "InternetGoOnlineA",
        "InternetGoOnlineW",
        "InternetInitializeAutoProxyDll",
        "InternetTimeFromSystemTime",
        "InternetTimeFromSystemTimeA",
        "InternetTimeFromSystemTimeW",
        "InternetTimeToSystemTime",
        "InternetTimeToSystemTimeA",
        "InternetTimeToSystemTimeW",
        "WininetErrorName",
        "WininetErrorText",
        "InternetSetCookieA",
        "InternetSetCookieEx2",
        "InternetSetCookieExA",
        "InternetSetCookieExW",
        "InternetSetCookieW",
        "InternetUnlockRequestFile",
        "IsHostInProxyBypassList",
    ];
    // tests/header/not_yet.rs calls those.
    let not_yet = support::not_yet::names();
    let called = called.chain(others);
    let called: HashSet<&str> = called.chain(not_yet.iter().map(String::as_str)).collect();
    // Those of COM take no handles; tests/wmi/arguments.c calls them in vain.
    let header = include_str!("../include/wininet.h");
    let is_ours = |it: &&str| header.contains(&format!("{it}("));
    let exported = include_str!("../exports.txt").lines().filter(is_ours);
    let missing: Vec<&str> = exported.filter(|it| !called.contains(it)).collect();
    assert_eq!(missing, [""; 0]);
}

/// 100,000 handles open at once, each with its own context, parent and kind; all
/// gone when their sessions are closed.
#[test]
fn a_hundred_thousand_handles() {
    let mut sessions = Vec::new();
    let mut children = Vec::new();
    while sessions.len() + children.len() < 100_000 {
        let parent = session(sessions.len() % 2 == 0);
        for number in 0..10 {
            let connection = connect_to(&parent, "127.0.0.1", 80, 7 + number).expect("one");
            for number in 0..99 {
                let context = (children.len() << 8) | number;
                let request = request(&connection, "GET", "/", 0, context).expect("one");
                children.push((request.leak(), connection.value(), context));
            }
            children.push((connection.leak(), parent.value(), 7 + number));
        }
        sessions.push(parent);
    }
    for &(value, parent, context) in &children {
        let handle = Handle::adopt(value);
        let found = option_word(&handle, INTERNET_OPTION_CONTEXT_VALUE);
        assert_eq!(found, Ok(context));
        let found = option_word(&handle, INTERNET_OPTION_PARENT_HANDLE);
        assert_eq!(found, Ok(parent));
        handle.leak();
    }
    let distinct: HashSet<usize> = children.iter().map(|(value, ..)| *value).collect();
    assert_eq!(distinct.len(), children.len());
    drop(sessions);
    for (value, ..) in children {
        assert_eq!(close_value(value), Err(ERROR_INVALID_HANDLE));
    }
}

/// Whoever closes first has closed it; the others are told so, whether they close
/// the same handle or one that goes with it, and each end is told once.
#[test]
fn one_of_many_closers_wins() {
    for round in 0..100 {
        let session = session(round % 2 == 0);
        listen(&session);
        let recorder = Recorder::new();
        let context = recorder.context();
        let connection = connect_to(&session, "127.0.0.1", 1, context).expect("one");
        let request = request(&connection, "GET", "/", 0, context).expect("one");
        let (r, c, s) = (request.leak(), connection.leak(), session.leak());
        let start = Barrier::new(6);
        let close = |value| {
            start.wait();
            close_value(value)
        };
        let results = std::thread::scope(|scope| {
            let threads = [r, r, c, c, s, s].map(|value| scope.spawn(move || close(value)));
            threads.map(|thread| thread.join().expect("no panic"))
        });
        for pair in results.chunks(2) {
            assert!(
                pair.iter().filter(|it| it.is_ok()).count() <= 1,
                "{results:?}"
            );
        }
        assert!(
            results[4].is_ok() || results[5].is_ok(),
            "nothing took the session along"
        );
        let lost = results.iter().filter_map(|it| it.err());
        assert!(lost.into_iter().all(|error| error == ERROR_INVALID_HANDLE));
        assert_eq!(recorder.wait_closing(), r);
        assert_eq!(recorder.wait_closing(), c);
        recorder.wait_idle();
        recorder.assert_names(&["CREATED", "CREATED", "HANDLE_CLOSING", "HANDLE_CLOSING"]);
        [r, c, s].into_iter().for_each(assert_invalid);
    }
}

/// What a handle says about itself and its parent.
#[test]
fn handles_know_their_kind_and_their_parent() {
    let family = Family::new(true);
    let kind = |handle| option_u32(handle, INTERNET_OPTION_HANDLE_TYPE);
    assert_eq!(kind(&family.session), Ok(INTERNET_HANDLE_TYPE_INTERNET));
    assert_eq!(
        kind(&family.connection),
        Ok(INTERNET_HANDLE_TYPE_CONNECT_HTTP)
    );
    assert_eq!(kind(&family.request), Ok(INTERNET_HANDLE_TYPE_HTTP_REQUEST));
    let parent = |handle| option_word(handle, INTERNET_OPTION_PARENT_HANDLE);
    assert_eq!(parent(&family.request), Ok(family.connection.value()));
    assert_eq!(parent(&family.connection), Ok(family.session.value()));
    assert_eq!(parent(&family.session), Ok(0));
}
