//! What a request tells of its connection's security: the certificate as text and as a struct, the
//! encryption, the socket; on new and on pooled connections, and after a refusal.

#![allow(unsafe_code)]

mod support;

use std::ffi::{c_void, CStr};
use std::io;
use std::mem::MaybeUninit;
use std::ptr::null_mut;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

use rcgen::{DistinguishedName, DnType};
use rustls::version::{TLS12, TLS13};
use rustls::ServerConfig;
use support::every::wide;
use support::reply::ok;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

const SECURE: u32 = INTERNET_FLAG_SECURE;
const TEXT: u32 = INTERNET_OPTION_SECURITY_CERTIFICATE;
const STRUCT: u32 = INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT;
const ENCRYPTION: u32 = INTERNET_OPTION_SECURITY_CONNECTION_INFO;
const BITS: u32 = INTERNET_OPTION_SECURITY_KEY_BITNESS;
const SOCKET: u32 = INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO;
const FLAGS: u32 = INTERNET_OPTION_SECURITY_FLAGS;

fn serve(config: &Arc<ServerConfig>) -> Server {
    Server::respond_tls(config.clone(), |_| ok("secret"))
}

/// A certificate with a name of several parts, valid from 2020 to 2090.
fn named() -> Arc<ServerConfig> {
    let mut name = DistinguishedName::new();
    name.push(DnType::CountryName, "DE");
    name.push(DnType::OrganizationName, "Köln & Söhne");
    name.push(DnType::CommonName, "www.köln.example\r\nX: y");
    certs::described(name, (2020, 2090))
}

/// A struct of which any bytes make one.
fn ask<T>(request: &Handle, option: u32) -> Result<T> {
    let mut value = MaybeUninit::<T>::zeroed();
    let mut size = size_of::<T>() as u32;
    let data = value.as_mut_ptr().cast();
    // SAFETY: so many writable bytes.
    check(unsafe { InternetQueryOptionA(request.raw(), option, data, &mut size) })?;
    assert_eq!(size as usize, size_of::<T>());
    // SAFETY: zeroed, and of integers and pointers alone.
    Ok(unsafe { value.assume_init() })
}

/// A string of the struct, freed.
fn owned(text: LPSTR) -> String {
    // SAFETY: a C string of malloc's, which is ours to free.
    unsafe {
        let copy = CStr::from_ptr(text).to_str().expect("UTF-8").to_owned();
        libc::free(text.cast::<c_void>());
        copy
    }
}

struct Info {
    lines: [String; 5],
    key: u32,
    start: FILETIME,
    expiry: FILETIME,
}

fn info(request: &Handle) -> Result<Info> {
    let info: INTERNET_CERTIFICATE_INFOA = ask(request, STRUCT)?;
    let lines = [
        info.lpszSubjectInfo,
        info.lpszIssuerInfo,
        info.lpszProtocolName,
        info.lpszSignatureAlgName,
        info.lpszEncryptionAlgName,
    ];
    Ok(Info {
        lines: lines.map(owned),
        key: info.dwKeySize,
        start: info.ftStart,
        expiry: info.ftExpiry,
    })
}

/// Tenths of microseconds since 1601.
fn ticks(time: FILETIME) -> u64 {
    u64::from(time.dwHighDateTime) << 32 | u64::from(time.dwLowDateTime)
}

fn secure(client: &Client) -> Handle {
    client.request("GET", "/", SECURE)
}

fn read(client: &Client, request: &Handle) {
    let body = start_read(request, 100).and_then(|it| it.finish(client.recorder));
    assert_eq!(body.as_deref(), Ok(&b"secret"[..]));
}

