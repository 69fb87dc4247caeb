//! Ends the process if it hangs, saying what everybody was at.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Far longer than a round takes, and than a loaded machine makes it take.
const LIMIT: Duration = Duration::from_secs(150);

pub struct Watchdog(Arc<Shared>);

struct Shared {
    seed: u64,
    round: AtomicU64,
    since: Mutex<Instant>,
    notes: Vec<Mutex<String>>,
    is_over: AtomicBool,
}

impl Watchdog {
    pub fn new(seed: u64, threads: usize) -> Self {
        let shared = Arc::new(Shared {
            seed,
            round: AtomicU64::new(0),
            since: Mutex::new(Instant::now()),
            notes: (0..threads).map(|_| Mutex::default()).collect(),
            is_over: AtomicBool::new(false),
        });
        let watched = shared.clone();
        std::thread::spawn(move || watched.watch());
        Self(shared)
    }

    /// A round begins.
    pub fn round(&self, round: u64) {
        self.0.round.store(round, Ordering::SeqCst);
        *self.0.since.lock().unwrap() = Instant::now();
    }

    /// What a thread begins.
    pub fn note(&self, thread: usize, call: String) {
        *self.0.notes[thread].lock().unwrap() = call;
    }

    pub fn stop(&self) {
        self.0.is_over.store(true, Ordering::SeqCst);
    }
}

impl Shared {
    fn watch(&self) {
        while !self.is_over.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(100));
            if self.since.lock().unwrap().elapsed() > LIMIT {
                let (seed, round) = (self.seed, self.round.load(Ordering::SeqCst));
                eprintln!("hangs: WININET_TEST_SEED={seed}, round {round}");
                for (thread, note) in self.notes.iter().enumerate() {
                    eprintln!("thread {thread}: {}", note.lock().unwrap());
                }
                std::process::abort();
            }
        }
    }
}
