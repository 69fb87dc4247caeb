//! COM objects of our own, and pointers to anybody's.

use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

use crate::abi::wbem::*;

/// What is behind an interface of ours.
pub trait Class: Send + Sync + Sized + 'static {
    /// The interface.
    type Interface: Interface;
    /// Its functions.
    const VTABLE: &'static <Self::Interface as Interface>::Vtbl;

    /// A name that nobody else answers to, where [`ours`] asks for it.
    const OWN: GUID = GUID_NULL;

    /// Other names that the interface answers to.
    fn is_also(_iid: &GUID) -> bool {
        false
    }

    /// The interface of another object that stands for this one: a part has what its whole has.
    fn other(&self, _this: *mut Self::Interface, _iid: &GUID) -> Option<Com<IUnknown>> {
        None
    }
}

/// How many objects of ours there are.
static LIVING: AtomicUsize = AtomicUsize::new(0);

/// Whether a program has objects of ours.
pub fn are_any_living() -> bool {
    LIVING.load(Ordering::Acquire) != 0
}

#[repr(C)]
struct Object<C: Class> {
    vtable: *const <C::Interface as Interface>::Vtbl,
    count: AtomicU32,
    class: C,
}

/// A new object, with the one reference that is returned.
pub fn create<C: Class>(class: C) -> Com<C::Interface> {
    LIVING.fetch_add(1, Ordering::Relaxed);
    let object = Box::new(Object {
        vtable: C::VTABLE,
        count: AtomicU32::new(1),
        class,
    });
    // SAFETY: the address of a box is not null, and the object begins as its interface does.
    Com(unsafe { NonNull::new_unchecked(Box::into_raw(object).cast()) })
}

/// What is behind a pointer of ours that a method was called with.
///
/// # Safety
/// `this` is a pointer that [`create`] made for the same class, with a reference that lives as long
/// as `'a`: COM's rule for the object of a call.
pub unsafe fn class_of<'a, C: Class>(this: *mut C::Interface) -> &'a C {
    // SAFETY: the caller's promise.
    unsafe { &(*this.cast::<Object<C>>()).class }
}

/// What is behind a pointer to an interface, if it is of that class of ours: asked by a name that
/// only the class knows.
///
/// # Safety
/// `pointer` is NULL or an interface pointer with a reference that lives as long as `'a`.
pub unsafe fn ours<'a, C: Class>(pointer: *mut C::Interface) -> Option<&'a C> {
    // SAFETY: the caller's promise.
    let object = unsafe { Com::borrowed(pointer) }?;
    let own = object.query_by::<C::Interface>(&C::OWN)?;
    // SAFETY: who answers to that name came from `create` for this class, and lives as promised.
    Some(unsafe { class_of(own.as_raw()) })
}

/// The first three functions of a class's table.
pub const fn unknown<C: Class>() -> IUnknownVtbl {
    IUnknownVtbl {
        QueryInterface: query_interface::<C>,
        AddRef: add_ref::<C>,
        Release: release::<C>,
    }
}

unsafe extern "C-unwind" fn query_interface<C: Class>(
    this: *mut IUnknown,
    iid: *const IID,
    result: *mut LPVOID,
) -> HRESULT {
    if iid.is_null() || result.is_null() {
        return E_POINTER;
    }
    // SAFETY: not NULL, and COM's rule for arguments.
    let iid = unsafe { ptr::read_unaligned(iid) };
    let this = this.cast::<C::Interface>();
    // SAFETY: the object of the call.
    let class = unsafe { class_of::<C>(this) };
    let is_this = iid == C::Interface::IID || is_own::<C>(&iid) || C::is_also(&iid);
    let other = if is_this {
        None
    } else {
        class.other(this, &iid)
    };
    let found = match other {
        Some(other) => other.into_raw().cast(),
        None if is_this || iid == IUnknown::IID => {
            // SAFETY: the object of the call.
            unsafe { add_ref::<C>(this.cast()) };
            this.cast()
        }
        None => ptr::null_mut(),
    };
    // SAFETY: not NULL, and COM's rule for results.
    unsafe { ptr::write_unaligned(result, found) };
    if found.is_null() {
        E_NOINTERFACE
    } else {
        S_OK
    }
}

fn is_own<C: Class>(iid: &GUID) -> bool {
    *iid == C::OWN && C::OWN != GUID_NULL
}

