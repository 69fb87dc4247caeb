//! Every way in which a program of this folder is built.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{describe, have, shared_library};

/// Whether the plain names of functions mean the A forms or the W forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    Ansi,
    Unicode,
}

impl Flavour {
    fn defines(self) -> &'static [&'static str] {
        match self {
            Flavour::Ansi => &[],
            Flavour::Unicode => &["-DUNICODE", "-D_UNICODE"],
        }
    }
}

pub struct Program {
    pub file: &'static str,
    /// A C file is compiled as C++ too, if a standard of C++ is among them.
    pub standards: &'static [&'static str],
    pub flavours: &'static [Flavour],
    /// For Linux alone.
    pub defines: &'static [&'static str],
    /// A part of what it prints.
    pub prints: &'static str,
}

/// What was built, and how.
pub struct Build {
    pub path: PathBuf,
    pub how: String,
}

/// gcc and clang; clang makes a check go further and is never missed.
pub fn native_builds(program: &Program) -> Vec<Build> {
    let mut builds = Vec::new();
    let clang = Command::new("clang").arg("--version").output().is_ok();
    for standard in program.standards {
        for flavour in program.flavours {
            let (gnu, llvm) = match standard.contains("++") {
                true => ("g++", "clang++"),
                false => ("gcc", "clang"),
            };
            builds.push(native(program, gnu, standard, *flavour, &[]));
            if clang {
                builds.push(native(program, llvm, standard, *flavour, &[]));
            }
        }
    }
    let compiler = if program.file.ends_with(".c") {
        "gcc"
    } else {
        "g++"
    };
    // With them gcc takes parts of libstdc++ for uninitialized.
    let sanitizers = [
        "-fsanitize=address,undefined",
        "-fno-sanitize-recover=all",
        "-Wno-maybe-uninitialized",
    ];
    let flavour = program.flavours[0];
    builds.push(native(
        program,
        compiler,
        program.standards[0],
        flavour,
        &sanitizers,
    ));
    builds
}

fn native(
    program: &Program,
    compiler: &str,
    standard: &str,
    flavour: Flavour,
    more: &[&str],
) -> Build {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = shared_library();
    let mut command = compile(program, compiler, standard, flavour);
    command.args(["-Wextra", "-Werror"]).args(more);
    // C89 has no macros with so many arguments, and gnu89 takes them all the same.
    if standard != "gnu89" {
        command.arg("-Wpedantic");
    }
    command.args(program.defines.iter().map(|name| format!("-D{name}")));
    for directory in ["include", "include/posix"] {
        command.arg("-I").arg(root.join(directory));
    }
    let how = format!(
        "{} {compiler} {standard} {flavour:?} {more:?}",
        program.file
    );
    let path = shared.with_file_name(how.replace(|c: char| !c.is_ascii_alphanumeric(), "_"));
    command.arg("-o").arg(&path).arg("-pthread");
    command.arg("-L").arg(&shared).arg("-lwininet");
    command.arg(format!("-Wl,-rpath,{}", shared.display()));
    succeed(&mut command, &how);
    Build { path, how }
}

/// What all compilers are told: the language and the program.
fn compile(program: &Program, compiler: &str, standard: &str, flavour: Flavour) -> Command {
    let language = if standard.contains("++") { "c++" } else { "c" };
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/port")
        .join(program.file);
    let mut command = Command::new(compiler);
    command.arg(format!("-std={standard}"));
    // Microsoft's #pragma comment(lib, ...) says nothing to these.
    command.args(["-g", "-O1", "-Wall", "-Wno-unknown-pragmas"]);
    command.args(flavour.defines());
    command.args(["-x", language]).arg(source);
    command.args(["-x", "none"]);
    command
}

/// Compiles and links a program for Windows, with the headers of mingw-w64.
pub fn cross_compile(program: &Program) {
    if !have("x86_64-w64-mingw32-gcc") || !have("x86_64-w64-mingw32-g++-posix") {
        return;
    }
    let case = other_cases();
    for standard in program.standards {
        for flavour in program.flavours {
            // The one that has std::thread.
            let compiler = match standard.contains("++") {
                true => "x86_64-w64-mingw32-g++-posix",
                false => "x86_64-w64-mingw32-gcc",
            };
            // Strict modes hide what the samples take from Microsoft's C library.
            let standard = standard.replace("c++", "gnu++").replace("gnugnu", "gnu");
            let standard = match standard.strip_prefix('c') {
                Some(year) => format!("gnu{year}"),
                None => standard,
            };
            let how = format!("{} {compiler} {standard} {flavour:?}", program.file);
            let mut command = compile(program, compiler, &standard, *flavour);
            command.arg("-I").arg(&case);
            let text = source_text(program);
            let wide_main = text.contains("_tmain(") || text.contains("wmain(");
            if *flavour == Flavour::Unicode && wide_main {
                command.arg("-municode");
            }
            // mingw-w64 leaves these two out of C++, for the sake of libstdc++.
            if standard.contains("++") && text.contains("__in ") {
                command.args(["-D__in=", "-D__out="]);
            }
            let name = how.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
            let path = case.with_file_name(format!("{name}.exe"));
            command.arg("-o").arg(path).arg("-lwininet");
            succeed(&mut command, &how);
        }
    }
}

fn source_text(program: &Program) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/port");
    fs::read_to_string(root.join(program.file)).expect("the program")
}

/// A file system of Windows finds these, whatever their case.
fn other_cases() -> PathBuf {
    let place = shared_library().with_file_name("case");
    fs::create_dir_all(&place).expect("a folder for headers");
    for name in ["Windows.h", "WinInet.h", "Winternl.h"] {
        let lower = name.to_lowercase();
        let text = format!("#include <{lower}>\n");
        if fs::read_to_string(place.join(name)).ok().as_ref() != Some(&text) {
            fs::write(place.join(name), text).expect("a header");
        }
    }
    place
}

fn succeed(command: &mut Command, how: &str) {
    let built = command.output().unwrap_or_else(|e| panic!("{how}: {e}"));
    assert!(built.status.success(), "{how}{}", describe(&built));
}
