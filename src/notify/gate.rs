//! The gate of one handle: its queue of notices, who is inside, and the last notice.

use std::collections::VecDeque;
use std::mem;

use parking_lot::{Mutex, MutexGuard};

/// The handle is closed or closing: nothing new begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed;

/// Notices are waiting for somebody to [`Gate::drain`] them.
#[must_use = "somebody has to drain the gate"]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pending(pub bool);

/// So many notices are queued at once for a request that connects: what a queue has room for at first.
const USUAL: usize = 8;

/// The gate that every notice of one handle goes through.
///
/// One thread at a time speaks for a handle. Another thread that has something to say leaves it in
/// the queue, and the speaker's end reports that the queue wants draining. No lock is held while
/// `speak` runs, so it may call back into the gate.
#[derive(Debug)]
pub struct Gate<N> {
    state: Mutex<State<N>>,
}

#[derive(Debug)]
struct State<N> {
    queue: VecDeque<Queued<N>>,
    /// Operations and calls that have begun and not ended.
    inside: usize,
    /// The thread that is in `speak` now, 0 for none.
    speaker: usize,
    /// Counts what was said, but for what was said inside of that.
    speeches: u64,
    last: Last<N>,
}

#[derive(Debug)]
struct Queued<N> {
    notice: N,
    /// Saying this notice ends the operation that posted it.
    leaves: bool,
}

#[derive(Debug)]
enum Last<N> {
    Open,
    Due(N),
    Said,
}

impl<N> Default for Gate<N> {
    fn default() -> Self {
        Self::with(0, VecDeque::new())
    }
}

impl<N> Gate<N> {
    /// A gate with one operation inside: that of making its handle.
    pub fn entered() -> Self {
        Self::with(1, VecDeque::new())
    }

    #[inline(always)]
    fn with(inside: usize, queue: VecDeque<Queued<N>>) -> Self {
        Self {
            state: Mutex::new(State {
                queue,
                inside,
                speaker: 0,
                speeches: 0,
                last: Last::Open,
            }),
        }
    }

    /// Begins an operation or a call. Every success is paired with [`Gate::leave`] or with one
    /// notice given to [`Gate::post_last_of_operation`].
    pub fn enter(&self) -> Result<(), Closed> {
        self.state.lock().enter()
    }

    /// The same for a handle below this one: gives its gate, as [`Gate::entered`] does. That has the
    /// memory of this gate's queue, which mostly has nothing to hold.
    #[inline(always)]
    pub fn enter_child(&self) -> Result<Self, Closed> {
        let mut state = self.state.lock();
        state.enter()?;
        let queue = match state.queue.is_empty() {
            true => mem::take(&mut state.queue),
            false => VecDeque::new(),
        };
        Ok(Self::with(1, queue))
    }

    /// Gives the memory of its queue back to the gate of the parent, for the next child.
    pub fn leave_memory(&mut self, parent: &Self) {
        let queue = &mut self.state.get_mut().queue;
        // One that had to grow is not kept.
        if queue.is_empty() && queue.capacity() == USUAL {
            let mut state = parent.state.lock();
            if state.queue.capacity() == 0 {
                mem::swap(&mut state.queue, queue);
            }
        }
    }

    /// Ends a call that [`Gate::enter`] began. The last one out of a closing gate says the last
    /// notice.
    pub fn leave(&self, speak: impl FnMut(N)) -> Pending {
        let mut state = self.state.lock();
        state.inside -= 1;
        self.settle(state, speak)
    }

    /// Queues a notice for the next [`Gate::drain`].
    pub fn post(&self, notice: N) {
        let queued = Queued {
            notice,
            leaves: false,
        };
        self.state.lock().queue(queued);
    }

    /// Queues the notice that ends an operation: when its turn comes the operation is no longer
    /// inside, so that the program may close the handle from that very notice.
    pub fn post_last_of_operation(&self, notice: N) {
        let queued = Queued {
            notice,
            leaves: true,
        };
        self.state.lock().push(queued);
    }

    /// Says a notice on this thread, now, unless others are before it: then it is queued.
    pub fn say(&self, notice: N, speak: impl FnMut(N)) -> Pending {
        let leaves = false;
        self.say_or_queue(Queued { notice, leaves }, speak)
    }

