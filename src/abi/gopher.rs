//! Gopher, which is not there yet: kinds of documents, and what servers tell about them.

use super::types::{BOOL, CHAR, DWORD, FILETIME, INT, LPCTSTR, WCHAR};

// Lengths in characters, without the NUL.
pub const MAX_GOPHER_DISPLAY_TEXT: DWORD = 128;
pub const MAX_GOPHER_SELECTOR_TEXT: DWORD = 256;
pub const MAX_GOPHER_HOST_NAME: DWORD = 256;
pub const MAX_GOPHER_LOCATOR_LENGTH: DWORD = 653;
pub const MAX_GOPHER_CATEGORY_NAME: DWORD = 128;
pub const MAX_GOPHER_ATTRIBUTE_NAME: DWORD = 128;
/// The least size of a buffer for an attribute, in bytes.
pub const MIN_GOPHER_ATTRIBUTE_LENGTH: DWORD = 256;

// Kinds of documents.
pub const GOPHER_TYPE_TEXT_FILE: DWORD = 0x0000_0001;
pub const GOPHER_TYPE_DIRECTORY: DWORD = 0x0000_0002;
pub const GOPHER_TYPE_CSO: DWORD = 0x0000_0004;
pub const GOPHER_TYPE_ERROR: DWORD = 0x0000_0008;
pub const GOPHER_TYPE_MAC_BINHEX: DWORD = 0x0000_0010;
pub const GOPHER_TYPE_DOS_ARCHIVE: DWORD = 0x0000_0020;
pub const GOPHER_TYPE_UNIX_UUENCODED: DWORD = 0x0000_0040;
pub const GOPHER_TYPE_INDEX_SERVER: DWORD = 0x0000_0080;
pub const GOPHER_TYPE_TELNET: DWORD = 0x0000_0100;
pub const GOPHER_TYPE_BINARY: DWORD = 0x0000_0200;
pub const GOPHER_TYPE_REDUNDANT: DWORD = 0x0000_0400;
pub const GOPHER_TYPE_TN3270: DWORD = 0x0000_0800;
pub const GOPHER_TYPE_GIF: DWORD = 0x0000_1000;
pub const GOPHER_TYPE_IMAGE: DWORD = 0x0000_2000;
pub const GOPHER_TYPE_BITMAP: DWORD = 0x0000_4000;
pub const GOPHER_TYPE_MOVIE: DWORD = 0x0000_8000;
pub const GOPHER_TYPE_SOUND: DWORD = 0x0001_0000;
pub const GOPHER_TYPE_HTML: DWORD = 0x0002_0000;
pub const GOPHER_TYPE_PDF: DWORD = 0x0004_0000;
pub const GOPHER_TYPE_CALENDAR: DWORD = 0x0008_0000;
pub const GOPHER_TYPE_INLINE: DWORD = 0x0010_0000;
pub const GOPHER_TYPE_UNKNOWN: DWORD = 0x2000_0000;
pub const GOPHER_TYPE_ASK: DWORD = 0x4000_0000;
pub const GOPHER_TYPE_GOPHER_PLUS: DWORD = 0x8000_0000;
/// Everything that is a file.
pub const GOPHER_TYPE_FILE_MASK: DWORD = 0x001F_F271;

// Attributes and their categories.
pub const GOPHER_ATTRIBUTE_ID_BASE: DWORD = 0xABCC_CC00;
pub const GOPHER_CATEGORY_ID_ALL: DWORD = 0xABCC_CC01;
pub const GOPHER_CATEGORY_ID_INFO: DWORD = 0xABCC_CC02;
pub const GOPHER_CATEGORY_ID_ADMIN: DWORD = 0xABCC_CC03;
pub const GOPHER_CATEGORY_ID_VIEWS: DWORD = 0xABCC_CC04;
pub const GOPHER_CATEGORY_ID_ABSTRACT: DWORD = 0xABCC_CC05;
pub const GOPHER_CATEGORY_ID_VERONICA: DWORD = 0xABCC_CC06;
pub const GOPHER_CATEGORY_ID_ASK: DWORD = 0xABCC_CC07;
pub const GOPHER_CATEGORY_ID_UNKNOWN: DWORD = 0xABCC_CC08;
pub const GOPHER_ATTRIBUTE_ID_ALL: DWORD = 0xABCC_CC09;
pub const GOPHER_ATTRIBUTE_ID_ADMIN: DWORD = 0xABCC_CC0A;
pub const GOPHER_ATTRIBUTE_ID_MOD_DATE: DWORD = 0xABCC_CC0B;
pub const GOPHER_ATTRIBUTE_ID_TTL: DWORD = 0xABCC_CC0C;
pub const GOPHER_ATTRIBUTE_ID_SCORE: DWORD = 0xABCC_CC0D;
pub const GOPHER_ATTRIBUTE_ID_RANGE: DWORD = 0xABCC_CC0E;
pub const GOPHER_ATTRIBUTE_ID_SITE: DWORD = 0xABCC_CC0F;
pub const GOPHER_ATTRIBUTE_ID_ORG: DWORD = 0xABCC_CC10;
pub const GOPHER_ATTRIBUTE_ID_LOCATION: DWORD = 0xABCC_CC11;
pub const GOPHER_ATTRIBUTE_ID_GEOG: DWORD = 0xABCC_CC12;
pub const GOPHER_ATTRIBUTE_ID_TIMEZONE: DWORD = 0xABCC_CC13;
pub const GOPHER_ATTRIBUTE_ID_PROVIDER: DWORD = 0xABCC_CC14;
pub const GOPHER_ATTRIBUTE_ID_VERSION: DWORD = 0xABCC_CC15;
pub const GOPHER_ATTRIBUTE_ID_ABSTRACT: DWORD = 0xABCC_CC16;
pub const GOPHER_ATTRIBUTE_ID_VIEW: DWORD = 0xABCC_CC17;
pub const GOPHER_ATTRIBUTE_ID_TREEWALK: DWORD = 0xABCC_CC18;
pub const GOPHER_ATTRIBUTE_ID_UNKNOWN: DWORD = 0xABCC_CC19;

