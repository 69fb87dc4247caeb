//! HTTP Archives: whether one is sound, and what is in it.

use serde_json::Value;

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

/// How long a phase took; -1: there was none.
pub fn phase(entry: &Value, name: &str) -> f64 {
    number(&entry["timings"][name])
}

fn number(value: &Value) -> f64 {
    value
        .as_f64()
        .unwrap_or_else(|| panic!("no number: {value}"))
}

/// The entries of a sound archive.
#[track_caller]
pub fn entries(archive: &str) -> Vec<Value> {
    let archive: Value = serde_json::from_str(archive).expect(archive);
    let log = &archive["log"];
    assert_eq!(log["version"], "1.2");
    assert_eq!(log["creator"]["name"], "libwininet");
    assert_eq!(log["creator"]["version"], env!("CARGO_PKG_VERSION"));
    let entries = log["entries"].as_array().expect("a list").clone();
    entries.iter().for_each(check_entry);
    entries
}

/// What HAR 1.2 demands of an entry.
fn check_entry(entry: &Value) {
    let started = text(&entry["startedDateTime"]);
    let form = started.replace(|char: char| char.is_ascii_digit(), "0");
    assert_eq!(form, "0000-00-00T00:00:00.000Z");
    assert!(entry["cache"].is_object());
    for side in ["request", "response"] {
        let side = &entry[side];
        text(&side["httpVersion"]);
        assert!(side["cookies"].as_array().is_some_and(Vec::is_empty));
        check_pairs(&side["headers"]);
        assert!(number(&side["headersSize"]) >= -1.0 && number(&side["bodySize"]) >= -1.0);
    }
    text(&entry["request"]["method"]);
    assert!(text(&entry["request"]["url"]).contains("://"));
    check_pairs(&entry["request"]["queryString"]);
    let response = &entry["response"];
    assert!(response["status"].is_u64());
    text(&response["statusText"]);
    text(&response["redirectURL"]);
    assert!(response["content"]["size"].is_u64());
    text(&response["content"]["mimeType"]);
    check_times(entry);
}

fn check_pairs(list: &Value) {
    for pair in list.as_array().expect("a list") {
        text(&pair["name"]);
        text(&pair["value"]);
    }
}

/// The whole is the sum of its parts, of which ssl is within connect.
fn check_times(entry: &Value) {
    for needed in ["send", "wait", "receive"] {
        assert!(phase(entry, needed) >= 0.0, "{entry}");
    }
    let parts = ["blocked", "dns", "connect", "send", "wait", "receive"];
    let sum: f64 = parts.map(|it| phase(entry, it).max(0.0)).iter().sum();
    let time = number(&entry["time"]);
    assert!((time - sum).abs() < 0.01, "{sum}: {entry}");
    assert!(phase(entry, "ssl") <= phase(entry, "connect"), "{entry}");
}