    /// The same for the notice that ends an operation, as [`Gate::post_last_of_operation`] has it.
    pub fn say_last_of_operation(&self, notice: N, speak: impl FnMut(N)) -> Pending {
        let leaves = true;
        self.say_or_queue(Queued { notice, leaves }, speak)
    }

    fn say_or_queue(&self, queued: Queued<N>, mut speak: impl FnMut(N)) -> Pending {
        let me = thread_mark();
        let mut state = self.state.lock();
        let outer = state.speaker;
        if state.is_over() {
            return Pending(false);
        }
        if outer != me && (outer != 0 || !state.queue.is_empty()) {
            state.push(queued);
            return Pending(outer == 0);
        }
        if queued.leaves {
            state.inside -= 1;
        }
        state.begin_speech(me);
        drop(state);
        speak(queued.notice);
        state = self.state.lock();
        state.speaker = outer;
        self.settle(state, speak)
    }

    /// Says everything that is queued, in order, unless another thread is speaking.
    pub fn drain(&self, mut speak: impl FnMut(N)) {
        let me = thread_mark();
        let mut state = self.state.lock();
        if state.speaker != 0 {
            return;
        }
        while let Some(Queued { notice, leaves }) = state.queue.pop_front() {
            if leaves {
                state.inside -= 1;
            }
            state.begin_speech(me);
            drop(state);
            speak(notice);
            state = self.state.lock();
            state.speaker = 0;
        }
        let _nothing_is_queued = self.settle(state, speak);
    }

    /// Whether notices wait for [`Gate::drain`].
    pub fn is_pending(&self) -> bool {
        let state = self.state.lock();
        !state.queue.is_empty() && state.speaker == 0
    }

    /// The number of the notice that is being said now, if one is: the outermost, however many the
    /// program brings about in it.
    pub fn speech(&self) -> Option<u64> {
        let state = self.state.lock();
        (state.speaker != 0).then_some(state.speeches)
    }

    /// Closes the gate. `last` is said before this returns when nothing is inside and nobody else
    /// is speaking; otherwise by the last one out.
    pub fn close(&self, last: N, mut speak: impl FnMut(N)) -> Result<(), Closed> {
        let mut state = self.state.lock();
        if !matches!(state.last, Last::Open) {
            return Err(Closed);
        }
        let speaks_here = state.speaker == 0 || is_mark_of_this_thread(state.speaker);
        if speaks_here && state.is_quiet() {
            state.last = Last::Said;
            drop(state);
            speak(last);
        } else {
            state.last = Last::Due(last);
        }
        Ok(())
    }

    /// The end of every way out: the last notice if its time has come.
    fn settle(&self, mut state: MutexGuard<'_, State<N>>, mut speak: impl FnMut(N)) -> Pending {
        if state.speaker != 0 {
            return Pending(false);
        }
        if !state.is_quiet() {
            return Pending(!state.queue.is_empty());
        }
        if let Last::Due(_) = state.last {
            if let Last::Due(last) = mem::replace(&mut state.last, Last::Said) {
                drop(state);
                speak(last);
            }
        }
        Pending(false)
    }
}

impl<N> State<N> {
    fn enter(&mut self) -> Result<(), Closed> {
        match self.last {
            Last::Open => {
                self.inside += 1;
                Ok(())
            }
            Last::Due(_) | Last::Said => Err(Closed),
        }
    }

    /// The last notice is the last: whoever was still on the way to say something comes too late.
    fn is_over(&self) -> bool {
        matches!(self.last, Last::Said)
    }

    fn begin_speech(&mut self, speaker: usize) {
        self.speeches += u64::from(self.speaker == 0);
        self.speaker = speaker;
    }

    fn queue(&mut self, queued: Queued<N>) {
        if !self.is_over() {
            self.push(queued);
        }
    }

    #[inline]
    fn push(&mut self, queued: Queued<N>) {
        if self.queue.capacity() == 0 {
            self.queue.reserve_exact(USUAL);
        }
        self.queue.push_back(queued);
    }

    fn is_quiet(&self) -> bool {
        self.inside == 0 && self.queue.is_empty()
    }
}

/// A number that no other living thread has: the address of a variable of this thread's own.
fn thread_mark() -> usize {
    thread_local!(static MARK: u8 = const { 0 });
    MARK.with(|mark| std::ptr::from_ref(mark) as usize)
}

/// Apart, so that nobody asks for the mark who need not know it.
#[cold]
fn is_mark_of_this_thread(mark: usize) -> bool {
    mark == thread_mark()
}
