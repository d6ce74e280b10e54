//! Owns which small steps a result offers (clinical sheet, section 5). Words for the steps stand in the
//! catalogue.

use super::instrument::{Domain, Factor};
use super::result::CheckResult;
use super::stage::Stage;
use super::wellness::Band;

/// How many steps a plan offers, beside a safety action.
pub const STEPS_AT_MOST: usize = 4;

/// A kind of step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The sheet's kinds; each is worded in the catalogue.
pub enum Step {
    Counselling,
    Group,
    Peer,
    SoberLiving,
    Medicine,
    UrgeSurfing,
    LookAhead,
    CostsAndGains,
    WaitAndLeave,
    ClearSpace,
    Halt,
    ReachOut,
    Care,
    Ground,
    Basics,
    Move,
    MindfulBreath,
    Purpose,
    Keep,
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
            Basics, Care, ClearSpace, CostsAndGains, Counselling, Ground, Group, Halt, Keep,
            LookAhead, Medicine, MindfulBreath, Move, Peer, Purpose, ReachOut, SoberLiving,
            UrgeSurfing, WaitAndLeave,
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
            Self::Domain(Domain::Health) => &[Basics, Move],
            Self::Domain(Domain::Functioning) => &[Purpose],
            Self::Domain(Domain::Relationships) => &[Group],
            Self::Domain(Domain::Resilience) => &[MindfulBreath],
        }
    }
}

/// The steps a result offers: stage, first factor, lowest domain below strong, second and third factor; one
/// step each, all different, four at most. Where a card of A1 to A4 is due, its action comes before these, on
/// the card itself, and "few signs" offers no "keep going".
///
/// ```
/// use recovery_check::domain::{answers::Answers, gates::Gates, plan, result::CheckResult};
/// let result = CheckResult::new(&Answers::default(), &Gates::default(), None);
/// assert!(plan::steps(&result).is_empty(), "nothing is known, so nothing is offered");
/// ```
pub fn steps(result: &CheckResult) -> Vec<(Reason, Step)> {
    let stage = Reason::Stage(result.stage.stage);
    let mut factors = result.ranked.iter().copied().map(Reason::Factor);
    let first_factor = factors.next();
    let reasons = [
        Some(stage),
        first_factor,
        lowest_domain(result).map(Reason::Domain),
    ];
    let mut chosen: Vec<(Reason, Step)> = Vec::new();
    for reason in reasons.into_iter().flatten().chain(factors) {
        let fresh = reason.steps().iter().copied().find(|&step| {
            let keep_beside_card = step == Step::Keep && result.cards.any_from_gates();
            !keep_beside_card && chosen.iter().all(|&(_, taken)| taken != step)
        });
        chosen.extend(fresh.map(|step| (reason, step)));
    }
    chosen.truncate(STEPS_AT_MOST);
    chosen
}

fn lowest_domain(result: &CheckResult) -> Option<Domain> {
    Domain::ALL
        .into_iter()
        .filter_map(|domain| Some((domain, result.scores.domain(domain)?)))
        .filter(|&(_, score)| Band::of(score) != Band::Strong)
        .min_by_key(|&(_, score)| score.value())
        .map(|(domain, _)| domain)
}
