//! The process's memory of credentials that were accepted.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use parking_lot::Mutex;

use super::super::url;
use super::{Party, Whom};
use crate::http::auth::{Login, Protection, Scheme};

/// A server that invents realms cannot fill the memory.
const MOST_REALMS: usize = 16;
const MOST_PLACES: usize = 16;

static KNOWN: Mutex<BTreeMap<Party, Vec<Realm>>> = Mutex::new(BTreeMap::new());
/// Spares most programs the lock.
static IS_EMPTY: AtomicBool = AtomicBool::new(true);

/// A protection space that was entered.
struct Realm {
    protection: Protection,
    login: Login,
    /// What the paths in it begin with; empty: every path is in it.
    places: Vec<Box<[u8]>>,
}

/// Whether nothing was ever accepted.
pub fn is_empty() -> bool {
    IS_EMPTY.load(Ordering::Relaxed)
}

/// What to send at once with a request for `target`: the space that it is deepest in.
pub fn find(party: &Party, target: &[u8]) -> Option<(Protection, Login)> {
    let known = KNOWN.lock();
    let realms = known.get(party)?.iter();
    let depths = realms.filter_map(|realm| Some((realm.depth(target)?, realm)));
    let (_, realm) = depths.max_by_key(|(depth, _)| *depth)?;
    Some((realm.protection.clone(), realm.login.clone()))
}

/// Who is known in the space that a challenge is about.
pub fn login(party: &Party, asked: &Protection) -> Option<Login> {
    if is_empty() {
        return None;
    }
    let known = KNOWN.lock();
    let mut realms = known.get(party)?.iter();
    let realm = realms.find(|it| it.protection.is_like(asked))?;
    Some(realm.login.clone())
}

/// A login was accepted for `target`.
pub fn keep(party: Party, protection: Protection, login: Login, target: &[u8]) {
    let places = places(&party, &protection, target);
    let mut known = KNOWN.lock();
    IS_EMPTY.store(false, Ordering::Relaxed);
    let realms = known.entry(party).or_default();
    if let Some(realm) = realms
        .iter_mut()
        .find(|it| it.protection.is_like(&protection))
    {
        realm.protection = protection;
        realm.login = login;
        return realm.widen(places);
    }
    if realms.len() == MOST_REALMS {
        realms.remove(0);
    }
    realms.push(Realm {
        protection,
        login,
        places,
    });
}

/// A login was refused where it had been accepted before.
pub fn forget(party: &Party, asked: &Protection, login: &Login) {
    if let Some(realms) = KNOWN.lock().get_mut(party) {
        realms.retain(|it| !it.protection.is_like(asked) || it.login != *login);
    }
}

/// INTERNET_OPTION_END_BROWSER_SESSION.
pub fn forget_all() {
    let mut known = KNOWN.lock();
    known.clear();
    IS_EMPTY.store(true, Ordering::Relaxed);
}

/// INTERNET_OPTION_DIGEST_AUTH_UNLOAD.
pub fn forget_digests() {
    for realms in KNOWN.lock().values_mut() {
        realms.retain(|it| !matches!(it.protection.scheme, Scheme::Digest(_)));
    }
}

impl Realm {
    /// How much of the path the space is named by, if the path is in it.
    fn depth(&self, target: &[u8]) -> Option<usize> {
        if self.places.is_empty() {
            return Some(0);
        }
        let around = self.places.iter().filter(|it| target.starts_with(it));
        around.map(|it| it.len()).max()
    }

    fn widen(&mut self, places: Vec<Box<[u8]>>) {
        if places.is_empty() || self.places.is_empty() {
            self.places.clear();
            return;
        }
        for place in places {
            if self.places.iter().any(|it| place.starts_with(it)) {
                continue;
            }
            if self.places.len() == MOST_PLACES {
                self.places.remove(0);
            }
            self.places.push(place);
        }
    }
}

/// What the paths of a space begin with. Basic: the directory of the path that it was entered by
/// (RFC 7617, section 2.2). Digest: what the server says, else all of it (RFC 7616, section 3.3).
/// NTLM: all of it.
fn places(party: &Party, protection: &Protection, target: &[u8]) -> Vec<Box<[u8]>> {
    if party.whom == Whom::Proxy {
        return Vec::new();
    }
    let directory = || Vec::from([directory(target).into()]);
    let digest = match &protection.scheme {
        Scheme::Basic => return directory(),
        Scheme::Digest(digest) => digest,
        #[cfg(feature = "ntlm")]
        Scheme::Ntlm(_) => return Vec::new(),
    };
    let mut said = digest.domain().peekable();
    if said.peek().is_none() {
        return Vec::new();
    }
    let here = said.filter_map(|it| place(party, it));
    let here: Vec<_> = here.take(MOST_PLACES).collect();
    match here.is_empty() {
        true => directory(),
        false => here,
    }
}

/// The path that a member of a domain names, if it is on this server.
fn place(party: &Party, member: &[u8]) -> Option<Box<[u8]>> {
    if member.starts_with(b"/") && !member.starts_with(b"//") {
        return Some(member.into());
    }
    let place = url::place(b"http://x/", member).ok()??;
    let is_here = *place.server.host == *party.host
        && place.secure == party.secure
        && place.server.port_for(place.secure) == party.port;
    is_here.then(|| place.target.as_slice().into())
}

/// The path of a target up to its last slash.
fn directory(target: &[u8]) -> &[u8] {
    let query = target.iter().position(|&byte| byte == b'?');
    let path = &target[..query.unwrap_or(target.len())];
    let slash = path.iter().rposition(|&byte| byte == b'/');
    &path[..slash.map_or(0, |at| at + 1)]
}
