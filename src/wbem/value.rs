//! Values of properties, and their types.

use std::sync::Arc;

use super::{Error, Object, Result};
use crate::abi::wbem::*;

/// A value. Which of the numbers' widths it has says its property's [`Type`].
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Whole(i128),
    Real(f64),
    /// Also dates and references.
    Text(Arc<str>),
    Object(Box<Object>),
    Array(Arc<[Value]>),
}

impl Value {
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn whole(&self) -> Option<i128> {
        match self {
            Self::Whole(number) => Some(*number),
            _ => None,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.into())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value.into())
    }
}

impl From<Arc<str>> for Value {
    fn from(value: Arc<str>) -> Self {
        Self::Text(value)
    }
}

macro_rules! whole {
    ($($type:ty)*) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::Whole(value as i128)
            }
        }
    )*};
}
whole! { i32 u8 u16 u32 u64 i64 usize }

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Self {
        Self::Array(values.into_iter().map(Into::into).collect())
    }
}

/// The types of CIM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cim {
    Sint8,
    Uint8,
    Sint16,
    Uint16,
    Sint32,
    Uint32,
    Sint64,
    Uint64,
    Real32,
    Real64,
    Boolean,
    String,
    Datetime,
    Reference,
    Char16,
    Object,
}

const NAMES: [(Cim, &str, CIMTYPE); 16] = [
    (Cim::Sint8, "sint8", CIM_SINT8),
    (Cim::Uint8, "uint8", CIM_UINT8),
    (Cim::Sint16, "sint16", CIM_SINT16),
    (Cim::Uint16, "uint16", CIM_UINT16),
    (Cim::Sint32, "sint32", CIM_SINT32),
    (Cim::Uint32, "uint32", CIM_UINT32),
    (Cim::Sint64, "sint64", CIM_SINT64),
    (Cim::Uint64, "uint64", CIM_UINT64),
    (Cim::Real32, "real32", CIM_REAL32),
    (Cim::Real64, "real64", CIM_REAL64),
    (Cim::Boolean, "boolean", CIM_BOOLEAN),
    (Cim::String, "string", CIM_STRING),
    (Cim::Datetime, "datetime", CIM_DATETIME),
    (Cim::Reference, "ref", CIM_REFERENCE),
    (Cim::Char16, "char16", CIM_CHAR16),
    (Cim::Object, "object", CIM_OBJECT),
];

impl Cim {
    pub fn name(self) -> &'static str {
        let found = NAMES.iter().find(|(cim, ..)| *cim == self);
        found.map_or("", |(_, name, _)| name)
    }

    pub fn named(name: &str) -> Option<Self> {
        let found = NAMES
            .iter()
            .find(|(_, it, _)| it.eq_ignore_ascii_case(name));
        found.map(|(cim, ..)| *cim)
    }

    pub fn number(self) -> CIMTYPE {
        let found = NAMES.iter().find(|(cim, ..)| *cim == self);
        found.map_or(CIM_ILLEGAL, |(.., number)| *number)
    }

    /// The least and the greatest whole number.
    pub fn range(self) -> Option<(i128, i128)> {
        Some(match self {
            Self::Sint8 => (i8::MIN.into(), i8::MAX.into()),
            Self::Uint8 => (0, u8::MAX.into()),
            Self::Sint16 => (i16::MIN.into(), i16::MAX.into()),
            Self::Uint16 | Self::Char16 => (0, u16::MAX.into()),
            Self::Sint32 => (i32::MIN.into(), i32::MAX.into()),
            Self::Uint32 => (0, u32::MAX.into()),
            Self::Sint64 => (i64::MIN.into(), i64::MAX.into()),
            Self::Uint64 => (0, u64::MAX.into()),
            _ => return None,
        })
    }
}

/// The type of a property or parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Type {
    pub cim: Cim,
    pub is_array: bool,
    /// The class of an object or a reference.
    pub class: Option<Arc<str>>,
}

impl Type {
    /// One of the CIM_ numbers.
    pub fn number(&self) -> CIMTYPE {
        self.cim.number() | if self.is_array { CIM_FLAG_ARRAY } else { 0 }
    }

    /// The value of the CIMTYPE qualifier.
    pub fn text(&self) -> String {
        match &self.class {
            Some(class) => format!("{}:{class}", self.cim.name()),
            None => self.cim.name().to_owned(),
        }
    }

    /// Makes a value one of this type, as a program or a query gives it: 64 bits come as text, and
    /// narrow unsigned numbers as wider signed ones.
    pub fn accept(&self, value: Value) -> Result<Value> {
        match value {
            Value::Null => Ok(Value::Null),
            Value::Array(values) if self.is_array => {
                let accepted: Result<Vec<_>> = values
                    .iter()
                    .map(|it| self.accept_one(it.clone()))
                    .collect();
                Ok(Value::Array(accepted?.into()))
            }
            value if !self.is_array => self.accept_one(value),
            _ => Err(Error::TYPE_MISMATCH),
        }
    }

    fn accept_one(&self, value: Value) -> Result<Value> {
        if let Some((least, greatest)) = self.cim.range() {
            let number = match value {
                Value::Whole(number) => number,
                Value::Bool(truth) => truth.into(),
                Value::Text(text) => text.trim().parse().map_err(|_| Error::TYPE_MISMATCH)?,
                Value::Real(number) if number.fract() == 0.0 => number as i128,
                _ => return Err(Error::TYPE_MISMATCH),
            };
            // VT_I4 carries uint32, VT_I2 sint8: what does not fit as a signed number may fit as an
            // unsigned one of the same width.
            let wrapped = if number < 0 && least == 0 {
                number + greatest + 1
            } else {
                number
            };
            let fits = (least..=greatest).contains(&wrapped);
            return if fits {
                Ok(Value::Whole(wrapped))
            } else {
                Err(Error::VALUE_OUT_OF_RANGE)
            };
        }
        match (self.cim, value) {
            (Cim::Boolean, Value::Whole(number)) => Ok(Value::Bool(number != 0)),
            (Cim::Boolean, value @ Value::Bool(_)) => Ok(value),
            (Cim::Real32 | Cim::Real64, Value::Whole(number)) => Ok(Value::Real(number as f64)),
            (Cim::Real32 | Cim::Real64, value @ Value::Real(_)) => Ok(value),
            (Cim::String | Cim::Datetime | Cim::Reference, value @ Value::Text(_)) => Ok(value),
            (Cim::Object, value @ Value::Object(_)) => Ok(value),
            _ => Err(Error::TYPE_MISMATCH),
        }
    }
}
