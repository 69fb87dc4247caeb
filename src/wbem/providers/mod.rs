//! The namespaces that there are, and who gives their instances.

#[cfg(target_os = "linux")]
mod linux;
mod time;
#[cfg(windows)]
mod windows;

use super::provider::{Provider, Scan};
use super::{Feed, Namespace, Object, Result, Value};

/// What is there from the beginning.
pub fn namespaces() -> Vec<Namespace> {
    vec![
        Namespace::new("root", "", Vec::new()),
        #[cfg(target_os = "linux")]
        linux::cimv2(),
        Namespace::new(r"root\default", "", Vec::new()),
    ]
}

#[cfg(windows)]
pub use windows::cimv2;

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
