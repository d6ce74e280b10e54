//! Writing in the notebook, and what becomes of it. Nothing is kept unless the person asks, here or for the
//! check-in, and the words say what has really been kept.

use super::actions::button;
use super::ask_first::SMALL;
use super::icon::Icon;
use super::notice::{cannot_here, keep_again, notice};
use super::text_field::{TextField, text_field};
use crate::domain::tool::Page;
use crate::platform::page::focus_soon;
use crate::session::{Event, Keep, Kept, NotKept, Session, Stored};
use crate::ui::context::Context;
use crate::ui::element::{CollectNodes, El, IntoNodes, Nodes, el, live};
use leptos::prelude::*;

/// A page of the notebook to write on. `offered` stands there while it is empty; `wrote` runs
/// once what was typed is noted.
pub fn page_field(
    context: Context,
    page: Page,
    offered: &'static str,
    wrote: impl Fn() + 'static,
) -> El {
    let words = (context.words.later().tools.page)(page);
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
        context.send(Event::Noted(page, text));
        wrote();
    })
}

/// What stands on a page now, without following its changes.
fn text_of(context: Context, page: Page) -> String {
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
    let words = &context.words.later().tools.notebook;
    let deleted = RwSignal::new(0_u32);
    let writing = move || {
        deleted.track();
        draw()
    };
    // Memos, so that typing does not redraw the buttons, nor have the words spoken again.
    let of_session =
        move |read: fn(&Session) -> bool| Memo::new(move |_| context.session.with(read));
    let is_written = of_session(|session| !session.notebook.is_empty());
    let may_keep = of_session(may_keep);
    let told = Memo::new(move |_| context.session.with(told));
    let said = move || {
        let words = match told.get() {
            _ if deleted.get() > 0 && !is_written.get() => words.deleted,
            Ok(3) => cannot_here(context, words.told[3]),
            Ok(place) => words.told[place],
            Err(why) => (context.words.kept.why)(why),
        };
        notice(Icon::LOCK, words)
    };
    let buttons = move || {
        let keep = (may_keep.get() && is_written.get()).then(|| {
            button(SMALL, None, words.keep, move || {
                context.send(Event::KeptNotebook(true));
                focus_soon("#notebook".to_owned());
            })
            .attr("data-press", "keep-notebook")
        });
        let delete = is_written.get().then(|| {
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
            .child(keep_again(context, Stored::Notebook))
            .child(el("div").class("rc-row").child(live(buttons))),
    )
        .into_nodes()
}

fn may_keep(session: &Session) -> bool {
    session.can_keep && session.notebook_kept == Kept::Nothing && session.keep != Keep::Here
}

/// Which of the words on keeping is true now, or why it is not kept.
fn told(session: &Session) -> Result<usize, NotKept> {
    match session.notebook_kept {
        _ if !session.can_keep => Ok(3),
        Kept::Refused(why) => Err(why),
        Kept::Here => Ok(2),
        Kept::Nothing if session.keep == Keep::Here => Ok(1),
        Kept::Nothing => Ok(0),
    }
}
