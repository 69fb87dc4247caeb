//! What a test gives away for good: servers that never end, memory that the library may still write to.

use std::sync::Mutex;

/// Never freed. A leak checker finds it here, and so takes it for what it is.
pub fn kept<T: 'static>(value: T) -> &'static T {
    static ADDRESSES: Mutex<Vec<usize>> = Mutex::new(Vec::new());
    let kept: &'static T = Box::leak(Box::new(value));
    let address = std::ptr::from_ref(kept) as usize;
    ADDRESSES.lock().expect("no panic").push(address);
    kept
}
