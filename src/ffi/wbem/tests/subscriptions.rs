//! Subscriptions through an enumerator, to the clock, and to the kernel.

use std::ptr::null_mut;

use super::super::object::Com;
use super::scene::{cimv2, references, scene, text, Notes, Scene};
use crate::abi::wbem::*;
use crate::wbem::Object;

const THINGS: &str =
    "SELECT * FROM __InstanceCreationEvent WITHIN 0.02 WHERE TargetInstance ISA 'Test_Thing'";

fn semisynchronous(
    scene: &Scene,
    query: &str,
    flags: LONG,
) -> (HRESULT, Option<Com<IEnumWbemClassObject>>) {
    let mut found = null_mut();
    let (language, query) = (text("WQL"), text(query));
    // SAFETY: living strings and interfaces, and room for the result.
    unsafe {
        let table = &*scene.services.vtable();
        let this = scene.services.as_raw();
        let code =
            (table.ExecNotificationQuery)(this, language.0, query.0, flags, null_mut(), &mut found);
        (code, Com::owned(found))
    }
}

fn next(from: &Com<IEnumWbemClassObject>, milliseconds: LONG) -> (HRESULT, ULONG) {
    let (mut object, mut count) = (null_mut(), 7);
    // SAFETY: a living interface, and room for one object.
    unsafe {
        let code = ((*from.vtable()).Next)(from.as_raw(), milliseconds, 1, &mut object, &mut count);
        drop(Com::owned(object));
        (code, count)
    }
}

#[test]
fn events_come_through_an_enumerator() {
    let scene = scene(&[]);
    let both = WBEM_FLAG_RETURN_IMMEDIATELY | WBEM_FLAG_FORWARD_ONLY;
    for flags in [0, WBEM_FLAG_RETURN_IMMEDIATELY, WBEM_FLAG_FORWARD_ONLY] {
        let (code, none) = semisynchronous(&scene, THINGS, flags);
        assert_eq!((code, none.is_none()), (WBEM_E_INVALID_PARAMETER, true));
    }
    let (code, none) = semisynchronous(&scene, "42", both);
    assert_eq!((code, none.is_none()), (WBEM_E_UNPARSABLE_QUERY, true));
    let (code, events) = semisynchronous(&scene, THINGS, both);
    let events = events.unwrap();
    assert_eq!((code, next(&events, 0)), (S_OK, (WBEM_S_TIMEDOUT, 0)));
    scene.things.put(1, "a");
    assert_eq!(next(&events, WBEM_INFINITE), (S_OK, 1));
    assert_eq!(next(&events, 1), (WBEM_S_TIMEDOUT, 0));
    // SAFETY: a living interface.
    let reset = unsafe { ((*events.vtable()).Reset)(events.as_raw()) };
    assert_eq!(reset, WBEM_E_INVALID_OPERATION);
}

#[test]
fn c34_the_clock_tells_every_second_and_a_cancel_ends_it() {
    let scene = cimv2();
    let notes = Notes::default();
    let sink = notes.sink();
    let query =
        "SELECT * FROM __InstanceModificationEvent WHERE TargetInstance ISA 'Win32_LocalTime'";
    assert_eq!(scene.notify_async(query, sink.as_raw()), S_OK);
    let second = |event: &Object| {
        let path = ["TargetInstance".to_owned(), "Second".to_owned()].to_vec();
        event.follow(&path).whole().unwrap()
    };
    let seconds = |events: &[Object]| -> Vec<i128> { events.iter().map(second).collect() };
    let is_next = |pair: &[i128]| (pair[0] + 1) % 60 == pair[1];
    // A machine that is too busy misses some.
    notes.wait_until(|events| {
        let seconds = seconds(events);
        let mut threes = seconds.windows(3);
        threes.any(|three| three.windows(2).all(is_next))
    });
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    assert_eq!(
        (notes.lasts(), references(&sink)),
        (vec![WBEM_E_CALL_CANCELLED], 1)
    );
    assert_eq!(scene.cancel(sink.as_raw()), WBEM_E_NOT_FOUND);
    let seconds = seconds(&notes.objects());
    let mut pairs = seconds.windows(2);
    assert!(
        pairs.all(|pair| pair[0] != pair[1]),
        "each second once: {seconds:?}"
    );
}

/// Those who may not ask the kernel are told so; the others are told of each process.
#[test]
fn processes_are_traced_by_who_may() {
    let scene = cimv2();
    let notes = Notes::default();
    let sink = notes.sink();
    let run = || {
        let mut child = std::process::Command::new("true").spawn().expect("true");
        child.wait().expect("its end");
        child.id()
    };
    let begun = scene.notify_async("SELECT * FROM Win32_ProcessTrace", sink.as_raw());
    if begun != S_OK {
        assert_eq!(begun, WBEM_E_ACCESS_DENIED);
        assert_eq!((references(&sink), notes.told().len()), (1, 0), "C1");
        println!("left out: the kernel tells this process nothing");
        return;
    }
    let pid = i128::from(run());
    let of_child = |objects: &[Object]| -> Vec<String> {
        let of_child = objects
            .iter()
            .filter(|it| it.get("ProcessID").unwrap().whole() == Some(pid));
        of_child.map(|it| it.class.name.to_string()).collect()
    };
    notes.wait_until(|objects| of_child(objects).len() >= 2);
    assert_eq!(
        of_child(&notes.objects()),
        ["Win32_ProcessStartTrace", "Win32_ProcessStopTrace"]
    );
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
}
