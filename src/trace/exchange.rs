//! A request on its way, as far as the trace has seen it.

use std::net::IpAddr;
use std::time::{Instant, SystemTime};

use super::mask;
use super::timings::Marks;
use super::{Information, Status};
use crate::abi::{INTERNET_STATUS_CONNECTED_TO_SERVER, INTERNET_STATUS_CONNECTING_TO_SERVER};

/// What is asked.
#[derive(Debug)]
pub struct Question {
    /// The method.
    pub method: String,
    /// The URL.
    pub url: String,
    /// As it stands in the request line.
    pub version: &'static str,
    /// Whether it goes over TLS.
    pub is_secure: bool,
    /// The head as it goes out.
    pub head: Vec<u8>,
    /// The length of the body; `None`: the program is to write it.
    pub body: Option<u64>,
}

/// The head of what is answered.
#[derive(Debug)]
pub struct Answer {
    /// The version of HTTP.
    pub version: (u8, u8),
    /// The status code.
    pub status: u16,
    /// The reason phrase.
    pub reason: String,
    /// The fields.
    pub fields: Vec<(String, String)>,
}

/// Question and answer. Secrets are masked from the start.
#[derive(Debug)]
pub(super) struct Exchange {
    pub handle: usize,
    pub started: SystemTime,
    pub marks: Marks,
    pub question: Question,
    /// The fields of the question.
    pub fields: Vec<(String, String)>,
    pub address: Option<IpAddr>,
    pub port: Option<u16>,
    pub answer: Option<Answer>,
    /// So many bytes of the body has the program.
    pub taken: u64,
    pub error: Option<u32>,
}

impl Exchange {
    pub fn new(handle: usize, now: Instant, mut question: Question) -> Self {
        question.url = mask::text(&question.url);
        let fields = fields(&question.head);
        Self {
            handle,
            started: SystemTime::now(),
            marks: Marks::new(now, question.is_secure),
            fields: fields
                .map(|(name, value)| mask::field(name, value))
                .collect(),
            question,
            address: None,
            port: None,
            answer: None,
            taken: 0,
            error: None,
        }
    }

    pub fn happened(&mut self, status: &Status<'_>, now: Instant) {
        self.marks.note(status.number, now);
        if let (
            INTERNET_STATUS_CONNECTING_TO_SERVER | INTERNET_STATUS_CONNECTED_TO_SERVER,
            Information::Address(address),
        ) = (status.number, status.information)
        {
            self.address = Some(address);
        }
    }

    pub fn answered(&mut self, mut answer: Answer, now: Instant) {
        let fields = answer.fields.into_iter();
        answer.fields = fields
            .map(|(name, value)| mask::field(name, value))
            .collect();
        self.marks.head = Some(now);
        self.answer = Some(answer);
    }
}

impl Answer {
    /// The first field of that name; empty if there is none.
    pub fn get(&self, name: &str) -> &str {
        let mut fields = self.fields.iter();
        let found = fields.find(|(it, _)| it.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }
}

/// The fields of a head as it goes out, which has a request line first.
fn fields(head: &[u8]) -> impl Iterator<Item = (String, String)> + '_ {
    let lines = head.split(|byte| *byte == b'\n').skip(1);
    // A folded line may be a part of a secret.
    let lines = lines.filter(|line| !line.first().is_some_and(u8::is_ascii_whitespace));
    lines.filter_map(|line| {
        let line = String::from_utf8_lossy(line);
        let (name, value) = line.split_once(':')?;
        Some((name.to_owned(), value.trim().to_owned()))
    })
}
