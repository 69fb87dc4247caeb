/*
 * wininet.h: the WinINet API of libwininet.
 *
 * Written by cbindgen from src/abi and src/ffi; do not edit. `make header` writes it anew.
 *
 * The functions follow Microsoft's documentation of WinINet. On Linux a `char` string is UTF-8 and
 * a WCHAR is a wchar_t of 32 bits; on Windows they are what they always were. A function that fails
 * returns FALSE or NULL, and GetLastError() tells why.
 */
#ifndef _WININET_
#define _WININET_

#ifdef _WIN32
#include <windows.h>
#else
#include "posix/windef.h"

#include "posix/errhandlingapi.h"
#include "posix/kit/localalloc.h"
#include "posix/minwinbase.h"
#include "posix/winerror.h"
#endif

#define INTERNETAPI EXTERN_C DECLSPEC_IMPORT HRESULT STDAPICALLTYPE
#define INTERNETAPI_(type) EXTERN_C DECLSPEC_IMPORT type STDAPICALLTYPE
#define BOOLAPI INTERNETAPI_(BOOL)
#define URLCACHEAPI INTERNETAPI
#define URLCACHEAPI_(type) INTERNETAPI_(type)

#ifdef __GNUC__
#define WININET_UNION __extension__ union
#else
#define WININET_UNION union
#endif

/** What InternetSetStatusCallback returns when it fails. */
#define INTERNET_INVALID_STATUS_CALLBACK ((INTERNET_STATUS_CALLBACK)(INT_PTR)(-1))

/** The version of the protocol, as a request line names it. */
#define HTTP_VERSIONA "HTTP/1.0"
#define HTTP_VERSIONW L"HTTP/1.0"
#ifdef UNICODE
#define HTTP_VERSION HTTP_VERSIONW
#else
#define HTTP_VERSION HTTP_VERSIONA
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** The scheme of a URL: one of the INTERNET_SCHEME_ values. */
typedef INT INTERNET_SCHEME;

/** A cookie in parts. */
typedef struct INTERNET_COOKIE2 {
    /** The name, or NULL. */
    LPWSTR pwszName;
    /** The value, or NULL. */
    LPWSTR pwszValue;
    /** The domain, or NULL. */
    LPWSTR pwszDomain;
    /** The path, or NULL. */
    LPWSTR pwszPath;
    /** INTERNET_COOKIE_ values. */
    DWORD dwFlags;
    /** When it expires. */
    FILETIME ftExpires;
    /** Whether ftExpires counts. */
    BOOL fExpiresSet;
} INTERNET_COOKIE2;

typedef struct INTERNET_COOKIE2 *PINTERNET_COOKIE2;

/**
 * A session, a connection or a request. It is a number, no address: a value is never used twice,
 * and one that is closed or made up is refused with ERROR_INVALID_HANDLE.
 */
typedef LPVOID HINTERNET;

/** An entry of the cache. Strings and headers follow the struct in the same buffer. */
typedef struct INTERNET_CACHE_ENTRY_INFOA {
    /** The size of this struct. */
    DWORD dwStructSize;
    LPSTR lpszSourceUrlName;
    LPSTR lpszLocalFileName;
    /** _CACHE_ENTRY values. */
    DWORD CacheEntryType;
    DWORD dwUseCount;
    DWORD dwHitRate;
    DWORD dwSizeLow;
    DWORD dwSizeHigh;
    FILETIME LastModifiedTime;
    FILETIME ExpireTime;
    FILETIME LastAccessTime;
    FILETIME LastSyncTime;
    LPSTR lpHeaderInfo;
    DWORD dwHeaderInfoSize;
    LPSTR lpszFileExtension;
    /** Seconds after the last access; dwReserved is another name of it in C. */
    WININET_UNION {
        DWORD dwReserved;
        DWORD dwExemptDelta;
    };
} INTERNET_CACHE_ENTRY_INFOA;

typedef struct INTERNET_CACHE_ENTRY_INFOA *LPINTERNET_CACHE_ENTRY_INFOA;

/** The wide form of INTERNET_CACHE_ENTRY_INFOA. */
typedef struct INTERNET_CACHE_ENTRY_INFOW {
    DWORD dwStructSize;
    LPWSTR lpszSourceUrlName;
    LPWSTR lpszLocalFileName;
    DWORD CacheEntryType;
    DWORD dwUseCount;
    DWORD dwHitRate;
    DWORD dwSizeLow;
    DWORD dwSizeHigh;
    FILETIME LastModifiedTime;
    FILETIME ExpireTime;
    FILETIME LastAccessTime;
    FILETIME LastSyncTime;
    LPWSTR lpHeaderInfo;
    DWORD dwHeaderInfoSize;
    LPWSTR lpszFileExtension;
    WININET_UNION {
        DWORD dwReserved;
        DWORD dwExemptDelta;
    };
} INTERNET_CACHE_ENTRY_INFOW;

typedef struct INTERNET_CACHE_ENTRY_INFOW *LPINTERNET_CACHE_ENTRY_INFOW;

/** A group of the cache. */
typedef LONGLONG GROUPID;

/** A group of the cache. */
typedef struct INTERNET_CACHE_GROUP_INFOA {
    /** The size of this struct. */
    DWORD dwGroupSize;
    /** CACHEGROUP_FLAG_ values. */
    DWORD dwGroupFlags;
    DWORD dwGroupType;
    /** In KB. */
    DWORD dwDiskUsage;
    /** In KB. */
    DWORD dwDiskQuota;
    DWORD dwOwnerStorage[4];
    CHAR szGroupName[120];
} INTERNET_CACHE_GROUP_INFOA;

typedef struct INTERNET_CACHE_GROUP_INFOA *LPINTERNET_CACHE_GROUP_INFOA;

/** The wide form of INTERNET_CACHE_GROUP_INFOA. */
typedef struct INTERNET_CACHE_GROUP_INFOW {
    DWORD dwGroupSize;
    DWORD dwGroupFlags;
    DWORD dwGroupType;
    DWORD dwDiskUsage;
    DWORD dwDiskQuota;
    DWORD dwOwnerStorage[4];
    WCHAR szGroupName[120];
} INTERNET_CACHE_GROUP_INFOW;

typedef struct INTERNET_CACHE_GROUP_INFOW *LPINTERNET_CACHE_GROUP_INFOW;

typedef HINTERNET *LPHINTERNET;

/** A TCP port. */
typedef WORD INTERNET_PORT;

/** What GopherFindFirstFileA and InternetFindNextFileA find. */
typedef struct GOPHER_FIND_DATAA {
    /** How to show it. */
    CHAR DisplayString[129];
    /** GOPHER_TYPE_ values. */
    DWORD GopherType;
    DWORD SizeLow;
    DWORD SizeHigh;
    FILETIME LastModificationTime;
    /** What GopherOpenFile and GopherFindFirstFile take. */
    CHAR Locator[654];
} GOPHER_FIND_DATAA;

typedef struct GOPHER_FIND_DATAA *LPGOPHER_FIND_DATAA;

/** The wide form of GOPHER_FIND_DATAA. */
typedef struct GOPHER_FIND_DATAW {
    WCHAR DisplayString[129];
    DWORD GopherType;
    DWORD SizeLow;
    DWORD SizeHigh;
    FILETIME LastModificationTime;
    WCHAR Locator[654];
} GOPHER_FIND_DATAW;

typedef struct GOPHER_FIND_DATAW *LPGOPHER_FIND_DATAW;

/** Who is responsible. */
typedef struct GOPHER_ADMIN_ATTRIBUTE_TYPE {
    LPCTSTR Comment;
    LPCTSTR EmailAddress;
} GOPHER_ADMIN_ATTRIBUTE_TYPE;

/** When it was changed. */
typedef struct GOPHER_MOD_DATE_ATTRIBUTE_TYPE {
    FILETIME DateAndTime;
} GOPHER_MOD_DATE_ATTRIBUTE_TYPE;

/** How long it may be kept, in seconds. */
typedef struct GOPHER_TTL_ATTRIBUTE_TYPE {
    DWORD Ttl;
} GOPHER_TTL_ATTRIBUTE_TYPE;

/** How well it fits a search. */
typedef struct GOPHER_SCORE_ATTRIBUTE_TYPE {
    INT Score;
} GOPHER_SCORE_ATTRIBUTE_TYPE;

/** Between what scores are. */
typedef struct GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE {
    INT LowerBound;
    INT UpperBound;
} GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE;

/** The name of the site. */
typedef struct GOPHER_SITE_ATTRIBUTE_TYPE {
    LPCTSTR Site;
} GOPHER_SITE_ATTRIBUTE_TYPE;

/** Who runs the server. */
typedef struct GOPHER_ORGANIZATION_ATTRIBUTE_TYPE {
    LPCTSTR Organization;
} GOPHER_ORGANIZATION_ATTRIBUTE_TYPE;

/** Where the server is. */
typedef struct GOPHER_LOCATION_ATTRIBUTE_TYPE {
    LPCTSTR Location;
} GOPHER_LOCATION_ATTRIBUTE_TYPE;

/** Where on the globe the server is. */
typedef struct GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE {
    INT DegreesNorth;
    INT MinutesNorth;
    INT SecondsNorth;
    INT DegreesEast;
    INT MinutesEast;
    INT SecondsEast;
} GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE;

/** The time zone, in hours from Greenwich. */
typedef struct GOPHER_TIMEZONE_ATTRIBUTE_TYPE {
    INT Zone;
} GOPHER_TIMEZONE_ATTRIBUTE_TYPE;

/** Who provides it. */
typedef struct GOPHER_PROVIDER_ATTRIBUTE_TYPE {
    LPCTSTR Provider;
} GOPHER_PROVIDER_ATTRIBUTE_TYPE;

/** Its version. */
typedef struct GOPHER_VERSION_ATTRIBUTE_TYPE {
    LPCTSTR Version;
} GOPHER_VERSION_ATTRIBUTE_TYPE;

/** What it is about. */
typedef struct GOPHER_ABSTRACT_ATTRIBUTE_TYPE {
    LPCTSTR ShortAbstract;
    LPCTSTR AbstractFile;
} GOPHER_ABSTRACT_ATTRIBUTE_TYPE;

/** A form in which it may be had. */
typedef struct GOPHER_VIEW_ATTRIBUTE_TYPE {
    LPCTSTR ContentType;
    LPCTSTR Language;
    DWORD Size;
} GOPHER_VIEW_ATTRIBUTE_TYPE;

/** Whether Veronica may walk the tree. */
typedef struct GOPHER_VERONICA_ATTRIBUTE_TYPE {
    BOOL TreeWalk;
} GOPHER_VERONICA_ATTRIBUTE_TYPE;

/** A question of a form. */
typedef struct GOPHER_ASK_ATTRIBUTE_TYPE {
    LPCTSTR QuestionType;
    LPCTSTR QuestionText;
} GOPHER_ASK_ATTRIBUTE_TYPE;

/** What has no struct of its own. */
typedef struct GOPHER_UNKNOWN_ATTRIBUTE_TYPE {
    LPCTSTR Text;
} GOPHER_UNKNOWN_ATTRIBUTE_TYPE;

/** The value of an attribute; AttributeId says which. */
typedef union GOPHER_ATTRIBUTE_VALUE {
    struct GOPHER_ADMIN_ATTRIBUTE_TYPE Admin;
    struct GOPHER_MOD_DATE_ATTRIBUTE_TYPE ModDate;
    struct GOPHER_TTL_ATTRIBUTE_TYPE Ttl;
    struct GOPHER_SCORE_ATTRIBUTE_TYPE Score;
    struct GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE ScoreRange;
    struct GOPHER_SITE_ATTRIBUTE_TYPE Site;
    struct GOPHER_ORGANIZATION_ATTRIBUTE_TYPE Organization;
    struct GOPHER_LOCATION_ATTRIBUTE_TYPE Location;
    struct GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE GeographicalLocation;
    struct GOPHER_TIMEZONE_ATTRIBUTE_TYPE TimeZone;
    struct GOPHER_PROVIDER_ATTRIBUTE_TYPE Provider;
    struct GOPHER_VERSION_ATTRIBUTE_TYPE Version;
    struct GOPHER_ABSTRACT_ATTRIBUTE_TYPE Abstract;
    struct GOPHER_VIEW_ATTRIBUTE_TYPE View;
    struct GOPHER_VERONICA_ATTRIBUTE_TYPE Veronica;
    struct GOPHER_ASK_ATTRIBUTE_TYPE Ask;
    struct GOPHER_UNKNOWN_ATTRIBUTE_TYPE Unknown;
} GOPHER_ATTRIBUTE_VALUE;

/** One attribute, as GopherGetAttribute finds it. */
typedef struct GOPHER_ATTRIBUTE_TYPE {
    /** A GOPHER_CATEGORY_ID_ value. */
    DWORD CategoryId;
    /** A GOPHER_ATTRIBUTE_ID_ value. */
    DWORD AttributeId;
    union GOPHER_ATTRIBUTE_VALUE AttributeType;
} GOPHER_ATTRIBUTE_TYPE;

typedef struct GOPHER_ATTRIBUTE_TYPE *LPGOPHER_ATTRIBUTE_TYPE;

/** What GopherGetAttribute would call for each attribute; TRUE asks for more. */
typedef BOOL (CALLBACK *GOPHER_ATTRIBUTE_ENUMERATOR)(LPGOPHER_ATTRIBUTE_TYPE lpAttributeInfo,
    DWORD dwError);

/** Headers and data, for HttpSendRequestExA, HttpEndRequestA and InternetReadFileExA. */
typedef struct INTERNET_BUFFERSA {
    /** The size of this struct. */
    DWORD dwStructSize;
    /** The next one. */
    struct INTERNET_BUFFERSA *Next;
    /** The headers, or NULL. */
    LPCSTR lpcszHeader;
    /** How many characters of headers there are. */
    DWORD dwHeadersLength;
    /** How many are needed, if there is too little room. */
    DWORD dwHeadersTotal;
    /** The data, or NULL. */
    LPVOID lpvBuffer;
    /** The size of the data in bytes. */
    DWORD dwBufferLength;
    /** The size of all the data, of which this buffer may be a part. */
    DWORD dwBufferTotal;
    /** Not used. */
    DWORD dwOffsetLow;
    /** Not used. */
    DWORD dwOffsetHigh;
} INTERNET_BUFFERSA;

typedef struct INTERNET_BUFFERSA *LPINTERNET_BUFFERSA;

/** The wide form of INTERNET_BUFFERSA. */
typedef struct INTERNET_BUFFERSW {
    DWORD dwStructSize;
    struct INTERNET_BUFFERSW *Next;
    LPCWSTR lpcszHeader;
    DWORD dwHeadersLength;
    DWORD dwHeadersTotal;
    LPVOID lpvBuffer;
    DWORD dwBufferLength;
    DWORD dwBufferTotal;
    DWORD dwOffsetLow;
    DWORD dwOffsetHigh;
} INTERNET_BUFFERSW;

typedef struct INTERNET_BUFFERSW *LPINTERNET_BUFFERSW;

/**
 * The program's own function that is told how an operation goes on.
 *
 * Set with InternetSetStatusCallback. It is called for handles whose context is not 0, with that
 * context in `dwContext`. `lpvStatusInformation` points to a copy that lives until the callback
 * returns and may be written to.
 */
typedef void (CALLBACK *INTERNET_STATUS_CALLBACK)(HINTERNET hInternet, DWORD_PTR dwContext,
    DWORD dwInternetStatus, LPVOID lpvStatusInformation, DWORD dwStatusInformationLength);

/**
 * The parts of a URL, for InternetCrackUrlA and InternetCreateUrlA.
 *
 * A part whose pointer is NULL and whose length is not 0 comes back as a pointer into the URL; one
 * whose pointer is not NULL is copied there; one whose length is 0 is left out.
 */
typedef struct URL_COMPONENTSA {
    /** The size of this struct. */
    DWORD dwStructSize;
    /** The scheme, without its colon. */
    LPSTR lpszScheme;
    DWORD dwSchemeLength;
    /** The scheme as a number. */
    INTERNET_SCHEME nScheme;
    LPSTR lpszHostName;
    DWORD dwHostNameLength;
    /** The port, or the default one of the scheme. */
    INTERNET_PORT nPort;
    LPSTR lpszUserName;
    DWORD dwUserNameLength;
    LPSTR lpszPassword;
    DWORD dwPasswordLength;
    /** The path, and the extra part too if that is not asked for. */
    LPSTR lpszUrlPath;
    DWORD dwUrlPathLength;
    /** What begins with "?" or "#". */
    LPSTR lpszExtraInfo;
    DWORD dwExtraInfoLength;
} URL_COMPONENTSA;

typedef struct URL_COMPONENTSA *LPURL_COMPONENTSA;

/** The wide form of URL_COMPONENTSA. Lengths count wide characters. */
typedef struct URL_COMPONENTSW {
    DWORD dwStructSize;
    LPWSTR lpszScheme;
    DWORD dwSchemeLength;
    INTERNET_SCHEME nScheme;
    LPWSTR lpszHostName;
    DWORD dwHostNameLength;
    INTERNET_PORT nPort;
    LPWSTR lpszUserName;
    DWORD dwUserNameLength;
    LPWSTR lpszPassword;
    DWORD dwPasswordLength;
    LPWSTR lpszUrlPath;
    DWORD dwUrlPathLength;
    LPWSTR lpszExtraInfo;
    DWORD dwExtraInfoLength;
} URL_COMPONENTSW;

typedef struct URL_COMPONENTSW *LPURL_COMPONENTSW;

/** What InternetErrorDlg would call when the user has answered. */
typedef DWORD (CALLBACK *PFN_AUTH_NOTIFY)(DWORD_PTR, DWORD, LPVOID);

/** What lppvData of InternetErrorDlg may give. */
typedef struct INTERNET_AUTH_NOTIFY_DATA {
    /** The size of this struct. */
    DWORD cbStruct;
    /** 0. */
    DWORD dwOptions;
    PFN_AUTH_NOTIFY pfnNotify;
    DWORD_PTR dwContext;
} INTERNET_AUTH_NOTIFY_DATA;

/** What a script may call. Those whose names end in Ex know IPv6. */
typedef struct AutoProxyHelperVtbl {
    BOOL (CALLBACK *IsResolvable)(LPSTR lpszHost);
    DWORD (CALLBACK *GetIPAddress)(LPSTR lpszIPAddress, LPDWORD lpdwIPAddressSize);
    DWORD (CALLBACK *ResolveHostName)(LPSTR lpszHostName, LPSTR lpszIPAddress, LPDWORD lpdwIPAddressSize);
    BOOL (CALLBACK *IsInNet)(LPSTR lpszIPAddress, LPSTR lpszDest, LPSTR lpszMask);
    BOOL (CALLBACK *IsResolvableEx)(LPSTR lpszHost);
    DWORD (CALLBACK *GetIPAddressEx)(LPSTR lpszIPAddress, LPDWORD lpdwIPAddressSize);
    DWORD (CALLBACK *ResolveHostNameEx)(LPSTR lpszHostName, LPSTR lpszIPAddress, LPDWORD lpdwIPAddressSize);
    BOOL (CALLBACK *IsInNetEx)(LPSTR lpszIPAddress, LPSTR lpszIPPrefix);
    DWORD (CALLBACK *SortIpList)(LPSTR lpszIPAddressList, LPSTR lpszIPSortedList, LPDWORD lpdwIPSortedListSize);
} AutoProxyHelperVtbl;

/** An object of C++ with these functions. */
typedef struct AutoProxyHelperFunctions {
    const struct AutoProxyHelperVtbl *lpVtbl;
} AutoProxyHelperFunctions;

/** A script. */
typedef struct AUTO_PROXY_SCRIPT_BUFFER {
    /** The size of this struct. */
    DWORD dwStructSize;
    LPSTR lpszScriptBuffer;
    DWORD dwScriptBufferSize;
} AUTO_PROXY_SCRIPT_BUFFER;

typedef struct AUTO_PROXY_SCRIPT_BUFFER *LPAUTO_PROXY_SCRIPT_BUFFER;

/** How a library for scripts is started: InternetInitializeAutoProxyDll of jsproxy.dll. */
typedef BOOL (CALLBACK *pfnInternetInitializeAutoProxyDll)(DWORD dwVersion,
    LPSTR lpszDownloadedTempFile, LPSTR lpszMime,
    struct AutoProxyHelperFunctions *lpAutoProxyCallbacks,
    LPAUTO_PROXY_SCRIPT_BUFFER lpAutoProxyScriptBuffer);

/** How it is ended. */
typedef BOOL (CALLBACK *pfnInternetDeInitializeAutoProxyDll)(LPSTR lpszMime, DWORD dwReserved);

/** How it is asked for the proxies of a URL. */
typedef BOOL (CALLBACK *pfnInternetGetProxyInfo)(LPCSTR lpszUrl, DWORD dwUrlLength,
    LPSTR lpszUrlHostName, DWORD dwUrlHostNameLength, LPSTR *lplpszProxyHostName,
    LPDWORD lpdwProxyHostNameLength);

/** A dialler of the program's own. */
typedef DWORD (CALLBACK *PFN_DIAL_HANDLER)(HWND, LPCSTR, DWORD, LPDWORD);

typedef struct GOPHER_ADMIN_ATTRIBUTE_TYPE *LPGOPHER_ADMIN_ATTRIBUTE_TYPE;

typedef struct GOPHER_MOD_DATE_ATTRIBUTE_TYPE *LPGOPHER_MOD_DATE_ATTRIBUTE_TYPE;

typedef struct GOPHER_TTL_ATTRIBUTE_TYPE *LPGOPHER_TTL_ATTRIBUTE_TYPE;

typedef struct GOPHER_SCORE_ATTRIBUTE_TYPE *LPGOPHER_SCORE_ATTRIBUTE_TYPE;

typedef struct GOPHER_SCORE_RANGE_ATTRIBUTE_TYPE *LPGOPHER_SCORE_RANGE_ATTRIBUTE_TYPE;

typedef struct GOPHER_SITE_ATTRIBUTE_TYPE *LPGOPHER_SITE_ATTRIBUTE_TYPE;

typedef struct GOPHER_ORGANIZATION_ATTRIBUTE_TYPE *LPGOPHER_ORGANIZATION_ATTRIBUTE_TYPE;

typedef struct GOPHER_LOCATION_ATTRIBUTE_TYPE *LPGOPHER_LOCATION_ATTRIBUTE_TYPE;

typedef struct GOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE *LPGOPHER_GEOGRAPHICAL_LOCATION_ATTRIBUTE_TYPE;

typedef struct GOPHER_TIMEZONE_ATTRIBUTE_TYPE *LPGOPHER_TIMEZONE_ATTRIBUTE_TYPE;

typedef struct GOPHER_PROVIDER_ATTRIBUTE_TYPE *LPGOPHER_PROVIDER_ATTRIBUTE_TYPE;

typedef struct GOPHER_VERSION_ATTRIBUTE_TYPE *LPGOPHER_VERSION_ATTRIBUTE_TYPE;

typedef struct GOPHER_ABSTRACT_ATTRIBUTE_TYPE *LPGOPHER_ABSTRACT_ATTRIBUTE_TYPE;

typedef struct GOPHER_VIEW_ATTRIBUTE_TYPE *LPGOPHER_VIEW_ATTRIBUTE_TYPE;

typedef struct GOPHER_VERONICA_ATTRIBUTE_TYPE *LPGOPHER_VERONICA_ATTRIBUTE_TYPE;

typedef struct GOPHER_ASK_ATTRIBUTE_TYPE *LPGOPHER_ASK_ATTRIBUTE_TYPE;

typedef struct GOPHER_UNKNOWN_ATTRIBUTE_TYPE *LPGOPHER_UNKNOWN_ATTRIBUTE_TYPE;

typedef INTERNET_PORT *LPINTERNET_PORT;

typedef INTERNET_SCHEME *LPINTERNET_SCHEME;

/** What becomes of a cookie: one of the COOKIE_STATE_ values. */
typedef INT InternetCookieState;

/** What became of cookies that came, for INTERNET_STATUS_COOKIE_RECEIVED. */
typedef struct IncomingCookieState {
    /** For the session. */
    INT cSession;
    /** With a date. */
    INT cPersistent;
    INT cAccepted;
    INT cLeashed;
    INT cDowngraded;
    INT cBlocked;
    /** The URL. */
    LPCSTR pszLocation;
} IncomingCookieState;

/** What became of cookies that were to go, for INTERNET_STATUS_COOKIE_SENT. */
typedef struct OutgoingCookieState {
    INT cSent;
    INT cSuppressed;
    /** The URL. */
    LPCSTR pszLocation;
} OutgoingCookieState;

/** What became of a site's cookies so far, for INTERNET_STATUS_COOKIE_HISTORY. */
typedef struct InternetCookieHistory {
    BOOL fAccepted;
    BOOL fLeashed;
    BOOL fDowngraded;
    BOOL fRejected;
} InternetCookieHistory;

/** What a user decided about a site. */
typedef struct CookieDecision {
    /** A COOKIE_STATE_ value. */
    DWORD dwCookieState;
    BOOL fAllowSession;
} CookieDecision;

/** How a connection is encrypted, in the numbers of schannel.h and wincrypt.h. */
typedef struct SecPkgContext_ConnectionInfo {
    /** 0x800 is TLS 1.2, 0x2000 is TLS 1.3. */
    DWORD dwProtocol;
    /** The cipher: 0x660E is AES with 128 bits, 0x6610 with 256; 0 has no number there. */
    DWORD aiCipher;
    /** The bits of its key. */
    DWORD dwCipherStrength;
    /** The hash of the cipher suite: 0x800C is SHA-256, 0x800D is SHA-384. */
    DWORD aiHash;
    /** Its bits. */
    DWORD dwHashStrength;
    /** How keys were exchanged: 0xAE06 is ephemeral ECDH. */
    DWORD aiExch;
    /** The bits of that; 0 in a resumed session. */
    DWORD dwExchStrength;
} SecPkgContext_ConnectionInfo;

/** The cipher suite of a connection. Lengths are in bits, but for the block's. */
typedef struct SecPkgContext_CipherInfo {
    /** 1, the version of this struct. */
    DWORD dwVersion;
    /** 0x303 is TLS 1.2, 0x304 is TLS 1.3. */
    DWORD dwProtocol;
    /** The number of the suite. */
    DWORD dwCipherSuite;
    DWORD dwBaseCipherSuite;
    /** The name of the suite. */
    WCHAR szCipherSuite[64];
    WCHAR szCipher[64];
    DWORD dwCipherLen;
    /** In bytes. */
    DWORD dwCipherBlockLen;
    WCHAR szHash[64];
    DWORD dwHashLen;
    WCHAR szExchange[64];
    DWORD dwMinExchangeLen;
    DWORD dwMaxExchangeLen;
    /** The type of the server's key; empty in TLS 1.3, whose suites do not say. */
    WCHAR szCertificate[64];
    /** 0. */
    DWORD dwKeyType;
} SecPkgContext_CipherInfo;

/** The encryption of a connection, for INTERNET_OPTION_SECURITY_CONNECTION_INFO. */
typedef struct INTERNET_SECURITY_CONNECTION_INFO {
    /** The size of this struct. */
    DWORD dwSize;
    /** Whether the connection is encrypted. The rest is 0 if it is not. */
    BOOL fSecure;
    struct SecPkgContext_ConnectionInfo connectionInfo;
    struct SecPkgContext_CipherInfo cipherInfo;
} INTERNET_SECURITY_CONNECTION_INFO;

typedef struct INTERNET_SECURITY_CONNECTION_INFO *LPINTERNET_SECURITY_CONNECTION_INFO;

typedef INTERNET_STATUS_CALLBACK *LPINTERNET_STATUS_CALLBACK;

/** What would come with INTERNET_STATUS_PREFETCH. */
typedef struct INTERNET_PREFETCH_STATUS {
    /** An INTERNET_PREFETCH_ value. */
    DWORD dwStatus;
    /** How many bytes have come. */
    DWORD dwSize;
} INTERNET_PREFETCH_STATUS;

typedef struct INTERNET_PREFETCH_STATUS *LPINTERNET_PREFETCH_STATUS;

/** The outcome of an asynchronous operation, as INTERNET_STATUS_REQUEST_COMPLETE tells it. */
typedef struct INTERNET_ASYNC_RESULT {
    /** What the call would have returned: an HINTERNET, or TRUE or FALSE. */
    DWORD_PTR dwResult;
    /** The error code if it failed; after InternetQueryDataAvailable, the bytes that are there. */
    DWORD dwError;
} INTERNET_ASYNC_RESULT;

typedef struct INTERNET_ASYNC_RESULT *LPINTERNET_ASYNC_RESULT;

/** The connection below a request, for INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO. */
typedef struct INTERNET_DIAGNOSTIC_SOCKET_INFO {
    /** The socket. */
    DWORD_PTR Socket;
    /** Our port. */
    DWORD SourcePort;
    /** The server's port. */
    DWORD DestPort;
    /** IDSI_FLAG_ values. */
    DWORD Flags;
} INTERNET_DIAGNOSTIC_SOCKET_INFO;

typedef struct INTERNET_DIAGNOSTIC_SOCKET_INFO *LPINTERNET_DIAGNOSTIC_SOCKET_INFO;

/** Proxy settings, for INTERNET_OPTION_PROXY. */
typedef struct INTERNET_PROXY_INFOA {
    /** One of the INTERNET_OPEN_TYPE_ values. */
    DWORD dwAccessType;
    /** The proxies. */
    LPCSTR lpszProxy;
    /** The hosts that are reached without one. */
    LPCSTR lpszProxyBypass;
} INTERNET_PROXY_INFOA;

typedef struct INTERNET_PROXY_INFOA *LPINTERNET_PROXY_INFOA;

/** The wide form of INTERNET_PROXY_INFOA. */
typedef struct INTERNET_PROXY_INFOW {
    DWORD dwAccessType;
    LPCWSTR lpszProxy;
    LPCWSTR lpszProxyBypass;
} INTERNET_PROXY_INFOW;

typedef struct INTERNET_PROXY_INFOW *LPINTERNET_PROXY_INFOW;

/** The value of one option of a connection. */
typedef union INTERNET_PER_CONN_OPTION_VALUEA {
    DWORD dwValue;
    LPSTR pszValue;
    FILETIME ftValue;
} INTERNET_PER_CONN_OPTION_VALUEA;

