//! wbemcli.h and the headers of COM against those of mingw-w64, whose compiler reads theirs: the order and
//! the types of methods, names of interfaces and classes, numbers, and layouts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use wininet::ffi::wbem as exported;

use crate::mingw::{Side, MINGW};
use crate::tools::{include_dir, is_installed, run};

const THEIRS: &str =
    "#define CINTERFACE\n#include <windows.h>\n#include <oleauto.h>\n#include <wbemcli.h>\n";
const OURS: &str = "#define CINTERFACE\n#include <wbemcli.h>\n";

/// A method of an interface: the line that declares it in a table.
struct Method {
    interface: String,
    name: String,
    parameters: String,
    returns: String,
}

#[test]
fn interfaces_are_those_of_mingw() {
    let Some([ours, theirs]) = sides() else {
        return;
    };
    let methods = methods();
    assert!(methods.len() >= 150, "only {} methods", methods.len());
    let mut places = Vec::new();
    for method in &methods {
        let Method {
            interface, name, ..
        } = method;
        let place = format!("offsetof({interface}Vtbl, {name}) / sizeof(void *)");
        places.push((format!("{interface}.{name}"), place));
        let size = format!("sizeof({interface}Vtbl) / sizeof(void *)");
        places.push((interface.clone(), size));
    }
    assert_eq!(
        ours.evaluate("-m64", &places),
        theirs.evaluate("-m64", &places)
    );
    // A method's type is right when a pointer of that type takes theirs.
    let mut text = "void same(void)\n{\n".to_owned();
    for method in methods.iter().filter(|it| it.name != "GetObject") {
        let Method {
            interface,
            name,
            parameters,
            returns,
        } = method;
        writeln!(
            text,
            "{{ {returns} (STDMETHODCALLTYPE *it)({parameters}) = ((struct {interface}Vtbl *)0)->{name}; (void)it; }}"
        )
        .unwrap();
    }
    text += "}\n";
    let flags = ["-fsyntax-only", "-Werror=incompatible-pointer-types"];
    run(&mut theirs.command(&flags, &text));
}

#[test]
fn names_of_interfaces_are_those_of_mingw() {
    let Some([_, theirs]) = sides() else {
        return;
    };
    let text = run(&mut theirs.command(&["-E", "-P", "-DINITGUID"], ""));
    let guids = guids(&text);
    macro_rules! check {
        ($($name:ident)*) => {$(
            let ours = exported::$name;
            let ours = [
                u64::from(ours.Data1),
                u64::from(ours.Data2),
                u64::from(ours.Data3),
                u64::from_be_bytes(ours.Data4),
            ];
            let theirs = guids.get(stringify!($name));
            assert_eq!(theirs, Some(&ours), stringify!($name));
        )*};
    }
    check! {
        IID_IClassFactory IID_IClientSecurity IID_IErrorInfo IID_ICreateErrorInfo IID_IWbemObjectSink
        IID_IWbemObjectSinkEx IID_IWbemClassObject IID_IWbemQualifierSet IID_IWbemLocator
        IID_IWbemServices IID_IEnumWbemClassObject IID_IWbemContext IID_IWbemCallResult
        IID_IUnsecuredApartment IID_IWbemUnsecuredApartment IID_IWbemStatusCodeText IID_IUnknown
        CLSID_WbemLocator CLSID_WbemContext CLSID_UnsecuredApartment
        CLSID_WbemStatusCodeText
    }
}

#[test]
fn numbers_of_wmi_are_those_of_mingw() {
    let Some([ours, theirs]) = sides() else {
        return;
    };
    let names = enumerators();
    assert!(names.len() > 250, "only {} numbers", names.len());
    let expressions = |names: &BTreeSet<String>| -> Vec<(String, String)> {
        names.iter().map(|it| (it.clone(), it.clone())).collect()
    };
    // What theirs has not is what Microsoft's pages have, and newer.
    let text: String = names
        .iter()
        .map(|it| format!("int is_{it} = {it};\n"))
        .collect();
    let output = theirs.command(&["-fsyntax-only"], &text).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let missing: BTreeSet<String> = errors
        .split("error: '")
        .skip(1)
        .filter_map(|it| it.split('\'').next())
        .map(str::to_owned)
        .collect();
    println!("theirs has no {missing:?}");
    assert!(missing.len() < 12, "{missing:?}");
    let names = &names - &missing;
    let (here, there) = (expressions(&names), expressions(&names));
    assert_eq!(
        ours.evaluate("-m64", &here),
        theirs.evaluate("-m64", &there)
    );
}

