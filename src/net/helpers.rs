//! Helper threads, for what the system lets nobody interrupt: name look-ups and files. They start when they are
//! needed and end when they have had nothing to do for a while.

use std::collections::VecDeque;
use std::io;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::thread;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

/// Beside the two of the reactor they make four, which is what the library promises to stay within.
const THREADS: usize = 2;
/// A thread that has nothing to do for this long ends.
const LINGER: Duration = Duration::from_secs(10);

type Task = Box<dyn FnOnce() + Send>;

struct Desk {
    due: VecDeque<Task>,
    later: Vec<(Instant, Task)>,
    threads: usize,
    idle: usize,
}

static WORK: Condvar = Condvar::new();
static DESK: Mutex<Desk> = Mutex::new(Desk {
    due: VecDeque::new(),
    later: Vec::new(),
    threads: 0,
    idle: 0,
});

/// Has a helper run `task`, after those that came before it. It fails if there is no thread to be had.
pub fn run(task: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let mut desk = DESK.lock();
    // An idle thread that was called for an earlier task is idle no more.
    if desk.idle <= desk.due.len() {
        desk.start_thread()?;
    }
    desk.due.push_back(Box::new(task));
    drop(desk);
    WORK.notify_one();
    Ok(())
}

/// The same after a pause, in which the threads are free for others.
pub fn run_after(pause: Duration, task: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let mut desk = DESK.lock();
    if desk.threads == 0 {
        desk.start_thread()?;
    }
    desk.later.push((Instant::now() + pause, Box::new(task)));
    drop(desk);
    WORK.notify_one();
    Ok(())
}

impl Desk {
    /// Starts one more, if there may be one more. Where none can be started, those that there are do the work.
    fn start_thread(&mut self) -> io::Result<()> {
        if self.threads == THREADS {
            return Ok(());
        }
        match thread::Builder::new()
            .name("wininet-helper".to_owned())
            .spawn(serve)
        {
            Ok(_) => self.threads += 1,
            Err(error) if self.threads == 0 => return Err(error),
            Err(_) => {}
        }
        Ok(())
    }

    /// The next task, or until when to wait for one.
    fn next(&mut self) -> Result<Task, Option<Instant>> {
        if let Some(task) = self.due.pop_front() {
            return Ok(task);
        }
        let first = (0..self.later.len()).min_by_key(|index| self.later[*index].0);
        match first {
            Some(index) if self.later[index].0 <= Instant::now() => {
                Ok(self.later.swap_remove(index).1)
            }
            Some(index) => Err(Some(self.later[index].0)),
            None => Err(None),
        }
    }
}

/// A helper thread's life.
fn serve() {
    let mut desk = DESK.lock();
    let mut end = Instant::now() + LINGER;
    loop {
        match desk.next() {
            Ok(task) => {
                drop(desk);
                // A thread that died of one task would be missed by all others.
                let _ = catch_unwind(AssertUnwindSafe(task));
                end = Instant::now() + LINGER;
                desk = DESK.lock();
            }
            Err(None) if Instant::now() >= end => {
                desk.threads -= 1;
                return;
            }
            Err(until) => {
                desk.idle += 1;
                WORK.wait_until(&mut desk, until.unwrap_or(end));
                desk.idle -= 1;
            }
        }
    }
}
