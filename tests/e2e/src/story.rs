//! Owns what a person tells in one check-in, and what the rules say of it.

use std::collections::BTreeMap;

use recovery_check::domain::answers::Frequency;
use recovery_check::domain::check_in::{Begun, CheckIn, CheckInId};
use recovery_check::domain::date::Day;
use recovery_check::domain::flow::Place;
use recovery_check::domain::gates::Gate;
use recovery_check::domain::instrument::Item;
use recovery_check::domain::reply::Reply;
use recovery_check::wire::{Answered, Mode, answer_line};
use serde_json::{Map, Value, json};

use crate::page::{must, strings};

/// The code of a question that is skipped.
pub const SKIP: &str = "skip";

/// The answers of one person, by question. What is not told is skipped.
#[derive(Debug, Clone, Default)]
pub struct Story {
    told: BTreeMap<String, Vec<String>>,
}

impl Story {
    /// Tells the answer to a question; several codes where several may be chosen.
    #[must_use]
    pub fn tell(mut self, question: &str, codes: &[&str]) -> Self {
        let codes = codes.iter().map(|&code| code.to_owned()).collect();
        self.told.insert(question.to_owned(), codes);
        self
    }

    /// Tells the items of a letter in order, one sign each: `0` to `4`, or `s` for a skip.
    #[must_use]
    pub fn items(mut self, letter: char, signs: &str) -> Self {
        for (index, sign) in signs.chars().enumerate() {
            let code = if sign == 's' {
                SKIP.to_owned()
            } else {
                sign.to_string()
            };
            self.told
                .insert(format!("{letter}{}", index + 1), vec![code]);
        }
        self
    }

    /// The same answer to every item.
    #[must_use]
    pub fn every_item(mut self, code: &str) -> Self {
        for item in Item::ALL {
            self.told
                .insert(item.id().to_owned(), vec![code.to_owned()]);
        }
        self
    }

    /// A person who answers all ten gates and brings every card, each after a gate of its own, and the
    /// emergency card for each of its reasons.
    pub fn with_every_card() -> Self {
        Self::with_mixed_items()
            .tell("Q1", &["yes"])
            .tell("G1", &["no_use"])
            .tell("U1", &["week"])
            .tell("U2", &["2-3"])
            .tell("U5", &["maybe"])
            .tell("U3", &["opioids", "other"])
            .tell("U4", &["not_sure"])
            .tell("Q3", &["yes"])
            .tell("Q4", &["shakes", "severe"])
            .tell("Q2", &["might_act"])
    }

    /// A person who brings no card.
    pub fn without_cards() -> Self {
        Self::with_mixed_items()
            .tell("Q1", &["no"])
            .tell("G1", &["cut_down"])
            .tell("U1", &["longer"])
            .tell("U5", &["no"])
            .tell("Q3", &["no"])
            .tell("Q2", &["no"])
    }

    /// All 42 items, some of them skipped, no answer all the way, and numbers that differ from scale to scale.
    pub fn with_mixed_items() -> Self {
        Self::default()
            .items('E', "3214s2")
            .items('M', "120013")
            .items('P', "310000")
            .items('T', "34")
            .items('S', "12")
            .items('H', "32")
            .items('C', "s4")
            .items('N', "10")
            .items('D', "44")
            .items('W', "231")
            .items('F', "43s")
            .items('L', "124")
            .items('K', "210")
    }

    /// The codes chosen for a question.
    pub fn codes(&self, question: &str) -> Vec<&str> {
        match self.told.get(question) {
            None => vec![SKIP],
            Some(codes) => codes.iter().map(String::as_str).collect(),
        }
    }

    /// Everything told, for scripts.
    pub(crate) fn told(&self) -> Value {
        json!(self.told)
    }

    /// What the scoring command says of the whole story.
    #[track_caller]
    pub fn result(&self) -> Value {
        let answers: Map<String, Value> = Item::ALL
            .into_iter()
            .map(|item| (item.id().to_owned(), self.item_code(item)))
            .collect();
        let gates = self.gates_up_to(Gate::Q2);
        ask(
            Mode::Score,
            &json!({ "id": "story", "answers": answers, "gates": gates }),
        )
    }

    /// The number that must be shown for a scale, such as `total` or `trauma`; none where it is not known.
    #[track_caller]
    pub fn shown(&self, scale: &str) -> Option<u64> {
        let result = self.result();
        let groups = ["areas", "factors", "wellness"].map(|group| &result[group][scale]["shown"]);
        groups
            .into_iter()
            .chain([&result[scale]["shown"]])
            .find_map(Value::as_u64)
    }

    /// The factors that must be named, in order.
    #[track_caller]
    pub fn ranked(&self) -> Vec<String> {
        strings(&self.result()["ranked"])
    }

    /// The cards due once this gate has been answered.
    #[track_caller]
    pub fn cards_after(&self, gate: &str) -> Vec<String> {
        let gate = must(Gate::from_id(gate).ok_or("no such gate"));
        let gates = self.gates_up_to(gate);
        strings(&ask(Mode::Flow, &json!({ "id": "story", "gates": gates }))["cards"])
    }

    /// The story as a check-in that stands at `place`, begun on `day`. What is not told has not been seen.
    #[track_caller]
    pub fn at(&self, place: &str, day: Day) -> CheckIn {
        let begun = Begun {
            day,
            second: u64::from(day.number()) * 86_400,
        };
        let mut check_in = CheckIn::new(CheckInId(begun.second), begun);
        for gate in Gate::ALL {
            if self.told.contains_key(gate.id()) {
                let codes = self.codes(gate.id());
                let reply = if codes == [SKIP] {
                    Reply::Skipped
                } else {
                    Reply::Given(&codes[..])
                };
                must(
                    check_in
                        .gates
                        .set(gate, reply)
                        .map_err(|_| format!("{codes:?}")),
                );
            }
        }
        for item in Item::ALL {
            let code = self.item_code(item).as_u64();
            let answer = code.and_then(|code| Frequency::from_number(u8::try_from(code).ok()?));
            let skipped = self.told.contains_key(item.id());
            let reply = match answer {
                Some(answer) => Reply::Given(answer),
                None if skipped => Reply::Skipped,
                None => Reply::NotSeen,
            };
            check_in.answers.set(item, reply);
        }
        check_in.go_to(must(Place::from_name(place).ok_or("no such place")));
        check_in
    }

    fn item_code(&self, item: Item) -> Value {
        let code = self.codes(item.id()).concat();
        code.parse::<u8>()
            .map_or(json!(SKIP), |number| json!(number))
    }

    fn gates_up_to(&self, last: Gate) -> Map<String, Value> {
        Gate::ALL
            .into_iter()
            .filter(|&gate| gate <= last)
            .map(|gate| {
                let codes = self.codes(gate.id());
                let value = match codes[..] {
                    [code] => json!(code),
                    _ => json!(codes),
                };
                (gate.id().to_owned(), value)
            })
            .collect()
    }
}

#[track_caller]
fn ask(mode: Mode, line: &Value) -> Value {
    let mut out = Vec::new();
    let answered = answer_line(mode, line.to_string().as_bytes(), &mut out);
    assert_eq!(
        answered,
        Answered::Result,
        "{}",
        String::from_utf8_lossy(&out)
    );
    must(serde_json::from_slice(&out))
}
