//! A check-in with its result: what the screens that tell of results are drawn from.

use crate::domain::check_in::{CheckIn, CheckInId, Comparison, compare};
use crate::domain::result::CheckResult;
use crate::ui::context::Context;
use leptos::prelude::*;

/// A check-in with what the rules say of it.
#[derive(Clone)]
pub struct Outcome {
    /// The check-in.
    pub check_in: CheckIn,
    /// Its result.
    pub result: CheckResult,
    /// What may be said beside earlier ones.
    pub comparison: Comparison,
    /// True where it is looked at again: then nothing of it can be changed.
    pub is_past: bool,
}

/// The check-in under way with what the rules say of it now, without following its changes.
pub fn outcome(context: Context) -> Option<Outcome> {
    untrack(|| outcome_of(context))
}

/// The same, and follows them.
pub fn outcome_of(context: Context) -> Option<Outcome> {
    context.session.with(|session| {
        let check_in = session.check_in?;
        Some(Outcome {
            check_in,
            result: check_in.result(),
            comparison: compare(&check_in, &session.past),
            is_past: false,
        })
    })
}

/// A finished check-in looked at again, the one under way among them.
pub fn past_outcome(context: Context, id: CheckInId) -> Option<Outcome> {
    context.session.with_untracked(|session| {
        let all: Vec<CheckIn> = session
            .past
            .iter()
            .copied()
            .chain(session.check_in)
            .collect();
        let check_in = *all.iter().find(|one| one.id == id && one.finished)?;
        Some(Outcome {
            check_in,
            result: check_in.result(),
            comparison: compare(&check_in, &all),
            is_past: true,
        })
    })
}
