//! NULL and misaligned pointers, absurd lengths, unknown flags, wrong struct
//! sizes: an error as documented, never a crash, and nothing on the wire.

#![allow(unsafe_code)]

mod support;

use std::ffi::c_void;
use std::ptr::{null, null_mut};

use support::every::wide;
use support::*;
use wininet::abi::*;
use wininet::ffi::*;

/// A copy of a value one byte off any alignment.
struct Odd {
    bytes: Vec<u8>,
    at: usize,
}

impl Odd {
    fn new<T: Copy>(values: &[T]) -> Self {
        let size = size_of_val(values);
        let mut bytes = vec![0; size + 32];
        let at = bytes.as_ptr().align_offset(16) + 1;
        // SAFETY: plain old values, and room for them.
        unsafe {
            let from = values.as_ptr().cast::<u8>();
            from.copy_to_nonoverlapping(bytes.as_mut_ptr().add(at), size);
        }
        Self { bytes, at }
    }

    fn pointer<T>(&mut self) -> *mut T {
        let pointer = self.bytes[self.at..].as_mut_ptr().cast::<T>();
        assert!(align_of::<T>() == 1 || !pointer.is_aligned());
        pointer
    }

    fn read<T: Copy>(&mut self) -> T {
        // SAFETY: made of values of that type.
        unsafe { self.pointer::<T>().read_unaligned() }
    }
}

fn code(result: BOOL) -> u32 {
    match result {
        FALSE => last_error(),
        _ => 0,
    }
}

fn code_of(handle: HINTERNET) -> u32 {
    if handle.is_null() {
        return last_error();
    }
    // SAFETY: any value is allowed.
    unsafe { InternetCloseHandle(handle) };
    0
}

/// A request whose answer, with a body and a date, is there.
fn answered() -> (Server, Client, Handle) {
    let date = ("Date", "Sun, 06 Nov 1994 08:49:37 GMT");
    let server = Server::respond(move |_| reply::reply("200 OK", &[date], "0123456789"));
    let client = Client::sync(&server);
    let request = client.get("/");
    client.send(&request).expect("an answer");
    (server, client, request)
}

#[test]
fn null_where_handles_are_made() {
    let session = session(false);
    let connection = connect_to(&session, "127.0.0.1", 80, 0).expect("a connection");
    let (s, c) = (session.raw(), connection.raw());
    let http = INTERNET_SERVICE_HTTP;
    // SAFETY: NULL is the subject.
    unsafe {
        let open = InternetOpenA(null(), INTERNET_OPEN_TYPE_DIRECT, null(), null(), 0);
        assert_eq!(code_of(open), 0);
        let open = InternetOpenW(null(), INTERNET_OPEN_TYPE_DIRECT, null(), null(), 0);
        assert_eq!(code_of(open), 0);
        let connect = InternetConnectA(s, null(), 80, null(), null(), http, 0, 0);
        assert_eq!(code_of(connect), ERROR_INVALID_PARAMETER);
        let connect = InternetConnectW(s, null(), 80, null(), null(), http, 0, 0);
        assert_eq!(code_of(connect), ERROR_INVALID_PARAMETER);
        let open = HttpOpenRequestA(c, null(), null(), null(), null(), null_mut(), 0, 0);
        assert_eq!(code_of(open), 0);
        let open = HttpOpenRequestW(c, null(), null(), null(), null(), null_mut(), 0, 0);
        assert_eq!(code_of(open), 0);
        for length in [0, 5, u32::MAX] {
            let open = InternetOpenUrlA(s, null(), null(), length, 0, 0);
            assert_eq!(code_of(open), ERROR_INVALID_PARAMETER);
            let open = InternetOpenUrlW(s, null(), null(), length, 0, 0);
            assert_eq!(code_of(open), ERROR_INVALID_PARAMETER);
        }
    }
}

/// A body that is NULL but has a length is refused, and nothing goes out; NULL
/// headers are none, whatever their length says.
#[test]
fn null_where_requests_are_sent() {
    let server = Server::respond(|_| reply::ok(""));
    for is_async in [false, true] {
        let client = Client::new(is_async, &server);
        let request = client.request("POST", "/", 0);
        let r = request.raw();
        // SAFETY: NULL is the subject.
        unsafe {
            for length in [1, 5, u32::MAX] {
                let sent = HttpSendRequestA(r, null(), 0, null_mut(), length);
                assert_eq!(code(sent), ERROR_INVALID_PARAMETER);
                let sent = HttpSendRequestW(r, null(), 0, null_mut(), length);
                assert_eq!(code(sent), ERROR_INVALID_PARAMETER);
            }
            for length in [1, u32::MAX] {
                let added = HttpAddRequestHeadersA(r, null(), length, HTTP_ADDREQ_FLAG_ADD);
                assert_eq!(code(added), ERROR_INVALID_PARAMETER);
                let added = HttpAddRequestHeadersW(r, null(), length, HTTP_ADDREQ_FLAG_ADD);
                assert_eq!(code(added), ERROR_INVALID_PARAMETER);
            }
            let sent = check(HttpSendRequestA(r, null(), 7, null_mut(), 0));
            finish(sent, client.recorder).expect("an answer");
        }
    }
    let requests = server.recorded();
    assert_eq!(requests.len(), 2);
    assert!(requests.iter().all(|it| it.headers().len() == 3));
}

