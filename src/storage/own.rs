//! Owns the bytes of what the person writes: plan, reflection and notebook. The version and the rules for
//! entries that can't be read are those of [`super::envelope`].
//!
//! Version 1:
//! - plan: `{"v":1,"check_in":"00…ff","day":20782,"steps":[{"step":"halt","reason":"factor:triggers",
//!   "cue":null,"action":"…","who":"","day":20783,"minute":540,"tried":false,"went":null}],
//!   "lessons":"halt:helped move:not_yet"}`;
//! - reflection: `{"v":1,"day":20782,"before":"triggers,coping","texts":{"helped":"…"}}`;
//! - notebook: `{"v":1,"texts":{"people":"…"}}`. A text that is not there is empty.

use super::envelope::{Unread, VERSION, from_text, to_text};
use crate::domain::check_in::CheckInId;
use crate::domain::date::Day;
use crate::domain::instrument::Factor;
use crate::domain::plan::{Lesson, Plan, PlannedStep, STEPS_AT_MOST, Went, When};
use crate::domain::reflection::{Prompt, Reflection};
use crate::domain::step::{Reason, Step};
use crate::domain::tool::{Notebook, Page};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Texts under codes, written as an object. A map of the standard library would bring its sorting into the
/// download: 3 KB for two to eight texts.
struct Texts(Vec<(String, String)>);

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(code, text)| (code, text)))
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Pairs)
    }
}

struct Pairs;

