//! A namespace with a provider that does what a test says, and a sink that notes what it is told.

use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread::{self, ThreadId};
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use super::super::bstr;
use super::super::class_object::ClassObject;
use super::super::object::{class_of, ours};
use super::super::object::{create, unknown, Class, Com};
use super::super::services::Connection;
use super::super::system::SysFreeString;
use super::things::{Job, Loud, Things};
use crate::abi::wbem::*;
use crate::wbem::{Error, Feed, Flow, Namespace, Object, Provider, Result, Scan, Services};

/// No test waits longer. Generous, since only a failing test waits that long, and a sink that gives up
/// ends the process.
pub const LIMIT: Duration = Duration::from_secs(120);

/// How long a cancel waits for the callback that another thread is in.
pub const CANCEL_WAITS: Duration = Duration::from_secs(2);

const SCHEMA: &str = "
    [dynamic] class Test_Base { [key] uint32 Id; string Text; };
    [dynamic] class Test_Row : Test_Base { uint64 Size; };
    [dynamic] class Test_Empty { [key] uint32 Id; };
    [dynamic] class Test_Thing { [key] uint32 Id; string Text; uint64 Size; };
    [dynamic] class Test_Loud { [key] uint32 Id; };
    [dynamic] class Test_Job { [key] uint32 Id; [static, implemented] uint32 Run(); };
";

/// What the provider of Test_Row does, one after the other.
#[derive(Clone)]
pub enum Step {
    Give(u32),
    Progress(u64, u64, &'static str),
    /// Waits until the test says so, or for nobody if it is gone.
    Wait(Arc<Latch>),
    Fail(HRESULT),
    Panic,
}

/// Something that happens once.
#[derive(Default)]
pub struct Latch {
    is_open: Mutex<bool>,
    changed: Condvar,
}

impl Latch {
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    pub fn open(&self) {
        *self.is_open.lock() = true;
        self.changed.notify_all();
    }

    pub fn wait(&self) {
        let mut is_open = self.is_open.lock();
        while !*is_open {
            assert!(
                !self.changed.wait_for(&mut is_open, LIMIT).timed_out(),
                "nobody opens"
            );
        }
    }
}

struct Script {
    steps: Vec<Step>,
    /// How often a provider went on after somebody had enough.
    late: Arc<AtomicUsize>,
}

impl Provider for Script {
    fn instances(&self, scan: &Scan<'_>, feed: &mut dyn Feed) -> Result<()> {
        let mut id = 0_u32;
        let mut flow = Flow::Continue(());
        for step in &self.steps {
            if flow.is_break() {
                self.late.fetch_add(1, Ordering::AcqRel);
                return Ok(());
            }
            match step {
                Step::Give(count) => {
                    for _ in 0..*count {
                        id += 1;
                        let values = vec![
                            id.into(),
                            format!("row {id}").into(),
                            (u64::MAX - u64::from(id)).into(),
                        ];
                        flow = feed.give(Object::with_values(
                            scan.class.clone(),
                            values,
                            Some(scan.home.clone()),
                        ));
                        if flow.is_break() {
                            break;
                        }
                    }
                }
                Step::Progress(done, total, text) => flow = feed.progress(*done, *total, text),
                Step::Wait(latch) => latch.wait(),
                Step::Fail(code) => return Err(Error(*code)),
                Step::Panic => panic!("a provider that panics, as the test says"),
            }
        }
        Ok(())
    }
}

/// A namespace of a test's own.
pub struct Scene {
    pub namespace: Arc<Namespace>,
    pub things: Things,
    pub job: Arc<Job>,
    pub services: Com<IWbemServices>,
    pub name: String,
    pub late: Arc<AtomicUsize>,
}

/// A namespace whose Test_Row does the steps, and whose Test_Empty has no instances.
pub fn scene(steps: &[Step]) -> Scene {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let name = format!(r"root\test{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let late = Arc::<AtomicUsize>::default();
    let row = Script {
        steps: steps.to_vec(),
        late: late.clone(),
    };
    let none = Script {
        steps: Vec::new(),
        late: late.clone(),
    };
    let (things, job) = (Things::default(), Arc::<Job>::default());
    let namespace = Namespace::add(Namespace::new(
        &name,
        SCHEMA,
        vec![
            ("Test_Row", Arc::new(row)),
            ("Test_Empty", Arc::new(none)),
            ("Test_Thing", Arc::new(things.clone())),
            ("Test_Loud", Arc::new(Loud)),
            ("Test_Job", Arc::new(job.clone())),
        ],
    ));
    Scene {
        namespace,
        things,
        job,
        services: connect(&name),
        name,
        late,
    }
}

pub fn connect(name: &str) -> Com<IWbemServices> {
    create(Connection::new(
        Services::connect(name).expect("the namespace"),
    ))
}

/// One of the namespaces that there are.
pub fn named(name: &str) -> Scene {
    Scene {
        namespace: Namespace::open(name).expect("the namespace"),
        things: Things::default(),
        job: Arc::default(),
        services: connect(name),
        name: name.into(),
        late: Arc::default(),
    }
}

pub fn cimv2() -> Scene {
    named(r"root\cimv2")
}

/// A BSTR for one call.
pub struct Text(pub BSTR);

pub fn text(text: &str) -> Text {
    Text(bstr::from_text(text))
}

impl Drop for Text {
    fn drop(&mut self) {
        // SAFETY: made by from_text, and used by nobody after this.
        unsafe { SysFreeString(self.0) };
    }
}

/// What a sink was told.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    Objects(Vec<u32>),
    Progress {
        done: u16,
        total: u16,
        text: String,
    },
    Last {
        code: HRESULT,
        text: Option<String>,
        status: Option<u32>,
    },
}

/// A sink that notes what it is told.
#[derive(Clone, Default)]
pub struct Notes(Arc<Noted>);

type Hook = Box<dyn Fn(&Told) -> HRESULT + Send + Sync>;

#[derive(Default)]
struct Noted {
    told: Mutex<Vec<Told>>,
    objects: Mutex<Vec<Object>>,
    threads: Mutex<Vec<ThreadId>>,
    flags: Mutex<Vec<LONG>>,
    changed: Condvar,
    inside: AtomicI32,
    overlapped: AtomicI32,
    is_gone: Mutex<bool>,
    hook: Mutex<Option<Arc<Hook>>>,
}

struct TestSink(Arc<Noted>);

impl Drop for TestSink {
    fn drop(&mut self) {
        // It may have what it notes in it.
        let _hook = self.0.hook.lock().take();
        *self.0.is_gone.lock() = true;
        self.0.changed.notify_all();
    }
}

impl Class for TestSink {
    type Interface = IWbemObjectSink;
    const VTABLE: &'static IWbemObjectSinkVtbl = &IWbemObjectSinkVtbl {
        base: unknown::<Self>(),
        Indicate: indicate,
        SetStatus: set_status,
    };
}

