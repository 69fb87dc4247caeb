//! Win32_NetworkAdapter and Win32_NetworkAdapterConfiguration, of /sys/class/net and the addresses of
//! interfaces.

use std::collections::HashMap;
use std::fs;
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;

use nix::ifaddrs::getifaddrs;
use nix::sys::socket::SockaddrStorage;

use super::read;
use crate::wbem::provider::{Column, List};
use crate::wbem::{Error, Flow, Result, Value};

pub const ADAPTERS: List<Adapter> = List::plain(ADAPTER_COLUMNS, rows);
pub const CONFIGURATIONS: List<Adapter> = List::plain(CONFIGURATION_COLUMNS, rows);

const ADDRESSES: u32 = 1;

pub struct Adapter {
    name: String,
    index: u32,
    /// Addresses with their masks.
    addresses: Vec<(IpAddr, IpAddr)>,
}

fn rows(need: u32, give: &mut dyn FnMut(Adapter) -> Flow) -> Result<()> {
    let entries = fs::read_dir("/sys/class/net").map_err(|_| Error::FAILED)?;
    let mut addresses: HashMap<String, Vec<(IpAddr, IpAddr)>> = HashMap::new();
    if need & ADDRESSES != 0 {
        for it in getifaddrs().map_err(|_| Error::FAILED)? {
            if let (Some(ip), Some(mask)) = (address(it.address), address(it.netmask)) {
                addresses
                    .entry(it.interface_name)
                    .or_default()
                    .push((ip, mask));
            }
        }
    }
    let named = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        Some((read::number(entry.path().join("ifindex"))?, name))
    });
    let mut named: Vec<(u32, String)> = named.collect();
    named.sort_unstable();
    for (index, name) in named {
        let addresses = addresses.remove(&name).unwrap_or_default();
        if give(Adapter {
            name,
            index,
            addresses,
        })
        .is_break()
        {
            break;
        }
    }
    Ok(())
}

fn address(found: Option<SockaddrStorage>) -> Option<IpAddr> {
    let found = found?;
    let v4 = found.as_sockaddr_in().map(|it| it.ip().into());
    v4.or_else(|| found.as_sockaddr_in6().map(|it| it.ip().into()))
}

impl Adapter {
    fn file(&self, name: &str) -> Option<String> {
        read::line(Path::new("/sys/class/net").join(&self.name).join(name))
    }

    /// In capital letters; none for what has none, such as the loopback.
    fn mac(&self) -> Option<String> {
        let address = self.file("address")?.to_uppercase();
        let is_there = address.chars().any(|it| !matches!(it, '0' | ':'));
        is_there.then_some(address)
    }

    fn is_physical(&self) -> bool {
        Path::new("/sys/class/net")
            .join(&self.name)
            .join("device")
            .exists()
    }

    fn is_up(&self) -> bool {
        self.flags().is_some_and(|it| it & 1 != 0)
    }

    fn flags(&self) -> Option<u32> {
        u32::from_str_radix(self.file("flags")?.strip_prefix("0x")?, 16).ok()
    }

    /// Connected, disconnected, or with the medium away: NetConnectionStatus.
    fn status(&self) -> Option<u16> {
        match self.file("operstate")?.as_str() {
            "up" => Some(2),
            "down" if self.is_up() => Some(7),
            "down" => Some(0),
            _ => None,
        }
    }

    /// Bits in a second; some say -1 for "I do not know".
    fn speed(&self) -> Option<u64> {
        let megabits: u64 = self.file("speed")?.parse().ok()?;
        Some(megabits * 1_000_000)
    }

    /// Ethernet and wireless, by the kernel's number of the kind of hardware.
    fn kind(&self) -> Option<&'static str> {
        let directory = Path::new("/sys/class/net").join(&self.name);
        let is_wireless =
            directory.join("wireless").exists() || directory.join("phy80211").exists();
        match self.file("type")?.as_str() {
            "1" if is_wireless => Some("Wireless"),
            "1" => Some("Ethernet 802.3"),
            _ => None,
        }
    }

    fn driver(&self) -> Option<String> {
        let link = fs::read_link(
            Path::new("/sys/class/net")
                .join(&self.name)
                .join("device/driver"),
        )
        .ok()?;
        Some(link.file_name()?.to_string_lossy().into_owned())
    }

    fn ips(&self) -> Value {
        listed(
            self.addresses
                .iter()
                .map(|(ip, _)| ip.to_string())
                .collect(),
        )
    }

    /// A mask for IPv4, the length of the prefix for IPv6, as Windows has it.
    fn subnets(&self) -> Value {
        let subnets = self.addresses.iter().map(|(_, mask)| match mask {
            IpAddr::V4(mask) => mask.to_string(),
            IpAddr::V6(mask) => u128::from(*mask).count_ones().to_string(),
        });
        listed(subnets.collect())
    }

    /// The gateways of default routes through it, and what they cost.
    fn gateways(&self) -> Vec<(IpAddr, u16)> {
        let text = read::text("/proc/net/route").unwrap_or_default();
        let routes = text.lines().skip(1).filter_map(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let [name, "00000000", gateway, _, _, _, metric, ..] = fields[..] else {
                return None;
            };
            let gateway = u32::from_str_radix(gateway, 16)
                .ok()
                .filter(|it| *it != 0)?;
            let gateway = Ipv4Addr::from(gateway.to_ne_bytes());
            (name == self.name).then_some((gateway.into(), metric.parse().ok()?))
        });
        routes.collect()
    }
}

