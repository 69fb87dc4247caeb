//! One call on a namespace, ready to run: on the caller's thread, or as an operation of its own.

use std::ops::ControlFlow;

use super::{Object, Result};

/// Whether somebody still wants what comes.
pub type Flow = ControlFlow<()>;

/// Takes what a call gives.
pub trait Feed {
    fn give(&mut self, object: Object) -> Flow;

    /// So much of so much is done.
    fn progress(&mut self, _done: u64, _total: u64, _text: &str) -> Flow {
        Flow::Continue(())
    }

    /// Nothing more is wanted, as far as one can tell without giving anything.
    fn is_over(&self) -> bool {
        false
    }
}

/// How a call that succeeds ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ending {
    /// The path of what was written.
    pub text: Option<String>,
    /// Less came than was asked for.
    pub is_short: bool,
}

/// What a call does.
pub type Work = Box<dyn FnOnce(&mut dyn Feed) -> Result<Ending> + Send>;

/// A call.
pub struct Call {
    pub(super) work: Work,
    /// What an __ExtendedStatus says of it.
    pub method: &'static str,
    pub parameter: String,
}

impl Call {
    pub fn new(
        method: &'static str,
        parameter: &str,
        work: impl FnOnce(&mut dyn Feed) -> Result<Ending> + Send + 'static,
    ) -> Self {
        Self {
            work: Box::new(work),
            method,
            parameter: parameter.to_owned(),
        }
    }

    /// Runs the call on this thread.
    pub fn collect(self) -> Result<(Vec<Object>, Ending)> {
        let mut objects = Vec::new();
        let ending = (self.work)(&mut objects)?;
        Ok((objects, ending))
    }
}

impl Feed for Vec<Object> {
    fn give(&mut self, object: Object) -> Flow {
        self.push(object);
        Flow::Continue(())
    }
}

/// A feed that is a function.
pub struct Each<F>(pub F);

impl<F: FnMut(Object) -> Flow> Feed for Each<F> {
    fn give(&mut self, object: Object) -> Flow {
        (self.0)(object)
    }
}
