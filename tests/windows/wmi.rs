//! WMI of the DLL, for programs that find it through COM and for those that ask it for its class.

use std::fs;

use super::wine::{compile, run, run_alone, Dll, Header};

/// A program that was written for Windows' own WMI and knows nothing of wininet.dll. The manifest beside it is all
/// that there is of ours; the log of the loader says that it got our DLL.
#[test]
#[ignore = "make test-windows"]
fn the_event_sample_runs_unchanged() {
    let program = compile("tests/windows/event_sample.cpp", Header::Mingw);
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/windows/wmi.manifest");
    fs::copy(manifest, program.with_extension("exe.manifest")).expect("a manifest");
    let said = run(&program, Dll::Ours, &[]);
    let expected = "\
Connected to ROOT\\CIMV2
Event occurred: event_sample.cpp.exe
told 1
cancelled 0x0, complete 1 0x80041032
references 1
the sink is gone
";
    assert!(said.success && said.text == expected, "{}", said.all);
}

#[test]
#[ignore = "make test-windows"]
fn values_are_freed_by_the_system() {
    let program = compile("tests/windows/wmi_values.c", Header::Mingw);
    let said = run(&program, Dll::Ours, &[]);
    let expected = "\
no such class 0x80040111, nothing given 1
a class object 0x0, a locator 0x0
ROOT\\NO 0x8004100e
ROOT\\CIMV2 0x0
\\\\.\\root\\wininet 0x0
this process 1, threads 1, named 1, a path 1, begun 25, command line -1
names: type 8, many 1, freed 0x0
SELECT * FROM Win32_OperatingSystem: 0x80041010
the time is the system's 1
no class 0x80041002, error info 0x0 of GetObject, method 0x80041024
requests are watched 0x0
__InstanceCreationEvent of the request 1
__InstanceDeletionEvent of the request 1
";
    assert!(said.success && said.text == expected, "{}", said.all);
}

/// The program that tests our strings, VARIANTs and arrays on Linux says the same of those of oleaut32.dll.
#[test]
#[ignore = "make test-windows"]
fn what_programs_use_beside_wmi() {
    let program = compile("tests/wmi/automation.c", Header::Mingw);
    let said = run_alone(&program);
    let expected = include_str!("../wmi/automation.txt");
    assert!(said.success && said.text == expected, "{}", said.all);
}
