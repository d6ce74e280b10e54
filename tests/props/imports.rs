//! Files that a person brings in. They may come from anyone.

use super::store::Shared;
use recovery_check::domain::date::Day;
use recovery_check::domain::help::Region;
use recovery_check::export::import::{One, Preview, Refusal, preview, read};
use recovery_check::export::{Taken, calendar, csv, fhir, json, summary};
use recovery_check::i18n::EN;
use recovery_check::session::{Event, Found, Session};
use recovery_check::storage::keeper::Keeper;
use recovery_check::storage::{Store as _, envelope, own};

/// What is here already, in one of the cases.
const SAMPLE: &[u8] = include_bytes!("../data/sample-export.json");

/// The bytes as a file.
pub(crate) fn check(bytes: &[u8]) {
    let nothing = Taken::new(day(Day::MAX), Found::default());
    match read(bytes) {
        Err(refusal) => {
            assert!(Refusal::ALL.contains(&refusal));
            assert_eq!(preview(bytes, &nothing), Err(refusal), "both ways alike");
        }
        Ok(taken) => {
            comes_back(&taken);
            every_form(&taken);
            let sample = read(SAMPLE).expect("the sample is ours");
            for here in [
                Found::default(),
                sample.found,
                taken.found.clone(),
                changed(&taken.found),
            ] {
                brought_in(bytes, &Taken::new(taken.today, here));
            }
        }
    }
}

fn day(number: u32) -> Day {
    Day::new(number).expect("a day in range")
}

/// What was taken is written so that it is taken the same again, in the same bytes.
fn comes_back(taken: &Taken) {
    let written = json::write(taken);
    let again = read(written.as_bytes()).expect("what was written can be read");
    assert!(again == *taken, "{written}");
    assert_eq!(json::write(&again), written);
}

/// Every other form can be written of it.
fn every_form(taken: &Taken) {
    let rows = csv::write(taken);
    assert!(rows.lines().count() > taken.found.check_ins.len());
    let bundle = fhir::write(taken, &EN);
    assert!(serde_json::from_str::<serde::de::IgnoredAny>(&bundle).is_ok());
    let choice = calendar::Choice::new(EN.later().take.calendar_default, taken.today);
    let events = calendar::write(taken, &choice);
    assert!(
        events.lines().all(|line| line.len() <= 75),
        "lines are folded"
    );
    let all = summary::Section::ALL;
    assert!(!summary::write(taken, &EN, Region::Other, &Day::iso, &all).is_empty());
}

/// The same numbers with other contents, and texts of one's own.
fn changed(found: &Found) -> Found {
    let mut found = found.clone();
    for one in &mut found.check_ins {
        one.finished = !one.finished;
    }
    for one in &mut found.reflections {
        one.day = day(0);
    }
    found.plan = None;
    found
}

/// Taking a file in leaves all that was here as it was, in the session and in storage to the byte; and it is
/// taken in once.
fn brought_in(bytes: &[u8], here: &Taken) {
    let store = stored(&here.found);
    let before = store.all();
    let mut keeper = Keeper::new(Box::new(store.clone()));
    let mut session = Session::default();
    let loaded = Event::Loaded {
        found: keeper.find(),
        today: here.today,
        can_keep: true,
        left_quickly: false,
    };
    session.apply(loaded);
    let was = session.clone();
    let coming =
        preview(bytes, &Taken::of(&session, here.today)).expect("the clock is not in the way");
    assert!(counts_add_up(&coming));
    for effect in session.apply(Event::Imported(coming.found)) {
        assert_eq!(
            keeper.perform(&effect),
            Some(Ok(())),
            "there is room, and nobody else writes"
        );
    }

    let after = store.all();
    for (key, text) in &before {
        assert_eq!(after.get(key), Some(text), "{key} was changed");
    }
    assert_eq!(session.check_in, was.check_in);
    assert!(session.past.starts_with(&was.past));
    assert!(session.reflections.starts_with(&was.reflections));
    assert!(was.plan.is_none() || session.plan == was.plan);
    assert!(was.notebook.is_empty() || session.notebook == was.notebook);
    assert_eq!(session.region, was.region);

    let again = preview(bytes, &Taken::of(&session, here.today)).expect("it was taken once");
    assert!(again.is_empty(), "it adds nothing the second time");
    let mut later = Keeper::new(Box::new(store));
    let found = later.find();
    assert_eq!(
        (found.unreadable, found.newer),
        (0, 0),
        "what was stored can be read"
    );
    assert_eq!(
        found.check_ins.len(),
        session.past.len() + usize::from(session.check_in.is_some())
    );
}

fn counts_add_up(coming: &Preview) -> bool {
    let found = &coming.found;
    found.check_ins.len() == coming.check_ins.new
        && found.reflections.len() == coming.reflections.new
        && found.plan.is_some() == (coming.plan == One::New)
        && found.notebook.is_some() == (coming.notebook == One::New)
}

/// A store that holds it all.
fn stored(found: &Found) -> Shared {
    let mut store = Shared::default();
    let mut entries = Vec::new();
    for one in &found.check_ins {
        entries.push((
            "rc-checkin-".to_owned() + &one.id.name(),
            envelope::encode(one),
        ));
    }
    for one in &found.reflections {
        entries.push((
            "rc-reflection-".to_owned() + &one.id.name(),
            own::encode_reflection(one),
        ));
    }
    if let Some(plan) = &found.plan {
        entries.push(("rc-plan".to_owned(), own::encode_plan(plan)));
    }
    if let Some(notebook) = &found.notebook {
        entries.push(("rc-notebook".to_owned(), own::encode_notebook(notebook)));
    }
    for (key, text) in entries {
        store.write(&key, &text).expect("memory takes all");
    }
    store
}