/// An array, or NULL for none.
fn listed(texts: Vec<String>) -> Value {
    Some(texts).filter(|it| !it.is_empty()).into()
}

/// What lines of /etc/resolv.conf that begin with a word say.
fn resolver(word: &str) -> Vec<String> {
    let text = read::text("/etc/resolv.conf").unwrap_or_default();
    let lines = text
        .lines()
        .filter_map(|line| line.strip_prefix(word)?.strip_prefix([' ', '\t']));
    lines
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

fn metric(it: &Adapter) -> Value {
    let costs: Vec<u16> = it.gateways().into_iter().map(|(_, cost)| cost).collect();
    Some(costs).filter(|it| !it.is_empty()).into()
}

fn gateways(it: &Adapter) -> Value {
    listed(
        it.gateways()
            .into_iter()
            .map(|(gateway, _)| gateway.to_string())
            .collect(),
    )
}

const ADAPTER_COLUMNS: &[Column<Adapter>] = &[
    Column::of("AdapterType", |it| it.kind().map(str::to_owned).into()),
    Column::of("Caption", |it| it.name.clone().into()),
    Column::of("CreationClassName", |_| "Win32_NetworkAdapter".into()),
    Column::of("Description", |it| it.name.clone().into()),
    Column::of("DeviceID", |it| it.index.to_string().into()),
    Column::of("Index", |it| it.index.into()),
    Column::of("Installed", |_| true.into()),
    Column::of("InterfaceIndex", |it| it.index.into()),
    Column::of("MACAddress", |it| it.mac().into()),
    Column::of("Name", |it| it.name.clone().into()),
    Column::of("NetConnectionID", |it| it.name.clone().into()),
    Column::of("NetConnectionStatus", |it| it.status().into()),
    Column::of("NetEnabled", |it| it.is_up().into()),
    Column::of("PhysicalAdapter", |it| it.is_physical().into()),
    Column::of("ProductName", |it| it.name.clone().into()),
    Column::of("ServiceName", |it| it.driver().into()),
    Column::of("Speed", |it| it.speed().into()),
    Column::of("SystemCreationClassName", |_| "Win32_ComputerSystem".into()),
    Column::of("SystemName", |_| super::host_name().into()),
];

const CONFIGURATION_COLUMNS: &[Column<Adapter>] = &[
    Column::of("Caption", |it| it.name.clone().into()),
    Column::of("DefaultIPGateway", gateways),
    Column::of("DefaultTTL", |_| {
        read::number::<u8>("/proc/sys/net/ipv4/ip_default_ttl").into()
    }),
    Column::of("Description", |it| it.name.clone().into()),
    Column::of("DNSDomainSuffixSearchOrder", |_| listed(resolver("search"))),
    Column::of("DNSHostName", |_| {
        super::host_name()
            .split('.')
            .next()
            .map(str::to_owned)
            .into()
    }),
    Column::of("DNSServerSearchOrder", |_| listed(resolver("nameserver"))),
    Column::of("GatewayCostMetric", metric),
    Column::of("Index", |it| it.index.into()),
    Column::of("InterfaceIndex", |it| it.index.into()),
    Column::read("IPAddress", ADDRESSES, Adapter::ips),
    Column::read("IPEnabled", ADDRESSES, |it| {
        (it.is_up() && !it.addresses.is_empty()).into()
    }),
    Column::read("IPSubnet", ADDRESSES, Adapter::subnets),
    Column::of("MACAddress", |it| it.mac().into()),
    Column::of("MTU", |it| {
        it.file("mtu").and_then(|it| it.parse::<u32>().ok()).into()
    }),
    Column::of("ServiceName", |it| it.driver().into()),
    Column::of("SettingID", |it| it.name.clone().into()),
];
