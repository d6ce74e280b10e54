//! Words of the kinds of care and the short reads.

use super::Around;
use crate::domain::care::{Care, Read};

/// The words of one kind of care.
#[derive(Clone, Copy, Debug)]
pub struct CareWords {
    /// Its name.
    pub title: &'static str,
    /// What it is.
    pub what: &'static str,
    /// Whom it suits.
    pub who: &'static str,
    /// What the evidence says; its source is in the notes for clinicians.
    pub evidence: &'static str,
    /// The first step.
    pub first: &'static str,
}

/// The words of one short read.
#[derive(Clone, Copy, Debug)]
pub struct ReadWords {
    /// Its title.
    pub title: &'static str,
    /// What it says, a paragraph each.
    pub text: &'static [&'static str],
    /// The button to what it leads to.
    pub go: &'static str,
}

/// Words of the kinds of care and the short reads.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct LearnWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub kinds: &'static str,
    pub with_people: &'static str,
    pub body_and_mind: &'static str,
    pub adds: &'static str,
    pub care: fn(Care) -> CareWords,
    pub who: &'static str,
    pub evidence: &'static str,
    pub first: &'static str,
    pub add: &'static str,
    pub in_plan: &'static str,
    pub full: &'static str,
    pub added: Around,
    pub before_then: &'static str,
    pub clinic: &'static str,
    pub clinic_from: Around,
    pub clinic_note: &'static str,
    pub programme: &'static str,
    pub article: &'static str,
    pub reads: &'static str,
    pub read: fn(Read) -> ReadWords,
}
