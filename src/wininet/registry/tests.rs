//! What the table does with its slots and their links.

use std::sync::Arc;

use super::*;
use crate::wininet::session::{Opening, Session};

/// Puts a handle there, of whatever kind.
fn add(registry: &Registry, parent: Option<HandleId>) -> HandleId {
    let vacancy = registry.vacancy(parent).expect("a slot");
    let id = vacancy.id();
    let session = Session::new(id, Opening::default());
    vacancy.fill(Handle::Session(Arc::new(session)));
    id
}

fn has(registry: &Registry, id: HandleId) -> bool {
    registry.find(id, |_| Ok(())).is_ok()
}

/// The values of what is taken out.
fn remove(registry: &Registry, id: HandleId) -> Vec<HandleId> {
    let removed = match registry.remove(id).expect("a handle") {
        Removed::Leaf(handle) => smallvec::smallvec![handle],
        Removed::Tree(tree) => tree,
    };
    removed.iter().map(|it| it.common().id).collect()
}

#[test]
fn whichever_child_is_removed_the_others_stay() {
    for gone in 0..3 {
        let registry = Registry::new();
        let parent = add(&registry, None);
        let mut children = [(); 3].map(|()| add(&registry, Some(parent))).to_vec();
        let removed = children.remove(gone);
        assert_eq!(remove(&registry, removed), [removed]);
        children.push(add(&registry, Some(parent)));
        assert!(children.iter().all(|&it| has(&registry, it)));
        children.reverse();
        let tree = [children, vec![parent]].concat();
        assert_eq!(remove(&registry, parent), tree, "the youngest first");
        assert!(!tree.iter().any(|&it| has(&registry, it)));
    }
}

#[test]
fn a_branch_leaves_its_tree_and_the_slots_are_used_again() {
    let registry = Registry::new();
    let root = add(&registry, None);
    let branch = add(&registry, Some(root));
    let leaves = [(); 2].map(|()| add(&registry, Some(branch)));
    assert_eq!(remove(&registry, branch), [leaves[1], leaves[0], branch]);
    let again = [(); 3].map(|()| add(&registry, Some(root)));
    assert!(!again.contains(&branch) && !again.contains(&leaves[0]));
    assert_eq!(registry.0.read().slots.len(), 1 + 4, "and the first");
    let tree = [again[2], again[1], again[0], root];
    assert_eq!(remove(&registry, root), tree);
}

/// The next value of a free slot can be guessed. It means nothing before a handle has it.
#[test]
fn the_value_to_come_is_none_yet() {
    let registry = Registry::new();
    let first = add(&registry, None);
    remove(&registry, first);
    let next = HandleId::new(first.value() + STEP);
    assert!(!has(&registry, next));
    assert!(registry.remove(next).is_err());
    assert!(registry.vacancy(Some(next)).is_err());
    assert_eq!(add(&registry, None), next);
}

#[test]
fn a_slot_without_values_left_is_used_no_more() {
    let registry = Registry::new();
    let first = add(&registry, None);
    let last = HandleId::new(HIGHEST & !(STEP - 1) | index_of(first) << SHIFT);
    registry.0.write().slots[index_of(first)].value = last.value();
    assert!(registry.remove(last).is_ok());
    let other = add(&registry, None);
    assert_ne!(index_of(other), index_of(last));
    assert!(!has(&registry, last));
}
