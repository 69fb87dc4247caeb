//! Win32_Processor, of /proc/cpuinfo and /sys/devices/system/cpu: an instance for each package.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use super::read;
use crate::wbem::provider::{Column, List};
use crate::wbem::{Flow, Result};

pub const PROCESSORS: List<Package> = List::plain(COLUMNS, rows);

/// The logical processors of a package, each with what /proc/cpuinfo says of it.
pub struct Package {
    number: u32,
    threads: Vec<BTreeMap<String, String>>,
}

fn entries() -> Option<Vec<BTreeMap<String, String>>> {
    let text = read::text("/proc/cpuinfo")?;
    let blocks = text.split("\n\n").map(|block| {
        let fields = block.lines().filter_map(|line| line.split_once(':'));
        fields
            .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
            .collect()
    });
    let processors = blocks.filter(|it: &BTreeMap<String, String>| it.contains_key("processor"));
    Some(processors.collect())
}

pub fn packages() -> Option<Vec<Package>> {
    let mut packages: BTreeMap<u32, Vec<_>> = BTreeMap::new();
    for entry in entries()? {
        let number = entry
            .get("physical id")
            .and_then(|it| it.parse().ok())
            .unwrap_or(0);
        packages.entry(number).or_default().push(entry);
    }
    Some(
        packages
            .into_iter()
            .map(|(number, threads)| Package { number, threads })
            .collect(),
    )
}

/// How many logical processors there are.
pub fn threads() -> Option<usize> {
    entries().map(|it| it.len())
}

pub fn flags() -> Option<Vec<String>> {
    let entries = entries()?;
    let flags = entries
        .first()?
        .get("flags")
        .or_else(|| entries.first()?.get("Features"))?;
    Some(flags.split(' ').map(str::to_owned).collect())
}

fn rows(_need: u32, give: &mut dyn FnMut(Package) -> Flow) -> Result<()> {
    for package in packages().unwrap_or_default() {
        if give(package).is_break() {
            break;
        }
    }
    Ok(())
}

impl Package {
    fn field(&self, name: &str) -> Option<&String> {
        self.threads.first()?.get(name)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.field(name).cloned()
    }

    fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.field(name)?.parse().ok()
    }

    fn cores(&self) -> usize {
        let cores: BTreeSet<_> = self
            .threads
            .iter()
            .filter_map(|it| it.get("core id"))
            .collect();
        if cores.is_empty() {
            self.threads.len()
        } else {
            cores.len()
        }
    }

    /// A file of the first logical processor's.
    fn file(&self, name: &str) -> Option<String> {
        let number: u32 = self.number("processor")?;
        read::line(format!("/sys/devices/system/cpu/cpu{number}/{name}"))
    }

    /// Megahertz now: the mean of all.
    fn clock(&self) -> Option<u32> {
        let speeds: Vec<f64> = self
            .threads
            .iter()
            .filter_map(|it| it.get("cpu MHz")?.parse().ok())
            .collect();
        let sum: f64 = speeds.iter().sum();
        (!speeds.is_empty()).then(|| (sum / speeds.len() as f64).round() as u32)
    }

    fn greatest_clock(&self) -> Option<u32> {
        let kilohertz: Option<u32> = self
            .file("cpufreq/cpuinfo_max_freq")
            .and_then(|it| it.parse().ok());
        kilohertz.map(|it| it / 1000).or_else(|| self.clock())
    }

    /// The kilobytes of the cache of a level.
    fn cache(&self, level: &str) -> Option<u32> {
        let index = (0..8)
            .find(|it| self.file(&format!("cache/index{it}/level")).as_deref() == Some(level))?;
        let size = self.file(&format!("cache/index{index}/size"))?;
        size.strip_suffix('K')?.parse().ok()
    }
}

/// The load of all processors in per cent since somebody asked last, or since the machine began.
fn load() -> Option<u16> {
    type Last = Option<(Instant, (u64, u64), u16)>;
    static LAST: LazyLock<Mutex<Last>> = LazyLock::new(Mutex::default);
    const LEAST: Duration = Duration::from_millis(200);
    let mut last = LAST.lock();
    if let Some((at, _, load)) = *last {
        if at.elapsed() < LEAST {
            return Some(load);
        }
    }
    let text = read::text("/proc/stat")?;
    let numbers: Vec<u64> = text
        .lines()
        .next()?
        .split_whitespace()
        .skip(1)
        .filter_map(|it| it.parse().ok())
        .collect();
    // Guests are counted among users and nice already; what waits for a disk is idle.
    let all: u64 = numbers.iter().take(8).sum();
    let idle = numbers.get(3)? + numbers.get(4).unwrap_or(&0);
    let (all_before, idle_before) = last.map_or((0, 0), |(_, before, _)| before);
    let (all_since, idle_since) = (
        all.saturating_sub(all_before),
        idle.saturating_sub(idle_before),
    );
    let busy = all_since.saturating_sub(idle_since);
    let load = (busy * 100).checked_div(all_since).unwrap_or(0) as u16;
    *last = Some((Instant::now(), (all, idle), load));
    Some(load)
}

fn architecture() -> Option<u16> {
    match std::env::consts::ARCH {
        "x86" => Some(0),
        "powerpc" | "powerpc64" => Some(3),
        "arm" => Some(5),
        "x86_64" => Some(9),
        "aarch64" => Some(12),
        _ => None,
    }
}

const BITS: u16 = usize::BITS as u16;
/// Running at full power; a central processor.
const RUNNING: u16 = 3;
const CENTRAL: u16 = 3;
const ENABLED: u16 = 1;

const COLUMNS: &[Column<Package>] = &[
    Column::of("AddressWidth", |_| BITS.into()),
    Column::of("Architecture", |_| architecture().into()),
    Column::of("Availability", |_| RUNNING.into()),
    Column::of("Caption", |it| it.text("model name").into()),
    Column::of("CpuStatus", |_| ENABLED.into()),
    Column::of("CreationClassName", |_| "Win32_Processor".into()),
    Column::of("CurrentClockSpeed", |it| it.clock().into()),
    Column::of("DataWidth", |_| BITS.into()),
    Column::of("Description", |it| it.text("model name").into()),
    Column::of("DeviceID", |it| format!("CPU{}", it.number).into()),
    Column::of("L2CacheSize", |it| it.cache("2").into()),
    Column::of("L3CacheSize", |it| it.cache("3").into()),
    Column::of("Level", |it| it.number::<u16>("cpu family").into()),
    Column::of("LoadPercentage", |_| load().into()),
    Column::of("Manufacturer", |it| it.text("vendor_id").into()),
    Column::of("MaxClockSpeed", |it| it.greatest_clock().into()),
    Column::of("Name", |it| it.text("model name").into()),
    Column::of("NumberOfCores", |it| it.cores().into()),
    Column::of("NumberOfEnabledCore", |it| it.cores().into()),
    Column::of("NumberOfLogicalProcessors", |it| it.threads.len().into()),
    Column::of("ProcessorType", |_| CENTRAL.into()),
    Column::of("Role", |_| "CPU".into()),
    Column::of("Status", |_| "OK".into()),
    Column::of("Stepping", |it| it.text("stepping").into()),
    Column::of("SystemCreationClassName", |_| "Win32_ComputerSystem".into()),
    Column::of("SystemName", |_| super::host_name().into()),
    Column::of("ThreadCount", |it| it.threads.len().into()),
];
