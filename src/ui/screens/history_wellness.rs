//! What holds the person up over time: a small chart a domain, with where it stands now and its change in words.

use super::history_over::{Over, more_rows};
use crate::domain::history::Moment;
use crate::domain::instrument::Domain;
use crate::domain::wellness::Band;
use crate::ui::components::chart::{Mark, class_for, grid, line, stretched};
use crate::ui::components::scale::written;
use crate::ui::components::table::{row, table};
use crate::ui::components::views::views;
use crate::ui::element::{El, IntoNodes, Nodes, el};

/// Draws the card; none where no domain was ever answered.
pub fn wellness_card(over: &Over) -> Option<El> {
    let words = over.context.words;
    let is_known = |&domain: &Domain| over.history.last_known(domain).is_some();
    if !Domain::ALL.iter().any(is_known) {
        return None;
    }
    let heading = (
        el("h2")
            .attr("id", "well")
            .child(words.later().result.wellness_title),
        el("p")
            .class("rc-soft rc-small")
            .child(words.later().history.wellness_hint),
    );
    let minis = Domain::ALL.map(|domain| mini(over, domain));
    let table = {
        let over = over.clone();
        move || wellness_table(&over)
    };
    let chart = el("ul").class("rc-minis").child(minis);
    Some(views(words, "well", heading, chart, over.tables, table, ()))
}

fn mini(over: &Over, domain: Domain) -> El {
    let words = over.context.words;
    let name = (words.later().result.domain)(domain);
    let Some((latest, score)) = over.history.last_known(domain) else {
        return el("li")
            .child(el("p").class("rc-domain__name").child(name))
            .child(
                el("p")
                    .class("rc-soft rc-small")
                    .child(words.later().history.left_out),
            );
    };
    let known = over.history.moments.iter().filter_map(|moment| {
        let score = moment.scores.domain(domain)?;
        Some(Mark::new(&over.history, moment, score.value()))
    });
    let marks: Vec<Mark> = known.collect();
    let label =
        (words.later().history.mini)(name, &marks.len().to_string(), &score.shown().to_string());
    let cuts = Band::CUTS.map(|cut| grid(written(10_000 - 100 * cut.num())));
    let square = marks.last().map(|mark| {
        el("rect")
            .class("rc-domain__mark")
            .attr("x", written(mark.x))
            .attr("y", written(mark.y))
            .attr("width", "13")
            .attr("height", "13")
            .attr("rx", "2.5")
            .attr("transform", "translate(-6.5 -6.5)")
    });
    let plot = el("svg")
        .class("rc-mini__plot")
        .attr("width", "100%")
        .attr("height", "72")
        .attr("role", "img")
        .attr("aria-label", label)
        .child(cuts)
        .child(stretched(line(
            &marks,
            "rc-chart__line rc-chart__line--well",
        )))
        .child(square);
    el("li")
        .class(class_for(marks.len()))
        .child(
            el("p")
                .class("rc-domain__name")
                .child(el("span").child(name))
                .child(" ")
                .child(
                    el("span")
                        .class("rc-domain__word")
                        .child((words.later().result.band)(Band::of(score))),
                ),
        )
        .child(plot)
        .child(
            el("p")
                .class("rc-soft rc-small")
                .child(change(over, latest, domain)),
        )
}

/// The change of a domain at the last moment it is known, with that day where it is not the latest.
fn change(over: &Over, at: &Moment, domain: Domain) -> String {
    let words = over.context.words;
    let earlier = at.earlier.map(|at| &over.history.moments[at]);
    let changes = over
        .history
        .changes(at)
        .and_then(|changes| changes.domain(domain));
    let told = match (earlier, changes) {
        (Some(earlier), Some(change)) => {
            let result = &words.later().result;
            let said = change.choose(result.change_none, result.dip, result.growth);
            (words.later().history.since)(&over.context.write_day(earlier.day()), said)
        }
        (Some(_), None) => words.later().history.not_both.to_owned(),
        (None, _) => words.later().history.no_change_yet.to_owned(),
    };
    if over.history.moments.last() == Some(at) {
        told
    } else {
        over.context.write_day(at.day()) + ". " + &told
    }
}

fn wellness_table(over: &Over) -> Nodes {
    let context = over.context;
    let words = &context.words.later().history;
    let (rows, of) = over.rows(|moment| {
        let number = |domain| {
            let score = moment.scores.domain(domain);
            score.map_or_else(|| "–".to_owned(), |score| score.shown().to_string())
        };
        row(context.write_day(moment.day()), Domain::ALL.map(number))
    });
    let mut heads = vec![words.date];
    heads.extend(Domain::ALL.map(context.words.later().result.domain));
    let title = context.words.later().result.wellness_title;
    (
        table(over.caption(title, of), &heads, rows),
        more_rows(over),
    )
        .into_nodes()
}
