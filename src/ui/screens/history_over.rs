//! What the parts of the history are drawn from, and what they share: the rows of tables, the days under charts.

use crate::domain::history::{History, Moment};
use crate::ui::components::actions::button;
use crate::ui::components::ask_first::SMALL;
use crate::ui::components::chart::across;
use crate::ui::components::scale::written;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el};
use leptos::prelude::*;
use std::rc::Rc;

/// Rows a table shows at first.
pub const ROWS: usize = 60;

/// What the parts of the screen are drawn from.
#[derive(Clone)]
pub struct Over {
    /// What every screen is handed.
    pub context: Context,
    /// The check-ins over time.
    pub history: Rc<History>,
    /// True once tables are built: after the charts have been shown.
    pub tables: RwSignal<bool>,
    /// True where tables show every row.
    pub every_row: RwSignal<bool>,
}

impl Over {
    /// A table's rows, newest first, and how many there are of how many where some are left out.
    pub fn rows(&self, row: impl Fn(&Moment) -> El) -> (Nodes, Option<String>) {
        let all = self.history.moments.len();
        let shown = if self.every_row.get() {
            all
        } else {
            all.min(ROWS)
        };
        let newest = self.history.moments.iter().rev().take(shown);
        let told = (shown < all).then(|| {
            (self.context.words.later().history.latest_of)(&shown.to_string(), &all.to_string())
        });
        (newest.map(row).collect_nodes(), told)
    }

    /// A table's caption.
    pub fn caption(&self, what: &str, of: Option<String>) -> String {
        let caption = (self.context.words.later().history.newest_first)(what);
        match of {
            Some(of) => caption + " " + &of,
            None => caption,
        }
    }
}

/// Days under the time axis: the first, the last, and on wide screens some between that have room.
pub fn dates(over: &Over) -> Nodes {
    const ROOM: u32 = 1_900;
    let history = &over.history;
    let at = |moment: &Moment| across(history, moment);
    let (Some(first), Some(last)) = (history.moments.first(), history.moments.last()) else {
        return Vec::new();
    };
    let days = last.day().days_since(first.day()).unwrap_or(0);
    let text = |moment: &Moment, class, anchor| {
        el("text")
            .class(class)
            .attr("x", written(at(moment)))
            .attr("y", "100%")
            .attr("dy", "1.6em")
            .attr("text-anchor", anchor)
            .child(over.context.write_day_of(moment.day(), days))
    };
    if first.day() == last.day() {
        return text(first, "rc-chart__text", "middle").into_nodes();
    }
    let mut shown = vec![at(first), at(last)];
    let mut nodes = vec![
        text(first, "rc-chart__text", "start"),
        text(last, "rc-chart__text", "end"),
    ];
    for wanted in [5_000, 3_000, 7_000] {
        let nearest = history
            .moments
            .iter()
            .min_by_key(|moment| at(moment).abs_diff(wanted));
        if let Some(moment) = nearest
            && shown.iter().all(|x| x.abs_diff(at(moment)) > ROOM)
        {
            shown.push(at(moment));
            nodes.push(text(
                moment,
                "rc-chart__text rc-chart__text--wide",
                "middle",
            ));
        }
    }
    nodes.into_nodes()
}

/// The press that shows every row, where some are left out.
pub fn more_rows(over: &Over) -> Option<El> {
    let every_row = over.every_row;
    let is_cut = over.history.moments.len() > ROWS && !every_row.get();
    is_cut.then(|| {
        let label = over.context.words.later().history.show_all;
        el("p")
            .class("rc-screen-only")
            .child(button(SMALL, None, label, move || every_row.set(true)))
    })
}
