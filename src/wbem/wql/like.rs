//! LIKE.

/// Whether a text is like a pattern: `%` is any text, `_` any character, `[a-f]` and `[abc]` one of
/// those, `[^a-f]` one of the others. Upper and lower case are the same.
pub fn is_like(text: &str, pattern: &str) -> bool {
    let text: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    let pattern: Vec<char> = pattern.chars().flat_map(char::to_lowercase).collect();
    matches(&text, &steps(&pattern))
}

enum Step<'a> {
    Any,
    One,
    Char(char),
    Set { chars: &'a [char], excludes: bool },
}

fn steps(pattern: &[char]) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut at = 0;
    while at < pattern.len() {
        let char = pattern[at];
        at += 1;
        steps.push(match char {
            '%' => Step::Any,
            '_' => Step::One,
            // A bracket that nothing closes is itself; the first character may be a "]".
            '[' => match pattern[at..].iter().skip(1).position(|it| *it == ']') {
                Some(end) => {
                    let inner = &pattern[at..=at + end];
                    at += end + 2;
                    let excludes = inner.len() > 1 && matches!(inner[0], '^' | '!');
                    let chars = &inner[usize::from(excludes)..];
                    Step::Set { chars, excludes }
                }
                None => Step::Char('['),
            },
            char => Step::Char(char),
        });
    }
    steps
}

/// One look back is enough: what the last `%` took grows by a character at a time.
fn matches(text: &[char], steps: &[Step<'_>]) -> bool {
    let (mut at, mut step) = (0, 0);
    let mut last_any: Option<(usize, usize)> = None;
    while at < text.len() {
        match steps.get(step) {
            Some(Step::Any) => {
                last_any = Some((at, step));
                step += 1;
            }
            Some(it) if takes(it, text[at]) => {
                at += 1;
                step += 1;
            }
            _ => {
                let Some((from, any)) = last_any else {
                    return false;
                };
                last_any = Some((from + 1, any));
                (at, step) = (from + 1, any + 1);
            }
        }
    }
    steps[step..].iter().all(|it| matches!(it, Step::Any))
}

fn takes(step: &Step<'_>, char: char) -> bool {
    match step {
        Step::Any => false,
        Step::One => true,
        Step::Char(it) => *it == char,
        Step::Set { chars, excludes } => contains(chars, char) != *excludes,
    }
}

fn contains(set: &[char], char: char) -> bool {
    let mut rest = set;
    while let Some((&first, behind)) = rest.split_first() {
        match behind {
            ['-' | '=', last, behind @ ..] => {
                if (first..=*last).contains(&char) {
                    return true;
                }
                rest = behind;
            }
            _ if first == char => return true,
            _ => rest = behind,
        }
    }
    false
}
