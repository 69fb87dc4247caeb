//! Win32_LogicalDisk and Win32_Volume, of /proc/self/mountinfo and statvfs: an instance for each file
//! system that keeps something, or comes over a network.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use rustix::fs::{statvfs, StatVfs};

use super::read;
use crate::wbem::provider::{Column, List};
use crate::wbem::{Error, Flow, Result};

pub const DISKS: List<Mount> = List::plain(DISK_COLUMNS, rows);
pub const VOLUMES: List<Mount> = List::plain(VOLUME_COLUMNS, rows);

const SIZES: u32 = 1;

pub struct Mount {
    point: String,
    device: String,
    file_system: String,
    is_read_only: bool,
    /// Major and minor number.
    number: String,
    sizes: Option<StatVfs>,
}

// DriveType's numbers.
const REMOVABLE: u32 = 2;
const LOCAL: u32 = 3;
const NETWORK: u32 = 4;
const COMPACT: u32 = 5;
const MEMORY: u32 = 6;

const REMOTE: [&str; 10] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "9p",
    "ceph",
    "glusterfs",
    "fuse.sshfs",
];

fn rows(need: u32, give: &mut dyn FnMut(Mount) -> Flow) -> Result<()> {
    let text = read::text("/proc/self/mountinfo").ok_or(Error::FAILED)?;
    // What is mounted over another hides it.
    let mut last: HashMap<String, usize> = HashMap::new();
    let mounts: Vec<Mount> = text.lines().filter_map(mount).filter(is_disk).collect();
    for (at, mount) in mounts.iter().enumerate() {
        last.insert(mount.point.clone(), at);
    }
    for (at, mut mount) in mounts.into_iter().enumerate() {
        if last[&mount.point] != at {
            continue;
        }
        if need & SIZES != 0 {
            mount.sizes = statvfs(mount.point.as_str()).ok();
        }
        if give(mount).is_break() {
            break;
        }
    }
    Ok(())
}

/// Reads `36 35 98:0 / /mnt rw,noatime master:1 - ext3 /dev/root rw`.
fn mount(line: &str) -> Option<Mount> {
    let (left, right) = line.split_once(" - ")?;
    let mut left = left.split(' ').skip(2);
    let number = left.next()?.to_owned();
    let point = plain(left.nth(1)?);
    let options = left.next()?;
    let mut right = right.split(' ');
    let file_system = right.next()?.to_owned();
    let device = plain(right.next()?);
    let is_read_only = options.split(',').any(|it| it == "ro");
    Some(Mount {
        point,
        device,
        file_system,
        is_read_only,
        number,
        sizes: None,
    })
}

/// Spaces and others are written as `\040`.
fn plain(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let code = behind
            .get(..3)
            .filter(|_| first == b'\\')
            .and_then(|it| std::str::from_utf8(it).ok());
        match code.and_then(|it| u8::from_str_radix(it, 8).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[3..];
            }
            None => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Not /proc, cgroups and the like.
fn is_disk(mount: &Mount) -> bool {
    const OTHERS: [&str; 7] = [
        "tmpfs", "ramfs", "overlay", "btrfs", "zfs", "bcachefs", "virtiofs",
    ];
    let system = mount.file_system.as_str();
    mount.device.starts_with("/dev/") || OTHERS.contains(&system) || REMOTE.contains(&system)
}

impl Mount {
    fn kind(&self) -> u32 {
        let removable = || {
            read::line(format!("/sys/dev/block/{}/removable", self.number))
                .is_some_and(|it| it == "1")
        };
        match self.file_system.as_str() {
            system if REMOTE.contains(&system) => NETWORK,
            "tmpfs" | "ramfs" => MEMORY,
            "iso9660" | "udf" => COMPACT,
            _ if removable() => REMOVABLE,
            _ => LOCAL,
        }
    }

    fn description(&self) -> &'static str {
        match self.kind() {
            REMOVABLE => "Removable Disk",
            NETWORK => "Network Connection",
            COMPACT => "CD-ROM Disc",
            MEMORY => "RAM Disk",
            _ => "Local Fixed Disk",
        }
    }

    fn size(&self) -> Option<u64> {
        self.sizes.as_ref().map(|it| it.f_blocks * it.f_frsize)
    }

    /// What a plain user may still write.
    fn free(&self) -> Option<u64> {
        self.sizes.as_ref().map(|it| it.f_bavail * it.f_frsize)
    }

    /// The name under which a directory of /dev/disk leads to the device.
    fn link(&self, directory: &str) -> Option<String> {
        let device = fs::canonicalize(&self.device).ok()?;
        let entries = fs::read_dir(Path::new("/dev/disk").join(directory)).ok()?;
        let found = entries
            .flatten()
            .find(|it| fs::canonicalize(it.path()).is_ok_and(|it| it == device))?;
        Some(found.file_name().to_string_lossy().into_owned())
    }

    /// Readable, and writeable.
    fn access(&self) -> u16 {
        if self.is_read_only {
            1
        } else {
            3
        }
    }
}

