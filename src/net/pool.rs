//! The process's idle connections, by origin.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::connection::Connection;
use super::{Driver, Origin};

/// Windows keeps an idle connection for a minute.
pub const KEEP_IDLE: Duration = Duration::from_secs(60);

type Shelves = HashMap<Arc<Origin>, Vec<Connection>>;

static SHELVES: Mutex<Option<Shelves>> = Mutex::new(None);

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
    if !connection.rest(Instant::now() + KEEP_IDLE) {
        return;
    }
    let mut shelves = SHELVES.lock();
    let shelves = shelves.get_or_insert_default();
    match shelves.get_mut(&connection.origin) {
        Some(shelf) => shelf.push(connection),
        None => {
            shelves.insert(connection.origin.clone(), vec![connection]);
        }
    }
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
        let shelves = shelves.as_mut()?;
        shelves.remove(origin);
    }
    // Closing a socket is a system call of its own: not with the lock held.
    drop_unlocked(shelves, dead);
    None
}

/// Closes every idle connection of the process.
pub fn drop_idle_connections() {
    let shelves = SHELVES.lock().take();
    drop(shelves);
}

fn drop_unlocked<G>(guard: G, connection: Connection) {
    drop(guard);
    drop(connection);
}
