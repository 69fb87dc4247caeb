//! What WinINet's API means: handles, sessions, requests and their operations, without a pointer of
//! C's. A callback is reached through [`Listener`], a caller's buffer through [`Destination`].

mod certificate;
mod cipher;
mod common;
mod connection;
pub mod cookies;
mod credentials;
mod data_file;
mod dialog;
mod error;
mod files;
mod follow;
mod handle;
mod headers;
mod lock;
pub mod machine;
mod operation;
pub mod option;
mod options;
pub mod proxy;
mod query_info;
mod query_names;
mod read;
mod registry;
mod request;
mod security;
mod seek;
mod send;
mod session;
mod status;
pub mod texts;
pub mod time;
mod traced;
pub mod url;
mod usual;
// WMI alone watches, which is on Linux and Windows.
#[cfg_attr(not(any(target_os = "linux", windows)), allow(dead_code))]
pub mod watch;
mod write;

pub use certificate::Certificate;
pub use common::Listener;
pub use credentials::login;
pub use dialog::judge;
pub use error::{extended_error, Error, Result};
pub use files::private as private_file;
pub use handle::{close, connection, find, open_request, open_session, open_url, request, session};
pub use handle::{connect, Handle, HandleId};
pub use lock::{lock, unlock};
pub use query_info::{query_info, Answer, Asked};
pub use read::Destination;
pub use request::RequestLine;
pub use security::seen_at;
pub use seek::Move;
pub use send::Body;
pub use session::Opening;
pub use status::{Notice, Status};
pub use write::Total;
