//! Builds a C or C++ program for Windows and runs it under Wine, on our wininet.dll or on Wine's own.
#![allow(dead_code)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use super::support::Place;

/// Which wininet.dll the program gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dll {
    Ours,
    /// Wine's own, for so many seconds: on it some programs are stuck.
    Wines(u32),
}

/// Whose wininet.h the program is compiled with, and whose import library it is linked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// That of mingw-w64, as programs for Windows are.
    Mingw,
    /// Ours, for what is not in the other one.
    Ours,
}

/// What a program said and how it ended.
pub struct Said {
    /// Lines end as on Linux.
    pub text: String,
    pub success: bool,
    /// All of it, for a failing test.
    pub all: String,
}

/// A program that is stuck is ended after so many seconds.
const LIMIT: u32 = 60;

/// Where `make windows` has put the library.
pub fn library() -> PathBuf {
    let place = env::var_os("WININET_DLL").expect("make test-windows says where wininet.dll is");
    let place = fs::canonicalize(place).expect("run `make windows` first");
    assert!(place.ends_with("wininet.dll"), "{}", place.display());
    place
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder of this test binary's own with our wininet.dll in it: programs that are put there find it.
pub fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let name = format!("windows-{}", env!("CARGO_CRATE_NAME"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).expect("a folder for the programs");
        fs::copy(library(), folder.join("wininet.dll")).expect("a copy of the library");
        folder
    })
}

/// Copies a program that somebody else has built to where it finds the library.
pub fn adopt(program: &Path) -> PathBuf {
    let copy = folder().join(program.file_name().expect("a name"));
    fs::copy(program, &copy).expect("a copy of the program");
    copy
}

/// Compiles a file of the repository; warnings are errors.
pub fn compile(source: &str, header: Header) -> PathBuf {
    let (compiler, standard) = match source.ends_with(".cpp") {
        true => ("x86_64-w64-mingw32-g++-posix", "-std=gnu++17"),
        false => ("x86_64-w64-mingw32-gcc", "-std=gnu11"),
    };
    let mut command = Command::new(compiler);
    command.args([standard, "-Wall", "-Wextra", "-Wpedantic", "-Werror"]);
    // printf as C99 has it, where msvcrt.dll has not.
    command.args(["-g", "-O1", "-static", "-D__USE_MINGW_ANSI_STDIO=1"]);
    build(command, &repository().join(source), header)
}

/// Compiles a C file that a test has made from our header, with warnings as they are by default.
pub fn compile_plain(source: &Path) -> PathBuf {
    let mut command = Command::new("x86_64-w64-mingw32-gcc");
    command.args([
        "-std=gnu11",
        "-Werror",
        "-D__USE_MINGW_ANSI_STDIO=1",
        "-static",
    ]);
    build(command, source, Header::Ours)
}

/// Ends a compiler's command with what every program needs.
pub fn build(mut command: Command, source: &Path, header: Header) -> PathBuf {
    let name = source.file_name().expect("a name").to_string_lossy();
    let program = folder().join(format!("{name}.exe"));
    if header == Header::Ours {
        command.arg("-I").arg(repository().join("include"));
    }
    command.arg(source).arg("-o").arg(&program);
    match header {
        Header::Ours => command.arg(library().with_file_name("libwininet.dll.a")),
        Header::Mingw => command.arg("-lwininet"),
    };
    command.args([
        "-lole32",
        "-loleaut32",
        "-lwbemuuid",
        "-lurlmon",
        "-lversion",
        "-lcrypt32",
        "-lpthread",
    ]);
    let built = command.output().expect("the compiler of mingw-w64");
    let complaints = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success(), "{source:?}\n{complaints}");
    program
}

/// Runs a program. The loader's own log must say that it got that library and no other.
pub fn run(program: &Path, dll: Dll, arguments: &[&str]) -> Said {
    run_with(program, dll, arguments, |command| command)
}

