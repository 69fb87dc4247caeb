//! The options of proxies.

use super::values::{Of, INVALID_VALUE};
use super::{change, Value};
use crate::net;
use crate::wininet::error::{Error, Result};
use crate::wininet::options;
use crate::wininet::proxy;

/// What INTERNET_OPTION_MAX_CONNS_PER_PROXY may be.
const PROXY_LIMITS: std::ops::RangeInclusive<u32> = 2..=128;

/// A session without proxies of its own has those of the process.
pub fn proxies(of: Of<'_>) -> Result<Value> {
    let own = of.and_then(|handle| handle.common().options().proxy.clone());
    Ok(Value::Proxy(own.or_else(|| Some(proxy::process()))))
}

pub fn set_proxies(of: Of<'_>, value: Value) -> Result<()> {
    let Value::Proxy(settings) = value else {
        return Err(Error::INTERNAL);
    };
    match of {
        Some(_) => change(of, |options| options.proxy = settings),
        None => proxy::set_process(settings),
    }
    Ok(())
}

/// A list of options that is set on a session is for the whole process too, as it is documented.
pub fn set_proxies_of_all(of: Of<'_>, value: Value) -> Result<()> {
    if of.is_some() {
        set_proxies(of, value.clone())?;
    }
    set_proxies(None, value)
}

pub fn refresh(_: Of<'_>, _: Value) -> Result<()> {
    proxy::refresh();
    Ok(())
}

pub fn connections_per_proxy(_: Of<'_>) -> Result<Value> {
    Ok(Value::Number(options::defaults().max_conns_per_proxy))
}

pub fn set_connections_per_proxy(of: Of<'_>, value: Value) -> Result<()> {
    match value {
        Value::Number(limit) if PROXY_LIMITS.contains(&limit) => {
            change(of, |options| options.max_conns_per_proxy = limit);
            net::set_connections_per_proxy(limit as usize);
            Ok(())
        }
        _ => Err(INVALID_VALUE),
    }
}
