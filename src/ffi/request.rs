//! Requests: opening, headers, sending.

use super::guard::guard;
use super::inward::{
    bytes, counted, handle, nul_terminated_if_zero, read, string, string_in_place,
};
use super::inward::{CodeUnit, INVALID_PARAMETER};
use crate::abi::*;
use crate::http::request::method;
use crate::http::{Fields, Version};
use crate::trace;
use crate::wininet::{self, Body, HandleId, RequestLine, Result};

/// Opens a request. Nothing is sent.
///
/// Parameters:
/// - hConnect: a connection.
/// - lpszVerb: the method; NULL or "": GET.
/// - lpszObjectName: path and query; NULL or "": "/". A leading slash is added where it lacks, dot
///   segments are resolved, and what cannot stand in a request line is percent-encoded.
/// - lpszVersion: "HTTP/1.0", else HTTP/1.1 is spoken.
/// - lpszReferrer: what Referer says; NULL or "": none.
/// - lplpszAcceptTypes: what Accept lists: strings, then a NULL; NULL: none.
/// - dwFlags: INTERNET_FLAG_SECURE: https. INTERNET_FLAG_KEEP_CONNECTION: sends "Connection:
///   Keep-Alive". INTERNET_FLAG_RELOAD and INTERNET_FLAG_PRAGMA_NOCACHE: "Pragma: no-cache".
///   INTERNET_FLAG_NO_CACHE_WRITE: "Cache-Control: no-cache" for verbs other than GET.
///   INTERNET_FLAG_IGNORE_CERT_CN_INVALID and INTERNET_FLAG_IGNORE_CERT_DATE_INVALID: excuse the
///   certificate. INTERNET_FLAG_NO_AUTH: sends no credentials. Others have no meaning for the time
///   being.
/// - dwContext: the context value of the new handle; 0: no notifications.
///
/// Returns the request, or NULL, at once also in an asynchronous session. Last errors:
/// ERROR_INVALID_HANDLE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INVALID_PARAMETER for a verb
/// that is none, ERROR_HTTP_INVALID_HEADER for a line break in the referrer or a type,
/// ERROR_NOT_ENOUGH_MEMORY if no handle is left. Statuses: INTERNET_STATUS_HANDLE_CREATED in the
/// name of the connection, on the calling thread before this returns. Threads: any.
/// Source: wininet.h, HttpOpenRequestA.
///
/// # Safety
/// Strings are NULL or end with a NUL; the list ends with a NULL.
#[no_mangle]
pub unsafe extern "C" fn HttpOpenRequestA(
    hConnect: HINTERNET,
    lpszVerb: LPCSTR,
    lpszObjectName: LPCSTR,
    lpszVersion: LPCSTR,
    lpszReferrer: LPCSTR,
    lplpszAcceptTypes: *mut LPCSTR,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    let strings = [lpszVerb, lpszObjectName, lpszVersion, lpszReferrer].map(<*const CHAR>::cast);
    let types = lplpszAcceptTypes.cast::<*const u8>();
    // SAFETY: the same promise.
    guard(|| unsafe { open(hConnect, strings, types, dwFlags, dwContext) })
}

/// The W form of HttpOpenRequestA. Source: wininet.h, HttpOpenRequestW.
///
/// # Safety
/// As HttpOpenRequestA.
#[no_mangle]
pub unsafe extern "C" fn HttpOpenRequestW(
    hConnect: HINTERNET,
    lpszVerb: LPCWSTR,
    lpszObjectName: LPCWSTR,
    lpszVersion: LPCWSTR,
    lpszReferrer: LPCWSTR,
    lplpszAcceptTypes: *mut LPCWSTR,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    let strings = [lpszVerb, lpszObjectName, lpszVersion, lpszReferrer];
    // SAFETY: the same promise.
    guard(|| unsafe { open(hConnect, strings, lplpszAcceptTypes, dwFlags, dwContext) })
}

