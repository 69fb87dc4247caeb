//! Where instances come from.

use std::sync::Arc;

use super::call::Each;
use super::object::Home;
use super::{Class, Error, Feed, Flow, Namespace, Object, Result, Value};

/// What is asked of a provider.
pub struct Scan<'a> {
    pub class: &'a Arc<Class>,
    pub home: &'a Arc<Home>,
    /// The properties that are needed, by place; the others may be left NULL.
    pub wanted: &'a [bool],
}

/// How a class's instances change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changes {
    /// Somebody must look: queries for that need WITHIN.
    Silently,
    EverySecond,
    /// The provider tells, as a [`Source`].
    Audibly,
}

/// Where events come from that nobody has to look for. It tells them to the namespace's audience.
pub trait Source: Send + Sync {
    /// Somebody is about to listen: from now on events are told, as long as somebody does.
    fn begin(&self, namespace: &Arc<Namespace>) -> Result<()>;
}

/// Gives the instances of a class.
pub trait Provider: Send + Sync {
    /// Gives all of them, until somebody has enough.
    fn instances(&self, scan: &Scan<'_>, feed: &mut dyn Feed) -> Result<()>;

    /// What tells an instance from another that has the same key later.
    fn identity(&self) -> &'static [&'static str] {
        &[]
    }

    fn changes(&self) -> Changes {
        Changes::Silently
    }

    /// The instance that has the same keys, if it is still there.
    fn again(&self, scan: &Scan<'_>, object: &Object) -> Option<Object> {
        look_for(object, scan, |feed| self.instances(scan, feed))
    }

    /// Runs a method, and gives its output parameters. `object` is `None` for a method of the class.
    fn run(
        &self,
        _method: &str,
        _object: Option<&Object>,
        _input: &Object,
        _output: &mut Object,
    ) -> Result<()> {
        Err(Error::PROVIDER_NOT_CAPABLE)
    }
}

/// The first of many that has the keys of a known one.
fn look_for(
    known: &Object,
    scan: &Scan<'_>,
    all: impl FnOnce(&mut dyn Feed) -> Result<()>,
) -> Option<Object> {
    let keys: Vec<usize> = scan.class.keys().collect();
    let mut found = None;
    let mut first = Each(|it: Object| {
        if keys
            .iter()
            .any(|place| it.value(*place) != known.value(*place))
        {
            return Flow::Continue(());
        }
        found = Some(it);
        Flow::Break(())
    });
    all(&mut first).ok().and(found)
}

/// A property of a list, and what must be read for it.
pub struct Column<T> {
    pub name: &'static str,
    pub need: u32,
    pub value: fn(&T) -> Value,
}

impl<T> Column<T> {
    /// One that every row has.
    pub const fn of(name: &'static str, value: fn(&T) -> Value) -> Self {
        Self::read(name, 0, value)
    }

    /// One for which something must be read.
    pub const fn read(name: &'static str, need: u32, value: fn(&T) -> Value) -> Self {
        Self { name, need, value }
    }
}

/// A provider that is a list of rows and a table of columns.
pub struct List<T: 'static> {
    pub columns: &'static [Column<T>],
    /// Gives every row, with what `need` says read.
    pub rows: fn(need: u32, give: &mut dyn FnMut(T) -> Flow) -> Result<()>,
    pub identity: &'static [&'static str],
    pub changes: Changes,
    /// The row that has a key, where that is cheaper than looking through all.
    pub row: Option<fn(key: &Value, need: u32) -> Option<T>>,
    pub run: fn(&str, Option<&Object>, &Object, &mut Object) -> Result<()>,
}

impl<T> List<T> {
    /// A list that does not do more than that.
    pub const fn plain(
        columns: &'static [Column<T>],
        rows: fn(u32, &mut dyn FnMut(T) -> Flow) -> Result<()>,
    ) -> Self {
        Self {
            columns,
            rows,
            identity: &[],
            changes: Changes::Silently,
            row: None,
            run: |_, _, _, _| Err(Error::PROVIDER_NOT_CAPABLE),
        }
    }
}

impl<T> List<T> {
    /// The columns that are wanted, with their places: names are looked up once for all rows.
    fn placed(&self, scan: &Scan<'_>) -> Vec<(usize, &Column<T>)> {
        let placed = self.columns.iter().filter_map(|column| {
            let place = scan.class.place(column.name)?;
            scan.wanted[place].then_some((place, column))
        });
        placed.collect()
    }
}

fn need<T>(placed: &[(usize, &Column<T>)]) -> u32 {
    placed
        .iter()
        .fold(0, |need, (_, column)| need | column.need)
}

fn object<T>(scan: &Scan<'_>, placed: &[(usize, &Column<T>)], row: &T) -> Object {
    let mut values: Vec<Value> = scan
        .class
        .properties
        .iter()
        .map(|it| it.default.clone())
        .collect();
    for (place, column) in placed {
        values[*place] = (column.value)(row);
    }
    Object::with_values(scan.class.clone(), values, Some(scan.home.clone()))
}

impl<T> Provider for List<T> {
    fn instances(&self, scan: &Scan<'_>, feed: &mut dyn Feed) -> Result<()> {
        let placed = self.placed(scan);
        (self.rows)(need(&placed), &mut |row| {
            feed.give(object(scan, &placed, &row))
        })
    }

    fn identity(&self) -> &'static [&'static str] {
        self.identity
    }

    fn changes(&self) -> Changes {
        self.changes
    }

    fn again(&self, scan: &Scan<'_>, known: &Object) -> Option<Object> {
        let placed = self.placed(scan);
        if let (Some(row), Some(key)) = (self.row, scan.class.keys().next()) {
            return row(known.value(key), need(&placed)).map(|row| object(scan, &placed, &row));
        }
        look_for(known, scan, |feed| self.instances(scan, feed))
    }

    fn run(
        &self,
        method: &str,
        object: Option<&Object>,
        input: &Object,
        output: &mut Object,
    ) -> Result<()> {
        (self.run)(method, object, input, output)
    }
}
