//! Generators: any check-ins, plans, reflections and notebooks, with the texts people really type.

use crate::common::{answers, gates, pick};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use recovery_check::domain::check_in::{Begun, CheckIn, CheckInId};
use recovery_check::domain::date::Day;
use recovery_check::domain::flow::Place;
use recovery_check::domain::instrument::Factor;
use recovery_check::domain::plan::{Plan, Went, When};
use recovery_check::domain::reflection::{Prompt, Reflection};
use recovery_check::domain::step::{Reason, Step};
use recovery_check::domain::tool::{Notebook, Page};
use recovery_check::export::Taken;
use recovery_check::session::Found;

pub(crate) const TODAY: u32 = 20_782;

pub(crate) fn day(number: u32) -> Day {
    Day::new(number).expect("a day in range")
}

/// Nothing, a word, ten thousand signs, emoji, right-to-left text, line ends of every kind, what other formats use
/// as signs of their own.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let odd = [
        String::new(),
        "a walk".to_owned(),
        "long ".repeat(2_000),
        "👩‍👩‍👧 🙂🏽".to_owned(),
        "\u{202e}שלום עולם\u{202c}".to_owned(),
        "one\r\ntwo\nthree\rfour\u{2028}five".to_owned(),
        "=1+1;\"quoted\", \\ back\\nslash\tBEGIN:VEVENT".to_owned(),
        "\u{0}\u{7}\u{1b}[31m\u{fffe}\u{feff}".to_owned(),
    ];
    prop_oneof![3 => select(odd.to_vec()), 1 => any::<String>()]
}

fn when() -> impl Strategy<Value = Option<When>> {
    proptest::option::of((0..=Day::MAX, proptest::option::of(0..1440_u16))).prop_map(|when| {
        when.map(|(number, minute)| When {
            day: day(number),
            minute,
        })
    })
}

pub(crate) fn check_in() -> impl Strategy<Value = CheckIn> {
    let times = (0..=TODAY + 1, 0..86_400_u64);
    let state = (any::<Index>(), any::<bool>(), any::<bool>());
    (any::<u64>(), times, gates(), answers(), pick(), state).prop_map(
        |(id, (number, second), gates, answers, pick, (place, finished, open))| {
            let places: Vec<_> = Place::all().collect();
            let begun = Begun {
                day: day(number),
                second: u64::from(number) * 86_400 + second,
            };
            CheckIn {
                gates,
                answers,
                pick,
                place: *place.get(&places),
                finished,
                open,
                ..CheckIn::new(CheckInId(id), begun)
            }
        },
    )
}

fn plan() -> impl Strategy<Value = Plan> {
    let step = (
        select(Step::ALL),
        proptest::option::of(select(Factor::ALL.to_vec())),
        proptest::option::of(text()),
        proptest::option::of(text()),
        text(),
        when(),
        any::<bool>(),
        proptest::option::of(select(Went::ALL)),
    );
    let of = (
        proptest::option::of(any::<u64>()),
        proptest::option::of(0..=TODAY),
    );
    (of, vec(step, 0..5)).prop_map(|((check_in, number), steps)| {
        let mut plan = Plan {
            check_in: check_in.map(CheckInId),
            day: number.map(day),
            ..Plan::default()
        };
        for (step, factor, cue, action, who, when, tried, went) in steps {
            let count = plan.steps.len();
            plan.add(step, factor.map(Reason::Factor));
            if plan.steps.len() == count {
                continue;
            }
            let planned = &mut plan.steps[count];
            (planned.cue, planned.action, planned.who) = (cue, action, who);
            (planned.when, planned.tried) = (when, tried);
            if let Some(went) = went {
                plan.learn(count, went);
            }
        }
        plan
    })
}

fn reflection() -> impl Strategy<Value = Reflection> {
    let texts = vec(text(), Prompt::ALL.len());
    (
        any::<u64>(),
        0..=TODAY,
        vec(select(Factor::ALL.to_vec()), 0..4),
        texts,
    )
        .prop_map(|(id, number, before, texts)| {
            let mut reflection = Reflection::new(CheckInId(id), day(number));
            for factor in before {
                reflection.choose(factor, true);
            }
            for (&prompt, text) in Prompt::ALL.iter().zip(texts) {
                reflection.write(prompt, text);
            }
            reflection
        })
}

fn notebook() -> impl Strategy<Value = Notebook> {
    vec(text(), Page::ALL.len()).prop_map(|texts| {
        let mut notebook = Notebook::default();
        for (&page, text) in Page::ALL.iter().zip(texts) {
            notebook.write(page, text);
        }
        notebook
    })
}

/// Anything a person can have, with no number twice.
pub(crate) fn taken() -> impl Strategy<Value = Taken> {
    let own = (
        proptest::option::of(plan()),
        vec(reflection(), 0..3),
        proptest::option::of(notebook()),
    );
    (vec(check_in(), 0..5), own).prop_map(|(check_ins, (plan, reflections, notebook))| {
        let mut found = Found {
            plan,
            notebook,
            ..Found::default()
        };
        for check_in in check_ins {
            if found.check_ins.iter().all(|one| one.id != check_in.id) {
                found.check_ins.push(check_in);
            }
        }
        for reflection in reflections {
            if found.reflections.iter().all(|one| one.id != reflection.id) {
                found.reflections.push(reflection);
            }
        }
        Taken::new(day(TODAY), found)
    })
}
