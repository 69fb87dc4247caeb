//! The URL cache, which is not there yet: kinds of entries, groups, and what is known of them.

use super::types::{CHAR, DWORD, FILETIME, LONGLONG, LPSTR, LPWSTR, WCHAR};

// Kinds of entries.
pub const NORMAL_CACHE_ENTRY: DWORD = 0x0000_0001;
pub const STICKY_CACHE_ENTRY: DWORD = 0x0000_0004;
pub const EDITED_CACHE_ENTRY: DWORD = 0x0000_0008;
pub const TRACK_OFFLINE_CACHE_ENTRY: DWORD = 0x0000_0010;
pub const TRACK_ONLINE_CACHE_ENTRY: DWORD = 0x0000_0020;
pub const HTTP_1_1_CACHE_ENTRY: DWORD = 0x0000_0040;
pub const STATIC_CACHE_ENTRY: DWORD = 0x0000_0080;
pub const MUST_REVALIDATE_CACHE_ENTRY: DWORD = 0x0000_0100;
pub const SHORTPATH_CACHE_ENTRY: DWORD = 0x0000_0200;
pub const DOWNLOAD_CACHE_ENTRY: DWORD = 0x0000_0400;
pub const REDIRECT_CACHE_ENTRY: DWORD = 0x0000_0800;
pub const COOKIE_ACCEPTED_CACHE_ENTRY: DWORD = 0x0000_1000;
pub const COOKIE_LEASHED_CACHE_ENTRY: DWORD = 0x0000_2000;
pub const COOKIE_DOWNGRADED_CACHE_ENTRY: DWORD = 0x0000_4000;
pub const COOKIE_REJECTED_CACHE_ENTRY: DWORD = 0x0000_8000;
pub const SPARSE_CACHE_ENTRY: DWORD = 0x0001_0000;
pub const PRIVACY_MODE_CACHE_ENTRY: DWORD = 0x0002_0000;
pub const XDR_CACHE_ENTRY: DWORD = 0x0004_0000;
pub const IMMUTABLE_CACHE_ENTRY: DWORD = 0x0008_0000;
pub const COOKIE_CACHE_ENTRY: DWORD = 0x0010_0000;
pub const URLHISTORY_CACHE_ENTRY: DWORD = 0x0020_0000;
pub const PENDING_DELETE_CACHE_ENTRY: DWORD = 0x0040_0000;
pub const OTHER_USER_CACHE_ENTRY: DWORD = 0x0080_0000;
pub const PRIVACY_IMPACTED_CACHE_ENTRY: DWORD = 0x0200_0000;
pub const POST_RESPONSE_CACHE_ENTRY: DWORD = 0x0400_0000;
pub const INSTALLED_CACHE_ENTRY: DWORD = 0x1000_0000;
pub const POST_CHECK_CACHE_ENTRY: DWORD = 0x2000_0000;
pub const IDENTITY_CACHE_ENTRY: DWORD = 0x8000_0000;
pub const ANY_CACHE_ENTRY: DWORD = 0xFFFF_FFFF;
/// The kinds that FindFirstUrlCacheEntry finds.
pub const URLCACHE_FIND_DEFAULT_FILTER: DWORD = 0x0030_0035;

// What SetUrlCacheEntryInfo changes.
pub const CACHE_ENTRY_ATTRIBUTE_FC: DWORD = 0x0000_0004;
pub const CACHE_ENTRY_HITRATE_FC: DWORD = 0x0000_0010;
pub const CACHE_ENTRY_MODTIME_FC: DWORD = 0x0000_0040;
pub const CACHE_ENTRY_EXPTIME_FC: DWORD = 0x0000_0080;
pub const CACHE_ENTRY_ACCTIME_FC: DWORD = 0x0000_0100;
pub const CACHE_ENTRY_SYNCTIME_FC: DWORD = 0x0000_0200;
pub const CACHE_ENTRY_HEADERINFO_FC: DWORD = 0x0000_0400;
pub const CACHE_ENTRY_EXEMPT_DELTA_FC: DWORD = 0x0000_0800;
pub const CACHE_ENTRY_TYPE_FC: DWORD = 0x0000_1000;
pub const CACHE_ENTRY_MODIFY_DATA_FC: DWORD = 0x8000_0000;

