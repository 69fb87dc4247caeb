//! That each rule of the contract has a test of its name, and the rules that are about several subjects.

use std::collections::BTreeSet;
use std::path::Path;
use std::ptr::null_mut;

use super::super::class_object::ClassObject;
use super::super::object::Com;
use super::super::system::VariantClear;
use super::super::variant::EMPTY;
use super::scene::{scene, text, Latch, Notes, Scene, Step};
use crate::abi::wbem::*;

const ALL: &str = "SELECT * FROM Test_Row";
const CREATIONS: &str =
    "SELECT * FROM __InstanceCreationEvent WITHIN 0.02 WHERE TargetInstance ISA 'Test_Thing'";

/// C1 to C34: `fn c9_...`, or `fn c14_and_c15_...`.
#[test]
fn every_rule_has_a_test_of_its_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ffi/wbem/tests");
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("the tests") {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let tests = text.split("#[test]\nfn ").skip(1);
        for name in tests.filter_map(|it| it.split('(').next()) {
            let words = name.split('_').take_while(|it| {
                *it == "and"
                    || it
                        .strip_prefix('c')
                        .is_some_and(|it| it.parse::<u8>().is_ok())
            });
            found.extend(words.filter_map(|it| it.strip_prefix('c')?.parse::<u8>().ok()));
        }
    }
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        (1..=34).collect::<Vec<_>>()
    );
}

/// The next callback waits until the one before is back, of whichever thread an event comes.
#[test]
fn c10_callbacks_of_a_call_come_one_at_a_time() {
    let scene = scene(&[]);
    let notes = Notes::default();
    let (entered, go) = (Latch::new(), Latch::new());
    let (is_in, may_go) = (entered.clone(), go.clone());
    notes.answer(move |_| {
        is_in.open();
        may_go.wait();
        S_OK
    });
    let sink = notes.sink();
    assert_eq!(scene.notify_async(CREATIONS, sink.as_raw()), S_OK);
    scene.things.put(1, "a");
    entered.wait();
    for id in 2..5 {
        scene.things.put(id, "more");
        scene.things.wait_for_looks(2);
    }
    assert_eq!(notes.told().len(), 1, "the others wait");
    go.open();
    notes.wait_until(|objects| objects.len() == 4);
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    drop(sink);
    // Says how often one callback was in another.
    notes.wait_until_gone();
}

/// Never both, never another bit: of success, of failure, of a cancelled call and of a subscription.
#[test]
fn c16_the_status_is_complete_or_progress_and_nothing_else() {
    let latch = Latch::new();
    let steps = [
        &[Step::Progress(1, 2, "half"), Step::Give(1)][..],
        &[Step::Fail(WBEM_E_FAILED)],
        &[Step::Progress(1, 2, "half"), Step::Wait(latch.clone())],
    ];
    for (at, steps) in steps.into_iter().enumerate() {
        let scene = scene(steps);
        let notes = Notes::default();
        let sink = notes.sink();
        let begun = scene.query_async(ALL, WBEM_FLAG_SEND_STATUS, sink.as_raw());
        assert_eq!(begun, S_OK);
        if at == 2 {
            notes.wait_for_count(1);
            assert_eq!(scene.cancel(sink.as_raw()), S_OK);
            latch.open();
        }
        notes.last();
        let expected = [WBEM_STATUS_PROGRESS, WBEM_STATUS_COMPLETE];
        let expected = if at == 1 { &expected[1..] } else { &expected };
        assert_eq!(notes.flags(), expected);
    }
    let scene = scene(&[]);
    let notes = Notes::default();
    let sink = notes.sink();
    assert_eq!(scene.notify_async(CREATIONS, sink.as_raw()), S_OK);
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    assert_eq!(notes.flags(), [WBEM_STATUS_COMPLETE]);
}

