//! The clinical sheet's worked examples, cuts and safety rules, line by line from `tests/data`.
//!
//! The tables are data so that a clinician can read them beside the sheet. A case names only what it is
//! about; every case runs twice, with what it leaves out not reached and with it skipped, because both must
//! come out the same.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use recovery_check::domain::answers::{Answers, Frequency};
use recovery_check::domain::change::{Change, Changes, Moment, Sureness};
use recovery_check::domain::date::Day;
use recovery_check::domain::gates::{Gate, Gates};
use recovery_check::domain::instrument::{Area, Domain, Factor, Item};
use recovery_check::domain::reply::Reply;
use recovery_check::domain::result::CheckResult;
use recovery_check::domain::safety::{Card, Cards, Emergency};
use recovery_check::domain::scoring::{Level, Score, Scores};
use recovery_check::domain::stage::Stage;
use recovery_check::domain::step::{Reason, Step};
use recovery_check::domain::wellness::Band;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// Items marked (R) in the sheet, written down here again so that the table does not lean on the code.
const REVERSED: [&str; 6] = ["E4", "M6", "S1", "C1", "W3", "L3"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "about")]
    _about: Vec<String>,
    cases: Vec<Case>,
    changes: Vec<ChangeCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    row: Option<u8>,
    name: String,
    answers: Letters,
    #[serde(default)]
    sums: BTreeMap<char, u8>,
    #[serde(default)]
    gates: BTreeMap<String, Choice>,
    pick: Option<String>,
    expect: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeCase {
    row: Option<u8>,
    name: String,
    days: i32,
    earlier: Side,
    later: Side,
    /// The change on the scales named; null when the two may not be compared.
    expect: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Side {
    answers: Letters,
    #[serde(default)]
    sums: BTreeMap<char, u8>,
    #[serde(default)]
    scores: Map<String, Value>,
    #[serde(default = "first_version")]
    version: u16,
}

fn first_version() -> u16 {
    1
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SafetyTable {
    #[serde(rename = "about")]
    _about: Vec<String>,
    cases: Vec<SafetyCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SafetyCase {
    name: String,
    gates: BTreeMap<String, Choice>,
    cards: Vec<String>,
    #[serde(default)]
    emergency: Vec<String>,
    on_the_way: Option<Vec<String>>,
}

/// Answers before reversing, by letter and in order; null where skipped.
type Letters = BTreeMap<char, Vec<Option<u8>>>;

#[derive(Deserialize)]
#[serde(untagged)]
enum Choice {
    One(String),
    Several(Vec<String>),
}

/// What a case leaves out counts the same either way.
#[derive(Clone, Copy, Debug)]
enum LeftOut {
    NotReached,
    Skipped,
}

impl LeftOut {
    fn reply<T>(self) -> Reply<T> {
        match self {
            Self::NotReached => Reply::NotSeen,
            Self::Skipped => Reply::Skipped,
        }
    }
}

fn answers(letters: &Letters, left_out: LeftOut) -> Answers {
    let mut answers = Answers::default();
    for item in Item::ALL {
        answers.set(item, left_out.reply());
    }
    for (letter, given) in letters {
        for (number, answer) in (1..).zip(given) {
            let id = format!("{letter}{number}");
            let item = Item::from_id(&id).unwrap_or_else(|| panic!("no item {id}"));
            if let Some(answer) = answer {
                let frequency = Frequency::from_number(*answer);
                answers.set(
                    item,
                    Reply::Given(frequency.expect("an answer from 0 to 4")),
                );
            }
        }
    }
    answers
}

fn gates(choices: &BTreeMap<String, Choice>, left_out: LeftOut) -> Gates {
    let mut gates = Gates::default();
    for gate in Gate::ALL {
        gates
            .set(gate, left_out.reply())
            .expect("no code, so no fault");
    }
    for (id, choice) in choices {
        let gate = Gate::from_id(id).unwrap_or_else(|| panic!("no gate {id}"));
        let codes: Vec<&str> = match choice {
            Choice::One(code) => vec![code],
            Choice::Several(codes) => codes.iter().map(String::as_str).collect(),
        };
        let reply = if codes == ["skip"] {
            Reply::Skipped
        } else {
            Reply::Given(&codes[..])
        };
        gates
            .set(gate, reply)
            .unwrap_or_else(|_| panic!("{id} takes no {codes:?}"));
    }
    gates
}

/// Says where Σv in the table is not what its own answers come to.
fn wrong_sums(letters: &Letters, sums: &BTreeMap<char, u8>) -> String {
    let mut wrong = String::new();
    for (letter, sum) in sums {
        let values = (1..).zip(&letters[letter]).filter_map(|(number, answer)| {
            let answer = (*answer)?;
            let is_reversed = REVERSED.contains(&&*format!("{letter}{number}"));
            Some(if is_reversed { 4 - answer } else { answer })
        });
        let found: u8 = values.sum();
        if found != *sum {
            let _ = writeln!(
                wrong,
                "  the table's own sum {letter} is {found}, not {sum}"
            );
        }
    }
    wrong
}

/// The fraction before ` = `; what the sheet prints behind it must be the same, to two places.
fn exact(expected: &Value) -> Value {
    let Some(text) = expected.as_str() else {
        return expected.clone();
    };
    let (fraction, printed) = text.split_once(" = ").unwrap_or((text, ""));
    if !printed.is_empty() {
        let (num, den) = fraction.split_once('/').unwrap_or((fraction, "1"));
        let number = |digits: &str| digits.parse::<f64>().expect("a whole number");
        assert_eq!(
            format!("{:.2}", number(num) / number(den)),
            printed,
            "{text}"
        );
    }
    json!(fraction)
}

fn fraction(score: Option<Score>) -> Value {
    score.map_or(Value::Null, |score| {
        match (score.value().num(), score.value().den()) {
            (num, 1) => json!(num.to_string()),
            (num, den) => json!(format!("{num}/{den}")),
        }
    })
}

fn every_score(scores: &Scores) -> Vec<(&'static str, Option<Score>)> {
    let mut every: Vec<_> = Area::ALL
        .map(|area| (area.code(), scores.area(area)))
        .into();
    every.push(("total", scores.total()));
    every.extend(Factor::ALL.map(|factor| (factor.code(), scores.factor(factor))));
    every.extend(Domain::ALL.map(|domain| (domain.code(), scores.domain(domain))));
    every.push(("overall", scores.overall()));
    every
}

/// The result under the names of the score format.
fn found(result: &CheckResult) -> Value {
    let scores = every_score(&result.scores);
    let object = |pairs: Vec<(&str, Value)>| -> Value {
        pairs
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect::<Map<_, _>>()
            .into()
    };
    let partial = scores
        .iter()
        .filter(|(_, score)| score.is_some_and(Score::is_partial));
    let band = |domain: Domain| {
        (
            domain.code(),
            json!(
                result
                    .scores
                    .domain(domain)
                    .map(|score| Band::of(score).code())
            ),
        )
    };
    json!({
        "scores": object(scores.iter().map(|&(code, score)| (code, fraction(score))).collect()),
        "partial": partial.map(|(code, _)| *code).collect::<Vec<_>>(),
        "level": result.level.map(Level::code),
        "bands": object(Domain::ALL.map(band).into()),
        "use": result.stage.use_report.code(),
        "stage": result.stage.stage.code(),
        "raised": result.stage.raised().map(Area::code).collect::<Vec<_>>(),
        "also": result.stage.also().map(Area::code).collect::<Vec<_>>(),
        "key": result.stage.key,
        "wording": result.wording.code(),
        "ranked": result.ranked.iter().map(|factor| factor.code()).collect::<Vec<_>>(),
        "same_answer": result.same_answer,
        "cards": result.cards.iter().map(Card::code).collect::<Vec<_>>(),
    })
}

/// Says where `found` is not as `expected`; what `expected` does not name may be anything.
fn differences(path: &str, expected: &Value, found: &Value) -> String {
    if let (Value::Object(expected), Value::Object(found)) = (expected, found) {
        return expected
            .iter()
            .map(|(key, value)| match found.get(key) {
                Some(found) => differences(&format!("{path} {key}"), value, found),
                None => format!("  {path} {key} is no key of a result\n"),
            })
            .collect();
    }
    let expected = exact(expected);
    if expected == *found {
        String::new()
    } else {
        format!("  {}: expected {expected}, found {found}\n", path.trim())
    }
}

fn check_case(case: &Case, left_out: LeftOut) -> String {
    let answers = answers(&case.answers, left_out);
    let gates = gates(&case.gates, left_out);
    let pick = case
        .pick
        .as_deref()
        .map(|code| Factor::from_code(code).expect("a factor"));
    let result = CheckResult::new(&answers, &gates, pick);
    wrong_sums(&case.answers, &case.sums)
        + &differences("", &Value::Object(case.expect.clone()), &found(&result))
}

fn check_change(case: &ChangeCase, left_out: LeftOut) -> String {
    const LATER_DAY: u32 = 1000;
    let earlier_day = LATER_DAY.checked_add_signed(-case.days).and_then(Day::new);
    let mut wrong = String::new();
    for side in [&case.earlier, &case.later] {
        let scores = Scores::new(&answers(&side.answers, left_out));
        let found = every_score(&scores)
            .into_iter()
            .map(|(code, score)| (code.to_owned(), fraction(score)));
        wrong += &wrong_sums(&side.answers, &side.sums);
        wrong += &differences(
            "",
            &side.scores.clone().into(),
            &found.collect::<Map<_, _>>().into(),
        );
    }
    let (earlier, later) = (
        answers(&case.earlier.answers, left_out),
        answers(&case.later.answers, left_out),
    );
    let moment = |day: Option<Day>, version, answers| Moment {
        day: day.expect("a day"),
        version,
        answers,
    };
    let changes = Changes::between(
        moment(earlier_day, case.earlier.version, &earlier),
        moment(Day::new(LATER_DAY), case.later.version, &later),
    );
    let expected = case.expect.clone().map_or(Value::Null, Value::Object);
    wrong
        + &differences(
            "",
            &expected,
            &changes.map_or(Value::Null, |changes| found_change(&changes)),
        )
}

/// The changes under the names of the score format.
fn found_change(changes: &Changes) -> Value {
    let say = |change: Option<Change>, lower: &str, higher: &str| {
        let sureness = |sureness| {
            if sureness == Sureness::Clear {
                "clear"
            } else {
                "maybe"
            }
        };
        change.map_or(Value::Null, |change| match change {
            Change::None => json!("none"),
            Change::Lower(sure) => json!(format!("{}_{lower}", sureness(sure))),
            Change::Higher(sure) => json!(format!("{}_{higher}", sureness(sure))),
        })
    };
    let signs = |change| say(change, "fewer", "more");
    let wellness = |change| say(change, "dip", "growth");
    let mut found = Map::new();
    found.insert("total".into(), signs(changes.total));
    found.extend(Area::ALL.map(|area| (area.code().into(), signs(changes.area(area)))));
    found.extend(Factor::ALL.map(|factor| (factor.code().into(), signs(changes.factor(factor)))));
    found
        .extend(Domain::ALL.map(|domain| (domain.code().into(), wellness(changes.domain(domain)))));
    found.insert("overall".into(), wellness(changes.overall));
    found.into()
}

fn check_safety(case: &SafetyCase, left_out: LeftOut) -> String {
    let gates = gates(&case.gates, left_out);
    let result = CheckResult::new(&Answers::default(), &gates, None);
    let codes = |cards: &Cards| cards.iter().map(Card::code).collect::<Vec<_>>();
    let reasons = |Emergency {
                       danger,
                       self_harm,
                       withdrawal,
                   }| {
        [
            (danger, "danger"),
            (self_harm, "self_harm"),
            (withdrawal, "withdrawal"),
        ]
        .into_iter()
        .filter_map(|(is_due, code)| is_due.then_some(code))
        .collect::<Vec<_>>()
    };
    let from_gates = case
        .cards
        .iter()
        .filter(|card| *card != "A5")
        .cloned()
        .collect();
    let on_the_way = match (left_out, &case.on_the_way) {
        (LeftOut::NotReached, Some(cards)) => cards.clone(),
        _ => from_gates,
    };
    differences("cards", &json!(case.cards), &json!(codes(&result.cards)))
        + &differences(
            "emergency",
            &json!(case.emergency),
            &json!(reasons(result.cards.emergency)),
        )
        + &differences(
            "on the way",
            &json!(on_the_way),
            &json!(codes(&Cards::due(&gates))),
        )
}

/// Runs `check` on every case both ways and fails with all that went wrong.
fn run<C>(cases: &[C], name: impl Fn(&C) -> String, check: impl Fn(&C, LeftOut) -> String) {
    let mut wrong = String::new();
    for case in cases {
        for left_out in [LeftOut::NotReached, LeftOut::Skipped] {
            let differences = check(case, left_out);
            if !differences.is_empty() {
                let _ = write!(
                    wrong,
                    "{} (the rest {left_out:?}):\n{differences}",
                    name(case)
                );
            }
        }
    }
    assert!(!cases.is_empty(), "the table is empty");
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn table(text: &str) -> Table {
    serde_json::from_str(text).expect("a table of cases")
}

fn in_row(row: Option<u8>, name: &str) -> String {
    row.map_or_else(|| name.to_owned(), |row| format!("Row {row}, {name}"))
}

#[test]
fn the_worked_examples_come_out_as_the_sheet_says() {
    let table = table(include_str!("data/examples.json"));
    let rows = table
        .cases
        .iter()
        .map(|case| case.row)
        .chain(table.changes.iter().map(|case| case.row));
    let rows: std::collections::BTreeSet<u8> =
        rows.map(|row| row.expect("a row of the sheet")).collect();
    assert!(
        rows.into_iter().eq(1..=14),
        "every row of the sheet has an example"
    );
    run(
        &table.cases,
        |case| in_row(case.row, &case.name),
        check_case,
    );
    run(
        &table.changes,
        |case| in_row(case.row, &case.name),
        check_change,
    );
}

#[test]
fn every_cut_holds_just_below_and_at_it() {
    let table = table(include_str!("data/cuts.json"));
    run(
        &table.cases,
        |case| in_row(case.row, &case.name),
        check_case,
    );
    run(
        &table.changes,
        |case| in_row(case.row, &case.name),
        check_change,
    );
}

#[test]
fn every_safety_rule_triggers_alone_and_only_then() {
    let table: SafetyTable =
        serde_json::from_str(include_str!("data/safety.json")).expect("a table of safety cases");
    run(&table.cases, |case| case.name.clone(), check_safety);
}

/// The table above says nothing of answers, so the card that depends on them is looked at here.
#[test]
fn support_comes_with_the_physical_stage_however_it_is_reached() {
    for item in [Item::P3, Item::P4, Item::P5, Item::P6] {
        let mut answers = Answers::default();
        answers.set(item, Reply::Given(Frequency::Rarely));
        let result = CheckResult::new(&answers, &Gates::default(), None);
        assert_eq!(result.stage.stage, Stage::Physical, "{item:?}");
        assert!(result.cards.iter().eq([Card::A5]), "{item:?}");
    }
}

/// A step with the stages, factors and domains it is offered for.
type Offer = (Step, &'static [Stage], &'static [Factor], &'static [Domain]);

/// Section 5 of the sheet: each kind of step with all it is offered for. "Art or acupuncture" is there by
/// choice: see `tests/plan.rs`.
#[test]
fn each_step_is_offered_for_what_the_sheet_names() {
    use Domain::{Functioning, Health, Relationships, Resilience};
    use Factor::{Coping, Environment, MentalHealth, Support, Trauma, Triggers};
    use Stage::{Emotional, Few, Mental, Physical, Unclear, Use};
    #[rustfmt::skip]
    let sheet: [Offer; 20] = [
        (Step::Counselling, &[Use, Physical], &[Support], &[]),
        (Step::Group, &[Emotional], &[Support], &[Relationships]),
        (Step::Peer, &[Use], &[Support], &[]),
        (Step::SoberLiving, &[], &[Environment], &[]),
        (Step::Medicine, &[Use, Mental], &[], &[]),
        (Step::UrgeSurfing, &[Mental], &[Triggers], &[]),
        (Step::LookAhead, &[Mental], &[], &[]),
        (Step::CostsAndGains, &[Mental], &[], &[]),
        (Step::WaitAndLeave, &[Physical], &[Triggers], &[]),
        (Step::ClearSpace, &[Physical], &[Environment], &[]),
        (Step::Halt, &[Emotional], &[Triggers], &[]),
        (Step::ReachOut, &[Emotional], &[Support], &[]),
        (Step::Care, &[], &[MentalHealth], &[]),
        (Step::Ground, &[], &[Trauma], &[]),
        (Step::Basics, &[], &[], &[Health]),
        (Step::Move, &[], &[Coping], &[Health]),
        (Step::MindfulBreath, &[Emotional], &[Coping], &[Resilience]),
        (Step::Purpose, &[], &[], &[Functioning]),
        (Step::ArtOrAcupuncture, &[], &[], &[Health]),
        (Step::Keep, &[Few], &[], &[]),
    ];
    for (step, stages, factors, domains) in sheet {
        for stage in [Use, Physical, Mental, Emotional, Few, Unclear] {
            let is_offered = Reason::Stage(stage).steps().contains(&step);
            assert_eq!(
                is_offered,
                stages.contains(&stage),
                "{step:?} for {stage:?}"
            );
        }
        for factor in Factor::ALL {
            let is_offered = Reason::Factor(factor).steps().contains(&step);
            assert_eq!(
                is_offered,
                factors.contains(&factor),
                "{step:?} for {factor:?}"
            );
        }
        for domain in Domain::ALL {
            let is_offered = Reason::Domain(domain).steps().contains(&step);
            assert_eq!(
                is_offered,
                domains.contains(&domain),
                "{step:?} for {domain:?}"
            );
        }
    }
}