/// What GopherFindFirstFileA and InternetFindNextFileA find.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_FIND_DATAA {
    /// How to show it.
    pub DisplayString: [CHAR; 129],
    /// GOPHER_TYPE_ values.
    pub GopherType: DWORD,
    pub SizeLow: DWORD,
    pub SizeHigh: DWORD,
    pub LastModificationTime: FILETIME,
    /// What GopherOpenFile and GopherFindFirstFile take.
    pub Locator: [CHAR; 654],
}
pub type LPGOPHER_FIND_DATAA = *mut GOPHER_FIND_DATAA;

/// The wide form of GOPHER_FIND_DATAA.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_FIND_DATAW {
    pub DisplayString: [WCHAR; 129],
    pub GopherType: DWORD,
    pub SizeLow: DWORD,
    pub SizeHigh: DWORD,
    pub LastModificationTime: FILETIME,
    pub Locator: [WCHAR; 654],
}
pub type LPGOPHER_FIND_DATAW = *mut GOPHER_FIND_DATAW;

/// Who is responsible.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_ADMIN_ATTRIBUTE_TYPE {
    pub Comment: LPCTSTR,
    pub EmailAddress: LPCTSTR,
}
pub type LPGOPHER_ADMIN_ATTRIBUTE_TYPE = *mut GOPHER_ADMIN_ATTRIBUTE_TYPE;

/// When it was changed.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_MOD_DATE_ATTRIBUTE_TYPE {
    pub DateAndTime: FILETIME,
}
pub type LPGOPHER_MOD_DATE_ATTRIBUTE_TYPE = *mut GOPHER_MOD_DATE_ATTRIBUTE_TYPE;

/// How long it may be kept, in seconds.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_TTL_ATTRIBUTE_TYPE {
    pub Ttl: DWORD,
}
pub type LPGOPHER_TTL_ATTRIBUTE_TYPE = *mut GOPHER_TTL_ATTRIBUTE_TYPE;

/// How well it fits a search.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_SCORE_ATTRIBUTE_TYPE {
    pub Score: INT,
}
pub type LPGOPHER_SCORE_ATTRIBUTE_TYPE = *mut GOPHER_SCORE_ATTRIBUTE_TYPE;

/// Between what scores are.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE {
    pub LowerBound: INT,
    pub UpperBound: INT,
}
pub type LPGOPHER_SCORE_RANGE_ATTRIBUTE_TYPE = *mut GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE;

/// The name of the site.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_SITE_ATTRIBUTE_TYPE {
    pub Site: LPCTSTR,
}
pub type LPGOPHER_SITE_ATTRIBUTE_TYPE = *mut GOPHER_SITE_ATTRIBUTE_TYPE;

/// Who runs the server.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_ORGANIZATION_ATTRIBUTE_TYPE {
    pub Organization: LPCTSTR,
}
pub type LPGOPHER_ORGANIZATION_ATTRIBUTE_TYPE = *mut GOPHER_ORGANIZATION_ATTRIBUTE_TYPE;

/// Where the server is.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_LOCATION_ATTRIBUTE_TYPE {
    pub Location: LPCTSTR,
}
pub type LPGOPHER_LOCATION_ATTRIBUTE_TYPE = *mut GOPHER_LOCATION_ATTRIBUTE_TYPE;

/// Where on the globe the server is.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE {
    pub DegreesNorth: INT,
    pub MinutesNorth: INT,
    pub SecondsNorth: INT,
    pub DegreesEast: INT,
    pub MinutesEast: INT,
    pub SecondsEast: INT,
}
pub type LPGOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE =
    *mut GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE;

