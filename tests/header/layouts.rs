//! The structs: C's layouts against those of src/abi and of windows-sys.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::mem::{align_of, offset_of, size_of};

use windows_sys::Win32::Security::Authentication::Identity;
use windows_sys::Win32::{Foundation, Networking::WinInet};
use wininet::abi;

use crate::tools::{include_dir, print_from_c};

/// The name of a struct, the fields as C names them, and size, alignment and offsets in Rust.
struct Layout {
    name: &'static str,
    fields: &'static [&'static str],
    ours: Vec<usize>,
    microsofts: Vec<usize>,
}

macro_rules! layouts {
    ($($name:ident = $theirs:path { $($field:ident),* })*) => {
        vec![$(Layout {
            name: stringify!($name),
            fields: &[$(stringify!($field)),*],
            ours: vec![
                size_of::<abi::$name>(),
                align_of::<abi::$name>(),
                $(offset_of!(abi::$name, $field)),*
            ],
            microsofts: vec![
                size_of::<$theirs>(),
                align_of::<$theirs>(),
                $(offset_of!($theirs, $field)),*
            ],
        }),*]
    };
}

// windows-sys knows the narrow form of some, and the shapes of others, under another name.
fn layouts() -> Vec<Layout> {
    layouts! {
        FILETIME = Foundation::FILETIME { dwLowDateTime, dwHighDateTime }
        SYSTEMTIME = Foundation::SYSTEMTIME {
            wYear, wMonth, wDayOfWeek, wDay, wHour, wMinute, wSecond, wMilliseconds
        }
        INTERNET_ASYNC_RESULT = WinInet::INTERNET_ASYNC_RESULT { dwResult, dwError }
        INTERNET_COOKIE2 = WinInet::INTERNET_COOKIE2 {
            pwszName, pwszValue, pwszDomain, pwszPath, dwFlags, ftExpires, fExpiresSet
        }
        INTERNET_DIAGNOSTIC_SOCKET_INFO = WinInet::INTERNET_DIAGNOSTIC_SOCKET_INFO {
            Socket, SourcePort, DestPort, Flags
        }
        INTERNET_PROXY_INFOA = WinInet::INTERNET_PROXY_INFO {
            dwAccessType, lpszProxy, lpszProxyBypass
        }
        INTERNET_PROXY_INFOW = WinInet::INTERNET_PROXY_INFO {
            dwAccessType, lpszProxy, lpszProxyBypass
        }
        INTERNET_PER_CONN_OPTION_VALUEA = WinInet::INTERNET_PER_CONN_OPTIONA_0 {
            dwValue, pszValue, ftValue
        }
        INTERNET_PER_CONN_OPTION_VALUEW = WinInet::INTERNET_PER_CONN_OPTIONW_0 {
            dwValue, pszValue, ftValue
        }
        INTERNET_PER_CONN_OPTIONA = WinInet::INTERNET_PER_CONN_OPTIONA { dwOption, Value }
        INTERNET_PER_CONN_OPTIONW = WinInet::INTERNET_PER_CONN_OPTIONW { dwOption, Value }
        INTERNET_PER_CONN_OPTION_LISTA = WinInet::INTERNET_PER_CONN_OPTION_LISTA {
            dwSize, pszConnection, dwOptionCount, dwOptionError, pOptions
        }
        INTERNET_PER_CONN_OPTION_LISTW = WinInet::INTERNET_PER_CONN_OPTION_LISTW {
            dwSize, pszConnection, dwOptionCount, dwOptionError, pOptions
        }
        INTERNET_PREFETCH_STATUS = WinInet::INTERNET_PREFETCH_STATUS { dwStatus, dwSize }
        INTERNET_VERSION_INFO = WinInet::INTERNET_VERSION_INFO { dwMajorVersion, dwMinorVersion }
        HTTP_VERSION_INFO = WinInet::INTERNET_VERSION_INFO { dwMajorVersion, dwMinorVersion }
        INTERNET_CONNECTED_INFO = WinInet::INTERNET_CONNECTED_INFO { dwConnectedState, dwFlags }
        INTERNET_CACHE_TIMESTAMPS = WinInet::INTERNET_CACHE_TIMESTAMPS {
            ftExpires, ftLastModified
        }
        URL_COMPONENTSA = WinInet::URL_COMPONENTSA {
            dwStructSize, lpszScheme, dwSchemeLength, nScheme, lpszHostName, dwHostNameLength,
            nPort, lpszUserName, dwUserNameLength, lpszPassword, dwPasswordLength, lpszUrlPath,
            dwUrlPathLength, lpszExtraInfo, dwExtraInfoLength
        }
        URL_COMPONENTSW = WinInet::URL_COMPONENTSW {
            dwStructSize, lpszScheme, dwSchemeLength, nScheme, lpszHostName, dwHostNameLength,
            nPort, lpszUserName, dwUserNameLength, lpszPassword, dwPasswordLength, lpszUrlPath,
            dwUrlPathLength, lpszExtraInfo, dwExtraInfoLength
        }
        INTERNET_CERTIFICATE_INFOA = WinInet::INTERNET_CERTIFICATE_INFO {
            ftExpiry, ftStart, lpszSubjectInfo, lpszIssuerInfo, lpszProtocolName,
            lpszSignatureAlgName, lpszEncryptionAlgName, dwKeySize
        }
        INTERNET_CERTIFICATE_INFOW = WinInet::INTERNET_CERTIFICATE_INFO {
            ftExpiry, ftStart, lpszSubjectInfo, lpszIssuerInfo, lpszProtocolName,
            lpszSignatureAlgName, lpszEncryptionAlgName, dwKeySize
        }
        SecPkgContext_ConnectionInfo = Identity::SecPkgContext_ConnectionInfo {
            dwProtocol, aiCipher, dwCipherStrength, aiHash, dwHashStrength, aiExch, dwExchStrength
        }
        INTERNET_BUFFERSA = WinInet::INTERNET_BUFFERSA {
            dwStructSize, Next, lpcszHeader, dwHeadersLength, dwHeadersTotal, lpvBuffer,
            dwBufferLength, dwBufferTotal, dwOffsetLow, dwOffsetHigh
        }
        INTERNET_BUFFERSW = WinInet::INTERNET_BUFFERSW {
            dwStructSize, Next, lpcszHeader, dwHeadersLength, dwHeadersTotal, lpvBuffer,
            dwBufferLength, dwBufferTotal, dwOffsetLow, dwOffsetHigh
        }
    }
}

