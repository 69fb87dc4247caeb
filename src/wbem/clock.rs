//! One thread that waits for the time of things to do, and hands them to the others.

use std::collections::BTreeMap;
use std::thread;
use std::time::Instant;

use parking_lot::{Condvar, Mutex};

use super::threads;

type Job = Box<dyn FnOnce() + Send>;

static STATE: Mutex<State> = Mutex::new(State {
    jobs: BTreeMap::new(),
    next: 0,
    is_running: false,
});
static CHANGED: Condvar = Condvar::new();

struct State {
    jobs: BTreeMap<(Instant, u64), Job>,
    next: u64,
    is_running: bool,
}

/// Does something at a time. The thread ends when there is nothing to wait for.
pub fn at(time: Instant, job: impl FnOnce() + Send + 'static) {
    let mut state = STATE.lock();
    state.next += 1;
    let key = (time, state.next);
    state.jobs.insert(key, Box::new(job));
    CHANGED.notify_one();
    if !state.is_running {
        let spawned = thread::Builder::new().name("wmi-clock".into()).spawn(run);
        // Without a thread the job waits for the next one that gets it.
        state.is_running = spawned.is_ok();
    }
}

fn run() {
    let mut state = STATE.lock();
    while let Some((&(time, number), _)) = state.jobs.first_key_value() {
        if time > Instant::now() {
            CHANGED.wait_until(&mut state, time);
            continue;
        }
        let job = state.jobs.remove(&(time, number)).expect("the first job");
        drop(state);
        threads::run(job);
        state = STATE.lock();
    }
    state.is_running = false;
}
