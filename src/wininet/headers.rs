//! Header lines as programs write them: HttpAddRequestHeaders.

use super::error::{Error, Result};
use crate::abi::{
    ERROR_HTTP_HEADER_ALREADY_EXISTS, ERROR_HTTP_HEADER_NOT_FOUND, HTTP_ADDREQ_FLAG_ADD,
    HTTP_ADDREQ_FLAG_ADD_IF_NEW, HTTP_ADDREQ_FLAG_ALLOW_EMPTY_VALUES,
    HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA, HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON,
    HTTP_ADDREQ_FLAG_REPLACE,
};
use crate::http::Fields;

/// What is for the server that the program named, and for no other.
pub const OF_THE_SERVER: [&str; 4] = ["Authorization", "Cookie", "Proxy-Authorization", "Host"];

/// Applies every line of `lines`, or none if one of them is refused. Lines end with CRLF or LF;
/// blank ones, those without a name and a colon, and those of the names in `but` are skipped.
pub fn apply(fields: &mut Fields, lines: &[u8], modifiers: u32, but: &[&str]) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let mut changed = fields.clone();
    for line in lines.split(|&byte| byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let colon = line.iter().position(|&byte| byte == b':');
        let is_meant = |end: &usize| {
            let name = &line[..*end];
            *end > 0
                && !but
                    .iter()
                    .any(|it| name.eq_ignore_ascii_case(it.as_bytes()))
        };
        if let Some(colon) = colon.filter(is_meant) {
            apply_one(&mut changed, &line[..colon], &line[colon + 1..], modifiers)?;
        }
    }
    *fields = changed;
    Ok(())
}

fn apply_one(fields: &mut Fields, name: &[u8], value: &[u8], modifiers: u32) -> Result<()> {
    let is_set = |flag| modifiers & flag != 0;
    let exists = std::str::from_utf8(name).is_ok_and(|name| fields.contains(name));
    if is_set(HTTP_ADDREQ_FLAG_ADD_IF_NEW) && exists {
        return Err(Error(ERROR_HTTP_HEADER_ALREADY_EXISTS));
    }
    if is_set(HTTP_ADDREQ_FLAG_REPLACE) {
        if !exists && !is_set(HTTP_ADDREQ_FLAG_ADD) {
            return Err(Error(ERROR_HTTP_HEADER_NOT_FOUND));
        }
        // The others of that name stay, and the new one goes to the end.
        fields.remove_first(name);
        if value.trim_ascii().is_empty() && !is_set(HTTP_ADDREQ_FLAG_ALLOW_EMPTY_VALUES) {
            return Ok(());
        }
        return Ok(fields.append(name, value)?);
    }
    if is_set(HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA) {
        return Ok(fields.join(name, value, b", ")?);
    }
    if is_set(HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON) {
        return Ok(fields.join(name, value, b"; ")?);
    }
    Ok(fields.append(name, value)?)
}
