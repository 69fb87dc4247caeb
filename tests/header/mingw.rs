//! wininet.h against the one of mingw-w64, whose compiler reads both: names, numbers, layouts and
//! prototypes, for 64 and 32 bits. And what Linux makes of the layouts, against Windows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::declarations::{read, Declarations};
use crate::tools::{compare_with_list, include_dir, is_installed, run, scratch, Scratch};

pub const MINGW: &str = "x86_64-w64-mingw32-gcc";
const WIDTHS: [&str; 2] = ["-m64", "-m32"];

/// Structs that windows.h brings, and include/posix on Linux.
const OF_WINDOWS: [(&str, &str); 4] = [
    ("FILETIME", "dwLowDateTime dwHighDateTime"),
    (
        "SYSTEMTIME",
        "wYear wMonth wDayOfWeek wDay wHour wMinute wSecond wMilliseconds",
    ),
    ("WIN32_FIND_DATAA", FIND_DATA),
    ("WIN32_FIND_DATAW", FIND_DATA),
];
const FIND_DATA: &str = "dwFileAttributes ftCreationTime ftLastAccessTime ftLastWriteTime \
    nFileSizeHigh nFileSizeLow dwReserved0 dwReserved1 cFileName cAlternateFileName";

#[test]
fn header_is_that_of_mingw() {
    if !is_installed(MINGW) {
        println!("left out: {MINGW} is not installed");
        let is_ci = std::env::var_os("CI").is_some_and(|it| it == "true");
        assert!(!is_ci, "nothing may be left out under CI");
        return;
    }
    let mut found = BTreeSet::new();
    for flavour in ["-UUNICODE", "-DUNICODE"] {
        let [ours, theirs] = windows(flavour);
        names(&ours.has, &theirs.has, &mut found);
        numbers(&ours, &theirs, &mut found);
        layouts(&ours, &theirs, &mut found);
        for width in WIDTHS {
            prototypes(width, &ours, &theirs, &mut found);
        }
    }
    compare_with_list(&found, "differences-mingw.txt");
}

/// Our header and theirs, for Windows.
fn windows(flavour: &str) -> [Side; 2] {
    let flags = [flavour.to_owned()];
    let ours = include_dir().join("wininet.h");
    let ours = format!("#include <windows.h>\n#include \"{}\"\n", ours.display());
    let theirs = "#include <windows.h>\n#include <wininet.h>\n".to_owned();
    [("ours", ours), ("theirs", theirs)]
        .map(|(name, prelude)| Side::new(name, MINGW, &flags, prelude))
}

/// A header and the compiler that reads it.
pub struct Side {
    compiler: &'static str,
    flags: Vec<String>,
    dir: Scratch,
    prelude: String,
    has: Declarations,
}

impl Side {
    pub fn new(name: &str, compiler: &'static str, flags: &[String], prelude: String) -> Side {
        let mut side = Side {
            compiler,
            flags: flags.to_vec(),
            dir: scratch(&format!("mingw-{name}")),
            prelude,
            has: Declarations::default(),
        };
        side.has = side.declarations(&[]);
        side
    }

    /// What the header declares.
    fn declarations(&self, flags: &[&str]) -> Declarations {
        let text = run(self.command(&["-E", "-dD"], "").args(flags));
        read(&text, "wininet.h")
    }

    /// The compiler, about to read the header and what follows it.
    pub fn command(&self, flags: &[&str], text: &str) -> Command {
        let source = self.dir.join("source.c");
        fs::write(&source, format!("{}{text}", self.prelude)).unwrap();
        let mut command = Command::new(self.compiler);
        command.args(&self.flags).args(flags).arg(source);
        command.env("LC_ALL", "C");
        command
    }

