//! nginx, which is OpenSSL: both versions of TLS, with a certificate of the
//! authority that this test binary trusts.

use super::{answer, content, fetch};
use crate::support::*;
use wininet::abi::*;

/// A port for TLS 1.2 and one for TLS 1.3.
fn start() -> Option<Real> {
    let place = Place::new();
    let (certificate, key) = certs::good_pem();
    place.write("certificate", certificate);
    place.write("key", key);
    let lines = "ssl_certificate @place/certificate;
        ssl_certificate_key @place/key;
        server { listen 127.0.0.1:@0 ssl; ssl_protocols TLSv1.2; @locations }
        server { listen 127.0.0.1:@1 ssl; ssl_protocols TLSv1.3; @locations }";
    let locations = "location /which { return 200 '$ssl_protocol $connection_requests'; }
        location /put/ { root @dir; dav_methods PUT; create_full_put_path on; client_max_body_size 0; }";
    let shown = place.path().display().to_string();
    let lines = lines.replace("@locations", locations);
    // nginx has read both files when it listens.
    Real::nginx(2, &lines.replace("@place", &shown))
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
    let body: &'static [u8] = content(16 << 20).leak();
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
