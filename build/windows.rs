//! What wininet.dll has beside its code: ordinals, a version and the texts of the error codes.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Names;

/// Says how the DLL is linked.
pub fn link() {
    for input in ["exports-windows.txt", "src/wininet/texts.rs"] {
        println!("cargo:rerun-if-changed={input}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let definition = out.join("ordinals.def");
    write(&definition, &ordinals());
    let resources = resources(&out);
    for argument in [definition, resources] {
        println!("cargo:rustc-cdylib-link-arg={}", argument.display());
    }
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// A definition file of the functions whose ordinals are known.
fn ordinals() -> String {
    let mut text = "EXPORTS\n".to_owned();
    for line in read("exports-windows.txt").lines() {
        if line.contains('@') {
            text += &format!("    {line}\n");
        }
    }
    text
}

/// An object file with the message table, which FormatMessage reads, and the version.
fn resources(out: &Path) -> PathBuf {
    write(&out.join("messages.mc"), &messages());
    let mut compiler = Command::new("x86_64-w64-mingw32-windmc");
    run(compiler.current_dir(out).arg("messages.mc"));
    // windmc has written messages.rc, which names the table that lies beside it.
    let script = out.join("messages.rc");
    let table = fs::read_to_string(&script).expect("what windmc has written");
    write(&script, &format!("{}\n{table}", version()));
    let object = out.join("resources.o");
    let mut compiler = Command::new("x86_64-w64-mingw32-windres");
    run(compiler
        .current_dir(out)
        .args(["messages.rc", "-o", "resources.o"]));
    object
}

fn run(command: &mut Command) {
    let ended = command.status();
    let is_done = ended.as_ref().is_ok_and(|status| status.success());
    assert!(is_done, "{command:?}, of Debian's binutils: {ended:?}");
}

/// The source of the message table: the texts of the 12xxx codes in src/wininet/texts.rs.
fn messages() -> String {
    let names = Names::of(&[PathBuf::from("src/abi/errors.rs")]);
    let texts = read("src/wininet/texts.rs");
    let mut out = "LanguageNames=(English=0x409:MSG00409)\n".to_owned();
    for line in texts.lines() {
        let entry = line.trim().strip_suffix("\",");
        let Some((name, text)) = entry.and_then(|entry| entry.split_once(": \"")) else {
            continue;
        };
        if let Some(code) = names.value(name).filter(|code| code.len() == 5) {
            out += &format!("MessageId={code}\nLanguage=English\n{text}\n.\n");
        }
    }
    out
}

fn version() -> String {
    let version = env::var("CARGO_PKG_VERSION").expect("cargo sets it");
    let numbers = version.replace('.', ",");
    format!(
        "1 VERSIONINFO
FILEVERSION {numbers},0
PRODUCTVERSION {numbers},0
FILEOS 0x40004
FILETYPE 2
BEGIN
  BLOCK \"StringFileInfo\"
  BEGIN
    BLOCK \"040904b0\"
    BEGIN
      VALUE \"FileDescription\", \"The WinINet API of libwininet\"
      VALUE \"FileVersion\", \"{version}\"
      VALUE \"InternalName\", \"wininet\"
      VALUE \"OriginalFilename\", \"wininet.dll\"
      VALUE \"ProductName\", \"libwininet\"
      VALUE \"ProductVersion\", \"{version}\"
    END
  END
  BLOCK \"VarFileInfo\"
  BEGIN
    VALUE \"Translation\", 0x409, 1200
  END
END
"
    )
}
