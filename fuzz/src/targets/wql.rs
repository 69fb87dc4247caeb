//! Queries: read alike however they are set, and LIKE says what its simplest form would say.

use super::parts;
use crate::wql::{is_like, parse};

/// A query, a text and a pattern.
pub fn run(data: &[u8]) {
    let [query, text, pattern] = parts(data).map(String::from_utf8_lossy);
    let read = parse(&query);
    assert_eq!(read, parse(&format!(" \t{query}\r\n")), "{query:?}");
    if let Ok(read) = read {
        assert!(!read.class.is_empty(), "{query:?}");
        assert!(read.within.is_none_or(|it| it >= 0.0), "{query:?}");
        let again = format!("{:?}", parse(&query));
        assert_eq!(format!("{:?}", Ok::<_, ()>(&read)), again, "{query:?}");
    }
    like(&text, &pattern);
}

fn like(text: &str, pattern: &str) {
    let is_it = is_like(text, pattern);
    if text.is_ascii() && pattern.is_ascii() {
        let (other, one) = (text.to_ascii_uppercase(), pattern.to_ascii_lowercase());
        assert_eq!(is_like(&other, &one), is_it, "{text:?} like {pattern:?}");
    }
    // Without a pattern's characters a pattern is the text itself.
    if !pattern.contains(['%', '_', '[']) {
        let [a, b] = [text, pattern].map(str::to_lowercase);
        assert_eq!(is_it, a == b, "{text:?} like {pattern:?}");
    }
    // A "%" more at the end takes nothing away, nor does one at the front.
    for more in [format!("%{pattern}"), format!("{pattern}%")] {
        let is_closed = !pattern.contains('[');
        assert!(
            !is_it || !is_closed || is_like(text, &more),
            "{text:?} like {more:?}"
        );
    }
    if text.len() <= 12 && pattern.len() <= 8 && !pattern.contains('[') {
        let [text, pattern]: [Vec<char>; 2] =
            [text, pattern].map(|it| it.chars().flat_map(char::to_lowercase).collect());
        assert_eq!(
            is_it,
            simply_like(&text, &pattern),
            "{text:?} like {pattern:?}"
        );
    }
}

/// LIKE without sets, as it is defined.
fn simply_like(text: &[char], pattern: &[char]) -> bool {
    match (pattern, text) {
        ([], _) => text.is_empty(),
        (['%', rest @ ..], _) => (0..=text.len()).any(|it| simply_like(&text[it..], rest)),
        (['_', rest @ ..], [_, behind @ ..]) => simply_like(behind, rest),
        ([one, rest @ ..], [first, behind @ ..]) => one == first && simply_like(behind, rest),
        _ => false,
    }
}
