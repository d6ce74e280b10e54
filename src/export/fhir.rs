//! A FHIR R4 bundle (4.0.1): the questionnaire, one response a check-in, one observation a score, and the code
//! systems they use, which are local.
//!
//! There is no patient, author or place in it: whoever takes it in knows whose it is. Dates are the person's own
//! days, without a time. What was skipped has no answer; a score that is not known says why.

use super::fhir_codes::{self as codes, LOCAL, address};
use super::fhir_write::{Json, coding, concept, list, object, text};
use super::{Scale, Taken, decimal, iso, uuid};
use crate::domain::check_in::CheckIn;
use crate::domain::gates::Gate;
use crate::domain::instrument::{Part, VERSION};
use crate::domain::reply::Reply;
use crate::domain::result::CheckResult;
use crate::domain::scoring::{Level, Score};
use crate::domain::wellness::Band;
use crate::i18n::Words;

/// How scores come about.
const METHOD: &str = "Self-report with Recovery Check";
/// The address of the questionnaire.
const QUESTIONNAIRE: &str = "questionnaire";
/// The group of the gates.
const GATES: &str = "gates";
/// Purposes of the numbers that name entries, see [`uuid`]; scores follow the response, systems the questionnaire.
const RESPONSE: u16 = 0x100;
const SHARED: u16 = 0x200;

/// The bundle.
pub fn write(taken: &Taken, words: &Words) -> String {
    let shared = std::iter::once(questionnaire(words)).chain(codes::systems(words));
    let mut entries: Vec<Json> = (SHARED..)
        .zip(shared)
        .map(|(purpose, resource)| entry(0, purpose, resource))
        .collect();
    for check_in in &taken.found.check_ins {
        let id = check_in.id.0;
        entries.push(entry(id, RESPONSE, response(check_in, words)));
        if check_in.finished {
            let observations = observations(check_in, words);
            let numbered = (RESPONSE + 1..).zip(observations);
            entries.extend(numbered.map(|(purpose, one)| entry(id, purpose, one)));
        }
    }
    let bundle = object(&[
        ("resourceType", text("Bundle")),
        ("type", text("collection")),
        ("entry", "[\n".to_owned() + &entries.join(",\n") + "\n]"),
    ]);
    bundle + "\n"
}

fn urn(id: u64, purpose: u16) -> String {
    "urn:uuid:".to_owned() + &uuid(id, purpose)
}

fn entry(id: u64, purpose: u16, resource: Json) -> Json {
    object(&[("fullUrl", text(&urn(id, purpose))), ("resource", resource)])
}

fn questionnaire(words: &Words) -> Json {
    let gates = Gate::ALL.map(|gate| gate_item(gate, words));
    let groups = parts(words).map(|(part, link, name)| {
        let stem = object(&[
            ("linkId", text(&(link.to_owned() + "-stem"))),
            ("text", text(words.question.stem)),
            ("type", text("display")),
        ]);
        let items = part.items().iter().map(|&item| {
            let words_of = (words.question.item)(item);
            let options = choices(codes::DAYS, &codes::days(words));
            question(item.id(), words_of, false, Json::new(), options)
        });
        group(link, name, std::iter::once(stem).chain(items))
    });
    let first = group(GATES, words.page.parts[0], gates);
    object(&[
        ("resourceType", text("Questionnaire")),
        ("language", text(words.lang)),
        ("url", text(&address(QUESTIONNAIRE))),
        ("version", text(&VERSION.to_string())),
        ("name", text("RecoveryCheck")),
        ("title", text(words.page.name)),
        ("status", text("draft")),
        ("experimental", "true".to_owned()),
        ("subjectType", list([text("Patient")])),
        ("description", text(LOCAL)),
        ("item", list(std::iter::once(first).chain(groups))),
    ])
}

/// The three parts with their link ids and names.
fn parts(words: &Words) -> [(Part, &'static str, &'static str); 3] {
    let [_, signs, factors, wellness] = words.page.parts;
    [
        (Part::Stage, "stage", signs),
        (Part::Factors, "factors", factors),
        (Part::Wellness, "wellness", wellness),
    ]
}

