//! Every function that is not there yet says so, whatever it is given: a C program made from the
//! header calls them all with pointers to nowhere.

use std::fmt::Write;
use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::declarations::{last_identifier, read};
use crate::exports::library;
use crate::names_not_yet::names;
use crate::tools::{include_dir, run, scratch};

const PROGRAM: &str = "#include \"wininet.h\"
#include <stdio.h>

static const uintptr_t values[] = {0, 1, UINTPTR_MAX};
static const FILETIME time = {1, 1};

#define TRY(call) \\
    SetLastError(0); \\
    printf(\"%llu \", (unsigned long long)(uintptr_t)call); \\
    printf(\"%u \", (unsigned)GetLastError());

int main(void)
{
    for (int i = 0; i < 3; i++) {
        const uintptr_t value = values[i];
";

#[test]
fn what_is_not_there_yet_fails_and_touches_nothing() {
    let dir = scratch("not-yet");
    let (source, program) = (dir.join("not_yet.c"), dir.join("not_yet"));
    let mut gcc = Command::new("gcc");
    let gcc = gcc.arg("-std=c11").arg("-I").arg(include_dir());

    fs::write(&source, "#include \"wininet.h\"\n").unwrap();
    let mut preprocessor = Command::new("gcc");
    let preprocessor = preprocessor.arg("-I").arg(include_dir());
    let text = run(preprocessor.args(["-E", "-dD"]).arg(&source));
    let declared = read(&text, "wininet.h").functions;

    let names = names();
    assert!(names.len() > 100, "only {} functions", names.len());
    let mut text = PROGRAM.to_owned();
    for name in &names {
        let (_, parameters) = declared[name].split_once('(').unwrap();
        let parameters = parameters.trim_end().strip_suffix(')').unwrap();
        let arguments: Vec<String> = parameters.split(',').filter_map(argument).collect();
        writeln!(text, "        TRY({name}({}))", arguments.join(", ")).unwrap();
        writeln!(text, "        puts(\"{name}\");").unwrap();
    }
    text += "    }\n    return 0;\n}\n";
    fs::write(&source, text).unwrap();
    run(gcc.arg(&source).arg(library()).arg("-o").arg(&program));
    symlink(library(), dir.join("libwininet.so.0")).unwrap();
    let printed = run(Command::new(&program).env("LD_LIBRARY_PATH", dir.join("")));

    assert_eq!(printed.lines().count(), 3 * names.len());
    for line in printed.lines() {
        let name = line.rsplit(' ').next().unwrap();
        let returned = match result(&declared[name]) {
            "DWORD" if name == "FtpGetFileSize" => u32::MAX,
            "DWORD" => 120,
            _ => 0,
        };
        assert_eq!(line, format!("{returned} 120 {name}"));
    }
}

/// What a parameter is given.
fn argument(parameter: &str) -> Option<String> {
    let parameter = parameter.trim();
    let name = last_identifier(parameter);
    match parameter.strip_suffix(name)?.trim() {
        "" => None,
        "FILETIME" => Some("time".to_owned()),
        kind => Some(format!("({kind})value")),
    }
}

/// The type that a function returns, which comes after `extern`.
fn result(declaration: &str) -> &str {
    declaration.split_whitespace().nth(1).unwrap_or_default()
}
