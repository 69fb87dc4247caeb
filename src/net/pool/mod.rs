//! The process's connections, by origin: who may open one, who waits for one, and the idle ones.

mod queue;
mod shelf;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::mem;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use slab::Slab;

use super::connection::{Connection, Handed};
use super::{clock, Driver, Origin, Route};
use queue::Turn;
use shelf::Shelf;
pub use shelf::LOOK;

/// Windows keeps an idle connection for a minute.
pub const KEEP_IDLE: Duration = Duration::from_secs(60);

/// The reactor ends its connections in time; those of blocking calls have nobody to do it, so every
/// so often the one who keeps a connection looks.
const SWEEP: Duration = Duration::from_secs(15);

/// Used again so soon, which is in the same tick of a coarse clock, a connection has hardly been given up by its
/// server, and a request that may be repeated goes out without another look at it.
const AT_ONCE: Duration = Duration::from_millis(1);

/// What Windows 8 and later allow a server.
const CONNECTIONS_PER_SERVER: usize = 6;
/// A proxy that takes requests for every server is allowed what browsers allow it.
const CONNECTIONS_PER_PROXY: usize = 32;

/// So many bare shelves are no matter.
const FEW: usize = 16;

static POOL: Mutex<Pool> = Mutex::new(Pool {
    shelves: Slab::new(),
    places: None,
    last: 0,
    limits: Limits {
        server: CONNECTIONS_PER_SERVER,
        proxy: CONNECTIONS_PER_PROXY,
    },
    swept: None,
    most: FEW,
});

struct Pool {
    shelves: Slab<Shelf>,
    /// Which shelf is whose.
    places: Option<HashMap<Arc<Origin>, usize>>,
    /// The place that was asked for last; mostly the next one is the same.
    last: usize,
    limits: Limits,
    swept: Option<Duration>,
    /// With so many shelves it is time to look which of them are bare.
    most: usize,
}

/// How many connections there may be.
#[derive(Clone, Copy)]
struct Limits {
    /// To a server.
    server: usize,
    /// To a proxy that takes requests for every server.
    proxy: usize,
}

/// The right to have one connection to an origin. It comes back when it is dropped.
pub struct Permit(Option<Held>);

/// A holder's place. The shelf is there as long as anybody holds or waits.
struct Held {
    shelf: usize,
    /// Its number among the holders.
    key: usize,
}

/// What [`take`] gives.
pub enum Taken {
    /// An idle connection that looks alive.
    Idle(Handed, Permit),
    /// The right to open one.
    New(Permit),
    /// A place in the queue.
    Queued(Ticket),
}

/// A place in the queue. Leaving it gives back what came too late.
pub struct Ticket {
    shelf: usize,
    turn: Arc<Turn>,
}

/// What goes to whom, done when the pool is unlocked again.
struct Service {
    turn: Arc<Turn>,
    connection: Option<Handed>,
    permit: Permit,
    /// The first in the queue from now on.
    next: Option<Arc<Turn>>,
}

/// A connection to `origin`, the right to open one, or a place in the queue. `careful`: the request
/// may not be repeated.
pub fn take(origin: &Arc<Origin>, driver: &Driver<'_>, careful: bool) -> Taken {
    let task = driver.task();
    loop {
        let (connection, permit) = {
            let mut pool = POOL.lock();
            let place = pool.place(origin);
            let (shelf, limit) = pool.shelf(place);
            match shelf.idle.pop() {
                Some(connection) => (connection, Permit::of(place, shelf.hold(task.clone()))),
                None if shelf.first().is_none() && shelf.has_room(limit) => {
                    return Taken::New(Permit::of(place, shelf.hold(task)));
                }
                None => {
                    let turn = Arc::new(Turn::new(task, driver.waiter()));
                    shelf.queue(turn.clone());
                    return Taken::Queued(Ticket { shelf: place, turn });
                }
            }
        };
        if let Some(connection) = revive(connection, driver, careful) {
            return Taken::Idle(connection, permit);
        }
    }
}

/// An idle connection made fit for the driver, if it is still good.
pub fn revive(mut connection: Handed, driver: &Driver<'_>, careful: bool) -> Option<Handed> {
    let idle_for = connection.idle_for();
    let alive = idle_for < KEEP_IDLE
        && connection.is_usable(careful || idle_for > AT_ONCE)
        && connection.adopt(driver).is_ok();
    connection.reused = true;
    alive.then_some(connection)
}

/// Keeps a connection whose exchange is through, or hands it to the first in the queue.
pub fn keep(mut connection: Handed, mut permit: Permit) {
    let now = clock::tick();
    if !connection.rest(now, KEEP_IDLE) {
        return;
    }
    let Some(held) = permit.0.take() else {
        return;
    };
    let mut pool = POOL.lock();
    let (shelf, limit) = pool.shelf(held.shelf);
    let task = shelf.release(held.key);
    if !shelf.has_room(limit) {
        // It was lent while others were blocked, or the limit is lower now.
        drop(pool);
        return drop((task, connection));
    }
    if let Some(mut service) = shelf.serve_first(held.shelf) {
        service.connection = Some(connection);
        drop(pool);
        drop(task);
        return service.perform();
    }
    shelf.idle.push(connection);
    let expired = pool.sweep(now);
    drop(pool);
    drop((task, expired)); // closing is a system call each: not with the lock held
}