/** One option of a connection. */
typedef struct INTERNET_PER_CONN_OPTIONA {
    /** One of the INTERNET_PER_CONN_ values. */
    DWORD dwOption;
    /** Its value. */
    union INTERNET_PER_CONN_OPTION_VALUEA Value;
} INTERNET_PER_CONN_OPTIONA;

typedef struct INTERNET_PER_CONN_OPTIONA *LPINTERNET_PER_CONN_OPTIONA;

/** The wide form of INTERNET_PER_CONN_OPTION_VALUEA. */
typedef union INTERNET_PER_CONN_OPTION_VALUEW {
    DWORD dwValue;
    LPWSTR pszValue;
    FILETIME ftValue;
} INTERNET_PER_CONN_OPTION_VALUEW;

/** The wide form of INTERNET_PER_CONN_OPTIONA. */
typedef struct INTERNET_PER_CONN_OPTIONW {
    DWORD dwOption;
    union INTERNET_PER_CONN_OPTION_VALUEW Value;
} INTERNET_PER_CONN_OPTIONW;

typedef struct INTERNET_PER_CONN_OPTIONW *LPINTERNET_PER_CONN_OPTIONW;

/** The options of a connection, for INTERNET_OPTION_PER_CONNECTION_OPTION. */
typedef struct INTERNET_PER_CONN_OPTION_LISTA {
    /** The size of this struct. */
    DWORD dwSize;
    /** The connection, or NULL for the default. */
    LPSTR pszConnection;
    /** How many options there are. */
    DWORD dwOptionCount;
    /** The index of the option that failed. */
    DWORD dwOptionError;
    /** The options. */
    LPINTERNET_PER_CONN_OPTIONA pOptions;
} INTERNET_PER_CONN_OPTION_LISTA;

typedef struct INTERNET_PER_CONN_OPTION_LISTA *LPINTERNET_PER_CONN_OPTION_LISTA;

/** The wide form of INTERNET_PER_CONN_OPTION_LISTA. */
typedef struct INTERNET_PER_CONN_OPTION_LISTW {
    DWORD dwSize;
    LPWSTR pszConnection;
    DWORD dwOptionCount;
    DWORD dwOptionError;
    LPINTERNET_PER_CONN_OPTIONW pOptions;
} INTERNET_PER_CONN_OPTION_LISTW;

typedef struct INTERNET_PER_CONN_OPTION_LISTW *LPINTERNET_PER_CONN_OPTION_LISTW;

/** The version of the library, for INTERNET_OPTION_VERSION. */
typedef struct INTERNET_VERSION_INFO {
    DWORD dwMajorVersion;
    DWORD dwMinorVersion;
} INTERNET_VERSION_INFO;

typedef struct INTERNET_VERSION_INFO *LPINTERNET_VERSION_INFO;

/** The version of HTTP, for INTERNET_OPTION_HTTP_VERSION. */
typedef struct HTTP_VERSION_INFO {
    DWORD dwMajorVersion;
    DWORD dwMinorVersion;
} HTTP_VERSION_INFO;

typedef struct HTTP_VERSION_INFO *LPHTTP_VERSION_INFO;

/** Whether the machine is online, for INTERNET_OPTION_CONNECTED_STATE. */
typedef struct INTERNET_CONNECTED_INFO {
    /** INTERNET_STATE_ values. */
    DWORD dwConnectedState;
    /** ISO_ values. */
    DWORD dwFlags;
} INTERNET_CONNECTED_INFO;

typedef struct INTERNET_CONNECTED_INFO *LPINTERNET_CONNECTED_INFO;

/** When a cached answer expires and was last changed, for INTERNET_OPTION_CACHE_TIMESTAMPS. */
typedef struct INTERNET_CACHE_TIMESTAMPS {
    FILETIME ftExpires;
    FILETIME ftLastModified;
} INTERNET_CACHE_TIMESTAMPS;

typedef struct INTERNET_CACHE_TIMESTAMPS *LPINTERNET_CACHE_TIMESTAMPS;

/**
 * The certificate of a server, for INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT. The program frees
 * each of its strings with LocalFree, which is free() on Linux.
 */
typedef struct INTERNET_CERTIFICATE_INFOA {
    /** When it expires. */
    FILETIME ftExpiry;
    /** Since when it is valid. */
    FILETIME ftStart;
    /** Whom it names: the parts of the name, a line each. */
    LPSTR lpszSubjectInfo;
    /** Who signed it, in the same way. */
    LPSTR lpszIssuerInfo;
    /** The protocol of the connection: "TLS 1.3". Empty if the certificate was refused. */
    LPSTR lpszProtocolName;
    /** How it is signed. */
    LPSTR lpszSignatureAlgName;
    /** How the connection is encrypted: "AES-256-GCM". Empty if the certificate was refused. */
    LPSTR lpszEncryptionAlgName;
    /** The bits of the key by which it is encrypted. */
    DWORD dwKeySize;
} INTERNET_CERTIFICATE_INFOA;

typedef struct INTERNET_CERTIFICATE_INFOA *LPINTERNET_CERTIFICATE_INFOA;

/** The wide form of INTERNET_CERTIFICATE_INFOA. */
typedef struct INTERNET_CERTIFICATE_INFOW {
    FILETIME ftExpiry;
    FILETIME ftStart;
    LPWSTR lpszSubjectInfo;
    LPWSTR lpszIssuerInfo;
    LPWSTR lpszProtocolName;
    LPWSTR lpszSignatureAlgName;
    LPWSTR lpszEncryptionAlgName;
    DWORD dwKeySize;
} INTERNET_CERTIFICATE_INFOW;

typedef struct INTERNET_CERTIFICATE_INFOW *LPINTERNET_CERTIFICATE_INFOW;

/* INTERNET_OPTION_AUTH_FLAGS. */
#define AUTH_FLAG_RESET 0x00000000
#define AUTH_FLAG_DISABLE_NEGOTIATE 0x00000001
#define AUTH_FLAG_ENABLE_NEGOTIATE 0x00000002
#define AUTH_FLAG_DISABLE_BASIC_CLEARCHANNEL 0x00000004
#define AUTH_FLAG_DISABLE_SERVER_AUTH 0x00000008

/* DetectAutoProxyUrl. */
#define PROXY_AUTO_DETECT_TYPE_DHCP 1
#define PROXY_AUTO_DETECT_TYPE_DNS_A 2

/* Kinds of entries. */
#define NORMAL_CACHE_ENTRY 0x00000001
#define STICKY_CACHE_ENTRY 0x00000004
#define EDITED_CACHE_ENTRY 0x00000008
#define TRACK_OFFLINE_CACHE_ENTRY 0x00000010
#define TRACK_ONLINE_CACHE_ENTRY 0x00000020
#define HTTP_1_1_CACHE_ENTRY 0x00000040
#define STATIC_CACHE_ENTRY 0x00000080
#define MUST_REVALIDATE_CACHE_ENTRY 0x00000100
#define SHORTPATH_CACHE_ENTRY 0x00000200
#define DOWNLOAD_CACHE_ENTRY 0x00000400
#define REDIRECT_CACHE_ENTRY 0x00000800
#define COOKIE_ACCEPTED_CACHE_ENTRY 0x00001000
#define COOKIE_LEASHED_CACHE_ENTRY 0x00002000
#define COOKIE_DOWNGRADED_CACHE_ENTRY 0x00004000
#define COOKIE_REJECTED_CACHE_ENTRY 0x00008000
#define SPARSE_CACHE_ENTRY 0x00010000
#define PRIVACY_MODE_CACHE_ENTRY 0x00020000
#define XDR_CACHE_ENTRY 0x00040000
#define IMMUTABLE_CACHE_ENTRY 0x00080000
#define COOKIE_CACHE_ENTRY 0x00100000
#define URLHISTORY_CACHE_ENTRY 0x00200000
#define PENDING_DELETE_CACHE_ENTRY 0x00400000
#define OTHER_USER_CACHE_ENTRY 0x00800000
#define PRIVACY_IMPACTED_CACHE_ENTRY 0x02000000
#define POST_RESPONSE_CACHE_ENTRY 0x04000000
#define INSTALLED_CACHE_ENTRY 0x10000000
#define POST_CHECK_CACHE_ENTRY 0x20000000
#define IDENTITY_CACHE_ENTRY 0x80000000
#define ANY_CACHE_ENTRY 0xFFFFFFFF
/** The kinds that FindFirstUrlCacheEntry finds. */
#define URLCACHE_FIND_DEFAULT_FILTER 0x00300035

/* What SetUrlCacheEntryInfo changes. */
#define CACHE_ENTRY_ATTRIBUTE_FC 0x00000004
#define CACHE_ENTRY_HITRATE_FC 0x00000010
#define CACHE_ENTRY_MODTIME_FC 0x00000040
#define CACHE_ENTRY_EXPTIME_FC 0x00000080
#define CACHE_ENTRY_ACCTIME_FC 0x00000100
#define CACHE_ENTRY_SYNCTIME_FC 0x00000200
#define CACHE_ENTRY_HEADERINFO_FC 0x00000400
#define CACHE_ENTRY_EXEMPT_DELTA_FC 0x00000800
#define CACHE_ENTRY_TYPE_FC 0x00001000
#define CACHE_ENTRY_MODIFY_DATA_FC 0x80000000

/* Groups: flags, what to ask for, how to search. */
#define CACHEGROUP_ATTRIBUTE_GET_ALL 0xFFFFFFFF
#define CACHEGROUP_ATTRIBUTE_BASIC 0x00000001
#define CACHEGROUP_ATTRIBUTE_FLAG 0x00000002
#define CACHEGROUP_ATTRIBUTE_TYPE 0x00000004
#define CACHEGROUP_ATTRIBUTE_QUOTA 0x00000008
#define CACHEGROUP_ATTRIBUTE_GROUPNAME 0x00000010
#define CACHEGROUP_ATTRIBUTE_STORAGE 0x00000020
#define CACHEGROUP_FLAG_NONPURGEABLE 0x00000001
#define CACHEGROUP_FLAG_GIDONLY 0x00000004
#define CACHEGROUP_FLAG_FLUSHURL_ONDELETE 0x00000002
#define CACHEGROUP_FLAG_VALID 0x00000007
#define CACHEGROUP_SEARCH_ALL 0x00000000
#define CACHEGROUP_SEARCH_BYURL 0x00000001
#define CACHEGROUP_TYPE_INVALID 0x00000001
#define CACHEGROUP_READWRITE_MASK 0x0000003C

/* SetUrlCacheEntryGroup. */
#define INTERNET_CACHE_GROUP_ADD 0
#define INTERNET_CACHE_GROUP_REMOVE 1
/** The size of a group's name with its NUL, in characters. */
#define GROUPNAME_MAX_LENGTH 120
/** How many numbers a group keeps for its owner. */
#define GROUP_OWNER_STORAGE_SIZE 4

/* Flags of the cookie functions, and of cookies. */
/** The cookie goes over https alone. */
#define INTERNET_COOKIE_IS_SECURE 0x00000001
/** The cookie goes with the session. */
#define INTERNET_COOKIE_IS_SESSION 0x00000002
/** Cookies as a third party gets them: without those of INTERNET_COOKIE_IS_RESTRICTED. */
#define INTERNET_COOKIE_THIRD_PARTY 0x00000010
#define INTERNET_COOKIE_PROMPT_REQUIRED 0x00000020
#define INTERNET_COOKIE_EVALUATE_P3P 0x00000040
#define INTERNET_COOKIE_APPLY_P3P 0x00000080
#define INTERNET_COOKIE_P3P_ENABLED 0x00000100
/** The cookie is for the first party alone. */
#define INTERNET_COOKIE_IS_RESTRICTED 0x00000200
#define INTERNET_COOKIE_IE6 0x00000400
#define INTERNET_COOKIE_IS_LEGACY 0x00000800
/** The caller is no script: it may get and set HttpOnly cookies. */
#define INTERNET_COOKIE_NON_SCRIPT 0x00001000
/** The cookie is HttpOnly; of a function: such cookies too. */
#define INTERNET_COOKIE_HTTPONLY 0x00002000
/** The cookie is for its host alone, not for those below. */
#define INTERNET_COOKIE_HOST_ONLY 0x00004000
/** A cookie without a domain is for its host alone, as it always is here. */
#define INTERNET_COOKIE_APPLY_HOST_ONLY 0x00008000
#define INTERNET_COOKIE_PERSISTENT_HOST_ONLY 0x00010000
#define INTERNET_COOKIE_RESTRICTED_ZONE 0x00020000
#define INTERNET_COOKIE_EDGE_COOKIES 0x00040000
/** INTERNET_COOKIE_HOST_ONLY was considered. */
#define INTERNET_COOKIE_HOST_ONLY_APPLIED 0x00080000
/** SameSite=Strict. */
#define INTERNET_COOKIE_SAME_SITE_STRICT 0x00100000
/** SameSite=Lax. */
#define INTERNET_COOKIE_SAME_SITE_LAX 0x00200000
/** Cookies as another site gets them: without those of SameSite. */
#define INTERNET_COOKIE_SAME_SITE_LEVEL_CROSS_SITE 0x00400000
#define INTERNET_COOKIE_ALL_COOKIES 0x20000000
#define INTERNET_COOKIE_NO_CALLBACK 0x40000000
#define INTERNET_COOKIE_ECTX_3RDPARTY 0x80000000

/* What becomes of a cookie: InternetSetCookieEx, InternetSetCookieEx2. */
#define COOKIE_STATE_UNKNOWN 0
/** It is taken. */
#define COOKIE_STATE_ACCEPT 1
/** The user is asked. Nobody is, here. */
#define COOKIE_STATE_PROMPT 2
/** It is taken for the first party alone. */
#define COOKIE_STATE_LEASH 3
/** It is taken for the session alone. */
#define COOKIE_STATE_DOWNGRADE 4
/** It is refused. */
#define COOKIE_STATE_REJECT 5
#define COOKIE_STATE_MAX 5
#define COOKIE_STATE_LB 0
#define COOKIE_STATE_UB 5

/* InternetDial. */
#define INTERNET_DIAL_FORCE_PROMPT 0x2000
#define INTERNET_DIAL_SHOW_OFFLINE 0x4000
#define INTERNET_DIAL_UNATTENDED 0x8000

/* InternetAutodial. */
#define INTERNET_AUTODIAL_FORCE_ONLINE 1
#define INTERNET_AUTODIAL_FORCE_UNATTENDED 2
#define INTERNET_AUTODIAL_FAILIFSECURITYCHECK 4
#define INTERNET_AUTODIAL_OVERRIDE_NET_PRESENT 8
#define INTERNET_AUTODIAL_FLAGS_MASK 15

/* INTERNET_OPTION_AUTODIAL_MODE. */
#define AUTODIAL_MODE_NEVER 1
#define AUTODIAL_MODE_ALWAYS 2
#define AUTODIAL_MODE_NO_NETWORK_PRESENT 4

/* A dialler of the program's own: what it is asked to do, and what it can. */
#define INTERNET_CUSTOMDIAL_CONNECT 0
#define INTERNET_CUSTOMDIAL_UNATTENDED 1
#define INTERNET_CUSTOMDIAL_DISCONNECT 2
#define INTERNET_CUSTOMDIAL_SHOWOFFLINE 4
#define INTERNET_CUSTOMDIAL_SAFE_FOR_UNATTENDED 1
#define INTERNET_CUSTOMDIAL_WILL_SUPPLY_STATE 2
#define INTERNET_CUSTOMDIAL_CAN_HANGUP 4

/* InternetSetDialState. */
#define INTERNET_DIALSTATE_DISCONNECTED 1

/* What a dialler reports. */
#define DIALENG_OperationComplete 0x00010000
#define DIALENG_RedialAttempt 0x00010001
#define DIALENG_RedialWait 0x00010002
/** Where the error codes of WinINet begin. */
#define INTERNET_ERROR_BASE 12000
/** No more handles can be made. */
#define ERROR_INTERNET_OUT_OF_HANDLES 12001
/** The request timed out. */
#define ERROR_INTERNET_TIMEOUT 12002
/** The server said what is wrong; InternetGetLastResponseInfo has its text. */
#define ERROR_INTERNET_EXTENDED_ERROR 12003
/** Something went wrong inside the library. */
#define ERROR_INTERNET_INTERNAL_ERROR 12004
/** The URL is not valid. */
#define ERROR_INTERNET_INVALID_URL 12005
/** The scheme of the URL is unknown or not supported. */
#define ERROR_INTERNET_UNRECOGNIZED_SCHEME 12006
/** The host name could not be resolved. */
#define ERROR_INTERNET_NAME_NOT_RESOLVED 12007
/** The protocol could not be found. */
#define ERROR_INTERNET_PROTOCOL_NOT_FOUND 12008
/** There is no such option. */
#define ERROR_INTERNET_INVALID_OPTION 12009
/** The buffer has the wrong size for the option. */
#define ERROR_INTERNET_BAD_OPTION_LENGTH 12010
/** The option can only be queried. */
#define ERROR_INTERNET_OPTION_NOT_SETTABLE 12011
/** The library is being shut down. */
#define ERROR_INTERNET_SHUTDOWN 12012
/** The FTP server does not know the user. */
#define ERROR_INTERNET_INCORRECT_USER_NAME 12013
/** The FTP server refuses the password. */
#define ERROR_INTERNET_INCORRECT_PASSWORD 12014
/** The FTP server refuses the login. */
#define ERROR_INTERNET_LOGIN_FAILURE 12015
/** The operation is not valid. */
#define ERROR_INTERNET_INVALID_OPERATION 12016
/** The operation was cancelled, mostly because its handle was closed. */
#define ERROR_INTERNET_OPERATION_CANCELLED 12017
/** The handle is of the wrong type for this function. */
#define ERROR_INTERNET_INCORRECT_HANDLE_TYPE 12018
/** The handle is not in a state that allows this. */
#define ERROR_INTERNET_INCORRECT_HANDLE_STATE 12019
/** This cannot be done through a proxy. */
#define ERROR_INTERNET_NOT_PROXY_REQUEST 12020
/** A setting is missing. */
#define ERROR_INTERNET_REGISTRY_VALUE_NOT_FOUND 12021
/** A setting has the wrong type or value. */
#define ERROR_INTERNET_BAD_REGISTRY_PARAMETER 12022
/** The network cannot be reached directly now. */
#define ERROR_INTERNET_NO_DIRECT_ACCESS 12023
/** The request is asynchronous and its context is 0. */
#define ERROR_INTERNET_NO_CONTEXT 12024
/** The request is asynchronous and there is no callback. */
#define ERROR_INTERNET_NO_CALLBACK 12025
/** Other requests of the handle are pending. */
#define ERROR_INTERNET_REQUEST_PENDING 12026
/** The request has the wrong form. */
#define ERROR_INTERNET_INCORRECT_FORMAT 12027
/** The item could not be found. */
#define ERROR_INTERNET_ITEM_NOT_FOUND 12028
/** No connection to the server could be made. */
#define ERROR_INTERNET_CANNOT_CONNECT 12029
/** The connection was ended. */
#define ERROR_INTERNET_CONNECTION_ABORTED 12030
/** The connection was reset. */
#define ERROR_INTERNET_CONNECTION_RESET 12031
/** The request must be sent again. */
#define ERROR_INTERNET_FORCE_RETRY 12032
/** The request to the proxy was not valid. */
#define ERROR_INTERNET_INVALID_PROXY_REQUEST 12033
/** The user must be asked. */
#define ERROR_INTERNET_NEED_UI 12034
/** There is such a handle already. */
#define ERROR_INTERNET_HANDLE_EXISTS 12036
/** The certificate is expired or not yet valid. */
#define ERROR_INTERNET_SEC_CERT_DATE_INVALID 12037
/** The certificate is for another host name. */
#define ERROR_INTERNET_SEC_CERT_CN_INVALID 12038
/** The answer redirects from http to https. */
#define ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR 12039
/** The answer redirects from https to http. */
#define ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR 12040
/** Not all of the content is secure. */
#define ERROR_INTERNET_MIXED_SECURITY 12041
/** The program posts and changes data at a server that is not secure. */
#define ERROR_INTERNET_CHG_POST_IS_NON_SECURE 12042
/** The program posts data to a server that is not secure. */
#define ERROR_INTERNET_POST_IS_NON_SECURE 12043
/** The server asks for a certificate of the client. */
#define ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED 12044
/** The certificate was signed by an authority that is not trusted. */
#define ERROR_INTERNET_INVALID_CA 12045
/** Certificates of clients are not set up here. */
#define ERROR_INTERNET_CLIENT_AUTH_NOT_SETUP 12046
/** A thread could not be started. */
#define ERROR_INTERNET_ASYNC_THREAD_FAILED 12047
/** The redirection leads to another protocol. */
#define ERROR_INTERNET_REDIRECT_SCHEME_CHANGE 12048
/** Another thread is asking the user already. */
#define ERROR_INTERNET_DIALOG_PENDING 12049
/** The user should be asked again. */
#define ERROR_INTERNET_RETRY_DIALOG 12050
#define ERROR_INTERNET_NO_NEW_CONTAINERS 12051
/** Data that was posted to https is redirected to http. */
#define ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR 12052
/** A CD-ROM is needed. */
#define ERROR_INTERNET_INSERT_CDROM 12053
/** A Fortezza login is needed. */
#define ERROR_INTERNET_FORTEZZA_LOGIN_NEEDED 12054
/** The certificate is bad; see INTERNET_ERROR_MASK_COMBINED_SEC_CERT. */
#define ERROR_INTERNET_SEC_CERT_ERRORS 12055
/** Whether the certificate was revoked could not be checked. */
#define ERROR_INTERNET_SEC_CERT_NO_REV 12056
/** The check whether the certificate was revoked failed. */
#define ERROR_INTERNET_SEC_CERT_REV_FAILED 12057
#define ERROR_INTERNET_SOURCE_PORT_IN_USE 12058
#define ERROR_INTERNET_INSECURE_FALLBACK_REQUIRED 12059
#define ERROR_HTTP_HSTS_REDIRECT_REQUIRED 12060
#define ERROR_INTERNET_PROXY_ALERT 12061
#define ERROR_INTERNET_SEC_CERT_WEAK_SIGNATURE 12062
#define ERROR_INTERNET_NO_CM_CONNECTION 12080
/** Another operation of this FTP connection is going on. */
#define ERROR_FTP_TRANSFER_IN_PROGRESS 12110
/** The FTP connection was ended. */
#define ERROR_FTP_DROPPED 12111
/** The FTP server has no passive mode. */
#define ERROR_FTP_NO_PASSIVE_MODE 12112
/** The Gopher server sent what could not be understood. */
#define ERROR_GOPHER_PROTOCOL_ERROR 12130
/** The locator is not one of a file. */
#define ERROR_GOPHER_NOT_FILE 12131
/** An error while receiving from the Gopher server. */
#define ERROR_GOPHER_DATA_ERROR 12132
/** There is no more data. */
#define ERROR_GOPHER_END_OF_DATA 12133
/** The locator is not valid. */
#define ERROR_GOPHER_INVALID_LOCATOR 12134
/** The locator is of the wrong type. */
#define ERROR_GOPHER_INCORRECT_LOCATOR_TYPE 12135
/** This needs a Gopher+ server. */
#define ERROR_GOPHER_NOT_GOPHER_PLUS 12136
/** There is no such attribute. */
#define ERROR_GOPHER_ATTRIBUTE_NOT_FOUND 12137
/** The type of the locator is unknown. */
#define ERROR_GOPHER_UNKNOWN_LOCATOR 12138
#define ERROR_HTTP_PUSH_STATUS_CODE_NOT_SUPPORTED 12147
#define ERROR_HTTP_PUSH_RETRY_NOT_SUPPORTED 12148
#define ERROR_HTTP_PUSH_ENABLE_FAILED 12149
/** There is no such header. */
#define ERROR_HTTP_HEADER_NOT_FOUND 12150
/** The server sent no headers. */
#define ERROR_HTTP_DOWNLEVEL_SERVER 12151
/** The answer of the server could not be understood. */
#define ERROR_HTTP_INVALID_SERVER_RESPONSE 12152
/** The header is not valid. */
#define ERROR_HTTP_INVALID_HEADER 12153
/** HttpQueryInfo was asked for something that does not exist. */
#define ERROR_HTTP_INVALID_QUERY_REQUEST 12154
/** There is such a header already. */
#define ERROR_HTTP_HEADER_ALREADY_EXISTS 12155
/** The redirection failed, or there were too many. */
#define ERROR_HTTP_REDIRECT_FAILED 12156
/** TLS failed. */
#define ERROR_INTERNET_SECURITY_CHANNEL_ERROR 12157
/** The answer could not be put into the cache. */
#define ERROR_INTERNET_UNABLE_TO_CACHE_FILE 12158
/** There is no TCP/IP. */
#define ERROR_INTERNET_TCPIP_NOT_INSTALLED 12159
/** The request was not redirected. */
#define ERROR_HTTP_NOT_REDIRECTED 12160
/** The user must confirm the cookie. */
#define ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION 12161
/** The cookie was refused. */
#define ERROR_HTTP_COOKIE_DECLINED 12162
/** The machine is not connected. */
#define ERROR_INTERNET_DISCONNECTED 12163
/** The same as ERROR_INTERNET_DISCONNECTED. */
#define ERROR_INTERNET_OFFLINE 12163
/** The server cannot be reached. */
#define ERROR_INTERNET_SERVER_UNREACHABLE 12164
/** The proxy cannot be reached. */
#define ERROR_INTERNET_PROXY_SERVER_UNREACHABLE 12165
/** The configuration script has an error. */
#define ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT 12166
/** The configuration script could not be fetched. */
#define ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT 12167
/** The user must confirm the redirection. */
#define ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION 12168
/** The certificate is not valid. */
#define ERROR_INTERNET_SEC_INVALID_CERT 12169
/** The certificate was revoked. */
#define ERROR_INTERNET_SEC_CERT_REVOKED 12170
/** A security check forbids it. */
#define ERROR_INTERNET_FAILED_DUETOSECURITYCHECK 12171
/** InternetOpen has not been called. */
#define ERROR_INTERNET_NOT_INITIALIZED 12172
/** Never returned, as on Windows. */
#define ERROR_INTERNET_NEED_MSN_SSPI_PKG 12173
/** The login failed, and the answer's body says why. */
#define ERROR_INTERNET_LOGIN_FAILURE_DISPLAY_ENTITY_BODY 12174
/** The answer could not be decoded. */
#define ERROR_INTERNET_DECODING_FAILED 12175
#define ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED_PROXY 12187
#define ERROR_INTERNET_SECURE_FAILURE_PROXY 12188
#define ERROR_INTERNET_DISALLOW_INPRIVATE 12189
#define ERROR_INTERNET_HTTP_PROTOCOL_MISMATCH 12190
#define ERROR_INTERNET_GLOBAL_CALLBACK_FAILED 12191
#define ERROR_INTERNET_FEATURE_DISABLED 12192
/** The last error code that Microsoft documents. */
#define INTERNET_ERROR_LAST 12192
/** Where the codes begin that no function returns. */
#define INTERNET_INTERNAL_ERROR_BASE 12900
#define ERROR_INTERNET_INTERNAL_SOCKET_ERROR 12901
#define ERROR_INTERNET_CONNECTION_AVAILABLE 12902
#define ERROR_INTERNET_NO_KNOWN_SERVERS 12903
#define ERROR_INTERNET_PING_FAILED 12904
#define ERROR_INTERNET_NO_PING_SUPPORT 12905
#define ERROR_INTERNET_CACHE_SUCCESS 12906
#define ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION_EX 12907

/* How InternetOpen reaches servers. */
/** Use the proxy settings of the machine. */
#define INTERNET_OPEN_TYPE_PRECONFIG 0
/** Use no proxy. */
#define INTERNET_OPEN_TYPE_DIRECT 1
/** Use the proxies that lpszProxy names. */
#define INTERNET_OPEN_TYPE_PROXY 3
/** Use the proxy settings of the machine, but run no configuration script. */
#define INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY 4
/** Older names of them. */
#define PRE_CONFIG_INTERNET_ACCESS 0
#define LOCAL_INTERNET_ACCESS 1
#define CERN_PROXY_INTERNET_ACCESS 3

/* Services of InternetConnect. */
#define INTERNET_SERVICE_URL 0
/** FTP. */
#define INTERNET_SERVICE_FTP 1
/** Gopher, which Windows no longer knows either. */
#define INTERNET_SERVICE_GOPHER 2
/** HTTP, and HTTPS with INTERNET_FLAG_SECURE. */
#define INTERNET_SERVICE_HTTP 3

/* Ports. */
/** Stands for the default port of the service. */
#define INTERNET_INVALID_PORT_NUMBER 0
#define INTERNET_DEFAULT_FTP_PORT 21
#define INTERNET_DEFAULT_GOPHER_PORT 70
#define INTERNET_DEFAULT_HTTP_PORT 80
#define INTERNET_DEFAULT_HTTPS_PORT 443
#define INTERNET_DEFAULT_SOCKS_PORT 1080

