//! C30 to C34: events.

use super::scene::{connect, references, Notes, Scene};
use crate::abi::wbem::*;

fn cimv2() -> Scene {
    Scene {
        services: connect(r"root\cimv2"),
        name: r"root\cimv2".into(),
        late: Default::default(),
    }
}

#[test]
fn c34_the_clock_tells_every_second_and_a_cancel_ends_it() {
    let scene = cimv2();
    let notes = Notes::default();
    let sink = notes.sink();
    let query =
        "SELECT * FROM __InstanceModificationEvent WHERE TargetInstance ISA 'Win32_LocalTime'";
    assert_eq!(scene.notify_async(query, sink.as_raw()), S_OK);
    notes.wait_for_count(2);
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    assert_eq!(
        (notes.lasts(), references(&sink)),
        (vec![WBEM_E_CALL_CANCELLED], 1)
    );
    assert_eq!(scene.cancel(sink.as_raw()), WBEM_E_NOT_FOUND);
}
