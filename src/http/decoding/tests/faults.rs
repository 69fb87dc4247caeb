//! What is cut short, broken, followed by something, or far larger than it looks.

use super::*;

/// Nothing that is cut short may end where it was cut.
#[test]
fn what_is_cut_short_is_not_complete() {
    let bytes = sample(3000);
    for (kind, name, coded) in coded(&bytes) {
        for end in 1..coded.len() {
            if let Ok((came, is_complete)) = decode(name, &coded[..end]) {
                assert!(!is_complete, "{kind} at {end} of {}", coded.len());
                assert!(bytes.starts_with(&came), "{kind} at {end}");
            }
        }
    }
}

/// Bytes that flip are found out by those that have a checksum, and upset none of them.
#[test]
fn what_is_broken_is_found_out() {
    let bytes = sample(2000);
    for (kind, name, coded) in coded(&bytes) {
        let has_checksum = matches!(kind, "gzip" | "zlib");
        for at in 0..coded.len() {
            for bit in [0, 3, 7] {
                let mut broken = coded.clone();
                broken[at] ^= 1 << bit;
                let came = decode(name, &broken);
                // The time and the system in a gzip header mean nothing.
                let matters = has_checksum && !(kind == "gzip" && (4..10).contains(&at));
                if let (Ok((came, true)), true) = (came, matters) {
                    assert!(came == bytes, "{kind}, bit {bit} of byte {at}");
                }
            }
        }
    }
}

/// What is no coded body at all.
#[test]
fn nonsense_is_refused() {
    let nonsense = b"<html><body>This is not compressed.</body></html>";
    for name in [Name::Gzip, Name::Zstd] {
        assert_eq!(decode(name, nonsense), Err(Corrupt), "{name:?}");
    }
    for name in [Name::Deflate, Name::Brotli] {
        let came = decode(name, nonsense);
        assert!(!matches!(came, Ok((_, true))), "{name:?}");
    }
}

/// No byte at all is an empty body.
#[test]
fn nothing_is_nothing() {
    for name in ALL {
        assert_eq!(decode(name, b""), Ok((Vec::new(), true)), "{name:?}");
    }
}

/// What a server sends behind the end is passed over.
#[test]
fn what_follows_is_passed_over() {
    let bytes = sample(500);
    for (kind, name, coded) in coded(&bytes) {
        for garbage in [&b"\0"[..], b"garbage", &[0; 5000]] {
            let coded = [&coded, garbage].concat();
            for piece in [1, usize::MAX] {
                let mut decoder = Decoder::new(name, None);
                let came = decode_by(&mut decoder, &coded, piece, 100);
                assert_eq!(came, Ok((bytes.clone(), true)), "{kind}");
            }
        }
    }
}

/// A zstd frame that asks for a window of `8 MiB + eighths of it`, or holds all in one segment.
fn frame_header(descriptor: u8, rest: &[u8]) -> Vec<u8> {
    [&0xFD2F_B528_u32.to_le_bytes()[..], &[descriptor], rest].concat()
}

#[test]
fn zstd_windows_are_bounded() {
    let repeated = |last: u32, size: u32| (size << 3 | 1 << 1 | last).to_le_bytes();
    let block = [&repeated(1, 1000)[..3], b"z"].concat();
    let whole = |header: Vec<u8>| decode(Name::Zstd, &[&header[..], &block].concat());
    let fits = Ok((vec![b'z'; 1000], true));
    // Exponent 13 over 10 bits is 8 MiB.
    assert_eq!(whole(frame_header(0, &[13 << 3])), fits);
    assert_eq!(whole(frame_header(0, &[13 << 3 | 1])), Err(Corrupt));
    assert_eq!(whole(frame_header(0, &[31 << 3])), Err(Corrupt));
    // One segment: its length is the window.
    let length = |length: u32| frame_header(0xA0, &length.to_le_bytes());
    assert_eq!(whole(length(1000)), fits);
    assert_eq!(whole(length((8 << 20) + 1)), Err(Corrupt));
    // A dictionary that nobody has.
    assert_eq!(whole(frame_header(1, &[13 << 3, 7])), Err(Corrupt));
    // A block that is larger than any.
    let huge = [
        frame_header(0, &[13 << 3]),
        repeated(1, 128 << 10 | 1)[..3].to_vec(),
    ];
    assert_eq!(
        decode(Name::Zstd, &[&huge.concat()[..], b"z"].concat()),
        Err(Corrupt)
    );
}

/// The extension of brotli that has windows of up to 1 GiB.
#[test]
fn large_windows_of_brotli_are_refused() {
    let large = ::brotli::enc::BrotliEncoderParams {
        quality: 5,
        lgwin: 28,
        large_window: true,
        ..Default::default()
    };
    let mut coded = Vec::new();
    ::brotli::BrotliCompress(&mut &sample(1000)[..], &mut coded, &large).unwrap();
    assert_eq!(decode(Name::Brotli, &coded), Err(Corrupt));
}

/// A step gives no more than there is room for, however much its input stands for.
#[test]
fn a_step_is_bounded() {
    let zeros = vec![0; 10 << 20];
    for (kind, name, coded) in coded(&zeros) {
        let mut decoder = Decoder::new(name, None);
        let mut output = [1; 1000];
        let mut input = &coded[..];
        let mut total = 0;
        loop {
            let done = decoder.decode(input, &mut output).expect(kind);
            input = &input[done.consumed..];
            total += done.produced;
            if done.produced < output.len() {
                break;
            }
        }
        assert_eq!(total, zeros.len(), "{kind}");
    }
}
