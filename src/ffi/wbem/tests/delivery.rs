//! C8 to C22: what sinks are told, in which order, and by whom.

use std::thread;

use super::scene::{references, scene, Notes, Step, Told};
use crate::abi::wbem::*;

const ALL: &str = "SELECT * FROM Test_Row";

fn run(steps: &[Step], query: &str, flags: LONG) -> Notes {
    let scene = scene(steps);
    let notes = Notes::default();
    assert_eq!(scene.query_async(query, flags, notes.sink().as_raw()), S_OK);
    notes.last();
    notes.wait_until_gone();
    notes
}

#[test]
fn c8_objects_then_one_last_word_then_release() {
    let notes = run(&[Step::Give(200)], ALL, 0);
    assert_eq!(notes.ids(), (1..=200).collect::<Vec<_>>());
    assert_eq!(notes.lasts(), [S_OK]);
    assert_eq!(
        notes.told().last(),
        Some(&Told::Last {
            code: S_OK,
            text: None,
            status: None
        }),
        "C13, C15"
    );
}

#[test]
fn c9_without_results_nothing_is_indicated() {
    assert_eq!(run(&[], "SELECT * FROM Test_Empty", 0).told().len(), 1);
    assert_eq!(
        run(&[Step::Give(5)], "SELECT * FROM Test_Row WHERE Id > 5", 0)
            .told()
            .len(),
        1
    );
}

#[test]
fn c11_a_sink_that_fails_ends_its_call() {
    let scene = scene(&[Step::Give(1000)]);
    let notes = Notes::default();
    notes.answer(|told| {
        if matches!(told, Told::Objects(_)) {
            E_FAIL
        } else {
            S_OK
        }
    });
    assert_eq!(scene.query_async(ALL, 0, notes.sink().as_raw()), S_OK);
    assert_eq!(notes.last(), WBEM_E_CALL_CANCELLED);
    notes.wait_until_gone();
    assert_eq!(notes.told().len(), 2, "one Indicate and the last word");
}

#[test]
fn c11_a_sink_that_fails_at_progress_ends_its_call() {
    let scene = scene(&[
        Step::Progress(1, 2, ""),
        Step::Progress(2, 2, ""),
        Step::Give(1),
    ]);
    let notes = Notes::default();
    notes.answer(|told| {
        if matches!(told, Told::Progress { .. }) {
            E_FAIL
        } else {
            S_OK
        }
    });
    assert_eq!(
        scene.query_async(ALL, WBEM_FLAG_SEND_STATUS, notes.sink().as_raw()),
        S_OK
    );
    assert_eq!(notes.last(), WBEM_E_CALL_CANCELLED);
    notes.wait_until_gone();
    assert_eq!(notes.told().len(), 2, "C22: no progress after that");
}

/// What a sink answers to the last word changes nothing.
#[test]
fn c8_the_last_word_is_the_last_whatever_the_sink_says() {
    let scene = scene(&[Step::Give(1)]);
    let notes = Notes::default();
    notes.answer(|told| {
        if matches!(told, Told::Last { .. }) {
            E_FAIL
        } else {
            S_FALSE
        }
    });
    assert_eq!(scene.query_async(ALL, 0, notes.sink().as_raw()), S_OK);
    assert_eq!(notes.last(), S_OK);
    notes.wait_until_gone();
    assert_eq!(notes.lasts(), [S_OK]);
}

#[test]
fn c14_and_c15_a_failure_has_its_code_and_an_extended_status() {
    let notes = run(&[Step::Give(3), Step::Fail(WBEM_E_ACCESS_DENIED)], ALL, 0);
    assert_eq!(notes.ids(), [1, 2, 3], "what came before is told");
    let status = Some(WBEM_E_ACCESS_DENIED as u32);
    let last = Told::Last {
        code: WBEM_E_ACCESS_DENIED,
        text: None,
        status,
    };
    assert_eq!(notes.told().last(), Some(&last));
}

#[test]
fn a_provider_that_panics_is_a_failed_call() {
    let notes = run(&[Step::Give(1), Step::Panic], ALL, 0);
    assert_eq!(notes.lasts(), [WBEM_E_CRITICAL_ERROR]);
}

#[test]
fn c17_callbacks_come_on_threads_of_the_library() {
    let notes = run(&[Step::Give(100)], ALL, 0);
    assert!(!notes.threads().contains(&thread::current().id()));
}

#[test]
fn c20_progress_comes_when_it_is_asked_for() {
    let steps = [
        Step::Progress(1, 4, "one"),
        Step::Give(1),
        Step::Progress(90_000, 100_000, "most"),
    ];
    let told = run(&steps, ALL, WBEM_FLAG_SEND_STATUS).told();
    let expected = [
        Told::Progress {
            done: 1,
            total: 4,
            text: "one".into(),
        },
        Told::Objects(vec![1]),
        Told::Progress {
            done: 29490,
            total: 0x7FFF,
            text: "most".into(),
        },
        Told::Last {
            code: S_OK,
            text: None,
            status: None,
        },
    ];
    assert_eq!(told, expected);
    let told = run(&steps, ALL, 0).told();
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn c12_the_library_keeps_no_reference_to_what_it_indicated() {
    let scene = scene(&[Step::Give(10)]);
    let notes = Notes::default();
    let sink = notes.sink();
    assert_eq!(scene.query_async(ALL, 0, sink.as_raw()), S_OK);
    notes.last();
    // The reference goes right after the last word.
    while references(&sink) != 1 {
        thread::yield_now();
    }
}

#[test]
fn deep_queries_have_the_subclasses_instances() {
    let scene = scene(&[Step::Give(2)]);
    let notes = Notes::default();
    assert_eq!(
        scene.query_async(
            "SELECT Id FROM Test_Base WHERE __CLASS = 'test_row'",
            0,
            notes.sink().as_raw()
        ),
        S_OK
    );
    assert_eq!((notes.last(), notes.ids()), (S_OK, vec![1, 2]));
    let notes = Notes::default();
    assert_eq!(
        scene.query_async(
            "SELECT * FROM meta_class WHERE __this ISA 'Test_Base'",
            0,
            notes.sink().as_raw()
        ),
        S_OK
    );
    assert_eq!((notes.last(), notes.ids().len()), (S_OK, 2), "two classes");
}
