//! Classes and instances as a program sees them.

use std::sync::Arc;

use super::path::written;
use super::{value::Cim, wql::Path};
use super::{Class, Error, Result, Type, Value};

/// Whether an object is a class or an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Genus {
    Class,
    Instance,
}

/// Where an object lives.
#[derive(Debug, PartialEq, Eq)]
pub struct Home {
    pub server: Arc<str>,
    pub namespace: Arc<str>,
}

/// A class or an instance. Copies share what they have until one of them changes.
#[derive(Debug, Clone)]
pub struct Object {
    pub class: Arc<Class>,
    pub genus: Genus,
    values: Arc<Vec<Value>>,
    /// The properties that were selected, in their order; `None` for all.
    shown: Option<Arc<[usize]>>,
    home: Option<Arc<Home>>,
}

/// Equal are objects of one class with equal properties, wherever they live.
impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.class, &other.class)
            && self.genus == other.genus
            && self.values == other.values
    }
}

/// The system properties, in their order.
pub const SYSTEM: [(&str, Cim, bool); 10] = [
    ("__GENUS", Cim::Sint32, false),
    ("__CLASS", Cim::String, false),
    ("__SUPERCLASS", Cim::String, false),
    ("__DYNASTY", Cim::String, false),
    ("__RELPATH", Cim::String, false),
    ("__PROPERTY_COUNT", Cim::Sint32, false),
    ("__DERIVATION", Cim::String, true),
    ("__SERVER", Cim::String, false),
    ("__NAMESPACE", Cim::String, false),
    ("__PATH", Cim::String, false),
];

impl Object {
    /// An instance with the class's defaults.
    pub fn new(class: Arc<Class>, home: Option<Arc<Home>>) -> Self {
        let values = class
            .properties
            .iter()
            .map(|it| it.default.clone())
            .collect();
        Self::of(class, Genus::Instance, values, home)
    }

    /// An instance with values in the order of its class's properties.
    pub fn with_values(class: Arc<Class>, values: Vec<Value>, home: Option<Arc<Home>>) -> Self {
        Self::of(class, Genus::Instance, values, home)
    }

    /// The class itself.
    pub fn class(class: Arc<Class>, home: Option<Arc<Home>>) -> Self {
        let defaults = Self::new(class, home);
        Self {
            genus: Genus::Class,
            ..defaults
        }
    }

    fn of(class: Arc<Class>, genus: Genus, values: Vec<Value>, home: Option<Arc<Home>>) -> Self {
        Self {
            class,
            genus,
            values: Arc::new(values),
            shown: None,
            home,
        }
    }

    /// The same with the properties alone that were asked for.
    pub fn showing(mut self, shown: Arc<[usize]>) -> Self {
        self.shown = Some(shown);
        self
    }

    /// The places of the properties that are there.
    pub fn places(&self) -> Vec<usize> {
        match &self.shown {
            Some(shown) => shown.to_vec(),
            None => (0..self.class.properties.len()).collect(),
        }
    }

    /// The place of a property that is there.
    pub fn place(&self, name: &str) -> Result<usize> {
        let place = self.class.place(name).ok_or(Error::NOT_FOUND)?;
        let is_shown = self
            .shown
            .as_ref()
            .is_none_or(|shown| shown.contains(&place));
        is_shown.then_some(place).ok_or(Error::NOT_FOUND)
    }

    pub fn value(&self, place: usize) -> &Value {
        &self.values[place]
    }

    /// A property's value, or a system property's.
    pub fn get(&self, name: &str) -> Result<Value> {
        match self.place(name) {
            Ok(place) => Ok(self.values[place].clone()),
            Err(error) => self.system(name).map(|(_, value)| value).ok_or(error),
        }
    }

    /// A property of this object, or of an object that a property has: `TargetInstance.Name`.
    pub fn follow(&self, path: &Path) -> Value {
        let (first, rest) = path.split_first().expect("a path has a name");
        let value = match self.class.place(first) {
            Some(place) => self.values[place].clone(),
            None => self.system(first).map_or(Value::Null, |(_, value)| value),
        };
        match value {
            value if rest.is_empty() => value,
            Value::Object(inner) => inner.follow(&rest.to_vec()),
            _ => Value::Null,
        }
    }

    /// Sets a property.
    pub fn set(&mut self, name: &str, value: Value) -> Result<()> {
        let place = self.class.place(name).ok_or(Error::NOT_FOUND)?;
        let accepted = self.class.properties[place].of.accept(value)?;
        Arc::make_mut(&mut self.values)[place] = accepted;
        Ok(())
    }

    /// A system property and its type.
    pub fn system(&self, name: &str) -> Option<(Type, Value)> {
        let (name, cim, is_array) = SYSTEM
            .into_iter()
            .find(|(it, ..)| it.eq_ignore_ascii_case(name))?;
        let value = match name {
            "__GENUS" => (self.genus as i32 + 1).into(),
            "__CLASS" => self.class.name.clone().into(),
            "__SUPERCLASS" => self
                .class
                .superclass
                .as_ref()
                .map(|it| it.name.clone())
                .into(),
            "__DYNASTY" => self.class.dynasty().into(),
            "__RELPATH" => self.relative_path().into(),
            "__PROPERTY_COUNT" => self.places().len().into(),
            "__DERIVATION" => {
                let line = self.class.line().skip(1);
                line.map(|it| it.name.clone()).collect::<Vec<_>>().into()
            }
            "__SERVER" => self.home.as_ref().map(|it| it.server.clone()).into(),
            "__NAMESPACE" => self.home.as_ref().map(|it| it.namespace.clone()).into(),
            _ => self.path().into(),
        };
        Some((
            Type {
                cim,
                is_array,
                class: None,
            },
            value,
        ))
    }

    /// `Class.Key="value"`, or the class's name; `None` for what has no home or no key.
    pub fn relative_path(&self) -> Option<String> {
        self.home.as_ref()?;
        if self.genus == Genus::Class {
            return Some(self.class.name.to_string());
        }
        if self.class.is_singleton() {
            return Some(format!("{}=@", self.class.name));
        }
        let mut keys: Vec<usize> = self.class.keys().collect();
        keys.sort_by_key(|place| self.class.properties[*place].name.to_ascii_lowercase());
        if keys.is_empty() || keys.iter().any(|place| self.values[*place].is_null()) {
            return None;
        }
        let named = |place: &usize| {
            let name = &self.class.properties[*place].name;
            format!("{name}={}", written(&self.values[*place]))
        };
        let keys: Vec<String> = keys.iter().map(named).collect();
        Some(format!("{}.{}", self.class.name, keys.join(",")))
    }

    /// The path with server and namespace.
    pub fn path(&self) -> Option<String> {
        let home = self.home.as_ref()?;
        let relative = self.relative_path()?;
        Some(format!(r"\\{}\{}:{relative}", home.server, home.namespace))
    }
}

impl Object {
    /// About how many bytes it takes.
    pub fn weight(&self) -> usize {
        let of = |value: &Value| match value {
            Value::Text(text) => text.len(),
            Value::Object(inner) => inner.weight(),
            Value::Array(values) => values.len() * size_of::<Value>(),
            _ => 0,
        };
        128 + self
            .values
            .iter()
            .map(|value| size_of::<Value>() + of(value))
            .sum::<usize>()
    }
}
