//! Words of taking it along: files, the summary, and bringing a file back.

use super::{Around, AroundTwo, Titled};

/// Words of taking it along: files, the summary, and bringing a file back.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct TakeWords {
    pub title: &'static str,
    pub lead: &'static str,
    /// A file to bring back later, a table, a clinic's software.
    pub files: [Titled; 3],
    pub file_name: &'static str,
    pub calendar: Titled,
    pub calendar_name: &'static str,
    pub calendar_default: &'static str,
    pub calendar_day: &'static str,
    pub calendar_no_day: &'static str,
    pub calendar_time: &'static str,
    pub calendar_steps: &'static str,
    pub calendar_save: &'static str,
    pub import: Titled,
    pub import_choose: &'static str,
    pub import_title: &'static str,
    pub import_new: [Around; 2],
    pub import_here: [Around; 2],
    pub import_differing: Around,
    /// The plan, the notes.
    pub import_comes: [&'static str; 2],
    pub import_stays: [&'static str; 2],
    pub import_nothing: &'static str,
    pub import_kept: &'static str,
    pub import_not_kept: &'static str,
    pub import_yes: &'static str,
    pub import_no: &'static str,
    pub import_done: &'static str,
    pub import_done_partly: &'static str,
    /// In the order of `export::import::Refusal::ALL`.
    pub refusals: [&'static str; 9],
    pub nothing_changed: &'static str,
    pub summary: Titled,
    pub summary_title: &'static str,
    pub summary_lead: &'static str,
    pub summary_parts: &'static str,
    /// In the order of `export::summary::Section::ALL`.
    pub sections: [&'static str; 7],
    pub summary_text: &'static str,
    pub summary_hint: &'static str,
    pub summary_save: &'static str,
    pub page_title: &'static str,
    pub page_day: Around,
    pub page_none: &'static str,
    pub page_basis: &'static str,
    pub stage: &'static str,
    pub of_100: AroundTwo,
    pub if_then: AroundTwo,
    pub who: Around,
    pub when: Around,
    /// In the order of `domain::reflection::Prompt::ALL`.
    pub prompts: [&'static str; 5],
    pub crisis: &'static str,
}
