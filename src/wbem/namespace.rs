//! Namespaces: their classes, and who gives the instances.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use parking_lot::RwLock;

use super::instructions::Instructions;
use super::object::Home;
use super::provider::{Provider, Source};
use super::system::host_name;
use super::{events, mof, path, providers, Class, Error, Object, Result};
use crate::abi::wbem::HRESULT;

/// A namespace.
pub struct Namespace {
    pub home: Arc<Home>,
    /// A superclass stands before its subclasses.
    classes: Vec<Arc<Class>>,
    places: HashMap<String, usize>,
    providers: HashMap<String, Arc<dyn Provider>>,
    /// Of classes of events, and of classes whose instances tell of themselves.
    sources: HashMap<String, Arc<dyn Source>>,
    /// Timer instructions, which a program puts there.
    pub instructions: Instructions,
    /// Who waits for events that somebody publishes.
    pub audience: events::Audience,
}

type Namespaces = BTreeMap<String, Arc<Namespace>>;

static NAMESPACES: LazyLock<RwLock<Namespaces>> = LazyLock::new(|| {
    let built_in = providers::namespaces();
    RwLock::new(
        built_in
            .into_iter()
            .map(|it| (it.name().to_owned(), Arc::new(it)))
            .collect(),
    )
});

/// What every namespace has.
static SYSTEM: LazyLock<Vec<Arc<Class>>> =
    LazyLock::new(|| mof::classes(include_str!("schema/system.mof"), &[]));

impl Namespace {
    /// A namespace with the classes of a schema, and a provider for some of them.
    pub fn new(name: &str, schema: &str, providers: Vec<(&str, Arc<dyn Provider>)>) -> Self {
        let mut classes = SYSTEM.clone();
        classes.extend(mof::classes(schema, &classes));
        let names = classes.iter().map(|it| it.name.to_ascii_lowercase());
        let places = names
            .enumerate()
            .map(|(place, name)| (name, place))
            .collect();
        let home = Home {
            server: host_name().into(),
            namespace: name.into(),
        };
        let mut providers: HashMap<String, _> = providers
            .into_iter()
            .map(|(class, it)| (class.to_ascii_lowercase(), it))
            .collect();
        providers.insert(
            "__namespace".into(),
            Arc::new(providers::Children(name.to_owned())),
        );
        Self {
            home: Arc::new(home),
            classes,
            places,
            providers,
            sources: HashMap::new(),
            instructions: Instructions::default(),
            audience: events::Audience::default(),
        }
    }

    /// The same, with where the events of a class come from.
    pub fn with_source(mut self, class: &str, source: Arc<dyn Source>) -> Self {
        self.sources.insert(class.to_ascii_lowercase(), source);
        self
    }

    /// Adds a namespace.
    pub fn add(namespace: Self) -> Arc<Self> {
        let namespace = Arc::new(namespace);
        NAMESPACES
            .write()
            .insert(namespace.name().to_owned(), namespace.clone());
        namespace
    }

    /// The namespace of a path such as `\\.\root\cimv2`. Other machines are not there.
    pub fn open(text: &str) -> Result<Arc<Self>> {
        let (server, name) = path::namespace(text)?;
        check_server(server.as_deref())?;
        NAMESPACES
            .read()
            .get(&name)
            .cloned()
            .ok_or(Error::INVALID_NAMESPACE)
    }

    /// The names of all namespaces.
    pub fn names() -> Vec<String> {
        NAMESPACES.read().keys().cloned().collect()
    }

    pub fn name(&self) -> &str {
        &self.home.namespace
    }

    pub fn class(&self, name: &str) -> Option<&Arc<Class>> {
        self.places
            .get(&name.to_ascii_lowercase())
            .map(|place| &self.classes[*place])
    }

    pub fn classes(&self) -> &[Arc<Class>] {
        &self.classes
    }

    pub fn provider(&self, class: &Class) -> Option<&Arc<dyn Provider>> {
        self.providers.get(&class.name.to_ascii_lowercase())
    }

    /// Has the events of a class told, if they have a source of their own.
    pub fn begin_source(self: &Arc<Self>, class: &str) -> Result<()> {
        let source = self.sources.get(&class.to_ascii_lowercase());
        source.map_or(Ok(()), |it| it.begin(self))
    }

    /// The same for a class of events and those that inherit from it.
    pub fn begin_sources(self: &Arc<Self>, class: &Class) -> Result<()> {
        let mut members = self.classes.iter().filter(|it| it.is_a(&class.name));
        members.try_for_each(|it| self.begin_source(&it.name))
    }

    /// A class and those that inherit from it, as far as they have instances.
    pub fn family<'a>(
        &'a self,
        class: &'a Class,
    ) -> impl Iterator<Item = (&'a Arc<Class>, &'a Arc<dyn Provider>)> {
        let members = self.classes.iter().filter(|it| it.is_a(&class.name));
        members.filter_map(|it| Some((it, self.provider(it)?)))
    }

    /// An instance of a class of this namespace without a path, such as an event.
    pub fn homeless(&self, class: &str) -> Option<Object> {
        Some(Object::new(self.class(class)?.clone(), None))
    }

    /// What an error says of a call.
    pub fn extended_status(&self, method: &str, parameter: &str, code: HRESULT) -> Option<Object> {
        let mut status = self.homeless("__ExtendedStatus")?;
        let properties = [
            ("Operation", method.into()),
            ("ParameterInfo", parameter.into()),
            ("ProviderName", "WinMgmt".into()),
            ("StatusCode", (code as u32).into()),
        ];
        for (name, value) in properties {
            status.set(name, value).ok()?;
        }
        Some(status)
    }
}

/// This machine has its name, a dot, localhost, and no name.
pub fn check_server(server: Option<&str>) -> Result<()> {
    let is_here = server.is_none_or(|name| {
        let is = |it: &str| name.eq_ignore_ascii_case(it);
        is(".") || is("localhost") || is("127.0.0.1") || is("::1") || is(&host_name())
    });
    is_here
        .then_some(())
        .ok_or(Error(crate::abi::wbem::WBEM_E_TRANSPORT_FAILURE))
}
