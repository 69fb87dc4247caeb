//! C1 to C7: how asynchronous calls begin.

use std::ptr::null_mut;

use super::scene::{connect, references, scene, text, Latch, Notes, Step};
use crate::abi::wbem::*;

const ALL: &str = "SELECT * FROM Test_Row";

#[test]
fn c1_a_refused_call_leaves_the_sink_alone() {
    let scene = scene(&[Step::Give(1)]);
    let notes = Notes::default();
    let sink = notes.sink();
    let (services, it) = (&scene.services, sink.as_raw());
    let (wql, path) = (text("WQL"), text("Test_Row=1"));
    // SAFETY: living strings and interfaces.
    let refused = unsafe {
        let table = &*services.vtable();
        let this = services.as_raw();
        [
            (table.ExecQueryAsync)(this, text("SQL").0, text(ALL).0, 0, null_mut(), it),
            (table.ExecQueryAsync)(this, null_mut(), text(ALL).0, 0, null_mut(), it),
            (table.ExecQueryAsync)(this, wql.0, null_mut(), 0, null_mut(), it),
            (table.ExecQueryAsync)(this, wql.0, text(ALL).0, 0x4000_0000, null_mut(), it),
            (table.PutClassAsync)(this, null_mut(), 0, null_mut(), it),
            (table.DeleteClassAsync)(this, path.0, 0, null_mut(), it),
            (table.PutInstanceAsync)(this, null_mut(), 0, null_mut(), it),
            (table.ExecMethodAsync)(this, text("?").0, path.0, 0, null_mut(), null_mut(), it),
        ]
    };
    let expected = [
        WBEM_E_INVALID_QUERY_TYPE,
        WBEM_E_INVALID_PARAMETER,
        WBEM_E_INVALID_PARAMETER,
        WBEM_E_INVALID_PARAMETER,
        WBEM_E_NOT_SUPPORTED,
        WBEM_E_NOT_SUPPORTED,
        WBEM_E_INVALID_PARAMETER,
        WBEM_E_INVALID_OBJECT_PATH,
    ];
    assert_eq!(refused, expected);
    assert_eq!((references(&sink), notes.told()), (1, vec![]));
}

#[test]
fn c2_and_c6_a_call_returns_before_its_work_is_done() {
    let latch = Latch::new();
    let scene = scene(&[Step::Wait(latch.clone()), Step::Give(1)]);
    let notes = Notes::default();
    let sink = notes.sink();
    assert_eq!(scene.query_async(ALL, 0, sink.as_raw()), WBEM_S_NO_ERROR);
    assert_eq!(
        (references(&sink), notes.told()),
        (2, vec![]),
        "a reference of its own, and nothing told"
    );
    latch.open();
    assert_eq!(notes.last(), WBEM_S_NO_ERROR);
    drop(sink);
    notes.wait_until_gone();
}

#[test]
fn c3_no_sink_is_an_invalid_parameter() {
    let scene = scene(&[]);
    assert_eq!(
        scene.query_async(ALL, 0, null_mut()),
        WBEM_E_INVALID_PARAMETER
    );
    let events = "SELECT * FROM __TimerEvent";
    assert_eq!(
        scene.notify_async(events, null_mut()),
        WBEM_E_INVALID_PARAMETER
    );
}

