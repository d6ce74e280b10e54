//! What the keeper promises, over stores that hold strange things, are full, or stop in the middle.

use super::*;
use crate::domain::check_in::{Begun, CheckIn, CheckInId};
use crate::domain::date::Day;
use crate::domain::help::Region;
use crate::domain::plan::Plan;
use crate::storage::Refused;
use crate::storage::memory::MemoryStore;

fn check_in(id: u64) -> CheckIn {
    CheckIn::new(
        CheckInId(id),
        Begun {
            day: Day::from_calendar(2026, 11, 25),
            second: id,
        },
    )
}

fn keeper(entries: &[(&str, &str)]) -> Keeper {
    let mut store = MemoryStore::default();
    for (key, text) in entries {
        store.write(key, text).unwrap();
    }
    Keeper::new(Box::new(store))
}

#[test]
fn damaged_newer_and_foreign_entries_are_told_apart_and_left_alone() {
    let entries = [
        ("rc-checkin-00000000000000aa", "{\"v\":1,\"day\":2"),
        ("rc-checkin-00000000000000bb", "{\"v\":2}"),
        ("rc-checkin-hand-made", "{}"),
        ("rc-settings", "?"),
        ("another-app", "{\"v\":1}"),
    ];
    let mut keeper = keeper(&entries);
    keeper.perform(&Effect::Save(check_in(1)));
    let found = keeper.find();
    assert_eq!(found.check_ins, [check_in(1)]);
    assert_eq!((found.unreadable, found.newer, found.region), (3, 1, None));
    for (key, text) in entries {
        assert_eq!(keeper.store.read(key).as_deref(), Some(text), "{key}");
    }
}

#[test]
fn forgetting_everything_leaves_the_keys_of_others() {
    let mut keeper = keeper(&[("another-app", "theirs"), ("rc-old-thing", "ours")]);
    keeper.perform(&Effect::Save(check_in(1)));
    keeper.perform(&Effect::SaveRegion(Region::Uk));
    keeper.perform(&Effect::ForgetAll);
    assert_eq!(keeper.store.keys(), ["another-app"]);
}

#[test]
fn the_choice_of_a_plain_name_is_a_mark_that_no_lock_covers() {
    let mut keeper = keeper(&[]);
    assert!(!keeper.find().discreet);
    let choose = |keeper: &mut Keeper, on| keeper.perform(&Effect::SaveDiscreet(on));
    assert_eq!(choose(&mut keeper, true), Some(Ok(())));
    assert!(keeper.find().discreet);
    assert!(keeper.find_locked().discreet);
    assert_eq!(keeper.told(false), []);
    assert_eq!(keeper.hear(DISCREET, true), Some(News::Discreet(true)));
    assert_eq!(choose(&mut keeper, false), Some(Ok(())));
    assert!(!keeper.find().discreet);
    assert_eq!(keeper.store.keys(), Vec::<String>::new());
    choose(&mut keeper, true);
    keeper.perform(&Effect::ForgetAll);
    assert!(!keeper.find().discreet);
}

#[test]
fn until_it_has_learned_to_read_nothing_of_another_tab_is_written_over() {
    let mut store = MemoryStore::default();
    let theirs = "what another tab stored meanwhile";
    let key = key::of(Entry::CheckIn(CheckInId(1)));
    store.write(&key, theirs).unwrap();
    let mut keeper = Keeper::for_writing(Box::new(store));
    assert!(keeper.holds_something());
    let save = |keeper: &mut Keeper, id| keeper.perform(&Effect::Save(check_in(id)));
    assert_eq!(save(&mut keeper, 1), Some(Err(NotKept::Changed)));
    keeper.perform(&Effect::Claim(Entry::CheckIn(CheckInId(1))));
    assert_eq!(save(&mut keeper, 1), Some(Err(NotKept::Changed)));
    assert_eq!(keeper.store.read(&key).as_deref(), Some(theirs));
    assert_eq!(save(&mut keeper, 2), Some(Ok(())), "its own is stored");
    keeper.store.write(LOCK, "any").unwrap();
    assert_eq!(save(&mut keeper, 2), Some(Err(NotKept::Locked)));
    keeper.store.remove(LOCK);
    keeper.learn_to_read();
    // Now it knows that it can't be read, and puts it aside.
    assert_eq!(save(&mut keeper, 1), Some(Ok(())));
    let aside = DAMAGED.to_owned() + "checkin-0000000000000001";
    assert_eq!(keeper.store.read(&aside).as_deref(), Some(theirs));
}

