//! URLs of many kinds, taken apart, put together and taken apart again: by
//! pointers into the URL and by copies, in both flavours. WININET_TEST_SEED
//! repeats a run.

mod support;

use support::random::{seed, Random};
use support::round_trips::{through_copies, through_pointers};
use support::urls::{canonicalize, combine};

const SCHEMES: [&str; 9] = [
    "http", "HTTPS", "ftp", "gopher", "file", "socks", "mailto", "news", "res",
];
const PIECES: [&str; 24] = [
    "a",
    "B",
    "9",
    "-",
    "_",
    "~",
    ".",
    "..",
    "%",
    "%20",
    "%zz",
    " ",
    "ä",
    "\u{1F980}",
    "/",
    "//",
    "\\",
    ";",
    "=",
    "&",
    "+",
    "'",
    "[",
    "]",
];

fn text(random: &mut Random, most: usize, without: &str) -> String {
    let count = random.below(most + 1);
    let pieces = (0..count).map(|_| PIECES[random.below(PIECES.len())]);
    pieces
        .filter(|piece| !piece.contains(|it| without.contains(it)))
        .collect()
}

/// A URL that InternetCrackUrl may take.
fn url(random: &mut Random) -> String {
    let scheme = SCHEMES[random.below(SCHEMES.len())];
    let mut url = format!("{scheme}:");
    if !matches!(scheme, "mailto" | "news" | "res") {
        url += "//";
        if random.below(3) == 0 && scheme != "file" {
            url += &format!("u{}", text(random, 3, "/\\"));
            if random.below(2) == 0 {
                url += &format!(":p{}", text(random, 3, "/\\"));
            }
            url += "@";
        }
        match random.below(4) {
            0 if scheme != "file" => url += "[::1]",
            1 if scheme == "file" => url += "",
            2 if scheme == "file" => url += "/C:",
            _ => url += &format!("h{}", text(random, 3, "/\\[]")),
        }
        if random.below(2) == 0 && scheme != "file" {
            url += &format!(":{}", random.below(65_536));
        }
        url += "/";
    }
    url += &text(random, 6, "");
    for mark in ["?", "#"] {
        if random.below(2) == 0 {
            url += &format!("{mark}{}", text(random, 4, ""));
        }
    }
    url
}

/// Put together it is the URL again, or one that stays the same from there on.
#[test]
fn crack_create_crack() {
    let mut random = Random::new(seed());
    let mut taken = 0;
    for _ in 0..2_000 {
        let url = url(&mut random);
        let Ok(made) = through_pointers(&url) else {
            continue;
        };
        taken += 1;
        assert_eq!(
            through_copies(&url).as_deref(),
            Ok(&*made),
            "copies of {url:?}"
        );
        assert_eq!(
            through_pointers(&made).as_deref(),
            Ok(&*made),
            "{url:?} again"
        );
    }
    assert!(taken > 500, "only {taken} URLs were taken");
}

/// What is canonical already stays so, and what is combined is canonical.
#[test]
fn canonical_for_good() {
    let mut random = Random::new(seed());
    for _ in 0..2_000 {
        let url = url(&mut random);
        let canonical = canonicalize(&url, 0).expect("a URL");
        assert_eq!(
            canonicalize(&canonical, 0).as_deref(),
            Ok(&*canonical),
            "{url:?}"
        );
        let relative = text(&mut random, 5, "");
        if let Ok(combined) = combine(&url, &relative, 0) {
            let again = canonicalize(&combined, 0);
            assert_eq!(again.as_deref(), Ok(&*combined), "{relative:?} at {url:?}");
        }
    }
}

/// Without its dot segment the path begins like a host, and is none.
#[test]
fn a_path_does_not_become_a_host() {
    let expected = Ok("http:/.//C:/a".to_owned());
    assert_eq!(canonicalize("http:/.//C:/a", 0), expected);
    assert_eq!(combine("http:.//C:/b/c", "../a", 0), expected);
}

/// Any text at all: an answer or an error, and the same in both flavours.
#[test]
fn any_text() {
    let mut random = Random::new(seed());
    for _ in 0..2_000 {
        let (a, b) = (text(&mut random, 8, ""), text(&mut random, 8, ""));
        let colon = if random.below(2) == 0 { ":" } else { "://" };
        let odd = format!("{a}{colon}{b}");
        let _ = through_pointers(&odd);
        let _ = canonicalize(&odd, 0);
        let _ = canonicalize(&odd, random.number() as u32 & 0xFE00_1000);
        let _ = combine(&odd, &b, random.number() as u32 & 0xFE00_1000);
    }
}
