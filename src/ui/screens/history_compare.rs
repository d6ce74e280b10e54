//! Any two check-ins side by side, in words.

use super::history_over::{Over, ROWS};
use super::result_changes::{Pair, Said, change_list};
use crate::domain::change::Changes;
use crate::domain::history::Moment;
use crate::domain::instrument::VERSION;
use crate::platform::page::focus_soon;
use crate::ui::components::actions::button;
use crate::ui::components::ask_first::SMALL;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el, live};
use leptos::prelude::*;

/// Draws the card. Where there are very many, their days are listed only when asked for.
pub fn compare_card(over: &Over) -> El {
    let words = &over.context.words.later().history;
    let asked = RwSignal::new(over.history.moments.len() <= ROWS);
    let over = over.clone();
    let body = move || {
        if asked.get() {
            return choice(&over);
        }
        let label = over.context.words.later().history.choose_two;
        let choose = move || {
            asked.set(true);
            focus_soon("#compare-one".to_owned());
        };
        el("p")
            .child(button(SMALL, None, label, choose))
            .into_nodes()
    };
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "compare")
        .child(
            el("div")
                .child(el("h2").attr("id", "compare").child(words.compare.title))
                .child(
                    el("p")
                        .class("rc-soft rc-small rc-screen-only")
                        .child(words.compare.text),
                ),
        )
        .child(live(body))
}

fn choice(over: &Over) -> Nodes {
    let words = &over.context.words.later().history;
    let last = over.history.moments.len().saturating_sub(1);
    let before = over.history.moments[last].earlier.unwrap_or(0);
    let (one, other) = (RwSignal::new(before), RwSignal::new(last));
    let dates: Vec<(String, String)> = over
        .history
        .moments
        .iter()
        .enumerate()
        .rev()
        .map(|(at, moment)| (at.to_string(), over.context.write_day(moment.day())))
        .collect();
    let select = |id: &'static str, label, chosen: RwSignal<usize>| {
        let now = chosen.get_untracked().to_string();
        let options = dates.iter().map(|(at, date)| {
            el("option")
                .attr("value", at.clone())
                .attr("selected", *at == now)
                .child(date.clone())
        });
        el("p")
            .class("rc-field")
            .child(
                el("label")
                    .class("rc-field__label")
                    .attr("for", id)
                    .child(label),
            )
            .child(
                el("select")
                    .class("rc-select")
                    .attr("id", id)
                    .attr("autocomplete", "off")
                    .on("change", move |event| {
                        if let Ok(at) = event_target_value(&event).parse() {
                            chosen.set(at);
                        }
                    })
                    .child(options.collect_nodes()),
            )
    };
    let drawn = over.clone();
    let told = move || {
        let at = [one.get(), other.get()];
        if at[0] == at[1] {
            let words = &drawn.context.words.later().history;
            return Some(el("p").child(words.compare_same).into_nodes());
        }
        let of = |at: usize| drawn.history.moments.get(at);
        let (earlier, later) = (at.into_iter().min()?, at.into_iter().max()?);
        Some(side_by_side(&drawn, of(earlier)?, of(later)?))
    };
    (
        el("div")
            .class("rc-columns rc-screen-only")
            .child(select("compare-one", words.one_of_two, one))
            .child(select("compare-other", words.other_of_two, other)),
        el("div")
            .class("rc-stack")
            .attr("role", "status")
            .attr("id", "compared")
            .child(live(told)),
    )
        .into_nodes()
}

fn side_by_side(over: &Over, earlier: &Moment, later: &Moment) -> Nodes {
    let words = over.context.words;
    let [from, to] = [earlier, later].map(|moment| over.context.write_day(moment.day()));
    let heading = el("h3").child((words.later().history.from_to)(&from, &to));
    let changes = Changes::between(earlier.check_in.moment(), later.check_in.moment());
    let body = match changes {
        Some(changes) => {
            let pair = Pair::new(&earlier.check_in, &later.check_in, changes);
            change_list(over.context, &pair, true, &Said::of_two(words))
        }
        None if [earlier, later]
            .iter()
            .any(|one| one.check_in.version != VERSION) =>
        {
            el("p")
                .child(words.later().history.compare_version)
                .into_nodes()
        }
        None => el("p")
            .child(words.later().history.compare_near)
            .into_nodes(),
    };
    (heading, body).into_nodes()
}
