//! The C program that calls every function with bad arguments, and what it prints.

use std::fmt::Write;

use super::header::{Function, Functions};

const DRIVER: &str = include_str!("driver.c");

/// One call.
#[derive(Debug)]
pub struct Call {
    pub function: String,
    /// What the pointers were, and where they mattered the handle and the numbers.
    pub how: String,
    pub handle: String,
    pub result: u64,
    pub error: u32,
}

pub fn write(functions: &Functions) -> String {
    let mut text = DRIVER.to_owned();
    let mut table = String::new();
    for (name, function) in functions {
        let arguments: Vec<String> = function
            .parameters
            .iter()
            .enumerate()
            .map(|(i, kind)| argument(i, kind))
            .collect();
        let call = format!("{name}({})", arguments.join(", "));
        let call = match function.returns.as_str() {
            "void" => format!("{call};\n    return 0;"),
            _ => format!("return (uintptr_t){call};"),
        };
        writeln!(
            text,
            "\nstatic uintptr_t call_{name}(const uintptr_t *a)\n{{\n    (void)a;\n    {call}\n}}"
        )
        .unwrap();
        let kinds = kinds(function);
        writeln!(table, "        {{\"{name}\", \"{kinds}\", call_{name}}},").unwrap();
    }
    write!(
        text,
        "\nint main(int argc, char **argv)\n{{\n    static const struct function table[] = {{\n{table}    }};
    return try_all(table, sizeof table / sizeof *table, argc, argv);\n}}\n"
    )
    .unwrap();
    text
}

fn argument(i: usize, kind: &str) -> String {
    match kind {
        "FILETIME" => "some_time".to_owned(),
        _ => format!("({kind})a[{i}]"),
    }
}

/// One letter for each parameter: h a handle, s a string, d a DWORD behind a pointer, p another pointer, c
/// what is always NULL, n a number.
fn kinds(function: &Function) -> String {
    let kind = |kind: &String| match kind.as_str() {
        "HINTERNET" | "HANDLE" => 'h',
        "INTERNET_STATUS_CALLBACK" | "GOPHER_ATTRIBUTE_ENUMERATOR" => 'c',
        "LPCSTR" | "LPSTR" | "LPCWSTR" | "LPWSTR" => 's',
        "LPDWORD" => 'd',
        it if it.starts_with("LP") || it.starts_with("PLONG") || it.starts_with("PINTERNET") => 'p',
        it if it.ends_with('*') => 'p',
        _ => 'n',
    };
    function.parameters.iter().map(kind).collect()
}

/// Reads what the program printed: lines of a name, how, handle, result and last error.
pub fn read(printed: &str) -> Vec<Call> {
    let call = |line: &str| -> Option<Call> {
        let words: Vec<&str> = line.split(' ').collect();
        let [function, how, handle, result, error] = words[..] else {
            return None;
        };
        Some(Call {
            function: function.to_owned(),
            how: how.to_owned(),
            handle: handle.to_owned(),
            result: result.parse().ok()?,
            error: error.parse().ok()?,
        })
    };
    let read = |line: &str| call(line).unwrap_or_else(|| panic!("it ended in: {line}"));
    printed.lines().map(read).collect()
}
