//! Breaks the program on purpose, in builds made for that alone: a journey names a kind of event on the page, and the
//! next one of that kind panics in the middle of its work.

use super::page::attribute;
use crate::session::Event;

/// The attribute of the `html` element that names the kind of event, as `Replied` or `Planned(Made`.
const FAULT: &str = "data-rc-fault";

/// Panics if the page says so.
///
/// # Panics
/// When the event is of the kind that the page names.
pub fn strike(event: &Event) {
    let is_meant = attribute(FAULT).is_some_and(|kind| {
        let told = format!("{event:?}");
        let rest = told.strip_prefix(&kind);
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_alphanumeric()))
    });
    assert!(!is_meant, "broken on purpose at {event:?}");
}
