//! docs/options.md, row by row, against the library.

use std::collections::BTreeSet;
use std::ffi::c_void;
use std::ptr::null_mut;

use wininet::abi::*;
use wininet::ffi::{
    GetLastError, InternetQueryOptionA, InternetQueryOptionW, InternetSetOptionA,
    InternetSetOptionW,
};

use crate::pages::{header_number, page, repository_file, rows};
use crate::support::{connect_to, request, session, Handle};

/// A row of the table.
struct Row {
    name: String,
    number: u32,
    value: String,
    /// To get it.
    size: Option<u32>,
    /// To set it.
    set_size: Option<u32>,
    get_on: Vec<&'static str>,
    set_on: Vec<&'static str>,
    default: Option<u32>,
    /// How asking a new request fails.
    fails: Option<u32>,
}

/// The handles by the names that the page has for them.
const KINDS: [&str; 4] = ["NULL", "session", "connection", "request"];

fn table() -> Vec<Row> {
    let kinds = |cell: &str| -> Vec<&'static str> {
        let listed: Vec<&str> = cell.split(", ").collect();
        let all = listed == ["all"];
        let known = |it: &&str| KINDS.contains(it) || *it == "all" || *it == "none";
        assert!(listed.iter().all(known), "{cell:?}");
        let is_listed = |kind: &&str| all || listed.contains(kind);
        KINDS.into_iter().filter(is_listed).collect()
    };
    let sizes = |cell: &str| -> Vec<u32> {
        let sizes = cell.split(", ").filter(|it| !it.is_empty());
        sizes.map(|it| it.parse().expect("a size")).collect()
    };
    let row = |cells: Vec<String>| Row {
        number: cells[1].parse().expect("the number of an option"),
        value: cells[2].clone(),
        size: sizes(&cells[3]).first().copied(),
        set_size: sizes(&cells[3]).last().copied(),
        get_on: kinds(&cells[4]),
        set_on: kinds(&cells[5]),
        default: cells[6].parse().ok(),
        fails: cells[6]
            .strip_prefix("error ")
            .map(|it| it.parse().expect("a code")),
        name: cells[0].clone(),
    };
    let rows = rows(&page("options.md"), "option");
    rows.into_iter().map(row).collect()
}

/// One handle of each type.
struct Handles {
    session: Handle,
    connection: Handle,
    request: Handle,
}

impl Handles {
    fn new() -> Self {
        let session = session(false);
        let connection = connect_to(&session, "127.0.0.1", 80, 0).expect("a connection");
        let request = request(&connection, "GET", "/", 0, 0).expect("a request");
        Self {
            session,
            connection,
            request,
        }
    }

    fn of(&self, kind: &str) -> HINTERNET {
        match kind {
            "session" => self.session.raw(),
            "connection" => self.connection.raw(),
            "request" => self.request.raw(),
            _ => null_mut(),
        }
    }
}

/// The value's bytes, or the last error.
fn get(handle: HINTERNET, option: u32) -> Result<Vec<u8>, u32> {
    let mut value = [0_u8; 2048];
    let mut size = value.len() as u32;
    if option == INTERNET_OPTION_PER_CONNECTION_OPTION {
        // It asks for nothing, but says how large it is.
        let own = size_of::<INTERNET_PER_CONN_OPTION_LISTA>() as u32;
        value[..4].copy_from_slice(&own.to_ne_bytes());
    }
    // SAFETY: so many writable bytes.
    let got = unsafe { InternetQueryOptionA(handle, option, value.as_mut_ptr().cast(), &mut size) };
    match got {
        FALSE => Err(GetLastError()),
        _ => Ok(value[..size as usize].to_vec()),
    }
}

/// 0, or the last error.
fn set(handle: HINTERNET, option: u32, value: &[u8]) -> u32 {
    let data = value.as_ptr().cast_mut().cast::<c_void>();
    // SAFETY: so many readable bytes.
    unsafe { InternetSetOptionA(handle, option, data, value.len() as u32) };
    GetLastError()
}

