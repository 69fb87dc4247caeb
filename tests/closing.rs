//! InternetCloseHandle while something is pending, in every phase and from
//! every callback: cancelled promptly, told once, HANDLE_CLOSING last.

#![allow(unsafe_code)]

#[path = "closing/buffers.rs"]
mod buffers;
#[path = "closing/callbacks.rs"]
mod callbacks;
#[path = "closing/exit.rs"]
mod exit;
#[path = "closing/idle.rs"]
mod idle;
#[path = "closing/parents.rs"]
mod parents;
#[path = "closing/pending.rs"]
mod pending;
#[path = "closing/pieces.rs"]
mod pieces;
#[path = "closing/resolver.rs"]
mod resolver;
#[path = "closing/scene.rs"]
mod scene;
mod support;
