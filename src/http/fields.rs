//! Request header fields, as the program wrote them.

use super::same_name;

#[cfg(test)]
mod tests;

/// Why a field was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidField {
    /// The name is not an RFC 9110 token.
    #[error("the field name is not a token")]
    Name,
    /// The value has a CR, LF or NUL.
    #[error("the field value has a line end or a NUL")]
    Value,
    /// All fields together would exceed 4 GiB.
    #[error("too many header bytes")]
    TooLarge,
}

/// Ordered header fields of a request. Order and case are kept; names are
/// compared without regard to ASCII case.
///
/// They live in one block that is already what goes on the wire, so that
/// rendering is one copy, and cloning two.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    /// "Name: value\r\n" of every field, back to back.
    text: Vec<u8>,
    lines: Vec<Line>,
}

/// Where a line begins; it ends where the next begins, or with the text.
#[derive(Debug, Clone, Copy)]
struct Line {
    start: u32,
    name_len: u32,
}

/// What stands between name and value.
const COLON: &[u8] = b": ";
const CRLF: &[u8] = b"\r\n";

/// Whether `name` can be a field name.
pub fn is_field_name(name: &[u8]) -> bool {
    super::is_token(name)
}

/// Whether `value` can be a field value: no CR, LF or NUL.
pub fn is_field_value(value: &[u8]) -> bool {
    // Mostly one comparison a byte.
    let is_sound = |byte: &u8| *byte > b'\r' || !matches!(*byte, b'\r' | b'\n' | 0);
    value.iter().all(is_sound)
}

impl Fields {
    /// No fields.
    pub fn new() -> Fields {
        Fields::default()
    }

    /// Adds a field at the end, also when one of that name exists. Spaces and
    /// tabs around the value are dropped.
    pub fn append(&mut self, name: &[u8], value: &[u8]) -> Result<(), InvalidField> {
        let value = checked(name, value)?;
        self.reserve(name.len() + COLON.len() + value.len() + CRLF.len())?;
        self.lines.push(Line {
            start: self.text.len() as u32,
            name_len: name.len() as u32,
        });
        for part in [name, COLON, value, CRLF] {
            self.text.extend_from_slice(part);
        }
        Ok(())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether there is a field of that name.
    pub fn contains(&self, name: &str) -> bool {
        !self.lines.is_empty() && self.find(name.as_bytes()).is_some()
    }

    /// The value of the first field of that name.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        let index = self.find(name.as_bytes())?;
        Some(self.line(index).1)
    }

    /// Whether `token` stands in the comma-separated list that the fields of that name make together.
    pub fn has_token(&self, name: &str, token: &str) -> bool {
        let named = |it: &(&[u8], &[u8])| it.0.eq_ignore_ascii_case(name.as_bytes());
        let mut elements = self.iter().filter(named).flat_map(|it| super::list(it.1));
        elements.any(|it| it.eq_ignore_ascii_case(token.as_bytes()))
    }

    /// Removes the first field of that name; tells whether there was one.
    pub fn remove_first(&mut self, name: &[u8]) -> bool {
        let Some(index) = self.find(name) else {
            return false;
        };
        let (start, end) = (self.start(index), self.start(index + 1));
        self.text.drain(start..end);
        self.lines.remove(index);
        for line in &mut self.lines[index..] {
            line.start -= (end - start) as u32;
        }
        true
    }

    /// Lengthens the first field of that name to "old", `separator`, `value`, or
    /// adds the field when there is none. An empty old value needs no separator.
    pub fn join(
        &mut self,
        name: &[u8],
        value: &[u8],
        separator: &[u8],
    ) -> Result<(), InvalidField> {
        let value = checked(name, value)?;
        if !is_field_value(separator) {
            return Err(InvalidField::Value);
        }
        let Some(index) = self.find(name) else {
            return self.append(name, value);
        };
        self.reserve(separator.len() + value.len())?;
        let end = self.start(index + 1) - CRLF.len();
        if end == self.value_start(index) {
            self.splice(index, end, value);
        } else {
            self.splice(index, end, &[separator, value].concat());
        }
        Ok(())
    }

    /// Name and value of every field, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        (0..self.lines.len()).map(|index| self.line(index))
    }

    /// Appends every field as a line with its CRLF, without the empty line that
    /// ends a head.
    pub fn render_into(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.text);
    }

    /// How many bytes [`render_into`](Self::render_into) writes.
    pub fn rendered_len(&self) -> usize {
        self.text.len()
    }

    fn find(&self, name: &[u8]) -> Option<usize> {
        self.iter()
            .position(|(candidate, _)| same_name(candidate, name))
    }

    /// Where line `index` begins, or the end of the text after the last.
    fn start(&self, index: usize) -> usize {
        self.lines
            .get(index)
            .map_or(self.text.len(), |line| line.start as usize)
    }

    fn value_start(&self, index: usize) -> usize {
        self.start(index) + self.lines[index].name_len as usize + COLON.len()
    }

    fn line(&self, index: usize) -> (&[u8], &[u8]) {
        let start = self.start(index);
        let name = start..start + self.lines[index].name_len as usize;
        let value = self.value_start(index)..self.start(index + 1) - CRLF.len();
        (&self.text[name], &self.text[value])
    }

    /// Puts `new` in place of what line `index` holds from `from` to its CRLF.
    fn splice(&mut self, index: usize, from: usize, new: &[u8]) {
        let to = self.start(index + 1) - CRLF.len();
        self.text.splice(from..to, new.iter().copied());
        for line in &mut self.lines[index + 1..] {
            line.start = line.start - (to - from) as u32 + new.len() as u32;
        }
    }

    /// Makes room for `more` bytes, as far as 32-bit offsets reach.
    fn reserve(&mut self, more: usize) -> Result<(), InvalidField> {
        match self.text.len().checked_add(more) {
            Some(total) if u32::try_from(total).is_ok() => {
                self.text.reserve(more);
                Ok(())
            }
            _ => Err(InvalidField::TooLarge),
        }
    }
}

/// The value without the white space around it, when name and value are valid.
fn checked<'a>(name: &[u8], value: &'a [u8]) -> Result<&'a [u8], InvalidField> {
    if !is_field_name(name) {
        return Err(InvalidField::Name);
    }
    if !is_field_value(value) {
        return Err(InvalidField::Value);
    }
    Ok(super::trim_ows(value))
}
