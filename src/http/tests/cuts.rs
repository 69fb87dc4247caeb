use super::*;

const WAYS: [Way; 4] = [Way::Copy(4096), Way::Copy(1), Way::Copy(3), Way::Straight];

#[test]
fn every_cut_and_every_way_of_reading_agree() {
    for (method, wire) in SAMPLES {
        let whole = read(method, &[wire], Way::Copy(4096));
        for way in WAYS {
            for cut in 0..=wire.len() {
                let (front, back) = wire.split_at(cut);
                let text = wire.escape_ascii();
                let outcome = read(method, &[front, back], way);
                assert_eq!(outcome, whole, "cut at {cut}, {way:?}: {text}");
                if way == WAYS[1] {
                    for second in 0..=back.len() {
                        let (middle, back) = back.split_at(second);
                        let outcome = read(method, &[front, middle, back], way);
                        assert_eq!(outcome, whole, "cuts at {cut}, +{second}: {text}");
                    }
                }
            }
            let single: Vec<&[u8]> = wire.chunks(1).collect();
            assert_eq!(read(method, &single, way), whole, "{way:?}");
        }
    }
}

#[test]
fn large_heads_fail_alike_in_pieces() {
    let long = [b"HTTP/1.1 200 OK\r\nA: ".to_vec(), vec![b'x'; 300 * 1024]].concat();
    let many = [b"HTTP/1.1 200 OK\r\n".to_vec(), b"A: b\r\n".repeat(2000)].concat();
    // Its status line is wrong as well, but that shows only at its end.
    let wrong = [b"HTTP/".to_vec(), vec![b'x'; 300 * 1024], b"\r\n".to_vec()].concat();
    for wire in [long, many, wrong] {
        let whole = read(b"GET", &[&wire], WAYS[0]);
        assert!(whole.violation.is_some());
        for size in [1, 7, 4096, 256 * 1024] {
            let pieces: Vec<&[u8]> = wire.chunks(size).collect();
            assert_eq!(read(b"GET", &pieces, WAYS[0]), whole);
        }
    }
}

#[test]
fn what_the_samples_give() {
    let bodies: &[(usize, &str, Option<Violation>)] = &[
        (0, "hello world", None),
        (1, "hello wor", Some(Violation::Truncated)),
        (2, "until the close", None),
        (3, "hello world", None),
        (4, "hello", None),
        (5, "hello", Some(Violation::Truncated)),
        (6, "hello", Some(Violation::Chunk)),
        (7, "hello", Some(Violation::Chunk)),
        (9, "", None),
        (13, "ok", None),
        (14, "ok", None),
        (15, "ok", None),
        (16, "hello, this is HTTP/0.9", None),
        (18, "\r\n\nplain text", None),
        (20, "", Some(Violation::Truncated)),
        (21, "", Some(Violation::NoAnswer)),
        (23, "", Some(Violation::Truncated)),
        (24, "", Some(Violation::StatusLine)),
    ];
    for (index, body, violation) in bodies {
        let (method, wire) = SAMPLES[*index];
        let outcome = read(method, &[wire], WAYS[0]);
        assert_eq!(outcome.body, body.as_bytes(), "sample {index}");
        assert_eq!(outcome.violation, *violation, "sample {index}");
    }
    let head = read(b"GET", &[SAMPLES[13].1], WAYS[0]).head.unwrap();
    assert_eq!(head.values("A"), Some(&[b"one two three".to_vec()][..]));
}
