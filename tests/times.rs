//! InternetTimeFromSystemTime and InternetTimeToSystemTime: every form that servers
//! write, what is like it, what is none; sizes in both flavours.

#![allow(unsafe_code)]

mod support;

use std::ffi::CString;
use std::ptr::{null, null_mut};

use support::every::wide;
use support::random::{seed, Random};
use support::urls::narrow;
use support::{check, Result};
use wininet::abi::*;
use wininet::ffi::*;

/// Year, month, day of the week, day, hour, minute, second.
fn time(parts: [u16; 7]) -> SYSTEMTIME {
    let [year, month, day_of_week, day, hour, minute, second] = parts;
    SYSTEMTIME {
        wYear: year,
        wMonth: month,
        wDayOfWeek: day_of_week,
        wDay: day,
        wHour: hour,
        wMinute: minute,
        wSecond: second,
        wMilliseconds: 0,
    }
}

#[track_caller]
fn parse(text: &str) -> Result<SYSTEMTIME> {
    let untouched = time([0xCC; 7]);
    let (a, w) = (CString::new(text).expect("no NUL"), wide(text));
    let mut found = [untouched; 3];
    // SAFETY: strings with their NULs, and room for the times.
    let results = unsafe {
        [
            check(InternetTimeToSystemTimeA(a.as_ptr(), &mut found[0], 0)),
            check(InternetTimeToSystemTimeW(w.as_ptr(), &mut found[1], 0)),
            check(InternetTimeToSystemTime(a.as_ptr(), &mut found[2], 0)),
        ]
    };
    assert_eq!([results[0]; 3], results, "{text:?}");
    assert_eq!([found[0]; 3], found, "{text:?}");
    if results[0].is_err() {
        assert_eq!(found[0], untouched, "{text:?}");
    }
    results[0].map(|()| found[0])
}

/// The text, from a buffer that has just the size for it.
#[track_caller]
fn format(time: &SYSTEMTIME) -> Result<String> {
    const ROOM: usize = INTERNET_RFC1123_BUFSIZE as usize;
    let (mut a, mut w) = ([0xCC_u8; ROOM + 1], [-1; ROOM + 1]);
    let target = a.as_mut_ptr().cast();
    // SAFETY: buffers at least as large as is said.
    unsafe {
        let plain = check(InternetTimeFromSystemTime(time, 0, target, ROOM as u32));
        assert_eq!(
            check(InternetTimeFromSystemTimeA(time, 0, target, ROOM as u32)),
            plain
        );
        let size = (ROOM * size_of::<WCHAR>()) as u32;
        assert_eq!(
            check(InternetTimeFromSystemTimeW(time, 0, w.as_mut_ptr(), size)),
            plain
        );
        plain?;
    }
    assert_eq!((a[ROOM - 1], a[ROOM]), (0, 0xCC));
    assert_eq!((w[ROOM - 1], w[ROOM]), (0, -1));
    let text = narrow(&w[..ROOM - 1]);
    assert_eq!(text.as_bytes(), &a[..ROOM - 1]);
    Ok(text)
}

#[test]
fn the_three_forms() {
    let expected = Ok(time([1994, 11, 0, 6, 8, 49, 37]));
    assert_eq!(parse("Sun, 06 Nov 1994 08:49:37 GMT"), expected);
    assert_eq!(parse("Sunday, 06-Nov-94 08:49:37 GMT"), expected);
    assert_eq!(parse("Sun Nov  6 08:49:37 1994"), expected);
}

#[test]
fn what_is_like_them() {
    let expected = Ok(time([1994, 11, 0, 6, 8, 49, 37]));
    for text in [
        "  sun , 6 nov 1994 08:49:37 gmt  ",
        "SUNDAY 6 NOVEMBER 1994 8:49:37",
        "06 Nov 1994 08:49:37",
        "06 Nov 1994 08:49:37.123 GMT",
        "06-Nov-1994 08:49:37 UTC",
        "06/Nov/1994 08:49:37 Z",
        "6Nov1994 08:49:37GMT",
        "Nov 6, 1994 08:49:37 AM",
        "Sun, 06 Nov 1994 03:49:37 EST",
        "Sun, 06 Nov 1994 00:49:37 -0800",
        "Sun, 06 Nov 1994 10:19:37 +0130",
        "Sun, 06 Nov 1994 08 49 37 GMT",
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "\tSun,\t06\tNov\t1994\t08:49:37\tGMT\r\n",
    ] {
        assert_eq!(parse(text), expected, "{text:?}");
    }
    assert_eq!(parse("6 Nov 1994"), Ok(time([1994, 11, 0, 6, 0, 0, 0])));
    assert_eq!(
        parse("6 Nov 1994 08:49"),
        Ok(time([1994, 11, 0, 6, 8, 49, 0]))
    );
    assert_eq!(
        parse("6 Nov 1994 12:00:00 AM"),
        Ok(time([1994, 11, 0, 6, 0, 0, 0]))
    );
    assert_eq!(
        parse("6 Nov 1994 8:00 PM"),
        Ok(time([1994, 11, 0, 6, 20, 0, 0]))
    );
    // Across midnight, and the end of the year.
    assert_eq!(
        parse("31 Dec 1999 23:30:00 -0100"),
        Ok(time([2000, 1, 6, 1, 0, 30, 0]))
    );
    assert_eq!(
        parse("1 Jan 2000 00:30:00 +0100"),
        Ok(time([1999, 12, 5, 31, 23, 30, 0]))
    );
    // A leap second, a leap day, and years of two digits.
    assert_eq!(
        parse("30 Jun 2015 23:59:60"),
        Ok(time([2015, 6, 2, 30, 23, 59, 59]))
    );
    assert_eq!(
        parse("29 Feb 2000 00:00:00"),
        Ok(time([2000, 2, 2, 29, 0, 0, 0]))
    );
    assert_eq!(parse("1-Jan-69 0:0:0").map(|it| it.wYear), Ok(2069));
    assert_eq!(parse("1-Jan-70 0:0:0").map(|it| it.wYear), Ok(1970));
}

