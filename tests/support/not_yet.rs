//! The functions that are exported and not there yet.

use std::fs;
use std::path::Path;

/// Their names, as src/ffi/not_yet defines them.
pub fn names() -> Vec<String> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ffi/not_yet");
    let files = fs::read_dir(dir).expect("a directory");
    let texts = files.map(|file| fs::read_to_string(file.expect("a file").path()).expect("a text"));
    let functions = texts.flat_map(|text| {
        let functions = text.split("pub extern \"C\" fn ").skip(1);
        let names = functions.filter_map(|rest| rest.split('(').next());
        names.map(str::to_owned).collect::<Vec<_>>()
    });
    functions.collect()
}
