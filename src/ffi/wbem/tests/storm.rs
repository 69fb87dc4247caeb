//! Everything at once, on eight threads, as a seed says: queries, subscriptions, enumerators and cancels,
//! with sinks that fail, block, cancel themselves, and ask for more from within.

use std::ptr::null_mut;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::super::object::Com;
use super::scene::{scene, text, Notes, Scene, Step, Told};
use crate::abi::wbem::*;

/// xorshift64*
#[derive(Clone)]
struct Random(u64);

impl Random {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % below
    }
}

/// The seed of the storm: that of the environment, or a new one.
fn seed() -> u64 {
    let given = std::env::var("WMI_STORM_SEED").ok();
    let new = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap()
            .as_nanos() as u64
    };
    let seed = given.and_then(|it| it.parse().ok()).unwrap_or_else(new);
    println!("WMI_STORM_SEED={seed}");
    seed
}

const QUERIES: [&str; 5] = [
    "SELECT * FROM Test_Row",
    "SELECT Id FROM Test_Base WHERE Id > 60",
    "SELECT * FROM Test_Empty",
    "SELECT * FROM No_Class",
    "SELECT * FROM meta_class",
];
const EVENTS: [&str; 3] = [
    "SELECT * FROM __InstanceOperationEvent WITHIN 0.001 WHERE TargetInstance ISA 'Test_Thing'",
    "SELECT * FROM __InstanceCreationEvent WITHIN 0.002 WHERE TargetInstance ISA 'Test_Thing'",
    "SELECT * FROM __TimerEvent",
];

#[test]
fn everything_at_once() {
    let seed = seed();
    let scene = scene(&[Step::Give(70), Step::Progress(1, 2, "half"), Step::Give(70)]);
    thread::scope(|threads| {
        for number in 1..=8 {
            let scene = &scene;
            threads.spawn(move || {
                let mut random = Random(
                    seed.wrapping_add(number)
                        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                        | 1,
                );
                for _ in 0..1250 {
                    act(scene, &mut random);
                }
            });
        }
    });
    assert_eq!(
        scene.cancel(std::ptr::without_provenance_mut(8)),
        WBEM_E_NOT_FOUND
    );
}

fn act(scene: &Scene, random: &mut Random) {
    match random.next(6) {
        0 => {
            let id = random.next(5) as u32;
            match random.next(3) {
                0 => scene.things.remove(id),
                text => scene.things.put(id, if text == 1 { "a" } else { "b" }),
            }
        }
        1 => enumerate(scene, random),
        _ => with_sink(scene, random),
    }
}

fn with_sink(scene: &Scene, random: &mut Random) {
    let notes = Notes::default();
    let sink = notes.sink();
    behave(scene, &notes, sink.as_raw() as usize, random);
    let is_event = random.next(3) == 0;
    let flags = [0, WBEM_FLAG_SEND_STATUS][random.next(2) as usize];
    let mut begun = 0;
    for _ in 0..=random.next(3) {
        let said = match is_event {
            true => scene.notify_async(EVENTS[random.next(3) as usize], sink.as_raw()),
            false => scene.query_async(QUERIES[random.next(5) as usize], flags, sink.as_raw()),
        };
        assert_eq!(said, S_OK);
        begun += 1;
    }
    for _ in 0..random.next(200) {
        thread::yield_now();
    }
    if is_event || random.next(2) == 0 {
        let code = scene.cancel(sink.as_raw());
        assert!([S_OK, WBEM_E_NOT_FOUND].contains(&code), "{code:#x}");
    }
    notes.wait_for_lasts(begun);
    drop(sink);
    match begun {
        1 => notes.wait_until_gone(),
        _ => notes.wait_until_released(),
    }
    assert_eq!(notes.lasts().len(), begun, "one last word for each call");
}

/// What a sink does when it is told something.
fn behave(scene: &Scene, notes: &Notes, sink: usize, random: &mut Random) {
    let services = scene.services.clone();
    let told = AtomicUsize::new(0);
    let (kind, when) = (random.next(6), random.next(3) as usize);
    let inner = Arc::new(parking_lot::Mutex::new(Vec::new()));
    notes.answer(move |what| {
        let is_now = told.fetch_add(1, Ordering::AcqRel) == when;
        let is_last = matches!(what, Told::Last { .. });
        match kind {
            0 if is_now && !is_last => return E_FAIL,
            1 if is_now => {
                let sink = sink as *mut IWbemObjectSink;
                // SAFETY: a living interface; the sink is looked up and not touched.
                let _ = unsafe { ((*services.vtable()).CancelAsyncCall)(services.as_raw(), sink) };
            }
            2 => thread::sleep(Duration::from_micros(300)),
            3 if is_now => {
                let more = Notes::default();
                let (language, query) = (text("WQL"), text(QUERIES[0]));
                // SAFETY: living strings and interfaces.
                let begun = unsafe {
                    let table = &*services.vtable();
                    let this = services.as_raw();
                    (table.ExecQueryAsync)(
                        this,
                        language.0,
                        query.0,
                        0,
                        null_mut(),
                        more.sink().as_raw(),
                    )
                };
                assert_eq!(begun, S_OK);
                inner.lock().push(more);
            }
            _ => {}
        }
        S_OK
    });
}

fn enumerate(scene: &Scene, random: &mut Random) {
    let (language, query) = (text("WQL"), text(QUERIES[random.next(5) as usize]));
    let forward = [0, WBEM_FLAG_FORWARD_ONLY][random.next(2) as usize];
    let flags = WBEM_FLAG_RETURN_IMMEDIATELY | forward;
    let mut found = null_mut();
    // SAFETY: living strings and interfaces, and room for results.
    unsafe {
        let services = &scene.services;
        let table = &*services.vtable();
        let begun = (table.ExecQuery)(
            services.as_raw(),
            language.0,
            query.0,
            flags,
            null_mut(),
            &mut found,
        );
        assert_eq!(begun, S_OK);
        let all = Com::owned(found).expect("an enumerator");
        let methods = &*all.vtable();
        let notes = Notes::default();
        let is_async = random.next(3) == 0
            && (methods.NextAsync)(
                all.as_raw(),
                1 + random.next(100) as u32,
                notes.sink().as_raw(),
            ) == S_OK;
        for _ in 0..random.next(5) {
            let mut objects = [null_mut(); 16];
            let (mut count, time) = (0, [0, 1, WBEM_INFINITE][random.next(3) as usize]);
            let _ = (methods.Next)(all.as_raw(), time, 16, objects.as_mut_ptr(), &mut count);
            objects
                .iter()
                .take(count as usize)
                .for_each(|it| drop(Com::owned(*it)));
        }
        let mut copy = null_mut();
        if (methods.Clone)(all.as_raw(), &mut copy) == S_OK {
            let copy = Com::owned(copy).expect("a copy");
            let _ = ((*copy.vtable()).Skip)(copy.as_raw(), 0, 3);
        }
        if is_async {
            drop(all);
            notes.wait_for_lasts(1);
            notes.wait_until_gone();
        }
    }
}
