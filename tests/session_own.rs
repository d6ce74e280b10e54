//! Plan, reflection and notebook in the session: what is told of keeping them is what storage holds.

use std::cell::RefCell;
use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use recovery_check::domain::check_in::{Begun, CheckIn, CheckInId};
use recovery_check::domain::date::Day;
use recovery_check::domain::flow::Place;
use recovery_check::domain::gates::Gate;
use recovery_check::domain::instrument::Factor;
use recovery_check::domain::plan::{Went, When};
use recovery_check::domain::reflection::{Prompt, Reflection};
use recovery_check::domain::reply::Reply;
use recovery_check::domain::safety::Card;
use recovery_check::domain::step::Step;
use recovery_check::domain::tool::{Notebook, Page, Tool};
use recovery_check::session::{
    Aside, Effect, Event, Found, Keep, Kept, Planned, ReflectPage, Reflected, Screen, Session,
};
use recovery_check::storage::keeper::Keeper;
use recovery_check::storage::memory::MemoryStore;
use recovery_check::storage::{Refused, Store};

const TODAY: u32 = 20_782;

fn day(number: u32) -> Day {
    Day::new(number).expect("a day in range")
}

fn finished(id: u64, number: u32) -> CheckIn {
    let begun = Begun {
        day: day(number),
        second: u64::from(number) * 86_400,
    };
    let mut check_in = CheckIn::new(CheckInId(id), begun);
    check_in.go_to(Place::ResultFull);
    check_in
}

fn loaded(found: Found) -> Session {
    let mut session = Session::default();
    session.apply(Event::Loaded {
        found,
        today: day(TODAY),
        can_keep: true,
        left_quickly: false,
    });
    session
}

/// At a result, with nothing chosen about keeping.
fn at_result() -> Session {
    let mut session = loaded(Found::default());
    session.check_in = Some(finished(1, TODAY));
    session
}

fn planned(session: &mut Session, planned: Planned) -> Vec<Effect> {
    session.apply(Event::Planned(planned))
}

fn reflected(session: &mut Session, reflected: Reflected) -> Vec<Effect> {
    session.apply(Event::Reflected(reflected))
}

fn began() -> Reflected {
    Reflected::Began {
        id: CheckInId(99),
        today: day(TODAY),
    }
}

#[test]
fn a_plan_is_kept_only_when_keeping_was_chosen_or_asked() {
    let mut session = at_result();
    session.apply(Event::Opened(Aside::Plan));
    assert_eq!(session.screen(), Screen::Aside(Aside::Plan));
    assert_eq!(session.plan.as_ref().unwrap().check_in, Some(CheckInId(1)));
    assert_eq!(planned(&mut session, Planned::Added(Step::Move, None)), []);
    let effects = planned(&mut session, Planned::Kept);
    assert!(matches!(effects[..], [Effect::SavePlan(_)]));
    let effects = planned(&mut session, Planned::Ticked(0, true));
    assert!(matches!(&effects[..], [Effect::SavePlan(plan)] if plan.steps[0].tried));
    assert_eq!(
        planned(&mut session, Planned::Discarded),
        [Effect::ForgetPlan]
    );
    assert_eq!((session.plan, session.plan_kept), (None, Kept::Nothing));
}

#[test]
fn choosing_to_keep_also_keeps_a_plan_made_before_and_turning_it_off_forgets_it() {
    let mut session = at_result();
    planned(&mut session, Planned::Added(Step::Move, None));
    planned(&mut session, Planned::Made);
    let effects = session.apply(Event::ChoseKeep(Keep::Here));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::SavePlan(_)))
    );
    session.plan_kept = Kept::Here;
    let effects = session.apply(Event::ChoseKeep(Keep::Nothing));
    assert_eq!(effects, [Effect::Forget(CheckInId(1)), Effect::ForgetPlan]);
    assert!(session.plan.is_some(), "the person goes on with it");
}

