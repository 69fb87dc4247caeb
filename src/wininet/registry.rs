//! The table of handles: values that never repeat, looked up and never dereferenced, and who
//! descends from whom.

#[cfg(test)]
mod tests;

use std::num::NonZeroU32;

use parking_lot::{RwLock, RwLockWriteGuard};
use smallvec::SmallVec;

use super::error::{Error, Result};
use super::handle::{Handle, HandleId};
use crate::abi::{ERROR_INVALID_HANDLE, ERROR_NOT_ENOUGH_MEMORY};

/// How many bits of a value name the slot; the rest count how often the slot was used.
const SLOT_BITS: u32 = if usize::BITS == 64 { 24 } else { 14 };
/// Handles are multiples of four, as programs may know them.
const SHIFT: u32 = 2;
/// From one value of a slot to its next.
const STEP: usize = 1 << (SLOT_BITS + SHIFT);
/// A slot whose next value would be higher is used no more.
const HIGHEST: usize = usize::MAX / 2;

/// A table of handles.
pub struct Registry(RwLock<Table>);

struct Table {
    /// The first is never used, so that no slot has the number 0.
    slots: Vec<Slot>,
    /// The slot to be used next, the first of a list.
    free: Option<Number>,
}

/// What was taken out of a table.
pub enum Removed {
    /// A handle with nothing below it.
    Leaf(Handle),
    /// Others: children before parents.
    Tree(Tree),
}

/// Handles that are closed together; mostly they are few.
pub type Tree = SmallVec<[Handle; 4]>;

/// The number of a slot.
type Number = NonZeroU32;

/// A place in the table. Slots are linked into a tree by their numbers.
#[derive(Default)]
struct Slot {
    /// The value of its handle, or else of its next one.
    value: usize,
    handle: Option<Handle>,
    parent: Option<Number>,
    first_child: Option<Number>,
    /// The next sibling; for a free slot the next one in their list.
    older: Option<Number>,
    younger: Option<Number>,
}

impl Registry {
    /// An empty table.
    pub const fn new() -> Self {
        Self(RwLock::new(Table {
            slots: Vec::new(),
            free: None,
        }))
    }

    /// What `see` finds in the handle with this value. The table is locked meanwhile.
    pub fn find<T>(&self, id: HandleId, see: impl FnOnce(&Handle) -> Result<T>) -> Result<T> {
        let table = self.0.read();
        let slot = table.slots.get(index_of(id));
        let slot = slot.filter(|slot| slot.value == id.value());
        let handle = slot.and_then(|slot| slot.handle.as_ref());
        see(handle.ok_or(Error(ERROR_INVALID_HANDLE))?)
    }

    /// Shows every handle. The table is locked meanwhile.
    #[cfg_attr(not(any(target_os = "linux", windows)), allow(dead_code))]
    pub fn each(&self, see: impl FnMut(&Handle)) {
        let table = self.0.read();
        let handles = table.slots.iter().filter_map(|slot| slot.handle.as_ref());
        handles.for_each(see);
    }

    /// Where a new handle is to be, below `parent`.
    #[inline(always)]
    pub fn vacancy(&self, parent: Option<HandleId>) -> Result<Vacancy<'_>> {
        let mut table = self.0.write();
        let parent = parent.map(|id| table.number_of(id)).transpose()?;
        let number = match table.free {
            Some(number) => number,
            None => table.new_slot()?,
        };
        Ok(Vacancy {
            table,
            number,
            parent,
        })
    }

    /// Takes a handle out, and with it whatever descends from it. From now on none of their values
    /// means anything.
    #[inline(always)]
    pub fn remove(&self, id: HandleId) -> Result<Removed> {
        let mut table = self.0.write();
        let number = table.number_of(id)?;
        table.unlink(number);
        if table.slot(number).first_child.is_some() {
            return Ok(Removed::Tree(table.vacate_tree(number)));
        }
        let handle = table.vacate(number);
        let handle = handle.ok_or(Error(ERROR_INVALID_HANDLE))?;
        Ok(Removed::Leaf(handle))
    }
}

