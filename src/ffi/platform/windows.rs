//! What Windows has: the last error of each thread, memory that a program frees with LocalFree, modules
//! that stay loaded, and wide strings of 16 bit.

use std::ffi::c_void;
use std::ptr::{addr_of, null, null_mut};

use windows_sys::Win32::Foundation;
use windows_sys::Win32::Security::Cryptography::{
    CertAddEncodedCertificateToStore, CertCloseStore, CertFreeCertificateContext,
    CertGetCertificateChain, CertOpenStore, CERT_CHAIN_PARA, CERT_CONTEXT, CERT_STORE_ADD_ALWAYS,
    CERT_STORE_PROV_MEMORY, HCERTSTORE, X509_ASN_ENCODING,
};
use windows_sys::Win32::System::LibraryLoader::{
    GetModuleHandleExA, GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, GET_MODULE_HANDLE_EX_FLAG_PIN,
};
use windows_sys::Win32::System::Memory::{LocalAlloc, LMEM_FIXED};
use windows_sys::Win32::System::Threading::GetCurrentThreadId;

use crate::abi::{DWORD, PCCERT_CHAIN_CONTEXT, WCHAR};

/// The calling thread's last error code, which is the system's.
#[allow(non_snake_case)]
pub fn GetLastError() -> DWORD {
    // SAFETY: there is nothing to keep to.
    unsafe { Foundation::GetLastError() }
}

/// Sets the calling thread's last error code.
#[allow(non_snake_case)]
pub fn SetLastError(code: DWORD) {
    // SAFETY: any value is allowed.
    unsafe { Foundation::SetLastError(code) }
}

/// Memory that a program frees with LocalFree or GlobalFree; NULL if there is none. Fixed memory is the
/// same for both: its handle is its address.
pub fn allocate(size: usize) -> *mut c_void {
    // SAFETY: any size is allowed.
    unsafe { LocalAlloc(LMEM_FIXED, size) }
}

/// CryptoAPI's chain for the first of these certificates; the program frees it.
pub fn certificate_chain(certificates: &[Box<[u8]>]) -> Option<PCCERT_CHAIN_CONTEXT> {
    let (own, issuers) = certificates.split_first()?;
    // SAFETY: a store in memory, which takes no other arguments.
    let store = unsafe { CertOpenStore(CERT_STORE_PROV_MEMORY, 0, 0, 0, null()) };
    if store.is_null() {
        return None;
    }
    // One that cannot be read is missing from the chain, and the chain says so.
    issuers
        .iter()
        .for_each(|it| add_certificate(store, it, null_mut()));
    let mut context = null_mut();
    add_certificate(store, own, &mut context);
    let mut chain = null_mut();
    let para = CERT_CHAIN_PARA {
        cbSize: size_of::<CERT_CHAIN_PARA>() as u32,
        ..Default::default()
    };
    // SAFETY: the store and the context are live, NULL stands for what is left open; the chain keeps what
    // it needs of both, which are let go of once.
    unsafe {
        if !context.is_null() {
            CertGetCertificateChain(
                null_mut(),
                context,
                null(),
                store,
                &para,
                0,
                null(),
                &mut chain,
            );
            CertFreeCertificateContext(context);
        }
        CertCloseStore(store, 0);
    }
    (!chain.is_null()).then_some(chain.cast_const().cast())
}

fn add_certificate(store: HCERTSTORE, der: &[u8], context: *mut *mut CERT_CONTEXT) {
    // SAFETY: a live store, bytes with their length, and NULL or room for a context.
    unsafe {
        let (length, how) = (der.len() as u32, CERT_STORE_ADD_ALWAYS);
        CertAddEncodedCertificateToStore(
            store,
            X509_ASN_ENCODING,
            der.as_ptr(),
            length,
            how,
            context,
        );
    }
}

/// The library has threads, so FreeLibrary must not unmap it from now on.
pub fn stay_loaded() {
    static ANY: u8 = 0;
    let flags = GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN;
    let mut module = null_mut();
    // SAFETY: an address within this module, and room for the handle. It cannot fail for a module
    // that is loaded.
    unsafe { GetModuleHandleExA(flags, addr_of!(ANY), &mut module) };
}

/// The text of UTF-16; `None` if it is not valid.
pub fn decode_wide(units: &[WCHAR]) -> Option<String> {
    String::from_utf16(units).ok()
}

/// The text in UTF-16.
pub fn encode_wide(text: impl Iterator<Item = char>) -> Vec<WCHAR> {
    let mut pair = [0; 2];
    let mut units = Vec::new();
    text.for_each(|char| units.extend_from_slice(char.encode_utf16(&mut pair)));
    units
}

/// The system's number of the calling thread.
pub fn thread_number() -> u64 {
    // SAFETY: there is nothing to keep to.
    u64::from(unsafe { GetCurrentThreadId() })
}

/// Nothing is inherited but by intent.
pub fn is_privileged() -> bool {
    false
}

/// There is no fork.
pub fn when_forked(_note: extern "C" fn()) {}
