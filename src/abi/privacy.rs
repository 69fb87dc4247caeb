//! Privacy: zones, identities, and what becomes of cookies. Zones and identities are not there yet.

use super::types::{BOOL, DWORD, INT, LPCSTR};

// PrivacySetZonePreferenceW: how much is allowed, and to whom.
pub const PRIVACY_TEMPLATE_NO_COOKIES: DWORD = 0;
pub const PRIVACY_TEMPLATE_HIGH: DWORD = 1;
pub const PRIVACY_TEMPLATE_MEDIUM_HIGH: DWORD = 2;
pub const PRIVACY_TEMPLATE_MEDIUM: DWORD = 3;
pub const PRIVACY_TEMPLATE_MEDIUM_LOW: DWORD = 4;
pub const PRIVACY_TEMPLATE_LOW: DWORD = 5;
pub const PRIVACY_TEMPLATE_CUSTOM: DWORD = 100;
pub const PRIVACY_TEMPLATE_ADVANCED: DWORD = 101;
pub const PRIVACY_TEMPLATE_MAX: DWORD = 5;
pub const PRIVACY_TYPE_FIRST_PARTY: DWORD = 0;
pub const PRIVACY_TYPE_THIRD_PARTY: DWORD = 1;

// From where the page comes that asks for something, for SameSite cookies.
pub const HTTP_COOKIES_SAME_SITE_LEVEL_UNKNOWN: DWORD = 0;
pub const HTTP_COOKIES_SAME_SITE_LEVEL_SAME_SITE: DWORD = 1;
pub const HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE_LAX: DWORD = 2;
pub const HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE: DWORD = 3;
pub const HTTP_COOKIES_SAME_SITE_LEVEL_MAX: DWORD = 3;

// INTERNET_OPTION_IDENTITY_FLAGS.
pub const INTERNET_IDENTITY_FLAG_PRIVATE_CACHE: DWORD = 0x01;
pub const INTERNET_IDENTITY_FLAG_SHARED_CACHE: DWORD = 0x02;
pub const INTERNET_IDENTITY_FLAG_CLEAR_DATA: DWORD = 0x04;
pub const INTERNET_IDENTITY_FLAG_CLEAR_COOKIES: DWORD = 0x08;
pub const INTERNET_IDENTITY_FLAG_CLEAR_HISTORY: DWORD = 0x10;
pub const INTERNET_IDENTITY_FLAG_CLEAR_CONTENT: DWORD = 0x20;

/// What becomes of a cookie: one of the COOKIE_STATE_ values.
pub type InternetCookieState = INT;

/// What became of cookies that came, for INTERNET_STATUS_COOKIE_RECEIVED.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct IncomingCookieState {
    /// For the session.
    pub cSession: INT,
    /// With a date.
    pub cPersistent: INT,
    pub cAccepted: INT,
    pub cLeashed: INT,
    pub cDowngraded: INT,
    pub cBlocked: INT,
    /// The URL.
    pub pszLocation: LPCSTR,
}

/// What became of cookies that were to go, for INTERNET_STATUS_COOKIE_SENT.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct OutgoingCookieState {
    pub cSent: INT,
    pub cSuppressed: INT,
    /// The URL.
    pub pszLocation: LPCSTR,
}

/// What became of a site's cookies so far, for INTERNET_STATUS_COOKIE_HISTORY.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct InternetCookieHistory {
    pub fAccepted: BOOL,
    pub fLeashed: BOOL,
    pub fDowngraded: BOOL,
    pub fRejected: BOOL,
}

/// What a user decided about a site.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct CookieDecision {
    /// A COOKIE_STATE_ value.
    pub dwCookieState: DWORD,
    pub fAllowSession: BOOL,
}
