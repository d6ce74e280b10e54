//! A table of what a chart shows, newest first.

use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};

/// A table with its caption and the heads of its columns, in a box that scrolls where it has to.
pub fn table(caption: String, heads: &[&'static str], rows: Nodes) -> El {
    let heads = heads
        .iter()
        .map(|&head| el("th").attr("scope", "col").child(head));
    let table = el("table")
        .class("rc-table")
        .child(
            el("caption")
                .class("rc-table__caption")
                .child(caption.clone()),
        )
        .child(el("thead").child(el("tr").child(heads.collect_nodes())))
        .child(el("tbody").child(rows));
    el("div")
        .class("rc-table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", caption)
        .child(table)
}

/// A row under its own head.
pub fn row(head: impl IntoNodes, cells: impl IntoIterator<Item = String>) -> El {
    let cells = cells.into_iter().map(|cell| el("td").child(cell));
    el("tr")
        .child(el("th").attr("scope", "row").child(head))
        .child(cells.collect_nodes())
}
