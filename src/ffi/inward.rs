//! Arguments on their way in: strings of both flavours, numbers and structs behind pointers.

use std::borrow::Cow;
use std::ptr;

use super::platform::{decode_wide, encode_wide};
use crate::abi::{DWORD, ERROR_INVALID_PARAMETER, HINTERNET, WCHAR};
use crate::trace;
use crate::wininet::url::Unit;
use crate::wininet::{Error, HandleId, Result};

/// An argument that makes no sense.
pub const INVALID_PARAMETER: Error = Error(ERROR_INVALID_PARAMETER);

/// A string that the API takes with a length is never longer than this.
const LONGEST: usize = 64 * 1024 * 1024;

/// The code unit of one flavour of the API: a byte for A, the platform's wchar_t for W.
pub trait CodeUnit: Unit + 'static {
    /// The NUL.
    const NUL: Self;
    /// The backslash.
    const BACKSLASH: Self;

    /// The string's bytes, UTF-8 for W.
    fn decode(units: Vec<Self>) -> Result<Vec<u8>>;

    /// The same of so many units where they are: those of an A string are not copied.
    ///
    /// # Safety
    /// `text` points to so many units that do not change for as long as `'a`.
    unsafe fn view<'a>(text: *const Self, length: usize) -> Result<Cow<'a, [u8]>>;

    /// The string's units.
    fn encode(bytes: &[u8]) -> Vec<Self>;
}

impl CodeUnit for u8 {
    const NUL: u8 = 0;
    const BACKSLASH: u8 = b'\\';

    fn decode(units: Vec<u8>) -> Result<Vec<u8>> {
        Ok(units)
    }

    unsafe fn view<'a>(text: *const u8, length: usize) -> Result<Cow<'a, [u8]>> {
        // SAFETY: the caller's promise.
        Ok(unsafe { std::slice::from_raw_parts(text, length) }.into())
    }

    fn encode(bytes: &[u8]) -> Vec<u8> {
        bytes.to_vec()
    }
}

impl CodeUnit for WCHAR {
    const NUL: WCHAR = 0;
    const BACKSLASH: WCHAR = b'\\' as WCHAR;

    fn decode(units: Vec<WCHAR>) -> Result<Vec<u8>> {
        let text = decode_wide(&units).ok_or(INVALID_PARAMETER)?;
        Ok(text.into_bytes())
    }

    unsafe fn view<'a>(text: *const WCHAR, length: usize) -> Result<Cow<'a, [u8]>> {
        // SAFETY: the caller's promise.
        Self::decode(unsafe { units(text, length) }).map(Cow::Owned)
    }

    fn encode(bytes: &[u8]) -> Vec<WCHAR> {
        encode_wide(chars(bytes))
    }
}

/// The characters of a text from the wire. What is not UTF-8 is taken for Latin-1, as it mostly is.
fn chars(bytes: &[u8]) -> impl Iterator<Item = char> + '_ {
    bytes.utf8_chunks().flat_map(|chunk| {
        let others = chunk.invalid().iter().map(|&byte| char::from(byte));
        chunk.valid().chars().chain(others)
    })
}

/// How many units come before the NUL.
///
/// # Safety
/// `text` points to a string that ends with a NUL.
pub unsafe fn length<U: CodeUnit>(text: *const U) -> usize {
    // SAFETY: the caller's promise.
    unsafe { length_within(text, usize::MAX) }
}

/// How many of the first `most` units come before a NUL.
///
/// # Safety
/// `text` points to so many units, or to a string that ends with a NUL before.
pub unsafe fn length_within<U: CodeUnit>(text: *const U, most: usize) -> usize {
    let mut length = 0;
    // SAFETY: no unit behind the NUL or behind the last is read, the others are readable by the
    // caller's promise.
    while length < most && unsafe { ptr::read_unaligned(text.wrapping_add(length)) } != U::NUL {
        length += 1;
    }
    length
}

