//! InternetCanonicalizeUrl and InternetCombineUrl. What follows "?" or "#" stays as it is: since
//! Internet Explorer 4 both work as if ICU_BROWSER_MODE were always set.

use std::borrow::Cow;

use super::super::error::{Error, Result};
use super::crack::has_drive;
use super::escape::{escape, escape_if, unescape, Unsafe};
use super::scheme::{is_hierarchical, scheme_kind};
use super::split::{remove_dot_segments, resolve, scheme_of, Split};
use crate::abi::*;

/// The flags that both functions take.
const FLAGS: u32 = ICU_BROWSER_MODE
    | ICU_DECODE
    | ICU_ENCODE_PERCENT
    | ICU_ENCODE_SPACES_ONLY
    | ICU_ESCAPE
    | ICU_NO_ENCODE
    | ICU_NO_META
    | ICU_USERNAME;

/// A URL in its canonical form.
pub fn canonicalize(url: &[u8], flags: u32) -> Result<Vec<u8>> {
    check(flags)?;
    let url = tidy(url, flags);
    match url.is_empty() {
        true => Err(Error(ERROR_INTERNET_INVALID_URL)),
        false => Ok(finish(&url, flags)),
    }
}

/// Where a reference found at `base` leads to, in canonical form.
pub fn combine(base: &[u8], reference: &[u8], flags: u32) -> Result<Vec<u8>> {
    check(flags)?;
    let base = tidy(base, flags);
    let mut reference = tidy(reference, flags);
    if scheme_of(&reference).is_none() {
        if kind_of(&base).is_none_or(|kind| !is_hierarchical(kind)) && !has_authority(&base) {
            return Err(Error(ERROR_BAD_PATHNAME));
        }
        reference = Cow::Owned(with_slashes(&reference));
    }
    let url = resolve(&base, without_scheme_of(&base, &reference));
    Ok(finish(&tidy(&url, flags & !ICU_DECODE), flags))
}

/// "http:page" at a base of http is an old way to write "page".
fn without_scheme_of<'a>(base: &[u8], reference: &'a [u8]) -> &'a [u8] {
    let (Some(scheme), Some(found)) = (scheme_of(base), scheme_of(reference)) else {
        return reference;
    };
    let rest = &reference[found.len() + 1..];
    let is_old_way = found.eq_ignore_ascii_case(scheme)
        && has_authority(base)
        && !has_authority(reference)
        && scheme_of(rest).is_none();
    match is_old_way {
        true => rest,
        false => reference,
    }
}

fn check(flags: u32) -> Result<()> {
    match flags & !FLAGS {
        0 => Ok(()),
        _ => Err(Error(ERROR_INVALID_PARAMETER)),
    }
}

fn kind_of(url: &[u8]) -> Option<i32> {
    scheme_of(url).and_then(|scheme| scheme_kind(scheme).ok())
}

fn has_authority(url: &[u8]) -> bool {
    Split::of(url).authority.is_some()
}

/// A URL as it can be taken apart: no white space around it, a file name made a URL, decoded if that
/// is asked for, slashes for backslashes.
fn tidy(url: &[u8], flags: u32) -> Cow<'_, [u8]> {
    let url = trim(url);
    if has_drive(url) || url.starts_with(br"\\") {
        return Cow::Owned(file_url(url));
    }
    let extra = url.iter().position(|byte| b"?#".contains(byte));
    let (before, extra) = url.split_at(extra.unwrap_or(url.len()));
    let before = match flags & ICU_DECODE {
        0 => Cow::Borrowed(before),
        // These would end the path, or the string, where it did not end before.
        _ => unescape(before, b"?#\0"),
    };
    match kind_of(&before) {
        Some(INTERNET_SCHEME_FILE) => Cow::Owned([&file_server(&before), extra].concat()),
        Some(kind) if is_hierarchical(kind) => Cow::Owned([&with_slashes(&before), extra].concat()),
        _ => Cow::Owned([&before, extra].concat()),
    }
}

/// White space counts behind a "?".
fn trim(url: &[u8]) -> &[u8] {
    let is_space = |byte: &u8| *byte <= b' ';
    let start = url.iter().position(|byte| !is_space(byte));
    let url = &url[start.unwrap_or(url.len())..];
    let end = url.iter().rposition(|byte| !is_space(byte));
    match url.contains(&b'?') {
        true => url,
        false => &url[..end.map_or(0, |end| end + 1)],
    }
}

