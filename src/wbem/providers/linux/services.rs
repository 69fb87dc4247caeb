//! Win32_Service, of systemd's unit files and control groups: nobody has to be asked. Elsewhere
//! WBEM_E_NOT_SUPPORTED.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::{process, read};
use crate::wbem::provider::{Column, List};
use crate::wbem::{Error, Flow, Result};

pub const SERVICES: List<Service> = List::plain(COLUMNS, rows);

/// Where units are; the first that has a name hides the others.
const FOLDERS: [&str; 5] = [
    "etc/systemd/system",
    "run/systemd/system",
    "usr/local/lib/systemd/system",
    "usr/lib/systemd/system",
    "lib/systemd/system",
];
const GROUPS: [&str; 2] = [
    "sys/fs/cgroup/system.slice",
    "sys/fs/cgroup/systemd/system.slice",
];
const SUFFIX: &str = ".service";

/// A unit.
#[derive(Debug)]
pub struct Service {
    name: String,
    unit: String,
    is_masked: bool,
    is_wanted: bool,
    processes: Vec<u32>,
}

fn rows(_need: u32, give: &mut dyn FnMut(Service) -> Flow) -> Result<()> {
    let root = Path::new("/");
    // As sd_booted(3) asks.
    if !root.join("run/systemd/system").is_dir() {
        return Err(Error::NOT_SUPPORTED);
    }
    for service in services(root) {
        if give(service).is_break() {
            break;
        }
    }
    Ok(())
}

/// What a tree of files says.
fn services(root: &Path) -> Vec<Service> {
    let mut units: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut wanted = BTreeSet::new();
    for folder in FOLDERS {
        for entry in entries(&root.join(folder)) {
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
                continue;
            };
            if name.ends_with(".wants") || name.ends_with(".requires") {
                let links = entries(&entry.path()).into_iter();
                wanted.extend(links.filter_map(|it| it.file_name().into_string().ok()));
            } else if let Some(name) = name.strip_suffix(SUFFIX).filter(|it| !it.ends_with('@')) {
                units.entry(name.to_owned()).or_insert(entry.path());
            }
        }
    }
    let made = units.into_iter().filter_map(|(name, path)| {
        let link = fs::read_link(&path).ok();
        let is_masked = link.as_ref().is_some_and(|it| it == Path::new("/dev/null"));
        let target = link.as_ref().and_then(|it| it.file_name());
        // Another name of a unit is none of its own.
        if !is_masked && target.is_some_and(|it| Some(it) != path.file_name()) {
            return None;
        }
        let unit = if is_masked {
            String::new()
        } else {
            read::text(&path).unwrap_or_default()
        };
        let full = format!("{name}{SUFFIX}");
        Some(Service {
            processes: processes(root, &full),
            is_wanted: wanted.contains(&full),
            is_masked,
            unit,
            name,
        })
    });
    made.collect()
}

fn entries(folder: &Path) -> Vec<fs::DirEntry> {
    let entries = fs::read_dir(folder);
    entries.map_or_else(|_| Vec::new(), |it| it.flatten().collect())
}

fn processes(root: &Path, unit: &str) -> Vec<u32> {
    let files = GROUPS.map(|group| root.join(group).join(unit).join("cgroup.procs"));
    let text = files.iter().find_map(read::text).unwrap_or_default();
    text.lines().filter_map(|line| line.parse().ok()).collect()
}

