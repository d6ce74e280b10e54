//! "Why this result": for each number and sentence the answers used, their sum, the cuts, what would have made
//! it different, and what it can't tell. The same words serve a clinician.

use super::outcome::Outcome;
use crate::domain::factors;
use crate::domain::fraction::Fraction;
use crate::domain::gates::{Gate, GateOption};
use crate::domain::instrument::{Area, Domain, Factor, Item, Part};
use crate::domain::result::Wording;
use crate::domain::scoring::{Among, Level, Score};
use crate::domain::stage::{self, Stage, UseReport};
use crate::domain::wellness::Band;
use crate::ui::components::answers_behind::answers_behind;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// The steps of a scale: where each but the lowest begins, and the name of each.
type Steps<'a> = (&'a [Fraction], &'a [&'static str]);

/// The grounds of a known number: its sum, where its steps begin, and how far the next ones are.
fn grounds(context: Context, score: Score, (cuts, names): Steps<'_>, among: Among) -> String {
    let words = &context.words.later().why;
    let (points, most) = (
        score.points().to_string(),
        score.points_at_most().to_string(),
    );
    let mut told = vec![(words.sum)(&points, &most, &score.shown().to_string())];
    told.extend(score.is_partial().then(|| words.skipped_lines.to_owned()));
    told.extend(cuts.iter().zip(&names[1..]).map(|(&cut, name)| {
        (words.begins)(name, &cut.written(), &score.points_to(cut).to_string())
    }));
    for (step, say) in [(among.more, words.more), (among.fewer, words.fewer)] {
        told.extend(step.map(|(points, to)| say(&points.to_string(), names[to])));
    }
    told.join(" ")
}

/// The grounds of the total sign load.
pub fn why_total(context: Context, outcome: &Outcome) -> Nodes {
    let words = &context.words.later().why;
    let names = Level::ALL.map(|level| (context.words.later().result.level)(level).text);
    let told = match outcome.result.scores.total() {
        Some(total) => {
            let among = total.among(&Level::CUTS);
            el("p")
                .child(grounds(context, total, (&Level::CUTS, &names), among))
                .into_nodes()
        }
        None => Area::ALL
            .into_iter()
            .filter(|&area| outcome.result.scores.area(area).is_none())
            .map(|area| {
                let name = (context.words.later().result.area)(area);
                el("p")
                    .child(name)
                    .child(": ")
                    .child(unknown_area(context, outcome, area))
            })
            .collect_nodes(),
    };
    let same = outcome
        .result
        .same_answer
        .then(|| el("p").child(words.same_answer));
    let answers = answers_behind(context.words, &outcome.check_in, Part::Stage.items());
    (counting(context), told, same, answers, limits(context)).into_nodes()
}

/// The grounds of the stage: the decision list, nearest to use first, with the line that decided.
pub fn why_stage(context: Context, outcome: &Outcome) -> Nodes {
    let words = &context.words.later().why;
    let stage = outcome.result.stage;
    let by_use = line(
        context,
        words.line_use.to_owned(),
        (stage.stage == Stage::Use, stage.stage == Stage::Use),
        use_grounds(context, outcome),
    );
    let areas = Area::NEAREST_TO_USE_FIRST.map(|area| {
        let name = (words.line_area)((context.words.later().result.area)(area));
        let decides = stage.stage == stage_of(area);
        let grounds = area_grounds(context, outcome, area);
        line(context, name, (stage.is_raised(area), decides), grounds)
    });
    let rest = [
        (words.line_few, Stage::Few),
        (words.line_unclear, Stage::Unclear),
    ]
    .map(|(name, of)| {
        let decides = stage.stage == of;
        let by_total = (decides && of == Stage::Few).then(|| el("p").child(words.few_by_total));
        line(
            context,
            name.to_owned(),
            (decides, decides),
            by_total.into_nodes(),
        )
    });
    let cards =
        (outcome.result.wording == Wording::Cards).then(|| el("p").child(words.cards_first));
    (
        cards_grounds(context, outcome),
        (el("p").child(words.list), cards),
        el("ol")
            .class("rc-reasons")
            .child(by_use)
            .child(areas)
            .child(rest),
        counting(context),
        limits(context),
    )
        .into_nodes()
}

