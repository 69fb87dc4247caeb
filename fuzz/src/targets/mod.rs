//! The targets: each takes any bytes, and panics where a promise of the library does not hold.

pub mod answers;
pub mod challenges;
pub mod cookies;
pub mod proxies;
pub mod query;
pub mod requests;
pub mod urls;
pub mod wql;

/// The parts of an input, which zero bytes part; those that are not there are empty.
fn parts<const N: usize>(data: &[u8]) -> [&[u8]; N] {
    let mut parts = data.splitn(N, |&byte| byte == 0);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// A C string of it; what is behind a NUL is left out.
fn c_string(text: &[u8]) -> std::ffi::CString {
    let end = text.iter().position(|&byte| byte == 0);
    let text = &text[..end.unwrap_or(text.len())];
    std::ffi::CString::new(text).expect("no NUL inside")
}
