//! Owns the kinds of small steps, and which of them are offered for what (clinical sheet, section 5). Words
//! for the steps stand in the catalogue.

use super::instrument::{Domain, Factor};
use super::stage::Stage;
use super::tool::Tool;

coded! {
    /// A kind of step.
    #[allow(missing_docs)] // The sheet's kinds; each is worded in the catalogue.
    Step {
        Counselling = "counselling",
        Group = "group",
        Peer = "peer",
        SoberLiving = "sober_living",
        Medicine = "medicine",
        UrgeSurfing = "urge_surfing",
        LookAhead = "look_ahead",
        CostsAndGains = "costs_and_gains",
        WaitAndLeave = "wait_and_leave",
        ClearSpace = "clear_space",
        Halt = "halt",
        ReachOut = "reach_out",
        Care = "care",
        Ground = "ground",
        Basics = "basics",
        Move = "move",
        MindfulBreath = "mindful_breath",
        Purpose = "purpose",
        ArtOrAcupuncture = "art_or_acupuncture",
        Keep = "keep",
    }
}

impl Step {
    /// The tool that helps to take this step right here, if there is one.
    pub fn tool(self) -> Option<Tool> {
        match self {
            Self::UrgeSurfing => Some(Tool::UrgeSurfing),
            Self::LookAhead => Some(Tool::LookAhead),
            Self::CostsAndGains => Some(Tool::CostsAndGains),
            Self::WaitAndLeave => Some(Tool::WaitAndLeave),
            Self::Halt => Some(Tool::Halt),
            Self::ReachOut => Some(Tool::ReachOut),
            Self::Ground => Some(Tool::Grounding),
            Self::Basics => Some(Tool::SleepAndFood),
            Self::MindfulBreath => Some(Tool::Breathing),
            Self::Purpose | Self::Keep => Some(Tool::PeopleAndJoys),
            Self::Counselling
            | Self::Group
            | Self::Peer
            | Self::SoberLiving
            | Self::Medicine
            | Self::ClearSpace
            | Self::Care
            | Self::Move
            | Self::ArtOrAcupuncture => None,
        }
    }

    /// True for a step that leads to other people's care. A crisis line stands beside every such step
    /// (section 1: pages with referral alone were followed by more searches about ending life).
    pub fn is_referral(self) -> bool {
        matches!(
            self,
            Self::Counselling
                | Self::Group
                | Self::Peer
                | Self::SoberLiving
                | Self::Medicine
                | Self::Care
        )
    }
}

/// What a step is offered for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The stage.
    Stage(Stage),
    /// A named factor.
    Factor(Factor),
    /// The lowest wellness domain.
    Domain(Domain),
}

impl Reason {
    /// The steps the sheet offers for this reason. Where it offers several, those one can take alone today
    /// come before those that need an appointment: what helps is a small step now.
    pub fn steps(self) -> &'static [Step] {
        use Step::{
            ArtOrAcupuncture, Basics, Care, ClearSpace, CostsAndGains, Counselling, Ground, Group,
            Halt, Keep, LookAhead, Medicine, MindfulBreath, Move, Peer, Purpose, ReachOut,
            SoberLiving, UrgeSurfing, WaitAndLeave,
        };
        match self {
            Self::Stage(Stage::Use) => &[Peer, Counselling, Medicine],
            Self::Stage(Stage::Physical) => &[WaitAndLeave, ClearSpace, Counselling],
            Self::Stage(Stage::Mental) => &[UrgeSurfing, LookAhead, CostsAndGains, Medicine],
            Self::Stage(Stage::Emotional) => &[Halt, ReachOut, MindfulBreath, Group],
            Self::Stage(Stage::Few) => &[Keep],
            Self::Stage(Stage::Unclear) => &[],
            Self::Factor(Factor::Triggers) => &[UrgeSurfing, WaitAndLeave, Halt],
            Self::Factor(Factor::Support) => &[ReachOut, Peer, Group, Counselling],
            Self::Factor(Factor::MentalHealth) => &[Care],
            Self::Factor(Factor::Coping) => &[MindfulBreath, Move],
            Self::Factor(Factor::Environment) => &[ClearSpace, SoberLiving],
            Self::Factor(Factor::Trauma) => &[Ground],
            Self::Domain(Domain::Health) => &[Basics, Move, ArtOrAcupuncture],
            Self::Domain(Domain::Functioning) => &[Purpose],
            Self::Domain(Domain::Relationships) => &[Group],
            Self::Domain(Domain::Resilience) => &[MindfulBreath],
        }
    }

    /// A code such as `stage:mental`, `factor:coping` or `domain:health`.
    pub fn code(self) -> String {
        let (kind, code) = match self {
            Self::Stage(stage) => ("stage:", stage.code()),
            Self::Factor(factor) => ("factor:", factor.code()),
            Self::Domain(domain) => ("domain:", domain.code()),
        };
        kind.to_owned() + code
    }

    /// The reason with this code, if there is one.
    ///
    /// ```
    /// use recovery_check::domain::{instrument::Factor, step::Reason};
    /// let reason = Reason::Factor(Factor::Coping);
    /// assert_eq!(Reason::from_code(&reason.code()), Some(reason));
    /// assert_eq!(Reason::from_code("factor:luck"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split_once(':')? {
            ("stage", code) => Stage::from_code(code).map(Self::Stage),
            ("factor", code) => Factor::from_code(code).map(Self::Factor),
            ("domain", code) => Domain::ALL
                .into_iter()
                .find(|domain| domain.code() == code)
                .map(Self::Domain),
            _ => None,
        }
    }
}