unsafe fn open<U: CodeUnit>(
    connection: HINTERNET,
    [verb, object, version, referrer]: [*const U; 4],
    accept_types: *const *const U,
    flags: DWORD,
    context: DWORD_PTR,
) -> Result<HandleId> {
    let connection = wininet::connection(handle(connection)?)?;
    // SAFETY: the caller's promise, for every string and the list.
    let (verb, object, version, referrer, accept) = unsafe {
        let (verb, object) = (string_in_place(verb)?, string_in_place(object)?);
        let (version, referrer) = (string_in_place(version)?, string_in_place(referrer)?);
        (verb, object, version, referrer, list(accept_types)?)
    };
    let verb = verb.as_deref().filter(|it| !it.is_empty());
    let method = method(verb.unwrap_or(b"GET")).ok_or(INVALID_PARAMETER)?;
    trace::note(|| {
        let object = String::from_utf8_lossy(object.as_deref().unwrap_or_default());
        format!("{} {object}", String::from_utf8_lossy(&method))
    });
    let mut fields = Fields::new();
    if let Some(referrer) = referrer.filter(|it| !it.is_empty()) {
        fields.append(b"Referer", &referrer)?;
    }
    if !accept.is_empty() {
        fields.append(b"Accept", &accept.join(b", ".as_slice()))?;
    }
    let line = RequestLine {
        method,
        target: wininet::url::request_target(&object.unwrap_or_default()),
        version: match version.as_deref() {
            Some(b"HTTP/1.0") => Version::Http10,
            _ => Version::Http11,
        },
        secure: flags & INTERNET_FLAG_SECURE != 0,
        flags,
        fields,
    };
    wininet::open_request(connection, line, context)
}

/// # Safety
/// NULL, or strings followed by a NULL.
unsafe fn list<U: CodeUnit>(mut next: *const *const U) -> Result<Vec<Vec<u8>>> {
    let mut strings = Vec::new();
    if next.is_null() {
        return Ok(strings);
    }
    // SAFETY: the caller's promise: every element up to the NULL is readable.
    while let Some(text) = unsafe { string(read(next)?) }? {
        strings.push(text);
        next = next.wrapping_add(1);
    }
    Ok(strings)
}

/// Adds headers to a request.
///
/// Parameters:
/// - hRequest: a request.
/// - lpszHeaders: lines, each ended by CRLF or LF but the last. Blank lines and those without a
///   name and a colon are skipped.
/// - dwHeadersLength: their length in characters, or (DWORD)-1 if they end with a NUL.
/// - dwModifiers: 0 or HTTP_ADDREQ_FLAG_ADD: at the end, whatever is there. _ADD_IF_NEW: fails if
///   there is one of that name. _REPLACE: removes the first of that name and adds the new one at
///   the end, or nothing if the value is empty and _ALLOW_EMPTY_VALUES is not set; fails if there is
///   none, unless _ADD is set as well.
///   _COALESCE or _COALESCE_WITH_COMMA, _COALESCE_WITH_SEMICOLON: lengthens the first of that name.
///
/// Either all lines are applied or none. What the program sets wins over the headers that are sent
/// automatically: User-Agent, Host, Content-Length and those of the flags of HttpOpenRequest.
/// Returns TRUE, or FALSE. Last errors: ERROR_INVALID_HANDLE, ERROR_INTERNET_INCORRECT_HANDLE_TYPE,
/// ERROR_INVALID_PARAMETER for NULL, a length of 0 or an unknown modifier,
/// ERROR_HTTP_INVALID_HEADER for a name or value with a NUL, a CR or a character that no name has,
/// ERROR_HTTP_HEADER_ALREADY_EXISTS, ERROR_HTTP_HEADER_NOT_FOUND. Statuses: none. Threads: any.
/// Source: wininet.h, HttpAddRequestHeadersA.
///
/// # Safety
/// The string has the length given.
#[no_mangle]
pub unsafe extern "C" fn HttpAddRequestHeadersA(
    hRequest: HINTERNET,
    lpszHeaders: LPCSTR,
    dwHeadersLength: DWORD,
    dwModifiers: DWORD,
) -> BOOL {
    let lines = lpszHeaders.cast::<u8>();
    guard(|| {
        if dwHeadersLength == 0 {
            return Err(INVALID_PARAMETER);
        }
        // SAFETY: the same promise.
        unsafe { add_headers(hRequest, lines, dwHeadersLength, dwModifiers) }
    })
}

/// The W form of HttpAddRequestHeadersA. A length of 0 also means that the string ends with a NUL.
/// Source: wininet.h, HttpAddRequestHeadersW.
///
/// # Safety
/// As HttpAddRequestHeadersA.
#[no_mangle]
pub unsafe extern "C" fn HttpAddRequestHeadersW(
    hRequest: HINTERNET,
    lpszHeaders: LPCWSTR,
    dwHeadersLength: DWORD,
    dwModifiers: DWORD,
) -> BOOL {
    let length = nul_terminated_if_zero(dwHeadersLength);
    // SAFETY: the same promise.
    guard(|| unsafe { add_headers(hRequest, lpszHeaders, length, dwModifiers) })
}

