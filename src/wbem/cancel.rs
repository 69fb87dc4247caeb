//! Cancelling by the sink: which operations have which.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::{Error, Operation, Result};

type Operations = HashMap<usize, Vec<Arc<Operation>>>;

static OPERATIONS: LazyLock<Mutex<Operations>> = LazyLock::new(Mutex::default);

/// How long a cancel waits for a sink that another thread is in.
const PATIENCE: Duration = Duration::from_secs(2);

/// Notes an operation under its sink's name; 0 is no name.
pub fn enlist(key: usize, operation: &Arc<Operation>) {
    if key != 0 {
        OPERATIONS
            .lock()
            .entry(key)
            .or_default()
            .push(operation.clone());
    }
}

/// Forgets an operation.
pub fn strike(key: usize, operation: &Operation) {
    let mut operations = OPERATIONS.lock();
    let Some(list) = operations.get_mut(&key) else {
        return;
    };
    let at = list
        .iter()
        .position(|it| std::ptr::eq(&raw const **it, operation));
    let _gone = at.map(|at| list.swap_remove(at));
    if list.is_empty() {
        operations.remove(&key);
    }
}

/// Cancels every operation with that sink. When this returns they have said their last word, unless a
/// sink is stuck, or is the caller.
pub fn cancel(key: usize) -> Result<()> {
    let list = OPERATIONS
        .lock()
        .get(&key)
        .cloned()
        .ok_or(Error::NOT_FOUND)?;
    for operation in &list {
        operation.cancel();
    }
    // Two threads in callbacks of one sink would wait for each other.
    if list.iter().any(|it| it.is_here()) {
        return Ok(());
    }
    let deadline = Instant::now() + PATIENCE;
    for operation in &list {
        operation.wait(deadline);
    }
    Ok(())
}
