//! Win32_PhysicalMemory, of the firmware's tables (SMBIOS), which root alone may read.

use std::io::ErrorKind;

use crate::wbem::provider::{Column, List};
use crate::wbem::{Error, Flow, Result};

pub const MEMORY: List<Device> = List::plain(COLUMNS, rows);

const TABLES: &str = "/sys/firmware/dmi/tables/DMI";

/// A memory device: a structure of type 17 of the DMTF's SMBIOS specification, without empty sockets.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Device {
    number: usize,
    bytes: Vec<u8>,
    texts: Vec<String>,
}

fn rows(_need: u32, give: &mut dyn FnMut(Device) -> Flow) -> Result<()> {
    let tables = match std::fs::read(TABLES) {
        Ok(tables) => tables,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(_) => return Err(Error::ACCESS_DENIED),
    };
    for device in devices(&tables) {
        if give(device).is_break() {
            break;
        }
    }
    Ok(())
}

/// The memory devices among structures, each of which has a head, a formatted part and texts.
fn devices(mut tables: &[u8]) -> Vec<Device> {
    const MEMORY_DEVICE: u8 = 17;
    let mut found: Vec<Device> = Vec::new();
    while let [kind, length, ..] = *tables {
        let Some(bytes) = tables.get(..usize::from(length)).filter(|it| it.len() >= 4) else {
            break;
        };
        let behind = &tables[bytes.len()..];
        let Some(end) = behind.windows(2).position(|it| it == [0, 0]) else {
            break;
        };
        let texts = behind[..end].split(|byte| *byte == 0);
        let device = Device {
            number: found.len(),
            bytes: bytes.to_vec(),
            texts: texts
                .map(|it| String::from_utf8_lossy(it).trim().to_owned())
                .collect(),
        };
        if kind == MEMORY_DEVICE && device.capacity().is_some() {
            found.push(device);
        }
        tables = &behind[end + 2..];
    }
    found
}

impl Device {
    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn word(&self, at: usize) -> Option<u16> {
        let bytes = self.bytes.get(at..at + 2)?;
        Some(u16::from_le_bytes(bytes.try_into().ok()?))
    }

    fn double(&self, at: usize) -> Option<u32> {
        let bytes = self.bytes.get(at..at + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }

    /// A word that is not "unknown".
    fn known(&self, at: usize) -> Option<u16> {
        self.word(at).filter(|it| ![0, u16::MAX].contains(it))
    }

    /// The text that a number names, counted from 1.
    fn text(&self, at: usize) -> Option<&str> {
        let place = usize::from(self.byte(at)?).checked_sub(1)?;
        self.texts
            .get(place)
            .map(String::as_str)
            .filter(|it| !it.is_empty())
    }

    /// In bytes; `None` for an empty socket, and where nobody knows.
    fn capacity(&self) -> Option<u64> {
        const KILOBYTES: u16 = 0x8000;
        const SEE_BELOW: u16 = 0x7FFF;
        let size = self.known(0x0C)?;
        let (number, shift) = match size {
            SEE_BELOW => (u64::from(self.double(0x1C)? & 0x7FFF_FFFF), 20),
            size if size & KILOBYTES != 0 => (u64::from(size & !KILOBYTES), 10),
            size => (u64::from(size), 20),
        };
        Some(number << shift).filter(|it| *it > 0)
    }

    /// The numbers of the firmware in those of CIM, which has them one lower from DIMM (9) on.
    fn form_factor(&self) -> Option<u16> {
        const FORMS: [u16; 16] = [0, 1, 0, 7, 2, 0, 3, 0, 0, 8, 9, 0, 11, 12, 13, 0];
        FORMS.get(usize::from(self.byte(0x0E)?)).copied()
    }
}

const COLUMNS: &[Column<Device>] = &[
    Column::of("BankLabel", |it| it.text(0x11).into()),
    Column::of("Capacity", |it| it.capacity().into()),
    Column::of("ConfiguredClockSpeed", |it| it.known(0x20).into()),
    Column::of("CreationClassName", |_| "Win32_PhysicalMemory".into()),
    Column::of("DataWidth", |it| it.known(0x0A).into()),
    Column::of("DeviceLocator", |it| it.text(0x10).into()),
    Column::of("FormFactor", |it| it.form_factor().into()),
    Column::of("Manufacturer", |it| it.text(0x17).into()),
    Column::of("PartNumber", |it| it.text(0x1A).into()),
    Column::of("SerialNumber", |it| it.text(0x18).into()),
    Column::of("SMBIOSMemoryType", |it| it.byte(0x12).into()),
    Column::of("Speed", |it| it.known(0x15).into()),
    Column::of("Tag", |it| format!("Physical Memory {}", it.number).into()),
    Column::of("TotalWidth", |it| it.known(0x08).into()),
    Column::of("TypeDetail", |it| it.word(0x13).into()),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn structure(kind: u8, size: u16, extended: u32, texts: &[&str]) -> Vec<u8> {
        let mut bytes = vec![0; 0x28];
        (bytes[0], bytes[1]) = (kind, 0x28);
        bytes[0x0C..0x0E].copy_from_slice(&size.to_le_bytes());
        bytes[0x1C..0x20].copy_from_slice(&extended.to_le_bytes());
        (bytes[0x10], bytes[0x18], bytes[0x0E]) = (1, 2, 9);
        for text in texts {
            bytes.extend(text.as_bytes());
            bytes.push(0);
        }
        bytes.push(0);
        if texts.is_empty() {
            bytes.push(0);
        }
        bytes
    }

    #[test]
    fn devices_are_read_from_the_tables() {
        let tables = [
            structure(16, 1, 0, &[]),
            structure(17, 8192, 0, &["DIMM 0", "  S/N "]),
            structure(17, 0, 0, &["empty"]),
            structure(17, 0x7FFF, 65_536, &["DIMM 1"]),
            structure(17, 0x8000 | 512, 0, &[]),
        ]
        .concat();
        let found = devices(&tables);
        let capacities: Vec<u64> = found.iter().filter_map(Device::capacity).collect();
        assert_eq!(capacities, [8 << 30, 64 << 30, 512 << 10]);
        assert_eq!(
            (found[0].text(0x10), found[0].text(0x18)),
            (Some("DIMM 0"), Some("S/N"))
        );
        assert_eq!((found[1].text(0x18), found[2].text(0x10)), (None, None));
        assert_eq!(found[0].form_factor(), Some(8), "DIMM");
        // Tables that are cut off anywhere are read as far as they go.
        for length in 0..tables.len() {
            assert!(devices(&tables[..length]).len() <= 3);
        }
        assert!(devices(&[17, 0, 0, 0]).is_empty());
    }
}
