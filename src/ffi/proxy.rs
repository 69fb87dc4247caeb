//! Proxy settings as programs give and take them: INTERNET_PROXY_INFO, INTERNET_PER_CONN_OPTION_LIST.
//!
//! The A and W forms of these structs differ in nothing but what their pointers point to.

use std::ptr::null_mut;
use std::sync::Arc;

use super::allocated::string_to_free;
use super::inward::{read, string, write, write_string, CodeUnit, INVALID_PARAMETER};
use crate::abi::*;
use crate::wininet::proxy::Settings;
use crate::wininet::{Error, Result};

/// The settings that an access type stands for; `None`: those of the process.
///
/// # Safety
/// Both strings are NULL or end with a NUL.
pub unsafe fn proxy_settings<U: CodeUnit>(
    access: DWORD,
    (proxies, bypass): (*const U, *const U),
) -> Result<Option<Arc<Settings>>> {
    let settings = match access {
        INTERNET_OPEN_TYPE_PRECONFIG | INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY => {
            return Ok(None)
        }
        INTERNET_OPEN_TYPE_DIRECT => return Ok(Some(Settings::none())),
        INTERNET_OPEN_TYPE_PROXY => {
            // SAFETY: the caller's promise.
            let (proxies, bypass) = unsafe { (string(proxies)?, string(bypass)?) };
            let proxies = proxies.unwrap_or_default();
            if proxies.is_empty() {
                return Err(INVALID_PARAMETER);
            }
            Settings::named(&proxies, &bypass.unwrap_or_default())?
        }
        _ => return Err(INVALID_PARAMETER),
    };
    Ok(Some(Arc::new(settings)))
}

/// Gives the settings in the struct of that option.
///
/// # Safety
/// The buffer is NULL or has the size that the variable holds, and a list in it has its options.
pub unsafe fn give<U: CodeUnit>(
    option: DWORD,
    target: (LPVOID, LPDWORD),
    settings: &Settings,
) -> Result<()> {
    // SAFETY: the caller's promise.
    unsafe {
        match option {
            INTERNET_OPTION_PROXY => give_info::<U>(target, settings),
            _ => give_list::<U>(target, settings),
        }
    }
}

/// Takes what the struct of that option says, where it leaves something out what is `now`.
///
/// # Safety
/// The buffer has that size, strings in it are NULL or end with a NUL, a list has its options.
pub unsafe fn take<U: CodeUnit>(
    option: DWORD,
    (buffer, size): (LPVOID, DWORD),
    now: &Settings,
) -> Result<Option<Arc<Settings>>> {
    let needed = match option {
        INTERNET_OPTION_PROXY => size_of::<INTERNET_PROXY_INFOA>(),
        _ => size_of::<INTERNET_PER_CONN_OPTION_LISTA>(),
    };
    // What was asked for comes back with its strings behind the struct.
    if (size as usize) < needed {
        return Err(Error(ERROR_INTERNET_BAD_OPTION_LENGTH));
    }
    if option != INTERNET_OPTION_PROXY {
        // SAFETY: the caller's promise, with the size checked.
        return unsafe { take_list::<U>(buffer.cast(), now) };
    }
    // SAFETY: the caller's promise, with the size checked.
    unsafe {
        let info = read(buffer.cast::<INTERNET_PROXY_INFOA>())?;
        let strings = (info.lpszProxy.cast::<U>(), info.lpszProxyBypass.cast());
        proxy_settings(info.dwAccessType, strings)
    }
}

/// The struct, and behind it its strings. Without a proxy there are none.
unsafe fn give_info<U: CodeUnit>(
    (buffer, size): (LPVOID, LPDWORD),
    settings: &Settings,
) -> Result<()> {
    let texts = match settings.has_proxies() {
        true => vec![U::encode(settings.proxies()), U::encode(settings.bypass())],
        false => Vec::new(),
    };
    let units: usize = texts.iter().map(|text| text.len() + 1).sum();
    let needed = size_of::<INTERNET_PROXY_INFOA>() + units * size_of::<U>();
    // SAFETY: the caller's promise; what is written was counted.
    unsafe {
        make_room((buffer, size), needed)?;
        let mut end = buffer
            .cast::<INTERNET_PROXY_INFOA>()
            .wrapping_add(1)
            .cast::<U>();
        let mut strings = [null_mut::<U>(); 2];
        for (text, string) in texts.iter().zip(&mut strings) {
            write_string(end, text);
            *string = end;
            end = end.wrapping_add(text.len() + 1);
        }
        let info = INTERNET_PROXY_INFOA {
            dwAccessType: match settings.has_proxies() {
                true => INTERNET_OPEN_TYPE_PROXY,
                false => INTERNET_OPEN_TYPE_DIRECT,
            },
            lpszProxy: strings[0].cast(),
            lpszProxyBypass: strings[1].cast(),
        };
        write(buffer.cast(), info)
    }
}

/// Fills the options that the list asks for, all or none.
unsafe fn give_list<U: CodeUnit>(
    (buffer, size): (LPVOID, LPDWORD),
    settings: &Settings,
) -> Result<()> {
    // SAFETY: the caller's promise.
    unsafe {
        make_room((buffer, size), size_of::<INTERNET_PER_CONN_OPTION_LISTA>())?;
        let options = options(buffer.cast())?;
        for (index, at) in options.iter().enumerate() {
            let known = INTERNET_PER_CONN_FLAGS..=INTERNET_PER_CONN_FLAGS_UI;
            if !known.contains(&read(*at)?.dwOption) {
                return Err(fault(buffer.cast(), index)?);
            }
        }
        for at in options {
            let mut option = read(at)?;
            option.Value = value::<U>(option.dwOption, settings);
            write(at, option)?;
        }
    }
    Ok(())
}