/// The numbers are the header's; sizes are those of the types.
#[test]
fn numbers_and_sizes() {
    for row in table() {
        assert_eq!(row.number, header_number(&row.name), "{}", row.name);
        let size = match row.value.as_str() {
            "DWORD" | "BOOL" | "LONG" => Some(4),
            "ULONGLONG" => Some(8),
            "DWORD_PTR" | "HINTERNET" | "pointer" => Some(8),
            "DWORD; INTERNET_CONNECTED_INFO to set too" => {
                assert_eq!(
                    row.set_size,
                    Some(size_of::<INTERNET_CONNECTED_INFO>() as u32)
                );
                Some(4)
            }
            "string" | "bytes" | "address" | "none" => None,
            "INTERNET_PROXY_INFO" | "INTERNET_PER_CONN_OPTION_LIST" => None,
            name => Some(struct_size(name)),
        };
        assert_eq!(row.size, size, "{}", row.name);
    }
}

fn struct_size(name: &str) -> u32 {
    let size = match name {
        "HTTP_VERSION_INFO" => size_of::<HTTP_VERSION_INFO>(),
        "INTERNET_CACHE_TIMESTAMPS" => size_of::<INTERNET_CACHE_TIMESTAMPS>(),
        "INTERNET_CERTIFICATE_INFO" => size_of::<INTERNET_CERTIFICATE_INFOA>(),
        "INTERNET_DIAGNOSTIC_SOCKET_INFO" => size_of::<INTERNET_DIAGNOSTIC_SOCKET_INFO>(),
        "INTERNET_SECURITY_CONNECTION_INFO" => size_of::<INTERNET_SECURITY_CONNECTION_INFO>(),
        "INTERNET_VERSION_INFO" => size_of::<INTERNET_VERSION_INFO>(),
        other => panic!("{other:?}"),
    };
    size as u32
}

/// Each option is given by the handles that the page lists, in the size and with the default it says,
/// and refused by the others.
#[test]
fn get_as_the_page_says() {
    let handles = Handles::new();
    for row in table() {
        for kind in KINDS {
            let what = format!("{} of {kind}", row.name);
            let got = get(handles.of(kind), row.number);
            if !row.get_on.contains(&kind) {
                let refusals = [
                    ERROR_INTERNET_INVALID_OPTION,
                    ERROR_INTERNET_INCORRECT_HANDLE_TYPE,
                ];
                assert!(refusals.contains(&got.expect_err(&what)), "{what}");
                continue;
            }
            if let Some(error) = row.fails {
                assert_eq!(got, Err(error), "{what}");
                continue;
            }
            let value = got.unwrap_or_else(|error| panic!("{what}: {error}"));
            if let Some(size) = row.size {
                assert_eq!(value.len(), size as usize, "{what}");
            }
            if let Some(default) = row.default {
                assert_eq!(value, default.to_ne_bytes(), "{what}");
            }
        }
    }
}

/// Each option can be set on the handles that the page lists, and nowhere else. The value is the one
/// that is there, since NULL stands for the whole process.
#[test]
fn set_as_the_page_says() {
    let handles = Handles::new();
    for row in table() {
        for kind in KINDS {
            let handle = handles.of(kind);
            let size = row.set_size.unwrap_or(0) as usize;
            let mut value = get(handle, row.number).unwrap_or_default();
            if row.set_size.is_some() {
                value.resize(size, 0);
            }
            if row.value == "address" {
                value = vec![0];
            }
            let error = set(handle, row.number, &value);
            let what = format!("{} on {kind}: {error}", row.name);
            if row.set_on.contains(&kind) {
                assert_eq!(error, 0, "{what}");
            } else if row.set_on.is_empty() {
                assert_eq!(error, ERROR_INTERNET_OPTION_NOT_SETTABLE, "{what}");
            } else if row.set_on == ["NULL"] {
                assert_eq!(error, ERROR_INTERNET_INVALID_OPERATION, "{what}");
            } else {
                assert_eq!(error, ERROR_INTERNET_INCORRECT_HANDLE_TYPE, "{what}");
            }
        }
    }
}

