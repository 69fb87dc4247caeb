//! ROOT\WININET: a sink that watches the requests of the process.

use std::ffi::CString;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::ptr::null;
use std::thread;

use super::super::requests::offer;
use super::scene::{named, Notes};
use crate::abi::wbem::*;
use crate::abi::{HINTERNET, INTERNET_OPEN_TYPE_DIRECT, INTERNET_STATUS_HANDLE_CLOSING};
use crate::abi::{INTERNET_STATUS_HANDLE_CREATED, INTERNET_STATUS_RESPONSE_RECEIVED};
use crate::ffi::reading::InternetReadFile;
use crate::ffi::request::InternetOpenUrlA;
use crate::ffi::session::{InternetCloseHandle, InternetOpenA};
use crate::wbem::Object;

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi";

/// Answers one request, and gives its URL.
fn server(path: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut buffer = [0; 1024];
        let _request = stream.read(&mut buffer).unwrap();
        stream.write_all(ANSWER).unwrap();
    });
    format!("http://127.0.0.1:{port}/{path}")
}

/// Opens a session and the URL in it, synchronously.
fn open(url: &str) -> [HINTERNET; 2] {
    let url = CString::new(url).unwrap();
    // SAFETY: living strings.
    unsafe {
        let session = InternetOpenA(
            c"test".as_ptr(),
            INTERNET_OPEN_TYPE_DIRECT,
            null(),
            null(),
            0,
        );
        let request = InternetOpenUrlA(session, url.as_ptr(), null(), 0, 0, 0);
        assert!(!request.is_null());
        [session, request]
    }
}

fn number(object: &Object, path: &str) -> i128 {
    let path: Vec<String> = path.split('.').map(str::to_owned).collect();
    object.follow(&path).whole().unwrap()
}

#[test]
fn a_sink_watches_the_requests_of_the_process() {
    offer();
    let scene = named(r"root\wininet");
    let url = server("watched");
    let notes = Notes::default();
    let sink = notes.sink();
    let query = format!(
        "SELECT * FROM __InstanceOperationEvent \
         WHERE TargetInstance ISA 'WinINet_Request' AND TargetInstance.URL = '{url}'"
    );
    assert_eq!(scene.notify_async(&query, sink.as_raw()), S_OK);
    let [session, request] = open(&url);

    // While it lives it is an instance.
    let found = Notes::default();
    let query = format!(
        "SELECT * FROM WinINet_Request WHERE Handle = {}",
        request as usize
    );
    assert_eq!(scene.query_async(&query, 0, found.sink().as_raw()), S_OK);
    assert_eq!(found.last(), S_OK);
    let [instance] = found.objects().try_into().unwrap();
    assert_eq!(instance.get("URL"), Ok(url.as_str().into()));
    assert_eq!(instance.get("Method"), Ok("GET".into()));
    assert!(number(&instance, "BytesSent") > 20);
    let received = number(&instance, "BytesReceived");
    assert!((1..=ANSWER.len() as i128).contains(&received), "{received}");
    assert_eq!(
        number(&instance, "State"),
        INTERNET_STATUS_RESPONSE_RECEIVED.into()
    );

    let (mut buffer, mut count) = ([0_u8; 16], 0);
    // SAFETY: a living buffer of that size.
    unsafe {
        InternetReadFile(request, buffer.as_mut_ptr().cast(), 16, &mut count);
        assert_eq!(InternetCloseHandle(request), 1);
        assert_eq!(InternetCloseHandle(session), 1);
    }
    let is_over = |events: &[Object]| {
        let last = events.last();
        last.is_some_and(|it| &*it.class.name == "__InstanceDeletionEvent")
    };
    notes.wait_until(is_over);
    assert_eq!(scene.cancel(sink.as_raw()), S_OK);
    let events = notes.objects();
    let states: Vec<i128> = events
        .iter()
        .map(|it| number(it, "TargetInstance.State"))
        .collect();
    assert_eq!(&*events[0].class.name, "__InstanceCreationEvent");
    assert_eq!(states[0], INTERNET_STATUS_HANDLE_CREATED.into());
    assert_eq!(states.last(), Some(&INTERNET_STATUS_HANDLE_CLOSING.into()));
    for pair in events.windows(2) {
        if &*pair[1].class.name == "__InstanceModificationEvent" {
            let before = number(&pair[1], "PreviousInstance.State");
            assert_eq!(
                before,
                number(&pair[0], "TargetInstance.State"),
                "none is missed"
            );
        }
    }
}
