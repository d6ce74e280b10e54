//! Stored entries of every kind. Storage belongs to the whole site: anyone may have written there.

use super::store::Shared;
use recovery_check::domain::check_in::{CheckIn, CheckInId};
use recovery_check::domain::date::Day;
use recovery_check::domain::instrument::VERSION as INSTRUMENT;
use recovery_check::domain::plan::{Plan, STEPS_AT_MOST};
use recovery_check::domain::tool::Notebook;
use recovery_check::session::{Effect, Event, Session};
use recovery_check::storage::envelope::{self, Unread, VERSION};
use recovery_check::storage::keeper::Keeper;
use recovery_check::storage::{Store as _, lock, own};
use serde::Deserialize;
use std::fmt::Debug;

const ID: CheckInId = CheckInId(0x00c0_ffee);
const ID_NAME: &str = "0000000000c0ffee";

/// The keys under which entries stand, one of each kind.
const KEYS: [&str; 5] = [
    "rc-checkin-",
    "rc-reflection-",
    "rc-plan",
    "rc-notebook",
    "rc-settings",
];

/// The bytes as an entry of every kind.
pub(crate) fn check(bytes: &[u8]) {
    // The browser hands out text, whatever it holds.
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let check_in = read(text, |text| envelope::decode(ID, text), envelope::encode);
    if let Some(check_in) = &check_in {
        sound_check_in(check_in);
    }
    if let Some(plan) = read(text, own::decode_plan, own::encode_plan) {
        sound_plan(&plan);
    }
    let reflect = |text: &str| own::decode_reflection(ID, text);
    if let Some(reflection) = read(text, reflect, own::encode_reflection) {
        assert_eq!(reflection.id, ID);
        assert!(reflection.day.number() <= Day::MAX);
    }
    read(text, own::decode_notebook, own::encode_notebook);
    read(text, envelope::decode_region, |&region| {
        envelope::encode_region(region)
    });
    read(text, lock::decode, lock::encode);
    if let Some(sealed) = lock::decode_sealed(text) {
        let written = lock::encode_sealed(&sealed);
        assert_eq!(lock::decode_sealed(&written), Some(sealed));
    }
    left_alone(text);
}

/// What can be read is written so that it is read the same again, always in the same bytes. What calls itself
/// newer is.
fn read<T: PartialEq + Debug>(
    text: &str,
    decode: impl Fn(&str) -> Result<T, Unread>,
    encode: impl Fn(&T) -> String,
) -> Option<T> {
    let decoded = decode(text);
    assert_eq!(decode(text), decoded, "the same text is read the same");
    match decoded {
        Ok(value) => {
            let written = encode(&value);
            let again = decode(&written).expect("what was written can be read");
            assert_eq!(again, value);
            assert_eq!(encode(&again), written);
            Some(value)
        }
        Err(Unread::Newer) => {
            assert!(is_newer(text), "{text:?} is not newer");
            None
        }
        Err(Unread::Unreadable) => None,
    }
}

/// True when an entry names a later version of its form or, in one of our form, of the instrument.
fn is_newer(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Form {
        v: f64,
    }
    #[derive(Deserialize)]
    struct Instrument {
        instrument: u16,
    }
    let form: Form = serde_json::from_str(text).expect("a version can be read");
    form.v > f64::from(VERSION)
        || serde_json::from_str(text).is_ok_and(|of: Instrument| of.instrument > INSTRUMENT)
}

fn sound_check_in(check_in: &CheckIn) {
    assert_eq!((check_in.id, check_in.version), (ID, INSTRUMENT));
    // Everything that is done with a check-in from storage.
    check_in.result();
    let way = check_in.way();
    assert!(way.next(check_in.place) != check_in.place || check_in.place.is_result());
    way.previous(check_in.place);
    for today in [0, check_in.begun.day.number(), Day::MAX] {
        check_in.on_return(Day::new(today).expect("a day in range"));
    }
}

fn sound_plan(plan: &Plan) {
    assert!(plan.steps.len() <= STEPS_AT_MOST);
    for (index, one) in plan.steps.iter().enumerate() {
        assert!(
            plan.steps[..index]
                .iter()
                .all(|other| other.step != one.step),
            "a step twice"
        );
        assert!(
            one.when
                .and_then(|when| when.minute)
                .is_none_or(|minute| minute < 1440)
        );
    }
}

/// Finding entries changes nothing. What was found is counted, and what could not be read is still there to the byte
/// after everything a person can do but deleting all: under its own key where a later version wrote it, else maybe
/// put aside.
fn left_alone(text: &str) {
    let mut store = Shared::default();
    for key in KEYS {
        let is_numbered = key.ends_with('-');
        let key = key.to_owned() + if is_numbered { ID_NAME } else { "" };
        store.write(&key, text).expect("memory takes all");
    }
    let before = store.all();
    let mut keeper = Keeper::new(Box::new(store.clone()));
    let found = keeper.find();
    assert_eq!(store.all(), before, "reading writes nothing");
    let read = found.check_ins.len()
        + found.reflections.len()
        + usize::from(found.plan.is_some())
        + usize::from(found.notebook.is_some())
        + usize::from(found.region.is_some());
    assert_eq!(
        read + found.unreadable + found.newer,
        KEYS.len(),
        "each is counted once"
    );

    let mut session = Session::default();
    let today = Day::new(20_782).expect("a day in range");
    session.apply(Event::Loaded {
        found,
        today,
        can_keep: true,
        left_quickly: false,
    });
    session.screen();
    for effect in [
        Effect::SavePlan(Plan::default()),
        Effect::ForgetPlan,
        Effect::SaveNotebook(Notebook::default()),
        Effect::ForgetNotebook,
    ] {
        keeper.perform(&effect);
    }
    let after = store.all();
    for (key, unread) in [
        ("plan", own::decode_plan(text).err()),
        ("notebook", own::decode_notebook(text).err()),
    ] {
        let stands = |key: String| after.get(&key).is_some_and(|there| there == text);
        let own = stands("rc-".to_owned() + key);
        let is_kept = match unread {
            None => true,
            // What is sealed calls itself newer to a program without locks; here it is what can't be opened.
            Some(Unread::Newer) if lock::decode_sealed(text).is_none() => own,
            Some(_) => own || stands("rc-damaged-".to_owned() + key),
        };
        assert!(is_kept, "the {key} could not be read and is gone");
    }
}
