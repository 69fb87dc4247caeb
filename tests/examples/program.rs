//! Running an example: in a directory of its own, with what a shell would give
//! it, on a terminal or not.

use std::fs::File;
use std::io::Read;
use std::os::fd::FromRawFd;
use std::path::PathBuf;
use std::process::{Child, Output, Stdio};

use crate::harness::{command, describe, example, have, Run, RUNS};
use crate::support::Place;

/// One program in one of the three ways to run it.
pub struct Program {
    path: PathBuf,
    run: Run,
    pub place: Place,
}

/// Does a test in each of the ways, each time in an empty directory.
pub fn each_way(name: &str, test: impl Fn(&Program)) {
    for run in RUNS {
        if run != Run::Valgrind || have("valgrind") {
            test(&Program::new(name, run));
        }
    }
}

/// Digits that are different at each place.
pub fn body(size: usize) -> Vec<u8> {
    let line = |n: usize| format!("{n:07}\n").into_bytes();
    (0..size.div_ceil(8)).flat_map(line).take(size).collect()
}

impl Program {
    fn new(name: &str, run: Run) -> Self {
        Self {
            path: example(name, run),
            run,
            place: Place::new(),
        }
    }

    /// With the sanitizers alone: for what ends before the library is called.
    pub fn sanitized(name: &str) -> Self {
        Self::new(name, Run::Sanitized)
    }

    /// Runs it to its end without any input.
    pub fn output(&self, arguments: &[&str]) -> Output {
        self.output_from(arguments, Stdio::null())
    }

    pub fn output_from(&self, arguments: &[&str], input: Stdio) -> Output {
        self.start(arguments, input)
            .wait_with_output()
            .expect("its end")
    }

    /// Runs it to its end, which must be this one. Returns what it said: stdout,
    /// stderr.
    #[track_caller]
    pub fn ends(&self, status: i32, arguments: &[&str]) -> (String, String) {
        self.check(status, &self.output(arguments))
    }

    #[track_caller]
    pub fn check(&self, status: i32, output: &Output) -> (String, String) {
        let right = output.status.code() == Some(status);
        assert!(right, "not {status}, {:?}{}", self.run, describe(output));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (text(&output.stdout), text(&output.stderr))
    }

    pub fn start(&self, arguments: &[&str], input: Stdio) -> Child {
        let mut command = command(&self.path, self.run);
        command.args(arguments).current_dir(self.place.path());
        command.stdin(input).stdout(Stdio::piped());
        command.stderr(Stdio::piped()).spawn().expect("the program")
    }

    /// Starts it with a terminal for its stderr.
    pub fn start_on_terminal(&self, arguments: &[&str]) -> (Child, Terminal) {
        let (terminal, theirs) = Terminal::open();
        let mut command = command(&self.path, self.run);
        command.args(arguments).current_dir(self.place.path());
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = command.stderr(theirs).spawn().expect("the program");
        (child, terminal)
    }
}

/// Sends SIGINT, as Ctrl-C does.
pub fn interrupt(child: &Child) {
    // SAFETY: the child has not been waited for, so its number is its own.
    let sent = unsafe { libc::kill(child.id() as i32, libc::SIGINT) };
    assert_eq!(sent, 0, "it has ended already");
}

/// The user's side of a terminal, and what was shown on it.
pub struct Terminal {
    file: File,
    shown: Vec<u8>,
}

impl Terminal {
    fn open() -> (Self, File) {
        let (mut ours, mut theirs) = (0, 0);
        let (none, size) = (std::ptr::null_mut(), std::ptr::null_mut());
        // SAFETY: two variables to write to, the rest may be NULL.
        let opened = unsafe { libc::openpty(&mut ours, &mut theirs, none, none.cast(), size) };
        assert_eq!(opened, 0, "a terminal");
        // SAFETY: two descriptors that nobody else has.
        let (file, theirs) = unsafe { (File::from_raw_fd(ours), File::from_raw_fd(theirs)) };
        let shown = Vec::new();
        (Self { file, shown }, theirs)
    }

    /// Waits until this text is shown.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        while !self.text().contains(text) {
            assert!(self.read(), "{text:?} was never in {:?}", self.text());
        }
    }

    /// All that is shown until the program ends.
    pub fn finish(mut self) -> String {
        while self.read() {}
        self.text()
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.shown).into_owned()
    }

    /// False at the end, which a terminal tells by an error.
    fn read(&mut self) -> bool {
        let mut bytes = [0; 4096];
        let count = self.file.read(&mut bytes).unwrap_or(0);
        self.shown.extend(&bytes[..count]);
        count > 0
    }
}
