//! Programs for what only Windows has.

use super::support::reply::{reply, Request};
use super::support::Server;
use super::wine::{compile, run, Dll, Header};

#[test]
#[ignore = "make test-windows"]
fn ordinals_texts_version_and_a_module_that_stays() {
    let program = compile("tests/windows/module.c", Header::Mingw);
    let said = run(&program, Dll::Ours, &[]);
    let expected = "\
102 is GetDiskInfoA 1
117 is IsDomainLegalCookieDomainW 1
legal 1 1, not 0 0, error 123, NULL 0, error 87
disk 0, error 120
more than a hundred texts 1, wrong 0
version 1
gone without a session 1
session 1
stays with one 1
";
    assert!(said.success && said.text == expected, "{}", said.all);
}

fn files(request: &Request) -> Vec<u8> {
    match request.target().as_str() {
        "/file" => reply("200 OK", &[("Content-Type", "text/plain")], "the file"),
        "/redirected" => reply("302 Found", &[("Location", "/file")], "elsewhere"),
        _ => reply("404 Not Found", &[], "nothing"),
    }
}

/// urlmon takes its functions from wininet.dll by name, and everything that it does goes through ours. It
/// copies the file of INTERNET_OPTION_DATAFILE_NAME, so it needs what INTERNET_FLAG_NEED_FILE promises.
#[test]
#[ignore = "make test-windows"]
fn url_download_to_file() {
    let program = compile("tests/windows/url_download.c", Header::Mingw);
    let server = Server::respond(files);
    let expected = "\
A: 0
the file
W: 0
the file
missing: 0
nothing
error 6
";
    // A 404 is a file to Wine's urlmon, on its own wininet.dll as well.
    for dll in [Dll::Ours, Dll::Wines] {
        let said = run(&program, dll, &[&server.port().to_string()]);
        assert!(said.success && said.text == expected, "{}", said.all);
    }
}
