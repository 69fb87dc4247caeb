//! What Windows' wininet.dll exports and wininet.h does not declare: a DLL or a program that imports one
//! of them would not be loaded otherwise. The names and what they return are those of Microsoft's
//! metadata (the windows-sys crate). All but two fail at once and look at nothing, so they are written
//! without their parameters, which the caller puts into registers and on a stack of his own.

use super::guard::guard;
use super::inward::{string, CodeUnit, INVALID_PARAMETER};
use super::platform::SetLastError;
use crate::abi::*;
use crate::wininet::cookies::is_legal_domain;
use crate::wininet::{Error, Result};

/// Functions that fail with ERROR_CALL_NOT_IMPLEMENTED: what they return, and the value that says so.
macro_rules! refused {
    ($returned:ty, $failure:expr, $($name:ident,)*) => {$(
        #[doc = "Not there."]
        #[no_mangle]
        pub extern "C" fn $name() -> $returned {
            SetLastError(ERROR_CALL_NOT_IMPLEMENTED);
            $failure
        }
    )*};
}

/// E_NOTIMPL.
const NOT_IMPLEMENTED: LONG = 0x8000_4001_u32 as LONG;

refused! {
    BOOL, FALSE,
    CreateUrlCacheContainerA,
    CreateUrlCacheContainerW,
    CreateUrlCacheEntryExW,
    DeleteUrlCacheContainerA,
    DeleteUrlCacheContainerW,
    DeleteWpadCacheForNetworks,
    DoConnectoidsExist,
    ExportCookieFileA,
    ExportCookieFileW,
    FindNextUrlCacheContainerA,
    FindNextUrlCacheContainerW,
    FreeUrlCacheSpaceA,
    FreeUrlCacheSpaceW,
    GetDiskInfoA,
    GetUrlCacheConfigInfoA,
    GetUrlCacheConfigInfoW,
    GetUrlCacheHeaderData,
    HttpCheckDavComplianceA,
    HttpCheckDavComplianceW,
    HttpWebSocketClose,
    HttpWebSocketQueryCloseStatus,
    HttpWebSocketReceive,
    HttpWebSocketSend,
    HttpWebSocketShutdown,
    ImportCookieFileA,
    ImportCookieFileW,
    IncrementUrlCacheHeaderData,
    InternetAlgIdToStringA,
    InternetAlgIdToStringW,
    InternetSecurityProtocolToStringA,
    InternetSecurityProtocolToStringW,
    InternetShowSecurityInfoByURL,
    InternetShowSecurityInfoByURLA,
    InternetShowSecurityInfoByURLW,
    InternetWriteFileExA,
    InternetWriteFileExW,
    IsProfilesEnabled,
    IsUrlCacheEntryExpiredA,
    IsUrlCacheEntryExpiredW,
    LoadUrlCacheContent,
    PerformOperationOverUrlCacheA,
    ReadGuidsForConnectedNetworks,
    ReadUrlCacheEntryStreamEx,
    RegisterUrlCacheNotification,
    SetUrlCacheConfigInfoA,
    SetUrlCacheConfigInfoW,
    SetUrlCacheHeaderData,
    UpdateUrlCacheContentPath,
}

// These return the error itself.
refused! {
    DWORD, ERROR_CALL_NOT_IMPLEMENTED,
    AppCacheCheckManifest,
    AppCacheCreateAndCommitFile,
    AppCacheDeleteGroup,
    AppCacheDeleteIEGroup,
    AppCacheDuplicateHandle,
    AppCacheFinalize,
    AppCacheFreeIESpace,
    AppCacheFreeSpace,
    AppCacheGetDownloadList,
    AppCacheGetFallbackUrl,
    AppCacheGetGroupList,
    AppCacheGetIEGroupList,
    AppCacheGetInfo,
    AppCacheGetManifestUrl,
    AppCacheLookup,
    CommitUrlCacheEntryBinaryBlob,
    DeleteIE3Cache,
    GetUrlCacheEntryBinaryBlob,
    HttpDuplicateDependencyHandle,
    HttpGetServerCredentials,
    HttpIndicatePageLoadComplete,
    HttpIsHostHstsEnabled,
    HttpOpenDependencyHandle,
    HttpPushEnable,
    HttpPushWait,
    InternalInternetGetCookie,
    InternetConvertUrlFromWireToWideChar,
    InternetGetProxyForUrl,
    ParseX509EncodedCertificateForListBoxEntry,
    RunOnceUrlCache,
    ShowClientAuthCerts,
    ShowSecurityInfo,
    ShowX509EncodedCertificate,
    UrlCacheCheckEntriesExist,
    UrlCacheContainerSetEntryMaximumAge,
    UrlCacheCreateContainer,
    UrlCacheFindFirstEntry,
    UrlCacheFindNextEntry,
    UrlCacheFreeGlobalSpace,
    UrlCacheGetContentPaths,
    UrlCacheGetEntryInfo,
    UrlCacheGetGlobalCacheSize,
    UrlCacheGetGlobalLimit,
    UrlCacheReadEntryStream,
    UrlCacheReloadSettings,
    UrlCacheRetrieveEntryFile,
    UrlCacheRetrieveEntryStream,
    UrlCacheServer,
    UrlCacheSetGlobalLimit,
    UrlCacheUpdateEntryExtraData,
}

refused! {
    HANDLE, std::ptr::null_mut(),
    FindFirstUrlCacheContainerA,
    FindFirstUrlCacheContainerW,
    HttpWebSocketCompleteUpgrade,
}

// An HRESULT.
refused! {
    LONG, NOT_IMPLEMENTED,
    FindP3PPolicySymbol,
}

// These free what the others would have made.
refused! {
    (), (),
    AppCacheCloseHandle,
    AppCacheFreeDownloadList,
    AppCacheFreeGroupList,
    HttpCloseDependencyHandle,
    HttpPushClose,
    InternetFreeProxyInfoList,
    UrlCacheCloseEntryHandle,
    UrlCacheFreeEntryInfo,
}

/// Tells whether a cookie of one host may be for that domain.
///
/// Parameters:
/// - pchDomain: the domain that the cookie names, with or without a leading dot.
/// - pchFullDomain: the host that sets it.
///
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, ERROR_INVALID_NAME for a domain
/// that is not legal: of others, or one below which anybody can register names. Threads: any.
///
/// # Safety
/// Strings are NULL or end with a NUL.
#[no_mangle]
pub unsafe extern "C" fn IsDomainLegalCookieDomainA(
    pchDomain: LPCSTR,
    pchFullDomain: LPCSTR,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { is_legal(pchDomain.cast::<u8>(), pchFullDomain.cast()) })
}

/// The W form of IsDomainLegalCookieDomainA, ordinal 117.
///
/// # Safety
/// As IsDomainLegalCookieDomainA.
#[no_mangle]
pub unsafe extern "C" fn IsDomainLegalCookieDomainW(
    pchDomain: LPCWSTR,
    pchFullDomain: LPCWSTR,
) -> BOOL {
    // SAFETY: the same promise.
    guard(|| unsafe { is_legal(pchDomain, pchFullDomain) })
}

unsafe fn is_legal<U: CodeUnit>(domain: *const U, host: *const U) -> Result<()> {
    // SAFETY: the caller's promise.
    let (domain, host) = unsafe { (string(domain)?, string(host)?) };
    let (Some(domain), Some(host)) = (domain, host) else {
        return Err(INVALID_PARAMETER);
    };
    match is_legal_domain(&domain, &host) {
        true => Ok(()),
        false => Err(Error(ERROR_INVALID_NAME)),
    }
}