fn group(link: &str, name: &str, items: impl IntoIterator<Item = Json>) -> Json {
    object(&[
        ("linkId", text(link)),
        ("text", text(name)),
        ("type", text("group")),
        ("item", list(items)),
    ])
}

fn question(link: &str, words: &str, repeats: bool, conditions: Json, options: Json) -> Json {
    let many = conditions.matches("\"operator\"").count() > 1;
    object(&[
        ("linkId", text(link)),
        ("text", text(words)),
        ("type", text("choice")),
        ("enableWhen", conditions),
        (
            "enableBehavior",
            if many { text("any") } else { Json::new() },
        ),
        ("required", "false".to_owned()),
        ("repeats", repeats.to_string()),
        ("answerOption", options),
    ])
}

fn choices(system: &str, codes: &[codes::Coded]) -> Json {
    let option = |&(code, words): &codes::Coded| {
        object(&[("valueCoding", coding(&address(system), code, words))])
    };
    list(codes.iter().map(option))
}

fn gate_item(gate: Gate, words: &Words) -> Json {
    let said = (words.question.gate)(gate);
    let asked = [said.question, said.hint].join(" ");
    let conditions = conditions(gate).iter().map(|&(other, code)| {
        object(&[
            ("question", text(other.id())),
            ("operator", text("=")),
            ("answerCoding", option(other, code, words)),
        ])
    });
    let options = choices(gate.id(), &codes::options(words, gate));
    question(
        gate.id(),
        asked.trim_end(),
        gate.is_multiple(),
        list(conditions),
        options,
    )
}

/// When a gate is asked: where any of these answers was given. Always, where there is none.
fn conditions(gate: Gate) -> &'static [(Gate, &'static str)] {
    match gate {
        Gate::U2 => &[(Gate::U1, "today"), (Gate::U1, "week")],
        Gate::U3 => &[
            (Gate::U1, "today"),
            (Gate::U1, "week"),
            (Gate::U1, "month"),
            (Gate::U5, "maybe"),
            (Gate::U5, "yes"),
        ],
        Gate::U4 => &[(Gate::U3, "opioids"), (Gate::U3, "street")],
        Gate::Q4 => &[(Gate::Q3, "yes")],
        _ => &[],
    }
}

/// An option of a gate as a coding.
fn option(gate: Gate, code: &str, words: &Words) -> Json {
    let options = codes::options(words, gate);
    let named = options.iter().find(|(known, _)| *known == code);
    coding(
        &address(gate.id()),
        code,
        named.map_or("", |(_, words)| words),
    )
}

fn response(check_in: &CheckIn, words: &Words) -> Json {
    let gates = check_in.gates.effective();
    let asked = Gate::ALL.into_iter().filter_map(|gate| {
        let codes = gates.codes(gate).map(|codes| {
            let codes = codes.into_iter();
            codes.map(|code| option(gate, code, words)).collect()
        });
        answered(gate.id(), codes)
    });
    let of_part = |part: Part| {
        part.items().iter().filter_map(|&item| {
            let number = |answer: crate::domain::answers::Frequency| {
                let (code, said) = codes::days(words)[usize::from(answer.number())];
                vec![coding(&address(codes::DAYS), code, said)]
            };
            answered(item.id(), check_in.answers.reply(item).map(number))
        })
    };
    let group = |link: &str, items: Vec<Json>| {
        let filled = !items.is_empty();
        filled.then(|| object(&[("linkId", text(link)), ("item", list(items))]))
    };
    let groups = parts(words).map(|(part, link, _)| group(link, of_part(part).collect()));
    let groups = std::iter::once(group(GATES, asked.collect())).chain(groups);
    let canonical = address(QUESTIONNAIRE) + "|" + &VERSION.to_string();
    let status = if check_in.finished {
        "completed"
    } else {
        "in-progress"
    };
    object(&[
        ("resourceType", text("QuestionnaireResponse")),
        ("questionnaire", text(&canonical)),
        ("status", text(status)),
        ("authored", text(&iso(check_in.begun.day))),
        ("item", list(groups.flatten())),
    ])
}