impl Noted {
    fn note(&self, told: Told) -> HRESULT {
        if self.inside.fetch_add(1, Ordering::AcqRel) != 0 {
            self.overlapped.fetch_add(1, Ordering::AcqRel);
        }
        let hook = self.hook.lock().clone();
        self.threads.lock().push(thread::current().id());
        self.told.lock().push(told.clone());
        self.changed.notify_all();
        let result = hook.map_or(S_OK, |hook| hook(&told));
        self.inside.fetch_sub(1, Ordering::AcqRel);
        result
    }
}

unsafe extern "C-unwind" fn indicate(
    this: *mut IWbemObjectSink,
    count: LONG,
    objects: *mut *mut IWbemClassObject,
) -> HRESULT {
    assert!(count > 0 && !objects.is_null());
    // SAFETY: the library gives so many pointers to objects of its own.
    let objects: Vec<Object> = unsafe {
        let pointers = std::slice::from_raw_parts(objects, count as usize);
        let objects = pointers.iter();
        objects
            .map(|it| ours::<ClassObject>(*it).expect("our own").object())
            .collect()
    };
    let id = |it: &Object| it.get("Id").ok().and_then(|id| id.whole()).unwrap_or(0) as u32;
    let ids = objects.iter().map(id).collect();
    // SAFETY: the object of the call.
    let noted = unsafe { &class_of::<TestSink>(this).0 };
    noted.objects.lock().extend(objects);
    noted.note(Told::Objects(ids))
}

unsafe extern "C-unwind" fn set_status(
    this: *mut IWbemObjectSink,
    flags: LONG,
    code: HRESULT,
    string: BSTR,
    object: *mut IWbemClassObject,
) -> HRESULT {
    // SAFETY: a string and an object of the library's own, or NULL.
    let (text, status) = unsafe {
        let text = (!string.is_null()).then(|| bstr::text(string).expect("Unicode"));
        let status = ours::<ClassObject>(object).map(|it| it.object().get("StatusCode").unwrap());
        (text, status.and_then(|it| it.whole()).map(|it| it as u32))
    };
    let told = match flags {
        WBEM_STATUS_COMPLETE => Told::Last { code, text, status },
        WBEM_STATUS_PROGRESS => {
            let (done, total) = (code as u16, (code >> 16) as u16);
            Told::Progress {
                done,
                total,
                text: text.unwrap_or_default(),
            }
        }
        other => panic!("C16: {other} is neither 0 nor 2"),
    };
    // SAFETY: the object of the call.
    let noted = unsafe { &class_of::<TestSink>(this).0 };
    noted.flags.lock().push(flags);
    noted.note(told)
}

