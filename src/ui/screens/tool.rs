//! One coping tool.

use crate::domain::tool::Tool;
use crate::ui::components::heading::heading;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{IntoNodes, Nodes};

/// Draws a tool.
pub fn tool(context: Context, _tool: Tool) -> Nodes {
    (topline(context, ()), heading(context.words.tools.title)).into_nodes()
}