// dwExemptDelta of a cache entry has no name in windows-sys.
fn layouts_of_what_is_not_yet() -> Vec<Layout> {
    layouts! {
        GOPHER_FIND_DATAA = WinInet::GOPHER_FIND_DATAA {
            DisplayString, GopherType, SizeLow, SizeHigh, LastModificationTime, Locator
        }
        GOPHER_ADMIN_ATTRIBUTE_TYPE = WinInet::GOPHER_ADMIN_ATTRIBUTE_TYPE { Comment, EmailAddress }
        GOPHER_MOD_DATE_ATTRIBUTE_TYPE = WinInet::GOPHER_MOD_DATE_ATTRIBUTE_TYPE { DateAndTime }
        GOPHER_TTL_ATTRIBUTE_TYPE = WinInet::GOPHER_TTL_ATTRIBUTE_TYPE { Ttl }
        GOPHER_SCORE_ATTRIBUTE_TYPE = WinInet::GOPHER_SCORE_ATTRIBUTE_TYPE { Score }
        GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE = WinInet::GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE {
            LowerBound, UpperBound
        }
        GOPHER_SITE_ATTRIBUTE_TYPE = WinInet::GOPHER_SITE_ATTRIBUTE_TYPE { Site }
        GOPHER_ORGANIZATION_ATTRIBUTE_TYPE = WinInet::GOPHER_ORGANIZATION_ATTRIBUTE_TYPE {
            Organization
        }
        GOPHER_LOCATION_ATTRIBUTE_TYPE = WinInet::GOPHER_LOCATION_ATTRIBUTE_TYPE { Location }
        GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE = WinInet::GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE {
            DegreesNorth, MinutesNorth, SecondsNorth, DegreesEast, MinutesEast, SecondsEast
        }
        GOPHER_TIMEZONE_ATTRIBUTE_TYPE = WinInet::GOPHER_TIMEZONE_ATTRIBUTE_TYPE { Zone }
        GOPHER_PROVIDER_ATTRIBUTE_TYPE = WinInet::GOPHER_PROVIDER_ATTRIBUTE_TYPE { Provider }
        GOPHER_VERSION_ATTRIBUTE_TYPE = WinInet::GOPHER_VERSION_ATTRIBUTE_TYPE { Version }
        GOPHER_ABSTRACT_ATTRIBUTE_TYPE = WinInet::GOPHER_ABSTRACT_ATTRIBUTE_TYPE {
            ShortAbstract, AbstractFile
        }
        GOPHER_VIEW_ATTRIBUTE_TYPE = WinInet::GOPHER_VIEW_ATTRIBUTE_TYPE {
            ContentType, Language, Size
        }
        GOPHER_VERONICA_ATTRIBUTE_TYPE = WinInet::GOPHER_VERONICA_ATTRIBUTE_TYPE { TreeWalk }
        GOPHER_ASK_ATTRIBUTE_TYPE = WinInet::GOPHER_ASK_ATTRIBUTE_TYPE {
            QuestionType, QuestionText
        }
        GOPHER_UNKNOWN_ATTRIBUTE_TYPE = WinInet::GOPHER_UNKNOWN_ATTRIBUTE_TYPE { Text }
        GOPHER_ATTRIBUTE_VALUE = WinInet::GOPHER_ATTRIBUTE_TYPE_0 {
            Admin, ModDate, Ttl, Score, ScoreRange, Site, Organization, Location,
            GeographicalLocation, TimeZone, Provider, Version, Abstract, View, Veronica, Ask,
            Unknown
        }
        GOPHER_ATTRIBUTE_TYPE = WinInet::GOPHER_ATTRIBUTE_TYPE {
            CategoryId, AttributeId, AttributeType
        }
        INTERNET_CACHE_ENTRY_INFOA = WinInet::INTERNET_CACHE_ENTRY_INFOA {
            dwStructSize, lpszSourceUrlName, lpszLocalFileName, CacheEntryType, dwUseCount,
            dwHitRate, dwSizeLow, dwSizeHigh, LastModifiedTime, ExpireTime, LastAccessTime,
            LastSyncTime, lpHeaderInfo, dwHeaderInfoSize, lpszFileExtension
        }
        INTERNET_CACHE_ENTRY_INFOW = WinInet::INTERNET_CACHE_ENTRY_INFOW {
            dwStructSize, lpszSourceUrlName, lpszLocalFileName, CacheEntryType, dwUseCount,
            dwHitRate, dwSizeLow, dwSizeHigh, LastModifiedTime, ExpireTime, LastAccessTime,
            LastSyncTime, lpHeaderInfo, dwHeaderInfoSize, lpszFileExtension
        }
        INTERNET_CACHE_GROUP_INFOA = WinInet::INTERNET_CACHE_GROUP_INFOA {
            dwGroupSize, dwGroupFlags, dwGroupType, dwDiskUsage, dwDiskQuota, dwOwnerStorage,
            szGroupName
        }
        AUTO_PROXY_SCRIPT_BUFFER = WinInet::AUTO_PROXY_SCRIPT_BUFFER {
            dwStructSize, lpszScriptBuffer, dwScriptBufferSize
        }
        AutoProxyHelperVtbl = WinInet::AutoProxyHelperVtbl {
            IsResolvable, GetIPAddress, ResolveHostName, IsInNet, IsResolvableEx, GetIPAddressEx,
            ResolveHostNameEx, IsInNetEx, SortIpList
        }
        AutoProxyHelperFunctions = WinInet::AutoProxyHelperFunctions { lpVtbl }
        INTERNET_AUTH_NOTIFY_DATA = WinInet::INTERNET_AUTH_NOTIFY_DATA {
            cbStruct, dwOptions, pfnNotify, dwContext
        }
        IncomingCookieState = WinInet::IncomingCookieState {
            cSession, cPersistent, cAccepted, cLeashed, cDowngraded, cBlocked, pszLocation
        }
        OutgoingCookieState = WinInet::OutgoingCookieState { cSent, cSuppressed, pszLocation }
        InternetCookieHistory = WinInet::InternetCookieHistory {
            fAccepted, fLeashed, fDowngraded, fRejected
        }
        CookieDecision = WinInet::CookieDecision { dwCookieState, fAllowSession }
    }
}

