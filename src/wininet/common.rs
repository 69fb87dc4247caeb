//! What every handle has: its name, its listener and context, its gate and its options.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::Arc;

use parking_lot::Mutex;

use super::error::Error;
use super::handle::{self, Handle, HandleId};
use super::options::Options;
use super::status::{Notice, Status};
use super::watch::Trace;
use crate::notify::{Callback, Closed, Gate, Pending};
use crate::trace;

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
    /// The handle that it descends from. Every child is inside its parent's gate until its own last
    /// word, so that children have theirs first.
    parent: Option<Handle>,
    handed_down: Mutex<HandedDown>,
    /// What its notices go through.
    pub gate: Gate<Status>,
    /// What it has come to.
    pub trace: Trace,
    context: AtomicUsize,
    /// The program has closed it: what it is still told of is a cancelled operation.
    is_cancelled: AtomicBool,
    /// Its InternetOpenUrl has failed: the library closes it once the program was told.
    is_forgotten: AtomicBool,
}

/// What a handle's children take over as it is when they are made, each its own copy.
#[derive(Debug, Clone)]
struct HandedDown {
    options: Arc<Options>,
    listener: Option<Listener>,
}

impl Common {
    /// A handle without a parent.
    pub fn root(id: HandleId, options: Arc<Options>) -> Self {
        let handed_down = HandedDown {
            options,
            listener: None,
        };
        Self::with(id, None, handed_down, Gate::default(), 0)
    }

    #[inline(always)]
    fn with(
        id: HandleId,
        parent: Option<Handle>,
        handed_down: HandedDown,
        gate: Gate<Status>,
        context: usize,
    ) -> Self {
        Self {
            id,
            parent,
            handed_down: Mutex::new(handed_down),
            gate,
            trace: Trace::default(),
            context: AtomicUsize::new(context),
            is_cancelled: AtomicBool::new(false),
            is_forgotten: AtomicBool::new(false),
        }
    }

    /// A child: it takes over its parent's listener and options as they are now, but for what
    /// `change` changes. Its gate counts whoever makes it as inside, so that HANDLE_CLOSING never
    /// comes before HANDLE_CREATED.
    #[inline(always)]
    pub fn child(
        id: HandleId,
        parent: Handle,
        context: usize,
        change: impl FnOnce(&mut Arc<Options>),
    ) -> Self {
        let common = parent.common();
        let mut handed_down = common.handed_down.lock().clone();
        change(&mut handed_down.options);
        // While the registry has the parent, its gate is open.
        let (parent, gate) = match common.gate.enter_child() {
            Ok(gate) => (Some(parent), gate),
            Err(Closed) => (None, Gate::entered()),
        };
        Self::with(id, parent, handed_down, gate, context)
    }

    /// The value of the handle that it descends from.
    pub fn parent(&self) -> Option<HandleId> {
        self.parent.as_ref().map(|parent| parent.common().id)
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
        self.handed_down.lock().listener
    }

    /// Changes who is told, at once; gives who was before.
    pub fn set_listener(&self, listener: Option<Listener>) -> Option<Listener> {
        std::mem::replace(&mut self.handed_down.lock().listener, listener)
    }

    /// The options as they are now.
    pub fn options(&self) -> Arc<Options> {
        self.handed_down.lock().options.clone()
    }

    /// Changes them.
    pub fn change_options(&self, change: impl FnOnce(&mut Options)) {
        Options::change(&mut self.handed_down.lock().options, change);
    }

    /// Tells a status here and now, unless others are before it.
    pub fn say(&self, status: Status) -> Pending {
        self.gate.say(status, |status| self.deliver(&status))
    }

    /// Tells of a child that is made, which ends its making.
    pub fn say_created(&self, parent: HandleId) -> Pending {
        let created = Status::HandleCreated { parent };
        self.gate
            .say_last_of_operation(created, |status| self.deliver(&status))
    }

    /// Tells everything that is queued.
    pub fn drain(&self) {
        self.gate.drain(|status| self.deliver(&status));
    }

    /// Ends a call that entered the gate.
    pub fn leave(&self) -> Pending {
        self.gate.leave(|status| self.deliver(&status))
    }

    /// Whatever ends from now on ends because the program has closed the handle.
    pub fn set_cancelled(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// The notice that ends the operation under way is followed by the closing of the handle.
    pub fn forget_when_told(&self) {
        self.is_forgotten.store(true, Ordering::Relaxed);
    }

    /// Closes the gate; the last notice is HANDLE_CLOSING.
    #[inline(always)]
    pub fn close(&self) -> bool {
        let closed = self
            .gate
            .close(Status::HandleClosing, |status| self.deliver(&status));
        closed.is_ok()
    }

    /// Tells the program; no lock is held. A child's last word lets its parent have one.
    fn deliver(&self, status: &Status) {
        static CANCELLED: Status = Status::RequestComplete {
            result: 0,
            error: Error::CANCELLED.0,
        };
        self.trace.note(self.id, status);
        let is_completion = matches!(status, Status::RequestComplete { .. });
        let is_cancelled = is_completion && self.is_cancelled.load(Ordering::Relaxed);
        self.tell(if is_cancelled { &CANCELLED } else { status });
        if is_completion && self.is_forgotten.load(Ordering::Relaxed) {
            // An error says that the program was faster.
            let _ = handle::close(self.id);
        }
        if let (Status::HandleClosing, Some(parent)) = (status, &self.parent) {
            if let Pending(true) = parent.common().leave() {
                parent.common().drain();
            }
        }
    }

    /// Calls the program, if it wants to be called.
    #[inline(always)] // once for each notice
    fn tell(&self, status: &Status) {
        if trace::is_on() {
            trace::status(&status.traced(self.id));
        }
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
            Callback::during(|| (listener.deliver)(listener.address, &notice));
        }
    }
}

impl Drop for Common {
    fn drop(&mut self) {
        if let Some(parent) = &self.parent {
            self.gate.leave_memory(&parent.common().gate);
        }
    }
}
