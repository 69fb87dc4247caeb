//! The layers of design.md: who may import whom, and where unsafe code has its
//! place. The sources are read as text, without their tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each module may import of ours.
const TABLE: [(&str, &[&str]); 7] = [
    ("abi", &[]),
    ("notify", &[]),
    ("http", &[]),
    ("net", &["http"]),
    ("wininet", &["net", "http", "notify", "abi"]),
    ("wbem", &["notify", "abi"]),
    ("ffi", &["abi", "notify", "http", "net", "wininet", "wbem"]),
];

/// A source file: its place among the modules, and its code.
struct Source {
    path: PathBuf,
    /// From the top down, as `["net", "transfer", "body"]`; empty for lib.rs.
    module: Vec<String>,
    code: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root(), &mut found);
    assert!(found.len() > 40, "only {} files", found.len());
    found
}

fn collect(dir: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(dir).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
            continue;
        }
        let inner = path
            .strip_prefix(root())
            .expect("below src")
            .with_extension("");
        let parts = inner.iter().map(|it| it.to_string_lossy().into_owned());
        let mut module: Vec<String> = parts.collect();
        let is_test = module.iter().any(|it| it == "tests");
        if is_test || path.extension().is_none_or(|it| it != "rs") {
            continue;
        }
        if ["lib", "mod"].contains(&module[module.len() - 1].as_str()) {
            module.pop();
        }
        let text = fs::read_to_string(&path).expect("a source");
        let code = without_tests(&without_comments(&text));
        found.push(Source { path, module, code });
    }
}

/// Comments, strings and characters become spaces; line breaks stay.
fn without_comments(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            '"' => quoted(rest, '"'),
            // Not a lifetime: a quoted character, perhaps escaped.
            '\'' if rest[1..].starts_with('\\') => quoted(rest, '\''),
            '\'' if rest.chars().nth(2) == Some('\'') => {
                rest.char_indices().nth(2).map_or(1, |(at, _)| at + 1)
            }
            _ => 0,
        };
        if length == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            let blank = |char| if char == '\n' { '\n' } else { ' ' };
            code.extend(rest[..length].chars().map(blank));
            rest = &rest[length..];
        }
    }
    code
}

/// The length of what stands between quotation marks, with them.
fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = true;
    for (at, char) in text.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            char if char == mark => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Leaves out modules that are compiled for tests only.
fn without_tests(code: &str) -> String {
    let mut kept = String::new();
    let mut rest = code;
    while let Some(at) = rest.find("#[cfg(test)]") {
        kept += &rest[..at];
        rest = &rest[at..];
        let end = match (rest.find('{'), rest.find(';')) {
            (Some(open), Some(end)) if end < open => end + 1,
            (Some(open), _) => open + balanced(&rest[open..]),
            (None, end) => end.map_or(rest.len(), |end| end + 1),
        };
        rest = &rest[end..];
    }
    kept + rest
}

/// The length of a block, from its brace to the one that closes it.
fn balanced(text: &str) -> usize {
    let mut depth = 0;
    for (at, char) in text.char_indices() {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// The places where `word` stands by itself.
fn places<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |&at| {
            let before = code[..at].chars().next_back();
            let after = code[at + word.len()..].chars().next();
            !before.is_some_and(is_word) && !after.is_some_and(is_word)
        })
}

/// The top modules that the code names, by `crate::` or by enough `super::`.
fn imports(source: &Source) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for word in ["crate", "super"] {
        for at in places(&source.code, word) {
            // The rest of a chain is seen from its beginning.
            if !source.code[..at].trim_end().ends_with("::") {
                name(&source.code[at..], source.module.len(), &mut found);
            }
        }
    }
    found
}

/// Notes what a path names if it stands in the root: `depth` modules above are
/// left before that.
fn name(path: &str, depth: usize, found: &mut BTreeSet<String>) {
    let path = path.trim_start();
    if path.starts_with('{') {
        for one in elements(&path[1..balanced(path) - 1]) {
            name(one, depth, found);
        }
        return;
    }
    let end = path.find(|char| !is_word(char)).unwrap_or(path.len());
    let (head, rest) = path.split_at(end);
    let depth = match head {
        "crate" => 0,
        "super" => depth.saturating_sub(1),
        head if depth == 0 && !head.is_empty() => {
            found.insert(head.to_owned());
            return;
        }
        _ => return,
    };
    if let Some(rest) = rest.trim_start().strip_prefix("::") {
        name(rest, depth, found);
    }
}

/// What commas part, but for those within braces.
fn elements(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = list.split(|char| {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        char == ',' && depth == 0
    });
    parts.collect()
}

