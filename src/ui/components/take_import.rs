//! Bringing a file back: choose it, see what is in it, then bring it in or leave it.

use super::actions::button;
use super::ask_first::SMALL;
use super::icon::Icon;
use super::notice::notice;
use super::take::{setting, taken};
use crate::export::import::{BYTES_AT_MOST, One, Preview, Refusal, preview};
use crate::i18n::Words;
use crate::platform::file::{Unread, read_chosen};
use crate::platform::page::focus_soon;
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el, live};
use leptos::prelude::*;

const INPUT: &str = "import-file";

/// How far it has come.
#[derive(Clone)]
enum Stage {
    Nothing,
    Refused(Refusal),
    Seen(Box<Preview>),
    Done(bool),
}

/// Draws the setting.
pub fn import(context: Context) -> El {
    let words = &context.words.later().take;
    let stage = RwSignal::new(Stage::Nothing);
    let look = move |bytes: Result<Vec<u8>, Unread>| {
        let seen = match bytes {
            Ok(bytes) => preview(&bytes, &taken(context)),
            Err(Unread::TooLarge) => Err(Refusal::TooLarge),
            Err(Unread::Gone) => Err(Refusal::CutShort),
        };
        stage.set(seen.map_or_else(Stage::Refused, |seen| Stage::Seen(Box::new(seen))));
    };
    let chosen = move |event| read_chosen(&event, BYTES_AT_MOST, look);
    let field = el("div")
        .class("rc-field")
        .child(
            el("label")
                .class("rc-field__label")
                .attr("for", INPUT)
                .child(words.import_choose),
        )
        .child(
            el("input")
                .class("rc-field__input")
                .attr("type", "file")
                .attr("id", INPUT)
                .attr("data-action", "import")
                .attr("accept", ".json,application/json")
                .on("change", chosen),
        );
    let shown = move || match stage.get() {
        Stage::Nothing => Vec::new(),
        Stage::Refused(refusal) => {
            let why = [words.refusals[refusal as usize], words.nothing_changed].join(" ");
            notice(Icon::HELP, why).into_nodes()
        }
        Stage::Done(stored) => {
            let said = [words.import_done_partly, words.import_done][usize::from(stored)];
            notice(Icon::LOCK, said).into_nodes()
        }
        Stage::Seen(preview) => seen(context, stage, preview),
    };
    setting(
        words.import,
        (field, el("div").attr("role", "status").child(live(shown))),
    )
}

fn seen(context: Context, stage: RwSignal<Stage>, preview: Box<Preview>) -> Nodes {
    let words = &context.words.later().take;
    let is_empty = preview.is_empty();
    let can_keep = context.session.with_untracked(|session| session.can_keep);
    let lines = lines(context.words, &preview)
        .into_iter()
        .map(|line| el("li").child(line));
    let then = move |next: Stage| {
        stage.set(next);
        // The pressed button is gone.
        focus_soon("#".to_owned() + INPUT);
    };
    let found = preview.found;
    let bring = move || context.take_in(found.clone(), move |stored| then(Stage::Done(stored)));
    let end = if is_empty {
        el("p").child(words.import_nothing).into_nodes()
    } else {
        let kept = [words.import_not_kept, words.import_kept][usize::from(can_keep)];
        let buttons = el("p")
            .class("rc-row")
            .child(button(SMALL, None, words.import_yes, bring))
            .child(button(SMALL, None, words.import_no, move || {
                then(Stage::Nothing);
            }));
        (el("p").child(kept), buttons).into_nodes()
    };
    el("div")
        .class("rc-stack rc-stack--tight")
        .child(el("p").child(words.import_title))
        .child(el("ul").class("rc-bullets").child(lines.collect_nodes()))
        .child(end)
        .into_nodes()
}

/// What is in the file, in words; what it has none of is passed over.
fn lines(words: &Words, preview: &Preview) -> Vec<String> {
    let take = &words.later().take;
    let mut lines = Vec::new();
    for (place, counts) in [preview.check_ins, preview.reflections].iter().enumerate() {
        let told = [
            (take.import_new[place], counts.new),
            (take.import_here[place], counts.here()),
            (take.import_differing, counts.differing),
        ];
        let told = told.into_iter().filter(|(_, count)| *count > 0);
        lines.extend(told.map(|(say, count)| say(&count.to_string())));
    }
    for (place, one) in [preview.plan, preview.notebook].into_iter().enumerate() {
        lines.extend(match one {
            One::NotInFile => None,
            One::New => Some(take.import_comes[place].to_owned()),
            One::Here => Some(take.import_stays[place].to_owned()),
        });
    }
    lines
}
