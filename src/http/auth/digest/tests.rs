//! The worked examples of RFC 7616, RFC 2617 and RFC 2069.

use super::*;
use crate::http::auth::challenges;

const GET: Subject<'static> = Subject {
    method: b"GET",
    target: b"/dir/index.html",
    body: Some(b""),
};

/// Takes up a challenge with a client nonce of the example's.
fn digest(challenge: &str, client_nonce: &str) -> Option<Digest> {
    let challenge = challenges(challenge.as_bytes()).remove(0);
    let mut digest = Digest::of(&challenge, [0; 16])?;
    digest.client_nonce = client_nonce.into();
    Some(digest)
}

fn login(user: &str, password: &str) -> Login {
    Login {
        user: user.as_bytes().into(),
        password: password.as_bytes().into(),
    }
}

/// The parameter of an answer, without its quotes.
fn parameter(answer: &[u8], name: &str) -> Option<String> {
    let answer = challenges(answer).remove(0);
    let value = answer.get(name)?;
    Some(String::from_utf8(value.to_vec()).unwrap())
}

fn answer(digest: &Digest, realm: &str, login: &Login, subject: &Subject<'_>) -> Vec<u8> {
    let answer = digest.authorize(realm.as_bytes(), login, subject);
    answer.expect("an answer")
}

/// RFC 7616, section 3.9.1.
#[test]
fn two_algorithms() {
    let examples = [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        (
            "SHA-256",
            "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
        ),
    ];
    for (algorithm, response) in examples {
        let challenge = format!(
            "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm={algorithm}, \
             nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", \
             opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""
        );
        let own = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        let digest = digest(&challenge, own).expect(algorithm);
        let login = login("Mufasa", "Circle of Life");
        let answer = answer(&digest, "http-auth@example.org", &login, &GET);
        assert_eq!(parameter(&answer, "response").as_deref(), Some(response));
        let text = String::from_utf8(answer).unwrap();
        assert!(
            text.starts_with("Digest username=\"Mufasa\", realm="),
            "{text}"
        );
        let algorithm = format!("algorithm={algorithm}, cnonce=\"{own}\"");
        assert!(text.contains(&algorithm), "{text}");
        assert!(text.contains(", qop=auth, nc=00000001"), "{text}");
        assert!(
            text.contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""),
            "{text}"
        );
    }
}

/// RFC 7616, section 3.9.2, with the values of erratum 4897.
#[test]
fn a_hashed_user() {
    let challenge = "Digest realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256, \
                     nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\", \
                     opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\", charset=UTF-8, \
                     userhash=true";
    let digest = digest(challenge, "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v").unwrap();
    let subject = Subject {
        target: b"/doe.json",
        ..GET
    };
    let login = login("J\u{e4}s\u{f8}n Doe", "Secret, or not?");
    let answer = answer(&digest, "api@example.org", &login, &subject);
    let user = "793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b";
    let response = "3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5";
    assert_eq!(parameter(&answer, "username").as_deref(), Some(user));
    assert_eq!(parameter(&answer, "userhash").as_deref(), Some("true"));
    assert_eq!(parameter(&answer, "response").as_deref(), Some(response));
}

/// RFC 2617, section 3.5; and the same challenge without qop, as RFC 2069 has it.
#[test]
fn older_servers() {
    let common = "Digest realm=\"testrealm@host.com\", \
                  nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", \
                  opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"";
    let login = login("Mufasa", "Circle Of Life");
    let new = digest(&format!("{common}, qop=\"auth,auth-int\""), "0a4f113b").unwrap();
    let answered = answer(&new, "testrealm@host.com", &login, &GET);
    let response = "6629fae49393a05397450978507c4ef1";
    assert_eq!(parameter(&answered, "response").as_deref(), Some(response));
    assert_eq!(parameter(&answered, "algorithm"), None);

    let old = digest(common, "0a4f113b").unwrap();
    let answered = answer(&old, "testrealm@host.com", &login, &GET);
    let response = "670fd8c2df070c60b045671b8b24ff02";
    assert_eq!(parameter(&answered, "response").as_deref(), Some(response));
    for absent in ["qop", "nc", "cnonce"] {
        assert_eq!(parameter(&answered, absent), None, "{absent}");
    }
}

/// Each answer to a nonce has a number of its own, also where several share it.
#[test]
fn answers_are_counted() {
    let first = digest("Digest realm=a, nonce=b, qop=auth", "c").unwrap();
    let mut second = first.clone();
    let count = |digest: &Digest| {
        let answer = answer(digest, "a", &login("u", "p"), &GET);
        parameter(&answer, "nc").unwrap()
    };
    assert_eq!(count(&first), "00000001");
    assert_eq!(count(&second), "00000002");
    assert_eq!(count(&first), "00000003");
    second.renew(b"d");
    assert_eq!(count(&second), "00000001");
    assert_eq!(count(&first), "00000004");
}

/// "-sess" hashes the nonces into the secret; auth-int needs the body and hashes it.
#[test]
fn sessions_and_bodies_change_the_response() {
    let login = login("u", "p");
    let response = |challenge: &str, body| {
        let subject = Subject { body, ..GET };
        let digest = digest(challenge, "c").unwrap();
        let answer = digest.authorize(b"a", &login, &subject)?;
        parameter(&answer, "response")
    };
    let md5 = |text: &str| hex(&<Md5 as md5::Digest>::digest(text));
    let (secret, request) = (md5("u:a:p"), md5("GET:/dir/index.html"));
    let session = md5(&format!("{secret}:b:c"));
    assert_eq!(
        response(
            "Digest realm=a, nonce=b, qop=auth, algorithm=md5-sess",
            None
        ),
        Some(md5(&format!("{session}:b:00000001:c:auth:{request}")))
    );
    let whole = md5(&format!("GET:/dir/index.html:{}", md5("body")));
    let protected = "Digest realm=a, nonce=b, qop=\"auth-int\"";
    assert_eq!(
        response(protected, Some(b"body")),
        Some(md5(&format!("{secret}:b:00000001:c:auth-int:{whole}")))
    );
    assert_eq!(response(protected, None), None);
}

/// What we do not know is not answered.
#[test]
fn unknown_challenges_are_left_alone() {
    for challenge in [
        "Digest realm=a, qop=auth",
        "Digest realm=a, nonce=b, algorithm=SHA-1",
        "Digest realm=a, nonce=b, qop=\"auth-conf\"",
    ] {
        assert!(digest(challenge, "c").is_none(), "{challenge}");
    }
}

/// Nothing of a name or a realm can end its quotes; a name beyond ASCII says how it is encoded.
#[test]
fn names_are_quoted() {
    let plain = digest("Digest realm=a, nonce=b, qop=auth", "c").unwrap();
    let answered = answer(&plain, "r\"\\", &login("u\", x=\"y", "p"), &GET);
    let text = String::from_utf8(answered).unwrap();
    assert!(text.contains("username=\"u\\\", x=\\\"y\""), "{text}");
    assert!(text.contains("realm=\"r\\\"\\\\\""), "{text}");
    let utf8 = digest("Digest realm=a, nonce=b, charset=UTF-8", "c").unwrap();
    let answered = answer(&utf8, "a", &login("J\u{e4}s n", "p"), &GET);
    let text = String::from_utf8(answered).unwrap();
    assert!(text.contains("username*=UTF-8''J%C3%A4s%20n, "), "{text}");
}