#[test]
fn null_where_answers_are_read() {
    let (_server, _client, request) = answered();
    let r = request.raw();
    let mut bytes = [0_u8; 4];
    let at: *mut c_void = bytes.as_mut_ptr().cast();
    let mut count = 0;
    // SAFETY: NULL is the subject; other pointers are sound.
    unsafe {
        let read = InternetReadFile(r, null_mut(), 4, &mut count);
        assert_eq!(code(read), ERROR_INVALID_PARAMETER);
        let read = InternetReadFile(r, at, 4, null_mut());
        assert_eq!(code(read), ERROR_INVALID_PARAMETER);
        let read = InternetReadFileExA(r, null_mut(), 0, 0);
        assert_eq!(code(read), ERROR_INVALID_PARAMETER);
        let read = InternetReadFileExW(r, null_mut(), IRF_NO_WAIT, 0);
        assert_eq!(code(read), ERROR_INVALID_PARAMETER);
        let level = HTTP_QUERY_STATUS_CODE;
        let asked = HttpQueryInfoA(r, level, at, null_mut(), null_mut());
        assert_eq!(code(asked), ERROR_INVALID_PARAMETER);
        let asked = HttpQueryInfoA(r, HTTP_QUERY_CUSTOM, null_mut(), &mut count, null_mut());
        assert_eq!(code(asked), ERROR_INVALID_PARAMETER);
        let option = INTERNET_OPTION_HANDLE_TYPE;
        let asked = InternetQueryOptionA(r, option, at, null_mut());
        assert_eq!(code(asked), ERROR_INVALID_PARAMETER);
        let set = InternetSetOptionA(r, INTERNET_OPTION_CONNECT_TIMEOUT, null_mut(), 4);
        assert_eq!(code(set), ERROR_INVALID_PARAMETER);
        let told = InternetGetLastResponseInfoA(null_mut(), null_mut(), &mut count);
        assert_eq!(code(told), ERROR_INVALID_PARAMETER);
        let told = InternetGetLastResponseInfoW(&mut count, null_mut(), null_mut());
        assert_eq!(code(told), ERROR_INVALID_PARAMETER);
    }
    // None of that has taken a byte of the body.
    assert_eq!(read_all(&request).as_deref(), Ok(&b"0123456789"[..]));
}

#[test]
fn null_where_urls_are_cracked() {
    // SAFETY: zeros are a value of the struct.
    let mut parts: URL_COMPONENTSA = unsafe { std::mem::zeroed() };
    parts.dwStructSize = size_of::<URL_COMPONENTSA>() as u32;
    let url = c"http://host/".as_ptr();
    // SAFETY: NULL and wrong sizes are the subject.
    unsafe {
        assert_eq!(code(InternetCrackUrlA(url, 0, 0, &mut parts)), 0);
        let cracked = InternetCrackUrlA(null(), 0, 0, &mut parts);
        assert_eq!(code(cracked), ERROR_INVALID_PARAMETER);
        let cracked = InternetCrackUrlA(null(), 12, 0, &mut parts);
        assert_eq!(code(cracked), ERROR_INVALID_PARAMETER);
        let cracked = InternetCrackUrlA(url, 0, 0, null_mut());
        assert_eq!(code(cracked), ERROR_INVALID_PARAMETER);
        for size in [
            0,
            1,
            parts.dwStructSize - 1,
            parts.dwStructSize + 1,
            u32::MAX,
        ] {
            let mut wrong = parts;
            wrong.dwStructSize = size;
            let cracked = InternetCrackUrlA(url, 0, 0, &mut wrong);
            assert_eq!(code(cracked), ERROR_INVALID_PARAMETER);
        }
    }
}