#[test]
fn a_notebook_kept_along_with_the_check_in_goes_along_with_it() {
    let mut session = at_result();
    session.apply(Event::ChoseKeep(Keep::Here));
    let effects = session.apply(Event::Noted(Page::Joys, "sea".into()));
    assert!(matches!(effects[..], [Effect::SaveNotebook(_)]));
    session.notebook_kept = Kept::Here;
    let effects = session.apply(Event::ChoseKeep(Keep::Nothing));
    assert!(effects.contains(&Effect::ForgetNotebook));
    assert_eq!(
        session.notebook.text(Page::Joys),
        "sea",
        "the person goes on with it"
    );

    // One that was asked for stays.
    session.apply(Event::KeptNotebook(true));
    session.apply(Event::ChoseKeep(Keep::Here));
    session.apply(Event::Noted(Page::Joys, "the sea".into()));
    let effects = session.apply(Event::ChoseKeep(Keep::Nothing));
    assert!(!effects.contains(&Effect::ForgetNotebook));
}

/// A step added from the kinds of care made a plan that belonged to no check-in: it was asked about at once, and
/// was not kept with the check-in.
#[test]
fn a_plan_begun_with_one_step_belongs_to_the_result_on_hand() {
    let mut session = at_result();
    session.apply(Event::ChoseKeep(Keep::Here));
    let effects = planned(&mut session, Planned::Added(Step::Move, None));
    assert!(
        matches!(&effects[..], [Effect::SavePlan(plan)] if plan.check_in == Some(CheckInId(1)))
    );
    assert!(!session.plan_is_from_before());
    assert_eq!(session.plan.as_ref().unwrap().day, Some(day(TODAY)));

    // So does one of which every step was taken out before.
    session.check_in = Some(finished(2, TODAY + 7));
    planned(&mut session, Planned::Removed(0));
    planned(&mut session, Planned::Added(Step::Move, None));
    assert!(!session.plan_is_from_before());

    // One with steps in it stays what it is.
    session.check_in = Some(finished(3, TODAY + 14));
    planned(&mut session, Planned::Added(Step::Halt, None));
    assert!(session.plan_is_from_before());
}

#[test]
fn a_plan_made_after_its_check_in_was_put_away_is_kept_as_that_is() {
    for made in [Planned::Made, Planned::Added(Step::Move, None)] {
        let mut session = at_result();
        session.apply(Event::ChoseKeep(Keep::Here));
        session.kept = Kept::Here;
        session.apply(Event::BeganAnew);
        let effects = planned(&mut session, made.clone());
        assert!(
            matches!(&effects[..], [Effect::SavePlan(plan)] if plan.check_in == Some(CheckInId(1)))
        );

        // Not where that check-in is only here and not in storage, nor against the person's choice.
        planned(&mut session, Planned::Discarded);
        session.apply(Event::ChoseKeep(Keep::Nothing));
        assert_eq!(planned(&mut session, made.clone()), []);
        planned(&mut session, Planned::Discarded);
        session.apply(Event::ChoseKeep(Keep::Undecided));
        session.not_stored[0].push(CheckInId(1));
        assert_eq!(planned(&mut session, made), []);
    }
}

#[test]
fn a_plan_of_an_earlier_check_in_outlives_this_one() {
    let mut session = at_result();
    session.past = vec![finished(7, TODAY - 7)];
    let now = session.check_in.take();
    planned(&mut session, Planned::Added(Step::Move, None));
    session.plan_kept = Kept::Here;
    session.check_in = now;
    assert!(session.plan_is_from_before());
    assert_eq!(
        session.apply(Event::Discarded),
        [Effect::Forget(CheckInId(1))]
    );
    assert!(session.plan.is_some());
}

#[test]
fn how_it_went_is_asked_once_there_is_a_new_result() {
    let mut session = at_result();
    planned(&mut session, Planned::Made);
    assert!(!session.plan_is_from_before());
    session.check_in = Some(finished(2, TODAY));
    assert!(session.plan_is_from_before());
    session.check_in.as_mut().unwrap().finished = false;
    assert!(!session.plan_is_from_before(), "there is no new result yet");
}

