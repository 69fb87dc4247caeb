//! ROOT\WININET: the process's requests as instances of WinINet_Request, which tell of themselves as
//! they come, go and change. Where WMI and WinINet meet, beside the boundary.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Once};
use std::time::{Duration, Instant};

use parking_lot::Mutex;

use crate::wbem::{
    date, of_instance, Changes, Class, Feed, Home, Namespace, Object, Provider, Result, Scan,
    Source, Value,
};
use crate::wininet::watch::{rest, watch, Sight};
use crate::wininet::{HandleId, Status};

const SCHEMA: &str = "
    [dynamic, provider(\"WinINet\")] class WinINet_Request {
        [key] uint64 Handle; string URL; string Method; uint32 State;
        uint64 BytesSent; uint64 BytesReceived; datetime StartTime;
    };
";
const CLASS: &str = "WinINet_Request";

/// Has the namespace there, before somebody looks for it.
pub fn offer() {
    static OFFERED: Once = Once::new();
    OFFERED.call_once(|| {
        super::system::begin();
        let namespace = Namespace::new(
            r"root\wininet",
            SCHEMA,
            vec![(CLASS, Arc::new(Requests) as Arc<dyn Provider>)],
        );
        Namespace::add(namespace.with_source(CLASS, Arc::new(Requests)));
    });
}

struct Requests;

impl Provider for Requests {
    fn instances(&self, scan: &Scan<'_>, feed: &mut dyn Feed) -> Result<()> {
        for sight in Sight::all() {
            if feed.give(object(&sight, scan.class, scan.home)).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn changes(&self) -> Changes {
        Changes::Audibly
    }
}

/// In the order of the schema.
fn object(sight: &Sight, class: &Arc<Class>, home: &Arc<Home>) -> Object {
    let text = |bytes: &[u8]| Value::from(String::from_utf8_lossy(bytes).into_owned());
    let values = vec![
        sight.id.value().into(),
        text(&sight.url),
        text(&sight.method),
        sight.status.into(),
        sight.sent.into(),
        sight.received.into(),
        date(sight.begun).into(),
    ];
    Object::with_values(class.clone(), values, Some(home.clone()))
}

/// What was told last of each request, while somebody listens.
#[derive(Default)]
struct Known {
    namespace: Option<Arc<Namespace>>,
    requests: HashMap<usize, Sight>,
    /// When somebody subscribed last.
    begun: Option<Instant>,
}

static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

/// Between the beginning of a subscription and its listening.
const GRACE: Duration = Duration::from_secs(10);

impl Source for Requests {
    fn begin(&self, namespace: &Arc<Namespace>) -> Result<()> {
        let mut known = KNOWN.lock();
        known.begun = Some(Instant::now());
        if known.namespace.is_none() {
            known.namespace = Some(namespace.clone());
            watch(told);
            let requests = Sight::all();
            known.requests = requests.into_iter().map(|it| (it.id.value(), it)).collect();
        }
        Ok(())
    }
}

/// Makes an event of a notice. The gates of the subscribers take it; nobody is called here.
fn told(id: HandleId, status: &Status) {
    let mut known = KNOWN.lock();
    let Some(namespace) = known.namespace.clone() else {
        return;
    };
    if !is_heard(&namespace) && known.begun.is_none_or(|it| it.elapsed() > GRACE) {
        *known = Known::default();
        return rest();
    }
    let tell = |class: &str, sight: &Sight, previous: Option<&Sight>| {
        let of = namespace.class(CLASS)?;
        let object = |sight: &Sight| object(sight, of, &namespace.home);
        let event = of_instance(&namespace, class, object(sight), previous.map(object))?;
        namespace.audience.tell(&event);
        Some(())
    };
    let before = known.requests.remove(&id.value());
    let _ = match (before, status) {
        (Some(before), Status::HandleClosing) => {
            tell("__InstanceDeletionEvent", &before.after(status), None)
        }
        (Some(before), status) if !matches!(status, Status::HandleCreated { .. }) => {
            let now = before.after(status);
            let told = tell("__InstanceModificationEvent", &now, Some(&before));
            known.requests.insert(id.value(), now);
            told
        }
        // Handles of other kinds are none of ours.
        _ => Sight::at(id).and_then(|sight| {
            let told = tell("__InstanceCreationEvent", &sight, None);
            known.requests.insert(id.value(), sight);
            told
        }),
    };
}

fn is_heard(namespace: &Namespace) -> bool {
    let kinds = ["Creation", "Modification", "Deletion"];
    kinds.iter().any(|kind| {
        let class = namespace.class(&format!("__Instance{kind}Event"));
        class.is_some_and(|it| namespace.audience.wants(it))
    })
}
