//! What a callback costs: `make bench-wmi`.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::super::object::{class_of, create, unknown, Class};
use super::scene::{scene, Step};
use crate::abi::wbem::*;

/// Counts what it is told, and does nothing else.
#[derive(Default)]
struct Counted {
    calls: AtomicU32,
    is_complete: AtomicBool,
}

struct Counter(Arc<Counted>);

impl Class for Counter {
    type Interface = IWbemObjectSink;
    const VTABLE: &'static IWbemObjectSinkVtbl = &IWbemObjectSinkVtbl {
        base: unknown::<Self>(),
        Indicate: indicate,
        SetStatus: set_status,
    };
}

unsafe extern "C-unwind" fn indicate(
    this: *mut IWbemObjectSink,
    _count: LONG,
    _objects: *mut *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: the object of the call.
    let Counter(counted) = unsafe { class_of(this) };
    counted.calls.fetch_add(1, Ordering::Relaxed);
    S_OK
}

unsafe extern "C-unwind" fn set_status(
    this: *mut IWbemObjectSink,
    _flags: LONG,
    _result: HRESULT,
    _text: BSTR,
    _object: *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: the object of the call.
    let Counter(counted) = unsafe { class_of(this) };
    counted.is_complete.store(true, Ordering::Release);
    S_OK
}

/// Of one object each: a provider that reports progress has what it gave told at once.
#[test]
#[ignore = "make bench-wmi"]
fn a_hundred_thousand_calls_of_indicate() {
    const CALLS: u32 = 100_000;
    const MOST: Duration = Duration::from_millis(100);
    let one = [Step::Give(1), Step::Progress(0, 0, "")];
    let steps: Vec<Step> = one.into_iter().cycle().take(2 * CALLS as usize).collect();
    let mut best = Duration::MAX;
    // The best of several rounds: the machine may be busy.
    for _ in 0..9 {
        let scene = scene(&steps);
        let counted = Arc::<Counted>::default();
        let sink = create(Counter(counted.clone()));
        let begun = Instant::now();
        let said = scene.query_async("SELECT * FROM Test_Row", 0, sink.as_raw());
        assert_eq!(said, S_OK);
        while !counted.is_complete.load(Ordering::Acquire) {
            std::thread::sleep(Duration::from_micros(100));
        }
        best = best.min(begun.elapsed());
        assert_eq!(counted.calls.load(Ordering::Relaxed), CALLS);
    }
    println!("{CALLS} Indicate calls of one object each: {best:?}, at most {MOST:?}");
    assert!(best < MOST, "{best:?}");
}
