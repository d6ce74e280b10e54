//! The lines of each section of [`super::summary`].

use super::Taken;
use super::summary::WriteDay;
use crate::domain::change::{Change, Scale};
use crate::domain::check_in::Comparison;
use crate::domain::date::written_minute;
use crate::domain::help::{Line, Region};
use crate::domain::instrument::{Area, Domain};
use crate::domain::plan::{PlannedStep, When};
use crate::domain::reflection::Prompt;
use crate::domain::result::{CheckResult, Wording};
use crate::domain::safety::{Card, Cards, Emergency};
use crate::domain::scoring::Score;
use crate::domain::stage::{self, Stage, UseReport};
use crate::domain::step::Step;
use crate::domain::wellness::Band;
use crate::i18n::{Titled, Words};

/// What each due card says, whole: nothing of a card may be cut from a page that others read.
pub(super) fn safety(cards: Cards, words: &Words, region: Region) -> Vec<String> {
    let card = &words.card;
    let with_line = |said: Titled, rest: &str| {
        let line = talk_with(words, region);
        [said.title, ". ", said.text, " ", &line, " ", rest].concat()
    };
    let said = |due: Card| match due {
        Card::A1 => emergency(cards.emergency, words, region),
        Card::A2 => overdose(words, region),
        Card::A3 => with_line(card.self_harm, card.self_harm_out_of_reach),
        Card::A4 => withdrawal(words, region),
        Card::A5 => with_line(card.support, card.support_break),
    };
    cards.iter().map(said).collect()
}

fn emergency(due: Emergency, words: &Words, region: Region) -> String {
    let card = &words.card;
    let call = words.emergency(region).map_or_else(
        || card.call_now_anywhere.to_owned(),
        |number| (card.call_now)(&number),
    );
    let mut said = call + ". " + card.we_cannot_call;
    if due.danger {
        let steps = card.wont_wake_steps.join(", ");
        said.extend([" ", card.wont_wake, " ", &steps, "."]);
    }
    if due.self_harm {
        let or_call = region.crisis().and_then(Line::number);
        let or_call = or_call.map_or_else(
            || card.or_call_anywhere.to_owned(),
            |number| (card.or_call)(number),
        );
        said.extend([" ", &or_call, " ", card.stay_near]);
    }
    said
}

fn overdose(words: &Words, region: Region) -> String {
    let card = &words.card;
    let alone = region.use_alone().map_or_else(
        || talk_with(words, region),
        |line| (card.if_alone)(&named(words, line)),
    );
    [card.overdose.title, ". ", card.overdose.text, " ", &alone].concat()
}

fn withdrawal(words: &Words, region: Region) -> String {
    let card = &words.card;
    let severe = words.emergency(region).map_or_else(
        || card.withdrawal_severe_anywhere.to_owned(),
        |number| (card.withdrawal_severe)(&number),
    );
    let (title, text) = (card.withdrawal.title, card.withdrawal.text);
    [title, ". ", text, " ", &severe].concat()
}

/// A line by its name, and its number where it has one.
fn named(words: &Words, line: &Line) -> String {
    let name = (words.help.service)(line.service).title;
    line.number()
        .map_or_else(|| name.to_owned(), |number| [name, ", ", number].concat())
}

/// Someone to talk with in a crisis.
pub(super) fn talk_with(words: &Words, region: Region) -> String {
    let line = region.crisis().filter(|line| line.number().is_some());
    line.map_or_else(
        || words.later().take.crisis.to_owned(),
        |line| (words.card.talk_with)(&named(words, line)) + ".",
    )
}

