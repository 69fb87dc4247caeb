//! The process's idle connections, by origin.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::connection::Connection;
use super::{Driver, Origin};

/// Windows keeps an idle connection for a minute.
pub const KEEP_IDLE: Duration = Duration::from_secs(60);

/// The reactor ends its connections in time; those of blocking calls have nobody to do it, so every
/// so often the one who keeps a connection looks.
const SWEEP: Duration = Duration::from_secs(15);

type Shelves = HashMap<Arc<Origin>, Vec<Connection>>;

static SHELVES: Mutex<Option<Shelves>> = Mutex::new(None);
static SWEPT: Mutex<Option<Instant>> = Mutex::new(None);

/// An idle connection to `origin` that looks alive, the one used last.
pub fn take(origin: &Arc<Origin>, driver: &Driver<'_>, careful: bool) -> Option<Connection> {
    loop {
        let mut connection = {
            let mut shelves = SHELVES.lock();
            shelves.as_mut()?.get_mut(origin)?.pop()?
        };
        let alive = connection.idle_for() < KEEP_IDLE
            && connection.is_usable(careful)
            && connection.adopt(driver).is_ok();
        if alive {
            connection.reused = true;
            return Some(connection);
        }
    }
}

/// Keeps a connection whose exchange is through.
pub fn keep(mut connection: Connection) {
    let now = Instant::now();
    if !connection.rest(now + KEEP_IDLE) {
        return;
    }
    let mut guard = SHELVES.lock();
    let shelves = guard.get_or_insert_default();
    match shelves.get_mut(&connection.origin) {
        Some(shelf) => shelf.push(connection),
        None => {
            shelves.insert(connection.origin.clone(), vec![connection]);
        }
    }
    let expired = sweep(shelves, now);
    drop(guard);
    drop(expired); // closing is a system call each: not with the lock held
}

/// Takes out what has been idle for too long.
fn sweep(shelves: &mut Shelves, now: Instant) -> Vec<Connection> {
    let mut swept = SWEPT.lock();
    let last = swept.get_or_insert(now);
    if now.saturating_duration_since(*last) < SWEEP {
        return Vec::new();
    }
    *last = now;
    let mut expired = Vec::new();
    for shelf in shelves.values_mut() {
        // The connection used last is on top, so the oldest ones are at the front.
        let count = shelf.partition_point(|it| it.idle_for() >= KEEP_IDLE);
        expired.extend(shelf.drain(..count));
    }
    shelves.retain(|_, shelf| !shelf.is_empty());
    expired
}

/// Something happened to the idle connection with this token: its peer ended it, or its time is up.
/// Gives the rest of its time if that is not so yet.
pub fn examine(origin: &Arc<Origin>, token: usize) -> Option<Duration> {
    let mut shelves = SHELVES.lock();
    let shelf = shelves.as_mut()?.get_mut(origin)?;
    let index = shelf.iter().rposition(|it| it.has_token(token))?;
    let idle_for = shelf[index].idle_for();
    if shelf[index].is_usable(false) && idle_for < KEEP_IDLE {
        return Some(KEEP_IDLE - idle_for);
    }
    let dead = shelf.remove(index);
    if shelf.is_empty() {
        shelves.as_mut()?.remove(origin);
    }
    drop(shelves); // closing is a system call: not with the lock held
    drop(dead);
    None
}

/// Closes every idle connection of the process; whether there was any.
pub fn drop_idle_connections() -> bool {
    let shelves = SHELVES.lock().take();
    shelves.is_some_and(|shelves| !shelves.is_empty())
}
