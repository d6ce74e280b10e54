//! Several tabs over one store: whatever they do at once, both check-ins stay, nothing is undone in silence, and
//! each tab says what happened.

use proptest::collection::vec;
use proptest::prelude::*;
use recovery_check::domain::answers::Frequency;
use recovery_check::domain::check_in::{Begun, CheckIn, CheckInId};
use recovery_check::domain::date::Day;
use recovery_check::domain::instrument::Item;
use recovery_check::domain::reply::Reply;
use recovery_check::domain::tool::Page;
use recovery_check::session::{
    Aside, Deletion, Effect, Entry, Event, Keep, Kept, NotKept, Reflected, Screen, Session, Stored,
};
use recovery_check::storage::keeper::Keeper;
use recovery_check::storage::memory::MemoryStore;
use recovery_check::storage::news::News;
use recovery_check::storage::{Refused, Store, key};
use std::cell::RefCell;
use std::rc::Rc;

/// What several tabs share. Notes which keys changed, as the browser tells the other tabs.
#[derive(Clone, Default)]
struct Disk {
    entries: Rc<RefCell<MemoryStore>>,
    changed: Rc<RefCell<Vec<String>>>,
}

impl Store for Disk {
    fn read(&self, key: &str) -> Option<String> {
        self.entries.borrow().read(key)
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Refused> {
        self.changed.borrow_mut().push(key.to_owned());
        self.entries.borrow_mut().write(key, text)
    }

    fn remove(&mut self, key: &str) {
        self.changed.borrow_mut().push(key.to_owned());
        self.entries.borrow_mut().remove(key);
    }

    fn keys(&self) -> Vec<String> {
        self.entries.borrow().keys()
    }
}

/// A tab: what `ui::keeping` does, without a browser.
struct Tab {
    session: Session,
    keeper: Keeper,
    disk: Disk,
    is_looked_at: bool,
    /// Numbers this tab gives.
    next: u64,
}

fn now(second: u64) -> Begun {
    Begun {
        day: Day::from_calendar(2026, 11, 25),
        second,
    }
}

impl Tab {
    fn open(disk: &Disk, number: u64) -> Self {
        let mut keeper = Keeper::new(Box::new(disk.clone()));
        let mut session = Session::default();
        session.apply(Event::Loaded {
            found: keeper.find(),
            today: now(0).day,
            can_keep: true,
            left_quickly: false,
        });
        Self {
            session,
            keeper,
            disk: disk.clone(),
            is_looked_at: true,
            next: number * 1000,
        }
    }

    /// Applies an event. Says which keys changed in the store.
    fn send(&mut self, event: Event) -> Vec<String> {
        self.apply(event);
        self.disk.changed.take()
    }

    fn apply(&mut self, event: Event) {
        for effect in self.session.apply(event) {
            let Some(outcome) = self.keeper.perform(&effect) else {
                continue;
            };
            if let Some(what) = effect.stores() {
                self.apply(Event::Saved { what, outcome });
            }
            if let (Effect::Save(shared), Err(NotKept::Changed)) = (&effect, outcome) {
                self.next += 1;
                self.apply(Event::Parted {
                    id: CheckInId(self.next),
                });
                self.hear(&[key::of(Entry::CheckIn(shared.id))]);
            }
        }
    }

    fn hear(&mut self, keys: &[String]) {
        for key in keys {
            match self.keeper.hear(key, true) {
                None | Some(News::Sealed(_) | News::Lock | News::Discreet(_)) => {}
                Some(News::Deleted) => self.apply(Event::DeletedElsewhere),
                Some(News::Went(entry)) => self.apply(Event::WentElsewhere { entry, alone: true }),
                Some(News::Came(found)) => {
                    let is_looked_at = self.is_looked_at;
                    if self.session.takes(&found, is_looked_at) {
                        self.keeper.claim(key);
                    }
                    self.apply(Event::CameElsewhere {
                        found: *found,
                        is_looked_at,
                    });
                }
            }
        }
    }

    /// What the browser tells of when everything was removed at once.
    fn hear_that_all_went(&mut self) {
        for entry in self.keeper.missing() {
            self.apply(Event::WentElsewhere {
                entry,
                alone: false,
            });
        }
    }

    fn start(&mut self) -> Vec<String> {
        self.next += 1;
        let id = CheckInId(self.next);
        self.apply(Event::ChoseKeep(Keep::Here));
        self.send(Event::Started {
            id,
            begun: now(self.next),
        })
    }

    fn answer(&mut self, item: Item, often: Frequency) -> Vec<String> {
        self.send(Event::Replied(item, Reply::Given(often)))
    }

