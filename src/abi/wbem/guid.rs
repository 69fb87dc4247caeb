//! GUIDs.

/// An interface's or a class's name.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct GUID {
    pub Data1: u32,
    pub Data2: u16,
    pub Data3: u16,
    pub Data4: [u8; 8],
}
pub type IID = GUID;
pub type CLSID = GUID;

impl GUID {
    /// Reads the form "00000000-0000-0000-c000-000000000046".
    pub const fn of(text: &str) -> GUID {
        let text = text.as_bytes();
        assert!(text.len() == 36);
        let mut digits = [0_u8; 32];
        let (mut from, mut to) = (0, 0);
        while from < 36 {
            if text[from] != b'-' {
                digits[to] = digit(text[from]);
                to += 1;
            }
            from += 1;
        }
        let mut bytes = [0_u8; 16];
        let mut at = 0;
        while at < 16 {
            bytes[at] = digits[2 * at] << 4 | digits[2 * at + 1];
            at += 1;
        }
        let [a, b, c, d, e, f, g, h, rest @ ..] = bytes;
        GUID {
            Data1: u32::from_be_bytes([a, b, c, d]),
            Data2: u16::from_be_bytes([e, f]),
            Data3: u16::from_be_bytes([g, h]),
            Data4: rest,
        }
    }
}

const fn digit(char: u8) -> u8 {
    match char {
        b'0'..=b'9' => char - b'0',
        b'a'..=b'f' => char - b'a' + 10,
        _ => panic!("a digit in lower case"),
    }
}

pub const GUID_NULL: GUID = GUID::of("00000000-0000-0000-0000-000000000000");

pub const CLSID_WbemLocator: CLSID = CLSID::of("4590f811-1d3a-11d0-891f-00aa004b2e24");
pub const CLSID_WbemAdministrativeLocator: CLSID =
    CLSID::of("cb8555cc-9128-11d1-ad9b-00c04fd8fdff");
pub const CLSID_WbemContext: CLSID = CLSID::of("674b6698-ee92-11d0-ad71-00c04fd8fdff");
pub const CLSID_WbemStatusCodeText: CLSID = CLSID::of("eb87e1bd-3233-11d2-aec9-00c04fb68820");
pub const CLSID_UnsecuredApartment: CLSID = CLSID::of("49bd2028-1523-11d1-ad79-00c04fd8fdff");
