//! What every handle has: its name, its listener and context, its gate and its options.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use parking_lot::Mutex;

use super::handle::HandleId;
use super::options::Options;
use super::status::{Notice, Status};
use crate::notify::{Gate, Pending};

/// Who is told. The program's callback is only an address here; `deliver` knows how to call it.
#[derive(Debug, Clone, Copy)]
pub struct Listener {
    /// The callback as the program gave it.
    pub address: usize,
    /// Calls it.
    pub deliver: fn(address: usize, notice: &Notice<'_>),
}

/// The common part of a handle.
#[derive(Debug)]
pub struct Common {
    /// The handle's value.
    pub id: HandleId,
    /// The handle that it descends from.
    pub parent: Option<HandleId>,
    /// Its own copy of the options.
    pub options: Mutex<Arc<Options>>,
    /// What its notices go through.
    pub gate: Gate<Status>,
    context: AtomicUsize,
    listener: Mutex<Option<Listener>>,
}

impl Common {
    /// A handle without a parent.
    pub fn root(id: HandleId, options: Arc<Options>) -> Self {
        Self {
            id,
            parent: None,
            options: Mutex::new(options),
            gate: Gate::default(),
            context: AtomicUsize::new(0),
            listener: Mutex::new(None),
        }
    }

    /// A child: it takes over its parent's listener and options as they are now.
    pub fn child(id: HandleId, parent: &Common, context: usize) -> Self {
        let options = parent.options.lock().clone();
        Self {
            parent: Some(parent.id),
            context: AtomicUsize::new(context),
            listener: Mutex::new(parent.listener()),
            ..Self::root(id, options)
        }
    }

    /// The context value.
    pub fn context(&self) -> usize {
        self.context.load(Ordering::Relaxed)
    }

    /// Changes the context value.
    pub fn set_context(&self, context: usize) {
        self.context.store(context, Ordering::Relaxed);
    }

    /// Who is told now.
    pub fn listener(&self) -> Option<Listener> {
        *self.listener.lock()
    }

    /// Changes who is told, at once; gives who was before.
    pub fn set_listener(&self, listener: Option<Listener>) -> Option<Listener> {
        std::mem::replace(&mut *self.listener.lock(), listener)
    }

    /// The options as they are now.
    pub fn options(&self) -> Arc<Options> {
        self.options.lock().clone()
    }

    /// Tells a status here and now, unless others are before it.
    pub fn say(&self, status: Status) -> Pending {
        self.gate.say(status, |status| self.deliver(&status))
    }

    /// Tells everything that is queued.
    pub fn drain(&self) {
        self.gate.drain(|status| self.deliver(&status));
    }

    /// Ends a call that entered the gate.
    pub fn leave(&self) -> Pending {
        self.gate.leave(|status| self.deliver(&status))
    }

    /// Closes the gate; the last notice is HANDLE_CLOSING.
    pub fn close(&self) -> bool {
        let closed = self
            .gate
            .close(Status::HandleClosing, |status| self.deliver(&status));
        closed.is_ok()
    }

    /// Calls the program, if it wants to be called. No lock is held.
    fn deliver(&self, status: &Status) {
        let context = self.context();
        if context == 0 {
            return;
        }
        if let Some(listener) = self.listener() {
            let handle = match status {
                Status::HandleCreated { parent } => *parent,
                _ => self.id,
            };
            let notice = Notice {
                handle,
                subject: self.id,
                context,
                status,
            };
            (listener.deliver)(listener.address, &notice);
        }
    }
}
