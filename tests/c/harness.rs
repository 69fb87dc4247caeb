//! Builds a C program in one of three ways, and runs it in one of three. Each
//! test file uses a part of this.
#![allow(dead_code)]

use std::collections::HashMap;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

/// How the program finds the library.
#[derive(Clone, Copy, Debug)]
pub enum Link {
    /// `-lwininet`, the shared library.
    Shared,
    /// `libwininet.a` and what it needs of the system.
    Static,
    /// dlopen and dlsym: see api.h.
    Dlopen,
}

/// How the program is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    Plain,
    /// Errors and definite leaks end it with 9.
    Valgrind,
    /// Compiled with gcc's address and undefined behaviour sanitizers.
    Sanitized,
}

const SANITIZERS: [&str; 2] = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];

pub const RUNS: [Run; 3] = [Run::Plain, Run::Valgrind, Run::Sanitized];

/// A program that is stuck is ended after so many seconds.
const LIMIT: &str = "120";

/// Compiles `tests/c/{source}`; warnings are errors.
pub fn compile(source: &str, link: Link, run: Run) -> PathBuf {
    let standard = match source.ends_with(".cpp") {
        true => "-std=c++17",
        false => "-std=gnu11",
    };
    build_once(&[&format!("tests/c/{source}")], standard, link, run)
}

/// Compiles and links files of the repository as one program. A C file is C++ as well if the
/// standard is one of C++.
pub fn build(sources: &[&str], standard: &str, run: Run) -> PathBuf {
    build_once(sources, &format!("-std={standard}"), Link::Shared, run)
}

/// The folder with libwininet.so, for programs that are built otherwise.
pub fn shared_library() -> PathBuf {
    library().folder.join("shared")
}

/// Compiles `c-examples/{name}.c` as the Makefile does.
pub fn example(name: &str, run: Run) -> PathBuf {
    build_once(
        &[&format!("c-examples/{name}.c")],
        "-std=c11",
        Link::Shared,
        run,
    )
}

/// Compiles a file that a test has made, with warnings as they are by default.
pub fn compile_file(source: &Path, program: &Path, run: Run) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new("gcc");
    command
        .args(["-std=gnu11", "-Werror", "-I"])
        .arg(root.join("include"));
    command
        .arg("-I")
        .arg(root.join("include/posix"))
        .arg(source);
    if run == Run::Sanitized {
        command.args(SANITIZERS);
    }
    command.args(link_arguments(library(), Link::Shared));
    let built = command.arg("-o").arg(program).output().expect("gcc");
    assert!(built.status.success(), "{source:?}{}", describe(&built));
    program.to_owned()
}

/// Each form is built once in a run of the tests, whoever asks first.
fn build_once(sources: &[&str], standard: &str, link: Link, run: Run) -> PathBuf {
    type Builds = Mutex<HashMap<PathBuf, Arc<OnceLock<()>>>>;
    static BUILDS: LazyLock<Builds> = LazyLock::new(Builds::default);
    let form = match run {
        Run::Sanitized => "sanitized",
        Run::Plain | Run::Valgrind => "plain",
    };
    let name = sources[0].rsplit('/').next().expect("a name");
    let program = format!("{name}{standard}.{link:?}.{form}");
    let program = library().folder.join(program);
    let build = {
        let mut builds = BUILDS.lock().expect("the list of builds");
        builds.entry(program.clone()).or_default().clone()
    };
    build.get_or_init(|| {
        build_program(sources, standard, link, run == Run::Sanitized, &program);
    });
    program
}

