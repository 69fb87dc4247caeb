//! Proxy settings as programs give and take them.

use std::sync::Arc;

use super::inward::{string, CodeUnit, INVALID_PARAMETER};
use crate::abi::*;
use crate::wininet::proxy::Settings;
use crate::wininet::Result;

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
        INTERNET_OPEN_TYPE_DIRECT => Settings::default(),
        INTERNET_OPEN_TYPE_PROXY => {
            // SAFETY: the caller's promise.
            let (proxies, bypass) = unsafe { (string(proxies)?, string(bypass)?) };
            let proxies = proxies
                .filter(|it| !it.is_empty())
                .ok_or(INVALID_PARAMETER)?;
            Settings::named(&proxies, &bypass.unwrap_or_default())?
        }
        _ => return Err(INVALID_PARAMETER),
    };
    Ok(Some(Arc::new(settings)))
}