    /// What the preprocessor makes of macros.
    fn expansions<'a>(&self, names: impl Iterator<Item = &'a str>) -> BTreeMap<String, String> {
        let lines: String = names
            .map(|name| format!("@@ \"{name}\" {name}\n"))
            .collect();
        let text = run(&mut self.command(&["-E", "-P"], &lines));
        let lines = text.lines().filter_map(|line| line.strip_prefix("@@ \""));
        lines
            .filter_map(|line| line.split_once('"'))
            .map(|(name, value)| {
                (
                    name.to_owned(),
                    value
                        .replace([' ', '(', ')'], "")
                        .replace("WINBOOL", "BOOL"),
                )
            })
            .collect()
    }

    /// Numbers that only the compiler knows: it is read what it would hand to the assembler.
    pub fn evaluate(&self, width: &str, expressions: &[(String, String)]) -> BTreeMap<String, i64> {
        let mut text = "#include <stddef.h>\nvoid evaluate(void)\n{\n".to_owned();
        for (key, expression) in expressions {
            let assembler = format!("__asm__(\"\\n@@ {key} %c0\" : : \"i\"((int)({expression})));");
            writeln!(text, "    {assembler}").unwrap();
        }
        text += "}\n";
        let text = run(&mut self.command(&["-w", width, "-S", "-o", "-"], &text));
        let lines = text.lines().filter_map(|line| line.strip_prefix("@@ "));
        lines
            .filter_map(|line| line.rsplit_once(' '))
            .map(|(key, number)| (key.to_owned(), number.trim().parse().unwrap()))
            .collect()
    }

    /// The sizes of structs, and where their fields are.
    fn layouts(
        &self,
        width: &str,
        structs: &BTreeMap<String, BTreeSet<String>>,
    ) -> BTreeMap<String, i64> {
        let mut expressions = Vec::new();
        for (name, fields) in structs {
            expressions.push((name.clone(), format!("sizeof({name})")));
            for field in fields {
                let offset = format!("offsetof({name}, {field})");
                expressions.push((format!("{name} {field}"), offset));
                let size = format!("sizeof((({name} *)0)->{field})");
                expressions.push((format!("{name} {field} size"), size));
            }
        }
        self.evaluate(width, &expressions)
    }
}

fn names(ours: &Declarations, theirs: &Declarations, found: &mut BTreeSet<String>) {
    let all = |it: &Declarations| -> BTreeSet<String> {
        let named = it.macros.keys().chain(it.functions.keys());
        named
            .chain(&it.types)
            .chain(&it.enumerators)
            .cloned()
            .collect()
    };
    let (ours, theirs) = (all(ours), all(theirs));
    found.extend(ours.difference(&theirs).map(|name| format!("ours {name}")));
    found.extend(
        theirs
            .difference(&ours)
            .map(|name| format!("missing {name}")),
    );
}

fn numbers(ours: &Side, theirs: &Side, found: &mut BTreeSet<String>) {
    let objects = |it: &Declarations| -> BTreeSet<String> {
        let objects = it
            .macros
            .iter()
            .filter(|(_, takes_arguments)| !**takes_arguments);
        let objects = objects.map(|(name, _)| name.clone());
        objects.chain(it.enumerators.iter().cloned()).collect()
    };
    let both = &objects(&ours.has) & &objects(&theirs.has);
    let [here, there] = [ours, theirs].map(|it| it.expansions(both.iter().map(String::as_str)));
    let is_number = |side: &Side, name: &str, value: &str| {
        side.has.enumerators.contains(name) || is_numeric(value)
    };
    let (numbers, others): (Vec<&String>, Vec<&String>) = both.iter().partition(|name| {
        is_number(ours, name, &here[*name]) && is_number(theirs, name, &there[*name])
    });
    let mut expressions = Vec::new();
    for name in &numbers {
        expressions.push(((*name).clone(), (*name).clone()));
    }
    let [a, b] = [ours, theirs].map(|it| it.evaluate("-m64", &expressions));
    let differ = numbers.iter().filter(|name| a[**name] != b[**name]);
    found.extend(differ.map(|name| format!("value {name}")));
    let differ = others.iter().filter(|name| here[**name] != there[**name]);
    found.extend(differ.map(|name| format!("value {name}")));
    println!("{} numbers, {} other macros", numbers.len(), others.len());
    assert!(numbers.len() > 600, "only {} numbers", numbers.len());
}