unsafe extern "C-unwind" fn add_ref<C: Class>(this: *mut IUnknown) -> ULONG {
    // SAFETY: the object of the call.
    let count = unsafe { &(*this.cast::<Object<C>>()).count };
    count.fetch_add(1, Ordering::Relaxed) + 1
}

unsafe extern "C-unwind" fn release<C: Class>(this: *mut IUnknown) -> ULONG {
    let object = this.cast::<Object<C>>();
    // SAFETY: the object of the call.
    let left = unsafe { &(*object).count }.fetch_sub(1, Ordering::AcqRel) - 1;
    if left == 0 {
        // SAFETY: it came from a box, and this was the last reference.
        drop(unsafe { Box::from_raw(object) });
        LIVING.fetch_sub(1, Ordering::Release);
    }
    left
}

/// A reference to anybody's object.
#[derive(Debug)]
pub struct Com<I: Interface>(NonNull<I>);

// SAFETY: the program promises COM's multithreaded apartment: what it hands over may be called from
// every thread.
unsafe impl<I: Interface> Send for Com<I> {}
// SAFETY: as before.
unsafe impl<I: Interface> Sync for Com<I> {}

impl<I: Interface> Com<I> {
    /// A reference of our own to what a program lent; `None` for NULL.
    ///
    /// # Safety
    /// `pointer` is NULL or an interface pointer that somebody holds a reference to.
    pub unsafe fn borrowed(pointer: *mut I) -> Option<Self> {
        let pointer = NonNull::new(pointer)?;
        // SAFETY: every interface begins with IUnknown's three functions.
        unsafe { ((*table(pointer.as_ptr())).AddRef)(pointer.as_ptr().cast()) };
        Some(Self(pointer))
    }

    /// Takes over a reference; `None` for NULL.
    ///
    /// # Safety
    /// `pointer` is NULL or an interface pointer with a reference that nobody else gives back.
    pub unsafe fn owned(pointer: *mut I) -> Option<Self> {
        NonNull::new(pointer).map(Self)
    }

    /// The pointer, while this reference lives.
    pub fn as_raw(&self) -> *mut I {
        self.0.as_ptr()
    }

    /// The pointer, with the reference.
    pub fn into_raw(self) -> *mut I {
        let pointer = self.0.as_ptr();
        std::mem::forget(self);
        pointer
    }

    /// The interface's functions.
    pub fn vtable(&self) -> *const I::Vtbl {
        // SAFETY: an interface pointer points to the pointer to its table.
        unsafe { *self.as_raw().cast() }
    }

    /// Another interface of the same object.
    pub fn query<T: Interface>(&self) -> Option<Com<T>> {
        self.query_by(&T::IID)
    }

    /// The interface of that name, which is a `T`.
    pub fn query_by<T: Interface>(&self, iid: &GUID) -> Option<Com<T>> {
        let mut found = ptr::null_mut();
        // SAFETY: a living reference, and room for the result.
        let result = unsafe {
            ((*table(self.as_raw())).QueryInterface)(self.as_raw().cast(), iid, &mut found)
        };
        // SAFETY: a successful QueryInterface gives a reference.
        (result >= 0)
            .then(|| unsafe { Com::owned(found.cast()) })
            .flatten()
    }

    /// The same object, as what every object is.
    pub fn into_unknown(self) -> Com<IUnknown> {
        let pointer = self.into_raw().cast();
        // SAFETY: every interface begins as IUnknown does; the reference is handed on.
        Com(unsafe { NonNull::new_unchecked(pointer) })
    }
}

impl<I: Interface> Clone for Com<I> {
    fn clone(&self) -> Self {
        // SAFETY: a living reference.
        unsafe { ((*table(self.as_raw())).AddRef)(self.as_raw().cast()) };
        Self(self.0)
    }
}

impl<I: Interface> Drop for Com<I> {
    fn drop(&mut self) {
        // SAFETY: this reference is ours to give back, and nothing uses it after this.
        unsafe { ((*table(self.as_raw())).Release)(self.as_raw().cast()) };
    }
}

/// The first three functions of any interface.
fn table<I: Interface>(pointer: *mut I) -> *const IUnknownVtbl {
    // SAFETY: only living interface pointers come here, which point to the pointer to their table.
    unsafe { *pointer.cast() }
}
