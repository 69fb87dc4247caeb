//! The table of exports, and who needs what of it.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use super::wine::{library, system_folder};

/// What COM asks every DLL with classes for.
const OF_CLASSES: [&str; 2] = ["DllCanUnloadNow", "DllGetClassObject"];

/// These two are kernel32's on Windows.
const LINUX_ONLY: [&str; 2] = ["GetLastError", "SetLastError"];

fn names(list: &str) -> impl Iterator<Item = &str> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_whitespace().next())
}

/// What objdump says of a DLL.
fn dump(dll: &Path) -> String {
    let mut objdump = Command::new("x86_64-w64-mingw32-objdump");
    let output = objdump
        .arg("-p")
        .arg(dll)
        .output()
        .expect("objdump of mingw-w64");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The lines of a table up to the next empty one.
fn table<'a>(dump: &'a str, title: &str) -> impl Iterator<Item = &'a str> {
    let (_, table) = dump.split_once(title).expect(title);
    table
        .lines()
        .skip(1)
        .take_while(|line| !line.trim().is_empty())
}

fn exported(dump: &str) -> BTreeSet<&str> {
    table(dump, "[Ordinal/Name Pointer] Table")
        .filter_map(|line| line.split_once("] "))
        .map(|(_, name)| name.trim())
        .collect()
}

#[test]
#[ignore = "make test-windows"]
fn the_dll_exports_what_the_lists_say() {
    // COM is the system's there: what the headers beside wininet.h declare is Linux' alone, but for the way to classes.
    let header = include_str!("../../include/wininet.h");
    let expected: BTreeSet<&str> = names(include_str!("../../exports.txt"))
        .filter(|name| !LINUX_ONLY.contains(name) && header.contains(&format!("{name}(")))
        .chain(names(include_str!("../../exports-windows.txt")))
        .chain(OF_CLASSES)
        .collect();
    let dump = dump(&library());
    let exported = exported(&dump);
    let missing: Vec<_> = expected.difference(&exported).collect();
    let surplus: Vec<_> = exported.difference(&expected).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "missing {missing:?}, surplus {surplus:?}"
    );
}

/// Wine loads a DLL of which an import is missing; Windows does not.
#[test]
#[ignore = "make test-windows"]
fn the_dll_has_what_other_dlls_import() {
    let ours = dump(&library());
    let exported = exported(&ours);
    for dll in ["msi.dll", "urlmon.dll"] {
        let theirs = dump(&system_folder().join(dll));
        let imported: Vec<&str> = table(&theirs, "DLL Name: wininet.dll")
            .skip(1)
            .filter_map(|line| line.split_whitespace().nth(2))
            .collect();
        assert!(!imported.is_empty(), "{dll}");
        let missing: Vec<_> = imported
            .iter()
            .filter(|it| !exported.contains(*it))
            .collect();
        assert!(missing.is_empty(), "{dll}: {missing:?}");
    }
}