/* Flags of InternetOpen, InternetConnect, HttpOpenRequest and InternetOpenUrl. */
/** Fetch from the server, even if the cache has it. */
#define INTERNET_FLAG_RELOAD 0x80000000
/** Give the raw bytes of a directory listing. */
#define INTERNET_FLAG_RAW_DATA 0x40000000
/** Use a connection that is open already (FTP). */
#define INTERNET_FLAG_EXISTING_CONNECT 0x20000000
/** For InternetOpen: every operation below this handle is asynchronous. */
#define INTERNET_FLAG_ASYNC 0x10000000
/** Use passive FTP. */
#define INTERNET_FLAG_PASSIVE 0x08000000
/** The same as INTERNET_FLAG_NO_CACHE_WRITE. */
#define INTERNET_FLAG_DONT_CACHE 0x04000000
/** Do not put the answer into the cache. */
#define INTERNET_FLAG_NO_CACHE_WRITE 0x04000000
/** Has no effect, as on Windows. */
#define INTERNET_FLAG_MAKE_PERSISTENT 0x02000000
/** Answer from the cache only, never from the network. */
#define INTERNET_FLAG_FROM_CACHE 0x01000000
/** The same as INTERNET_FLAG_FROM_CACHE. */
#define INTERNET_FLAG_OFFLINE 0x01000000
/** Use TLS. */
#define INTERNET_FLAG_SECURE 0x00800000
/** Keep the connection open for further requests. */
#define INTERNET_FLAG_KEEP_CONNECTION 0x00400000
/** Hand redirections to the program instead of following them. */
#define INTERNET_FLAG_NO_AUTO_REDIRECT 0x00200000
/** Has no effect, as on Windows. */
#define INTERNET_FLAG_READ_PREFETCH 0x00100000
/** Neither send nor store cookies. */
#define INTERNET_FLAG_NO_COOKIES 0x00080000
/** Do not answer a demand for credentials. */
#define INTERNET_FLAG_NO_AUTH 0x00040000
/** Cookies of the restricted zone. */
#define INTERNET_FLAG_RESTRICTED_ZONE 0x00020000
/** Take the answer from the cache if the network fails. */
#define INTERNET_FLAG_CACHE_IF_NET_FAIL 0x00010000
/** Follow a redirection from https to http. */
#define INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP 0x00008000
/** Follow a redirection from http to https. */
#define INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS 0x00004000
/** Accept a certificate that is expired or not yet valid. */
#define INTERNET_FLAG_IGNORE_CERT_DATE_INVALID 0x00002000
/** Accept a certificate that is for another host name. */
#define INTERNET_FLAG_IGNORE_CERT_CN_INVALID 0x00001000
/** Ask the server whether the cached copy is still good. */
#define INTERNET_FLAG_RESYNCHRONIZE 0x00000800
/** Fetch again what has neither an expiry nor a modification time. */
#define INTERNET_FLAG_HYPERLINK 0x00000400
/** Show no dialog. */
#define INTERNET_FLAG_NO_UI 0x00000200
/** Ask proxies not to answer from their caches. */
#define INTERNET_FLAG_PRAGMA_NOCACHE 0x00000100
/** The cache may be written later. */
#define INTERNET_FLAG_CACHE_ASYNC 0x00000080
/** This request submits a form. */
#define INTERNET_FLAG_FORMS_SUBMIT 0x00000040
/** Take the cached copy without asking whether it is still good. */
#define INTERNET_FLAG_FWD_BACK 0x00000020
/** The same as INTERNET_FLAG_NEED_FILE. */
#define INTERNET_FLAG_MUST_CACHE_REQUEST 0x00000010
/** Make a temporary file if the answer cannot be cached. */
#define INTERNET_FLAG_NEED_FILE 0x00000010
#define INTERNET_FLAG_BGUPDATE 0x00000008
#define INTERNET_FLAG_FTP_FOLDER_VIEW 0x00000004
/** Encode international host names when there is a proxy. */
#define INTERNET_FLAG_IDN_PROXY 0x00000002
/** Transfer as it is (FTP). */
#define INTERNET_FLAG_TRANSFER_BINARY 0x00000002
/** Encode international host names when there is no proxy. */
#define INTERNET_FLAG_IDN_DIRECT 0x00000001
/** Transfer as text (FTP). */
#define INTERNET_FLAG_TRANSFER_ASCII 0x00000001
/** The flags that excuse certificates and redirects. */
#define SECURITY_INTERNET_MASK 0x0000F000
/** All INTERNET_FLAG_ values. */
#define INTERNET_FLAGS_MASK 0xFFFFFFFB
/** What is none of them. */
#define INTERNET_OPTIONS_MASK 0x00000004

/* Flags of single functions. */
/** Go on asynchronously. */
#define WININET_API_FLAG_ASYNC 0x00000001
/** Go on synchronously. */
#define WININET_API_FLAG_SYNC 0x00000004
/** Use the context that the call passes. */
#define WININET_API_FLAG_USE_CONTEXT 0x00000008
/** The same as WININET_API_FLAG_ASYNC. */
#define IRF_ASYNC 0x00000001
/** The same as WININET_API_FLAG_SYNC. */
#define IRF_SYNC 0x00000004
/** Give what is there and do not wait for more. */
#define IRF_NO_WAIT 0x00000008
/** The same as WININET_API_FLAG_USE_CONTEXT. */
#define IRF_USE_CONTEXT 0x00000008
/** The same as WININET_API_FLAG_ASYNC. */
#define HSR_ASYNC 0x00000001
/** The same as WININET_API_FLAG_SYNC. */
#define HSR_SYNC 0x00000004
/** The body will be written in pieces. */
#define HSR_INITIATE 0x00000008
/** The same as WININET_API_FLAG_USE_CONTEXT. */
#define HSR_USE_CONTEXT 0x00000008
/** Download to a file. */
#define HSR_DOWNLOAD 0x00000010
/** The body is sent in chunks. */
#define HSR_CHUNKED 0x00000020

/* What InternetErrorDlg does. */
/** Look whether the answer is a demand for credentials. */
#define FLAGS_ERROR_UI_FILTER_FOR_ERRORS 0x00000001
/** Keep what the user decided with the handle. */
#define FLAGS_ERROR_UI_FLAGS_CHANGE_OPTIONS 0x00000002
/** Collect what the dialog shows. */
#define FLAGS_ERROR_UI_FLAGS_GENERATE_DATA 0x00000004
/** There need not be a window. */
#define FLAGS_ERROR_UI_FLAGS_NO_UI 0x00000008
/** One dialog for several requests that want the same credentials. */
#define FLAGS_ERROR_UI_SERIALIZE_DIALOGS 0x00000010
#define FLAGS_ERROR_UI_SHOW_IDN_HOSTNAME 0x00000020

/* How HttpAddRequestHeaders treats headers that are there already. */
#define HTTP_ADDREQ_INDEX_MASK 0x0000FFFF
/** Join with a semicolon. */
#define HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON 0x01000000
#define HTTP_ADDREQ_FLAG_RESPONSE_HEADERS 0x02000000
/** An empty value replaces like others, and does not remove. */
#define HTTP_ADDREQ_FLAG_ALLOW_EMPTY_VALUES 0x04000000
/** Add the header only if there is none of that name; else fail. */
#define HTTP_ADDREQ_FLAG_ADD_IF_NEW 0x10000000
/** Add the header; with REPLACE, also when there is none to replace. */
#define HTTP_ADDREQ_FLAG_ADD 0x20000000
/** Join the value to a header of the same name. */
#define HTTP_ADDREQ_FLAG_COALESCE 0x40000000
/** Join with a comma. */
#define HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA 0x40000000
/** Replace the header of that name, or remove it if the value is empty. */
#define HTTP_ADDREQ_FLAG_REPLACE 0x80000000
#define HTTP_ADDREQ_FLAGS_MASK 0xFFFF0000

/* Flags of the FTP functions. INTERNET_FLAG_TRANSFER_ASCII and _BINARY are the same. */
#define FTP_TRANSFER_TYPE_UNKNOWN 0x00000000
#define FTP_TRANSFER_TYPE_ASCII 0x00000001
#define FTP_TRANSFER_TYPE_BINARY 0x00000002
#define FTP_TRANSFER_TYPE_MASK 0x00000003

/* Lengths in characters, without the NUL. */
#define MAX_GOPHER_DISPLAY_TEXT 128
#define MAX_GOPHER_SELECTOR_TEXT 256
#define MAX_GOPHER_HOST_NAME 256
#define MAX_GOPHER_LOCATOR_LENGTH 653
#define MAX_GOPHER_CATEGORY_NAME 128
#define MAX_GOPHER_ATTRIBUTE_NAME 128
/** The least size of a buffer for an attribute, in bytes. */
#define MIN_GOPHER_ATTRIBUTE_LENGTH 256

/* Kinds of documents. */
#define GOPHER_TYPE_TEXT_FILE 0x00000001
#define GOPHER_TYPE_DIRECTORY 0x00000002
#define GOPHER_TYPE_CSO 0x00000004
#define GOPHER_TYPE_ERROR 0x00000008
#define GOPHER_TYPE_MAC_BINHEX 0x00000010
#define GOPHER_TYPE_DOS_ARCHIVE 0x00000020
#define GOPHER_TYPE_UNIX_UUENCODED 0x00000040
#define GOPHER_TYPE_INDEX_SERVER 0x00000080
#define GOPHER_TYPE_TELNET 0x00000100
#define GOPHER_TYPE_BINARY 0x00000200
#define GOPHER_TYPE_REDUNDANT 0x00000400
#define GOPHER_TYPE_TN3270 0x00000800
#define GOPHER_TYPE_GIF 0x00001000
#define GOPHER_TYPE_IMAGE 0x00002000
#define GOPHER_TYPE_BITMAP 0x00004000
#define GOPHER_TYPE_MOVIE 0x00008000
#define GOPHER_TYPE_SOUND 0x00010000
#define GOPHER_TYPE_HTML 0x00020000
#define GOPHER_TYPE_PDF 0x00040000
#define GOPHER_TYPE_CALENDAR 0x00080000
#define GOPHER_TYPE_INLINE 0x00100000
#define GOPHER_TYPE_UNKNOWN 0x20000000
#define GOPHER_TYPE_ASK 0x40000000
#define GOPHER_TYPE_GOPHER_PLUS 0x80000000
/** Everything that is a file. */
#define GOPHER_TYPE_FILE_MASK 0x001FF271

/* Attributes and their categories. */
#define GOPHER_ATTRIBUTE_ID_BASE 0xABCCCC00
#define GOPHER_CATEGORY_ID_ALL 0xABCCCC01
#define GOPHER_CATEGORY_ID_INFO 0xABCCCC02
#define GOPHER_CATEGORY_ID_ADMIN 0xABCCCC03
#define GOPHER_CATEGORY_ID_VIEWS 0xABCCCC04
#define GOPHER_CATEGORY_ID_ABSTRACT 0xABCCCC05
#define GOPHER_CATEGORY_ID_VERONICA 0xABCCCC06
#define GOPHER_CATEGORY_ID_ASK 0xABCCCC07
#define GOPHER_CATEGORY_ID_UNKNOWN 0xABCCCC08
#define GOPHER_ATTRIBUTE_ID_ALL 0xABCCCC09
#define GOPHER_ATTRIBUTE_ID_ADMIN 0xABCCCC0A
#define GOPHER_ATTRIBUTE_ID_MOD_DATE 0xABCCCC0B
#define GOPHER_ATTRIBUTE_ID_TTL 0xABCCCC0C
#define GOPHER_ATTRIBUTE_ID_SCORE 0xABCCCC0D
#define GOPHER_ATTRIBUTE_ID_RANGE 0xABCCCC0E
#define GOPHER_ATTRIBUTE_ID_SITE 0xABCCCC0F
#define GOPHER_ATTRIBUTE_ID_ORG 0xABCCCC10
#define GOPHER_ATTRIBUTE_ID_LOCATION 0xABCCCC11
#define GOPHER_ATTRIBUTE_ID_GEOG 0xABCCCC12
#define GOPHER_ATTRIBUTE_ID_TIMEZONE 0xABCCCC13
#define GOPHER_ATTRIBUTE_ID_PROVIDER 0xABCCCC14
#define GOPHER_ATTRIBUTE_ID_VERSION 0xABCCCC15
#define GOPHER_ATTRIBUTE_ID_ABSTRACT 0xABCCCC16
#define GOPHER_ATTRIBUTE_ID_VIEW 0xABCCCC17
#define GOPHER_ATTRIBUTE_ID_TREEWALK 0xABCCCC18
#define GOPHER_ATTRIBUTE_ID_UNKNOWN 0xABCCCC19

/* InternetTimeFromSystemTime. */
/** "Sun, 06 Nov 1994 08:49:37 GMT". */
#define INTERNET_RFC1123_FORMAT 0
/** The size of such a text with its NUL, in characters. */
#define INTERNET_RFC1123_BUFSIZE 30

/* InternetGetConnectedState. */
/** Over a modem. */
#define INTERNET_CONNECTION_MODEM 0x01
/** Over a local network. */
#define INTERNET_CONNECTION_LAN 0x02
/** Through a proxy. */
#define INTERNET_CONNECTION_PROXY 0x04
/** No longer used. */
#define INTERNET_CONNECTION_MODEM_BUSY 0x08
/** Remote access is installed. */
#define INTERNET_RAS_INSTALLED 0x10
/** The offline mode is on. */
#define INTERNET_CONNECTION_OFFLINE 0x20
/** There is a connection, which need not be open. */
#define INTERNET_CONNECTION_CONFIGURED 0x40

/* InternetCheckConnection. */
/** Connect to the host of the URL. */
#define FLAG_ICC_FORCE_CONNECTION 0x01

/* InternetGoOnline. The names are Microsoft's. */
/** Has no effect, as on Windows. */
#define INTERENT_GOONLINE_REFRESH 0x01
/** Do not ask the user. */
#define INTERENT_GOONLINE_NOPROMPT 0x02
#define INTERENT_GOONLINE_MASK 0x03

/* INTERNET_OPTION_HANDLE_TYPE. */
/** A session, from InternetOpen. */
#define INTERNET_HANDLE_TYPE_INTERNET 1
#define INTERNET_HANDLE_TYPE_CONNECT_FTP 2
#define INTERNET_HANDLE_TYPE_CONNECT_GOPHER 3
/** A connection, from InternetConnect. */
#define INTERNET_HANDLE_TYPE_CONNECT_HTTP 4
#define INTERNET_HANDLE_TYPE_FTP_FIND 5
#define INTERNET_HANDLE_TYPE_FTP_FIND_HTML 6
#define INTERNET_HANDLE_TYPE_FTP_FILE 7
#define INTERNET_HANDLE_TYPE_FTP_FILE_HTML 8
#define INTERNET_HANDLE_TYPE_GOPHER_FIND 9
#define INTERNET_HANDLE_TYPE_GOPHER_FIND_HTML 10
#define INTERNET_HANDLE_TYPE_GOPHER_FILE 11
#define INTERNET_HANDLE_TYPE_GOPHER_FILE_HTML 12
/** A request, from HttpOpenRequest or InternetOpenUrl. */
#define INTERNET_HANDLE_TYPE_HTTP_REQUEST 13
#define INTERNET_HANDLE_TYPE_FILE_REQUEST 14

/* INTERNET_OPTION_REQUEST_FLAGS. */
/** The answer came from the cache. */
#define INTERNET_REQFLAG_FROM_CACHE 0x00000001
/** Never set, as on Windows. */
#define INTERNET_REQFLAG_ASYNC 0x00000002
/** The request went through a proxy. */
#define INTERNET_REQFLAG_VIA_PROXY 0x00000004
/** The answer had no head. */
#define INTERNET_REQFLAG_NO_HEADERS 0x00000008
/** Never set, as on Windows. */
#define INTERNET_REQFLAG_PASSIVE 0x00000010
/** The answer cannot be cached. */
#define INTERNET_REQFLAG_CACHE_WRITE_DISABLED 0x00000040
/** The request timed out. */
#define INTERNET_REQFLAG_NET_TIMEOUT 0x00000080
#define INTERNET_REQFLAG_FROM_APP_CACHE 0x00000100

/* INTERNET_OPTION_ERROR_MASK. */
/** The program handles ERROR_INTERNET_INSERT_CDROM. */
#define INTERNET_ERROR_MASK_INSERT_CDROM 0x00000001
/** Report every bad certificate as ERROR_INTERNET_SEC_CERT_ERRORS. */
#define INTERNET_ERROR_MASK_COMBINED_SEC_CERT 0x00000002
#define INTERNET_ERROR_MASK_NEED_MSN_SSPI_PKG 0x00000004
/** The program handles ERROR_INTERNET_LOGIN_FAILURE_DISPLAY_ENTITY_BODY. */
#define INTERNET_ERROR_MASK_LOGIN_FAILURE_DISPLAY_ENTITY_BODY 0x00000008

/* INTERNET_OPTION_PER_CONNECTION_OPTION: what an INTERNET_PER_CONN_OPTION names, and its flags. */
/** PROXY_TYPE_ values. */
#define INTERNET_PER_CONN_FLAGS 1
/** The proxies. */
#define INTERNET_PER_CONN_PROXY_SERVER 2
/** The hosts that are reached without a proxy. */
#define INTERNET_PER_CONN_PROXY_BYPASS 3
/** Where the configuration script is. */
#define INTERNET_PER_CONN_AUTOCONFIG_URL 4
/** AUTO_PROXY_FLAG_ values. */
#define INTERNET_PER_CONN_AUTODISCOVERY_FLAGS 5
#define INTERNET_PER_CONN_AUTOCONFIG_SECONDARY_URL 6
#define INTERNET_PER_CONN_AUTOCONFIG_RELOAD_DELAY_MINS 7
#define INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_TIME 8
#define INTERNET_PER_CONN_AUTOCONFIG_LAST_DETECT_URL 9
#define INTERNET_PER_CONN_FLAGS_UI 10
/** No proxy. */
#define PROXY_TYPE_DIRECT 0x00000001
/** A proxy that is named. */
#define PROXY_TYPE_PROXY 0x00000002
/** A configuration script. */
#define PROXY_TYPE_AUTO_PROXY_URL 0x00000004
/** A proxy that is looked for. */
#define PROXY_TYPE_AUTO_DETECT 0x00000008
#define AUTO_PROXY_FLAG_USER_SET 0x00000001
#define AUTO_PROXY_FLAG_ALWAYS_DETECT 0x00000002
#define AUTO_PROXY_FLAG_DETECTION_RUN 0x00000004
#define AUTO_PROXY_FLAG_MIGRATED 0x00000008
#define AUTO_PROXY_FLAG_DONT_CACHE_PROXY_RESULT 0x00000010
#define AUTO_PROXY_FLAG_CACHE_INIT_RUN 0x00000020
#define AUTO_PROXY_FLAG_DETECTION_SUSPECT 0x00000040

/* INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO. */
#define IDSI_FLAG_KEEP_ALIVE 0x00000001
#define IDSI_FLAG_SECURE 0x00000002
#define IDSI_FLAG_PROXY 0x00000004
#define IDSI_FLAG_TUNNEL 0x00000008

/* INTERNET_OPTION_CONNECTED_STATE. */
#define ISO_FORCE_DISCONNECTED 0x00000001
#define ISO_FORCE_OFFLINE 0x00000001
#define ISO_GLOBAL 0x00000001
#define ISO_REGISTRY 0x00000002
#define ISO_VALID_FLAGS 0x00000003

/* INTERNET_OPTION_SUPPRESS_BEHAVIOR. */
/** Back to normal. */
#define INTERNET_SUPPRESS_RESET_ALL 0
/** Accept cookies whatever the policy says. */
#define INTERNET_SUPPRESS_COOKIE_POLICY 1
/** Obey the policy for cookies again. */
#define INTERNET_SUPPRESS_COOKIE_POLICY_RESET 2
/** Keep every cookie for this session only. */
#define INTERNET_SUPPRESS_COOKIE_PERSIST 3
/** Keep cookies for as long as servers say again. */
#define INTERNET_SUPPRESS_COOKIE_PERSIST_RESET 4

/* INTERNET_OPTION_ENABLE_HTTP_PROTOCOL and INTERNET_OPTION_HTTP_PROTOCOL_USED. */
#define HTTP_PROTOCOL_FLAG_HTTP2 0x00000002
#define HTTP_PROTOCOL_MASK 0x00000002

/* INTERNET_OPTION_SERVER_AUTH_SCHEME and INTERNET_OPTION_PROXY_AUTH_SCHEME. */
#define INTERNET_AUTH_SCHEME_BASIC 0
#define INTERNET_AUTH_SCHEME_DIGEST 1
#define INTERNET_AUTH_SCHEME_NTLM 2
#define INTERNET_AUTH_SCHEME_KERBEROS 3
#define INTERNET_AUTH_SCHEME_NEGOTIATE 4
#define INTERNET_AUTH_SCHEME_PASSPORT 5
#define INTERNET_AUTH_SCHEME_UNKNOWN 6

/* Keeping connections, priorities. */
#define INTERNET_KEEP_ALIVE_DISABLED 0
#define INTERNET_KEEP_ALIVE_ENABLED 1
#define INTERNET_KEEP_ALIVE_UNKNOWN 0xFFFFFFFF
#define INTERNET_PRIORITY_FOREGROUND 1000

/* Options. */
/** The lowest option. */
#define INTERNET_FIRST_OPTION 1
/** The status callback of the handle. Only InternetSetStatusCallback sets it. */
#define INTERNET_OPTION_CALLBACK 1
/** DWORD: milliseconds for a connection to be made, over all addresses of the host. */
#define INTERNET_OPTION_CONNECT_TIMEOUT 2
/** DWORD: how many addresses of a host are tried. */
#define INTERNET_OPTION_CONNECT_RETRIES 3
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_CONNECT_BACKOFF 4
/** The same as INTERNET_OPTION_SEND_TIMEOUT. */
#define INTERNET_OPTION_CONTROL_SEND_TIMEOUT 5
/** DWORD: milliseconds to send a request. */
#define INTERNET_OPTION_SEND_TIMEOUT 5
/** The same as INTERNET_OPTION_RECEIVE_TIMEOUT. */
#define INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT 6
/** DWORD: milliseconds to wait for the server. */
#define INTERNET_OPTION_RECEIVE_TIMEOUT 6
/** DWORD: milliseconds to send on the data channel of FTP. */
#define INTERNET_OPTION_DATA_SEND_TIMEOUT 7
/** DWORD: milliseconds to wait on the data channel of FTP. */
#define INTERNET_OPTION_DATA_RECEIVE_TIMEOUT 8
/** DWORD, query only: one of the INTERNET_HANDLE_TYPE_ values. */
#define INTERNET_OPTION_HANDLE_TYPE 9
/** The old number of INTERNET_OPTION_CONTEXT_VALUE. Set: the address of the buffer is the context. */
#define INTERNET_OPTION_CONTEXT_VALUE_OLD 10
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_LISTEN_TIMEOUT 11
/** DWORD: bytes of the read buffer of FTP. */
#define INTERNET_OPTION_READ_BUFFER_SIZE 12
/** DWORD: bytes of the write buffer of FTP. */
#define INTERNET_OPTION_WRITE_BUFFER_SIZE 13
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_ASYNC_ID 15
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_ASYNC_PRIORITY 16
/** HINTERNET, query only: the handle that this one was made from. */
#define INTERNET_OPTION_PARENT_HANDLE 21
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_KEEP_CONNECTION 22
/** DWORD, query only: INTERNET_REQFLAG_ values. */
#define INTERNET_OPTION_REQUEST_FLAGS 23
/** DWORD, query only: the system's error behind the last WinINet error of this thread. */
#define INTERNET_OPTION_EXTENDED_ERROR 24
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_OFFLINE_MODE 26
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_CACHE_STREAM_HANDLE 27
/** String: the user name for the server. */
#define INTERNET_OPTION_USERNAME 28
/** String: the password for the server. */
#define INTERNET_OPTION_PASSWORD 29
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_ASYNC 30
/** DWORD: SECURITY_FLAG_ values. */
#define INTERNET_OPTION_SECURITY_FLAGS 31
/** INTERNET_CERTIFICATE_INFO, query only: the certificate of the server. */
#define INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT 32
/** String, query only: the file that holds the answer. */
#define INTERNET_OPTION_DATAFILE_NAME 33
/** String, query only: the URL of the request, after redirections the last one. */
#define INTERNET_OPTION_URL 34
/** String, query only: the certificate of the server as text. */
#define INTERNET_OPTION_SECURITY_CERTIFICATE 35
/** DWORD, query only: the bits of the key of the connection. */
#define INTERNET_OPTION_SECURITY_KEY_BITNESS 36
/** No buffer: read the proxy settings again. */
#define INTERNET_OPTION_REFRESH 37
/** INTERNET_PROXY_INFO: the proxies of a session, or with a NULL handle of the process. */
#define INTERNET_OPTION_PROXY 38
/** No buffer: the settings of the machine have changed. Connections in reserve are dropped. */
#define INTERNET_OPTION_SETTINGS_CHANGED 39
/** INTERNET_VERSION_INFO, query only: the version of WinINet that the library speaks. */
#define INTERNET_OPTION_VERSION 40
/** String: what requests call themselves. */
#define INTERNET_OPTION_USER_AGENT 41
/** No buffer: forget the passwords and session cookies of this process. */
#define INTERNET_OPTION_END_BROWSER_SESSION 42
/** String: the user name for the proxy. */
#define INTERNET_OPTION_PROXY_USERNAME 43
/** String: the password for the proxy. */
#define INTERNET_OPTION_PROXY_PASSWORD 44
/** DWORD_PTR: the context that status callbacks of this handle get. */
#define INTERNET_OPTION_CONTEXT_VALUE 45
#define INTERNET_OPTION_CONNECT_LIMIT 46
#define INTERNET_OPTION_SECURITY_SELECT_CLIENT_CERT 47
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_POLICY 48
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_DISCONNECTED_TIMEOUT 49
#define INTERNET_OPTION_OFFLINE_TIMEOUT 49
/** Query: a DWORD of INTERNET_STATE_ values. Set: INTERNET_CONNECTED_INFO. */
#define INTERNET_OPTION_CONNECTED_STATE 50
#define INTERNET_OPTION_LINE_STATE 50
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_IDLE_STATE 51
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_OFFLINE_SEMANTICS 52
/** Kept for the system. */
#define INTERNET_OPTION_SECONDARY_CACHE_KEY 53
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_CALLBACK_FILTER 54
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_CONNECT_TIME 55
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_SEND_THROUGHPUT 56
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_RECEIVE_THROUGHPUT 57
/** LONG: which of the requests that wait for a connection goes first. */
#define INTERNET_OPTION_REQUEST_PRIORITY 58
/** HTTP_VERSION_INFO: the version of HTTP that requests speak. For a NULL handle. */
#define INTERNET_OPTION_HTTP_VERSION 59
/** Kept for the system. */
#define INTERNET_OPTION_RESET_URLCACHE_SESSION 60
#define INTERNET_OPTION_NET_SPEED 61
/** DWORD: the INTERNET_ERROR_MASK_ values that the program can handle. */
#define INTERNET_OPTION_ERROR_MASK 62
/** DWORD: milliseconds to wait for the network before the cache answers. */
#define INTERNET_OPTION_FROM_CACHE_TIMEOUT 63
/** BOOL: fetch again what was edited in the cache. */
#define INTERNET_OPTION_BYPASS_EDITED_ENTRY 64
/** BOOL: decode gzip, deflate, br and zstd. */
#define INTERNET_OPTION_HTTP_DECODING 65
/** INTERNET_SECURITY_CONNECTION_INFO, query only: how the connection of a request is encrypted. */
#define INTERNET_OPTION_SECURITY_CONNECTION_INFO 66
/** INTERNET_DIAGNOSTIC_SOCKET_INFO, query only: the connection of a request. */
#define INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO 67
/** DWORD: the code page of host names that are not IDN. */
#define INTERNET_OPTION_CODEPAGE 68
/** INTERNET_CACHE_TIMESTAMPS, query only: when the cached answer was changed and expires. */
#define INTERNET_OPTION_CACHE_TIMESTAMPS 69
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_DISABLE_AUTODIAL 70
#define INTERNET_OPTION_DETECT_POST_SEND 71
#define INTERNET_OPTION_DISABLE_NTLM_PREAUTH 72
/** DWORD: how many connections one server gets. */
#define INTERNET_OPTION_MAX_CONNS_PER_SERVER 73
/** DWORD: how many connections one HTTP/1.0 server gets. */
#define INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER 74
/** INTERNET_PER_CONN_OPTION_LIST: proxy settings. */
#define INTERNET_OPTION_PER_CONNECTION_OPTION 75
/** No buffer: forget the credentials of digest authentication. */
#define INTERNET_OPTION_DIGEST_AUTH_UNLOAD 76
/** Go to the network although the machine is set offline. */
#define INTERNET_OPTION_IGNORE_OFFLINE 77
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_IDENTITY 78
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_REMOVE_IDENTITY 79
/** Not implemented, as on Windows: ERROR_INTERNET_INVALID_OPTION. */
#define INTERNET_OPTION_ALTER_IDENTITY 80
/** DWORD, set only: one of the INTERNET_SUPPRESS_ values. */
#define INTERNET_OPTION_SUPPRESS_BEHAVIOR 81
#define INTERNET_OPTION_AUTODIAL_MODE 82
#define INTERNET_OPTION_AUTODIAL_CONNECTION 83
/**
 * Set only: the certificate that the client shows. On Linux the buffer is PEM text: the chain, the
 * client's own certificate first, and the private key. NULL and 0: there is none.
 */