const DISK_COLUMNS: &[Column<Mount>] = &[
    Column::of("Access", |it| it.access().into()),
    Column::read("BlockSize", SIZES, |it| {
        it.sizes.as_ref().map(|it| it.f_frsize).into()
    }),
    Column::of("Caption", |it| it.point.clone().into()),
    Column::of("CreationClassName", |_| "Win32_LogicalDisk".into()),
    Column::of("Description", |it| it.description().into()),
    Column::of("DeviceID", |it| it.point.clone().into()),
    Column::of("DriveType", |it| it.kind().into()),
    Column::of("FileSystem", |it| it.file_system.clone().into()),
    Column::read("FreeSpace", SIZES, |it| it.free().into()),
    Column::read("MaximumComponentLength", SIZES, |it| {
        it.sizes.as_ref().map(|it| it.f_namemax as u32).into()
    }),
    Column::of("Name", |it| it.point.clone().into()),
    Column::read("NumberOfBlocks", SIZES, |it| {
        it.sizes.as_ref().map(|it| it.f_blocks).into()
    }),
    Column::of("ProviderName", |it| {
        Some(it.device.clone())
            .filter(|_| it.kind() == NETWORK)
            .into()
    }),
    Column::read("Size", SIZES, |it| it.size().into()),
    Column::of("SystemCreationClassName", |_| "Win32_ComputerSystem".into()),
    Column::of("SystemName", |_| super::host_name().into()),
    Column::of("VolumeName", |it| it.link("by-label").into()),
    Column::of("VolumeSerialNumber", |it| it.link("by-uuid").into()),
];

const VOLUME_COLUMNS: &[Column<Mount>] = &[
    Column::of("Access", |it| it.access().into()),
    Column::of("Automount", |_| true.into()),
    Column::read("BlockSize", SIZES, |it| {
        it.sizes.as_ref().map(|it| it.f_frsize).into()
    }),
    Column::read("Capacity", SIZES, |it| it.size().into()),
    Column::of("Caption", |it| it.point.clone().into()),
    Column::of("DeviceID", |it| it.point.clone().into()),
    Column::of("DriveType", |it| it.kind().into()),
    Column::of("FileSystem", |it| it.file_system.clone().into()),
    Column::read("FreeSpace", SIZES, |it| it.free().into()),
    Column::of("Label", |it| it.link("by-label").into()),
    Column::read("MaximumFileNameLength", SIZES, |it| {
        it.sizes.as_ref().map(|it| it.f_namemax as u32).into()
    }),
    Column::of("Name", |it| it.point.clone().into()),
    Column::read("NumberOfBlocks", SIZES, |it| {
        it.sizes.as_ref().map(|it| it.f_blocks).into()
    }),
    Column::of("SystemName", |_| super::host_name().into()),
    Column::of("SystemVolume", |it| (it.point == "/").into()),
];

#[cfg(test)]
mod tests {
    use super::{mount, plain};

    #[test]
    fn a_line_has_its_parts() {
        let line =
            r"36 35 98:0 /mnt1 /mnt\0402 ro,noatime master:1 - ext3 /dev/root rw,errors=continue";
        let it = mount(line).unwrap();
        assert_eq!(
            (
                it.point.as_str(),
                it.device.as_str(),
                it.file_system.as_str()
            ),
            ("/mnt 2", "/dev/root", "ext3")
        );
        assert!(it.is_read_only);
        assert_eq!(plain(r"a\134b\9"), r"a\b\9");
    }
}
