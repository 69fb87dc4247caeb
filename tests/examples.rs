//! The examples that people are meant to keep, run as people run them: the
//! files, what is said, the exit status, and that nothing is left behind.
//!
//! Each is run plainly, under valgrind and with gcc's sanitizers.
#![allow(unsafe_code)]

mod support;

#[path = "examples/download.rs"]
mod download;
#[path = "c/harness.rs"]
mod harness;
#[path = "examples/program.rs"]
mod program;
#[path = "examples/resume.rs"]
mod resume;
#[path = "examples/upload.rs"]
mod upload;
