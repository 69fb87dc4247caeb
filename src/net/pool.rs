//! The process's connections, by origin: who may open one, who waits for one, and the idle ones.

use std::collections::{HashMap, VecDeque};
use std::mem;
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::connection::Connection;
use super::waiter::Waiter;
use super::{Driver, Origin, Route};

/// Windows keeps an idle connection for a minute.
pub const KEEP_IDLE: Duration = Duration::from_secs(60);

/// The reactor ends its connections in time; those of blocking calls have nobody to do it, so every
/// so often the one who keeps a connection looks.
const SWEEP: Duration = Duration::from_secs(15);

/// What Windows 8 and later allow a server.
const CONNECTIONS_PER_SERVER: usize = 6;
/// A proxy that takes requests for every server is allowed what browsers allow it.
const CONNECTIONS_PER_PROXY: usize = 32;

static POOL: Mutex<Pool> = Mutex::new(Pool {
    shelves: None,
    limits: Limits {
        server: CONNECTIONS_PER_SERVER,
        proxy: CONNECTIONS_PER_PROXY,
    },
    swept: None,
});

struct Pool {
    shelves: Option<HashMap<Arc<Origin>, Shelf>>,
    limits: Limits,
    swept: Option<Instant>,
}

/// How many connections there may be.
#[derive(Clone, Copy)]
struct Limits {
    /// To a server.
    server: usize,
    /// To a proxy that takes requests for every server.
    proxy: usize,
}

/// What there is of one origin.
#[derive(Default)]
struct Shelf {
    /// The one used last is the last.
    idle: Vec<Connection>,
    /// Permits given out, those of the idle ones included.
    open: usize,
    waiting: VecDeque<Arc<Turn>>,
}

/// The right to have one connection to an origin. It comes back when it is dropped.
pub struct Permit(Option<Arc<Origin>>);

/// What [`take`] gives.
pub enum Taken {
    /// An idle connection that looks alive.
    Idle(Connection, Permit),
    /// The right to open one.
    New(Permit),
    /// A place in the queue.
    Queued(Ticket),
}

/// A place in the queue. Leaving it gives back what came too late.
pub struct Ticket(Arc<Turn>);

/// A request in the queue.
struct Turn(Mutex<State>);

enum State {
    Waiting(Waiter),
    Served(Option<Connection>, Permit),
    Gone,
}

/// What goes to whom, done when the pool is unlocked again.
type Service = (Arc<Turn>, Option<Connection>, Permit);

/// A connection to `origin`, the right to open one, or a place in the queue. `careful`: the request
/// may not be repeated.
pub fn take(origin: &Arc<Origin>, driver: &Driver<'_>, careful: bool) -> Taken {
    loop {
        let (connection, permit) = {
            let mut pool = POOL.lock();
            let limit = pool.limits.of(origin);
            let shelf = pool.shelf(origin);
            let is_first = shelf.is_free_of_waiting();
            match shelf.idle.pop() {
                Some(connection) => (connection, Permit(Some(origin.clone()))),
                None if is_first && shelf.open < limit => {
                    shelf.open += 1;
                    return Taken::New(Permit(Some(origin.clone())));
                }
                None => {
                    let turn = Arc::new(Turn(Mutex::new(State::Waiting(driver.waiter()))));
                    shelf.waiting.push_back(turn.clone());
                    return Taken::Queued(Ticket(turn));
                }
            }
        };
        if let Some(connection) = revive(connection, driver, careful) {
            return Taken::Idle(connection, permit);
        }
    }
}

/// An idle connection made fit for the driver, if it is still good.
pub fn revive(
    mut connection: Connection,
    driver: &Driver<'_>,
    careful: bool,
) -> Option<Connection> {
    let alive = connection.idle_for() < KEEP_IDLE
        && connection.is_usable(careful)
        && connection.adopt(driver).is_ok();
    connection.reused = true;
    alive.then_some(connection)
}

/// Keeps a connection whose exchange is through, or hands it to the first in the queue.
pub fn keep(mut connection: Connection, mut permit: Permit) {
    let now = Instant::now();
    if !connection.rest(now + KEEP_IDLE) {
        return;
    }
    let origin = connection.origin.clone();
    let mut pool = POOL.lock();
    let shelf = pool.shelf(&origin);
    if let Some(turn) = shelf.next_turn() {
        drop(pool);
        return turn.serve(Some(connection), permit);
    }
    shelf.idle.push(connection);
    permit.0 = None; // it stays counted, with the connection
    let expired = pool.sweep(now);
    drop(pool);
    drop(expired); // closing is a system call each: not with the lock held
}

/// Something happened to the idle connection with this token: its peer ended it, or its time is up.
/// Gives the rest of its time if that is not so yet.
pub fn examine(origin: &Arc<Origin>, token: usize) -> Option<Duration> {
    let mut pool = POOL.lock();
    let idle = &mut pool.shelves.as_mut()?.get_mut(origin)?.idle;
    let index = idle.iter().rposition(|it| it.has_token(token))?;
    let idle_for = idle[index].idle_for();
    if idle[index].is_usable(false) && idle_for < KEEP_IDLE {
        return Some(KEEP_IDLE - idle_for);
    }
    let dead = (idle.remove(index), Permit(Some(origin.clone())));
    drop(pool); // closing is a system call: not with the lock held
    drop(dead);
    None
}

