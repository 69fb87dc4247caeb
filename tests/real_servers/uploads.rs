//! nginx: bodies that go up, whole, in pieces and in chunks, and what is too much.

use super::{answer, content, fetch};
use crate::support::pieces::send_in_pieces;
use crate::support::*;

/// What is put becomes a file in the directory; a megabyte at most goes to /small/.
const TAKES: &str = "server { listen 127.0.0.1:@0;
    location /put/ { root @dir; dav_methods PUT; create_full_put_path on; client_max_body_size 0; }
    location /small/ { root @dir; dav_methods PUT; create_full_put_path on; client_max_body_size 1m; } }";

#[test]
fn a_body_goes_up_whole() {
    let Some(nginx) = Real::nginx(1, TAKES) else {
        return;
    };
    let body: &'static [u8] = kept(content(10 << 20));
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, nginx.port(0));
        let name = format!("/put/whole-{asynchronous}");
        let request = client.request("PUT", &name, 0);
        let sent = send_with(&request, "", body);
        finish(sent, client.recorder).expect("an answer");
        assert_eq!(answer(&client, &request), (201, Vec::new()));
        assert!(nginx.file(&name[1..]) == body);
        // The same again: there is such a file now.
        let sent = send_with(&request, "X-Again: yes", body);
        finish(sent, client.recorder).expect("an answer");
        assert_eq!(answer(&client, &request), (204, Vec::new()));
    }
}

#[test]
fn a_body_goes_up_in_pieces() {
    let Some(nginx) = Real::nginx(1, TAKES) else {
        return;
    };
    let body = content(10 << 20);
    let pieces: Vec<&[u8]> = body.chunks(100_003).collect();
    for asynchronous in BOTH {
        let client = Client::to_port(asynchronous, nginx.port(0));
        for (how, total) in [("length", body.len() as u32), ("chunks", 0)] {
            let name = format!("/put/{how}-{asynchronous}");
            let request = client.request("PUT", &name, 0);
            send_in_pieces(&client, &request, total, &pieces).expect("an answer");
            assert_eq!(answer(&client, &request), (201, Vec::new()));
            assert!(nginx.file(&name[1..]) == body, "{name}");
        }
    }
}

/// What nginx does not want it refuses early: with its words, however far we are.
#[test]
fn too_large_a_body_is_refused() {
    let Some(nginx) = Real::nginx(1, TAKES) else {
        return;
    };
    let body: &'static [u8] = kept(content(10 << 20));
    let pieces: Vec<&[u8]> = body.chunks(100_003).collect();
    for asynchronous in BOTH {
        for total in [body.len() as u32, 0] {
            let client = Client::to_port(asynchronous, nginx.port(0));
            let request = client.request("PUT", "/small/file", 0);
            send_in_pieces(&client, &request, total, &pieces).expect("an answer");
            let (status, words) = answer(&client, &request);
            assert_eq!(status, 413);
            assert!(String::from_utf8_lossy(&words).contains("413 Request Entity Too Large"));
        }
        let client = Client::to_port(asynchronous, nginx.port(0));
        let request = client.request("PUT", "/small/file", 0);
        let sent = send_with(&request, "", body);
        finish(sent, client.recorder).expect("an answer");
        assert_eq!(answer(&client, &request).0, 413);
        // And what fits still goes.
        let request = client.request("PUT", &format!("/small/fits-{asynchronous}"), 0);
        finish(send_with(&request, "", b"fits"), client.recorder).expect("an answer");
        assert_eq!(answer(&client, &request).0, 201);
        assert_eq!(fetch(&client, &client.get("/small/file")).0, 404);
    }
}