#[test]
fn layouts_of_com_are_those_of_mingw() {
    let Some([ours, theirs]) = sides() else {
        return;
    };
    let structs = [
        ("GUID", "Data1 Data2 Data3 Data4"),
        (
            "VARIANT",
            "vt wReserved1 llVal lVal bVal iVal fltVal dblVal boolVal scode cyVal date bstrVal punkVal \
             pdispVal parray pvarVal byref cVal uiVal ulVal ullVal intVal uintVal pvRecord",
        ),
        ("SAFEARRAYBOUND", "cElements lLbound"),
        ("SAFEARRAY", "cDims fFeatures cbElements cLocks pvData rgsabound"),
    ];
    let mut expressions = Vec::new();
    for (name, fields) in structs {
        expressions.push((name.to_owned(), format!("sizeof({name})")));
        for field in fields.split_whitespace() {
            let offset = format!("offsetof({name}, {field})");
            expressions.push((format!("{name}.{field}"), offset));
            let size = format!("sizeof((({name} *)0)->{field})");
            expressions.push((format!("{name}.{field}.size"), size));
        }
    }
    for name in [
        "LONG",
        "ULONG",
        "HRESULT",
        "VARTYPE",
        "VARIANT_BOOL",
        "VARIANT_TRUE",
        "DATE",
        "BSTR",
        "CIMTYPE",
        "VT_EMPTY",
        "VT_UNKNOWN",
        "VT_ARRAY",
        "VT_BYREF",
        "VT_UI8",
        "CLSCTX_LOCAL_SERVER",
        "COINIT_APARTMENTTHREADED",
    ] {
        expressions.push((name.to_owned(), format!("sizeof({name})")));
    }
    let [here, there] = [ours, theirs].map(|it| it.evaluate("-m64", &expressions));
    assert_eq!(here, there);
    assert_eq!(here["VARIANT"], 24);
}

/// Our headers on Linux, and theirs.
fn sides() -> Option<[Side; 2]> {
    if !is_installed(MINGW) {
        println!("left out: {MINGW} is not installed");
        let is_ci = std::env::var_os("CI").is_some_and(|it| it == "true");
        assert!(!is_ci, "nothing may be left out under CI");
        return None;
    }
    let include = [include_dir(), include_dir().join("posix")];
    let include = include.map(|it| format!("-I{}", it.display()));
    let none: [String; 0] = [];
    Some([
        Side::new("wbem-ours", "gcc", &include, OURS.to_owned()),
        Side::new("wbem-theirs", MINGW, &none, THEIRS.to_owned()),
    ])
}

/// What our generated headers declare in tables.
fn methods() -> Vec<Method> {
    let mut found = Vec::new();
    for header in ["wbemcli.h", "posix/objidl.h"] {
        let text = fs::read_to_string(include_dir().join(header)).unwrap();
        let tables = text.split("typedef struct ").skip(1);
        for table in tables.filter_map(|it| it.split_once("Vtbl {")) {
            let (interface, rest) = table;
            let body = rest.split(&format!("}} {interface}Vtbl;")).next().unwrap();
            found.extend(body.split(';').filter_map(|line| method(interface, line)));
        }
    }
    found
}

fn method(interface: &str, line: &str) -> Option<Method> {
    let (returns, rest) = line.split_once("(STDMETHODCALLTYPE *")?;
    let (name, parameters) = rest.split_once(")(")?;
    let parameters = parameters.trim().strip_suffix(')')?;
    Some(Method {
        interface: interface.to_owned(),
        name: name.to_owned(),
        parameters: parameters.split_whitespace().collect::<Vec<_>>().join(" "),
        returns: returns.trim().to_owned(),
    })
}

fn enumerators() -> BTreeSet<String> {
    let text = fs::read_to_string(include_dir().join("wbemcli.h")).unwrap();
    let lines = text.lines().map(str::trim);
    let named = lines.filter_map(|line| line.split_once(" = "));
    let is_name = |name: &&str| {
        name.chars()
            .all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || it == '_')
    };
    named
        .map(|(name, _)| name)
        .filter(is_name)
        .map(str::to_owned)
        .collect()
}

/// The GUIDs that a preprocessed text defines.
fn guids(text: &str) -> BTreeMap<String, [u64; 4]> {
    let mut found = BTreeMap::new();
    for definition in text.split("const GUID ").skip(1) {
        let Some((declared, value)) = definition.split_once('=') else {
            continue;
        };
        let (Some(name), Some(value)) =
            (declared.split_whitespace().last(), value.split(';').next())
        else {
            continue;
        };
        let words = value.split(|it: char| !it.is_ascii_alphanumeric());
        let numbers: Vec<u64> = words
            .filter_map(|it| u64::from_str_radix(it.strip_prefix("0x")?, 16).ok())
            .collect();
        if let [a, b, c, rest @ ..] = numbers.as_slice() {
            if rest.len() == 8 {
                let last = rest.iter().fold(0, |sum, byte| sum << 8 | byte);
                found.insert(name.to_owned(), [*a, *b, *c, last]);
            }
        }
    }
    found
}
