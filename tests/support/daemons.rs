//! The servers and proxies of Debian's that we test against, each with what it
//! needs to run in the foreground with all its files in its directory.

use super::real::Real;

impl Real {
    /// nginx with these lines in its `http` block, serving `@dir/www`.
    pub fn nginx(ports: usize, lines: &str) -> Option<Self> {
        // Its own log is not there yet when it reads the configuration.
        let arguments = ["-p", "@dir", "-e", "@dir/log", "-c", "@dir/configuration"];
        let text = NGINX.replace("@lines", lines);
        Self::configured("nginx", ports, &text, &arguments)
    }

    /// Apache's httpd with these lines, serving `@dir/www`.
    pub fn apache(lines: &str) -> Option<Self> {
        let arguments = ["-D", "FOREGROUND", "-X", "-f", "@dir/configuration"];
        let text = format!("{APACHE}{lines}\n");
        Self::configured("apache2", 1, &text, &arguments)
    }

    /// A proxy that lets in whom these lines let in.
    pub fn squid(lines: &str) -> Option<Self> {
        let arguments = ["-N", "-f", "@dir/configuration"];
        let text = format!("{SQUID}{lines}\n");
        Self::configured("squid", 1, &text, &arguments)
    }

    /// A proxy that lets everybody in.
    pub fn tinyproxy() -> Option<Self> {
        let arguments = ["-d", "-c", "@dir/configuration"];
        Self::configured("tinyproxy", 1, TINYPROXY, &arguments)
    }

    /// A SOCKS 5 proxy; `login` is `-u`, a user, `-P` and a password, or nothing.
    pub fn microsocks(login: &[&str]) -> Option<Self> {
        let arguments = [&["-i", "127.0.0.1", "-p", "@0"], login].concat();
        Self::configured("microsocks", 1, "", &arguments)
    }
}

/// One process.
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

/// One process, and no more of its modules than are needed.
const APACHE: &str = "\
ServerRoot /usr/lib/apache2
ServerName localhost
Listen 127.0.0.1:@0
PidFile @dir/pid
ErrorLog @dir/log
DefaultRuntimeDir @dir
DocumentRoot @dir/www
LoadModule mpm_event_module modules/mod_mpm_event.so
LoadModule authn_core_module modules/mod_authn_core.so
LoadModule authn_file_module modules/mod_authn_file.so
LoadModule authz_core_module modules/mod_authz_core.so
LoadModule authz_user_module modules/mod_authz_user.so
LoadModule auth_digest_module modules/mod_auth_digest.so
";

/// One process and its helpers, no cache, no more tables than are needed.
const SQUID: &str = "\
http_port 127.0.0.1:@0
visible_hostname squid.test
max_filedescriptors 1024
pid_filename none
coredump_dir @dir
cache_log @dir/log
access_log none
cache deny all
cache_mem 0
netdb_filename none
pinger_enable off
shutdown_lifetime 0 seconds
";

const TINYPROXY: &str = "\
Port @0
Listen 127.0.0.1
Allow 127.0.0.1
LogLevel Error
";