#[test]
fn a_reflection_is_kept_only_on_request_and_gone_with_one_tap() {
    let mut session = at_result();
    session.apply(Event::ChoseKeep(Keep::Here));
    assert_eq!(reflected(&mut session, began()), []);
    assert_eq!(
        session.screen(),
        Screen::Aside(Aside::Reflect(ReflectPage::Start))
    );
    assert_eq!(
        reflected(&mut session, Reflected::Wrote(Prompt::Helped, "a".into())),
        []
    );
    assert_eq!(
        reflected(&mut session, Reflected::Chose(Factor::Coping, true)),
        []
    );
    assert_eq!(session.reflections, [], "nothing is kept yet");
    let effects = reflected(&mut session, Reflected::Kept);
    assert!(matches!(&effects[..], [Effect::SaveReflection(kept)] if kept.id == CheckInId(1)));
    let effects = reflected(&mut session, Reflected::Wrote(Prompt::Helped, "b".into()));
    assert!(
        matches!(&effects[..], [Effect::SaveReflection(kept)] if kept.text(Prompt::Helped) == "b")
    );
    assert_eq!(session.reflections.len(), 1);
    let effects = reflected(&mut session, Reflected::Discarded(CheckInId(1)));
    assert_eq!(effects, [Effect::ForgetReflection(CheckInId(1))]);
    assert_eq!(
        (session.reflection.clone(), session.reflections.len()),
        (None, 0)
    );
    assert_eq!(session.aside(), None, "back where it was opened");
}

/// The last change of it was refused; opening it again must not tell that it is kept as it stands.
#[test]
fn a_reflection_opened_again_is_stored_as_it_stands() {
    let mut session = at_result();
    reflected(&mut session, began());
    reflected(&mut session, Reflected::Kept);
    reflected(
        &mut session,
        Reflected::Wrote(Prompt::Helped, "refused".into()),
    );
    session.reflection = None;
    let effects = reflected(&mut session, began());
    assert!(
        matches!(&effects[..], [Effect::SaveReflection(kept)] if kept.text(Prompt::Helped) == "refused")
    );
}

#[test]
fn every_page_of_the_reflection_leads_to_the_next_and_back() {
    let mut session = at_result();
    reflected(&mut session, began());
    let mut page = ReflectPage::Start;
    let mut count = 1;
    while let Some(next) = page.next() {
        session.apply(Event::Opened(Aside::Reflect(next)));
        page = next;
        count += 1;
    }
    assert_eq!((page, count), (ReflectPage::End, 7));
    for _ in 1..count {
        session.apply(Event::WentBack);
    }
    assert_eq!(session.aside(), Some(Aside::Reflect(ReflectPage::Start)));
    session.apply(Event::Opened(Aside::Reflect(ReflectPage::End)));
    session.apply(Event::Opened(Aside::Help));
    reflected(&mut session, Reflected::Closed);
    assert_eq!(session.asides, [Aside::Help]);
}

#[test]
fn a_reflection_opened_without_a_check_in_has_a_number_of_its_own() {
    let mut session = loaded(Found::default());
    reflected(&mut session, began());
    assert_eq!(session.reflection.as_ref().unwrap().id, CheckInId(99));
}

#[test]
fn what_a_file_brings_stands_beside_what_is_here() {
    let mut session = at_result();
    let mut other = at_result();
    planned(&mut other, Planned::Added(Step::Move, None));
    let found = Found {
        check_ins: vec![finished(3, TODAY - 30)],
        plan: other.plan.clone(),
        ..Found::default()
    };
    let effects = session.apply(Event::Imported(found.clone()));
    let plan = found.plan.clone().expect("a plan");
    // One that was open elsewhere must not take the place of the one under way here.
    let mut put_away = finished(3, TODAY - 30);
    put_away.open = false;
    assert_eq!(effects, [Effect::Keep(put_away), Effect::SavePlan(plan)]);
    assert_eq!(session.past, [put_away]);
    assert_eq!((session.plan, session.plan_kept), (other.plan, Kept::Here));
}

