//! The parts of a URL reference (RFC 3986, appendix B), and references put to their base.

/// A reference in its parts, which together are all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Split<'a> {
    /// The scheme without its colon.
    pub scheme: Option<&'a [u8]>,
    /// What follows "//".
    pub authority: Option<&'a [u8]>,
    /// The path.
    pub path: &'a [u8],
    /// The query with its mark, or nothing.
    pub query: &'a [u8],
    /// The fragment with its mark, or nothing.
    pub fragment: &'a [u8],
}

impl<'a> Split<'a> {
    /// Takes a reference apart.
    pub fn of(url: &'a [u8]) -> Self {
        let (rest, fragment) = cut(url, b"#");
        let (rest, query) = cut(rest, b"?");
        let (scheme, rest) = match scheme_of(rest) {
            Some(scheme) => (Some(scheme), &rest[scheme.len() + 1..]),
            None => (None, rest),
        };
        let (authority, path) = match rest.strip_prefix(b"//") {
            Some(rest) => {
                let (authority, path) = cut(rest, b"/");
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Self {
            scheme,
            authority,
            path,
            query,
            fragment,
        }
    }

    /// Puts the parts together.
    pub fn join(&self) -> Vec<u8> {
        let mut url = Vec::new();
        if let Some(scheme) = self.scheme {
            url.extend_from_slice(scheme);
            url.push(b':');
        }
        if let Some(authority) = self.authority {
            url.extend_from_slice(b"//");
            url.extend_from_slice(authority);
        } else if self.path.starts_with(b"//") {
            // What is left of a path must not become a host (RFC 3986, section 3.3).
            url.extend_from_slice(b"/.");
        }
        for part in [self.path, self.query, self.fragment] {
            url.extend_from_slice(part);
        }
        url
    }
}

/// The scheme of a reference that has one.
pub fn scheme_of(url: &[u8]) -> Option<&[u8]> {
    let end = url.iter().position(|byte| b":/?#".contains(byte))?;
    let is_scheme = url[end] == b':' && url[0].is_ascii_alphabetic();
    is_scheme.then(|| &url[..end])
}

/// Puts a reference to its base (RFC 3986, section 5.2.2); dot segments stay.
pub fn resolve(base: &[u8], reference: &[u8]) -> Vec<u8> {
    let base = Split::of(base);
    let mut found = Split::of(reference);
    if found.scheme.is_some() {
        return found.join();
    }
    found.scheme = base.scheme;
    if found.authority.is_some() {
        return found.join();
    }
    found.authority = base.authority;
    if found.path.is_empty() {
        found.path = base.path;
        if found.query.is_empty() {
            found.query = base.query;
        }
        return found.join();
    }
    let merged = merge(&base, found.path);
    found.path = &merged;
    found.join()
}

/// A path beside the last segment of the base's.
fn merge(base: &Split<'_>, path: &[u8]) -> Vec<u8> {
    if path.starts_with(b"/") {
        return path.to_vec();
    }
    match base.path.iter().rposition(|&byte| byte == b'/') {
        Some(slash) => [&base.path[..=slash], path].concat(),
        None if base.authority.is_some() => [b"/", path].concat(),
        None => path.to_vec(),
    }
}

/// What comes before the first of these characters, and what comes from there on.
fn cut<'a>(text: &'a [u8], marks: &[u8]) -> (&'a [u8], &'a [u8]) {
    let at = text.iter().position(|byte| marks.contains(byte));
    text.split_at(at.unwrap_or(text.len()))
}

/// Takes "." and ".." out of a path (RFC 3986, section 5.2.4).
pub fn remove_dot_segments(path: &[u8]) -> Vec<u8> {
    let mut segments: Vec<&[u8]> = Vec::new();
    let path = path.strip_prefix(b"/").unwrap_or(path);
    let mut ends_in_directory = false;
    for segment in path.split(|&byte| byte == b'/') {
        ends_in_directory = matches!(segment, b"." | b"..");
        match segment {
            b"." => {}
            b".." => drop(segments.pop()),
            segment => segments.push(segment),
        }
    }
    let mut result = Vec::with_capacity(path.len() + 1);
    for segment in &segments {
        result.push(b'/');
        result.extend_from_slice(segment);
    }
    if ends_in_directory || result.is_empty() {
        result.push(b'/');
    }
    result
}
