//! The chart of the total sign load: a straight line from check-in to check-in over named zones.

use super::history_over::{Over, dates};
use crate::domain::date::Day;
use crate::domain::scoring::{Level, Score};
use crate::ui::components::chart::{
    Mark, all_dots, class_for, diamonds, grid, key, line, path, stretched,
};
use crate::ui::components::scale::written;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// The check-ins whose total is known.
struct Known {
    marks: Vec<Mark>,
    totals: Vec<(Score, Day)>,
    /// True where the last of them is the latest of all.
    ends_now: bool,
}

impl Known {
    fn of(over: &Over) -> Self {
        let mut known = Self {
            marks: Vec::new(),
            totals: Vec::new(),
            ends_now: false,
        };
        for moment in &over.history.moments {
            let total = moment.scores.total();
            known.ends_now = total.is_some();
            if let Some(total) = total {
                known.marks.push(Mark {
                    partial: total.is_partial(),
                    ..Mark::new(&over.history, moment, total.value())
                });
                known.totals.push((total, moment.day()));
            }
        }
        known
    }

    /// Where the first of the lowest and the first of the highest stand.
    fn lowest_and_highest(&self) -> [usize; 2] {
        let mut found = [0, 0];
        for (at, (total, _)) in self.totals.iter().enumerate() {
            let value = |at: usize| self.totals[at].0.value();
            if total.value() < value(found[0]) {
                found[0] = at;
            }
            if total.value() > value(found[1]) {
                found[1] = at;
            }
        }
        found
    }
}

/// Draws the chart, with its key and its ends in words.
pub fn chart(over: &Over) -> Nodes {
    let words = over.context.words;
    let known = Known::of(over);
    let Some((latest, _)) = known.totals.last() else {
        return el("p").child(words.later().result.not_known).into_nodes();
    };
    let zones = [2, 1, 0].map(|at| {
        let range = el("span")
            .class("rc-chart__range")
            .child(" ")
            .child(words.later().history.ranges[at]);
        el("span")
            .class("rc-chart__zone")
            .child((words.later().result.level)(Level::ALL[at]).title)
            .child(range)
    });
    let label = (words.later().history.signs_chart)(
        &known.totals.len().to_string(),
        &latest.shown().to_string(),
    );
    let plot = el("svg")
        .class("rc-chart__plot")
        .attr("role", "img")
        .attr("aria-label", label)
        .child(["0", "50%", "75%", "100%"].map(|y| grid(y.to_owned())))
        .child(stretched((
            area(&known.marks),
            line(&known.marks, "rc-chart__line"),
            all_dots(&known.marks, known.ends_now),
        )))
        .child(diamonds(&known.marks))
        .child(numbers(&known))
        .child(dates(over));
    let frame = el("div")
        .class("rc-chart__frame")
        .child(
            el("div")
                .class("rc-chart__zones")
                .attr("aria-hidden", "true")
                .child(zones),
        )
        .child(el("div").class("rc-chart__box").child(plot));
    (
        el("figure")
            .class(class_for(known.totals.len()))
            .child(frame)
            .child(key(over.context.words, &known.marks, known.ends_now)),
        ends(over, &known),
    )
        .into_nodes()
}

/// The lowest and the highest in words, for who does not read the chart.
fn ends(over: &Over, known: &Known) -> Option<El> {
    let [(low, low_day), (high, high_day)] = known.lowest_and_highest().map(|at| known.totals[at]);
    let [on_low, on_high] = [low_day, high_day].map(|day| over.context.write_day(day));
    let [low, high] = [low, high].map(|score| score.shown().to_string());
    let told =
        (over.context.words.later().history.lowest_and_highest)(&low, &on_low, &high, &on_high);
    (known.totals.len() > 1).then(|| el("p").class("rc-soft rc-small").child(told))
}

/// The ground under the line.
fn area(marks: &[Mark]) -> Option<El> {
    let (first, last) = (*marks.first()?, *marks.last()?);
    let down = |mark| Mark { y: 10_000, ..mark };
    let around = [down(first)];
    let after = [down(last)];
    let corners = around.iter().chain(marks).chain(&after);
    let points = path(corners, ["", ",", " "]);
    Some(el("polygon").class("rc-chart__area").attr("points", points))
}

/// Numbers at the latest, the highest, the lowest and the first, as far as there is room.
fn numbers(known: &Known) -> Nodes {
    const ROOM: u32 = 900;
    let last = known.marks.len() - 1;
    let [low, high] = known.lowest_and_highest();
    let mut taken: Vec<u32> = Vec::new();
    let mut numbers = Vec::new();
    for at in [last, high, low, 0] {
        let mark = known.marks[at];
        if taken.iter().all(|x| x.abs_diff(mark.x) > ROOM) {
            taken.push(mark.x);
            // On the side that the line does not come from.
            let beside = [at.wrapping_sub(1), at + 1].map(|at| known.marks.get(at));
            let is_peak = beside.into_iter().flatten().all(|other| other.y >= mark.y);
            let is_over = is_peak || mark.y > 8_500;
            let class = if at == last {
                "rc-chart__text rc-chart__text--strong"
            } else {
                "rc-chart__text"
            };
            numbers.push(
                el("text")
                    .class(class)
                    .attr("x", written(mark.x))
                    .attr("y", written(mark.y))
                    .attr("dy", if is_over { "-0.9em" } else { "1.7em" })
                    .attr("text-anchor", "middle")
                    .child(known.totals[at].0.shown().to_string()),
            );
        }
    }
    numbers.into_iter().collect_nodes()
}
