//! A C program in one of the three ways of linking and each of the three ways of running.

use super::harness::{command, compile, describe, have, Link, Run, RUNS};
use super::support::{Place, Server};

/// Builds and runs one program in one of the three ways of linking.
pub fn check(source: &str, link: Link, server: fn() -> Server, expected: &str) {
    for run in RUNS {
        if run == Run::Valgrind && !have("valgrind") {
            continue;
        }
        let server = server();
        let program = compile(source, link, run);
        let place = Place::new();
        let output = command(&program, run)
            .arg(server.port().to_string())
            .env("XDG_DATA_HOME", place.path())
            .output();
        let output = output.expect("timeout, of Debian's coreutils");
        let said = String::from_utf8_lossy(&output.stdout);
        let right = output.status.success() && said == expected;
        let notes = server.notes();
        assert!(
            right,
            "{source}, {link:?}, {run:?}{}--- expected\n{expected}--- the server's notes: {notes:?}",
            describe(&output)
        );
    }
}
