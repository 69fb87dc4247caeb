//! WININET_TRACE: what is in each of its three forms, and what the program notices of it: nothing.
//! Each trace is that of a process of its own, which plays a scenario of tests/trace/scenarios.rs.
#![cfg(target_os = "linux")]
#![allow(unsafe_code)]

mod support;

#[path = "c/harness.rs"]
mod harness;

#[path = "trace/archive.rs"]
mod archive;

#[path = "trace/faults.rs"]
mod faults;

#[path = "trace/scenarios.rs"]
mod scenarios;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Output};

use archive::{entries, phase, text};
use serde_json::Value;

/// Where a trace goes to; there is none yet.
fn place(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("trace");
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    let _ = std::fs::remove_file(&path);
    path
}

/// Plays a scenario in a process that writes its trace there.
fn play(scenario: &str, trace: &str) -> Output {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command.args(["--exact", "scenarios::play", "--nocapture"]);
    command.env("WININET_TEST_SCENARIO", scenario);
    command.env("WININET_TRACE", trace);
    let output = command.output().expect("this test again");
    assert!(output.status.success(), "{}", harness::describe(&output));
    output
}

fn trace(scenario: &str, form: &str) -> String {
    let path = place(&format!("{scenario}.{form}"));
    play(scenario, path.to_str().expect("UTF-8"));
    std::fs::read_to_string(path).expect("a trace")
}

fn har(scenario: &str) -> Vec<Value> {
    entries(&trace(scenario, "har"))
}

fn chrome(scenario: &str) -> Vec<Value> {
    serde_json::from_str(&trace(scenario, "json")).expect("a list of events")
}

/// A sound archive, with an entry for each request and the times of its phases.
#[test]
fn an_archive_has_each_request() {
    let entries = har("plain");
    assert_eq!(entries.len(), 6);
    // The second is an answer that was kept.
    assert!(phase(&entries[2], "dns") >= 0.0, "{}", entries[2]);
    for pair in entries.chunks(3) {
        let [get, post, named] = pair else {
            panic!("three");
        };
        assert_eq!(get["request"]["method"], "GET");
        assert!(text(&get["request"]["url"]).ends_with("/get?a=b&c=%20d&e"));
        let query = serde_json::json!([
            {"name": "a", "value": "b"}, {"name": "c", "value": "%20d"}, {"name": "e", "value": ""}
        ]);
        assert_eq!(get["request"]["queryString"], query);
        assert_eq!(get["request"]["bodySize"], 0);
        assert_eq!(get["response"]["status"], 200);
        assert_eq!(get["response"]["statusText"], "OK");
        assert_eq!(get["response"]["httpVersion"], "HTTP/1.1");
        assert_eq!(get["response"]["content"]["size"], 5);
        assert_eq!(get["response"]["content"]["mimeType"], "text/plain");
        assert_eq!(get["serverIPAddress"], "127.0.0.1");
        assert!(phase(get, "connect") >= 0.0);
        assert_eq!((phase(get, "dns"), phase(get, "ssl")), (-1.0, -1.0));

        assert_eq!(post["request"]["method"], "POST");
        assert_eq!(post["request"]["bodySize"], 4);
        // On the same connection, so nobody connects.
        assert_eq!(post["connection"], get["connection"]);
        assert_eq!(phase(post, "connect"), -1.0);

        assert!(text(&named["request"]["url"]).starts_with("http://localhost:"));
    }
}

/// The server waits before the head and before the rest of the body.
#[test]
fn waits_are_in_the_phase_that_they_are_in() {
    for entry in har("slow") {
        // The server's clock may run before this process notes that the request is out.
        let wait = phase(&entry, "send") + phase(&entry, "wait");
        assert!(wait >= 60.0, "{entry}");
        assert!(wait + phase(&entry, "receive") >= 120.0, "{entry}");
    }
}

