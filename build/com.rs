//! Writes the headers of COM interfaces from the lists in src/abi/wbem, which are the vtables that the
//! library is compiled with.

use std::fmt::Write;
use std::fs;

/// A list of numbers.
struct Numbers {
    doc: String,
    name: String,
    values: Vec<(String, String)>,
}

struct Interface {
    doc: String,
    name: String,
    base: String,
    iid: String,
    /// The methods, with the names and the types of their parameters.
    methods: Vec<(String, Vec<(String, String)>)>,
}

/// The classes that CoCreateInstance knows.
const CLASSES: [&str; 5] = [
    "WbemLocator",
    "WbemAdministrativeLocator",
    "WbemContext",
    "WbemStatusCodeText",
    "UnsecuredApartment",
];

/// include/wbemcli.h.
pub fn wbemcli_h() -> String {
    let mut text = String::from(
        "/*
 * wbemcli.h: the interfaces of WMI.
 *
 * Written by build.rs from src/abi/wbem; do not edit. `make header` writes it anew.
 *
 * C programs call through lpVtbl, or with the macros of COBJMACROS; C++ programs derive from the
 * classes. Methods return an HRESULT: WBEM_S_NO_ERROR, or one of the WBEM_E_ codes. docs/wmi.md says
 * which classes, queries and events there are.
 */
#ifndef __wbemcli_h__
#define __wbemcli_h__

#ifdef _WIN32
#error \"The Windows SDK has wbemcli.h.\"
#endif

#include \"posix/objbase.h\"
#include \"posix/oleauto.h\"

typedef LONG CIMTYPE;
",
    );
    for list in numbers("src/abi/wbem/numbers.rs") {
        enumeration(&list, &mut text);
    }
    text += "\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n";
    for class in CLASSES {
        let _ = writeln!(text, "extern const CLSID CLSID_{class};");
    }
    interfaces_of("src/abi/wbem/wbemcli.rs", &mut text);
    text += "\n#ifdef __cplusplus\n}\n\n";
    for class in CLASSES {
        let _ = writeln!(text, "class {class};\nCOM_UUID({class}, CLSID_{class})");
    }
    text + "#endif\n\n#endif /* __wbemcli_h__ */\n"
}

/// include/posix/objidl.h.
pub fn objidl_h() -> String {
    let mut text = String::from(
        "/* objidl.h: the interfaces of COM. Written by build.rs from src/abi/wbem/objidl.rs. */
#ifndef __objidl_h__
#define __objidl_h__

#include \"unknwn.h\"
#include \"wtypes.h\"

#ifdef __cplusplus
extern \"C\" {
#endif
",
    );
    interfaces_of("src/abi/wbem/objidl.rs", &mut text);
    text + "\n#ifdef __cplusplus\n}\n#endif\n\n#endif /* __objidl_h__ */\n"
}

fn interfaces_of(path: &str, text: &mut String) {
    let interfaces = interfaces(path);
    text.push('\n');
    for interface in &interfaces {
        let _ = writeln!(text, "typedef struct {0} {0};", interface.name);
    }
    for interface in &interfaces {
        declaration(interface, &interfaces, text);
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn numbers(path: &str) -> Vec<Numbers> {
    let text = read(path);
    let (_, lists) = text.split_once("\nnumbers! {\n").expect("the lists");
    let mut found: Vec<Numbers> = Vec::new();
    let mut doc = String::new();
    for line in lists.lines().map(str::trim) {
        if let Some(comment) = line.strip_prefix("/// ") {
            doc = comment.to_owned();
        } else if let Some((name, _)) = line.split_once(": ") {
            found.push(Numbers {
                doc: std::mem::take(&mut doc),
                name: name.to_owned(),
                values: Vec::new(),
            });
        } else if let Some((name, value)) = line.split_once(" = ") {
            let value = value.trim_end_matches(',').replace('_', "");
            found
                .last_mut()
                .expect("a list")
                .values
                .push((name.to_owned(), value));
        }
    }
    found
}

fn enumeration(list: &Numbers, text: &mut String) {
    let _ = writeln!(
        text,
        "\n/** {} */\ntypedef enum tag_{} {{",
        list.doc, list.name
    );
    for (at, (name, value)) in list.values.iter().enumerate() {
        // Enumerators are ints in C, whose greatest is 0x7FFFFFFF.
        let is_wide = value
            .strip_prefix("0x")
            .is_some_and(|it| it.len() == 8 && it.as_bytes()[0] >= b'8');
        let value = if is_wide {
            format!("(int){value}")
        } else {
            value.clone()
        };
        let comma = if at + 1 < list.values.len() { "," } else { "" };
        let _ = writeln!(text, "    {name} = {value}{comma}");
    }
    let _ = writeln!(text, "}} {};", list.name);
}

fn interfaces(path: &str) -> Vec<Interface> {
    let text = read(path);
    let blocks = text.split("\ninterface! {\n").skip(1);
    blocks
        .map(|block| interface(block.split("\n}\n").next().expect("a block")))
        .collect()
}

/// Reads `/// doc`, `Name, NameVtbl: Base = "iid";` and the methods.
fn interface(block: &str) -> Interface {
    let docs = block
        .lines()
        .filter_map(|line| line.trim().strip_prefix("/// "));
    let doc: Vec<&str> = docs.collect();
    let code: String = block
        .lines()
        .filter(|line| !line.trim().starts_with("///"))
        .map(str::trim)
        .collect();
    let mut statements = code.split(';').filter(|it| !it.is_empty());
    let head = statements.next().expect("a head");
    let (name, rest) = head.split_once(", ").expect("a name");
    let (_, rest) = rest.split_once(": ").expect("a base");
    let (base, iid) = rest.split_once(" = ").expect("an IID");
    let methods = statements.map(|method| {
        let (name, list) = method.split_once('(').expect("parameters");
        let parameters = list
            .trim_end_matches(')')
            .split(',')
            .filter_map(|it| it.split_once(": "));
        let parameters = parameters.map(|(name, of)| (name.trim().to_owned(), c_type(of.trim())));
        (name.to_owned(), parameters.collect())
    });
    Interface {
        doc: doc.join(" "),
        name: name.to_owned(),
        base: base.to_owned(),
        iid: iid.trim_matches('"').to_owned(),
        methods: methods.collect(),
    }
}

fn c_type(of: &str) -> String {
    match of {
        "*const IID" => "REFIID".into(),
        "*const GUID" => "REFGUID".into(),
        "*mut LPVOID" => "void **".into(),
        of => {
            let stars = of.matches("*mut ").count();
            let base = of.trim_start_matches("*mut ");
            if stars == 0 {
                base.into()
            } else {
                format!("{base} {}", "*".repeat(stars))
            }
        }
    }
}

fn parameter((name, of): &(String, String)) -> String {
    let space = if of.ends_with('*') { "" } else { " " };
    format!("{of}{space}{name}")
}

/// The methods of an interface and of those it derives from, without IUnknown's.
fn all_methods<'a>(
    it: &'a Interface,
    all: &'a [Interface],
) -> Vec<&'a (String, Vec<(String, String)>)> {
    let base = all.iter().find(|other| other.name == it.base);
    let mut methods = base.map_or(Vec::new(), |base| all_methods(base, all));
    methods.extend(&it.methods);
    methods
}

