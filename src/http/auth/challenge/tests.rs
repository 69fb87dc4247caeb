//! Challenges as servers write them.

use super::*;

/// Scheme, lone token and parameters of each challenge, in a form to compare.
fn taken_apart(value: &str) -> Vec<String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let describe = |it: Challenge| {
        let token = it.token.iter().map(|it| format!(" <{}>", text(it)));
        let parameters = it.parameters.iter();
        let parameters = parameters.map(|(name, value)| format!(" {}={}", text(name), text(value)));
        text(&it.scheme) + &token.chain(parameters).collect::<String>()
    };
    challenges(value.as_bytes())
        .into_iter()
        .map(describe)
        .collect()
}

#[test]
fn challenges_are_taken_apart() {
    let table: [(&str, &[&str]); 17] = [
        ("", &[]),
        (" , ,", &[]),
        ("Basic", &["Basic"]),
        ("Basic realm=\"a b\"", &["Basic realm=a b"]),
        ("basic REALM=x", &["basic REALM=x"]),
        ("Basic realm = \"x\" ,charset=UTF-8", &["Basic realm=x charset=UTF-8"]),
        ("Basic realm=\"a\\\"b\\\\\"", &["Basic realm=a\"b\\"]),
        ("Basic realm=\"a, Digest b=c\"", &["Basic realm=a, Digest b=c"]),
        ("Basic realm=\"open", &["Basic realm=open"]),
        ("Basic realm=\"\"", &["Basic realm="]),
        ("Negotiate, NTLM", &["Negotiate", "NTLM"]),
        ("NTLM TlRMTVNTUAACAAAA==", &["NTLM <TlRMTVNTUAACAAAA==>"]),
        (
            "Negotiate abc/+, Basic realm=x",
            &["Negotiate <abc/+>", "Basic realm=x"],
        ),
        (
            "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\"",
            &["Newauth realm=apps type=1 title=Login to \"apps\"", "Basic realm=simple"],
        ),
        ("a=b, Basic realm=x", &["Basic realm=x"]),
        ("Basic realm=x, ?odd?, Digest nonce=y", &["Basic realm=x", "Digest nonce=y"]),
        ("Digest nonce=a=b", &["Digest nonce=a=b"]),
    ];
    for (value, expected) in table {
        assert_eq!(taken_apart(value), expected, "{value}");
    }
}

/// Whatever a server writes, taking it apart ends.
#[test]
fn odd_challenges_come_to_an_end() {
    let pieces = ["Basic", " ", "=", ",", "\"", "\\", "a", "?", "\t"];
    for code in 0..pieces.len().pow(4) {
        let digit = |place: u32| pieces[code / pieces.len().pow(place) % pieces.len()];
        let value: String = (0..4).map(digit).collect();
        let _whatever = challenges(value.as_bytes());
    }
}
