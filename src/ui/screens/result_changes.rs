//! What changed since an earlier check-in, in words: more or fewer signs, more or less strain, growth or dip.
//! Never "better" or "worse".

use super::outcome::Outcome;
use crate::domain::change::{Change, Sureness};
use crate::domain::check_in::Comparison;
use crate::domain::instrument::{Area, Domain, Factor};
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, el};

/// What changed since an earlier check-in, in words; for the full result with factors and wellness.
pub fn changes(context: Context, outcome: &Outcome, full: bool) -> Option<El> {
    let words = &context.words.result;
    let (title, body) = match outcome.comparison {
        Comparison::First => return None,
        Comparison::NotYet { last } => {
            let date = context.write_day(last);
            (
                (words.change_title)(&date),
                el("p").child((words.change_wait)(&date)).into_nodes(),
            )
        }
        Comparison::With { earlier, .. } => {
            let lines = change_lines(context, outcome, full);
            let lines = if lines.is_empty() {
                el("p").child(words.change_too_few)
            } else {
                let items = lines.into_iter().map(|line| el("li").child(line));
                el("ul").class("rc-bullets").child(items.collect_nodes())
            };
            let body = (
                lines,
                el("p")
                    .class("rc-soft rc-small rc-measure")
                    .child(words.change_basis),
            );
            (
                (words.change_title)(&context.write_day(earlier.begun.day)),
                body.into_nodes(),
            )
        }
    };
    let card = el("section")
        .class("rc-card")
        .attr("aria-labelledby", "change")
        .child(el("h2").attr("id", "change").child(title))
        .child(body);
    Some(card)
}

/// The words for "maybe" and for "clear".
type Pair = [&'static str; 2];

/// One line a scale that can be compared: always for the total, else where something changed.
fn change_lines(context: Context, outcome: &Outcome, full: bool) -> Vec<String> {
    let words = &context.words.result;
    let Comparison::With { changes, .. } = outcome.comparison else {
        return Vec::new();
    };
    let say = |scale: &str, change: Option<Change>, lower: Pair, higher: Pair, always: bool| {
        let said = match change? {
            Change::None if always => words.change_none,
            Change::None => return None,
            Change::Lower(sureness) => lower[usize::from(sureness == Sureness::Clear)],
            Change::Higher(sureness) => higher[usize::from(sureness == Sureness::Clear)],
        };
        Some((words.change_line)(scale, said))
    };
    let mut lines = vec![say(
        words.total,
        changes.total,
        words.fewer,
        words.more,
        true,
    )];
    lines.extend(Area::ALL.map(|area| {
        say(
            (words.area)(area),
            changes.area(area),
            words.fewer,
            words.more,
            false,
        )
    }));
    if full {
        lines.extend(Factor::ALL.map(|factor| {
            let name = (words.factor)(factor).title;
            say(
                name,
                changes.factor(factor),
                words.less_strain,
                words.more_strain,
                false,
            )
        }));
        lines.extend(Domain::ALL.map(|domain| {
            say(
                (words.domain)(domain),
                changes.domain(domain),
                words.dip,
                words.growth,
                false,
            )
        }));
        lines.push(say(
            words.overall,
            changes.overall,
            words.dip,
            words.growth,
            true,
        ));
    }
    lines.into_iter().flatten().collect()
}
