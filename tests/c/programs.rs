//! A C program in each of the three ways of linking and each of the three ways of running, and under Wine.

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

/// The programs that are built for Windows with that header.
macro_rules! programs {
    ($header:ident, $($name:ident: $source:literal, $server:expr, $expected:expr;)*) => {$(
        mod $name {
            use super::*;
            use crate::harness::Link;

            #[test]
            fn shared() {
                crate::programs::check($source, Link::Shared, $server, $expected);
            }

            #[test]
            fn statically() {
                crate::programs::check($source, Link::Static, $server, $expected);
            }

            #[test]
            fn by_dlopen() {
                crate::programs::check($source, Link::Dlopen, $server, $expected);
            }

            #[test]
            #[ignore = "make test-windows"]
            fn under_wine() {
                crate::under_wine::check($source, crate::wine::Header::$header, $server, $expected);
            }
        }
    )*};
}
