//! The names of the porting kit: the annotations, the names of tchar.h and strsafe.h and the error codes
//! that Microsoft documents and that mingw-w64's headers have. What the kit has not is in the lists of
//! tests/kit, each with its reason. Names and numbers are compared, nothing else.
#![cfg(target_os = "linux")]

#[path = "header/tools.rs"]
#[allow(dead_code)]
mod tools;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::process::Command;

use tools::{compilers, include_dir, is_installed, repository, run, scratch};

const MINGW: &str = "x86_64-w64-mingw32-gcc";
const UNICODE: [&str; 2] = ["-DUNICODE", "-D_UNICODE"];

/// Macros, each with the number of its parameters if it has a list of them.
type Macros = BTreeMap<String, Option<usize>>;

/// A compiler with the headers of its side.
struct Side {
    compiler: &'static str,
    include: Vec<String>,
}

fn ours() -> Side {
    let include = ["", "posix"].map(|folder| format!("-I{}", include_dir().join(folder).display()));
    Side {
        compiler: "gcc",
        include: include.into(),
    }
}

fn theirs() -> Option<Side> {
    let side = Side {
        compiler: MINGW,
        include: Vec::new(),
    };
    let is_there = is_installed(MINGW);
    if !is_there {
        println!("left out: {MINGW} is not installed");
        let is_ci = std::env::var_os("CI").is_some_and(|it| it == "true");
        assert!(!is_ci, "nothing may be left out under CI");
    }
    is_there.then_some(side)
}

impl Side {
    fn run(&self, flags: &[&str], text: &str) -> String {
        static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let dir = scratch(&format!("kit-names-{number}"));
        let source = dir.join("source.c");
        fs::write(&source, text).unwrap();
        run(Command::new(self.compiler)
            .args(&self.include)
            .args(flags)
            .arg(source))
    }

    /// The macros that one of the files defines, or any file if none is named.
    fn macros(&self, flags: &[&str], text: &str, files: &[&str]) -> Macros {
        let mut found = Macros::new();
        let mut is_inside = false;
        for line in self.run(&[&["-E", "-dD"], flags].concat(), text).lines() {
            if let Some(marker) = line.strip_prefix("# ") {
                is_inside = files.is_empty()
                    || files
                        .iter()
                        .any(|file| marker.contains(&format!("/{file}\"")));
            } else if let Some(rest) = line.strip_prefix("#define ").filter(|_| is_inside) {
                let end = rest.find([' ', '(']).unwrap_or(rest.len());
                let parameters = rest[end..]
                    .strip_prefix('(')
                    .map(|it| it.split(')').next().expect("parameters").split(',').count());
                found.insert(rest[..end].to_owned(), parameters);
            }
        }
        found
    }

    /// Macros as numbers of 32 bits. Those that are none are left out.
    fn numbers(&self, prelude: &str, names: &BTreeSet<String>) -> BTreeMap<String, u32> {
        let lines: String = names.iter().fold(String::new(), |mut text, name| {
            writeln!(text, "@@ \"{name}\" {name}").unwrap();
            text
        });
        let text = self.run(&["-E", "-P"], &format!("{prelude}{lines}"));
        let plain = text.lines().filter_map(|line| line.strip_prefix("@@ \""));
        plain
            .filter_map(|line| line.split_once("\" "))
            .filter_map(|(name, value)| Some((name.to_owned(), number(value)?)))
            .collect()
    }
}

