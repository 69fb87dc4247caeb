//! Privacy: decisions about the cookies of sites, zones.

use super::refuse;
use crate::abi::*;

/// Would decide about the cookies of a site.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetSetPerSiteCookieDecisionA.
#[no_mangle]
pub extern "C" fn InternetSetPerSiteCookieDecisionA(
    pchHostName: LPCSTR,
    dwDecision: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of InternetSetPerSiteCookieDecisionA. Source: wininet.h, InternetSetPerSiteCookieDecisionW.
#[no_mangle]
pub extern "C" fn InternetSetPerSiteCookieDecisionW(
    pchHostName: LPCWSTR,
    dwDecision: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would tell what was decided about the cookies of a site.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetGetPerSiteCookieDecisionA.
#[no_mangle]
pub extern "C" fn InternetGetPerSiteCookieDecisionA(pchHostName: LPCSTR, pResult: LPDWORD) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of InternetGetPerSiteCookieDecisionA. Source: wininet.h, InternetGetPerSiteCookieDecisionW.
#[no_mangle]
pub extern "C" fn InternetGetPerSiteCookieDecisionW(
    pchHostName: LPCWSTR,
    pResult: LPDWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would list what was decided about the cookies of sites.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetEnumPerSiteCookieDecisionA.
#[no_mangle]
pub extern "C" fn InternetEnumPerSiteCookieDecisionA(
    pszSiteName: LPSTR,
    pcSiteNameSize: LPDWORD,
    pdwDecision: LPDWORD,
    dwIndex: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// The W form of InternetEnumPerSiteCookieDecisionA. Source: wininet.h, InternetEnumPerSiteCookieDecisionW.
#[no_mangle]
pub extern "C" fn InternetEnumPerSiteCookieDecisionW(
    pszSiteName: LPWSTR,
    pcSiteNameSize: LPDWORD,
    pdwDecision: LPDWORD,
    dwIndex: DWORD,
) -> BOOL {
    refuse(|| FALSE)
}

/// Would forget all decisions about the cookies of sites.
/// Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetClearAllPerSiteCookieDecisions.
#[no_mangle]
pub extern "C" fn InternetClearAllPerSiteCookieDecisions() -> BOOL {
    refuse(|| FALSE)
}

/// Would set the privacy of a zone.
/// Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, PrivacySetZonePreferenceW.
#[no_mangle]
pub extern "C" fn PrivacySetZonePreferenceW(
    dwZone: DWORD,
    dwType: DWORD,
    dwTemplate: DWORD,
    pszPreference: LPCWSTR,
) -> DWORD {
    refuse(|| ERROR_CALL_NOT_IMPLEMENTED)
}

/// Would tell the privacy of a zone.
/// Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, PrivacyGetZonePreferenceW.
#[no_mangle]
pub extern "C" fn PrivacyGetZonePreferenceW(
    dwZone: DWORD,
    dwType: DWORD,
    pdwTemplate: LPDWORD,
    pszBuffer: LPWSTR,
    pdwBufferLength: LPDWORD,
) -> DWORD {
    refuse(|| ERROR_CALL_NOT_IMPLEMENTED)
}

/// Would ask the user whether to go from a safe page to another.
/// Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetConfirmZoneCrossingA.
#[no_mangle]
pub extern "C" fn InternetConfirmZoneCrossingA(
    hWnd: HWND,
    szUrlPrev: LPSTR,
    szUrlNew: LPSTR,
    bPost: BOOL,
) -> DWORD {
    refuse(|| ERROR_CALL_NOT_IMPLEMENTED)
}

/// The W form of InternetConfirmZoneCrossingA. Source: wininet.h, InternetConfirmZoneCrossingW.
#[no_mangle]
pub extern "C" fn InternetConfirmZoneCrossingW(
    hWnd: HWND,
    szUrlPrev: LPWSTR,
    szUrlNew: LPWSTR,
    bPost: BOOL,
) -> DWORD {
    refuse(|| ERROR_CALL_NOT_IMPLEMENTED)
}

/// The same as InternetConfirmZoneCrossingA. Source: wininet.h, InternetConfirmZoneCrossing.
#[no_mangle]
pub extern "C" fn InternetConfirmZoneCrossing(
    hWnd: HWND,
    szUrlPrev: LPSTR,
    szUrlNew: LPSTR,
    bPost: BOOL,
) -> DWORD {
    refuse(|| ERROR_CALL_NOT_IMPLEMENTED)
}
