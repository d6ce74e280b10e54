//! What is taken along comes back: the same entries, merged without doubles, whatever the clock did.

use crate::any::{TODAY, check_in, day, taken};
use crate::sample::sample;
use proptest::prelude::*;
use recovery_check::domain::check_in::{CheckIn, CheckInId, Comparison, compare};
use recovery_check::domain::date::Day;
use recovery_check::domain::help::Region;
use recovery_check::domain::step::Step;
use recovery_check::domain::tool::Page;
use recovery_check::export::import::{Counts, One, Refusal, preview, read};
use recovery_check::export::{Taken, calendar, csv, fhir, json, summary};
use recovery_check::i18n::EN;
use recovery_check::session::{Event, Found, Session};
use recovery_check::storage::{envelope, own};

fn nothing_here() -> Taken {
    Taken::new(day(TODAY), Found::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn everything_comes_back_byte_for_byte(taken in taken()) {
        let file = json::write(&taken);
        let back = read(file.as_bytes());
        prop_assert!(back.as_ref() == Ok(&taken));
        prop_assert!(json::write(&taken) == file);
        for check_in in &taken.found.check_ins {
            prop_assert!(file.contains(&envelope::encode(check_in)));
        }
        if let Some(plan) = &taken.found.plan {
            prop_assert!(file.contains(&own::encode_plan(plan)));
        }
        let preview = preview(file.as_bytes(), &nothing_here()).unwrap();
        prop_assert!(preview.found == taken.found);
    }

    /// Bringing the same file in twice is bringing it in once, in a session too.
    #[test]
    fn a_file_brought_in_again_adds_nothing(taken in taken()) {
        let file = json::write(&taken);
        let mut session = Session::default();
        let first = preview(file.as_bytes(), &Taken::of(&session, day(TODAY))).unwrap();
        let found = first.found;
        let count = found.check_ins.len()
            + found.reflections.len()
            + usize::from(found.plan.is_some())
            + usize::from(found.notebook.is_some());
        let effects = session.apply(Event::Imported(found));
        prop_assert_eq!(effects.len(), count, "each is stored");
        prop_assert!(Taken::of(&session, taken.today) == taken);
        let again = preview(file.as_bytes(), &Taken::of(&session, day(TODAY))).unwrap();
        prop_assert!(again.is_empty());
        prop_assert_eq!(again.check_ins.same, taken.found.check_ins.len());
        prop_assert!(again.found == Found::default());
    }

    /// No form panics, whatever was typed.
    #[test]
    fn every_form_can_be_written(taken in taken()) {
        let choice = calendar::Choice::new("Time for me", taken.today);
        prop_assert!(!csv::write(&taken).is_empty());
        prop_assert!(!calendar::write(&taken, &choice).is_empty());
        let all = summary::Section::ALL;
        let page = summary::write(&taken, &EN, Region::Us, &Day::iso, &all);
        for step in taken.found.plan.iter().flat_map(|plan| &plan.steps) {
            // "Keep going" is left out beside a due card.
            let is_out = step.step == Step::Keep || step.who.trim().is_empty();
            prop_assert!(is_out || page.contains(&step.who));
        }
        let bundle: Result<serde_json::Value, _> = serde_json::from_str(&fhir::write(&taken, &EN));
        prop_assert!(bundle.is_ok());
    }

    /// Time zones, daylight saving and clocks set back: check-ins in any order of days and seconds are all kept,
    /// and no gap is negative.
    #[test]
    fn no_clock_loses_a_check_in(
        check_ins in proptest::collection::vec(check_in(), 1..6),
        shifts in proptest::collection::vec((-2_i64..=2, 0..=Day::MAX - 10), 6),
        made in 0..=Day::MAX - 10,
    ) {
        let mut found = Found::default();
        for (number, (mut check_in, (shift, at))) in (0..).zip(check_ins.into_iter().zip(shifts)) {
            check_in.id = CheckInId(number);
            check_in.begun.day = day(at);
            let seconds = i64::from(at) * 86_400 + shift * 43_200;
            check_in.begun.second = u64::try_from(seconds).unwrap_or(0);
            found.check_ins.push(check_in);
        }
        let count = found.check_ins.len();
        let taken = Taken::new(day(made), found);
        let back = read(json::write(&taken).as_bytes());
        prop_assert!(back.as_ref() == Ok(&taken));
        prop_assert_eq!(csv::write(&taken).lines().count(), count + 1);
        for now in &taken.found.check_ins {
            if let Comparison::With { earlier, .. } = compare(now, &taken.found.check_ins) {
                prop_assert!(now.begun.day.days_since(earlier.begun.day) >= Some(7));
            }
        }
    }
}

#[test]
fn only_what_is_new_comes_in() {
    let file = sample();
    let mut here = sample();
    let check_ins = &mut here.found.check_ins;
    check_ins.truncate(4);
    check_ins[1].finished = false;
    here.found.reflections.clear();
    let notebook = here.found.notebook.as_mut().unwrap();
    notebook.write(Page::Joys, "mine".to_owned());
    let preview = preview(json::write(&file).as_bytes(), &here).unwrap();
    let counts = Counts {
        new: 5,
        same: 3,
        differing: 1,
    };
    assert_eq!(preview.check_ins, counts);
    assert_eq!(counts.here(), 4);
    assert_eq!(preview.reflections.new, 1);
    assert_eq!((preview.plan, preview.notebook), (One::Here, One::Here));
    let ids = |check_ins: &[CheckIn]| check_ins.iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(
        ids(&preview.found.check_ins),
        ids(&file.found.check_ins[4..])
    );
    assert_eq!(preview.found.plan, None);
    assert_eq!(preview.found.notebook, None);
}

#[test]
fn a_file_made_after_today_waits_for_its_day() {
    let file = json::write(&sample());
    let made = sample().today.number();
    for (today, refused) in [
        (made - 2, true),
        (made - 1, false),
        (made, false),
        (0, true),
    ] {
        let here = Taken::new(day(today), Found::default());
        let refusal = preview(file.as_bytes(), &here).err();
        assert_eq!(refusal, refused.then_some(Refusal::Future), "{today}");
    }
}

/// What is in memory only can be taken along as well.
#[test]
fn a_session_that_keeps_nothing_exports_all_it_holds() {
    let mut session = Session {
        check_in: Some(sample().found.check_ins[8]),
        ..Session::default()
    };
    session.plan = sample().found.plan;
    session.reflection = sample().found.reflections.first().cloned();
    let taken = Taken::of(&session, sample().today);
    assert_eq!(taken.found.check_ins.len(), 1);
    assert_eq!(taken.found.plan, session.plan);
    assert_eq!(taken.found.reflections.len(), 1);
    assert_eq!(taken.found.notebook, None, "nothing is written there");
    session.reflections = taken.found.reflections.clone();
    let again = Taken::of(&session, sample().today);
    assert_eq!(
        again.found.reflections.len(),
        1,
        "kept and under way is one"
    );
}
