//! What WinINet's API means: handles, sessions, requests and their operations, without a pointer of
//! C's. A callback is reached through [`Listener`], a caller's buffer through [`Destination`].

mod common;
mod connection;
mod error;
mod follow;
mod handle;
mod headers;
pub mod machine;
mod operation;
pub mod option;
mod options;
mod query_info;
mod query_names;
mod read;
mod registry;
mod request;
mod send;
mod session;
mod status;
pub mod texts;
pub mod time;
pub mod url;
mod write;

pub use common::Listener;
pub use error::{Error, Result};
pub use handle::{close, connection, find, open_request, open_session, open_url, request, session};
pub use handle::{connect, Handle, HandleId};
pub use query_info::{query_info, Answer, Asked};
pub use read::Destination;
pub use request::RequestLine;
pub use send::Body;
pub use status::{Notice, Status};
pub use write::Total;