#[test]
fn wrong_struct_sizes_of_buffers() {
    let (_server, _client, request) = answered();
    let right = size_of::<INTERNET_BUFFERSA>() as u32;
    let mut bytes = [0_u8; 64];
    for size in [0, 1, right - 1, right + 1, u32::MAX] {
        // SAFETY: zeros are a value of the struct.
        let mut buffers: INTERNET_BUFFERSA = unsafe { std::mem::zeroed() };
        buffers.dwStructSize = size;
        buffers.lpvBuffer = bytes.as_mut_ptr().cast();
        buffers.dwBufferLength = 64;
        // SAFETY: a struct and a buffer that are there.
        let read = unsafe { InternetReadFileExA(request.raw(), &mut buffers, 0, 0) };
        assert_eq!(code(read), ERROR_INVALID_PARAMETER);
        assert_eq!(buffers.dwBufferLength, 64);
    }
    // A right size with no buffer: nothing to do, or nowhere to put it.
    // SAFETY: zeros are a value of the struct.
    let mut buffers: INTERNET_BUFFERSA = unsafe { std::mem::zeroed() };
    buffers.dwStructSize = right;
    // SAFETY: as above.
    unsafe {
        assert_eq!(
            code(InternetReadFileExA(request.raw(), &mut buffers, 0, 0)),
            0
        );
        buffers.dwBufferLength = 1;
        let read = InternetReadFileExA(request.raw(), &mut buffers, 0, 0);
        assert_eq!(code(read), ERROR_INVALID_PARAMETER);
    }
    assert_eq!(read_all(&request).as_deref(), Ok(&b"0123456789"[..]));
}

/// Every pointer to something wider than a byte, one byte off: it works.
#[test]
fn misaligned_pointers() {
    let (server, _client, request) = answered();
    let r = request.raw();
    let (mut number, mut size) = (Odd::new(&[0_u32]), Odd::new(&[4_u32]));
    let mut index = Odd::new(&[0_u32]);
    let mut time = Odd::new(&[SYSTEMTIME::default()]);
    let mut time_size = Odd::new(&[size_of::<SYSTEMTIME>() as u32]);
    let mut word = Odd::new(&[0_usize]);
    let mut word_size = Odd::new(&[size_of::<usize>() as u32]);
    let mut bytes = [0_u8; 4];
    let mut count = Odd::new(&[0_u32]);
    // SAFETY: as large as they say; alignment is the subject.
    unsafe {
        let level = HTTP_QUERY_STATUS_CODE | HTTP_QUERY_FLAG_NUMBER;
        let asked = HttpQueryInfoA(r, level, number.pointer(), size.pointer(), index.pointer());
        assert_eq!((code(asked), number.read()), (0, 200_u32));
        let level = HTTP_QUERY_DATE | HTTP_QUERY_FLAG_SYSTEMTIME;
        let asked = HttpQueryInfoW(r, level, time.pointer(), time_size.pointer(), null_mut());
        assert_eq!((code(asked), time.read::<SYSTEMTIME>().wYear), (0, 1994));
        let option = INTERNET_OPTION_PARENT_HANDLE;
        let asked = InternetQueryOptionA(r, option, word.pointer(), word_size.pointer());
        assert!(code(asked) == 0 && word.read::<usize>() != 0);
        let mut context = Odd::new(&[0x1234_5678_usize]);
        let option = INTERNET_OPTION_CONTEXT_VALUE;
        let set = InternetSetOptionW(r, option, context.pointer(), size_of::<usize>() as u32);
        assert_eq!(code(set), 0);
        assert_eq!(option_word(&request, option), Ok(0x1234_5678));
        set_option_word(&request, option, 0).expect("no context");
        let read = InternetReadFile(r, bytes.as_mut_ptr().cast(), 4, count.pointer());
        assert_eq!((code(read), count.read()), (0, 4_u32));
        let mut buffers: INTERNET_BUFFERSA = std::mem::zeroed();
        buffers.dwStructSize = size_of::<INTERNET_BUFFERSA>() as u32;
        (buffers.lpvBuffer, buffers.dwBufferLength) = (bytes.as_mut_ptr().cast(), 4);
        let mut odd = Odd::new(&[buffers]);
        assert_eq!(code(InternetReadFileExA(r, odd.pointer(), 0, 0)), 0);
        assert_eq!(&bytes, b"4567");
        let available = InternetQueryDataAvailable(r, count.pointer(), 0, 0);
        assert_eq!((code(available), count.read()), (0, 2_u32));
        let mut high = Odd::new(&[0_i32]);
        let place = InternetSetFilePointer(r, 1, high.pointer(), FILE_CURRENT, 0);
        assert_eq!((place, high.read()), (9, 0_i32));
        let mut lock = Odd::new(&[0_usize]);
        assert_eq!(code(InternetLockRequestFile(r, lock.pointer())), 0);
        assert_eq!(code(InternetUnlockRequestFile(lock.read())), 0);
    }
    misaligned_strings(&server);
    misaligned_components();
}