/// A result in which cards of A1 to A4 are due.
fn with_cards(id: u64, number: u32) -> CheckIn {
    let mut check_in = finished(id, number);
    let told = check_in.gates.set(Gate::Q2, Reply::Given(&["might_act"]));
    assert!(told.is_ok());
    check_in
}

fn due(session: &Session) -> Vec<Card> {
    let cards = session.cards_due(day(TODAY));
    cards.map_or_else(Vec::new, |cards| cards.iter().collect())
}

#[test]
fn cards_stay_due_while_their_week_lasts_wherever_the_person_looks() {
    let mut session = at_result();
    session.check_in = Some(with_cards(1, TODAY));
    assert_eq!(due(&session), [Card::A1, Card::A3]);
    // Put away, and another begun: the last result still speaks of this week.
    session.past = vec![with_cards(1, TODAY - 6), finished(2, TODAY - 20)];
    session.check_in = None;
    assert_eq!(due(&session), [Card::A1, Card::A3]);
    session.past = vec![with_cards(1, TODAY - 7)];
    assert_eq!(due(&session), []);
    // A check-in dated ahead by a wrong clock hides nothing.
    session.past = vec![with_cards(1, TODAY), finished(2, TODAY + 3)];
    assert_eq!(due(&session), [Card::A1, Card::A3]);
    // One that is only half done counts as far as it has come.
    let mut begun = with_cards(3, TODAY);
    begun.finished = false;
    session.check_in = Some(begun);
    session.past = vec![finished(2, TODAY - 10)];
    assert_eq!(due(&session), [Card::A1, Card::A3]);
}

#[test]
fn keep_going_leaves_the_plan_as_soon_as_a_card_is_due() {
    let mut session = at_result();
    session.check_in = None;
    session.past = vec![finished(2, TODAY - 10)];
    planned(&mut session, Planned::Added(Step::Keep, None));
    assert!(
        session
            .plan
            .as_ref()
            .is_some_and(|plan| plan.has(Step::Keep))
    );
    let mut begun = with_cards(3, TODAY);
    begun.finished = false;
    session.check_in = Some(begun);
    session.apply(Event::Opened(Aside::Plan));
    assert!(
        session
            .plan
            .as_ref()
            .is_some_and(|plan| !plan.has(Step::Keep))
    );
    planned(&mut session, Planned::Added(Step::Keep, None));
    assert!(session.plan.is_some_and(|plan| !plan.has(Step::Keep)));
}

#[test]
fn deleting_a_check_in_takes_its_plan_and_notes_along() {
    let mut session = at_result();
    planned(&mut session, Planned::Made);
    reflected(&mut session, began());
    reflected(&mut session, Reflected::Kept);
    let effects = session.apply(Event::Discarded);
    let id = CheckInId(1);
    assert_eq!(
        effects,
        [
            Effect::Forget(id),
            Effect::ForgetReflection(id),
            Effect::ForgetPlan
        ]
    );
    assert_eq!((session.reflections.len(), session.plan), (0, None));
}

#[test]
fn a_plan_that_was_not_to_be_kept_is_not_kept_with_the_next_check_in() {
    let mut session = at_result();
    session.apply(Event::ChoseKeep(Keep::Nothing));
    planned(&mut session, Planned::Made);
    session.apply(Event::BeganAnew);
    session.apply(Event::ChoseKeep(Keep::Here));
    let effects = session.apply(Event::Started {
        id: CheckInId(2),
        begun: finished(2, TODAY).begun,
    });
    assert!(
        effects
            .iter()
            .all(|effect| !matches!(effect, Effect::SavePlan(_)))
    );
}

