//! The functions that include/wininet.h declares, with what their comments say.

use std::collections::{BTreeMap, BTreeSet};

pub struct Function {
    /// What it returns.
    pub returns: String,
    /// The types of its parameters.
    pub parameters: Vec<String>,
    /// Its comment on one line.
    pub comment: String,
}

pub type Functions = BTreeMap<String, Function>;

/// Reads the header's own text: a function is a comment and a declaration with one of three macros.
pub fn functions() -> Functions {
    let header = include_str!("../../include/wininet.h");
    let mut found = Functions::new();
    let mut comment = "";
    for block in header.split("\n\n") {
        let block = block.trim();
        let code = match block.rsplit_once("*/\n") {
            Some((before, code)) => {
                comment = before;
                code
            }
            None => block,
        };
        let declaration = ["BOOLAPI ", "INTERNETAPI_("]
            .iter()
            .find_map(|mark| code.strip_prefix(mark).map(|rest| (*mark, rest)));
        let Some((mark, rest)) = declaration else {
            continue;
        };
        let (returns, rest) = match mark {
            "BOOLAPI " => ("BOOL", rest),
            _ => rest.split_once(") ").expect("a type"),
        };
        let (name, rest) = rest.split_once('(').expect("a name");
        let parameters = rest.trim_end().trim_end_matches(");");
        let function = Function {
            returns: returns.to_owned(),
            parameters: parameters.split(',').filter_map(type_of).collect(),
            comment: comment.replace("\n *", " "),
        };
        found.insert(name.to_owned(), function);
    }
    found
}

/// The type of a parameter, which ends with its name; none for `void`.
fn type_of(parameter: &str) -> Option<String> {
    let parameter = parameter.trim();
    let name = parameter.rfind(|c: char| !c.is_alphanumeric() && c != '_')?;
    Some(parameter[..=name].trim().to_owned())
}

/// The names of the errors that the comment of a function promises, and those of the functions that it
/// refers to.
pub fn errors(functions: &Functions, name: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut errors = BTreeSet::new();
    let mut to_read = vec![name.to_owned()];
    while let Some(name) = to_read.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        // "as HttpSendRequest" stands for either form.
        let forms = ["", "A"].map(|form| functions.get(&format!("{name}{form}")));
        for function in forms.into_iter().flatten() {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            for word in function.comment.split(|c| !is_part(c)) {
                if word.starts_with("ERROR_") {
                    errors.insert(word.to_owned());
                } else if word.len() > 8 && word.chars().next().is_some_and(char::is_uppercase) {
                    to_read.push(word.to_owned());
                }
            }
        }
    }
    errors
}
