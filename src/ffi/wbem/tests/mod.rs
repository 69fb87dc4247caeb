//! The rules C1 to C34 of the sink contract, by name, with a provider that does what a test says.

mod cancel;
mod delivery;
mod events;
mod next_async;
mod races;
mod requests;
mod rules;
mod scene;
mod speed;
mod start;
mod storm;
mod subscriptions;
mod things;
mod timers;
