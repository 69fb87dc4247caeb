//! What can be wrong with a certificate.

use std::ops::{BitOr, BitOrAssign};

/// What is wrong with a certificate: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Problems(u8);

/// The problems that a request puts up with.
pub type Leniency = Problems;

impl Problems {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// It is expired or not valid yet.
    pub const DATE: Self = Self(1);
    /// No trusted authority signed it.
    pub const AUTHORITY: Self = Self(2);
    /// It is for another name.
    pub const NAME: Self = Self(4);
    /// It is revoked.
    pub const REVOKED: Self = Self(8);
    /// It is not for servers.
    pub const USAGE: Self = Self(16);
    /// It is broken: nothing excuses that.
    pub const INVALID: Self = Self(32);
    /// Whether it is revoked could not be found out.
    pub const REVOCATION_UNKNOWN: Self = Self(64);

    /// Whether all of `other` are among these.
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These without `other`.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Problems {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Problems {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}