/// Closes every idle connection of the process; whether there was any.
pub fn drop_idle_connections() -> bool {
    let mut pool = POOL.lock();
    let dropped = pool.take_idle(|_| true);
    drop(pool);
    !dropped.is_empty()
}

/// Changes how many connections a server may have. Those there are stay.
pub fn set_connections_per_server(limit: usize) {
    set_limit(limit, |limits| &mut limits.server);
}

/// The same for a proxy that takes requests for every server.
pub fn set_connections_per_proxy(limit: usize) {
    set_limit(limit, |limits| &mut limits.proxy);
}

fn set_limit(limit: usize, field: fn(&mut Limits) -> &mut usize) {
    let mut pool = POOL.lock();
    *field(&mut pool.limits) = limit;
    let limits = pool.limits;
    let mut served: Vec<Service> = Vec::new();
    for (origin, shelf) in pool.shelves.iter_mut().flatten() {
        let limit = limits.of(origin);
        while shelf.open < limit {
            let Some(turn) = shelf.next_turn() else { break };
            shelf.open += 1;
            served.push((turn, None, Permit(Some(origin.clone()))));
        }
    }
    drop(pool);
    for (turn, connection, permit) in served {
        turn.serve(connection, permit);
    }
}

impl Limits {
    fn of(self, origin: &Origin) -> usize {
        match origin.route {
            Route::Forward => self.proxy,
            _ => self.server,
        }
    }
}

impl Pool {
    fn shelf(&mut self, origin: &Arc<Origin>) -> &mut Shelf {
        let shelves = self.shelves.get_or_insert_default();
        shelves.entry(origin.clone()).or_default()
    }

    /// Takes out what has been idle for too long.
    fn sweep(&mut self, now: Instant) -> Vec<(Connection, Permit)> {
        let last = self.swept.get_or_insert(now);
        if now.saturating_duration_since(*last) < SWEEP {
            return Vec::new();
        }
        *last = now;
        self.take_idle(|connection| connection.idle_for() >= KEEP_IDLE)
    }

    fn take_idle(&mut self, wanted: impl Fn(&Connection) -> bool) -> Vec<(Connection, Permit)> {
        let mut taken = Vec::new();
        for (origin, shelf) in self.shelves.iter_mut().flatten() {
            let (gone, kept) = mem::take(&mut shelf.idle).into_iter().partition(&wanted);
            shelf.idle = kept;
            let gone: Vec<Connection> = gone;
            let permit = || Permit(Some(origin.clone()));
            taken.extend(gone.into_iter().map(|it| (it, permit())));
        }
        taken
    }
}

impl Shelf {
    /// Whether nobody waits; those who have left are forgotten.
    fn is_free_of_waiting(&mut self) -> bool {
        while self.waiting.front().is_some_and(|turn| turn.is_gone()) {
            self.waiting.pop_front();
        }
        self.waiting.is_empty()
    }

    /// The first in the queue who is still there.
    fn next_turn(&mut self) -> Option<Arc<Turn>> {
        while let Some(turn) = self.waiting.pop_front() {
            if !turn.is_gone() {
                return Some(turn);
            }
        }
        None
    }
}

impl Drop for Permit {
    /// The right goes to the first in the queue.
    fn drop(&mut self) {
        let Some(origin) = self.0.take() else { return };
        let mut pool = POOL.lock();
        let limit = pool.limits.of(&origin);
        let Some(shelves) = &mut pool.shelves else {
            return;
        };
        let Some(shelf) = shelves.get_mut(&origin) else {
            return;
        };
        shelf.open -= 1;
        if shelf.open < limit {
            if let Some(turn) = shelf.next_turn() {
                shelf.open += 1;
                drop(pool);
                return turn.serve(None, Permit(Some(origin)));
            }
        }
        if shelf.open == 0 && shelf.waiting.is_empty() {
            shelves.remove(&origin);
        }
    }
}

impl Turn {
    fn is_gone(&self) -> bool {
        matches!(*self.0.lock(), State::Gone)
    }

    /// Hands it over. Who has left meanwhile gets nothing: it goes back to the pool.
    fn serve(&self, connection: Option<Connection>, permit: Permit) {
        let mut state = self.0.lock();
        let waiter = match mem::replace(&mut *state, State::Gone) {
            State::Waiting(waiter) => waiter,
            other => {
                *state = other;
                drop(state);
                return give_back(connection, permit);
            }
        };
        *state = State::Served(connection, permit);
        drop(state);
        waiter.wake();
    }
}

fn give_back(connection: Option<Connection>, permit: Permit) {
    match connection {
        Some(connection) => keep(connection, permit),
        None => drop(permit),
    }
}

impl Ticket {
    /// What one has waited for, once it is there.
    pub fn claim(&self) -> Option<(Option<Connection>, Permit)> {
        let mut state = self.0 .0.lock();
        match mem::replace(&mut *state, State::Gone) {
            State::Served(connection, permit) => Some((connection, permit)),
            other => {
                *state = other;
                None
            }
        }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let state = mem::replace(&mut *self.0 .0.lock(), State::Gone);
        if let State::Served(connection, permit) = state {
            give_back(connection, permit);
        }
    }
}
