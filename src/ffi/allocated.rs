//! What the library allocates and the program frees.

use super::inward::{write_string, CodeUnit};
use super::platform::allocate;
use crate::abi::LPSTR;

/// A string that the program frees with LocalFree or GlobalFree; NULL if there is no memory for it.
pub fn string_to_free<U: CodeUnit>(text: &[u8]) -> LPSTR {
    let units = U::encode(text);
    let room = allocate((units.len() + 1) * size_of::<U>());
    if !room.is_null() {
        // SAFETY: it has room for the units and the NUL.
        unsafe { write_string(room.cast::<U>(), &units) };
    }
    room.cast()
}
