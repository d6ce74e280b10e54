//! What stands in the page before the program is there: the welcome screen, the first question in a template,
//! and the static help. Drawn at build time by the same components, so that the program takes over without a
//! flash. `platform/boot.js` relies on the ids.

use super::context::Context;
use super::page::{main_part, page};
use super::screens::failed::failed;
use crate::domain::check_in::{Begun, CheckInId};
use crate::domain::date::Day;
use crate::domain::flow::Place;
use crate::domain::help::Region;
use crate::i18n::Words;
use crate::platform::history::History;
use crate::session::{Event, Screen, Session};
use crate::ui::element::{IntoNodes, Nodes, el};

/// The title, and the plain one that the boot script puts in its place where the person wants that.
pub fn title(words: &'static Words) -> Nodes {
    el("title")
        .attr("data-rc-plain", words.page.plain_name)
        .child(words.page.name)
        .into_nodes()
}

/// The inside of the body.
pub fn first_load(words: &'static Words) -> Nodes {
    let first_gate = Screen::At(Place::FIRST);
    (
        page(still(words, Session::default())),
        el("template")
            .attr("id", "rc-first-gate")
            .child(main_part(still(words, begun()), first_gate)),
        failed(words),
    )
        .into_nodes()
}

fn still(words: &'static Words, session: Session) -> Context {
    let history = History::default();
    Context::new(session, words, Region::Other, None, history)
}

/// A session at its first question. Number and time are never seen: the program begins its own.
fn begun() -> Session {
    let mut session = Session::default();
    let begun = Begun {
        day: Day::from_calendar(1970, 1, 1),
        second: 0,
    };
    session.apply(Event::Started {
        id: CheckInId(0),
        begun,
    });
    session
}