/// Those with arrays of WCHAR inside, which has another size on Linux: the same fields, elsewhere.
fn wide_layouts() -> Vec<Layout> {
    layouts! {
        GOPHER_FIND_DATAW = WinInet::GOPHER_FIND_DATAW {
            DisplayString, GopherType, SizeLow, SizeHigh, LastModificationTime, Locator
        }
        INTERNET_CACHE_GROUP_INFOW = WinInet::INTERNET_CACHE_GROUP_INFOW {
            dwGroupSize, dwGroupFlags, dwGroupType, dwDiskUsage, dwDiskQuota, dwOwnerStorage,
            szGroupName
        }
        SecPkgContext_CipherInfo = Identity::SecPkgContext_CipherInfo {
            dwVersion, dwProtocol, dwCipherSuite, dwBaseCipherSuite, szCipherSuite, szCipher,
            dwCipherLen, dwCipherBlockLen, szHash, dwHashLen, szExchange, dwMinExchangeLen,
            dwMaxExchangeLen, szCertificate, dwKeyType
        }
        INTERNET_SECURITY_CONNECTION_INFO = WinInet::INTERNET_SECURITY_CONNECTION_INFO {
            dwSize, fSecure, connectionInfo, cipherInfo
        }
    }
}

#[test]
fn layouts_are_microsofts() {
    let mut layouts = layouts();
    layouts.extend(layouts_of_what_is_not_yet());
    let alike = layouts.len();
    layouts.extend(wide_layouts());
    let mut body = String::new();
    for layout in &layouts {
        let name = layout.name;
        writeln!(
            body,
            "    printf(\"%zu %zu\", sizeof({name}), _Alignof({name}));"
        )
        .unwrap();
        for field in layout.fields {
            writeln!(body, "    printf(\" %zu\", offsetof({name}, {field}));").unwrap();
        }
        body += "    puts(\"\");\n";
    }
    let printed = print_from_c("layouts", &body);
    for (at, (layout, line)) in layouts.iter().zip(printed.lines()).enumerate() {
        let c: Vec<usize> = line.split(' ').map(|word| word.parse().unwrap()).collect();
        assert_eq!(c, layout.ours, "{} in C and in src/abi", layout.name);
        if at < alike {
            let what = format!("{} here and in windows-sys", layout.name);
            assert_eq!(c, layout.microsofts, "{what}");
        }
    }
}

