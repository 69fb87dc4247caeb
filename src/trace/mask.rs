//! Secrets do not get into a trace.

/// What stands for a secret.
const MASK: &str = "***";

/// Fields whose value is a secret as a whole.
const SECRET: [&str; 6] = [
    "Authorization",
    "Proxy-Authorization",
    "Cookie",
    "Cookie2",
    "Set-Cookie",
    "Set-Cookie2",
];

/// A field without its secrets.
pub(super) fn field(name: String, value: String) -> (String, String) {
    let is_secret = SECRET.iter().any(|it| it.eq_ignore_ascii_case(name.trim()));
    let value = match is_secret {
        true => MASK.to_owned(),
        false => text(&value),
    };
    (name, value)
}

/// A text without the user and the password of any URL in it.
pub(super) fn text(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("//") {
        let (before, after) = rest.split_at(at + 2);
        masked.push_str(before);
        let end = after.find(is_end_of_authority).unwrap_or(after.len());
        let (authority, behind) = after.split_at(end);
        match authority.rsplit_once('@') {
            Some((_, host)) => masked.extend([MASK, "@", host]),
            None => masked.push_str(authority),
        }
        rest = behind;
    }
    masked + rest
}

fn is_end_of_authority(char: char) -> bool {
    matches!(char, '/' | '\\' | '?' | '#' | '"' | '<' | '>') || char.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::{field, text};

    #[test]
    fn users_and_passwords_are_masked_wherever_a_url_stands() {
        for (given, masked) in [
            ("http://host/a@b", "http://host/a@b"),
            ("http://user:pass@host/", "http://***@host/"),
            ("http://us@er:p@ss@host?q=a@b", "http://***@host?q=a@b"),
            ("0; url=https://u:p@h", "0; url=https://***@h"),
            ("//u:p@host/x", "//***@host/x"),
            (
                "<http://u:p@a>, <http://v:w@b>",
                "<http://***@a>, <http://***@b>",
            ),
            ("http://[::1]:80/", "http://[::1]:80/"),
            ("a//", "a//"),
        ] {
            assert_eq!(text(given), masked);
        }
    }

    #[test]
    fn fields_with_secrets_are_masked_whatever_their_case() {
        for name in [
            "authorization",
            "PROXY-AUTHORIZATION",
            "Cookie",
            "set-cookie",
        ] {
            let (_, value) = field(name.to_owned(), "secret".to_owned());
            assert_eq!(value, "***");
        }
        let (_, value) = field("Location".to_owned(), "http://u:p@h/".to_owned());
        assert_eq!(value, "http://***@h/");
    }
}
