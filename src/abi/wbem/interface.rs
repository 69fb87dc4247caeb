//! How an interface is written down.

use super::GUID;

/// A pointer that starts with a pointer to a table of functions.
pub trait Interface: Sized {
    /// The table.
    type Vtbl: 'static;
    /// The interface's name.
    const IID: GUID;
}

/// An interface with the methods that it adds to its base, in their order. All return an HRESULT.
///
/// An exception that comes out of a program's method ends the process; "C-unwind" makes that sure.
macro_rules! interface {
    (
        $(#[$doc:meta])*
        $name:ident, $table:ident: $base:ident = $iid:literal;
        $($method:ident($($parameter:ident: $type:ty),* $(,)?);)*
    ) => {
        $(#[$doc])*
        #[repr(C)]
        #[derive(Debug)]
        pub struct $name {
            pub lpVtbl: *const $table,
        }

        #[repr(C)]
        #[derive(Debug)]
        pub struct $table {
            pub base: <$base as $crate::abi::wbem::Interface>::Vtbl,
            $(pub $method: unsafe extern "C-unwind" fn(
                This: *mut $name,
                $($parameter: $type),*
            ) -> $crate::abi::wbem::HRESULT,)*
        }

        impl $crate::abi::wbem::Interface for $name {
            type Vtbl = $table;
            const IID: $crate::abi::wbem::GUID = $crate::abi::wbem::GUID::of($iid);
        }
    };
}
pub(crate) use interface;