#[test]
fn the_struct() {
    for asynchronous in BOTH {
        let server = serve(&certs::speaking(&named(), &TLS13));
        let client = Client::new(asynchronous, &server);
        let request = secure(&client);
        client.send(&request).expect("an answer");
        let info = info(&request).expect("a certificate");
        let [subject, issuer, protocol, signature, encryption] = info.lines;
        // What would end a line is left out.
        assert_eq!(subject, "DE\r\nKöln & Söhne\r\nwww.köln.exampleX: y");
        assert!(issuer.ends_with(certs::AUTHORITY), "{issuer}");
        assert_eq!(protocol, "TLS 1.3");
        assert_eq!(signature, "ECDSA with SHA-256");
        assert_eq!(encryption, "AES-256-GCM");
        assert_eq!(info.key, 256);
        // 2020-01-01 and 2090-01-01.
        assert_eq!(
            ticks(info.start),
            (1_577_836_800 + 11_644_473_600) * 10_000_000
        );
        assert_eq!(
            ticks(info.expiry),
            (3_786_912_000 + 11_644_473_600) * 10_000_000
        );
    }
}

#[test]
fn the_wide_struct() {
    let server = serve(&named());
    let client = Client::sync(&server);
    let request = secure(&client);
    client.send(&request).expect("an answer");
    let mut value = MaybeUninit::<INTERNET_CERTIFICATE_INFOW>::zeroed();
    let mut size = size_of::<INTERNET_CERTIFICATE_INFOW>() as u32;
    let data = value.as_mut_ptr().cast();
    // SAFETY: so many writable bytes; then integers, and strings of malloc's.
    unsafe {
        check(InternetQueryOptionW(request.raw(), STRUCT, data, &mut size)).expect("one");
        let info = value.assume_init();
        let expected = wide("DE\r\nKöln & Söhne\r\nwww.köln.exampleX: y");
        let came = std::slice::from_raw_parts(info.lpszSubjectInfo, expected.len());
        assert_eq!(came, expected);
        for text in [
            info.lpszSubjectInfo,
            info.lpszIssuerInfo,
            info.lpszProtocolName,
            info.lpszSignatureAlgName,
            info.lpszEncryptionAlgName,
        ] {
            libc::free(text.cast::<c_void>());
        }
    }
}

#[test]
fn the_text() {
    for asynchronous in BOTH {
        let server = serve(&certs::speaking(&named(), &TLS13));
        let client = Client::new(asynchronous, &server);
        let request = secure(&client);
        client.send(&request).expect("an answer");
        let text = option_text(&request, TEXT).expect("a certificate");
        let start = "Subject:\r\nDE\r\nKöln & Söhne\r\nwww.köln.exampleX: y\r\nIssuer:\r\n";
        assert!(text.starts_with(start), "{text}");
        let end = "Effective Date:\t2020-01-01T00:00:00Z\r\n\
                   Expiration Date:\t2090-01-01T00:00:00Z\r\n\
                   Signature Type:\tECDSA with SHA-256\r\n\
                   Security Protocol:\tTLS 1.3\r\n\
                   Encryption Type:\tAES-256-GCM\r\n\
                   Privacy Strength:\t256 bits\r\n";
        assert!(text.ends_with(end), "{text}");
    }
}

/// Sizes as for every option; a struct that does not fit leaves nothing behind.
#[test]
fn sizes() {
    let server = serve(&certs::good());
    let client = Client::sync(&server);
    let request = secure(&client);
    client.send(&request).expect("an answer");
    for (option, needed) in [
        (STRUCT, size_of::<INTERNET_CERTIFICATE_INFOA>()),
        (ENCRYPTION, size_of::<INTERNET_SECURITY_CONNECTION_INFO>()),
    ] {
        for room in [0, needed as u32 - 1] {
            let mut size = room;
            // SAFETY: NULL asks for the size.
            let asked = check(unsafe {
                InternetQueryOptionA(request.raw(), option, null_mut(), &mut size)
            });
            assert_eq!(asked, Err(ERROR_INSUFFICIENT_BUFFER));
            assert_eq!(size as usize, needed);
        }
    }
}

