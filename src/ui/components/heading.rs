//! The heading of a screen. Focus goes to it when the screen comes, so that a screen reader begins there.

use crate::ui::element::{El, IntoNodes, el};

/// The one `h1` of a screen.
pub fn heading(words: impl IntoNodes) -> El {
    el("h1")
        .attr("id", "heading")
        .attr("tabindex", "-1")
        .child(words)
}