/// The time zone, in hours from Greenwich.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_TIMEZONE_ATTRIBUTE_TYPE {
    pub Zone: INT,
}
pub type LPGOPHER_TIMEZONE_ATTRIBUTE_TYPE = *mut GOPHER_TIMEZONE_ATTRIBUTE_TYPE;

/// Who provides it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_PROVIDER_ATTRIBUTE_TYPE {
    pub Provider: LPCTSTR,
}
pub type LPGOPHER_PROVIDER_ATTRIBUTE_TYPE = *mut GOPHER_PROVIDER_ATTRIBUTE_TYPE;

/// Its version.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_VERSION_ATTRIBUTE_TYPE {
    pub Version: LPCTSTR,
}
pub type LPGOPHER_VERSION_ATTRIBUTE_TYPE = *mut GOPHER_VERSION_ATTRIBUTE_TYPE;

/// What it is about.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_ABSTRACT_ATTRIBUTE_TYPE {
    pub ShortAbstract: LPCTSTR,
    pub AbstractFile: LPCTSTR,
}
pub type LPGOPHER_ABSTRACT_ATTRIBUTE_TYPE = *mut GOPHER_ABSTRACT_ATTRIBUTE_TYPE;

/// A form in which it may be had.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_VIEW_ATTRIBUTE_TYPE {
    pub ContentType: LPCTSTR,
    pub Language: LPCTSTR,
    pub Size: DWORD,
}
pub type LPGOPHER_VIEW_ATTRIBUTE_TYPE = *mut GOPHER_VIEW_ATTRIBUTE_TYPE;

/// Whether Veronica may walk the tree.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_VERONICA_ATTRIBUTE_TYPE {
    pub TreeWalk: BOOL,
}
pub type LPGOPHER_VERONICA_ATTRIBUTE_TYPE = *mut GOPHER_VERONICA_ATTRIBUTE_TYPE;

/// A question of a form.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_ASK_ATTRIBUTE_TYPE {
    pub QuestionType: LPCTSTR,
    pub QuestionText: LPCTSTR,
}
pub type LPGOPHER_ASK_ATTRIBUTE_TYPE = *mut GOPHER_ASK_ATTRIBUTE_TYPE;

/// What has no struct of its own.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GOPHER_UNKNOWN_ATTRIBUTE_TYPE {
    pub Text: LPCTSTR,
}
pub type LPGOPHER_UNKNOWN_ATTRIBUTE_TYPE = *mut GOPHER_UNKNOWN_ATTRIBUTE_TYPE;

/// The value of an attribute; AttributeId says which.
#[repr(C)]
#[derive(Clone, Copy)]
pub union GOPHER_ATTRIBUTE_VALUE {
    pub Admin: GOPHER_ADMIN_ATTRIBUTE_TYPE,
    pub ModDate: GOPHER_MOD_DATE_ATTRIBUTE_TYPE,
    pub Ttl: GOPHER_TTL_ATTRIBUTE_TYPE,
    pub Score: GOPHER_SCORE_ATTRIBUTE_TYPE,
    pub ScoreRange: GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE,
    pub Site: GOPHER_SITE_ATTRIBUTE_TYPE,
    pub Organization: GOPHER_ORGANIZATION_ATTRIBUTE_TYPE,
    pub Location: GOPHER_LOCATION_ATTRIBUTE_TYPE,
    pub GeographicalLocation: GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE,
    pub TimeZone: GOPHER_TIMEZONE_ATTRIBUTE_TYPE,
    pub Provider: GOPHER_PROVIDER_ATTRIBUTE_TYPE,
    pub Version: GOPHER_VERSION_ATTRIBUTE_TYPE,
    pub Abstract: GOPHER_ABSTRACT_ATTRIBUTE_TYPE,
    pub View: GOPHER_VIEW_ATTRIBUTE_TYPE,
    pub Veronica: GOPHER_VERONICA_ATTRIBUTE_TYPE,
    pub Ask: GOPHER_ASK_ATTRIBUTE_TYPE,
    pub Unknown: GOPHER_UNKNOWN_ATTRIBUTE_TYPE,
}

/// One attribute, as GopherGetAttribute finds it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct GOPHER_ATTRIBUTE_TYPE {
    /// A GOPHER_CATEGORY_ID_ value.
    pub CategoryId: DWORD,
    /// A GOPHER_ATTRIBUTE_ID_ value.
    pub AttributeId: DWORD,
    pub AttributeType: GOPHER_ATTRIBUTE_VALUE,
}
pub type LPGOPHER_ATTRIBUTE_TYPE = *mut GOPHER_ATTRIBUTE_TYPE;

/// What GopherGetAttribute would call for each attribute; TRUE asks for more.
pub type GOPHER_ATTRIBUTE_ENUMERATOR =
    Option<unsafe extern "C" fn(lpAttributeInfo: LPGOPHER_ATTRIBUTE_TYPE, dwError: DWORD) -> BOOL>;
