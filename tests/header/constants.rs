//! The numbers of the headers against those of windows-sys, and the names of types.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::process::Command;

use crate::declarations;
use crate::microsoft;
use crate::tools::{compare_with_list, include_dir, print_from_c, run};
use crate::translated::Translator;

#[test]
fn constants_and_types_are_microsofts() {
    let ours = ours();
    let wininet = microsoft::constants(&microsoft::module("Networking/WinInet"));
    // What wininet.h shares with other headers stands in their modules.
    let mut theirs = BTreeMap::new();
    for module in ["UI/Shell", "Foundation", "Networking/WinHttp"] {
        theirs.extend(microsoft::constants(&microsoft::module(module)));
    }
    theirs.extend(wininet.clone());

    let mut found = BTreeSet::new();
    for (name, (value, size)) in &ours {
        assert_eq!(*size, 4, "{name} is a number of 32 bits in C");
        match theirs.get(name) {
            Some(microsofts) if microsofts == value => {}
            Some(microsofts) => {
                println!("{name}: {value} here, {microsofts} in windows-sys");
                found.insert(format!("value {name}"));
            }
            None => {
                found.insert(format!("ours {name}"));
            }
        }
    }
    let missing = wininet.keys().filter(|name| !ours.contains_key(*name));
    found.extend(missing.map(|name| format!("missing {name}")));
    found.extend(missing_types());
    compare_with_list(&found, "differences.txt");
}

/// Structs, unions, enums and callbacks that windows-sys has and our header has not. What ends in _0 is
/// inside of another.
fn missing_types() -> Vec<String> {
    let theirs = Translator::new(&["Networking/WinInet"]);
    let mut gcc = Command::new("gcc");
    let header = include_dir().join("wininet.h");
    let ours = declarations::read(&run(gcc.args(["-E", "-dD"]).arg(header)), "wininet.h");
    let missing = theirs
        .names()
        .filter(|it| !it.ends_with("_0") && !ours.types.contains(*it));
    missing.map(|name| format!("type {name}")).collect()
}

/// Every constant of our headers, with its value and size as C sees them.
fn ours() -> BTreeMap<String, (i64, usize)> {
    let mut body = String::new();
    for header in ["wininet.h", "posix/winerror.h"] {
        let text = fs::read_to_string(include_dir().join(header)).unwrap();
        for name in text.lines().filter_map(numeric_macro) {
            writeln!(
                body,
                "    printf(\"{name} %lld %zu\\n\", (long long)({name}), sizeof({name}));"
            )
            .unwrap();
        }
    }
    let printed = print_from_c("constants", &body);
    let constants: BTreeMap<_, _> = printed
        .lines()
        .map(|line| {
            let mut words = line.split(' ');
            let mut word = || words.next().unwrap();
            let name = word().to_owned();
            (name, (word().parse().unwrap(), word().parse().unwrap()))
        })
        .collect();
    assert!(constants.len() > 700, "only {} constants", constants.len());
    constants
}

fn numeric_macro(line: &str) -> Option<&str> {
    let (name, value) = line.strip_prefix("#define ")?.split_once(' ')?;
    let digits = value.trim_start_matches(['(', '-']);
    digits
        .starts_with(|c: char| c.is_ascii_digit())
        .then_some(name)
}