/// What is left of a number when casts, suffixes and parentheses are away.
fn number(text: &str) -> Option<u32> {
    let words = [
        "HRESULT", "LONG", "DWORD", "__MSABI_", "unsigned", "long", "int",
    ];
    let mut text = text.to_owned();
    for word in words {
        text = text.replace(word, "");
    }
    let text: String = text.chars().filter(|c| !"() ".contains(*c)).collect();
    let text = text.trim_end_matches(['L', 'U', 'l', 'u']);
    match text.strip_prefix("0x") {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

/// The names of a list of tests/kit, which must give a reason for each. One may begin or end with a star.
fn assert_listed(missing: BTreeSet<String>, file: &str) {
    let text = fs::read_to_string(repository().join("tests/kit").join(file)).unwrap();
    let mut unlisted = missing;
    for line in text
        .lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
    {
        let (names, reason) = line.split_once(": ").unwrap_or((line, ""));
        assert!(!reason.is_empty(), "no reason: {line}");
        for entry in names.split(' ') {
            let before = unlisted.len();
            match (entry.strip_prefix('*'), entry.strip_suffix('*')) {
                (Some(end), _) => unlisted.retain(|name| !name.ends_with(end)),
                (_, Some(start)) => unlisted.retain(|name| !name.starts_with(start)),
                _ => unlisted.retain(|name| name != entry),
            }
            assert!(
                unlisted.len() < before,
                "the kit has it, or mingw has not: {entry}"
            );
        }
    }
    assert!(
        unlisted.is_empty(),
        "not in the kit, nor in {file}: {unlisted:#?}"
    );
}

#[test]
fn tchar_has_the_names_of_mingw() {
    let Some(theirs) = theirs() else { return };
    let text = "#include <tchar.h>\n";
    let mut missing = BTreeSet::new();
    for flags in [&[][..], &UNICODE] {
        let ours = ours().macros(flags, text, &[]);
        let files = ["tchar.h", "sec_api/tchar_s.h"];
        let names = theirs.macros(flags, text, &files).into_keys();
        let is_name =
            |name: &String| name.starts_with('_') && name.contains('t') && !name.starts_with("__");
        missing.extend(names.filter(|it| is_name(it) && !ours.contains_key(it)));
    }
    assert_listed(missing, "absent-tchar.txt");
}

/// A name that one of the two has alone would fail in the other kind of program.
#[test]
fn tchar_has_the_same_names_for_both_kinds_of_character() {
    let [narrow, wide] = [&[][..], &UNICODE].map(|flags| {
        let files = ["tchar.h", "kit/tcharnarrow.h", "kit/tcharwide.h"];
        let names = ours().macros(flags, "#include <tchar.h>\n", &files);
        names
            .into_keys()
            .filter(|it| !it.starts_with("_WININET"))
            .collect::<BTreeSet<_>>()
    });
    assert!(narrow.len() > 200);
    assert_eq!(narrow, wide);
}

/// Each name stands for something that is declared.
#[test]
fn names_of_tchar_are_declared() {
    for compiler in compilers() {
        for flags in [&[][..], &UNICODE] {
            let files = ["kit/tcharnarrow.h", "kit/tcharwide.h"];
            let text = "#include <tchar.h>\n";
            let names = ours().macros(flags, text, &files);
            let macros = ours().macros(flags, text, &[]);
            let expanded = ours().run(
                &[&["-E", "-P"], flags].concat(),
                &names.keys().fold(text.to_owned(), |text, name| {
                    format!("{text}@@ {name} {name}\n")
                }),
            );
            let mut targets = BTreeSet::new();
            for line in expanded.lines().filter_map(|line| line.strip_prefix("@@ ")) {
                targets.extend(line.split_whitespace().last());
            }
            targets.retain(|it| !["main", "wmain"].contains(it) && !it.starts_with("_WININET"));
            let mut uses = text.to_owned();
            for target in targets {
                // Of a macro with parameters there is no address.
                if !macros.get(target).is_some_and(Option::is_some) {
                    // In C++ some are overloaded, and have no one address.
                    let usage = match compiler.name.ends_with("++") {
                        true => format!("using ::{target};"),
                        false => format!("(void)sizeof(&{target});"),
                    };
                    let function = format!("void use_{target}(void)");
                    writeln!(uses, "{function};\n{function} {{ {usage} }}").unwrap();
                }
            }
            let dir = scratch(&format!("kit-tchar-{}-{}", compiler.name, flags.len()));
            let source = dir.join("source.c");
            fs::write(&source, uses).unwrap();
            for standard in &compiler.standards[1..] {
                let mut command = compiler.strict(standard);
                command
                    .arg("-Wno-address")
                    .args(flags)
                    .arg("-fsyntax-only")
                    .arg(&source);
                run(&mut command);
            }
        }
    }
}

#[test]
fn annotations_are_those_of_mingw_and_of_microsofts_pages() {
    let text = "#include <sal.h>\n";
    let ours = ours().macros(&[], text, &[]);
    let list = fs::read_to_string(repository().join("tests/kit/sal-documented.txt")).unwrap();
    for line in list.lines().filter(|it| !it.starts_with('#')) {
        let (name, count) = line.split_once(' ').expect("a name and a number");
        let count = count.parse().ok().filter(|it| *it > 0);
        assert_eq!(ours.get(name), Some(&count), "{name}");
    }
    let Some(theirs) = theirs() else { return };
    let files = [
        "sal.h",
        "specstrings.h",
        "driverspecs.h",
        "concurrencysal.h",
    ];
    let text =
        "#define _PREFAST_\n#include <sal.h>\n#include <specstrings.h>\n#include <driverspecs.h>\n";
    let mut missing = BTreeSet::new();
    for (name, parameters) in theirs.macros(&[], text, &files) {
        // There the old words have a name of their own, so that headers of Linux' libraries compile.
        let name = name
            .strip_prefix("SAL")
            .filter(|it| it.starts_with("__"))
            .unwrap_or(&name)
            .to_owned();
        match ours.get(&name) {
            Some(own) => assert_eq!(own, &parameters, "{name}"),
            None => drop(missing.insert(name)),
        }
    }
    assert_listed(missing, "absent-sal.txt");
}

#[test]
fn strsafe_has_the_names_of_mingw() {
    let Some(theirs) = theirs() else { return };
    let text = "#include <windows.h>\n#include <strsafe.h>\n";
    let ours = ours().macros(&[], text, &[]);
    let names = theirs.macros(&[], text, &["strsafe.h"]).into_keys();
    // It takes the old names away from C as well, and has helpers.
    let is_name = |it: &String| {
        it.starts_with("StringC") && !it.contains("Worker") || it.starts_with("STRSAFE")
    };
    let missing = names.filter(|it| is_name(it) && !ours.contains_key(it));
    assert_listed(missing.collect(), "absent-strsafe.txt");
}

#[test]
fn error_codes_are_those_of_mingw() {
    let Some(theirs) = theirs() else { return };
    let text = "#include <winerror.h>\n";
    let names: BTreeSet<String> = theirs
        .macros(&[], text, &["winerror.h"])
        .into_keys()
        .collect();
    let theirs = theirs.numbers(text, &names);
    let prelude = "#include <windows.h>\n";
    let ours = ours().numbers(prelude, &names);
    assert!(theirs.len() > 3000, "{}", theirs.len());
    let mut missing = BTreeSet::new();
    for (name, number) in &theirs {
        match ours.get(name) {
            Some(own) => assert_eq!(own, number, "{name}"),
            // Beyond are directories, clusters and other parts of the system that the kit has not.
            None if name.starts_with("ERROR_") && *number >= 4000 => {}
            None => drop(missing.insert(name.clone())),
        }
    }
    assert_listed(missing, "absent-winerror.txt");
}
