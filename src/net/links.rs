//! The links of this machine that lead to others.

/// What a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A network card, with a cable or without.
    Network,
    /// A modem: a point-to-point or mobile link. Only Linux is asked for these.
    #[cfg_attr(not(any(target_os = "linux", target_os = "android")), allow(dead_code))]
    Modem,
}

/// A link that is up and has a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
}

/// The link that leads furthest; `None` if this machine is by itself.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub fn uplink() -> Option<Link> {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let routes = proc::routes(&read("/proc/net/route"), &read("/proc/net/ipv6_route"));
    let links = routes.into_iter().filter_map(|(name, is_default)| {
        let of = |file: &str| read(&format!("/sys/class/net/{name}/{file}"));
        let kind = proc::kind(&of("flags"), &of("carrier"), &of("type"))?;
        Some((Link { name, kind }, is_default))
    });
    proc::best(links)
}

/// Elsewhere nobody is asked: an address that a socket would be sent from tells that there is a route.
/// Nothing is sent.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub fn uplink() -> Option<Link> {
    let leads_out = |from: &str, to: &str| {
        let socket = std::net::UdpSocket::bind((from, 0)).ok()?;
        socket.connect((to, 9)).ok()?;
        Some(())
    };
    let is_up = leads_out("0.0.0.0", "192.0.2.1").or_else(|| leads_out("::", "2001:db8::1"));
    is_up.map(|()| Link {
        name: "network".into(),
        kind: Kind::Network,
    })
}

/// What the files below /proc and /sys say.
#[cfg(any(target_os = "linux", target_os = "android"))]
mod proc {
    use super::{Kind, Link};

    const RTF_UP: u32 = 0x0001;
    const RTF_REJECT: u32 = 0x0200;
    const RTF_ANYCAST: u32 = 0x0010_0000;
    const RTF_LOCAL: u32 = 0x8000_0000;
    const IFF_UP: u32 = 0x1;
    const IFF_LOOPBACK: u32 = 0x8;
    const ARPHRD_SLIP: u32 = 256;
    const ARPHRD_PPP: u32 = 512;
    const ARPHRD_RAWIP: u32 = 519;

    /// The interface of each route to others, and whether it is the default route.
    pub fn routes(v4: &str, v6: &str) -> Vec<(String, bool)> {
        let v4 = v4.lines().skip(1).filter_map(route_v4);
        v4.chain(v6.lines().filter_map(route_v6)).collect()
    }

    /// Interface, destination, gateway, flags, references, uses, metric, mask.
    fn route_v4(line: &str) -> Option<(String, bool)> {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [name, destination, _, flags, _, _, _, mask, ..] = fields[..] else {
            return None;
        };
        let is_default = destination == "00000000" && mask == "00000000";
        leads_out(number(flags)?).then(|| (name.to_owned(), is_default))
    }

    /// Destination, its prefix, source, its prefix, gateway, metric, references, uses, flags,
    /// interface.
    fn route_v6(line: &str) -> Option<(String, bool)> {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [destination, prefix, .., flags, name] = fields[..] else {
            return None;
        };
        // Every link has these two networks, whether it leads anywhere or not.
        let is_link_local = destination.starts_with("fe8") || destination.starts_with("ff");
        let leads_out = !is_link_local && leads_out(number(flags)?);
        leads_out.then(|| (name.to_owned(), prefix == "00"))
    }

    fn leads_out(flags: u32) -> bool {
        flags & (RTF_UP | RTF_REJECT | RTF_ANYCAST | RTF_LOCAL) == RTF_UP
    }

    /// What an interface is by its files; `None` if it is down or loops back.
    pub fn kind(flags: &str, carrier: &str, hardware: &str) -> Option<Kind> {
        let flags = number(flags.trim().strip_prefix("0x")?)?;
        if flags & (IFF_UP | IFF_LOOPBACK) != IFF_UP || carrier.trim() == "0" {
            return None;
        }
        match hardware.trim().parse() {
            Ok(ARPHRD_SLIP | ARPHRD_PPP | ARPHRD_RAWIP) => Some(Kind::Modem),
            _ => Some(Kind::Network),
        }
    }

    /// The first in the tables with a default route, or the first of all.
    pub fn best(links: impl Iterator<Item = (Link, bool)>) -> Option<Link> {
        let mut links: Vec<(Link, bool)> = links.collect();
        // A stable sort: the order of the tables stays.
        links.sort_by_key(|(_, is_default)| !is_default);
        links.into_iter().next().map(|(link, _)| link)
    }

    fn number(text: &str) -> Option<u32> {
        u32::from_str_radix(text, 16).ok()
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        const HEAD: &str =
            "Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT\n";

        fn named(routes: &[(&str, bool)]) -> Vec<(String, bool)> {
            let named = routes.iter().map(|(name, is)| ((*name).to_owned(), *is));
            named.collect()
        }

        #[test]
        fn routes_of_ipv4() {
            let table = format!(
                "{HEAD}eth0 00000000 010200C0 0003 0 0 0 00000000 0 0 0\n\
                 eth0 000200C0 00000000 0001 0 0 0 00FFFFFF 0 0 0\n\
                 tun0 0000000A 00000000 0200 0 0 0 000000FF 0 0 0\n\
                 down 0000000A 00000000 0000 0 0 0 000000FF 0 0 0\n\
                 short 00\n"
            );
            let expected = named(&[("eth0", true), ("eth0", false)]);
            assert_eq!(routes(&table, ""), expected);
            assert_eq!(routes("", ""), []);
        }

        #[test]
        fn routes_of_ipv6() {
            let none = "00000000000000000000000000000000 00 00000000000000000000000000000000";
            let row = |destination: &str, prefix: &str, flags: &str, name: &str| {
                format!("{destination:0<32} {prefix} {none} 00000100 00000001 00000000 {flags} {name}\n")
            };
            let table = [
                row("fd", "40", "00000001", "eth0"),
                row("fe80", "40", "00000001", "eth1"),
                row("ff", "08", "00000001", "eth1"),
                row("", "00", "00000003", "ppp0"),
                row("fd01", "80", "80200001", "eth2"),
                row("", "00", "00200200", "lo"),
            ];
            let expected = named(&[("eth0", false), ("ppp0", true)]);
            assert_eq!(routes("", &table.concat()), expected);
        }

        #[test]
        fn links_that_are_up() {
            assert_eq!(kind("0x1003\n", "1\n", "1\n"), Some(Kind::Network));
            assert_eq!(kind("0x10d1\n", "1\n", "512\n"), Some(Kind::Modem));
            assert_eq!(kind("0x91\n", "1\n", "519\n"), Some(Kind::Modem));
            // Not every driver knows of a carrier.
            assert_eq!(kind("0x1003\n", "", "65534\n"), Some(Kind::Network));
            assert_eq!(kind("0x1002\n", "", "1\n"), None);
            assert_eq!(kind("0x1003\n", "0\n", "1\n"), None);
            assert_eq!(kind("0x9\n", "1\n", "772\n"), None);
            assert_eq!(kind("", "", ""), None);
        }

        #[test]
        fn the_default_route_wins() {
            let link = |name: &str| Link {
                name: name.to_owned(),
                kind: Kind::Network,
            };
            let links = [(link("a"), false), (link("b"), true), (link("c"), true)];
            assert_eq!(best(links.clone().into_iter()), Some(link("b")));
            assert_eq!(best(links.into_iter().take(1)), Some(link("a")));
            assert_eq!(best(std::iter::empty()), None);
        }
    }
}
