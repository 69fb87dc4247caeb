//! Programs as they are written for Windows, in tests/port: unchanged they are compiled by gcc, g++
//! and clang with the porting kit, and run against a server; and by mingw-w64's compiler with its own
//! headers, so that they are programs of Windows indeed. `make test-windows` runs those too, under Wine.
#![cfg(target_os = "linux")]

mod support;

#[path = "port/builds.rs"]
mod builds;
#[path = "c/harness.rs"]
mod harness;
#[path = "c/under_wine.rs"]
mod under_wine;
#[path = "c/wine.rs"]
mod wine;

use builds::{cross_compile, native_builds, Flavour, Program};
use harness::{command, describe, Run};
use support::reply::{chunked, ok, reply, Request};
use support::{Place, Server};
use wine::Dll;

/// What the programs ask for.
fn site() -> Server {
    Server::respond(|request: &Request| match &*request.target() {
        "/hello" => text("Hello from the server.\n"),
        "/large" => text(
            (0..262_144)
                .map(|i| b'a' + (i % 26) as u8)
                .collect::<Vec<_>>(),
        ),
        "/chunked" => chunked(&["abcde", "0123456789"]),
        "/echo" => ok(&request.body),
        _ => reply("404 Not Found", &[], "not here\n"),
    })
}

fn text(body: impl AsRef<[u8]>) -> Vec<u8> {
    reply("200 OK", &[("Content-Type", "text/plain")], body)
}

/// Builds a program in every way and runs what runs here. Each must end with 0 and
/// have printed what it should.
fn check(program: &Program) {
    for build in native_builds(program) {
        let server = site();
        let place = Place::new();
        let mut run = command(&build.path, Run::Plain);
        run.arg(server.url("")).current_dir(place.path());
        let output = run.output().expect("timeout, of Debian's coreutils");
        let notes = server.notes();
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && printed.contains(program.prints),
            "{}{}--- the server's notes: {notes:?}",
            build.how,
            describe(&output)
        );
    }
    cross_compile(program);
}

/// Runs a program of Windows on our wininet.dll, where it must do the same, and on Wine's. What C++ prints
/// there is not what Microsoft's library would: see [`cross_compile`].
fn check_under_wine(program: &Program) {
    // Each flavour, in one language.
    let program = &Program {
        standards: &program.standards[..1],
        ..*program
    };
    for build in cross_compile(program) {
        let path = wine::adopt(&build.path);
        let run = |dll| {
            let (server, place) = (site(), Place::new());
            let said = wine::run_with(&path, dll, &[&server.url("")], |it| {
                it.current_dir(place.path())
            });
            let prints = program.file.ends_with(".cpp") || said.text.contains(program.prints);
            (said.success && prints, said)
        };
        let (is_right, said) = run(Dll::Ours);
        assert!(is_right, "{} {}", build.how, said.all);
        let (is_right, said) = run(under_wine::wines(program.file));
        under_wine::assert_differs(program.file, !is_right, &said);
    }
}

macro_rules! programs {
    ($($name:ident: $file:literal, $standards:expr, $flavours:expr, $defines:expr,
        $prints:literal;)*) => {$(
        mod $name {
            use super::*;

            const PROGRAM: Program = Program {
                file: $file,
                standards: &$standards,
                flavours: &$flavours,
                defines: &$defines,
                prints: $prints,
            };

            #[test]
            fn on_linux() {
                check(&PROGRAM);
            }

            #[test]
            #[ignore = "make test-windows"]
            fn under_wine() {
                check_under_wine(&PROGRAM);
            }
        }
    )*};
}

const ANSI: [Flavour; 1] = [Flavour::Ansi];
const UNICODE: [Flavour; 1] = [Flavour::Unicode];
const BOTH: [Flavour; 2] = [Flavour::Ansi, Flavour::Unicode];

programs! {
    tmain_and_events: "tmain_events.c", ["gnu11", "c11", "c++11"], BOTH, [],
        "262144 bytes of http://127.0.0.1:";
    class_as_context: "ansi_class.cpp", ["c++11", "c++20"], ANSI, [],
        "Hello from the server.\n262144 bytes, ";
    downloader_with_critical_section: "downloader.c", ["gnu99", "gnu++17"], ANSI, [],
        "exit code 0, 262144 of 262144 bytes";
    everything_by_name: "by_name.c", ["gnu11", "c++11"], ANSI, [],
        ": 200, Hello from the server.";
    style_of_the_samples: "sample_sal.c", ["gnu11", "c++14"], UNICODE, [],
        "Done! 262144 bytes got, 31 posted";
    style_of_c89: "c89.c", ["gnu89"], ANSI, [],
        "/hello has 1 line, 23 bytes, ABC";
    cpp17_with_threads: "modern.cpp", ["c++17"], BOTH, [],
        "262191 bytes in all, written in 6 digits";
    files: "save_file.c", ["gnu11", "gnu++11"], UNICODE, [],
        "262144 of 262144 bytes compared";
    messages: "messages.c", ["gnu11", "c++17"], ANSI, [],
        "nonsense://127.0.0.1/: 12006, The scheme of the URL is not known.";
    strsafe: "strsafe_headers.c", ["gnu11", "c++11"], BOTH, [],
        " 3: Content-Length: 23                      |";
    wmain: "wide_main.cpp", ["c++11", "c++17"], UNICODE, [],
        "OK, 14 characters, the same";
    waits_for_many: "many_waits.c", ["gnu11", "c++11"], ANSI, [],
        "6 requests, at most ";
    upload_by_a_thread: "upload_thread.c", ["gnu11", "c++11"], ANSI, [],
        "ended with 0, 40960 bytes sent";
    updater_in_both_kinds_of_character: "updater.c", ["gnu11", "c++11"], BOTH, [],
        "large.bin: 262144 bytes of 2020-02-29, 3 retries, 3 files";
    slim_locks_and_conditions: "slim_queue.cpp", ["c++11", "c++17"], ANSI, [],
        "1573002 bytes, 1 session, threads f";
    class_behind_an_interface: "download_class.cpp", ["c++11", "c++17"], BOTH, [],
        "262144 bytes of text";
    long_for_long: "long_counter.cpp", ["c++11", "c++17"], ANSI, ["WININET_LONG_IS_32_BITS"],
        "786432 bytes, long has 4";
}
