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
    Column::of("AccountType", |_| NORMAL.into()),
    Column::of("Caption", caption),
    Column::of("Description", |it| it.full_name.clone().into()),
    Column::of("Disabled", |it| is_closed(it).into()),
    Column::of("Domain", |_| super::host_name().into()),
    Column::of("FullName", |it| it.full_name.clone().into()),
    Column::of("LocalAccount", |_| true.into()),
    Column::of("Name", |it| it.name.clone().into()),
    Column::of("SID", |it| it.uid.to_string().into()),
    Column::of("SIDType", |_| USER.into()),
    Column::of("Status", |_| "OK".into()),
];
