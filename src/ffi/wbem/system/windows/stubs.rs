//! CLSID_UnsecuredApartment in this process. Programs ask for it with CLSCTX_LOCAL_SERVER, and the system's answer is
//! another process, to which our objects could not be taken.

use parking_lot::Mutex;

use crate::abi::wbem::*;
use crate::ffi::wbem::class_factory::{maker, Factory};
use crate::ffi::wbem::object::create;

#[link(name = "ole32")]
extern "C" {
    fn CoRegisterClassObject(
        rclsid: *const CLSID,
        pUnk: *mut IUnknown,
        dwClsContext: DWORD,
        flags: DWORD,
        lpdwRegister: *mut DWORD,
    ) -> HRESULT;
    fn CoRevokeClassObject(dwRegister: DWORD) -> HRESULT;
}

const CLSCTX_INPROC_SERVER: DWORD = 1;
const CLSCTX_LOCAL_SERVER: DWORD = 4;
const REGCLS_MULTI_SEPARATE: DWORD = 2;

/// Has the caller's apartment find ours. A registration ends with its apartment, so it is made anew for each
/// connection. A thread that has no apartment creates nothing by name either.
pub fn offer_stubs() {
    static LAST: Mutex<Option<DWORD>> = Mutex::new(None);
    let Some(make) = maker(&CLSID_UnsecuredApartment) else {
        return;
    };
    let factory = create(Factory(make)).into_unknown();
    let mut last = LAST.lock();
    if let Some(last) = last.take() {
        // SAFETY: a number. One that is gone already is refused.
        let _ = unsafe { CoRevokeClassObject(last) };
    }
    let mut cookie = 0;
    // SAFETY: a class, a living object, which COM keeps with a reference of its own, and room for a number.
    let said = unsafe {
        CoRegisterClassObject(
            &CLSID_UnsecuredApartment,
            factory.as_raw(),
            CLSCTX_INPROC_SERVER | CLSCTX_LOCAL_SERVER,
            REGCLS_MULTI_SEPARATE,
            &mut cookie,
        )
    };
    *last = (said >= 0).then_some(cookie);
}
