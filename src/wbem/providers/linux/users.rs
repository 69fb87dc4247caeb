//! Who is logged in, of utmp.

/// The size of an entry where `long` has 64 bits, and where its fields are.
const ENTRY: usize = 384;
const LINE: usize = 8;
const NAME: usize = 44;
const WIDTH: usize = 32;
const USER_PROCESS: i16 = 7;

struct Login {
    name: String,
    line: String,
}

fn logins() -> Option<Vec<Login>> {
    let bytes = std::fs::read("/run/utmp")
        .or_else(|_| std::fs::read("/var/run/utmp"))
        .ok()?;
    let entries = bytes
        .chunks_exact(ENTRY)
        .filter(|it| i16::from_ne_bytes([it[0], it[1]]) == USER_PROCESS);
    let text = |bytes: &[u8]| {
        let end = bytes.iter().position(|it| *it == 0).unwrap_or(bytes.len());
        String::from_utf8_lossy(&bytes[..end]).into_owned()
    };
    let logins = entries.map(|it| Login {
        name: text(&it[NAME..NAME + WIDTH]),
        line: text(&it[LINE..LINE + WIDTH]),
    });
    Some(logins.collect())
}

/// The names of those who are logged in; `None` where nobody keeps a list.
pub fn logged_in() -> Option<Vec<String>> {
    Some(logins()?.into_iter().map(|it| it.name).collect())
}

/// Who sits at the machine itself.
pub fn at_console() -> Option<String> {
    let is_console =
        |line: &str| line.starts_with("tty") || line.starts_with(':') || line.starts_with("seat");
    let login = logins()?.into_iter().find(|it| is_console(&it.line))?;
    Some(format!("{}\\{}", super::host_name(), login.name))
}