/// A reply: with answers where there are any, without where it was skipped, and none where it was not seen.
fn answered(link: &str, codes: Reply<Vec<Json>>) -> Option<Json> {
    let codes = match codes {
        Reply::NotSeen => return None,
        Reply::Skipped => Vec::new(),
        Reply::Given(codes) => codes,
    };
    let answers = codes
        .into_iter()
        .map(|code| object(&[("valueCoding", code)]));
    Some(object(&[("linkId", text(link)), ("answer", list(answers))]))
}

/// One observation a score, and one for the stage.
fn observations(check_in: &CheckIn, words: &Words) -> Vec<Json> {
    let result = check_in.result();
    let of_scale = |scale: Scale| {
        let score = scale.score(&result.scores);
        let value = match score {
            Some(score) => ("valueQuantity", quantity(score)),
            None => ("dataAbsentReason", absent(check_in, scale)),
        };
        let level = level(scale, &result, words).map(|level| concept(level, ""));
        let skipped = score.filter(|score| score.is_partial());
        let skipped = skipped.map(|_| object(&[("text", text(words.result.together_partial))]));
        let code = (scale.code(), codes::scale(words, scale));
        observation(check_in, code, value, [list(level), list(skipped)])
    };
    let mut all: Vec<Json> = Scale::all().map(of_scale).collect();
    let (code, sentence) = codes::stage(&result, words);
    let stage = coding(&address(codes::STAGES), code, sentence);
    let value = ("valueCodeableConcept", concept(stage, sentence));
    let code = (codes::STAGE, words.take.stage);
    all.push(observation(
        check_in,
        code,
        value,
        [Json::new(), Json::new()],
    ));
    all
}

fn observation(
    check_in: &CheckIn,
    (code, name): codes::Coded,
    value: (&str, Json),
    [interpretation, note]: [Json; 2],
) -> Json {
    const CATEGORIES: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
    let response = object(&[
        ("reference", text(&urn(check_in.id.0, RESPONSE))),
        ("type", text("QuestionnaireResponse")),
    ]);
    object(&[
        ("resourceType", text("Observation")),
        ("status", text("final")),
        (
            "category",
            list([concept(coding(CATEGORIES, "survey", "Survey"), "")]),
        ),
        (
            "code",
            concept(coding(&address(codes::SCORES), code, name), name),
        ),
        ("effectiveDateTime", text(&iso(check_in.begun.day))),
        value,
        ("interpretation", interpretation),
        ("note", note),
        ("method", object(&[("text", text(METHOD))])),
        ("derivedFrom", list([response])),
    ])
}

/// A score, 0 to 100.
fn quantity(score: Score) -> Json {
    object(&[
        ("value", decimal(score)),
        ("unit", text("{score}")),
        ("system", text("http://unitsofmeasure.org")),
        ("code", text("{score}")),
    ])
}

/// Why a score is not known: the person left its questions out, or never came to them.
fn absent(check_in: &CheckIn, scale: Scale) -> Json {
    const REASONS: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    let mut replies = scale
        .items()
        .iter()
        .map(|&item| check_in.answers.reply(item));
    let (code, display) = if replies.any(|reply| reply.is_seen()) {
        ("asked-declined", "Asked But Declined")
    } else {
        ("not-asked", "Not Asked")
    };
    concept(coding(REASONS, code, display), "")
}

/// The level of the total, or the band of a domain.
fn level(scale: Scale, result: &CheckResult, words: &Words) -> Option<Json> {
    let (code, said) = match scale {
        Scale::Total => {
            let level: Level = result.level?;
            (level.code(), (words.result.level)(level).text)
        }
        Scale::Domain(domain) => {
            let band = Band::of(result.scores.domain(domain)?);
            (band.code(), (words.result.band)(band))
        }
        _ => return None,
    };
    Some(coding(&address(codes::LEVELS), code, said))
}
