//! Owns which kinds of care and of whole-person practice are told of, and which step each leads to.

use super::step::Step;
use super::tool::Tool;

coded! {
    /// A kind of care, or a practice beside it.
    #[allow(missing_docs)] // Each is worded in the catalogue, with what the evidence says.
    Care {
        Counselling = "counselling",
        StepGroup = "step_group",
        SkillsGroup = "skills_group",
        OtherGroup = "other_group",
        Peer = "peer",
        SoberLiving = "sober_living",
        Medicine = "medicine",
        Yoga = "yoga",
        Meditation = "meditation",
        Art = "art",
        Acupuncture = "acupuncture",
        Movement = "movement",
        Food = "food",
        Sleep = "sleep",
    }
}

impl Care {
    /// The step of the plan that goes towards this.
    pub fn step(self) -> Step {
        match self {
            Self::Counselling => Step::Counselling,
            Self::StepGroup | Self::SkillsGroup | Self::OtherGroup => Step::Group,
            Self::Peer => Step::Peer,
            Self::SoberLiving => Step::SoberLiving,
            Self::Medicine => Step::Medicine,
            Self::Yoga | Self::Movement => Step::Move,
            Self::Meditation => Step::MindfulBreath,
            Self::Art | Self::Acupuncture => Step::ArtOrAcupuncture,
            Self::Food | Self::Sleep => Step::Basics,
        }
    }
}

coded! {
    /// A short read on one of the ideas this product stands on.
    Read {
        /// Relapse is a process, and its early signs can be met early.
        Process = "process",
        /// Several things weigh together; none is a fault.
        Factors = "factors",
        /// A return to use can be learned from.
        Learning = "learning",
        /// It does not mean that treatment, or the person, came to nothing.
        NotTheEnd = "not_the_end",
        /// Progress is more than abstinence: four domains.
        Progress = "progress",
        /// Recovery goes up and down.
        UpsAndDowns = "ups_and_downs",
        /// Care that goes on after treatment.
        Aftercare = "aftercare",
        /// Body, rest, food and meaning.
        WholePerson = "whole_person",
        /// Urges pass; coping can be practised.
        Urges = "urges",
        /// Stigma and shame; words matter; no one has to do it alone.
        Together = "together",
    }
}

/// What a short read ends in: something to do here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// A check-in, or its result.
    CheckIn,
    /// The plan.
    Plan,
    /// Learning from a return to use.
    Reflect,
    /// The weeks over time.
    History,
    /// The kinds of care.
    Care,
    /// A tool.
    Tool(Tool),
}

impl Read {
    /// What this read ends in.
    pub fn lead(self) -> Lead {
        match self {
            Self::Process => Lead::CheckIn,
            Self::Factors | Self::NotTheEnd => Lead::Plan,
            Self::Learning => Lead::Reflect,
            Self::Progress | Self::UpsAndDowns => Lead::History,
            Self::Aftercare => Lead::Care,
            Self::WholePerson => Lead::Tool(Tool::SleepAndFood),
            Self::Urges => Lead::Tool(Tool::UrgeSurfing),
            Self::Together => Lead::Tool(Tool::ReachOut),
        }
    }
}
