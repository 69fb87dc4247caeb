//! The environment's proxies: http_proxy, https_proxy, all_proxy and no_proxy.

use super::list::List;
use super::Settings;
use crate::abi::{PROXY_TYPE_DIRECT, PROXY_TYPE_PROXY};

#[cfg(test)]
mod tests;

/// What the environment says now.
pub fn read() -> Settings {
    settings(|name| std::env::var(name).ok())
}

/// `variable` gives what a variable says. One that makes no sense is passed over: the one who set it
/// is not the one who would get an error.
fn settings(variable: impl Fn(&str) -> Option<String>) -> Settings {
    let value = |name: &str| {
        // Where a web server has started us, the client names HTTP_PROXY: it is a header "Proxy".
        let is_a_header = name == "http_proxy" && variable("REQUEST_METHOD").is_some();
        let upper = (!is_a_header).then(|| name.to_uppercase());
        let names = [Some(name.to_owned()), upper];
        let mut values = names.iter().flatten().filter_map(|name| variable(name));
        values.find(|value| !value.is_empty())
    };
    let entries = [
        ("http_proxy", "http="),
        ("https_proxy", "https="),
        ("all_proxy", ""),
    ];
    let entries = entries.into_iter().filter_map(|(name, prefix)| {
        let entry = format!("{prefix}{}", value(name)?);
        let is_one = !entry.contains([' ', ';', '\t']) && List::parse(entry.as_bytes()).is_ok();
        is_one.then_some(entry)
    });
    let proxies = entries.collect::<Vec<_>>().join(";");
    let bypass = value("no_proxy").map_or(String::new(), |it| bypass(&it));
    let mut settings = Settings {
        is_from_environment: true,
        ..Settings::default()
    };
    if !proxies.is_empty() && settings.set_proxies(proxies.as_bytes()).is_ok() {
        settings.flags = PROXY_TYPE_DIRECT | PROXY_TYPE_PROXY;
        settings.set_bypass(bypass.as_bytes());
    }
    settings
}

/// no_proxy as a bypass list: a domain stands for all that is below it.
fn bypass(no_proxy: &str) -> String {
    let items = no_proxy
        .split([',', ' ', ';', '\t'])
        .filter(|it| !it.is_empty());
    let rules = items.flat_map(|item| {
        let name = item.strip_prefix('.').unwrap_or(item);
        let is_domain = name.starts_with(|char: char| char.is_alphanumeric())
            && !name.contains(['/', '*'])
            && name.parse::<std::net::IpAddr>().is_err();
        let below = is_domain.then(|| format!("*.{name}"));
        [Some(name.to_owned()), below].into_iter().flatten()
    });
    rules.collect::<Vec<_>>().join(";")
}