    fn check_in(&self) -> CheckIn {
        self.session.check_in.expect("a check-in")
    }
}

fn stored(disk: &Disk) -> Vec<CheckIn> {
    Keeper::new(Box::new(disk.clone())).find().check_ins
}

#[test]
fn two_tabs_with_a_check_in_each_keep_both() {
    let disk = Disk::default();
    let (mut one, mut two) = (Tab::open(&disk, 1), Tab::open(&disk, 2));
    let keys = one.start();
    two.hear(&keys);
    let keys = two.start();
    one.hear(&keys);
    let keys = one.answer(Item::E1, Frequency::Often);
    two.hear(&keys);
    two.answer(Item::E1, Frequency::Never);
    let kept = stored(&disk);
    assert_eq!(kept.len(), 2);
    for tab in [&one, &two] {
        assert!(kept.contains(&tab.check_in()));
        assert_eq!(tab.session.kept, Kept::Here);
        assert!(!tab.session.parted);
    }
    assert_eq!(one.session.past, [stored_before_answer(&two)]);
}

/// What the first tab last heard of the check-in of the second.
fn stored_before_answer(tab: &Tab) -> CheckIn {
    let mut before = tab.check_in();
    before.answers.set(Item::E1, Reply::NotSeen);
    before
}

#[test]
fn two_tabs_on_one_check_in_part_and_both_ways_stay() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1);
    one.start();
    let mut two = Tab::open(&disk, 2);
    assert_eq!(two.check_in(), one.check_in());
    // At once: neither has heard of the other.
    one.answer(Item::E1, Frequency::Often);
    two.answer(Item::E1, Frequency::Never);
    assert!(two.session.parted && !one.session.parted);
    assert_ne!(two.check_in().id, one.check_in().id);
    let kept = stored(&disk);
    assert!(kept.contains(&one.check_in()) && kept.contains(&two.check_in()));
    assert_eq!(two.session.past, [one.check_in()]);
    // From now on they go on side by side.
    one.answer(Item::E2, Frequency::Often);
    two.answer(Item::E2, Frequency::Never);
    let kept = stored(&disk);
    assert_eq!(kept.len(), 2);
    assert!(kept.contains(&one.check_in()) && kept.contains(&two.check_in()));
}

#[test]
fn a_tab_out_of_sight_follows_the_one_in_use() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1);
    one.start();
    let mut two = Tab::open(&disk, 2);
    two.is_looked_at = false;
    let keys = one.answer(Item::E1, Frequency::Often);
    two.hear(&keys);
    assert_eq!(two.check_in(), one.check_in());
    assert_eq!(two.session.kept, Kept::Here);
    assert_eq!(two.session.taken_over, 1);
    // And goes on from there.
    two.answer(Item::E2, Frequency::Rarely);
    assert!(!two.session.parted);
    assert_eq!(stored(&disk), [two.check_in()]);
}

#[test]
fn a_tab_in_sight_is_told_before_it_parts() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1);
    one.start();
    let mut two = Tab::open(&disk, 2);
    let keys = one.answer(Item::E1, Frequency::Often);
    let before = two.check_in();
    two.hear(&keys);
    assert_eq!(two.check_in(), before, "nothing changes under the hands");
    assert_eq!(two.session.kept, Kept::Refused(NotKept::Changed));
    two.answer(Item::E1, Frequency::Never);
    assert!(two.session.parted);
    assert_eq!(stored(&disk).len(), 2);
}

#[test]
fn deleting_everything_empties_every_tab() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1);
    one.start();
    let mut two = Tab::open(&disk, 2);
    two.send(Event::Noted(Page::Joys, "swimming".to_owned()));
    // The browser tells of each change in turn, when the last of them is done already.
    disk.changed.take();
    one.apply(Event::DeletedAll);
    assert_eq!(disk.keys(), [""; 0]);
    // The mark is gone again before the other tab hears of it; the event still names it.
    two.apply(Event::DeletedElsewhere);
    assert_eq!(two.session.screen(), Screen::Welcome);
    assert_eq!(two.session.deletion, Deletion::Elsewhere);
    assert!(two.session.check_in.is_none() && two.session.notebook.is_empty());
    assert_eq!(disk.keys(), [""; 0], "nothing comes back");
}

#[test]
fn what_was_removed_stays_on_the_page_and_comes_back_only_when_asked() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1);
    one.start();
    one.answer(Item::E1, Frequency::Often);
    disk.entries.take();
    one.hear_that_all_went();
    assert_eq!(one.session.kept, Kept::Refused(NotKept::Removed));
    one.answer(Item::E2, Frequency::Often);
    assert_eq!(one.session.kept, Kept::Refused(NotKept::Removed));
    assert_eq!(stored(&disk), []);
    one.send(Event::KeptAgain(Stored::CheckIn));
    assert_eq!(one.session.kept, Kept::Here);
    assert_eq!(stored(&disk), [one.check_in()]);
}

/// A past check-in with a note on what was learned from it, open in one tab, and another that has read both.
fn with_a_note_in_two_tabs(disk: &Disk) -> [Tab; 2] {
    let mut one = Tab::open(disk, 1);
    one.start();
    let id = one.check_in().id;
    let today = now(0).day;
    one.send(Event::Reflected(Reflected::Began { id, today }));
    one.send(Event::Reflected(Reflected::Kept));
    one.send(Event::Reflected(Reflected::Closed));
    let mut two = Tab::open(disk, 2);
    // There it is one of the past: another has been begun.
    two.session.past.extend(two.session.check_in.take());
    two.start();
    assert_eq!(two.session.reflections.len(), 1);
    [one, two]
}

