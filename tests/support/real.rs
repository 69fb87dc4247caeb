//! Real servers, as programs: whatever Debian has, see daemons.rs. Each test
//! starts its own, in a directory of its own and on ports that were free, as
//! the user who runs the tests. It is stopped when the test is over, also when
//! the test is killed.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::latch::PATIENCE;
use super::place::Place;

/// A server that runs.
pub struct Real {
    child: Child,
    ports: Vec<u16>,
    place: Place,
}

/// Where a program lies; servers lie where no plain user's path leads. Under CI
/// none may be missing: `make test` installs them, see tools.sh.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders =
        std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
    let found = folders.map(|it| it.join(program)).find(|it| it.is_file());
    let ci = std::env::var_os("CI").is_some_and(|value| value == "true");
    assert!(
        found.is_some() || !ci,
        "{program} is missing, and nothing may be left out under CI"
    );
    if found.is_none() {
        eprintln!("LEFT OUT: what needs {program}");
    }
    found
}

impl Real {
    /// Starts a program that stays in the foreground and listens on `count`
    /// ports, which `configure` is given. It may put files into the directory and
    /// returns the arguments. `None` where there is no such program.
    ///
    /// Between our finding a port and its taking it somebody else may be quicker:
    /// then it ends, and others are tried.
    pub fn start(
        program: &str,
        count: usize,
        configure: impl Fn(&Path, &[u16]) -> Vec<OsString>,
    ) -> Option<Self> {
        let path = find(program)?;
        let mut said = String::new();
        for _ in 0..5 {
            let place = Place::new();
            let (child, ports) = {
                let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
                let ports = free_ports(count);
                let arguments = configure(place.path(), &ports);
                (spawn(&path, &arguments, &place), ports)
            };
            let mut server = Self {
                child,
                ports,
                place,
            };
            if server.listens() {
                return Some(server);
            }
            said = server.log();
        }
        panic!("{program} does not start:\n{said}");
    }

    /// The same with a configuration file, `@dir/configuration`. In it and in the
    /// arguments `@0`, `@1` stand for the ports and `@dir` for the directory.
    ///
    /// There are files of who may come in, as servers want them: see [`USERS`].
    pub fn configured(
        program: &str,
        count: usize,
        configuration: &str,
        arguments: &[&str],
    ) -> Option<Self> {
        Self::start(program, count, |folder, ports| {
            let shown = folder.to_str().expect("a path in UTF-8");
            let fill = |text: &str| {
                let text = text.replace("@dir", shown);
                let numbered = ports.iter().enumerate();
                numbered.fold(text, |text, (at, port)| {
                    text.replace(&format!("@{at}"), &port.to_string())
                })
            };
            fs::create_dir(folder.join("www")).expect("a directory");
            for (name, text) in USERS {
                fs::write(folder.join(name), text).expect("a file");
            }
            fs::write(folder.join("configuration"), fill(configuration)).expect("a file");
            arguments.iter().map(|it| fill(it).into()).collect()
        })
    }

    pub fn port(&self, at: usize) -> u16 {
        self.ports[at]
    }

    pub fn url(&self, at: usize, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.ports[at])
    }

    /// A file that the server has in its `www`.
    pub fn serve_file(&self, name: &str, bytes: &[u8]) {
        fs::write(self.place.path().join("www").join(name), bytes).expect("a file");
    }

    pub fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.place.join(name)).unwrap_or_default()
    }

    /// What the server has to say: for a failing test.
    pub fn log(&self) -> String {
        let all = ["said", "log"].map(|name| self.file(name));
        String::from_utf8_lossy(&all.concat()).into_owned()
    }

    /// Waits until all ports take connections; false if the program ends.
    fn listens(&mut self) -> bool {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.child.try_wait().expect("its state").is_some() {
                return false;
            }
            let takes = |port: &u16| TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).is_ok();
            if self.ports.iter().all(takes) {
                return true;
            }
            // There is nothing that tells of another program's socket.
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("it never listens:\n{}", self.log());
    }
}

impl Drop for Real {
    fn drop(&mut self) {
        // SAFETY: a group that is ours: its leader has not been waited for, or was
        // and left nobody. Nothing is worth an orderly end, which takes squid seconds.
        unsafe { libc::kill(-(self.child.id() as i32), libc::SIGKILL) };
        let _ = self.child.wait();
        if std::thread::panicking() {
            eprintln!("the server's log:\n{}", self.log());
        }
    }
}

/// A fork has copies of all our sockets until it becomes another program: among them those by which
/// another thread just finds out whether ports are free.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn spawn(program: &Path, arguments: &[OsString], place: &Place) -> Child {
    let said = fs::File::create(place.join("said")).expect("a file");
    let mut command = Command::new(program);
    command.args(arguments).current_dir(place.path());
    command.stdin(Stdio::null());
    command.stdout(said.try_clone().expect("a descriptor"));
    command.stderr(said).process_group(0);
    // SAFETY: no arguments.
    if unsafe { libc::geteuid() } == 0 && NOT_AS_ROOT.iter().any(|it| program.ends_with(it)) {
        chown(place.path(), Some(NOBODY), Some(NOBODY)).expect("a directory of nobody's");
        command.uid(NOBODY).gid(NOBODY);
    }
    // SAFETY: one system call, with numbers.
    unsafe { command.pre_exec(end_with_the_test) };
    command.spawn().expect("the server")
}

/// What refuses to run as root is run as nobody then.
const NOT_AS_ROOT: [&str; 2] = ["squid", "apache2"];
/// Who owns nothing.
const NOBODY: u32 = 65534;

/// The server ends when the thread of its test does, however that ends.
fn end_with_the_test() -> io::Result<()> {
    // SAFETY: numbers.
    match unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGTERM) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}

/// Ports that were free a moment ago, all different. They lie below those that
/// the system hands out, so that no socket of another test becomes one of them.
fn free_ports(count: usize) -> Vec<u16> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let mine = std::process::id().wrapping_mul(97);
    let numbers = std::iter::repeat_with(|| NEXT.fetch_add(1, Ordering::Relaxed));
    let ports = numbers.map(|next| (20_000 + mine.wrapping_add(next) % 12_000) as u16);
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    ports.filter(is_free).take(count).collect()
}

/// Joe, whose password is "secret" and whose realm is "the realm".
const USERS: [(&str, &str); 2] = [
    ("users", "joe:$apr1$abcdefgh$h9FWgUz3n9YxylKLlR5SQ/\n"),
    (
        "digests",
        "joe:the realm:b5d6c37248da5cfecb5bab7a78e3b73c\n",
    ),
];
