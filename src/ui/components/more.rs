//! Something more to read, opened when wanted: native `details`.

use super::icon::{Icon, icon};
use crate::ui::element::{El, IntoNodes, Nodes, el};

/// A disclosure, closed at first: a page one can take in comes before everything there is to say.
pub fn more(title: impl IntoNodes, body: impl IntoNodes) -> El {
    disclosure(title.into_nodes(), body.into_nodes())
}

/// The same where another one on the screen has the same title: speech hears what this one is about.
pub fn more_of(title: &'static str, of: &'static str, body: impl IntoNodes) -> El {
    let of = el("span").class("rc-hidden").child((": ", of));
    more((title, of), body)
}

/// Not generic: it is there once, whatever it discloses.
fn disclosure(title: Nodes, body: Nodes) -> El {
    el("details")
        .class("rc-more")
        .child(
            el("summary")
                .class("rc-more__summary")
                .child(title)
                .child(icon(Icon::DOWN, "rc-icon rc-more__arrow")),
        )
        .child(el("div").class("rc-more__body").child(body))
}