#define INTERNET_OPTION_CLIENT_CERT_CONTEXT 84
#define INTERNET_OPTION_AUTH_FLAGS 85
#define INTERNET_OPTION_COOKIES_3RD_PARTY 86
#define INTERNET_OPTION_DISABLE_PASSPORT_AUTH 87
#define INTERNET_OPTION_SEND_UTF8_SERVERNAME_TO_PROXY 88
#define INTERNET_OPTION_EXEMPT_CONNECTION_LIMIT 89
#define INTERNET_OPTION_ENABLE_PASSPORT_AUTH 90
#define INTERNET_OPTION_HIBERNATE_INACTIVE_WORKER_THREADS 91
#define INTERNET_OPTION_ACTIVATE_WORKER_THREADS 92
#define INTERNET_OPTION_RESTORE_WORKER_THREAD_DEFAULTS 93
#define INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH 94
/** No buffer: the proxy settings have changed. */
#define INTERNET_OPTION_PROXY_SETTINGS_CHANGED 95
/** String, set only: the extension of the file that holds the answer. */
#define INTERNET_OPTION_DATAFILE_EXT 96
#define INTERNET_OPTION_ORIGINAL_CONNECT_FLAGS 97
/** DWORD, query only: what the certificate of the server was refused for, DLG_FLAGS_ values. */
#define INTERNET_OPTION_CERT_ERROR_FLAGS 98
#define INTERNET_OPTION_IGNORE_CERT_ERROR_FLAGS 99
/** DWORD: the code page of the path of a URL. */
#define INTERNET_OPTION_CODEPAGE_PATH 100
/** DWORD: the code page of what follows "?" in a URL. */
#define INTERNET_OPTION_CODEPAGE_EXTRA 101
/** DWORD: INTERNET_FLAG_IDN_ values, or 0 for no encoding of international host names. */
#define INTERNET_OPTION_IDN 102
/** DWORD, 2 to 128: how many connections one proxy gets. For a NULL handle. */
#define INTERNET_OPTION_MAX_CONNS_PER_PROXY 103
/** No buffer: no credentials for the server, but for a proxy. Before the request is sent. */
#define INTERNET_OPTION_SUPPRESS_SERVER_AUTH 104
/** The chain of certificates of the server, as a struct of Windows' CryptoAPI: not on Linux. */
#define INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT 105
#define INTERNET_OPTION_SESSION_START_TIME 106
#define INTERNET_OPTION_PROXY_CREDENTIALS 107
#define INTERNET_OPTION_EXTENDED_CALLBACKS 108
#define INTERNET_OPTION_PROXY_FROM_REQUEST 109
#define INTERNET_OPTION_ALLOW_FAILED_CONNECT_CONTENT 110
#define INTERNET_OPTION_CACHE_PARTITION 111
#define INTERNET_OPTION_AUTODIAL_HWND 112
#define INTERNET_OPTION_SERVER_CREDENTIALS 113
#define INTERNET_OPTION_WPAD_SLEEP 114
#define INTERNET_OPTION_FAIL_ON_CACHE_WRITE_ERROR 115
#define INTERNET_OPTION_DOWNLOAD_MODE 116
#define INTERNET_OPTION_RESPONSE_RESUMABLE 117
#define INTERNET_OPTION_CM_HANDLE_COPY_REF 118
#define INTERNET_OPTION_CONNECTION_INFO 120
#define INTERNET_OPTION_BACKGROUND_CONNECTIONS 121
/** BOOL: take redirections from the cache. */
#define INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ 122
#define INTERNET_OPTION_DO_NOT_TRACK 123
#define INTERNET_OPTION_USE_MODIFIED_HEADER_FILTER 124
#define INTERNET_OPTION_WWA_MODE 125
#define INTERNET_OPTION_UPGRADE_TO_WEB_SOCKET 126
#define INTERNET_OPTION_WEB_SOCKET_KEEPALIVE_INTERVAL 127
#define INTERNET_OPTION_UNLOAD_NOTIFY_EVENT 128
#define INTERNET_OPTION_SOCKET_NODELAY 129
#define INTERNET_OPTION_APP_CACHE 130
#define INTERNET_OPTION_DEPENDENCY_HANDLE 131
#define INTERNET_OPTION_USE_FIRST_AVAILABLE_CONNECTION 132
#define INTERNET_OPTION_TIMED_CONNECTION_LIMIT_BYPASS 133
#define INTERNET_OPTION_WEB_SOCKET_CLOSE_TIMEOUT 134
#define INTERNET_OPTION_FLUSH_STATE 135
#define INTERNET_OPTION_DISALLOW_PREMATURE_EOF 137
#define INTERNET_OPTION_SOCKET_NOTIFICATION_IOCTL 138
#define INTERNET_OPTION_CACHE_ENTRY_EXTRA_DATA 139
#define INTERNET_OPTION_MAX_QUERY_BUFFER_SIZE 140
#define INTERNET_OPTION_FALSE_START 141
#define INTERNET_OPTION_USER_PASS_SERVER_ONLY 142
#define INTERNET_OPTION_SERVER_AUTH_SCHEME 143
#define INTERNET_OPTION_PROXY_AUTH_SCHEME 144
#define INTERNET_OPTION_TUNNEL_ONLY 145
#define INTERNET_OPTION_SOURCE_PORT 146
/** ULONGLONG, query only: Content-Length of an answer that was decoded. */
#define INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH 147
#define INTERNET_OPTION_ENABLE_DUO 148
/** DWORD: HTTP_PROTOCOL_FLAG_ values that requests may use. */
#define INTERNET_OPTION_ENABLE_HTTP_PROTOCOL 148
#define INTERNET_OPTION_DUO_USED 149
/** DWORD, query only: the HTTP_PROTOCOL_FLAG_ values that the request used. */
#define INTERNET_OPTION_HTTP_PROTOCOL_USED 149
#define INTERNET_OPTION_CHUNK_ENCODE_REQUEST 150
#define INTERNET_OPTION_SECURE_FAILURE 151
#define INTERNET_OPTION_NOTIFY_SENDING_COOKIE 152
#define INTERNET_OPTION_CLIENT_CERT_ISSUER_LIST 153
#define INTERNET_OPTION_RESET 154
/** BOOL: encode characters beyond ASCII in what follows "?". */
#define INTERNET_OPTION_ENCODE_EXTRA 155
#define INTERNET_OPTION_SERVER_ADDRESS_INFO 156
/** BOOL: obey servers that ask for https only. */
#define INTERNET_OPTION_HSTS 157
#define INTERNET_OPTION_ENABLE_WBOEXT 158
/** String, set only: the enterprise that the request belongs to. */
#define INTERNET_OPTION_ENTERPRISE_CONTEXT 159
#define INTERNET_OPTION_DISABLE_INSECURE_FALLBACK 160
#define INTERNET_OPTION_ALLOW_INSECURE_FALLBACK 161
#define INTERNET_OPTION_CONNECTION_FILTER 162
#define INTERNET_OPTION_REFERER_TOKEN_BINDING_HOSTNAME 163
#define INTERNET_OPTION_SET_IN_PRIVATE 164
#define INTERNET_OPTION_DOWNLOAD_MODE_HANDLE 165
#define INTERNET_OPTION_EDGE_COOKIES 166
#define INTERNET_OPTION_NO_HTTP_SERVER_AUTH 167
#define INTERNET_OPTION_ENABLE_HEADER_CALLBACKS 168
#define INTERNET_OPTION_PRESERVE_REQUEST_SERVER_CREDENTIALS_ON_REDIRECT 169
#define INTERNET_OPTION_PRESERVE_REFERER_ON_HTTPS_TO_HTTP_REDIRECT 170
#define INTERNET_OPTION_TCP_FAST_OPEN 171
#define INTERNET_OPTION_SYNC_MODE_AUTOMATIC_SESSION_DISABLED 172
/** BOOL: kept and given back; deflate is understood with the header of zlib and without. */
#define INTERNET_OPTION_ENABLE_ZLIB_DEFLATE 173
#define INTERNET_OPTION_ENCODE_FALLBACK_FOR_REDIRECT_URI 174
#define INTERNET_OPTION_EDGE_COOKIES_TEMP 175
/** Refuse weak signatures of certificates. */
#define INTERNET_OPTION_OPT_IN_WEAK_SIGNATURE 176
#define INTERNET_OPTION_PARSE_LINE_FOLDING 177
#define INTERNET_OPTION_FORCE_DECODE 178
#define INTERNET_OPTION_COOKIES_APPLY_HOST_ONLY 179
#define INTERNET_OPTION_EDGE_MODE 180
#define INTERNET_OPTION_TOKEN_BINDING_PUBLIC_KEY 181
#define INTERNET_OPTION_CANCEL_CACHE_WRITE 182
#define INTERNET_OPTION_AUTH_SCHEME_SELECTED 183
#define INTERNET_OPTION_NOCACHE_WRITE_IN_PRIVATE 184
#define INTERNET_OPTION_ACTIVITY_ID 185
#define INTERNET_OPTION_REQUEST_TIMES 186
#define INTERNET_OPTION_COOKIES_SAME_SITE_LEVEL 187
#define INTERNET_OPTION_GLOBAL_CALLBACK 188
#define INTERNET_OPTION_ENABLE_TEST_SIGNING 189
#define INTERNET_OPTION_DISABLE_PROXY_LINK_LOCAL_NAME_RESOLUTION 190
#define INTERNET_OPTION_HTTP_09 191
#define INTERNET_OPTION_CALLER_MODULE 192
#define INTERNET_OPTION_REQUEST_ANNOTATION 193
/** The highest option. */
#define INTERNET_LAST_OPTION 193
#define INTERNET_LAST_OPTION_INTERNAL 193
#define INTERNET_OPTION_REQUEST_ANNOTATION_MAX_LENGTH 64000

/* PrivacySetZonePreferenceW: how much is allowed, and to whom. */
#define PRIVACY_TEMPLATE_NO_COOKIES 0
#define PRIVACY_TEMPLATE_HIGH 1
#define PRIVACY_TEMPLATE_MEDIUM_HIGH 2
#define PRIVACY_TEMPLATE_MEDIUM 3
#define PRIVACY_TEMPLATE_MEDIUM_LOW 4
#define PRIVACY_TEMPLATE_LOW 5
#define PRIVACY_TEMPLATE_CUSTOM 100
#define PRIVACY_TEMPLATE_ADVANCED 101
#define PRIVACY_TEMPLATE_MAX 5
#define PRIVACY_TYPE_FIRST_PARTY 0
#define PRIVACY_TYPE_THIRD_PARTY 1

/* From where the page comes that asks for something, for SameSite cookies. */
#define HTTP_COOKIES_SAME_SITE_LEVEL_UNKNOWN 0
#define HTTP_COOKIES_SAME_SITE_LEVEL_SAME_SITE 1
#define HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE_LAX 2
#define HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE 3
#define HTTP_COOKIES_SAME_SITE_LEVEL_MAX 3

/* INTERNET_OPTION_IDENTITY_FLAGS. */
#define INTERNET_IDENTITY_FLAG_PRIVATE_CACHE 0x01
#define INTERNET_IDENTITY_FLAG_SHARED_CACHE 0x02
#define INTERNET_IDENTITY_FLAG_CLEAR_DATA 0x04
#define INTERNET_IDENTITY_FLAG_CLEAR_COOKIES 0x08
#define INTERNET_IDENTITY_FLAG_CLEAR_HISTORY 0x10
#define INTERNET_IDENTITY_FLAG_CLEAR_CONTENT 0x20

/* Headers and parts of the status line. */
#define HTTP_QUERY_MIME_VERSION 0
#define HTTP_QUERY_CONTENT_TYPE 1
#define HTTP_QUERY_CONTENT_TRANSFER_ENCODING 2
#define HTTP_QUERY_CONTENT_ID 3
#define HTTP_QUERY_CONTENT_DESCRIPTION 4
#define HTTP_QUERY_CONTENT_LENGTH 5
#define HTTP_QUERY_CONTENT_LANGUAGE 6
#define HTTP_QUERY_ALLOW 7
#define HTTP_QUERY_PUBLIC 8
#define HTTP_QUERY_DATE 9
#define HTTP_QUERY_EXPIRES 10
#define HTTP_QUERY_LAST_MODIFIED 11
#define HTTP_QUERY_MESSAGE_ID 12
#define HTTP_QUERY_URI 13
#define HTTP_QUERY_DERIVED_FROM 14
#define HTTP_QUERY_COST 15
#define HTTP_QUERY_LINK 16
#define HTTP_QUERY_PRAGMA 17
#define HTTP_QUERY_VERSION 18
#define HTTP_QUERY_STATUS_CODE 19
#define HTTP_QUERY_STATUS_TEXT 20
/** All headers, each ended by a NUL, and one NUL more at the end. */
#define HTTP_QUERY_RAW_HEADERS 21
/** All headers, as they were on the wire. */
#define HTTP_QUERY_RAW_HEADERS_CRLF 22
#define HTTP_QUERY_CONNECTION 23
#define HTTP_QUERY_ACCEPT 24
#define HTTP_QUERY_ACCEPT_CHARSET 25
#define HTTP_QUERY_ACCEPT_ENCODING 26
#define HTTP_QUERY_ACCEPT_LANGUAGE 27
#define HTTP_QUERY_AUTHORIZATION 28
#define HTTP_QUERY_CONTENT_ENCODING 29
#define HTTP_QUERY_FORWARDED 30
#define HTTP_QUERY_FROM 31
#define HTTP_QUERY_IF_MODIFIED_SINCE 32
#define HTTP_QUERY_LOCATION 33
#define HTTP_QUERY_ORIG_URI 34
#define HTTP_QUERY_REFERER 35
#define HTTP_QUERY_RETRY_AFTER 36
#define HTTP_QUERY_SERVER 37
#define HTTP_QUERY_TITLE 38
#define HTTP_QUERY_USER_AGENT 39
#define HTTP_QUERY_WWW_AUTHENTICATE 40
#define HTTP_QUERY_PROXY_AUTHENTICATE 41
#define HTTP_QUERY_ACCEPT_RANGES 42
#define HTTP_QUERY_SET_COOKIE 43
#define HTTP_QUERY_COOKIE 44
#define HTTP_QUERY_REQUEST_METHOD 45
#define HTTP_QUERY_REFRESH 46
#define HTTP_QUERY_CONTENT_DISPOSITION 47
#define HTTP_QUERY_AGE 48
#define HTTP_QUERY_CACHE_CONTROL 49
#define HTTP_QUERY_CONTENT_BASE 50
#define HTTP_QUERY_CONTENT_LOCATION 51
#define HTTP_QUERY_CONTENT_MD5 52
#define HTTP_QUERY_CONTENT_RANGE 53
#define HTTP_QUERY_ETAG 54
#define HTTP_QUERY_HOST 55
#define HTTP_QUERY_IF_MATCH 56
#define HTTP_QUERY_IF_NONE_MATCH 57
#define HTTP_QUERY_IF_RANGE 58
#define HTTP_QUERY_IF_UNMODIFIED_SINCE 59
#define HTTP_QUERY_MAX_FORWARDS 60
#define HTTP_QUERY_PROXY_AUTHORIZATION 61
#define HTTP_QUERY_RANGE 62
#define HTTP_QUERY_TRANSFER_ENCODING 63
#define HTTP_QUERY_UPGRADE 64
#define HTTP_QUERY_VARY 65
#define HTTP_QUERY_VIA 66
#define HTTP_QUERY_WARNING 67
#define HTTP_QUERY_EXPECT 68
#define HTTP_QUERY_PROXY_CONNECTION 69
#define HTTP_QUERY_UNLESS_MODIFIED_SINCE 70
#define HTTP_QUERY_ECHO_REQUEST 71
#define HTTP_QUERY_ECHO_REPLY 72
#define HTTP_QUERY_ECHO_HEADERS 73
#define HTTP_QUERY_ECHO_HEADERS_CRLF 74
#define HTTP_QUERY_PROXY_SUPPORT 75
#define HTTP_QUERY_AUTHENTICATION_INFO 76
#define HTTP_QUERY_PASSPORT_URLS 77
#define HTTP_QUERY_PASSPORT_CONFIG 78
#define HTTP_QUERY_X_CONTENT_TYPE_OPTIONS 79
#define HTTP_QUERY_P3P 80
#define HTTP_QUERY_X_P2P_PEERDIST 81
#define HTTP_QUERY_TRANSLATE 82
#define HTTP_QUERY_X_UA_COMPATIBLE 83
#define HTTP_QUERY_DEFAULT_STYLE 84
#define HTTP_QUERY_X_FRAME_OPTIONS 85
#define HTTP_QUERY_X_XSS_PROTECTION 86
#define HTTP_QUERY_SET_COOKIE2 87
#define HTTP_QUERY_DO_NOT_TRACK 88
#define HTTP_QUERY_KEEP_ALIVE 89
#define HTTP_QUERY_HTTP2_SETTINGS 90
#define HTTP_QUERY_STRICT_TRANSPORT_SECURITY 91
#define HTTP_QUERY_TOKEN_BINDING 92
#define HTTP_QUERY_INCLUDE_REFERER_TOKEN_BINDING_ID 93
#define HTTP_QUERY_INCLUDE_REFERRED_TOKEN_BINDING_ID 93
#define HTTP_QUERY_PUBLIC_KEY_PINS 94
#define HTTP_QUERY_PUBLIC_KEY_PINS_REPORT_ONLY 95
#define HTTP_QUERY_MAX 95
/** The header that lpBuffer names. */
#define HTTP_QUERY_CUSTOM 65535

/* How the value is given. */
#define HTTP_QUERY_FLAG_COALESCE_WITH_COMMA 0x04000000
/** Give the value as a ULONGLONG. */
#define HTTP_QUERY_FLAG_NUMBER64 0x08000000
/** Not used, as on Windows. */
#define HTTP_QUERY_FLAG_COALESCE 0x10000000
/** Give the value as a DWORD. */
#define HTTP_QUERY_FLAG_NUMBER 0x20000000
/** Give the value as a SYSTEMTIME. */
#define HTTP_QUERY_FLAG_SYSTEMTIME 0x40000000
/** Ask for a header of the request, not of the answer. */
#define HTTP_QUERY_FLAG_REQUEST_HEADERS 0x80000000
/** All flags of HttpQueryInfo. */
#define HTTP_QUERY_MODIFIER_FLAGS_MASK 0xFC000000
/** What is no flag. */
#define HTTP_QUERY_HEADER_MASK 0x03FFFFFF

/* HTTP status codes. */
#define HTTP_STATUS_CONTINUE 100
#define HTTP_STATUS_SWITCH_PROTOCOLS 101
#define HTTP_STATUS_OK 200
#define HTTP_STATUS_CREATED 201
#define HTTP_STATUS_ACCEPTED 202
#define HTTP_STATUS_PARTIAL 203
#define HTTP_STATUS_NO_CONTENT 204
#define HTTP_STATUS_RESET_CONTENT 205
#define HTTP_STATUS_PARTIAL_CONTENT 206
#define HTTP_STATUS_AMBIGUOUS 300
#define HTTP_STATUS_MOVED 301
#define HTTP_STATUS_REDIRECT 302
#define HTTP_STATUS_REDIRECT_METHOD 303
#define HTTP_STATUS_NOT_MODIFIED 304
#define HTTP_STATUS_USE_PROXY 305
#define HTTP_STATUS_REDIRECT_KEEP_VERB 307
#define HTTP_STATUS_PERMANENT_REDIRECT 308
#define HTTP_STATUS_BAD_REQUEST 400
#define HTTP_STATUS_DENIED 401
#define HTTP_STATUS_PAYMENT_REQ 402
#define HTTP_STATUS_FORBIDDEN 403
#define HTTP_STATUS_NOT_FOUND 404
#define HTTP_STATUS_BAD_METHOD 405
#define HTTP_STATUS_NONE_ACCEPTABLE 406
#define HTTP_STATUS_PROXY_AUTH_REQ 407
#define HTTP_STATUS_REQUEST_TIMEOUT 408
#define HTTP_STATUS_CONFLICT 409
#define HTTP_STATUS_GONE 410
#define HTTP_STATUS_LENGTH_REQUIRED 411
#define HTTP_STATUS_PRECOND_FAILED 412
#define HTTP_STATUS_REQUEST_TOO_LARGE 413
#define HTTP_STATUS_URI_TOO_LONG 414
#define HTTP_STATUS_UNSUPPORTED_MEDIA 415
#define HTTP_STATUS_MISDIRECTED_REQUEST 421
#define HTTP_STATUS_RETRY_WITH 449
#define HTTP_STATUS_SERVER_ERROR 500
#define HTTP_STATUS_NOT_SUPPORTED 501
#define HTTP_STATUS_BAD_GATEWAY 502
#define HTTP_STATUS_SERVICE_UNAVAIL 503
#define HTTP_STATUS_GATEWAY_TIMEOUT 504
#define HTTP_STATUS_VERSION_NOT_SUP 505
#define HTTP_STATUS_FIRST 100
#define HTTP_STATUS_LAST 505

/* The version of the protocol that a request speaks by default. */
#define HTTP_MAJOR_VERSION 1
#define HTTP_MINOR_VERSION 0
/** The connection is encrypted (query only). */
#define SECURITY_FLAG_SECURE 0x00000001
/** A key of up to 56 bits. */
#define SECURITY_FLAG_STRENGTH_WEAK 0x10000000
/** A key of 56 to 80 bits. */
#define SECURITY_FLAG_STRENGTH_MEDIUM 0x40000000
/** A key of 128 bits or more. */
#define SECURITY_FLAG_STRENGTH_STRONG 0x20000000
#define SECURITY_FLAG_NORMALBITNESS 0x10000000
#define SECURITY_FLAG_UNKNOWNBIT 0x80000000
#define SECURITY_FLAG_SSL 0x00000002
#define SECURITY_FLAG_SSL3 0x00000004
#define SECURITY_FLAG_PCT 0x00000008
#define SECURITY_FLAG_PCT4 0x00000010
#define SECURITY_FLAG_IETFSSL4 0x00000020
#define SECURITY_FLAG_40BIT 0x10000000
#define SECURITY_FLAG_128BIT 0x20000000
#define SECURITY_FLAG_56BIT 0x40000000
#define SECURITY_FLAG_FORTEZZA 0x08000000
/** Do not care whether the certificate was revoked. */
#define SECURITY_FLAG_IGNORE_REVOCATION 0x00000080
/** Accept a certificate of an authority that is not trusted. */
#define SECURITY_FLAG_IGNORE_UNKNOWN_CA 0x00000100
/** Accept a certificate that is not meant for servers. */
#define SECURITY_FLAG_IGNORE_WRONG_USAGE 0x00000200
/** Accept a certificate that is for another host name. */
#define SECURITY_FLAG_IGNORE_CERT_CN_INVALID 0x00001000
/** Accept a certificate that is expired or not yet valid. */
#define SECURITY_FLAG_IGNORE_CERT_DATE_INVALID 0x00002000
#define SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTPS 0x00004000
#define SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTP 0x00008000
#define SECURITY_FLAG_IGNORE_WEAK_SIGNATURE 0x00010000
#define SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE 0x00020000
/** What a program may set. */
#define SECURITY_SET_MASK 0x00003380
/** What excuses a certificate. */
#define SECURITY_IGNORE_ERROR_MASK 0x00013180

/* What INTERNET_OPTION_CERT_ERROR_FLAGS tells. */
/** A weak signature. */
#define DLG_FLAGS_WEAK_SIGNATURE 0x00200000
/** The server speaks an old TLS only. */
#define DLG_FLAGS_INSECURE_FALLBACK 0x00400000
/** The certificate is revoked, or whether it is could not be found out. */
#define DLG_FLAGS_SEC_CERT_REV_FAILED 0x00800000
/** No trusted authority signed it. */
#define DLG_FLAGS_INVALID_CA 0x01000000
/** It is for another host name. */
#define DLG_FLAGS_SEC_CERT_CN_INVALID 0x02000000
/** It is expired or not yet valid. */
#define DLG_FLAGS_SEC_CERT_DATE_INVALID 0x04000000
/** The context of a handle for which no callback is wanted. */
#define INTERNET_NO_CALLBACK 0

/* Values of dwInternetStatus. */
/**
 * Looking up the name of the server or proxy. Information: the name, as a string of the callback's
 * flavour.
 */
#define INTERNET_STATUS_RESOLVING_NAME 10
/** The address was found. Information: the address as text, always `char`. */
#define INTERNET_STATUS_NAME_RESOLVED 11
/** Connecting to the server or proxy. Information: its address as text, always `char`. */
#define INTERNET_STATUS_CONNECTING_TO_SERVER 20
/** The connection stands. Information: the address as text, always `char`. */
#define INTERNET_STATUS_CONNECTED_TO_SERVER 21
/** Sending the request. No information. */
#define INTERNET_STATUS_SENDING_REQUEST 30
/** The request was sent. Information: a DWORD, the number of bytes sent. */
#define INTERNET_STATUS_REQUEST_SENT 31
/** Waiting for the server. No information. */
#define INTERNET_STATUS_RECEIVING_RESPONSE 40
/** Something came from the server. Information: a DWORD, the number of bytes received. */
#define INTERNET_STATUS_RESPONSE_RECEIVED 41
/** Never sent, here as on Windows. */
#define INTERNET_STATUS_CTL_RESPONSE_RECEIVED 42
/** Never sent, here as on Windows. */
#define INTERNET_STATUS_PREFETCH 43
/** Closing the connection to the server. No information. */
#define INTERNET_STATUS_CLOSING_CONNECTION 50
/** The connection is closed. No information. */
#define INTERNET_STATUS_CONNECTION_CLOSED 51
/**
 * A handle was made. `hInternet` is its parent, `dwContext` its own context.
 * Information: a pointer to the new HINTERNET, which is also the `dwResult` of an
 * INTERNET_ASYNC_RESULT.
 */
#define INTERNET_STATUS_HANDLE_CREATED 60
/** The handle is gone; nothing follows for it. Information: a pointer to the HINTERNET. */
#define INTERNET_STATUS_HANDLE_CLOSING 70
/** Looking for the proxy to use. */
#define INTERNET_STATUS_DETECTING_PROXY 80
/** An asynchronous operation has ended. Information: an INTERNET_ASYNC_RESULT. */
#define INTERNET_STATUS_REQUEST_COMPLETE 100
/**
 * The request goes on at another URL. Information: the new URL, a string of the callback's
 * flavour.
 */
#define INTERNET_STATUS_REDIRECT 110
/** The server sent an intermediate (1xx) answer. */
#define INTERNET_STATUS_INTERMEDIATE_RESPONSE 120
/** The request needs the user before it can go on. */
#define INTERNET_STATUS_USER_INPUT_REQUIRED 140
/** The machine went from online to offline or back. Information: a DWORD of INTERNET_STATE_ flags. */
#define INTERNET_STATUS_STATE_CHANGE 200
/** Cookies went with the request. Information: a DWORD, how many. */
#define INTERNET_STATUS_COOKIE_SENT 320
/** Cookies came with the answer. Information: a DWORD, how many. */
#define INTERNET_STATUS_COOKIE_RECEIVED 321
#define INTERNET_STATUS_PRIVACY_IMPACTED 324
#define INTERNET_STATUS_P3P_HEADER 325
#define INTERNET_STATUS_P3P_POLICYREF 326
#define INTERNET_STATUS_COOKIE_HISTORY 327
#define INTERNET_STATUS_SENDING_COOKIE 328
#define INTERNET_STATUS_REQUEST_HEADERS_SET 329
#define INTERNET_STATUS_RESPONSE_HEADERS_SET 330
#define INTERNET_STATUS_PROXY_CREDENTIALS 400
#define INTERNET_STATUS_SERVER_CREDENTIALS 401
#define INTERNET_STATUS_SERVER_CONNECTION_STATE 410
#define INTERNET_STATUS_END_BROWSER_SESSION 420
#define INTERNET_STATUS_COOKIE 430

/* What INTERNET_PREFETCH_STATUS tells. */
#define INTERNET_PREFETCH_PROGRESS 0
#define INTERNET_PREFETCH_COMPLETE 1
#define INTERNET_PREFETCH_ABORTED 2

/* Which notifications INTERNET_OPTION_CALLBACK_FILTER lets through. */
#define INTERNET_STATUS_FILTER_RESOLVING 0x00000001
#define INTERNET_STATUS_FILTER_RESOLVED 0x00000002
#define INTERNET_STATUS_FILTER_CONNECTING 0x00000004
#define INTERNET_STATUS_FILTER_CONNECTED 0x00000008
#define INTERNET_STATUS_FILTER_SENDING 0x00000010
#define INTERNET_STATUS_FILTER_SENT 0x00000020
#define INTERNET_STATUS_FILTER_RECEIVING 0x00000040
#define INTERNET_STATUS_FILTER_RECEIVED 0x00000080
#define INTERNET_STATUS_FILTER_CLOSING 0x00000100
#define INTERNET_STATUS_FILTER_CLOSED 0x00000200
#define INTERNET_STATUS_FILTER_HANDLE_CREATED 0x00000400
#define INTERNET_STATUS_FILTER_HANDLE_CLOSING 0x00000800
#define INTERNET_STATUS_FILTER_PREFETCH 0x00001000
#define INTERNET_STATUS_FILTER_REDIRECT 0x00002000
#define INTERNET_STATUS_FILTER_STATE_CHANGE 0x00004000

/* What INTERNET_STATUS_STATE_CHANGE and INTERNET_OPTION_CONNECTED_STATE speak of. */
#define INTERNET_STATE_CONNECTED 0x00000001
#define INTERNET_STATE_DISCONNECTED 0x00000002
#define INTERNET_STATE_DISCONNECTED_BY_USER 0x00000010
#define INTERNET_STATE_IDLE 0x00000100
#define INTERNET_STATE_BUSY 0x00000200

/* Schemes. */
#define INTERNET_SCHEME_PARTIAL (-2)
#define INTERNET_SCHEME_UNKNOWN (-1)
#define INTERNET_SCHEME_DEFAULT 0
#define INTERNET_SCHEME_FTP 1
#define INTERNET_SCHEME_GOPHER 2
#define INTERNET_SCHEME_HTTP 3
#define INTERNET_SCHEME_HTTPS 4
#define INTERNET_SCHEME_FILE 5
#define INTERNET_SCHEME_NEWS 6
#define INTERNET_SCHEME_MAILTO 7
#define INTERNET_SCHEME_SOCKS 8
#define INTERNET_SCHEME_JAVASCRIPT 9
#define INTERNET_SCHEME_VBSCRIPT 10
#define INTERNET_SCHEME_RES 11
#define INTERNET_SCHEME_FIRST 1
#define INTERNET_SCHEME_LAST 11

/* Flags of InternetCrackUrl, InternetCreateUrl, InternetCanonicalizeUrl and InternetCombineUrl. */
/** Encode percent signs too. */
#define ICU_ENCODE_PERCENT 0x00001000
/** Leave what follows "?" or "#" as it is. */
#define ICU_BROWSER_MODE 0x02000000
/** Encode spaces only. */
#define ICU_ENCODE_SPACES_ONLY 0x04000000
/** Keep "." and ".." in the path. */
#define ICU_NO_META 0x08000000
/** Decode %XX sequences. */
#define ICU_DECODE 0x10000000
/** Leave unsafe characters as they are. */
#define ICU_NO_ENCODE 0x20000000
/** Use the default user name when the URL has none. */
#define ICU_USERNAME 0x40000000
/** Decode %XX sequences (InternetCrackUrl), or encode (InternetCreateUrl). */
#define ICU_ESCAPE 0x80000000