// Groups: flags, what to ask for, how to search.
pub const CACHEGROUP_ATTRIBUTE_GET_ALL: DWORD = 0xFFFF_FFFF;
pub const CACHEGROUP_ATTRIBUTE_BASIC: DWORD = 0x0000_0001;
pub const CACHEGROUP_ATTRIBUTE_FLAG: DWORD = 0x0000_0002;
pub const CACHEGROUP_ATTRIBUTE_TYPE: DWORD = 0x0000_0004;
pub const CACHEGROUP_ATTRIBUTE_QUOTA: DWORD = 0x0000_0008;
pub const CACHEGROUP_ATTRIBUTE_GROUPNAME: DWORD = 0x0000_0010;
pub const CACHEGROUP_ATTRIBUTE_STORAGE: DWORD = 0x0000_0020;
pub const CACHEGROUP_FLAG_NONPURGEABLE: DWORD = 0x0000_0001;
pub const CACHEGROUP_FLAG_GIDONLY: DWORD = 0x0000_0004;
pub const CACHEGROUP_FLAG_FLUSHURL_ONDELETE: DWORD = 0x0000_0002;
pub const CACHEGROUP_FLAG_VALID: DWORD = 0x0000_0007;
pub const CACHEGROUP_SEARCH_ALL: DWORD = 0x0000_0000;
pub const CACHEGROUP_SEARCH_BYURL: DWORD = 0x0000_0001;
pub const CACHEGROUP_TYPE_INVALID: DWORD = 0x0000_0001;
pub const CACHEGROUP_READWRITE_MASK: DWORD = 0x0000_003C;

// SetUrlCacheEntryGroup.
pub const INTERNET_CACHE_GROUP_ADD: DWORD = 0;
pub const INTERNET_CACHE_GROUP_REMOVE: DWORD = 1;

/// The size of a group's name with its NUL, in characters.
pub const GROUPNAME_MAX_LENGTH: DWORD = 120;
/// How many numbers a group keeps for its owner.
pub const GROUP_OWNER_STORAGE_SIZE: DWORD = 4;

/// A group of the cache.
pub type GROUPID = LONGLONG;

/// An entry of the cache. Strings and headers follow the struct in the same buffer.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_CACHE_ENTRY_INFOA {
    /// The size of this struct.
    pub dwStructSize: DWORD,
    pub lpszSourceUrlName: LPSTR,
    pub lpszLocalFileName: LPSTR,
    /// _CACHE_ENTRY values.
    pub CacheEntryType: DWORD,
    pub dwUseCount: DWORD,
    pub dwHitRate: DWORD,
    pub dwSizeLow: DWORD,
    pub dwSizeHigh: DWORD,
    pub LastModifiedTime: FILETIME,
    pub ExpireTime: FILETIME,
    pub LastAccessTime: FILETIME,
    pub LastSyncTime: FILETIME,
    pub lpHeaderInfo: LPSTR,
    pub dwHeaderInfoSize: DWORD,
    pub lpszFileExtension: LPSTR,
    /// Seconds after the last access; dwReserved is another name of it in C.
    pub dwExemptDelta: DWORD,
}
pub type LPINTERNET_CACHE_ENTRY_INFOA = *mut INTERNET_CACHE_ENTRY_INFOA;

/// The wide form of INTERNET_CACHE_ENTRY_INFOA.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_CACHE_ENTRY_INFOW {
    pub dwStructSize: DWORD,
    pub lpszSourceUrlName: LPWSTR,
    pub lpszLocalFileName: LPWSTR,
    pub CacheEntryType: DWORD,
    pub dwUseCount: DWORD,
    pub dwHitRate: DWORD,
    pub dwSizeLow: DWORD,
    pub dwSizeHigh: DWORD,
    pub LastModifiedTime: FILETIME,
    pub ExpireTime: FILETIME,
    pub LastAccessTime: FILETIME,
    pub LastSyncTime: FILETIME,
    pub lpHeaderInfo: LPWSTR,
    pub dwHeaderInfoSize: DWORD,
    pub lpszFileExtension: LPWSTR,
    pub dwExemptDelta: DWORD,
}
pub type LPINTERNET_CACHE_ENTRY_INFOW = *mut INTERNET_CACHE_ENTRY_INFOW;

/// A group of the cache.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_CACHE_GROUP_INFOA {
    /// The size of this struct.
    pub dwGroupSize: DWORD,
    /// CACHEGROUP_FLAG_ values.
    pub dwGroupFlags: DWORD,
    pub dwGroupType: DWORD,
    /// In KB.
    pub dwDiskUsage: DWORD,
    /// In KB.
    pub dwDiskQuota: DWORD,
    pub dwOwnerStorage: [DWORD; 4],
    pub szGroupName: [CHAR; 120],
}
pub type LPINTERNET_CACHE_GROUP_INFOA = *mut INTERNET_CACHE_GROUP_INFOA;

/// The wide form of INTERNET_CACHE_GROUP_INFOA.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_CACHE_GROUP_INFOW {
    pub dwGroupSize: DWORD,
    pub dwGroupFlags: DWORD,
    pub dwGroupType: DWORD,
    pub dwDiskUsage: DWORD,
    pub dwDiskQuota: DWORD,
    pub dwOwnerStorage: [DWORD; 4],
    pub szGroupName: [WCHAR; 120],
}
pub type LPINTERNET_CACHE_GROUP_INFOW = *mut INTERNET_CACHE_GROUP_INFOW;
