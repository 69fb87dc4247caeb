//! Who is told, in which order, and the last word.
//!
//! Both APIs of this library tell a program about its operations by calling it back. The rules are
//! the same on both sides and live here: notices of one handle come in order and never overlap, an
//! operation is completed exactly once, and after the last notice nothing comes.

mod callback;
mod completion;
mod gate;

pub use callback::Callback;
pub use completion::{Completes, Completion};
pub use gate::{Closed, Gate, Pending};

#[cfg(test)]
mod tests;
