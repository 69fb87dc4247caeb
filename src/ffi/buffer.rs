//! The caller's buffers, which pending reads fill.

use crate::abi::DWORD;
use crate::trace;
use crate::wininet::Destination;

/// A buffer of the program's and the variable for the number of bytes in it.
pub struct CallerBuffer {
    bytes: *mut u8,
    length: usize,
    count: *mut DWORD,
}

// SAFETY: the program lends both until the read is completed or its handle is closed, to whatever
// thread completes it; there is one reader at a time.
unsafe impl Send for CallerBuffer {}

impl CallerBuffer {
    /// A buffer with its count. The count is 0 until bytes come.
    ///
    /// # Safety
    /// Both are writable until the read is completed or its handle is closed; `bytes` is not NULL
    /// unless `length` is 0, and a NULL `count` is not written.
    pub unsafe fn new(bytes: *mut u8, length: DWORD, count: *mut DWORD) -> Self {
        Self {
            bytes,
            length: length as usize,
            count,
        }
    }
}

impl Destination for CallerBuffer {
    fn buffer(&mut self) -> &mut [u8] {
        if self.length == 0 {
            return &mut [];
        }
        // SAFETY: not NULL and so long, by the promise given to `new`; while a read is pending the
        // program leaves its buffer alone.
        unsafe { std::slice::from_raw_parts_mut(self.bytes, self.length) }
    }

    fn set_count(&mut self, count: usize) {
        trace::note(|| format!("{count} bytes"));
        if self.count.is_null() {
            return;
        }
        let count = DWORD::try_from(count).unwrap_or(DWORD::MAX);
        // SAFETY: not NULL and writable, by the promise given to `new`; need not be aligned.
        unsafe { self.count.write_unaligned(count) };
    }
}
