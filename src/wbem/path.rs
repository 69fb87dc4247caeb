//! Paths of objects: `\\server\root\cimv2:Class.Key="value"`.

use super::{Error, Result, Value};

/// What a path names.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    pub server: Option<String>,
    pub namespace: Option<String>,
    pub class: String,
    pub keys: Keys,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Keys {
    /// The class itself.
    None,
    /// `=@`
    Singleton,
    /// `="value"`, for a class with one key.
    Only(Value),
    Named(Vec<(String, Value)>),
}

/// Reads a path.
pub fn parse(text: &str) -> Result<Path> {
    read(text).ok_or(Error::INVALID_OBJECT_PATH)
}

fn read(text: &str) -> Option<Path> {
    let (server, rest) = match text.strip_prefix(r"\\").or_else(|| text.strip_prefix("//")) {
        Some(rest) => {
            let end = rest.find(['\\', '/'])?;
            (Some(rest[..end].to_owned()), &rest[end + 1..])
        }
        None => (None, text),
    };
    let name_end = rest.find(['.', '=', '"', '\'']).unwrap_or(rest.len());
    let (namespace, rest) = match rest[..name_end].rfind(':') {
        Some(at) => (Some(rest[..at].replace('/', r"\")), &rest[at + 1..]),
        None if server.is_some() => return None,
        None => (None, rest),
    };
    let end = rest.find(['.', '=']).unwrap_or(rest.len());
    let (class, rest) = rest.split_at(end);
    let is_name = !class.is_empty() && class.chars().all(|it| it.is_alphanumeric() || it == '_');
    let class = is_name.then(|| class.to_owned())?;
    let keys = match rest.strip_prefix('.') {
        Some(list) => Keys::Named(named(list)?),
        None if rest.is_empty() => Keys::None,
        None if rest == "=@" => Keys::Singleton,
        None => {
            let (value, behind) = value(&rest[1..])?;
            behind.is_empty().then_some(Keys::Only(value))?
        }
    };
    Some(Path {
        server,
        namespace,
        class,
        keys,
    })
}

fn named(mut list: &str) -> Option<Vec<(String, Value)>> {
    let mut keys = Vec::new();
    loop {
        let (name, rest) = list.split_once('=')?;
        let (value, rest) = value(rest)?;
        if name.trim().is_empty() {
            return None;
        }
        keys.push((name.trim().to_owned(), value));
        match rest.strip_prefix(',') {
            Some(rest) => list = rest,
            None => return rest.is_empty().then_some(keys),
        }
    }
}

/// A value, and what is behind it.
fn value(text: &str) -> Option<(Value, &str)> {
    let mark = text.chars().next()?;
    if !matches!(mark, '"' | '\'') {
        let end = text.find(',').unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        let value = match word {
            word if word.eq_ignore_ascii_case("true") => Value::Bool(true),
            word if word.eq_ignore_ascii_case("false") => Value::Bool(false),
            word => Value::Whole(word.parse().ok()?),
        };
        return Some((value, rest));
    }
    let mut plain = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, char)) = chars.next() {
        match char {
            '\\' => plain.push(chars.next()?.1),
            char if char == mark => return Some((plain.into(), &text[at + 1..])),
            char => plain.push(char),
        }
    }
    None
}

/// A value as it stands in a path.
pub fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\"")),
        Value::Whole(number) => number.to_string(),
        Value::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.into(),
        _ => "NULL".into(),
    }
}

/// A namespace's name in the form that it is looked up by, and the server that it is asked of.
pub fn namespace(text: &str) -> Result<(Option<String>, String)> {
    let slashes = text.replace('/', r"\");
    let (server, rest) = match slashes.strip_prefix(r"\\") {
        Some(rest) => {
            let (server, rest) = rest.split_once('\\').ok_or(Error::INVALID_NAMESPACE)?;
            (Some(server.to_owned()), rest)
        }
        None => (None, slashes.as_str()),
    };
    Ok((server, rest.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(value: &str) -> Keys {
        Keys::Only(value.into())
    }

    #[test]
    fn paths_have_their_parts() {
        for (text, class, keys) in [
            ("Win32_Process", "Win32_Process", Keys::None),
            (
                "Win32_OperatingSystem=@",
                "Win32_OperatingSystem",
                Keys::Singleton,
            ),
            ("Win32_Process=\"4\"", "Win32_Process", only("4")),
            (
                "Win32_Process.Handle=\"4\"",
                "Win32_Process",
                Keys::Named(vec![("Handle".into(), "4".into())]),
            ),
            (
                r#"C.A='x,y=\'',B=-5"#,
                "C",
                Keys::Named(vec![
                    ("A".into(), "x,y='".into()),
                    ("B".into(), (-5).into()),
                ]),
            ),
            (r#"C="a\\b:c""#, "C", only(r"a\b:c")),
        ] {
            let path = parse(text).expect(text);
            assert_eq!((path.class.as_str(), path.keys), (class, keys), "{text}");
            let far = parse(&format!(r"\\.\root\cimv2:{text}")).expect(text);
            assert_eq!(
                (far.server.as_deref(), far.namespace.as_deref()),
                (Some("."), Some(r"root\cimv2"))
            );
            assert_eq!(
                parse(&format!("root/cimv2:{text}")).expect(text).namespace,
                far.namespace
            );
        }
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in [
            "",
            "=",
            "C=",
            "C.",
            "C.=1",
            "C.A",
            "C.A=",
            "C.A='x",
            "C='x'y",
            "C.A=1,",
            r"\\server",
            r"\\s\C",
            "a b",
            "C=@@",
            "C=x",
        ] {
            assert_eq!(parse(text), Err(Error::INVALID_OBJECT_PATH), "{text:?}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for value in [Value::from("a\"b\\c'd,e"), 5.into(), true.into()] {
            assert_eq!(
                parse(&format!("C={}", written(&value))).unwrap().keys,
                Keys::Only(value)
            );
        }
    }
}
