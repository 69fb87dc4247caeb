//! What goes wrong, as the number that C gets.

use crate::abi::wbem::*;

/// An HRESULT of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Error(pub HRESULT);

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub const FAILED: Self = Self(WBEM_E_FAILED);
    pub const NOT_FOUND: Self = Self(WBEM_E_NOT_FOUND);
    pub const ACCESS_DENIED: Self = Self(WBEM_E_ACCESS_DENIED);
    pub const INVALID_PARAMETER: Self = Self(WBEM_E_INVALID_PARAMETER);
    pub const NOT_SUPPORTED: Self = Self(WBEM_E_NOT_SUPPORTED);
    pub const INVALID_NAMESPACE: Self = Self(WBEM_E_INVALID_NAMESPACE);
    pub const INVALID_OBJECT: Self = Self(WBEM_E_INVALID_OBJECT);
    pub const INVALID_CLASS: Self = Self(WBEM_E_INVALID_CLASS);
    pub const INVALID_OPERATION: Self = Self(WBEM_E_INVALID_OPERATION);
    pub const INVALID_QUERY: Self = Self(WBEM_E_INVALID_QUERY);
    pub const INVALID_QUERY_TYPE: Self = Self(WBEM_E_INVALID_QUERY_TYPE);
    pub const PROVIDER_NOT_CAPABLE: Self = Self(WBEM_E_PROVIDER_NOT_CAPABLE);
    pub const TYPE_MISMATCH: Self = Self(WBEM_E_TYPE_MISMATCH);
    pub const VALUE_OUT_OF_RANGE: Self = Self(WBEM_E_VALUE_OUT_OF_RANGE);
    pub const INVALID_METHOD: Self = Self(WBEM_E_INVALID_METHOD);
    pub const INVALID_METHOD_PARAMETERS: Self = Self(WBEM_E_INVALID_METHOD_PARAMETERS);
    pub const CALL_CANCELLED: Self = Self(WBEM_E_CALL_CANCELLED);
    pub const INVALID_OBJECT_PATH: Self = Self(WBEM_E_INVALID_OBJECT_PATH);
    pub const QUOTA_VIOLATION: Self = Self(WBEM_E_QUOTA_VIOLATION);
    pub const UNPARSABLE_QUERY: Self = Self(WBEM_E_UNPARSABLE_QUERY);
    pub const NOT_EVENT_CLASS: Self = Self(WBEM_E_NOT_EVENT_CLASS);
    pub const CRITICAL: Self = Self(WBEM_E_CRITICAL_ERROR);
    pub const TOO_BROAD: Self = Self(WBEMESS_E_REGISTRATION_TOO_BROAD);
    pub const TOO_PRECISE: Self = Self(WBEMESS_E_REGISTRATION_TOO_PRECISE);
}
