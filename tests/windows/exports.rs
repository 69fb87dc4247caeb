//! The table of exports.

use std::collections::BTreeSet;
use std::process::Command;

use super::wine::library;

/// These two are kernel32's on Windows.
const LINUX_ONLY: [&str; 2] = ["GetLastError", "SetLastError"];

fn names(list: &str) -> impl Iterator<Item = &str> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_whitespace().next())
}

#[test]
#[ignore = "make test-windows"]
fn the_dll_exports_what_the_lists_say() {
    let expected: BTreeSet<&str> = names(include_str!("../../exports.txt"))
        .filter(|name| !LINUX_ONLY.contains(name))
        .chain(names(include_str!("../../exports-windows.txt")))
        .collect();
    let printed = Command::new("x86_64-w64-mingw32-objdump")
        .arg("-p")
        .arg(library())
        .output()
        .expect("objdump of mingw-w64");
    let printed = String::from_utf8_lossy(&printed.stdout);
    let (_, table) = printed
        .split_once("[Ordinal/Name Pointer] Table")
        .expect("a table");
    let (table, _) = table.split_once("\n\n").unwrap_or((table, ""));
    let exported: BTreeSet<&str> = table
        .lines()
        .filter_map(|line| line.split_once("] "))
        .map(|(_, name)| name.trim())
        .collect();
    let missing: Vec<_> = expected.difference(&exported).collect();
    let surplus: Vec<_> = exported.difference(&expected).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "missing {missing:?}, surplus {surplus:?}"
    );
}