fn is_numeric(expansion: &str) -> bool {
    let mut words = expansion.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let is_number = |word: &str| word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit());
    !expansion.is_empty()
        && words.all(|word| is_number(word) || ["DWORD", "sizeof"].contains(&word))
}

fn layouts(ours: &Side, theirs: &Side, found: &mut BTreeSet<String>) {
    for (name, fields) in &theirs.has.structs {
        if let Some(here) = ours.has.structs.get(name) {
            let outer = fields.iter().filter(|field| !field.contains('.'));
            let outer: BTreeSet<String> = outer.cloned().collect();
            let differ = here.symmetric_difference(&outer);
            found.extend(differ.map(|field| format!("field {name}.{field}")));
        }
    }
    let common = |(name, fields): (&String, &BTreeSet<String>)| {
        let here = ours.has.structs.get(name)?;
        let common = |field: &&String| field.split('.').next().is_some_and(|it| here.contains(it));
        Some((
            name.clone(),
            fields.iter().filter(common).cloned().collect(),
        ))
    };
    let common: BTreeMap<_, _> = theirs.has.structs.iter().filter_map(common).collect();
    let of_windows = OF_WINDOWS.map(|(name, fields)| {
        let fields = fields.split(' ').map(str::to_owned);
        (name.to_owned(), fields.collect())
    });
    let (linux, _stubs) = linux();
    let mut all = common.clone();
    all.extend(of_windows);
    for width in WIDTHS {
        let windows = theirs.layouts(width, &all);
        differences("layout", &ours.layouts(width, &all), &windows, found);
        differences("linux", &linux.layouts(width, &all), &windows, found);
    }
    println!("{} structs and unions", all.len());
    assert!(common.len() > 40, "only {} structs", common.len());
}

fn differences(
    kind: &str,
    ours: &BTreeMap<String, i64>,
    theirs: &BTreeMap<String, i64>,
    found: &mut BTreeSet<String>,
) {
    for (place, number) in theirs {
        if ours[place] != *number {
            let name = place.split(' ').next().unwrap();
            found.insert(format!("{kind} {name}"));
        }
    }
}

/// The same header with include/posix, and the files that the C library's headers want for 32 bits:
/// a package of Debian's has them, and they say nothing about types.
fn linux() -> (Side, Scratch) {
    let stubs = scratch("mingw-stubs");
    fs::create_dir_all(stubs.join("gnu")).unwrap();
    fs::write(stubs.join("gnu/stubs-32.h"), "").unwrap();
    let system = run(Command::new("gcc").arg("-print-multiarch"));
    let system = Path::new("/usr/include").join(system.trim());
    let flags = [include_dir(), stubs.join(""), system].map(|dir| format!("-I{}", dir.display()));
    let prelude = "#include \"wininet.h\"\n".to_owned();
    let side = Side::new("linux", "gcc", &flags, prelude);
    (side, stubs)
}

/// Every function and callback declared again behind our header, in the words of theirs: the
/// compiler says where they are not the same.
fn prototypes(width: &str, ours: &Side, theirs: &Side, found: &mut BTreeSet<String>) {
    let theirs = theirs.declarations(&[width]);
    let functions = theirs.functions.iter();
    let functions = functions.filter(|(name, _)| ours.has.functions.contains_key(*name));
    let aliases = theirs.aliases.iter();
    let aliases = aliases.filter(|(name, _)| ours.has.types.contains(*name));
    let again: Vec<&String> = functions.chain(aliases).map(|(_, text)| text).collect();
    let text: String = again.iter().map(|text| format!("{text};\n")).collect();
    let mut compiler = ours.command(&["-std=c11", "-w", "-fsyntax-only", width], &text);
    let output = compiler.output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    for line in errors.lines().filter(|line| line.contains("error: ")) {
        let (_, rest) = line
            .split_once("conflicting types for '")
            .unwrap_or_else(|| panic!("{errors}"));
        let name = rest.split(['\'', ' ']).next().unwrap();
        found.insert(format!("prototype {name}"));
    }
    println!("{} functions and types again, {width}", again.len());
    assert!(again.len() > 170, "only {} prototypes", again.len());
}