/// Up to a "?" or "#".
fn with_slashes(url: &[u8]) -> Vec<u8> {
    let mut url = url.to_vec();
    let before = url.iter_mut().take_while(|byte| !b"?#".contains(byte));
    before
        .filter(|byte| **byte == b'\\')
        .for_each(|it| *it = b'/');
    url
}

/// The URL of a file of Windows: `C:\directory\file` or `\\server\share\file`.
fn file_url(path: &[u8]) -> Vec<u8> {
    let marks = |byte| b"%?#".contains(&byte);
    let path = with_slashes(&escape_if(path, marks));
    file_server(&[b"file:", path.as_slice()].concat())
}

/// A file URL with two slashes, then the server if there is one, then a slash and the rest.
fn file_server(url: &[u8]) -> Vec<u8> {
    let url = with_slashes(url);
    let (scheme, rest) = url.split_at("file:".len());
    let slashes = rest.iter().take_while(|&&byte| byte == b'/').count();
    let name = &rest[slashes..];
    let mut result = scheme.to_vec();
    if has_drive(name) {
        result.extend_from_slice(b"///");
        result.push(name[0]);
        result.push(b':');
        result.extend_from_slice(&name[2..]);
        return result;
    }
    // file://server, file:////server and more slashes than that name one; file:///name does not.
    result.extend_from_slice(if matches!(slashes, 2 | 4..) {
        b"//"
    } else {
        b"///"
    });
    result.extend_from_slice(name);
    result
}

/// Without meta sequences, with what is unsafe encoded, scheme and host in lower case.
fn finish(url: &[u8], flags: u32) -> Vec<u8> {
    let split = Split::of(url);
    let kind = kind_of(url);
    let is_opaque = split.authority.is_none() && !kind.is_some_and(is_hierarchical);
    let mut path = Cow::Borrowed(split.path);
    if !is_opaque && flags & ICU_NO_META == 0 {
        path = simplify(path);
    }
    if kind == Some(INTERNET_SCHEME_FILE) && split.authority == Some(b"") {
        // More slashes, which meta sequences can leave, would name a server.
        let name = path.iter().position(|&byte| byte != b'/');
        path = Cow::Owned([b"/", &path[name.unwrap_or(path.len())..]].concat());
    }
    if path.is_empty() && kind.is_some_and(is_hierarchical) && split.authority.is_some() {
        path = Cow::Borrowed(b"/");
    }
    let percent_too = flags & (ICU_ENCODE_PERCENT | ICU_NO_ENCODE) == ICU_ENCODE_PERCENT;
    let path = escape(&path, what_is_unsafe(flags, is_opaque), percent_too);
    let scheme = split.scheme.map(<[u8]>::to_ascii_lowercase);
    let authority = split.authority.map(with_host_in_lower_case);
    let canonical = Split {
        scheme: scheme.as_deref(),
        authority: authority.as_deref(),
        path: &path,
        ..split
    };
    canonical.join()
}

fn what_is_unsafe(flags: u32, is_opaque: bool) -> Unsafe {
    match flags {
        _ if flags & ICU_NO_ENCODE != 0 => Unsafe::Nothing,
        // Documented: it does not apply to opaque URLs.
        _ if flags & ICU_ENCODE_SPACES_ONLY != 0 && is_opaque => Unsafe::Nothing,
        _ if flags & ICU_ENCODE_SPACES_ONLY != 0 => Unsafe::Spaces,
        _ => Unsafe::All,
    }
}

/// A path that begins with a meta sequence stays as it is: there is nothing that it could leave.
fn simplify(path: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    let mut segments = path.split(|&byte| byte == b'/').skip(1);
    let is_meta = |segment: &[u8]| matches!(segment, b"." | b"..");
    let begins_with_meta = segments.next().is_some_and(is_meta);
    match !begins_with_meta && segments.any(is_meta) {
        true => Cow::Owned(remove_dot_segments(&path)),
        false => path,
    }
}

fn with_host_in_lower_case(authority: &[u8]) -> Vec<u8> {
    let at = authority.iter().rposition(|&byte| byte == b'@');
    let mut authority = authority.to_vec();
    authority[at.map_or(0, |at| at + 1)..].make_ascii_lowercase();
    authority
}
