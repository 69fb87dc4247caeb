//! Which properties of an object are enumerated.

use std::sync::Arc;

use super::object::SYSTEM;
use super::{Cim, Error, Object, Result, Value};
use crate::abi::wbem::*;

/// The names of the properties that flags of WBEM_CONDITION_FLAG_TYPE choose, system properties first.
pub fn names(
    object: &Object,
    flags: LONG,
    qualifier: Option<(&str, Value)>,
) -> Result<Vec<Arc<str>>> {
    let known = WBEM_MASK_PRIMARY_CONDITION
        | WBEM_MASK_CONDITION_ORIGIN
        | WBEM_FLAG_KEYS_ONLY
        | WBEM_FLAG_REFS_ONLY;
    if flags & !known != 0 {
        return Err(Error::INVALID_PARAMETER);
    }
    let condition = flags & WBEM_MASK_PRIMARY_CONDITION;
    if condition != WBEM_FLAG_ALWAYS && qualifier.is_none() {
        return Err(Error::INVALID_PARAMETER);
    }
    let origin = flags & WBEM_MASK_CONDITION_ORIGIN;
    let is_restricted =
        condition != WBEM_FLAG_ALWAYS || flags & (WBEM_FLAG_KEYS_ONLY | WBEM_FLAG_REFS_ONLY) != 0;
    let has_system = matches!(origin, 0 | WBEM_FLAG_SYSTEM_ONLY) && !is_restricted;
    let mut names: Vec<Arc<str>> = Vec::new();
    if has_system {
        names.extend(SYSTEM.iter().map(|(name, ..)| Arc::from(*name)));
    }
    for place in object.places() {
        let property = &object.class.properties[place];
        let is_local = property.origin == object.class.name;
        let is_of_origin = match origin {
            WBEM_FLAG_LOCAL_ONLY => is_local,
            WBEM_FLAG_PROPAGATED_ONLY => !is_local,
            WBEM_FLAG_SYSTEM_ONLY => false,
            _ => true,
        };
        let is_kind = (flags & WBEM_FLAG_KEYS_ONLY == 0 || property.is_key)
            && (flags & WBEM_FLAG_REFS_ONLY == 0 || property.of.cim == Cim::Reference);
        let has = qualifier.as_ref().map(|(name, value)| {
            let found = property
                .qualifiers
                .iter()
                .find(|it| it.name.eq_ignore_ascii_case(name));
            (found.is_some(), found.is_some_and(|it| it.value == *value))
        });
        let is_qualified = match (condition, has) {
            (WBEM_FLAG_ONLY_IF_TRUE, Some((has, _))) => has,
            (WBEM_FLAG_ONLY_IF_FALSE, Some((has, _))) => !has,
            (WBEM_FLAG_ONLY_IF_IDENTICAL, Some((_, is_same))) => is_same,
            _ => true,
        };
        if is_of_origin && is_kind && is_qualified {
            names.push(property.name.clone());
        }
    }
    Ok(names)
}

/// Where a property comes from, one of the WBEM_FLAVOR_ORIGIN_ numbers.
pub fn flavor(object: &Object, name: &str) -> LONG {
    match object.place(name) {
        Ok(place) if object.class.properties[place].origin == object.class.name => {
            WBEM_FLAVOR_ORIGIN_LOCAL
        }
        Ok(_) => WBEM_FLAVOR_ORIGIN_PROPAGATED,
        Err(_) => WBEM_FLAVOR_ORIGIN_SYSTEM,
    }
}
