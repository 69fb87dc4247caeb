//! The rules C1 to C29 of the sink contract, by name, with a provider that does what a test says.

mod cancel;
mod delivery;
mod events;
mod races;
mod scene;
mod start;
