//! The data against what the tools of the system say: ps, df, ip, uname, nproc, getent, uptime.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Child, Command, Stdio};

use super::*;
use crate::wbem::datetime;

/// What a tool prints; `None` where it is not installed. `ip` lies beside the tools of the administrator.
fn tool(name: &str, arguments: &[&str]) -> Option<String> {
    let path = format!("{}:/usr/sbin:/sbin", std::env::var("PATH").unwrap());
    let said = Command::new(name)
        .args(arguments)
        .env("PATH", path)
        .env("LC_ALL", "C")
        .output()
        .ok()?;
    Some(String::from_utf8(said.stdout).expect("text"))
}

fn text(object: &Object, name: &str) -> String {
    get(object, name).text().unwrap_or_default().to_owned()
}

fn whole(object: &Object, name: &str) -> i128 {
    get(object, name)
        .whole()
        .unwrap_or_else(|| panic!("{name}"))
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::Array(all) => all
            .iter()
            .map(|it| it.text().unwrap_or_default().to_owned())
            .collect(),
        _ => Vec::new(),
    }
}

/// A process that does not change while it is looked at.
struct Sleeper(Child);

impl Sleeper {
    fn new() -> Self {
        let mut command = Command::new("sleep");
        Self(
            command
                .arg("61.5")
                .stdout(Stdio::null())
                .spawn()
                .expect("sleep"),
        )
    }
}

