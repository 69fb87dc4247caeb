//! Classes.

use std::sync::Arc;

use super::{Type, Value};

/// A class.
#[derive(Debug)]
pub struct Class {
    pub name: Arc<str>,
    pub superclass: Option<Arc<Class>>,
    /// The class's own and all that it inherits, which come first.
    pub properties: Vec<Property>,
    pub methods: Vec<Method>,
    /// The class's own.
    pub qualifiers: Vec<Qualifier>,
}

#[derive(Debug, Clone)]
pub struct Property {
    pub name: Arc<str>,
    pub of: Type,
    pub default: Value,
    /// The class that has it first.
    pub origin: Arc<str>,
    pub qualifiers: Vec<Qualifier>,
    pub is_key: bool,
}

#[derive(Debug, Clone)]
pub struct Method {
    pub name: Arc<str>,
    pub origin: Arc<str>,
    pub qualifiers: Vec<Qualifier>,
    /// __PARAMETERS with what goes in, and with what comes out; `None` where nothing does.
    pub input: Option<Arc<Class>>,
    pub output: Option<Arc<Class>>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Qualifier {
    pub name: Arc<str>,
    pub value: Value,
}

impl Class {
    /// A property's place, by its name in any case.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.properties
            .iter()
            .position(|it| it.name.eq_ignore_ascii_case(name))
    }

    pub fn method(&self, name: &str) -> Option<&Method> {
        self.methods
            .iter()
            .find(|it| it.name.eq_ignore_ascii_case(name))
    }

    /// Whether it is that class or inherits from it.
    pub fn is_a(&self, name: &str) -> bool {
        self.line().any(|it| it.name.eq_ignore_ascii_case(name))
    }

    /// The class, its superclass, and so on.
    pub fn line(&self) -> impl Iterator<Item = &Class> {
        std::iter::successors(Some(self), |it| it.superclass.as_deref())
    }

    pub fn dynasty(&self) -> Arc<str> {
        self.line()
            .last()
            .map_or_else(|| self.name.clone(), |it| it.name.clone())
    }

    pub fn keys(&self) -> impl Iterator<Item = usize> + '_ {
        let keys = self
            .properties
            .iter()
            .enumerate()
            .filter(|(_, it)| it.is_key);
        keys.map(|(at, _)| at)
    }

    /// Whether the class itself has a qualifier.
    pub fn has(&self, qualifier: &str) -> bool {
        has(&self.qualifiers, qualifier)
    }

    /// A class with one instance, whose path is `Class=@`.
    pub fn is_singleton(&self) -> bool {
        self.line().any(|it| it.has("singleton"))
    }
}

/// Whether a qualifier is there, and not false.
pub fn has(qualifiers: &[Qualifier], name: &str) -> bool {
    let found = qualifiers
        .iter()
        .find(|it| it.name.eq_ignore_ascii_case(name));
    found.is_some_and(|it| it.value != Value::Bool(false))
}
