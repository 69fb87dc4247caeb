//! What the fuzzer runs: see README.md.

// The targets reach them as the tests do.
use wininet::{http, wql};

#[allow(dead_code, unused_imports, missing_docs)]
#[path = "../../tests/support"]
pub mod support {
    pub mod api;
    pub mod connection;
    pub mod every;
    pub mod info;
    pub mod kept;
    pub mod latch;
    pub mod recorder;
    pub mod reply;
    pub mod round_trips;
    pub mod script;
    pub mod server;
    pub mod stream;
    pub mod urls;

    pub use api::*;
    pub use server::Server;
}

pub mod targets;