#[test]
fn leaving_quickly_is_told_until_the_person_goes_on() {
    let mut keeper = keeper(&[(LEFT, "1")]);
    assert!(keeper.has_left_quickly());
    assert!(keeper.has_left_quickly());
    keeper.perform(&Effect::Save(check_in(1)));
    assert!(!keeper.has_left_quickly());
}

#[test]
fn what_could_not_be_read_is_never_removed_but_with_everything() {
    let newer = "{\"v\":2}";
    let entries = [
        ("rc-plan", newer),
        ("rc-notebook", newer),
        ("rc-reflection-0000000000000001", newer),
    ];
    let mut keeper = keeper(&entries);
    assert_eq!(keeper.find().newer, 3);
    for claim in [None, Some(Effect::Claim(Entry::Plan))] {
        claim.map(|claim| keeper.perform(&claim));
        assert_eq!(
            keeper.perform(&Effect::SavePlan(Plan::default())),
            Some(Err(NotKept::Newer))
        );
    }
    for effect in [
        Effect::ForgetPlan,
        Effect::ForgetNotebook,
        Effect::ForgetReflection(CheckInId(1)),
    ] {
        keeper.perform(&effect);
    }
    for (key, text) in entries {
        assert_eq!(keeper.store.read(key).as_deref(), Some(text), "{key}");
    }
    keeper.perform(&Effect::ForgetAll);
    assert_eq!(keeper.store.keys(), [""; 0]);
}

/// The keys of a check-in.
fn key_of(id: u64) -> String {
    key::of(Entry::CheckIn(CheckInId(id)))
}

#[test]
fn what_another_tab_wrote_or_removed_is_not_undone() {
    let mut keeper = keeper(&[]);
    let save = Effect::Save(check_in(1));
    assert_eq!(keeper.perform(&save), Some(Ok(())));
    let mut theirs = check_in(1);
    theirs.pick = Some(crate::domain::instrument::Factor::Coping);
    let text = envelope::encode(&theirs);
    keeper.store.write(&key_of(1), &text).unwrap();
    assert_eq!(keeper.perform(&save), Some(Err(NotKept::Changed)));
    assert_eq!(keeper.store.read(&key_of(1)), Some(text));
    keeper.store.remove(&key_of(1));
    assert_eq!(keeper.perform(&save), Some(Err(NotKept::Removed)));
    assert_eq!(keeper.store.read(&key_of(1)), None);
    // The person was told, and asked for it.
    keeper.perform(&Effect::Claim(Entry::CheckIn(CheckInId(1))));
    assert_eq!(keeper.perform(&save), Some(Ok(())));
    assert_eq!(keeper.find().check_ins, [check_in(1)]);
}

#[test]
fn what_changed_while_no_one_told_is_seen() {
    let changes: [(&str, Option<&str>); 6] = [
        (&key_of(1), None),
        (&key_of(1), Some("{}")),
        (&key_of(7), Some("{}")),
        ("rc-checkin-hand-made", Some("{}")),
        ("rc-plan", Some("?")),
        (LOCK, Some("{}")),
    ];
    for (key, text) in changes {
        let mut keeper = keeper(&[("rc-notebook", "damaged"), ("another-app", "theirs")]);
        keeper.find();
        assert!(keeper.is_current());
        keeper.perform(&Effect::Save(check_in(1)));
        keeper.mark_open(true);
        assert!(keeper.is_current(), "its own doing is no change");
        keeper.store.write("another-app", "more").unwrap();
        assert!(keeper.is_current(), "nor is that of others");
        match text {
            Some(text) => keeper.store.write(key, text).unwrap(),
            None => keeper.store.remove(key),
        }
        assert!(!keeper.is_current(), "{key}: {text:?}");
    }
}

#[test]
fn what_is_damaged_is_put_aside_when_its_place_is_needed_and_never_lost() {
    let mut keeper = keeper(&[("rc-plan", "{\"v\":1,"), ("rc-damaged-plan", "older")]);
    assert_eq!(keeper.find().unreadable, 2);
    assert_eq!(
        keeper.perform(&Effect::SavePlan(Plan::default())),
        Some(Ok(()))
    );
    let mut unread = keeper.unread();
    unread.sort();
    let texts: Vec<_> = unread.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["older", "{\"v\":1,"]);
    let found = keeper.find();
    assert_eq!((found.unreadable, found.plan), (2, Some(Plan::default())));
}