#[test]
fn what_one_tab_deletes_is_gone_from_the_other() {
    let disk = Disk::default();
    let [mut one, mut two] = with_a_note_in_two_tabs(&disk);
    let id = one.check_in().id;
    two.send(Event::Opened(Aside::History));
    let drawn = two.session.taken_over;
    let keys = one.send(Event::Discarded);
    two.hear(&keys);
    assert_eq!(two.session.past, [], "nothing deleted is shown any more");
    assert_eq!(two.session.reflections, []);
    assert!(
        two.session.taken_over > drawn,
        "what is on show is drawn anew"
    );
    assert_eq!(two.session.kept_counts(), [1, 0, 0, 0]);
    assert_eq!(stored(&disk), [two.check_in()]);
    // It does not come back by the other tab's doing.
    two.answer(Item::E1, Frequency::Often);
    assert!(stored(&disk).iter().all(|kept| kept.id != id));
}

/// When all went at once no one may have meant it: what this page still has of it can be taken along.
#[test]
fn what_went_with_everything_stays_on_the_page() {
    let disk = Disk::default();
    let [_, mut two] = with_a_note_in_two_tabs(&disk);
    disk.entries.take();
    two.hear_that_all_went();
    assert_eq!(two.session.past.len(), 1);
    assert_eq!(two.session.reflections.len(), 1);
    assert_eq!(
        two.session.kept_counts(),
        [0; 4],
        "and is not said to be kept"
    );
}

#[test]
fn a_note_changed_in_two_tabs_stays_as_the_other_left_it_until_asked() {
    let disk = Disk::default();
    let mut one = Tab::open(&disk, 1);
    one.start();
    one.send(Event::Noted(Page::Joys, "swimming".to_owned()));
    let mut two = Tab::open(&disk, 2);
    one.send(Event::Noted(Page::Joys, "swimming, music".to_owned()));
    two.send(Event::Noted(Page::Joys, "tea".to_owned()));
    assert_eq!(two.session.notebook_kept, Kept::Refused(NotKept::Changed));
    let kept = || Keeper::new(Box::new(disk.clone())).find().notebook.unwrap();
    assert_eq!(kept().text(Page::Joys), "swimming, music");
    two.send(Event::KeptAgain(Stored::Notebook));
    assert_eq!(kept().text(Page::Joys), "tea");
    assert_eq!(two.session.notebook_kept, Kept::Here);
}

#[derive(Clone, Debug)]
enum Act {
    Start,
    Answer(usize, u8),
    Hear,
    Look(bool),
    Anew,
    Again,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => Just(Act::Start),
        8 => (0..6_usize, 0..5_u8).prop_map(|(item, number)| Act::Answer(item, number)),
        6 => Just(Act::Hear),
        2 => any::<bool>().prop_map(Act::Look),
        1 => Just(Act::Anew),
        1 => Just(Act::Again),
    ]
}

proptest! {
    /// Three tabs in any order, told late or never of each other: what a tab says is kept is in the store, as it
    /// stands there or as another tab knowingly went on with it; and no check-in vanishes but by its own tab.
    #[test]
    fn no_order_of_three_tabs_loses_a_check_in(acts in vec((0..3_usize, act()), 1..60)) {
        let disk = Disk::default();
        let mut tabs = [Tab::open(&disk, 1), Tab::open(&disk, 2), Tab::open(&disk, 3)];
        let mut untold: [Vec<String>; 3] = Default::default();
        for (who, act) in acts {
            let before = stored(&disk);
            let tab = &mut tabs[who];
            let mine = tab.session.check_in.map(|now| now.id);
            let mut knew = Vec::new();
            if let Some(id) = mine {
                knew.push(id);
            }
            let changed = match &act {
                Act::Start => tab.start(),
                Act::Answer(item, number) => {
                    let often = Frequency::from_number(*number).unwrap();
                    tab.answer(Item::ALL[*item], often)
                }
                Act::Hear => {
                    let keys = std::mem::take(&mut untold[who]);
                    tab.hear(&keys);
                    disk.changed.take()
                }
                Act::Look(is_looked_at) => {
                    tab.is_looked_at = *is_looked_at;
                    Vec::new()
                }
                Act::Anew => tab.send(Event::BeganAnew),
                Act::Again => tab.send(Event::KeptAgain(Stored::CheckIn)),
            };
            for (other, untold) in untold.iter_mut().enumerate() {
                if other != who {
                    untold.extend(changed.iter().cloned());
                }
            }
            let after = stored(&disk);
            for old in &before {
                let is_there = after.iter().any(|new| new.id == old.id);
                let own = knew.contains(&old.id);
                prop_assert!(is_there || (own && matches!(act, Act::Anew)), "{act:?} lost {old:?}");
                if !own {
                    prop_assert!(after.contains(old), "{act:?} changed what belongs to another tab");
                }
            }
            let tab = &tabs[who];
            if let (Some(now), Kept::Here, Act::Answer(..) | Act::Start) =
                (tab.session.check_in, tab.session.kept, &act)
            {
                prop_assert!(after.contains(&now), "{act:?}: said to be kept");
            }
        }
    }
}
