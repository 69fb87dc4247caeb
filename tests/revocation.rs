//! Revoked certificates, by the lists that SSL_CRL_FILE names. The variable is read once in a
//! process: this one has a list, and begins another that has none it can read.

#![allow(unsafe_code)]

mod support;

use std::env;
use std::ffi::CStr;
use std::process::Command;
use std::sync::Once;

use support::reply::ok;
use support::*;
use wininet::abi::*;

const SECURE: u32 = INTERNET_FLAG_SECURE;
const IGNORE: u32 = SECURITY_FLAG_IGNORE_REVOCATION;
const REVOKED: u64 = 4711;
const LIST: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/revoked.pem");
const LIST_FOR_C: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/revoked.pem\0");

extern "C" fn name_the_list() {
    let Ok(name) = CStr::from_bytes_with_nul(LIST_FOR_C.as_bytes()) else {
        return;
    };
    // SAFETY: both are C strings, and before main there is no other thread. One that the parent has
    // set stays.
    unsafe { libc::setenv(c"SSL_CRL_FILE".as_ptr(), name.as_ptr(), 0) };
}

// SAFETY: a function pointer of the C calling convention is what the loader expects in this section.
#[used]
#[link_section = ".init_array"]
static BEFORE_MAIN: extern "C" fn() = name_the_list;

fn write_list() {
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(|| {
        let list = certs::revocation_list(&[1, REVOKED, 2]);
        std::fs::write(LIST, list).expect("the list's file");
    });
}

fn set(request: &Handle, flags: u32) {
    set_option_u32(request, INTERNET_OPTION_SECURITY_FLAGS, flags).expect("set");
}

/// 12170, its flag, and the excuse.
#[test]
fn a_revoked_certificate() {
    write_list();
    for asynchronous in BOTH {
        let server = Server::respond_tls(certs::numbered(REVOKED), |_| ok("secret"));
        let story = Story::new(server, asynchronous);
        let request = story.client.request("GET", "/", SECURE);
        assert_eq!(story.send(&request), Err(ERROR_INTERNET_SEC_CERT_REVOKED));
        story.told("CREATED CONNECTING CONNECTED CLOSING CLOSED COMPLETE");
        let flags = option_u32(&request, INTERNET_OPTION_CERT_ERROR_FLAGS);
        assert_eq!(flags, Ok(DLG_FLAGS_SEC_CERT_REV_FAILED));
        set(&request, IGNORE);
        story.send(&request).expect("an answer");
    }
}

/// One that the list does not name is as good as ever.
#[test]
fn other_certificates() {
    write_list();
    for asynchronous in BOTH {
        let server = Server::respond_tls(certs::numbered(REVOKED + 1), |_| ok("secret"));
        let client = Client::new(asynchronous, &server);
        let request = client.request("GET", "/", SECURE);
        client.send(&request).expect("an answer");
        // The list is not about the certificates of others.
        let server = Server::respond_tls(certs::unknown_ca(), |_| ok("secret"));
        let client = Client::new(asynchronous, &server);
        let request = client.request("GET", "/", SECURE);
        assert_eq!(client.send(&request), Err(ERROR_INTERNET_INVALID_CA));
        set(&request, SECURITY_FLAG_IGNORE_UNKNOWN_CA);
        client.send(&request).expect("an answer");
    }
}

/// With other faults: revoked weighs most, and excusing it excuses nothing else.
#[test]
fn revoked_among_others() {
    write_list();
    let (date, name) = (
        SECURITY_FLAG_IGNORE_CERT_DATE_INVALID,
        SECURITY_FLAG_IGNORE_CERT_CN_INVALID,
    );
    for asynchronous in BOTH {
        let server = Server::respond_tls(certs::numbered_all_wrong(REVOKED), |_| ok("secret"));
        let client = Client::new(asynchronous, &server);
        let request = client.request("GET", "/", SECURE);
        for (excuse, error) in [
            (0, ERROR_INTERNET_SEC_CERT_REVOKED),
            (date | name, ERROR_INTERNET_SEC_CERT_REVOKED),
            (IGNORE, ERROR_INTERNET_SEC_CERT_DATE_INVALID),
            (IGNORE | date, ERROR_INTERNET_SEC_CERT_CN_INVALID),
        ] {
            set(&request, excuse);
            assert_eq!(client.send(&request), Err(error), "excused {excuse:#x}");
        }
        set(&request, IGNORE | date | name);
        client.send(&request).expect("all is excused");
    }
}

/// No file, a broken list, or none in it leaves open what is revoked: 12057, and the same excuse.
#[test]
fn unreadable_lists() {
    let broken = concat!(env!("CARGO_TARGET_TMPDIR"), "/broken-list.pem");
    let text = "-----BEGIN X509 CRL-----\nMAAA\n-----END X509 CRL-----\n";
    std::fs::write(broken, text).expect("a file");
    let authority = certs::authority_file().to_str().expect("UTF-8");
    for file in ["/nowhere/list.pem", broken, authority] {
        let mut child = Command::new(env::current_exe().expect("this program"));
        child.args(["--ignored", "--exact", "unreadable"]);
        let output = child.env("SSL_CRL_FILE", file).output().expect("a child");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(told.contains("1 passed"), "{file}: {told}");
    }
}

#[test]
#[ignore = "unreadable_lists runs it, with another environment"]
fn unreadable() {
    for asynchronous in BOTH {
        let server = Server::respond_tls(certs::good(), |_| ok("secret"));
        let client = Client::new(asynchronous, &server);
        let request = client.request("GET", "/", SECURE);
        let failed = Err(ERROR_INTERNET_SEC_CERT_REV_FAILED);
        assert_eq!(client.send(&request), failed);
        set(&request, IGNORE);
        client.send(&request).expect("an answer");
    }
}
