//! What a query means for the classes that there are.

use std::sync::Arc;

use super::object::SYSTEM;
use super::wql::{is_like, Condition, Operand, Path, Query, Relation};
use super::{datetime, Cim, Class, Error, Object, Result, Value};

/// A data query, for one class.
pub struct Plan {
    condition: Option<Condition>,
    shown: Option<Arc<[usize]>>,
    /// The properties that it takes to answer.
    pub wanted: Vec<bool>,
}

impl Plan {
    /// Looks the query's names up. What the class has not, and constants that no property of that type
    /// can have, make the query invalid.
    pub fn new(query: &Query, class: &Class) -> Result<Self> {
        let shown = query
            .select
            .as_ref()
            .map(|paths| select(paths, class))
            .transpose()?;
        if let Some(condition) = &query.condition {
            check(condition, class)?;
        }
        Ok(Self::unchecked(query, class, shown))
    }

    /// The same for a class that inherits from the one that was checked.
    pub fn for_subclass(query: &Query, class: &Class) -> Self {
        let shown = query
            .select
            .as_ref()
            .and_then(|paths| select(paths, class).ok());
        Self::unchecked(query, class, shown)
    }

    fn unchecked(query: &Query, class: &Class, shown: Option<Arc<[usize]>>) -> Self {
        let mut wanted = vec![shown.is_none(); class.properties.len()];
        let keys = class.keys();
        keys.chain(shown.iter().flat_map(|it| it.iter().copied()))
            .for_each(|place| wanted[place] = true);
        if let Some(condition) = &query.condition {
            paths(condition, &mut |path| {
                if let Some(place) = class.place(&path[0]) {
                    wanted[place] = true;
                }
            });
        }
        Self {
            condition: query.condition.clone(),
            shown,
            wanted,
        }
    }

    /// The object as the query wants it, if it wants it.
    pub fn pick(&self, object: Object) -> Option<Object> {
        let is_wanted = self
            .condition
            .as_ref()
            .is_none_or(|it| holds(it, &object) == Some(true));
        is_wanted.then(|| self.show(object))
    }

    /// The object with what was selected.
    pub fn show(&self, object: Object) -> Object {
        match &self.shown {
            Some(shown) => object.showing(shown.clone()),
            None => object,
        }
    }
}

/// The places of what was selected, and of the keys. `__PATH` and its kin are always there.
fn select(paths: &[Path], class: &Class) -> Result<Arc<[usize]>> {
    let mut places: Vec<usize> = Vec::new();
    for path in paths {
        let [name] = path.as_slice() else {
            return Err(Error::INVALID_QUERY);
        };
        match class.place(name) {
            Some(place) if !places.contains(&place) => places.push(place),
            Some(_) => {}
            None if is_system(name) => {}
            None => return Err(Error::INVALID_QUERY),
        }
    }
    let keys: Vec<usize> = class.keys().filter(|it| !places.contains(it)).collect();
    places.extend(keys);
    Ok(places.into())
}

fn is_system(name: &str) -> bool {
    SYSTEM.iter().any(|(it, ..)| it.eq_ignore_ascii_case(name))
}

fn check(condition: &Condition, class: &Class) -> Result<()> {
    let of = |path: &Path| match path.as_slice() {
        [name] if is_system(name) => Ok(Cim::String),
        [name] => {
            let place = class.place(name).ok_or(Error::INVALID_QUERY)?;
            let of = &class.properties[place].of;
            (!of.is_array).then_some(of.cim).ok_or(Error::INVALID_QUERY)
        }
        // What an embedded object has is known when it is there.
        [name, ..] => class
            .place(name)
            .map(|_| Cim::Object)
            .ok_or(Error::INVALID_QUERY),
        [] => Err(Error::INVALID_QUERY),
    };
    let is_valid = match condition {
        Condition::And(left, right) | Condition::Or(left, right) => {
            check(left, class)?;
            return check(right, class);
        }
        Condition::Not(inner) => return check(inner, class),
        Condition::IsNull(path) => class.place(&path[0]).is_some() || is_system(&path[0]),
        Condition::Like(path, _) => matches!(
            of(path)?,
            Cim::String | Cim::Reference | Cim::Datetime | Cim::Object
        ),
        Condition::Isa(path, _) => {
            path[0].eq_ignore_ascii_case("__this") || of(path)? == Cim::Object
        }
        Condition::Compare(path, relation, operand) => match operand {
            Operand::Path(other) => of(path).and(of(other)).is_ok(),
            constant => can_be(of(path)?, *relation, constant),
        },
    };
    is_valid.then_some(()).ok_or(Error::INVALID_QUERY)
}

