//! One check-in of the past, with its result as it was.

use crate::domain::check_in::CheckInId;
use crate::ui::components::heading::heading;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{IntoNodes, Nodes};

/// Draws a check-in of the past.
pub fn past(context: Context, _id: CheckInId) -> Nodes {
    (topline(context, ()), heading(context.words.history.title)).into_nodes()
}
