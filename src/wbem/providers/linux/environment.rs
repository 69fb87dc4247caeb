//! Win32_Environment and Win32_PageFileUsage.

use super::{accounts, read};
use crate::wbem::provider::{Column, List};
use crate::wbem::{Error, Flow, Result};

pub const VARIABLES: List<Variable> = List::plain(VARIABLE_COLUMNS, variables);
pub const SWAPS: List<Swap> = List::plain(SWAP_COLUMNS, swaps);

/// A variable of the machine's, or one that this process was started with.
pub struct Variable {
    name: String,
    value: String,
    is_system: bool,
}

/// Of /etc/environment, and of /proc/self/environ, which no thread can be changing.
fn variables(_need: u32, give: &mut dyn FnMut(Variable) -> Flow) -> Result<()> {
    let machine = read::text("/etc/environment").unwrap_or_default();
    let own = read::text("/proc/self/environ").unwrap_or_default();
    let machine = machine
        .lines()
        .map(|line| (line.trim(), true))
        .filter(|(line, _)| !line.starts_with('#'));
    for (line, is_system) in machine.chain(own.split('\0').map(|line| (line, false))) {
        let Some((name, value)) = line.split_once('=') else {
            continue;
        };
        let value = if is_system {
            value.trim_matches(['"', '\''])
        } else {
            value
        };
        let variable = Variable {
            name: name.to_owned(),
            value: value.to_owned(),
            is_system,
        };
        if give(variable).is_break() {
            break;
        }
    }
    Ok(())
}

impl Variable {
    fn user(&self) -> String {
        if self.is_system {
            return "<SYSTEM>".into();
        }
        let uid = rustix::process::getuid().as_raw();
        let name = accounts::name_of(uid).unwrap_or_else(|| uid.to_string());
        format!("{}\\{name}", super::host_name())
    }

    fn caption(&self) -> String {
        format!("{}\\{}", self.user(), self.name)
    }
}

const VARIABLE_COLUMNS: &[Column<Variable>] = &[
    Column::of("Caption", |it| it.caption().into()),
    Column::of("Description", |it| it.caption().into()),
    Column::of("Name", |it| it.name.clone().into()),
    Column::of("Status", |_| "OK".into()),
    Column::of("SystemVariable", |it| it.is_system.into()),
    Column::of("UserName", |it| it.user().into()),
    Column::of("VariableValue", |it| it.value.clone().into()),
];

/// A line of /proc/swaps.
pub struct Swap {
    name: String,
    kilobytes: u64,
    used: u64,
}

fn swaps(_need: u32, give: &mut dyn FnMut(Swap) -> Flow) -> Result<()> {
    let text = read::text("/proc/swaps").ok_or(Error::FAILED)?;
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [name, _kind, size, used, ..] = fields[..] else {
            continue;
        };
        let (Ok(kilobytes), Ok(used)) = (size.parse(), used.parse()) else {
            continue;
        };
        if give(Swap {
            name: name.to_owned(),
            kilobytes,
            used,
        })
        .is_break()
        {
            break;
        }
    }
    Ok(())
}

const SWAP_COLUMNS: &[Column<Swap>] = &[
    Column::of("AllocatedBaseSize", |it| (it.kilobytes / 1024).into()),
    Column::of("Caption", |it| it.name.clone().into()),
    Column::of("CurrentUsage", |it| (it.used / 1024).into()),
    Column::of("Description", |it| it.name.clone().into()),
    Column::of("Name", |it| it.name.clone().into()),
    Column::of("TempPageFile", |_| false.into()),
];
