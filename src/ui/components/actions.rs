//! Buttons. One primary action a screen; everything else is quieter.

use super::icon::{Icon, small};
use crate::session::Aside;
use crate::ui::context::Context;
use crate::ui::element::{El, el};

/// A button of class `class`, named `action` for programs that must work in every language.
pub fn button(
    class: &'static str,
    action: Option<&'static str>,
    label: &'static str,
    pressed: impl Fn() + 'static,
) -> El {
    bare(class, action, Box::new(pressed)).child(label)
}

/// A button without words. Not generic: what draws it is there once, whatever its press does.
pub(super) fn bare(
    class: &'static str,
    action: Option<&'static str>,
    pressed: Box<dyn Fn()>,
) -> El {
    el("button")
        .attr("type", "button")
        .class(class)
        .attr("data-action", action)
        .on("click", move |_| pressed())
}

/// The one primary button of a screen.
pub fn primary(action: &'static str, label: &'static str, pressed: impl Fn() + 'static) -> El {
    button("rc-button rc-button--primary", Some(action), label, pressed)
}

/// A quiet button with an icon before its words.
pub fn link_button(
    icon: Icon,
    action: Option<&'static str>,
    label: &'static str,
    pressed: impl Fn() + 'static,
) -> El {
    bare("rc-linkbutton", action, Box::new(pressed))
        .child(small(icon))
        .child(label)
}

/// Leads to the data and privacy screen.
pub fn privacy_button(context: Context) -> El {
    link_button(
        Icon::LOCK,
        Some("settings"),
        context.words.page.privacy,
        move || {
            context.open(Aside::Settings);
        },
    )
}

/// Leads to the check-ins over time.
pub fn see_history(context: Context) -> El {
    link_button(
        Icon::CHART,
        Some("history"),
        context.words.welcome.see_history,
        move || context.open(Aside::History),
    )
}

/// Leads to the kinds of care and the short reads.
pub fn see_care(context: Context) -> El {
    link_button(
        Icon::LEAF,
        Some("learn"),
        context.words.later().plan.see_care,
        move || context.open(Aside::Learn),
    )
}
