//! The threads that calls run on.
//!
//! A few are enough as long as sinks return. When all are in sinks that do not, a watch adds one every few
//! milliseconds while calls wait. Idle threads end.

use std::collections::VecDeque;
use std::thread;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use super::system;

type Job = Box<dyn FnOnce() + Send>;

/// So many threads are started without asking whether the others are stuck.
const FEW: usize = 4;
/// How long calls wait before one more thread is started.
const PATIENCE: Duration = Duration::from_millis(3);
/// How long a thread waits for more to do.
const REST: Duration = Duration::from_secs(5);

static STATE: Mutex<State> = Mutex::new(State {
    queue: VecDeque::new(),
    threads: 0,
    idle: 0,
    begun: 0,
    is_watched: false,
});
static WORK: Condvar = Condvar::new();

struct State {
    queue: VecDeque<Job>,
    threads: usize,
    idle: usize,
    /// Counts the jobs that have begun.
    begun: u64,
    is_watched: bool,
}

/// Runs a job on a thread of the library. Without a thread for it, it is dropped.
pub fn run(job: impl FnOnce() + Send + 'static) {
    let mut state = STATE.lock();
    state.queue.push_back(Box::new(job));
    if state.queue.len() <= state.idle {
        WORK.notify_one();
        return;
    }
    if state.threads < FEW {
        state.threads += 1;
        drop(state);
        start(true);
    } else if !state.is_watched {
        state.is_watched = true;
        drop(state);
        if spawn("wmi-watch", watch).is_err() {
            STATE.lock().is_watched = false;
        }
    }
}

fn spawn(name: &str, body: fn()) -> std::io::Result<()> {
    thread::Builder::new()
        .name(name.into())
        .spawn(body)
        .map(drop)
}

/// Starts a worker that is counted already.
fn start(is_needed: bool) {
    if spawn("wmi", || system::accompanied(work)).is_ok() {
        return;
    }
    let mut state = STATE.lock();
    state.threads -= 1;
    if is_needed && state.threads == 0 {
        // What is dropped reports its own failure, and may call back.
        let lost = std::mem::take(&mut state.queue);
        drop(state);
        drop(lost);
    }
}

fn work() {
    let mut state = STATE.lock();
    loop {
        if let Some(job) = state.queue.pop_front() {
            state.begun += 1;
            drop(state);
            // A panic is the job's own failure, which it reports as it unwinds.
            let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job));
            state = STATE.lock();
            continue;
        }
        state.idle += 1;
        let is_over = WORK.wait_for(&mut state, REST).timed_out();
        state.idle -= 1;
        if is_over && state.queue.is_empty() {
            state.threads -= 1;
            return;
        }
    }
}

fn watch() {
    let mut last = STATE.lock().begun;
    loop {
        thread::sleep(PATIENCE);
        let mut state = STATE.lock();
        if state.queue.len() <= state.idle {
            state.is_watched = false;
            return;
        }
        if state.begun == last {
            state.threads += 1;
            drop(state);
            start(false);
        } else {
            last = state.begun;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    #[test]
    fn a_job_runs_while_many_others_are_stuck() {
        let (release, gate) = mpsc::channel::<()>();
        let gate = std::sync::Arc::new(parking_lot::Mutex::new(gate));
        let (done, all) = mpsc::channel();
        for _ in 0..20 {
            let (gate, done) = (gate.clone(), done.clone());
            super::run(move || {
                let _ = gate.lock().recv();
                done.send(()).unwrap();
            });
        }
        let (free, is_free) = mpsc::channel();
        super::run(move || free.send(()).unwrap());
        is_free.recv().unwrap();
        drop(release);
        assert_eq!(all.iter().take(20).count(), 20);
    }
}
