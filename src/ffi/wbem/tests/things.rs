//! Classes whose instances a test changes.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;

use parking_lot::{Condvar, Mutex};

use super::scene::{Latch, LIMIT};
use crate::wbem::{Changes, Feed, Object, Provider, Result, Scan, Value};

/// Instances of Test_Thing, which a test changes.
#[derive(Clone, Default)]
pub struct Things {
    rows: Arc<Mutex<BTreeMap<u32, String>>>,
    looks: Arc<Mutex<u64>>,
    looked: Arc<Condvar>,
}

impl Things {
    pub fn put(&self, id: u32, text: &str) {
        self.rows.lock().insert(id, text.into());
    }

    pub fn remove(&self, id: u32) {
        self.rows.lock().remove(&id);
    }

    /// How often somebody has looked.
    pub fn looks(&self) -> u64 {
        *self.looks.lock()
    }

    /// Waits until somebody has looked so often again.
    pub fn wait_for_looks(&self, count: u64) {
        let mut looks = self.looks.lock();
        let enough = *looks + count;
        while *looks < enough {
            assert!(
                !self.looked.wait_for(&mut looks, LIMIT).timed_out(),
                "nobody looks"
            );
        }
    }
}

impl Provider for Things {
    fn instances(&self, scan: &Scan<'_>, feed: &mut dyn Feed) -> Result<()> {
        let things = self.rows.lock().clone();
        for (id, text) in things {
            let values = vec![id.into(), text.into(), Value::Null];
            let home = Some(scan.home.clone());
            if feed
                .give(Object::with_values(scan.class.clone(), values, home))
                .is_break()
            {
                break;
            }
        }
        *self.looks.lock() += 1;
        self.looked.notify_all();
        Ok(())
    }
}

/// Test_Loud, which tells of itself when a test says so.
pub struct Loud;

impl Provider for Loud {
    fn instances(&self, _scan: &Scan<'_>, _feed: &mut dyn Feed) -> Result<()> {
        Ok(())
    }

    fn changes(&self) -> Changes {
        Changes::Audibly
    }
}

/// Test_Job, whose method waits for the test.
#[derive(Default)]
pub struct Job {
    pub has_begun: Latch,
    pub may_end: Latch,
    pub is_done: AtomicBool,
    pub has_ended: Latch,
}

impl Provider for Arc<Job> {
    fn instances(&self, _scan: &Scan<'_>, _feed: &mut dyn Feed) -> Result<()> {
        Ok(())
    }

    fn run(&self, _: &str, _: Option<&Object>, _: &Object, output: &mut Object) -> Result<()> {
        self.has_begun.open();
        self.may_end.wait();
        self.is_done.store(true, Ordering::Release);
        self.has_ended.open();
        output.set("ReturnValue", 0_u32.into())
    }
}
