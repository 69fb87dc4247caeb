//! What ends the poller's sleep when a timer is due.

#[cfg(any(not(target_os = "linux"), test))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;

#[cfg(not(target_os = "linux"))]
pub use elsewhere::Alarm;
#[cfg(target_os = "linux")]
pub use linux::Alarm;