#[test]
fn what_is_no_time() {
    for text in [
        "",
        " ",
        "Sun",
        "never",
        "0",
        "-1",
        "06 Nov",
        "Nov 1994",
        "1994-11-06 08:49:37",
        "32 Nov 1994 08:49:37",
        "31 Nov 1994 08:49:37",
        "29 Feb 1900 00:00:00",
        "00 Nov 1994 00:00:00",
        "06 Nov 1994 24:00:00",
        "06 Nov 1994 08:60:37",
        "06 Nov 1994 08:49:61",
        "06 Nov 1994 08:49:37:12",
        "06 Nov 1994 ::",
        "06 Nov 1994 13:00 PM",
        "06 Nov 1600 08:49:37",
        "06 Nov 12345 08:49:37",
        "06 Nov 99999999999999999999 08:49:37",
        "1 Jan 1601 00:30:00 +0100",
        "ä\u{1F980}",
        "€ 06 \u{661} 1994",
    ] {
        assert_eq!(parse(text), Err(ERROR_INVALID_PARAMETER), "{text:?}");
    }
}

#[test]
fn written() {
    let text = format(&time([1994, 11, 0, 6, 8, 49, 37]));
    assert_eq!(text.as_deref(), Ok("Sun, 06 Nov 1994 08:49:37 GMT"));
    // The date knows its day of the week.
    let text = format(&time([1994, 11, 5, 6, 8, 49, 37]));
    assert_eq!(text.as_deref(), Ok("Sun, 06 Nov 1994 08:49:37 GMT"));
    let text = format(&time([1601, 1, 1, 1, 0, 0, 0]));
    assert_eq!(text.as_deref(), Ok("Mon, 01 Jan 1601 00:00:00 GMT"));
    let text = format(&time([9999, 12, 5, 31, 23, 59, 59]));
    assert_eq!(text.as_deref(), Ok("Fri, 31 Dec 9999 23:59:59 GMT"));
    for wrong in [
        [0, 0, 0, 0, 0, 0, 0],
        [1994, 0, 0, 6, 0, 0, 0],
        [1994, 13, 0, 6, 0, 0, 0],
        [1994, 11, 0, 31, 0, 0, 0],
        [1994, 11, 0, 6, 24, 0, 0],
        [1994, 11, 0, 6, 0, 60, 0],
        [1994, 11, 0, 6, 0, 0, 61],
        [1600, 1, 0, 1, 0, 0, 0],
        [u16::MAX; 7],
    ] {
        assert_eq!(
            format(&time(wrong)),
            Err(ERROR_INVALID_PARAMETER),
            "{wrong:?}"
        );
    }
}

#[test]
fn there_and_back() {
    let mut random = Random::new(seed());
    for _ in 0..2_000 {
        let mut part = |from: u16, count: usize| from + random.below(count) as u16;
        let parts = [
            part(1601, 8399),
            part(1, 12),
            0,
            part(1, 28),
            part(0, 24),
            part(0, 60),
            part(0, 60),
        ];
        let text = format(&time(parts)).expect("a time");
        let again = parse(&text).expect(&text);
        let mut expected = time(parts);
        expected.wDayOfWeek = again.wDayOfWeek;
        assert_eq!(again, expected, "{text}");
    }
}

#[test]
fn sizes_and_arguments() {
    let now = time([1994, 11, 0, 6, 8, 49, 37]);
    let (mut a, mut w) = ([0_u8; 40], [0 as WCHAR; 40]);
    let short = Err(ERROR_INSUFFICIENT_BUFFER);
    let invalid = Err(ERROR_INVALID_PARAMETER);
    let a = a.as_mut_ptr().cast();
    let mut found = now;
    // SAFETY: NULL where that is tried, else buffers as large as is said.
    unsafe {
        for size in [0, 1, 29] {
            assert_eq!(check(InternetTimeFromSystemTimeA(&now, 0, a, size)), short);
        }
        for size in [0, 30, 119] {
            assert_eq!(
                check(InternetTimeFromSystemTimeW(&now, 0, w.as_mut_ptr(), size)),
                short
            );
        }
        assert_eq!(
            check(InternetTimeFromSystemTimeA(null(), 0, a, 40)),
            invalid
        );
        assert_eq!(check(InternetTimeFromSystemTimeA(&now, 1, a, 40)), invalid);
        assert_eq!(
            check(InternetTimeFromSystemTimeA(&now, 0, null_mut(), 40)),
            invalid
        );
        let text = c"06 Nov 1994".as_ptr();
        assert_eq!(
            check(InternetTimeToSystemTimeA(null(), &mut found, 0)),
            invalid
        );
        assert_eq!(
            check(InternetTimeToSystemTimeA(text, null_mut(), 0)),
            invalid
        );
        assert_eq!(
            check(InternetTimeToSystemTimeA(text, &mut found, 1)),
            invalid
        );
        let odd = [0x31, 0xD800, 0];
        assert_eq!(
            check(InternetTimeToSystemTimeW(odd.as_ptr(), &mut found, 0)),
            invalid
        );
    }
}
