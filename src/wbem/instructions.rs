//! Timer instructions, the instances that a program may put there, and the events that they bring.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use parking_lot::Mutex;

use super::{clock, datetime, events, Error, Namespace, Object, Result, Value};

/// The instructions of a namespace.
#[derive(Default)]
pub struct Instructions(Mutex<Vec<Instruction>>);

struct Instruction {
    object: Object,
    is_deleted: Arc<AtomicBool>,
}

/// When a timer fires.
#[derive(Clone, Copy)]
enum Time {
    Every(Duration),
    /// `None` when the time has passed.
    Once(Option<Instant>),
}

impl Instructions {
    /// The instances, as a query sees them.
    pub fn all(&self) -> Vec<Object> {
        self.0.lock().iter().map(|it| it.object.clone()).collect()
    }

    /// Puts an instruction there, in place of one of the same name, and gives its path.
    pub fn put(&self, namespace: &Arc<Namespace>, object: Object) -> Result<String> {
        if !object.class.is_a("__TimerInstruction") {
            return Err(Error::PROVIDER_NOT_CAPABLE);
        }
        let time = time(&object)?;
        let class = namespace
            .class(&object.class.name)
            .ok_or(Error::INVALID_CLASS)?;
        let values = object
            .places()
            .into_iter()
            .map(|place| object.value(place).clone())
            .collect();
        let object = Object::with_values(class.clone(), values, Some(namespace.home.clone()));
        let path = object.path().ok_or(Error::INVALID_OBJECT)?;
        let _replaces_one = self.delete(&object);
        let is_deleted = Arc::new(AtomicBool::new(false));
        let skips = object.get("SkipIfPassed")? == Value::Bool(true);
        let timer = Timer {
            skips,
            namespace: namespace.clone(),
            name: object.get("TimerId")?,
            is_deleted: is_deleted.clone(),
        };
        self.0.lock().push(Instruction { object, is_deleted });
        let first = match time {
            Time::Every(interval) => Instant::now() + interval,
            // It has passed, and nobody was there.
            Time::Once(None) if skips => return Ok(path),
            Time::Once(at) => at.unwrap_or_else(Instant::now),
        };
        clock::at(first, move || timer.fire(first, time));
        Ok(path)
    }

    /// Takes an instruction away. Its timer fires no more.
    pub fn delete(&self, object: &Object) -> Result<()> {
        if !object.class.is_a("__TimerInstruction") {
            return Err(Error::PROVIDER_NOT_CAPABLE);
        }
        let name = object.get("TimerId")?;
        let mut all = self.0.lock();
        let at = all
            .iter()
            .position(|it| it.object.get("TimerId") == Ok(name.clone()))
            .ok_or(Error::NOT_FOUND)?;
        all.swap_remove(at)
            .is_deleted
            .store(true, Ordering::Release);
        Ok(())
    }
}

fn time(object: &Object) -> Result<Time> {
    if object.get("TimerId")?.text().is_none_or(str::is_empty) {
        return Err(Error::INVALID_OBJECT);
    }
    if let Ok(interval) = object.get("IntervalBetweenEvents") {
        let milliseconds = interval
            .whole()
            .filter(|it| *it > 0)
            .ok_or(Error::INVALID_OBJECT)?;
        return Ok(Time::Every(Duration::from_millis(milliseconds as u64)));
    }
    let date = object.get("EventDateTime")?;
    let at = date
        .text()
        .and_then(datetime::instant)
        .ok_or(Error::INVALID_OBJECT)?;
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_micros() as i128;
    let ahead = u64::try_from(at - now).map(Duration::from_micros);
    Ok(Time::Once(ahead.ok().map(|it| Instant::now() + it)))
}

struct Timer {
    namespace: Arc<Namespace>,
    name: Value,
    /// SkipIfPassed: what was missed is not told.
    skips: bool,
    is_deleted: Arc<AtomicBool>,
}

impl Timer {
    /// Tells that a timer has fired, and sets it again. One that was late tells how often.
    fn fire(self, due: Instant, time: Time) {
        if self.is_deleted.load(Ordering::Acquire) {
            return;
        }
        let (count, next) = match time {
            Time::Once(_) => (1, None),
            Time::Every(interval) => {
                let missed = due.elapsed().as_nanos() / interval.as_nanos();
                let count = u32::try_from(missed).unwrap_or(u32::MAX - 1) + 1;
                let told = if self.skips { 1 } else { count };
                (told, Some(due + interval * count))
            }
        };
        if let Some(mut event) = events::event(&self.namespace, "__TimerEvent") {
            let _ = event.set("TimerId", self.name.clone());
            let _ = event.set("NumFirings", count.into());
            self.namespace.audience.tell(&event);
        }
        if let Some(next) = next {
            clock::at(next, move || self.fire(next, time));
        }
    }
}
