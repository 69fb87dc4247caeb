//! C30 to C33: events of instances.

use std::time::Instant;

use super::scene::{references, scene, Latch, Notes, Scene, Told};
use crate::abi::wbem::*;
use crate::wbem::{names, of_instance, Genus, Object, Value};

fn query(class: &str, rest: &str) -> String {
    format!("SELECT * FROM {class} WITHIN 0.02 WHERE TargetInstance ISA 'Test_Thing'{rest}")
}

/// Subscribes; the sink's one reference is the subscription's.
fn subscribed(scene: &Scene, query: &str) -> Notes {
    let notes = Notes::default();
    assert_eq!(
        scene.notify_async(query, notes.sink().as_raw()),
        S_OK,
        "{query}"
    );
    notes
}

fn instance(event: &Object, name: &str) -> Object {
    match event.get(name) {
        Ok(Value::Object(inner)) => *inner,
        other => panic!("{name} is {other:?}"),
    }
}

/// What an event says, as `Creation 1 text`.
fn said(event: &Object) -> String {
    let target = instance(event, "TargetInstance");
    let value = |name: &str| target.get(name).unwrap();
    let kind = event.class.name.strip_prefix("__Instance").unwrap();
    let kind = kind.strip_suffix("Event").unwrap();
    let id = value("Id").whole().unwrap();
    format!("{kind} {id} {}", value("Text").text().unwrap_or_default())
}

fn all(notes: &Notes) -> Vec<String> {
    notes.objects().iter().map(said).collect()
}

#[test]
fn c30_instances_come_change_and_go_in_order() {
    let scene = scene(&[]);
    scene.things.put(1, "old");
    let operations = subscribed(&scene, &query("__InstanceOperationEvent", ""));
    let creations = subscribed(&scene, &query("__InstanceCreationEvent", ""));
    scene.things.put(2, "new");
    operations.wait_for_count(1);
    scene.things.put(1, "changed");
    operations.wait_for_count(2);
    scene.things.remove(2);
    operations.wait_for_count(3);
    assert_eq!(
        all(&operations),
        ["Creation 2 new", "Modification 1 changed", "Deletion 2 new"]
    );
    assert_eq!(
        all(&creations),
        ["Creation 2 new"],
        "what was there has not come"
    );
    let [_, modification, _] = operations.objects().try_into().unwrap();
    let previous = instance(&modification, "PreviousInstance");
    assert_eq!(previous.get("Text"), Ok("old".into()));
}

/// C32: which properties there are, and that an event has no path.
#[test]
fn c32_events_have_their_properties() {
    let scene = scene(&[]);
    let notes = subscribed(&scene, &query("__InstanceModificationEvent", ""));
    scene.things.put(1, "a");
    scene.things.wait_for_looks(2);
    scene.things.put(1, "b");
    notes.wait_for_count(1);
    let [event] = notes.objects().try_into().unwrap();
    let mut found: Vec<String> = names(&event, WBEM_FLAG_NONSYSTEM_ONLY, None)
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    found.sort();
    let expected = [
        "PreviousInstance",
        "SECURITY_DESCRIPTOR",
        "TIME_CREATED",
        "TargetInstance",
    ];
    assert_eq!(found, expected);
    for name in [
        "__NAMESPACE",
        "__PATH",
        "__RELPATH",
        "__SERVER",
        "SECURITY_DESCRIPTOR",
    ] {
        assert_eq!(event.get(name), Ok(Value::Null), "{name}");
    }
    // Since 1601, in steps of 100 ns.
    let time = event.get("TIME_CREATED").unwrap().whole().unwrap();
    assert!(time > 133_000_000_000_000_000 && event.genus == Genus::Instance);
    let target = instance(&event, "TargetInstance");
    assert_eq!(target.get("__RELPATH"), Ok("Test_Thing.Id=1".into()));
}

/// C32: whatever is selected, an instance comes whole. C4: what is not there is no error.
#[test]
fn c32_embedded_instances_come_whole() {
    let scene = scene(&[]);
    let ask = |what: &str| {
        let query = query("__InstanceCreationEvent", "");
        subscribed(&scene, &query.replace('*', what))
    };
    let part = ask("TargetInstance");
    let none = ask("NoSuchField");
    scene.things.put(1, "whole");
    part.wait_for_count(1);
    none.wait_for_count(1);
    assert_eq!(all(&part), ["Creation 1 whole"]);
    let [event] = none.objects().try_into().unwrap();
    assert_eq!(event.get("__PROPERTY_COUNT"), Ok(0.into()));
}

