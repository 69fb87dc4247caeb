//! All cookies of the process, in memory.

use std::collections::HashMap;
use std::mem;

use super::cookie::{Cookie, Key, Query, Scope};
use super::policy::{site, Refused, Source};
use crate::abi::{INTERNET_COOKIE_HTTPONLY, INTERNET_COOKIE_IS_SECURE};
use crate::http::cookie::{domain_matches, path_matches};

/// So many cookies has a site at most, with all its hosts; the oldest go first.
pub const MOST_OF_A_SITE: usize = 180;

/// So many have all sites together.
pub const MOST: usize = 3300;

/// What is to be changed in the file: the new cookie, or `None` where it goes.
pub type Changes = HashMap<Key, Option<Cookie>>;

/// The cookies by [`site`], so that a request looks at a few only.
#[derive(Debug, Default)]
pub struct Jar {
    sites: HashMap<String, Vec<Cookie>>,
    count: usize,
    changes: Changes,
}

impl Jar {
    /// How many cookies there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// What the file does not have yet.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Takes a cookie; one that is expired already removes what it would replace.
    pub fn put(
        &mut self,
        mut cookie: Cookie,
        scope: &Scope<'_>,
        source: Source,
        now: i64,
    ) -> Result<(), Refused> {
        let is_plain = !scope.secure && source == Source::Answer;
        if is_plain && self.has_secure(&cookie, now) {
            return Err(Refused);
        }
        if let Some(former) = self.find(&cookie) {
            if former.is(INTERNET_COOKIE_HTTPONLY)
                && source == (Source::Program { http_only: false })
            {
                return Err(Refused);
            }
            cookie.created = former.created;
            let was_kept = former.expires.is_some();
            self.remove(&cookie);
            if was_kept {
                self.changes.insert(cookie.key(), None);
            }
        }
        if !cookie.is_expired(now) {
            if cookie.expires.is_some() {
                self.changes.insert(cookie.key(), Some(cookie.clone()));
            }
            self.add(cookie);
            self.make_room(now);
        }
        if self.changes.len() > 2 * MOST {
            // The file cannot be written, or this would not be so long.
            let is_news = |it: &Cookie| !it.is_expired(now);
            self.changes
                .retain(|_, it| it.as_ref().is_some_and(is_news));
        }
        Ok(())
    }

    /// The cookies for that place: longer paths first, then older ones (section 5.4 of RFC 6265).
    pub fn matching(&mut self, scope: &Scope<'_>, query: &Query<'_>, now: i64) -> Vec<&Cookie> {
        let Some(cookies) = self.sites.get_mut(site(scope.host)) else {
            return Vec::new();
        };
        let is_meant = |it: &Cookie| !it.is_expired(now) && it.is_for(scope) && it.is_wanted(query);
        let mut found = Vec::new();
        for cookie in cookies.iter_mut().filter(|it| is_meant(it)) {
            cookie.used = now;
            found.push(&*cookie);
        }
        found.sort_by_key(|it| (usize::MAX - it.path.len(), it.created));
        found
    }

    /// Forgets the cookies that no file keeps.
    pub fn end_session(&mut self) {
        self.retain(|cookie| cookie.expires.is_some());
    }

    /// Takes over what the file has. What is not written yet stays as it is here, and so do
    /// cookies of the session.
    pub fn adopt(&mut self, from_file: Vec<Cookie>, now: i64) {
        let mut former = mem::take(self);
        self.changes = mem::take(&mut former.changes);
        for mut cookie in from_file {
            let here = former.find(&cookie);
            let is_session = here.is_some_and(|it| it.expires.is_none());
            if is_session || self.changes.contains_key(&cookie.key()) || cookie.is_expired(now) {
                continue;
            }
            cookie.used = cookie.used.max(here.map_or(0, |it| it.used));
            self.remove(&cookie);
            self.add(cookie);
        }
        for cookie in former.sites.into_values().flatten() {
            if cookie.expires.is_none() || self.changes.contains_key(&cookie.key()) {
                self.add(cookie);
            }
        }
        self.make_room(now);
    }