/// Whether a property of that type can be compared with a constant.
fn can_be(cim: Cim, relation: Relation, constant: &Operand) -> bool {
    let is_order = !matches!(relation, Relation::Equal | Relation::Unequal);
    match (cim, constant) {
        (Cim::Object, _) => true,
        (Cim::Boolean, Operand::Bool(_) | Operand::Whole(0 | 1)) => !is_order,
        (Cim::Boolean, Operand::Text(text)) => {
            !is_order
                && ["true", "false"]
                    .iter()
                    .any(|it| text.eq_ignore_ascii_case(it))
        }
        (Cim::Boolean, _) => false,
        (Cim::Datetime, Operand::Text(text)) => datetime::instant(text).is_some(),
        (Cim::String | Cim::Reference, Operand::Text(_) | Operand::Whole(_)) => true,
        (Cim::String | Cim::Reference | Cim::Datetime, _) => false,
        (_, Operand::Text(text)) => text.trim().parse::<f64>().is_ok(),
        (_, Operand::Bool(_)) => false,
        _ => true,
    }
}

/// The paths of a condition.
fn paths(condition: &Condition, see: &mut dyn FnMut(&Path)) {
    match condition {
        Condition::And(left, right) | Condition::Or(left, right) => {
            paths(left, see);
            paths(right, see);
        }
        Condition::Not(inner) => paths(inner, see),
        Condition::IsNull(path) | Condition::Like(path, _) | Condition::Isa(path, _) => see(path),
        Condition::Compare(path, _, operand) => {
            see(path);
            if let Operand::Path(other) = operand {
                see(other);
            }
        }
    }
}

/// Whether a condition holds of an object; `None` where a NULL leaves it open, as in SQL.
pub fn holds(condition: &Condition, object: &Object) -> Option<bool> {
    match condition {
        Condition::And(left, right) => match holds(left, object) {
            Some(false) => Some(false),
            Some(true) => holds(right, object),
            None => holds(right, object).filter(|it| !it),
        },
        Condition::Or(left, right) => match holds(left, object) {
            Some(true) => Some(true),
            Some(false) => holds(right, object),
            None => holds(right, object).filter(|it| *it),
        },
        Condition::Not(inner) => holds(inner, object).map(|it| !it),
        Condition::IsNull(path) => Some(object.follow(path).is_null()),
        Condition::Like(path, pattern) => object
            .follow(path)
            .text()
            .map(|text| is_like(text, pattern)),
        Condition::Isa(path, class) if path[0].eq_ignore_ascii_case("__this") => {
            Some(object.class.is_a(class))
        }
        Condition::Isa(path, class) => match object.follow(path) {
            Value::Object(inner) => Some(inner.class.is_a(class)),
            _ => Some(false),
        },
        Condition::Compare(path, relation, operand) => {
            let value = object.follow(path);
            let order = match operand {
                Operand::Path(other) => {
                    return compare_values(&value, *relation, &object.follow(other))
                }
                Operand::Whole(number) => order(&value, &Value::Whole(*number)),
                Operand::Real(number) => order(&value, &Value::Real(*number)),
                Operand::Text(text) => order(&value, &text.as_str().into()),
                Operand::Bool(truth) => order(&value, &Value::Bool(*truth)),
            };
            order.map(|order| relation.holds(order))
        }
    }
}

/// Two properties: what is no number and no text is equal or not.
fn compare_values(left: &Value, relation: Relation, right: &Value) -> Option<bool> {
    if left.is_null() || right.is_null() {
        return None;
    }
    match (order(left, right), relation) {
        (Some(order), _) => Some(relation.holds(order)),
        (None, Relation::Equal) => Some(left == right),
        (None, Relation::Unequal) => Some(left != right),
        _ => None,
    }
}

/// The order of two values. Text has no case; dates are instants.
fn order(left: &Value, right: &Value) -> Option<std::cmp::Ordering> {
    match (left, right) {
        (Value::Text(left), Value::Text(right)) => {
            match (datetime::instant(left), datetime::instant(right)) {
                (Some(left), Some(right)) => Some(left.cmp(&right)),
                _ => {
                    let [left, right] =
                        [left, right].map(|it| it.chars().flat_map(char::to_lowercase));
                    Some(left.cmp(right))
                }
            }
        }
        (Value::Whole(left), Value::Whole(right)) => Some(left.cmp(right)),
        (Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
        (Value::Bool(left), right) => Some(left.cmp(&truth(right)?)),
        (left, Value::Bool(right)) => Some(truth(left)?.cmp(right)),
        _ => number(left)?.partial_cmp(&number(right)?),
    }
}

fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Whole(number) => Some(*number != 0),
        Value::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Whole(number) => Some(*number as f64),
        Value::Real(number) => Some(*number),
        Value::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}