/// Copies `length` units.
///
/// # Safety
/// `text` points to so many units.
pub unsafe fn units<U: CodeUnit>(text: *const U, length: usize) -> Vec<U> {
    let mut units = Vec::<U>::with_capacity(length);
    // SAFETY: the source has so many units by the caller's promise, the target room for them, and all are
    // written; bytes are copied, so the source need not be aligned.
    unsafe {
        ptr::copy_nonoverlapping(
            text.cast::<u8>(),
            units.as_mut_ptr().cast::<u8>(),
            length * size_of::<U>(),
        );
        units.set_len(length);
    }
    units
}

/// A string that ends with a NUL; `None` for NULL.
///
/// # Safety
/// `text` is NULL or points to a string that ends with a NUL.
pub unsafe fn string<U: CodeUnit>(text: *const U) -> Result<Option<Vec<u8>>> {
    // SAFETY: the caller's promise; the string is copied before the program can change it.
    let viewed = unsafe { string_in_place(text) }?;
    Ok(viewed.map(Cow::into_owned))
}

/// The same for a string that stays as it is for as long as `'a`.
///
/// # Safety
/// `text` is NULL or points to a string that ends with a NUL, and does not change meanwhile.
pub unsafe fn string_in_place<'a, U: CodeUnit>(text: *const U) -> Result<Option<Cow<'a, [u8]>>> {
    if text.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller's promise, and so many units come before the NUL.
    unsafe { U::view(text, length(text)) }.map(Some)
}

/// A string with a length, or with (DWORD)-1 one that ends with a NUL; empty for NULL.
///
/// # Safety
/// `text` is NULL or points to what `count` says.
pub unsafe fn counted<U: CodeUnit>(text: *const U, count: u32) -> Result<Vec<u8>> {
    if text.is_null() {
        return Ok(Vec::new());
    }
    if count == u32::MAX {
        // SAFETY: the caller's promise for this count.
        return Ok(unsafe { string(text) }?.unwrap_or_default());
    }
    let count = count as usize;
    if count > LONGEST {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: the caller's promise.
    U::decode(unsafe { units(text, count) })
}

/// The bytes behind a pointer with a length.
///
/// # Safety
/// `bytes` is NULL or points to `count` readable bytes that do not change for as long as `'a`.
pub unsafe fn bytes<'a>(bytes: *const u8, count: u32) -> Result<&'a [u8]> {
    if count == 0 {
        return Ok(&[]);
    }
    if bytes.is_null() {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: not NULL, and the caller's promise for the rest.
    Ok(unsafe { std::slice::from_raw_parts(bytes, count as usize) })
}

/// Reads a value.
///
/// # Safety
/// `pointer` is NULL or points to a value that any bytes make.
pub unsafe fn read<T>(pointer: *const T) -> Result<T> {
    if pointer.is_null() {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: not NULL, readable by the caller's promise, and need not be aligned.
    Ok(unsafe { ptr::read_unaligned(pointer) })
}

/// Writes a value.
///
/// # Safety
/// `pointer` is NULL or points to room for it.
pub unsafe fn write<T>(pointer: *mut T, value: T) -> Result<()> {
    if pointer.is_null() {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: not NULL, writable by the caller's promise, and need not be aligned.
    unsafe { ptr::write_unaligned(pointer, value) };
    Ok(())
}

/// Writes units and a NUL behind them.
///
/// # Safety
/// `target` has room for one more than there are `units`.
pub unsafe fn write_string<U: CodeUnit>(target: *mut U, units: &[U]) {
    // SAFETY: the room is there by the caller's promise; bytes are copied, so the target need not be
    // aligned.
    unsafe {
        let bytes = size_of_val(units);
        ptr::copy_nonoverlapping(units.as_ptr().cast::<u8>(), target.cast::<u8>(), bytes);
        ptr::write_unaligned(target.wrapping_add(units.len()), U::NUL);
    }
}

/// The handle that a program gave.
pub fn handle(handle: HINTERNET) -> Result<HandleId> {
    trace::note_handle(handle as usize);
    HandleId::given(handle as usize)
}

/// Where a length of 0 says that a NUL ends the string.
pub fn nul_terminated_if_zero(length: DWORD) -> DWORD {
    match length {
        0 => DWORD::MAX,
        length => length,
    }
}
