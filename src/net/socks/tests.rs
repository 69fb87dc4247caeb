//! The bytes of each version, in one piece and byte by byte.

use super::*;

/// Plays a proxy that says `answers` whatever it hears, at most `piece` bytes at a time.
fn play(
    socks: &Socks,
    to: &str,
    answers: &[u8],
    piece: usize,
) -> (Vec<u8>, usize, Result<(), Failure>) {
    let mut heard = Vec::new();
    let mut answers = answers;
    let to = Destination::of(to).expect("a destination");
    let mut handshake = match Handshake::new(socks, to, 0x1234) {
        Ok(handshake) => handshake,
        Err(failure) => return (heard, answers.len(), Err(failure)),
    };
    let mut outcome = Ok(());
    while outcome.is_ok() && !handshake.is_done() {
        match handshake.turn() {
            Turn::Say(bytes) => {
                let taken = bytes.len().min(piece);
                heard.extend_from_slice(&bytes[..taken]);
                handshake.said(taken);
            }
            Turn::Hear(most) => {
                assert!((1..=LONGEST_ANSWER).contains(&most));
                let (now, later) = answers.split_at(most.min(piece).min(answers.len()));
                answers = later;
                outcome = handshake.heard(now);
            }
        }
    }
    (heard, answers.len(), outcome)
}

fn socks(version: SocksVersion, user: &str, password: &str) -> Socks {
    Socks::new(version, user.as_bytes(), password.as_bytes()).expect("a login that can be said")
}

/// What is heard, whatever the pieces; not a byte is read that belongs to the server.
fn assert_talk(socks: &Socks, to: &str, answers: &[u8], heard: &[u8]) {
    let answers = [answers, b"server"].concat();
    for piece in [1, 2, 3, 1000] {
        let played = play(socks, to, &answers, piece);
        assert_eq!(played, (heard.to_vec(), 6, Ok(())), "pieces of {piece}");
    }
}

#[test]
fn version_4_says_an_address_and_a_user() {
    let proxy = socks(SocksVersion::V4, "me", "");
    let heard = b"\x04\x01\x12\x34\x01\x02\x03\x04me\0";
    assert_talk(&proxy, "1.2.3.4", b"\0\x5a\0\0\0\0\0\0", heard);
}

#[test]
fn version_4a_says_a_name() {
    let proxy = socks(SocksVersion::V4a, "", "");
    let heard = b"\x04\x01\x12\x34\0\0\0\x01\0host.test\0";
    assert_talk(&proxy, "host.test", b"\0\x5a\0\0\0\0\0\0", heard);
}

#[test]
fn version_5_says_a_name_or_an_address() {
    let proxy = socks(SocksVersion::V5, "", "");
    let answers = b"\x05\0\x05\0\0\x01\x7f\0\0\x01\0\x50";
    assert_talk(
        &proxy,
        "host.test",
        answers,
        b"\x05\x01\0\x05\x01\0\x03\x09host.test\x12\x34",
    );
    assert_talk(
        &proxy,
        "1.2.3.4",
        answers,
        b"\x05\x01\0\x05\x01\0\x01\x01\x02\x03\x04\x12\x34",
    );
    let mut heard = b"\x05\x01\0\x05\x01\0\x04".to_vec();
    heard.extend_from_slice(&[0; 15]);
    heard.extend_from_slice(b"\x01\x12\x34");
    assert_talk(&proxy, "::1", answers, &heard);
}

#[test]
fn version_5_reads_every_kind_of_address() {
    let proxy = socks(SocksVersion::V5, "", "");
    let heard = b"\x05\x01\0\x05\x01\0\x03\x01h\x12\x34";
    let mut name = b"\x05\0\x05\0\0\x03\xff".to_vec();
    name.extend_from_slice(&[b'n'; 255 + 2]);
    assert_talk(&proxy, "h", &name, heard);
    assert_talk(&proxy, "h", b"\x05\0\x05\0\0\x03\0\0\0", heard);
    let mut v6 = b"\x05\0\x05\0\0\x04".to_vec();
    v6.extend_from_slice(&[0; 16 + 2]);
    assert_talk(&proxy, "h", &v6, heard);
}

#[test]
fn version_5_logs_in_when_asked_to() {
    let proxy = socks(SocksVersion::V5, "me", "secret");
    let request = b"\x05\x01\0\x03\x01h\x12\x34";
    let reply = b"\x05\0\0\x01\0\0\0\0\0\0";
    let heard = [&b"\x05\x02\0\x02\x01\x02me\x06secret"[..], request].concat();
    assert_talk(
        &proxy,
        "h",
        &[&b"\x05\x02\x01\0"[..], reply].concat(),
        &heard,
    );
    let heard = [&b"\x05\x02\0\x02"[..], request].concat();
    assert_talk(&proxy, "h", &[&b"\x05\0"[..], reply].concat(), &heard);
}

#[test]
fn refusals() {
    let five = socks(SocksVersion::V5, "", "");
    let named = socks(SocksVersion::V5, "me", "no");
    let four = socks(SocksVersion::V4a, "", "");
    let table: [(&Socks, &[u8], Failure); 14] = [
        (&five, b"\x05\xff", Failure::LoginRefused),
        (&five, b"\x05\x02", Failure::LoginRefused),
        (&five, b"\x05\x01", Failure::InvalidResponse),
        (&five, b"HTTP/1.1 400", Failure::InvalidResponse),
        (&named, b"\x05\x02\x01\x01", Failure::LoginRefused),
        (&five, b"\x05\0\x05\x01", Failure::CannotConnect),
        (&five, b"\x05\0\x05\x02", Failure::CannotConnect),
        (
            &five,
            b"\x05\0\x05\x04\0\x01\0\0\0\0\0\0",
            Failure::CannotConnect,
        ),
        (
            &five,
            b"\x05\0\x05\0\0\x02\0\0\0\0\0\0",
            Failure::InvalidResponse,
        ),
        (&five, b"\x05\0\x05\0\0", Failure::ConnectionAborted),
        (&five, b"", Failure::ConnectionAborted),
        (&four, b"\0\x5b\0\0\0\0\0\0", Failure::CannotConnect),
        (&four, b"\0\x5d\0\0\0\0\0\0", Failure::LoginRefused),
        (&four, b"\x05\0", Failure::InvalidResponse),
    ];
    for (proxy, answers, expected) in table {
        for piece in [1, 1000] {
            let (_, _, outcome) = play(proxy, "h", answers, piece);
            assert_eq!(outcome, Err(expected), "{answers:?}");
        }
    }
}

#[test]
fn what_cannot_be_said() {
    let long = "n".repeat(256);
    assert_eq!(Destination::of(&long), Err(Failure::NameNotResolved));
    assert!(Destination::of(&long[1..]).is_ok());
    let too_long = long.as_bytes();
    assert_eq!(Socks::new(SocksVersion::V5, too_long, b""), None);
    assert_eq!(Socks::new(SocksVersion::V5, b"", too_long), None);
    assert_eq!(Socks::new(SocksVersion::V4, b"a\0b", b""), None);
    let (_, _, outcome) = play(&socks(SocksVersion::V4, "", ""), "::1", b"", 1);
    assert_eq!(outcome, Err(Failure::CannotConnect));
}