/* Limits of the parts of a URL, in characters. */
#define INTERNET_MAX_HOST_NAME_LENGTH 256
#define INTERNET_MAX_USER_NAME_LENGTH 128
#define INTERNET_MAX_PASSWORD_LENGTH 128
#define INTERNET_MAX_PORT_NUMBER_LENGTH 5
#define INTERNET_MAX_PORT_NUMBER_VALUE 65535
#define INTERNET_MAX_PATH_LENGTH 2048
#define INTERNET_MAX_SCHEME_LENGTH 32
/** The longest scheme, "://" with its NUL, and the longest path. */
#define INTERNET_MAX_URL_LENGTH 2084



/**
 * Says whether a host is one of those that are reached without a proxy.
 *
 * Parameters:
 * - tScheme: an INTERNET_SCHEME_ value; entries such as `https://example.com` hold for one scheme.
 * - lpszHost: the host, without a port. Entries with a port are about other servers.
 * - cchHost: its length in characters, or (DWORD)-1 if it ends with a NUL.
 *
 * Looks at the settings of the process: those that INTERNET_OPTION_PROXY has set on NULL, or else the
 * environment's. Without any of them it is this machine alone.
 *
 * Returns TRUE, or FALSE with 0 as the last error. Last errors: ERROR_INVALID_PARAMETER for NULL, "" and
 * what is not UTF-8. Statuses: none. Threads: any.
 * Source: wininet.dll, IsHostInProxyBypassList, which Microsoft's header does not declare.
 *
 * # Safety
 * lpszHost is NULL or points to what cchHost says.
 */
BOOLAPI IsHostInProxyBypassList(INTERNET_SCHEME tScheme, LPCSTR lpszHost, DWORD cchHost);

/**
 * Gives the canonical form of a URL: no white space around it, slashes for backslashes, scheme and
 * host in lower case, "/" for an empty path, no "." and ".." segments, unsafe characters encoded.
 *
 * Unsafe in the path are control characters, space, what is not ASCII (as UTF-8), and any of
 * "<>'[]{}|\^` and the double quote. What follows "?" or "#" is left as it is, as if
 * ICU_BROWSER_MODE were always set. A path that begins with "." or ".." keeps all of them. Names of
 * Windows files (C:\directory, \\server\share) become file URLs. Schemes that are not known are
 * taken as they come, also text that has none.
 *
 * Parameters:
 * - lpszUrl: the URL.
 * - lpszBuffer: takes the canonical form with its NUL; NULL asks for the size. It may be lpszUrl.
 * - lpdwBufferLength: in: the size of lpszBuffer in characters; out: the length in characters,
 *   without the NUL; after ERROR_INSUFFICIENT_BUFFER the size needed in bytes, NUL counted.
 * - dwFlags: 0 or ICU_ values. ICU_DECODE: decode first, but for %00, %23 and %3F. ICU_NO_ENCODE:
 *   encode nothing. ICU_ENCODE_SPACES_ONLY: nothing but spaces, and nothing at all in URLs without
 *   slashes behind their scheme. ICU_ENCODE_PERCENT: percent signs too. ICU_NO_META: keep "." and
 *   "..". ICU_BROWSER_MODE, ICU_ESCAPE, ICU_USERNAME: nothing changes.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, an unknown flag or a W
 * string that is not Unicode, ERROR_INTERNET_INVALID_URL for an empty one,
 * ERROR_INSUFFICIENT_BUFFER. Statuses: none. Threads: any.
 * Source: wininet.h, InternetCanonicalizeUrlA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI InternetCanonicalizeUrlA(LPCSTR lpszUrl, LPSTR lpszBuffer, LPDWORD lpdwBufferLength,
    DWORD dwFlags);

/**
 * The W form of InternetCanonicalizeUrlA. Source: wininet.h, InternetCanonicalizeUrlW.
 *
 * # Safety
 * As InternetCanonicalizeUrlA.
 */
BOOLAPI InternetCanonicalizeUrlW(LPCWSTR lpszUrl, LPWSTR lpszBuffer, LPDWORD lpdwBufferLength,
    DWORD dwFlags);

/**
 * Gives where a URL leads to that is relative to another (RFC 3986, 5.2), in canonical form as
 * InternetCanonicalizeUrlA makes it.
 *
 * Parameters:
 * - lpszBaseUrl: the URL of the document.
 * - lpszRelativeUrl: what was found there; a whole URL is taken as it is.
 * - lpszBuffer: takes the URL with its NUL; NULL asks for the size. It may be one of the others.
 * - lpdwBufferLength: in: the size of lpszBuffer in characters; out: the length in characters,
 *   without the NUL; after ERROR_INSUFFICIENT_BUFFER the size needed in bytes, NUL counted.
 * - dwFlags: those of InternetCanonicalizeUrlA.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, an unknown flag or a W
 * string that is not Unicode, ERROR_BAD_PATHNAME for a base to which nothing is relative (it has no
 * scheme, or no slashes behind it), ERROR_INSUFFICIENT_BUFFER. Statuses: none. Threads: any.
 * Source: wininet.h, InternetCombineUrlA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI InternetCombineUrlA(LPCSTR lpszBaseUrl, LPCSTR lpszRelativeUrl, LPSTR lpszBuffer,
    LPDWORD lpdwBufferLength, DWORD dwFlags);

/**
 * The W form of InternetCombineUrlA. Source: wininet.h, InternetCombineUrlW.
 *
 * # Safety
 * As InternetCombineUrlA.
 */
BOOLAPI InternetCombineUrlW(LPCWSTR lpszBaseUrl, LPCWSTR lpszRelativeUrl, LPWSTR lpszBuffer,
    LPDWORD lpdwBufferLength, DWORD dwFlags);

/**
 * Gives the cookies that a request to a URL would have, as a Cookie header has them. Those that a
 * server has marked HttpOnly are left out. No session is needed.
 *
 * Parameters:
 * - lpszUrl: an http or https URL.
 * - lpszCookieName: not used, as on Windows.
 * - lpszCookieData: takes the text with a NUL; NULL asks for its size.
 * - lpdwSize: in: the size of the buffer in characters; out: that of the text in characters, NUL
 *   counted; for NULL and for a buffer that is too small the size needed, in bytes.
 *
 * Returns TRUE, for NULL too, or FALSE. Last errors: ERROR_NO_MORE_ITEMS if there are no cookies,
 * ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER for a NULL URL or size,
 * ERROR_INTERNET_UNRECOGNIZED_SCHEME, ERROR_INTERNET_INVALID_URL. Statuses: none. Threads: any; the
 * first call reads a file.
 * Source: wininet.h, InternetGetCookieA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI InternetGetCookieA(LPCSTR lpszUrl, LPCSTR lpszCookieName, LPSTR lpszCookieData,
    LPDWORD lpdwSize);

/**
 * The W form of InternetGetCookieA. Source: wininet.h, InternetGetCookieW.
 *
 * # Safety
 * As InternetGetCookieA.
 */
BOOLAPI InternetGetCookieW(LPCWSTR lpszUrl, LPCWSTR lpszCookieName, LPWSTR lpszCookieData,
    LPDWORD lpdwSize);

/**
 * Gives the cookies that a request to a URL would have, or one of them.
 *
 * Parameters:
 * - lpszUrl: an http or https URL.
 * - lpszCookieName: the name of the cookie; NULL or "": all.
 * - lpszCookieData: takes "name=value" with a NUL, several joined by "; "; NULL asks for the size.
 * - lpdwSize: as for InternetGetCookieA.
 * - dwFlags: INTERNET_COOKIE_HTTPONLY or INTERNET_COOKIE_NON_SCRIPT: HttpOnly cookies too.
 *   INTERNET_COOKIE_THIRD_PARTY: none that are for the first party alone.
 *   INTERNET_COOKIE_SAME_SITE_LEVEL_CROSS_SITE: none with SameSite=Strict or Lax. Others mean
 *   nothing here: there are no zones and no policies.
 * - lpReserved: not used.
 *
 * Returns and last errors: as InternetGetCookieA. Statuses: none. Threads: any; the first call
 * reads a file.
 * Source: wininet.h, InternetGetCookieExA.
 *
 * # Safety
 * As InternetGetCookieA.
 */
BOOLAPI InternetGetCookieExA(LPCSTR lpszUrl, LPCSTR lpszCookieName, LPSTR lpszCookieData,
    LPDWORD lpdwSize, DWORD dwFlags, LPVOID lpReserved);

/**
 * The W form of InternetGetCookieExA. Source: wininet.h, InternetGetCookieExW.
 *
 * # Safety
 * As InternetGetCookieA.
 */
BOOLAPI InternetGetCookieExW(LPCWSTR lpszUrl, LPCWSTR lpszCookieName, LPWSTR lpszCookieData,
    LPDWORD lpdwSize, DWORD dwFlags, LPVOID lpReserved);

/**
 * Sets a cookie, as if an answer from that URL had brought it. One that has an expiry date in the
 * future is on the disk when the function returns; one whose date is past is removed. No session is
 * needed.
 *
 * Parameters:
 * - lpszUrl: an http or https URL.
 * - lpszCookieName: the name; NULL or "": lpszCookieData begins with it.
 * - lpszCookieData: the value and its attributes, as a Set-Cookie header has them: "value; path=/",
 *   or "name=value; path=/".
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for a NULL URL or data, an empty or
 * too long (4096 bytes) cookie and for control characters, ERROR_HTTP_COOKIE_DECLINED for a cookie
 * that must not be set there (the domain of others or a public suffix; HttpOnly; a __Secure- or
 * __Host- name without what it promises), ERROR_INTERNET_UNRECOGNIZED_SCHEME,
 * ERROR_INTERNET_INVALID_URL. Statuses: none. Threads: any.
 * Source: wininet.h, InternetSetCookieA.
 *
 * # Safety
 * Strings are NULL or end with a NUL.
 */
BOOLAPI InternetSetCookieA(LPCSTR lpszUrl, LPCSTR lpszCookieName, LPCSTR lpszCookieData);

/**
 * The W form of InternetSetCookieA. Source: wininet.h, InternetSetCookieW.
 *
 * # Safety
 * As InternetSetCookieA.
 */
BOOLAPI InternetSetCookieW(LPCWSTR lpszUrl, LPCWSTR lpszCookieName, LPCWSTR lpszCookieData);

/**
 * Sets a cookie, and says what became of it.
 *
 * Parameters:
 * - lpszUrl, lpszCookieName, lpszCookieData: as for InternetSetCookieA.
 * - dwFlags: INTERNET_COOKIE_HTTPONLY or INTERNET_COOKIE_NON_SCRIPT: the cookie may be HttpOnly, and
 *   may replace one that is. Others mean nothing here: there are no zones, policies and prompts.
 * - dwReserved: not used; P3P is gone.
 *
 * Returns COOKIE_STATE_ACCEPT, COOKIE_STATE_DOWNGRADE (while INTERNET_SUPPRESS_COOKIE_PERSIST holds)
 * or COOKIE_STATE_REJECT for a cookie that must not be set there; or 0. Last errors: those of
 * InternetSetCookieA, but for ERROR_HTTP_COOKIE_DECLINED. Statuses: none. Threads: any.
 * Source: wininet.h, InternetSetCookieExA.
 *
 * # Safety
 * As InternetSetCookieA.
 */
INTERNETAPI_(DWORD) InternetSetCookieExA(LPCSTR lpszUrl, LPCSTR lpszCookieName,
    LPCSTR lpszCookieData, DWORD dwFlags, DWORD_PTR dwReserved);

/**
 * The W form of InternetSetCookieExA. Source: wininet.h, InternetSetCookieExW.
 *
 * # Safety
 * As InternetSetCookieA.
 */
INTERNETAPI_(DWORD) InternetSetCookieExW(LPCWSTR lpszUrl, LPCWSTR lpszCookieName,
    LPCWSTR lpszCookieData, DWORD dwFlags, DWORD_PTR dwReserved);

/**
 * Gives the cookies that a request to a URL would have, in parts.
 *
 * Parameters:
 * - pcwszUrl: an http or https URL.
 * - pcwszCookieName: the name of the cookies; NULL or "": all.
 * - dwFlags: as for InternetGetCookieExA.
 * - ppCookies: takes a pointer to the cookies, to be freed with InternetFreeCookies. No string in
 *   them is NULL; the domain of a cookie of INTERNET_COOKIE_HOST_ONLY is its host.
 * - pdwCookieCount: takes their number.
 *
 * Returns ERROR_SUCCESS, or ERROR_NO_MORE_ITEMS with NULL and 0 if there are none,
 * ERROR_INVALID_PARAMETER for another NULL, ERROR_INTERNET_UNRECOGNIZED_SCHEME,
 * ERROR_INTERNET_INVALID_URL. The last error is the same. Statuses: none. Threads: any; the first
 * call reads a file.
 * Source: wininet.h, InternetGetCookieEx2.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
INTERNETAPI_(DWORD) InternetGetCookieEx2(LPCWSTR pcwszUrl, LPCWSTR pcwszCookieName, DWORD dwFlags,
    PINTERNET_COOKIE2 *ppCookies, LPDWORD pdwCookieCount);

/**
 * Sets a cookie by its parts. One with an expiry date in the future is on the disk when the function
 * returns.
 *
 * Parameters:
 * - pcwszUrl: an http or https URL.
 * - pCookie: the cookie. Strings may be NULL, but for name and value both. dwFlags:
 *   INTERNET_COOKIE_IS_SECURE, _IS_SESSION, _IS_RESTRICTED, _HTTPONLY, _HOST_ONLY,
 *   _SAME_SITE_STRICT, _SAME_SITE_LAX. Without a domain it is for the host of the URL alone.
 * - pcwszP3PPolicy: not used; P3P is gone.
 * - dwFlags: as for InternetSetCookieExA.
 * - pdwCookieState: takes what became of it: COOKIE_STATE_ACCEPT, COOKIE_STATE_DOWNGRADE or
 *   COOKIE_STATE_REJECT.
 *
 * Returns ERROR_SUCCESS, for a cookie that is rejected too, or ERROR_INVALID_PARAMETER for another
 * NULL, an empty or too long (4096 bytes) cookie and for characters that cannot be in one,
 * ERROR_INTERNET_UNRECOGNIZED_SCHEME, ERROR_INTERNET_INVALID_URL. The last error is the same.
 * Statuses: none. Threads: any.
 * Source: wininet.h, InternetSetCookieEx2.
 *
 * # Safety
 * Pointers are NULL or point to what they say, those in the struct too.
 */
INTERNETAPI_(DWORD) InternetSetCookieEx2(LPCWSTR pcwszUrl, const struct INTERNET_COOKIE2 *pCookie,
    LPCWSTR pcwszP3PPolicy, DWORD dwFlags, LPDWORD pdwCookieState);

/**
 * Frees cookies of InternetGetCookieEx2. A pointer that did not come from there, or that was freed
 * already, is passed over.
 *
 * Parameters:
 * - pCookies: the pointer, or NULL.
 * - dwCookieCount: not used: the library knows.
 *
 * Statuses: none. Threads: any.
 * Source: wininet.h, InternetFreeCookies.
 *
 * # Safety
 * Nobody looks into these cookies any more.
 */
INTERNETAPI_(void) InternetFreeCookies(PINTERNET_COOKIE2 pCookies, DWORD dwCookieCount);

/**
 * Says what to do about the error that a request ended with. On Windows this shows a dialog; here
 * nobody is asked, and the answer is what the program has arranged already.
 *
 * Parameters:
 * - hWnd: the parent of the dialog. NULL needs FLAGS_ERROR_UI_FLAGS_NO_UI; any other value will do.
 * - hRequest: a request.
 * - dwError: what HttpSendRequest or INTERNET_ASYNC_RESULT said.
 * - dwFlags: FLAGS_ERROR_UI_FILTER_FOR_ERRORS: after a success, look whether the answer is a demand for
 *   credentials (401, 407). FLAGS_ERROR_UI_FLAGS_NO_UI: see hWnd. FLAGS_ERROR_UI_FLAGS_CHANGE_OPTIONS,
 *   FLAGS_ERROR_UI_FLAGS_GENERATE_DATA and FLAGS_ERROR_UI_SERIALIZE_DIALOGS have nothing to act on.
 * - lppvData: not looked at.
 *
 * Returns, and leaves as the last error:
 * - ERROR_SUCCESS: nothing is wrong; always for ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED.
 * - ERROR_INTERNET_FORCE_RETRY: credentials are wanted (the answer is 401 or 407, or dwError is
 *   ERROR_INTERNET_INCORRECT_PASSWORD), and there are some that have not been refused: send the
 *   request again. INTERNET_OPTION_USERNAME and its like give them.
 * - ERROR_CANCELLED: a user would have to decide, about credentials, a certificate or a redirect. Bad
 *   certificates are never accepted here: see INTERNET_OPTION_SECURITY_FLAGS.
 * - ERROR_INVALID_HANDLE: for hRequest, or for a NULL window where a user would have to decide.
 *   ERROR_INTERNET_INCORRECT_HANDLE_TYPE.
 * - dwError itself, when there is no dialog for it.
 *
 * Statuses: none. Threads: any.
 * Source: wininet.h, InternetErrorDlg.
 *
 * # Safety
 * Safe with any value.
 */
INTERNETAPI_(DWORD) InternetErrorDlg(HWND hWnd, HINTERNET hRequest, DWORD dwError, DWORD dwFlags,
    LPVOID *lppvData);

/**
 * Tells whether this machine is connected to a network.
 *
 * It is when an interface other than the loopback is up and has a route to others; whether the
 * Internet lies behind it only InternetCheckConnectionA can find out. The offline mode of
 * INTERNET_OPTION_CONNECTED_STATE counts as not connected.
 *
 * Parameters:
 * - lpdwFlags: takes INTERNET_CONNECTION_ values, also when FALSE is returned: LAN or MODEM (a
 *   point-to-point or mobile link) for the link with the default route, OFFLINE in the offline
 *   mode, PROXY where the process has proxies. May be NULL.
 * - dwReserved: 0.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INTERNET_DISCONNECTED, ERROR_INVALID_PARAMETER.
 * Statuses: none. Threads: any.
 * Source: wininet.h, InternetGetConnectedState.
 *
 * # Safety
 * The pointer is NULL or points to a variable.
 */
BOOLAPI InternetGetConnectedState(LPDWORD lpdwFlags, DWORD dwReserved);

/**
 * InternetGetConnectedState with the name of the link.
 *
 * Parameters:
 * - lpdwFlags: as InternetGetConnectedState.
 * - lpszConnectionName: takes the name of the interface with its NUL, as much of it as there is
 *   room for; empty without a link. May be NULL.
 * - cchNameLen: its size in characters.
 * - dwReserved: 0.
 *
 * Returns TRUE, or FALSE. Last errors: as InternetGetConnectedState. Statuses: none. Threads: any.
 * Source: wininet.h, InternetGetConnectedStateExA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI InternetGetConnectedStateExA(LPDWORD lpdwFlags, LPSTR lpszConnectionName, DWORD cchNameLen,
    DWORD dwReserved);

/**
 * The W form of InternetGetConnectedStateExA. Source: wininet.h, InternetGetConnectedStateExW.
 *
 * # Safety
 * As InternetGetConnectedStateExA.
 */
BOOLAPI InternetGetConnectedStateExW(LPDWORD lpdwFlags, LPWSTR lpszConnectionName, DWORD cchNameLen,
    DWORD dwReserved);

/**
 * The same as InternetGetConnectedStateExA. Source: wininet.h, InternetGetConnectedStateEx.
 *
 * # Safety
 * As InternetGetConnectedStateExA.
 */
BOOLAPI InternetGetConnectedStateEx(LPDWORD lpdwFlags, LPSTR lpszConnectionName, DWORD dwNameLen,
    DWORD dwReserved);

/**
 * Tells whether a connection can be made. Blocks.
 *
 * Parameters:
 * - lpszUrl: the URL of the server to connect to, or NULL.
 * - dwFlags: FLAG_ICC_FORCE_CONNECTION: look the host of the URL up, connect to its port and hang
 *   up, within the connect timeout of the process. Without the flag, or without a URL, only the
 *   state of this machine is asked for.
 * - dwReserved: 0.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_NOT_CONNECTED, ERROR_INVALID_PARAMETER for an unknown
 * flag; for a URL that is connected to ERROR_INTERNET_UNRECOGNIZED_SCHEME, also if it has no port,
 * and ERROR_INTERNET_INVALID_URL. Proxies are not used, as on Windows. Statuses: none. Threads: any.
 * Source: wininet.h, InternetCheckConnectionA.
 *
 * # Safety
 * The URL is NULL or ends with a NUL.
 */
BOOLAPI InternetCheckConnectionA(LPCSTR lpszUrl, DWORD dwFlags, DWORD dwReserved);

/**
 * The W form of InternetCheckConnectionA. Source: wininet.h, InternetCheckConnectionW.
 *
 * # Safety
 * As InternetCheckConnectionA.
 */
BOOLAPI InternetCheckConnectionW(LPCWSTR lpszUrl, DWORD dwFlags, DWORD dwReserved);

/**
 * Succeeds if this machine is connected to a network. There is no dial-up that it could start.
 *
 * Parameters:
 * - dwReserved: 0.
 *
 * Returns ERROR_SUCCESS, ERROR_INTERNET_DISCONNECTED or ERROR_INVALID_PARAMETER; the last error is
 * the same. Statuses: none. Threads: any.
 * Source: wininet.h, InternetAttemptConnect.
 */
INTERNETAPI_(DWORD) InternetAttemptConnect(DWORD dwReserved);

/**
 * Leaves the offline mode of INTERNET_OPTION_CONNECTED_STATE. There is no user to be asked: without
 * INTERENT_GOONLINE_NOPROMPT a process that is offline stays so.
 *
 * Parameters:
 * - lpszURL: where the program wants to go; only NULL is looked at.
 * - hwndParent: not used.
 * - dwFlags: 0 or INTERENT_GOONLINE_ values.
 *
 * Returns TRUE if the process is online now, or FALSE. Last errors: ERROR_INVALID_PARAMETER for
 * NULL or an unknown flag, ERROR_INTERNET_NEED_UI, ERROR_INTERNET_DISCONNECTED. Statuses: none.
 * Threads: any.
 * Source: wininet.h, InternetGoOnlineA.
 *
 * # Safety
 * The URL is NULL or ends with a NUL.
 */
BOOLAPI InternetGoOnlineA(LPCSTR lpszURL, HWND hwndParent, DWORD dwFlags);

/**
 * The W form of InternetGoOnlineA. Source: wininet.h, InternetGoOnlineW.
 *
 * # Safety
 * As InternetGoOnlineA.
 */
BOOLAPI InternetGoOnlineW(LPCWSTR lpszURL, HWND hwndParent, DWORD dwFlags);

/**
 * The same as InternetGoOnlineA. Source: wininet.h, InternetGoOnline.
 *
 * # Safety
 * As InternetGoOnlineA.
 */
BOOLAPI InternetGoOnline(LPCSTR lpszURL, HWND hwndParent, DWORD dwFlags);

/**
 * Would hash a Passport challenge with the credentials that are kept.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, CreateMD5SSOHash.
 */
BOOLAPI CreateMD5SSOHash(LPWSTR pszChallengeInfo, LPWSTR pwszRealm, LPWSTR pwszTarget,
    LPBYTE pbHexHash);

/**
 * Would go on with a request that waits for a dialog.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, ResumeSuspendedDownload.
 */
BOOLAPI ResumeSuspendedDownload(HINTERNET hRequest, DWORD dwResultCode);

/**
 * Would command a Fortezza card.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetFortezzaCommand.
 */
BOOLAPI InternetFortezzaCommand(DWORD dwCommand, HWND hwnd, DWORD_PTR dwReserved);

/**
 * Would tell about a Fortezza card.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetQueryFortezzaStatus.
 */
BOOLAPI InternetQueryFortezzaStatus(LPDWORD pdwStatus, DWORD_PTR dwReserved);

/**
 * Would look for a configuration script by DHCP and DNS.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, DetectAutoProxyUrl.
 */
BOOLAPI DetectAutoProxyUrl(LPSTR pszAutoProxyUrl, DWORD cchAutoProxyUrl, DWORD dwDetectFlags);

/**
 * Would ask a configuration script for a proxy.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetGetProxyInfo.
 */
BOOLAPI InternetGetProxyInfo(LPCSTR lpszUrl, DWORD dwUrlLength, LPSTR lpszUrlHostName,
    DWORD dwUrlHostNameLength, LPSTR *lplpszProxyHostName, LPDWORD lpdwProxyHostNameLength);

/**
 * Would unload the configuration script.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetDeInitializeAutoProxyDll.
 */
BOOLAPI InternetDeInitializeAutoProxyDll(LPSTR lpszMime, DWORD dwReserved);

/**
 * Would make a file for a new entry of the cache.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, CreateUrlCacheEntryA.
 */
BOOLAPI CreateUrlCacheEntryA(LPCSTR lpszUrlName, DWORD dwExpectedFileSize, LPCSTR lpszFileExtension,
    LPSTR lpszFileName, DWORD dwReserved);

/** The W form of CreateUrlCacheEntryA. Source: wininet.h, CreateUrlCacheEntryW. */
BOOLAPI CreateUrlCacheEntryW(LPCWSTR lpszUrlName, DWORD dwExpectedFileSize,
    LPCWSTR lpszFileExtension, LPWSTR lpszFileName, DWORD dwReserved);

/**
 * Would put the file of CreateUrlCacheEntry into the cache.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, CommitUrlCacheEntryA.
 */
BOOLAPI CommitUrlCacheEntryA(LPCSTR lpszUrlName, LPCSTR lpszLocalFileName, FILETIME ExpireTime,
    FILETIME LastModifiedTime, DWORD CacheEntryType, LPBYTE lpHeaderInfo, DWORD cchHeaderInfo,
    LPCSTR lpszFileExtension, LPCSTR lpszOriginalUrl);

/** The W form of CommitUrlCacheEntryA. Source: wininet.h, CommitUrlCacheEntryW. */
BOOLAPI CommitUrlCacheEntryW(LPCWSTR lpszUrlName, LPCWSTR lpszLocalFileName, FILETIME ExpireTime,
    FILETIME LastModifiedTime, DWORD CacheEntryType, LPWSTR lpszHeaderInfo, DWORD cchHeaderInfo,
    LPCWSTR lpszFileExtension, LPCWSTR lpszOriginalUrl);

/**
 * Would lock the file of an entry and tell about it.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, RetrieveUrlCacheEntryFileA.
 */
BOOLAPI RetrieveUrlCacheEntryFileA(LPCSTR lpszUrlName, LPINTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
    LPDWORD lpcbCacheEntryInfo, DWORD dwReserved);

/** The W form of RetrieveUrlCacheEntryFileA. Source: wininet.h, RetrieveUrlCacheEntryFileW. */
BOOLAPI RetrieveUrlCacheEntryFileW(LPCWSTR lpszUrlName,
    LPINTERNET_CACHE_ENTRY_INFOW lpCacheEntryInfo, LPDWORD lpcbCacheEntryInfo, DWORD dwReserved);

/**
 * Would unlock what RetrieveUrlCacheEntryFile has locked.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, UnlockUrlCacheEntryFileA.
 */
BOOLAPI UnlockUrlCacheEntryFileA(LPCSTR lpszUrlName, DWORD dwReserved);

/** The W form of UnlockUrlCacheEntryFileA. Source: wininet.h, UnlockUrlCacheEntryFileW. */
BOOLAPI UnlockUrlCacheEntryFileW(LPCWSTR lpszUrlName, DWORD dwReserved);

/** The same as UnlockUrlCacheEntryFileA. Source: wininet.h, UnlockUrlCacheEntryFile. */
BOOLAPI UnlockUrlCacheEntryFile(LPCSTR lpszUrlName, DWORD dwReserved);

/**
 * Would open an entry to be read in pieces.
 * Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, RetrieveUrlCacheEntryStreamA.
 */
INTERNETAPI_(HANDLE) RetrieveUrlCacheEntryStreamA(LPCSTR lpszUrlName,
    LPINTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo, LPDWORD lpcbCacheEntryInfo, BOOL fRandomRead,
    DWORD dwReserved);

/** The W form of RetrieveUrlCacheEntryStreamA. Source: wininet.h, RetrieveUrlCacheEntryStreamW. */
INTERNETAPI_(HANDLE) RetrieveUrlCacheEntryStreamW(LPCWSTR lpszUrlName,
    LPINTERNET_CACHE_ENTRY_INFOW lpCacheEntryInfo, LPDWORD lpcbCacheEntryInfo, BOOL fRandomRead,
    DWORD dwReserved);

/**
 * Would read a piece of an entry.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, ReadUrlCacheEntryStream.
 */
BOOLAPI ReadUrlCacheEntryStream(HANDLE hUrlCacheStream, DWORD dwLocation, LPVOID lpBuffer,
    LPDWORD lpdwLen, DWORD Reserved);

/**
 * Would close what RetrieveUrlCacheEntryStream has opened.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, UnlockUrlCacheEntryStream.
 */
BOOLAPI UnlockUrlCacheEntryStream(HANDLE hUrlCacheStream, DWORD Reserved);

/**
 * Would tell about an entry.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GetUrlCacheEntryInfoA.
 */
BOOLAPI GetUrlCacheEntryInfoA(LPCSTR lpszUrlName, LPINTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
    LPDWORD lpcbCacheEntryInfo);

/** The W form of GetUrlCacheEntryInfoA. Source: wininet.h, GetUrlCacheEntryInfoW. */
BOOLAPI GetUrlCacheEntryInfoW(LPCWSTR lpszUrlName, LPINTERNET_CACHE_ENTRY_INFOW lpCacheEntryInfo,
    LPDWORD lpcbCacheEntryInfo);

/**
 * Would tell about an entry, redirects of the cache followed.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GetUrlCacheEntryInfoExA.
 */
BOOLAPI GetUrlCacheEntryInfoExA(LPCSTR lpszUrl, LPINTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
    LPDWORD lpcbCacheEntryInfo, LPSTR lpszRedirectUrl, LPDWORD lpcbRedirectUrl, LPVOID lpReserved,
    DWORD dwFlags);

/** The W form of GetUrlCacheEntryInfoExA. Source: wininet.h, GetUrlCacheEntryInfoExW. */
BOOLAPI GetUrlCacheEntryInfoExW(LPCWSTR lpszUrl, LPINTERNET_CACHE_ENTRY_INFOW lpCacheEntryInfo,
    LPDWORD lpcbCacheEntryInfo, LPWSTR lpszRedirectUrl, LPDWORD lpcbRedirectUrl, LPVOID lpReserved,
    DWORD dwFlags);

