//! Programs for what only Windows has.

use super::support::reply::{ok, reply, Request};
use super::support::{certs, Server};
use super::wine::{compile, run, run_with, Dll, Header};

#[test]
#[ignore = "make test-windows"]
fn ordinals_texts_version_and_a_module_that_stays() {
    let program = compile("tests/windows/module.c", Header::Mingw);
    let said = run(&program, Dll::Ours, &[]);
    let expected = "\
102 is GetDiskInfoA 1
117 is IsDomainLegalCookieDomainW 1
legal 1 1, not 0 0, error 123, NULL 0, error 87, NULL 0, error 87
legal 1, not 0, error 123, NULL 0 0, error 87
disk 0, error 120
more than a hundred texts 1, wrong 0
version 1
gone without a session 1
session 1
stays with one 1
";
    assert!(said.success && said.text == expected, "{}", said.all);
}

/// Functions that the header does not declare fail, whatever they are given: NULL, handles of every kind,
/// pointers and numbers. They close no handle.
#[test]
#[ignore = "make test-windows"]
fn functions_that_the_header_does_not_declare() {
    let program = compile("tests/windows/undeclared.c", Header::Mingw);
    let list = include_str!("../../exports-windows.txt").lines();
    let names = list.filter(|line| !line.starts_with('#') && !line.starts_with("IsDomainLegal"));
    let names: Vec<&str> = names.filter_map(|line| line.split(' ').next()).collect();
    let said = run(&program, Dll::Ours, &names);
    let lines = names
        .iter()
        .map(|name| format!("{name}: 120 120 120 120 120 120 120 111\n"));
    assert!(
        said.success && said.text == lines.collect::<String>(),
        "{}",
        said.all
    );
}

/// Cookies with a date, of the program and of an answer just before its end, are found by the next
/// process, in the folder that Windows has for such data.
#[test]
#[ignore = "make test-windows"]
fn cookies_are_kept_below_the_local_application_data() {
    let program = compile("tests/windows/kept_cookie.c", Header::Mingw);
    let value = std::process::id().to_string();
    let field = format!("kept={value}; Max-Age=60");
    let server = Server::respond(move |_| reply("200 OK", &[("Set-Cookie", &field)], ""));
    let ask = |arguments: &[&str]| {
        let said = run_with(&program, Dll::Ours, arguments, |it| {
            it.env_remove("XDG_DATA_HOME")
        });
        assert!(said.success, "{}", said.all);
        said.text
    };
    let kept = format!("kept={value}\nthere 1\n");
    assert_eq!(ask(&["http://kept.example/", &value]), "set 1\n");
    assert_eq!(ask(&["http://kept.example/"]), kept);
    assert_eq!(ask(&[&server.url("/"), "fetch"]), "fetched 1\n");
    assert_eq!(ask(&[&server.url("/")]), kept);
}

/// CryptoAPI makes the chain, and the program frees it.
#[test]
#[ignore = "make test-windows"]
fn the_chain_of_a_server() {
    certs::authority_file();
    let program = compile("tests/windows/security_info.c", Header::Mingw);
    let server = Server::respond_tls(certs::good(), |_| ok("secret"));
    let said = run(&program, Dll::Ours, &[&server.url("/")]);
    let expected = "\
error 12028
fetched 1
flags 20000001, chain of 1 for server
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
    for dll in [Dll::Ours, Dll::Wines(60)] {
        let said = run(&program, dll, &[&server.port().to_string()]);
        assert!(said.success && said.text == expected, "{}", said.all);
    }
}
