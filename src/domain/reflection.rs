//! Owns what a person may write down after a return to use (clinical sheet, section 5). All of it is optional,
//! and it is kept only when the person asks.

use super::check_in::CheckInId;
use super::date::Day;
use super::instrument::Factor;

coded! {
    /// A question of the reflection that is answered in the person's own words.
    Prompt {
        /// What was going on before, beside the factors chosen.
        Before = "before",
        /// What helped, even a bit.
        Helped = "helped",
        /// The one thing to change.
        Change = "change",
        /// Who could be told today.
        Tell = "tell",
        /// One step within 24 hours.
        Step = "step",
    }
}

/// What was learned from a return to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reflection {
    /// Its own number: that of the check-in it was opened from, or a fresh one.
    pub id: CheckInId,
    /// The day it was written.
    pub day: Day,
    /// What was going on before, in the sheet's order.
    pub before: Vec<Factor>,
    texts: [String; Prompt::ALL.len()],
}

impl Reflection {
    /// One with nothing written in it.
    pub fn new(id: CheckInId, day: Day) -> Self {
        Self {
            id,
            day,
            before: Vec::new(),
            texts: Default::default(),
        }
    }

    /// What was written to a question; empty where nothing was.
    pub fn text(&self, prompt: Prompt) -> &str {
        &self.texts[prompt as usize]
    }

    /// Writes the words to a question, as typed.
    pub fn write(&mut self, prompt: Prompt, text: String) {
        self.texts[prompt as usize] = text;
    }

    /// Adds a factor, or takes it out.
    pub fn choose(&mut self, factor: Factor, chosen: bool) {
        let has = |other: Factor| self.before.contains(&other);
        self.before = Factor::ALL
            .into_iter()
            .filter(|&other| if other == factor { chosen } else { has(other) })
            .collect();
    }
}
