//! Starts against cancels, on eight threads.

use std::thread;
use std::time::Instant;

use super::scene::{references, scene, Notes, Step, CANCEL_WAITS};
use crate::abi::wbem::*;

#[test]
fn starts_and_cancels_race() {
    let scene = scene(&[Step::Give(70)]);
    thread::scope(|threads| {
        for seed in 1..=8_u64 {
            let scene = &scene;
            threads.spawn(move || {
                let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
                for _ in 0..1250 {
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    race(scene, state);
                }
            });
        }
    });
}

fn race(scene: &super::scene::Scene, random: u64) {
    let notes = Notes::default();
    let sink = notes.sink();
    assert_eq!(
        scene.query_async("SELECT * FROM Test_Row", 0, sink.as_raw()),
        S_OK
    );
    for _ in 0..random % 7 {
        thread::yield_now();
    }
    match random % 3 {
        0 => {
            let begun = Instant::now();
            let code = scene.cancel(sink.as_raw());
            assert!([S_OK, WBEM_E_NOT_FOUND].contains(&code), "{code:#x}");
            // On a machine that is too busy the cancel may have had to give up.
            let is_left = references(&sink) != 1;
            assert!(
                !is_left || begun.elapsed() >= CANCEL_WAITS,
                "nothing is left when the cancel returns"
            );
        }
        1 => {
            let address = sink.as_raw() as usize;
            let codes = thread::scope(|threads| {
                let other = threads.spawn(|| scene.cancel(address as *mut IWbemObjectSink));
                [scene.cancel(sink.as_raw()), other.join().unwrap()]
            });
            assert!(codes
                .iter()
                .all(|code| [S_OK, WBEM_E_NOT_FOUND].contains(code)));
        }
        _ => {}
    }
    let code = notes.last();
    assert!([S_OK, WBEM_E_CALL_CANCELLED].contains(&code));
    drop(sink);
    notes.wait_until_gone();
    assert_eq!(notes.lasts().len(), 1);
    assert_eq!(
        notes
            .told()
            .last()
            .map(|it| matches!(it, super::scene::Told::Last { .. })),
        Some(true)
    );
}
