//! Win32_BIOS and Win32_ComputerSystemProduct, of /sys/class/dmi/id. Serial numbers are root's alone.

use super::read;
use crate::wbem::provider::{Column, List};
use crate::wbem::{Flow, Result};

pub const BIOS: List<()> = List::plain(BIOS_COLUMNS, once);
pub const PRODUCT: List<()> = List::plain(PRODUCT_COLUMNS, once);

/// One of the texts that the firmware has about the machine.
pub fn identity(name: &str) -> Option<String> {
    read::line(format!("/sys/class/dmi/id/{name}"))
}

/// A machine without DMI has neither.
fn once(_need: u32, give: &mut dyn FnMut(()) -> Flow) -> Result<()> {
    if std::path::Path::new("/sys/class/dmi/id").is_dir() {
        let _ = give(());
    }
    Ok(())
}

/// `mm/dd/yyyy` as CIM writes it.
fn release_date() -> Option<String> {
    let date = identity("bios_date")?;
    let mut parts = date.split('/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_date = month.len() == 2 && day.len() == 2 && year.len() == 4;
    is_date.then(|| format!("{year}{month}{day}000000.000000+000"))
}

/// Of a release such as "1.14", the number at a place.
fn release(place: usize) -> Option<u8> {
    identity("bios_release")?
        .split('.')
        .nth(place)?
        .parse()
        .ok()
}

/// Executable, in the numbers of SoftwareElementState; and no system of its own.
const RUNNING: u16 = 3;
const UNKNOWN: u16 = 0;

/// Keys are never NULL.
fn key(name: &str) -> String {
    identity(name).unwrap_or_default()
}

const BIOS_COLUMNS: &[Column<()>] = &[
    Column::of("BIOSVersion", |_| {
        identity("bios_version").map(|it| vec![it]).into()
    }),
    Column::of("Caption", |_| identity("bios_version").into()),
    Column::of("Description", |_| identity("bios_version").into()),
    Column::of("Manufacturer", |_| identity("bios_vendor").into()),
    Column::of("Name", |_| key("bios_version").into()),
    Column::of("PrimaryBIOS", |_| true.into()),
    Column::of("ReleaseDate", |_| release_date().into()),
    Column::of("SerialNumber", |_| identity("product_serial").into()),
    Column::of("SMBIOSBIOSVersion", |_| identity("bios_version").into()),
    Column::of("SMBIOSPresent", |_| true.into()),
    Column::of("SoftwareElementID", |_| key("bios_version").into()),
    Column::of("SoftwareElementState", |_| RUNNING.into()),
    Column::of("Status", |_| "OK".into()),
    Column::of("SystemBiosMajorVersion", |_| release(0).into()),
    Column::of("SystemBiosMinorVersion", |_| release(1).into()),
    Column::of("TargetOperatingSystem", |_| UNKNOWN.into()),
    Column::of("Version", |_| key("bios_version").into()),
];

const PRODUCT_COLUMNS: &[Column<()>] = &[
    Column::of("Caption", |_| "Computer System Product".into()),
    Column::of("Description", |_| "Computer System Product".into()),
    Column::of("IdentifyingNumber", |_| key("product_serial").into()),
    Column::of("Name", |_| key("product_name").into()),
    Column::of("SKUNumber", |_| identity("product_sku").into()),
    Column::of("UUID", |_| identity("product_uuid").into()),
    Column::of("Vendor", |_| identity("sys_vendor").into()),
    Column::of("Version", |_| key("product_version").into()),
];
