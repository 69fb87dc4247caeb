//! Certificates that are not as they should be, and the flags that excuse them.

use std::sync::Arc;

use super::*;

/// SECURITY_FLAG_IGNORE_ values.
const CA: u32 = SECURITY_FLAG_IGNORE_UNKNOWN_CA;
const DATE: u32 = SECURITY_FLAG_IGNORE_CERT_DATE_INVALID;
const NAME: u32 = SECURITY_FLAG_IGNORE_CERT_CN_INVALID;
const USAGE: u32 = SECURITY_FLAG_IGNORE_WRONG_USAGE;
const REVOKED: u32 = SECURITY_FLAG_IGNORE_REVOCATION;
const EVERYTHING: u32 = CA | DATE | NAME | USAGE | REVOKED;

struct Bad {
    what: &'static str,
    config: Arc<ServerConfig>,
    error: u32,
    /// The flags that excuse it, and not one less.
    excuse: u32,
}

fn bad_ones() -> Vec<Bad> {
    let bad = |what, config, error, excuse| Bad {
        what,
        config,
        error,
        excuse,
    };
    vec![
        bad(
            "unknown CA",
            certs::unknown_ca(),
            ERROR_INTERNET_INVALID_CA,
            CA,
        ),
        bad(
            "self-signed",
            certs::self_signed(),
            ERROR_INTERNET_INVALID_CA,
            CA,
        ),
        bad(
            "same name",
            certs::same_name(),
            ERROR_INTERNET_INVALID_CA,
            CA,
        ),
        bad(
            "self-signed, same name",
            certs::self_signed_same_name(),
            ERROR_INTERNET_INVALID_CA,
            CA,
        ),
        bad(
            "expired",
            certs::expired(),
            ERROR_INTERNET_SEC_CERT_DATE_INVALID,
            DATE,
        ),
        bad(
            "wrong name",
            certs::wrong_name(),
            ERROR_INTERNET_SEC_CERT_CN_INVALID,
            NAME,
        ),
        bad(
            "for clients",
            certs::client_only(),
            ERROR_INTERNET_SEC_INVALID_CERT,
            USAGE,
        ),
    ]
}

fn set(request: &Handle, flags: u32) {
    set_option_u32(request, INTERNET_OPTION_SECURITY_FLAGS, flags).expect("set");
}

/// Its own error each; CONNECTING, CONNECTED, CLOSING, CLOSED and nothing sent.
#[test]
fn each_fault_has_its_own_error() {
    both(|is_async| {
        for Bad {
            what,
            config,
            error,
            ..
        } in bad_ones()
        {
            let server = serve(&config, b"secret");
            let client = Client::new(is_async, &server);
            let request = client.request("GET", "/", SECURE);
            assert_eq!(client.send(&request), Err(error), "{what}");
            client.recorder.wait_idle();
            let told = [
                "CREATED",
                "CONNECTING",
                "CONNECTED",
                "CLOSING",
                "CLOSED",
                "COMPLETE",
            ];
            client
                .recorder
                .assert_names(&told[..told.len() - usize::from(!is_async)]);
            server.wait_ended(1);
            assert!(server.requests().is_empty(), "{what}: nothing was said");
        }
    });
}

/// The flag that excuses it, set on the same handle after the failure; any other
/// leaves it as it was.
/// A self-signed certificate that is in the file of trusted ones is good for its server, also if it
/// says that it is an authority's, as openssl makes them.
#[test]
fn a_certificate_that_is_itself_trusted() {
    both(|is_async| {
        let server = serve(&certs::authority_itself(), b"secret");
        let client = Client::new(is_async, &server);
        assert_eq!(fetch(&client, 0), Ok(b"secret".to_vec()));
    });
}

