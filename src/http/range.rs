//! Asking again for a body from a place inside it (RFC 9110, section 14), and whether what comes is
//! the same body.

use super::body::{content_length, decimal};
use super::fields::is_field_value;
use super::ResponseHead;

#[cfg(test)]
mod tests;

/// How long the body is that a program reads, as far as that was said.
pub fn length(head: &ResponseHead) -> Option<u64> {
    content_length(head).ok().flatten()
}

/// Whether the server says that it gives parts of this body.
pub fn is_offered(head: &ResponseHead) -> bool {
    can_be_asked(head) && head.has_token("Accept-Ranges", "bytes")
}

/// Whether a part of this body makes sense: not of a part, nor of what is decoded. A server that
/// gives none answers with the whole.
pub fn can_be_asked(head: &ResponseHead) -> bool {
    head.status() == 200 && !head.is_decoded() && !head.has_token("Accept-Ranges", "none")
}

/// The value of Range, and that of If-Range where there is something to hold on to.
pub fn fields(head: &ResponseHead, start: u64) -> (Vec<u8>, Option<Vec<u8>>) {
    let strong = head.get("ETag").filter(|tag| tag.starts_with(b"\""));
    let same = strong.or(head.get("Last-Modified"));
    let same = same.filter(|value| is_field_value(value));
    let range = format!("bytes={start}-").into_bytes();
    (range, same.map(<[u8]>::to_vec))
}

/// Where the body behind `now` begins in the one behind `first`, when `now` answers the same request
/// again, with a range from `start` on or without. `None`: it is another.
pub fn begin(first: &ResponseHead, now: &ResponseHead, start: Option<u64>) -> Option<u64> {
    let differs = |name| {
        let (before, after) = (first.get(name), now.get(name));
        before
            .zip(after)
            .is_some_and(|(before, after)| before != after)
    };
    if differs("ETag") || differs("Last-Modified") || first.is_decoded() != now.is_decoded() {
        return None;
    }
    if let (Some(start), 206) = (start, now.status()) {
        let (begin, whole) = content_range(now.get("Content-Range")?)?;
        let fits = whole.is_none_or(|whole| length(first).is_none_or(|length| length == whole));
        return (begin == start && fits).then_some(start);
    }
    let same = now.status() == first.status()
        && length(now) == length(first)
        && now.get("Content-Range") == first.get("Content-Range");
    same.then_some(0)
}

/// The first byte of the part, and how long the whole is if that is known.
fn content_range(value: &[u8]) -> Option<(u64, Option<u64>)> {
    let value = std::str::from_utf8(value).ok()?;
    let (unit, rest) = value.trim().split_once(' ')?;
    let (part, whole) = rest.split_once('/')?;
    let (begin, end) = part.split_once('-')?;
    let number = |text: &str| decimal(text.trim().as_bytes());
    let (begin, end) = (number(begin)?, number(end)?);
    let whole = match whole.trim() {
        "*" => None,
        whole => Some(number(whole)?),
    };
    let is_sound = begin <= end && whole.is_none_or(|whole| end < whole);
    (unit.eq_ignore_ascii_case("bytes") && is_sound).then_some((begin, whole))
}