impl Service {
    /// The first value of a name in a section.
    fn setting(&self, section: &str, name: &str) -> Option<&str> {
        let mut lines = self.unit.lines().map(str::trim);
        lines.find(|line| {
            line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) == Some(section)
        })?;
        let mut inside = lines.take_while(|line| !line.starts_with('['));
        let value =
            inside.find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix('='))?;
        Some(value.trim()).filter(|it| !it.is_empty())
    }

    fn title(&self) -> &str {
        self.setting("Unit", "Description").unwrap_or(&self.name)
    }

    /// The command, without the marks before it.
    fn command(&self) -> Option<&str> {
        let line = self.setting("Service", "ExecStart")?;
        Some(line.trim_start_matches(['@', '-', ':', '+', '!']))
    }

    /// One that has no processes and may have done its work already is neither running nor stopped, as far
    /// as files tell.
    fn state(&self) -> Option<&'static str> {
        match self.setting("Service", "Type") {
            _ if !self.processes.is_empty() => Some("Running"),
            Some("oneshot") => None,
            _ => Some("Stopped"),
        }
    }

    fn start_mode(&self) -> &'static str {
        match (self.is_masked, self.is_wanted) {
            (true, _) => "Disabled",
            (_, true) => "Auto",
            _ => "Manual",
        }
    }

    /// Who it runs as, unless systemd makes somebody up.
    fn user(&self) -> Option<&str> {
        let is_made_up = self.setting("Service", "DynamicUser") == Some("yes");
        let user = self.setting("Service", "User");
        user.or((!is_made_up && !self.is_masked).then_some("root"))
    }

    /// The process that all others of the service descend from.
    fn main_process(&self) -> Option<u32> {
        let parent = |pid: u32| process::read_process(pid, 0, &mut Vec::new())?.parent();
        let mut first = self
            .processes
            .iter()
            .filter(|pid| parent(**pid).is_none_or(|it| !self.processes.contains(&it)));
        let found = first.next().copied();
        found.filter(|_| first.next().is_none())
    }
}

const COLUMNS: &[Column<Service>] = &[
    Column::of("Caption", |it| it.title().into()),
    Column::of("CreationClassName", |_| "Win32_Service".into()),
    Column::of("Description", |it| it.title().into()),
    Column::of("DisplayName", |it| it.title().into()),
    Column::of("Name", |it| it.name.as_str().into()),
    Column::of("PathName", |it| it.command().into()),
    Column::of("ProcessId", |it| it.main_process().into()),
    Column::of("Started", |it| it.state().map(|it| it == "Running").into()),
    Column::of("StartMode", |it| it.start_mode().into()),
    Column::of("StartName", |it| it.user().into()),
    Column::of("State", |it| it.state().into()),
    Column::of("SystemCreationClassName", |_| "Win32_ComputerSystem".into()),
    Column::of("SystemName", |_| super::host_name().into()),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn units_are_services() {
        let root = std::env::temp_dir().join(format!("wmi-services-{}", std::process::id()));
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let unit = "[Unit]\nDescription = The web\n[Service]\nUser=www\nExecStart=-/usr/sbin/web -d\n[Install]\nUser=no\n";
        write("usr/lib/systemd/system/web.service", unit);
        write(
            "usr/lib/systemd/system/once.service",
            "[Service]\nType=oneshot\nDynamicUser=yes\n",
        );
        write("usr/lib/systemd/system/off.service", "[Service]\n");
        write("usr/lib/systemd/system/at@.service", "");
        write("usr/lib/systemd/system/web.socket", "");
        write(
            "sys/fs/cgroup/system.slice/web.service/cgroup.procs",
            &format!("{}\n", std::process::id()),
        );
        let wants = root.join("etc/systemd/system/multi-user.target.wants");
        fs::create_dir_all(&wants).unwrap();
        symlink(
            "/usr/lib/systemd/system/web.service",
            wants.join("web.service"),
        )
        .unwrap();
        symlink("/dev/null", root.join("etc/systemd/system/off.service")).unwrap();
        symlink("web.service", root.join("etc/systemd/system/http.service")).unwrap();
        let found = services(&root);
        fs::remove_dir_all(&root).unwrap();
        let [off, once, web] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(
            (web.title(), web.command(), web.user()),
            ("The web", Some("/usr/sbin/web -d"), Some("www"))
        );
        assert_eq!((web.state(), web.start_mode()), (Some("Running"), "Auto"));
        assert_eq!(web.main_process(), Some(std::process::id()));
        assert_eq!(
            (once.title(), once.state(), once.user()),
            ("once", None, None)
        );
        assert_eq!(
            (off.state(), off.start_mode(), off.user()),
            (Some("Stopped"), "Disabled", None)
        );
    }
}
