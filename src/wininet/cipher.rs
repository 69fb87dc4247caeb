//! The cipher suites, in the words and numbers of Windows.

use crate::abi::{
    SecPkgContext_CipherInfo, SecPkgContext_ConnectionInfo, DWORD,
    INTERNET_SECURITY_CONNECTION_INFO, TRUE, WCHAR,
};
use crate::net::Channel;

/// A cipher suite.
#[derive(Debug)]
pub struct Suite {
    number: u16,
    name: &'static str,
    cipher: &'static Cipher,
    hash: &'static Hash,
    /// The type of the server's key; TLS 1.3 leaves it open.
    certificate: &'static str,
    /// The bits of the cipher's key.
    pub bits: u32,
}

/// A cipher: its name, its number in wincrypt.h and its block in bytes.
#[derive(Debug)]
struct Cipher(&'static str, DWORD, u32);

/// A hash: its name, its number in wincrypt.h and its bits.
#[derive(Debug)]
struct Hash(&'static str, DWORD, u32);

const AES_128: Cipher = Cipher("AES-128-GCM", 0x660E, 16);
const AES_256: Cipher = Cipher("AES-256-GCM", 0x6610, 16);
const CHACHA20: Cipher = Cipher("CHACHA20-POLY1305", 0, 1);
const SHA_256: Hash = Hash("SHA256", 0x800C, 256);
const SHA_384: Hash = Hash("SHA384", 0x800D, 384);

const fn suite(
    number: u16,
    name: &'static str,
    (cipher, bits): (&'static Cipher, u32),
    hash: &'static Hash,
    certificate: &'static str,
) -> Suite {
    Suite {
        number,
        name,
        cipher,
        hash,
        certificate,
        bits,
    }
}

/// Those that we speak.
static SUITES: [Suite; 9] = [
    suite(
        0x1301,
        "TLS_AES_128_GCM_SHA256",
        (&AES_128, 128),
        &SHA_256,
        "",
    ),
    suite(
        0x1302,
        "TLS_AES_256_GCM_SHA384",
        (&AES_256, 256),
        &SHA_384,
        "",
    ),
    suite(
        0x1303,
        "TLS_CHACHA20_POLY1305_SHA256",
        (&CHACHA20, 256),
        &SHA_256,
        "",
    ),
    suite(
        0xC02B,
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        (&AES_128, 128),
        &SHA_256,
        "ECDSA",
    ),
    suite(
        0xC02C,
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        (&AES_256, 256),
        &SHA_384,
        "ECDSA",
    ),
    suite(
        0xC02F,
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        (&AES_128, 128),
        &SHA_256,
        "RSA",
    ),
    suite(
        0xC030,
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        (&AES_256, 256),
        &SHA_384,
        "RSA",
    ),
    suite(
        0xCCA8,
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        (&CHACHA20, 256),
        &SHA_256,
        "RSA",
    ),
    suite(
        0xCCA9,
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        (&CHACHA20, 256),
        &SHA_256,
        "ECDSA",
    ),
];

impl Suite {
    /// The suite of a connection.
    pub fn of(channel: Channel) -> Option<&'static Self> {
        SUITES.iter().find(|suite| suite.number == channel.suite)
    }

    /// What the suite encrypts with.
    pub fn cipher(&self) -> &'static str {
        self.cipher.0
    }
}

/// The protocol of a connection for people.
pub fn protocol(channel: Channel) -> &'static str {
    match channel.version {
        TLS_1_2 => "TLS 1.2",
        TLS_1_3 => "TLS 1.3",
        _ => "TLS",
    }
}

const TLS_1_2: u16 = 0x0303;
const TLS_1_3: u16 = 0x0304;

/// SP_PROT_TLS1_2_CLIENT and SP_PROT_TLS1_3_CLIENT of schannel.h.
fn protocol_flag(version: u16) -> DWORD {
    match version {
        TLS_1_2 => 0x0800,
        TLS_1_3 => 0x2000,
        _ => 0,
    }
}

/// The number of ephemeral ECDH in wincrypt.h: the only exchange there is.
const ECDH_EPHEMERAL: DWORD = 0xAE06;

/// The bits of the curve in which keys were exchanged.
fn exchange_bits(group: u16) -> u32 {
    match group {
        0x0017 => 256,
        0x0018 => 384,
        0x001D => 255,
        _ => 0,
    }
}

/// What INTERNET_OPTION_SECURITY_CONNECTION_INFO tells.
pub fn connection_info(channel: Option<Channel>) -> INTERNET_SECURITY_CONNECTION_INFO {
    let mut info = INTERNET_SECURITY_CONNECTION_INFO {
        dwSize: size_of::<INTERNET_SECURITY_CONNECTION_INFO>() as DWORD,
        fSecure: 0,
        connectionInfo: SecPkgContext_ConnectionInfo::default(),
        cipherInfo: NO_CIPHER,
    };
    if let Some((channel, suite)) = channel.and_then(|it| Some((it, Suite::of(it)?))) {
        info.fSecure = TRUE;
        info.connectionInfo = numbers(channel, suite);
        info.cipherInfo = names(channel, suite);
    }
    info
}

fn numbers(channel: Channel, suite: &Suite) -> SecPkgContext_ConnectionInfo {
    SecPkgContext_ConnectionInfo {
        dwProtocol: protocol_flag(channel.version),
        aiCipher: suite.cipher.1,
        dwCipherStrength: suite.bits,
        aiHash: suite.hash.1,
        dwHashStrength: suite.hash.2,
        aiExch: ECDH_EPHEMERAL,
        dwExchStrength: exchange_bits(channel.group),
    }
}

fn names(channel: Channel, suite: &Suite) -> SecPkgContext_CipherInfo {
    SecPkgContext_CipherInfo {
        dwVersion: 1,
        dwProtocol: channel.version.into(),
        dwCipherSuite: suite.number.into(),
        dwBaseCipherSuite: suite.number.into(),
        szCipherSuite: wide(suite.name),
        szCipher: wide(suite.cipher.0),
        dwCipherLen: suite.bits,
        dwCipherBlockLen: suite.cipher.2,
        szHash: wide(suite.hash.0),
        dwHashLen: suite.hash.2,
        szExchange: wide("ECDHE"),
        dwMinExchangeLen: exchange_bits(channel.group),
        dwMaxExchangeLen: exchange_bits(channel.group),
        szCertificate: wide(suite.certificate),
        dwKeyType: 0,
    }
}

const NO_CIPHER: SecPkgContext_CipherInfo = SecPkgContext_CipherInfo {
    dwVersion: 0,
    dwProtocol: 0,
    dwCipherSuite: 0,
    dwBaseCipherSuite: 0,
    szCipherSuite: [0; 64],
    szCipher: [0; 64],
    dwCipherLen: 0,
    dwCipherBlockLen: 0,
    szHash: [0; 64],
    dwHashLen: 0,
    szExchange: [0; 64],
    dwMinExchangeLen: 0,
    dwMaxExchangeLen: 0,
    szCertificate: [0; 64],
    dwKeyType: 0,
};

/// A name of ours, which is short and ASCII.
fn wide(name: &str) -> [WCHAR; 64] {
    let mut units = [0; 64];
    for (unit, byte) in units.iter_mut().zip(name.bytes()) {
        *unit = WCHAR::from(byte);
    }
    units
}
