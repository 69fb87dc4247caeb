//! What the pages in docs/ say is so: every export has its line, every row of the table of options
//! behaves as it says, every status has its number.
#![allow(unsafe_code, missing_docs)]

#[path = "docs/corners.rs"]
mod corners;
#[path = "docs/options.rs"]
mod options;
#[path = "docs/pages.rs"]
mod pages;
mod support;

use std::collections::BTreeSet;

use pages::{header_number, page, repository_file, rows};

/// The tables of functions: WinINet's, and COM's.
fn functions() -> Vec<Vec<String>> {
    let pages = ["functions.md", "wmi.md"];
    pages
        .iter()
        .flat_map(|name| rows(&page(name), "function"))
        .collect()
}

/// The pages have a line for each exported function, and for no other.
#[test]
fn functions_are_the_exported_ones() {
    let names = |text: &str| -> BTreeSet<String> {
        let quoted = text.split('`').skip(1).step_by(2);
        quoted.map(str::to_owned).collect()
    };
    let documented = functions();
    let documented: BTreeSet<String> = documented.iter().flat_map(|row| names(&row[0])).collect();
    let exported = repository_file("exports.txt");
    let exported: BTreeSet<String> = exported.lines().map(str::to_owned).collect();
    assert_eq!(documented, exported);
}

/// They say of each function that it works, what is missing, or that it is not there.
#[test]
fn functions_have_a_state() {
    for row in functions() {
        let state = &row[1];
        let says_what = state
            .strip_prefix("partly: ")
            .is_some_and(|it| !it.is_empty());
        let is_plain = ["works", "not yet"].contains(&state.as_str());
        assert!(is_plain || says_what, "{}: {state:?}", row[0]);
        assert!(!row[2].is_empty(), "{}", row[0]);
    }
}

/// What docs/functions.md calls "not yet" is what src/ffi/not_yet has.
#[test]
fn what_is_not_there_yet_is_called_so() {
    let rows = rows(&page("functions.md"), "function");
    let not_yet = rows.iter().filter(|row| row[1] == "not yet");
    let quoted = not_yet.flat_map(|row| row[0].split('`').skip(1).step_by(2));
    let documented: BTreeSet<&str> = quoted.collect();
    let names = support::not_yet::names();
    assert_eq!(documented, names.iter().map(String::as_str).collect());
}

/// The numbers in docs/statuses.md are the header's, and every status that the library can tell has
/// its row.
#[test]
fn statuses_are_those_that_are_told() {
    let mut documented = BTreeSet::new();
    for row in rows(&page("statuses.md"), "status") {
        let name = format!("INTERNET_STATUS_{}", row[0]);
        assert_eq!(row[1].parse(), Ok(header_number(&name)), "{name}");
        documented.insert(name);
    }
    let statuses = repository_file("src/wininet/status.rs");
    let told = statuses.split("=> INTERNET_STATUS_").skip(1);
    let told = told.filter_map(|rest| rest.split(',').next());
    let told: BTreeSet<String> = told.map(|it| format!("INTERNET_STATUS_{it}")).collect();
    assert_eq!(documented, told);
}