fn misaligned_strings(server: &Server) {
    let session = session(false);
    let mut host = Odd::new(&wide("127.0.0.1"));
    let (mut verb, mut path) = (Odd::new(&wide("PUT")), Odd::new(&wide("/odd")));
    let mut accept = Odd::new(&wide("text/odd"));
    let mut types = Odd::new(&[accept.pointer::<WCHAR>().cast_const(), null()]);
    let (mut line, mut more) = (Odd::new(&wide("X-A: 1")), Odd::new(&wide("X-B: 2")));
    let http = INTERNET_SERVICE_HTTP;
    // SAFETY: strings with a NUL, a list with a NULL; alignment is the subject.
    unsafe {
        let (s, port, user) = (session.raw(), server.port(), null());
        let c = InternetConnectW(s, host.pointer(), port, user, user, http, 0, 0);
        let (verb, path) = (verb.pointer(), path.pointer());
        let r = HttpOpenRequestW(c, verb, path, null(), null(), types.pointer(), 0, 0);
        let add = HTTP_ADDREQ_FLAG_ADD;
        assert_eq!(code(HttpAddRequestHeadersW(r, line.pointer(), 0, add)), 0);
        let sent = HttpSendRequestW(r, more.pointer(), 6, null_mut(), 0);
        assert_eq!(code(sent), 0);
    }
    let sent = server.recorded().pop().expect("a request");
    assert_eq!(sent.line(), "PUT /odd HTTP/1.1");
    let headers = ["accept", "x-a", "x-b"].map(|name| sent.header(name));
    assert_eq!(
        headers,
        ["text/odd", "1", "2"].map(|it| Some(it.to_owned()))
    );
}

fn misaligned_components() {
    let mut url = Odd::new(&wide("http://host:81/path"));
    let mut host = Odd::new(&[0 as WCHAR; 8]);
    // SAFETY: zeros are a value of the struct.
    let mut parts: URL_COMPONENTSW = unsafe { std::mem::zeroed() };
    parts.dwStructSize = size_of::<URL_COMPONENTSW>() as u32;
    (parts.lpszHostName, parts.dwHostNameLength) = (host.pointer(), 8);
    let mut odd = Odd::new(&[parts]);
    // SAFETY: as large as they say; alignment is the subject.
    let cracked = unsafe { InternetCrackUrlW(url.pointer(), 0, 0, odd.pointer()) };
    assert_eq!(code(cracked), 0);
    let parts: URL_COMPONENTSW = odd.read();
    assert_eq!((parts.nPort, parts.dwHostNameLength), (81, 4));
    let copied: [WCHAR; 5] = host.read();
    assert_eq!(copied[..], wide("host")[..]);
}

/// Lengths that no string has are refused before anything is read; a URL ends
/// with its NUL whatever its length says; a read of 4 GiB gives what there is.
#[test]
fn absurd_lengths() {
    let (server, _client, request) = answered();
    let r = request.raw();
    let line = c"X-Absurd: 1".as_ptr();
    let wide_line = wide("X-Absurd: 1");
    // SAFETY: the lengths are lies, and the subject.
    unsafe {
        for length in [0x0800_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE] {
            let added = HttpAddRequestHeadersA(r, line, length, HTTP_ADDREQ_FLAG_ADD);
            assert_eq!(code(added), ERROR_INVALID_PARAMETER);
            let wide_line = wide_line.as_ptr();
            let added = HttpAddRequestHeadersW(r, wide_line, length, HTTP_ADDREQ_FLAG_ADD);
            assert_eq!(code(added), ERROR_INVALID_PARAMETER);
            let sent = HttpSendRequestA(r, line, length, null_mut(), 0);
            assert_eq!(code(sent), ERROR_INVALID_PARAMETER);
            let url = c"http://host:81/path";
            let mut parts: URL_COMPONENTSA = std::mem::zeroed();
            parts.dwStructSize = size_of::<URL_COMPONENTSA>() as u32;
            parts.dwUrlPathLength = 1;
            let cracked = InternetCrackUrlA(url.as_ptr(), length, 0, &mut parts);
            assert_eq!((code(cracked), parts.dwUrlPathLength), (0, 5));
            let agent = c"short".as_ptr().cast_mut().cast();
            let option = INTERNET_OPTION_USER_AGENT;
            assert_eq!(code(InternetSetOptionA(r, option, agent, length)), 0);
        }
    }
    let agent = option_text(&request, INTERNET_OPTION_USER_AGENT);
    assert_eq!(agent.as_deref(), Ok("short"));
    assert_eq!(server.recorded().len(), 1, "nothing was sent");
    let size = u32::MAX;
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
    let mut count = 0;
    // SAFETY: a new mapping, as large as the read is told; it is not used later.
    unsafe {
        let access = libc::PROT_READ | libc::PROT_WRITE;
        let room = libc::mmap(null_mut(), size as usize, access, flags, -1, 0);
        assert_ne!(room, libc::MAP_FAILED);
        assert_eq!(code(InternetReadFile(r, room, size, &mut count)), 0);
        assert_eq!(
            std::slice::from_raw_parts(room.cast::<u8>(), 10),
            b"0123456789"
        );
        libc::munmap(room, size as usize);
    }
    assert_eq!(count, 10);
}

