//! Writing in the notebook, and what becomes of it. Nothing is kept unless the person asks, here or for the
//! check-in, and the words say what has really been kept.

use super::actions::button;
use super::ask_first::SMALL;
use super::icon::Icon;
use super::notice::notice;
use super::text_field::{TextField, text_field};
use crate::domain::tool::Page;
use crate::i18n::tools::NotebookWords;
use crate::platform::page::focus_soon;
use crate::session::{Event, Keep, Kept, Session};
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el, live};
use leptos::prelude::*;

/// A page of the notebook to write on. `offered` stands there while it is empty; `wrote` is told the text, too.
pub fn page_field(
    context: Context,
    page: Page,
    offered: &'static str,
    wrote: impl Fn(String) + 'static,
) -> El {
    let words = (context.words.tools.page)(page);
    let text = text_of(context, page);
    let field = TextField {
        id: "page-".to_owned() + page.code(),
        label: words.title,
        hint: words.text,
        rows: 4,
        text: if text.is_empty() {
            offered.to_owned()
        } else {
            text
        },
    };
    text_field(field, move |text| {
        wrote(text.clone());
        context.send(Event::Noted(page, text));
    })
}

/// What stands on a page now, without following its changes.
pub fn text_of(context: Context, page: Page) -> String {
    context
        .session
        .with_untracked(|session| session.notebook.text(page).to_owned())
}

/// What was written on a page, a line each, under a title; nothing where nothing was written.
pub fn written(context: Context, page: Page, title: &'static str) -> Option<El> {
    let text = text_of(context, page);
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines = lines
        .map(|line| el("li").attr("dir", "auto").child(line.to_owned()))
        .collect_nodes();
    (!lines.is_empty()).then(|| {
        el("div")
            .class("rc-stack rc-stack--tight")
            .child(el("h2").child(title))
            .child(el("ul").class("rc-bullets").child(lines))
    })
}

/// What `draw` draws to write on, drawn anew once all is deleted, and under it what is kept.
pub fn notebook(context: Context, draw: impl Fn() -> Nodes + 'static) -> Nodes {
    let words = &context.words.tools.notebook;
    let deleted = RwSignal::new(0_u32);
    let writing = move || {
        deleted.track();
        draw()
    };
    // A memo, so that typing does not redraw the buttons.
    let state = Memo::new(move |_| {
        context.session.with(|session| {
            let told = told(words, session);
            (told, may_keep(session), !session.notebook.is_empty())
        })
    });
    let was_deleted = move || deleted.get() > 0 && !state.get().2;
    let said = move || {
        let said = if was_deleted() {
            words.deleted
        } else {
            state.get().0
        };
        notice(Icon::LOCK, said)
    };
    let buttons = move || {
        let (_, may_keep, is_written) = state.get();
        let keep = (may_keep && is_written).then(|| {
            button(SMALL, None, words.keep, move || {
                context.send(Event::KeptNotebook(true));
                focus_soon("#notebook".to_owned());
            })
            .attr("data-press", "keep-notebook")
        });
        let delete = is_written.then(|| {
            button(SMALL, None, words.delete, move || {
                context.send(Event::KeptNotebook(false));
                deleted.update(|times| *times += 1);
                focus_soon("#notebook".to_owned());
            })
            .attr("data-press", "delete-notebook")
        });
        (keep, delete)
    };
    (
        live(writing),
        el("div")
            .class("rc-stack rc-stack--tight")
            .child(
                el("div")
                    .attr("id", "notebook")
                    .attr("tabindex", "-1")
                    .attr("role", "status")
                    .child(live(said)),
            )
            .child(el("div").class("rc-row").child(live(buttons))),
    )
        .into_nodes()
}

fn may_keep(session: &Session) -> bool {
    session.can_keep && session.notebook_kept == Kept::Nothing && session.keep != Keep::Here
}

fn told(words: &'static NotebookWords, session: &Session) -> &'static str {
    match session.notebook_kept {
        _ if !session.can_keep => words.cannot,
        Kept::Here => words.here,
        Kept::Refused => words.refused,
        Kept::Nothing if session.keep == Keep::Here => words.next,
        Kept::Nothing => words.tab,
    }
}
