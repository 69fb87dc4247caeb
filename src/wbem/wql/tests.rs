//! What queries say, and what is none.

use super::Fault::{TooComplex, Unparsable};
use super::{is_like, parse, Condition, Operand, Query, Relation};

fn condition(text: &str) -> Condition {
    parse(&format!("SELECT * FROM C WHERE {text}"))
        .expect(text)
        .condition
        .expect("a condition")
}

fn path(text: &str) -> Vec<String> {
    text.split('.').map(str::to_owned).collect()
}

fn equal(property: &str, to: i128) -> Box<Condition> {
    Condition::Compare(path(property), Relation::Equal, Operand::Whole(to)).into()
}

#[test]
fn a_data_query_has_its_parts() {
    let query = parse("select Name, Handle\tfrom Win32_Process\n where ProcessId=4").unwrap();
    let expected = Query {
        select: Some(vec![path("Name"), path("Handle")]),
        class: "Win32_Process".into(),
        within: None,
        condition: Some(*equal("ProcessId", 4)),
        is_grouped: false,
    };
    assert_eq!(query, expected);
    assert_eq!(parse("SELECT * FROM meta_class").unwrap().select, None);
}

#[test]
fn an_event_query_has_its_interval() {
    let query = "SELECT * FROM __InstanceCreationEvent WITHIN 0.5 WHERE TargetInstance ISA 'Win32_Process' \
                 AND TargetInstance.Name <> PreviousInstance.Name";
    let query = parse(query).unwrap();
    assert_eq!(query.within, Some(0.5));
    let isa = Condition::Isa(path("TargetInstance"), "Win32_Process".into());
    let other = Operand::Path(path("PreviousInstance.Name"));
    let differ = Condition::Compare(path("TargetInstance.Name"), Relation::Unequal, other);
    assert_eq!(
        query.condition,
        Some(Condition::And(isa.into(), differ.into()))
    );
    assert_eq!(
        parse("SELECT * FROM E WITHIN .5").unwrap().within,
        Some(0.5)
    );
    let grouped =
        "SELECT * FROM E GROUP WITHIN 10 BY TargetInstance.Name HAVING NumberOfEvents > 5";
    assert!(parse(grouped).unwrap().is_grouped);
}

#[test]
fn and_binds_more_than_or() {
    let expected = Condition::Or(
        equal("a", 1),
        Condition::And(equal("b", 2), equal("c", 3)).into(),
    );
    assert_eq!(condition("a=1 OR b=2 AND c=3"), expected);
    let expected = Condition::And(
        Condition::Or(equal("a", 1), equal("b", 2)).into(),
        equal("c", 3),
    );
    assert_eq!(condition("(a=1 OR b=2) AND c=3"), expected);
    assert_eq!(
        condition("NOT a=1 AND b=2"),
        Condition::And(Condition::Not(equal("a", 1)).into(), equal("b", 2))
    );
}

