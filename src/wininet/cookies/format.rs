//! The text of the file: a line with the version, then one for each cookie, with tabs between its
//! parts. What is not plain ASCII is percent-encoded, and a line without its end is none.

use std::io;
use std::str::{self, FromStr};

use super::cookie::Cookie;
use crate::http::cookie::{is_control, MAX_PAIR};
use crate::wininet::url::unescape;

/// How the file begins, and the version of the form.
const MAGIC: &str = "libwininet cookies ";
const VERSION: u32 = 1;

/// The text of these cookies. Cookies of the session are left out.
pub fn encode(cookies: &[Cookie]) -> Vec<u8> {
    let mut text = format!("{MAGIC}{VERSION}\n");
    for cookie in cookies {
        let Some(expires) = cookie.expires else {
            continue;
        };
        let Cookie {
            flags,
            created,
            used,
            ..
        } = cookie;
        text += &format!("{flags:x}\t{created}\t{used}\t{expires}");
        let parts = [
            cookie.domain.as_bytes(),
            &cookie.path,
            &cookie.name,
            &cookie.value,
        ];
        for part in parts {
            text.push('\t');
            escape(part, &mut text);
        }
        text.push('\n');
    }
    text.into_bytes()
}

/// The cookies of a text. It fails if the text is of a later version, which may mean what we do not
/// know and would lose.
pub fn decode(text: &[u8]) -> io::Result<Vec<Cookie>> {
    let mut lines = text.split_inclusive(|&byte| byte == b'\n');
    let first = lines.next().unwrap_or_default();
    let version = first.strip_prefix(MAGIC.as_bytes()).and_then(number::<u32>);
    if version.is_some_and(|version| version > VERSION) {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let whole = lines.filter_map(|line| line.strip_suffix(b"\n"));
    Ok(whole.filter_map(decode_line).collect())
}

fn decode_line(line: &[u8]) -> Option<Cookie> {
    let mut parts = line.split(|&byte| byte == b'\t');
    let flags = str::from_utf8(parts.next()?).ok()?;
    let cookie = Cookie {
        flags: u32::from_str_radix(flags, 16).ok()?,
        created: number(parts.next()?)?,
        used: number(parts.next()?)?,
        expires: Some(number(parts.next()?)?),
        domain: String::from_utf8(plain(parts.next()?)?).ok()?,
        path: plain(parts.next()?)?,
        name: plain(parts.next()?)?,
        value: plain(parts.next()?)?,
    };
    let length = cookie.name.len() + cookie.value.len();
    let is_sound = !cookie.domain.is_empty()
        && cookie.path.starts_with(b"/")
        && (1..=MAX_PAIR).contains(&length)
        && parts.next().is_none();
    is_sound.then_some(cookie)
}

fn number<T: FromStr>(digits: &[u8]) -> Option<T> {
    str::from_utf8(digits).ok()?.trim_ascii_end().parse().ok()
}

fn escape(bytes: &[u8], text: &mut String) {
    for &byte in bytes {
        match byte {
            b'!'..=b'~' if byte != b'%' => text.push(char::from(byte)),
            _ => *text += &format!("%{byte:02X}"),
        }
    }
}

/// The bytes; a control character that was damaged into it could end a header line.
fn plain(text: &[u8]) -> Option<Vec<u8>> {
    let bytes = unescape(text, b"").into_owned();
    let is_whole = !bytes.iter().copied().any(is_control);
    is_whole.then_some(bytes)
}
