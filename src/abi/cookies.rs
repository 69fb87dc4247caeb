//! Cookies: flags, states, and the parts of one.

use super::types::{BOOL, DWORD, FILETIME, LPWSTR};

// Flags of the cookie functions, and of cookies.
/// The cookie goes over https alone.
pub const INTERNET_COOKIE_IS_SECURE: DWORD = 0x0000_0001;
/// The cookie goes with the session.
pub const INTERNET_COOKIE_IS_SESSION: DWORD = 0x0000_0002;
/// Cookies as a third party gets them: without those of INTERNET_COOKIE_IS_RESTRICTED.
pub const INTERNET_COOKIE_THIRD_PARTY: DWORD = 0x0000_0010;
pub const INTERNET_COOKIE_PROMPT_REQUIRED: DWORD = 0x0000_0020;
pub const INTERNET_COOKIE_EVALUATE_P3P: DWORD = 0x0000_0040;
pub const INTERNET_COOKIE_APPLY_P3P: DWORD = 0x0000_0080;
pub const INTERNET_COOKIE_P3P_ENABLED: DWORD = 0x0000_0100;
/// The cookie is for the first party alone.
pub const INTERNET_COOKIE_IS_RESTRICTED: DWORD = 0x0000_0200;
pub const INTERNET_COOKIE_IE6: DWORD = 0x0000_0400;
pub const INTERNET_COOKIE_IS_LEGACY: DWORD = 0x0000_0800;
/// The caller is no script: it may get and set HttpOnly cookies.
pub const INTERNET_COOKIE_NON_SCRIPT: DWORD = 0x0000_1000;
/// The cookie is HttpOnly; of a function: such cookies too.
pub const INTERNET_COOKIE_HTTPONLY: DWORD = 0x0000_2000;
/// The cookie is for its host alone, not for those below.
pub const INTERNET_COOKIE_HOST_ONLY: DWORD = 0x0000_4000;
/// A cookie without a domain is for its host alone, as it always is here.
pub const INTERNET_COOKIE_APPLY_HOST_ONLY: DWORD = 0x0000_8000;
pub const INTERNET_COOKIE_PERSISTENT_HOST_ONLY: DWORD = 0x0001_0000;
pub const INTERNET_COOKIE_RESTRICTED_ZONE: DWORD = 0x0002_0000;
pub const INTERNET_COOKIE_EDGE_COOKIES: DWORD = 0x0004_0000;
/// INTERNET_COOKIE_HOST_ONLY was considered.
pub const INTERNET_COOKIE_HOST_ONLY_APPLIED: DWORD = 0x0008_0000;
/// SameSite=Strict.
pub const INTERNET_COOKIE_SAME_SITE_STRICT: DWORD = 0x0010_0000;
/// SameSite=Lax.
pub const INTERNET_COOKIE_SAME_SITE_LAX: DWORD = 0x0020_0000;
/// Cookies as another site gets them: without those of SameSite.
pub const INTERNET_COOKIE_SAME_SITE_LEVEL_CROSS_SITE: DWORD = 0x0040_0000;
pub const INTERNET_COOKIE_ALL_COOKIES: DWORD = 0x2000_0000;
pub const INTERNET_COOKIE_NO_CALLBACK: DWORD = 0x4000_0000;
pub const INTERNET_COOKIE_ECTX_3RDPARTY: DWORD = 0x8000_0000;

// What becomes of a cookie: InternetSetCookieEx, InternetSetCookieEx2.
pub const COOKIE_STATE_UNKNOWN: DWORD = 0;
/// It is taken.
pub const COOKIE_STATE_ACCEPT: DWORD = 1;
/// The user is asked. Nobody is, here.
pub const COOKIE_STATE_PROMPT: DWORD = 2;
/// It is taken for the first party alone.
pub const COOKIE_STATE_LEASH: DWORD = 3;
/// It is taken for the session alone.
pub const COOKIE_STATE_DOWNGRADE: DWORD = 4;
/// It is refused.
pub const COOKIE_STATE_REJECT: DWORD = 5;
pub const COOKIE_STATE_MAX: DWORD = 5;
pub const COOKIE_STATE_LB: DWORD = 0;
pub const COOKIE_STATE_UB: DWORD = 5;

/// A cookie in parts.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_COOKIE2 {
    /// The name, or NULL.
    pub pwszName: LPWSTR,
    /// The value, or NULL.
    pub pwszValue: LPWSTR,
    /// The domain, or NULL.
    pub pwszDomain: LPWSTR,
    /// The path, or NULL.
    pub pwszPath: LPWSTR,
    /// INTERNET_COOKIE_ values.
    pub dwFlags: DWORD,
    /// When it expires.
    pub ftExpires: FILETIME,
    /// Whether ftExpires counts.
    pub fExpiresSet: BOOL,
}
pub type PINTERNET_COOKIE2 = *mut INTERNET_COOKIE2;
