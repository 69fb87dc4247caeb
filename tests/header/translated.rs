//! What windows-sys declares, in C: the equivalents of its types, prototypes and structs.

use std::collections::BTreeMap;

use crate::microsoft;

/// What Rust calls a type, and what it may be in C. Metadata knows of a parameter whether it is read or
/// written, and the header not always: an LPSTR that is only read is a PCSTR there.
const EQUIVALENTS: [(&str, &[&str]); 17] = [
    ("BOOL", &["BOOL"]),
    ("CERT_CHAIN_CONTEXT", &["const struct _CERT_CHAIN_CONTEXT"]),
    ("LPINTERNET_STATUS_CALLBACK", &["INTERNET_STATUS_CALLBACK"]),
    ("PCSTR", &["LPCSTR", "LPSTR"]),
    ("PCWSTR", &["LPCWSTR", "LPWSTR"]),
    ("PSTR", &["LPSTR"]),
    ("PWSTR", &["LPWSTR"]),
    ("c_void", &["void"]),
    ("i32", &["LONG", "INT"]),
    ("i64", &["LONGLONG"]),
    ("i8", &["CHAR"]),
    ("isize", &["INT_PTR"]),
    ("u16", &["WORD"]),
    ("u32", &["DWORD"]),
    ("u64", &["ULONGLONG"]),
    ("u8", &["BYTE"]),
    ("usize", &["DWORD_PTR"]),
];

/// A struct or a union.
pub struct Shape {
    /// "struct" or "union".
    pub keyword: &'static str,
    /// Names and types.
    pub fields: Vec<(String, String)>,
}

/// The modules of windows-sys that wininet.h is made of.
pub struct Translator {
    /// Types that stand for others, such as those that metadata makes of flags.
    aliases: BTreeMap<String, String>,
    pub shapes: BTreeMap<String, Shape>,
    /// Callback types.
    pub callbacks: Vec<String>,
}

impl Translator {
    pub fn new(modules: &[&str]) -> Self {
        let mut all = Self {
            aliases: BTreeMap::new(),
            shapes: BTreeMap::new(),
            callbacks: Vec::new(),
        };
        for module in modules {
            all.add(&microsoft::module(module));
        }
        all
    }

    fn add(&mut self, module: &str) {
        let lines = module.lines().filter_map(|it| it.strip_prefix("pub type "));
        for (name, meaning) in lines.filter_map(|it| it.split_once(" = ")) {
            match meaning.starts_with("Option<") {
                true => self.callbacks.push(name.to_owned()),
                false => {
                    let meaning = meaning.trim_end_matches(';').to_owned();
                    self.aliases.insert(name.to_owned(), meaning);
                }
            }
        }
        for keyword in ["struct", "union"] {
            for text in module.split(&format!("pub {keyword} ")).skip(1) {
                let (name, rest) = text.split_once(' ').expect("a name");
                let Some((fields, _)) =
                    rest.strip_prefix("{\n").and_then(|it| it.split_once("\n}"))
                else {
                    continue; // It has no fields.
                };
                let fields = fields.lines().filter_map(|line| {
                    let (name, kind) = line.trim().strip_prefix("pub ")?.split_once(": ")?;
                    Some((name.to_owned(), kind.trim_end_matches(',').to_owned()))
                });
                let fields = fields.collect();
                self.shapes
                    .insert(name.to_owned(), Shape { keyword, fields });
            }
        }
    }

    /// The names of all types.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        let names = self.aliases.keys().chain(self.shapes.keys());
        names.chain(&self.callbacks)
    }

    /// What a parameter or a result may be in C.
    pub fn c_types(&self, rust: &str) -> Vec<String> {
        let of = |inner: &str, add: &dyn Fn(String) -> Vec<String>| {
            self.c_types(inner).into_iter().flat_map(add).collect()
        };
        if let Some(inner) = rust.strip_prefix("*mut ") {
            return of(inner, &|it| vec![format!("{it} *")]);
        }
        if let Some(inner) = rust.strip_prefix("*const ") {
            return of(inner, &|it| {
                vec![format!("{it} *"), format!("const {it} *")]
            });
        }
        let name = last_segment(rust);
        if let Some((_, types)) = EQUIVALENTS.iter().find(|(it, _)| *it == name) {
            return types.iter().map(|it| (*it).to_owned()).collect();
        }
        let mut types = vec![name.to_owned()];
        if let Some(meaning) = self.aliases.get(name).filter(|it| !it.starts_with('*')) {
            types = self.c_types(meaning);
        }
        types
    }

    /// A struct and what it is made of, in C, with numbers of known sizes: it is only measured.
    pub fn c_struct(&self, name: &str, text: &mut Vec<(String, String)>) -> String {
        let own = format!("their_{name}");
        if text.iter().any(|(it, _)| *it == own) {
            return own;
        }
        let shape = &self.shapes[name];
        let mut body = String::new();
        for (field, kind) in &shape.fields {
            let (kind, count) = match kind.strip_prefix('[') {
                Some(array) => {
                    let (kind, count) = array
                        .trim_end_matches(']')
                        .split_once("; ")
                        .expect("a size");
                    (kind, format!("[{count}]"))
                }
                None => (kind.as_str(), String::new()),
            };
            let kind = self.measured(kind, text);
            body += &match field.as_str() {
                "Anonymous" => format!("    {kind};\n"),
                field => format!("    {kind} {field}{count};\n"),
            };
        }
        let keyword = shape.keyword;
        text.push((own.clone(), format!("{keyword} {own} {{\n{body}}};\n")));
        own
    }

    /// The names of a struct's fields; an inner one without a name has the fields of its own.
    pub fn fields(&self, name: &str) -> Vec<&str> {
        let fields = self.shapes[name].fields.iter();
        let names = fields.flat_map(|(field, kind)| match field.as_str() {
            "Anonymous" => self.fields(last_segment(kind)),
            field => vec![field],
        });
        names.collect()
    }

    /// A type of the right size.
    fn measured(&self, rust: &str, text: &mut Vec<(String, String)>) -> String {
        let name = last_segment(rust);
        let number = match name {
            _ if rust.starts_with('*') || rust.starts_with("Option<") => "void *",
            _ if self.callbacks.iter().any(|it| it == name) => "void *",
            "PCSTR" | "PCWSTR" | "PSTR" | "PWSTR" => "void *",
            "isize" | "usize" => "uintptr_t",
            "u8" | "i8" => "uint8_t",
            "u16" | "i16" => "uint16_t",
            "u32" | "i32" | "BOOL" => "uint32_t",
            "u64" | "i64" => "uint64_t",
            _ => "",
        };
        if !number.is_empty() {
            return number.to_owned();
        }
        if let Some(meaning) = self.aliases.get(name) {
            return self.measured(meaning, text);
        }
        let shape = self.shapes.get(name);
        let keyword = shape.unwrap_or_else(|| panic!("no {name}")).keyword;
        format!("{keyword} {}", self.c_struct(name, text))
    }
}

/// A type without the modules that it lies in.
fn last_segment(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path).trim()
}
