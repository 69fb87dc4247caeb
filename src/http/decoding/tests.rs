use std::io::Write;

use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use flate2::Compression;

use super::*;
use crate::http::exchange::HeadEvent;
use crate::http::{Exchange, Fields};

mod faults;
mod heads;

const ALL: [Name; 4] = [Name::Gzip, Name::Deflate, Name::Brotli, Name::Zstd];

/// Something to compress: text that repeats itself, and what looks random.
fn sample(size: usize) -> Vec<u8> {
    let mut state = 88_172_645_463_325_252_u64;
    let mut bytes = Vec::with_capacity(size + 64);
    while bytes.len() < size {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        match state % 3 {
            0 => bytes.extend(state.to_le_bytes()),
            1 => bytes.extend(b"the quick brown fox "),
            _ => bytes.extend([state as u8; 30]),
        }
    }
    bytes.truncate(size);
    bytes
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn raw_deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn br(bytes: &[u8]) -> Vec<u8> {
    let mut coded = Vec::new();
    let quality = ::brotli::enc::BrotliEncoderParams {
        quality: 5,
        ..Default::default()
    };
    ::brotli::BrotliCompress(&mut &bytes[..], &mut coded, &quality).unwrap();
    coded
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

/// Every kind of coded bytes for the same content.
fn coded(bytes: &[u8]) -> Vec<(&'static str, Name, Vec<u8>)> {
    vec![
        ("gzip", Name::Gzip, gzip(bytes)),
        ("zlib", Name::Deflate, zlib(bytes)),
        ("raw deflate", Name::Deflate, raw_deflate(bytes)),
        ("br", Name::Brotli, br(bytes)),
        ("zstd", Name::Zstd, zstd(bytes)),
    ]
}

/// Decodes what comes in pieces of one size, into buffers of another; whether it may end there.
fn decode_by(
    decoder: &mut Decoder,
    coded: &[u8],
    piece: usize,
    room: usize,
) -> Result<(Vec<u8>, bool), Corrupt> {
    let mut all = Vec::new();
    let mut output = vec![0; room];
    for mut input in coded.chunks(piece) {
        loop {
            let done = decoder.decode(input, &mut output)?;
            all.extend_from_slice(&output[..done.produced]);
            input = &input[done.consumed..];
            if done.produced < room {
                assert!(input.is_empty(), "there was room for more");
                break;
            }
        }
    }
    Ok((all, decoder.is_complete()))
}

fn decode(name: Name, coded: &[u8]) -> Result<(Vec<u8>, bool), Corrupt> {
    decode_by(&mut Decoder::new(name, None), coded, usize::MAX, 1 << 16)
}

/// However the bytes are cut and whatever room there is, the same comes out.
#[test]
fn any_cut_gives_the_same() {
    for size in [0, 1, 1000, 300_000] {
        let bytes = sample(size);
        for (kind, name, coded) in coded(&bytes) {
            for (piece, room) in [(1, 50), (7, 1), (1000, 1 << 16), (usize::MAX, 997)] {
                if size > 1000 && room < 50 {
                    continue;
                }
                let mut decoder = Decoder::new(name, None);
                let decoded = decode_by(&mut decoder, &coded, piece, room);
                let (came, is_complete) = decoded.unwrap_or_else(|_| panic!("{kind}, {size}"));
                assert!(came == bytes, "{kind}, {size} by {piece} into {room}");
                assert!(is_complete, "{kind}, {size}");
            }
        }
    }
}

/// What another encoder made: with a checksum, and without.
#[test]
fn zstd_of_the_reference_encoder() {
    let hex = "28b52ffd0468b50100d40254686520717569636b2062726f776e20666f78206a756d7073206f76\
        657220746865206c617a7920646f672e200100a50a2b55065913fa85";
    let mut coded: Vec<u8> = (0..hex.len() / 2)
        .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    let text = "The quick brown fox jumps over the lazy dog. ".repeat(20);
    assert_eq!(
        decode(Name::Zstd, &coded),
        Ok((text.clone().into_bytes(), true))
    );
    let checksum = coded.len() - 1;
    coded[checksum] ^= 1;
    assert_eq!(decode(Name::Zstd, &coded), Err(Corrupt));
    coded.truncate(checksum - 3);
    coded[4] = 0;
    assert_eq!(decode(Name::Zstd, &coded), Ok((text.into_bytes(), true)));
}

/// Several members or frames make one body.
#[test]
fn one_after_the_other() {
    let (first, second) = (sample(5000), sample(20));
    let expected = Ok(([&first[..], &second].concat(), true));
    let members = [gzip(&first), gzip(b""), gzip(&second)].concat();
    assert_eq!(decode(Name::Gzip, &members), expected);
    let skipped = [&0x184D_2A57_u32.to_le_bytes()[..], &[3, 0, 0, 0], b"abc"].concat();
    let frames = [
        &skipped[..],
        &zstd(&first),
        &skipped,
        &zstd(&second),
        &skipped,
    ]
    .concat();
    assert_eq!(decode(Name::Zstd, &frames), expected);
}

/// Every optional part of a gzip header.
#[test]
fn gzip_headers_with_everything() {
    let plain = gzip(b"body");
    let parts: [(u8, &[u8]); 4] = [
        (4, b"\x03\x00abc"),
        (8, b"name\0"),
        (16, b"comment\0"),
        (2, b"cc"),
    ];
    for flags in 0..16_u8 {
        let mut header = plain[..10].to_vec();
        for (index, (flag, part)) in parts.iter().enumerate() {
            if flags >> index & 1 != 0 {
                header[3] |= flag;
                header.extend_from_slice(part);
            }
        }
        let coded = [&header, &plain[10..]].concat();
        for piece in [1, usize::MAX] {
            let mut decoder = Decoder::new(Name::Gzip, None);
            let came = decode_by(&mut decoder, &coded, piece, 100);
            assert_eq!(came, Ok((b"body".to_vec(), true)), "{flags:04b}");
        }
    }
}

/// The last coding that was applied is the first to be taken off.
#[test]
fn codings_upon_codings() {
    let bytes = sample(100_000);
    let answer = |codings: &str| {
        let head = head(&format!("Content-Encoding: {codings}\r\n"));
        Decoder::for_answer(&head, &Accepted::by(&Fields::new()))
    };
    let cases = [
        ("gzip, br", br(&gzip(&bytes))),
        ("br, gzip", gzip(&br(&bytes))),
        ("deflate, zstd, x-gzip", gzip(&zstd(&zlib(&bytes)))),
    ];
    for (codings, coded) in cases {
        for (piece, room) in [(1, 5000), (4096, 100), (usize::MAX, 1 << 20)] {
            let mut decoder = answer(codings).expect(codings);
            let came = decode_by(&mut decoder, &coded, piece, room);
            assert!(came == Ok((bytes.clone(), true)), "{codings} by {piece}");
        }
    }
    assert!(answer("gzip, gzip, gzip, gzip").is_none(), "too many");
}

/// A head with these lines.
fn head(lines: &str) -> std::sync::Arc<ResponseHead> {
    let mut exchange = Exchange::new(b"GET");
    let text = format!("HTTP/1.1 200 OK\r\n{lines}\r\n");
    let received = exchange.receive(text.as_bytes());
    assert_eq!(received, Ok((text.len(), Some(HeadEvent::Head))));
    exchange.head().expect("a head").clone()
}
