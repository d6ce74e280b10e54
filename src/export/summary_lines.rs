//! The lines of each section of [`super::summary`].

use super::Taken;
use super::summary::WriteDay;
use crate::domain::change::{Change, Sureness};
use crate::domain::check_in::Comparison;
use crate::domain::date::written_minute;
use crate::domain::help::Region;
use crate::domain::instrument::{Area, Domain, Factor};
use crate::domain::plan::{PlannedStep, When};
use crate::domain::reflection::Prompt;
use crate::domain::result::{CheckResult, Wording};
use crate::domain::safety::{Card, Cards};
use crate::domain::scoring::Score;
use crate::domain::wellness::Band;
use crate::i18n::Words;

/// What each due card says first.
pub(super) fn safety(cards: Cards, words: &Words, region: Region) -> Vec<String> {
    let card = &words.card;
    let emergency = || {
        let call = region.emergency();
        let mut said = vec![call.map_or_else(
            || card.call_now_anywhere.to_owned(),
            |number| (card.call_now)(number),
        )];
        if cards.emergency.danger {
            let steps = card.wont_wake_steps.join(", ");
            said.push([card.wont_wake, " ", &steps].concat());
        }
        if cards.emergency.self_harm {
            said.push(card.stay_near.trim_end_matches('.').to_owned());
        }
        said.join(". ") + "."
    };
    let titled = |words: crate::i18n::Titled| [words.title, ". ", words.text].concat();
    let said = |due: Card| match due {
        Card::A1 => emergency(),
        Card::A2 => titled(card.overdose),
        Card::A3 => titled(card.self_harm) + " " + card.self_harm_out_of_reach,
        Card::A4 => titled(card.withdrawal),
        Card::A5 => titled(card.support) + " " + card.support_break,
    };
    cards.iter().map(said).collect()
}

/// Total, stage and areas.
pub(super) fn signs(result: &CheckResult, words: &Words) -> Vec<String> {
    let said = &words.result;
    let total = match (result.scores.total(), result.level) {
        (Some(total), Some(level)) => {
            let level = (said.level)(level).text;
            [
                &scored(words, said.total, total),
                ", ",
                level,
                ". ",
                said.more_is_more,
            ]
            .concat()
        }
        _ => [said.total, ": ", said.not_known].concat(),
    };
    let mut lines = Vec::new();
    // "Read the cards above" is no finding, and the cards may have been left out.
    if result.wording != Wording::Cards {
        lines.push((said.sentence)(result.wording).to_owned());
    }
    lines.push(total);
    for area in Area::ALL {
        let name = (said.area)(area);
        let is_raised = result.stage.is_raised(area);
        let stands_out = [said.few_signs, said.stands_out][usize::from(is_raised)];
        lines.push(match result.scores.area(area) {
            Some(score) => [&scored(words, name, score), ". ", stands_out].concat(),
            None => [name, ": ", said.not_known].concat(),
        });
    }
    lines
}

/// The factors that are named, in order.
pub(super) fn factors(result: &CheckResult, words: &Words) -> Vec<String> {
    let named = result.ranked.iter().map(|&factor| {
        let name = (words.result.factor)(factor).title;
        let score = result.scores.factor(factor);
        score.map_or_else(|| name.to_owned(), |score| scored(words, name, score))
    });
    named.collect()
}

/// The domains that are known, each with its band, and the four together.
pub(super) fn wellness(result: &CheckResult, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    for domain in Domain::ALL {
        if let Some(score) = result.scores.domain(domain) {
            let name = (words.result.domain)(domain);
            let band = (words.result.band)(Band::of(score));
            lines.push([&scored(words, name, score), ", ", band].concat());
        }
    }
    let overall = result.scores.overall();
    lines.extend(overall.map(|score| (words.result.together)(&score.shown().to_string())));
    lines
}

