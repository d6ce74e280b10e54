//! The plan: what is offered after what was learned, what is carried over, and that every change keeps it
//! whole.

#[allow(dead_code, reason = "other tests need the rest of the generators")]
mod common;

use common::{answers, gates, pick};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use recovery_check::domain::answers::{Answers, Frequency};
use recovery_check::domain::check_in::CheckInId;
use recovery_check::domain::date::Day;
use recovery_check::domain::gates::{Gate, Gates};
use recovery_check::domain::instrument::{Factor, Item};
use recovery_check::domain::plan::{self, Lesson, Plan, STEPS_AT_MOST, Went};
use recovery_check::domain::reply::Reply;
use recovery_check::domain::result::CheckResult;
use recovery_check::domain::stage::Stage;
use recovery_check::domain::step::{Reason, Step};

fn day() -> Day {
    Day::from_calendar(2026, 11, 25)
}

/// A week in which the mental stage stands out and nothing else is known.
fn mental() -> CheckResult {
    let mut answers = Answers::default();
    for item in [Item::M1, Item::M2, Item::M3] {
        answers.set(item, Reply::Given(Frequency::EveryDay));
    }
    CheckResult::new(&answers, &Gates::default(), None)
}

fn lesson(step: Step, went: Went) -> Lesson {
    Lesson { step, went }
}

fn offered(result: &CheckResult, lessons: &[Lesson]) -> Vec<Step> {
    let offers = plan::offers(result, lessons).into_iter();
    offers.map(|(_, step)| step).collect()
}

#[test]
fn what_is_not_for_the_person_is_not_offered_again() {
    assert_eq!(offered(&mental(), &[]), [Step::UrgeSurfing]);
    let lessons = [lesson(Step::UrgeSurfing, Went::NotForMe)];
    assert_eq!(offered(&mental(), &lessons), [Step::LookAhead]);
    let all = [
        Step::UrgeSurfing,
        Step::LookAhead,
        Step::CostsAndGains,
        Step::Medicine,
    ];
    let lessons = all.map(|step| lesson(step, Went::NotForMe));
    assert_eq!(offered(&mental(), &lessons), []);
}

#[test]
fn what_helped_comes_first() {
    let lessons = [lesson(Step::CostsAndGains, Went::Helped)];
    assert_eq!(offered(&mental(), &lessons), [Step::CostsAndGains]);
    let lessons = [lesson(Step::CostsAndGains, Went::NotYet)];
    assert_eq!(offered(&mental(), &lessons), [Step::UrgeSurfing]);
}

#[test]
fn what_the_sheet_leaves_to_choice_is_only_an_idea() {
    let mut answers = Answers::default();
    for item in [Item::W1, Item::W2] {
        answers.set(item, Reply::Given(Frequency::Never));
    }
    let result = CheckResult::new(&answers, &Gates::default(), None);
    let lessons = [Step::Basics, Step::Move].map(|step| lesson(step, Went::NotForMe));
    assert_eq!(offered(&result, &lessons), []);
    let ideas = plan::further_ideas(&result, &Plan::default());
    let ideas: Vec<_> = ideas.into_iter().map(|(_, step)| step).collect();
    assert_eq!(ideas, [Step::Basics, Step::Move, Step::ArtOrAcupuncture]);
}

#[test]
fn a_step_not_tried_yet_is_carried_over_with_its_words() {
    let mut last = Plan::default().for_check_in(CheckInId(1), day(), &mental());
    last.add(Step::Purpose, None);
    last.steps[0].action = Some("Walk to the river.".to_owned());
    last.steps[0].tried = true;
    last.steps[1].who = "Sam".to_owned();
    last.learn(0, Went::Helped);
    last.learn(1, Went::NotYet);
    let next = last.for_check_in(CheckInId(2), day(), &mental());
    let steps: Vec<_> = next.steps.iter().map(|planned| planned.step).collect();
    assert_eq!(steps, [Step::Purpose, Step::UrgeSurfing]);
    assert_eq!(next.steps[0].who, "Sam");
    let again = &next.steps[1];
    assert_eq!(
        again.action.as_deref(),
        Some("Walk to the river."),
        "it is offered again"
    );
    assert_eq!((again.tried, again.went), (false, None), "and begins anew");
    assert_eq!(again.reason, Some(mental_reason()));
    assert_eq!(next.lessons, last.lessons);
    assert_eq!(next.check_in, Some(CheckInId(2)));
}

/// What was not asked about is not lost, and a reason gets one step only.
#[test]
fn own_words_are_carried_over_unasked_and_no_reason_has_two_steps() {
    let mut last = Plan::default();
    last.add(Step::LookAhead, Some(mental_reason()));
    last.add(Step::Care, Some(Reason::Factor(Factor::MentalHealth)));
    last.add(Step::Move, None);
    last.steps[0].action = Some("ring Dr Lee on Tuesday".to_owned());
    last.steps[1].who = "Sam".to_owned();
    let next = last.for_check_in(CheckInId(2), day(), &mental());
    let steps: Vec<_> = next
        .steps
        .iter()
        .map(|planned| (planned.step, planned.reason))
        .collect();
    let expected = [
        (Step::LookAhead, Some(mental_reason())),
        // Mental health is no longer named.
        (Step::Care, None),
    ];
    assert_eq!(steps, expected);
    assert_eq!(next.steps[0].action, last.steps[0].action);
}

