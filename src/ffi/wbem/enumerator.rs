//! IEnumWbemClassObject: the objects of a call as a program asks for them.

use std::sync::Arc;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use super::class_object::{give, ClassObject};
use super::error_info::{self, Words};
use super::guard::{guard, Said};
use super::object::{class_of, create, unknown, Class};
use super::start::with_sink;
use crate::abi::wbem::*;
use crate::wbem::{Call, Ending, Error, Feed, Namespace, Object, Queue, Result, Taken};

pub struct Enumerator {
    queue: Arc<Queue>,
    turns: Arc<Turns>,
    namespace: Arc<Namespace>,
}

/// NextAsync's calls are served in the order that they came in.
#[derive(Default)]
struct Turns {
    /// The next to be given out, and the one that is served.
    numbers: Mutex<(u64, u64)>,
    changed: Condvar,
}

/// A call's turn, which passes on when it is dropped.
struct Turn(Arc<Turns>, u64);

impl Turn {
    fn take(turns: &Arc<Turns>) -> Self {
        let mut numbers = turns.numbers.lock();
        numbers.0 += 1;
        Self(turns.clone(), numbers.0 - 1)
    }

    fn wait(&self) {
        let mut numbers = self.0.numbers.lock();
        while numbers.1 < self.1 {
            self.0.changed.wait(&mut numbers);
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.wait();
        self.0.numbers.lock().1 = self.1 + 1;
        self.0.changed.notify_all();
    }
}

impl Enumerator {
    pub fn new(queue: Queue, namespace: &Arc<Namespace>) -> Self {
        Self {
            queue: Arc::new(queue),
            turns: Arc::default(),
            namespace: namespace.clone(),
        }
    }
}

impl Class for Enumerator {
    type Interface = IEnumWbemClassObject;
    const VTABLE: &'static IEnumWbemClassObjectVtbl = &IEnumWbemClassObjectVtbl {
        base: unknown::<Self>(),
        Reset: reset,
        Next: next,
        NextAsync: next_async,
        Clone: clone,
        Skip: skip,
    };
}

/// # Safety
/// COM's rule for the object of a call.
unsafe fn this<'a>(this: *mut IEnumWbemClassObject) -> &'a Enumerator {
    // SAFETY: the caller's promise.
    unsafe { class_of(this) }
}

/// A time in milliseconds; `None` for WBEM_INFINITE.
pub fn time(milliseconds: LONG) -> Said<Option<Duration>> {
    match milliseconds {
        WBEM_INFINITE => Ok(None),
        milliseconds => {
            let milliseconds = u64::try_from(milliseconds).map_err(|_| WBEM_E_INVALID_PARAMETER)?;
            Ok(Some(Duration::from_millis(milliseconds)))
        }
    }
}

/// What was taken, and what that is called.
fn said(taken: Taken) -> Said<(Vec<Object>, HRESULT)> {
    match taken {
        Taken::All(objects) => Ok((objects, WBEM_S_NO_ERROR)),
        Taken::Last(objects) => Ok((objects, WBEM_S_FALSE)),
        Taken::Late(objects) => Ok((objects, WBEM_S_TIMEDOUT)),
        Taken::Failed(error, status) => {
            if let Some(status) = status {
                let words = Words {
                    interface: IEnumWbemClassObject::IID,
                    ..Words::default()
                };
                error_info::leave(words, ClassObject::create(status));
            }
            Err(error.0)
        }
    }
}

unsafe extern "C-unwind" fn reset(it: *mut IEnumWbemClassObject) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe { this(it).queue.reset().map_err(|error| error.0) })
}

unsafe extern "C-unwind" fn next(
    it: *mut IEnumWbemClassObject,
    lTimeout: LONG,
    uCount: ULONG,
    apObjects: *mut *mut IWbemClassObject,
    puReturned: *mut ULONG,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results: there is room for so many pointers.
    guard(|| unsafe {
        if apObjects.is_null() || puReturned.is_null() || uCount == 0 {
            return Err(WBEM_E_INVALID_PARAMETER);
        }
        puReturned.write_unaligned(0);
        apObjects.write_unaligned(std::ptr::null_mut());
        let (objects, code) = said(this(it).queue.take(uCount as usize, time(lTimeout)?))?;
        puReturned.write_unaligned(objects.len() as ULONG);
        for (at, object) in objects.into_iter().enumerate() {
            apObjects
                .add(at)
                .write_unaligned(ClassObject::create(object).into_raw());
        }
        Ok(code)
    })
}

unsafe extern "C-unwind" fn next_async(
    it: *mut IEnumWbemClassObject,
    uCount: ULONG,
    pSink: *mut IWbemObjectSink,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for arguments.
    guard(|| unsafe {
        let it = this(it);
        if uCount == 0 || pSink.is_null() {
            return Err(WBEM_E_INVALID_PARAMETER);
        }
        if it.queue.is_exhausted() {
            return Ok(WBEM_S_FALSE);
        }
        let (queue, turn) = (it.queue.clone(), Turn::take(&it.turns));
        let call = Call::new("NextAsync", "", move |feed| {
            turn.wait();
            hand_on(&queue, uCount as usize, feed)
        });
        with_sink(&it.namespace, pSink, 0, || Ok(call))?;
        Ok(WBEM_S_NO_ERROR)
    })
}

/// Hands so many objects of a queue on.
fn hand_on(queue: &Queue, count: usize, feed: &mut dyn Feed) -> Result<Ending> {
    let (objects, is_short) = match queue.take_unless(count, None, &|| feed.is_over()) {
        Taken::All(objects) => (objects, false),
        Taken::Last(objects) | Taken::Late(objects) => (objects, true),
        Taken::Failed(error, _) => return Err(error),
    };
    for object in objects {
        if feed.give(object).is_break() {
            return Err(Error::CALL_CANCELLED);
        }
    }
    Ok(Ending {
        is_short,
        ..Ending::default()
    })
}

unsafe extern "C-unwind" fn clone(
    it: *mut IEnumWbemClassObject,
    ppEnum: *mut *mut IEnumWbemClassObject,
) -> HRESULT {
    // SAFETY: COM's rules for the object and for results.
    guard(|| unsafe {
        give(ppEnum, || {
            let it = this(it);
            let another = it.queue.another().map_err(|error| error.0)?;
            Ok(create(Enumerator::new(another, &it.namespace)))
        })
    })
}

unsafe extern "C-unwind" fn skip(
    it: *mut IEnumWbemClassObject,
    lTimeout: LONG,
    nCount: ULONG,
) -> HRESULT {
    // SAFETY: COM's rule for the object.
    guard(|| unsafe {
        let (_, code) = said(this(it).queue.take(nCount as usize, time(lTimeout)?))?;
        Ok(code)
    })
}
