//! HttpQueryInfo: what the head of the answer, or of the request, says.

use std::time::UNIX_EPOCH;

use super::error::{Error, Result};
use super::query_names::name_of;
use super::request::{Request, State};
use crate::abi::{
    ERROR_HTTP_HEADER_NOT_FOUND, ERROR_HTTP_INVALID_HEADER, ERROR_HTTP_INVALID_QUERY_REQUEST,
    ERROR_INVALID_PARAMETER, HTTP_QUERY_CUSTOM, HTTP_QUERY_FLAG_COALESCE,
    HTTP_QUERY_FLAG_COALESCE_WITH_COMMA, HTTP_QUERY_FLAG_NUMBER, HTTP_QUERY_FLAG_NUMBER64,
    HTTP_QUERY_FLAG_REQUEST_HEADERS, HTTP_QUERY_FLAG_SYSTEMTIME, HTTP_QUERY_HEADER_MASK,
    HTTP_QUERY_MAX, HTTP_QUERY_RAW_HEADERS, HTTP_QUERY_RAW_HEADERS_CRLF, HTTP_QUERY_REQUEST_METHOD,
    HTTP_QUERY_STATUS_CODE, HTTP_QUERY_STATUS_TEXT, HTTP_QUERY_VERSION, SYSTEMTIME,
};
use crate::http::ResponseHead;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// dwInfoLevel: an HTTP_QUERY_ attribute and its flags.
    pub level: u32,
    /// The name for HTTP_QUERY_CUSTOM.
    pub custom: Vec<u8>,
    /// Which of several headers of that name.
    pub index: u32,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A string without its NUL.
    Text(Vec<u8>),
    /// HTTP_QUERY_FLAG_NUMBER.
    Number(u32),
    /// HTTP_QUERY_FLAG_NUMBER64.
    Number64(u64),
    /// HTTP_QUERY_FLAG_SYSTEMTIME.
    Time(SYSTEMTIME),
}

const NOT_FOUND: Error = Error(ERROR_HTTP_HEADER_NOT_FOUND);
const INVALID: Error = Error(ERROR_HTTP_INVALID_HEADER);

/// Answers, and says which index comes next where there may be several.
pub fn query_info(request: &Request, asked: &Asked) -> Result<(Answer, Option<u32>)> {
    let attribute = asked.level & HTTP_QUERY_HEADER_MASK;
    let name = match attribute {
        HTTP_QUERY_CUSTOM => std::str::from_utf8(&asked.custom).map_err(|_| NOT_FOUND)?,
        0..=HTTP_QUERY_MAX => name_of(attribute).unwrap_or(""),
        _ => return Err(Error(ERROR_HTTP_INVALID_QUERY_REQUEST)),
    };
    let state = request.state.lock();
    let (text, is_header) = match asked.level & HTTP_QUERY_FLAG_REQUEST_HEADERS {
        0 => from_response(&state, attribute, name, asked)?,
        _ => from_request(request, &state, attribute, name, asked)?,
    };
    if !is_header && asked.index > 0 {
        return Err(NOT_FOUND);
    }
    let next = is_header.then(|| asked.index.saturating_add(1));
    Ok((in_form(text, asked.level)?, next))
}

fn from_response(
    state: &State,
    attribute: u32,
    name: &str,
    asked: &Asked,
) -> Result<(Vec<u8>, bool)> {
    let head = state.response.as_ref().ok_or(Error::INCORRECT_STATE)?;
    let part = match attribute {
        HTTP_QUERY_VERSION => version(head),
        HTTP_QUERY_STATUS_CODE => head.status().to_string().into_bytes(),
        HTTP_QUERY_STATUS_TEXT => harmless(head.reason().to_vec()),
        HTTP_QUERY_RAW_HEADERS => raw_headers(head.lines()),
        HTTP_QUERY_RAW_HEADERS_CRLF => harmless(head.raw().to_vec()),
        // Windows documents no flag for it.
        HTTP_QUERY_REQUEST_METHOD => state.method.to_vec(),
        _ => return Ok((harmless(pick(head.values(name), asked)?), true)),
    };
    Ok((part, false))
}

