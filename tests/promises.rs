//! SECURITY.md and docs/robustness.md name a test for what they say: each is there.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What stands between backticks in the last cell of the tables' rows, under a column of that name.
fn tests_of(page: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(page)).expect(page);
    let mut is_inside = false;
    let mut names = Vec::new();
    for line in text.lines() {
        is_inside = (is_inside && line.starts_with('|')) || line.ends_with("| test |");
        let cell = line.trim_end_matches([' ', '|']).rsplit('|').next();
        let cell = cell.filter(|_| is_inside).unwrap_or_default();
        names.extend(cell.split('`').skip(1).step_by(2).map(str::to_owned));
    }
    assert!(names.len() > 20, "{page}: {names:?}");
    names
}

/// All of a test binary: its file, and those in its directory.
fn sources(name: &str) -> Vec<PathBuf> {
    let file = root().join("tests").join(format!("{name}.rs"));
    let inside = fs::read_dir(root().join("tests").join(name));
    let inside = inside
        .into_iter()
        .flatten()
        .map(|it| it.expect("one").path());
    inside.chain([file]).filter(|it| it.is_file()).collect()
}

/// A binary, a function or a module of one, or a module of the library's own tests.
fn is_there(name: &str) -> bool {
    if ["http::", "net::", "wininet::"]
        .iter()
        .any(|it| name.starts_with(it))
    {
        let module = name.trim_end_matches("::tests").replace("::", "/");
        let place = Path::new("src").join(module);
        return root().join(&place).is_dir() || root().join(place.with_extension("rs")).is_file();
    }
    // A program in C.
    if name.ends_with(".c") {
        return root().join("tests/c").join(name).is_file();
    }
    match name.split_once("::").or_else(|| name.split_once('/')) {
        None => {
            !sources(name).is_empty()
                || ["answers", "requests", "cookies", "challenges"].contains(&name)
        }
        Some((binary, inner)) => sources(binary).iter().any(|file| {
            let text = fs::read_to_string(file).expect("UTF-8");
            text.contains(&format!("fn {inner}(")) || file.file_stem().is_some_and(|it| it == inner)
        }),
    }
}

#[test]
fn what_is_promised_is_tested() {
    for page in ["SECURITY.md", "docs/robustness.md"] {
        for name in tests_of(page) {
            assert!(is_there(&name), "{page}: {name}");
        }
    }
}
