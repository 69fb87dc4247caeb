//! The gate's promises, one by one.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{mpsc, Arc};

use parking_lot::Mutex;

use super::{Closed, Completes, Completion, Gate, Pending};

#[derive(Default)]
struct Log(Mutex<Vec<u32>>);

impl Log {
    fn speak(&self) -> impl FnMut(u32) + '_ {
        |notice| self.0.lock().push(notice)
    }

    fn said(&self) -> Vec<u32> {
        self.0.lock().clone()
    }
}

#[test]
fn a_quiet_gate_says_the_last_notice_before_close_returns() {
    let (gate, log) = (Gate::default(), Log::default());
    gate.close(9, log.speak()).unwrap();
    assert_eq!(log.said(), [9]);
    assert_eq!(gate.close(9, log.speak()), Err(Closed));
    assert_eq!(gate.enter(), Err(Closed));
}

#[test]
fn the_last_notice_waits_for_the_operation_and_its_notices() {
    let (gate, log) = (Gate::default(), Log::default());
    gate.enter().unwrap();
    gate.post(1);
    gate.close(9, log.speak()).unwrap();
    assert_eq!(log.said(), [], "an operation is inside");
    gate.post_last_of_operation(2);
    gate.drain(log.speak());
    assert_eq!(log.said(), [1, 2, 9]);
}

#[test]
fn a_close_inside_the_operations_last_notice_is_answered_nested() {
    let (gate, log) = (Gate::default(), Log::default());
    gate.enter().unwrap();
    gate.post_last_of_operation(1);
    gate.drain(|notice| {
        log.speak()(notice);
        if notice == 1 {
            gate.close(9, log.speak()).unwrap();
            assert_eq!(log.said(), [1, 9], "said before close returned");
        }
    });
    assert_eq!(log.said(), [1, 9]);
}

#[test]
fn a_close_inside_an_earlier_notice_is_answered_last() {
    let (gate, log) = (Gate::default(), Log::default());
    gate.enter().unwrap();
    gate.post(1);
    gate.post_last_of_operation(2);
    gate.drain(|notice| {
        log.speak()(notice);
        if notice == 1 {
            gate.close(9, log.speak()).unwrap();
        }
    });
    assert_eq!(log.said(), [1, 2, 9]);
}

#[test]
fn a_call_that_leaves_a_closed_gate_says_the_last_notice() {
    let (gate, log) = (Gate::default(), Log::default());
    gate.enter().unwrap();
    gate.close(9, log.speak()).unwrap();
    assert_eq!(gate.leave(log.speak()), Pending(false));
    assert_eq!(log.said(), [9]);
}

#[test]
fn notices_of_other_threads_wait_for_the_speaker_and_keep_their_order() {
    let gate = Arc::new(Gate::default());
    let log = Arc::new(Log::default());
    let (entered, is_entered) = mpsc::channel();
    let (release, is_released) = mpsc::channel::<()>();
    let speaker = {
        let (gate, log) = (gate.clone(), log.clone());
        std::thread::spawn(move || {
            let left = gate.say(1, |notice| {
                entered.send(()).unwrap();
                is_released.recv().unwrap();
                log.speak()(notice);
            });
            assert_eq!(left, Pending(true), "something came meanwhile");
            gate.drain(log.speak());
        })
    };
    is_entered.recv().unwrap();
    assert_eq!(gate.say(2, log.speak()), Pending(false));
    gate.post(3);
    gate.drain(log.speak());
    assert_eq!(log.said(), [], "another thread is speaking");
    gate.close(9, log.speak()).unwrap();
    release.send(()).unwrap();
    speaker.join().unwrap();
    assert_eq!(log.said(), [1, 2, 3, 9]);
}

#[test]
fn a_nested_say_comes_at_once() {
    let (gate, log) = (Gate::default(), Log::default());
    let left = gate.say(1, |notice| {
        log.speak()(notice);
        if notice == 1 {
            gate.post(3);
            assert_eq!(gate.say(2, log.speak()), Pending(false));
        }
    });
    assert_eq!(left, Pending(true));
    gate.drain(log.speak());
    assert_eq!(log.said(), [1, 2, 3]);
}

#[derive(Default)]
struct Owner {
    reported: AtomicUsize,
    abandoned: AtomicUsize,
}

impl Completes for Owner {
    type Outcome = bool;

    fn abandoned() -> bool {
        false
    }

    fn complete(self: &Arc<Self>, outcome: bool) {
        let count = if outcome {
            &self.reported
        } else {
            &self.abandoned
        };
        count.fetch_add(1, Ordering::Relaxed);
    }
}

#[test]
fn a_completion_reports_once_used_or_dropped() {
    let owner = Arc::new(Owner::default());
    Completion::new(owner.clone()).report(true);
    drop(Completion::new(owner.clone()));
    assert_eq!(owner.reported.load(Ordering::Relaxed), 1);
    assert_eq!(owner.abandoned.load(Ordering::Relaxed), 1);
}

/// A thread that found the handle before it was closed, and speaks after, must not reach a program
/// that has freed its context.
#[test]
fn nothing_is_said_after_the_last_notice() {
    let (gate, log) = (Gate::default(), Log::default());
    gate.close(9, log.speak()).unwrap();
    assert_eq!(gate.say(1, log.speak()), Pending(false));
    gate.post(2);
    assert!(!gate.is_pending());
    gate.drain(log.speak());
    assert_eq!(log.said(), [9]);
}

/// The memory goes to one child at a time, and no notice with it.
#[test]
fn a_queue_has_the_memory_of_the_parents() {
    let (parent, log) = (Gate::default(), Log::default());
    for round in 0..2 {
        let mut children = [(); 2].map(|()| parent.enter_child().unwrap());
        for (child, own) in children.iter().zip([10, 20]) {
            child.post(own + round);
            child.post_last_of_operation(own + 2 + round);
        }
        for child in &mut children {
            child.drain(log.speak());
            child.close(9, log.speak()).unwrap();
            child.leave_memory(&parent);
            assert_eq!(parent.leave(log.speak()), Pending(false));
        }
    }
    let said = [10, 12, 9, 20, 22, 9, 11, 13, 9, 21, 23, 9];
    assert_eq!(log.said(), said);
    assert!(!parent.is_pending());
}

#[test]
fn what_the_parent_has_queued_stays_its_own() {
    let (parent, log) = (Gate::default(), Log::default());
    parent.post(1);
    let mut child = parent.enter_child().unwrap();
    child.post(2);
    child.drain(log.speak());
    child.leave_memory(&parent);
    parent.drain(log.speak());
    assert_eq!(log.said(), [2, 1]);
}

#[test]
fn a_child_is_inside_its_parents_gate() {
    let (parent, log) = (Gate::default(), Log::default());
    let child = parent.enter_child().unwrap();
    parent.close(9, log.speak()).unwrap();
    assert_eq!(log.said(), []);
    assert!(parent.enter_child().is_err());
    assert_eq!(child.leave(log.speak()), Pending(false));
    assert_eq!(parent.leave(log.speak()), Pending(false));
    assert_eq!(log.said(), [9]);
}