impl Drop for Sleeper {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_sleeping_process_is_that_of_ps() {
    let sleeper = Sleeper::new();
    let pid = sleeper.0.id();
    let columns = "ppid=,nlwp=,vsz=,sess=,uid=,lstart=,comm=,args=";
    let ps = tool("ps", &["-o", columns, "-p", &pid.to_string()]).expect("ps");
    let words: Vec<&str> = ps.split_whitespace().collect();
    let [parent, threads, kilobytes, session, uid, _day, _month, _date, time, _year, name, ..] =
        words[..]
    else {
        panic!("{ps}");
    };
    let query = format!("SELECT * FROM Win32_Process WHERE ProcessId = {pid}");
    let [object] = select(&query).unwrap().try_into().expect("one");
    for (property, expected) in [
        ("ParentProcessId", parent),
        ("ThreadCount", threads),
        ("SessionId", session),
    ] {
        assert_eq!(whole(&object, property).to_string(), expected, "{property}");
    }
    let bytes = 1024 * kilobytes.parse::<i128>().unwrap();
    assert_eq!(whole(&object, "VirtualSize"), bytes);
    assert_eq!(text(&object, "Name"), name);
    assert_eq!(text(&object, "CommandLine"), "sleep 61.5");
    // As yyyymmddHHMMSS; ps rounds, and so does the time of boot that both start from.
    let created = datetime::instant(&text(&object, "CreationDate")).expect("a date") / 1_000_000;
    let [hours, minutes, seconds] = [0, 3, 6].map(|at| time[at..at + 2].parse::<i128>().unwrap());
    let of_day = hours * 3600 + minutes * 60 + seconds;
    let now = datetime::local(std::time::SystemTime::now());
    let of_day = of_day - i128::from(now.offset().whole_seconds());
    let apart = (created - of_day).rem_euclid(86_400);
    assert!(apart <= 2 || apart >= 86_398, "{ps}: {apart} s");
    // The owner.
    let path = format!("Win32_Process.Handle=\"{pid}\"");
    let owner = cimv2_services().method(&path, "GetOwner", None);
    let owner = owner.and_then(|it| it.collect()).unwrap().0.remove(0);
    let name = tool("getent", &["passwd", uid]).expect("getent");
    assert_eq!(text(&owner, "User"), name.split(':').next().unwrap());
}

#[test]
fn disks_are_those_of_df() {
    let df = tool("df", &["-B1", "--output=size,avail,fstype,target"]).expect("df");
    let disks = all("Win32_LogicalDisk");
    let by_point: BTreeMap<String, &Object> =
        disks.iter().map(|it| (text(it, "DeviceID"), it)).collect();
    let mut compared = 0;
    for line in df.lines().skip(1) {
        let mut words = line.split_whitespace();
        let [size, free] = [(); 2].map(|()| words.next().unwrap().parse::<i128>().unwrap_or(-1));
        let system = words.next().unwrap();
        let Some(disk) = by_point.get(words.next().unwrap()) else {
            continue;
        };
        assert_eq!(whole(disk, "Size"), size, "{line}");
        assert_eq!(text(disk, "FileSystem"), system, "{line}");
        // Others write meanwhile.
        let apart = (whole(disk, "FreeSpace") - free).abs();
        assert!(apart <= size / 20 + 1, "{line}: {apart}");
        compared += 1;
    }
    assert!(compared > 0, "nothing of {df}");
    let volumes = all("Win32_Volume");
    assert_eq!(volumes.len(), disks.len());
}

#[test]
fn adapters_are_those_of_ip() {
    let Some(links) = tool("ip", &["-o", "link"]) else {
        return;
    };
    let adapters = all("Win32_NetworkAdapter");
    let settings = all("Win32_NetworkAdapterConfiguration");
    let find = |all: &[Object], index: i128| {
        let found = all.iter().find(|it| whole(it, "InterfaceIndex") == index);
        found
            .cloned()
            .unwrap_or_else(|| panic!("no interface {index}"))
    };
    let mut seen = BTreeSet::new();
    for line in links.lines() {
        // `2: eth0@if7: <BROADCAST,UP> mtu 1500 ... link/ether 02:42:ac:11:00:02 brd ...`
        let (index, rest) = line.split_once(": ").expect("a number");
        let (name, rest) = rest.split_once(": ").expect("a name");
        let name = name.split('@').next().unwrap();
        let behind = |word: &str| {
            let mut words = rest.split_whitespace().skip_while(|it| *it != word);
            words.nth(1).unwrap_or_default().to_owned()
        };
        let index: i128 = index.parse().unwrap();
        seen.insert(index);
        let (adapter, setting) = (find(&adapters, index), find(&settings, index));
        assert_eq!(text(&adapter, "NetConnectionID"), name);
        assert_eq!(whole(&setting, "MTU").to_string(), behind("mtu"), "{line}");
        let address = behind("link/ether").to_uppercase();
        assert_eq!(text(&adapter, "MACAddress"), address, "{line}");
        let is_up = rest.split(['<', '>', ',']).any(|it| it == "UP");
        assert_eq!(get(&adapter, "NetEnabled"), is_up.into(), "{line}");
        let lines = tool("ip", &["-o", "addr", "show", "dev", name]).unwrap();
        let expected: BTreeSet<String> = lines
            .lines()
            .filter_map(|it| it.split_whitespace().nth(3))
            .map(|it| it.split('/').next().unwrap().to_owned())
            .collect();
        let ours = strings(&get(&setting, "IPAddress"));
        assert_eq!(
            ours.into_iter().collect::<BTreeSet<_>>(),
            expected,
            "{name}"
        );
    }
    assert_eq!(adapters.len(), seen.len());
}

#[test]
fn the_default_gateway_is_that_of_ip() {
    let Some(routes) = tool("ip", &["-4", "route", "show", "default"]) else {
        return;
    };
    let expected: BTreeSet<String> = routes
        .lines()
        .filter_map(|it| it.split_once(" via ")?.1.split(' ').next())
        .map(str::to_owned)
        .collect();
    let settings = all("Win32_NetworkAdapterConfiguration");
    let ours = settings
        .iter()
        .flat_map(|it| strings(&get(it, "DefaultIPGateway")));
    assert_eq!(ours.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn processors_are_those_of_nproc() {
    let [computer] = all("Win32_ComputerSystem").try_into().expect("one");
    let count = tool("getconf", &["_NPROCESSORS_ONLN"]).expect("getconf");
    let logical = whole(&computer, "NumberOfLogicalProcessors");
    assert_eq!(logical.to_string(), count.trim());
    let each = all("Win32_Processor");
    let sum: i128 = each
        .iter()
        .map(|it| whole(it, "NumberOfLogicalProcessors"))
        .sum();
    assert_eq!(sum, logical);
    assert_eq!(whole(&computer, "NumberOfProcessors"), each.len() as i128);
}

#[test]
fn accounts_are_those_of_getent() {
    let passwd = read::text("/etc/passwd").unwrap();
    let ours: BTreeSet<String> = all("Win32_UserAccount")
        .iter()
        .map(|it| format!("{}:{}", text(it, "Name"), text(it, "SID")))
        .collect();
    for line in passwd.lines() {
        let name = line.split(':').next().unwrap();
        let said = tool("getent", &["passwd", name]).expect("getent");
        let uid = said.split(':').nth(2).expect("a number");
        assert!(ours.contains(&format!("{name}:{uid}")), "{line}");
    }
    assert_eq!(ours.len(), passwd.lines().count());
}

#[test]
fn the_time_of_boot_is_that_of_uptime() {
    let Some(since) = tool("uptime", &["-s"]).filter(|it| it.len() > 18) else {
        return;
    };
    let [system] = all("Win32_OperatingSystem").try_into().expect("one");
    let boot = text(&system, "LastBootUpTime");
    // `2024-01-31 10:20:30`, which uptime rounds.
    let digits: String = since.chars().filter(char::is_ascii_digit).collect();
    let zone = &boot[21..];
    let said = datetime::instant(&format!("{digits}.000000{zone}")).expect(&since);
    let apart = (datetime::instant(&boot).unwrap() - said).abs();
    assert!(apart <= 3_000_000, "{boot} and {since}");
}

#[test]
fn memory_and_swap_are_those_of_free() {
    let free = tool("free", &["-k"]).expect("free");
    let row = |name: &str| -> Vec<i128> {
        let line = free.lines().find(|it| it.starts_with(name)).expect(name);
        let numbers = line.split_whitespace().skip(1);
        numbers.map(|it| it.parse().unwrap()).collect()
    };
    let [system] = all("Win32_OperatingSystem").try_into().expect("one");
    assert_eq!(whole(&system, "TotalVisibleMemorySize"), row("Mem:")[0]);
    let files = all("Win32_PageFileUsage");
    let megabytes: i128 = files.iter().map(|it| whole(it, "AllocatedBaseSize")).sum();
    let apart = row("Swap:")[0] / 1024 - megabytes;
    assert!((0..=files.len() as i128).contains(&apart), "{free}");
}
