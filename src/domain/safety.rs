//! Owns which safety cards must show (clinical sheet, section 4). A wrong or missing card is the worst defect
//! this project can have.
//!
//! A1 to A4 follow from gates alone and are checked after each one; A5 comes with the stage. A skipped gate
//! triggers nothing, except U4 in A2; a gate not reached yet triggers nothing at all.

use super::gates::{
    Danger, DaysUsed, Gate, Gates, OpioidBreak, SelfHarm, Stopping, Substance, Symptoms,
};
use super::reply::Reply;
use super::stage::Stage;

/// A safety card, declared in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// Emergency: call now.
    A1,
    /// Overdose: a small amount can stop breathing.
    A2,
    /// Self-harm: talk with someone now.
    A3,
    /// Withdrawal: stopping suddenly can be dangerous.
    A4,
    /// Support after use, or close to it.
    A5,
}

impl Card {
    /// Every card in the order shown.
    pub const ALL: [Self; 5] = [Self::A1, Self::A2, Self::A3, Self::A4, Self::A5];

    /// The code of the clinical sheet.
    pub fn code(self) -> &'static str {
        ["A1", "A2", "A3", "A4", "A5"][self as usize]
    }

    /// The gates this card depends on (section 4). A5 comes with the stage.
    pub fn gates(self) -> &'static [Gate] {
        match self {
            Self::A1 => &[Gate::Q1, Gate::Q4, Gate::Q2],
            Self::A2 => &[Gate::U1, Gate::U5, Gate::U3, Gate::U4],
            Self::A3 => &[Gate::Q2],
            Self::A4 => &[Gate::U2, Gate::U3, Gate::Q3],
            Self::A5 => &[],
        }
    }
}

/// Why the emergency card is due. Each reason adds words of its own, so all are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Emergency {
    /// Q1: someone is in danger.
    pub danger: bool,
    /// Q2: the person might act on thoughts of ending their life.
    pub self_harm: bool,
    /// Q4: severe withdrawal.
    pub withdrawal: bool,
}

impl Emergency {
    fn is_due(self) -> bool {
        self.danger || self.self_harm || self.withdrawal
    }
}

/// The cards that are due, with what they need to say.
#[allow(
    clippy::struct_excessive_bools,
    reason = "one a card; each stands alone and none excludes another"
)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cards {
    /// Reasons for A1.
    pub emergency: Emergency,
    overdose: bool,
    self_harm: bool,
    withdrawal: bool,
    support: bool,
}

impl Cards {
    /// A1 to A4 as these gates stand now; a gate not seen triggers nothing.
    ///
    /// ```
    /// use recovery_check::domain::{gates::*, reply::Reply, safety::*};
    /// let gates = Gates { danger: Reply::Given(Danger::Yes), ..Gates::default() };
    /// assert!(Cards::due(&gates).iter().eq([Card::A1]));
    /// ```
    pub fn due(gates: &Gates) -> Self {
        let gates = gates.effective();
        let severe = gates.symptoms.given().is_some_and(Symptoms::are_severe);
        Self {
            emergency: Emergency {
                danger: gates.danger == Reply::Given(Danger::Yes),
                self_harm: gates.self_harm == Reply::Given(SelfHarm::MightAct),
                withdrawal: severe,
            },
            overdose: overdose(&gates),
            self_harm: matches!(
                gates.self_harm,
                Reply::Given(SelfHarm::Safe | SelfHarm::MightAct)
            ),
            withdrawal: withdrawal(&gates),
            support: false,
        }
    }

    /// Every card at the result, where a gate not reached counts as skipped.
    pub fn at_result(gates: &Gates, stage: Stage) -> Self {
        Self {
            support: matches!(stage, Stage::Use | Stage::Physical),
            ..Self::due(&gates.at_result())
        }
    }

    /// True when the reply to `gate` brought a card, or a reason for one, that was not due before it.
    pub fn new_after(gates: &Gates, gate: Gate) -> bool {
        let before = Gate::ALL
            .into_iter()
            .rfind(|&earlier| earlier < gate)
            .map(|earlier| Self::due(&gates.up_to(earlier)))
            .unwrap_or_default();
        Self::due(&gates.up_to(gate)) != before
    }

    /// True when `card` is due.
    pub fn has(&self, card: Card) -> bool {
        match card {
            Card::A1 => self.emergency.is_due(),
            Card::A2 => self.overdose,
            Card::A3 => self.self_harm,
            Card::A4 => self.withdrawal,
            Card::A5 => self.support,
        }
    }

    /// The due cards in the order shown.
    pub fn iter(&self) -> impl Iterator<Item = Card> {
        Card::ALL.into_iter().filter(|&card| self.has(card))
    }

    /// True when any of A1 to A4 is due.
    pub fn any_from_gates(&self) -> bool {
        self.iter().any(|card| card != Card::A5)
    }
}

/// A2. Deaths by overdose rise after a break and with mixing (Strang 2003; Sordo 2017).
fn overdose(gates: &Gates) -> bool {
    let Some(substances) = gates.substances.given() else {
        return false;
    };
    let opioids = substances.has_any([Substance::Opioids, Substance::Street]);
    let break_possible = matches!(
        gates.opioid_break,
        Reply::Skipped | Reply::Given(OpioidBreak::Yes | OpioidBreak::NotSure)
    );
    let mixing = substances.has_any([Substance::Alcohol, Substance::Benzos]);
    let both_sedatives = substances.has(Substance::Alcohol) && substances.has(Substance::Benzos);
    let use_near = gates.used_within_7_days() || gates.may_use_next_day();
    both_sedatives || (opioids && (use_near || break_possible || mixing))
}

/// A4. Stopping alcohol or benzodiazepines suddenly can cause fits.
fn withdrawal(gates: &Gates) -> bool {
    let stopping = matches!(gates.stopping, Reply::Given(Stopping::Yes | Stopping::Plan));
    let heavy_use = gates.days_used == Reply::Given(DaysUsed::FourToSeven)
        && gates
            .substances
            .given()
            .is_some_and(|substances| substances.has_any([Substance::Alcohol, Substance::Benzos]));
    stopping || heavy_use
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::gates::{GateAnswer, LastUse, Substances};

    fn using(codes: &[&str], last_use: LastUse) -> Gates {
        Gates {
            last_use: Reply::Given(last_use),
            substances: Reply::Given(Substances::from_codes(codes).unwrap()),
            ..Gates::default()
        }
    }

    #[test]
    fn a_skipped_break_question_counts_but_an_unreached_one_does_not() {
        let mut gates = using(&["opioids"], LastUse::Month);
        assert!(!Cards::due(&gates).has(Card::A2));
        gates.opioid_break = Reply::Skipped;
        assert!(Cards::due(&gates).has(Card::A2));
        gates.opioid_break = Reply::Given(OpioidBreak::No);
        assert!(!Cards::due(&gates).has(Card::A2));
    }

    #[test]
    fn a_second_emergency_reason_shows_the_card_again() {
        let gates = Gates {
            danger: Reply::Given(Danger::Yes),
            stopping: Reply::Given(Stopping::Yes),
            symptoms: Reply::Given(Symptoms::Severe),
            ..Gates::default()
        };
        assert!(Cards::new_after(&gates, Gate::Q1));
        assert!(!Cards::new_after(&gates, Gate::G1));
        assert!(Cards::new_after(&gates, Gate::Q4));
        assert!(!Cards::new_after(&gates, Gate::Q2));
    }
}
