//! A card that shows the same as a chart or as a table. On paper both stand.

use super::icon::{Icon, small};
use crate::i18n::Words;
use crate::ui::element::{El, IntoNodes, el, live};
use leptos::prelude::*;

/// A card with its heading, a chart, and a table that is built once `tables` is true.
pub fn views<T: IntoNodes>(
    words: &'static Words,
    id: &'static str,
    heading: impl IntoNodes,
    chart: impl IntoNodes,
    tables: RwSignal<bool>,
    table: impl Fn() -> T + 'static,
    after: impl IntoNodes,
) -> El {
    let as_table = RwSignal::new(false);
    let switch = [
        (false, Icon::CHART, words.later().history.chart),
        (true, Icon::TABLE, words.later().history.table),
    ]
    .map(|(is_table, icon, label)| {
        let name = "view-".to_owned() + id;
        let own_id = name.clone() + if is_table { "-table" } else { "-chart" };
        let input = el("input")
            .class("rc-switch__input")
            .attr("type", "radio")
            .attr("name", name)
            .attr("id", own_id.clone())
            .attr("autocomplete", "off")
            .checked(move || as_table.get() == is_table)
            .on("change", move |_| {
                tables.set(true);
                as_table.set(is_table);
            });
        let label = el("label")
            .class("rc-switch__label")
            .attr("for", own_id)
            .child(small(icon))
            .child(label);
        el("span")
            .class("rc-switch__item")
            .child(input)
            .child(label)
    });
    let switch = el("fieldset")
        .class("rc-screen-only")
        .child(
            el("legend")
                .class("rc-hidden")
                .child(words.later().history.show_as),
        )
        .child(el("div").class("rc-switch").child(switch));
    let build = move || tables.get().then(&table);
    el("section")
        .class("rc-card rc-views")
        .attr("aria-labelledby", id)
        .follow(move |element| {
            let view = if as_table.get() { "table" } else { "chart" };
            // Fails only for names that are no names.
            let _ = element.set_attribute("data-view", view);
        })
        .child(
            el("div")
                .class("rc-views__head")
                .child(el("div").child(heading))
                .child(switch),
        )
        .child(el("div").class("rc-views__chart").child(chart))
        .child(el("div").class("rc-views__table").child(live(build)))
        .child(after)
}
