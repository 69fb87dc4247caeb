//! International host names.

use std::borrow::Cow;

use idna::AsciiDenyList;

/// A host name as it goes over the wire: in Punycode (IDNA 2008, UTS 46) if it is beyond ASCII. What
/// cannot be written so stays as it is.
pub fn on_the_wire(host: &str) -> Cow<'_, str> {
    if host.is_ascii() {
        return Cow::Borrowed(host);
    }
    let encoded = idna::domain_to_ascii_cow(host.as_bytes(), AsciiDenyList::URL);
    match encoded {
        Ok(encoded) if !encoded.is_empty() => encoded,
        _ => Cow::Borrowed(host),
    }
}