fn stage_of(area: Area) -> Stage {
    match area {
        Area::Emotional => Stage::Emotional,
        Area::Mental => Stage::Mental,
        Area::Physical => Stage::Physical,
    }
}

/// One line of the decision list; the pair says whether it fits, and whether it decided.
fn line(context: Context, name: String, fits: (bool, bool), grounds: Nodes) -> El {
    let words = &context.words.later().why;
    let verdict = match fits {
        (_, true) => words.decides,
        (true, false) => words.fits_too,
        (false, false) => words.does_not_fit,
    };
    el("li").class("rc-reason").child(
        el("div")
            .child(
                el("p")
                    .child(el("strong").child(name).child(". "))
                    .child(verdict),
            )
            .child(grounds),
    )
}

fn use_grounds(context: Context, outcome: &Outcome) -> Nodes {
    let words = &context.words.later().why;
    let told = match outcome.result.stage.use_report {
        UseReport::Unknown => {
            return el("p")
                .child(context.words.later().result.use_unknown)
                .into_nodes();
        }
        UseReport::None => (words.not_used, None),
        UseReport::Lapse | UseReport::Repeated => {
            (words.used, Some(gate_answer(context, outcome, Gate::U2)))
        }
        UseReport::Unspecified => (words.used, None),
    };
    let is_use = outcome.result.stage.stage == Stage::Use;
    (
        el("p").child(told.0),
        gate_answer(context, outcome, Gate::U1),
        told.1,
        is_use.then(|| el("p").child(words.used_else)),
    )
        .into_nodes()
}

fn area_grounds(context: Context, outcome: &Outcome, area: Area) -> Nodes {
    let words = &context.words.later().why;
    let check_in = &outcome.check_in;
    let names = [
        context.words.later().result.few_signs,
        context.words.later().result.stands_out,
    ];
    let cut = [stage::cut(area)];
    let alone = stage::counts_alone(&check_in.answers, &check_in.gates, area);
    let score = outcome.result.scores.area(area);
    let mut by_number = false;
    let told = match score {
        Some(score) => {
            let mut among = score.among(&cut);
            by_number = among.step > 0;
            if alone {
                (among.more, among.fewer) = (None, None);
            }
            grounds(context, score, (&cut, &names), among)
        }
        None => unknown_area(context, outcome, area),
    };
    let gates = check_in.gates.effective();
    let next_day = (area == Area::Physical && gates.may_use_next_day()).then(|| {
        let counts = usize::from(stage::next_day_is_key(&gates));
        (
            el("p").child([words.next_day_fits, words.next_day][counts]),
            gate_answer(context, outcome, Gate::U5),
        )
    });
    let by_key = alone.then(|| {
        el("p")
            .child(words.alone)
            .child((!by_number).then_some((" ", words.alone_else)))
    });
    let answers = answers_behind(context.words, check_in, area.items());
    (el("p").child(told), next_day, by_key, answers).into_nodes()
}

fn unknown_area(context: Context, outcome: &Outcome, area: Area) -> String {
    let answers = &outcome.check_in.answers;
    let is_answered = |&&item: &&Item| answers.value(item).is_some();
    let answered = area.items().iter().filter(is_answered).count();
    let more = 3_usize.saturating_sub(answered);
    (context.words.later().why.area_unknown)(&answered.to_string(), &more.to_string())
}

/// The answers that due cards of A1 to A4 come from.
fn cards_grounds(context: Context, outcome: &Outcome) -> Nodes {
    let due = outcome.result.cards;
    let effective = outcome.check_in.gates.effective();
    let answers = Gate::ALL
        .into_iter()
        .filter(|gate| due.iter().any(|card| card.gates().contains(gate)))
        .filter(|&gate| effective.codes(gate).given().is_some())
        .map(|gate| gate_answer(context, outcome, gate))
        .collect_nodes();
    if answers.is_empty() {
        return answers;
    }
    (el("p").child(context.words.later().why.cards_from), answers).into_nodes()
}