/**
 * Would change what the cache knows of an entry.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, SetUrlCacheEntryInfoA.
 */
BOOLAPI SetUrlCacheEntryInfoA(LPCSTR lpszUrlName, LPINTERNET_CACHE_ENTRY_INFOA lpCacheEntryInfo,
    DWORD dwFieldControl);

/** The W form of SetUrlCacheEntryInfoA. Source: wininet.h, SetUrlCacheEntryInfoW. */
BOOLAPI SetUrlCacheEntryInfoW(LPCWSTR lpszUrlName, LPINTERNET_CACHE_ENTRY_INFOW lpCacheEntryInfo,
    DWORD dwFieldControl);

/**
 * Would begin to list the cache.
 * Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindFirstUrlCacheEntryA.
 */
INTERNETAPI_(HANDLE) FindFirstUrlCacheEntryA(LPCSTR lpszUrlSearchPattern,
    LPINTERNET_CACHE_ENTRY_INFOA lpFirstCacheEntryInfo, LPDWORD lpcbCacheEntryInfo);

/** The W form of FindFirstUrlCacheEntryA. Source: wininet.h, FindFirstUrlCacheEntryW. */
INTERNETAPI_(HANDLE) FindFirstUrlCacheEntryW(LPCWSTR lpszUrlSearchPattern,
    LPINTERNET_CACHE_ENTRY_INFOW lpFirstCacheEntryInfo, LPDWORD lpcbCacheEntryInfo);

/**
 * Would go on with the list of FindFirstUrlCacheEntry.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindNextUrlCacheEntryA.
 */
BOOLAPI FindNextUrlCacheEntryA(HANDLE hEnumHandle, LPINTERNET_CACHE_ENTRY_INFOA lpNextCacheEntryInfo,
    LPDWORD lpcbCacheEntryInfo);

/** The W form of FindNextUrlCacheEntryA. Source: wininet.h, FindNextUrlCacheEntryW. */
BOOLAPI FindNextUrlCacheEntryW(HANDLE hEnumHandle, LPINTERNET_CACHE_ENTRY_INFOW lpNextCacheEntryInfo,
    LPDWORD lpcbCacheEntryInfo);

/**
 * Would begin to list the entries of the cache that fit.
 * Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindFirstUrlCacheEntryExA.
 */
INTERNETAPI_(HANDLE) FindFirstUrlCacheEntryExA(LPCSTR lpszUrlSearchPattern, DWORD dwFlags,
    DWORD dwFilter, GROUPID GroupId, LPINTERNET_CACHE_ENTRY_INFOA lpFirstCacheEntryInfo,
    LPDWORD lpcbCacheEntryInfo, LPVOID lpGroupAttributes, LPDWORD lpcbGroupAttributes,
    LPVOID lpReserved);

/** The W form of FindFirstUrlCacheEntryExA. Source: wininet.h, FindFirstUrlCacheEntryExW. */
INTERNETAPI_(HANDLE) FindFirstUrlCacheEntryExW(LPCWSTR lpszUrlSearchPattern, DWORD dwFlags,
    DWORD dwFilter, GROUPID GroupId, LPINTERNET_CACHE_ENTRY_INFOW lpFirstCacheEntryInfo,
    LPDWORD lpcbCacheEntryInfo, LPVOID lpGroupAttributes, LPDWORD lpcbGroupAttributes,
    LPVOID lpReserved);

/**
 * Would go on with the list of FindFirstUrlCacheEntryEx.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindNextUrlCacheEntryExA.
 */
BOOLAPI FindNextUrlCacheEntryExA(HANDLE hEnumHandle,
    LPINTERNET_CACHE_ENTRY_INFOA lpNextCacheEntryInfo, LPDWORD lpcbCacheEntryInfo,
    LPVOID lpGroupAttributes, LPDWORD lpcbGroupAttributes, LPVOID lpReserved);

/** The W form of FindNextUrlCacheEntryExA. Source: wininet.h, FindNextUrlCacheEntryExW. */
BOOLAPI FindNextUrlCacheEntryExW(HANDLE hEnumHandle,
    LPINTERNET_CACHE_ENTRY_INFOW lpNextCacheEntryInfo, LPDWORD lpcbCacheEntryInfo,
    LPVOID lpGroupAttributes, LPDWORD lpcbGroupAttributes, LPVOID lpReserved);

/**
 * Would end a list of the cache.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindCloseUrlCache.
 */
BOOLAPI FindCloseUrlCache(HANDLE hEnumHandle);

/**
 * Would take an entry out of the cache.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, DeleteUrlCacheEntryA.
 */
BOOLAPI DeleteUrlCacheEntryA(LPCSTR lpszUrlName);

/** The W form of DeleteUrlCacheEntryA. Source: wininet.h, DeleteUrlCacheEntryW. */
BOOLAPI DeleteUrlCacheEntryW(LPCWSTR lpszUrlName);

/** The same as DeleteUrlCacheEntryA. Source: wininet.h, DeleteUrlCacheEntry. */
BOOLAPI DeleteUrlCacheEntry(LPCSTR lpszUrlName);

/**
 * Would make a group.
 * Not there yet: 0, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, CreateUrlCacheGroup.
 */
INTERNETAPI_(GROUPID) CreateUrlCacheGroup(DWORD dwFlags, LPVOID lpReserved);

/**
 * Would delete a group.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, DeleteUrlCacheGroup.
 */
BOOLAPI DeleteUrlCacheGroup(GROUPID GroupId, DWORD dwFlags, LPVOID lpReserved);

/**
 * Would begin to list the groups.
 * Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindFirstUrlCacheGroup.
 */
INTERNETAPI_(HANDLE) FindFirstUrlCacheGroup(DWORD dwFlags, DWORD dwFilter, LPVOID lpSearchCondition,
    DWORD dwSearchCondition, GROUPID *lpGroupId, LPVOID lpReserved);

/**
 * Would go on with the list of FindFirstUrlCacheGroup.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FindNextUrlCacheGroup.
 */
BOOLAPI FindNextUrlCacheGroup(HANDLE hFind, GROUPID *lpGroupId, LPVOID lpReserved);

/**
 * Would tell about a group.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GetUrlCacheGroupAttributeA.
 */
BOOLAPI GetUrlCacheGroupAttributeA(GROUPID gid, DWORD dwFlags, DWORD dwAttributes,
    LPINTERNET_CACHE_GROUP_INFOA lpGroupInfo, LPDWORD lpcbGroupInfo, LPVOID lpReserved);

/** The W form of GetUrlCacheGroupAttributeA. Source: wininet.h, GetUrlCacheGroupAttributeW. */
BOOLAPI GetUrlCacheGroupAttributeW(GROUPID gid, DWORD dwFlags, DWORD dwAttributes,
    LPINTERNET_CACHE_GROUP_INFOW lpGroupInfo, LPDWORD lpcbGroupInfo, LPVOID lpReserved);

/**
 * Would change what the cache knows of a group.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, SetUrlCacheGroupAttributeA.
 */
BOOLAPI SetUrlCacheGroupAttributeA(GROUPID gid, DWORD dwFlags, DWORD dwAttributes,
    LPINTERNET_CACHE_GROUP_INFOA lpGroupInfo, LPVOID lpReserved);

/** The W form of SetUrlCacheGroupAttributeA. Source: wininet.h, SetUrlCacheGroupAttributeW. */
BOOLAPI SetUrlCacheGroupAttributeW(GROUPID gid, DWORD dwFlags, DWORD dwAttributes,
    LPINTERNET_CACHE_GROUP_INFOW lpGroupInfo, LPVOID lpReserved);

/**
 * Would put an entry into a group, or take it out.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, SetUrlCacheEntryGroupA.
 */
BOOLAPI SetUrlCacheEntryGroupA(LPCSTR lpszUrlName, DWORD dwFlags, GROUPID GroupId,
    LPBYTE pbGroupAttributes, DWORD cbGroupAttributes, LPVOID lpReserved);

/** The W form of SetUrlCacheEntryGroupA. Source: wininet.h, SetUrlCacheEntryGroupW. */
BOOLAPI SetUrlCacheEntryGroupW(LPCWSTR lpszUrlName, DWORD dwFlags, GROUPID GroupId,
    LPBYTE pbGroupAttributes, DWORD cbGroupAttributes, LPVOID lpReserved);

/** The same as SetUrlCacheEntryGroupA. Source: wininet.h, SetUrlCacheEntryGroup. */
BOOLAPI SetUrlCacheEntryGroup(LPCSTR lpszUrlName, DWORD dwFlags, GROUPID GroupId,
    LPBYTE pbGroupAttributes, DWORD cbGroupAttributes, LPVOID lpReserved);

/**
 * Would dial.
 * Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetDialA.
 */
INTERNETAPI_(DWORD) InternetDialA(HWND hwndParent, LPSTR lpszConnectoid, DWORD dwFlags,
    DWORD_PTR *lpdwConnection, DWORD dwReserved);

/** The W form of InternetDialA. Source: wininet.h, InternetDialW. */
INTERNETAPI_(DWORD) InternetDialW(HWND hwndParent, LPWSTR lpszConnectoid, DWORD dwFlags,
    DWORD_PTR *lpdwConnection, DWORD dwReserved);

/**
 * InternetDialA with a connection of 32 bits.
 * Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetDial.
 */
INTERNETAPI_(DWORD) InternetDial(HWND hwndParent, LPSTR lpszConnectoid, DWORD dwFlags,
    LPDWORD lpdwConnection, DWORD dwReserved);

/**
 * Would hang up what InternetDial has dialled.
 * Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetHangUp.
 */
INTERNETAPI_(DWORD) InternetHangUp(DWORD_PTR dwConnection, DWORD dwReserved);

/**
 * Would dial the default connection.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetAutodial.
 */
BOOLAPI InternetAutodial(DWORD dwFlags, HWND hwndParent);

/**
 * Would hang up what InternetAutodial has dialled.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetAutodialHangup.
 */
BOOLAPI InternetAutodialHangup(DWORD dwReserved);

/**
 * Would tell the dialler a state.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetSetDialStateA.
 */
BOOLAPI InternetSetDialStateA(LPCSTR lpszConnectoid, DWORD dwState, DWORD dwReserved);

/** The W form of InternetSetDialStateA. Source: wininet.h, InternetSetDialStateW. */
BOOLAPI InternetSetDialStateW(LPCWSTR lpszConnectoid, DWORD dwState, DWORD dwReserved);

/** The same as InternetSetDialStateA. Source: wininet.h, InternetSetDialState. */
BOOLAPI InternetSetDialState(LPCSTR lpszConnectoid, DWORD dwState, DWORD dwReserved);

/**
 * Would begin to list a directory of an FTP server.
 * Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpFindFirstFileA.
 */
INTERNETAPI_(HINTERNET) FtpFindFirstFileA(HINTERNET hConnect, LPCSTR lpszSearchFile,
    LPWIN32_FIND_DATAA lpFindFileData, DWORD dwFlags, DWORD_PTR dwContext);