#[test]
fn tls_is_a_part_of_connecting() {
    let entries = har("tls");
    assert_eq!(entries.len(), 4);
    for entry in entries {
        assert_eq!(entry["response"]["status"], 200);
        assert!(text(&entry["request"]["url"]).starts_with("https://"));
        assert!(phase(&entry, "ssl") > 0.0, "{entry}");
        assert!(phase(&entry, "connect") >= phase(&entry, "ssl"), "{entry}");
    }
}

/// Redirects and rounds of authentication are entries of their own.
#[test]
fn each_round_is_an_entry() {
    let entries = har("rounds");
    let statuses: Vec<_> = entries.iter().map(|it| &it["response"]["status"]).collect();
    assert_eq!(statuses, [302, 200, 401, 200, 302, 200, 401, 200]);
    assert_eq!(entries[0]["response"]["redirectURL"], "/there");
    assert!(text(&entries[1]["request"]["url"]).ends_with("/there"));
    assert_eq!(entries[0]["_handle"], entries[1]["_handle"]);
}

/// With the code that the program gets, and the status 0.
#[test]
fn failures_are_entries_too() {
    let entries = har("failures");
    let errors: Vec<_> = entries.iter().map(|it| text(&it["_error"])).collect();
    let each = [
        "12029 ERROR_INTERNET_CANNOT_CONNECT",
        "12152 ERROR_HTTP_INVALID_SERVER_RESPONSE",
        "12030 ERROR_INTERNET_CONNECTION_ABORTED",
        "12017 ERROR_INTERNET_OPERATION_CANCELLED",
    ];
    // Only what is asynchronous can be closed while it waits, by the same thread.
    assert_eq!(errors, [&each[..3], &each].concat());
    for entry in entries {
        let status = match text(&entry["_error"]).starts_with("12030") {
            true => 200,
            false => 0,
        };
        assert_eq!(entry["response"]["status"], status, "{entry}");
    }
}

/// exit() while a request is under way: it is in the archive as far as it came.
#[test]
fn what_is_under_way_at_exit_is_there() {
    let entries = har("exit");
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["response"]["status"], 0);
    assert!(phase(&entries[0], "connect") >= 0.0);
}

/// None of the secrets is in any form of trace: passwords, cookies, credentials, and what a URL has.
#[test]
fn secrets_are_masked() {
    for form in ["txt", "har", "json"] {
        let trace = trace("secrets", form);
        for secret in scenarios::SECRETS {
            assert!(!trace.contains(secret), "{secret} is in {form}:\n{trace}");
        }
        // The requests are there.
        assert!(trace.contains("/guarded") && trace.contains("/moved"));
    }
    let entries = har("secrets");
    let fields = |of: &str| -> BTreeSet<String> {
        let fields = entries
            .iter()
            .flat_map(|it| it[of]["headers"].as_array().expect("a list"));
        let masked = fields.filter(|it| it["value"] == "***");
        masked.map(|it| text(&it["name"]).to_owned()).collect()
    };
    let requests = ["Authorization", "Cookie", "Proxy-Authorization"];
    assert_eq!(Vec::from_iter(fields("request")), requests);
    assert_eq!(Vec::from_iter(fields("response")), ["Set-Cookie"]);
}

/// A line for each call and status, with the handle, what was returned, the error and the time.
#[test]
fn text_has_a_line_for_each_call_and_status() {
    let trace = trace("plain", "txt");
    let lines: Vec<&str> = trace.lines().skip(1).map(|line| &line[19..]).collect();
    let has = |what: &str| lines.iter().any(|line| line.contains(what));
    for what in [
        "InternetOpenA() = 0x",
        "HttpOpenRequestA(0x",
        "GET /get?a=b&c=%20d&e) = 0x",
        "= 0, error 997 ERROR_IO_PENDING, ",
        "INTERNET_STATUS_CONNECTED_TO_SERVER 127.0.0.1",
        "INTERNET_STATUS_RESOLVING_NAME localhost",
        "INTERNET_STATUS_REQUEST_COMPLETE 0x1, 0",
        "INTERNET_STATUS_HANDLE_CLOSING",
        "5 bytes) = 1, ",
        "> GET http://127.0.0.1:",
        "< HTTP/1.1 200 OK",
        ". 5 bytes in ",
        "InternetCloseHandle(0x",
    ] {
        assert!(has(what), "{what}\n{trace}");
    }
    // The time never goes back.
    let times = trace.lines().skip(1).map(|line| &line[..11]);
    assert!(times.is_sorted(), "{trace}");
}

