//! JSON, as far as a trace has it. It is only written, in the order in which it is made.

use std::fmt::{self, Display, Formatter, Write};

/// A value.
#[derive(Debug, Clone)]
pub(super) enum Json {
    Text(String),
    Whole(i64),
    /// Finite.
    Number(f64),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

/// An object: `object! { "name": value, ... }`.
macro_rules! object {
    ($($name:literal: $value:expr),* $(,)?) => {
        $crate::trace::json::Json::Object(vec![
            $(($name, $crate::trace::json::Json::from($value))),*
        ])
    };
}
pub(super) use object;

impl Json {
    /// Adds a member to an object.
    pub fn add(&mut self, name: &'static str, value: impl Into<Json>) {
        if let Json::Object(members) = self {
            members.push((name, value.into()));
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Json::Text(text)
    }
}

impl From<f64> for Json {
    fn from(number: f64) -> Self {
        Json::Number(number)
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Json::Whole(number)
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Self {
        Json::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Vec<Json>> for Json {
    fn from(list: Vec<Json>) -> Self {
        Json::List(list)
    }
}

impl Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Json::Text(text) => quoted(text, f),
            Json::Whole(number) => number.fmt(f),
            Json::Number(number) => number.fmt(f),
            Json::List(list) => between('[', ']', list, f, |value, f| value.fmt(f)),
            Json::Object(members) => between('{', '}', members, f, |(name, value), f| {
                quoted(name, f)?;
                f.write_char(':')?;
                value.fmt(f)
            }),
        }
    }
}

fn between<T>(
    open: char,
    close: char,
    elements: &[T],
    f: &mut Formatter<'_>,
    one: impl Fn(&T, &mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    f.write_char(open)?;
    for (number, element) in elements.iter().enumerate() {
        if number > 0 {
            f.write_char(',')?;
        }
        one(element, f)?;
    }
    f.write_char(close)
}

/// RFC 8259, section 7.
fn quoted(text: &str, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for char in text.chars() {
        match char {
            '"' | '\\' => write!(f, "\\{char}")?,
            '\0'..='\x1f' => write!(f, "\\u{:04x}", u32::from(char))?,
            _ => f.write_char(char)?,
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn it_is_written_as_the_rfc_has_it() {
        let mut value = object! {
            "text": "a\"b\\c\n\u{1}é",
            "numbers": vec![Json::from(-1i64), Json::from(0.125), Json::from(-1.0)],
            "none": Vec::new(),
            "empty": object! {},
        };
        value.add("more", 7u64);
        assert_eq!(
            value.to_string(),
            r#"{"text":"a\"b\\c\u000a\u0001é","numbers":[-1,0.125,-1],"none":[],"empty":{},"more":7}"#
        );
    }
}
