//! What stood out over time: a mark on a named row for each check-in. Rows are no ladder, so no line joins them.

use super::history_over::{Over, dates, more_rows};
use crate::domain::history::Moment;
use crate::domain::stage::Stage;
use crate::ui::components::chart::{
    Mark, across, all_dots, class_for, diamonds, grid, key, stretched,
};
use crate::ui::components::scale::written;
use crate::ui::components::table::{row, table};
use crate::ui::components::views::views;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// The rows, nearest to use on top; the last only where it comes up.
const ROWS: [Stage; 6] = [
    Stage::Use,
    Stage::Physical,
    Stage::Mental,
    Stage::Emotional,
    Stage::Few,
    Stage::Unclear,
];

/// Draws the card.
pub fn stages_card(over: &Over) -> El {
    let words = &over.context.words.later().history;
    let heading = (
        el("h2").attr("id", "stages").child(words.stages.title),
        el("p").class("rc-soft rc-small").child(words.stages.text),
    );
    let table = {
        let over = over.clone();
        move || stages_table(&over)
    };
    views(
        over.context.words,
        "stages",
        heading,
        chart(over),
        over.tables,
        table,
        (),
    )
}

fn chart(over: &Over) -> Nodes {
    let words = &over.context.words.later().history;
    let moments = &over.history.moments;
    let Some(latest) = moments.last() else {
        return Vec::new();
    };
    let has_unclear = moments
        .iter()
        .any(|moment| moment.stage.stage == Stage::Unclear);
    let rows = if has_unclear { &ROWS[..] } else { &ROWS[..5] };
    let middle = |at: usize| {
        let half_rows = u32::try_from(2 * at + 1).unwrap_or(1);
        5_000 * half_rows / u32::try_from(rows.len()).unwrap_or(1)
    };
    let mark = |moment: &Moment| Mark {
        x: across(&over.history, moment),
        y: middle(
            rows.iter()
                .position(|&row| row == moment.stage.stage)
                .unwrap_or(0),
        ),
        partial: false,
        used: moment.is_return_to_use(),
    };
    let marks: Vec<Mark> = moments.iter().map(mark).collect();
    let lines = (0..rows.len()).map(|at| grid(written(middle(at))));
    let names = rows
        .iter()
        .map(|&stage| el("span").child((words.stage)(stage)));
    let label = (words.stages_chart)(
        &moments.len().to_string(),
        (words.stage)(latest.stage.stage),
    );
    let plot = el("svg")
        .class("rc-chart__plot")
        .attr("role", "img")
        .attr("aria-label", label)
        .child(lines.collect_nodes())
        .child(stretched(all_dots(&marks, true)))
        .child(diamonds(&marks))
        .child(dates(over));
    el("figure")
        .class(class_for(moments.len()))
        .child(
            el("div")
                .class("rc-chart__frame rc-chart__frame--rows")
                .child(
                    el("div")
                        .class("rc-chart__rows")
                        .attr("aria-hidden", "true")
                        .child(names.collect_nodes()),
                )
                .child(el("div").class("rc-chart__box").child(plot)),
        )
        .child(key(over.context.words, &marks, true))
        .into_nodes()
}

fn stages_table(over: &Over) -> Nodes {
    let context = over.context;
    let words = &context.words.later().history;
    let (rows, of) = over.rows(|moment| {
        let also: Vec<_> = moment
            .stage
            .also()
            .map(context.words.later().result.area)
            .collect();
        let stage = (words.stage)(moment.stage.stage).to_owned();
        row(context.write_day(moment.day()), [stage, also.join(", ")])
    });
    let heads = [words.date, words.stage_column, words.also_column];
    (
        table(over.caption(words.stages.title, of), &heads, rows),
        more_rows(over),
    )
        .into_nodes()
}