/** The W form of FtpFindFirstFileA. Source: wininet.h, FtpFindFirstFileW. */
INTERNETAPI_(HINTERNET) FtpFindFirstFileW(HINTERNET hConnect, LPCWSTR lpszSearchFile,
    LPWIN32_FIND_DATAW lpFindFileData, DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Would go on with a listing of FtpFindFirstFile or GopherFindFirstFile.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetFindNextFileA.
 */
BOOLAPI InternetFindNextFileA(HINTERNET hFind, LPVOID lpvFindData);

/** The W form of InternetFindNextFileA. Source: wininet.h, InternetFindNextFileW. */
BOOLAPI InternetFindNextFileW(HINTERNET hFind, LPVOID lpvFindData);

/**
 * Would copy a file from an FTP server.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpGetFileA.
 */
BOOLAPI FtpGetFileA(HINTERNET hConnect, LPCSTR lpszRemoteFile, LPCSTR lpszNewFile,
    BOOL fFailIfExists, DWORD dwFlagsAndAttributes, DWORD dwFlags, DWORD_PTR dwContext);

/** The W form of FtpGetFileA. Source: wininet.h, FtpGetFileW. */
BOOLAPI FtpGetFileW(HINTERNET hConnect, LPCWSTR lpszRemoteFile, LPCWSTR lpszNewFile,
    BOOL fFailIfExists, DWORD dwFlagsAndAttributes, DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Would copy a file from an FTP server to a file with a wide name.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpGetFileEx.
 */
BOOLAPI FtpGetFileEx(HINTERNET hFtpSession, LPCSTR lpszRemoteFile, LPCWSTR lpszNewFile,
    BOOL fFailIfExists, DWORD dwFlagsAndAttributes, DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Would copy a file to an FTP server.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpPutFileA.
 */
BOOLAPI FtpPutFileA(HINTERNET hConnect, LPCSTR lpszLocalFile, LPCSTR lpszNewRemoteFile,
    DWORD dwFlags, DWORD_PTR dwContext);

/** The W form of FtpPutFileA. Source: wininet.h, FtpPutFileW. */
BOOLAPI FtpPutFileW(HINTERNET hConnect, LPCWSTR lpszLocalFile, LPCWSTR lpszNewRemoteFile,
    DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Would copy a file with a wide name to an FTP server.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpPutFileEx.
 */
BOOLAPI FtpPutFileEx(HINTERNET hFtpSession, LPCWSTR lpszLocalFile, LPCSTR lpszNewRemoteFile,
    DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Would open a file on an FTP server to read or write it.
 * Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpOpenFileA.
 */
INTERNETAPI_(HINTERNET) FtpOpenFileA(HINTERNET hConnect, LPCSTR lpszFileName, DWORD dwAccess,
    DWORD dwFlags, DWORD_PTR dwContext);

/** The W form of FtpOpenFileA. Source: wininet.h, FtpOpenFileW. */
INTERNETAPI_(HINTERNET) FtpOpenFileW(HINTERNET hConnect, LPCWSTR lpszFileName, DWORD dwAccess,
    DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Would tell the size of a file of FtpOpenFile.
 * Not there yet: INVALID_FILE_SIZE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpGetFileSize.
 */
INTERNETAPI_(DWORD) FtpGetFileSize(HINTERNET hFile, LPDWORD lpdwFileSizeHigh);

/**
 * Would delete a file on an FTP server.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpDeleteFileA.
 */
BOOLAPI FtpDeleteFileA(HINTERNET hConnect, LPCSTR lpszFileName);

/** The W form of FtpDeleteFileA. Source: wininet.h, FtpDeleteFileW. */
BOOLAPI FtpDeleteFileW(HINTERNET hConnect, LPCWSTR lpszFileName);

/**
 * Would rename a file on an FTP server.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpRenameFileA.
 */
BOOLAPI FtpRenameFileA(HINTERNET hConnect, LPCSTR lpszExisting, LPCSTR lpszNew);

/** The W form of FtpRenameFileA. Source: wininet.h, FtpRenameFileW. */
BOOLAPI FtpRenameFileW(HINTERNET hConnect, LPCWSTR lpszExisting, LPCWSTR lpszNew);

/**
 * Would make a directory on an FTP server.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpCreateDirectoryA.
 */
BOOLAPI FtpCreateDirectoryA(HINTERNET hConnect, LPCSTR lpszDirectory);

/** The W form of FtpCreateDirectoryA. Source: wininet.h, FtpCreateDirectoryW. */
BOOLAPI FtpCreateDirectoryW(HINTERNET hConnect, LPCWSTR lpszDirectory);

/**
 * Would remove a directory on an FTP server.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpRemoveDirectoryA.
 */
BOOLAPI FtpRemoveDirectoryA(HINTERNET hConnect, LPCSTR lpszDirectory);

/** The W form of FtpRemoveDirectoryA. Source: wininet.h, FtpRemoveDirectoryW. */
BOOLAPI FtpRemoveDirectoryW(HINTERNET hConnect, LPCWSTR lpszDirectory);

/**
 * Would change the directory on an FTP server.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpSetCurrentDirectoryA.
 */
BOOLAPI FtpSetCurrentDirectoryA(HINTERNET hConnect, LPCSTR lpszDirectory);

/** The W form of FtpSetCurrentDirectoryA. Source: wininet.h, FtpSetCurrentDirectoryW. */
BOOLAPI FtpSetCurrentDirectoryW(HINTERNET hConnect, LPCWSTR lpszDirectory);

/**
 * Would tell the directory on an FTP server.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpGetCurrentDirectoryA.
 */
BOOLAPI FtpGetCurrentDirectoryA(HINTERNET hConnect, LPSTR lpszCurrentDirectory,
    LPDWORD lpdwCurrentDirectory);

/** The W form of FtpGetCurrentDirectoryA. Source: wininet.h, FtpGetCurrentDirectoryW. */
BOOLAPI FtpGetCurrentDirectoryW(HINTERNET hConnect, LPWSTR lpszCurrentDirectory,
    LPDWORD lpdwCurrentDirectory);

/**
 * Would send a command to an FTP server.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, FtpCommandA.
 */
BOOLAPI FtpCommandA(HINTERNET hConnect, BOOL fExpectResponse, DWORD dwFlags, LPCSTR lpszCommand,
    DWORD_PTR dwContext, LPHINTERNET phFtpCommand);

/** The W form of FtpCommandA. Source: wininet.h, FtpCommandW. */
BOOLAPI FtpCommandW(HINTERNET hConnect, BOOL fExpectResponse, DWORD dwFlags, LPCWSTR lpszCommand,
    DWORD_PTR dwContext, LPHINTERNET phFtpCommand);

/**
 * Would write a Gopher locator of its parts.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GopherCreateLocatorA.
 */
BOOLAPI GopherCreateLocatorA(LPCSTR lpszHost, INTERNET_PORT nServerPort, LPCSTR lpszDisplayString,
    LPCSTR lpszSelectorString, DWORD dwGopherType, LPSTR lpszLocator, LPDWORD lpdwBufferLength);

/** The W form of GopherCreateLocatorA. Source: wininet.h, GopherCreateLocatorW. */
BOOLAPI GopherCreateLocatorW(LPCWSTR lpszHost, INTERNET_PORT nServerPort, LPCWSTR lpszDisplayString,
    LPCWSTR lpszSelectorString, DWORD dwGopherType, LPWSTR lpszLocator, LPDWORD lpdwBufferLength);

/**
 * Would tell the GOPHER_TYPE_ of a locator.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GopherGetLocatorTypeA.
 */
BOOLAPI GopherGetLocatorTypeA(LPCSTR lpszLocator, LPDWORD lpdwGopherType);

/** The W form of GopherGetLocatorTypeA. Source: wininet.h, GopherGetLocatorTypeW. */
BOOLAPI GopherGetLocatorTypeW(LPCWSTR lpszLocator, LPDWORD lpdwGopherType);

/**
 * Would begin to list what a Gopher locator leads to.
 * Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GopherFindFirstFileA.
 */
INTERNETAPI_(HINTERNET) GopherFindFirstFileA(HINTERNET hConnect, LPCSTR lpszLocator,
    LPCSTR lpszSearchString, LPGOPHER_FIND_DATAA lpFindData, DWORD dwFlags, DWORD_PTR dwContext);

/** The W form of GopherFindFirstFileA. Source: wininet.h, GopherFindFirstFileW. */
INTERNETAPI_(HINTERNET) GopherFindFirstFileW(HINTERNET hConnect, LPCWSTR lpszLocator,
    LPCWSTR lpszSearchString, LPGOPHER_FIND_DATAW lpFindData, DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Would open a file on a Gopher server.
 * Not there yet: NULL, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GopherOpenFileA.
 */
INTERNETAPI_(HINTERNET) GopherOpenFileA(HINTERNET hConnect, LPCSTR lpszLocator, LPCSTR lpszView,
    DWORD dwFlags, DWORD_PTR dwContext);

/** The W form of GopherOpenFileA. Source: wininet.h, GopherOpenFileW. */
INTERNETAPI_(HINTERNET) GopherOpenFileW(HINTERNET hConnect, LPCWSTR lpszLocator, LPCWSTR lpszView,
    DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Would ask a Gopher server about a document.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, GopherGetAttributeA.
 */
BOOLAPI GopherGetAttributeA(HINTERNET hConnect, LPCSTR lpszLocator, LPCSTR lpszAttributeName,
    LPBYTE lpBuffer, DWORD dwBufferLength, LPDWORD lpdwCharactersReturned,
    GOPHER_ATTRIBUTE_ENUMERATOR lpfnEnumerator, DWORD_PTR dwContext);

/** The W form of GopherGetAttributeA. Source: wininet.h, GopherGetAttributeW. */
BOOLAPI GopherGetAttributeW(HINTERNET hConnect, LPCWSTR lpszLocator, LPCWSTR lpszAttributeName,
    LPBYTE lpBuffer, DWORD dwBufferLength, LPDWORD lpdwCharactersReturned,
    GOPHER_ATTRIBUTE_ENUMERATOR lpfnEnumerator, DWORD_PTR dwContext);

/**
 * Would decide about the cookies of a site.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetSetPerSiteCookieDecisionA.
 */
BOOLAPI InternetSetPerSiteCookieDecisionA(LPCSTR pchHostName, DWORD dwDecision);

/** The W form of InternetSetPerSiteCookieDecisionA. Source: wininet.h, InternetSetPerSiteCookieDecisionW. */
BOOLAPI InternetSetPerSiteCookieDecisionW(LPCWSTR pchHostName, DWORD dwDecision);

/**
 * Would tell what was decided about the cookies of a site.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetGetPerSiteCookieDecisionA.
 */
BOOLAPI InternetGetPerSiteCookieDecisionA(LPCSTR pchHostName, LPDWORD pResult);

/** The W form of InternetGetPerSiteCookieDecisionA. Source: wininet.h, InternetGetPerSiteCookieDecisionW. */
BOOLAPI InternetGetPerSiteCookieDecisionW(LPCWSTR pchHostName, LPDWORD pResult);

/**
 * Would list what was decided about the cookies of sites.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetEnumPerSiteCookieDecisionA.
 */
BOOLAPI InternetEnumPerSiteCookieDecisionA(LPSTR pszSiteName, LPDWORD pcSiteNameSize,
    LPDWORD pdwDecision, DWORD dwIndex);

/** The W form of InternetEnumPerSiteCookieDecisionA. Source: wininet.h, InternetEnumPerSiteCookieDecisionW. */
BOOLAPI InternetEnumPerSiteCookieDecisionW(LPWSTR pszSiteName, LPDWORD pcSiteNameSize,
    LPDWORD pdwDecision, DWORD dwIndex);

/**
 * Would forget all decisions about the cookies of sites.
 * Not there yet: FALSE, ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetClearAllPerSiteCookieDecisions.
 */
BOOLAPI InternetClearAllPerSiteCookieDecisions(void);

/**
 * Would set the privacy of a zone.
 * Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, PrivacySetZonePreferenceW.
 */
INTERNETAPI_(DWORD) PrivacySetZonePreferenceW(DWORD dwZone, DWORD dwType, DWORD dwTemplate,
    LPCWSTR pszPreference);

/**
 * Would tell the privacy of a zone.
 * Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, PrivacyGetZonePreferenceW.
 */
INTERNETAPI_(DWORD) PrivacyGetZonePreferenceW(DWORD dwZone, DWORD dwType, LPDWORD pdwTemplate,
    LPWSTR pszBuffer, LPDWORD pdwBufferLength);

/**
 * Would ask the user whether to go from a safe page to another.
 * Not there yet: returns ERROR_CALL_NOT_IMPLEMENTED. Source: wininet.h, InternetConfirmZoneCrossingA.
 */
INTERNETAPI_(DWORD) InternetConfirmZoneCrossingA(HWND hWnd, LPSTR szUrlPrev, LPSTR szUrlNew,
    BOOL bPost);

/** The W form of InternetConfirmZoneCrossingA. Source: wininet.h, InternetConfirmZoneCrossingW. */
INTERNETAPI_(DWORD) InternetConfirmZoneCrossingW(HWND hWnd, LPWSTR szUrlPrev, LPWSTR szUrlNew,
    BOOL bPost);

/** The same as InternetConfirmZoneCrossingA. Source: wininet.h, InternetConfirmZoneCrossing. */
INTERNETAPI_(DWORD) InternetConfirmZoneCrossing(HWND hWnd, LPSTR szUrlPrev, LPSTR szUrlNew,
    BOOL bPost);

/**
 * Gives the value of an option. docs/options.md lists them.
 *
 * Parameters:
 * - hInternet: a handle, or NULL for the process.
 * - dwOption: an INTERNET_OPTION_ value.
 * - lpBuffer: takes the value; NULL asks for its size. Strings are copied here, also those of an
 *   INTERNET_PROXY_INFO, which follow it: there is nothing to free. Only the strings of an
 *   INTERNET_CERTIFICATE_INFO, with LocalFree, and those of an INTERNET_PER_CONN_OPTION_LIST, with
 *   GlobalFree, are the program's to free.
 * - lpdwBufferLength: in: the size of the buffer in bytes; out: that of the value, a string's
 *   without the NUL; the size needed, NUL counted, when the buffer is too small.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INVALID_OPTION also
 * for one that has no value, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INSUFFICIENT_BUFFER,
 * ERROR_INVALID_PARAMETER for a NULL length, ERROR_INTERNET_INCORRECT_HANDLE_STATE for what is not
 * there yet, ERROR_INTERNET_INVALID_OPERATION for the certificate of a request without TLS,
 * ERROR_INTERNET_ITEM_NOT_FOUND for what a cache would know. Statuses: none. Threads: any.
 * Source: wininet.h, InternetQueryOptionA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI InternetQueryOptionA(HINTERNET hInternet, DWORD dwOption, LPVOID lpBuffer,
    LPDWORD lpdwBufferLength);

/**
 * The W form of InternetQueryOptionA. Sizes are in bytes here too. Source: wininet.h,
 * InternetQueryOptionW.
 *
 * # Safety
 * As InternetQueryOptionA.
 */
BOOLAPI InternetQueryOptionW(HINTERNET hInternet, DWORD dwOption, LPVOID lpBuffer,
    LPDWORD lpdwBufferLength);

/**
 * Sets an option. docs/options.md lists them. Handles that descend from hInternet already keep
 * theirs; on NULL it is for sessions opened from now on.
 *
 * Parameters:
 * - hInternet: a handle, or NULL for the process.
 * - dwOption: an INTERNET_OPTION_ value.
 * - lpBuffer: the value. For INTERNET_OPTION_CLIENT_CERT_CONTEXT on Linux it is PEM text.
 * - dwBufferLength: its size: a string's in characters, up to a NUL if there is one before, or
 *   (DWORD)-1 if it ends with a NUL; others' in bytes.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INVALID_OPTION also for
 * a value that is not to be had, ERROR_INTERNET_BAD_OPTION_LENGTH,
 * ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_OPTION_NOT_SETTABLE,
 * ERROR_INTERNET_INVALID_OPERATION for an option of the process on a handle,
 * ERROR_INVALID_PARAMETER for NULL or a value that makes no sense. Statuses: none. Threads: any.
 * Source: wininet.h, InternetSetOptionA.
 *
 * # Safety
 * The buffer has the size given.
 */
BOOLAPI InternetSetOptionA(HINTERNET hInternet, DWORD dwOption, LPVOID lpBuffer,
    DWORD dwBufferLength);

/**
 * The W form of InternetSetOptionA. Source: wininet.h, InternetSetOptionW.
 *
 * # Safety
 * As InternetSetOptionA.
 */
BOOLAPI InternetSetOptionW(HINTERNET hInternet, DWORD dwOption, LPVOID lpBuffer,
    DWORD dwBufferLength);

/**
 * The same as InternetSetOptionA, as on Windows.
 *
 * Parameters:
 * - hInternet, dwOption, lpBuffer, dwBufferLength: as InternetSetOptionA.
 * - dwFlags: 0 or ISO_ values, which change nothing.
 *
 * Returns TRUE, or FALSE. Last errors: as InternetSetOptionA, and ERROR_INVALID_PARAMETER for an
 * unknown flag. Statuses: none. Threads: any.
 * Source: wininet.h, InternetSetOptionExA.
 *
 * # Safety
 * As InternetSetOptionA.
 */
BOOLAPI InternetSetOptionExA(HINTERNET hInternet, DWORD dwOption, LPVOID lpBuffer,
    DWORD dwBufferLength, DWORD dwFlags);

/**
 * The W form of InternetSetOptionExA. Source: wininet.h, InternetSetOptionExW.
 *
 * # Safety
 * As InternetSetOptionA.
 */
BOOLAPI InternetSetOptionExW(HINTERNET hInternet, DWORD dwOption, LPVOID lpBuffer,
    DWORD dwBufferLength, DWORD dwFlags);

/**
 * Gives a header or another part of the head of an answer, or of the request.
 *
 * Parameters:
 * - hRequest: a request.
 * - dwInfoLevel: an HTTP_QUERY_ attribute with HTTP_QUERY_FLAG_ modifiers. HTTP_QUERY_CUSTOM asks
 *   for the header whose name is in lpBuffer. Modifiers: NUMBER (a DWORD), NUMBER64 (a ULONGLONG)
 *   or SYSTEMTIME instead of a string; REQUEST_HEADERS: of what was sent, or would be; COALESCE
 *   and COALESCE_WITH_COMMA: all headers of that name from the index on, joined by ", ".
 * - lpBuffer: takes the value; NULL asks for its size.
 * - lpdwBufferLength: in: the size of the buffer in bytes; out: that of the value, a string's
 *   without the NUL; the size needed, NUL counted, when the buffer is too small.
 * - lpdwIndex: in: which of several headers of that name, from 0; out: the next. NULL: the first.
 *   Raw headers, version, status and method have the index 0 alone and leave it.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE,
 * ERROR_INTERNET_INCORRECT_HANDLE_STATE before there is an answer, ERROR_INVALID_PARAMETER for a
 * NULL length, a NULL name or two of the types, ERROR_INSUFFICIENT_BUFFER,
 * ERROR_HTTP_HEADER_NOT_FOUND, ERROR_HTTP_INVALID_HEADER for a value that is no such number or
 * date, ERROR_HTTP_INVALID_QUERY_REQUEST for an unknown attribute. Statuses: none. Threads: any.
 * Source: wininet.h, HttpQueryInfoA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI HttpQueryInfoA(HINTERNET hRequest, DWORD dwInfoLevel, LPVOID lpBuffer,
    LPDWORD lpdwBufferLength, LPDWORD lpdwIndex);

/**
 * The W form of HttpQueryInfoA. Sizes are in bytes here too; what is not UTF-8 is taken for
 * Latin-1.
 * Source: wininet.h, HttpQueryInfoW.
 *
 * # Safety
 * As HttpQueryInfoA.
 */
BOOLAPI HttpQueryInfoW(HINTERNET hRequest, DWORD dwInfoLevel, LPVOID lpBuffer,
    LPDWORD lpdwBufferLength, LPDWORD lpdwIndex);

/**
 * Reads the body until the buffer is full or the body ends.
 *
 * Parameters:
 * - hFile: a request whose answer has begun.
 * - lpBuffer: takes the bytes. Asynchronously it must live until the read is completed or the
 *   handle is closed.
 * - dwNumberOfBytesToRead: its size in bytes.
 * - lpdwNumberOfBytesRead: takes the number of bytes, 0 at the end of the body; must live as long.
 *   It is set to 0 before anything else.
 *
 * Returns TRUE, or FALSE. Fewer bytes than asked for come only at the end. Asynchronously FALSE
 * with ERROR_IO_PENDING if not enough is there: bytes come into the buffer as they arrive, and
 * buffer and count are complete before INTERNET_STATUS_REQUEST_COMPLETE {1, 0}. A second read
 * while one is pending waits for its turn.
 *
 * Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE,
 * ERROR_INTERNET_INCORRECT_HANDLE_STATE before there is an answer or while another thread is in a
 * synchronous call on it, ERROR_INVALID_PARAMETER for NULL, ERROR_INTERNET_TIMEOUT,
 * ERROR_INTERNET_CONNECTION_ABORTED or _RESET for a body that is cut short,
 * ERROR_HTTP_INVALID_SERVER_RESPONSE, ERROR_INTERNET_DECODING_FAILED for a body that is not in the
 * coding that it is to be decoded from, ERROR_INTERNET_OPERATION_CANCELLED; after
 * InternetSetFilePointer also those of HttpSendRequest.
 *
 * Statuses: none if the bytes are there; else RECEIVING_RESPONSE on the calling thread,
 * [CLOSING_CONNECTION, CONNECTION_CLOSED if the body ends and the connection is not kept, or on
 * failure], RESPONSE_RECEIVED but on failure, and asynchronously REQUEST_COMPLETE if it was
 * pending. Threads: any.
 * Source: wininet.h, InternetReadFile.
 *
 * # Safety
 * Buffer and count are as described.
 */
BOOLAPI InternetReadFile(HINTERNET hFile, LPVOID lpBuffer, DWORD dwNumberOfBytesToRead,
    LPDWORD lpdwNumberOfBytesRead);

/**
 * Reads the body into an INTERNET_BUFFERS.
 *
 * Parameters:
 * - hFile: a request whose answer has begun.
 * - lpBuffersOut: dwStructSize, lpvBuffer and dwBufferLength count: where to, and its size in
 *   bytes; the length becomes the number of bytes read.
 * - dwFlags: 0: as InternetReadFile; the length keeps the requested size while the read is
 *   pending. IRF_ASYNC and IRF_SYNC change nothing: the session decides. IRF_NO_WAIT: gives what
 *   is there without a notification. If nothing is, a synchronous call waits for some; an
 *   asynchronous one gives FALSE with ERROR_IO_PENDING, touches neither struct nor buffer any
 *   more, and INTERNET_STATUS_REQUEST_COMPLETE {1, 0} says to call again. IRF_USE_CONTEXT is the
 *   same bit.
 * - dwContext: not used; notifications carry the context of the handle.
 *
 * Returns, last errors, statuses, threads: as InternetReadFile; ERROR_INVALID_PARAMETER for a NULL
 * struct or buffer, a wrong dwStructSize or an unknown flag. A buffer of length 0 gives TRUE.
 * Source: wininet.h, InternetReadFileExA.
 *
 * # Safety
 * Struct and buffer are as described, and without IRF_NO_WAIT live until the read is completed or
 * the handle is closed.
 */
BOOLAPI InternetReadFileExA(HINTERNET hFile, LPINTERNET_BUFFERSA lpBuffersOut, DWORD dwFlags,
    DWORD_PTR dwContext);

/**
 * The W form of InternetReadFileExA. Source: wininet.h, InternetReadFileExW.
 *
 * # Safety
 * As InternetReadFileExA.
 */
BOOLAPI InternetReadFileExW(HINTERNET hFile, LPINTERNET_BUFFERSW lpBuffersOut, DWORD dwFlags,
    DWORD_PTR dwContext);

/**
 * Tells how many bytes of the body can be read without waiting.
 *
 * Parameters:
 * - hFile: a request whose answer has begun.
 * - lpdwNumberOfBytesAvailable: takes the number, 0 at the end of the body; may be NULL. After a
 *   204 or 304 with Content-Length it is that number, though no body comes. Asynchronously it must
 *   live until the call is completed or the handle is closed.
 * - dwFlags, dwContext: reserved, not looked at.
 *
 * Returns TRUE, or FALSE. If nothing is there: synchronously it waits; asynchronously FALSE with
 * ERROR_IO_PENDING, and INTERNET_STATUS_REQUEST_COMPLETE {1, the number} once something is. Last
 * errors: as InternetReadFile. Statuses: none if something is there; else RECEIVING_RESPONSE on
 * the calling thread, [CLOSING_CONNECTION, CONNECTION_CLOSED], RESPONSE_RECEIVED but on failure,
 * and asynchronously REQUEST_COMPLETE. Threads: any.
 * Source: wininet.h, InternetQueryDataAvailable.
 *
 * # Safety
 * The variable lives until the call is completed or the handle is closed.
 */
BOOLAPI InternetQueryDataAvailable(HINTERNET hFile, LPDWORD lpdwNumberOfBytesAvailable,
    DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Refused: there is no registry to read proxy settings from, and no configuration script is run.
 *
 * Parameters:
 * - dwReserved: 0.
 *
 * Returns FALSE. Last errors: ERROR_CALL_NOT_IMPLEMENTED, ERROR_INVALID_PARAMETER. Statuses: none.
 * Threads: any.
 * Source: wininet.h, InternetInitializeAutoProxyDll.
 */
BOOLAPI InternetInitializeAutoProxyDll(DWORD dwReserved);

/**
 * Opens a request. Nothing is sent.
 *
 * Parameters:
 * - hConnect: a connection.
 * - lpszVerb: the method; NULL or "": GET.
 * - lpszObjectName: path and query; NULL or "": "/". A leading slash is added where it lacks, dot
 *   segments are resolved, and what cannot stand in a request line is percent-encoded.
 * - lpszVersion: "HTTP/1.0", else HTTP/1.1 is spoken.
 * - lpszReferrer: what Referer says; NULL or "": none.
 * - lplpszAcceptTypes: what Accept lists: strings, then a NULL; NULL: none.
 * - dwFlags: INTERNET_FLAG_SECURE: https. INTERNET_FLAG_KEEP_CONNECTION: sends "Connection:
 *   Keep-Alive". INTERNET_FLAG_RELOAD and INTERNET_FLAG_PRAGMA_NOCACHE: "Pragma: no-cache".
 *   INTERNET_FLAG_NO_CACHE_WRITE: "Cache-Control: no-cache" for verbs other than GET.
 *   INTERNET_FLAG_IGNORE_CERT_CN_INVALID and INTERNET_FLAG_IGNORE_CERT_DATE_INVALID: excuse the
 *   certificate. INTERNET_FLAG_NO_AUTH: sends no credentials. Others have no meaning for the time
 *   being.
 * - dwContext: the context value of the new handle; 0: no notifications.
 *
 * Returns the request, or NULL, at once also in an asynchronous session. Last errors:
 * ERROR_INVALID_HANDLE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INVALID_PARAMETER for a verb
 * that is none, ERROR_HTTP_INVALID_HEADER for a line break in the referrer or a type,
 * ERROR_NOT_ENOUGH_MEMORY if no handle is left. Statuses: INTERNET_STATUS_HANDLE_CREATED in the
 * name of the connection, on the calling thread before this returns. Threads: any.
 * Source: wininet.h, HttpOpenRequestA.
 *
 * # Safety
 * Strings are NULL or end with a NUL; the list ends with a NULL.
 */
INTERNETAPI_(HINTERNET) HttpOpenRequestA(HINTERNET hConnect, LPCSTR lpszVerb, LPCSTR lpszObjectName,
    LPCSTR lpszVersion, LPCSTR lpszReferrer, LPCSTR *lplpszAcceptTypes, DWORD dwFlags,
    DWORD_PTR dwContext);

/**
 * The W form of HttpOpenRequestA. Source: wininet.h, HttpOpenRequestW.
 *
 * # Safety
 * As HttpOpenRequestA.
 */
INTERNETAPI_(HINTERNET) HttpOpenRequestW(HINTERNET hConnect, LPCWSTR lpszVerb,
    LPCWSTR lpszObjectName, LPCWSTR lpszVersion, LPCWSTR lpszReferrer, LPCWSTR *lplpszAcceptTypes,
    DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Adds headers to a request.
 *
 * Parameters:
 * - hRequest: a request.
 * - lpszHeaders: lines, each ended by CRLF or LF but the last. Blank lines and those without a
 *   name and a colon are skipped.
 * - dwHeadersLength: their length in characters, or (DWORD)-1 if they end with a NUL.
 * - dwModifiers: 0 or HTTP_ADDREQ_FLAG_ADD: at the end, whatever is there. _ADD_IF_NEW: fails if
 *   there is one of that name. _REPLACE: removes the first of that name and adds the new one at
 *   the end, or nothing if the value is empty and _ALLOW_EMPTY_VALUES is not set; fails if there is
 *   none, unless _ADD is set as well.
 *   _COALESCE or _COALESCE_WITH_COMMA, _COALESCE_WITH_SEMICOLON: lengthens the first of that name.
 *
 * Either all lines are applied or none. What the program sets wins over the headers that are sent
 * automatically: User-Agent, Host, Content-Length and those of the flags of HttpOpenRequest.
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE,
 * ERROR_INVALID_PARAMETER for NULL, a length of 0 or an unknown modifier,
 * ERROR_HTTP_INVALID_HEADER for a name or value with a NUL, a CR or a character that no name has,
 * ERROR_HTTP_HEADER_ALREADY_EXISTS, ERROR_HTTP_HEADER_NOT_FOUND. Statuses: none. Threads: any.
 * Source: wininet.h, HttpAddRequestHeadersA.
 *
 * # Safety
 * The string has the length given.
 */
BOOLAPI HttpAddRequestHeadersA(HINTERNET hRequest, LPCSTR lpszHeaders, DWORD dwHeadersLength,
    DWORD dwModifiers);

/**
 * The W form of HttpAddRequestHeadersA. A length of 0 also means that the string ends with a NUL.
 * Source: wininet.h, HttpAddRequestHeadersW.
 *
 * # Safety
 * As HttpAddRequestHeadersA.
 */
BOOLAPI HttpAddRequestHeadersW(HINTERNET hRequest, LPCWSTR lpszHeaders, DWORD dwHeadersLength,
    DWORD dwModifiers);

/**
 * Sends a request and waits for the head of the answer.
 *
 * Parameters:
 * - hRequest: a request. It may be sent again: what is left of a former answer is read away.
 * - lpszHeaders, dwHeadersLength: header lines as for HttpAddRequestHeaders, added or put in the
 *   place of those of that name; NULL: none. A length of 0 also means that they end with a NUL.
 * - lpOptional, dwOptionalLength: what follows the head, and its length in bytes. It is copied in
 *   an asynchronous session, so that the program need not keep it.
 *
 * Synchronous: returns TRUE when the head is there, or FALSE. Asynchronous: always FALSE, with
 * ERROR_IO_PENDING once it is on its way; INTERNET_STATUS_REQUEST_COMPLETE {1, 0} says that the
 * head is there, {0, error} that it failed. The body is not waited for. Redirects are
 * followed, at most ten: 307 and 308 with the same method and body, others by GET. A 401 or 407
 * that there are credentials for is answered with the same request and body (docs/credentials.md);
 * else it is the answer, and no error.
 *
 * Last errors, or those in INTERNET_ASYNC_RESULT: ERROR_INVALID_HANDLE,
 * ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_INCORRECT_HANDLE_STATE while another
 * operation is pending, ERROR_INVALID_PARAMETER for NULL with a length, ERROR_HTTP_INVALID_HEADER,
 * ERROR_INTERNET_NAME_NOT_RESOLVED, ERROR_INTERNET_CANNOT_CONNECT, ERROR_INTERNET_TIMEOUT,
 * ERROR_INTERNET_CONNECTION_ABORTED, ERROR_INTERNET_CONNECTION_RESET,
 * ERROR_HTTP_INVALID_SERVER_RESPONSE, ERROR_HTTP_REDIRECT_FAILED, ERROR_INTERNET_INVALID_URL for a
 * redirect to nowhere, ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR,
 * ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR, ERROR_INTERNET_INVALID_CA,
 * ERROR_INTERNET_SEC_CERT_DATE_INVALID, ERROR_INTERNET_SEC_CERT_CN_INVALID,
 * ERROR_INTERNET_SEC_INVALID_CERT, ERROR_INTERNET_SEC_CERT_REVOKED,
 * ERROR_INTERNET_SEC_CERT_REV_FAILED, or ERROR_INTERNET_SEC_CERT_ERRORS for all of these by
 * INTERNET_OPTION_ERROR_MASK, ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED,
 * ERROR_INTERNET_SECURITY_CHANNEL_ERROR, ERROR_INTERNET_OPERATION_CANCELLED,
 * ERROR_NOT_ENOUGH_MEMORY.
 *
 * Statuses: [CLOSING_CONNECTION, CONNECTION_CLOSED for a former answer], [RESOLVING_NAME,
 * NAME_RESOLVED], [CONNECTING_TO_SERVER, once for each address, CONNECTED_TO_SERVER],
 * SENDING_REQUEST, REQUEST_SENT, RECEIVING_RESPONSE, [INTERMEDIATE_RESPONSE, for 1xx but 100],
 * RESPONSE_RECEIVED, [the same again with credentials,] [REDIRECT, and the same for the new place],
 * [CLOSING_CONNECTION, CONNECTION_CLOSED if there is no body to come and the
 * connection is not kept, or on failure], and asynchronously REQUEST_COMPLETE. Synchronous: on the
 * calling thread. Asynchronous: on a thread of the library's. Threads: any.
 * Source: wininet.h, HttpSendRequestA.
 *
 * # Safety
 * The string and the buffer have the lengths given.
 */
BOOLAPI HttpSendRequestA(HINTERNET hRequest, LPCSTR lpszHeaders, DWORD dwHeadersLength,
    LPVOID lpOptional, DWORD dwOptionalLength);

/**
 * The W form of HttpSendRequestA. Source: wininet.h, HttpSendRequestW.
 *
 * # Safety
 * As HttpSendRequestA.
 */
BOOLAPI HttpSendRequestW(HINTERNET hRequest, LPCWSTR lpszHeaders, DWORD dwHeadersLength,
    LPVOID lpOptional, DWORD dwOptionalLength);

/**
 * Requests a URL: session, connection and request in one.
 *
 * Parameters:
 * - hInternet: a session.
 * - lpszUrl: an http or https URL. A fragment is not sent; user and password answer a 401.
 * - lpszHeaders, dwHeadersLength: header lines as for HttpSendRequest, added.
 * - dwFlags: as for HttpOpenRequest; INTERNET_FLAG_SECURE makes an http URL https.
 * - dwContext: the context value of the new handle; 0: no notifications.
 *
 * Synchronous: returns the request when the head of the answer is there, or NULL. Asynchronous:
 * always NULL, with ERROR_IO_PENDING once it is on its way; INTERNET_STATUS_REQUEST_COMPLETE gives
 * the handle as dwResult, or 0 and the error, and then the library closes the handle itself.
 *
 * Last errors: as HttpSendRequest, and ERROR_INTERNET_UNRECOGNIZED_SCHEME,
 * ERROR_INTERNET_INVALID_URL, ERROR_INVALID_PARAMETER for a NULL URL. Statuses: HANDLE_CREATED in
 * the name of the session, then as HttpSendRequest; HANDLE_CLOSING when it has failed. None for
 * what is refused at once: a bad URL, bad headers. Threads: any.
 * Source: wininet.h, InternetOpenUrlA.
 *
 * # Safety
 * Strings are NULL or end with a NUL, or have the length given.
 */
INTERNETAPI_(HINTERNET) InternetOpenUrlA(HINTERNET hInternet, LPCSTR lpszUrl, LPCSTR lpszHeaders,
    DWORD dwHeadersLength, DWORD dwFlags, DWORD_PTR dwContext);

/**
 * The W form of InternetOpenUrlA. Source: wininet.h, InternetOpenUrlW.
 *
 * # Safety
 * As InternetOpenUrlA.
 */
INTERNETAPI_(HINTERNET) InternetOpenUrlW(HINTERNET hInternet, LPCWSTR lpszUrl, LPCWSTR lpszHeaders,
    DWORD dwHeadersLength, DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Tells what the server of an https URL has shown of itself when this process last connected to it. It
 * connects to nobody.
 *
 * Parameters:
 * - lpszURL: the URL. Its server and port matter.
 * - ppCertChain: takes the chain of certificates. On Windows that is CryptoAPI's, freed with
 *   CertFreeCertificateChain. On Linux there is no CryptoAPI: it is always NULL, and the request's
 *   INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT has what there is to know.
 * - pdwSecureFlags: takes SECURITY_FLAG_SECURE, SECURITY_FLAG_STRENGTH_STRONG, and the
 *   SECURITY_FLAG_IGNORE_ values that the connection was made with: only without them the certificate
 *   was found to be good.
 *
 * What was refused is not remembered, and nothing is when the process ends.
 *
 * Returns TRUE, or FALSE with both pointers untouched. Last errors: ERROR_INTERNET_ITEM_NOT_FOUND when
 * nothing is known of the server, or for http; ERROR_INTERNET_SEC_INVALID_CERT when CryptoAPI makes no
 * chain; ERROR_INTERNET_UNRECOGNIZED_SCHEME, ERROR_INTERNET_INVALID_URL, ERROR_INVALID_PARAMETER for
 * NULL. Statuses: none. Threads: any.
 * Source: wininet.h, InternetGetSecurityInfoByURLA, of which Microsoft says no more than its prototype.
 *
 * # Safety
 * The URL ends with a NUL, the other pointers are writable, or they are NULL.
 */
BOOLAPI InternetGetSecurityInfoByURLA(LPSTR lpszURL, PCCERT_CHAIN_CONTEXT *ppCertChain,
    LPDWORD pdwSecureFlags);

/**
 * The W form of InternetGetSecurityInfoByURLA. Source: wininet.h, InternetGetSecurityInfoByURLW.
 *
 * # Safety
 * As InternetGetSecurityInfoByURLA.
 */
BOOLAPI InternetGetSecurityInfoByURLW(LPCWSTR lpszURL, PCCERT_CHAIN_CONTEXT *ppCertChain,
    LPDWORD pdwSecureFlags);

/**
 * The same as InternetGetSecurityInfoByURLA. Source: wininet.h, InternetGetSecurityInfoByURL.
 *
 * # Safety
 * As InternetGetSecurityInfoByURLA.
 */
BOOLAPI InternetGetSecurityInfoByURL(LPSTR lpszURL, PCCERT_CHAIN_CONTEXT *ppCertChain,
    LPDWORD pdwSecureFlags);

/**
 * Sets the place in the body where the next read begins.
 *
 * Parameters:
 * - hFile: a request with GET or HEAD and without a body whose answer has begun, and that was opened
 *   without INTERNET_FLAG_NO_CACHE_WRITE.
 * - lDistanceToMove: how far, in bytes. With lpDistanceToMoveHigh the low half of a signed number of 64
 *   bits, else a signed number of 32 bits.
 * - lpDistanceToMoveHigh: NULL, or in: the high half of the distance; out: that of the new place.
 * - dwMoveMethod: FILE_BEGIN: from the beginning of the body; the distance is unsigned. FILE_CURRENT:
 *   from where the next read would begin. FILE_END: from the end of the body, which Content-Length
 *   must tell.
 * - dwContext: reserved, not looked at.
 *
 * Nothing is sent, and it never waits. The next read does what is needed: it reads on to the place if
 * that is near or the server gives no parts; else it sends the request again with a Range header, and
 * reads on if the whole body comes. It fails with ERROR_HTTP_INVALID_SERVER_RESPONSE if another body
 * comes: ETag, Last-Modified or length differ. HttpQueryInfo goes on telling of the first answer.
 *
 * Returns the low half of the new place, or INVALID_SET_FILE_POINTER; since that may be a low half too,
 * GetLastError tells: it is 0 after success. Last errors: ERROR_INVALID_HANDLE,
 * ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_INCORRECT_HANDLE_STATE before there is an
 * answer or while an operation is pending, ERROR_INTERNET_INVALID_OPERATION for another method, a
 * body, the flag and for FILE_END without a length, ERROR_NEGATIVE_SEEK for a place before the beginning,
 * ERROR_INVALID_PARAMETER for an unknown method of moving, and for a place beyond 4 GiB without
 * lpDistanceToMoveHigh. Statuses: none; the next read tells, between its RECEIVING_RESPONSE and
 * RESPONSE_RECEIVED, of the other request as HttpSendRequest would. Threads: any.
 * Source: wininet.h, InternetSetFilePointer.
 *
 * # Safety
 * The variable is NULL or a LONG.
 */
INTERNETAPI_(DWORD) InternetSetFilePointer(HINTERNET hFile, LONG lDistanceToMove,
    PLONG lpDistanceToMoveHigh, DWORD dwMoveMethod, DWORD_PTR dwContext);

/**
 * Locks the file that holds an answer.
 *
 * Parameters:
 * - hInternet: a request whose answer has begun.
 * - lphLockRequestInfo: takes the lock, for InternetUnlockRequestFile.
 *
 * There is no cache that could take a file away: the lock is good, also when the request is closed, and
 * keeps the file of INTERNET_FLAG_NEED_FILE where there is one. Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE,
 * ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INVALID_PARAMETER for NULL,
 * ERROR_INTERNET_INCORRECT_HANDLE_STATE before there is an answer, ERROR_INTERNET_INVALID_OPERATION for
 * an https request that was opened with INTERNET_FLAG_NO_CACHE_WRITE, as on Windows. Statuses: none.
 * Threads: any.
 * Source: wininet.h, InternetLockRequestFile.
 *
 * # Safety
 * The variable is NULL or a HANDLE.
 */
BOOLAPI InternetLockRequestFile(HINTERNET hInternet, HANDLE *lphLockRequestInfo);

/**
 * Gives up a lock of InternetLockRequestFile.
 *
 * Parameters:
 * - hLockRequestInfo: the lock.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE for what is no lock, or no longer.
 * Statuses: none. Threads: any.
 * Source: wininet.h, InternetUnlockRequestFile.
 *
 * # Safety
 * None.
 */
BOOLAPI InternetUnlockRequestFile(HANDLE hLockRequestInfo);

/**
 * Opens a session, the root of all other handles.
 *
 * Parameters:
 * - lpszAgent: what the User-Agent header says; "" sends none, NULL what the process has as
 *   INTERNET_OPTION_USER_AGENT: nothing unless the program set it.
 * - dwAccessType: INTERNET_OPEN_TYPE_DIRECT: no proxy. INTERNET_OPEN_TYPE_PROXY: the ones named here.
 *   INTERNET_OPEN_TYPE_PRECONFIG and _PRECONFIG_WITH_NO_AUTOPROXY: those that the process has when
 *   InternetConnect or InternetOpenUrl is called: what INTERNET_OPTION_PROXY set on NULL, else what
 *   http_proxy, https_proxy, all_proxy and no_proxy say in the environment. docs/proxies.md has it all.
 * - lpszProxy: for INTERNET_OPEN_TYPE_PROXY, the proxies: "proxy:80", or one for each scheme as in
 *   "http=a:80 https=b:80;socks=c:1080". Spaces and semicolons separate; the first that takes a
 *   connection is used.
 * - lpszProxyBypass: for INTERNET_OPEN_TYPE_PROXY, the hosts that are reached without one:
 *   `<local>;*.example.com;192.168.*`, or NULL. This machine always is, unless `<-loopback>` is there.
 * - dwFlags: INTERNET_FLAG_ASYNC makes every operation below the session asynchronous. Others have
 *   no meaning.
 *
 * Returns the session, or NULL. Last errors: ERROR_INVALID_PARAMETER for an unknown access type, a
 * list of proxies that is NULL, empty or makes no sense, or a line break in the agent,
 * ERROR_NOT_ENOUGH_MEMORY if no handle is left. Statuses: none. Threads: any.
 *
 * From the first call of this on, children of fork may call exec and exit, and find every function
 * here failing with ERROR_INTERNET_SHUTDOWN.
 * Source: wininet.h, InternetOpenA.
 *
 * # Safety
 * Strings are NULL or end with a NUL.
 */
INTERNETAPI_(HINTERNET) InternetOpenA(LPCSTR lpszAgent, DWORD dwAccessType, LPCSTR lpszProxy,
    LPCSTR lpszProxyBypass, DWORD dwFlags);

/**
 * The W form of InternetOpenA. A string that is not valid Unicode is ERROR_INVALID_PARAMETER, here
 * and in every W form. Source: wininet.h, InternetOpenW.
 *
 * # Safety
 * As InternetOpenA.
 */
INTERNETAPI_(HINTERNET) InternetOpenW(LPCWSTR lpszAgent, DWORD dwAccessType, LPCWSTR lpszProxy,
    LPCWSTR lpszProxyBypass, DWORD dwFlags);

/**
 * Names a server. Nothing is sent, and no socket is opened.
 *
 * Parameters:
 * - hInternet: a session.
 * - lpszServerName: host name or address; an IPv6 address may have brackets.
 * - nServerPort: the port, or INTERNET_INVALID_PORT_NUMBER (0) for the default of each request:
 *   80, or 443 with INTERNET_FLAG_SECURE.
 * - lpszUserName, lpszPassword: what answers when this server asks for credentials (401); NULL or
 *   "": nothing. The same as INTERNET_OPTION_USERNAME and INTERNET_OPTION_PASSWORD.
 * - dwService: INTERNET_SERVICE_HTTP. INTERNET_SERVICE_FTP and _GOPHER are refused.
 * - dwFlags: none has a meaning for HTTP.
 * - dwContext: the context value of the new handle; 0: no notifications of its own.
 *
 * Returns the connection, or NULL, at once also in an asynchronous session. Last errors:
 * ERROR_INVALID_HANDLE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INVALID_PARAMETER for an empty
 * name, an unknown service or a line break in user or password, ERROR_INTERNET_INVALID_URL for a name that cannot be one,
 * ERROR_CALL_NOT_IMPLEMENTED for FTP and Gopher, ERROR_NOT_ENOUGH_MEMORY if no handle is left.
 * Statuses: INTERNET_STATUS_HANDLE_CREATED in the name of the session, on the calling thread
 * before this returns. Threads: any.
 * Source: wininet.h, InternetConnectA.
 *
 * # Safety
 * Strings are NULL or end with a NUL.
 */
INTERNETAPI_(HINTERNET) InternetConnectA(HINTERNET hInternet, LPCSTR lpszServerName,
    INTERNET_PORT nServerPort, LPCSTR lpszUserName, LPCSTR lpszPassword, DWORD dwService,
    DWORD dwFlags, DWORD_PTR dwContext);

/**
 * The W form of InternetConnectA. Source: wininet.h, InternetConnectW.
 *
 * # Safety
 * As InternetConnectA.
 */
INTERNETAPI_(HINTERNET) InternetConnectW(HINTERNET hInternet, LPCWSTR lpszServerName,
    INTERNET_PORT nServerPort, LPCWSTR lpszUserName, LPCWSTR lpszPassword, DWORD dwService,
    DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Closes a handle and every handle below it.
 *
 * The values are invalid at once, inside callbacks too. A pending operation is cancelled: it ends
 * with INTERNET_STATUS_REQUEST_COMPLETE {0, ERROR_INTERNET_OPERATION_CANCELLED}; a synchronous
 * call on another thread returns FALSE with that error. The call never waits for a callback that
 * is running, and the buffers of asynchronous reads are not touched after it.
 *
 * Parameters:
 * - hInternet: any handle.
 *
 * Returns TRUE, or FALSE with ERROR_INVALID_HANDLE, also for a second close. The last error is 0
 * even if operations were pending. Statuses: for a request whose connection cannot be used again
 * CLOSING_CONNECTION, CONNECTION_CLOSED; for every handle with a context
 * INTERNET_STATUS_HANDLE_CLOSING as its very last, children first. They come before this returns
 * where nothing of the handle or below it is pending and no other thread is in a callback of it,
 * otherwise from the thread that ends what is. Threads: any, also from a callback of the handle
 * itself.
 * Source: wininet.h, InternetCloseHandle.
 *
 * # Safety
 * Safe with any value.
 */
BOOLAPI InternetCloseHandle(HINTERNET hInternet);

/**
 * Sets the function that is told how operations on a handle go on. Strings come as char.
 *
 * The callback is inherited by handles made from now on; those that exist keep theirs. The change
 * holds at once: no notification that begins after this returns uses the former callback. It does
 * not wait for one that is running.
 *
 * Nothing is told of a handle whose context is 0.
 *
 * Parameters:
 * - hInternet: any handle.
 * - lpfnInternetCallback: the callback, or NULL to remove it. It must return: an exception that
 *   leaves it ends the process.
 *
 * Returns the former callback, NULL if there was none, INTERNET_INVALID_STATUS_CALLBACK on
 * failure. Last errors: ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER for
 * INTERNET_INVALID_STATUS_CALLBACK. Statuses: none. Threads: any.
 * Source: wininet.h, InternetSetStatusCallback.
 *
 * # Safety
 * The callback is a function of that type, for as long as it is set.
 */
INTERNETAPI_(INTERNET_STATUS_CALLBACK) InternetSetStatusCallback(HINTERNET hInternet,
    INTERNET_STATUS_CALLBACK lpfnInternetCallback);

/**
 * The same as InternetSetStatusCallback. Source: wininet.h, InternetSetStatusCallbackA.
 *
 * # Safety
 * As InternetSetStatusCallback.
 */
INTERNETAPI_(INTERNET_STATUS_CALLBACK) InternetSetStatusCallbackA(HINTERNET hInternet,
    INTERNET_STATUS_CALLBACK lpfnInternetCallback);

/**
 * The W form of InternetSetStatusCallback: host names and URLs come as wchar_t, addresses still as
 * char. Source: wininet.h, InternetSetStatusCallbackW.
 *
 * # Safety
 * As InternetSetStatusCallback.
 */
INTERNETAPI_(INTERNET_STATUS_CALLBACK) InternetSetStatusCallbackW(HINTERNET hInternet,
    INTERNET_STATUS_CALLBACK lpfnInternetCallback);

/**
 * Gives what a server said in its own words about the last failure on this thread. HTTP servers
 * have no such words: the text is empty and the code 0.
 *
 * Parameters:
 * - lpdwError: takes the code: 0.
 * - lpszBuffer: takes the text, an empty string; may be NULL.
 * - lpdwBufferLength: in: its size in characters; out: the length of the text without the NUL: 0.
 *
 * Returns TRUE, or FALSE with ERROR_INVALID_PARAMETER if the first or the last is NULL. Statuses:
 * none. Threads: any.
 * Source: wininet.h, InternetGetLastResponseInfoA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI InternetGetLastResponseInfoA(LPDWORD lpdwError, LPSTR lpszBuffer, LPDWORD lpdwBufferLength);

/**
 * The W form of InternetGetLastResponseInfoA. Source: wininet.h, InternetGetLastResponseInfoW.
 *
 * # Safety
 * As InternetGetLastResponseInfoA.
 */
BOOLAPI InternetGetLastResponseInfoW(LPDWORD lpdwError, LPWSTR lpszBuffer,
    LPDWORD lpdwBufferLength);

/**
 * Gives what an error code says, as one sentence for a user. Ours: Windows has FormatMessage for
 * this.
 *
 * Parameters:
 * - dwError: a code of this library's, 12001 and up, or a code of the system that the library
 *   gives, such as ERROR_INVALID_HANDLE.
 *
 * Returns the sentence in ASCII, which is there for good and not to be freed; NULL for a code
 * without one. The last error stays as it is, so that it can be asked for afterwards. Statuses:
 * none. Threads: any.
 * Source: libwininet.
 */
INTERNETAPI_(LPCSTR) WininetErrorText(DWORD dwError);

/**
 * Gives the name of an error code as the headers have it, such as "ERROR_INTERNET_TIMEOUT". Ours.
 *
 * Parameters:
 * - dwError: as WininetErrorText.
 *
 * Returns the name, which is there for good and not to be freed; NULL for a code without a text.
 * The last error stays as it is. Statuses: none. Threads: any.
 * Source: libwininet.
 */
INTERNETAPI_(LPCSTR) WininetErrorName(DWORD dwError);

/**
 * Writes a time as HTTP has it: "Sun, 06 Nov 1994 08:49:37 GMT".
 *
 * Parameters:
 * - pst: the time in UTC. The day of the week is not looked at, the date has one; nor are
 *   milliseconds.
 * - dwRFC: INTERNET_RFC1123_FORMAT.
 * - lpszTime: takes the text with its NUL, INTERNET_RFC1123_BUFSIZE characters in all.
 * - cbTime: its size in bytes.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, another format or a time
 * that does not exist, ERROR_INSUFFICIENT_BUFFER. Statuses: none. Threads: any.
 * Source: wininet.h, InternetTimeFromSystemTimeA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI InternetTimeFromSystemTimeA(const SYSTEMTIME *pst, DWORD dwRFC, LPSTR lpszTime,
    DWORD cbTime);

/**
 * The W form of InternetTimeFromSystemTimeA. The size is in bytes here too. Source: wininet.h,
 * InternetTimeFromSystemTimeW.
 *
 * # Safety
 * As InternetTimeFromSystemTimeA.
 */
BOOLAPI InternetTimeFromSystemTimeW(const SYSTEMTIME *pst, DWORD dwRFC, LPWSTR lpszTime,
    DWORD cbTime);

/**
 * The same as InternetTimeFromSystemTimeA. Source: wininet.h, InternetTimeFromSystemTime.
 *
 * # Safety
 * As InternetTimeFromSystemTimeA.
 */
BOOLAPI InternetTimeFromSystemTime(const SYSTEMTIME *pst, DWORD dwRFC, LPSTR lpszTime,
    DWORD cbTime);

/**
 * Reads a time as HTTP has it: RFC 1123, RFC 850, asctime, and what is like them.
 *
 * The parts may come in any order and case and with any separators. Day, month (by its name) and
 * year are needed; a time of day that is missing is midnight. Without a zone it is GMT; others
 * (EST, -0500) are taken into account. The day of the week is not looked at. A year of two digits
 * is one from 1970 to 2069.
 *
 * Parameters:
 * - lpszTime: the text.
 * - pst: takes the time in UTC.
 * - dwReserved: 0.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, what is no time, and a
 * dwReserved that is not 0. Statuses: none. Threads: any.
 * Source: wininet.h, InternetTimeToSystemTimeA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI InternetTimeToSystemTimeA(LPCSTR lpszTime, SYSTEMTIME *pst, DWORD dwReserved);

/**
 * The W form of InternetTimeToSystemTimeA. Source: wininet.h, InternetTimeToSystemTimeW.
 *
 * # Safety
 * As InternetTimeToSystemTimeA.
 */
BOOLAPI InternetTimeToSystemTimeW(LPCWSTR lpszTime, SYSTEMTIME *pst, DWORD dwReserved);

/**
 * The same as InternetTimeToSystemTimeA. Source: wininet.h, InternetTimeToSystemTime.
 *
 * # Safety
 * As InternetTimeToSystemTimeA.
 */
BOOLAPI InternetTimeToSystemTime(LPCSTR lpszTime, SYSTEMTIME *pst, DWORD dwReserved);

/**
 * Takes a URL apart.
 *
 * Parameters:
 * - lpszUrl: the URL.
 * - dwUrlLength: its length in characters, or 0 if it ends with a NUL. A NUL before ends it too.
 * - dwFlags: 0, or ICU_DECODE, ICU_ESCAPE: either decodes percent-encoded characters in copies.
 * - lpUrlComponents: dwStructSize must be right; nScheme and nPort are set, the port to the
 *   scheme's default if the URL has none. Lengths are in characters. For each part: a NULL pointer
 *   with a length of 0 is not wanted; a NULL pointer with another length becomes a pointer into
 *   lpszUrl, with the part's length, or stays NULL with 0 for a part that the URL does not have (a
 *   part that is missing at the end of the URL points there); a pointer to a buffer gets a copy
 *   with a NUL, and the length becomes the copy's without it. The path has the query and fragment
 *   too if lpszExtraInfo is not wanted. That of a file with a drive letter begins there, and its
 *   copy has backslashes, as the copy of a path that a server shares has.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, "", an unknown flag, a
 * wrong dwStructSize, or a flag without a buffer for each part that is wanted,
 * ERROR_INTERNET_UNRECOGNIZED_SCHEME, ERROR_INTERNET_INVALID_URL, ERROR_INSUFFICIENT_BUFFER with
 * the lengths needed, NULs counted.
 * Statuses: none. Threads: any.
 * Source: wininet.h, InternetCrackUrlA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI InternetCrackUrlA(LPCSTR lpszUrl, DWORD dwUrlLength, DWORD dwFlags,
    LPURL_COMPONENTSA lpUrlComponents);

/**
 * The W form of InternetCrackUrlA. Source: wininet.h, InternetCrackUrlW.
 *
 * # Safety
 * As InternetCrackUrlA.
 */
BOOLAPI InternetCrackUrlW(LPCWSTR lpszUrl, DWORD dwUrlLength, DWORD dwFlags,
    LPURL_COMPONENTSW lpUrlComponents);

/**
 * Puts a URL together of its parts, which are not looked at any closer.
 *
 * Parameters:
 * - lpUrlComponents: dwStructSize must be right. A part whose pointer is NULL is left out; one with
 *   a length of 0 is a string that ends with a NUL, one with another length has so many characters,
 *   or ends at a NUL before. lpszScheme wins over nScheme, of which INTERNET_SCHEME_DEFAULT is
 *   http. nPort is left out if it is 0 or the scheme's default. A slash is put before the path if
 *   it has none; an IPv6 address gets its brackets; in the path of a file backslashes become
 *   slashes.
 * - dwFlags: 0, or ICU_ESCAPE: encodes unsafe characters of path and extra info, percent signs not
 *   among them. ICU_USERNAME is ignored.
 * - lpszUrl: takes the URL with its NUL; NULL asks for the size.
 * - lpdwUrlLength: in: the size of lpszUrl in characters; out: the length of the URL in characters,
 *   without the NUL; after ERROR_INSUFFICIENT_BUFFER the size needed in bytes, NUL counted.
 *
 * Returns TRUE, or FALSE. Last errors: ERROR_INVALID_PARAMETER for NULL, a wrong dwStructSize, or an
 * unknown flag; ERROR_INTERNET_UNRECOGNIZED_SCHEME for an nScheme that has no name;
 * ERROR_INSUFFICIENT_BUFFER.
 * Statuses: none. Threads: any.
 * Source: wininet.h, InternetCreateUrlA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI InternetCreateUrlA(LPURL_COMPONENTSA lpUrlComponents, DWORD dwFlags, LPSTR lpszUrl,
    LPDWORD lpdwUrlLength);

/**
 * The W form of InternetCreateUrlA. Source: wininet.h, InternetCreateUrlW.
 *
 * # Safety
 * As InternetCreateUrlA.
 */
BOOLAPI InternetCreateUrlW(LPURL_COMPONENTSW lpUrlComponents, DWORD dwFlags, LPWSTR lpszUrl,
    LPDWORD lpdwUrlLength);

/**
 * Sends the head of a request whose body the program writes in pieces.
 *
 * Parameters:
 * - hRequest: a request.
 * - lpBuffersIn: dwStructSize must be right. lpcszHeader and dwHeadersLength: header lines as for
 *   HttpSendRequest; lpvBuffer and dwBufferLength: the beginning of the body, in bytes;
 *   dwBufferTotal: the length of the whole body. A Content-Length header of the program's wins over
 *   it, and may be larger than a DWORD. Other fields are not used. NULL: no headers, no beginning, no
 *   length.
 * - lpBuffersOut: must be NULL.
 * - dwFlags: HSR_CHUNKED sends every piece as a chunk of its own; so does a body whose length nobody
 *   says, unless the method is GET or HEAD. HSR_ASYNC, HSR_SYNC, HSR_INITIATE, HSR_USE_CONTEXT and
 *   HSR_DOWNLOAD have no effect: the session decides.
 * - dwContext: not used; notifications carry the context of the handle.
 *
 * Returns TRUE when the head has been sent, or FALSE; asynchronously always FALSE, with
 * ERROR_IO_PENDING once it is on its way. Last errors: as HttpSendRequest. Statuses:
 * [RESOLVING_NAME, NAME_RESOLVED], [CONNECTING_TO_SERVER, CONNECTED_TO_SERVER],
 * SENDING_REQUEST, REQUEST_SENT, and asynchronously REQUEST_COMPLETE {1, 0}. Threads: any.
 * Source: wininet.h, HttpSendRequestExA.
 *
 * # Safety
 * Pointers are NULL or point to what they say.
 */
BOOLAPI HttpSendRequestExA(HINTERNET hRequest, LPINTERNET_BUFFERSA lpBuffersIn,
    LPINTERNET_BUFFERSA lpBuffersOut, DWORD dwFlags, DWORD_PTR dwContext);

/**
 * The W form of HttpSendRequestExA. Source: wininet.h, HttpSendRequestExW.
 *
 * # Safety
 * As HttpSendRequestExA.
 */
BOOLAPI HttpSendRequestExW(HINTERNET hRequest, LPINTERNET_BUFFERSW lpBuffersIn,
    LPINTERNET_BUFFERSW lpBuffersOut, DWORD dwFlags, DWORD_PTR dwContext);

/**
 * Writes a piece of the body of a request, always on the calling thread.
 *
 * Parameters:
 * - hFile: a request that HttpSendRequestEx has begun.
 * - lpBuffer, dwNumberOfBytesToWrite: the piece, and its length in bytes.
 * - lpdwNumberOfBytesWritten: takes the number of bytes written: all, or 0.
 *
 * Returns TRUE, or FALSE, also in an asynchronous session. Last errors: ERROR_INVALID_HANDLE,
 * ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_INCORRECT_HANDLE_STATE before
 * HttpSendRequestEx is through and after HttpEndRequest, ERROR_INVALID_PARAMETER for NULL or for more
 * than the length of the body, ERROR_INTERNET_TIMEOUT, ERROR_INTERNET_CONNECTION_ABORTED,
 * ERROR_INTERNET_CONNECTION_RESET: then HttpEndRequest may still bring the server's answer.
 * When the server has refused the body already it succeeds and writes nothing: HttpEndRequest brings
 * the refusal.
 * Statuses, on the calling thread: SENDING_REQUEST, REQUEST_SENT with the bytes of the piece; the
 * latter only if it went out.
 * Threads: any.
 * Source: wininet.h, InternetWriteFile.
 *
 * # Safety
 * The buffer has the length given.
 */
BOOLAPI InternetWriteFile(HINTERNET hFile, LPCVOID lpBuffer, DWORD dwNumberOfBytesToWrite,
    LPDWORD lpdwNumberOfBytesWritten);

/**
 * Ends the body of a request that HttpSendRequestEx has begun and waits for the head of the answer.
 *
 * Parameters:
 * - hRequest: the request.
 * - lpBuffersOut: must be NULL.
 * - dwFlags, dwContext: reserved.
 *
 * Returns TRUE when the head of the answer is there, or FALSE; asynchronously always FALSE, with
 * ERROR_IO_PENDING once it is awaited. Last errors: as HttpSendRequest;
 * ERROR_INTERNET_INCORRECT_HANDLE_STATE without HttpSendRequestEx, ERROR_INVALID_PARAMETER for a
 * lpBuffersOut, ERROR_INTERNET_OPERATION_CANCELLED when HttpSendRequestEx has failed,
 * ERROR_INTERNET_FORCE_RETRY when the answer is a 401 or 407 for which there are credentials: call
 * HttpSendRequestEx, InternetWriteFile and HttpEndRequest once more.
 * Statuses: RECEIVING_RESPONSE, RESPONSE_RECEIVED, what a redirect brings, and asynchronously
 * REQUEST_COMPLETE {1, 0}. Threads: any.
 * Source: wininet.h, HttpEndRequestA.
 *
 * # Safety
 * Safe with any values.
 */
BOOLAPI HttpEndRequestA(HINTERNET hRequest, LPINTERNET_BUFFERSA lpBuffersOut, DWORD dwFlags,
    DWORD_PTR dwContext);

/**
 * The W form of HttpEndRequestA. Source: wininet.h, HttpEndRequestW.
 *
 * # Safety
 * As HttpEndRequestA.
 */
BOOLAPI HttpEndRequestW(HINTERNET hRequest, LPINTERNET_BUFFERSW lpBuffersOut, DWORD dwFlags,
    DWORD_PTR dwContext);

/* The strings of Gopher. */
#define GOPHER_INFO_CATEGORY TEXT("+INFO")
#define GOPHER_ADMIN_CATEGORY TEXT("+ADMIN")
#define GOPHER_VIEWS_CATEGORY TEXT("+VIEWS")
#define GOPHER_ABSTRACT_CATEGORY TEXT("+ABSTRACT")
#define GOPHER_VERONICA_CATEGORY TEXT("+VERONICA")
#define GOPHER_ADMIN_ATTRIBUTE TEXT("Admin")
#define GOPHER_MOD_DATE_ATTRIBUTE TEXT("Mod-Date")
#define GOPHER_TTL_ATTRIBUTE TEXT("TTL")
#define GOPHER_SCORE_ATTRIBUTE TEXT("Score")
#define GOPHER_RANGE_ATTRIBUTE TEXT("Score-range")
#define GOPHER_SITE_ATTRIBUTE TEXT("Site")
#define GOPHER_ORG_ATTRIBUTE TEXT("Org")
#define GOPHER_LOCATION_ATTRIBUTE TEXT("Loc")
#define GOPHER_GEOG_ATTRIBUTE TEXT("Geog")
#define GOPHER_TIMEZONE_ATTRIBUTE TEXT("TZ")
#define GOPHER_PROVIDER_ATTRIBUTE TEXT("Provider")
#define GOPHER_VERSION_ATTRIBUTE TEXT("Version")
#define GOPHER_ABSTRACT_ATTRIBUTE TEXT("Abstract")
#define GOPHER_VIEW_ATTRIBUTE TEXT("View")
#define GOPHER_TREEWALK_ATTRIBUTE TEXT("treewalk")

/* What kind of document a Gopher type is. */
#define IS_GOPHER_FILE(type) ((BOOL)(((type) & GOPHER_TYPE_FILE_MASK) != 0))
#define IS_GOPHER_DIRECTORY(type) ((BOOL)(((type) & GOPHER_TYPE_DIRECTORY) != 0))
#define IS_GOPHER_PHONE_SERVER(type) ((BOOL)(((type) & GOPHER_TYPE_CSO) != 0))
#define IS_GOPHER_ERROR(type) ((BOOL)(((type) & GOPHER_TYPE_ERROR) != 0))
#define IS_GOPHER_INDEX_SERVER(type) ((BOOL)(((type) & GOPHER_TYPE_INDEX_SERVER) != 0))
#define IS_GOPHER_TELNET_SESSION(type) ((BOOL)(((type) & GOPHER_TYPE_TELNET) != 0))
#define IS_GOPHER_BACKUP_SERVER(type) ((BOOL)(((type) & GOPHER_TYPE_REDUNDANT) != 0))
#define IS_GOPHER_TN3270_SESSION(type) ((BOOL)(((type) & GOPHER_TYPE_TN3270) != 0))
#define IS_GOPHER_ASK(type) ((BOOL)(((type) & GOPHER_TYPE_ASK) != 0))
#define IS_GOPHER_PLUS(type) ((BOOL)(((type) & GOPHER_TYPE_GOPHER_PLUS) != 0))
#define IS_GOPHER_TYPE_KNOWN(type) ((BOOL)(((type) & GOPHER_TYPE_UNKNOWN) == 0))

#ifdef UNICODE
#define InternetCanonicalizeUrl InternetCanonicalizeUrlW
#define InternetCombineUrl InternetCombineUrlW
#define InternetGetCookie InternetGetCookieW
#define InternetGetCookieEx InternetGetCookieExW
#define InternetSetCookie InternetSetCookieW
#define InternetSetCookieEx InternetSetCookieExW
#define InternetGetConnectedStateEx InternetGetConnectedStateExW
#define InternetCheckConnection InternetCheckConnectionW
#define InternetGoOnline InternetGoOnlineW
#define CreateUrlCacheEntry CreateUrlCacheEntryW
#define CommitUrlCacheEntry CommitUrlCacheEntryW
#define RetrieveUrlCacheEntryFile RetrieveUrlCacheEntryFileW
#define UnlockUrlCacheEntryFile UnlockUrlCacheEntryFileW
#define RetrieveUrlCacheEntryStream RetrieveUrlCacheEntryStreamW
#define GetUrlCacheEntryInfo GetUrlCacheEntryInfoW
#define GetUrlCacheEntryInfoEx GetUrlCacheEntryInfoExW
#define SetUrlCacheEntryInfo SetUrlCacheEntryInfoW
#define FindFirstUrlCacheEntry FindFirstUrlCacheEntryW
#define FindNextUrlCacheEntry FindNextUrlCacheEntryW
#define FindFirstUrlCacheEntryEx FindFirstUrlCacheEntryExW
#define FindNextUrlCacheEntryEx FindNextUrlCacheEntryExW
#define DeleteUrlCacheEntry DeleteUrlCacheEntryW
#define GetUrlCacheGroupAttribute GetUrlCacheGroupAttributeW
#define SetUrlCacheGroupAttribute SetUrlCacheGroupAttributeW
#define SetUrlCacheEntryGroup SetUrlCacheEntryGroupW
#define InternetDial InternetDialW
#define InternetSetDialState InternetSetDialStateW
#define FtpFindFirstFile FtpFindFirstFileW
#define InternetFindNextFile InternetFindNextFileW
#define FtpGetFile FtpGetFileW
#define FtpPutFile FtpPutFileW
#define FtpOpenFile FtpOpenFileW
#define FtpDeleteFile FtpDeleteFileW
#define FtpRenameFile FtpRenameFileW
#define FtpCreateDirectory FtpCreateDirectoryW
#define FtpRemoveDirectory FtpRemoveDirectoryW
#define FtpSetCurrentDirectory FtpSetCurrentDirectoryW
#define FtpGetCurrentDirectory FtpGetCurrentDirectoryW
#define FtpCommand FtpCommandW
#define GopherCreateLocator GopherCreateLocatorW
#define GopherGetLocatorType GopherGetLocatorTypeW
#define GopherFindFirstFile GopherFindFirstFileW
#define GopherOpenFile GopherOpenFileW
#define GopherGetAttribute GopherGetAttributeW
#define InternetSetPerSiteCookieDecision InternetSetPerSiteCookieDecisionW
#define InternetGetPerSiteCookieDecision InternetGetPerSiteCookieDecisionW
#define InternetEnumPerSiteCookieDecision InternetEnumPerSiteCookieDecisionW
#define InternetConfirmZoneCrossing InternetConfirmZoneCrossingW
#define InternetQueryOption InternetQueryOptionW
#define InternetSetOption InternetSetOptionW
#define InternetSetOptionEx InternetSetOptionExW
#define HttpQueryInfo HttpQueryInfoW
#define InternetReadFileEx InternetReadFileExW
#define HttpOpenRequest HttpOpenRequestW
#define HttpAddRequestHeaders HttpAddRequestHeadersW
#define HttpSendRequest HttpSendRequestW
#define InternetOpenUrl InternetOpenUrlW
#define InternetGetSecurityInfoByURL InternetGetSecurityInfoByURLW
#define InternetOpen InternetOpenW
#define InternetConnect InternetConnectW
#define InternetSetStatusCallback InternetSetStatusCallbackW
#define InternetGetLastResponseInfo InternetGetLastResponseInfoW
#define InternetTimeFromSystemTime InternetTimeFromSystemTimeW
#define InternetTimeToSystemTime InternetTimeToSystemTimeW
#define InternetCrackUrl InternetCrackUrlW
#define InternetCreateUrl InternetCreateUrlW
#define HttpSendRequestEx HttpSendRequestExW
#define HttpEndRequest HttpEndRequestW
typedef INTERNET_CACHE_ENTRY_INFOW INTERNET_CACHE_ENTRY_INFO;
typedef LPINTERNET_CACHE_ENTRY_INFOW LPINTERNET_CACHE_ENTRY_INFO;
typedef INTERNET_CACHE_GROUP_INFOW INTERNET_CACHE_GROUP_INFO;
typedef LPINTERNET_CACHE_GROUP_INFOW LPINTERNET_CACHE_GROUP_INFO;
typedef GOPHER_FIND_DATAW GOPHER_FIND_DATA;
typedef LPGOPHER_FIND_DATAW LPGOPHER_FIND_DATA;
typedef INTERNET_PROXY_INFOW INTERNET_PROXY_INFO;
typedef LPINTERNET_PROXY_INFOW LPINTERNET_PROXY_INFO;
typedef INTERNET_PER_CONN_OPTION_VALUEW INTERNET_PER_CONN_OPTION_VALUE;
typedef INTERNET_PER_CONN_OPTIONW INTERNET_PER_CONN_OPTION;
typedef LPINTERNET_PER_CONN_OPTIONW LPINTERNET_PER_CONN_OPTION;
typedef INTERNET_PER_CONN_OPTION_LISTW INTERNET_PER_CONN_OPTION_LIST;
typedef LPINTERNET_PER_CONN_OPTION_LISTW LPINTERNET_PER_CONN_OPTION_LIST;
typedef URL_COMPONENTSW URL_COMPONENTS;
typedef LPURL_COMPONENTSW LPURL_COMPONENTS;
typedef INTERNET_CERTIFICATE_INFOW INTERNET_CERTIFICATE_INFO;
typedef LPINTERNET_CERTIFICATE_INFOW LPINTERNET_CERTIFICATE_INFO;
typedef INTERNET_BUFFERSW INTERNET_BUFFERS;
typedef LPINTERNET_BUFFERSW LPINTERNET_BUFFERS;
#else
#define InternetCanonicalizeUrl InternetCanonicalizeUrlA
#define InternetCombineUrl InternetCombineUrlA
#define InternetGetCookie InternetGetCookieA
#define InternetGetCookieEx InternetGetCookieExA
#define InternetSetCookie InternetSetCookieA
#define InternetSetCookieEx InternetSetCookieExA
#define InternetCheckConnection InternetCheckConnectionA
#define CreateUrlCacheEntry CreateUrlCacheEntryA
#define CommitUrlCacheEntry CommitUrlCacheEntryA
#define RetrieveUrlCacheEntryFile RetrieveUrlCacheEntryFileA
#define RetrieveUrlCacheEntryStream RetrieveUrlCacheEntryStreamA
#define GetUrlCacheEntryInfo GetUrlCacheEntryInfoA
#define GetUrlCacheEntryInfoEx GetUrlCacheEntryInfoExA
#define SetUrlCacheEntryInfo SetUrlCacheEntryInfoA
#define FindFirstUrlCacheEntry FindFirstUrlCacheEntryA
#define FindNextUrlCacheEntry FindNextUrlCacheEntryA
#define FindFirstUrlCacheEntryEx FindFirstUrlCacheEntryExA
#define FindNextUrlCacheEntryEx FindNextUrlCacheEntryExA
#define GetUrlCacheGroupAttribute GetUrlCacheGroupAttributeA
#define SetUrlCacheGroupAttribute SetUrlCacheGroupAttributeA
#define FtpFindFirstFile FtpFindFirstFileA
#define InternetFindNextFile InternetFindNextFileA
#define FtpGetFile FtpGetFileA
#define FtpPutFile FtpPutFileA
#define FtpOpenFile FtpOpenFileA
#define FtpDeleteFile FtpDeleteFileA
#define FtpRenameFile FtpRenameFileA
#define FtpCreateDirectory FtpCreateDirectoryA
#define FtpRemoveDirectory FtpRemoveDirectoryA
#define FtpSetCurrentDirectory FtpSetCurrentDirectoryA
#define FtpGetCurrentDirectory FtpGetCurrentDirectoryA
#define FtpCommand FtpCommandA
#define GopherCreateLocator GopherCreateLocatorA
#define GopherGetLocatorType GopherGetLocatorTypeA
#define GopherFindFirstFile GopherFindFirstFileA
#define GopherOpenFile GopherOpenFileA
#define GopherGetAttribute GopherGetAttributeA
#define InternetSetPerSiteCookieDecision InternetSetPerSiteCookieDecisionA
#define InternetGetPerSiteCookieDecision InternetGetPerSiteCookieDecisionA
#define InternetEnumPerSiteCookieDecision InternetEnumPerSiteCookieDecisionA
#define InternetQueryOption InternetQueryOptionA
#define InternetSetOption InternetSetOptionA
#define InternetSetOptionEx InternetSetOptionExA
#define HttpQueryInfo HttpQueryInfoA
#define InternetReadFileEx InternetReadFileExA
#define HttpOpenRequest HttpOpenRequestA
#define HttpAddRequestHeaders HttpAddRequestHeadersA
#define HttpSendRequest HttpSendRequestA
#define InternetOpenUrl InternetOpenUrlA
#define InternetOpen InternetOpenA
#define InternetConnect InternetConnectA
#define InternetGetLastResponseInfo InternetGetLastResponseInfoA
#define InternetCrackUrl InternetCrackUrlA
#define InternetCreateUrl InternetCreateUrlA
#define HttpSendRequestEx HttpSendRequestExA
#define HttpEndRequest HttpEndRequestA
typedef INTERNET_CACHE_ENTRY_INFOA INTERNET_CACHE_ENTRY_INFO;
typedef LPINTERNET_CACHE_ENTRY_INFOA LPINTERNET_CACHE_ENTRY_INFO;
typedef INTERNET_CACHE_GROUP_INFOA INTERNET_CACHE_GROUP_INFO;
typedef LPINTERNET_CACHE_GROUP_INFOA LPINTERNET_CACHE_GROUP_INFO;
typedef GOPHER_FIND_DATAA GOPHER_FIND_DATA;
typedef LPGOPHER_FIND_DATAA LPGOPHER_FIND_DATA;
typedef INTERNET_PROXY_INFOA INTERNET_PROXY_INFO;
typedef LPINTERNET_PROXY_INFOA LPINTERNET_PROXY_INFO;
typedef INTERNET_PER_CONN_OPTION_VALUEA INTERNET_PER_CONN_OPTION_VALUE;
typedef INTERNET_PER_CONN_OPTIONA INTERNET_PER_CONN_OPTION;
typedef LPINTERNET_PER_CONN_OPTIONA LPINTERNET_PER_CONN_OPTION;
typedef INTERNET_PER_CONN_OPTION_LISTA INTERNET_PER_CONN_OPTION_LIST;
typedef LPINTERNET_PER_CONN_OPTION_LISTA LPINTERNET_PER_CONN_OPTION_LIST;
typedef URL_COMPONENTSA URL_COMPONENTS;
typedef LPURL_COMPONENTSA LPURL_COMPONENTS;
typedef INTERNET_CERTIFICATE_INFOA INTERNET_CERTIFICATE_INFO;
typedef LPINTERNET_CERTIFICATE_INFOA LPINTERNET_CERTIFICATE_INFO;
typedef INTERNET_BUFFERSA INTERNET_BUFFERS;
typedef LPINTERNET_BUFFERSA LPINTERNET_BUFFERS;
#endif

#ifdef __cplusplus
}
#endif

#endif /* _WININET_ */