/// The encryption: bits, flags, and the struct in the numbers of Windows.
#[test]
fn encryption() {
    for asynchronous in BOTH {
        for (version, protocol, number) in [(&TLS12, 0x800, 0x303), (&TLS13, 0x2000, 0x304)] {
            let server = serve(&certs::speaking(&certs::good(), version));
            let client = Client::new(asynchronous, &server);
            let request = secure(&client);
            assert_eq!(option_u32(&request, BITS), Ok(0));
            let before: INTERNET_SECURITY_CONNECTION_INFO = ask(&request, ENCRYPTION).expect("");
            assert_eq!(before.fSecure, FALSE);
            client.send(&request).expect("an answer");
            assert_eq!(option_u32(&request, BITS), Ok(256));
            let strong = SECURITY_FLAG_SECURE | SECURITY_FLAG_STRENGTH_STRONG;
            assert_eq!(option_u32(&request, FLAGS), Ok(strong));
            let info: INTERNET_SECURITY_CONNECTION_INFO = ask(&request, ENCRYPTION).expect("");
            assert_eq!(info.dwSize as usize, size_of_val(&info));
            assert_eq!(info.fSecure, TRUE);
            let numbers = info.connectionInfo;
            assert_eq!(numbers.dwProtocol, protocol);
            assert_eq!((numbers.aiCipher, numbers.dwCipherStrength), (0x6610, 256));
            assert_eq!((numbers.aiHash, numbers.dwHashStrength), (0x800D, 384));
            assert_eq!((numbers.aiExch, numbers.dwExchStrength), (0xAE06, 255));
            let names = info.cipherInfo;
            assert_eq!((names.dwVersion, names.dwProtocol), (1, number));
            let (suite, name) = match number {
                0x304 => (0x1302, "TLS_AES_256_GCM_SHA384"),
                _ => (0xC02C, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"),
            };
            assert_eq!(names.dwCipherSuite, suite);
            let name = wide(name);
            assert_eq!(names.szCipherSuite[..name.len()], name);
        }
    }
}

/// A pooled connection tells what the one who made it was told.
#[test]
fn pooled_connections() {
    for asynchronous in BOTH {
        let server = serve(&certs::good());
        let client = Client::new(asynchronous, &server);
        let mut texts = Vec::new();
        for _ in 0..2 {
            let request = secure(&client);
            client.send(&request).expect("an answer");
            read(&client, &request);
            // The connection is back in the pool; what it has told stays.
            texts.push(option_text(&request, TEXT).expect("a certificate"));
            assert_eq!(option_u32(&request, BITS), Ok(256));
        }
        assert_eq!(texts[0], texts[1]);
        assert_eq!(server.connections(), 1);
    }
}

/// The callbacks after the handshake can ask, for one to look before anything is sent.
#[test]
fn inside_callbacks() {
    for asynchronous in BOTH {
        let server = serve(&named());
        let client = Client::new(asynchronous, &server);
        client
            .recorder
            .on(INTERNET_STATUS_SENDING_REQUEST, |event| {
                let request = Handle::adopt(event.handle);
                let text = option_text(&request, TEXT).expect("a certificate");
                request.leak();
                assert!(text.contains("Köln"), "{text}");
            });
        let request = secure(&client);
        client.send(&request).expect("an answer");
        client.recorder.assert_sound();
    }
}

/// A certificate that was refused is there to be shown, without the encryption that never was.
#[test]
fn refused_certificates() {
    for asynchronous in BOTH {
        let server = serve(&certs::expired_wrong_name());
        let client = Client::new(asynchronous, &server);
        let request = secure(&client);
        client.send(&request).expect_err("refused");
        let info = info(&request).expect("a certificate");
        assert_eq!(info.lines[0], "server");
        assert_eq!((info.lines[2].as_str(), info.lines[4].as_str()), ("", ""));
        assert_eq!(info.key, 0);
        let text = option_text(&request, TEXT).expect("a certificate");
        let dates = "Effective Date:\t2001-01-01T00:00:00Z\r\n\
                     Expiration Date:\t2002-01-01T00:00:00Z\r\n";
        assert!(text.contains(dates), "{text}");
        assert!(!text.contains("Protocol"), "{text}");
        assert_eq!(option_u32(&request, BITS), Ok(0));
        assert_eq!(option_u32(&request, FLAGS), Ok(SECURITY_FLAG_SECURE));
        let info: INTERNET_SECURITY_CONNECTION_INFO = ask(&request, ENCRYPTION).expect("one");
        assert_eq!(info.fSecure, FALSE);
    }
}

/// Without a certificate: no https, or nothing sent yet, or sent again to nobody.
#[test]
fn no_certificate() {
    for asynchronous in BOTH {
        let plain = Server::respond(|_| ok("secret"));
        let client = Client::new(asynchronous, &plain);
        let request = client.get("/");
        client.send(&request).expect("an answer");
        for option in [TEXT, STRUCT] {
            let mut size = 0;
            // SAFETY: NULL asks for the size.
            let asked = check(unsafe {
                InternetQueryOptionA(request.raw(), option, null_mut(), &mut size)
            });
            assert_eq!(asked, Err(ERROR_INTERNET_INVALID_OPERATION));
        }
        assert_eq!(option_u32(&request, BITS), Ok(0));
        assert_eq!(option_u32(&request, FLAGS), Ok(0));
        let request = secure(&client);
        let nothing = Err(ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        assert_eq!(option_text(&request, TEXT), nothing);
        let socket = ask::<INTERNET_DIAGNOSTIC_SOCKET_INFO>(&request, SOCKET);
        assert_eq!(socket.err(), Some(ERROR_INTERNET_INCORRECT_HANDLE_STATE));
        // A server that speaks no TLS.
        let silent = Server::script(Script::new().read_exactly(5).close());
        let client = Client::new(asynchronous, &silent);
        let request = secure(&client);
        client.send(&request).expect_err("no TLS");
        assert_eq!(option_text(&request, TEXT), nothing);
    }
}

/// The socket, while the request has it: the answer comes when it was asked for.
#[test]
fn sockets() {
    for asynchronous in BOTH {
        for (flags, kind) in [(0, 0), (SECURE, IDSI_FLAG_SECURE)] {
            let config = (flags == SECURE).then(certs::good);
            let (asked, answers) = channel();
            let answers = Mutex::new(answers);
            let server = Server::serve(move |connection| {
                if let Some(config) = &config {
                    connection.accept_tls(config)?;
                }
                loop {
                    connection.read_request()?;
                    answers.lock().unwrap().recv().map_err(io::Error::other)?;
                    connection.send(ok("secret"))?;
                }
            });
            let client = Client::new(asynchronous, &server);
            let infos = Arc::new(Mutex::new(Vec::new()));
            let seen = infos.clone();
            client
                .recorder
                .on(INTERNET_STATUS_REQUEST_SENT, move |event| {
                    let request = Handle::adopt(event.handle);
                    let info = ask::<INTERNET_DIAGNOSTIC_SOCKET_INFO>(&request, SOCKET);
                    request.leak();
                    seen.lock().unwrap().push(info.expect("a socket"));
                    asked.send(()).expect("a server");
                });
            for _ in 0..2 {
                let request = client.request("GET", "/", flags);
                client.send(&request).expect("an answer");
                read(&client, &request);
            }
            let infos = infos.lock().unwrap();
            let [first, second] = &infos[..] else {
                panic!("{infos:?}")
            };
            assert_eq!(first.DestPort, server.port().into());
            assert_eq!(first.Flags, kind);
            assert!(first.Socket > 2 && first.SourcePort > 0);
            assert_eq!(second.Flags, kind | IDSI_FLAG_KEEP_ALIVE);
            assert_eq!(
                (second.Socket, second.SourcePort),
                (first.Socket, first.SourcePort)
            );
        }
    }
}
