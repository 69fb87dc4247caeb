//! windows.h and the headers of the C++ library, in both orders, by each standard that the compilers
//! have. Those headers have parameters whose names are annotations of Microsoft's.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::{describe, shared_library};

const ALWAYS: &[&str] = &[
    "algorithm",
    "string",
    "map",
    "thread",
    "regex",
    "iostream",
    "fstream",
    "sstream",
    "memory",
    "functional",
    "random",
    "chrono",
    "future",
    "mutex",
    "condition_variable",
    "locale",
    "tuple",
    "vector",
    "unordered_map",
    "numeric",
    "iterator",
    "codecvt",
    "cstdio",
    "cwchar",
    "cinttypes",
];
const FROM_17: &[&str] = &[
    "filesystem",
    "optional",
    "variant",
    "any",
    "charconv",
    "string_view",
];
const FROM_20: &[&str] = &["ranges", "span", "concepts", "numbers", "barrier", "latch"];

/// Uses what the names would break, and the annotations themselves.
const PROGRAM: &str = r#"
DWORD annotated(__in DWORD number, __out LPDWORD result, __inout_opt LPDWORD other,
    __in_ecount(number) LPCSTR text, _In_ DWORD more, _Out_writes_(more) LPSTR buffer);
int main()
{
    std::vector<int> numbers{3, 1, 2};
    std::sort(numbers.begin(), numbers.end());
    std::map<std::string, int> map{{"a", 1}};
    std::cout << std::regex_replace(std::string("abc"), std::regex("b"), "x") << map["a"] << '\n';
    std::thread([] {}).join();
    std::printf("%lu\n", DWORD{1});
    return numbers.front() - 1;
}
"#;

#[test]
fn headers_of_cpp_may_come_before_and_after() {
    let clang = Command::new("clang++").arg("--version").output().is_ok();
    for compiler in ["g++", "clang++"] {
        if compiler == "clang++" && !clang {
            continue;
        }
        for (standard, years) in [("c++11", 11), ("c++14", 14), ("c++17", 17), ("c++20", 20)] {
            let mut headers: Vec<&str> = ALWAYS.to_vec();
            headers.extend(if years >= 17 { FROM_17 } else { &[] });
            // Debian's clang does not take the <ranges> of gcc 12.
            headers.extend(if years >= 20 && compiler == "g++" {
                FROM_20
            } else {
                &[]
            });
            let library: String = headers
                .iter()
                .map(|name| format!("#include <{name}>\n"))
                .collect();
            let kit = "#include <Windows.h>\n#include <WinInet.h>\n#include <tchar.h>\n#include <strsafe.h>\n";
            compiles(
                compiler,
                standard,
                "after",
                &format!("{kit}{library}{PROGRAM}"),
            );
            compiles(
                compiler,
                standard,
                "before",
                &format!("{library}{kit}{PROGRAM}"),
            );
            if !["c++11", "c++20"].contains(&standard) {
                continue;
            }
            let wrapped = format!("extern \"C\" {{\n{kit}}}\n{library}{PROGRAM}");
            compiles(compiler, standard, "wrapped", &wrapped);
        }
    }
}

/// What the C library calls by a name that the kit could have is still the C library's.
#[test]
fn headers_of_the_c_library_are_not_shadowed() {
    let text = "#include <windows.h>\n#include <paths.h>\n#include <sched.h>\n\
        const char *place(void);\nconst char *place(void) { return _PATH_TMP; }\n";
    compiles("gcc", "gnu11", "paths", text);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("include/posix");
    for entry in fs::read_dir(root).expect("the kit") {
        let name = entry.expect("a header").file_name();
        let theirs = Path::new("/usr/include").join(&name);
        assert!(!theirs.exists(), "{name:?} is the system's");
    }
}

/// Strict C, whatever comes first: all of the kit where windows.h does, else what it can.
#[test]
fn strict_c_takes_the_headers() {
    for compiler in ["gcc", "clang"] {
        if Command::new(compiler).arg("--version").output().is_err() {
            continue;
        }
        for standard in ["c99", "c11"] {
            let first = "#include <windows.h>\n#include <stdio.h>\nvoid f(void);\nvoid f(void) { Sleep(1); }\n";
            compiles(compiler, standard, "first", first);
            let second = "#include <stdio.h>\n#include <windows.h>\nDWORD f(void);\nDWORD f(void) { return GetLastError(); }\n";
            compiles(compiler, standard, "second", second);
            // What wininet.pc says.
            let third = "#include <stdio.h>\n#include <windows.h>\n#include <tchar.h>\nvoid f(void);\nvoid f(void) { Sleep(1); }\n";
            let text = format!("#define _DEFAULT_SOURCE 1\n{third}");
            compiles(compiler, standard, "third", &text);
        }
    }
}

/// The headers of Windows may come after the one that makes long a type of 32 bits.
#[test]
fn headers_of_the_kit_come_after_long_has_32_bits() {
    let headers = [
        "tchar.h",
        "strsafe.h",
        "process.h",
        "conio.h",
        "io.h",
        "share.h",
        "crtdbg.h",
    ];
    let headers: String = headers.map(|name| format!("#include <{name}>\n")).concat();
    let start = format!("#include <windows.h>\n{headers}");
    let define = "#define WININET_LONG_IS_32_BITS\n";
    let uses = "long f(unsigned long *number);\nlong f(unsigned long *number) { LPDWORD it = number; return (long)*it; }\n";
    compiles("gcc", "gnu11", "long", &format!("{define}{start}{uses}"));
    let com = "#include <comdef.h>\n#include <algorithm>\nlong g() { return _variant_t(42L); }\n";
    for standard in ["c++11", "c++17"] {
        compiles(
            "g++",
            standard,
            "long",
            &format!("{define}{start}{com}{uses}"),
        );
        let first = format!("{define}#include <comdef.h>\n{start}{uses}");
        compiles("g++", standard, "long-first", &first);
    }
}

fn compiles(compiler: &str, standard: &str, name: &str, text: &str) {
    let extension = if compiler.ends_with("++") { "cpp" } else { "c" };
    let file = format!("{compiler}-{standard}-{name}.{extension}");
    let source = shared_library().with_file_name(file);
    fs::write(&source, text).expect("a source");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(compiler);
    command.arg(format!("-std={standard}")).arg("-fsyntax-only");
    command.args(["-Wall", "-Wextra", "-Wpedantic", "-Werror"]);
    // <codecvt> says of itself that it is going.
    command.arg("-Wno-deprecated-declarations");
    command
        .arg("-I")
        .arg(root.join("include/posix"))
        .arg(source);
    let output = command.output().expect("a compiler");
    assert!(output.status.success(), "{command:?}{}", describe(&output));
}