#[test]
fn constants_stand_on_either_side() {
    let compare = |relation, operand| Condition::Compare(path("a"), relation, operand);
    assert_eq!(
        condition("5 < a"),
        compare(Relation::Greater, Operand::Whole(5))
    );
    assert_eq!(
        condition("a >= -1.5e2"),
        compare(Relation::GreaterOrEqual, Operand::Real(-150.0))
    );
    assert_eq!(
        condition("a != 0x1F"),
        compare(Relation::Unequal, Operand::Whole(31))
    );
    assert_eq!(
        condition("TRUE = a"),
        compare(Relation::Equal, Operand::Bool(true))
    );
    let text = |text: &str| compare(Relation::Equal, Operand::Text(text.into()));
    assert_eq!(condition(r#"a = "C:\\dir\"x""#), text("C:\\dir\"x"));
    assert_eq!(condition(r"a = 'it\'s'"), text("it's"));
}

#[test]
fn null_is_asked_for_in_two_ways() {
    let is_null = Condition::IsNull(path("a"));
    assert_eq!(condition("a IS NULL"), is_null);
    assert_eq!(condition("NULL = a"), is_null);
    let is_not = Condition::Not(is_null.into());
    assert_eq!(condition("a IS NOT NULL"), is_not);
    assert_eq!(condition("a <> NULL"), is_not);
}

#[test]
fn what_is_no_query_is_refused() {
    for text in [
        "",
        "42",
        "Invalid Query",
        "SELECT",
        "SELECT * FROM",
        "SELECT * FROM C WHERE",
        "SELECT FROM C",
        "SELECT * C",
        "SELECT * FROM C WHERE a",
        "SELECT * FROM C WHERE a =",
        "SELECT * FROM C WHERE a = 'x",
        "SELECT a, FROM C",
        "SELECT * FROM C WHERE (a = 1",
        "SELECT * FROM C WHERE a = 1)",
        "SELECT * FROM C WHERE 1 = 2",
        "SELECT * FROM C;",
        "SELECT * FROM C WHERE a ! 1",
        "SELECT * FROM C WHERE a > NULL",
        "SELECT * FROM C WITHIN -1",
        "SELECT * FROM 5",
        "SELECT * FROM C WHERE a LIKE 5",
        "SELECT * FROM C WHERE a = 12abc",
        "SELECT * FROM C trailing",
        "SELECT * FROM a.b",
        "ASSOCIATORS OF {C.K='v'}",
        "\u{0}",
        "SELECT * FROM C WHERE a NOT = 1",
        "SELECT * FROM C WITHIN inf",
    ] {
        assert_eq!(parse(text), Err(Unparsable), "{text:?}");
    }
    let deep = format!(
        "SELECT * FROM C WHERE {}a=1{}",
        "(".repeat(5000),
        ")".repeat(5000)
    );
    assert_eq!(parse(&deep), Err(TooComplex));
    let deep = format!("SELECT * FROM C WHERE {}a=1", "NOT ".repeat(4000));
    assert_eq!(parse(&deep), Err(TooComplex));
}

/// As deep as parentheses are conditions in a row: each holds the one before it.
#[test]
fn conditions_in_a_row_are_bounded() {
    for word in [" OR ", " AND "] {
        let row =
            |count: usize| format!("SELECT * FROM C WHERE {}", ["a=1"].repeat(count).join(word));
        assert!(parse(&row(1000)).is_ok());
        assert_eq!(parse(&row(200_000)), Err(TooComplex));
    }
}

/// Cut, doubled and shuffled queries are parsed or refused, and nothing else happens.
#[test]
fn mutations_are_parsed_or_refused() {
    let seeds = [
        "SELECT Name, Handle FROM Win32_Process WHERE (Name LIKE '%a[^b-c]_' OR NOT Handle = 5) AND x.y IS NOT NULL",
        "SELECT * FROM __InstanceModificationEvent WITHIN 1.5e-3 WHERE TargetInstance ISA \"C\" GROUP WITHIN 5 BY a HAVING n > 0x5",
    ];
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize % below
    };
    let mut parsed = 0;
    for round in 0..20_000 {
        let mut chars: Vec<char> = seeds[round % 2].chars().collect();
        for _ in 0..random(4) {
            let (at, other) = (random(chars.len()), random(chars.len()));
            match random(4) {
                0 => drop(chars.remove(at)),
                1 => chars.insert(at, chars[other]),
                2 => chars.swap(at, other),
                _ => chars[at] = ['\'', '"', '\\', '(', '.', 'é', '\u{0}', '9'][random(8)],
            }
        }
        let text: String = chars.into_iter().collect();
        parsed += usize::from(parse(&text).is_ok());
    }
    assert!((1000..20_000).contains(&parsed), "{parsed}");
}

#[test]
fn like_has_its_signs() {
    for (text, pattern, expected) in [
        ("cron.service", "cron%", true),
        ("CRON", "c_on", true),
        ("cron", "c_n", false),
        ("", "%", true),
        ("", "", true),
        ("a", "", false),
        ("abc", "%b%", true),
        ("abc", "%b", false),
        ("b", "[a-c]", true),
        ("d", "[a-c]", false),
        ("d", "[^a-c]", true),
        ("b", "[^a-c]", false),
        ("-", "[a-]", true),
        ("]", "[]]", true),
        ("a[", "a[", true),
        ("a%b", "a[%]b", true),
        ("axb", "a[%]b", false),
        ("x", "[abc]", false),
        ("b", "[abc]", true),
        ("a\\b", "a\\b", true),
        ("aXbXc", "a%x%c", true),
        ("grüße", "GRÜ_E", true),
        ("a", "%%%%%%%%%%%%%%a", true),
    ] {
        assert_eq!(
            is_like(text, pattern),
            expected,
            "{text:?} LIKE {pattern:?}"
        );
    }
    let long = "a".repeat(10_000);
    assert!(
        !is_like(&long, &format!("{}b", "%a".repeat(100))),
        "in no time"
    );
}
