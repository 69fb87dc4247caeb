//! What a program can ask of a namespace.

use std::sync::Arc;

use super::call::{Call, Each, Ending, Feed, Flow};
use super::events::Subscription;
use super::namespace::check_server;
use super::path::{self, Keys, Path};
use super::plan::{holds, Plan};
use super::provider::Scan;
use super::wql::{self, Fault, Query};
use super::{Class, Error, Namespace, Object, Result, Value};
use crate::abi::wbem::WBEM_MAX_QUERY;

/// A connection to a namespace.
#[derive(Clone)]
pub struct Services {
    pub namespace: Arc<Namespace>,
}

/// How an enumeration goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// The class itself, or the classes right below it.
    Shallow,
    Deep,
}

impl Services {
    pub fn connect(path: &str) -> Result<Self> {
        Namespace::open(path).map(|namespace| Self { namespace })
    }

    /// A namespace within this one, or a whole path.
    pub fn open(&self, path: &str) -> Result<Self> {
        let inner = format!(r"{}\{path}", self.namespace.name());
        if path.starts_with(['\\', '/']) {
            return Self::connect(path);
        }
        Self::connect(&inner).or_else(|_| Self::connect(path))
    }

    /// Runs a query of data or of classes. What is wrong with it shows when it runs.
    pub fn query(&self, language: &str, text: &str, is_prototype: bool) -> Result<Call> {
        check_language(language)?;
        let (this, query) = (self.clone(), text.to_owned());
        Ok(Call::new("ExecQuery", text, move |feed| {
            let query = parsed(&query)?;
            let is_schema = query.class.eq_ignore_ascii_case("meta_class");
            match is_schema {
                true => this.select_classes(&query, feed),
                false => this.select(&query, is_prototype, feed),
            }?;
            Ok(Ending::default())
        }))
    }

    fn select(&self, query: &Query, is_prototype: bool, feed: &mut dyn Feed) -> Result<()> {
        if query.within.is_some() || query.is_grouped {
            return Err(Error::INVALID_QUERY);
        }
        let class = self.class(&query.class)?;
        let plan = Plan::new(query, class)?;
        if is_prototype {
            let object = Object::class(class.clone(), Some(self.namespace.home.clone()));
            let _ = feed.give(plan.show(object));
            return Ok(());
        }
        self.each_of_family(class, &|member| Plan::for_subclass(query, member), feed)
    }