impl<'de> Visitor<'de> for Pairs {
    type Value = Texts;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Texts, A::Error> {
        let mut texts = Vec::new();
        while let Some(text) = map.next_entry()? {
            texts.push(text);
        }
        Ok(Texts(texts))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPlan {
    v: u32,
    check_in: Option<String>,
    day: Option<u32>,
    steps: Vec<StoredStep>,
    lessons: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredStep {
    step: String,
    reason: Option<String>,
    cue: Option<String>,
    action: Option<String>,
    who: String,
    day: Option<u32>,
    minute: Option<u16>,
    tried: bool,
    went: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredReflection {
    v: u32,
    day: u32,
    before: String,
    texts: Texts,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredNotebook {
    v: u32,
    texts: Texts,
}

/// The text to store for the plan.
pub fn encode_plan(plan: &Plan) -> String {
    let lessons = plan.lessons.iter();
    let lessons = lessons.map(|lesson| lesson.step.code().to_owned() + ":" + lesson.went.code());
    to_text(&StoredPlan {
        v: VERSION,
        check_in: plan.check_in.map(CheckInId::name),
        day: plan.day.map(Day::number),
        steps: plan.steps.iter().map(stored_step).collect(),
        lessons: lessons.collect::<Vec<_>>().join(" "),
    })
}

fn stored_step(planned: &PlannedStep) -> StoredStep {
    StoredStep {
        step: planned.step.code().to_owned(),
        reason: planned.reason.map(Reason::code),
        cue: planned.cue.clone(),
        action: planned.action.clone(),
        who: planned.who.clone(),
        day: planned.when.map(|when| when.day.number()),
        minute: planned.when.and_then(|when| when.minute),
        tried: planned.tried,
        went: planned.went.map(|went| went.code().to_owned()),
    }
}

/// The plan that `text` holds.
///
/// # Errors
/// [`Unread`] when it is of a later version, or not a whole and sound entry.
pub fn decode_plan(text: &str) -> Result<Plan, Unread> {
    let stored: StoredPlan = from_text(text)?;
    sound_plan(stored)
}

fn sound_plan(stored: StoredPlan) -> Result<Plan, Unread> {
    let mut plan = Plan {
        check_in: known(stored.check_in, |name| CheckInId::from_name(&name))?,
        day: known(stored.day, Day::new)?,
        ..Plan::default()
    };
    for step in stored.steps {
        let step = sound_step(step)?;
        if plan.has(step.step) {
            return Err(Unread::Unreadable);
        }
        plan.steps.push(step);
    }
    for lesson in stored.lessons.split_whitespace() {
        plan.lessons
            .push(sound_lesson(lesson).ok_or(Unread::Unreadable)?);
    }
    if plan.steps.len() > STEPS_AT_MOST {
        return Err(Unread::Unreadable);
    }
    Ok(plan)
}

fn sound_lesson(lesson: &str) -> Option<Lesson> {
    let (step, went) = lesson.split_once(':')?;
    Some(Lesson {
        step: Step::from_code(step)?,
        went: Went::from_code(went)?,
    })
}

fn sound_step(stored: StoredStep) -> Result<PlannedStep, Unread> {
    const MINUTES_A_DAY: u16 = 24 * 60;
    let day = known(stored.day, Day::new)?;
    let minute = known(stored.minute, |minute| {
        (minute < MINUTES_A_DAY).then_some(minute)
    })?;
    Ok(PlannedStep {
        step: Step::from_code(&stored.step).ok_or(Unread::Unreadable)?,
        reason: known(stored.reason, |code| Reason::from_code(&code))?,
        cue: stored.cue,
        action: stored.action,
        who: stored.who,
        when: day.map(|day| When { day, minute }),
        tried: stored.tried,
        went: known(stored.went, |code| Went::from_code(&code))?,
    })
}

/// What stands for nothing is nothing; anything else must mean something.
fn known<T, U>(stored: Option<T>, read: impl FnOnce(T) -> Option<U>) -> Result<Option<U>, Unread> {
    let read = |stored| read(stored).ok_or(Unread::Unreadable);
    stored.map(read).transpose()
}

/// The text to store for a reflection. Its id is the key.
pub fn encode_reflection(reflection: &Reflection) -> String {
    let before: Vec<_> = reflection.before.iter().map(|one| one.code()).collect();
    to_text(&StoredReflection {
        v: VERSION,
        day: reflection.day.number(),
        before: before.join(","),
        texts: written(Prompt::ALL, Prompt::code, |prompt| reflection.text(prompt)),
    })
}

/// The reflection that `text` holds.
///
/// # Errors
/// [`Unread`] when it is of a later version, or not a whole and sound entry.
pub fn decode_reflection(id: CheckInId, text: &str) -> Result<Reflection, Unread> {
    let stored: StoredReflection = from_text(text)?;
    sound_reflection(id, stored).ok_or(Unread::Unreadable)
}

fn sound_reflection(id: CheckInId, stored: StoredReflection) -> Option<Reflection> {
    let mut reflection = Reflection::new(id, Day::new(stored.day)?);
    for code in stored.before.split(',').filter(|code| !code.is_empty()) {
        reflection.choose(Factor::from_code(code)?, true);
    }
    for (code, text) in stored.texts.0 {
        reflection.write(Prompt::from_code(&code)?, text);
    }
    Some(reflection)
}

/// The text to store for the notebook.
pub fn encode_notebook(notebook: &Notebook) -> String {
    to_text(&StoredNotebook {
        v: VERSION,
        texts: written(Page::ALL, Page::code, |page| notebook.text(page)),
    })
}

/// The notebook that `text` holds.
///
/// # Errors
/// [`Unread`] when it is of a later version, or not a whole and sound entry.
pub fn decode_notebook(text: &str) -> Result<Notebook, Unread> {
    let stored: StoredNotebook = from_text(text)?;
    let mut notebook = Notebook::default();
    for (code, text) in stored.texts.0 {
        notebook.write(Page::from_code(&code).ok_or(Unread::Unreadable)?, text);
    }
    Ok(notebook)
}

/// Texts under their names, as one JSON object.
pub fn as_object(texts: Vec<(String, String)>) -> String {
    to_text(&Texts(texts))
}

fn written<'a, T: Copy>(
    all: &[T],
    code: impl Fn(T) -> &'static str,
    text: impl Fn(T) -> &'a str,
) -> Texts {
    let written = all.iter().filter(|&&one| !text(one).is_empty());
    Texts(
        written
            .map(|&one| (code(one).to_owned(), text(one).to_owned()))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const ODD: &str = "  \u{202e}שלום 👩‍👩‍👧 \"quoted\" \\ \n\tend ";

    fn plan() -> Plan {
        let mut plan = Plan {
            check_in: Some(CheckInId(255)),
            day: Day::new(20_782),
            ..Plan::default()
        };
        plan.add(Step::Halt, Some(Reason::Factor(Factor::Triggers)));
        plan.add(Step::Move, None);
        plan.steps[0].cue = Some(String::new());
        plan.steps[0].action = Some(ODD.repeat(300));
        plan.steps[1].who = ODD.to_owned();
        plan.steps[1].when = Day::new(20_783).map(|day| When {
            day,
            minute: Some(1439),
        });
        plan.steps[1].tried = true;
        plan.learn(0, Went::NotForMe);
        plan
    }

    fn reflection() -> Reflection {
        let mut reflection = Reflection::new(CheckInId(7), Day::from_calendar(2026, 11, 25));
        reflection.choose(Factor::Trauma, true);
        reflection.choose(Factor::Triggers, true);
        reflection.write(Prompt::Helped, ODD.to_owned());
        reflection
    }

    fn notebook() -> Notebook {
        let mut notebook = Notebook::default();
        notebook.write(Page::Joys, ODD.to_owned());
        notebook
    }

    #[test]
    fn what_is_written_is_read_back_as_typed() {
        assert_eq!(decode_plan(&encode_plan(&plan())), Ok(plan()));
        let text = encode_reflection(&reflection());
        assert_eq!(decode_reflection(CheckInId(7), &text), Ok(reflection()));
        assert_eq!(
            decode_notebook(&encode_notebook(&notebook())),
            Ok(notebook())
        );
    }

    #[test]
    fn version_1_reads_as_it_did_on_its_first_day() {
        let text = concat!(
            r#"{"v":1,"check_in":"00000000000000ff","day":20782,"steps":[{"step":"halt","#,
            r#""reason":"factor:triggers","cue":"","action":null,"who":"Sam","day":20783,"minute":540,"#,
            r#""tried":true,"went":"helped"}],"lessons":"halt:helped move:not_yet"}"#,
        );
        let plan = decode_plan(text).unwrap();
        assert_eq!(encode_plan(&plan), text);
        assert_eq!((plan.steps[0].who.as_str(), plan.lessons.len()), ("Sam", 2));
        let text = r#"{"v":1,"day":20782,"before":"triggers,coping","texts":{"helped":"a walk"}}"#;
        let reflection = decode_reflection(CheckInId(1), text).unwrap();
        assert_eq!(encode_reflection(&reflection), text);
        let text = r#"{"v":1,"texts":{"people":"Sam"}}"#;
        assert_eq!(encode_notebook(&decode_notebook(text).unwrap()), text);
    }

    #[test]
    fn cut_short_at_any_length_or_edited_it_is_unreadable() {
        let mut plan = plan();
        plan.steps[0].action = Some(ODD.to_owned());
        let text = encode_plan(&plan);
        for (length, _) in text.char_indices() {
            assert_eq!(
                decode_plan(&text[..length]),
                Err(Unread::Unreadable),
                "{length}"
            );
        }
        for (from, to) in [
            ("\"halt\"", "\"luck\""),
            ("\"move\"", "\"halt\""),
            ("factor:triggers", "factor:luck"),
            ("1439", "1440"),
            ("halt:not_for_me", "halt:never"),
            ("20782", "1000001"),
            ("\"v\":1", "\"v\":1,\"extra\":2"),
        ] {
            let edited = text.replace(from, to);
            assert_ne!(edited, text, "{from}");
            assert_eq!(decode_plan(&edited), Err(Unread::Unreadable), "{to}");
        }
        assert_eq!(decode_plan(r#"{"v":2}"#), Err(Unread::Newer));
        let text = encode_reflection(&reflection());
        let edited = text.replace("trauma", "luck");
        assert_eq!(
            decode_reflection(CheckInId(7), &edited),
            Err(Unread::Unreadable)
        );
        assert_eq!(
            decode_notebook(r#"{"v":1,"texts":{"luck":""}}"#),
            Err(Unread::Unreadable)
        );
    }
}