macro_rules! integers {
    ($($name:ident)*) => {
        [$((stringify!($name), size_of::<abi::$name>(), abi::$name::MIN != 0)),*]
    };
}

#[test]
fn base_types_are_those_of_rust() {
    let integers = integers! {
        BOOL INT UINT LONG ULONG WORD DWORD BYTE LONGLONG ULONGLONG DWORD_PTR CHAR WCHAR
        INTERNET_PORT INTERNET_SCHEME
    };
    let mut body = String::new();
    for (name, ..) in &integers {
        writeln!(
            body,
            "    printf(\"%zu %d\\n\", sizeof({name}), ({name})-1 < 1);"
        )
        .unwrap();
    }
    let printed = print_from_c("integers", &body);
    for ((name, size, signed), line) in integers.iter().zip(printed.lines()) {
        assert_eq!(line, format!("{size} {}", u8::from(*signed)), "{name}");
    }
}

#[test]
fn every_struct_is_compared() {
    let text = fs::read_to_string(include_dir().join("wininet.h")).unwrap();
    let declared = text.lines().filter_map(|line| {
        let rest = line.strip_prefix("typedef ")?.strip_suffix(" {")?;
        rest.strip_prefix("struct ").or(rest.strip_prefix("union "))
    });
    let compared = layouts()
        .into_iter()
        .chain(layouts_of_what_is_not_yet())
        .chain(wide_layouts());
    let compared: BTreeSet<&str> = compared.map(|layout| layout.name).collect();
    let left: Vec<&str> = declared.filter(|name| !compared.contains(name)).collect();
    assert!(left.is_empty(), "not in layouts(): {left:?}");
}
