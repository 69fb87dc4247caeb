//! Reads the source text of the windows-sys crate, which Microsoft makes from its headers.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::tools::{repository, run};

/// A module's text, such as "Networking/WinInet".
pub fn module(name: &str) -> String {
    let path = root().join("src/Windows/Win32").join(name).join("mod.rs");
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Where cargo keeps the version that Cargo.toml asks for.
fn root() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--offline", "--format-version=1"]);
    let metadata = run(cargo.current_dir(repository()));
    let manifest = metadata
        .split("\"manifest_path\":\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|path| path.contains("/windows-sys-0.61."))
        .expect("windows-sys 0.61 among the dependencies");
    PathBuf::from(manifest).parent().unwrap().to_owned()
}

/// The integer constants of a module. Those with a type of their own are integers too.
pub fn constants(module: &str) -> BTreeMap<String, i64> {
    module.lines().filter_map(constant).collect()
}

fn constant(line: &str) -> Option<(String, i64)> {
    let (name, rest) = line.trim().strip_prefix("pub const ")?.split_once(": ")?;
    let (_, value) = rest.split_once(" = ")?;
    let digits = value.trim_end_matches(';');
    let digits = ["u16", "u32", "i32"]
        .iter()
        .find_map(|suffix| digits.strip_suffix(suffix))?;
    Some((name.to_owned(), digits.parse().ok()?))
}

/// A function's types as windows-sys writes them.
pub struct Prototype {
    pub parameters: Vec<String>,
    /// "c_void" for none.
    pub returns: String,
}

/// The functions of a module with their types.
pub fn prototypes(module: &str) -> BTreeMap<String, Prototype> {
    let lines = module.lines();
    let links = lines.filter_map(|line| line.strip_prefix("windows_link::link!("));
    links
        .filter_map(|link| {
            let (name, rest) = link.split_once(" fn ")?.1.split_once('(')?;
            let (parameters, returns) = rest.strip_suffix(");")?.rsplit_once(')')?;
            let parameters = parameters.split(',').filter_map(|it| it.split_once(" : "));
            let parameters = parameters.map(|(_, kind)| kind.replace(":: ", "::"));
            let prototype = Prototype {
                parameters: parameters.collect(),
                returns: returns.strip_prefix(" -> ").unwrap_or("c_void").to_owned(),
            };
            Some((name.to_owned(), prototype))
        })
        .collect()
}

/// The functions of a module with the names of their parameters, which are all in lower case.
pub fn functions(module: &str) -> BTreeMap<String, Vec<String>> {
    module
        .lines()
        .filter_map(|line| {
            let (_, function) = line
                .strip_prefix("windows_link::link!(")?
                .split_once(" fn ")?;
            let (name, rest) = function.split_once('(')?;
            let parameters = rest.split(" : ").map(|part| {
                let word = part.rsplit([',', ' ', '(']).next().unwrap_or_default();
                word.to_owned()
            });
            let mut parameters: Vec<String> = parameters.collect();
            parameters.pop();
            Some((name.to_owned(), parameters))
        })
        .collect()
}
