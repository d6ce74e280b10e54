//! The heading of a screen. Focus goes to it when the screen comes, so that a screen reader begins there.

use crate::ui::element::{El, IntoNodes, el};

/// The one `h1` of a screen.
pub fn heading(words: impl IntoNodes) -> El {
    el("h1")
        .attr("id", "heading")
        .attr("tabindex", "-1")
        .child(words)
}

/// The heading with a line under it that says what the screen is for.
pub fn opening(words: &'static str, lead: &'static str) -> El {
    el("div")
        .class("rc-stack rc-stack--tight")
        .child(heading(words))
        .child(el("p").class("rc-lead").child(lead))
}
