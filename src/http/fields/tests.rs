use super::*;

fn fields(lines: &[(&str, &str)]) -> Fields {
    let mut fields = Fields::new();
    for (name, value) in lines {
        fields.append(name.as_bytes(), value.as_bytes()).unwrap();
    }
    fields
}

fn rendered(fields: &Fields) -> String {
    let mut out = Vec::new();
    fields.render_into(&mut out);
    assert_eq!(out.len(), fields.rendered_len());
    String::from_utf8(out).unwrap()
}

/// The values of all fields of that name.
fn values<'a>(fields: &'a Fields, name: &str) -> Vec<&'a [u8]> {
    let named = fields
        .iter()
        .filter(|(candidate, _)| candidate.eq_ignore_ascii_case(name.as_bytes()));
    named.map(|(_, value)| value).collect()
}

#[test]
fn keeps_order_case_and_repetitions() {
    let f = fields(&[("Accept", "a"), ("X-one", "1"), ("ACCEPT", "b")]);
    assert_eq!(rendered(&f), "Accept: a\r\nX-one: 1\r\nACCEPT: b\r\n");
    assert_eq!(values(&f, "aCCept"), [b"a", b"b"]);
    assert!(f.contains("aCCept") && !f.contains("Accep"));
    assert_eq!(
        f.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        [&b"Accept"[..], &b"X-one"[..], &b"ACCEPT"[..]]
    );
}

#[test]
fn trims_values_and_allows_obs_text() {
    let mut f = Fields::default();
    f.append(b"A", b" \t one two\t ").unwrap();
    f.append(b"B", b"\xe4\xff").unwrap();
    f.append(b"C", b"  ").unwrap();
    assert_eq!(values(&f, "a"), [b"one two"]);
    assert_eq!(values(&f, "b"), [b"\xe4\xff"]);
    assert_eq!(values(&f, "c"), [b""]);
}

#[test]
fn refuses_what_would_change_the_head() {
    let mut f = fields(&[("A", "1")]);
    for name in [&b""[..], b"A B", b"A:", b"A\r", b"\xe4", b" A", b"A\0"] {
        assert_eq!(f.append(name, b"x"), Err(InvalidField::Name), "{name:?}");
    }
    for value in [&b"a\rb"[..], b"a\nb", b"a\0b", b"a\r\n", b"\n"] {
        assert_eq!(f.append(b"A", value), Err(InvalidField::Value));
        assert_eq!(f.join(b"A", value, b", "), Err(InvalidField::Value));
        assert_eq!(f.join(b"A", b"x", value), Err(InvalidField::Value));
    }
    assert_eq!(rendered(&f), "A: 1\r\n");
}

#[test]
fn removes_the_first_only() {
    let mut f = fields(&[("A", "1"), ("B", "2"), ("a", "3"), ("C", "4")]);
    assert!(f.remove_first(b"A"));
    assert_eq!(rendered(&f), "B: 2\r\na: 3\r\nC: 4\r\n");
    assert!(f.remove_first(b"A"));
    assert!(!f.remove_first(b"A"));
    assert_eq!(values(&f, "C"), [b"4"]);
    assert!(f.remove_first(b"C") && f.remove_first(b"B"));
    assert_eq!(f.iter().count(), 0);
    assert_eq!(rendered(&f), "");
}

#[test]
fn joins_with_the_first_or_adds() {
    let mut f = fields(&[("Accept", "a"), ("B", "2"), ("Empty", "")]);
    f.join(b"accept", b"b", b", ").unwrap();
    f.join(b"ACCEPT", b"c", b"; ").unwrap();
    f.join(b"Empty", b"x", b", ").unwrap();
    f.join(b"New", b"n", b", ").unwrap();
    assert_eq!(
        rendered(&f),
        "Accept: a, b; c\r\nB: 2\r\nEmpty: x\r\nNew: n\r\n"
    );
    assert_eq!(values(&f, "New"), [b"n"]);
}

#[test]
fn a_copy_is_a_copy() {
    let mut f = fields(&[("A", "1")]);
    let copy = f.clone();
    f.remove_first(b"A");
    assert!(copy.contains("a") && !f.contains("a"));
}