unsafe fn add_headers<U: CodeUnit>(
    request: HINTERNET,
    lines: *const U,
    length: DWORD,
    modifiers: DWORD,
) -> Result<()> {
    const MODIFIERS: DWORD = HTTP_ADDREQ_FLAG_ADD
        | HTTP_ADDREQ_FLAG_ADD_IF_NEW
        | HTTP_ADDREQ_FLAG_REPLACE
        | HTTP_ADDREQ_FLAG_ALLOW_EMPTY_VALUES
        | HTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA
        | HTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON;
    let request = wininet::request(handle(request)?)?;
    if lines.is_null() || modifiers & !MODIFIERS != 0 {
        return Err(INVALID_PARAMETER);
    }
    // SAFETY: the caller's promise.
    let lines = unsafe { counted(lines, length) }?;
    request.add_headers(&lines, modifiers)
}

/// Sends a request and waits for the head of the answer.
///
/// Parameters:
/// - hRequest: a request. It may be sent again: what is left of a former answer is read away.
/// - lpszHeaders, dwHeadersLength: header lines as for HttpAddRequestHeaders, added or put in the
///   place of those of that name; NULL: none. A length of 0 also means that they end with a NUL.
/// - lpOptional, dwOptionalLength: what follows the head, and its length in bytes. It is copied in
///   an asynchronous session, so that the program need not keep it.
///
/// Synchronous: returns TRUE when the head is there, or FALSE. Asynchronous: always FALSE, with
/// ERROR_IO_PENDING once it is on its way; INTERNET_STATUS_REQUEST_COMPLETE {1, 0} says that the
/// head is there, {0, error} that it failed. The body is not waited for. Redirects are
/// followed, at most ten: 307 and 308 with the same method and body, others by GET. A 401 or 407
/// that there are credentials for is answered with the same request and body (docs/credentials.md);
/// else it is the answer, and no error.
///
/// Last errors, or those in INTERNET_ASYNC_RESULT: ERROR_INVALID_HANDLE,
/// ERROR_INTERNET_INCORRECT_HANDLE_TYPE, ERROR_INTERNET_INCORRECT_HANDLE_STATE while another
/// operation is pending, ERROR_INVALID_PARAMETER for NULL with a length, ERROR_HTTP_INVALID_HEADER,
/// ERROR_INTERNET_NAME_NOT_RESOLVED, ERROR_INTERNET_CANNOT_CONNECT, ERROR_INTERNET_TIMEOUT,
/// ERROR_INTERNET_CONNECTION_ABORTED, ERROR_INTERNET_CONNECTION_RESET,
/// ERROR_HTTP_INVALID_SERVER_RESPONSE, ERROR_HTTP_REDIRECT_FAILED, ERROR_INTERNET_INVALID_URL for a
/// redirect to nowhere, ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR,
/// ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR, ERROR_INTERNET_INVALID_CA,
/// ERROR_INTERNET_SEC_CERT_DATE_INVALID, ERROR_INTERNET_SEC_CERT_CN_INVALID,
/// ERROR_INTERNET_SEC_INVALID_CERT, ERROR_INTERNET_SEC_CERT_REVOKED,
/// ERROR_INTERNET_SEC_CERT_REV_FAILED, or ERROR_INTERNET_SEC_CERT_ERRORS for all of these by
/// INTERNET_OPTION_ERROR_MASK, ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED,
/// ERROR_INTERNET_SECURITY_CHANNEL_ERROR, ERROR_INTERNET_OPERATION_CANCELLED,
/// ERROR_NOT_ENOUGH_MEMORY.
///
/// Statuses: [CLOSING_CONNECTION, CONNECTION_CLOSED for a former answer], [RESOLVING_NAME,
/// NAME_RESOLVED], [CONNECTING_TO_SERVER, once for each address, CONNECTED_TO_SERVER],
/// SENDING_REQUEST, REQUEST_SENT, RECEIVING_RESPONSE, [INTERMEDIATE_RESPONSE, for 1xx but 100],
/// RESPONSE_RECEIVED, [the same again with credentials,] [REDIRECT, and the same for the new place],
/// [CLOSING_CONNECTION, CONNECTION_CLOSED if there is no body to come and the
/// connection is not kept, or on failure], and asynchronously REQUEST_COMPLETE. Synchronous: on the
/// calling thread. Asynchronous: on a thread of the library's. Threads: any.
/// Source: wininet.h, HttpSendRequestA.
///
/// # Safety
/// The string and the buffer have the lengths given.
#[no_mangle]
pub unsafe extern "C" fn HttpSendRequestA(
    hRequest: HINTERNET,
    lpszHeaders: LPCSTR,
    dwHeadersLength: DWORD,
    lpOptional: LPVOID,
    dwOptionalLength: DWORD,
) -> BOOL {
    let headers = (lpszHeaders.cast::<u8>(), dwHeadersLength);
    let body = (lpOptional.cast_const().cast(), dwOptionalLength);
    // SAFETY: the same promise.
    guard(|| unsafe { send(hRequest, headers, body) })
}