#[test]
fn modules_import_what_the_table_allows() {
    let table: BTreeMap<&str, &[&str]> = TABLE.into_iter().collect();
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for source in sources() {
        let Some(top) = source.module.first() else {
            continue;
        };
        let allowed = table.get(top.as_str());
        let allowed = allowed.unwrap_or_else(|| panic!("{top} is not in the table"));
        for import in imports(&source) {
            if import == *top {
                continue;
            }
            if !allowed.contains(&import.as_str()) {
                faults.push(format!("{} imports {import}", source.path.display()));
            }
            seen.insert((top.clone(), import));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    // The scan sees what there is: these imports are what the layers are for.
    for (top, import) in [("ffi", "wininet"), ("wininet", "net"), ("net", "http")] {
        assert!(
            seen.contains(&(top.to_owned(), import.to_owned())),
            "{seen:?}"
        );
    }
}

/// lib.rs only says which modules there are, and which inner one the fuzzer sees.
#[test]
fn the_root_has_no_code() {
    let lib = sources().into_iter().find(|it| it.module.is_empty());
    let code = lib.expect("lib.rs").code;
    for line in code.lines().map(str::trim).filter(|it| !it.is_empty()) {
        let is_module = places(line, "mod").next().is_some() || line == "pub use wbem::wql;";
        let is_module = is_module && line.ends_with(';');
        assert!(is_module || line.starts_with("#["), "{line}");
    }
}

/// Unsafe code stands in ffi; abi names the types of unsafe functions.
#[test]
fn unsafe_code_stands_in_ffi_alone() {
    let mut in_ffi = 0;
    for source in sources() {
        let is_ffi = source.module.first().is_some_and(|it| it == "ffi");
        for at in places(&source.code, "unsafe") {
            in_ffi += usize::from(is_ffi);
            let after = source.code[at + "unsafe".len()..].trim_start();
            let is_type =
                source.module.first().is_some_and(|it| it == "abi") && after.starts_with("extern");
            let line = source.code[..at].lines().count();
            assert!(is_ffi || is_type, "{}:{line}", source.path.display());
        }
        let allows = places(&source.code, "unsafe_code").count();
        let is_root = source.module.is_empty();
        assert_eq!(allows, usize::from(is_root), "{}", source.path.display());
    }
    assert!(in_ffi > 50, "only {in_ffi} found");
}

/// What C sees is exported by ffi alone.
#[test]
fn exports_stand_in_ffi_alone() {
    for source in sources() {
        let exports = places(&source.code, "no_mangle").count();
        let is_ffi = source.module.first().is_some_and(|it| it == "ffi");
        assert!(is_ffi || exports == 0, "{}", source.path.display());
    }
}

/// The scan finds every way to name a module, and is not fooled by text.
#[test]
fn the_scan_finds_imports() {
    let source = |module: &[&str], text: &str| Source {
        path: PathBuf::new(),
        module: module.iter().map(|&it| it.to_owned()).collect(),
        code: without_tests(&without_comments(text)),
    };
    let found = |module: &[&str], text: &str| -> Vec<String> {
        imports(&source(module, text)).into_iter().collect()
    };
    let here = ["net", "pool"];
    assert_eq!(found(&here, "use crate::ffi::x;"), ["ffi"]);
    assert_eq!(
        found(&here, "use crate::{abi::{A, B}, ffi, http::X};"),
        ["abi", "ffi", "http"]
    );
    assert_eq!(
        found(&here, "fn f() { crate :: wininet::close() }"),
        ["wininet"]
    );
    assert_eq!(found(&here, "pub(crate) use super::socket;"), [""; 0]);
    assert_eq!(found(&here, "use super::super::ffi::x;"), ["ffi"]);
    assert_eq!(found(&here, "use super::{socket, super::ffi};"), ["ffi"]);
    assert_eq!(
        found(&here, "use super::{socket, super::{ffi, abi::X}};"),
        ["abi", "ffi"]
    );
    assert_eq!(found(&["net"], "use super::ffi::x;"), ["ffi"]);
    let text = "// crate::ffi\n/* crate::abi */ let a = \"crate::wininet\"; let b = '\"';";
    assert_eq!(found(&here, text), [""; 0]);
    let text = "let a = '\\''; use crate::http; let b: &'static str = \"\\\"\";";
    assert_eq!(found(&here, text), ["http"]);
    let text = "#[cfg(test)]\nmod tests { use crate::ffi; fn f() {} } use crate::http;";
    assert_eq!(found(&here, text), ["http"]);
    let text = "#[cfg(test)]\nmod tests;\nuse crate::http;";
    assert_eq!(found(&here, text), ["http"]);
}
