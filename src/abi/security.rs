//! What INTERNET_OPTION_SECURITY_FLAGS tells and allows.

use super::types::DWORD;

/// The connection is encrypted (query only).
pub const SECURITY_FLAG_SECURE: DWORD = 0x0000_0001;
/// A key of up to 56 bits.
pub const SECURITY_FLAG_STRENGTH_WEAK: DWORD = 0x1000_0000;
/// A key of 56 to 80 bits.
pub const SECURITY_FLAG_STRENGTH_MEDIUM: DWORD = 0x4000_0000;
/// A key of 128 bits or more.
pub const SECURITY_FLAG_STRENGTH_STRONG: DWORD = 0x2000_0000;
pub const SECURITY_FLAG_NORMALBITNESS: DWORD = 0x1000_0000;
pub const SECURITY_FLAG_UNKNOWNBIT: DWORD = 0x8000_0000;
pub const SECURITY_FLAG_SSL: DWORD = 0x0000_0002;
pub const SECURITY_FLAG_SSL3: DWORD = 0x0000_0004;
pub const SECURITY_FLAG_PCT: DWORD = 0x0000_0008;
pub const SECURITY_FLAG_PCT4: DWORD = 0x0000_0010;
pub const SECURITY_FLAG_IETFSSL4: DWORD = 0x0000_0020;
pub const SECURITY_FLAG_40BIT: DWORD = 0x1000_0000;
pub const SECURITY_FLAG_128BIT: DWORD = 0x2000_0000;
pub const SECURITY_FLAG_56BIT: DWORD = 0x4000_0000;
pub const SECURITY_FLAG_FORTEZZA: DWORD = 0x0800_0000;
/// Do not care whether the certificate was revoked.
pub const SECURITY_FLAG_IGNORE_REVOCATION: DWORD = 0x0000_0080;
/// Accept a certificate of an authority that is not trusted.
pub const SECURITY_FLAG_IGNORE_UNKNOWN_CA: DWORD = 0x0000_0100;
/// Accept a certificate that is not meant for servers.
pub const SECURITY_FLAG_IGNORE_WRONG_USAGE: DWORD = 0x0000_0200;
/// Accept a certificate that is for another host name.
pub const SECURITY_FLAG_IGNORE_CERT_CN_INVALID: DWORD = 0x0000_1000;
/// Accept a certificate that is expired or not yet valid.
pub const SECURITY_FLAG_IGNORE_CERT_DATE_INVALID: DWORD = 0x0000_2000;
pub const SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTPS: DWORD = 0x0000_4000;
pub const SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTP: DWORD = 0x0000_8000;
pub const SECURITY_FLAG_IGNORE_WEAK_SIGNATURE: DWORD = 0x0001_0000;
pub const SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE: DWORD = 0x0002_0000;
