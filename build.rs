//! Writes the C headers from src/abi and src/ffi, and says how the shared library is linked.
//!
//! The headers are made in OUT_DIR by every build; tests/header.rs compares them with those in
//! include/. WININET_UPDATE_HEADER=1 in the environment writes include/ anew.

#[path = "build/com.rs"]
mod com;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/windows.rs"]
mod windows;

fn main() {
    for input in ["build.rs", "build", "cbindgen.toml", "src/abi", "src/ffi"] {
        println!("cargo:rerun-if-changed={input}");
    }
    println!("cargo:rerun-if-env-changed=WININET_UPDATE_HEADER");
    publish("wininet.h", "WININET_GENERATED_HEADER", wininet_h());
    publish(
        "posix/winerror.h",
        "WININET_GENERATED_WINERROR",
        winerror_h(),
    );
    publish(
        "wbemcli.h",
        "WININET_GENERATED_WBEMCLI",
        Ok(com::wbemcli_h()),
    );
    publish(
        "posix/objidl.h",
        "WININET_GENERATED_OBJIDL",
        Ok(com::objidl_h()),
    );
    let system = env::var("CARGO_CFG_TARGET_OS");
    if system.as_ref().is_ok_and(|it| it == "windows") {
        windows::link();
    }
    if system.is_ok_and(|it| it == "linux") {
        // The library owns threads, so dlclose must not unmap it.
        for argument in [
            "-Wl,-soname,libwininet.so.0",
            "-Wl,-z,nodelete",
            "-Wl,-z,relro",
            "-Wl,-z,now",
        ] {
            println!("cargo:rustc-cdylib-link-arg={argument}");
        }
    }
}

