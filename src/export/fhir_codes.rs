//! The code systems of [`super::fhir`]. All are local: their addresses end in `.invalid`, which no one can own
//! (RFC 2606), and the bundle carries them, so that a reader needs nothing else.

use super::SCALES;
use super::fhir_write::{Json, filled, list, text};
use crate::domain::answers::Frequency;
use crate::domain::gates::{Gate, GateOption};
use crate::domain::instrument::VERSION;
use crate::domain::result::{CheckResult, Wording};
use crate::domain::safety::Card;
use crate::domain::scoring::Level;
use crate::domain::wellness::Band;
use crate::i18n::Words;

/// Said of everything local.
pub(super) const LOCAL: &str = "Local to Recovery Check, version 1. All questions are new: no norms, no reliability \
    or outcome data; every cut-off is editorial. For reflection only, never for triage.";

/// A code with the words for it.
pub(super) type Coded = (&'static str, &'static str);

/// The address of something of ours.
pub(super) fn address(name: &str) -> String {
    "https://recovery-check.invalid/fhir/".to_owned() + name
}

/// The system of the answers to items.
pub(super) const DAYS: &str = "days";
/// The system of the scores.
pub(super) const SCORES: &str = "scores";
/// The system of the sentences that name a stage.
pub(super) const STAGES: &str = "stages";
/// The system of levels and bands.
pub(super) const LEVELS: &str = "levels";

/// How often in seven days.
pub(super) fn days(words: &Words) -> Vec<Coded> {
    let codes = ["0", "1", "2", "3", "4"].into_iter().zip(Frequency::ALL);
    codes
        .map(|(code, answer)| (code, (words.question.frequency)(answer).title))
        .collect()
}

/// The options of a gate.
pub(super) fn options(words: &Words, gate: Gate) -> Vec<Coded> {
    let options = GateOption::of(gate).into_iter();
    options
        .map(|(code, option)| (code, (words.question.gate_option)(option)))
        .collect()
}

/// The code under which a check-in's stage stands among the scores.
pub(super) const STAGE: &str = "stage";

fn scores(words: &Words) -> Vec<Coded> {
    let mut all = SCALES
        .map(|one| (one.code(), words.later().result.scale(one)))
        .to_vec();
    all.push((STAGE, words.later().take.stage));
    all
}

/// The sentences that name a stage, and the one said instead where cards come first (section 3).
const SENTENCES: [Wording; 9] = [
    Wording::Use,
    Wording::PhysicalKey,
    Wording::PhysicalAround,
    Wording::Mental,
    Wording::Emotional,
    Wording::Few,
    Wording::Some,
    Wording::Unclear,
    Wording::Cards,
];

fn sentence(words: &Words, wording: Wording) -> Coded {
    (wording.code(), (words.later().result.sentence)(wording))
}

/// The sentence that names the stage of a result, or the one said instead.
pub(super) fn stage(result: &CheckResult, words: &Words) -> Coded {
    sentence(words, result.wording)
}

/// The cards that were due, each by its code and its title; empty where none was.
pub(super) fn cards(result: &CheckResult, words: &Words) -> String {
    let card = &words.card;
    let title = |due: Card| match due {
        Card::A1 => card.call_now_anywhere,
        Card::A2 => card.overdose.title,
        Card::A3 => card.self_harm.title,
        Card::A4 => card.withdrawal.title,
        Card::A5 => card.support.title,
    };
    let named = result.cards.iter();
    let named = named.map(|due| [due.code(), ": ", title(due)].concat());
    named.collect::<Vec<_>>().join("; ")
}

fn stages(words: &Words) -> Vec<Coded> {
    SENTENCES.map(|wording| sentence(words, wording)).to_vec()
}

fn levels(words: &Words) -> Vec<Coded> {
    let mut all = Level::ALL
        .map(|level| (level.code(), (words.later().result.level)(level).text))
        .to_vec();
    all.extend(Band::ALL.map(|band| (band.code(), (words.later().result.band)(band))));
    all
}

/// Every system, as a resource each.
pub(super) fn systems(words: &Words) -> Vec<Json> {
    let mut all = Gate::ALL
        .map(|gate| system(gate.id(), &options(words, gate)))
        .to_vec();
    all.extend([
        system(DAYS, &days(words)),
        system(SCORES, &scores(words)),
        system(STAGES, &stages(words)),
        system(LEVELS, &levels(words)),
    ]);
    all
}

fn system(name: &str, codes: &[Coded]) -> Json {
    let concepts = codes
        .iter()
        .map(|(code, display)| filled(r#"{"code":%,"display":%}"#, &[&text(code), &text(display)]));
    let values = [
        &text(&address(name)),
        &VERSION.to_string(),
        name,
        &text(LOCAL),
        &list(concepts.collect()),
    ];
    filled(
        concat!(
            r#"{"resourceType":"CodeSystem","url":%,"version":"%","name":"RecoveryCheck_%","#,
            r#""status":"draft","experimental":true,"description":%,"caseSensitive":true,"#,
            r#""content":"complete","concept":%}"#,
        ),
        &values,
    )
}
