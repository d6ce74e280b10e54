//! What is kept is locked: asks for the phrase, and stands in nobody's way who has lost it.

use crate::session::{Event, Lock};
use crate::ui::components::actions::{button, primary};
use crate::ui::components::ask_first::{Ask, ask_first};
use crate::ui::components::heading::opening;
use crate::ui::components::icon::Icon;
use crate::ui::components::lock::{Stage, begin, told};
use crate::ui::components::more::more;
use crate::ui::components::notice::sun_notice;
use crate::ui::components::secret::{Secret, secret};
use crate::ui::context::Context;
use crate::ui::element::{El, IntoNodes, Nodes, el};
use crate::ui::locking::NotDone;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Draws the screen.
pub fn locked(context: Context) -> Nodes {
    let words = &context.words.later().lock;
    let go_without = el("div")
        .class("rc-stack rc-stack--tight")
        .child(
            el("p").child(
                button(
                    "rc-button rc-button--secondary",
                    None,
                    words.go_without,
                    move || context.send(Event::Lock(Lock::Passed)),
                )
                .attr("data-press", "go-without"),
            ),
        )
        .child(
            el("p")
                .class("rc-soft rc-small")
                .child(words.go_without_hint),
        );
    let ask = Ask {
        action: "delete-all",
        label: words.delete,
        sure: context.words.later().settings.delete_sure,
        yes: context.words.later().settings.delete_yes,
    };
    let forgot = el("div")
        .class("rc-stack rc-stack--tight")
        .child(el("p").child(words.forgot.text))
        .child(ask_first(context, ask, move || {
            context.send(Event::DeletedAll);
        }));
    let door = if context.can_unlock() {
        door(context)
    } else {
        sun_notice(Icon::LOCK, words.strange)
    };
    el("div")
        .class("rc-stack rc-stack--loose")
        .child(opening(words.open_title, words.open_lead))
        .child(door)
        .child(go_without)
        .child(more(words.forgot.title, forgot))
        .into_nodes()
}

fn door(context: Context) -> El {
    let words = &context.words.later().lock;
    let typed = RwSignal::new(String::new());
    let stage = RwSignal::new(Stage::Rest);
    let open = move || {
        if !begin(stage) {
            return;
        }
        spawn_local(async move {
            match context.unlock(&typed.get_untracked()).await {
                // The screen is another one now.
                Ok(()) => {}
                Err(NotDone::Partly) => context.send(Event::Lock(Lock::Open)),
                Err(why) => {
                    stage.try_set(Stage::NotDone(why));
                }
            }
        });
    };
    let field = Secret {
        id: "unlock-secret",
        label: words.phrase_or_code,
        hint: "",
        kind: "current-password",
    };
    el("div")
        .class("rc-stack rc-stack--tight")
        .child(secret(context, field, typed, open))
        .child(told(context, stage))
        .child(el("p").child(primary("unlock", words.open, open)))
}
