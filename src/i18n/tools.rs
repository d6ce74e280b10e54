//! Words of the coping tools.

use super::{Around, Titled};
use crate::domain::tool::{Page, Tool};

/// The words of one tool.
#[derive(Clone, Copy, Debug)]
pub struct ToolWords {
    /// Its name.
    pub title: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// What the evidence says; its source is in the notes for clinicians.
    pub evidence: &'static str,
    /// How to do it.
    pub steps: &'static [&'static str],
}

/// Words of the coping tools.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct ToolsWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub kind: &'static str,
    pub tool: fn(Tool) -> ToolWords,
    pub evidence: &'static str,
    pub prefer_words: &'static str,
    pub done: &'static str,
    pub all: &'static str,
    pub breath: BreathWords,
    pub timer: TimerWords,
    pub places: &'static [&'static str],
    pub places_title: &'static str,
    pub not_kept: &'static str,
    pub halt_question: &'static str,
    pub halt_none: &'static str,
    pub halt: [Titled; 4],
    pub page: fn(Page) -> Titled,
    pub message: &'static str,
    pub message_open: &'static str,
    pub message_note: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub your_people: &'static str,
    pub your_joys: &'static str,
    pub notebook: NotebookWords,
}

/// Words on the breathing dial.
#[allow(missing_docs)]
pub struct BreathWords {
    pub picture: &'static str,
    pub breathe_in: &'static str,
    pub breathe_out: &'static str,
    pub still: &'static str,
    pub key_in: &'static str,
    pub key_out: &'static str,
}

/// Words of the timer.
#[allow(missing_docs)]
pub struct TimerWords {
    pub name: &'static str,
    pub start: &'static str,
    pub pause: &'static str,
    pub go_on: &'static str,
    pub again: &'static str,
    pub minutes_left: Around,
    pub over: &'static str,
    pub note: &'static str,
}

/// Words about keeping what was written.
#[allow(missing_docs)]
pub struct NotebookWords {
    /// In this tab only; kept from now on; kept; not possible here.
    pub told: [&'static str; 4],
    pub keep: &'static str,
    pub delete: &'static str,
    pub deleted: &'static str,
}
