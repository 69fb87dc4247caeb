//! The bad calls of tests/bad_input.rs, on wininet.dll.

use super::support::reply::ok;
use super::support::{Place, Server};
use super::wine::{compile_plain, run, Dll};
use super::{header, judge, program};
use wininet::abi::INTERNET_FLAG_ASYNC;

#[test]
#[ignore = "make test-windows"]
fn every_call_fails_as_documented() {
    let functions = header::functions();
    let place = Place::new();
    place.write("bad_input.c", program::write(&functions));
    let bad_calls = compile_plain(&place.join("bad_input.c"));
    let server = Server::respond(|_| ok("an answer"));
    for flags in [0, INTERNET_FLAG_ASYNC] {
        let arguments = [&server.url("/"), "1", "0", &flags.to_string()];
        let said = run(&bad_calls, Dll::Ours, &arguments);
        judge::judge(&functions, &program::read(&said.text));
        assert!(said.success, "{}", said.all);
    }
}
