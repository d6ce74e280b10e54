//! The reflection after a return to use.

use crate::session::ReflectPage;
use crate::ui::components::heading::heading;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{IntoNodes, Nodes};

/// Draws a page of it.
pub fn reflect(context: Context, _page: ReflectPage) -> Nodes {
    (topline(context, ()), heading(context.words.reflect.title)).into_nodes()
}