/// A DWORD or pointer of another size is refused before anything else, by A and by W. What is got as a
/// DWORD may be set as one too.
#[test]
fn sizes_must_be_exact() {
    let handles = Handles::new();
    let (mut value, zeros) = ([0_u8; 4096], [0_u8; 4096]);
    for row in table().iter() {
        let Some(right) = row.set_size else { continue };
        for kind in KINDS {
            let is_wrong = |it: &u32| *it != right && Some(*it) != row.size;
            for size in (0..=right + 9).chain([64, 4096]).filter(is_wrong) {
                let data = value.as_mut_ptr().cast::<c_void>();
                for set in [InternetSetOptionA, InternetSetOptionW] {
                    // SAFETY: so many readable bytes.
                    unsafe { set(handles.of(kind), row.number, data, size) };
                    let what = format!("{} on {kind}, {size}", row.name);
                    assert_eq!(GetLastError(), ERROR_INTERNET_BAD_OPTION_LENGTH, "{what}");
                }
            }
        }
    }
    assert_eq!(value, zeros);
}

/// Too little room is told with the size that is needed, and left alone.
#[test]
fn short_buffers() {
    let handles = Handles::new();
    for row in table().iter().filter(|row| row.fails.is_none()) {
        let Some(right) = row.size else { continue };
        for kind in row.get_on.iter() {
            for query in [InternetQueryOptionA, InternetQueryOptionW] {
                for room in 0..right {
                    let mut value = vec![0xAB_u8; right as usize];
                    let data = match room {
                        0 => std::ptr::null_mut(),
                        _ => value.as_mut_ptr().cast::<c_void>(),
                    };
                    let mut size = room;
                    let what = format!("{} of {kind}, {room}", row.name);
                    // SAFETY: so many writable bytes.
                    let got = unsafe { query(handles.of(kind), row.number, data, &mut size) };
                    assert_eq!(
                        (got, GetLastError()),
                        (FALSE, ERROR_INSUFFICIENT_BUFFER),
                        "{what}"
                    );
                    assert_eq!(size, right, "{what}");
                    assert!(value.iter().all(|byte| *byte == 0xAB), "{what}");
                }
            }
        }
    }
}

/// Every option that the header names is in one of the two tables, and in one alone.
#[test]
fn every_option_has_its_row() {
    let header = repository_file("include/wininet.h");
    let defines = header
        .lines()
        .filter_map(|line| line.strip_prefix("#define INTERNET_OPTION_"));
    let numbers = defines.filter_map(|it| it.split(' ').nth(1)?.parse::<u32>().ok());
    let named: BTreeSet<u32> = numbers.filter(|it| *it <= INTERNET_LAST_OPTION).collect();
    let mut listed: Vec<u32> = table().iter().map(|row| row.number).collect();
    for row in rows(&page("options.md"), "refused") {
        assert_eq!(row[1].parse(), Ok(header_number(&row[0])), "{}", row[0]);
        assert!(!row[2].is_empty(), "{}", row[0]);
        listed.push(header_number(&row[0]));
    }
    listed.sort_unstable();
    assert_eq!(listed, named.into_iter().collect::<Vec<_>>());
}

/// What is not in the table is unknown, on every handle.
#[test]
fn the_others_are_unknown() {
    let known: Vec<u32> = table().iter().map(|row| row.number).collect();
    let handles = Handles::new();
    for option in (0..=300).filter(|option| !known.contains(option)) {
        for kind in KINDS {
            let handle = handles.of(kind);
            let unknown = ERROR_INTERNET_INVALID_OPTION;
            assert_eq!(get(handle, option), Err(unknown), "{option} of {kind}");
            assert_eq!(set(handle, option, &[0; 4]), unknown, "{option} on {kind}");
        }
    }
}
