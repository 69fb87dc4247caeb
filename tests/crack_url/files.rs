//! URLs of files: drive letters, servers that share them, and names on Linux.

use super::*;

/// The path of a file begins at its drive letter; backslashes part like slashes.
#[test]
fn files() {
    let file = INTERNET_SCHEME_FILE;
    for (url, host, path, extra) in [
        ("file:///C:/dir/a%20b.txt", "", "C:/dir/a%20b.txt", ""),
        ("file:///C|/dir", "", "C|/dir", ""),
        ("file://C:/dir?q#f", "", "C:/dir", "?q#f"),
        (r"file://C:\dir", "", r"C:\dir", ""),
        ("file:C:/dir", "", "C:/dir", ""),
        ("file:/C:/dir", "", "C:/dir", ""),
        ("file://localhost/C:/dir", "localhost", "C:/dir", ""),
        ("file://server/share/x", "server", "/share/x", ""),
        (r"file://server\share\x", "server", r"\share\x", ""),
        ("file:////server/share", "", "//server/share", ""),
        ("file:///home/me#f", "", "/home/me", "#f"),
        ("file:/home/me", "", "/home/me", ""),
        ("file://", "", "", ""),
    ] {
        cracks(url, file, 0, ["file", host, "", "", path, extra]);
    }
}

/// Copies of Windows paths have backslashes; others keep their slashes. Nothing is
/// decoded that was not asked for.
#[test]
fn copies_of_files() {
    for (url, flags, path, extra) in [
        ("file:///C:/a%20b/c?x/y", 0, r"C:\a%20b\c", "?x/y"),
        (
            "file:///C:/a%20b/c%2Fd?x%20y",
            ICU_DECODE,
            r"C:\a b\c/d",
            "?x y",
        ),
        ("file://server/share/x", 0, r"\share\x", ""),
        ("file:////server/share", 0, r"\\server\share", ""),
        ("file:///home/me", 0, "/home/me", ""),
        ("file://localhost/home", 0, "/home", ""),
    ] {
        let (result, buffers, lengths) = copied_a(url, [64; 6], flags);
        assert_eq!(result, Ok(()));
        assert_eq!(&buffers[4][..lengths[4] as usize], path.as_bytes(), "{url}");
        assert_eq!(
            &buffers[5][..lengths[5] as usize],
            extra.as_bytes(),
            "{url}"
        );
    }
    // Nobody asked for the extra part, so it follows as it is.
    let (_, buffers, lengths) = copied_a("file:///C:/a?x/y", [0, 0, 0, 0, 64, 0], 0);
    assert_eq!(&buffers[4][..lengths[4] as usize], br"C:\a?x/y");
}