/// The W form of HttpSendRequestA. Source: wininet.h, HttpSendRequestW.
///
/// # Safety
/// As HttpSendRequestA.
#[no_mangle]
pub unsafe extern "C" fn HttpSendRequestW(
    hRequest: HINTERNET,
    lpszHeaders: LPCWSTR,
    dwHeadersLength: DWORD,
    lpOptional: LPVOID,
    dwOptionalLength: DWORD,
) -> BOOL {
    let body = (lpOptional.cast_const().cast(), dwOptionalLength);
    // SAFETY: the same promise.
    guard(|| unsafe { send(hRequest, (lpszHeaders, dwHeadersLength), body) })
}

unsafe fn send<U: CodeUnit>(
    request: HINTERNET,
    headers: (*const U, DWORD),
    body: (*const u8, DWORD),
) -> Result<()> {
    let request = wininet::request(handle(request)?)?;
    // SAFETY: the caller's promise, for both; the body is used within this call only.
    let (headers, bytes) = unsafe {
        let headers = counted(headers.0, nul_terminated_if_zero(headers.1))?;
        (headers, bytes(body.0, body.1)?)
    };
    request.send(Body {
        headers: &headers,
        bytes,
    })
}

/// Requests a URL: session, connection and request in one.
///
/// Parameters:
/// - hInternet: a session.
/// - lpszUrl: an http or https URL. A fragment is not sent; user and password answer a 401.
/// - lpszHeaders, dwHeadersLength: header lines as for HttpSendRequest, added.
/// - dwFlags: as for HttpOpenRequest; INTERNET_FLAG_SECURE makes an http URL https.
/// - dwContext: the context value of the new handle; 0: no notifications.
///
/// Synchronous: returns the request when the head of the answer is there, or NULL. Asynchronous:
/// always NULL, with ERROR_IO_PENDING once it is on its way; INTERNET_STATUS_REQUEST_COMPLETE gives
/// the handle as dwResult, or 0 and the error, and then the library closes the handle itself.
///
/// Last errors: as HttpSendRequest, and ERROR_INTERNET_UNRECOGNIZED_SCHEME,
/// ERROR_INTERNET_INVALID_URL, ERROR_INVALID_PARAMETER for a NULL URL. Statuses: HANDLE_CREATED in
/// the name of the session, then as HttpSendRequest; HANDLE_CLOSING when it has failed. None for
/// what is refused at once: a bad URL, bad headers. Threads: any.
/// Source: wininet.h, InternetOpenUrlA.
///
/// # Safety
/// Strings are NULL or end with a NUL, or have the length given.
#[no_mangle]
pub unsafe extern "C" fn InternetOpenUrlA(
    hInternet: HINTERNET,
    lpszUrl: LPCSTR,
    lpszHeaders: LPCSTR,
    dwHeadersLength: DWORD,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    let headers = (lpszHeaders.cast::<u8>(), dwHeadersLength);
    let url = lpszUrl.cast::<u8>();
    // SAFETY: the same promise.
    guard(|| unsafe { open_url(hInternet, url, headers, dwFlags, dwContext) })
}

/// The W form of InternetOpenUrlA. Source: wininet.h, InternetOpenUrlW.
///
/// # Safety
/// As InternetOpenUrlA.
#[no_mangle]
pub unsafe extern "C" fn InternetOpenUrlW(
    hInternet: HINTERNET,
    lpszUrl: LPCWSTR,
    lpszHeaders: LPCWSTR,
    dwHeadersLength: DWORD,
    dwFlags: DWORD,
    dwContext: DWORD_PTR,
) -> HINTERNET {
    let headers = (lpszHeaders, dwHeadersLength);
    // SAFETY: the same promise.
    guard(|| unsafe { open_url(hInternet, lpszUrl, headers, dwFlags, dwContext) })
}

unsafe fn open_url<U: CodeUnit>(
    session: HINTERNET,
    url: *const U,
    headers: (*const U, DWORD),
    flags: DWORD,
    context: DWORD_PTR,
) -> Result<HandleId> {
    let session = wininet::session(handle(session)?)?;
    // SAFETY: the caller's promise, for both strings.
    let (url, headers) = unsafe {
        let headers = counted(headers.0, nul_terminated_if_zero(headers.1))?;
        (string(url)?.ok_or(INVALID_PARAMETER)?, headers)
    };
    wininet::open_url(session, &url, &headers, flags, context)
}
