//! wininet.dll under Wine: what it exports, what else is in it, and programs that use it through other
//! DLLs. `make test-windows` builds the DLL and runs these; the C programs of tests/c are run by
//! tests/c_programs.rs.

mod support;

#[path = "c/wine.rs"]
mod wine;

#[path = "windows/exports.rs"]
mod exports;

#[path = "windows/programs.rs"]
mod programs;