    /// These changes are in the file now.
    pub fn forget_changes(&mut self, written: &Changes) {
        self.changes
            .retain(|key, change| written.get(key) != Some(change));
    }

    fn find(&self, wanted: &Cookie) -> Option<&Cookie> {
        let cookies = self.sites.get(site(&wanted.domain))?;
        cookies.iter().find(|it| it.is_same(wanted))
    }

    fn add(&mut self, cookie: Cookie) {
        let cookies = self.sites.entry(site(&cookie.domain).to_owned());
        cookies.or_default().push(cookie);
        self.count += 1;
    }

    fn remove(&mut self, unwanted: &Cookie) {
        let site = site(&unwanted.domain);
        if let Some(cookies) = self.sites.get_mut(site) {
            let before = cookies.len();
            cookies.retain(|it| !it.is_same(unwanted));
            self.count -= before - cookies.len();
            if cookies.is_empty() {
                self.sites.remove(site);
            }
        }
    }

    /// Whether there is a secure cookie that this one would hide or replace.
    fn has_secure(&self, cookie: &Cookie, now: i64) -> bool {
        let cookies = self.sites.get(site(&cookie.domain));
        let mut others = cookies.into_iter().flatten();
        others.any(|it| !it.is_expired(now) && is_overlaid(it, cookie))
    }

    fn retain(&mut self, mut keep: impl FnMut(&Cookie) -> bool) {
        self.sites.retain(|_, cookies| {
            cookies.retain(&mut keep);
            !cookies.is_empty()
        });
        self.count = self.sites.values().map(Vec::len).sum();
    }

    /// Makes good the limits: what is expired goes, then what was not used for longest.
    fn make_room(&mut self, now: i64) {
        let is_full = |cookies: &Vec<Cookie>| cookies.len() > MOST_OF_A_SITE;
        if self.count <= MOST && !self.sites.values().any(is_full) {
            return;
        }
        self.retain(|cookie| !cookie.is_expired(now));
        for cookies in self.sites.values_mut() {
            if let Some(last) = last_to_go(cookies.iter(), MOST_OF_A_SITE) {
                give_up(cookies, last, &mut self.changes);
            }
        }
        if let Some(last) = last_to_go(self.sites.values().flatten(), MOST) {
            for cookies in self.sites.values_mut() {
                give_up(cookies, last, &mut self.changes);
            }
        }
        self.retain(|_| true);
    }
}

/// What is low in this goes first: secure cookies last, and what was used lately.
type Rank = (bool, i64, i64);

fn rank(cookie: &Cookie) -> Rank {
    let is_secure = cookie.is(INTERNET_COOKIE_IS_SECURE);
    (is_secure, cookie.used, cookie.created)
}

/// The highest rank that must go for `most` to be left, if there are more.
fn last_to_go<'a>(cookies: impl Iterator<Item = &'a Cookie>, most: usize) -> Option<Rank> {
    let mut ranks: Vec<Rank> = cookies.map(rank).collect();
    let surplus = ranks.len().checked_sub(most + 1)?;
    Some(*ranks.select_nth_unstable(surplus).1)
}

fn give_up(cookies: &mut Vec<Cookie>, last: Rank, changes: &mut Changes) {
    cookies.retain(|cookie| {
        let stays = rank(cookie) > last;
        if !stays && cookie.expires.is_some() {
            changes.insert(cookie.key(), None);
        }
        stays
    });
}

/// Whether both could go to one place, where the secure one would be taken for the other.
fn is_overlaid(secure: &Cookie, cookie: &Cookie) -> bool {
    secure.is(INTERNET_COOKIE_IS_SECURE)
        && secure.name == cookie.name
        && (domain_matches(&secure.domain, &cookie.domain)
            || domain_matches(&cookie.domain, &secure.domain))
        && path_matches(&cookie.path, &secure.path)
}
