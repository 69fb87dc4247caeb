//! What the library allocates and the program frees.

use super::inward::{write_string, CodeUnit};
use crate::abi::LPSTR;

/// A string that the program frees with LocalFree or GlobalFree, which are free() of the C library;
/// NULL if there is no memory for it.
pub fn string_to_free<U: CodeUnit>(text: &[u8]) -> LPSTR {
    let units = U::encode(text);
    let size = (units.len() + 1) * size_of::<U>();
    // SAFETY: malloc takes any size; what it gives is NULL or has room for the units and the NUL.
    unsafe {
        let room = libc::malloc(size);
        if !room.is_null() {
            write_string(room.cast::<U>(), &units);
        }
        room.cast()
    }
}
