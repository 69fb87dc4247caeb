//! What the integration tests share: a server that plays scripts, a recorder
//! of status notifications, and thin wrappers of the exported functions.
//!
//! Each test file says `mod support;` and uses a part of it, so what one of
//! them leaves alone is no dead code.
#![allow(dead_code, unused_imports, missing_docs, unsafe_code)]

pub mod api;
pub mod certs;
pub mod coding;
pub mod connection;
pub mod cookies;
pub mod daemons;
pub mod every;
pub mod excuses;
pub mod info;
pub mod kept;
pub mod latch;
pub mod login;
pub mod not_yet;
pub mod pieces;
pub mod place;
pub mod ports;
pub mod proxy;
pub mod random;
pub mod reading;
pub mod real;
pub mod recorder;
pub mod reply;
pub mod round_trips;
pub mod rsa;
pub mod script;
pub mod seeking;
pub mod server;
pub mod story;
pub mod stream;
pub mod threads;
pub mod urls;

pub use api::*;
pub use info::Info;
pub use kept::kept;
pub use latch::{Latch, PATIENCE};
pub use place::Place;
pub use reading::*;
pub use real::Real;
pub use recorder::{Event, Recorder};
pub use script::Script;
pub use server::Server;
pub use story::{Story, BOTH, FIRST, REUSED};
