//! What changed between two check-ins, in words: more or fewer signs, more or less strain, growth or dip.
//! Never "better" or "worse".

use super::outcome::Outcome;
use crate::domain::change::{Change, Changes, Rescored, Scale};
use crate::domain::check_in::{CheckIn, Comparison};
use crate::domain::scoring::Score;
use crate::i18n::{ResultWords, Words};
use crate::ui::components::more::more;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// What changed since an earlier check-in, in words; for the full result with factors and wellness.
pub fn changes(context: Context, outcome: &Outcome, full: bool) -> Option<El> {
    let words = &context.words.later().result;
    let (last, body) = match &outcome.comparison {
        Comparison::First => return None,
        Comparison::NotYet { last } => {
            let date = context.write_day(*last);
            (
                *last,
                el("p").child((words.change_wait)(&date)).into_nodes(),
            )
        }
        Comparison::With { earlier, changes } => {
            let pair = Pair::new(earlier, &outcome.check_in, *changes);
            let said = Said::since_last_time(context.words);
            (earlier.begun.day, change_list(context, &pair, full, &said))
        }
    };
    let card = el("section")
        .class("rc-card")
        .attr("aria-labelledby", "change")
        .child(
            el("h2")
                .attr("id", "change")
                .child((words.change_title)(&context.write_day(last))),
        )
        .child(body);
    Some(card)
}

/// The words for a change, which depend on what is compared with what.
pub struct Said {
    total: &'static str,
    signs: [[&'static str; 2]; 2],
    strain: [[&'static str; 2]; 2],
}

impl Said {
    /// For a check-in beside the last one far enough back.
    pub fn since_last_time(words: &Words) -> Self {
        let words = &words.later().result;
        Self {
            total: words.total,
            signs: [words.fewer, words.more],
            strain: [words.less_strain, words.more_strain],
        }
    }

    /// For any two.
    pub fn of_two(words: &Words) -> Self {
        let words = &words.later().history;
        Self {
            total: words.signs.title,
            signs: [words.fewer, words.more],
            strain: [words.less_strain, words.more_strain],
        }
    }
}

/// The change between two check-ins, with the scores it rests on.
pub struct Pair {
    changes: Changes,
    scores: Rescored,
}

impl Pair {
    /// Of two check-ins and the change between them.
    pub fn new(earlier: &CheckIn, later: &CheckIn, changes: Changes) -> Self {
        Self {
            changes,
            scores: Rescored::of(&earlier.answers, &later.answers),
        }
    }
}

/// One line a scale that changed and one for each mean, with the grounds of all.
pub fn change_list(context: Context, pair: &Pair, full: bool, said: &Said) -> Nodes {
    let words = &context.words.later().result;
    let scales =
        || Scale::all().filter(|scale| full || matches!(scale, Scale::Total | Scale::Area(_)));
    let lines = scales()
        .filter_map(|scale| {
            let change = pair.changes.on(scale)?;
            let always = matches!(scale, Scale::Total | Scale::Overall);
            let is_told = always || change != Change::None;
            is_told.then(|| el("li").child(change_line(words, said, scale, change)))
        })
        .collect_nodes();
    let lines = if lines.is_empty() {
        el("p").child(words.change_too_few)
    } else {
        el("ul").class("rc-bullets").child(lines)
    };
    let basis = el("p").class("rc-soft rc-small rc-measure");
    let grounds = scales()
        .filter_map(|scale| grounds(context, pair, said, scale))
        .collect_nodes();
    let why = (!grounds.is_empty()).then(|| {
        let limits = el("p")
            .class("rc-soft rc-small")
            .child(context.words.later().why.by_hand);
        more(context.words.later().why.change_title, (grounds, limits))
    });
    (lines, basis.child(words.change_basis), why).into_nodes()
}

fn change_line(words: &ResultWords, of: &Said, scale: Scale, change: Change) -> String {
    let name = match scale {
        Scale::Total => of.total,
        other => words.scale(other),
    };
    let [lower, higher] = match scale {
        Scale::Total | Scale::Area(_) => of.signs,
        Scale::Factor(_) => of.strain,
        Scale::Domain(_) | Scale::Overall => [words.dip, words.growth],
    };
    (words.change_line)(name, change.choose(words.change_none, lower, higher))
}

/// The two numbers on the lines answered both times, how far they lie apart, and from where on that is named.
fn grounds(context: Context, pair: &Pair, said: &Said, scale: Scale) -> Option<El> {
    let words = &context.words.later().why;
    let change = pair.changes.on(scale)?;
    let of = |scores| scale.score(scores);
    let (before, after) = (of(&pair.scores.before)?, of(&pair.scores.after)?);
    let distance = before.value().distance(after.value()).written();
    let [before, after] = [before, after]
        .map(Score::shown)
        .map(|shown| shown.to_string());
    let least = scale.least();
    let told = [
        change_line(&context.words.later().result, said, scale, change) + ".",
        (words.change)(&before, &after, &distance),
        (words.change_least)(&least.maybe.written(), &least.clear.written()),
    ];
    Some(el("p").class("rc-small").child(told.join(" ")))
}
