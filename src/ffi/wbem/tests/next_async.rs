//! NextAsync, and C28: what a cancel of a method leaves running.

use std::ptr::null_mut;
use std::sync::atomic::Ordering;

use super::super::object::Com;
use super::scene::{references, scene, text, Notes, Scene, Step};
use crate::abi::wbem::*;

fn enumerator(scene: &Scene, query: &str) -> Com<IEnumWbemClassObject> {
    let (language, query) = (text("WQL"), text(query));
    let flags = WBEM_FLAG_RETURN_IMMEDIATELY | WBEM_FLAG_FORWARD_ONLY;
    let (services, mut found) = (&scene.services, null_mut());
    // SAFETY: living strings and interfaces, and room for the result.
    unsafe {
        let table = &*services.vtable();
        let this = services.as_raw();
        let begun = (table.ExecQuery)(this, language.0, query.0, flags, null_mut(), &mut found);
        assert_eq!(begun, S_OK);
        Com::owned(found).expect("an enumerator")
    }
}

fn next_async(
    from: &Com<IEnumWbemClassObject>,
    count: ULONG,
    sink: &Com<IWbemObjectSink>,
) -> HRESULT {
    // SAFETY: living interfaces.
    unsafe { ((*from.vtable()).NextAsync)(from.as_raw(), count, sink.as_raw()) }
}

#[test]
fn objects_are_indicated_as_many_as_were_asked_for() {
    let scene = scene(&[Step::Give(10)]);
    let all = enumerator(&scene, "SELECT * FROM Test_Row");
    let notes: Vec<Notes> = (0..3).map(|_| Notes::default()).collect();
    // All at once: they are served in order.
    for (notes, count) in notes.iter().zip([4, 4, 4]) {
        assert_eq!(next_async(&all, count, &notes.sink()), WBEM_S_NO_ERROR);
    }
    let said: Vec<_> = notes.iter().map(|it| (it.last(), it.ids())).collect();
    assert_eq!(said[0], (S_OK, vec![1, 2, 3, 4]));
    assert_eq!(said[1], (S_OK, vec![5, 6, 7, 8]));
    assert_eq!(
        said[2],
        (WBEM_S_FALSE, vec![9, 10]),
        "fewer than were asked for"
    );
    let late = Notes::default();
    let sink = late.sink();
    assert_eq!(next_async(&all, 1, &sink), WBEM_S_FALSE);
    assert_eq!(
        (references(&sink), late.told().len()),
        (1, 0),
        "exhausted: the sink is left alone"
    );
}

#[test]
fn a_failed_query_fails_with_the_last_word() {
    let scene = scene(&[Step::Give(1), Step::Fail(WBEM_E_ACCESS_DENIED)]);
    let all = enumerator(&scene, "SELECT * FROM Test_Row");
    let notes = [Notes::default(), Notes::default()];
    for notes in &notes {
        assert_eq!(next_async(&all, 1, &notes.sink()), WBEM_S_NO_ERROR);
    }
    assert_eq!((notes[0].last(), notes[0].ids()), (S_OK, vec![1]));
    assert_eq!(
        (notes[1].last(), notes[1].ids()),
        (WBEM_E_ACCESS_DENIED, vec![])
    );
}

#[test]
fn a_waiting_call_is_cancelled_by_its_sink() {
    let scene = scene(&[]);
    let all = {
        let (language, query) = (text("WQL"), text("SELECT * FROM __TimerEvent"));
        let flags = WBEM_FLAG_RETURN_IMMEDIATELY | WBEM_FLAG_FORWARD_ONLY;
        let (services, mut found) = (&scene.services, null_mut());
        // SAFETY: living strings and interfaces, and room for the result.
        unsafe {
            let table = &*services.vtable();
            let this = services.as_raw();
            let begun = (table.ExecNotificationQuery)(
                this,
                language.0,
                query.0,
                flags,
                null_mut(),
                &mut found,
            );
            assert_eq!(begun, S_OK);
            Com::owned(found).expect("an enumerator")
        }
    };
    let notes = Notes::default();
    let sink = notes.sink();
    assert_eq!(next_async(&all, 1, &sink), WBEM_S_NO_ERROR);
    drop(all);
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    assert_eq!(
        (notes.lasts(), references(&sink)),
        (vec![WBEM_E_CALL_CANCELLED], 1)
    );
}

/// C28: the client's side ends at once, and the method runs to its end.
#[test]
fn c28_a_cancelled_method_runs_to_its_end() {
    let scene = scene(&[]);
    let notes = Notes::default();
    let sink = notes.sink();
    let (services, path, method) = (&scene.services, text("Test_Job"), text("Run"));
    // SAFETY: living strings and interfaces.
    let begun = unsafe {
        let table = &*services.vtable();
        let this = services.as_raw();
        (table.ExecMethodAsync)(
            this,
            path.0,
            method.0,
            0,
            null_mut(),
            null_mut(),
            sink.as_raw(),
        )
    };
    assert_eq!(begun, S_OK);
    scene.job.has_begun.wait();
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    assert_eq!(
        (notes.lasts(), references(&sink)),
        (vec![WBEM_E_CALL_CANCELLED], 1)
    );
    assert!(!scene.job.is_done.load(Ordering::Acquire));
    scene.job.may_end.open();
    scene.job.has_ended.wait();
    assert!(scene.job.is_done.load(Ordering::Acquire));
    assert_eq!(notes.told().len(), 1);
}
