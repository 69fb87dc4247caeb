//! The same programs on Windows' side: built by mingw-w64, run under Wine.
#![allow(dead_code)]

use super::support::{Place, Server};
use super::wine::{compile, run_with, Dll, Header, Said};

/// Where docs/windows.md says in which programs Wine's own library differs.
const TABLE: &str = include_str!("../../docs/windows.md");

/// On our library it says what it says on Linux. On Wine's it does so too, unless the documents say
/// that it does not.
pub fn check(source: &str, header: Header, server: fn() -> Server, expected: &str) {
    let program = compile(&format!("tests/c/{source}"), header);
    let said_by = |dll| -> Said {
        let server = server();
        let place = Place::new();
        run_with(&program, dll, &[&server.port().to_string()], |command| {
            command.env("XDG_DATA_HOME", format!("Z:{}", place.path().display()))
        })
    };
    let said = said_by(Dll::Ours);
    let is_right = said.success && said.text == expected;
    assert!(is_right, "{source} {}--- expected\n{expected}", said.all);
    // What only we have cannot be run on another library.
    if header == Header::Mingw {
        let said = said_by(wines(source));
        assert_differs(source, !said.success || said.text != expected, &said);
    }
}

/// Wine's own library, without patience for a program that is known to be another on it.
pub fn wines(source: &str) -> Dll {
    Dll::Wines(if is_listed(source) { 8 } else { 60 })
}

/// Whether the table has a row for what differs on Wine's own library, and for nothing else.
pub fn assert_differs(source: &str, differs: bool, said: &Said) {
    assert_eq!(
        differs,
        is_listed(source),
        "{source} on Wine's {}",
        said.all
    );
}

fn is_listed(source: &str) -> bool {
    let row = format!("| `{source}` |");
    TABLE.lines().any(|line| line.starts_with(&row))
}