#[test]
fn c4_what_is_wrong_with_a_query_comes_with_the_last_word() {
    let scene = scene(&[Step::Give(1)]);
    for (query, expected) in [
        ("invalid query", WBEM_E_INVALID_QUERY),
        ("42", WBEM_E_INVALID_QUERY),
        ("SELECT NoSuchField FROM Test_Row", WBEM_E_INVALID_QUERY),
        (
            "SELECT * FROM Test_Row WHERE NoSuchField = 1",
            WBEM_E_INVALID_QUERY,
        ),
        (
            "SELECT * FROM Test_Row WHERE Id = 'x'",
            WBEM_E_INVALID_QUERY,
        ),
        ("SELECT * FROM Win32_Dummy", WBEM_E_INVALID_CLASS),
        ("ASSOCIATORS OF {Test_Row=1}", WBEM_E_NOT_SUPPORTED),
    ] {
        let notes = Notes::default();
        assert_eq!(
            scene.query_async(query, 0, notes.sink().as_raw()),
            WBEM_S_NO_ERROR,
            "{query}"
        );
        assert_eq!((notes.last(), notes.ids()), (expected, vec![]), "{query}");
        notes.wait_until_gone();
    }
    let long = format!(
        "SELECT * FROM Test_Row WHERE Text = '{}'",
        "x".repeat(0x4000)
    );
    let notes = Notes::default();
    assert_eq!(
        scene.query_async(&long, 0, notes.sink().as_raw()),
        WBEM_S_NO_ERROR
    );
    assert_eq!(notes.last(), WBEM_E_INVALID_QUERY);
    // Short enough, and sound, but for how much it compares.
    let row = ["Id=1"; 1100].join(" OR ");
    let row = format!("SELECT * FROM Test_Row WHERE {row}");
    let notes = Notes::default();
    assert_eq!(
        scene.query_async(&row, 0, notes.sink().as_raw()),
        WBEM_S_NO_ERROR
    );
    assert_eq!(notes.last(), WBEM_E_QUOTA_VIOLATION);
    let events = row.replace("Test_Row", "__TimerEvent");
    let said = scene.notify_async(&events, notes.sink().as_raw());
    assert_eq!(said, WBEM_E_QUOTA_VIOLATION);
}

#[test]
fn c4_what_is_wrong_with_an_event_query_is_said_at_once() {
    let scene = scene(&[]);
    let notes = Notes::default();
    let sink = notes.sink();
    for (query, expected) in [
        ("42", WBEM_E_UNPARSABLE_QUERY),
        ("Invalid Query", WBEM_E_UNPARSABLE_QUERY),
        ("SELECT * FROM NoSuchEvent", WBEM_E_INVALID_CLASS),
        ("SELECT * FROM Test_Row", WBEM_E_NOT_EVENT_CLASS),
        (
            "SELECT * FROM __InstanceCreationEvent WITHIN 1",
            WBEMESS_E_REGISTRATION_TOO_BROAD,
        ),
        (
            "SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA 'Test_Row'",
            WBEMESS_E_REGISTRATION_TOO_PRECISE,
        ),
        (
            "SELECT * FROM __InstanceCreationEvent WITHIN 1 WHERE TargetInstance ISA 'No_Class'",
            WBEM_E_INVALID_CLASS,
        ),
    ] {
        assert_eq!(
            scene.notify_async(query, sink.as_raw()),
            expected,
            "{query}"
        );
        assert_eq!((references(&sink), notes.told()), (1, vec![]), "{query}");
    }
}

#[test]
fn c5_the_language_has_no_case() {
    let scene = scene(&[Step::Give(2)]);
    let notes = Notes::default();
    let (language, query, sink) = (text("wql"), text("select id from test_row"), notes.sink());
    // SAFETY: living strings and interfaces.
    let begun = unsafe {
        let table = &*scene.services.vtable();
        (table.ExecQueryAsync)(
            scene.services.as_raw(),
            language.0,
            query.0,
            0,
            null_mut(),
            sink.as_raw(),
        )
    };
    assert_eq!((begun, notes.last(), notes.ids()), (S_OK, S_OK, vec![1, 2]));
}

#[test]
fn c7_many_calls_overlap_on_one_connection_and_one_sink() {
    let latch = Latch::new();
    let scene = scene(&[Step::Wait(latch.clone()), Step::Give(3)]);
    let notes: Vec<Notes> = (0..150).map(|_| Notes::default()).collect();
    for it in &notes {
        assert_eq!(scene.query_async(ALL, 0, it.sink().as_raw()), S_OK);
    }
    let shared = connect(&scene.name);
    let one = Notes::default();
    let sink = one.sink();
    for _ in 0..10 {
        assert_eq!(
            scene.query_async("SELECT * FROM Test_Empty", 0, sink.as_raw()),
            S_OK
        );
    }
    one.wait_for_count(10);
    assert_eq!(one.lasts(), [S_OK; 10], "while 150 others are stuck");
    latch.open();
    for it in &notes {
        assert_eq!((it.last(), it.ids()), (S_OK, vec![1, 2, 3]));
        it.wait_until_gone();
    }
    drop(shared);
}
