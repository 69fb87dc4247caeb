//! What is of COM itself: strings, VARIANTs, arrays, memory, how objects are created. On Windows the system
//! has it, and what one side allocates the other frees.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
pub use linux::*;
#[cfg(windows)]
pub use windows::*;
