//! The total sign load over time, in words, as a chart and as a table.

use super::history_over::{Over, dates, more_rows};
use super::result_changes::said;
use crate::domain::change::{Change, Scale, Sureness};
use crate::domain::history::Moment;
use crate::domain::scoring::{Level, Score};
use crate::ui::components::chart::{Mark, all_dots, class_for, diamonds, key, line, stretched};
use crate::ui::components::icon::Icon;
use crate::ui::components::notice::notice;
use crate::ui::components::scale::written;
use crate::ui::components::table::{row, table};
use crate::ui::components::views::views;
use crate::ui::element::{El, IntoNodes, Nodes, el};

/// Draws the card.
pub fn signs_card(over: &Over) -> El {
    let words = &over.context.words.history;
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
    let words = &over.context.words.history;
    let now = over.history.moments.last()?;
    let told = over
        .history
        .changes(now)
        .zip(now.earlier)
        .and_then(|(changes, at)| {
            let change = changes.total?;
            let before = &over.history.moments[at];
            let said = said(
                change,
                over.context.words.result.change_none,
                words.fewer,
                words.more,
            );
            let date = over.context.write_day(before.day());
            // Numbers only where they are those of the chart: a change counts the lines answered both times.
            let pair =
                |moment: &Moment, on| Some(moment.scores.total()).filter(|&shown| shown == on)?;
            let numbers =
                pair(before, changes.before.total()).zip(pair(now, changes.after.total()));
            let numbers = numbers.map(|(before, after)| {
                let [before, after] = [before, after].map(|score: Score| score.shown().to_string());
                (" ", (words.then_and_now)(&before, &after))
            });
            let is_maybe = matches!(
                change,
                Change::Higher(Sureness::Maybe) | Change::Lower(Sureness::Maybe)
            );
            let maybe = is_maybe.then(|| {
                (
                    " ",
                    (words.maybe_below)(&Scale::Total.least().clear.written()),
                )
            });
            let said = el("strong").child((words.since)(&date, said));
            Some((said, numbers, maybe).into_nodes())
        });
    let told = told.unwrap_or_else(|| words.no_change_yet.into_nodes());
    Some(notice(Icon::SWAP, told))
}

fn chart(over: &Over) -> Nodes {
    let words = &over.context.words.history;
    let history = &over.history;
    let known: Vec<(&Moment, Score, Mark)> = history
        .moments
        .iter()
        .filter_map(|moment| {
            let total = moment.scores.total()?;
            let mark = Mark {
                partial: total.is_partial(),
                ..Mark::new(history, moment, total.value())
            };
            Some((moment, total, mark))
        })
        .collect();
    let Some(&(last, latest, last_mark)) = known.last() else {
        return el("p")
            .child(over.context.words.result.not_known)
            .into_nodes();
    };
    let marks: Vec<Mark> = known.iter().map(|&(.., mark)| mark).collect();
    // The first of the lowest and of the highest.
    let low = known.iter().rev().min_by_key(|(_, score, _)| score.value());
    let high = known.iter().rev().max_by_key(|(_, score, _)| score.value());
    let ends_now = history.moments.last() == Some(last);
    let label = (words.signs_chart)(&known.len().to_string(), &latest.shown().to_string());
    let grid = ["0", "50%", "75%"].map(|y| {
        el("line")
            .class("rc-chart__grid")
            .attr("x2", "100%")
            .attr("y1", y)
            .attr("y2", y)
    });
    let at_last = known.len() - 1;
    let place = |of: Option<&(&Moment, Score, Mark)>| {
        known
            .iter()
            .position(|(moment, ..)| of.is_some_and(|(own, ..)| own == moment))
    };
    let mut taken: Vec<u32> = Vec::new();
    let mut numbers = Vec::new();
    for at in [Some(at_last), place(high), place(low), Some(0)]
        .into_iter()
        .flatten()
    {
        let (_, score, mark) = known[at];
        if taken.iter().all(|x| x.abs_diff(mark.x) > 900) {
            taken.push(mark.x);
            // On the side that the line does not come from.
            let beside = [at.wrapping_sub(1), at + 1].map(|at| marks.get(at).map(|mark| mark.y));
            let is_peak = beside.into_iter().flatten().all(|y| y >= mark.y);
            numbers.push(number(score, mark, is_peak, at == at_last));
        }
    }
    let plot = el("svg")
        .class("rc-chart__plot")
        .attr("role", "img")
        .attr("aria-label", label)
        .child(grid)
        .child(
            el("line")
                .class("rc-chart__grid rc-chart__grid--base")
                .attr("x2", "100%")
                .attr("y1", "100%")
                .attr("y2", "100%"),
        )
        .child(stretched((
            area(&marks, last_mark),
            line(&marks, "rc-chart__line"),
            all_dots(&marks, ends_now),
        )))
        .child(diamonds(&marks))
        .child(numbers)
        .child(dates(over));
    let zones = [2, 1, 0].map(|at| {
        el("span")
            .class("rc-chart__zone")
            .child((over.context.words.result.level)(Level::ALL[at]).title)
            .child(
                el("span")
                    .class("rc-chart__range")
                    .child(" ")
                    .child(words.ranges[at]),
            )
    });
    let spoken =
        low.zip(high)
            .filter(|_| known.len() > 1)
            .map(|((at_low, low, _), (at_high, high, _))| {
                let [on_low, on_high] =
                    [at_low, at_high].map(|moment| over.context.write_day(moment.day()));
                let told = (words.lowest_and_highest)(
                    &low.shown().to_string(),
                    &on_low,
                    &high.shown().to_string(),
                    &on_high,
                );
                el("p").class("rc-soft rc-small").child(told)
            });
    let entries = [
        (
            marks.iter().any(|mark| !mark.used),
            "dot",
            words.one_check_in,
        ),
        (
            marks.iter().any(|mark| mark.partial && !mark.used),
            "hole",
            words.some_skipped,
        ),
        (ends_now, "now", words.latest),
        (marks.iter().any(|mark| mark.used), "use", words.use_mark),
    ];
    (
        el("figure")
            .class(class_for(known.len()))
            .child(
                el("div")
                    .class("rc-chart__frame")
                    .child(
                        el("div")
                            .class("rc-chart__zones")
                            .attr("aria-hidden", "true")
                            .child(zones),
                    )
                    .child(el("div").class("rc-chart__box").child(plot)),
            )
            .child(key(entries)),
        spoken,
    )
        .into_nodes()
}

/// The ground under the line.
fn area(marks: &[Mark], last: Mark) -> El {
    let first = marks.first().unwrap_or(&last).x;
    let mut points = format!("{first},10000 ");
    for mark in marks {
        points += &format!("{},{} ", mark.x, mark.y);
    }
    points += &format!("{},10000", last.x);
    el("polygon").class("rc-chart__area").attr("points", points)
}

/// A number at its mark: over a peak, and where there is no room under it.
fn number(score: Score, mark: Mark, is_peak: bool, is_last: bool) -> El {
    let class = if is_last {
        "rc-chart__text rc-chart__text--strong"
    } else {
        "rc-chart__text"
    };
    let is_over = is_peak || mark.y > 8_500;
    el("text")
        .class(class)
        .attr("x", written(mark.x))
        .attr("y", written(mark.y))
        .attr("dy", if is_over { "-0.9em" } else { "1.7em" })
        .attr("text-anchor", "middle")
        .child(score.shown().to_string())
}

fn signs_table(over: &Over) -> Nodes {
    let context = over.context;
    let (words, result) = (&context.words.history, &context.words.result);
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
            Some(Some(change)) => said(change, result.change_none, words.fewer, words.more),
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