fn scored(words: &Words, name: &str, score: Score) -> String {
    let shown = (words.take.of_100)(name, &score.shown().to_string());
    if !score.is_partial() {
        return shown;
    }
    let [answered, of] = [score.answered(), score.of()].map(|count| count.to_string());
    let partial = (words.result.partial)(&answered, &of);
    [&shown, " (", partial.trim_end_matches('.'), ")"].concat()
}

/// The words for "maybe" and for "clear".
type Pair = [&'static str; 2];

/// What changed, one line a scale: the total always, else where there is a change.
pub(super) fn change(compared: Comparison, words: &Words, write_day: WriteDay) -> Vec<String> {
    let said = &words.result;
    let Comparison::With { earlier, changes } = compared else {
        return Vec::new();
    };
    let since = (said.change_title)(&write_day(earlier.begun.day));
    let mut lines = vec![since];
    let mut add = |name: &str, change: Option<Change>, [lower, higher]: [Pair; 2]| {
        let said_of_it = match change {
            Some(Change::Lower(sureness)) => lower[usize::from(sureness == Sureness::Clear)],
            Some(Change::Higher(sureness)) => higher[usize::from(sureness == Sureness::Clear)],
            Some(Change::None) if lines.len() == 1 => said.change_none,
            None if lines.len() == 1 => said.not_known,
            _ => return,
        };
        lines.push((said.change_line)(name, said_of_it));
    };
    let signs = [said.fewer, said.more];
    let growth = [said.dip, said.growth];
    add(said.total, changes.total, signs);
    for area in Area::ALL {
        add((said.area)(area), changes.area(area), signs);
    }
    for factor in Factor::ALL {
        let strain = [said.less_strain, said.more_strain];
        add((said.factor)(factor).title, changes.factor(factor), strain);
    }
    for domain in Domain::ALL {
        add((said.domain)(domain), changes.domain(domain), growth);
    }
    add(said.overall, changes.overall, growth);
    lines
}

/// The steps, each with what the person made of it.
pub(super) fn plan(taken: &Taken, words: &Words, write_day: WriteDay) -> Vec<String> {
    let steps = taken.found.plan.iter().flat_map(|plan| &plan.steps);
    steps.map(|step| one_step(step, words, write_day)).collect()
}

fn one_step(planned: &PlannedStep, words: &Words, write_day: WriteDay) -> String {
    let take = &words.take;
    let kind = (words.result.step)(planned.step);
    let action = planned.action.as_deref().unwrap_or(kind.text);
    let cue = planned.cue.as_deref().filter(|cue| !cue.trim().is_empty());
    let does = cue.map_or_else(|| action.to_owned(), |cue| (take.if_then)(cue, action));
    let mut lines = vec![[kind.title, ": ", &does].concat()];
    if !planned.who.trim().is_empty() {
        lines.push((take.who)(&planned.who));
    }
    if let Some(when) = planned.when {
        lines.push((take.when)(&written(when, write_day)));
    }
    lines.join("\n  ")
}

fn written(when: When, write_day: WriteDay) -> String {
    let day = write_day(when.day);
    match when.minute {
        Some(minute) => [&day, ", ", &written_minute(minute)].concat(),
        None => day,
    }
}

/// What was written in each reflection.
pub(super) fn learned(taken: &Taken, words: &Words, write_day: WriteDay) -> Vec<String> {
    let reflections = taken.found.reflections.iter();
    let told = reflections.map(|reflection| {
        let mut lines = vec![write_day(reflection.day)];
        let factors = reflection.before.iter();
        let factors: Vec<_> = factors
            .map(|&one| (words.result.factor)(one).title)
            .collect();
        if !factors.is_empty() {
            lines.push([words.take.prompts[0], ": ", &factors.join(", ")].concat());
        }
        for (&prompt, asked) in Prompt::ALL.iter().zip(words.take.prompts) {
            let text = reflection.text(prompt);
            if !text.trim().is_empty() {
                lines.push([asked, ": ", text].concat());
            }
        }
        lines.join("\n  ")
    });
    told.collect()
}
