//! What the library is made of: licences that go with ours, crates from crates.io with their checksums, and no crate
//! twice. The lists are those of deny.toml.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(path).expect(name)
}

/// The strings of a list of deny.toml, which begins with that line.
fn list(begin: &str) -> Vec<String> {
    let text = read("deny.toml");
    let (_, behind) = text.split_once(begin).expect(begin);
    let (inside, _) = behind.split_once(']').expect("its end");
    let words = inside.split('"').skip(1).step_by(2);
    words.map(str::to_owned).collect()
}

/// Each crate with its version and its licence, of the library and of what builds it.
fn crates() -> Vec<(String, String, String)> {
    let told = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tree", "--locked", "--offline", "--edges", "normal,build"])
        .args(["--prefix", "none", "--no-dedupe", "--format", "{p} {l}"])
        .output()
        .expect("cargo tree");
    let complaint = String::from_utf8_lossy(&told.stderr);
    assert!(told.status.success(), "{complaint}");
    let text = String::from_utf8(told.stdout).expect("UTF-8");
    let mut all: Vec<_> = text.lines().filter_map(parts).collect();
    all.sort();
    all.dedup();
    assert!(all.len() > 50, "only {}", all.len());
    all
}

/// "name v1.2.3 (proc-macro) licence"; not ours, which names its directory.
fn parts(line: &str) -> Option<(String, String, String)> {
    let line = line.replace(" (proc-macro)", "");
    let mut words = line.splitn(3, ' ').map(str::to_owned);
    let (name, version) = (words.next()?, words.next()?);
    (name != "wininet").then(|| (name, version, words.next().unwrap_or_default()))
}

/// One of each alternative is on the list. Parentheses stand around alternatives alone.
fn goes(licence: &str, allowed: &[String]) -> bool {
    let plain = licence.replace(['(', ')'], "").replace('/', " OR ");
    let is_known = |it: &str| allowed.iter().any(|one| one == it.trim());
    let mut parts = plain.split(" AND ");
    !plain.is_empty() && parts.all(|part| part.split(" OR ").any(is_known))
}

#[test]
fn licences() {
    let allowed = list("\nallow = [");
    let exception = list("crate = \"cbindgen\"\nallow = [");
    for (name, version, licence) in crates() {
        let is_builder = name == "cbindgen" && goes(&licence, &exception);
        let is_ours = goes(&licence, &allowed);
        assert!(is_ours || is_builder, "{name} {version}: {licence:?}");
    }
}

#[test]
fn no_crate_twice() {
    let skipped = list("skip = [");
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, version, _) in crates() {
        versions.entry(name).or_default().push(version);
    }
    for (name, versions) in versions {
        let is_known = skipped.contains(&name);
        assert!(versions.len() == 1 || is_known, "{name}: {versions:?}");
    }
}

/// Nobody else's registry, no repository, and nothing whose bytes may change.
#[test]
fn sources() {
    let registry = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    for lock in ["Cargo.lock", "fuzz/Cargo.lock"] {
        let text = read(lock);
        for package in text.split("[[package]]").skip(1) {
            if package.contains("name = \"wininet") {
                continue;
            }
            assert!(package.contains(registry), "{lock}: {package}");
            assert!(package.contains("checksum = \""), "{lock}: {package}");
        }
    }
}
