//! The page for a counsellor: what goes in, then the page itself, to be changed and shortened before it is saved
//! or printed.

use crate::export::summary::{Section, write};
use crate::platform::page::print;
use crate::ui::components::actions::{link_button, primary};
use crate::ui::components::heading::opening;
use crate::ui::components::icon::Icon;
use crate::ui::components::safety::safety_cards;
use crate::ui::components::take::{save, taken};
use crate::ui::components::text_field::{TextField, text_field};
use crate::ui::components::tick::tick;
use crate::ui::components::topline::topline;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el, live};
use leptos::prelude::*;

/// Draws the screen.
pub fn summary(context: Context) -> Nodes {
    let words = &context.words.later().take;
    let sections = RwSignal::new(Section::ALL.map(Section::is_in_at_first));
    // What stands in the field, with all the person changed.
    let page = RwSignal::new(String::new());
    let made = move || {
        let chosen = Section::ALL.into_iter().zip(sections.get());
        let chosen: Vec<_> = chosen
            .filter_map(|(section, is_in)| is_in.then_some(section))
            .collect();
        let write_day = |day| context.write_day(day);
        let text = write(
            &taken(context),
            context.words,
            context.region(),
            &write_day,
            &chosen,
        );
        page.set(text.clone());
        let field = TextField {
            id: "page".to_owned(),
            label: words.summary_text,
            hint: words.summary_hint,
            rows: 24,
            text,
        };
        text_field(field, move |text| page.set(text))
    };
    let switches = (0..)
        .zip(words.sections)
        .map(|(place, name)| switch(sections, place, name));
    let save_text = move || save(context, ".txt", "text/plain", &page.get_untracked());
    let cards = context.cards_due();
    let cards = cards.map(|cards| safety_cards(context, cards));
    (
        topline(context, ()),
        el("div")
            .class("rc-stack rc-stack--loose rc-screen-only")
            .child(opening(words.summary_title, words.summary_lead))
            .child(cards)
            .child(
                el("fieldset")
                    .child(
                        el("legend")
                            .class("rc-field__label")
                            .child(words.summary_parts),
                    )
                    .child(switches.collect_nodes()),
            )
            .child(el("div").child(live(made)))
            .child(
                el("div")
                    .class("rc-row")
                    .child(primary("export-summary", words.summary_save, save_text))
                    .child(link_button(
                        Icon::PRINT,
                        Some("print"),
                        context.words.later().result.print,
                        print,
                    )),
            ),
        // A field prints only what shows of it.
        el("div").class("rc-page").child(live(move || page.get())),
    )
        .into_nodes()
}

fn switch(sections: RwSignal<[bool; 7]>, place: usize, name: &'static str) -> El {
    let id = "section-".to_owned() + &place.to_string();
    let is_in = move || sections.with(|sections| sections[place]);
    el("p").child(tick(id, name, is_in, move |is_in| {
        sections.update(|sections| sections[place] = is_in);
    }))
}
