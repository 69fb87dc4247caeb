//! What WMI means: namespaces and their classes, objects, queries, calls and their sinks, events.

mod call;
mod cancel;
mod class;
mod clock;
mod datetime;
mod error;
mod events;
mod instructions;
mod mof;
mod names;
mod namespace;
mod object;
mod operation;
mod path;
mod plan;
mod provider;
mod providers;
mod queue;
mod services;
mod system;
mod threads;
mod value;
// The fuzzer gives queries to it.
#[doc(hidden)]
pub mod wql;

pub use call::{Call, Ending, Feed, Flow};
pub use cancel::cancel;
pub use class::{Class, Method, Property, Qualifier};
pub use datetime::written as date;
pub use error::{Error, Result};
pub use events::of_instance;
pub use mof::written as mof_of;
pub use names::{flavor, names};
pub use namespace::Namespace;
pub use object::{Genus, Home, Object};
pub use operation::{Operation, Rejected, Sink};
pub use provider::{Changes, Provider, Scan, Source};
#[cfg(windows)]
pub use provider::{Column, List};
#[cfg(windows)]
pub use providers::cimv2;
pub use queue::{Queue, Taken};
pub use services::{Depth, Services};
#[cfg(windows)]
pub use system::{accompany_threads, host_name};
pub use value::{Cim, Type, Value};