#[test]
fn conditions_are_about_both_instances() {
    let scene = scene(&[]);
    scene.things.put(1, "a");
    let rest = " AND TargetInstance.Id = 1 AND PreviousInstance.Text <> TargetInstance.Text";
    let changed = subscribed(&scene, &query("__InstanceModificationEvent", rest));
    let rest = " AND TargetInstance.Text LIKE 'b%'";
    let like = subscribed(&scene, &query("__InstanceOperationEvent", rest));
    scene.things.put(2, "a");
    scene.things.wait_for_looks(2);
    scene.things.put(2, "bb");
    like.wait_for_count(1);
    scene.things.put(1, "c");
    changed.wait_for_count(1);
    assert_eq!(all(&changed), ["Modification 1 c"]);
    assert_eq!(all(&like), ["Modification 2 bb"]);
}

/// C31: WITHIN is the longest delay. The same looks serve everybody, at the shortest WITHIN of all.
#[test]
fn c31_one_look_serves_all_subscribers() {
    let scene = scene(&[]);
    let patient = query("__InstanceCreationEvent", "").replace("0.02", "100000");
    let patient = subscribed(&scene, &patient);
    let hasty = Notes::default();
    let sink = hasty.sink();
    let hasty_query = query("__InstanceCreationEvent", "");
    assert_eq!(scene.notify_async(&hasty_query, sink.as_raw()), S_OK);
    scene.things.put(1, "a");
    patient.wait_for_count(1);
    hasty.wait_for_count(1);
    let (begun, before) = (Instant::now(), scene.things.looks());
    scene.things.wait_for_looks(25);
    let looks = scene.things.looks() - before;
    // Those that are late are made up for, at most 100 ms of them.
    let due = (begun.elapsed().as_secs_f64() + 0.1) / 0.02;
    assert!(
        looks as f64 <= 1.2 * due + 1.0,
        "{looks}, not two for each of {due} intervals"
    );
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    assert_eq!(references(&sink), 1);
    assert_eq!(
        (patient.lasts(), hasty.lasts()),
        (vec![], vec![WBEM_E_CALL_CANCELLED])
    );
}

/// C25: a cancelled subscription has its last word, and nobody looks any more.
#[test]
fn c25_a_cancelled_subscription_is_over() {
    let scene = scene(&[]);
    let notes = Notes::default();
    let sink = notes.sink();
    let query = query("__InstanceOperationEvent", "");
    assert_eq!(scene.notify_async(&query, sink.as_raw()), S_OK);
    scene.things.wait_for_looks(2);
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    assert_eq!(
        (notes.lasts(), references(&sink)),
        (vec![WBEM_E_CALL_CANCELLED], 1)
    );
    scene.things.put(1, "nobody sees it");
    // One look may have begun before.
    let other = subscribed(&scene, &query);
    scene.things.put(2, "b");
    other.wait_for_count(1);
    assert_eq!(all(&other), ["Creation 2 b"]);
    assert_eq!(notes.told().len(), 1);
}

#[test]
fn c27_an_event_sink_may_cancel_itself() {
    let scene = scene(&[]);
    let notes = Notes::default();
    let sink = notes.sink();
    let (services, address) = (scene.services.clone(), sink.as_raw() as usize);
    notes.answer(move |told| match told {
        Told::Objects(_) => {
            let sink = address as *mut IWbemObjectSink;
            // SAFETY: a living interface; the sink is looked up and not touched.
            unsafe { ((*services.vtable()).CancelAsyncCall)(services.as_raw(), sink) }
        }
        _ => S_OK,
    });
    let query = query("__InstanceCreationEvent", "");
    assert_eq!(scene.notify_async(&query, sink.as_raw()), S_OK);
    drop(sink);
    scene.things.put(1, "a");
    scene.things.put(2, "b");
    assert_eq!(notes.last(), WBEM_E_CALL_CANCELLED);
    notes.wait_until_gone();
    assert_eq!(notes.told().len(), 2, "one event and the last word");
}

