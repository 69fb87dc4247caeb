//! The words of a query.

use super::Fault::{self, Unparsable};
use super::Relation;

#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// A name or a keyword, as it stands.
    Word(String),
    /// What stands between quotation marks, with its backslashes.
    Quoted(String),
    Whole(i128),
    Real(f64),
    Relation(Relation),
    Star,
    Comma,
    Dot,
    Open,
    Close,
}

/// Cuts a query into its words.
pub fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '*' => (Token::Star, 1),
            ',' => (Token::Comma, 1),
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            '.' if !is_number(&rest[1..]) => (Token::Dot, 1),
            '"' | '\'' => quoted(rest, first)?,
            '<' | '>' | '=' | '!' => relation(rest)?,
            _ if first.is_alphabetic() || first == '_' => word(rest),
            _ => number(rest)?,
        };
        found.push(token);
        rest = rest[length..].trim_start();
    }
    Ok(found)
}

fn is_number(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_digit())
}

fn word(text: &str) -> (Token, usize) {
    let end = text.find(|char: char| !char.is_alphanumeric() && char != '_');
    let length = end.unwrap_or(text.len());
    (Token::Word(text[..length].to_owned()), length)
}

fn quoted(text: &str, mark: char) -> Result<(Token, usize), Fault> {
    let mut is_escaped = false;
    for (at, char) in text.char_indices().skip(1) {
        match char {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            char if char == mark => return Ok((Token::Quoted(text[1..at].to_owned()), at + 1)),
            _ => {}
        }
    }
    Err(Unparsable)
}

fn relation(text: &str) -> Result<(Token, usize), Fault> {
    const RELATIONS: [(&str, Relation); 7] = [
        ("<=", Relation::LessOrEqual),
        (">=", Relation::GreaterOrEqual),
        ("<>", Relation::Unequal),
        ("!=", Relation::Unequal),
        ("=", Relation::Equal),
        ("<", Relation::Less),
        (">", Relation::Greater),
    ];
    let found = RELATIONS
        .into_iter()
        .find(|(sign, _)| text.starts_with(sign));
    let (sign, relation) = found.ok_or(Unparsable)?;
    Ok((Token::Relation(relation), sign.len()))
}

/// Decimal and hexadecimal numbers, with a sign perhaps.
fn number(text: &str) -> Result<(Token, usize), Fault> {
    let sign = usize::from(text.starts_with(['-', '+']));
    let (negative, digits) = (text.starts_with('-'), &text[sign..]);
    let hexadecimal = digits
        .strip_prefix("0x")
        .or_else(|| digits.strip_prefix("0X"));
    if let Some(digits) = hexadecimal {
        let length = digits
            .find(|char: char| !char.is_ascii_hexdigit())
            .unwrap_or(digits.len());
        let value = i128::from_str_radix(&digits[..length], 16).map_err(|_| Unparsable)?;
        return Ok((
            Token::Whole(if negative { -value } else { value }),
            sign + 2 + length,
        ));
    }
    let mut length = 0;
    for (at, char) in digits.char_indices() {
        let after_exponent = digits[..at].ends_with(['e', 'E']);
        let belongs = char.is_ascii_digit()
            || char == '.'
            || (matches!(char, 'e' | 'E') && at > 0)
            || (matches!(char, '-' | '+') && after_exponent);
        if !belongs {
            break;
        }
        length = at + 1;
    }
    // What reads as neither is not a number, such as "infinity" would be for parse().
    let number = &text[..sign + length];
    let is_word_behind =
        digits[length..].starts_with(|char: char| char.is_alphanumeric() || char == '_');
    if length == 0 || is_word_behind {
        return Err(Unparsable);
    }
    let token = match number.parse() {
        Ok(whole) => Token::Whole(whole),
        Err(_) => Token::Real(number.parse().map_err(|_| Unparsable)?),
    };
    Ok((token, number.len()))
}
