//! Reading a body, at once or pending.
//!
//! A pending read writes into memory of the caller's later. That memory is
//! given back only after the completion, so a test that fails meanwhile leaks
//! it and corrupts nothing.

use std::ptr::null_mut;

use wininet::abi::*;
use wininet::ffi::*;

use super::api::{check, Handle, Result};
use super::recorder::Recorder;

/// What the library writes to.
struct Memory {
    data: Vec<u8>,
    count: u32,
    buffers: INTERNET_BUFFERSA,
}

/// A read that was started.
pub enum Read {
    Done(Vec<u8>),
    Pending(PendingRead),
}

impl Read {
    /// The bytes; waits for the completion if there must be one.
    #[track_caller]
    pub fn finish(self, recorder: &Recorder) -> Result<Vec<u8>> {
        match self {
            Self::Done(bytes) => Ok(bytes),
            Self::Pending(pending) => pending.finish(recorder),
        }
    }

    #[track_caller]
    pub fn done(self) -> Vec<u8> {
        match self {
            Self::Done(bytes) => bytes,
            Self::Pending(_) => panic!("the read is pending"),
        }
    }

    #[track_caller]
    pub fn pending(self) -> PendingRead {
        match self {
            Self::Done(bytes) => panic!("the read gave {} bytes at once", bytes.len()),
            Self::Pending(pending) => pending,
        }
    }
}

/// A read whose completion is still to come.
pub struct PendingRead {
    memory: *mut Memory,
    extended: bool,
}

// SAFETY: the memory belongs to the library until the completion, and to the
// one holder of this afterwards.
unsafe impl Send for PendingRead {}

impl PendingRead {
    /// Waits for the next completion of the recorder, and takes what was read.
    #[track_caller]
    pub fn finish(self, recorder: &Recorder) -> Result<Vec<u8>> {
        match recorder.wait_complete() {
            (0, error) => Err(error),
            _ => Ok(self.take()),
        }
    }

    /// What was read. Call it after the completion.
    pub fn take(self) -> Vec<u8> {
        // SAFETY: made by Box::into_raw below, and the library is done with it.
        let mut memory = *unsafe { Box::from_raw(self.memory) };
        let count = match self.extended {
            true => memory.buffers.dwBufferLength,
            false => memory.count,
        };
        memory.data.truncate(count as usize);
        memory.data
    }

    /// What `*lpdwNumberOfBytesRead` or `dwBufferLength` says meanwhile.
    pub fn count(&self) -> u32 {
        // SAFETY: alive until `take`; volatile since the library may write it.
        unsafe {
            match self.extended {
                true => (&raw const (*self.memory).buffers.dwBufferLength).read_volatile(),
                false => (&raw const (*self.memory).count).read_volatile(),
            }
        }
    }
}

/// InternetReadFile for `size` bytes. `Err` is what it failed with, 997 apart.
pub fn start_read(request: &Handle, size: usize) -> Result<Read> {
    let memory = memory(size);
    // SAFETY: the memory lives until the completion.
    let called = check(unsafe {
        let data = (*memory).data.as_mut_ptr().cast();
        InternetReadFile(request.raw(), data, size as u32, &raw mut (*memory).count)
    });
    started(called, memory, false)
}

/// InternetReadFileExA for `size` bytes with IRF_ flags.
pub fn start_read_ex(request: &Handle, size: usize, flags: u32, context: usize) -> Result<Read> {
    let memory = memory(size);
    // SAFETY: the memory lives until the completion.
    let called = check(unsafe {
        let buffers = &raw mut (*memory).buffers;
        InternetReadFileExA(request.raw(), buffers, flags, context)
    });
    started(called, memory, true)
}

/// Synchronously: everything up to the end of the body.
pub fn read_all(request: &Handle) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let mut buffer = vec![0_u8; 16 * 1024];
        let (data, size) = (buffer.as_mut_ptr().cast(), buffer.len() as u32);
        let mut count = 0;
        // SAFETY: `size` writable bytes; a synchronous read keeps no pointer.
        check(unsafe { InternetReadFile(request.raw(), data, size, &mut count) })?;
        if count == 0 {
            return Ok(all);
        }
        all.extend(&buffer[..count as usize]);
    }
}

/// Asynchronously: everything, waiting for each completion.
#[track_caller]
pub fn read_all_async(request: &Handle, recorder: &Recorder) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let piece = start_read(request, 16 * 1024)?.finish(recorder)?;
        if piece.is_empty() {
            return Ok(all);
        }
        all.extend(piece);
    }
}

/// InternetQueryDataAvailable, at once: asynchronously perhaps `Err(997)`, and
/// then the completion's dwError is the number.
pub fn available(request: &Handle) -> Result<u32> {
    let memory = memory(0);
    // SAFETY: the number lives until the completion.
    let called =
        check(unsafe { InternetQueryDataAvailable(request.raw(), &raw mut (*memory).count, 0, 0) });
    if called == Err(ERROR_IO_PENDING) {
        // The library writes to it later: it stays.
        return Err(ERROR_IO_PENDING);
    }
    // SAFETY: made by Box::into_raw, and nothing is pending.
    let memory = unsafe { Box::from_raw(memory) };
    called.map(|()| memory.count)
}

fn memory(size: usize) -> *mut Memory {
    let mut data = vec![0; size];
    let buffers = INTERNET_BUFFERSA {
        dwStructSize: size_of::<INTERNET_BUFFERSA>() as u32,
        Next: null_mut(),
        lpcszHeader: null_mut(),
        dwHeadersLength: 0,
        dwHeadersTotal: 0,
        lpvBuffer: data.as_mut_ptr().cast(),
        dwBufferLength: size as u32,
        dwBufferTotal: 0,
        dwOffsetLow: 0,
        dwOffsetHigh: 0,
    };
    Box::into_raw(Box::new(Memory {
        data,
        // Neither 0 nor a count that could be right.
        count: 0xDEAD_BEEF,
        buffers,
    }))
}

fn started(called: Result<()>, memory: *mut Memory, extended: bool) -> Result<Read> {
    let pending = PendingRead { memory, extended };
    match called {
        Ok(()) => Ok(Read::Done(pending.take())),
        Err(ERROR_IO_PENDING) => Ok(Read::Pending(pending)),
        Err(error) => {
            drop(pending.take());
            Err(error)
        }
    }
}
