//! WWW-Authenticate and Proxy-Authenticate taken apart (RFC 9110, section 11.6.1).

use super::super::{is_token_byte, trim_ows};

#[cfg(test)]
mod tests;

/// One challenge: a scheme and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    scheme: Box<[u8]>,
    /// What stands alone behind the scheme, as NTLM has it.
    pub token: Option<Box<[u8]>>,
    parameters: Vec<(Box<[u8]>, Vec<u8>)>,
}

impl Challenge {
    /// Whether it has this scheme.
    pub fn is(&self, scheme: &str) -> bool {
        self.scheme.eq_ignore_ascii_case(scheme.as_bytes())
    }

    /// The first parameter of that name, without its quotes.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        let named = |it: &&(Box<[u8]>, _)| it.0.eq_ignore_ascii_case(name.as_bytes());
        self.parameters
            .iter()
            .find(named)
            .map(|(_, value)| &**value)
    }
}

/// The challenges in one field value. What cannot be understood is left out: a comma begins anew.
pub fn challenges(value: &[u8]) -> Vec<Challenge> {
    let mut found: Vec<Challenge> = Vec::new();
    let mut rest = value;
    while let Some(start) = rest.iter().position(|byte| !b" \t,".contains(byte)) {
        rest = &rest[start..];
        let (name, after) = token(rest);
        if name.is_empty() {
            rest = after_comma(rest);
            continue;
        }
        let spaced = trim_start(after);
        match (spaced.strip_prefix(b"="), found.last_mut()) {
            (Some(value), Some(challenge)) => {
                let (value, after) = parameter_value(trim_start(value));
                challenge.parameters.push((name.into(), value));
                rest = after_comma(after);
            }
            (Some(_), None) => rest = after_comma(after),
            (None, _) => {
                let (token, after) = lone_token(spaced);
                found.push(Challenge {
                    scheme: name.into(),
                    token: token.map(Into::into),
                    parameters: Vec::new(),
                });
                rest = after;
            }
        }
    }
    found
}

fn token(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|&byte| !is_token_byte(byte));
    bytes.split_at(end.unwrap_or(bytes.len()))
}

/// A token68 that nothing but a comma follows; else it is the first parameter.
fn lone_token(bytes: &[u8]) -> (Option<&[u8]>, &[u8]) {
    let is_part = |&byte: &u8| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte);
    let end = bytes.iter().position(|byte| !is_part(byte));
    let (token, after) = bytes.split_at(end.unwrap_or(bytes.len()));
    let ends = matches!(trim_start(after), [] | [b',', ..]);
    // "a=b" is a parameter: padding stands at the end alone.
    let name = token.iter().position(|&byte| byte == b'=');
    let is_padded = name.is_none_or(|at| token[at..].iter().all(|&byte| byte == b'='));
    match ends && is_padded && !token.is_empty() {
        true => (Some(token), after),
        false => (None, bytes),
    }
}

/// A quoted string or a token, and what follows it. A string without its end goes up to the end.
fn parameter_value(bytes: &[u8]) -> (Vec<u8>, &[u8]) {
    let Some(mut rest) = bytes.strip_prefix(b"\"") else {
        let end = bytes.iter().position(|&byte| byte == b',');
        let (value, after) = bytes.split_at(end.unwrap_or(bytes.len()));
        return (trim_ows(value).to_vec(), after);
    };
    let mut value = Vec::new();
    loop {
        rest = match rest {
            [] => return (value, rest),
            [b'"', after @ ..] => return (value, after),
            [b'\\', byte, after @ ..] | [byte, after @ ..] => {
                value.push(*byte);
                after
            }
        };
    }
}

fn trim_start(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|byte| !b" \t".contains(byte));
    &bytes[start.unwrap_or(bytes.len())..]
}

fn after_comma(bytes: &[u8]) -> &[u8] {
    let comma = bytes.iter().position(|&byte| byte == b',');
    &bytes[comma.map_or(bytes.len(), |at| at + 1)..]
}
