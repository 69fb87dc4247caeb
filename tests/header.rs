//! The C headers and the exported names: they are what the sources say, every compiler takes them,
//! and their numbers and layouts are Microsoft's.

#![cfg(target_os = "linux")]

#[path = "header/constants.rs"]
mod constants;
#[path = "header/declarations.rs"]
mod declarations;
#[path = "header/exports.rs"]
mod exports;
#[path = "header/layouts.rs"]
mod layouts;
#[path = "header/microsoft.rs"]
mod microsoft;
#[path = "header/mingw.rs"]
mod mingw;
#[path = "support/not_yet.rs"]
mod names_not_yet;
#[path = "header/not_yet.rs"]
mod not_yet;
#[path = "header/prototypes.rs"]
mod prototypes;
#[path = "header/shapes.rs"]
mod shapes;
#[path = "header/tools.rs"]
mod tools;
#[path = "header/translated.rs"]
mod translated;
#[path = "header/wbem.rs"]
mod wbem;

use std::fs;

use tools::{compilers, include_dir, repository, run, scratch};

#[test]
fn committed_headers_are_the_generated_ones() {
    for (committed, generated) in [
        ("wininet.h", env!("WININET_GENERATED_HEADER")),
        ("posix/winerror.h", env!("WININET_GENERATED_WINERROR")),
        ("posix/objidl.h", env!("WININET_GENERATED_OBJIDL")),
        ("wbemcli.h", env!("WININET_GENERATED_WBEMCLI")),
    ] {
        let committed = include_dir().join(committed);
        assert!(
            fs::read(&committed).ok() == fs::read(generated).ok(),
            "{} is not what build.rs makes of src/abi and src/ffi: see {generated}, and write it \
             anew with `make header` (WININET_UPDATE_HEADER=1 cargo build)",
            committed.display(),
        );
    }
}

#[test]
fn every_compiler_takes_the_headers() {
    let dir = scratch("compilers");
    let source = repository().join("tests/header/uses.c");
    for compiler in compilers() {
        for standard in compiler.standards {
            for unicode in [&[][..], &["-DUNICODE", "-D_UNICODE"]] {
                let object = dir.join(format!("{}-{standard}-{}.o", compiler.name, unicode.len()));
                let mut command = compiler.strict(standard);
                command.args(unicode).arg("-c").arg(&source);
                run(command.arg("-o").arg(object));
            }
        }
    }
}

#[test]
fn every_header_stands_alone() {
    let dir = scratch("alone");
    let mut headers = Vec::new();
    for folder in ["", "posix", "posix/kit"] {
        let entries = fs::read_dir(include_dir().join(folder)).unwrap();
        headers.extend(
            entries
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.is_file()),
        );
    }
    for (i, header) in headers.iter().enumerate() {
        let source = dir.join(format!("{i}.c"));
        let text = format!(
            "#include \"{0}\"\n#include \"{0}\"\nint alone;\n",
            header.display()
        );
        fs::write(&source, text).unwrap();
        for compiler in compilers() {
            let mut command = compiler.strict(compiler.standards[0]);
            run(command.arg("-fsyntax-only").arg(&source));
        }
    }
}
