//! Draws the screen.

use crate::ui::components::heading::heading;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{IntoNodes, Nodes};

/// Draws the screen.
pub fn tools(context: Context) -> Nodes {
    (topline(context, ()), heading(context.words.tools.title)).into_nodes()
}