/// Total, stage and areas.
pub(super) fn signs(result: &CheckResult, words: &Words) -> Vec<String> {
    let said = &words.later().result;
    let total = match (result.scores.total(), result.level) {
        (Some(total), Some(level)) => {
            // Where the cards come first, "few signs" would speak against them.
            let level = match result.wording {
                Wording::Cards => String::new(),
                _ => [", ", (said.level)(level).text].concat(),
            };
            let scored = scored(words, said.total, total);
            [&scored, level.as_str(), ". ", said.more_is_more].concat()
        }
        _ => [said.total, ": ", said.not_known].concat(),
    };
    let mut lines = vec![total];
    // "Read the cards above" is no finding, and the cards may have been left out.
    if result.wording != Wording::Cards {
        // After use the stage comes first; else the total does, since the order of stages is unproven.
        let place = usize::from(result.stage.stage != Stage::Use);
        lines.insert(place, (said.sentence)(result.wording).to_owned());
    }
    if result.stage.use_report == UseReport::Unknown {
        lines.push(said.use_unknown.to_owned());
    }
    for area in Area::ALL {
        let name = (said.area)(area);
        let by_sum = result
            .scores
            .area(area)
            .map(|score| score.value() >= stage::cut(area));
        let stands_out = match (result.stage.is_raised(area), by_sum) {
            (false, _) => said.few_signs,
            (true, Some(true)) => said.stands_out,
            (true, _) => said.stands_out_alone,
        };
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
        let name = (words.later().result.factor)(factor).title;
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
            let name = (words.later().result.domain)(domain);
            let band = (words.later().result.band)(Band::of(score));
            lines.push([&scored(words, name, score), ", ", band].concat());
        }
    }
    let overall = result.scores.overall();
    lines.extend(overall.map(|score| {
        let together = (words.later().result.together)(&score.shown().to_string());
        let partial = ["", words.later().result.together_partial][usize::from(score.is_partial())];
        [&together, " ", partial].concat().trim_end().to_owned()
    }));
    lines
}

fn scored(words: &Words, name: &str, score: Score) -> String {
    let shown = (words.later().take.of_100)(name, &score.shown().to_string());
    if !score.is_partial() {
        return shown;
    }
    let [answered, of] = [score.answered(), score.of()].map(|count| count.to_string());
    let partial = (words.later().result.partial)(&answered, &of);
    [&shown, " (", partial.trim_end_matches('.'), ")"].concat()
}

/// What changed, one line a scale: the total always, else where there is a change.
pub(super) fn change(compared: Comparison, words: &Words, write_day: WriteDay) -> Vec<String> {
    let said = &words.later().result;
    let Comparison::With { earlier, changes } = compared else {
        return Vec::new();
    };
    let mut lines = vec![(said.change_title)(&write_day(earlier.begun.day))];
    for scale in Scale::all() {
        let [lower, higher] = match scale {
            Scale::Total | Scale::Area(_) => [said.fewer, said.more],
            Scale::Factor(_) => [said.less_strain, said.more_strain],
            Scale::Domain(_) | Scale::Overall => [said.dip, said.growth],
        };
        let of_it = match (changes.on(scale), scale) {
            (None, Scale::Total) => said.not_known,
            (Some(change), Scale::Total) => change.choose(said.change_none, lower, higher),
            (None | Some(Change::None), _) => continue,
            (Some(change), _) => change.choose(said.change_none, lower, higher),
        };
        lines.push((said.change_line)(said.scale(scale), of_it));
    }
    lines
}

/// The steps, each with what the person made of it. Where a card of A1 to A4 is due its action comes first, and
/// "keep going" is no step (clinical sheet, section 5).
pub(super) fn plan(
    taken: &Taken,
    words: &Words,
    region: Region,
    write_day: WriteDay,
) -> Vec<String> {
    let cards = taken.latest().map(|check_in| check_in.result().cards);
    let due = cards.filter(Cards::any_from_gates);
    let steps = taken.found.plan.iter().flat_map(|plan| &plan.steps);
    let steps = steps.filter(|planned| due.is_none() || planned.step != Step::Keep);
    let steps: Vec<_> = steps.map(|step| one_step(step, words, write_day)).collect();
    let first = due.filter(|_| !steps.is_empty());
    let first = first.map_or_else(Vec::new, |cards| safety(cards, words, region));
    first.into_iter().chain(steps).collect()
}

fn one_step(planned: &PlannedStep, words: &Words, write_day: WriteDay) -> String {
    let take = &words.later().take;
    let kind = (words.later().result.step)(planned.step);
    let action = planned.action_or(kind.text);
    // Only an "if" of the person's own.
    let does = match planned.cue_or("") {
        "" => action.to_owned(),
        cue => (take.if_then)(cue, action),
    };
    let mut lines = vec![[kind.title, ": ", &does].concat()];
    lines.extend(planned.helper().map(take.who));
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
            .map(|&one| (words.later().result.factor)(one).title)
            .collect();
        if !factors.is_empty() {
            lines.push([words.later().take.prompts[0], ": ", &factors.join(", ")].concat());
        }
        for (&prompt, asked) in Prompt::ALL.iter().zip(words.later().take.prompts) {
            let text = reflection.text(prompt);
            if !text.trim().is_empty() {
                lines.push([asked, ": ", text].concat());
            }
        }
        lines.join("\n  ")
    });
    told.collect()
}