/// The scene subscribes with WBEM_FLAG_SEND_STATUS, as Microsoft's sample does.
#[test]
fn c21_a_subscription_has_no_progress() {
    let scene = scene(&[Step::Progress(1, 2, "half"), Step::Give(1)]);
    let notes = Notes::default();
    let sink = notes.sink();
    // The looks at Test_Row report progress, and find nothing new after the first.
    let query = CREATIONS.replace("Test_Thing", "Test_Row");
    assert_eq!(scene.notify_async(&query, sink.as_raw()), S_OK);
    let other = Notes::default();
    let other_sink = other.sink();
    assert_eq!(scene.notify_async(CREATIONS, other_sink.as_raw()), S_OK);
    scene.things.put(1, "a");
    other.wait_for_count(1);
    for sink in [&sink, &other_sink] {
        assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    }
    assert_eq!(notes.flags(), [WBEM_STATUS_COMPLETE]);
    assert_eq!(other.flags(), [WBEM_STATUS_COMPLETE]);
}

#[test]
fn c22_progress_ends_with_the_cancel() {
    let latch = Latch::new();
    let scene = scene(&[
        Step::Progress(1, 3, "one"),
        Step::Wait(latch.clone()),
        Step::Progress(2, 3, "two"),
        Step::Progress(3, 3, "three"),
    ]);
    let notes = Notes::default();
    let sink = notes.sink();
    let begun = scene.query_async(ALL, WBEM_FLAG_SEND_STATUS, sink.as_raw());
    assert_eq!(begun, S_OK);
    notes.wait_for_count(1);
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    latch.open();
    // The provider has gone on and was told that nobody listens.
    while scene.late.load(std::sync::atomic::Ordering::Acquire) == 0 {
        std::thread::yield_now();
    }
    assert_eq!(notes.flags(), [WBEM_STATUS_PROGRESS, WBEM_STATUS_COMPLETE]);
    assert_eq!(notes.lasts(), [WBEM_E_CALL_CANCELLED]);
}

/// What Get gives for TargetInstance.
fn target(event: &Com<IWbemClassObject>) -> VARIANT {
    let mut value = EMPTY;
    let name = text("TargetInstance");
    // SAFETY: a living object, a string, and room for the value.
    let got = unsafe {
        ((*event.vtable()).Get)(
            event.as_raw(),
            name.0,
            0,
            &mut value,
            null_mut(),
            null_mut(),
        )
    };
    assert_eq!(got, S_OK);
    value
}

fn indicated(scene: &Scene) -> Com<IWbemClassObject> {
    let notes = Notes::default();
    assert_eq!(scene.notify_async(CREATIONS, notes.sink().as_raw()), S_OK);
    scene.things.put(1, "a");
    notes.wait_for_count(1);
    ClassObject::create(notes.objects().remove(0))
}

/// VT_UNKNOWN, whose pointer answers to IID_IWbemClassObject; and so it does for a program that reads it as
/// VT_DISPATCH, since that is the same pointer.
#[test]
fn c33_an_embedded_instance_is_an_unknown_that_is_asked_for_its_interface() {
    let event = indicated(&scene(&[]));
    let mut value = target(&event);
    assert_eq!(value.vt, VT_UNKNOWN);
    // SAFETY: the type says that there is an interface pointer.
    let unknown = unsafe { Com::borrowed(value.value.punkVal) }.expect("an object");
    // SAFETY: a VARIANT of our own.
    assert_eq!(unsafe { VariantClear(&mut value) }, S_OK);
    let object: Com<IWbemClassObject> = unknown.query().expect("an IWbemClassObject");
    drop((event, unknown));
    let mut id = EMPTY;
    let name = text("Id");
    // SAFETY: a living object, which outlives its event; a string, and room for the value.
    let got = unsafe {
        ((*object.vtable()).Get)(object.as_raw(), name.0, 0, &mut id, null_mut(), null_mut())
    };
    // SAFETY: the type says which value there is.
    assert_eq!((got, id.vt, unsafe { id.value.lVal }), (S_OK, VT_I4, 1));
}
