//! Compilers, files and directories.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn include_dir() -> PathBuf {
    repository().join("include")
}

/// An empty directory of this test's own, removed when the test passes.
pub struct Scratch(PathBuf);

pub fn scratch(name: &str) -> Scratch {
    let name = format!("header-{name}-{}", std::process::id());
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&dir).unwrap();
    Scratch(dir)
}

impl Scratch {
    pub fn join(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}

/// Runs a command that must succeed, and gives what it printed.
pub fn run(command: &mut Command) -> String {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .output()
        .unwrap_or_else(|e| panic!("{command:?}: {e}"));
    assert!(
        status.success(),
        "{command:?}: {status}\n{}{}",
        String::from_utf8_lossy(&stdout),
        String::from_utf8_lossy(&stderr),
    );
    String::from_utf8(stdout).unwrap()
}

pub struct Compiler {
    pub name: &'static str,
    language: &'static str,
    pub standards: &'static [&'static str],
}

const C: &[&str] = &["c99", "c11"];
const CXX: &[&str] = &["c++11", "c++17"];

/// gcc, which there must be, and clang where it is installed.
pub fn compilers() -> impl Iterator<Item = Compiler> {
    [
        ("gcc", "c", C),
        ("g++", "c++", CXX),
        ("clang", "c", C),
        ("clang++", "c++", CXX),
    ]
    .into_iter()
    .filter(|(name, ..)| {
        let there = !name.starts_with("clang") || is_installed(name);
        if !there {
            println!("left out: {name} is not installed");
        }
        there
    })
    .map(|(name, language, standards)| Compiler {
        name,
        language,
        standards,
    })
}

impl Compiler {
    /// The compiler with every warning an error, and the include path of a ported program.
    pub fn strict(&self, standard: &str) -> Command {
        let mut command = Command::new(self.name);
        command
            .args(["-x", self.language, &format!("-std={standard}")])
            .args(["-Wall", "-Wextra", "-Wpedantic", "-Werror"])
            .arg("-I")
            .arg(include_dir())
            .arg("-I")
            .arg(include_dir().join("posix"));
        command
    }
}

pub fn is_installed(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|dir| dir.join(program).is_file())
}

/// Compiles a C program that prints something about the header, and gives what it prints. One -I
/// is enough for that.
pub fn print_from_c(test: &str, body: &str) -> String {
    let dir = scratch(test);
    let source = dir.join("print.c");
    let program = dir.join("print");
    let text = format!(
        "#include \"wininet.h\"\n#include <stdio.h>\n\nint main(void)\n{{\n{body}    return 0;\n}}\n"
    );
    fs::write(&source, text).unwrap();
    let mut command = Command::new("gcc");
    command.arg("-std=c11").arg("-I").arg(include_dir());
    run(command.arg(source).arg("-o").arg(&program));
    run(&mut Command::new(program))
}

/// What differs must be in a list of tests/header, and what is there must differ.
pub fn compare_with_list(found: &BTreeSet<String>, file: &str) {
    let path = repository().join("tests/header").join(file);
    let list = fs::read_to_string(path).unwrap();
    let mut unlisted = found.clone();
    for line in list
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let (entry, reason) = line.split_once(": ").unwrap_or((line, ""));
        assert!(!reason.is_empty(), "no reason: {line}");
        let before = unlisted.len();
        match entry.strip_suffix('*') {
            Some(prefix) => unlisted.retain(|difference| !difference.starts_with(prefix)),
            None => unlisted.retain(|difference| difference != entry),
        }
        assert!(unlisted.len() < before, "no longer a difference: {line}");
    }
    assert!(unlisted.is_empty(), "not in {file}: {unlisted:#?}");
}
