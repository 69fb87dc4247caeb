//! What the process holds: bytes, descriptors, threads.

use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt;
use std::sync::atomic::{AtomicIsize, Ordering};
use std::time::{Duration, Instant};

use crate::support::threads::library_threads;

/// Counts the bytes that are allocated and not freed.
struct Counting;

static ALLOCATED: AtomicIsize = AtomicIsize::new(0);

// SAFETY: the system's allocator does the work.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATED.fetch_add(layout.size() as isize, Ordering::Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        ALLOCATED.fetch_sub(layout.size() as isize, Ordering::Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// What is held at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// Of the heap.
    pub bytes: isize,
    /// Of everything that is in memory, in KiB.
    pub resident: usize,
    pub descriptors: usize,
    /// All threads, and the library's.
    pub threads: usize,
    pub library_threads: usize,
}

impl Held {
    pub fn now() -> Self {
        // What is free goes back to the system: what remains is held.
        // SAFETY: any number.
        unsafe { libc::malloc_trim(0) };
        Self {
            bytes: ALLOCATED.load(Ordering::Relaxed),
            resident: resident(),
            descriptors: count("/proc/self/fd"),
            threads: count("/proc/self/task"),
            library_threads: library_threads().len(),
        }
    }

    /// Waits until no more is held than that says, which takes as long as threads and servers need to
    /// notice; what is held then.
    pub fn settled(is_enough: impl Fn(&Self) -> bool, patience: Duration) -> Self {
        let begin = Instant::now();
        loop {
            let held = Self::now();
            if is_enough(&held) || begin.elapsed() > patience {
                return held;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} bytes of the heap, {} KiB resident, {} descriptors, {} threads, {} of them the library's",
            self.bytes, self.resident, self.descriptors, self.threads, self.library_threads
        )
    }
}

fn count(directory: &str) -> usize {
    std::fs::read_dir(directory).expect(directory).count()
}

fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("the status");
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"));
    let number = line.and_then(|it| it.split_whitespace().next());
    number.and_then(|it| it.parse().ok()).unwrap_or(0)
}