#[test]
fn other_tabs_are_heard_and_our_own_writing_is_no_news() {
    let mut here = keeper(&[]);
    here.perform(&Effect::Save(check_in(1)));
    assert_eq!(here.hear(&key_of(1), true), None);
    for others in [
        OPEN,
        LEFT,
        DELETED,
        "another-app",
        "rc-settings",
        "rc-checkin-x",
    ] {
        assert_eq!(here.hear(others, false), None, "{others}");
    }
    let text = envelope::encode(&check_in(2));
    here.store.write(&key_of(2), &text).unwrap();
    let came = Found {
        check_ins: vec![check_in(2)],
        ..Found::default()
    };
    assert_eq!(
        here.hear(&key_of(2), true),
        Some(News::Came(Box::new(came)))
    );
    here.claim(&key_of(2));
    assert_eq!(here.hear(&key_of(2), true), None);
    here.store.remove(&key_of(2));
    let gone = Entry::CheckIn(CheckInId(2));
    assert_eq!(here.hear(&key_of(2), true), Some(News::Went(gone)));
    assert_eq!(here.missing(), [gone]);
    assert_eq!(here.hear(DELETED, true), Some(News::Deleted));
}

/// A store that does nothing more after so many changes, as when the page is killed, or takes nothing more,
/// as when it is full.
struct Stopping {
    entries: std::rc::Rc<std::cell::RefCell<MemoryStore>>,
    left: std::cell::Cell<usize>,
    is_killed: bool,
}

impl Stopping {
    fn is_over(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left == 0
    }
}

impl Store for Stopping {
    fn read(&self, key: &str) -> Option<String> {
        self.entries.borrow().read(key)
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Refused> {
        if self.is_over() {
            return if self.is_killed { Ok(()) } else { Err(Refused) };
        }
        self.entries.borrow_mut().write(key, text)
    }

    fn remove(&mut self, key: &str) {
        if !(self.is_killed && self.is_over()) {
            self.entries.borrow_mut().remove(key);
        }
    }

    fn keys(&self) -> Vec<String> {
        self.entries.borrow().keys()
    }
}

#[test]
fn killed_or_full_between_any_two_steps_everything_is_as_before_or_after() {
    let damaged = "{\"v\":1,\"check_in\"";
    let changed = |pick| {
        let mut changed = check_in(1);
        changed.pick = Some(pick);
        changed
    };
    let before = changed(crate::domain::instrument::Factor::Trauma);
    let after = changed(crate::domain::instrument::Factor::Coping);
    let effects = [
        Effect::Save(after),
        Effect::SavePlan(Plan::default()),
        Effect::SaveRegion(Region::Uk),
        Effect::Forget(CheckInId(1)),
        Effect::ForgetAll,
    ];
    for (steps, is_killed) in (0..9).flat_map(|steps| [(steps, true), (steps, false)]) {
        for effect in &effects {
            let mut store = MemoryStore::default();
            for (key, text) in [
                (key_of(1), envelope::encode(&before)),
                (key_of(2), envelope::encode(&check_in(2))),
                ("rc-plan".to_owned(), damaged.to_owned()),
                ("theirs".to_owned(), "theirs".to_owned()),
            ] {
                store.write(&key, &text).unwrap();
            }
            let entries = std::rc::Rc::new(std::cell::RefCell::new(store));
            let mut keeper = Keeper::new(Box::new(Stopping {
                entries: entries.clone(),
                left: steps.into(),
                is_killed,
            }));
            keeper.find();
            let answer = keeper.perform(effect);
            let store = entries.borrow().clone();
            let mut later = Keeper::new(Box::new(store.clone()));
            let found = later.find();
            let told = format!("{effect:?} stopped after {steps}, killed: {is_killed}");
            assert_eq!(store.read("theirs").as_deref(), Some("theirs"), "{told}");
            if *effect == Effect::ForgetAll {
                continue;
            }
            assert!(found.check_ins.contains(&check_in(2)), "{told}");
            let first = found.check_ins.iter().find(|one| one.id == CheckInId(1));
            match effect {
                Effect::Save(_) if !is_killed && answer == Some(Ok(())) => {
                    assert_eq!(first, Some(&after), "{told}");
                }
                Effect::Save(_) => {
                    assert!([Some(&before), Some(&after)].contains(&first), "{told}");
                }
                Effect::Forget(_) => {
                    assert!([Some(&before), None].contains(&first), "{told}");
                }
                _ => assert_eq!(first, Some(&before), "{told}"),
            }
            // What could not be read is still there, in its place or aside.
            assert!(
                later.unread().iter().any(|(_, text)| text == damaged),
                "{told}"
            );
        }
    }
}
