//! Calls to the program's status callbacks.

use std::io::{self, Write};
use std::mem;
use std::net::IpAddr;

use super::inward::CodeUnit;
use crate::abi::*;
use crate::wininet::{Listener, Notice, Status};

/// The listener for a callback of the A flavour; `None` for NULL.
pub fn narrow(callback: INTERNET_STATUS_CALLBACK) -> Option<Listener> {
    listener(callback, deliver::<u8>)
}

/// The listener for a callback of the W flavour.
pub fn wide(callback: INTERNET_STATUS_CALLBACK) -> Option<Listener> {
    listener(callback, |address, notice| {
        deliver::<WCHAR>(address, notice)
    })
}

/// The callback that a listener stands for.
pub fn callback(listener: Option<Listener>) -> INTERNET_STATUS_CALLBACK {
    callback_at(listener.map_or(0, |listener| listener.address))
}

/// INTERNET_INVALID_STATUS_CALLBACK.
pub fn invalid_callback() -> INTERNET_STATUS_CALLBACK {
    callback_at(INVALID_STATUS_CALLBACK_ADDRESS)
}

/// Whether it is INTERNET_INVALID_STATUS_CALLBACK.
pub fn is_invalid(callback: INTERNET_STATUS_CALLBACK) -> bool {
    callback.is_some_and(|callback| callback as usize == INVALID_STATUS_CALLBACK_ADDRESS)
}

fn listener(
    callback: INTERNET_STATUS_CALLBACK,
    deliver: fn(usize, &Notice<'_>),
) -> Option<Listener> {
    callback.map(|callback| Listener {
        address: callback as usize,
        deliver,
    })
}

fn callback_at(address: usize) -> INTERNET_STATUS_CALLBACK {
    // SAFETY: a function pointer in an Option has the size of an address, and 0 is None; what is not
    // None came from a program as such a pointer, or is the value that no one calls.
    unsafe { mem::transmute::<usize, INTERNET_STATUS_CALLBACK>(address) }
}

/// What lpvStatusInformation points to: at least 16 bytes, zero where nothing was written, so that it
/// reads right as an HINTERNET, as a DWORD and as an INTERNET_ASYNC_RESULT.
#[repr(C, align(16))]
struct Block([usize; 8]);

const BLOCK: usize = size_of::<Block>();

/// A name longer than a [`Block`], with zeros behind it.
struct Text<U> {
    units: Vec<U>,
    length: usize,
}

impl<U: CodeUnit> Text<U> {
    fn new(text: &[u8]) -> Self {
        let mut units = U::encode(text);
        let length = (units.len() + 1) * size_of::<U>();
        units.resize(units.len() + 1 + BLOCK / size_of::<U>(), U::NUL);
        Self { units, length }
    }
}

/// Tells a program of the flavour `U`.
fn deliver<U: CodeUnit>(address: usize, notice: &Notice<'_>) {
    let number = notice.status.number();
    let text = match notice.status {
        Status::ResolvingName(name) => Some(name.as_bytes()),
        Status::Redirect(url) => Some(url.as_slice()),
        _ => None,
    };
    match (text, notice.status) {
        (Some(text), _) => {
            let mut text = Text::<U>::new(text);
            call(
                address,
                notice,
                number,
                text.units.as_mut_ptr().cast(),
                text.length,
            );
        }
        (None, status) => {
            let mut block = Block([0; 8]);
            let length = fill(&mut block, notice, status);
            let information = match length {
                0 => std::ptr::null_mut(),
                _ => block.0.as_mut_ptr().cast(),
            };
            call(address, notice, number, information, length);
        }
    }
}

/// Writes the information of a status; gives its length.
fn fill(block: &mut Block, notice: &Notice<'_>, status: &Status) -> usize {
    match status {
        Status::NameResolved(ip)
        | Status::ConnectingToServer(ip)
        | Status::ConnectedToServer(ip) => write_address(block, ip) + 1,
        Status::RequestSent(count) | Status::ResponseReceived(count) => {
            block.0[0] = u32::try_from(*count).unwrap_or(u32::MAX) as usize;
            size_of::<DWORD>()
        }
        Status::CookieSent(count) | Status::CookieReceived(count) => {
            block.0[0] = *count as usize;
            size_of::<DWORD>()
        }
        Status::HandleCreated { .. } | Status::HandleClosing => {
            block.0[0] = notice.subject.value();
            size_of::<HINTERNET>()
        }
        Status::RequestComplete { result, error } => {
            block.0[0] = *result;
            block.0[1] = *error as usize;
            size_of::<INTERNET_ASYNC_RESULT>()
        }
        _ => 0,
    }
}

/// Writes an address as narrow text, which it is for either flavour, as on Windows; gives its length.
#[inline(never)]
fn write_address(block: &mut Block, address: &IpAddr) -> usize {
    let mut text = [0; BLOCK];
    let mut room = text.as_mut_slice();
    // The longest address is shorter than the block.
    let _ = match address {
        IpAddr::V4(address) => write_octets(&mut room, address.octets()),
        IpAddr::V6(address) => write!(room, "{address}"),
    };
    let length = BLOCK - room.len();
    let words = text.chunks_exact(size_of::<usize>());
    for (word, bytes) in block.0.iter_mut().zip(words) {
        *word = bytes.try_into().map_or(0, usize::from_ne_bytes);
    }
    length
}

/// The text of an IPv4 address. That of the standard library takes seven times as long.
fn write_octets(room: &mut &mut [u8], octets: [u8; 4]) -> io::Result<()> {
    let mut digits = itoa::Buffer::new();
    for (index, octet) in octets.into_iter().enumerate() {
        if index > 0 {
            room.write_all(b".")?;
        }
        room.write_all(digits.format(octet).as_bytes())?;
    }
    Ok(())
}

fn call(address: usize, notice: &Notice<'_>, number: DWORD, information: LPVOID, length: usize) {
    let Some(callback) = callback_at(address) else {
        return;
    };
    let handle = notice.handle.value() as HINTERNET;
    let no_unwinding = NoUnwinding;
    // SAFETY: the program gave this callback for exactly this call; `information` is NULL or a
    // writable copy that outlives the call. What the callback does is the program's.
    unsafe { callback(handle, notice.context, number, information, length as DWORD) };
    mem::forget(no_unwinding);
}

/// An exception that leaves a callback finds nobody who could go on.
pub struct NoUnwinding;

impl Drop for NoUnwinding {
    fn drop(&mut self) {
        eprintln!("libwininet: a callback threw an exception");
        std::process::abort();
    }
}
