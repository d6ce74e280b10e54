//! Owns how an answer is spelled: compact JSON, keys in the order of the format sheet, one line feed at the
//! end. Must not know what was read.

use std::io::Write as _;

use super::fault::Fault;
use crate::domain::change::{Change, Changes, Sureness};
use crate::domain::gates::Gate;
use crate::domain::gates::Gates;
use crate::domain::instrument::{Area, Domain, Factor, VERSION};
use crate::domain::result::CheckResult;
use crate::domain::safety::{Card, Cards};
use crate::domain::scoring::{Level, Score};
use crate::domain::stage::StageResult;
use crate::domain::wellness::Band;

/// Writes a whole result.
pub(super) fn score(out: &mut Vec<u8>, id: Option<&str>, result: &CheckResult) {
    let scores = &result.scores;
    start(out, id);
    put(out, ",\"version\":");
    number(out, u32::from(VERSION));
    put(out, ",\"areas\":");
    object(out, Area::ALL, Area::code, |out, area| {
        one_score(out, scores.area(area));
    });
    put(out, ",\"total\":");
    one_score(out, scores.total());
    put(out, ",\"level\":");
    code(out, result.level.map(Level::code));
    put(out, ",\"factors\":");
    object(out, Factor::ALL, Factor::code, |out, factor| {
        one_score(out, scores.factor(factor));
    });
    put(out, ",\"wellness\":");
    object(out, Domain::ALL, Domain::code, |out, domain| {
        one_score(out, scores.domain(domain));
    });
    put(out, ",\"bands\":");
    object(out, Domain::ALL, Domain::code, |out, domain| {
        code(
            out,
            scores.domain(domain).map(|score| Band::of(score).code()),
        );
    });
    put(out, ",\"overall\":");
    one_score(out, scores.overall());
    stage(out, result.stage);
    put(out, ",\"wording\":");
    code(out, Some(result.wording.code()));
    put(out, ",\"ranked\":");
    list(out, result.ranked.iter().map(|factor| factor.code()));
    put(out, ",\"same_answer\":");
    truth(out, result.same_answer);
    end_with_cards(out, result.cards);
}

fn stage(out: &mut Vec<u8>, stage: StageResult) {
    put(out, ",\"use\":");
    code(out, Some(stage.use_report.code()));
    put(out, ",\"stage\":");
    code(out, Some(stage.stage.code()));
    put(out, ",\"raised\":");
    list(out, stage.raised().map(Area::code));
    put(out, ",\"also\":");
    list(out, stage.also().map(Area::code));
    put(out, ",\"key\":");
    truth(out, stage.key);
}

/// Writes a comparison; none is one that may not be made.
pub(super) fn change(out: &mut Vec<u8>, id: Option<&str>, changes: Option<Changes>) {
    let changes = changes.as_ref();
    let signs = |out: &mut Vec<u8>, change| one_change(out, change, "more", "fewer");
    let wellness = |out: &mut Vec<u8>, change| one_change(out, change, "growth", "dip");
    start(out, id);
    put(out, ",\"comparable\":");
    truth(out, changes.is_some());
    put(out, ",\"total\":");
    signs(out, changes.and_then(|changes| changes.total));
    put(out, ",\"areas\":");
    object(out, Area::ALL, Area::code, |out, area| {
        signs(out, changes.and_then(|changes| changes.area(area)));
    });
    put(out, ",\"factors\":");
    object(out, Factor::ALL, Factor::code, |out, factor| {
        signs(out, changes.and_then(|changes| changes.factor(factor)));
    });
    put(out, ",\"wellness\":");
    object(out, Domain::ALL, Domain::code, |out, domain| {
        wellness(out, changes.and_then(|changes| changes.domain(domain)));
    });
    put(out, ",\"overall\":");
    wellness(out, changes.and_then(|changes| changes.overall));
    put(out, "}\n");
}