/// Something happened to the idle connection in this slot: its peer ended it, or its time is up.
/// Gives the rest of its time if that is not so yet.
pub fn examine(origin: &Arc<Origin>, slot: usize) -> Option<Duration> {
    let mut pool = POOL.lock();
    let place = *pool.places.as_ref()?.get(origin)?;
    let idle = &mut pool.shelves[place].idle;
    let index = idle.iter().rposition(|it| it.has_slot(slot))?;
    let idle_for = idle[index].idle_for();
    if idle[index].is_usable(true) && idle_for < KEEP_IDLE {
        return Some(KEEP_IDLE - idle_for);
    }
    let dead = idle.remove(index);
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
    let mut services = Vec::new();
    for (place, shelf) in &mut pool.shelves {
        let limit = limits.of(&shelf.origin);
        while let Some(service) = shelf.serve_next(place, limit) {
            services.push(service);
        }
    }
    drop(pool);
    services.into_iter().for_each(Service::perform);
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
    /// Where the shelf of an origin is.
    fn place(&mut self, origin: &Arc<Origin>) -> usize {
        let last = self.shelves.get(self.last);
        if last.is_some_and(|it| it.origin == *origin) {
            return self.last;
        }
        self.clear();
        let places = self.places.get_or_insert_default();
        let place = *places
            .entry(origin.clone())
            .or_insert_with(|| self.shelves.insert(Shelf::of(origin.clone())));
        self.last = place;
        place
    }

    /// A shelf that is there, and how many connections its origin may have.
    fn shelf(&mut self, place: usize) -> (&mut Shelf, usize) {
        let shelf = &mut self.shelves[place];
        let limit = self.limits.of(&shelf.origin);
        (shelf, limit)
    }

    /// Forgets the origins of which there is nothing, once there are twice as many as the last time had left: a place
    /// that every connection to its server takes and leaves need not be found anew for each.
    fn clear(&mut self) {
        if self.shelves.len() >= self.most {
            self.clear_now();
        }
    }

    #[cold]
    fn clear_now(&mut self) {
        let places = &mut self.places;
        self.shelves.retain(|_, shelf| {
            let stays = !shelf.is_bare();
            if let Some(places) = places.as_mut().filter(|_| !stays) {
                places.remove(&shelf.origin);
            }
            stays
        });
        self.most = FEW.max(self.shelves.len() * 2);
    }

    /// Takes out what has been idle for too long.
    fn sweep(&mut self, now: Duration) -> Vec<Handed> {
        let last = self.swept.get_or_insert(now);
        if now.saturating_sub(*last) < SWEEP {
            return Vec::new();
        }
        *last = now;
        self.take_idle(|connection| connection.idle_for() >= KEEP_IDLE)
    }

    #[cold]
    fn take_idle(&mut self, wanted: impl Fn(&Connection) -> bool) -> Vec<Handed> {
        let mut taken = Vec::new();
        for (_, shelf) in &mut self.shelves {
            let idle = mem::take(&mut shelf.idle).into_iter();
            let (gone, kept): (Vec<_>, _) = idle.partition(|it| wanted(it));
            shelf.idle = kept;
            taken.extend(gone);
        }
        taken
    }
}

impl Shelf {
    /// Gives the first in the queue the right to a connection, if there is room.
    fn serve_next(&mut self, place: usize, limit: usize) -> Option<Service> {
        self.first()?;
        if !self.has_room(limit) {
            return None;
        }
        self.serve_first(place)
    }

    /// The same for one who knows that there is: asked again, a callback may have come back.
    fn serve_first(&mut self, place: usize) -> Option<Service> {
        let turn = self.next_turn()?;
        Some(Service {
            permit: Permit::of(place, self.hold(turn.task.clone())),
            connection: None,
            next: self.first().cloned(),
            turn,
        })
    }
}

impl Service {
    fn perform(self) {
        self.turn.serve(self.connection, self.permit);
        if let Some(next) = self.next {
            next.nudge();
        }
    }
}

impl Permit {
    fn of(shelf: usize, key: usize) -> Self {
        Self(Some(Held { shelf, key }))
    }
}

impl Drop for Permit {
    /// The right goes to the first in the queue.
    fn drop(&mut self) {
        let Some(held) = self.0.take() else {
            return;
        };
        let mut pool = POOL.lock();
        let (shelf, limit) = pool.shelf(held.shelf);
        let task = shelf.release(held.key);
        let service = shelf.serve_next(held.shelf, limit);
        drop(pool);
        drop(task);
        if let Some(service) = service {
            service.perform();
        }
    }
}

fn give_back(connection: Option<Handed>, permit: Permit) {
    match connection {
        Some(connection) => keep(connection, permit),
        None => drop(permit),
    }
}

impl Ticket {
    /// What one has waited for, once it is there.
    pub fn claim(&self) -> Option<(Option<Handed>, Permit)> {
        self.turn.claim()
    }

    /// The first in the queue looks whether those who have the connections are blocked, and is served
    /// then. It has to look again every [`LOOK`]; gives whether it is the first.
    pub fn look(&self) -> bool {
        let mut pool = POOL.lock();
        let (shelf, limit) = pool.shelf(self.shelf);
        if !shelf.first().is_some_and(|it| Arc::ptr_eq(it, &self.turn)) {
            return false;
        }
        shelf.look();
        let service = shelf.serve_next(self.shelf, limit);
        drop(pool);
        if let Some(service) = service {
            service.perform();
        }
        true
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        if !self.turn.leave() {
            return;
        }
        let mut pool = POOL.lock();
        // It may have been served, and the shelf bare, between its leaving and this.
        let Some(shelf) = pool.shelves.get_mut(self.shelf) else {
            return;
        };
        let was_first = shelf.leave(&self.turn);
        let first = shelf.first().filter(|_| was_first).cloned();
        drop(pool);
        if let Some(first) = first {
            first.nudge();
        }
    }
}
