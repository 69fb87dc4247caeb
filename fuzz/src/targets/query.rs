//! HttpQueryInfo of any answer, with any level and room: sizes are exact, and nothing is written beyond them.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Mutex, OnceLock};

use wininet::abi::*;
use wininet::ffi::*;

use crate::support::{connect_to, last_error, request, send, session, Handle};

/// A number of questions, seven bytes each (a level, an index, the room, where the buffer begins), and the answer.
pub fn run(data: &[u8]) {
    let Some((count, rest)) = data.split_first() else {
        return;
    };
    let (questions, answer) = rest.split_at(rest.len().min(7 * usize::from(count % 16)));
    let (_session, _connection, request) = answered(answer);
    for question in questions.chunks_exact(7) {
        let [a, b, c, d, index, room, at] = question.try_into().expect("seven bytes");
        // Of the bits that mean nothing only a few are tried.
        let level = u32::from_le_bytes([a, b & 1, c, d & 0xF0 | (c & 0x0F)]);
        let asked = Asked {
            request: &request,
            level,
            index: u32::from(index),
            begin: usize::from(at % 8),
        };
        asked.judge(HttpQueryInfoA, usize::from(room), 1);
        asked.judge(HttpQueryInfoW, usize::from(room), size_of::<WCHAR>());
    }
}

/// A request whose answer is this, or that failed.
fn answered(answer: &[u8]) -> (Handle, Handle, Handle) {
    let port = server();
    *ANSWER.lock().unwrap() = answer.to_vec();
    let session = session(false);
    let connection = connect_to(&session, "127.0.0.1", port, 0).expect("a connection handle");
    let flags = INTERNET_FLAG_NO_AUTO_REDIRECT | INTERNET_FLAG_NO_COOKIES | INTERNET_FLAG_NO_AUTH;
    let request = request(&connection, "GET", "/", flags, 0).expect("a request handle");
    let _ = send(&request);
    (session, connection, request)
}

static ANSWER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// The port of a server that gives the answer on each connection and closes it.
fn server() -> u16 {
    static PORT: OnceLock<u16> = OnceLock::new();
    *PORT.get_or_init(|| {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a loopback port");
        let port = listener.local_addr().expect("its address").port();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.expect("a connection");
                // The request fits into one segment. A client that has heard enough may be gone.
                let _ = stream.read(&mut [0; 4096]);
                let answer = ANSWER.lock().unwrap().clone();
                let _ = stream.write_all(&answer);
            }
        });
        port
    })
}

type Function = unsafe extern "C" fn(HINTERNET, DWORD, LPVOID, LPDWORD, LPDWORD) -> BOOL;

struct Asked<'a> {
    request: &'a Handle,
    level: u32,
    index: u32,
    /// How far behind an aligned address the buffer begins.
    begin: usize,
}

/// What one call did.
#[derive(Debug, PartialEq, Eq)]
struct Given {
    result: std::result::Result<(), u32>,
    size: usize,
    index: u32,
    /// As it was before, and as it is then.
    before: Vec<u8>,
    buffer: Vec<u8>,
}

const GUARD: u8 = 0xA5;
const GUARDS: usize = 16;

impl Asked<'_> {
    /// Asks with some room, with just enough, and with a byte less than that.
    fn judge(&self, function: Function, room: usize, unit: usize) {
        let room = room.max(self.name(unit).len());
        let first = self.call(function, room, unit);
        let needed = match first.result {
            Ok(()) => self.assert_written(&first, room, unit),
            Err(ERROR_INSUFFICIENT_BUFFER) => {
                assert!(first.size > room, "{first:?}");
                self.assert_untouched(&first);
                first.size
            }
            Err(_) => return self.assert_untouched(&first),
        };
        if needed >= self.name(unit).len() {
            let just = self.call(function, needed, unit);
            assert_eq!(just.result, Ok(()), "{needed} bytes: {just:?}");
            self.assert_written(&just, needed, unit);
        }
        if needed > self.name(unit).len() {
            let less = self.call(function, needed - 1, unit);
            let expected = (Err(ERROR_INSUFFICIENT_BUFFER), needed);
            assert_eq!((less.result, less.size), expected, "{less:?}");
            self.assert_untouched(&less);
        }
    }

    /// How many bytes there must have been: the string's NUL is written and not counted.
    fn assert_written(&self, given: &Given, room: usize, unit: usize) -> usize {
        let forms = HTTP_QUERY_FLAG_NUMBER | HTTP_QUERY_FLAG_NUMBER64 | HTTP_QUERY_FLAG_SYSTEMTIME;
        let end = match self.level & forms {
            0 => given.size + unit,
            HTTP_QUERY_FLAG_NUMBER => 4,
            HTTP_QUERY_FLAG_NUMBER64 => 8,
            _ => size_of::<SYSTEMTIME>(),
        };
        assert!(end <= room, "{given:?}");
        assert_eq!(given.buffer[end..], given.before[end..], "beyond {end}");
        if self.level & forms == 0 {
            assert!(
                given.buffer[given.size..end].iter().all(|&it| it == 0),
                "{given:?}"
            );
        } else {
            assert_eq!(given.size, end);
        }
        assert!(given.index == self.index || given.index == self.index + 1);
        end
    }

    fn assert_untouched(&self, given: &Given) {
        assert_eq!(given.buffer, given.before);
        assert_eq!(given.index, self.index);
    }

    fn call(&self, function: Function, room: usize, unit: usize) -> Given {
        let mut before = vec![GUARD; self.begin + room + GUARDS];
        let name = self.name(unit);
        before[self.begin..self.begin + name.len()].copy_from_slice(&name);
        let mut buffer = before.clone();
        let (mut size, mut index) = (room as u32, self.index);
        let at = buffer[self.begin..].as_mut_ptr().cast();
        // SAFETY: a buffer of the size that is passed; a custom name ends with a NUL.
        let done = unsafe { function(self.request.raw(), self.level, at, &mut size, &mut index) };
        let result = match done {
            FALSE => Err(last_error()),
            _ => Ok(()),
        };
        assert_eq!(buffer[..self.begin], before[..self.begin], "in front");
        Given {
            result,
            size: size as usize,
            index,
            before: before[self.begin..].to_vec(),
            buffer: buffer[self.begin..].to_vec(),
        }
    }

    /// What the buffer must hold before the call.
    fn name(&self, unit: usize) -> Vec<u8> {
        if self.level & HTTP_QUERY_HEADER_MASK != HTTP_QUERY_CUSTOM {
            return Vec::new();
        }
        let units = b"X-Custom\0".iter();
        units
            .flat_map(|&byte| [byte, 0, 0, 0].into_iter().take(unit))
            .collect()
    }
}
