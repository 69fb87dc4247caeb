//! The answer to a challenge, and what is sent before one is made.

use std::borrow::Cow;
use std::sync::Arc;

use ring::rand::{SecureRandom, SystemRandom};

use super::super::options::Options;
use super::super::request::{Request, State};
use super::party::own_login;
use super::{memory, Whom};
use crate::abi::INTERNET_FLAG_NO_AUTH;
use crate::http::auth::{next_nonce, Handshake, Login, Protection, Scheme, Subject};
use crate::http::ResponseHead;

/// A server that is never content is answered so often in one send.
const MOST_ANSWERS: u32 = 5;

/// What a request talks about with the two who may ask for credentials; mostly nobody does.
#[derive(Debug, Default)]
pub struct Talks(Option<Box<Both>>);

#[derive(Debug, Default)]
struct Both {
    server: Talk,
    proxy: Talk,
}

#[derive(Debug, Default)]
struct Talk {
    /// What was asked last.
    asked: Option<Box<Protection>>,
    /// What the next head carries.
    next: Option<Box<Credentials>>,
    /// The next head carries the answer to what was asked, once the program sends it.
    is_left: bool,
    /// What the last head carried.
    sent: Option<Box<Credentials>>,
    /// How many answers were given to this request, whatever the other one asked in between.
    answers: u32,
}

/// The value of Authorization, and how it came about.
struct Credentials {
    /// Nothing where a connection may have been let in already.
    value: Option<Vec<u8>>,
    /// What the next message needs.
    handshake: Option<Handshake>,
    protection: Protection,
    login: Login,
    /// They answer a challenge to this very request, and were not sent at once.
    is_answer: bool,
    /// The head that carries them only begins a handshake.
    is_opening: bool,
}

/// What is secret is in no text.
impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").finish_non_exhaustive()
    }
}

impl Talks {
    /// The value of the field that carries credentials in the head that is rendered now.
    pub fn authorization(&self, whom: Whom) -> Option<&[u8]> {
        self.of(whom)?.sent.as_ref()?.value.as_deref()
    }

    /// Whether the head that was made last carries credentials.
    pub fn have_sent(&self) -> bool {
        self.each().any(|it| it.sent.is_some())
    }

    /// Whose the connection must be, where connections are let in.
    pub fn owners(&self) -> Vec<Login> {
        let sent = self.each().flat_map(|it| &it.sent);
        let owned = sent.filter(|it| it.protection.lets_in_connections());
        owned.map(|it| it.login.clone()).collect()
    }

    /// Whether the last head only begins a handshake, and the request itself comes behind it.
    pub fn are_opening(&self) -> bool {
        let mut sent = self.each().flat_map(|it| &it.sent);
        sent.any(|it| it.is_opening)
    }

    /// A request begins that has been answered nothing yet.
    pub fn begin(&mut self) {
        if let Some(both) = &mut self.0 {
            both.server.answers = 0;
            both.proxy.answers = 0;
        }
    }

    /// Whether a challenge waits for the program to send what it had written in pieces.
    pub fn are_left(&self) -> bool {
        self.each().any(|it| it.is_left)
    }

    /// The next request goes to another place.
    pub fn leave_server(&mut self) {
        if let Some(both) = &mut self.0 {
            both.server = Talk::default();
        }
        self.begin();
    }

    /// It goes by another proxy.
    pub fn leave_proxy(&mut self) {
        if let Some(both) = &mut self.0 {
            both.proxy = Talk::default();
        }
    }

    fn each(&self) -> impl Iterator<Item = &Talk> {
        self.0.iter().flat_map(|it| [&it.server, &it.proxy])
    }

    fn of(&self, whom: Whom) -> Option<&Talk> {
        let both = self.0.as_ref()?;
        Some(match whom {
            Whom::Server => &both.server,
            Whom::Proxy => &both.proxy,
        })
    }

    fn of_mut(&mut self, whom: Whom) -> &mut Talk {
        let both = self.0.get_or_insert_default();
        match whom {
            Whom::Server => &mut both.server,
            Whom::Proxy => &mut both.proxy,
        }
    }
}

impl Credentials {
    /// Whether a challenge says that they are wrong. A digest that was sent at once may only be out of
    /// date, even if the server does not say so, and a connection may not have been let in yet.
    fn are_refused_by(&self, asked: &Protection) -> bool {
        let may_be_old = !self.is_answer && !matches!(asked.scheme, Scheme::Basic);
        self.protection.is_like(asked) && !asked.goes_on() && !may_be_old
    }
}

