//! InternetSetFilePointer, and a server that gives parts.

use std::ptr::null_mut;

use wininet::abi::*;
use wininet::ffi::*;

use super::api::{last_error, set_last_error, Handle, Result};
use super::reply::{reply, Request};

/// Moves by a distance of 64 bits; gives the new place.
pub fn seek(request: &Handle, distance: i64, method: u32) -> Result<u64> {
    set_last_error(0xBAD);
    let (low, mut high) = (distance as i32, (distance >> 32) as i32);
    // SAFETY: a LONG.
    let place = unsafe { InternetSetFilePointer(request.raw(), low, &mut high, method, 0) };
    match last_error() {
        0 => Ok(u64::from(high as u32) << 32 | u64::from(place)),
        error => {
            assert_eq!(place, INVALID_SET_FILE_POINTER);
            Err(error)
        }
    }
}

/// The same without a high half.
pub fn seek_low(request: &Handle, distance: i32, method: u32) -> Result<u32> {
    set_last_error(0xBAD);
    // SAFETY: NULL is allowed.
    let place = unsafe { InternetSetFilePointer(request.raw(), distance, null_mut(), method, 0) };
    match last_error() {
        0 => Ok(place),
        error => {
            assert_eq!(place, INVALID_SET_FILE_POINTER);
            Err(error)
        }
    }
}

/// Text in which every place can be told from every other.
pub fn numbered(size: usize) -> Vec<u8> {
    let words = (0..).flat_map(|number: u32| format!("{number:07} ").into_bytes());
    words.take(size).collect()
}

/// Answers with the content, or the part that is asked for, under this ETag.
pub fn part_of(content: &[u8], tag: &str, request: &Request) -> Vec<u8> {
    let range = request.header("Range");
    let start = range
        .as_deref()
        .and_then(|it| it.strip_prefix("bytes=")?.strip_suffix('-'));
    let start = start.and_then(|start| start.parse::<usize>().ok());
    let is_same = request.header("If-Range").is_none_or(|same| same == tag);
    let offers = ("Accept-Ranges", "bytes");
    match start.filter(|_| is_same) {
        None => reply("200 OK", &[("ETag", tag), offers], content),
        Some(start) if start >= content.len() => {
            let range = format!("bytes */{}", content.len());
            reply(
                "416 Range Not Satisfiable",
                &[("Content-Range", &range)],
                "",
            )
        }
        Some(start) => {
            let (last, size) = (content.len() - 1, content.len());
            let range = format!("bytes {start}-{last}/{size}");
            let headers = [("ETag", tag), ("Content-Range", &range)];
            reply("206 Partial Content", &headers, &content[start..])
        }
    }
}