/// C11: a failing Indicate ends a subscription too.
#[test]
fn c11_an_event_sink_that_fails_has_had_enough() {
    let scene = scene(&[]);
    let notes = Notes::default();
    notes.answer(|_| E_FAIL);
    let query = query("__InstanceCreationEvent", "");
    assert_eq!(scene.notify_async(&query, notes.sink().as_raw()), S_OK);
    scene.things.put(1, "a");
    assert_eq!(notes.last(), WBEM_E_CALL_CANCELLED);
    notes.wait_until_gone();
}

/// C18: one sink that does not return delays nobody else.
#[test]
fn c18_a_stuck_sink_is_stuck_alone() {
    let scene = scene(&[]);
    let go = Latch::new();
    let stuck = Notes::default();
    let wait = go.clone();
    stuck.answer(move |told| {
        if matches!(told, Told::Objects(_)) {
            wait.wait();
        }
        S_OK
    });
    let query = query("__InstanceCreationEvent", "");
    assert_eq!(scene.notify_async(&query, stuck.sink().as_raw()), S_OK);
    let free = subscribed(&scene, &query);
    scene.things.put(1, "a");
    free.wait_for_count(1);
    scene.things.put(2, "b");
    free.wait_for_count(2);
    assert_eq!(stuck.told().len(), 1, "C10: one callback at a time");
    go.open();
    stuck.wait_for_count(2);
    assert_eq!(all(&stuck), all(&free));
}

/// C19: what waits for a slow sink is bounded; what comes later is told again.
#[test]
fn c19_events_of_a_slow_sink_are_dropped() {
    const MEGABYTE: usize = 1_000_000;
    let scene = scene(&[]);
    let (entered, go) = (Latch::new(), Latch::new());
    let slow = Notes::default();
    let (is_in, wait) = (entered.clone(), go.clone());
    slow.answer(move |told| {
        if matches!(told, Told::Objects(_)) {
            is_in.open();
            wait.wait();
        }
        S_OK
    });
    let query = "SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA 'Test_Loud'";
    assert_eq!(scene.notify_async(query, slow.sink().as_raw()), S_OK);
    let tell = |weight: usize| {
        let mut thing = scene.namespace.homeless("Test_Thing").unwrap();
        thing.set("Text", "x".repeat(weight).into()).unwrap();
        let mut loud = scene.namespace.homeless("Test_Loud").unwrap();
        loud.set("Id", (weight as u32).into()).unwrap();
        let mut event = of_instance(&scene.namespace, "__InstanceCreationEvent", loud, None);
        let event = event.as_mut().unwrap();
        // A weight of any kind will do.
        event
            .set(
                "SECURITY_DESCRIPTOR",
                Value::Array(vec![1.into(); weight / size_of::<Value>()].into()),
            )
            .unwrap();
        scene.namespace.audience.tell(event);
    };
    tell(1);
    entered.wait();
    (0..40).for_each(|_| tell(MEGABYTE));
    go.open();
    slow.wait_for_count(15);
    // When it has caught up, events come again.
    let told = loop {
        let before = slow.told().len();
        tell(7);
        // This one, or one of those for whose sake it was dropped.
        slow.wait_for_count(before + 1);
        let objects = slow.objects();
        let id = |it: &Object| instance(it, "TargetInstance").get("Id").unwrap().whole();
        if objects.iter().any(|it| id(it) == Some(7)) {
            break objects
                .iter()
                .filter(|it| id(it) == Some(MEGABYTE as i128))
                .count();
        }
    };
    assert!((15..=20).contains(&told), "{told} of 40 came");
}

/// A class whose instances tell of themselves needs no WITHIN, and nobody looks.
#[test]
fn what_tells_of_itself_needs_no_within() {
    let scene = scene(&[]);
    let query = "SELECT * FROM __InstanceOperationEvent WHERE TargetInstance ISA 'Test_Loud'";
    let notes = subscribed(&scene, query);
    let tell = |class: &str| {
        let target = scene.namespace.homeless(class).unwrap();
        let event = of_instance(&scene.namespace, "__InstanceDeletionEvent", target, None);
        scene.namespace.audience.tell(&event.unwrap());
    };
    tell("Test_Thing");
    tell("Test_Loud");
    notes.wait_for_count(1);
    let [event] = notes.objects().try_into().unwrap();
    assert_eq!(&*instance(&event, "TargetInstance").class.name, "Test_Loud");
}
