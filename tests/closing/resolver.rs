//! A getaddrinfo of the test's own: what the executable defines comes before
//! libc's, so a look-up can be made to hang, with no name server anywhere.
//! Literal addresses never come here.

use std::ffi::{c_char, c_int, CStr};
use std::mem::zeroed;
use std::ptr::{null_mut, NonNull};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;

use libc::{addrinfo, sockaddr_in};

use crate::support::Latch;

/// A name whose look-up begins, and ends only when this is dropped or released.
pub struct SlowName {
    pub host: String,
    begun: Latch,
    go: Latch,
}

static SLOW: Mutex<Vec<(String, Latch, Latch)>> = Mutex::new(Vec::new());
static COUNT: AtomicUsize = AtomicUsize::new(0);

impl SlowName {
    pub fn new() -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let (host, begun, go) = (format!("slow-{number}.test"), Latch::new(), Latch::new());
        let slow = (host.clone(), begun.clone(), go.clone());
        SLOW.lock().unwrap().push(slow);
        Self { host, begun, go }
    }

    /// Waits until somebody asks for it.
    pub fn wait_lookup(&self) {
        self.begun.wait();
    }

    /// Lets the look-up end; it gives 127.0.0.1.
    pub fn release(&self) {
        self.go.release();
    }
}

impl Drop for SlowName {
    fn drop(&mut self) {
        self.release();
    }
}

/// A name of its own that is 127.0.0.1, found at once.
pub fn quick_name() -> String {
    format!("quick-{}.test", COUNT.fetch_add(1, Ordering::Relaxed))
}

#[repr(C)]
struct Entry {
    info: addrinfo,
    address: sockaddr_in,
}

#[no_mangle]
unsafe extern "C" fn getaddrinfo(
    node: *const c_char,
    _service: *const c_char,
    _hints: *const addrinfo,
    result: *mut *mut addrinfo,
) -> c_int {
    // SAFETY: std passes a C string.
    let host = unsafe { CStr::from_ptr(node) }.to_string_lossy();
    let slow = {
        let slow = SLOW.lock().unwrap();
        slow.iter().find(|(name, ..)| *name == host).cloned()
    };
    if let Some((_, begun, go)) = slow {
        begun.release();
        go.wait();
    } else if !host.starts_with("quick-") {
        return libc::EAI_NONAME;
    }
    // SAFETY: all zeros are a value of either struct.
    let mut entry: Box<Entry> = Box::new(unsafe { zeroed() });
    entry.address.sin_family = libc::AF_INET as libc::sa_family_t;
    entry.address.sin_addr.s_addr = u32::from_ne_bytes([127, 0, 0, 1]);
    entry.info.ai_family = libc::AF_INET;
    entry.info.ai_socktype = libc::SOCK_STREAM;
    entry.info.ai_addrlen = size_of::<sockaddr_in>() as libc::socklen_t;
    let entry = Box::into_raw(entry);
    // SAFETY: just made; std's pointer for the result is writable.
    unsafe {
        (*entry).info.ai_addr = (&raw mut (*entry).address).cast();
        (*entry).info.ai_next = null_mut();
        *result = entry.cast();
    }
    0
}

#[no_mangle]
unsafe extern "C" fn freeaddrinfo(info: *mut addrinfo) {
    if let Some(info) = NonNull::new(info) {
        // SAFETY: made by Box::into_raw above, and the info is its first field.
        drop(unsafe { Box::from_raw(info.cast::<Entry>().as_ptr()) });
    }
}
