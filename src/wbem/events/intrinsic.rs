//! Which classes a query about coming, going and changing instances is about.

use std::sync::Arc;
use std::time::Duration;

use crate::wbem::provider::{Changes, Provider};
use crate::wbem::wql::{Condition, Query};
use crate::wbem::{Class, Error, Namespace, Result};

/// A class that must be looked at, and how often.
pub struct Watched {
    pub class: Arc<Class>,
    pub provider: Arc<dyn Provider>,
    pub interval: Duration,
}

/// More often nobody looks, whatever is asked for.
const SHORTEST: Duration = Duration::from_millis(10);
const SECOND: Duration = Duration::from_secs(1);

/// The classes that have to be looked at for a query.
///
/// Those whose providers tell by themselves need no looks.
pub fn watched(namespace: &Arc<Namespace>, query: &Query) -> Result<Vec<Watched>> {
    let names = query
        .condition
        .as_ref()
        .and_then(classes)
        .ok_or(Error::TOO_BROAD)?;
    let mut watched: Vec<Watched> = Vec::new();
    let mut is_told = false;
    for name in names {
        let class = namespace.class(&name).ok_or(Error::INVALID_CLASS)?;
        for (class, provider) in namespace.family(class) {
            let interval = match provider.changes() {
                Changes::EverySecond => SECOND,
                Changes::Silently => interval(query)?,
                Changes::Audibly => {
                    is_told = true;
                    namespace.begin_source(&class.name)?;
                    continue;
                }
            };
            if !watched.iter().any(|it| Arc::ptr_eq(&it.class, class)) {
                watched.push(Watched {
                    class: class.clone(),
                    provider: provider.clone(),
                    interval,
                });
            }
        }
    }
    // What nobody gives instances of never comes or goes.
    if watched.is_empty() && !is_told {
        return Err(Error::PROVIDER_NOT_CAPABLE);
    }
    Ok(watched)
}

fn interval(query: &Query) -> Result<Duration> {
    let seconds = query
        .within
        .filter(|it| *it > 0.0)
        .ok_or(Error::TOO_PRECISE)?;
    let interval = Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX);
    Ok(interval.max(SHORTEST))
}

/// The classes that the instance of an event must be of for a condition to hold; `None` when it may be
/// any.
fn classes(condition: &Condition) -> Option<Vec<String>> {
    match condition {
        Condition::Isa(path, class) => {
            let is_instance = |name: &str| path.len() == 1 && path[0].eq_ignore_ascii_case(name);
            (is_instance("TargetInstance") || is_instance("PreviousInstance"))
                .then(|| vec![class.clone()])
        }
        Condition::And(left, right) => classes(left).or_else(|| classes(right)),
        Condition::Or(left, right) => {
            let (mut left, right) = (classes(left)?, classes(right)?);
            left.extend(right);
            Some(left)
        }
        _ => None,
    }
}