fn one_change(out: &mut Vec<u8>, change: Option<Change>, higher: &str, lower: &str) {
    let (sureness, way) = match change {
        None => return put(out, "null"),
        Some(Change::None) => return put(out, "\"none\""),
        Some(Change::Higher(sureness)) => (sureness, higher),
        Some(Change::Lower(sureness)) => (sureness, lower),
    };
    put(
        out,
        match sureness {
            Sureness::Maybe => "\"maybe_",
            Sureness::Clear => "\"clear_",
        },
    );
    put(out, way);
    put(out, "\"");
}

/// Writes where the gates lead and which cards they bring.
pub(super) fn flow(out: &mut Vec<u8>, id: Option<&str>, gates: &Gates) {
    start(out, id);
    put(out, ",\"next\":");
    code(out, gates.next().map(Gate::id));
    end_with_cards(out, Cards::due(gates));
}

/// Writes what is wrong with a line.
pub(super) fn fault(out: &mut Vec<u8>, id: Option<&str>, fault: &Fault<'_>) {
    start(out, id);
    put(out, ",\"error\":{\"code\":");
    code(out, Some(fault.code.code()));
    put(out, ",\"field\":");
    match fault.field {
        None => put(out, "null"),
        Some(field) => {
            put(out, "\"");
            for name in field.around.into_iter().filter(|name| !name.is_empty()) {
                put(out, name);
                put(out, ".");
            }
            put(out, field.key);
            put(out, "\"");
        }
    }
    put(out, "}}\n");
}

fn start(out: &mut Vec<u8>, id: Option<&str>) {
    put(out, "{\"id\":");
    put(out, id.unwrap_or("null"));
}

fn end_with_cards(out: &mut Vec<u8>, cards: Cards) {
    put(out, ",\"cards\":");
    list(out, cards.iter().map(Card::code));
    put(out, "}\n");
}

fn one_score(out: &mut Vec<u8>, score: Option<Score>) {
    let Some(score) = score else {
        return put(out, "null");
    };
    put(out, "{\"num\":");
    number(out, score.value().num());
    put(out, ",\"den\":");
    number(out, score.value().den());
    put(out, ",\"shown\":");
    number(out, score.shown());
    put(out, ",\"answered\":");
    number(out, u32::from(score.answered()));
    put(out, ",\"of\":");
    number(out, u32::from(score.of()));
    put(out, ",\"partial\":");
    truth(out, score.is_partial());
    put(out, "}");
}

fn object<T: Copy>(
    out: &mut Vec<u8>,
    entries: impl IntoIterator<Item = T>,
    key: impl Fn(T) -> &'static str,
    value: impl Fn(&mut Vec<u8>, T),
) {
    let mut before = "{\"";
    for entry in entries {
        put(out, before);
        put(out, key(entry));
        put(out, "\":");
        value(out, entry);
        before = ",\"";
    }
    put(out, "}");
}

fn list(out: &mut Vec<u8>, codes: impl Iterator<Item = &'static str>) {
    put(out, "[");
    for (index, name) in codes.enumerate() {
        if index > 0 {
            put(out, ",");
        }
        code(out, Some(name));
    }
    put(out, "]");
}

/// Writes a code, or null. Codes are plain letters, digits and signs, so nothing needs an escape.
fn code(out: &mut Vec<u8>, code: Option<&str>) {
    let Some(code) = code else {
        return put(out, "null");
    };
    put(out, "\"");
    put(out, code);
    put(out, "\"");
}

fn truth(out: &mut Vec<u8>, truth: bool) {
    put(out, if truth { "true" } else { "false" });
}

/// Writes a number. Nearly all have one or two digits; the standard formatter would take a tenth of the time
/// of a line.
#[inline]
fn number(out: &mut Vec<u8>, number: u32) {
    if number < 10 {
        out.push(digit(number));
    } else if number < 100 {
        out.extend_from_slice(&[digit(number / 10), digit(number)]);
    } else {
        let _ = write!(out, "{number}");
    }
}

fn digit(number: u32) -> u8 {
    b"0123456789"[(number % 10) as usize]
}

fn put(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}
