//! The crisis line in one small line. It stands beside whatever leads to other people's care, since that takes
//! days: pages with referral alone were followed by more searches about ending life (clinical sheet, section 1).

use super::actions::button;
use super::lines::way_words;
use crate::domain::help::Way;
use crate::session::Aside;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, el, live};

const LINK: &str = "rc-linkbutton rc-linkbutton--inline";

/// `before`, and whom to turn to in the person's region by telephone and by text; where we know of no one, the
/// help screen.
pub fn crisis(context: Context, before: &'static str) -> El {
    let ways = move || {
        let region = context.region();
        let ways = region.crisis_lines().flat_map(|line| line.ways);
        let links = ways
            .filter(|way| !matches!(way, Way::Chat(_)))
            .map(|&way| {
                el("a")
                    .class(LINK)
                    .attr("href", way.address())
                    .child(way_words(context.words, way))
            })
            .flat_map(|link| (" ", link).into_nodes())
            .collect_nodes();
        if links.is_empty() {
            let all = context.words.page.all_lines;
            let open = move || context.open(Aside::Help);
            (" ", button(LINK, None, all, open)).into_nodes()
        } else {
            links
        }
    };
    el("p").class("rc-small").child(before).child(live(ways))
}