/// Imported reflections that storage would not take were only counted; deleting one made the count of what is
/// kept wrap around.
#[test]
fn what_is_counted_as_kept_is_what_storage_took() {
    let mut session = at_result();
    session.apply(Event::Imported(Found {
        check_ins: vec![finished(3, TODAY - 30), finished(4, TODAY - 20)],
        reflections: vec![
            Reflection::new(CheckInId(3), day(TODAY - 30)),
            Reflection::new(CheckInId(4), day(TODAY - 20)),
        ],
        ..Found::default()
    }));
    assert_eq!(session.kept_counts(), [2, 0, 2, 0]);
    session.apply(Event::NotStored {
        check_ins: vec![CheckInId(4)],
        reflections: vec![CheckInId(4)],
    });
    assert_eq!(session.kept_counts(), [1, 0, 1, 0]);
    reflected(&mut session, Reflected::Discarded(CheckInId(3)));
    assert_eq!(session.kept_counts(), [1, 0, 0, 0]);
    reflected(&mut session, Reflected::Discarded(CheckInId(4)));
    assert_eq!(session.kept_counts(), [1, 0, 0, 0]);
}

#[test]
fn what_was_written_in_the_tools_is_counted_page_by_page_and_apart() {
    let mut session = at_result();
    session.apply(Event::KeptNotebook(true));
    for (page, text) in [
        (Page::Joys, "sea"),
        (Page::People, "Sam"),
        (Page::Message, " "),
    ] {
        session.apply(Event::Noted(page, text.into()));
    }
    assert_eq!(session.kept_counts(), [0, 0, 0, 2]);
}

/// The plan and the notes told that they were kept.
#[test]
fn where_nothing_can_be_kept_asking_for_it_changes_nothing() {
    let mut session = at_result();
    session.can_keep = false;
    planned(&mut session, Planned::Made);
    reflected(&mut session, began());
    assert_eq!(planned(&mut session, Planned::Kept), []);
    assert_eq!(reflected(&mut session, Reflected::Kept), []);
    let kept = (session.plan_kept, session.reflection_kept);
    assert_eq!(kept, (Kept::Nothing, Kept::Nothing));
    assert_eq!(session.reflections, []);
}

#[test]
fn deleting_everything_takes_all_of_it() {
    let mut session = at_result();
    planned(&mut session, Planned::Added(Step::Move, None));
    session.apply(Event::Noted(Page::Joys, "sea".into()));
    reflected(&mut session, began());
    reflected(&mut session, Reflected::Kept);
    session.asides = vec![Aside::Settings];
    assert_eq!(session.apply(Event::DeletedAll), [Effect::ForgetAll]);
    let expected = Session {
        can_keep: true,
        asides: vec![Aside::Settings],
        ..Session::default()
    };
    assert_eq!(session, expected);
}

// Whatever happens.

/// A store that can be made to refuse, and that outlives the keeper over it.
#[derive(Clone, Default)]
struct Disk {
    entries: Rc<RefCell<MemoryStore>>,
    refuses: Rc<RefCell<bool>>,
}

