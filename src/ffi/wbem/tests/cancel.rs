//! C23 to C29: cancelling.

use std::ptr::null_mut;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::Arc;
use std::time::Instant;

use super::scene::{
    connect, references, scene, Latch, Notes, Scene, Step, Told, CANCEL_WAITS, LIMIT,
};
use crate::abi::wbem::*;

const ALL: &str = "SELECT * FROM Test_Row";

#[test]
fn c23_what_is_not_pending_cannot_be_cancelled() {
    let scene = scene(&[]);
    let notes = Notes::default();
    let sink = notes.sink();
    assert_eq!(scene.cancel(null_mut()), WBEM_E_INVALID_PARAMETER);
    assert_eq!(scene.cancel(sink.as_raw()), WBEM_E_NOT_FOUND);
    // Never looked at: no pointer at all.
    assert_eq!(
        scene.cancel(std::ptr::without_provenance_mut(9)),
        WBEM_E_NOT_FOUND
    );
    assert_eq!(scene.query_async(ALL, 0, sink.as_raw()), S_OK);
    notes.last();
    while scene.cancel(sink.as_raw()) == S_OK {}
    assert_eq!(notes.lasts(), [S_OK]);
}

#[test]
fn c24_and_c26_all_calls_of_a_sink_have_ended_when_the_cancel_returns() {
    let latch = Latch::new();
    let scene = scene(&[Step::Wait(latch.clone()), Step::Give(5)]);
    let notes = Notes::default();
    let sink = notes.sink();
    for _ in 0..3 {
        assert_eq!(scene.query_async(ALL, 0, sink.as_raw()), S_OK);
    }
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    assert_eq!(notes.lasts(), [WBEM_E_CALL_CANCELLED; 3]);
    assert_eq!(references(&sink), 1, "and the sink is released");
    latch.open();
    assert_eq!(notes.ids(), []);
}

#[test]
fn c25_nothing_is_indicated_after_a_cancel() {
    let (first, second) = (Latch::new(), Latch::new());
    let scene = scene(&[
        Step::Give(64),
        Step::Wait(first.clone()),
        Step::Give(64),
        Step::Wait(second.clone()),
        Step::Give(1),
    ]);
    let notes = Notes::default();
    let sink = notes.sink();
    assert_eq!(scene.query_async(ALL, 0, sink.as_raw()), S_OK);
    notes.wait_for_count(1);
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    first.open();
    second.open();
    assert_eq!(notes.told().len(), 2);
    while scene.late.load(Ordering::Acquire) == 0 {
        std::thread::yield_now();
    }
    assert_eq!(
        (notes.told().len(), notes.lasts()),
        (2, vec![WBEM_E_CALL_CANCELLED])
    );
}

#[test]
fn c26_a_cancel_waits_for_the_callback_that_runs() {
    let end = Latch::new();
    let scene = scene(&[Step::Give(64), Step::Wait(end.clone()), Step::Give(64)]);
    let notes = Notes::default();
    let (entered, go) = (Latch::new(), Latch::new());
    let (is_in, may_go) = (entered.clone(), go.clone());
    notes.answer(move |told| {
        if matches!(told, Told::Objects(_)) {
            is_in.open();
            may_go.wait();
        }
        S_OK
    });
    let sink = notes.sink();
    assert_eq!(scene.query_async(ALL, 0, sink.as_raw()), S_OK);
    entered.wait();
    let opener = std::thread::spawn(move || go.open());
    let begun = Instant::now();
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    // On a machine that is too busy it may have had to give up.
    let has_ended = (references(&sink), notes.told().len()) == (1, 2);
    assert!(has_ended || begun.elapsed() >= CANCEL_WAITS);
    assert_eq!(notes.last(), WBEM_E_CALL_CANCELLED);
    opener.join().unwrap();
    end.open();
}

#[test]
fn c26_a_cancel_does_not_wait_for_ever() {
    let scene = scene(&[Step::Give(64)]);
    let notes = Notes::default();
    let (entered, go) = (Latch::new(), Latch::new());
    let (is_in, may_go) = (entered.clone(), go.clone());
    notes.answer(move |told| {
        if matches!(told, Told::Objects(_)) {
            is_in.open();
            may_go.wait();
        }
        S_OK
    });
    let sink = notes.sink();
    assert_eq!(scene.query_async(ALL, 0, sink.as_raw()), S_OK);
    entered.wait();
    let begun = Instant::now();
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    assert!(begun.elapsed() < LIMIT / 2);
    assert_eq!(notes.lasts(), [], "the sink is stuck");
    go.open();
    assert_eq!(notes.last(), WBEM_E_CALL_CANCELLED);
    drop(sink);
    notes.wait_until_gone();
}

/// A scene whose sink cancels itself when it is told what `at` says.
fn cancels_itself(scene: &Scene, at: fn(&Told) -> bool) -> (Notes, HRESULT, Vec<Told>) {
    let notes = Notes::default();
    let result = Arc::new(AtomicI32::new(1));
    let sink = notes.sink();
    let (address, said, name, seen) = (
        sink.as_raw() as usize,
        result.clone(),
        scene.name.clone(),
        notes.clone(),
    );
    let during = Arc::new(parking_lot::Mutex::new(Vec::new()));
    let noted = during.clone();
    notes.answer(move |told| {
        if at(told) {
            let services = connect(&name);
            // SAFETY: a living interface; the sink is looked up and not touched.
            let code = unsafe {
                ((*services.vtable()).CancelAsyncCall)(
                    services.as_raw(),
                    address as *mut IWbemObjectSink,
                )
            };
            said.store(code, Ordering::Release);
            *noted.lock() = seen.told();
        }
        S_OK
    });
    assert_eq!(scene.query_async(ALL, 0, sink.as_raw()), S_OK);
    drop(sink);
    notes.last();
    notes.wait_until_gone();
    let during = during.lock().clone();
    (notes, result.load(Ordering::Acquire), during)
}

#[test]
fn c27_a_cancel_from_indicate_is_answered_and_the_last_word_comes_after() {
    let scene = scene(&[Step::Give(64), Step::Give(64)]);
    let (notes, code, during) = cancels_itself(&scene, |told| matches!(told, Told::Objects(_)));
    assert_eq!((code, during.len()), (S_OK, 1), "not nested");
    assert_eq!(
        (notes.told().len(), notes.lasts()),
        (2, vec![WBEM_E_CALL_CANCELLED])
    );
}

#[test]
fn c27_a_cancel_from_the_last_word_changes_nothing() {
    let scene = scene(&[Step::Give(1)]);
    let (notes, _, _) = cancels_itself(&scene, |told| matches!(told, Told::Last { .. }));
    assert_eq!(notes.lasts(), [S_OK]);
}

/// C29: the sink dies in our Release, and its destructor may call the library.
#[test]
fn c29_a_sink_may_die_in_the_release() {
    let scene = scene(&[Step::Give(1)]);
    for _ in 0..100 {
        let notes = Notes::default();
        assert_eq!(scene.query_async(ALL, 0, notes.sink().as_raw()), S_OK);
        notes.wait_until_gone();
        assert_eq!(notes.lasts(), [S_OK]);
    }
}
