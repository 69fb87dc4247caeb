//! Win32_UserAccount, of /etc/passwd.

use super::read;
use crate::wbem::provider::{Column, List};
use crate::wbem::{Error, Flow, Result, Value};

pub const USERS: List<User> = List::plain(COLUMNS, rows);

pub struct User {
    name: String,
    uid: u32,
    full_name: String,
    shell: String,
}

fn users() -> Option<Vec<User>> {
    let text = read::text("/etc/passwd")?;
    let users = text.lines().filter_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?.to_owned();
        let uid = fields.nth(1)?.parse().ok()?;
        let full_name = fields.nth(1)?.split(',').next()?.to_owned();
        let shell = fields.nth(1)?.to_owned();
        Some(User {
            name,
            uid,
            full_name,
            shell,
        })
    });
    Some(users.collect())
}

/// The name of a user's number.
pub fn name_of(uid: u32) -> Option<String> {
    users()?
        .into_iter()
        .find(|it| it.uid == uid)
        .map(|it| it.name)
}

fn rows(_need: u32, give: &mut dyn FnMut(User) -> Flow) -> Result<()> {
    for user in users().ok_or(Error::FAILED)? {
        if give(user).is_break() {
            break;
        }
    }
    Ok(())
}

fn caption(user: &User) -> Value {
    format!("{}\\{}", super::host_name(), user.name).into()
}

fn is_closed(user: &User) -> bool {
    ["nologin", "false"]
        .iter()
        .any(|it| user.shell.ends_with(it))
}

/// UF_NORMAL_ACCOUNT, and SidTypeUser.
const NORMAL: u32 = 512;
const USER: u8 = 1;

const COLUMNS: &[Column<User>] = &[
    Column {
        name: "AccountType",
        need: 0,
        value: |_| NORMAL.into(),
    },
    Column {
        name: "Caption",
        need: 0,
        value: caption,
    },
    Column {
        name: "Description",
        need: 0,
        value: |it| it.full_name.clone().into(),
    },
    Column {
        name: "Disabled",
        need: 0,
        value: |it| is_closed(it).into(),
    },
    Column {
        name: "Domain",
        need: 0,
        value: |_| super::host_name().into(),
    },
    Column {
        name: "FullName",
        need: 0,
        value: |it| it.full_name.clone().into(),
    },
    Column {
        name: "LocalAccount",
        need: 0,
        value: |_| true.into(),
    },
    Column {
        name: "Name",
        need: 0,
        value: |it| it.name.clone().into(),
    },
    Column {
        name: "SID",
        need: 0,
        value: |it| it.uid.to_string().into(),
    },
    Column {
        name: "SIDType",
        need: 0,
        value: |_| USER.into(),
    },
    Column {
        name: "Status",
        need: 0,
        value: |_| "OK".into(),
    },
];
