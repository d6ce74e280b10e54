//! Words of the small plan, and of how its steps went.

use super::Around;
use crate::domain::plan::Went;
use crate::domain::stage::Stage;
use crate::domain::step::Step;

/// Words of the small plan, and of how its steps went.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct PlanWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub from: Around,
    pub empty: &'static str,
    pub cue: fn(Step) -> &'static str,
    pub if_then: Around,
    pub then: &'static str,
    pub for_reason: Around,
    pub stage: fn(Stage) -> &'static str,
    pub with: Around,
    pub when: Around,
    pub open_tool: &'static str,
    pub sooner: &'static str,
    pub change: &'static str,
    pub cue_label: &'static str,
    pub cue_hint: &'static str,
    pub action_label: &'static str,
    pub who_label: &'static str,
    pub who_hint: &'static str,
    pub day_label: &'static str,
    pub time_label: &'static str,
    pub tried: &'static str,
    pub swap: &'static str,
    pub remove: &'static str,
    pub add: &'static str,
    pub ideas: &'static str,
    pub ideas_full: &'static str,
    pub adds_to_care: &'static str,
    pub how: &'static str,
    pub how_lead: &'static str,
    pub went: fn(Went) -> &'static str,
    pub make: &'static str,
    pub make_anew: &'static str,
    pub go: &'static str,
    pub see: &'static str,
    pub see_history: &'static str,
    pub see_care: &'static str,
    pub keep: &'static str,
    pub kept: &'static str,
    pub not_kept: &'static str,
    pub refused: &'static str,
    pub cannot: &'static str,
    pub forget: &'static str,
    pub forget_sure: &'static str,
    pub forget_yes: &'static str,
    pub reflect: &'static str,
}
