//! The server: one nginx with one worker, on ports that the system chooses.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};

pub(crate) struct Nginx {
    master: Child,
    directory: PathBuf,
    plain: u16,
    tls: u16,
    is_pinned: bool,
}

impl Nginx {
    /// On the first core, where the clients will run too, or wherever the system puts it.
    pub(crate) fn start(is_pinned: bool) -> Nginx {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nginx");
        std::fs::create_dir_all(directory.join("www/new")).expect("a directory");
        let write = |name: &str, bytes: &[u8]| {
            std::fs::write(directory.join(name), bytes).unwrap_or_else(|it| panic!("{name}: {it}"));
        };
        write("www/1k", &[b'k'; 1024]);
        write("www/new/1k", &[b'k'; 1024]);
        write("www/64m", &vec![b'm'; 64 << 20]);
        let [authority, certificate, key] = certificate();
        write("authority.pem", authority.as_bytes());
        write("certificate.pem", certificate.as_bytes());
        write("key.pem", key.as_bytes());
        let (plain, tls) = (free_port(), free_port());
        write(
            "nginx.conf",
            configuration(&directory, plain, tls).as_bytes(),
        );
        let mut command = place("nginx".into(), is_pinned);
        command
            .arg("-p")
            .arg(&directory)
            .arg("-c")
            .arg(directory.join("nginx.conf"));
        let master = command.spawn().expect("nginx");
        while TcpStream::connect((Ipv4Addr::LOCALHOST, tls)).is_err() {
            std::thread::yield_now();
        }
        Nginx {
            master,
            directory,
            plain,
            tls,
            is_pinned,
        }
    }

    pub(crate) fn port(&self, scheme: &str) -> String {
        let port = if scheme == "https" {
            self.tls
        } else {
            self.plain
        };
        port.to_string()
    }

    /// A file with the certificate of the authority that signed the server's.
    pub(crate) fn authority(&self) -> PathBuf {
        self.directory.join("authority.pem")
    }

    /// A command for `program`, on the server's core if that is pinned.
    pub(crate) fn place(&self, program: PathBuf) -> Command {
        place(program, self.is_pinned)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let stop = Command::new("kill")
            .arg(self.master.id().to_string())
            .status();
        stop.and_then(|_| self.master.wait()).expect("nginx ends");
    }
}

fn place(program: PathBuf, is_pinned: bool) -> Command {
    if !is_pinned {
        return Command::new(program);
    }
    let mut command = Command::new("taskset");
    command.args(["-c", "0"]).arg(program);
    command
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("an address").port()
}

/// Of /held each answer comes a second late: it is a refusal, which nginx can delay.
fn configuration(directory: &Path, plain: u16, tls: u16) -> String {
    let directory = directory.display();
    format!(
        "daemon off; worker_processes 1; pid {directory}/pid; error_log {directory}/error.log;
        events {{ worker_connections 19000; }}
        http {{
            access_log off; sendfile on; keepalive_requests 100000000; keepalive_timeout 600s;
            client_body_temp_path {directory}/body; proxy_temp_path {directory}/proxy;
            fastcgi_temp_path {directory}/fastcgi; uwsgi_temp_path {directory}/uwsgi;
            scgi_temp_path {directory}/scgi;
            server {{
                listen 127.0.0.1:{plain} backlog=10000;
                listen 127.0.0.1:{tls} ssl backlog=10000;
                ssl_certificate {directory}/certificate.pem; ssl_certificate_key {directory}/key.pem;
                root {directory}/www;
                location /new {{ keepalive_timeout 0; }}
                location /held {{ auth_basic held; auth_basic_user_file {directory}/nobody; auth_delay 1s; }}
            }}
        }}"
    )
}

/// An authority, a certificate of it for the server, and that one's key, in PEM.
fn certificate() -> [String; 3] {
    let mut params = CertificateParams::new([]).expect("a name");
    params.distinguished_name.push(DnType::CommonName, "bench");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().expect("a key");
    let authority = CertifiedIssuer::self_signed(params, key).expect("an authority");
    let key = KeyPair::generate().expect("a key");
    let leaf = CertificateParams::new(["127.0.0.1".into()]).expect("a name");
    let leaf = leaf.signed_by(&key, &authority).expect("a certificate");
    [authority.pem(), leaf.pem(), key.serialize_pem()]
}
