//! The types of parameters and results against those of windows-sys: a C compiler says whether each is
//! one of those that it may be.

use std::fmt::Write;
use std::process::Command;

use crate::declarations::{last_identifier, read, without_attributes};
use crate::microsoft;
use crate::mingw::MINGW;
use crate::tools::{include_dir, is_installed, run, scratch};
use crate::translated::Translator;

/// The library's own, and what windows-sys has in another shape or not at all.
const NOT_COMPARED: [&str; 4] = [
    "InternetDeInitializeAutoProxyDll",
    "InternetGetProxyInfo",
    "WininetErrorName",
    "WininetErrorText",
];

#[test]
fn types_of_parameters_are_microsofts() {
    compare("gcc", &[]);
    match is_installed(MINGW) {
        true => ["-m64", "-m32"].iter().for_each(|it| compare(MINGW, &[it])),
        false => println!("left out: {MINGW} is not installed"),
    }
}

fn compare(compiler: &str, flags: &[&str]) {
    let dir = scratch(&format!("prototypes-{}", flags.concat()));
    let source = dir.join("prototypes.c");
    let header = include_dir().join("wininet.h");
    let windows = match compiler {
        MINGW => "#include <windows.h>\n",
        _ => "",
    };
    let prelude = format!("{windows}#include \"{}\"\n", header.display());
    let compile = |text: &str, more: &[&str]| {
        std::fs::write(&source, format!("{prelude}{text}")).unwrap();
        let mut command = Command::new(compiler);
        command.args(["-std=gnu11", "-w"]).args(flags).args(more);
        run(command.arg("-I").arg(include_dir()).arg(&source))
    };
    let declared = read(&compile("", &["-E", "-dD"]), "wininet.h").functions;
    let theirs = microsoft::prototypes(&microsoft::module("Networking/WinInet"));
    let translator = Translator::new(&["Networking/WinInet", "Networking/WinHttp"]);
    let mut text = String::new();
    let mut compared = 0;
    for (name, statement) in &declared {
        let Some(theirs) = theirs.get(name) else {
            assert!(
                NOT_COMPARED.contains(&name.as_str()),
                "windows-sys has no {name}"
            );
            continue;
        };
        let statement = without_attributes(statement);
        let (head, rest) = statement.split_once('(').unwrap();
        let returns = head.trim_start().trim_start_matches("extern");
        let returns = returns.trim_end().strip_suffix(name.as_str()).unwrap();
        let parameters = rest.rsplit_once(')').unwrap().0.split(',');
        let parameters = parameters.map(|it| it.trim().strip_suffix(last_identifier(it)).unwrap());
        let ours: Vec<&str> = parameters.filter(|it| !it.is_empty()).collect();
        assert_eq!(ours.len(), theirs.parameters.len(), "parameters of {name}");
        let ours = ours.iter().chain([&returns]);
        let theirs = theirs.parameters.iter().chain([&theirs.returns]);
        for (at, (ours, theirs)) in ours.zip(theirs).enumerate() {
            let may_be = translator.c_types(theirs);
            let may_be: Vec<String> = may_be
                .iter()
                .map(|it| format!("__builtin_types_compatible_p({ours}, {it})"))
                .collect();
            let is_one = may_be.join(" || ");
            writeln!(text, "_Static_assert({is_one}, \"{name} {at}: {theirs}\");").unwrap();
        }
        compared += 1;
    }
    assert!(compared > 170, "only {compared} prototypes");
    compile(&text, &["-fsyntax-only"]);
}
