//! When the file is read and written.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::store::{Stamp, Store};
use super::{change, now, JAR};
use crate::net::helpers;

/// A request sees another process's cookies after this time at the latest.
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);
/// The disk has its rest between two answers' cookies.
const BETWEEN_WRITES: Duration = Duration::from_millis(500);
/// At exit a disk that hangs is not waited for.
const AT_EXIT: Duration = Duration::from_secs(2);

static STORE: LazyLock<Option<Store>> = LazyLock::new(Store::of_the_user);
/// Whoever has it locked reads or writes the file. It is locked before the jar, never after.
static DISK: Mutex<Disk> = Mutex::new(Disk { seen: None });
/// When to look again, in milliseconds after the first look; 0 before that.
static NEXT_LOOK: AtomicU64 = AtomicU64::new(0);
static IS_WRITING: AtomicBool = AtomicBool::new(false);

struct Disk {
    /// The file that the jar has taken over.
    seen: Option<Stamp>,
}

impl Disk {
    /// Takes over what other processes have written. A file that cannot be read is as good as none:
    /// the jar goes on in memory.
    fn look(&mut self) {
        let Some(store) = &*STORE else {
            return;
        };
        let stamp = store.stamp();
        if stamp == self.seen {
            return;
        }
        self.seen = stamp;
        if let Ok(cookies) = store.read() {
            change(|jar| jar.adopt(cookies, now()));
        }
    }

    /// Writes what the file does not have; what fails stays with the jar until the next time.
    fn save(&mut self) -> bool {
        let Some(store) = &*STORE else {
            return false;
        };
        let changes = JAR.lock().changes().clone();
        if changes.is_empty() {
            return true;
        }
        let Ok((cookies, stamp)) = store.update(&changes, now()) else {
            return false;
        };
        self.seen = stamp;
        change(|jar| {
            jar.forget_changes(&changes);
            jar.adopt(cookies, now());
        });
        true
    }
}

/// Looks into the file if that is due: the first time, and then after a while.
pub fn look() {
    if passed() >= NEXT_LOOK.load(Ordering::Acquire) {
        look_now();
    }
}

/// Looks into the file. Others do not wait for the one who reads or writes, but for the first.
pub fn look_now() {
    let disk = match NEXT_LOOK.load(Ordering::Acquire) {
        0 => Some(DISK.lock()),
        _ => DISK.try_lock(),
    };
    if let Some(mut disk) = disk {
        disk.look();
        let next = passed() + BETWEEN_LOOKS.as_millis() as u64;
        NEXT_LOOK.store(next, Ordering::Release);
    }
}

/// Milliseconds since the first call of this.
fn passed() -> u64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed().as_millis() as u64
}

/// Writes on this thread: afterwards it is on the disk, if the disk can be written.
pub fn save() {
    if has_changes() {
        DISK.lock().save();
    }
}

/// Writes on a helper thread, and again after a rest if more has come.
pub fn save_soon() {
    if !has_changes() || IS_WRITING.swap(true, Ordering::AcqRel) {
        return;
    }
    if helpers::run(save_and_rest).is_err() {
        IS_WRITING.store(false, Ordering::Release);
    }
}

fn save_and_rest() {
    let is_saved = DISK.lock().save();
    if !is_saved || helpers::run_after(BETWEEN_WRITES, end_rest).is_err() {
        IS_WRITING.store(false, Ordering::Release);
    }
}

fn end_rest() {
    IS_WRITING.store(false, Ordering::Release);
    save_soon();
}

/// Writes what answers have brought since the last time, before the process ends.
pub fn save_at_exit() {
    // In a child of fork a lock may be held by a thread that is not there.
    let jar = JAR.try_lock_for(AT_EXIT);
    if jar.is_some_and(|jar| !jar.changes().is_empty()) {
        if let Some(mut disk) = DISK.try_lock_for(AT_EXIT) {
            disk.save();
        }
    }
}

fn has_changes() -> bool {
    STORE.is_some() && !JAR.lock().changes().is_empty()
}
