//! Completion is a value: used once, or reported as a failure when it is dropped unused.

use std::sync::Arc;

/// Something whose operations end with one report.
pub trait Completes {
    /// How an operation ended.
    type Outcome;

    /// The outcome of an operation that was forgotten: an early return, a panic.
    fn abandoned() -> Self::Outcome;

    /// Reports the end of an operation.
    fn complete(self: &Arc<Self>, outcome: Self::Outcome);
}

/// The duty to report the end of one operation.
///
/// It can be neither copied nor forgotten: [`Completion::report`] uses it up, and dropping it
/// reports [`Completes::abandoned`].
#[derive(Debug)]
pub struct Completion<T: Completes>(Option<Arc<T>>);

impl<T: Completes> Completion<T> {
    /// Takes on the duty for one operation of `owner`.
    pub fn new(owner: Arc<T>) -> Self {
        Self(Some(owner))
    }

    /// Reports the end of the operation.
    pub fn report(mut self, outcome: T::Outcome) {
        if let Some(owner) = self.0.take() {
            owner.complete(outcome);
        }
    }
}

impl<T: Completes> Drop for Completion<T> {
    fn drop(&mut self) {
        if let Some(owner) = self.0.take() {
            owner.complete(T::abandoned());
        }
    }
}
