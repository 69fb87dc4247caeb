//! The methods of Win32_Process.

use std::os::unix::fs::MetadataExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use rustix::io::Errno;
use rustix::process::{kill_process, pidfd_open, pidfd_send_signal, Pid, PidfdFlags, Signal};

use super::{accounts, process};
use crate::wbem::{clock, Error, Object, Result};

// What the methods return.
const SUCCESS: u32 = 0;
const ACCESS_DENIED: u32 = 2;
const UNKNOWN_FAILURE: u32 = 8;
const PATH_NOT_FOUND: u32 = 9;
const INVALID_PARAMETER: u32 = 21;

pub fn run(
    method: &str,
    object: Option<&Object>,
    input: &Object,
    output: &mut Object,
) -> Result<()> {
    let result = match (method, object) {
        ("Create", _) => create(input, output)?,
        ("Terminate", Some(object)) => terminate(object),
        ("GetOwner", Some(object)) => owner(object, output)?,
        _ => return Err(Error::INVALID_METHOD),
    };
    output.set("ReturnValue", result.into())
}

fn text(input: &Object, name: &str) -> Option<String> {
    input.get(name).ok()?.text().map(str::to_owned)
}

/// Starts a program, with /dev/null for its streams.
fn create(input: &Object, output: &mut Object) -> Result<u32> {
    let Some(line) = text(input, "CommandLine") else {
        return Ok(INVALID_PARAMETER);
    };
    let words = words(&line);
    let Some((program, arguments)) = words.split_first() else {
        return Ok(INVALID_PARAMETER);
    };
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if let Some(directory) = text(input, "CurrentDirectory") {
        command.current_dir(directory);
    }
    match command.spawn() {
        Ok(child) => {
            output.set("ProcessId", child.id().into())?;
            reap(child);
            Ok(SUCCESS)
        }
        Err(error) => Ok(match error.kind() {
            std::io::ErrorKind::NotFound => PATH_NOT_FOUND,
            std::io::ErrorKind::PermissionDenied => ACCESS_DENIED,
            _ => UNKNOWN_FAILURE,
        }),
    }
}

/// The words of a command line. Quotation marks hold words together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut mark = None;
    for char in line.chars() {
        match (char, mark) {
            (char, Some(open)) if char == open => mark = None,
            ('"' | '\'', None) => {
                mark = Some(char);
                word.get_or_insert_default();
            }
            (char, None) if char.is_whitespace() => words.extend(word.take()),
            (char, _) => word.get_or_insert_default().push(char),
        }
    }
    words.extend(word);
    words
}

/// Children that have not been waited for. Nobody else may wait for them.
static CHILDREN: Mutex<Vec<Child>> = Mutex::new(Vec::new());

fn reap(child: Child) {
    let mut children = CHILDREN.lock();
    children.push(child);
    if children.len() == 1 {
        clock::at(Instant::now() + Duration::from_secs(1), look_for_ended);
    }
}

fn look_for_ended() {
    let mut children = CHILDREN.lock();
    children.retain_mut(|child| matches!(child.try_wait(), Ok(None)));
    if !children.is_empty() {
        clock::at(Instant::now() + Duration::from_secs(1), look_for_ended);
    }
}

fn pid(object: &Object) -> Option<u32> {
    object
        .get("ProcessId")
        .ok()?
        .whole()
        .and_then(|it| u32::try_from(it).ok())
}

/// Ends a process as Windows does: it is not asked.
fn terminate(object: &Object) -> u32 {
    let Some(number) = pid(object) else {
        return INVALID_PARAMETER;
    };
    let Some(pid) = i32::try_from(number).ok().and_then(Pid::from_raw) else {
        return INVALID_PARAMETER;
    };
    // Another process may take the number over; a handle holds on to this one.
    let handle = match pidfd_open(pid, PidfdFlags::empty()) {
        Ok(handle) => Some(handle),
        Err(Errno::NOSYS) => None,
        Err(_) => return PATH_NOT_FOUND,
    };
    let now = process::read_process(number, 0, &mut Vec::new()).and_then(|it| it.created());
    let known = object.get("CreationDate").ok();
    if now.as_deref() != known.as_ref().and_then(|it| it.text()) {
        return PATH_NOT_FOUND;
    }
    let sent = match handle {
        Some(handle) => pidfd_send_signal(&handle, Signal::KILL),
        None => kill_process(pid, Signal::KILL),
    };
    match sent {
        Ok(()) => SUCCESS,
        Err(Errno::PERM) => ACCESS_DENIED,
        Err(_) => UNKNOWN_FAILURE,
    }
}

fn owner(object: &Object, output: &mut Object) -> Result<u32> {
    let Some(number) = pid(object) else {
        return Ok(INVALID_PARAMETER);
    };
    let Ok(entry) = std::fs::metadata(format!("/proc/{number}")) else {
        return Ok(PATH_NOT_FOUND);
    };
    let uid = entry.uid();
    output.set(
        "User",
        accounts::name_of(uid)
            .unwrap_or_else(|| uid.to_string())
            .into(),
    )?;
    output.set("Domain", super::host_name().into())?;
    Ok(SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn quotation_marks_hold_words_together() {
        assert_eq!(
            words(r#"  a "b c" 'd "e"' f"g"h "" "#),
            ["a", "b c", "d \"e\"", "fgh", ""]
        );
        assert!(words("   ").is_empty());
    }
}