impl Request {
    /// Chooses what the next head carries: the answer to a challenge, or what can be sent at once.
    pub(in super::super) fn choose_credentials(
        &self,
        state: &mut State,
        options: &Options,
        body: &[u8],
    ) {
        if state.talks.0.is_none() && memory::is_empty() {
            return;
        }
        for whom in Whom::BOTH {
            let next = state.talks.of_mut(whom).next.take();
            let is_answer = next.is_some();
            let next = next.or_else(|| self.foresee(state, whom, options, body));
            let talk = state.talks.of_mut(whom);
            talk.answers += u32::from(is_answer);
            talk.sent = next;
        }
    }

    /// Credentials for a protection space that is known, so that nobody need ask for them.
    fn foresee(
        &self,
        state: &State,
        whom: Whom,
        options: &Options,
        body: &[u8],
    ) -> Option<Box<Credentials>> {
        let asked = state.talks.of(whom).and_then(|it| it.asked.as_ref());
        if asked.is_none() && memory::is_empty() || !self.may_authenticate(state, whom) {
            return None;
        }
        let party = state.party(whom)?;
        let own = own_login(state, whom, options);
        let (protection, login) = match asked {
            Some(asked) => (
                (**asked).clone(),
                own.or_else(|| memory::login(&party, asked))?,
            ),
            None => {
                let (protection, known) = memory::find(&party, &state.target)?;
                // Another login may be for another realm of this server: it waits to be asked.
                if own.is_some_and(|own| own != known) {
                    return None;
                }
                (protection, known)
            }
        };
        if protection.lets_in_connections() {
            return Some(Box::new(Credentials {
                value: None,
                handshake: None,
                protection,
                login,
                is_answer: false,
                is_opening: false,
            }));
        }
        credentials(state, whom, body, protection, login, false)
    }

    /// Whether the answer is a challenge that the same request answers when it is sent again. What was
    /// accepted is remembered, what was refused forgotten.
    pub(in super::super) fn takes_up_challenge(&self, state: &mut State, body: &[u8]) -> bool {
        let matters = |head: &Arc<_>| ResponseHead::is_challenge(head) || state.talks.have_sent();
        let Some(head) = state.response.as_ref().filter(|it| matters(it)).cloned() else {
            return false;
        };
        let asks = state.asks();
        for whom in Whom::BOTH {
            if asks != Some(whom) && head.status() < 500 {
                note_accepted(state, whom, &head);
            }
        }
        let Some(whom) = asks.filter(|it| self.may_authenticate(state, *it)) else {
            return false;
        };
        let Some(party) = state.party(whom) else {
            return false;
        };
        let talk = state.talks.of_mut(whom);
        let strongest = Protection::strongest(head.values(whom.asks_by()), random);
        talk.asked = strongest.map(Box::new);
        if let (Some(asked), Some(sent)) = (&talk.asked, &talk.sent) {
            if sent.are_refused_by(asked) {
                memory::forget(&party, asked, &sent.login);
            }
        }
        if talk.answers == MOST_ANSWERS {
            return false;
        }
        if !state.can_send_again() {
            let is_left = self.could_answer(state, whom);
            state.talks.of_mut(whom).is_left = is_left;
            return is_left;
        }
        let next = self.answer(state, whom, body);
        let talk = state.talks.of_mut(whom);
        talk.next = next;
        talk.next.is_some()
    }

    /// The program sends the request again that it had written in pieces: the answers that were left
    /// go along.
    pub(in super::super) fn answer_what_is_left(&self, state: &mut State, body: &[u8]) {
        if !state.talks.are_left() {
            return;
        }
        for whom in Whom::BOTH {
            if std::mem::take(&mut state.talks.of_mut(whom).is_left) {
                let next = self.answer(state, whom, body);
                state.talks.of_mut(whom).next = next;
            }
        }
    }

    /// Whether the answer is a demand for credentials.
    pub fn is_challenged(&self) -> bool {
        let state = self.state.lock();
        let head = state.response.as_ref();
        head.is_some_and(|head| head.is_challenge())
    }

