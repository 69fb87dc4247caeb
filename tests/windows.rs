//! wininet.dll under Wine: what it exports, what else is in it, and programs that use it through other
//! DLLs. `make test-windows` builds the DLL and runs these; the C programs of tests/c are run by
//! tests/c_programs.rs.

#![allow(unsafe_code)]

mod support;

#[path = "c/wine.rs"]
mod wine;

#[path = "bad_input/header.rs"]
mod header;

#[path = "bad_input/judge.rs"]
mod judge;

#[path = "bad_input/program.rs"]
mod program;

#[path = "windows/bad_input.rs"]
mod bad_input;

#[path = "windows/exports.rs"]
mod exports;

#[path = "windows/programs.rs"]
mod programs;

#[path = "windows/wmi.rs"]
mod wmi;