/// Puts a header where the tests find it, and into include/ if that is asked for.
fn publish(name: &str, variable: &str, header: Result<String, cbindgen::Error>) {
    let update = env::var("WININET_UPDATE_HEADER").is_ok_and(|v| v == "1");
    let text = match header {
        Ok(text) => text,
        Err(error) if update => panic!("{name}: {error}"),
        // What does not parse is better reported by rustc, which does not run if this fails.
        Err(error) => {
            println!("cargo:warning={name}: {error}");
            String::new()
        }
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let generated = out.join(Path::new(name).file_name().expect("a header has a name"));
    write_if_new(&generated, &text);
    println!("cargo:rustc-env={variable}={}", generated.display());
    if update {
        let committed = Path::new("include").join(name);
        println!("cargo:rerun-if-changed={}", committed.display());
        write_if_new(&committed, &text);
    }
}

/// Leaves the time stamp of a file alone that has the right text already.
fn write_if_new(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::write(path, text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}

fn wininet_h() -> Result<String, cbindgen::Error> {
    // types.rs is left out: its names come from windows.h.
    let mut sources = rust_files("src/abi", &["mod.rs", "types.rs", "winerror.rs"]);
    let names = Names::of(&sources);
    sources.extend(rust_files("src/ffi", &["mod.rs"]));
    let mut config = cbindgen::Config::from_file("cbindgen.toml").expect("cbindgen.toml");
    // Without this cbindgen drops every type that no function mentions.
    config.export.include.clone_from(&names.types);
    let mut functions = Vec::new();
    let mut text = finish(&generate(config, &sources)?, &names, &mut functions);
    // Strings, and macros with parameters.
    text += "\n";
    text += &fs::read_to_string("src/abi/macros.h").expect("src/abi/macros.h");
    text += &unicode_switch(&functions, &names.types);
    Ok(text + "\n#ifdef __cplusplus\n}\n#endif\n\n#endif /* _WININET_ */\n")
}

fn winerror_h() -> Result<String, cbindgen::Error> {
    let sources = [PathBuf::from("src/abi/winerror.rs")];
    let mut config = cbindgen::Config::from_file("cbindgen.toml").expect("cbindgen.toml");
    config.header = Some(
        "/* winerror.h: error codes of the system. Written by cbindgen from src/abi/winerror.rs. */\n\
         #ifndef _WINERROR_\n#define _WINERROR_"
            .into(),
    );
    let text = finish(
        &generate(config, &sources)?,
        &Names::of(&sources),
        &mut Vec::new(),
    );
    Ok(text + "\n#endif /* _WINERROR_ */\n")
}

fn generate(config: cbindgen::Config, sources: &[PathBuf]) -> Result<String, cbindgen::Error> {
    let mut builder = cbindgen::Builder::new().with_config(config);
    for source in sources {
        builder = builder.with_src(source);
    }
    let mut text = Vec::new();
    builder.generate()?.write(&mut text);
    Ok(String::from_utf8(text).expect("cbindgen writes UTF-8"))
}

/// The .rs files below a directory, in a fixed order.
fn rust_files(dir: &str, except: &[&str]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let entries = fs::read_dir(dir).unwrap_or_else(|e| panic!("{dir}: {e}"));
    for entry in entries {
        let path = entry.unwrap_or_else(|e| panic!("{dir}: {e}")).path();
        if path.is_dir() && !path.ends_with("wbem") {
            files.extend(rust_files(&path.to_string_lossy(), except));
        } else if path.extension().is_some_and(|e| e == "rs")
            && !except.iter().any(|name| path.ends_with(name))
        {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// What cbindgen does not hand on: how numbers are written, and comments that head a group.
#[derive(Default)]
struct Names {
    types: Vec<String>,
    literals: HashMap<String, String>,
    groups: HashMap<String, String>,
}

impl Names {
    fn of(sources: &[PathBuf]) -> Names {
        let mut names = Names::default();
        for source in sources {
            let text =
                fs::read_to_string(source).unwrap_or_else(|e| panic!("{}: {e}", source.display()));
            names.read(&text);
        }
        names
    }

    /// The number behind the name of a constant, as it is written.
    fn value(&self, name: &str) -> Option<&str> {
        self.literals.get(name).map(String::as_str)
    }

    fn read(&mut self, text: &str) {
        let mut group = None;
        for line in text.lines() {
            let Some(item) = line.strip_prefix("pub ") else {
                if let Some(comment) = line.strip_prefix("// ") {
                    group = Some(comment.to_owned());
                }
                continue;
            };
            let (kind, rest) = item.split_once(' ').unwrap_or((item, ""));
            let name = identifier(rest).to_owned();
            match kind {
                "struct" | "union" | "type" => self.types.push(name),
                "const" => {
                    let value = rest.split_once("= ").map_or("", |(_, value)| value);
                    let literal = value.trim_end_matches(';').replace('_', "");
                    self.groups
                        .extend(group.take().map(|group| (name.clone(), group)));
                    self.literals.insert(name, literal);
                }
                _ => {}
            }
        }
    }
}

/// The last field of INTERNET_CACHE_ENTRY_INFO. In C it is a union without a name, and Rust has none.
const NUMBER_OF_TWO_NAMES: &str = "    DWORD dwExemptDelta;\n";
const TWO_NAMES: &str = "    WININET_UNION {
        DWORD dwReserved;
        DWORD dwExemptDelta;
    };\n";

/// The identifier that a text begins with.
fn identifier(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    &text[..end.unwrap_or(text.len())]
}

/// Makes cbindgen's text look like wininet.h: short comments on one line, flags in hexadecimal,
/// constants in groups, functions with their decorations. Collects the names of the functions.
fn finish(text: &str, names: &Names, functions: &mut Vec<String>) -> String {
    let mut out = String::new();
    let mut after_constant = false;
    for block in text.trim().split("\n\n") {
        let block = shorten_comments(block.trim_start());
        let code_at = block.rfind("*/\n").map_or(0, |at| at + 3);
        let (comment, code) = block.split_at(code_at);
        let constant = code
            .strip_prefix("#define ")
            .map(identifier)
            .and_then(|name| names.literals.get_key_value(name));
        if let Some((name, literal)) = constant {
            let group = names.groups.get(name);
            if group.is_some() || !after_constant {
                out.push('\n');
            }
            if let Some(group) = group {
                out += &format!("/* {group} */\n");
            }
            out += comment;
            if literal.starts_with('-') {
                out += &format!("#define {name} ({literal})\n");
            } else {
                out += &format!("#define {name} {literal}\n");
            }
        } else {
            if !out.is_empty() {
                out.push('\n');
            }
            if let Some(prototype) = code.strip_prefix("@API ") {
                out += comment;
                out += &wrap(&decorate(prototype, functions));
            } else if let Some((before, after)) = code.split_once(NUMBER_OF_TWO_NAMES) {
                out += &format!("{comment}{before}{TWO_NAMES}{after}");
            } else if code.starts_with("typedef struct") && code.contains("(*") {
                out += &block.replace("(*", "(CALLBACK *");
            } else if code.starts_with("typedef") && code.contains("(*") {
                out += comment;
                out += &wrap(&code.replace("(*", "(CALLBACK *"));
            } else {
                out += &block;
            }
            out.push('\n');
        }
        after_constant = constant.is_some();
    }
    out
}

/// Puts a comment of one line on one line.
fn shorten_comments(block: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in block.lines() {
        if line.trim() == "*/" && lines.len() >= 2 {
            let opening = &lines[lines.len() - 2];
            if opening.trim() == "/**" {
                let indent = &opening[..opening.len() - "/**".len()];
                let sentence = lines[lines.len() - 1].trim().trim_start_matches("* ");
                let short = format!("{indent}/** {sentence} */");
                lines.truncate(lines.len() - 2);
                lines.push(short);
                continue;
            }
        }
        lines.push(line.to_owned());
    }
    lines.join("\n")
}

/// Writes a prototype as wininet.h does.
fn decorate(prototype: &str, functions: &mut Vec<String>) -> String {
    let (head, arguments) = prototype.split_once('(').expect("a prototype");
    let (result, name) = head.rsplit_once(' ').expect("a result and a name");
    functions.push(name.to_owned());
    match result {
        "BOOL" => format!("BOOLAPI {name}({arguments}"),
        _ => format!("INTERNETAPI_({result}) {name}({arguments}"),
    }
}

/// Breaks a declaration into lines of at most 100 columns.
fn wrap(declaration: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for (i, argument) in declaration.split(", ").enumerate() {
        if i > 0 && column + argument.len() + 2 > 100 {
            out += ",\n    ";
            column = 4;
        } else if i > 0 {
            out += ", ";
            column += 2;
        }
        out += argument;
        column += argument.len();
    }
    out
}

/// The names without A and W, for every pair there is.
fn unicode_switch(functions: &[String], types: &[String]) -> String {
    let mut sides = [String::new(), String::new()];
    for (names, is_type) in [(functions, false), (types, true)] {
        let declared = |name: String| names.contains(&name);
        for base in names.iter().filter_map(|name| name.strip_suffix('W')) {
            if !declared(format!("{base}A")) {
                continue;
            }
            for (side, letter) in sides.iter_mut().zip(['W', 'A']) {
                if is_type {
                    *side += &format!("typedef {base}{letter} {base};\n");
                } else if letter == 'W' || !declared(base.to_owned()) {
                    // InternetSetStatusCallback is a function of its own.
                    *side += &format!("#define {base} {base}{letter}\n");
                }
            }
        }
    }
    let [wide, narrow] = sides;
    format!("\n#ifdef UNICODE\n{wide}#else\n{narrow}#endif\n")
}
