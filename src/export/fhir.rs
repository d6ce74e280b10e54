//! A FHIR R4 bundle (4.0.1): the questionnaire, one response a check-in, one observation a score, and the code
//! systems they use, which are local.
//!
//! There is no patient, author or place in it: whoever takes it in knows whose it is. Dates are the person's own
//! days, without a time. What was skipped has no answer; a score that is not known says why.

use super::fhir_codes::{self as codes, LOCAL, address};
use super::fhir_write::{Json, coding, field, filled, list, text};
use super::{SCALES, Taken, decimal, uuid};
use crate::domain::change::Scale;
use crate::domain::check_in::CheckIn;
use crate::domain::gates::Gate;
use crate::domain::instrument::{Part, VERSION};
use crate::domain::reply::Reply;
use crate::domain::result::CheckResult;
use crate::domain::scoring::{Level, Score};
use crate::domain::wellness::Band;
use crate::i18n::Words;

/// The address of the questionnaire.
const QUESTIONNAIRE: &str = "questionnaire";
/// The group of the gates.
const GATES: &str = "gates";
/// Purposes of the numbers that name entries, see [`uuid`]; scores follow the response, systems the questionnaire.
const RESPONSE: u16 = 0x100;
const SHARED: u16 = 0x200;

/// The bundle.
pub fn write(taken: &Taken, words: &Words) -> String {
    let mut entries = Vec::new();
    let mut add = |id: u64, first: u16, resources: Vec<Json>| {
        for (purpose, resource) in (first..).zip(resources) {
            let values = [&*text(&urn(id, purpose)), &resource];
            entries.push(filled(r#"{"fullUrl":%,"resource":%}"#, &values));
        }
    };
    add(0, SHARED, vec![questionnaire(words)]);
    add(0, SHARED + 1, codes::systems(words));
    for check_in in &taken.found.check_ins {
        let id = check_in.id.0;
        add(id, RESPONSE, vec![response(check_in, words)]);
        if check_in.finished {
            add(id, RESPONSE + 1, observations(check_in, words));
        }
    }
    let pattern = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[\n%\n]}\n";
    filled(pattern, &[&entries.join(",\n")])
}

fn urn(id: u64, purpose: u16) -> String {
    "urn:uuid:".to_owned() + &uuid(id, purpose)
}

fn questionnaire(words: &Words) -> Json {
    let gates = Gate::ALL.map(|gate| gate_item(gate, words));
    let mut groups = vec![group(GATES, words.page.parts[0], gates.to_vec())];
    let options = choices(codes::DAYS, &codes::days(words));
    for (part, link) in PARTS {
        let stem = [
            &*text(&(link.to_owned() + "-stem")),
            &text(words.question.stem),
        ];
        let mut items = vec![filled(r#"{"linkId":%,"text":%,"type":"display"}"#, &stem)];
        items.extend(
            part.items().iter().map(|&item| {
                question(item.id(), (words.question.item)(item), false, &[], &options)
            }),
        );
        groups.push(group(link, words.page.parts[groups.len()], items));
    }
    filled(
        concat!(
            r#"{"resourceType":"Questionnaire","language":%,"url":%,"version":"%","name":"RecoveryCheck","#,
            r#""title":%,"status":"draft","experimental":true,"subjectType":["Patient"],"description":%,"item":%}"#,
        ),
        &[
            &text(words.lang),
            &text(&address(QUESTIONNAIRE)),
            &VERSION.to_string(),
            &text(words.page.name),
            &text(LOCAL),
            &list(groups),
        ],
    )
}

/// The three parts with their link ids.
const PARTS: [(Part, &str); 3] = [
    (Part::Stage, "stage"),
    (Part::Factors, "factors"),
    (Part::Wellness, "wellness"),
];

fn group(link: &str, name: &str, items: Vec<Json>) -> Json {
    let values = [&*text(link), &text(name), &list(items)];
    filled(r#"{"linkId":%,"text":%,"type":"group","item":%}"#, &values)
}

fn question(link: &str, words: &str, repeats: bool, conditions: &[Json], options: &str) -> Json {
    let any = if conditions.len() > 1 { r#""any""# } else { "" };
    filled(
        r#"{"linkId":%,"text":%,"type":"choice"%%,"required":false,"repeats":%,"answerOption":%}"#,
        &[
            &text(link),
            &text(words),
            &field(r#","enableWhen":[%]"#, &conditions.join(",")),
            &field(r#","enableBehavior":%"#, any),
            if repeats { "true" } else { "false" },
            options,
        ],
    )
}

fn choices(system: &str, codes: &[codes::Coded]) -> Json {
    let option = |&(code, words): &codes::Coded| {
        filled(
            r#"{"valueCoding":%}"#,
            &[&coding(&address(system), code, words)],
        )
    };
    list(codes.iter().map(option).collect())
}

fn gate_item(gate: Gate, words: &Words) -> Json {
    let said = (words.question.gate)(gate);
    let asked = [said.question, said.hint].join(" ");
    let condition = |&(other, code): &(Gate, &str)| {
        let values = [other.id(), &option(other, code, words)];
        filled(
            r#"{"question":"%","operator":"=","answerCoding":%}"#,
            &values,
        )
    };
    let conditions: Vec<Json> = conditions(gate).iter().map(condition).collect();
    let options = choices(gate.id(), &codes::options(words, gate));
    question(
        gate.id(),
        asked.trim_end(),
        gate.is_multiple(),
        &conditions,
        &options,
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
    let days = codes::days(words);
    let mut groups = Vec::new();
    let mut add = |link: &str, items: Vec<Json>| {
        if !items.is_empty() {
            groups.push(filled(r#"{"linkId":"%","item":%}"#, &[link, &list(items)]));
        }
    };
    let mut items = Vec::new();
    for gate in Gate::ALL {
        let codes = gates.codes(gate).map(|codes| {
            let codes = codes.iter();
            codes.map(|code| option(gate, code, words)).collect()
        });
        items.extend(answered(gate.id(), codes));
    }
    add(GATES, items);
    for (part, link) in PARTS {
        let items = part.items().iter().filter_map(|&item| {
            let answer = check_in.answers.reply(item).map(|answer| {
                let (code, said) = days[usize::from(answer.number())];
                vec![coding(&address(codes::DAYS), code, said)]
            });
            answered(item.id(), answer)
        });
        add(link, items.collect());
    }
    let answers = if groups.is_empty() {
        Json::new()
    } else {
        list(groups)
    };
    filled(
        concat!(
            r#"{"resourceType":"QuestionnaireResponse","questionnaire":"%|%","status":"%","authored":"%""#,
            "%}",
        ),
        &[
            &address(QUESTIONNAIRE),
            &VERSION.to_string(),
            if check_in.finished {
                "completed"
            } else {
                "in-progress"
            },
            &check_in.begun.day.iso(),
            &field(r#","item":%"#, &answers),
        ],
    )
}

/// A reply: with answers where there are any, without where it was skipped, and none where it was not seen.
fn answered(link: &str, codes: Reply<Vec<Json>>) -> Option<Json> {
    let codes = match codes {
        Reply::NotSeen => return None,
        Reply::Skipped => Vec::new(),
        Reply::Given(codes) => codes,
    };
    let answers = codes
        .iter()
        .map(|code| filled(r#"{"valueCoding":%}"#, &[code]));
    let answers: Vec<Json> = answers.collect();
    let answers = field(r#","answer":[%]"#, &answers.join(","));
    Some(filled(r#"{"linkId":"%"%}"#, &[link, &answers]))
}

/// One observation a score, and one for the stage.
fn observations(check_in: &CheckIn, words: &Words) -> Vec<Json> {
    let result = check_in.result();
    let mut all = Vec::new();
    for scale in SCALES {
        let score = scale.score(&result.scores);
        let value = match score {
            Some(score) => filled(QUANTITY, &[&decimal(score)]),
            None => absent(check_in, scale),
        };
        let level = level(scale, &result, words).unwrap_or_default();
        let is_partial = score.is_some_and(Score::is_partial);
        let note = [words.later().result.together_partial]
            .into_iter()
            .filter(|_| is_partial);
        let note = note.map(text).collect::<Json>();
        let rest = field(r#","interpretation":[{"coding":[%]}]"#, &level)
            + &field(r#","note":[{"text":%}]"#, &note);
        let code = (scale.code(), words.later().result.scale(scale));
        all.push(observation(check_in, code, &(value + &rest)));
    }
    let (code, sentence) = codes::stage(&result, words);
    let stage = coding(&address(codes::STAGES), code, sentence);
    let value = filled(
        r#""valueCodeableConcept":{"coding":[%],"text":%}"#,
        &[&stage, &text(sentence)],
    );
    let due = codes::cards(&result, words);
    let due = [due]
        .iter()
        .filter(|due| !due.is_empty())
        .map(|due| text(due))
        .collect::<Json>();
    let value = value + &field(r#","note":[{"text":%}]"#, &due);
    all.push(observation(
        check_in,
        (codes::STAGE, words.later().take.stage),
        &value,
    ));
    all
}

/// A score, 0 to 100.
const QUANTITY: &str = concat!(
    r#""valueQuantity":{"value":%,"unit":"{score}","system":"http://unitsofmeasure.org","#,
    r#""code":"{score}"}"#,
);

fn observation(check_in: &CheckIn, (code, name): codes::Coded, value: &str) -> Json {
    filled(
        concat!(
            r#"{"resourceType":"Observation","status":"final","category":[{"coding":[{"#,
            r#""system":"http://terminology.hl7.org/CodeSystem/observation-category","#,
            r#""code":"survey","display":"Survey"}]}],"code":{"coding":[%],"text":%},"#,
            r#""effectiveDateTime":"%",%,"method":{"text":"Self-report with Recovery Check"},"#,
            r#""derivedFrom":[{"reference":"%","type":"QuestionnaireResponse"}]}"#,
        ),
        &[
            &coding(&address(codes::SCORES), code, name),
            &text(name),
            &check_in.begun.day.iso(),
            value,
            &urn(check_in.id.0, RESPONSE),
        ],
    )
}

/// Why a score is not known: the person left its questions out, or never came to them.
fn absent(check_in: &CheckIn, scale: Scale) -> Json {
    let mut replies = scale
        .items()
        .iter()
        .map(|&item| check_in.answers.reply(item));
    let (code, display) = if replies.any(|reply| reply.is_seen()) {
        ("asked-declined", "Asked But Declined")
    } else {
        ("not-asked", "Not Asked")
    };
    filled(
        concat!(
            r#""dataAbsentReason":{"coding":[{"#,
            r#""system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","#,
            r#""code":"%","display":"%"}]}"#,
        ),
        &[code, display],
    )
}

/// The level of the total, or the band of a domain.
fn level(scale: Scale, result: &CheckResult, words: &Words) -> Option<Json> {
    let (code, said) = match scale {
        Scale::Total => {
            let level: Level = result.level?;
            (level.code(), (words.later().result.level)(level).text)
        }
        Scale::Domain(domain) => {
            let band = Band::of(result.scores.domain(domain)?);
            (band.code(), (words.later().result.band)(band))
        }
        _ => return None,
    };
    Some(coding(&address(codes::LEVELS), code, said))
}
