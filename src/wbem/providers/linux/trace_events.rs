//! The messages of the kernel's connector for processes, as bytes: linux/netlink.h, connector.h and
//! cn_proc.h.

/// What the kernel tells.
#[derive(Debug, PartialEq, Eq)]
pub enum Told {
    /// The answer to [`listening`]: 0, or an error.
    Listening(u32),
    Fork {
        pid: u32,
        parent: u32,
    },
    Exec {
        pid: u32,
    },
    Exit {
        pid: u32,
        parent: u32,
        status: u32,
    },
    /// Of a thread, or nothing that means anything here.
    Other,
}

/// nlmsghdr and cn_msg.
const HEAD: usize = 16 + 20;
/// What happened, on which processor, when.
const EVENT: usize = HEAD + 16;

const NONE: u32 = 0;
const FORK: u32 = 1;
const EXEC: u32 = 2;
const EXIT: u32 = 0x8000_0000;

/// The message that asks for events.
pub fn listening() -> Vec<u8> {
    const LISTEN: u32 = 1;
    const DONE: u16 = 3;
    const PROCESSES: u32 = 1;
    let length = HEAD as u32 + 4;
    let mut message = Vec::with_capacity(length as usize);
    message.extend(length.to_ne_bytes());
    message.extend(DONE.to_ne_bytes());
    message.extend([0; 2 + 4 + 4]); // flags, sequence, port
    message.extend(PROCESSES.to_ne_bytes());
    message.extend(PROCESSES.to_ne_bytes());
    message.extend([0; 4 + 4]); // sequence, acknowledgement
    message.extend(4_u16.to_ne_bytes());
    message.extend([0; 2]); // flags
    message.extend(LISTEN.to_ne_bytes());
    message
}

impl Told {
    pub fn read(message: &[u8]) -> Self {
        Self::of(message).unwrap_or(Self::Other)
    }

    fn of(message: &[u8]) -> Option<Self> {
        let number = |at: usize| {
            let bytes = message.get(at..at + 4)?;
            Some(u32::from_ne_bytes(bytes.try_into().ok()?))
        };
        let data = |place: usize| number(EVENT + place * 4);
        Some(match number(HEAD)? {
            NONE => Self::Listening(data(0)?),
            // Threads have numbers of their own, and are no processes.
            FORK if data(2)? == data(3)? => Self::Fork {
                pid: data(3)?,
                parent: data(1)?,
            },
            EXEC => Self::Exec { pid: data(1)? },
            EXIT if data(0)? == data(1)? => Self::Exit {
                pid: data(1)?,
                parent: data(5).unwrap_or(0),
                status: status(data(2)?),
            },
            _ => Self::Other,
        })
    }
}

/// The exit code; of a process that a signal has ended, 128 and the signal, as shells have it.
fn status(code: u32) -> u32 {
    match code & 0x7F {
        0 => code >> 8 & 0xFF,
        signal => 128 + signal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(what: u32, data: &[u32]) -> Vec<u8> {
        let mut bytes = vec![0; HEAD];
        bytes.extend(what.to_ne_bytes());
        bytes.extend([0; 12]);
        bytes.extend(data.iter().flat_map(|it| it.to_ne_bytes()));
        bytes
    }

    #[test]
    fn messages_are_read() {
        let read = |what, data: &[u32]| Told::read(&message(what, data));
        assert_eq!(read(NONE, &[0]), Told::Listening(0));
        let (pid, parent) = (20, 10);
        assert_eq!(read(FORK, &[11, 10, 20, 20]), Told::Fork { pid, parent });
        assert_eq!(read(FORK, &[11, 10, 21, 20]), Told::Other, "a thread");
        assert_eq!(read(EXEC, &[21, 20]), Told::Exec { pid });
        for (code, status) in [(0, 0), (3 << 8, 3), (9, 137)] {
            let exit = Told::Exit {
                pid,
                parent,
                status,
            };
            assert_eq!(read(EXIT, &[20, 20, code, 17, 11, 10]), exit);
        }
        assert_eq!(read(EXIT, &[21, 20, 0, 17, 11, 10]), Told::Other);
        for length in 0..EVENT {
            assert_eq!(Told::read(&message(FORK, &[])[..length]), Told::Other);
        }
        assert_eq!(listening().len(), HEAD + 4);
    }
}
