//! C34 and C13: timer instructions, which programs put and delete, and their events.

use std::ptr::null_mut;
use std::time::{Duration, SystemTime};

use super::super::class_object::ClassObject;
use super::super::object::Com;
use super::scene::{scene, text, Notes, Scene, Told};
use crate::abi::wbem::*;
use crate::wbem::{date, Object, Value};

fn instruction(scene: &Scene, class: &str, values: &[(&str, Value)]) -> Com<IWbemClassObject> {
    let mut object = scene.namespace.homeless(class).unwrap();
    for (name, value) in values {
        object.set(name, value.clone()).unwrap();
    }
    ClassObject::create(object)
}

fn interval(scene: &Scene, name: &str, milliseconds: u32) -> Com<IWbemClassObject> {
    let values = [
        ("TimerId", name.into()),
        ("IntervalBetweenEvents", milliseconds.into()),
    ];
    instruction(scene, "__IntervalTimerInstruction", &values)
}

fn put(scene: &Scene, object: &Com<IWbemClassObject>) -> HRESULT {
    let services = &scene.services;
    // SAFETY: living interfaces.
    unsafe {
        let table = &*services.vtable();
        (table.PutInstance)(
            services.as_raw(),
            object.as_raw(),
            0,
            null_mut(),
            null_mut(),
        )
    }
}

fn delete(scene: &Scene, path: &str) -> HRESULT {
    let (services, path) = (&scene.services, text(path));
    // SAFETY: a living string and a living interface.
    unsafe {
        let table = &*services.vtable();
        (table.DeleteInstance)(services.as_raw(), path.0, 0, null_mut(), null_mut())
    }
}

fn subscribed(scene: &Scene, name: &str) -> Notes {
    let notes = Notes::default();
    let query = format!("SELECT * FROM __TimerEvent WHERE TimerId = '{name}'");
    assert_eq!(scene.notify_async(&query, notes.sink().as_raw()), S_OK);
    notes
}

#[test]
fn c13_the_path_of_what_was_put_comes_with_the_last_word() {
    let scene = scene(&[]);
    let notes = Notes::default();
    let (services, object) = (&scene.services, interval(&scene, "a\"b", 60_000));
    // SAFETY: living interfaces.
    let begun = unsafe {
        let table = &*services.vtable();
        let sink = notes.sink();
        (table.PutInstanceAsync)(
            services.as_raw(),
            object.as_raw(),
            0,
            null_mut(),
            sink.as_raw(),
        )
    };
    assert_eq!((begun, notes.last()), (S_OK, S_OK));
    let told = notes.told();
    let [Told::Last {
        text: Some(path),
        status: None,
        ..
    }] = told.as_slice()
    else {
        panic!("{told:?}");
    };
    let relative = "__IntervalTimerInstruction.TimerId=\"a\\\"b\"";
    assert!(
        path.ends_with(&format!(r"\{}:{relative}", scene.name)),
        "{path}"
    );
    // It is an instance as any other.
    let found = Notes::default();
    let all = "SELECT * FROM __TimerInstruction";
    assert_eq!(scene.query_async(all, 0, found.sink().as_raw()), S_OK);
    assert_eq!((found.last(), found.objects().len()), (S_OK, 1));
    assert_eq!(delete(&scene, path), S_OK);
    assert_eq!(delete(&scene, path), WBEM_E_NOT_FOUND);
}

#[test]
fn c34_a_timer_fires_until_it_is_deleted() {
    let scene = scene(&[]);
    let (fast, other) = (subscribed(&scene, "fast"), subscribed(&scene, "other"));
    assert_eq!(put(&scene, &interval(&scene, "fast", 10)), S_OK);
    fast.wait_for_count(3);
    for event in fast.objects() {
        assert_eq!(event.get("TimerId"), Ok("fast".into()));
        assert!(event.get("NumFirings").unwrap().whole() >= Some(1));
    }
    assert_eq!(
        delete(&scene, "__IntervalTimerInstruction.TimerId='fast'"),
        S_OK
    );
    // A second timer shows that the first is silent: of it one event may have been on its way.
    let before = fast.told().len();
    assert_eq!(put(&scene, &interval(&scene, "other", 10)), S_OK);
    other.wait_for_count(5);
    assert!(fast.told().len() <= before + 1);
}

#[test]
fn a_time_fires_once_also_when_it_has_passed() {
    let scene = scene(&[]);
    let notes = subscribed(&scene, "once");
    let at = |name: &str, time: SystemTime, skips: bool| {
        let values = [
            ("TimerId", name.into()),
            ("EventDateTime", date(time).into()),
            ("SkipIfPassed", skips.into()),
        ];
        instruction(&scene, "__AbsoluteTimerInstruction", &values)
    };
    let (now, minute) = (SystemTime::now(), Duration::from_secs(60));
    assert_eq!(put(&scene, &at("once", now - minute, true)), S_OK);
    assert_eq!(
        put(&scene, &at("once", now + minute, false)),
        S_OK,
        "in its place"
    );
    assert_eq!(put(&scene, &at("once", now - minute, false)), S_OK);
    notes.wait_for_count(1);
    let [event] = notes.objects().try_into().unwrap();
    assert_eq!(event.get("NumFirings"), Ok(1.into()));
}

#[test]
fn instructions_that_make_no_sense_are_refused() {
    let scene = scene(&[]);
    let absolute = |date: &str| {
        let values = [("TimerId", "a".into()), ("EventDateTime", date.into())];
        instruction(&scene, "__AbsoluteTimerInstruction", &values)
    };
    for object in [
        interval(&scene, "", 1000),
        interval(&scene, "zero", 0),
        instruction(
            &scene,
            "__IntervalTimerInstruction",
            &[("TimerId", "none".into())],
        ),
        absolute("tomorrow"),
        absolute("********100000.000000+000"),
    ] {
        assert_eq!(put(&scene, &object), WBEM_E_INVALID_OBJECT);
    }
    let row = ClassObject::create(scene.namespace.homeless("Test_Row").unwrap());
    assert_eq!(put(&scene, &row), WBEM_E_PROVIDER_NOT_CAPABLE);
    let class = scene.namespace.class("__IntervalTimerInstruction").unwrap();
    let class = ClassObject::create(Object::class(class.clone(), None));
    assert_eq!(
        put(&scene, &class),
        WBEM_E_INVALID_OBJECT,
        "a class is no instance"
    );
    assert_eq!(put(&scene, &interval(&scene, "far", u32::MAX)), S_OK);
}
