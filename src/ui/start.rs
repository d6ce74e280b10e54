//! Puts the program in place of the prerendered page, in one step and with everything chosen early.

use super::context::Context;
use super::page::page;
use crate::domain::gates::Gate;
use crate::domain::help::Region;
use crate::domain::reply::Reply;
use crate::embed::clinic::{Clinic, KEYS};
use crate::embed::options::{ClinicOption, is_on, senseless};
use crate::i18n::EN;
use crate::platform::boot::{self, Early};
use crate::platform::history::History;
use crate::platform::page as browser_page;
use crate::session::{Event, Keep, Session};
use crate::storage::browser::BrowserStore;
use crate::storage::keeper::Keeper;
use crate::storage::memory::MemoryStore;
use leptos::prelude::*;
// Leptos' own is there only once something was mounted.
use wasm_bindgen_futures::spawn_local;

/// Starts the page.
pub fn start() {
    let context = open();
    if context.holds_something() {
        // What is kept says which screen is the first, and reading it belongs to the later part.
        spawn_local(async move {
            let Some(parts) = context.fetch_later().await else {
                return boot::give_up();
            };
            (parts.read)(context);
            begin(context);
            (parts.take_up)(context);
        });
    } else {
        begin(context);
        spawn_local(context.bring_later());
    }
}

/// Draws the page and lets it be used.
fn begin(context: Context) {
    if context.check_in_once().is_none() {
        context.forget_history();
    }
    take_over(context, &boot::take_early());
    mount(context);
    context.follow_browser_back();
    context.follow_sharing();
    boot::tell_ready();
}

/// Checks the options, and opens the store without reading what is in it.
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
    let shared = is_on(ClinicOption::Shared, browser_page::attribute);
    let store = if shared { None } else { BrowserStore::open() };
    let can_keep = store.is_some();
    let keeper = Keeper::for_writing(match store {
        Some(store) => Box::new(store),
        None => Box::new(MemoryStore::default()),
    });
    let session = Session {
        shared,
        discreet: shared,
        can_keep,
        ..Session::default()
    };
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
