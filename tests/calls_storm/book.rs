//! What is known of a request: how many operations are pending and how many completed.

use std::ffi::c_void;
use std::sync::atomic::{AtomicIsize, AtomicU32, AtomicUsize, Ordering};
use std::time::Instant;

use wininet::abi::*;
use wininet::ffi::*;

use crate::support::random::Random;
use crate::support::{close_value, kept, send, start_read, Handle, Read, PATIENCE};

/// What the callback does itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mischief {
    None,
    /// Closes the request at this status.
    Close(u32),
    /// Reads when something completes.
    Read,
    /// Sends again when something completes.
    Send,
}

impl Mischief {
    pub fn any(random: &mut Random) -> Self {
        let statuses = [
            INTERNET_STATUS_CONNECTING_TO_SERVER,
            INTERNET_STATUS_SENDING_REQUEST,
            INTERNET_STATUS_REQUEST_SENT,
            INTERNET_STATUS_RECEIVING_RESPONSE,
            INTERNET_STATUS_RESPONSE_RECEIVED,
            INTERNET_STATUS_REQUEST_COMPLETE,
            INTERNET_STATUS_REDIRECT,
        ];
        match random.below(8) {
            0 | 1 => Self::Close(statuses[random.below(statuses.len())]),
            2 => Self::Read,
            3 => Self::Send,
            _ => Self::None,
        }
    }
}

/// One request. Its address is the context; it is never freed, so that a late notification finds it.
pub struct Book {
    mischief: Mischief,
    /// What HANDLE_CREATED said.
    handle: AtomicUsize,
    /// Calls that said ERROR_IO_PENDING, less the completions.
    pending: AtomicIsize,
    /// How often the callback may do something itself.
    left: AtomicIsize,
    created: AtomicU32,
    closed: AtomicU32,
    /// Notifications behind HANDLE_CLOSING, and others that must not be.
    faults: AtomicU32,
}

impl Book {
    pub fn new(mischief: Mischief) -> &'static Self {
        kept(Self {
            mischief,
            handle: AtomicUsize::new(0),
            pending: AtomicIsize::new(0),
            left: AtomicIsize::new(5),
            created: AtomicU32::new(0),
            closed: AtomicU32::new(0),
            faults: AtomicU32::new(0),
        })
    }

    pub fn context(&'static self) -> usize {
        std::ptr::from_ref(self) as usize
    }

    pub fn handle(&self) -> usize {
        self.handle.load(Ordering::SeqCst)
    }

    /// A call begins, which may become pending.
    pub fn begin(&self) {
        self.pending.fetch_add(1, Ordering::SeqCst);
    }

    /// It did not.
    pub fn take_back(&self) {
        self.pending.fetch_sub(1, Ordering::SeqCst);
    }

    /// All is closed: whatever was pending completed once, and the last word came once and last.
    pub fn assert_balanced(&self) {
        let deadline = Instant::now() + PATIENCE;
        // They end on other threads, by events that this test cannot see.
        while self.state().0 != self.state().1 || self.state().2 != 0 {
            assert!(Instant::now() < deadline, "{:?} {self:?}", self.state());
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        assert_eq!(self.faults.load(Ordering::SeqCst), 0, "{self:?}");
        assert!(self.state().1 <= 1, "{self:?}");
    }

    /// Created, closed, pending.
    fn state(&self) -> (u32, u32, isize) {
        let load = |it: &AtomicU32| it.load(Ordering::SeqCst);
        let pending = self.pending.load(Ordering::SeqCst);
        (load(&self.created), load(&self.closed), pending)
    }

    fn told(&self, handle: usize, status: u32, child: impl FnOnce() -> usize) {
        if self.closed.load(Ordering::SeqCst) > 0 {
            self.faults.fetch_add(1, Ordering::SeqCst);
        }
        match status {
            INTERNET_STATUS_HANDLE_CREATED => {
                self.handle.store(child(), Ordering::SeqCst);
                self.created.fetch_add(1, Ordering::SeqCst);
                return;
            }
            INTERNET_STATUS_HANDLE_CLOSING => {
                self.closed.fetch_add(1, Ordering::SeqCst);
                return;
            }
            INTERNET_STATUS_REQUEST_COMPLETE => self.take_back(),
            _ => {}
        }
        self.mischief(handle, status);
    }

    /// Calls from inside the callback count like all others.
    fn mischief(&self, handle: usize, status: u32) {
        let is_complete = status == INTERNET_STATUS_REQUEST_COMPLETE;
        let used = match self.mischief {
            Mischief::Close(at) if at == status => {
                let _ = close_value(handle);
                return;
            }
            Mischief::Read | Mischief::Send if is_complete => {
                if self.left.fetch_sub(1, Ordering::SeqCst) <= 0 {
                    return;
                }
                let request = Handle::adopt(handle);
                self.begin();
                let used = match self.mischief {
                    Mischief::Send => send(&request),
                    _ => start_read(&request, 5000).and_then(|read| match read {
                        Read::Done(_) => Ok(()),
                        Read::Pending(_) => Err(ERROR_IO_PENDING),
                    }),
                };
                request.leak();
                used
            }
            _ => return,
        };
        if used != Err(ERROR_IO_PENDING) {
            self.take_back();
        }
    }
}

impl std::fmt::Debug for Book {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (created, closed, pending) = self.state();
        let faults = self.faults.load(Ordering::SeqCst);
        write!(
            f,
            "{:#x} created {created} closed {closed} pending {pending} ",
            self.handle()
        )?;
        write!(f, "faults {faults} {:?}", self.mischief)
    }
}

/// Has the books told of a handle and of the children that it will have.
pub fn listen(handle: &Handle) {
    // SAFETY: the callback is given books as contexts, or 0.
    unsafe { InternetSetStatusCallbackA(handle.raw(), Some(callback)) };
}

unsafe extern "C-unwind" fn callback(
    handle: HINTERNET,
    context: usize,
    status: u32,
    information: *mut c_void,
    _length: u32,
) {
    // SAFETY: a context is the address of a book that stays, or 0.
    if let Some(book) = unsafe { (context as *const Book).as_ref() } {
        // SAFETY: HANDLE_CREATED points to the new handle.
        book.told(handle as usize, status, || unsafe {
            information.cast::<usize>().read()
        });
    }
}
