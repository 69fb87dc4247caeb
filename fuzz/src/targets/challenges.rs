//! What a server asks for, and what it is answered: one answer, which says what was asked and nothing else.

use super::parts;
use crate::http::auth::{challenges, next_nonce, Login, Protection, Subject};

/// User, password, target, body, and the values of WWW-Authenticate, a line each.
pub fn run(data: &[u8]) {
    let [user, password, target, body, values] = parts(data);
    let _ = next_nonce(values);
    let values = values.split(|&byte| byte == b'\n');
    let Some(protection) = Protection::strongest(values, || [7; 16]) else {
        return;
    };
    let login = Login {
        user: user.into(),
        password: password.into(),
    };
    let subject = Subject {
        method: b"GET",
        target,
        body: (!body.is_empty()).then_some(body),
    };
    let trial = protection.uncounted();
    assert!(trial.is_like(&protection) && trial.clone().remembered().is_like(&protection));
    let answer = protection.authorize(&login, &subject, None);
    let again = trial.authorize(&login, &subject, None);
    assert_eq!(answer.is_some(), again.is_some());
    let Some((answer, _)) = answer else {
        return;
    };
    let shown = answer.escape_ascii();
    let read = challenges(&answer);
    assert_eq!(read.len(), 1, "more than one answer: {shown}");
    if read[0].is("Digest") {
        assert_eq!(read[0].get("realm"), Some(&*protection.realm), "{shown}");
        assert_eq!(read[0].get("uri"), Some(target), "{shown}");
        let name = read[0].get("username");
        let is_said = name == Some(user) || read[0].get("userhash").is_some();
        assert!(is_said || read[0].get("username*").is_some(), "{shown}");
    } else {
        assert!(read[0].is("Basic") && !user.contains(&b':'), "{shown}");
        assert!(
            answer.iter().all(u8::is_ascii_graphic) || answer[5] == b' ',
            "{shown}"
        );
    }
}
