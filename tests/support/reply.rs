//! Answers as bytes, and a request taken apart, for scripts and handlers.

/// `HTTP/1.1 {status}`, the given headers, `Content-Length` and the body.
pub fn reply(status: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut bytes = head(status, headers);
    bytes.truncate(bytes.len() - 2);
    bytes.extend(format!("Content-Length: {}\r\n\r\n", body.len()).bytes());
    bytes.extend(body);
    bytes
}

/// `200 OK` with the body and nothing else.
pub fn ok(body: impl AsRef<[u8]>) -> Vec<u8> {
    reply("200 OK", &[], body)
}

/// A head alone, for bodies that are chunked, close-delimited or absent.
pub fn head(status: &str, headers: &[(&str, &str)]) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {status}\r\n");
    for (name, value) in headers {
        text += &format!("{name}: {value}\r\n");
    }
    text += "\r\n";
    text.into_bytes()
}

/// One chunk of a chunked body.
pub fn chunk(data: impl AsRef<[u8]>) -> Vec<u8> {
    let data = data.as_ref();
    let mut bytes = format!("{:x}\r\n", data.len()).into_bytes();
    bytes.extend(data);
    bytes.extend(b"\r\n");
    bytes
}

/// The end of a chunked body.
pub const LAST_CHUNK: &[u8] = b"0\r\n\r\n";

/// A whole chunked answer, each piece its own chunk.
pub fn chunked(pieces: &[&str]) -> Vec<u8> {
    let mut bytes = head("200 OK", &[("Transfer-Encoding", "chunked")]);
    for piece in pieces {
        bytes.extend(chunk(piece));
    }
    bytes.extend(LAST_CHUNK);
    bytes
}

/// A request as the server saw it: the head to the empty line, and the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Which connection it came on, counted from 0.
    pub connection: usize,
    pub head: Vec<u8>,
    pub body: Vec<u8>,
}

impl Request {
    /// The bytes as they came.
    pub fn raw(&self) -> Vec<u8> {
        [&self.head[..], &self.body[..]].concat()
    }

    pub fn head_text(&self) -> String {
        String::from_utf8_lossy(&self.head).into_owned()
    }

    /// The request line, without its line break.
    pub fn line(&self) -> String {
        let text = self.head_text();
        text.lines().next().unwrap_or_default().to_owned()
    }

    pub fn method(&self) -> String {
        self.word(0)
    }

    /// The request target.
    pub fn target(&self) -> String {
        self.word(1)
    }

    fn word(&self, at: usize) -> String {
        let line = self.line();
        line.split(' ').nth(at).unwrap_or_default().to_owned()
    }

    /// The value of the first header of that name, whatever its case.
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers()
            .into_iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// All headers in order, names as they were written.
    pub fn headers(&self) -> Vec<(String, String)> {
        let text = self.head_text();
        let lines = text.lines().skip(1).take_while(|line| !line.is_empty());
        lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect()
    }
}
