//! What happens to the page while it is away: other tabs go on, and tell it nothing. Where what is kept is locked, or has
//! changed meanwhile, a page that comes back from the browser's memory is loaded anew, and nothing of it is seen before.

use super::context::Context;
use super::keeping::has_unkept;
use crate::platform::{away, page};
use crate::session::{Kept, Lock, Session};
use crate::storage::keeper::Keeper;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

impl Context {
    /// Covers the page when it is left, and looks before it is shown again.
    pub fn follow_leaving(self) {
        let before = Rc::new(RefCell::new(Vec::new()));
        let fields = before.clone();
        away::on_leaving(
            move || {
                page::cover(true);
                fields.replace(away::fields());
            },
            move || {
                if self.goes_on() {
                    away::fill_soon(before.take());
                    page::cover(false);
                } else {
                    page::reload();
                }
            },
        );
    }

    /// Whether a page that was away goes on as it was: what is kept nowhere would be gone with it.
    fn goes_on(self) -> bool {
        let (is_open, has_unkept, has_unkept_texts) = self.session.with_untracked(|session| {
            (
                session.lock == Lock::Open,
                has_unkept(session),
                has_unkept_texts(session),
            )
        });
        let is_current = || {
            self.keeping
                .with_value(|keeping| keeping.keeper.as_ref().is_none_or(Keeper::is_current))
        };
        has_unkept || (!is_open && (has_unkept_texts || is_current()))
    }
}

/// Whether something was written beside the check-in that is kept nowhere.
fn has_unkept_texts(session: &Session) -> bool {
    let plan = session.plan.is_some() && session.plan_kept != Kept::Here;
    let reflection = session.reflection.is_some() && session.reflection_kept != Kept::Here;
    let notebook = !session.notebook.is_empty() && session.notebook_kept != Kept::Here;
    plan || reflection || notebook
}
