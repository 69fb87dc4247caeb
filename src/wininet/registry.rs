//! The table of handles: values that never repeat, looked up and never dereferenced, and who
//! descends from whom.

use parking_lot::RwLock;
use smallvec::SmallVec;

use super::error::{Error, Result};
use super::handle::{Handle, HandleId};
use crate::abi::{ERROR_INVALID_HANDLE, ERROR_NOT_ENOUGH_MEMORY};

/// How many bits of a value name the slot; the rest count how often the slot was used.
const SLOT_BITS: u32 = if usize::BITS == 64 { 24 } else { 14 };
/// Handles are multiples of four, as programs may know them.
const SHIFT: u32 = 2;
/// A slot that was used so often is used no more.
const LAST_GENERATION: usize = usize::MAX >> (SLOT_BITS + SHIFT + 1);

/// A handle and what descends from it; mostly it is alone.
pub type Tree = SmallVec<[Handle; 4]>;

/// A table of handles.
pub struct Registry(RwLock<Table>);

struct Table {
    slots: Vec<Slot>,
    free: Vec<u32>,
}

/// A place in the table. Slots are linked into a tree by their numbers.
#[derive(Default)]
struct Slot {
    generation: usize,
    handle: Option<Handle>,
    parent: Option<u32>,
    first_child: Option<u32>,
    older: Option<u32>,
    younger: Option<u32>,
}

impl Registry {
    /// An empty table.
    pub const fn new() -> Self {
        Self(RwLock::new(Table {
            slots: Vec::new(),
            free: Vec::new(),
        }))
    }

    /// The handle with this value.
    pub fn find(&self, id: HandleId) -> Result<Handle> {
        let table = self.0.read();
        let slot = &table.slots[table.slot_of(id)? as usize];
        slot.handle.clone().ok_or(Error(ERROR_INVALID_HANDLE))
    }

    /// Shows every handle. The table is locked meanwhile.
    #[cfg_attr(not(any(target_os = "linux", windows)), allow(dead_code))]
    pub fn each(&self, see: impl FnMut(&Handle)) {
        let table = self.0.read();
        let handles = table.slots.iter().filter_map(|slot| slot.handle.as_ref());
        handles.for_each(see);
    }

    /// Adds what `make` makes of the new value, below `parent`.
    pub fn add(
        &self,
        parent: Option<HandleId>,
        make: impl FnOnce(HandleId) -> Handle,
    ) -> Result<Handle> {
        let mut table = self.0.write();
        let parent = parent.map(|id| table.slot_of(id)).transpose()?;
        let index = table.vacant_slot()?;
        let id = table.value(index);
        let handle = make(id);
        table.slots[index as usize].handle = Some(handle.clone());
        if let Some(parent) = parent {
            table.link(index, parent);
        }
        Ok(handle)
    }

    /// Takes a handle out with everything that descends from it: children before parents. From now
    /// on none of their values means anything.
    pub fn remove(&self, id: HandleId) -> Result<Tree> {
        let mut table = self.0.write();
        let index = table.slot_of(id)?;
        table.unlink(index);
        let mut removed = Tree::new();
        table.remove_tree(index, &mut removed);
        Ok(removed)
    }
}

impl Table {
    fn slot_of(&self, id: HandleId) -> Result<u32> {
        let number = id.value() >> SHIFT;
        let index = number & ((1 << SLOT_BITS) - 1);
        let is_clean = number << SHIFT == id.value();
        let slot = self.slots.get(index).filter(|slot| {
            is_clean && slot.handle.is_some() && slot.generation == number >> SLOT_BITS
        });
        slot.map(|_| index as u32)
            .ok_or(Error(ERROR_INVALID_HANDLE))
    }

    fn vacant_slot(&mut self) -> Result<u32> {
        let index = match self.free.pop() {
            Some(index) => index,
            None if self.slots.len() < 1 << SLOT_BITS => {
                self.slots.push(Slot::default());
                (self.slots.len() - 1) as u32
            }
            None => return Err(Error(ERROR_NOT_ENOUGH_MEMORY)),
        };
        self.slots[index as usize].generation += 1;
        Ok(index)
    }

    fn value(&self, index: u32) -> HandleId {
        let generation = self.slots[index as usize].generation;
        HandleId::new((generation << SLOT_BITS | index as usize) << SHIFT)
    }

    fn link(&mut self, index: u32, parent: u32) {
        let sibling = self.slots[parent as usize].first_child.replace(index);
        if let Some(sibling) = sibling {
            self.slots[sibling as usize].younger = Some(index);
        }
        let slot = &mut self.slots[index as usize];
        slot.parent = Some(parent);
        slot.older = sibling;
    }

    fn unlink(&mut self, index: u32) {
        let slot = &mut self.slots[index as usize];
        let (older, younger) = (slot.older.take(), slot.younger.take());
        let parent = slot.parent.take();
        if let Some(older) = older {
            self.slots[older as usize].younger = younger;
        }
        match (younger, parent) {
            (Some(younger), _) => self.slots[younger as usize].older = older,
            (None, Some(parent)) => self.slots[parent as usize].first_child = older,
            (None, None) => {}
        }
    }

    /// Handles nest three deep, so the recursion does too.
    fn remove_tree(&mut self, index: u32, removed: &mut Tree) {
        let mut child = self.slots[index as usize].first_child.take();
        while let Some(current) = child {
            child = self.slots[current as usize].older.take();
            self.remove_tree(current, removed);
        }
        let slot = &mut self.slots[index as usize];
        (slot.parent, slot.younger) = (None, None);
        removed.extend(slot.handle.take());
        if slot.generation < LAST_GENERATION {
            self.free.push(index);
        }
    }
}
