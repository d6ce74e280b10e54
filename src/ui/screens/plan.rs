//! Draws the screen.

use crate::ui::components::heading::heading;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{IntoNodes, Nodes};

/// Draws the screen.
pub fn plan(context: Context) -> Nodes {
    (topline(context, ()), heading(context.words.plan.title)).into_nodes()
}