fn declaration(it: &Interface, all: &[Interface], text: &mut String) {
    let Interface {
        doc,
        name,
        base,
        iid,
        methods,
    } = it;
    let _ = writeln!(
        text,
        "\n/** {doc} */\n/* {iid} */\nextern const IID IID_{name};"
    );
    let _ = writeln!(
        text,
        "#if defined(__cplusplus) && !defined(CINTERFACE)\nextern \"C++\" {{"
    );
    let _ = writeln!(text, "struct {name} : public {base} {{");
    for (method, parameters) in methods {
        let list: Vec<String> = parameters.iter().map(parameter).collect();
        let line = format!(
            "    virtual HRESULT STDMETHODCALLTYPE {method}({}) = 0;",
            list.join(", ")
        );
        text.push_str(&wrapped(&line));
    }
    let _ = writeln!(text, "}};\nCOM_UUID({name}, IID_{name})\n}}\n#else");
    let _ = writeln!(text, "typedef struct {name}Vtbl {{");
    let _ = writeln!(text, "    HRESULT(STDMETHODCALLTYPE *QueryInterface)({name} *This, REFIID riid, void **ppvObject);");
    let _ = writeln!(text, "    ULONG(STDMETHODCALLTYPE *AddRef)({name} *This);");
    let _ = writeln!(text, "    ULONG(STDMETHODCALLTYPE *Release)({name} *This);");
    for (method, parameters) in all_methods(it, all) {
        let mut list = vec![format!("{name} *This")];
        list.extend(parameters.iter().map(parameter));
        let line = format!(
            "    HRESULT(STDMETHODCALLTYPE *{method})({});",
            list.join(", ")
        );
        text.push_str(&wrapped(&line));
    }
    let _ = writeln!(
        text,
        "}} {name}Vtbl;\n\nstruct {name} {{\n    CONST_VTBL {name}Vtbl *lpVtbl;\n}};\n"
    );
    text.push_str("#ifdef COBJMACROS\n");
    let _ = writeln!(text, "#define {name}_QueryInterface(This, riid, ppvObject) \\\n    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))");
    let _ = writeln!(
        text,
        "#define {name}_AddRef(This) ((This)->lpVtbl->AddRef(This))"
    );
    let _ = writeln!(
        text,
        "#define {name}_Release(This) ((This)->lpVtbl->Release(This))"
    );
    for (method, parameters) in all_methods(it, all) {
        let mut names = vec!["This"];
        names.extend(parameters.iter().map(|(name, _)| name.as_str()));
        let names = names.join(", ");
        let _ = writeln!(
            text,
            "#define {name}_{method}({names}) \\\n    ((This)->lpVtbl->{method}({names}))"
        );
    }
    text.push_str("#endif\n#endif\n");
}

/// A declaration in lines of at most 100 columns.
fn wrapped(line: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for (at, part) in line.split(", ").enumerate() {
        if at > 0 && column + part.len() + 2 > 100 {
            out.push_str(",\n        ");
            column = 8;
        } else if at > 0 {
            out.push_str(", ");
            column += 2;
        }
        out.push_str(part);
        column += part.len();
    }
    out + "\n"
}