impl Notes {
    /// A sink that notes here; the one reference is the caller's.
    pub fn sink(&self) -> Com<IWbemObjectSink> {
        create(TestSink(self.0.clone()))
    }

    /// What the sink does and answers when it is told something.
    pub fn answer(&self, hook: impl Fn(&Told) -> HRESULT + Send + Sync + 'static) {
        *self.0.hook.lock() = Some(Arc::new(Box::new(hook)));
    }

    pub fn told(&self) -> Vec<Told> {
        self.0.told.lock().clone()
    }

    /// The objects that were indicated.
    pub fn objects(&self) -> Vec<Object> {
        self.0.objects.lock().clone()
    }

    /// The flags of every status.
    pub fn flags(&self) -> Vec<LONG> {
        self.0.flags.lock().clone()
    }

    pub fn threads(&self) -> Vec<ThreadId> {
        self.0.threads.lock().clone()
    }

    fn wait_for(&self, what: &str, is_there: impl Fn(&[Told]) -> bool) {
        let mut told = self.0.told.lock();
        while !is_there(&told) {
            assert!(
                !self.0.changed.wait_for(&mut told, LIMIT).timed_out(),
                "{what} after {told:?}"
            );
        }
    }

    /// Waits until something was told so often.
    pub fn wait_for_count(&self, count: usize) {
        self.wait_for("so many", |told| told.len() >= count);
    }

    /// Waits until the objects that were indicated are what a test wants.
    pub fn wait_until(&self, is_enough: impl Fn(&[Object]) -> bool) {
        self.wait_for("objects", |_| is_enough(&self.objects()));
    }

    /// Waits for the last word, and gives its code.
    pub fn last(&self) -> HRESULT {
        let is_last = |told: &Told| matches!(told, Told::Last { .. });
        self.wait_for("the last word", |told| told.iter().any(is_last));
        self.lasts()[0]
    }

    /// Waits for so many last words.
    pub fn wait_for_lasts(&self, count: usize) {
        let is_last = |told: &&Told| matches!(told, Told::Last { .. });
        self.wait_for("last words", |told| {
            told.iter().filter(is_last).count() >= count
        });
    }

    /// The codes of all last words.
    pub fn lasts(&self) -> Vec<HRESULT> {
        let told = self.told();
        let codes = told.iter().filter_map(|it| match it {
            Told::Last { code, .. } => Some(*code),
            _ => None,
        });
        codes.collect()
    }

    /// All ids that were indicated.
    pub fn ids(&self) -> Vec<u32> {
        let told = self.told();
        let ids = told.iter().filter_map(|it| match it {
            Told::Objects(ids) => Some(ids.clone()),
            _ => None,
        });
        ids.flatten().collect()
    }

    /// Waits until the sink has no reference any more.
    pub fn wait_until_gone(&self) {
        self.wait_until_released();
        let overlapped = self.0.overlapped.load(Ordering::Acquire);
        assert_eq!(overlapped, 0, "C10: callbacks overlapped");
    }

    /// The same for a sink of several calls, which may overlap.
    pub fn wait_until_released(&self) {
        let mut is_gone = self.0.is_gone.lock();
        while !*is_gone {
            assert!(
                !self.0.changed.wait_for(&mut is_gone, LIMIT).timed_out(),
                "the sink was not released"
            );
        }
    }
}

/// How many references a sink has.
pub fn references(sink: &Com<IWbemObjectSink>) -> u32 {
    std::mem::forget(sink.clone());
    // SAFETY: gives back the reference that was just taken.
    unsafe { ((*sink.vtable()).base.Release)(sink.as_raw().cast()) }
}

impl Scene {
    pub fn query_async(&self, query: &str, flags: LONG, sink: *mut IWbemObjectSink) -> HRESULT {
        let (language, query) = (text("WQL"), text(query));
        let services = &self.services;
        // SAFETY: living strings and interfaces.
        unsafe {
            ((*services.vtable()).ExecQueryAsync)(
                services.as_raw(),
                language.0,
                query.0,
                flags,
                std::ptr::null_mut(),
                sink,
            )
        }
    }

    pub fn notify_async(&self, query: &str, sink: *mut IWbemObjectSink) -> HRESULT {
        let (language, query) = (text("WQL"), text(query));
        let services = &self.services;
        // SAFETY: living strings and interfaces.
        unsafe {
            ((*services.vtable()).ExecNotificationQueryAsync)(
                services.as_raw(),
                language.0,
                query.0,
                WBEM_FLAG_SEND_STATUS,
                std::ptr::null_mut(),
                sink,
            )
        }
    }

    pub fn cancel(&self, sink: *mut IWbemObjectSink) -> HRESULT {
        // SAFETY: a living interface; the sink is looked up and not touched.
        unsafe { ((*self.services.vtable()).CancelAsyncCall)(self.services.as_raw(), sink) }
    }
}
