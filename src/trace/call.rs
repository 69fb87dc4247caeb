//! Calls of the program: one from its begin to its end, with the handle that it names.

use std::cell::RefCell;
use std::time::Instant;

use super::{is_on, mask, record};

/// A call under way on this thread. A callback may make others inside of it.
#[derive(Debug)]
pub struct Call {
    /// The function.
    pub(super) name: &'static str,
    pub(super) begun: Instant,
    pub(super) ended: Instant,
    /// What it said of itself.
    pub(super) notes: Notes,
    /// What it returned.
    pub(super) result: usize,
    /// The last error that it left.
    pub(super) error: u32,
}

/// What a call says of itself.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The first handle that it was given.
    pub handle: Option<usize>,
    /// What else is worth to be known. No secrets.
    pub details: String,
}

thread_local!(static UNDER_WAY: RefCell<Vec<Notes>> = const { RefCell::new(Vec::new()) });

impl Call {
    /// The function `name` begins on this thread. Every call is ended.
    pub fn begin(name: &'static str) -> Self {
        change_list(|calls| calls.push(Notes::default()));
        let now = Instant::now();
        Self {
            name,
            begun: now,
            ended: now,
            notes: Notes::default(),
            result: 0,
            error: 0,
        }
    }

    /// It returns this.
    pub fn end(mut self, result: usize, error: u32) {
        self.ended = Instant::now();
        self.notes = change_list(Vec::pop).flatten().unwrap_or_default();
        (self.result, self.error) = (result, error);
        record(|recorder| recorder.call(&self));
    }
}

/// The call under way on this thread is about this handle.
#[inline]
pub fn note_handle(handle: usize) {
    if is_on() {
        change(|notes| {
            notes.handle.get_or_insert(handle);
        });
    }
}

/// The call under way on this thread has something to say. URLs lose their passwords, other secrets are
/// no part of it.
#[inline]
pub fn note(detail: impl FnOnce() -> String) {
    if is_on() {
        change(|notes| {
            if !notes.details.is_empty() {
                notes.details.push_str(", ");
            }
            notes.details.push_str(&mask::text(&detail()));
        });
    }
}

#[cold]
fn change(with: impl FnOnce(&mut Notes)) {
    change_list(|calls| calls.last_mut().map(with));
}

/// A program that calls when its thread has ended, or the process is about to, has no list any more: its calls
/// have no notes.
fn change_list<T>(with: impl FnOnce(&mut Vec<Notes>) -> T) -> Option<T> {
    UNDER_WAY
        .try_with(|calls| with(&mut calls.borrow_mut()))
        .ok()
}
