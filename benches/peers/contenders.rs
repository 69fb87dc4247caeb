//! Building and running the contenders.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::nginx::Nginx;
use crate::Case;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contender {
    Floor,
    Ours,
    Hyper,
    Curl,
}

/// What a contender said of one run, for each of its requests; memory and threads at the end.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) cpu_us: f64,
    pub(crate) wall_us: f64,
    pub(crate) peak_kib: f64,
    pub(crate) threads: f64,
}

impl Contender {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Contender::Floor => "floor",
            Contender::Ours => "ours",
            Contender::Hyper => "hyper",
            Contender::Curl => "libcurl",
        }
    }
}

pub(crate) struct Contenders {
    directory: PathBuf,
}

impl Contenders {
    pub(crate) fn build() -> Contenders {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers");
        std::fs::create_dir_all(&directory).expect("a directory");
        // cargo has built the shared library too, and has put it beside this program.
        let program = std::env::current_exe().expect("this program");
        let library = program.with_file_name("libwininet.so");
        for name in ["libwininet.so", "libwininet.so.0"] {
            std::fs::copy(&library, directory.join(name)).expect("the library");
        }
        let clients = root.join("benches/peers/clients");
        let compile = |name: &str, more: &[String]| {
            let mut cc = Command::new("cc");
            cc.args(["-O2", "-Wall", "-Wextra", "-Werror", "-o"]);
            cc.arg(directory.join(name))
                .arg(clients.join(format!("{name}.c")));
            succeed(cc.args(more).arg("-lpthread"));
        };
        let include = root.join("include");
        let ours = [
            format!("-I{}", include.display()),
            format!("-I{}", include.join("posix").display()),
            format!("-L{}", directory.display()),
            format!("-Wl,-rpath,{}", directory.display()),
            "-lwininet".into(),
        ];
        compile("floor", &[]);
        compile("ours", &ours);
        compile("curl", &["-lcurl".into()]);
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(["build", "--release", "--locked", "--target-dir"])
            .arg(&directory);
        succeed(cargo.current_dir(root.join("benches/peers/hyper")));
        Contenders { directory }
    }

    pub(crate) fn run(&self, contender: Contender, case: &Case, nginx: &Nginx) -> Cost {
        let program = match contender {
            Contender::Floor => "floor",
            Contender::Ours => "ours",
            Contender::Hyper => "release/bench-hyper",
            Contender::Curl => "curl",
        };
        let mut command = nginx.place(self.directory.join(program));
        command.args([case.kind, case.scheme, &nginx.port(case.scheme), case.path]);
        command.args([case.in_flight.to_string(), case.total.to_string()]);
        command.env("SSL_CERT_FILE", nginx.authority());
        command.env("XDG_DATA_HOME", &self.directory);
        let output = command.output().expect("a contender");
        let text = String::from_utf8_lossy(&output.stdout);
        let numbers: Vec<f64> = text.split_whitespace().flat_map(str::parse).collect();
        match numbers[..] {
            [cpu_us, wall_us, peak_kib, threads] if output.status.success() => Cost {
                cpu_us,
                wall_us,
                peak_kib,
                threads,
            },
            _ => panic!("{}, {}: {output:?}", contender.name(), case.name),
        }
    }
}

fn succeed(command: &mut Command) {
    let status = command
        .status()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}");
}
