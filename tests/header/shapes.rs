//! The structs and unions of our header, as Windows' compiler lays them out for 64 and for 32 bits, against
//! those of windows-sys written in C: the same fields, of the same sizes, in the same places.

use std::fmt::Write;
use std::process::Command;

use crate::declarations::read;
use crate::mingw::MINGW;
use crate::tools::{include_dir, is_installed, run, scratch};
use crate::translated::Translator;

/// What windows-sys calls otherwise, or has in one form.
const OTHER_NAMES: [(&str, &str); 8] = [
    ("GOPHER_ATTRIBUTE_VALUE", "GOPHER_ATTRIBUTE_TYPE_0"),
    ("HTTP_VERSION_INFO", "INTERNET_VERSION_INFO"),
    ("INTERNET_CERTIFICATE_INFOA", "INTERNET_CERTIFICATE_INFO"),
    ("INTERNET_CERTIFICATE_INFOW", "INTERNET_CERTIFICATE_INFO"),
    (
        "INTERNET_PER_CONN_OPTION_VALUEA",
        "INTERNET_PER_CONN_OPTIONA_0",
    ),
    (
        "INTERNET_PER_CONN_OPTION_VALUEW",
        "INTERNET_PER_CONN_OPTIONW_0",
    ),
    ("INTERNET_PROXY_INFOA", "INTERNET_PROXY_INFO"),
    ("INTERNET_PROXY_INFOW", "INTERNET_PROXY_INFO"),
];

#[test]
fn layouts_for_windows_are_microsofts() {
    if !is_installed(MINGW) {
        println!("left out: {MINGW} is not installed");
        return;
    }
    let dir = scratch("shapes");
    let source = dir.join("shapes.c");
    let header = include_dir().join("wininet.h");
    let prelude = format!(
        "#include <stddef.h>\n#include <stdint.h>\n#include <windows.h>\n#include \"{}\"\n",
        header.display()
    );
    let compile = |text: &str, more: &[&str]| {
        std::fs::write(&source, format!("{prelude}{text}")).unwrap();
        let mut command = Command::new(MINGW);
        // An inner union without a name is one that was declared before.
        command
            .args(["-std=gnu11", "-w", "-fms-extensions"])
            .args(more);
        run(command.arg(&source))
    };
    let ours = read(&compile("", &["-E", "-dD"]), "wininet.h").structs;
    assert!(ours.len() > 50, "only {} structs", ours.len());
    let translator = Translator::new(&[
        "Networking/WinInet",
        "Foundation",
        "Security/Authentication/Identity",
        "Security/Cryptography",
    ]);
    let mut structs = Vec::new();
    let mut checks = String::new();
    for name in ours.keys() {
        let other = OTHER_NAMES.iter().find(|(it, _)| it == name);
        let theirs = other.map_or(name.as_str(), |(_, other)| *other);
        let own = translator.c_struct(theirs, &mut structs);
        let other = format!("{} {own}", translator.shapes[theirs].keyword);
        writeln!(
            checks,
            "_Static_assert(sizeof({name}) == sizeof({other}), \"{name}\");"
        )
        .unwrap();
        for field in translator.fields(theirs) {
            writeln!(
                checks,
                "_Static_assert(offsetof({name}, {field}) == offsetof({other}, {field}), \"{name} {field}\");\n\
                 _Static_assert(sizeof((({name} *)0)->{field}) == sizeof((({other} *)0)->{field}), \"{name} {field}\");"
            )
            .unwrap();
        }
    }
    let structs: String = structs.into_iter().map(|(_, text)| text).collect();
    for width in ["-m64", "-m32"] {
        compile(&format!("{structs}{checks}"), &["-fsyntax-only", width]);
    }
}
