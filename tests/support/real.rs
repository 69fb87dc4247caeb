//! Real servers, as programs: nginx and whatever else Debian has. Each test
//! starts its own, in a directory of its own and on ports that were free, as
//! the user who runs the tests. It is stopped when the test is over, also when
//! the test is killed.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
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
            let (place, ports) = (Place::new(), free_ports(count));
            let arguments = configure(place.path(), &ports);
            let child = spawn(&path, &arguments, &place);
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

    /// nginx with these lines in its `http` block, where `@0`, `@1` stand for the
    /// ports and `@dir` for the directory, whose `www` it serves.
    pub fn nginx(ports: usize, lines: &str) -> Option<Self> {
        Self::start("nginx", ports, |folder, ports| {
            let mut text = NGINX.replace("@lines", lines);
            for (at, port) in ports.iter().enumerate() {
                text = text.replace(&format!("@{at}"), &port.to_string());
            }
            let shown = folder.to_str().expect("a path in UTF-8");
            let file = folder.join("nginx.conf");
            fs::create_dir(folder.join("www")).expect("a directory");
            fs::write(&file, text.replace("@dir", shown)).expect("the configuration");
            // Its own log is not there yet when it reads the configuration.
            let log = folder.join("log");
            let arguments = [
                Path::new("-p"),
                folder,
                Path::new("-e"),
                &log,
                Path::new("-c"),
                &file,
            ];
            arguments.map(|it| it.into()).to_vec()
        })
    }

    pub fn port(&self, at: usize) -> u16 {
        self.ports[at]
    }

    pub fn url(&self, at: usize, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.ports[at])
    }

    /// A file that nginx serves.
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
        // and left nobody.
        unsafe { libc::kill(-(self.child.id() as i32), libc::SIGTERM) };
        let _ = self.child.wait();
        if std::thread::panicking() {
            eprintln!("the server's log:\n{}", self.log());
        }
    }
}

fn spawn(program: &Path, arguments: &[OsString], place: &Place) -> Child {
    let said = fs::File::create(place.join("said")).expect("a file");
    let mut command = Command::new(program);
    command.args(arguments).current_dir(place.path());
    command.stdin(Stdio::null());
    command.stdout(said.try_clone().expect("a descriptor"));
    command.stderr(said).process_group(0);
    // SAFETY: one system call, with numbers.
    unsafe { command.pre_exec(end_with_the_test) };
    command.spawn().expect("the server")
}

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

/// One process, in the foreground, all files in the directory.
const NGINX: &str = "\
daemon off;
master_process off;
pid @dir/pid;
error_log @dir/log;
events {}
http {
    access_log off;
    default_type application/octet-stream;
    root @dir/www;
    client_body_temp_path @dir/body;
    proxy_temp_path @dir/proxy;
    fastcgi_temp_path @dir/fastcgi;
    uwsgi_temp_path @dir/uwsgi;
    scgi_temp_path @dir/scgi;
    keepalive_requests 10000;
    keepalive_timeout 60s;
@lines
}
";