/// The callback of a program has nothing to do with it: what is not told is in the trace.
#[test]
fn programs_without_a_callback_have_statuses_too() {
    let trace = trace("silent", "txt");
    assert!(trace.contains("INTERNET_STATUS_REQUEST_SENT"), "{trace}");
    assert!(!trace.contains("InternetSetStatusCallback"), "{trace}");
}

/// Whatever the function: by the name of the export, also those that do nothing.
#[test]
fn every_function_is_there_by_its_name() {
    let calls: BTreeSet<String> = chrome("every")
        .iter()
        .filter(|it| it["ph"] == "X")
        .map(|it| text(&it["name"]).to_owned())
        .collect();
    let exports: BTreeSet<&str> = include_str!("../exports.txt").lines().collect();
    let strange: Vec<_> = calls
        .iter()
        .filter(|it| !exports.contains(it.as_str()))
        .collect();
    assert_eq!(strange, [""; 0]);
    let expected = play("every", "").stdout;
    let expected = String::from_utf8(expected).expect("names");
    let expected = expected.lines().filter_map(|it| it.strip_prefix("called "));
    for name in expected {
        assert!(calls.contains(name), "{name}: {calls:?}");
    }
}

/// Calls on the threads that make them; requests begin and end, with their phases inside.
#[test]
fn chrome_has_calls_requests_and_phases() {
    let events = chrome("plain");
    let named = |kind: &str, name: &str| -> Vec<&Value> {
        let of = |it: &&Value| it["ph"] == kind && text(&it["name"]).starts_with(name);
        events.iter().filter(of).collect()
    };
    let threads: BTreeSet<u64> = events.iter().filter_map(|it| it["tid"].as_u64()).collect();
    assert_eq!(named("M", "thread_name").len(), threads.len());
    assert_eq!(named("M", "process_name").len(), 1);
    assert_eq!(named("X", "HttpSendRequestA").len(), 4);
    assert_eq!(named("n", "INTERNET_STATUS_REQUEST_SENT").len(), 6);
    for (name, count) in [("GET", 4), ("POST", 2), ("dns", 1), ("wait", 6)] {
        let (begun, ended) = (named("b", name), named("e", name));
        assert_eq!((begun.len(), ended.len()), (count, count), "{name}");
    }
    let time = |it: &Value| it["ts"].as_f64().expect("a time");
    for ended in named("e", "wait") {
        let of = |it: &&&Value| it["id"] == ended["id"];
        let request = |kind| {
            let all = named(kind, "GET").into_iter().chain(named(kind, "POST"));
            all.filter(|it| of(&it))
                .map(time)
                .next()
                .expect("its request")
        };
        assert!(request("b") <= time(ended) && time(ended) <= request("e"));
    }
    for call in events.iter().filter(|it| it["ph"] == "X") {
        assert!(
            call["dur"].as_f64().is_some() && call["tid"].is_u64(),
            "{call}"
        );
    }
}

/// Requests of many threads are all there, and nothing of one is in another.
#[test]
fn many_threads_write_one_trace() {
    let entries = har("threads");
    assert_eq!(entries.len(), 2 * scenarios::THREADS * scenarios::ROUNDS);
    let mut urls = BTreeSet::new();
    for entry in &entries {
        let url = text(&entry["request"]["url"]);
        let path = url.rsplit('/').next().expect("a path");
        assert_eq!(entry["response"]["content"]["size"], path.len(), "{entry}");
        urls.insert(url);
    }
    assert_eq!(urls.len(), entries.len());
    let calls = chrome("threads");
    let sends = calls.iter().filter(|it| it["name"] == "HttpSendRequestA");
    assert_eq!(sends.count(), entries.len());
}
