//! nginx, which is OpenSSL: both versions of TLS, with a certificate of the
//! authority that this test binary trusts.

use super::{answer, content, fetch};
use crate::support::*;
use wininet::abi::*;

/// nginx with a certificate that is trusted; `@authority` is the file of who gave it.
fn secure_nginx(ports: usize, lines: &str) -> Option<Real> {
    let place = Place::new();
    let (certificate, key) = certs::good_pem();
    place.write("certificate", certificate);
    place.write("key", key);
    place.write("authority", certs::authority_pem());
    let files = "ssl_certificate @place/certificate; ssl_certificate_key @place/key;";
    let lines = format!("{files}\n{lines}").replace("@authority", "@place/authority");
    let shown = place.path().display().to_string();
    // nginx has read the files when it listens.
    Real::nginx(ports, &lines.replace("@place", &shown))
}

/// A port for TLS 1.2 and one for TLS 1.3.
fn start() -> Option<Real> {
    let lines = "server { listen 127.0.0.1:@0 ssl; ssl_protocols TLSv1.2; @locations }
        server { listen 127.0.0.1:@1 ssl; ssl_protocols TLSv1.3; @locations }";
    let locations = "location /which { return 200 '$ssl_protocol $connection_requests'; }
        location /put/ { root @dir; dav_methods PUT; create_full_put_path on; client_max_body_size 0; }";
    secure_nginx(2, &lines.replace("@locations", locations))
}

/// What nginx calls the versions.
const VERSIONS: [&str; 2] = ["TLSv1.2", "TLSv1.3"];

fn secure(client: &Client, verb: &str, path: &str) -> Handle {
    client.request(verb, path, INTERNET_FLAG_SECURE)
}

#[test]
fn both_versions_on_connections_that_are_kept() {
    for asynchronous in BOTH {
        let Some(nginx) = start() else { return };
        for (at, version) in VERSIONS.iter().enumerate() {
            let client = Client::to_port(asynchronous, nginx.port(at));
            for n in 1..=20 {
                let came = fetch(&client, &secure(&client, "GET", "/which"));
                assert_eq!(came, (200, format!("{version} {n}").into_bytes()));
            }
            client.recorder.assert_sound();
        }
    }
}

#[test]
fn large_bodies_down_and_up() {
    let Some(nginx) = start() else { return };
    let body: &'static [u8] = kept(content(16 << 20));
    nginx.serve_file("large", body);
    for asynchronous in BOTH {
        for (at, version) in VERSIONS.iter().enumerate() {
            let client = Client::to_port(asynchronous, nginx.port(at));
            let (status, came) = fetch(&client, &secure(&client, "GET", "/large"));
            assert!(status == 200 && came == body, "{version}");

            let name = format!("/put/{version}-{asynchronous}");
            let request = secure(&client, "PUT", &name);
            finish(send_with(&request, "", body), client.recorder).expect("an answer");
            assert_eq!(answer(&client, &request).0, 201);
            assert!(nginx.file(&name[1..]) == body, "{version}");
        }
    }
}

/// TLS where none is spoken, and none where it is.
#[test]
fn the_wrong_port() {
    for asynchronous in BOTH {
        let Some(nginx) = start() else { return };
        let client = Client::to_port(asynchronous, nginx.port(0));
        let (status, words) = fetch(&client, &client.get("/which"));
        assert_eq!(status, 400);
        assert!(
            String::from_utf8_lossy(&words).contains("plain HTTP request was sent to HTTPS port")
        );

        let lines = "server { listen 127.0.0.1:@0; }";
        let Some(plain) = Real::nginx(1, lines) else {
            return;
        };
        let client = Client::to_port(asynchronous, plain.port(0));
        let sent = client.send(&secure(&client, "GET", "/"));
        assert_eq!(sent, Err(ERROR_INTERNET_SECURITY_CHANNEL_ERROR));
    }
}

/// As sites do it: the whole of http leads to https, where programs must have said that they want
/// to be led. What is sent along goes along.
#[test]
fn a_site_that_moved_to_https() {
    let lines = "server { listen 127.0.0.1:@0; location / { return 301 https://localhost:@1$request_uri; } }
        server { listen 127.0.0.1:@1 ssl; location / { return 200 '$https $host $request_uri $http_x'; } }";
    for asynchronous in BOTH {
        let Some(nginx) = secure_nginx(2, lines) else {
            return;
        };
        let client = Client::to_port(asynchronous, nginx.port(0));
        let warning = Err(ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR);
        assert_eq!(client.send(&client.get("/")), warning);
        let flag = INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS;
        let request = client.request("GET", "/page?q=1", flag);
        add_headers(&request, "X: y", HTTP_ADDREQ_FLAG_ADD).expect("added");
        let came = fetch(&client, &request);
        assert_eq!(came, (200, b"on localhost /page?q=1 y".to_vec()));
        let url = option_text(&request, INTERNET_OPTION_URL).expect("the URL");
        assert_eq!(url, format!("https://localhost:{}/page?q=1", nginx.port(1)));
        let told = INTERNET_STATUS_REDIRECT;
        assert_eq!(
            client.recorder.count(told),
            1,
            "{:?}",
            client.recorder.names()
        );
        let flags = option_u32(&request, INTERNET_OPTION_SECURITY_FLAGS).expect("flags");
        assert_ne!(flags & SECURITY_FLAG_SECURE, 0);
        client.recorder.assert_sound();
    }
}

/// It asks by an alert, or, for TLS 1.2, in its handshake; a stranger's certificate is refused by
/// words of HTTP.
#[test]
fn a_certificate_of_the_client() {
    let lines = "ssl_verify_client on; ssl_client_certificate @authority;
        server { listen 127.0.0.1:@0 ssl; ssl_protocols TLSv1.2; location / { return 200 $ssl_client_s_dn; } }
        server { listen 127.0.0.1:@1 ssl; ssl_protocols TLSv1.3; location / { return 200 $ssl_client_s_dn; } }";
    for asynchronous in BOTH {
        let Some(nginx) = secure_nginx(2, lines) else {
            return;
        };
        for (at, version) in VERSIONS.iter().enumerate() {
            let client = Client::to_port(asynchronous, nginx.port(at));
            let request = secure(&client, "GET", "/");
            let needed = Err(ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED);
            assert_eq!(client.send(&request), needed, "{version}");
            // Told that there is none to be had, the program takes what nginx says then.
            set_client_certificate(&request, &[]);
            let (status, words) = fetch(&client, &request);
            assert_eq!(status, 400, "{version}");
            let words = String::from_utf8_lossy(&words);
            assert!(words.contains("No required SSL certificate was sent"));

            let request = secure(&client, "GET", "/");
            let somebody = certs::client("somebody").pem;
            set_client_certificate(&request, somebody.as_bytes());
            let (status, subject) = fetch(&client, &request);
            assert_eq!(status, 200, "{version}");
            assert!(String::from_utf8_lossy(&subject).contains("CN=somebody"));
            client.recorder.assert_sound();
        }
    }
}

fn set_client_certificate(request: &Handle, pem: &[u8]) {
    let option = INTERNET_OPTION_CLIENT_CERT_CONTEXT;
    let data = match pem {
        [] => std::ptr::null_mut(),
        pem => pem.as_ptr().cast_mut().cast(),
    };
    // SAFETY: so many readable bytes, or NULL.
    let set =
        unsafe { wininet::ffi::InternetSetOptionA(request.raw(), option, data, pem.len() as u32) };
    check(set).expect("set");
}