/// Runs a program with what `more` adds to the command.
pub fn run_with(
    program: &Path,
    dll: Dll,
    arguments: &[&str],
    more: impl FnOnce(&mut Command) -> &mut Command,
) -> Said {
    // Only native, only builtin: nothing falls back in silence.
    let (overrides, limit) = match dll {
        Dll::Ours => ("wininet=n", LIMIT),
        Dll::Wines(limit) => ("wininet=b", limit),
    };
    let mut command = Command::new("timeout");
    command.args(["--foreground", "--kill-after=5", &limit.to_string(), "wine"]);
    command.arg(program).args(arguments);
    wine(&mut command);
    command.env("WINEDLLOVERRIDES", overrides);
    command.env("WINEDEBUG", "-all,+loaddll");
    let said = Said::by(more(&mut command));
    assert_loaded(&said.all, dll);
    said
}

/// Runs a program that has nothing to do with wininet.dll.
pub fn run_alone(program: &Path) -> Said {
    let mut command = Command::new("timeout");
    command.args(["--foreground", "--kill-after=5", &LIMIT.to_string(), "wine"]);
    wine(command.arg(program));
    Said::by(command.env("WINEDEBUG", "-all"))
}

/// What every process of Wine gets: a prefix of the tests' own.
fn wine(command: &mut Command) {
    let prefix = prefix();
    command.env("WINEPREFIX", prefix);
    command.env_remove("DISPLAY");
    // The tests' own authority.
    if let Ok(file) = env::var("SSL_CERT_FILE") {
        command.env("SSL_CERT_FILE", format!("Z:{file}"));
    }
}

/// Made once for all tests of a target directory.
fn prefix() -> &'static Path {
    static PREFIX: OnceLock<PathBuf> = OnceLock::new();
    PREFIX.get_or_init(|| {
        let prefix = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wine");
        if !prefix.join("made").exists() {
            fs::create_dir_all(&prefix).expect("a folder for Wine");
            let mut boot = Command::new("wineboot");
            boot.arg("--init").env("WINEPREFIX", &prefix);
            boot.env("WINEDEBUG", "-all").env_remove("DISPLAY");
            // Nobody is to be asked whether to download Mono and Gecko.
            boot.env("WINEDLLOVERRIDES", "mscoree,mshtml,winemenubuilder.exe=");
            let made = boot.output().expect("wineboot");
            assert!(made.status.success(), "{made:?}");
            fs::write(prefix.join("made"), "").expect("a mark in the prefix");
        }
        // Wine's server takes two seconds to start, so it stays between programs, for fifteen.
        let mut server = Command::new("wineserver");
        server.arg("-p15").env("WINEPREFIX", &prefix);
        let started = server.stdout(Stdio::null()).stderr(Stdio::null()).status();
        assert!(started.is_ok(), "wineserver: {started:?}");
        prefix
    })
}

/// Where Wine's own DLLs are.
pub fn system_folder() -> PathBuf {
    prefix().join("drive_c/windows/system32")
}

/// The lines of +loaddll read `... Loaded L"C:\\...\\wininet.dll" at 0000: native`.
fn assert_loaded(log: &str, dll: Dll) {
    let word = match dll {
        Dll::Ours => ": native",
        Dll::Wines(_) => ": builtin",
    };
    let is_loading = |line: &&str| {
        line.contains("Loaded L") && line.to_ascii_lowercase().contains("\\wininet.dll\"")
    };
    let loaded: Vec<&str> = log.lines().filter(is_loading).collect();
    let is_right = !loaded.is_empty() && loaded.iter().all(|line| line.trim_end().ends_with(word));
    assert!(is_right, "{dll:?} was not loaded: {loaded:?}\n{log}");
}

impl Said {
    /// Files take what it says: the first program starts Wine's services, which would keep a pipe open
    /// for as long as there are others.
    fn by(command: &mut Command) -> Self {
        let place = Place::new();
        let file = |name| fs::File::create(place.join(name)).expect("a file for what it says");
        command.stdout(file("stdout")).stderr(file("stderr"));
        let status = command.status().expect("timeout and wine");
        let read = |name| String::from_utf8_lossy(&place.read(name)).replace("\r\n", "\n");
        let text = read("stdout");
        let all = format!("ended with {status}\n{text}--- stderr\n{}", read("stderr"));
        Self {
            text,
            success: status.success(),
            all,
        }
    }
}
