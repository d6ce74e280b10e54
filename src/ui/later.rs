//! The part of the program that a person needs once the check-in is over, or beside it: result, plan, tools and the
//! rest, and reading what is kept. It is fetched while the check-in goes on, so that the check-in itself is soon there.
//!
//! Nothing outside names what is in it: all goes through [`PARTS`], which is how the build knows what belongs to it.
//! A build without the feature `split` has everything in one piece.

use super::context::Context;
use super::screens::{
    history, learn, locked, past, plan, reflect, result, settings, summary, tool, tools,
};
use crate::domain::flow::Place;
use crate::platform::boot::stop_fetching;
use crate::platform::page::set_attribute;
use crate::platform::requests::page_is_there;
use crate::session::{Aside, Effect, Event, Screen, Session};
use crate::storage::order::{OWN, Own};
use crate::ui::element::{IntoNodes, Nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::time::Duration;

/// What the later part does.
pub struct Parts {
    /// Draws a screen of its own.
    pub draw: fn(Context, Screen) -> Nodes,
    /// Reads what is kept, before the first screen is drawn.
    pub read: fn(Context),
    /// Applies the events that only follow a check-in.
    pub apply: fn(&mut Session, Event) -> Vec<Effect>,
    /// Writes what a person made of a result.
    pub own: &'static Own,
    /// Hears what other tabs did while nothing was read.
    pub catch_up: fn(Context),
    /// Takes up its work: from now on other tabs are heard, and the lock waits for a page that no one touches.
    pub take_up: fn(Context),
    /// Hears what another tab did.
    pub hear: fn(Context, Option<(String, bool)>),
    /// Seals and stores what waits for that.
    pub work: fn(Context),
}

static PARTS: Parts = Parts {
    draw,
    read: Context::read,
    apply: Session::apply_later,
    own: &OWN,
    catch_up: Context::catch_up,
    take_up: Context::take_up,
    hear: Context::hear_other_tabs,
    work: Context::begin_work,
};

/// What has become of fetching it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It is on its way.
    Coming,
    /// It takes long.
    Late,
    /// It could not be fetched.
    Missing,
    /// It is here.
    Here,
}

/// Whether a screen is drawn by the later part.
pub fn is_later(screen: Screen) -> bool {
    match screen {
        Screen::Welcome | Screen::Aside(Aside::Help) => false,
        Screen::At(place) => matches!(place, Place::ResultShort | Place::ResultFull),
        Screen::Locked | Screen::Aside(_) => true,
    }
}

fn draw(context: Context, screen: Screen) -> Nodes {
    match screen {
        Screen::Locked => locked::locked(context),
        Screen::Aside(aside) => match aside {
            Aside::Settings => settings::settings(context),
            Aside::Plan => plan::plan(context),
            Aside::Reflect(page) => reflect::reflect(context, page),
            Aside::History => history::history(context),
            Aside::Past(id) => past::past(context, id),
            Aside::Learn => learn::learn(context),
            Aside::Tools => tools::tools(context),
            Aside::Tool(tool) => tool::tool(context, tool),
            Aside::Summary => summary::summary(context),
            Aside::Help => Nodes::new(),
        },
        Screen::At(Place::ResultShort) => result::result_short(context).into_nodes(),
        Screen::At(Place::ResultFull) => result::result_full(context).into_nodes(),
        Screen::Welcome | Screen::At(_) => Nodes::new(),
    }
}

/// The later part, once it is here.
pub fn parts() -> Option<&'static Parts> {
    if IN_ONE_PIECE {
        return Some(&PARTS);
    }
    HERE.get()
}

/// Applies an event that only follows a check-in. Before the later part is here there is nothing it could be about.
pub(super) fn apply_later(session: &mut Session, event: Event) -> Vec<Effect> {
    parts().map_or_else(Vec::new, |parts| (parts.apply)(session, event))
}

const IN_ONE_PIECE: bool = cfg!(not(feature = "split"));

thread_local! {
    static HERE: Cell<Option<&'static Parts>> = const { Cell::new(None) };
    /// Asked for once more while it was on its way.
    static AGAIN: Cell<bool> = const { Cell::new(false) };
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "fetching it may not succeed")]
fn whole() -> Result<&'static Parts, wasm_split_helpers::SplitLoaderError> {
    Ok(&PARTS)
}

#[cfg(not(feature = "split"))]
fn whole() -> std::future::Ready<Result<&'static Parts, std::convert::Infallible>> {
    std::future::ready(Ok(&PARTS))
}

impl Arrival {
    /// What it is before anything was fetched.
    pub const fn at_first() -> Self {
        if IN_ONE_PIECE {
            Self::Here
        } else {
            Self::Coming
        }
    }
}

impl Context {
    /// Fetches the later part. None where it could not be.
    pub async fn fetch_later(self) -> Option<&'static Parts> {
        // As long as the boot script waits for the program itself.
        const LONG: Duration = Duration::from_secs(8);
        loop {
            let tell = move || {
                if self.later.get_untracked() == Arrival::Coming {
                    self.later.set(Arrival::Late);
                }
            };
            let patience = set_timeout_with_handle(tell, LONG).ok();
            let whole = whole().await;
            if let Some(patience) = patience {
                patience.clear();
            }
            match whole {
                Ok(parts) => {
                    HERE.set(Some(parts));
                    return Some(parts);
                }
                Err(_) if AGAIN.replace(false) => {}
                Err(_) => {
                    self.later.set(Arrival::Missing);
                    return None;
                }
            }
        }
    }

    /// Fetches the later part while the check-in goes on.
    pub async fn bring_later(self) {
        if let Some(parts) = self.fetch_later().await {
            (parts.catch_up)(self);
            (parts.take_up)(self);
        }
    }

    /// Asks for the later part once more.
    pub fn ask_again(self) {
        match self.later.get_untracked() {
            Arrival::Missing => {
                self.later.set(Arrival::Coming);
                spawn_local(self.bring_later());
            }
            Arrival::Late => {
                self.later.set(Arrival::Coming);
                AGAIN.set(true);
                stop_fetching();
            }
            Arrival::Coming | Arrival::Here => {}
        }
    }

    /// The later part takes up its work.
    fn take_up(self) {
        self.follow_other_tabs();
        // Before the time is looked at: whoever comes back too late must not see it uncovered.
        self.follow_leaving();
        self.follow_idleness();
        set_attribute("data-rc-whole", "");
        page_is_there();
        self.later.set(Arrival::Here);
    }
}