/// Flags that no function knows: refused where the documentation has a list,
/// without effect where Windows ignores them.
#[test]
fn unknown_flags() {
    let (server, client, request) = answered();
    let r = request.raw();
    let mut bytes = [0_u8; 4];
    // SAFETY: sound but for the flags.
    unsafe {
        let mut buffers: INTERNET_BUFFERSA = std::mem::zeroed();
        buffers.dwStructSize = size_of::<INTERNET_BUFFERSA>() as u32;
        (buffers.lpvBuffer, buffers.dwBufferLength) = (bytes.as_mut_ptr().cast(), 4);
        for flags in [0x10, 0x8000_0000, 0xFFFF_FFFF] {
            let read = InternetReadFileExA(r, &mut buffers, flags, 0);
            assert_eq!(code(read), ERROR_INVALID_PARAMETER);
        }
        for flags in [0x0001_0000, 0x0080_0000, 0xFFFF_FFFF] {
            let line = c"X-Flag: 1".as_ptr();
            let added = HttpAddRequestHeadersA(r, line, u32::MAX, flags);
            assert_eq!(code(added), ERROR_INVALID_PARAMETER, "{flags:#x}");
        }
        let mut parts: URL_COMPONENTSA = std::mem::zeroed();
        parts.dwStructSize = size_of::<URL_COMPONENTSA>() as u32;
        let cracked = InternetCrackUrlA(c"http://host/".as_ptr(), 0, 1, &mut parts);
        assert_eq!(code(cracked), ERROR_INVALID_PARAMETER);
        let direct = INTERNET_OPEN_TYPE_DIRECT;
        let not_async = !INTERNET_FLAG_ASYNC;
        let open = InternetOpenA(null(), direct, null(), null(), not_async);
        assert_eq!(code_of(open), 0);
        for access in [2, 5, 99, u32::MAX] {
            let open = InternetOpenA(null(), access, null(), null(), 0);
            assert_eq!(code_of(open), ERROR_INVALID_PARAMETER);
        }
        for service in [0, 4, u32::MAX] {
            let (s, host) = (client.session.raw(), c"host".as_ptr());
            let connect = InternetConnectA(s, host, 80, null(), null(), service, 0, 0);
            assert_eq!(code_of(connect), ERROR_INVALID_PARAMETER);
        }
    }
    // Nothing that this library knows how to act on, and everything else.
    let known = INTERNET_FLAG_SECURE
        | INTERNET_FLAG_KEEP_CONNECTION
        | INTERNET_FLAG_NO_CACHE_WRITE
        | INTERNET_FLAG_RELOAD
        | INTERNET_FLAG_PRAGMA_NOCACHE;
    for flags in [0, !known] {
        client
            .send(&client.request("GET", "/", flags))
            .expect("an answer");
    }
    let raw = server.requests();
    assert_eq!(raw[1], raw[2]);
}

/// INTERNET_INVALID_STATUS_CALLBACK is no callback; what was set stays set.
#[test]
fn the_invalid_callback() {
    let session = session(false);
    listen(&session);
    // SAFETY: the value is never called.
    let invalid: INTERNET_STATUS_CALLBACK = unsafe { std::mem::transmute(usize::MAX) };
    // SAFETY: as above.
    unsafe {
        let former = InternetSetStatusCallbackA(session.raw(), invalid);
        assert_eq!(former.map(|it| it as usize), Some(usize::MAX));
        assert_eq!(last_error(), ERROR_INVALID_PARAMETER);
        let former = InternetSetStatusCallbackA(session.raw(), None);
        let ours = recorder::callback_a as *const () as usize;
        assert_eq!(former.map(|it| it as usize), Some(ours));
        assert_eq!(last_error(), 0);
    }
}