#[test]
fn the_same_handle_is_sent_again_with_an_excuse() {
    both(|is_async| {
        for Bad {
            what,
            config,
            error,
            excuse,
        } in bad_ones()
        {
            let server = serve(&config, b"secret");
            let client = Client::new(is_async, &server);
            let request = client.request("GET", "/", SECURE);
            assert_eq!(client.send(&request), Err(error), "{what}");
            set(&request, EVERYTHING & !excuse);
            assert_eq!(client.send(&request), Err(error), "{what}, other flags");
            set(&request, excuse);
            let flags = option_u32(&request, INTERNET_OPTION_SECURITY_FLAGS);
            assert_eq!(flags, Ok(excuse | SECURITY_FLAG_SECURE), "{what}");
            client.send(&request).expect(what);
            let body = read_by(&client, &request, 100);
            assert_eq!(body.as_deref(), Ok(&b"secret"[..]), "{what}");
        }
    });
}

/// Several at once: the gravest first, and each must be excused by itself.
#[test]
fn several_faults_at_once() {
    let (ca, date, name) = (
        ERROR_INTERNET_INVALID_CA,
        ERROR_INTERNET_SEC_CERT_DATE_INVALID,
        ERROR_INTERNET_SEC_CERT_CN_INVALID,
    );
    // What is excused, and what is complained of then.
    let two = [(0, date), (DATE, name), (NAME, date), (CA, date)];
    let three = [
        (0, ca),
        (CA, date),
        (CA | DATE, name),
        (CA | NAME, date),
        (DATE | NAME, ca),
    ];
    let cases = [
        (certs::expired_wrong_name(), &two[..]),
        (certs::all_wrong(), &three[..]),
    ];
    both(|is_async| {
        for (config, steps) in &cases {
            let server = serve(config, b"secret");
            let client = Client::new(is_async, &server);
            let request = client.request("GET", "/", SECURE);
            for &(excuse, error) in *steps {
                set(&request, excuse);
                assert_eq!(client.send(&request), Err(error), "excused {excuse:#x}");
            }
            set(&request, CA | DATE | NAME);
            client.send(&request).expect("all is excused");
        }
    });
}

/// INTERNET_FLAG_IGNORE_CERT_* of HttpOpenRequest and InternetOpenUrl excuse the
/// date and the name, and nothing else.
#[test]
fn flags_given_when_the_request_is_opened() {
    let date = INTERNET_FLAG_IGNORE_CERT_DATE_INVALID;
    let name = INTERNET_FLAG_IGNORE_CERT_CN_INVALID;
    both(|is_async| {
        for Bad {
            what,
            config,
            error,
            excuse,
        } in bad_ones()
        {
            let server = serve(&config, b"secret");
            let client = Client::new(is_async, &server);
            for (flag, excused) in [(date, excuse == DATE), (name, excuse == NAME)] {
                let expected = match excused {
                    true => Ok(b"secret".to_vec()),
                    false => Err(error),
                };
                assert_eq!(fetch(&client, flag), expected, "{what}, {flag:#x}");
                let url = server.url("/");
                let opened = open_url(&client.session, &url, flag, client.recorder.context());
                let opened = match opened {
                    Err(ERROR_IO_PENDING) => client.recorder.wait_complete(),
                    Ok(request) => (request.value(), 0),
                    Err(error) => (0, error),
                };
                let failed = expected.err().unwrap_or(0);
                assert_eq!((opened.0 != 0, opened.1), (failed == 0, failed), "{what}");
            }
        }
    });
}

/// What one request puts up with is its own affair: the connection it made is
/// used by nobody who is stricter or lenient in another way, and neither is its
/// TLS session; a request that is lenient in the same way uses it.
#[test]
fn leniency_does_not_leak() {
    both(|is_async| {
        for Bad {
            what,
            config,
            error,
            excuse,
        } in bad_ones()
        {
            let server = serve(&config, b"secret");
            let client = Client::new(is_async, &server);
            let lenient = |flags| {
                let request = client.request("GET", "/", SECURE);
                set(&request, flags);
                client.send(&request)?;
                read_by(&client, &request, 100)
            };
            let secret = Ok(&b"secret"[..]);
            assert_eq!(lenient(excuse).as_deref(), secret, "{what}");
            assert_eq!(fetch(&client, 0), Err(error), "{what}");
            assert_eq!(lenient(EVERYTHING & !excuse), Err(error), "{what}");
            assert_eq!(lenient(excuse).as_deref(), secret, "{what}");
            assert_eq!(fetch(&client, 0), Err(error), "{what}");
            // One that is kept, and three that were refused.
            assert_eq!(server.connections(), 4, "{what}");
        }
    });
}

