//! Basic, and the choice among schemes.

use super::*;

fn login(user: &[u8], password: &[u8]) -> Login {
    Login {
        user: user.into(),
        password: password.into(),
    }
}

const GET: Subject<'static> = Subject {
    method: b"GET",
    target: b"/",
    body: Some(b""),
};

fn strongest(values: &[&str]) -> Option<Protection> {
    Protection::strongest(values.iter().map(|it| it.as_bytes()), || [7; 16])
}

/// RFC 7617, sections 2 and 2.1.
#[test]
fn basic_encodes_user_and_password() {
    let basic = strongest(&["Basic realm=\"WallyWorld\""]).unwrap();
    assert_eq!(&*basic.realm, b"WallyWorld");
    let answer = |user: &[u8], password: &[u8]| {
        let answer = basic.authorize(&login(user, password), &GET, None);
        answer.map(|(value, _)| value)
    };
    let expected: &[u8] = b"Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";
    assert_eq!(
        answer(b"Aladdin", b"open sesame").as_deref(),
        Some(expected)
    );
    let expected: &[u8] = b"Basic dGVzdDoxMjPCow==";
    assert_eq!(
        answer(b"test", "123\u{a3}".as_bytes()).as_deref(),
        Some(expected)
    );
    assert!(answer(b"", b"token:with:colons").is_some());
    assert_eq!(answer(b"a:b", b"c"), None);
}

#[test]
fn the_strongest_scheme_is_chosen() {
    let (basic, md5) = ("Basic realm=b", "Digest realm=m, nonce=1");
    let sha = "Digest realm=s, nonce=1, algorithm=SHA-256";
    let realm = |values: &[&str]| strongest(values).map(|it| it.realm.to_vec());
    assert_eq!(realm(&[basic, md5, sha]).as_deref(), Some(&b"s"[..]));
    assert_eq!(realm(&[sha, md5, basic]).as_deref(), Some(&b"s"[..]));
    assert_eq!(realm(&[basic, md5]).as_deref(), Some(&b"m"[..]));
    assert_eq!(
        realm(&[&format!("{basic}, {md5}")]).as_deref(),
        Some(&b"m"[..])
    );
    // Of equals the first; what nobody knows does not count.
    assert_eq!(
        realm(&["Basic realm=1", "Basic realm=2"]).as_deref(),
        Some(&b"1"[..])
    );
    assert_eq!(
        realm(&["Bearer realm=x, Digest realm=y", basic]).as_deref(),
        Some(&b"b"[..])
    );
    assert_eq!(realm(&["Bearer realm=x"]), None);
    assert_eq!(realm(&[]), None);
}

#[test]
fn a_password_is_not_shown() {
    let shown = format!("{:?}", login(b"user", b"secret"));
    assert_eq!(shown, "Login(\"user\")");
}
