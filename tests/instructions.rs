//! What requests cost in instructions, counted by callgrind of a release build: no more than is written down, so that
//! speed does not go unseen.

mod support;

#[path = "c/harness.rs"]
mod harness;

use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{describe, have};
use support::Server;

/// The difference of two runs is what so many more requests took.
const FEW: u64 = 200;
const MANY: u64 = 1200;

/// Other compilers and C libraries make other code of the same.
const TOLERANCE: u64 = 5;

/// As a server answers: the usual fields, and all of it at once. It may want each request on its own connection.
fn answer(target: &str) -> Vec<u8> {
    let connection = match target {
        "/close" => "close",
        _ => "keep-alive",
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Sat, 21 Nov 2026 18:15:44 GMT\r\n\
         Content-Type: text/plain\r\nContent-Length: 1024\r\nLast-Modified: Sat, 21 Nov 2026 06:36:07 GMT\r\n\
         Connection: {connection}\r\nETag: \"6b013bd7-400\"\r\nAccept-Ranges: bytes\r\n\r\n"
    );
    let mut answer = head.into_bytes();
    answer.extend_from_slice(&[b'x'; 1024]);
    answer
}

fn release() -> PathBuf {
    std::env::var_os("WININET_RELEASE")
        .expect("WININET_RELEASE: the folder of the release build")
        .into()
}

/// The program that the benchmark runs too.
fn compile() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join("instructions");
    let built = Command::new("gcc")
        .args(["-O2", "-pthread", "-I"])
        .arg(root.join("include"))
        .arg("-I")
        .arg(root.join("include/posix"))
        .arg(root.join("benches/peers/clients/ours.c"))
        .arg("-L")
        .arg(release())
        .arg(format!("-Wl,-rpath,{}", release().display()))
        .args(["-lwininet", "-o"])
        .arg(&program)
        .output()
        .expect("gcc");
    assert!(built.status.success(), "{}", describe(&built));
    program
}

/// What callgrind counts in a run of so many requests.
fn count(program: &Path, kind: &str, port: u16, path: &str, requests: u64) -> u64 {
    let counts = program.with_extension(format!("{kind}.{requests}"));
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet"])
        .arg(format!("--callgrind-out-file={}", counts.display()))
        .arg(program)
        .args([kind, "http", &port.to_string(), path, "1"])
        .arg(requests.to_string())
        .output()
        .expect("valgrind");
    assert!(run.status.success(), "{}", describe(&run));
    let counts = std::fs::read_to_string(counts).expect("what callgrind wrote");
    let total = counts.lines().find_map(|it| it.strip_prefix("summary: "));
    total.and_then(|it| it.parse().ok()).expect("the total")
}

#[test]
#[ignore = "make test-instructions"]
fn requests_take_the_instructions_that_are_written_down() {
    if !have("valgrind") {
        return;
    }
    let server = Server::respond(|request| answer(&request.target()));
    let program = compile();
    let mut wrong = Vec::new();
    let lines = include_str!("instructions.txt").lines();
    for line in lines.filter(|it| !it.starts_with('#')) {
        let [kind, path, known] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let known: u64 = known.parse().expect("a number");
        let [few, many] = [FEW, MANY].map(|it| count(&program, kind, server.port(), path, it));
        let each = (many - few) / (MANY - FEW);
        println!("{kind} {path}: {each}, written down {known}");
        if each.abs_diff(known) * 100 > known * TOLERANCE {
            wrong.push(format!("{kind} {path}: {each} instead of {known}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{wrong:?}: less is good news for tests/instructions.txt, more is not"
    );
}
