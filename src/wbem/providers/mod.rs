//! The namespaces that there are, and who gives their instances.

mod time;

use std::sync::Arc;

use super::provider::{Provider, Scan};
use super::{Feed, Namespace, Object, Result, Value};

/// What is there from the beginning.
pub fn namespaces() -> Vec<Namespace> {
    vec![
        Namespace::new("root", "", Vec::new()),
        Namespace::new(r"root\cimv2", CIMV2, cimv2()),
        Namespace::new(r"root\default", "", Vec::new()),
    ]
}

const CIMV2: &str = concat!(include_str!("../schema/cimv2.mof"));

fn cimv2() -> Vec<(&'static str, Arc<dyn Provider>)> {
    vec![
        ("Win32_LocalTime", Arc::new(time::LOCAL)),
        ("Win32_UTCTime", Arc::new(time::UTC)),
    ]
}

/// The machine's name.
pub fn host_name() -> String {
    let system = rustix::system::uname();
    system.nodename().to_string_lossy().into_owned()
}

/// The namespaces within one.
pub struct Children(pub String);

impl Provider for Children {
    fn instances(&self, scan: &Scan<'_>, feed: &mut dyn Feed) -> Result<()> {
        for name in Namespace::names() {
            let inner = name
                .strip_prefix(&self.0)
                .and_then(|it| it.strip_prefix('\\'));
            let Some(inner) = inner.filter(|it| !it.contains('\\')) else {
                continue;
            };
            let values: Vec<Value> = vec![inner.into()];
            if feed
                .give(Object::with_values(
                    scan.class.clone(),
                    values,
                    Some(scan.home.clone()),
                ))
                .is_break()
            {
                break;
            }
        }
        Ok(())
    }
}
