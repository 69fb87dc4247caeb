//! A body that goes out in pieces, from its head to the head of its answer.

use std::ptr::null_mut;

use wininet::abi::*;
use wininet::ffi::*;

use super::api::{check, finish, Client, Handle, Result};

/// HttpSendRequestEx with this dwBufferTotal, 0 for chunks; InternetWriteFile for
/// each piece until one fails; HttpEndRequest.
pub fn send_in_pieces(
    client: &Client,
    request: &Handle,
    total: u32,
    pieces: &[&[u8]],
) -> Result<()> {
    finish(begin_pieces(request, total), client.recorder)?;
    for piece in pieces {
        let (data, size, mut count) = (piece.as_ptr().cast(), piece.len() as u32, 0);
        // SAFETY: piece and count outlive the call.
        let written = unsafe { InternetWriteFile(request.raw(), data, size, &mut count) };
        if check(written).is_err() {
            // The server may have said why.
            break;
        }
    }
    // SAFETY: no pointer is given.
    let ended = unsafe { HttpEndRequestA(request.raw(), null_mut(), 0, 0) };
    finish(check(ended), client.recorder)
}

/// HttpSendRequestEx with this dwBufferTotal and no bytes.
pub fn begin_pieces(request: &Handle, total: u32) -> Result<()> {
    // SAFETY: a struct of numbers and pointers, all of which may be zero.
    let mut buffers: INTERNET_BUFFERSA = unsafe { std::mem::zeroed() };
    buffers.dwStructSize = size_of::<INTERNET_BUFFERSA>() as u32;
    buffers.dwBufferTotal = total;
    // SAFETY: the struct outlives the call.
    check(unsafe { HttpSendRequestExA(request.raw(), &mut buffers, null_mut(), 0, 0) })
}
