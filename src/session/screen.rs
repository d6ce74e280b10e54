//! Which screens there are, and which one is on show.

use super::{Lock, Session};
use crate::domain::check_in::CheckInId;
use crate::domain::flow::Place;
use crate::domain::reflection::Prompt;
use crate::domain::tool::Tool;

/// A screen beside the check-in. Going back leads to where the person was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// Help lines.
    Help,
    /// Data and privacy.
    Settings,
    /// The small plan.
    Plan,
    /// A page of the reflection after a return to use.
    Reflect(ReflectPage),
    /// Check-ins over time.
    History,
    /// One check-in of the past, with its result.
    Past(CheckInId),
    /// Short reads and kinds of care.
    Learn,
    /// The list of coping tools.
    Tools,
    /// One coping tool.
    Tool(Tool),
    /// The summary for a counsellor.
    Summary,
}

/// A page of the reflection, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReflectPage {
    /// Safety cards, and that one event does not undo the work.
    Start,
    /// One question.
    Ask(Prompt),
    /// All that was written, with the choice to keep it.
    End,
}

impl ReflectPage {
    /// The page after this one; none after the last.
    pub fn next(self) -> Option<Self> {
        let index = match self {
            Self::Start => 0,
            Self::Ask(prompt) => prompt as usize + 1,
            Self::End => return None,
        };
        Some(
            Prompt::ALL
                .get(index)
                .map_or(Self::End, |&prompt| Self::Ask(prompt)),
        )
    }
}

/// Which screen is on show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The welcome screen.
    Welcome,
    /// What is kept is locked: asks for the phrase.
    Locked,
    /// A place in the check-in.
    At(Place),
    /// A screen beside it.
    Aside(Aside),
}

impl Session {
    /// The screen beside that is on show, if one is.
    pub fn aside(&self) -> Option<Aside> {
        self.asides.last().copied()
    }

    /// Which screen is on show.
    pub fn screen(&self) -> Screen {
        match (self.aside(), &self.check_in) {
            (Some(aside), _) => Screen::Aside(aside),
            (None, _) if self.lock == Lock::Locked => Screen::Locked,
            (None, Some(check_in)) if !self.paused => Screen::At(check_in.place),
            (None, _) => Screen::Welcome,
        }
    }
}