fn value<U: CodeUnit>(option: DWORD, settings: &Settings) -> INTERNET_PER_CONN_OPTION_VALUEA {
    // All of it is written, whichever member the program reads.
    let number = |dwValue: DWORD| INTERNET_PER_CONN_OPTION_VALUEA {
        ftValue: FILETIME {
            dwLowDateTime: dwValue,
            dwHighDateTime: 0,
        },
    };
    let text = |text: &[u8]| INTERNET_PER_CONN_OPTION_VALUEA {
        pszValue: match text {
            [] => null_mut(),
            text => string_to_free::<U>(text),
        },
    };
    match option {
        INTERNET_PER_CONN_FLAGS | INTERNET_PER_CONN_FLAGS_UI => number(settings.flags),
        INTERNET_PER_CONN_PROXY_SERVER => text(settings.proxies()),
        INTERNET_PER_CONN_PROXY_BYPASS => text(settings.bypass()),
        INTERNET_PER_CONN_AUTOCONFIG_URL => text(&settings.script),
        INTERNET_PER_CONN_AUTODISCOVERY_FLAGS => number(settings.discovery),
        // Nothing is found automatically: no URL, no time.
        _ => INTERNET_PER_CONN_OPTION_VALUEA {
            ftValue: FILETIME::default(),
        },
    }
}

unsafe fn take_list<U: CodeUnit>(
    list: LPINTERNET_PER_CONN_OPTION_LISTA,
    now: &Settings,
) -> Result<Option<Arc<Settings>>> {
    let mut settings = now.clone();
    // SAFETY: the caller's promise.
    unsafe {
        for (index, at) in options(list)?.into_iter().enumerate() {
            if take_option::<U>(read(at)?, &mut settings).is_err() {
                return Err(fault(list, index)?);
            }
        }
    }
    settings.set_by_program();
    Ok(Some(Arc::new(settings)))
}

/// # Safety
/// The value is of the type that the option has; a string is NULL or ends with a NUL.
unsafe fn take_option<U: CodeUnit>(
    option: INTERNET_PER_CONN_OPTIONA,
    settings: &mut Settings,
) -> Result<()> {
    // SAFETY: any bytes make a number.
    let number = unsafe { option.Value.dwValue };
    let text = || {
        // SAFETY: the caller's promise, since this is called for strings alone.
        let text = unsafe { string(option.Value.pszValue.cast_const().cast::<U>()) };
        text.map(Option::unwrap_or_default)
    };
    match option.dwOption {
        INTERNET_PER_CONN_FLAGS | INTERNET_PER_CONN_FLAGS_UI => settings.flags = number,
        INTERNET_PER_CONN_PROXY_SERVER => settings.set_proxies(&text()?)?,
        INTERNET_PER_CONN_PROXY_BYPASS => settings.set_bypass(&text()?),
        INTERNET_PER_CONN_AUTOCONFIG_URL => settings.script = text()?.into(),
        INTERNET_PER_CONN_AUTODISCOVERY_FLAGS => settings.discovery = number,
        // The others say what was found automatically.
        _ => return Err(INVALID_PARAMETER),
    }
    Ok(())
}

/// Where the options of a list are.
///
/// # Safety
/// `list` points to a list.
unsafe fn options(
    list: LPINTERNET_PER_CONN_OPTION_LISTA,
) -> Result<Vec<LPINTERNET_PER_CONN_OPTIONA>> {
    // SAFETY: the caller's promise.
    let found = unsafe { read(list) }?;
    let is_sized = found.dwSize as usize == size_of::<INTERNET_PER_CONN_OPTION_LISTA>();
    let count = found.dwOptionCount as usize;
    // There are no dial-up connections that would have a name.
    if !is_sized || !found.pszConnection.is_null() || (found.pOptions.is_null() && count > 0) {
        return Err(INVALID_PARAMETER);
    }
    Ok((0..count)
        .map(|index| found.pOptions.wrapping_add(index))
        .collect())
}

/// Says which option is at fault.
///
/// # Safety
/// `list` points to a list.
unsafe fn fault(list: LPINTERNET_PER_CONN_OPTION_LISTA, index: usize) -> Result<Error> {
    // SAFETY: the caller's promise.
    unsafe {
        let mut found = read(list)?;
        found.dwOptionError = index as DWORD;
        write(list, found)?;
    }
    Ok(INVALID_PARAMETER)
}

/// Tells the size, and whether there is so much room.
///
/// # Safety
/// `size` is NULL or points to the size of the buffer.
unsafe fn make_room((buffer, size): (LPVOID, LPDWORD), needed: usize) -> Result<()> {
    // SAFETY: the caller's promise.
    let room = unsafe { read(size) }? as usize;
    // SAFETY: the caller's promise.
    unsafe { write(size, needed as DWORD) }?;
    match buffer.is_null() || room < needed {
        true => Err(Error(ERROR_INSUFFICIENT_BUFFER)),
        false => Ok(()),
    }
}