    /// Whether sending the request again would answer the challenge that it got.
    pub fn has_answer(&self) -> bool {
        let state = self.state.lock();
        let asks = state.asks();
        let asks = asks.filter(|whom| self.may_authenticate(&state, *whom));
        asks.is_some_and(|whom| self.could_answer(&state, whom))
    }

    /// The same of one of the two; nothing is used up by that.
    fn could_answer(&self, state: &State, whom: Whom) -> bool {
        self.answer_by(state, whom).is_some_and(|(asked, login)| {
            credentials(state, whom, &[], asked.uncounted(), login, true).is_some()
        })
    }

    /// The answer to the last challenge, unless it was given already.
    fn answer(&self, state: &State, whom: Whom, body: &[u8]) -> Option<Box<Credentials>> {
        let (asked, login) = self.answer_by(state, whom)?;
        credentials(state, whom, body, asked.clone(), login, true)
    }

    /// What that would be made of.
    fn answer_by<'a>(&self, state: &'a State, whom: Whom) -> Option<(&'a Protection, Login)> {
        let talk = state.talks.of(whom)?;
        let asked = talk.asked.as_ref()?;
        let own = own_login(state, whom, &self.options());
        let login = own.or_else(|| memory::login(&state.party(whom)?, asked))?;
        let was_refused = talk
            .sent
            .as_ref()
            .is_some_and(|sent| sent.login == login && sent.are_refused_by(asked));
        (!was_refused).then_some((asked, login))
    }

    /// Whether credentials may be sent at all. What the program has put into the head itself wins.
    fn may_authenticate(&self, state: &State, whom: Whom) -> bool {
        let is_suppressed = whom == Whom::Server && state.suppresses_server_auth;
        let is_the_programs = state.fields.contains(whom.is_answered_by());
        self.flags & INTERNET_FLAG_NO_AUTH == 0 && !is_suppressed && !is_the_programs
    }
}

fn credentials(
    state: &State,
    whom: Whom,
    body: &[u8],
    protection: Protection,
    login: Login,
    is_answer: bool,
) -> Option<Box<Credentials>> {
    let (method, target, body): (&[u8], Cow<'_, [u8]>, _) = match whom {
        Whom::Proxy if state.is_tunnelled() => {
            let target = state.tunnel_target().into_bytes();
            (b"CONNECT", target.into(), Some(&[][..]))
        }
        Whom::Proxy => (&state.method, state.url().into(), known_body(state, body)),
        Whom::Server => (
            &state.method,
            state.target.as_slice().into(),
            known_body(state, body),
        ),
    };
    let former = state.talks.of(whom).and_then(|it| it.sent.as_ref());
    let (value, handshake) = protection.authorize(
        &login,
        &Subject {
            method,
            target: &target,
            body,
        },
        former.and_then(|it| it.handshake.as_ref()),
    )?;
    // A tunnel is asked for without a body anyway.
    let is_opening = protection.begins() && (whom == Whom::Server || !state.is_tunnelled());
    Some(Box::new(Credentials {
        value: Some(value),
        handshake,
        protection,
        login,
        is_answer,
        is_opening,
    }))
}

fn known_body<'a>(state: &State, body: &'a [u8]) -> Option<&'a [u8]> {
    state.pieces.is_none().then_some(body)
}

/// What the last head carried was right, if it got as far as that.
fn note_accepted(state: &mut State, whom: Whom, head: &ResponseHead) {
    let is_proxys = state.is_refused() || head.status() == 407;
    if whom == Whom::Server && is_proxys {
        return;
    }
    let Some(mut sent) = state.talks.of_mut(whom).sent.take() else {
        return;
    };
    if whom == Whom::Proxy && state.is_tunnelled() && !sent.is_answer {
        return; // the tunnel may have been there already
    }
    if let Scheme::Digest(digest) = &mut sent.protection.scheme {
        let next = head.get(whom.thanks_by()).and_then(next_nonce);
        if let Some(nonce) = next {
            digest.renew(&nonce);
        }
    }
    let protection = sent.protection.remembered();
    state.talks.of_mut(whom).asked = Some(Box::new(protection.clone()));
    if let Some(party) = state.party(whom) {
        memory::keep(party, protection, sent.login, &state.target);
    }
}

/// What of a digest is ours. Without randomness it is still valid, and only easier to foresee.
fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    let _ = SystemRandom::new().fill(&mut bytes);
    bytes
}
