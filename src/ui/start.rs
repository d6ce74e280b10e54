//! Puts the program in place of the prerendered page, in one step and with everything chosen early.

use super::context::Context;
use super::page::page;
use crate::domain::gates::Gate;
use crate::domain::help::Region;
use crate::domain::reply::Reply;
use crate::embed::clinic::{Clinic, KEYS};
use crate::embed::options::senseless;
use crate::i18n::EN;
use crate::platform::boot::{self, Early};
use crate::platform::clock;
use crate::platform::history::History;
use crate::platform::page as browser_page;
use crate::platform::requests;
use crate::session::{Event, Keep, Lock, Session};
use crate::storage::browser::BrowserStore;
use crate::storage::keeper::Keeper;
use crate::storage::memory::MemoryStore;
use leptos::prelude::*;

/// Starts the page.
pub fn start() {
    let context = open();
    if context.check_in_once().is_none() {
        context.forget_history();
    }
    take_over(context, &boot::take_early());
    mount(context);
    context.follow_browser_back();
    context.follow_other_tabs();
    // Before the time is looked at: whoever comes back too late must not see it uncovered.
    context.follow_leaving();
    context.follow_idleness();
    boot::tell_ready();
    requests::page_is_there();
}

/// Checks the options and reads storage.
fn open() -> Context {
    for option in senseless(browser_page::attribute) {
        let (attribute, values) = (option.attribute(), option.values().join(", "));
        browser_page::tell_web_person(&format!("Recovery Check: {attribute} takes {values}."));
    }
    let (clinic, told) = Clinic::read(browser_page::attribute, |text| {
        browser_page::list(text, KEYS)
    });
    for line in told {
        browser_page::tell_web_person(&("Recovery Check: ".to_owned() + &line));
    }
    let store = BrowserStore::open();
    let can_keep = store.is_some();
    let mut keeper = Keeper::new(match store {
        Some(store) => Box::new(store),
        None => Box::new(MemoryStore::default()),
    });
    let mut session = Session::default();
    let is_locked = keeper.lock().is_some();
    let found = if is_locked {
        keeper.find_locked()
    } else {
        keeper.find()
    };
    session.apply(Event::Loaded {
        found,
        today: clock::now().day,
        can_keep,
        left_quickly: keeper.has_left_quickly(),
    });
    if is_locked {
        session.apply(Event::Lock(Lock::Locked));
    } else {
        keeper.mark_open(session.check_in.is_some());
    }
    // The boot script has put the region on the page: the clinic's, the kept one, or the browser's.
    let region = browser_page::attribute("data-rc-here");
    let region = region
        .and_then(|code| Region::from_code(&code))
        .unwrap_or(Region::Other);
    Context::new(session, &EN, region, Some(keeper), History::resume()).with_clinic(clinic)
}

/// Does what was done before the program came, as if it had been there.
fn take_over(context: Context, early: &Early) {
    match early.keep.as_str() {
        "keep" => context.send(Event::ChoseKeep(Keep::Here)),
        "none" => context.send(Event::ChoseKeep(Keep::Nothing)),
        _ => {}
    }
    if let Some(region) = Region::from_code(&early.region)
        && region != context.first_region
    {
        context.choose_region(region);
    }
    // With a check-in under way the person was meant to see that one, not a fresh start. An answer to the
    // first question must not slip into it, past the card it may bring.
    if !early.started || context.check_in_once().is_some() {
        return;
    }
    context.start();
    let reply = match early.first_gate.as_str() {
        "" => return,
        "skip" => Reply::Skipped,
        chosen => {
            let codes = Gate::Q1
                .codes()
                .iter()
                .copied()
                .filter(|&code| code == chosen);
            Reply::Given(codes.collect())
        }
    };
    context.send(Event::RepliedGate(Gate::Q1, reply));
}

/// Draws the page outside the document first, so that old and new change places between two frames.
fn mount(context: Context) {
    let document = document();
    let Ok(outside) = document.create_element("div") else {
        return;
    };
    leptos::mount::mount_to_renderer(&outside, move || page(context)).forget();
    let drawn = outside.first_element_child();
    if let Some((prerendered, drawn)) = document.get_element_by_id("rc-app").zip(drawn) {
        let _ = prerendered.replace_with_with_node_1(&drawn);
    }
}
