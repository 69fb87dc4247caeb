//! What INTERNET_OPTION_SECURITY_FLAGS tells and allows.

use super::types::{BOOL, DWORD, WCHAR};

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

// What INTERNET_OPTION_CERT_ERROR_FLAGS tells.
/// A weak signature.
pub const DLG_FLAGS_WEAK_SIGNATURE: DWORD = 0x0020_0000;
/// The server speaks an old TLS only.
pub const DLG_FLAGS_INSECURE_FALLBACK: DWORD = 0x0040_0000;
/// The certificate is revoked, or whether it is could not be found out.
pub const DLG_FLAGS_SEC_CERT_REV_FAILED: DWORD = 0x0080_0000;
/// No trusted authority signed it.
pub const DLG_FLAGS_INVALID_CA: DWORD = 0x0100_0000;
/// It is for another host name.
pub const DLG_FLAGS_SEC_CERT_CN_INVALID: DWORD = 0x0200_0000;
/// It is expired or not yet valid.
pub const DLG_FLAGS_SEC_CERT_DATE_INVALID: DWORD = 0x0400_0000;

/// How a connection is encrypted, in the numbers of schannel.h and wincrypt.h.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SecPkgContext_ConnectionInfo {
    /// 0x800 is TLS 1.2, 0x2000 is TLS 1.3.
    pub dwProtocol: DWORD,
    /// The cipher: 0x660E is AES with 128 bits, 0x6610 with 256; 0 has no number there.
    pub aiCipher: DWORD,
    /// The bits of its key.
    pub dwCipherStrength: DWORD,
    /// The hash of the cipher suite: 0x800C is SHA-256, 0x800D is SHA-384.
    pub aiHash: DWORD,
    /// Its bits.
    pub dwHashStrength: DWORD,
    /// How keys were exchanged: 0xAE06 is ephemeral ECDH.
    pub aiExch: DWORD,
    /// The bits of that; 0 in a resumed session.
    pub dwExchStrength: DWORD,
}

/// The cipher suite of a connection. Lengths are in bits, but for the block's.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecPkgContext_CipherInfo {
    /// 1, the version of this struct.
    pub dwVersion: DWORD,
    /// 0x303 is TLS 1.2, 0x304 is TLS 1.3.
    pub dwProtocol: DWORD,
    /// The number of the suite.
    pub dwCipherSuite: DWORD,
    pub dwBaseCipherSuite: DWORD,
    /// The name of the suite.
    pub szCipherSuite: [WCHAR; 64],
    pub szCipher: [WCHAR; 64],
    pub dwCipherLen: DWORD,
    /// In bytes.
    pub dwCipherBlockLen: DWORD,
    pub szHash: [WCHAR; 64],
    pub dwHashLen: DWORD,
    pub szExchange: [WCHAR; 64],
    pub dwMinExchangeLen: DWORD,
    pub dwMaxExchangeLen: DWORD,
    /// The type of the server's key; empty in TLS 1.3, whose suites do not say.
    pub szCertificate: [WCHAR; 64],
    /// 0.
    pub dwKeyType: DWORD,
}

/// The encryption of a connection, for INTERNET_OPTION_SECURITY_CONNECTION_INFO.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct INTERNET_SECURITY_CONNECTION_INFO {
    /// The size of this struct.
    pub dwSize: DWORD,
    /// Whether the connection is encrypted. The rest is 0 if it is not.
    pub fSecure: BOOL,
    pub connectionInfo: SecPkgContext_ConnectionInfo,
    pub cipherInfo: SecPkgContext_CipherInfo,
}
pub type LPINTERNET_SECURITY_CONNECTION_INFO = *mut INTERNET_SECURITY_CONNECTION_INFO;