fn gate_answer(context: Context, outcome: &Outcome, gate: Gate) -> El {
    let words = &context.words.question;
    let codes = outcome
        .check_in
        .gates
        .codes(gate)
        .given()
        .unwrap_or_default();
    let answers: Vec<_> = GateOption::of(gate)
        .into_iter()
        .filter(|(code, _)| codes.contains(code))
        .map(|(_, option)| (words.gate_option)(option))
        .collect();
    el("p")
        .class("rc-quote")
        .child(el("span").child((words.gate)(gate).question))
        .child(" ")
        .child(
            el("span")
                .class("rc-quote__answer")
                .child(answers.join(", ")),
        )
}

/// Every factor with its grounds and the answers behind it, and how the named ones are chosen.
pub fn why_factors(context: Context, outcome: &Outcome) -> Nodes {
    let words = &context.words.later().why;
    let rows = Factor::ALL.map(|factor| {
        let name = (context.words.later().result.factor)(factor).title;
        let score = outcome.result.scores.factor(factor);
        let told = factor_grounds(context, outcome, factor);
        scale(
            context,
            outcome,
            (name, Some(factor.code()), factor.items()),
            score,
            told,
        )
    });
    let rule = (words.factors)(&factors::CUT.written());
    (
        el("p").child(rule),
        rows,
        counting(context),
        limits(context),
    )
        .into_nodes()
}

fn factor_grounds(context: Context, outcome: &Outcome, factor: Factor) -> String {
    let words = &context.words.later().why;
    let (result, pick) = (&outcome.result, outcome.check_in.pick);
    let Some(score) = result.scores.factor(factor) else {
        return words.factor_unknown.to_owned();
    };
    let cut = [factors::CUT];
    let mut among = score.among(&cut);
    let more = factors::points_to_be_named(&result.scores, &result.ranked, factor);
    among.more = more.map(|points| (points, 1));
    let is_out = among.step > 0 && !result.ranked.contains(&factor);
    let last = if pick == Some(factor) {
        (among.more, among.fewer) = (None, None);
        Some(words.picked)
    } else {
        if is_out {
            among.fewer = None;
        }
        is_out.then_some(words.three_before)
    };
    let told = grounds(
        context,
        score,
        (&cut, &[words.not_named, words.named]),
        among,
    );
    match last {
        Some(last) => told + " " + last,
        None => told,
    }
}

/// Every domain with its grounds and the answers behind it, and how the four come together.
pub fn why_wellness(context: Context, outcome: &Outcome) -> Nodes {
    let words = &context.words.later().why;
    let names = Band::ALL.map(|band| (context.words.later().result.band)(band));
    let scores = &outcome.result.scores;
    let rows = Domain::ALL.map(|domain| {
        let name = (context.words.later().result.domain)(domain);
        let score = scores.domain(domain);
        let told = score.map_or_else(
            || words.domain_unknown.to_owned(),
            |score| {
                grounds(
                    context,
                    score,
                    (&Band::CUTS, &names),
                    score.among(&Band::CUTS),
                )
            },
        );
        scale(context, outcome, (name, None, domain.items()), score, told)
    });
    let known = Domain::ALL
        .into_iter()
        .filter_map(|domain| scores.domain(domain));
    let numbers: Vec<_> = known.map(|score| score.shown().to_string()).collect();
    let overall = match scores.overall() {
        Some(_) => (words.overall)(&numbers.join(", ")),
        None => words.overall_unknown.to_owned(),
    };
    (
        rows,
        el("p").child(overall),
        counting(context),
        limits(context),
    )
        .into_nodes()
}

/// A scale by its name, its code and its items, with what was found.
fn scale(
    context: Context,
    outcome: &Outcome,
    (name, code, items): (&'static str, Option<&'static str>, &'static [Item]),
    score: Option<Score>,
    told: String,
) -> El {
    el("div")
        .attr("data-scale", code)
        .attr("data-shown", code.and(score).map(Score::shown))
        .child(el("h3").child(name))
        .child(el("p").class("rc-small").child(told))
        .child(answers_behind(context.words, &outcome.check_in, items))
}

/// What each answer counts.
fn counting(context: Context) -> El {
    el("p")
        .class("rc-soft rc-small")
        .child(context.words.later().why.counting)
}

/// What none of it can tell.
fn limits(context: Context) -> El {
    let words = &context.words.later().why;
    el("p")
        .class("rc-soft rc-small")
        .child(words.by_hand)
        .child(" ")
        .child(words.not_all)
}