    /// Gives what each class of a family has, as its plan wants it.
    fn each_of_family(
        &self,
        class: &Class,
        plan: &dyn Fn(&Class) -> Plan,
        feed: &mut dyn Feed,
    ) -> Result<()> {
        let home = &self.namespace.home;
        let family: Vec<_> = self.namespace.family(class).collect();
        for (at, (member, provider)) in family.iter().enumerate() {
            let plan = plan(member);
            let mut picked = Picked {
                plan: &plan,
                feed,
                flow: Flow::Continue(()),
            };
            let scan = Scan {
                class: member,
                home,
                wanted: &plan.wanted,
            };
            match provider.instances(&scan, &mut picked) {
                // What one subclass cannot say here is no reason for the others to be silent.
                Err(Error::NOT_SUPPORTED | Error::ACCESS_DENIED) if member.name != class.name => {}
                said => said?,
            }
            // Where several classes answer, each that has is progress.
            if picked.flow.is_continue() && family.len() > 1 {
                let _ = picked.progress(at as u64 + 1, family.len() as u64, &member.name);
            }
            if picked.flow.is_break() {
                return Ok(());
            }
        }
        for object in self.namespace.instructions.all() {
            if object.class.is_a(&class.name) {
                let plan = plan(&object.class);
                if plan.pick(object).is_some_and(|it| feed.give(it).is_break()) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn select_classes(&self, query: &Query, feed: &mut dyn Feed) -> Result<()> {
        for class in self.namespace.classes() {
            let object = Object::class(class.clone(), Some(self.namespace.home.clone()));
            let is_wanted = query
                .condition
                .as_ref()
                .is_none_or(|it| holds(it, &object) == Some(true));
            if is_wanted && feed.give(object).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn class(&self, name: &str) -> Result<&Arc<Class>> {
        self.namespace.class(name).ok_or(Error::INVALID_CLASS)
    }

    /// The instances of a class.
    pub fn instances(&self, class: &str, depth: Depth) -> Call {
        let (this, name) = (self.clone(), class.to_owned());
        Call::new("CreateInstanceEnum", class, move |feed| {
            let class = this.class(&name)?;
            let mut exact = Each(|object: Object| match depth {
                Depth::Shallow if !Arc::ptr_eq(&object.class, class) => Flow::Continue(()),
                _ => feed.give(object),
            });
            this.each_of_family(
                class,
                &|member| Plan::for_subclass(&everything(), member),
                &mut exact,
            )?;
            Ok(Ending::default())
        })
    }

    /// The classes below one, or all.
    pub fn classes(&self, superclass: &str, depth: Depth) -> Call {
        let (this, name) = (self.clone(), superclass.to_owned());
        Call::new("CreateClassEnum", superclass, move |feed| {
            if !name.is_empty() {
                this.class(&name)?;
            }
            for class in this.namespace.classes() {
                let above = class.superclass.as_ref().map_or("", |it| &it.name);
                let is_below = match depth {
                    Depth::Shallow => above.eq_ignore_ascii_case(&name),
                    Depth::Deep if name.is_empty() => true,
                    Depth::Deep => class.superclass.as_ref().is_some_and(|it| it.is_a(&name)),
                };
                let object = || Object::class(class.clone(), Some(this.namespace.home.clone()));
                if is_below && feed.give(object()).is_break() {
                    break;
                }
            }
            Ok(Ending::default())
        })
    }

    /// The class or instance that a path names.
    pub fn object(&self, text: &str) -> Call {
        let (this, path) = (self.clone(), text.to_owned());
        Call::new("GetObject", text, move |feed| {
            let (this, path) = this.reach(&path)?;
            let _ = feed.give(this.find(&path)?);
            Ok(Ending::default())
        })
    }

    /// A path, and the namespace that it leads to.
    fn reach(&self, text: &str) -> Result<(Self, Path)> {
        let path = path::parse(text)?;
        check_server(path.server.as_deref())?;
        match &path.namespace {
            Some(namespace) => Ok((Self::connect(namespace)?, path)),
            None => Ok((self.clone(), path)),
        }
    }

    fn find(&self, path: &Path) -> Result<Object> {
        if path.keys == Keys::None {
            let class = self.namespace.class(&path.class).ok_or(Error::NOT_FOUND)?;
            return Ok(Object::class(
                class.clone(),
                Some(self.namespace.home.clone()),
            ));
        }
        let class = self.class(&path.class)?;
        let keys = keys(path, class)?;
        let mut found = None;
        let mut first = Each(|object: Object| {
            let is_it = keys
                .iter()
                .all(|(place, value)| is_same_key(object.value(*place), value));
            if !is_it {
                return Flow::Continue(());
            }
            found = Some(object);
            Flow::Break(())
        });
        self.each_of_family(
            class,
            &|member| Plan::for_subclass(&everything(), member),
            &mut first,
        )?;
        found.ok_or(Error::NOT_FOUND)
    }

    /// Runs a method of a class or of an instance.
    pub fn method(&self, path: &str, method: &str, input: Option<Object>) -> Result<Call> {
        let (this, target) = self.reach(path)?;
        let method = method.to_owned();
        let parameter = format!("{path}::{method}");
        Ok(Call::new("ExecMethod", &parameter, move |feed| {
            let object = this.find(&target)?;
            let class = object.class.clone();
            let found = class.method(&method).ok_or(Error::INVALID_METHOD)?;
            let is_static = super::class::has(&found.qualifiers, "static");
            let instance = Some(&object).filter(|_| target.keys != Keys::None);
            if instance.is_none() && !is_static {
                return Err(Error::INVALID_METHOD_PARAMETERS);
            }
            let input = match (input, &found.input) {
                (Some(given), Some(expected)) => accepted(&given, expected)?,
                (None, Some(expected)) => Object::new(expected.clone(), None),
                (_, None) => Object::new(parameterless(), None),
            };
            let mut output = Object::new(found.output.clone().unwrap_or_else(parameterless), None);
            let provider = this
                .namespace
                .provider(&class)
                .ok_or(Error::PROVIDER_NOT_CAPABLE)?;
            provider.run(&found.name, instance, &input, &mut output)?;
            let _ = feed.give(output);
            Ok(Ending::default())
        }))
    }

    /// Writes an instance, and ends with its path.
    pub fn put(&self, object: Object) -> Call {
        let this = self.clone();
        let parameter = object.class.name.to_string();
        Call::new("PutInstance", &parameter, move |_| {
            let path = this.namespace.instructions.put(&this.namespace, object)?;
            Ok(Ending {
                text: Some(path),
                ..Ending::default()
            })
        })
    }

    /// Deletes an instance.
    pub fn delete(&self, text: &str) -> Result<Call> {
        let (this, path) = self.reach(text)?;
        Ok(Call::new("DeleteInstance", text, move |_| {
            let object = this.find(&path)?;
            this.namespace
                .instructions
                .delete(&object)
                .map(|()| Ending::default())
        }))
    }

    /// Subscribes to events. All that can be wrong is said here.
    pub fn subscription(&self, language: &str, text: &str) -> Result<Subscription> {
        check_language(language)?;
        let query = read(text, Error::UNPARSABLE_QUERY)?;
        Subscription::new(&self.namespace, query, text)
    }
}

fn check_language(language: &str) -> Result<()> {
    language
        .eq_ignore_ascii_case("WQL")
        .then_some(())
        .ok_or(Error::INVALID_QUERY_TYPE)
}

/// Reads a query; what is no WQL, or longer than WQL may be, is the error `unless`.
fn read(text: &str, unless: Error) -> Result<Query> {
    if is_long(text) {
        return Err(unless);
    }
    wql::parse(text).map_err(|fault| match fault {
        Fault::Unparsable => unless,
        Fault::TooComplex => Error::QUOTA_VIOLATION,
    })
}

fn is_long(text: &str) -> bool {
    text.chars().count() > WBEM_MAX_QUERY as usize
}

fn parsed(text: &str) -> Result<Query> {
    let first = text.split_whitespace().next().unwrap_or_default();
    if ["ASSOCIATORS", "REFERENCES"]
        .iter()
        .any(|it| first.eq_ignore_ascii_case(it))
        && !is_long(text)
    {
        return Err(Error::NOT_SUPPORTED);
    }
    read(text, Error::INVALID_QUERY)
}

/// SELECT *
fn everything() -> Query {
    Query {
        select: None,
        class: String::new(),
        within: None,
        condition: None,
        is_grouped: false,
    }
}

fn parameterless() -> Arc<Class> {
    let name = "__PARAMETERS".into();
    Arc::new(Class {
        name,
        superclass: None,
        properties: Vec::new(),
        methods: Vec::new(),
        qualifiers: Vec::new(),
    })
}

/// Parameters as a method declares them, from whichever object a program made.
fn accepted(given: &Object, expected: &Arc<Class>) -> Result<Object> {
    let mut input = Object::new(expected.clone(), None);
    for property in &expected.properties {
        if let Ok(value) = given.get(&property.name) {
            let set = input.set(&property.name, value);
            set.map_err(|_| Error::INVALID_METHOD_PARAMETERS)?;
        }
    }
    Ok(input)
}

/// The keys that a path gives, by place.
fn keys(path: &Path, class: &Class) -> Result<Vec<(usize, Value)>> {
    let places: Vec<usize> = class.keys().collect();
    let given = match &path.keys {
        Keys::None => Vec::new(),
        Keys::Singleton if class.is_singleton() => Vec::new(),
        Keys::Singleton => return Err(Error::INVALID_OBJECT_PATH),
        Keys::Only(value) => match places.as_slice() {
            [place] => vec![(*place, value.clone())],
            _ => return Err(Error::INVALID_OBJECT_PATH),
        },
        Keys::Named(keys) => {
            let found = keys.iter().map(|(name, value)| {
                let place = class.place(name).filter(|it| places.contains(it));
                Ok((place.ok_or(Error::INVALID_OBJECT_PATH)?, value.clone()))
            });
            let found: Vec<_> = found.collect::<Result<_>>()?;
            if found.len() != places.len() {
                return Err(Error::INVALID_OBJECT_PATH);
            }
            found
        }
    };
    let accepted = given.into_iter().map(|(place, value)| {
        let value = match (&class.properties[place].of.cim, value) {
            (super::Cim::String, Value::Whole(number)) => number.to_string().into(),
            (_, value) => value,
        };
        let value = class.properties[place].of.accept(value);
        Ok((place, value.map_err(|_| Error::INVALID_OBJECT_PATH)?))
    });
    accepted.collect()
}

fn is_same_key(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Text(one), Value::Text(other)) => one.eq_ignore_ascii_case(other),
        (one, other) => one == other,
    }
}

/// A feed behind a plan.
struct Picked<'a> {
    plan: &'a Plan,
    feed: &'a mut dyn Feed,
    flow: Flow,
}

impl Feed for Picked<'_> {
    fn give(&mut self, object: Object) -> Flow {
        if let Some(object) = self.plan.pick(object) {
            self.flow = self.feed.give(object);
        }
        self.flow
    }

    fn progress(&mut self, done: u64, total: u64, text: &str) -> Flow {
        self.flow = self.feed.progress(done, total, text);
        self.flow
    }
}
