//! The total sign load over time, in words, as a chart and as a table.

use super::history_over::{Over, more_rows};
use super::history_signs_chart::chart;
use crate::domain::change::{Change, Rescored, Scale, Sureness};
use crate::domain::history::Moment;
use crate::domain::scoring::Level;
use crate::ui::components::icon::Icon;
use crate::ui::components::notice::notice;
use crate::ui::components::table::{row, table};
use crate::ui::components::views::views;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// Draws the card.
pub fn signs_card(over: &Over) -> El {
    let words = &over.context.words.later().history;
    let heading = (
        el("h2").attr("id", "signs").child(words.signs.title),
        el("p").class("rc-soft rc-small").child(words.signs.text),
    );
    let table = {
        let over = over.clone();
        move || signs_table(&over)
    };
    let after = (over.history.moments.len() > 1).then(|| since(over));
    views(
        over.context.words,
        "signs",
        heading,
        chart(over),
        over.tables,
        table,
        after,
    )
}

/// What changed since the check-in that the latest one is compared with.
fn since(over: &Over) -> Option<El> {
    let words = &over.context.words.later().history;
    let now = over.history.moments.last()?;
    let earlier = now.earlier.map(|at| &over.history.moments[at]);
    let change = over.history.changes(now).and_then(|changes| changes.total);
    let told = match (earlier, change) {
        (Some(earlier), Some(change)) => told(over, earlier, now, change),
        (Some(_), None) => words.not_both.into_nodes(),
        (None, _) => words.no_change_yet.into_nodes(),
    };
    Some(notice(Icon::SWAP, told))
}

fn told(over: &Over, earlier: &Moment, now: &Moment, change: Change) -> Nodes {
    let words = &over.context.words.later().history;
    let none = over.context.words.later().result.change_none;
    let said = change.choose(none, words.fewer, words.more);
    let date = over.context.write_day(earlier.day());
    // Numbers only where they are those of the chart: a change counts the lines answered both times.
    let both = Rescored::of(&earlier.check_in.answers, &now.check_in.answers);
    let [before, after] = [(earlier, &both.before), (now, &both.after)].map(|(moment, scores)| {
        let total = moment
            .scores
            .total()
            .filter(|_| moment.scores.total() == scores.total());
        total.map(|total| total.shown().to_string())
    });
    let numbers = before
        .zip(after)
        .map(|(before, after)| (words.then_and_now)(&before, &after));
    let hidden = both
        .hidden_distance(Scale::Total)
        .filter(|_| numbers.is_some());
    let apart = hidden.map(|distance| (words.before_rounding)(&distance.written()));
    let maybe = [
        Change::Higher(Sureness::Maybe),
        Change::Lower(Sureness::Maybe),
    ]
    .contains(&change)
    .then(|| (words.maybe_below)(&Scale::Total.least().clear.written()));
    let rest = [numbers, apart, maybe].into_iter().flatten();
    (
        el("strong").child((words.since)(&date, said)),
        rest.map(|told| (" ", told)).collect_nodes(),
    )
        .into_nodes()
}

fn signs_table(over: &Over) -> Nodes {
    let context = over.context;
    let (words, result) = (
        &context.words.later().history,
        &context.words.later().result,
    );
    let (rows, of) = over.rows(|moment| {
        let signs = moment.scores.total().map_or_else(
            || result.not_known.to_owned(),
            |total| {
                let level = (result.level)(Level::of(total)).text;
                let partial = total.is_partial().then(|| " ".to_owned() + words.partial);
                format!(
                    "{}, {}{}",
                    total.shown(),
                    level,
                    partial.unwrap_or_default()
                )
            },
        );
        let changes = over.history.changes(moment);
        let change = match changes.map(|changes| changes.total) {
            Some(Some(change)) => change.choose(result.change_none, words.fewer, words.more),
            Some(None) => result.not_known,
            None if over.history.moments.first() == Some(moment) => words.first,
            None => words.too_near,
        };
        row(context.write_day(moment.day()), [signs, change.to_owned()])
    });
    let heads = [words.date, words.signs_column, words.change_column];
    (
        table(over.caption(words.signs.title, of), &heads, rows),
        more_rows(over),
    )
        .into_nodes()
}
