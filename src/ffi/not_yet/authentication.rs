//! Authentication by the user: Passport, Fortezza, dialogs.

use super::refuse;
use crate::abi::*;

/// Would hash a Passport challenge with the credentials that are kept.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, CreateMD5SSOHash.
#[no_mangle]
pub extern "C" fn CreateMD5SSOHash(
    pszChallengeInfo: LPWSTR,
    pwszRealm: LPWSTR,
    pwszTarget: LPWSTR,
    pbHexHash: LPBYTE,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would go on with a request that waits for a dialog.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, ResumeSuspendedDownload.
#[no_mangle]
pub extern "C" fn ResumeSuspendedDownload(hRequest: HINTERNET, dwResultCode: DWORD) -> BOOL {
    refuse(|| FALSE)
}

/// Would command a Fortezza card.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetFortezzaCommand.
#[no_mangle]
pub extern "C" fn InternetFortezzaCommand(
    dwCommand: DWORD,
    hwnd: HWND,
    dwReserved: DWORD_PTR,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would tell about a Fortezza card.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetQueryFortezzaStatus.
#[no_mangle]
pub extern "C" fn InternetQueryFortezzaStatus(pdwStatus: LPDWORD, dwReserved: DWORD_PTR) -> BOOL {
    refuse(|| FALSE)
}