fn from_request(
    request: &Request,
    state: &State,
    attribute: u32,
    name: &str,
    asked: &Asked,
) -> Result<(Vec<u8>, bool)> {
    let head = request.head_to_send(state);
    let part = match attribute {
        HTTP_QUERY_VERSION => request.version.as_str().as_bytes().to_vec(),
        HTTP_QUERY_REQUEST_METHOD => state.method.to_vec(),
        HTTP_QUERY_STATUS_CODE | HTTP_QUERY_STATUS_TEXT => return Err(NOT_FOUND),
        HTTP_QUERY_RAW_HEADERS => raw_headers(lines(&head)),
        HTTP_QUERY_RAW_HEADERS_CRLF => head.to_vec(),
        _ => {
            let values = lines(&head).skip(1).filter_map(|line| {
                let colon = line.iter().position(|&byte| byte == b':')?;
                let is_it = line[..colon].eq_ignore_ascii_case(name.as_bytes());
                is_it.then(|| line[colon + 1..].trim_ascii())
            });
            return Ok((pick(values, asked)?, true));
        }
    };
    Ok((part, false))
}

/// The lines of a head of ours, without the empty one.
fn lines(head: &[u8]) -> impl Iterator<Item = &[u8]> {
    head.split(|&byte| byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .filter(|line| !line.is_empty())
}

/// The value with the index, or all of them in one.
fn pick<'a>(mut values: impl Iterator<Item = &'a [u8]>, asked: &Asked) -> Result<Vec<u8>> {
    let coalesce = HTTP_QUERY_FLAG_COALESCE | HTTP_QUERY_FLAG_COALESCE_WITH_COMMA;
    if asked.level & coalesce == 0 {
        let value = values.nth(asked.index as usize).ok_or(NOT_FOUND)?;
        return Ok(value.to_vec());
    }
    let all: Vec<&[u8]> = values.skip(asked.index as usize).collect();
    match all.is_empty() {
        true => Err(NOT_FOUND),
        false => Ok(all.join(b", ".as_slice())),
    }
}

fn version(head: &ResponseHead) -> Vec<u8> {
    let (major, minor) = head.version();
    format!("HTTP/{major}.{minor}").into_bytes()
}

/// A NUL, or a CR that ends no line, is a space (RFC 9110, 5.5; RFC 9112, 2.2): to whoever reads on it would be the end of
/// the text, or of a line, and what is behind it a header of its own.
fn harmless(mut text: Vec<u8>) -> Vec<u8> {
    for at in 0..text.len() {
        let is_bare = text[at] == b'\r' && text.get(at + 1) != Some(&b'\n');
        if text[at] == 0 || is_bare {
            text[at] = b' ';
        }
    }
    text
}

/// Each line with a NUL behind it. The one that ends the string comes on top.
fn raw_headers<'a>(lines: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut text = Vec::new();
    for line in lines {
        text.extend(harmless(line.to_vec()));
        text.push(0);
    }
    text
}

fn in_form(text: Vec<u8>, level: u32) -> Result<Answer> {
    let forms = HTTP_QUERY_FLAG_NUMBER | HTTP_QUERY_FLAG_NUMBER64 | HTTP_QUERY_FLAG_SYSTEMTIME;
    match level & forms {
        0 => Ok(Answer::Text(text)),
        HTTP_QUERY_FLAG_NUMBER => Ok(Answer::Number(number(&text)?)),
        HTTP_QUERY_FLAG_NUMBER64 => Ok(Answer::Number64(number(&text)?)),
        HTTP_QUERY_FLAG_SYSTEMTIME => Ok(Answer::Time(time(&text)?)),
        _ => Err(Error(ERROR_INVALID_PARAMETER)),
    }
}

fn number<N: std::str::FromStr>(text: &[u8]) -> Result<N> {
    let text = std::str::from_utf8(text).map_err(|_| INVALID)?.trim();
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(INVALID);
    }
    text.parse().map_err(|_| INVALID)
}

fn time(text: &[u8]) -> Result<SYSTEMTIME> {
    let text = std::str::from_utf8(text).map_err(|_| INVALID)?;
    let moment = httpdate::parse_http_date(text.trim()).map_err(|_| INVALID)?;
    let seconds = moment.duration_since(UNIX_EPOCH).map_err(|_| INVALID)?;
    let moment = time::OffsetDateTime::UNIX_EPOCH + seconds;
    Ok(SYSTEMTIME {
        wYear: u16::try_from(moment.year()).map_err(|_| INVALID)?,
        wMonth: u8::from(moment.month()).into(),
        wDayOfWeek: moment.weekday().number_days_from_sunday().into(),
        wDay: moment.day().into(),
        wHour: moment.hour().into(),
        wMinute: moment.minute().into(),
        wSecond: moment.second().into(),
        wMilliseconds: moment.millisecond(),
    })
}
