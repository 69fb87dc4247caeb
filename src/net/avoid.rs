//! Proxies that lately took no connection: where there are several, they come last.

use std::time::{Duration, Instant};

use parking_lot::Mutex;

/// As long as browsers do without a proxy that failed.
const AVOID: Duration = Duration::from_secs(5 * 60);

struct Avoided {
    host: String,
    port: u16,
    until: Instant,
}

static AVOIDED: Mutex<Vec<Avoided>> = Mutex::new(Vec::new());

/// Has this proxy come last for a while.
pub fn avoid(host: &str, port: u16) {
    let now = Instant::now();
    let mut avoided = AVOIDED.lock();
    avoided.retain(|it| it.until > now && (it.port != port || it.host != host));
    avoided.push(Avoided {
        host: host.to_owned(),
        port,
        until: now + AVOID,
    });
}

/// Whether this proxy is to come last.
pub fn is_avoided(host: &str, port: u16) -> bool {
    let now = Instant::now();
    let avoided = AVOIDED.lock();
    let mut same = avoided
        .iter()
        .filter(|it| it.port == port && it.host == host);
    same.any(|it| it.until > now)
}