/// "I will:" stood there with nothing after it, and "If , then".
#[test]
fn what_is_blank_counts_as_not_written() {
    let mut plan = Plan::default();
    plan.add(Step::Move, None);
    let step = &mut plan.steps[0];
    for blank in ["", "  \n\t"] {
        step.cue = Some(blank.to_owned());
        step.action = Some(blank.to_owned());
        step.who = blank.to_owned();
        assert_eq!(
            step.cue_or("I feel low"),
            "",
            "a step needs no moment of its own"
        );
        assert_eq!(step.action_or("Walk."), "Walk.");
        assert_eq!(step.helper(), None);
        assert!(!step.has_own_if_then() && !step.holds_something_own());
    }
    let next = plan.for_check_in(CheckInId(2), day(), &mental());
    assert!(!next.has(Step::Move), "nothing was written to carry over");
    let step = &mut plan.steps[0];
    step.action = Some(" Swim. ".to_owned());
    assert_eq!(step.action_or("Walk."), " Swim. ", "as typed");
    step.who = "Sam".to_owned();
    assert_eq!(step.helper(), Some("Sam"));
}

fn mental_reason() -> Reason {
    Reason::Stage(mental().stage.stage)
}

#[test]
fn keep_going_leaves_the_plan_when_a_card_comes_due() {
    let mut answers = Answers::default();
    for item in Item::ALL.into_iter().take(18) {
        let best = if item.is_reversed() {
            Frequency::EveryDay
        } else {
            Frequency::Never
        };
        answers.set(item, Reply::Given(best));
    }
    let mut gates = Gates::default();
    let steady = CheckResult::new(&answers, &gates, None);
    let mut plan = Plan::default().for_check_in(CheckInId(1), day(), &steady);
    assert!(plan.has(Step::Keep));
    gates.set(Gate::Q2, Reply::Given(&["safe"])).unwrap();
    let with_card = CheckResult::new(&answers, &gates, None);
    plan.learn(0, Went::NotYet);
    assert!(
        !plan
            .for_check_in(CheckInId(1), day(), &with_card)
            .has(Step::Keep)
    );
    plan.settle();
    assert!(!plan.has(Step::Keep));
}

#[test]
fn swapping_goes_through_the_reason_and_then_through_the_rest() {
    let mut plan = Plan::default().for_check_in(CheckInId(1), day(), &mental());
    let mut seen = vec![plan.steps[0].step];
    for _ in 0..18 {
        plan.swap(0, true);
        seen.push(plan.steps[0].step);
    }
    let own = [
        Step::UrgeSurfing,
        Step::LookAhead,
        Step::CostsAndGains,
        Step::Medicine,
    ];
    assert_eq!(seen[..4], own);
    assert_eq!(seen.iter().filter(|&&step| step == Step::Keep).count(), 0);
    let mut others = seen.clone();
    others.sort_by_key(|step| step.code());
    others.dedup();
    assert_eq!(others.len(), seen.len(), "no step comes twice");
    plan.swap(0, true);
    assert_eq!(plan.steps[0].step, Step::UrgeSurfing, "round to the first");
    plan.swap(7, true);
    assert_eq!(plan.steps.len(), 1, "there is no such step");
    plan.steps[0].who = "Sam".to_owned();
    for _ in 0..4 {
        plan.swap(0, true);
    }
    assert_eq!(plan.steps[0].who, "Sam", "who helps stays");
    assert_eq!(
        plan.steps[0].offered_for(),
        None,
        "beyond what the reason offers"
    );
}

/// A step can be carried over from a week of few signs, whose reason offers nothing but "keep going".
#[test]
fn swapping_never_brings_keep_going_beside_a_due_card() {
    let mut plan = Plan::default();
    plan.add(Step::Halt, Some(Reason::Stage(Stage::Few)));
    for _ in 0..40 {
        plan.swap(0, false);
        assert_ne!(plan.steps[0].step, Step::Keep);
    }
}

/// The sheet gives some reasons a single step; it can be swapped all the same.
#[test]
fn every_step_can_be_swapped() {
    for factor in Factor::ALL {
        for &step in Reason::Factor(factor).steps() {
            let mut plan = Plan::default();
            plan.add(step, Some(Reason::Factor(factor)));
            plan.swap(0, true);
            assert_ne!(plan.steps[0].step, step);
        }
    }
}

#[derive(Clone, Debug)]
enum Change {
    Add(Step),
    Swap(usize),
    Learn(usize, Went),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        select(Step::ALL).prop_map(Change::Add),
        (0..5_usize).prop_map(Change::Swap),
        (0..5_usize, select(Went::ALL)).prop_map(|(index, went)| Change::Learn(index, went)),
    ]
}

proptest! {
    #[test]
    fn a_plan_stays_whole_whatever_is_done_to_it(
        answers in answers(), gates in gates(), pick in pick(), changes in vec(change(), 0..40),
    ) {
        let result = CheckResult::new(&answers, &gates, pick);
        let mut plan = Plan::default();
        for (round, change) in (0..).zip(changes) {
            match change {
                Change::Add(step) => plan.add(step, None),
                Change::Swap(index) => plan.swap(index, true),
                Change::Learn(index, went) => plan.learn(index, went),
            }
            if round % 7 == 0 {
                plan = plan.for_check_in(CheckInId(round), day(), &result);
                let keep_beside_card = plan.has(Step::Keep) && result.cards.any_from_gates();
                prop_assert!(!keep_beside_card);
            }
            prop_assert!(plan.steps.len() <= STEPS_AT_MOST);
            for (index, planned) in plan.steps.iter().enumerate() {
                prop_assert!(plan.steps[..index].iter().all(|other| other.step != planned.step));
            }
            for (index, learned) in plan.lessons.iter().enumerate() {
                prop_assert!(plan.lessons[..index].iter().all(|other| other.step != learned.step));
            }
            for (_, step) in plan::offers(&result, &plan.lessons) {
                prop_assert!(!plan.lessons.contains(&lesson(step, Went::NotForMe)));
            }
            for (_, step) in plan::further_ideas(&result, &plan) {
                prop_assert!(!plan.has(step));
            }
        }
    }
}