fn build_program(sources: &[&str], standard: &str, link: Link, sanitized: bool, program: &Path) {
    let (compiler, language) = match standard.contains("++") {
        true => ("g++", "c++"),
        false => ("gcc", "c"),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(compiler);
    command.args([standard, "-Wall", "-Wextra", "-Wpedantic", "-Werror"]);
    command.args(["-g", "-O1", "-pthread"]);
    command.arg("-I").arg(root.join("include"));
    command.arg("-I").arg(root.join("include/posix"));
    if sanitized {
        command.args(SANITIZERS);
        // An interface of the library's has a table, and not the type that gcc would look for in front of it.
        command.arg("-fno-sanitize=vptr");
    }
    if matches!(link, Link::Dlopen) {
        command.arg("-DDLOPEN");
    }
    command.args(["-x", language]);
    command.args(sources.iter().map(|source| root.join(source)));
    command.args(["-x", "none"]);
    command.args(link_arguments(library(), link));
    command.arg("-o").arg(program);
    let built = command.output().expect(compiler);
    assert!(
        built.status.success(),
        "{sources:?} {link:?}{}",
        describe(&built)
    );
}

fn link_arguments(library: &Library, link: Link) -> Vec<OsString> {
    let shared = library.folder.join("shared");
    let mut path: OsString = "-Wl,-rpath,".into();
    path.push(&shared);
    match link {
        Link::Shared => vec!["-L".into(), shared.into(), "-lwininet".into(), path],
        Link::Static => {
            let mut arguments = vec![library.archive.clone().into(), "-Wl,--gc-sections".into()];
            arguments.extend(private_libraries().map(OsString::from));
            arguments
        }
        // A path of the old kind: ASan stands between the program and dlopen,
        // and the new kind serves only the program's own calls.
        Link::Dlopen => vec!["-ldl".into(), path, "-Wl,--disable-new-dtags".into()],
    }
}

/// What the static library needs, as the installed pkg-config file says it.
fn private_libraries() -> impl Iterator<Item = &'static str> {
    let text = include_str!("../../wininet.pc.in");
    let line = text.lines().find_map(|l| l.strip_prefix("Libs.private:"));
    line.expect("Libs.private in wininet.pc.in")
        .split_whitespace()
}

/// Runs a program that [`compile`] built for the same `run`.
pub fn start(program: &Path, run: Run, argument: &str) -> Output {
    let output = command(program, run).arg(argument).output();
    output.expect("timeout, of Debian's coreutils")
}

/// How to run a program that was built for the same `run`. A signal for what
/// is started goes to the program.
pub fn command(program: &Path, run: Run) -> Command {
    let mut command = Command::new("timeout");
    command.args(["--foreground", "--kill-after=5", LIMIT]);
    if run == Run::Valgrind {
        command.args([
            "valgrind",
            "--quiet",
            "--error-exitcode=9",
            "--leak-check=full",
        ]);
        command.args([
            "--errors-for-leak-kinds=definite",
            "--show-leak-kinds=definite",
        ]);
        command.args(["--fair-sched=try", "--num-callers=30"]);
        let known = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/c/valgrind.supp");
        command.arg(format!("--suppressions={}", known.display()));
    }
    command.env("ASAN_OPTIONS", "detect_leaks=1:exitcode=9");
    command.env("UBSAN_OPTIONS", "print_stacktrace=1:exitcode=9");
    command.arg(program);
    command
}

/// The whole of what a program said, for a failing test.
pub fn describe(output: &Output) -> String {
    let mut text = format!(" ended with {}\n", output.status);
    for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        let bytes = String::from_utf8_lossy(bytes);
        let _ = writeln!(text, "--- {name}\n{bytes}");
    }
    text
}

/// Whether a tool is there. Under CI everything must be, so that no check is
/// left out unseen; `make test` names what is missing elsewhere.
pub fn have(tool: &str) -> bool {
    let there = Command::new(tool).arg("--version").output().is_ok();
    let ci = std::env::var_os("CI").is_some_and(|value| value == "true");
    assert!(
        there || !ci,
        "{tool} is missing, and nothing may be left out under CI"
    );
    if !there {
        eprintln!("LEFT OUT: what needs {tool}");
    }
    there
}

struct Library {
    /// Where the programs go, and below it shared/ with the library's links.
    folder: PathBuf,
    archive: PathBuf,
}

/// The library that cargo built along with this very test, so it is never an
/// old one, and no second cargo has to wait for the first one's lock.
fn library() -> &'static Library {
    static FOUND: OnceLock<Library> = OnceLock::new();
    FOUND.get_or_init(|| {
        let test = std::env::current_exe().expect("this test's path");
        let deps = test.parent().expect("its folder");
        let object = deps.join("libwininet.so");
        let archive = deps.join("libwininet.a");
        assert!(object.exists(), "no libwininet.so beside the test");
        assert!(archive.exists(), "no libwininet.a beside the test");

        let profile = if cfg!(debug_assertions) {
            "debug"
        } else {
            "release"
        };
        // Each test binary has its own: two may run at once.
        let name = format!("{}-{profile}", env!("CARGO_CRATE_NAME"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let shared = folder.join("shared");
        std::fs::create_dir_all(&shared).expect("a folder for the programs");
        for name in ["libwininet.so", "libwininet.so.0"] {
            // Of an earlier run, perhaps.
            let _ = std::fs::remove_file(shared.join(name));
            symlink(&object, shared.join(name)).expect("a link to the library");
        }
        Library { folder, archive }
    })
}