/// The place of a handle that is being made. Nobody else can use the table meanwhile.
pub struct Vacancy<'a> {
    table: RwLockWriteGuard<'a, Table>,
    number: Number,
    parent: Option<Number>,
}

impl Vacancy<'_> {
    /// The value that the handle will have.
    pub fn id(&self) -> HandleId {
        HandleId::new(self.table.slots[self.number.get() as usize].value)
    }

    /// Puts it there: from now on its value means something.
    #[inline(always)]
    pub fn fill(mut self, handle: Handle) {
        self.table.occupy(self.number, handle, self.parent);
    }
}

/// Where the slot is that a value names.
fn index_of(id: HandleId) -> usize {
    (id.value() >> SHIFT) & ((1 << SLOT_BITS) - 1)
}

impl Table {
    fn slot(&mut self, number: Number) -> &mut Slot {
        &mut self.slots[number.get() as usize]
    }

    /// Where the handle with this value is.
    fn number_of(&self, id: HandleId) -> Result<Number> {
        let index = index_of(id);
        let slot = self.slots.get(index);
        let slot = slot.filter(|slot| slot.value == id.value() && slot.handle.is_some());
        let number = slot.and_then(|_| Number::new(index as u32));
        number.ok_or(Error(ERROR_INVALID_HANDLE))
    }

    /// One more slot, which is free.
    #[cold]
    fn new_slot(&mut self) -> Result<Number> {
        if self.slots.is_empty() {
            self.slots.push(Slot::default());
        }
        let index = self.slots.len();
        let number = Number::new(index as u32).filter(|_| index < 1 << SLOT_BITS);
        let number = number.ok_or(Error(ERROR_NOT_ENOUGH_MEMORY))?;
        self.slots.push(Slot {
            value: STEP | index << SHIFT,
            older: self.free.replace(number),
            ..Slot::default()
        });
        Ok(number)
    }

    /// Puts a handle into the first free slot, as the youngest child of `parent`.
    #[inline(always)]
    fn occupy(&mut self, number: Number, handle: Handle, parent: Option<Number>) {
        self.free = self.slot(number).older;
        let sibling = parent.and_then(|parent| self.slot(parent).first_child.replace(number));
        if let Some(sibling) = sibling {
            self.slot(sibling).younger = Some(number);
        }
        let slot = self.slot(number);
        slot.handle = Some(handle);
        slot.parent = parent;
        slot.older = sibling;
        (slot.first_child, slot.younger) = (None, None);
    }

    /// Takes a slot out of its parent's list.
    #[inline(always)]
    fn unlink(&mut self, number: Number) {
        let &mut Slot {
            parent,
            older,
            younger,
            ..
        } = self.slot(number);
        if let Some(older) = older {
            self.slot(older).younger = younger;
        }
        match (younger, parent) {
            (Some(younger), _) => self.slot(younger).older = older,
            (None, Some(parent)) => self.slot(parent).first_child = older,
            (None, None) => {}
        }
    }

    #[cold]
    fn vacate_tree(&mut self, number: Number) -> Tree {
        let mut tree = Tree::new();
        self.vacate_below(number, &mut tree);
        tree.extend(self.vacate(number));
        tree
    }

    /// Handles nest three deep, so the recursion does too.
    fn vacate_below(&mut self, number: Number, vacated: &mut Tree) {
        let mut child = self.slot(number).first_child;
        while let Some(current) = child {
            self.vacate_below(current, vacated);
            child = self.slot(current).older;
            vacated.extend(self.vacate(current));
        }
    }

    fn vacate(&mut self, number: Number) -> Option<Handle> {
        let free = self.free;
        let slot = self.slot(number);
        let handle = slot.handle.take();
        let next = slot.value + STEP;
        if next <= HIGHEST {
            (slot.value, slot.older) = (next, free);
            self.free = Some(number);
        }
        handle
    }
}