/// Flags that are no excuses are ignored; those of one handle are not another's.
#[test]
fn other_flags_change_nothing() {
    both(|is_async| {
        let server = serve(&certs::wrong_name(), b"secret");
        let client = Client::new(is_async, &server);
        let (lenient, strict) = (
            client.request("GET", "/", SECURE),
            client.request("GET", "/", SECURE),
        );
        set(&lenient, !0);
        set(&strict, !EVERYTHING);
        client.send(&lenient).expect("an answer");
        let refused = Err(ERROR_INTERNET_SEC_CERT_CN_INVALID);
        assert_eq!(client.send(&strict), refused);
        let flags = option_u32(&strict, INTERNET_OPTION_SECURITY_FLAGS);
        assert_eq!(flags, Ok(SECURITY_FLAG_SECURE));
        let wrong_type = Err(ERROR_INTERNET_INCORRECT_HANDLE_TYPE);
        for parent in [&client.session, &client.connection] {
            let set = set_option_u32(parent, INTERNET_OPTION_SECURITY_FLAGS, NAME);
            assert_eq!(set, wrong_type);
        }
    });
}

/// With the mask every fault has the same error; the flags excuse as before.
#[test]
fn one_error_for_all_faults() {
    both(|is_async| {
        for Bad {
            what,
            config,
            error,
            excuse,
        } in bad_ones()
        {
            let server = serve(&config, b"secret");
            let client = Client::new(is_async, &server);
            let mask = INTERNET_ERROR_MASK_COMBINED_SEC_CERT;
            set_option_u32(&client.connection, INTERNET_OPTION_ERROR_MASK, mask).expect("set");
            let request = client.request("GET", "/", SECURE);
            let combined = Err(ERROR_INTERNET_SEC_CERT_ERRORS);
            assert_eq!(client.send(&request), combined, "{what}");
            let other = INTERNET_ERROR_MASK_INSERT_CDROM;
            set_option_u32(&request, INTERNET_OPTION_ERROR_MASK, other).expect("set");
            assert_eq!(
                client.send(&request),
                Err(error),
                "{what}, without the mask"
            );
            set_option_u32(&request, INTERNET_OPTION_ERROR_MASK, mask).expect("set");
            set(&request, excuse);
            client.send(&request).expect(what);
        }
    });
}

/// What is wrong can be asked for, in DLG_FLAGS_ values; wrong usage has none.
#[test]
fn what_is_wrong_in_flags() {
    let all =
        DLG_FLAGS_INVALID_CA | DLG_FLAGS_SEC_CERT_CN_INVALID | DLG_FLAGS_SEC_CERT_DATE_INVALID;
    both(|is_async| {
        let server = serve(&certs::all_wrong(), b"secret");
        let client = Client::new(is_async, &server);
        let request = client.request("GET", "/", SECURE);
        let flags = || option_u32(&request, INTERNET_OPTION_CERT_ERROR_FLAGS);
        assert_eq!(flags(), Ok(0));
        client.send(&request).expect_err("it is all wrong");
        assert_eq!(flags(), Ok(all));
        set(&request, CA);
        client.send(&request).expect_err("the rest is wrong");
        assert_eq!(flags(), Ok(all & !DLG_FLAGS_INVALID_CA));
        set(&request, CA | DATE | NAME);
        client.send(&request).expect("an answer");
        assert_eq!(flags(), Ok(0));
    });
}
