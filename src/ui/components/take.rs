//! Taking it along: the files to save, the page for a counsellor, and bringing a file back.

use super::actions::button;
use super::ask_first::SMALL;
use super::icon::Icon;
use super::notice::sun_notice;
use super::take_calendar::calendar;
use super::take_import::import;
use crate::export::{Taken, csv, fhir, json};
use crate::i18n::{Titled, Words};
use crate::platform::{clock, file};
use crate::session::Aside;
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, el};
use leptos::prelude::*;

/// Writes a form.
type Write = fn(&Taken, &Words) -> String;

/// The files, in the order of their words: action, ending, kind, form.
const FILES: [(&str, &str, &str, Write); 3] = [
    ("export-json", ".json", "application/json", |taken, _| {
        json::write(taken)
    }),
    ("export-csv", ".csv", "text/csv", |taken, _| {
        csv::write(taken)
    }),
    (
        "export-fhir",
        ".fhir.json",
        "application/fhir+json",
        fhir::write,
    ),
];

/// All there is, as it stands now.
pub fn taken(context: Context) -> Taken {
    let today = clock::now().day;
    context
        .session
        .with_untracked(|session| Taken::of(session, today))
}

/// Saves a file under a name that says nothing but the day.
pub fn save(context: Context, ending: &str, kind: &str, text: &str) {
    let day = clock::now().day.iso();
    let name = [context.words.later().take.file_name, "-", &day, ending].concat();
    file::save(&name, kind, text);
}

/// A setting with a heading and softer words under it.
pub fn setting(words: Titled, body: impl IntoNodes) -> El {
    el("div")
        .class("rc-setting")
        .child(el("h3").child(words.title))
        .child(el("p").class("rc-soft rc-small").child(words.text))
        .child(body)
}

/// The section.
pub fn take(context: Context) -> El {
    let words = &context.words.later().take;
    let files = FILES.iter().zip(words.files).map(|(file, said)| {
        let &(action, ending, kind, write) = file;
        let press = move || {
            save(
                context,
                ending,
                kind,
                &write(&taken(context), context.words),
            );
        };
        labelled(action, said, press)
    });
    let summary = labelled("summary", words.summary, move || {
        context.open(Aside::Summary);
    });
    let on_shared = context
        .is_shared()
        .then(|| sun_notice(Icon::SUN, context.words.shared.file));
    el("section")
        .class("rc-card")
        .attr("aria-labelledby", "take")
        .child(el("h2").attr("id", "take").child(words.title))
        .child(el("p").child(words.lead))
        .child(on_shared)
        .child(
            el("div")
                .class("rc-settings")
                .child(files.chain([summary]).collect::<Vec<_>>())
                .child(calendar(context))
                .child(import(context)),
        )
}

/// A setting whose heading is its button.
fn labelled(action: &'static str, said: Titled, press: impl Fn() + 'static) -> El {
    el("div")
        .class("rc-setting")
        .child(el("p").child(button(SMALL, Some(action), said.title, press)))
        .child(el("p").class("rc-soft rc-small").child(said.text))
}
