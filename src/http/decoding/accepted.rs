//! The codings that a request accepts (RFC 9110, section 12.5.3).

use super::Name;
use crate::http::fields::Fields;
use crate::http::{list, trim_ows};

/// The codings that may be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    gzip: bool,
    deflate: bool,
    brotli: bool,
    zstd: bool,
}

impl Accepted {
    /// What the Accept-Encoding fields say. Where there are none, every coding is acceptable.
    pub fn by(fields: &Fields) -> Self {
        let is_it = |name: &[u8]| name.eq_ignore_ascii_case(b"Accept-Encoding");
        if !fields.iter().any(|(name, _)| is_it(name)) {
            return Self::all(true);
        }
        let values = fields.iter().filter(|(name, _)| is_it(name));
        let elements: Vec<_> = values.flat_map(|(_, value)| list(value)).collect();
        let (others, named): (Vec<_>, Vec<_>) = elements
            .into_iter()
            .map(coding_and_weight)
            .partition(|(coding, _)| *coding == b"*");
        let mut accepted = Self::all(others.iter().any(|(_, is_wanted)| *is_wanted));
        for (coding, is_wanted) in named {
            if let Some(name) = Name::of(coding) {
                *accepted.of(name) = is_wanted;
            }
        }
        accepted
    }

    pub(super) fn has(mut self, name: Name) -> bool {
        *self.of(name)
    }

    fn all(accepted: bool) -> Self {
        Self {
            gzip: accepted,
            deflate: accepted,
            brotli: accepted,
            zstd: accepted,
        }
    }

    fn of(&mut self, name: Name) -> &mut bool {
        match name {
            Name::Gzip => &mut self.gzip,
            Name::Deflate => &mut self.deflate,
            Name::Brotli => &mut self.brotli,
            Name::Zstd => &mut self.zstd,
        }
    }
}

/// The coding of an element, and whether its weight is more than 0.
fn coding_and_weight(element: &[u8]) -> (&[u8], bool) {
    let mut parts = element.split(|&byte| byte == b';').map(trim_ows);
    let coding = parts.next().unwrap_or_default();
    let weight = parts.find_map(|part| {
        let weight = part.strip_prefix(b"q=").or(part.strip_prefix(b"Q="))?;
        std::str::from_utf8(weight).ok()?.trim().parse::<f32>().ok()
    });
    (coding, weight.is_none_or(|weight| weight > 0.0))
}
