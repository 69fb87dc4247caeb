//! What the shared library exports, what the headers declare, and what they call the parameters.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::microsoft;
use crate::tools::{include_dir, repository, run};

#[test]
fn exports_are_the_golden_list() {
    let golden = golden_list();
    let text = run(Command::new("nm")
        .args(["-D", "--defined-only", "-P"])
        .arg(library()));
    let exported: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.split([' ', '@']).next())
        .map(str::to_owned)
        .collect();
    assert_same("exports.txt", &golden, "libwininet.so", &exported);
}

#[test]
fn golden_list_is_what_the_headers_declare() {
    let declared = declared().into_keys().chain(identifiers()).collect();
    assert_same("exports.txt", &golden_list(), "the headers", &declared);
}

#[test]
fn parameters_have_microsofts_names() {
    let mut microsofts = microsoft::functions(&microsoft::module("Networking/WinInet"));
    for module in ["Foundation", "System/Com", "System/Ole", "System/Variant"] {
        microsofts.extend(microsoft::functions(&microsoft::module(module)));
    }
    for (function, parameters) in declared() {
        if NOT_IN_WINDOWS_SYS.contains(&function.as_str()) {
            continue;
        }
        let theirs = microsofts
            .get(&function)
            .unwrap_or_else(|| panic!("windows-sys has no {function}"));
        let ours: Vec<String> = parameters.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(
            &ours, theirs,
            "parameters of {function} here and in windows-sys"
        );
    }
}

/// What mingw-w64 declares and jsproxy.dll exports too, and what Microsoft's API does not have.
const NOT_IN_WINDOWS_SYS: [&str; 6] = [
    // What every DLL of COM has of its own.
    "DllCanUnloadNow",
    "DllGetClassObject",
    "InternetDeInitializeAutoProxyDll",
    "InternetGetProxyInfo",
    "WininetErrorName",
    "WininetErrorText",
];

#[test]
fn plain_names_follow_unicode() {
    let text = fs::read_to_string(include_dir().join("wininet.h")).unwrap();
    let (_, switch) = text.rsplit_once("#ifdef UNICODE\n").unwrap();
    let (wide, narrow) = switch.split_once("#else\n").unwrap();
    let declared = declared();
    let bases = declared.keys().filter_map(|name| name.strip_suffix('W'));
    // Some have a W form alone.
    for base in bases.filter(|base| declared.contains_key(&format!("{base}A"))) {
        assert!(
            wide.contains(&format!("#define {base} {base}W\n")),
            "{base}"
        );
        // InternetSetStatusCallback is a function: without UNICODE the name means itself.
        let plain = narrow.contains(&format!("#define {base} {base}A\n"));
        assert!(plain != declared.contains_key(base), "{base}");
    }
}

#[test]
fn library_has_its_soname_and_stays_loaded() {
    let text = run(Command::new("readelf").args(["-d", "-W"]).arg(library()));
    for wanted in ["[libwininet.so.0]", "NODELETE", "NOW"] {
        assert!(text.contains(wanted), "no {wanted} in\n{text}");
    }
}

/// The shared library that cargo made for this run; it lies beside the test program.
pub fn library() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    let library = program.parent().unwrap().join("libwininet.so");
    assert!(library.is_file(), "no {}", library.display());
    library
}

fn golden_list() -> BTreeSet<String> {
    let text = fs::read_to_string(repository().join("exports.txt")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.is_sorted(), "exports.txt is sorted");
    lines.into_iter().map(str::to_owned).collect()
}

/// What the declarations of the headers of COM begin with.
const COM_MARKS: &[&str] = &[
    "HRESULT STD",
    "void ",
    "BSTR STD",
    "INT STD",
    "UINT STD",
    "SAFEARRAY *STD",
    "int STD",
];

/// The identifiers of interfaces and classes that the headers declare as data.
fn identifiers() -> BTreeSet<String> {
    let headers = ["wbemcli.h", "posix/objidl.h", "posix/unknwn.h"];
    let texts = headers.map(|header| fs::read_to_string(include_dir().join(header)).unwrap());
    let lines = texts.iter().flat_map(|text| text.lines());
    let names = lines.filter_map(|line| {
        let rest = line
            .strip_prefix("extern const IID ")
            .or_else(|| line.strip_prefix("extern const CLSID "))?;
        rest.strip_suffix(';').map(str::to_owned)
    });
    names.collect()
}

/// The functions of the headers and the names of their parameters.
fn declared() -> BTreeMap<String, Vec<String>> {
    let mut functions = BTreeMap::new();
    for (header, marks) in [
        ("wininet.h", &["BOOLAPI ", "INTERNETAPI_("][..]),
        ("posix/errhandlingapi.h", &["EXTERN_C "]),
        ("posix/objbase.h", COM_MARKS),
        ("posix/oleauto.h", COM_MARKS),
    ] {
        let text = fs::read_to_string(include_dir().join(header)).unwrap();
        // Declarations that follow each other are blocks of their own.
        let text = text.replace(";\n", ";\n\n");
        for declaration in text.split("\n\n").filter_map(|block| {
            let code = block.rsplit("*/\n").next()?.trim_start();
            marks
                .iter()
                .any(|mark| code.starts_with(mark))
                .then_some(code)
        }) {
            let (head, rest) = declaration.rsplit_once('(').unwrap();
            let name = head.rsplit([' ', '*']).next().unwrap();
            let (list, _) = rest.split_once(')').unwrap();
            let parameters = list
                .split(',')
                .filter_map(|parameter| parameter.rsplit([' ', '*', '\n']).next())
                .filter(|word| *word != "void")
                .map(str::to_owned)
                .collect();
            functions.insert(name.to_owned(), parameters);
        }
    }
    functions
}

fn assert_same(a: &str, one: &BTreeSet<String>, b: &str, other: &BTreeSet<String>) {
    let only_a: Vec<_> = one.difference(other).collect();
    let only_b: Vec<_> = other.difference(one).collect();
    assert!(
        only_a.is_empty() && only_b.is_empty(),
        "only in {a}: {only_a:?}\nonly in {b}: {only_b:?}"
    );
}
