//! What a C header declares, read from the text that the preprocessor makes of it.

use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub struct Declarations {
    /// Macros; true for those with parameters.
    pub macros: BTreeMap<String, bool>,
    pub enumerators: BTreeSet<String>,
    /// Functions, each with the statement that declares it.
    pub functions: BTreeMap<String, String>,
    /// Types that are no structs, in the same way.
    pub aliases: BTreeMap<String, String>,
    /// Structs and unions with the paths of their fields.
    pub structs: BTreeMap<String, BTreeSet<String>>,
    /// The names of all types.
    pub types: BTreeSet<String>,
}

/// Reads what `gcc -E -dD` printed, as far as it comes from one file.
pub fn read(preprocessed: &str, file: &str) -> Declarations {
    let mut found = Declarations::default();
    let mut text = String::new();
    let mut is_inside = false;
    for line in preprocessed.lines() {
        if let Some(marker) = line.strip_prefix("# ") {
            is_inside = marker.contains(&format!("{file}\""));
        } else if let Some(rest) = line.strip_prefix("#define ").filter(|_| is_inside) {
            let name = identifier(rest);
            let takes_arguments = rest[name.len()..].starts_with('(');
            found.macros.insert(name.to_owned(), takes_arguments);
        } else if is_inside && !line.starts_with('#') {
            text += line;
            text.push(' ');
        }
    }
    for statement in split(&text, ';') {
        found.add(statement.trim());
    }
    found
}

impl Declarations {
    fn add(&mut self, statement: &str) {
        let plain = without_attributes(statement);
        let Some(definition) = plain.trim_start().strip_prefix("typedef ") else {
            if let Some((head, _)) = plain.split_once('(') {
                let name = last_identifier(head).to_owned();
                self.functions.insert(name, statement.to_owned());
            }
            return;
        };
        let Some((head, rest)) = definition.split_once('{') else {
            self.add_alias(definition, statement);
            return;
        };
        let (body, names) = rest.rsplit_once('}').expect("a body");
        for name in names.split(',').map(last_identifier) {
            self.types.insert(name.to_owned());
        }
        if head.contains("enum") {
            let enumerators = body.split(',').map(|it| identifier(it.trim()).to_owned());
            self.enumerators.extend(enumerators);
        } else {
            let name = names.split(',').next().expect("a name").trim();
            self.structs.insert(name.to_owned(), fields(body));
        }
    }

    fn add_alias(&mut self, definition: &str, statement: &str) {
        let name = match definition.split_once("(") {
            Some((_, rest)) => last_identifier(rest.split(')').next().expect("a callback")),
            None => last_identifier(definition),
        };
        self.types.insert(name.to_owned());
        self.aliases.insert(name.to_owned(), statement.to_owned());
    }
}

/// The fields of a struct's body. Those of an inner struct come after it, with its name before theirs;
/// if it has none, they are fields like others.
fn fields(body: &str) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for member in split(body, ';') {
        if let Some((_, rest)) = member.split_once('{') {
            let (inner, name) = rest.rsplit_once('}').expect("a body");
            let (name, inner) = (name.trim(), fields(inner));
            if name.is_empty() {
                paths.extend(inner);
            } else {
                paths.insert(name.to_owned());
                paths.extend(inner.iter().map(|it| format!("{name}.{it}")));
            }
        } else if !member.trim().is_empty() {
            let declarator = member.split('[').next().expect("a declarator");
            let pointer = declarator.split_once('(').map(|(_, rest)| rest);
            let pointer = pointer.and_then(|rest| rest.split(')').next());
            paths.insert(last_identifier(pointer.unwrap_or(declarator)).to_owned());
        }
    }
    paths
}

/// The parts between separators outside of braces.
fn split(text: &str, separator: char) -> Vec<&str> {
    let mut depth = 0;
    text.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == separator && depth == 0
    })
    .collect()
}

pub fn without_attributes(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("__attribute__") {
        out += before;
        let mut depth = 0;
        let end = after.find(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0 && c == ')'
        });
        rest = &after[end.expect("an attribute ends") + 1..];
    }
    out + rest
}

fn is_of_identifier(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn identifier(text: &str) -> &str {
    let end = text.find(|c| !is_of_identifier(c));
    &text[..end.unwrap_or(text.len())]
}

/// The identifier that a text ends with.
pub fn last_identifier(text: &str) -> &str {
    let text = text.trim_end();
    let start = text.rfind(|c| !is_of_identifier(c));
    &text[start.map_or(0, |at| at + 1)..]
}