impl Store for Disk {
    fn read(&self, key: &str) -> Option<String> {
        self.entries.borrow().read(key)
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Refused> {
        if *self.refuses.borrow() {
            return Err(Refused);
        }
        self.entries.borrow_mut().write(key, text)
    }

    fn remove(&mut self, key: &str) {
        self.entries.borrow_mut().remove(key);
    }

    fn keys(&self) -> Vec<String> {
        self.entries.borrow().keys()
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("שלום \u{202e} 👩‍👩‍👧\r\n\t\"\\".to_owned()),
        Just("x".repeat(10_000)),
        any::<String>(),
    ]
}

fn a_plan_event() -> impl Strategy<Value = Planned> {
    let index = 0..5_usize;
    let when = proptest::option::of((0..30_000_u32, proptest::option::of(0..1440_u16)));
    prop_oneof![
        Just(Planned::Made),
        Just(Planned::Kept),
        Just(Planned::Discarded),
        select(Step::ALL).prop_map(|step| Planned::Added(step, None)),
        index.clone().prop_map(Planned::Swapped),
        index.clone().prop_map(Planned::Removed),
        (index.clone(), text()).prop_map(|(index, text)| Planned::Cued(index, text)),
        (index.clone(), text()).prop_map(|(index, text)| Planned::Acted(index, text)),
        (index.clone(), text()).prop_map(|(index, text)| Planned::Asked(index, text)),
        (index.clone(), when).prop_map(|(index, when)| {
            let when = when.map(|(number, minute)| When {
                day: day(number),
                minute,
            });
            Planned::Timed(index, when)
        }),
        (index.clone(), any::<bool>()).prop_map(|(index, tried)| Planned::Ticked(index, tried)),
        (index, select(Went::ALL)).prop_map(|(index, went)| Planned::Learned(index, went)),
    ]
}

fn a_reflection_event() -> impl Strategy<Value = Reflected> {
    prop_oneof![
        3 => Just(began()),
        2 => (select(Prompt::ALL), text()).prop_map(|(prompt, text)| Reflected::Wrote(prompt, text)),
        2 => (select(Factor::ALL.to_vec()), any::<bool>())
            .prop_map(|(factor, chosen)| Reflected::Chose(factor, chosen)),
        2 => Just(Reflected::Kept),
        1 => select(vec![1, 2, 99]).prop_map(|id| Reflected::Discarded(CheckInId(id))),
        1 => Just(Reflected::Closed),
    ]
}

fn an_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        10 => a_plan_event().prop_map(Event::Planned),
        6 => a_reflection_event().prop_map(Event::Reflected),
        4 => (select(Page::ALL), text()).prop_map(|(page, text)| Event::Noted(page, text)),
        1 => any::<bool>().prop_map(Event::KeptNotebook),
        2 => select(vec![Keep::Here, Keep::Nothing]).prop_map(Event::ChoseKeep),
        3 => select(vec![
            Aside::Plan,
            Aside::Tools,
            Aside::Tool(Tool::Halt),
            Aside::History,
            Aside::Learn,
            Aside::Reflect(ReflectPage::End),
        ])
        .prop_map(Event::Opened),
        2 => Just(Event::WentBack),
        1 => Just(Event::BeganAnew),
        1 => Just(Event::Discarded),
        1 => Just(Event::DeletedAll),
        1 => (text(), any::<bool>()).prop_map(|(text, has_plan)| {
            let mut found = Found::default();
            let mut notebook = Notebook::default();
            notebook.write(Page::Joys, text);
            found.notebook = Some(notebook);
            found.plan = has_plan.then(Default::default);
            Event::Imported(found)
        }),
        2 => (1..4_u64).prop_map(|id| Event::Started {
            id: CheckInId(id),
            begun: finished(id, TODAY).begun,
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_is_told_is_what_storage_holds(
        steps in vec((an_event(), proptest::bool::weighted(0.15)), 0..60),
    ) {
        let disk = Disk::default();
        let mut keeper = Keeper::new(Box::new(disk.clone()));
        let mut session = at_result();
        for (event, refuses) in steps {
            disk.refuses.replace(refuses);
            for effect in session.apply(event.clone()) {
                let answer = keeper.perform(&effect);
                if let Some((answer, what)) = answer.zip(effect.stores()) {
                    session.apply(Event::Saved { what, outcome: answer });
                }
            }
            let held = Keeper::new(Box::new(disk.clone())).find();
            prop_assert_eq!((held.unreadable, held.newer), (0, 0));
            match session.plan_kept {
                Kept::Here => prop_assert_eq!(&held.plan, &session.plan, "{:?}", event),
                Kept::Nothing => prop_assert_eq!(&held.plan, &None, "{:?}", event),
                Kept::Refused(_) => {}
            }
            match session.notebook_kept {
                Kept::Here => prop_assert_eq!(held.notebook.as_ref(), Some(&session.notebook)),
                Kept::Nothing => prop_assert_eq!(&held.notebook, &None),
                Kept::Refused(_) => {}
            }
            if let Some(now) = &session.reflection {
                let kept = held.reflections.iter().find(|kept| kept.id == now.id);
                match session.reflection_kept {
                    Kept::Here => prop_assert_eq!(kept, Some(now)),
                    Kept::Nothing => prop_assert_eq!(kept, None),
                    Kept::Refused(_) => {}
                }
            }
        }
    }
}
