//! Owns the ten unscored gate questions: their options, order and conditions (clinical sheet, section 2).
//!
//! A gate whose condition is not met is not asked, and an answer it still holds, because the person went
//! back, is ignored: [`Gates::effective`] is the only view the rules may read.

pub use super::gate_answers::{
    Danger, DaysUsed, GateAnswer, GateOption, Goal, LastUse, NextDay, OpioidBreak, SelfHarm,
    Stopping, Substance, Substances, Symptom, Symptoms,
};
use super::reply::Reply;

/// One gate question, declared in asking order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// Is anyone in danger now?
    Q1,
    /// My goal.
    G1,
    /// Last use outside the goal.
    U1,
    /// Days of use in the past seven. Asked when U1 is within 7 days.
    U2,
    /// Use in the next day?
    U5,
    /// Which substances? Asked when U1 is within 30 days, or U5 is maybe or yes.
    U3,
    /// A break from opioids in the past month? Asked when U3 includes opioids or street drugs.
    U4,
    /// Stopped or cut down after use on most days?
    Q3,
    /// Signs of withdrawal. Asked when Q3 is yes.
    Q4,
    /// Thoughts of ending one's life or hurting oneself.
    Q2,
}

impl Gate {
    /// Every gate in asking order.
    pub const ALL: [Self; 10] = [
        Self::Q1,
        Self::G1,
        Self::U1,
        Self::U2,
        Self::U5,
        Self::U3,
        Self::U4,
        Self::Q3,
        Self::Q4,
        Self::Q2,
    ];

    /// The id of the clinical sheet.
    pub fn id(self) -> &'static str {
        ["Q1", "G1", "U1", "U2", "U5", "U3", "U4", "Q3", "Q4", "Q2"][self as usize]
    }

    /// The gate with this id, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        // Spelled out rather than searched for: the score command looks up ten ids a line.
        Some(match id {
            "Q1" => Self::Q1,
            "G1" => Self::G1,
            "U1" => Self::U1,
            "U2" => Self::U2,
            "U5" => Self::U5,
            "U3" => Self::U3,
            "U4" => Self::U4,
            "Q3" => Self::Q3,
            "Q4" => Self::Q4,
            "Q2" => Self::Q2,
            _ => return None,
        })
    }

    /// True where several answers may be chosen.
    pub fn is_multiple(self) -> bool {
        matches!(self, Self::U3 | Self::Q4)
    }

    /// The codes of the options in the order shown, without `skip`.
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Q1 => Danger::CODES,
            Self::G1 => Goal::CODES,
            Self::U1 => LastUse::CODES,
            Self::U2 => DaysUsed::CODES,
            Self::U5 => NextDay::CODES,
            Self::U3 => Substances::CODES,
            Self::U4 => OpioidBreak::CODES,
            Self::Q3 => Stopping::CODES,
            Self::Q4 => Symptoms::CODES,
            Self::Q2 => SelfHarm::CODES,
        }
    }
}

/// The replies to all gates, as the person left them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // Each field is the reply to the gate its type documents.
pub struct Gates {
    pub danger: Reply<Danger>,
    pub goal: Reply<Goal>,
    pub last_use: Reply<LastUse>,
    pub days_used: Reply<DaysUsed>,
    pub next_day: Reply<NextDay>,
    pub substances: Reply<Substances>,
    pub opioid_break: Reply<OpioidBreak>,
    pub stopping: Reply<Stopping>,
    pub symptoms: Reply<Symptoms>,
    pub self_harm: Reply<SelfHarm>,
}

/// A code that no option of the gate has, or several codes where one is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

impl Gates {
    /// True when the condition of `gate` is met, so that it is asked.
    ///
    /// ```
    /// use recovery_check::domain::gates::{Gate, Gates, LastUse};
    /// use recovery_check::domain::reply::Reply;
    /// let mut gates = Gates::default();
    /// assert!(!gates.is_asked(Gate::U2));
    /// gates.last_use = Reply::Given(LastUse::Week);
    /// assert!(gates.is_asked(Gate::U2));
    /// ```
    pub fn is_asked(&self, gate: Gate) -> bool {
        match gate {
            Gate::Q1 | Gate::G1 | Gate::U1 | Gate::U5 | Gate::Q3 | Gate::Q2 => true,
            Gate::U2 => self.used_within_7_days(),
            Gate::U3 => {
                self.last_use.given().is_some_and(LastUse::within_30_days)
                    || self.may_use_next_day()
            }
            Gate::U4 => {
                self.is_asked(Gate::U3)
                    && self.substances.given().is_some_and(|substances| {
                        substances.has_any([Substance::Opioids, Substance::Street])
                    })
            }
            Gate::Q4 => self.stopping == Reply::Given(Stopping::Yes),
        }
    }

    /// These gates without the answers to gates that are not asked.
    #[must_use]
    pub fn effective(&self) -> Self {
        let mut asked = *self;
        for gate in Gate::ALL {
            if !self.is_asked(gate) {
                asked.clear(gate);
            }
        }
        asked
    }

    /// These gates with every gate not reached counted as skipped, as at the result.
    #[must_use]
    pub fn at_result(&self) -> Self {
        Self {
            danger: self.danger.or_skipped(),
            goal: self.goal.or_skipped(),
            last_use: self.last_use.or_skipped(),
            days_used: self.days_used.or_skipped(),
            next_day: self.next_day.or_skipped(),
            substances: self.substances.or_skipped(),
            opioid_break: self.opioid_break.or_skipped(),
            stopping: self.stopping.or_skipped(),
            symptoms: self.symptoms.or_skipped(),
            self_harm: self.self_harm.or_skipped(),
        }
    }

    /// These gates as they stood when `last` had just been asked: later ones are not seen.
    #[must_use]
    pub fn up_to(&self, last: Gate) -> Self {
        let mut seen = *self;
        for gate in Gate::ALL.into_iter().filter(|&gate| gate > last) {
            seen.clear(gate);
        }
        seen
    }

    /// The first gate, in order, that is asked and not yet seen.
    pub fn next(&self) -> Option<Gate> {
        Gate::ALL
            .into_iter()
            .find(|&gate| self.is_asked(gate) && !self.is_seen(gate))
    }

    /// True once `gate` has been answered or skipped.
    pub fn is_seen(&self, gate: Gate) -> bool {
        match gate {
            Gate::Q1 => self.danger.is_seen(),
            Gate::G1 => self.goal.is_seen(),
            Gate::U1 => self.last_use.is_seen(),
            Gate::U2 => self.days_used.is_seen(),
            Gate::U5 => self.next_day.is_seen(),
            Gate::U3 => self.substances.is_seen(),
            Gate::U4 => self.opioid_break.is_seen(),
            Gate::Q3 => self.stopping.is_seen(),
            Gate::Q4 => self.symptoms.is_seen(),
            Gate::Q2 => self.self_harm.is_seen(),
        }
    }

    /// Records the reply to `gate`, given as codes of its options.
    ///
    /// # Errors
    /// [`UnknownCode`] when the codes name no answer of this gate; the gate then stays as it was.
    pub fn set(&mut self, gate: Gate, reply: Reply<&[&str]>) -> Result<(), UnknownCode> {
        match gate {
            Gate::Q1 => set(&mut self.danger, reply),
            Gate::G1 => set(&mut self.goal, reply),
            Gate::U1 => set(&mut self.last_use, reply),
            Gate::U2 => set(&mut self.days_used, reply),
            Gate::U5 => set(&mut self.next_day, reply),
            Gate::U3 => set(&mut self.substances, reply),
            Gate::U4 => set(&mut self.opioid_break, reply),
            Gate::Q3 => set(&mut self.stopping, reply),
            Gate::Q4 => set(&mut self.symptoms, reply),
            Gate::Q2 => set(&mut self.self_harm, reply),
        }
    }

    /// How `gate` stands, as the codes of the chosen options in the order shown.
    pub fn codes(&self, gate: Gate) -> Reply<Vec<&'static str>> {
        match gate {
            Gate::Q1 => chosen(self.danger),
            Gate::G1 => chosen(self.goal),
            Gate::U1 => chosen(self.last_use),
            Gate::U2 => chosen(self.days_used),
            Gate::U5 => chosen(self.next_day),
            Gate::U3 => chosen(self.substances),
            Gate::U4 => chosen(self.opioid_break),
            Gate::Q3 => chosen(self.stopping),
            Gate::Q4 => chosen(self.symptoms),
            Gate::Q2 => chosen(self.self_harm),
        }
    }

    /// U1 lies within 7 days.
    pub fn used_within_7_days(&self) -> bool {
        self.last_use.given().is_some_and(LastUse::within_7_days)
    }

    /// U5 is maybe or yes.
    pub fn may_use_next_day(&self) -> bool {
        matches!(self.next_day, Reply::Given(NextDay::Maybe | NextDay::Yes))
    }

    fn clear(&mut self, gate: Gate) {
        // "Not seen" names no code, so this cannot fail.
        let _ = self.set(gate, Reply::NotSeen);
    }
}

fn set<T: GateAnswer>(slot: &mut Reply<T>, reply: Reply<&[&str]>) -> Result<(), UnknownCode> {
    *slot = match reply {
        Reply::NotSeen => Reply::NotSeen,
        Reply::Skipped => Reply::Skipped,
        Reply::Given(codes) => Reply::Given(T::from_codes(codes).ok_or(UnknownCode)?),
    };
    Ok(())
}

fn chosen<T: GateAnswer>(reply: Reply<T>) -> Reply<Vec<&'static str>> {
    reply.map(|answer| {
        T::CODES
            .iter()
            .copied()
            .filter(|code| answer.includes(code))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_every_gate_is_read_and_given_back() {
        for gate in Gate::ALL {
            assert_eq!(Gate::from_id(gate.id()), Some(gate));
            for &code in gate.codes() {
                let mut gates = Gates::default();
                gates.set(gate, Reply::Given(&[code])).unwrap();
                assert_eq!(gates.codes(gate), Reply::Given(vec![code]));
            }
            let mut gates = Gates::default();
            for wrong in [&["skip"][..], &["maybe?"], &[]] {
                assert_eq!(gates.set(gate, Reply::Given(wrong)), Err(UnknownCode));
            }
            assert_eq!(gates, Gates::default());
        }
    }

    #[test]
    fn an_answer_behind_an_unmet_condition_is_ignored_along_the_chain() {
        let mut gates = Gates {
            last_use: Reply::Given(LastUse::Week),
            substances: Reply::Given(Substances::from_codes(&["street"]).unwrap()),
            opioid_break: Reply::Given(OpioidBreak::Yes),
            ..Gates::default()
        };
        assert!(gates.is_asked(Gate::U4));
        gates.last_use = Reply::Given(LastUse::Longer);
        assert!(
            !gates.is_asked(Gate::U4),
            "U3 is no longer asked, so U4 is not either"
        );
        assert_eq!(
            gates.effective(),
            Gates {
                last_use: Reply::Given(LastUse::Longer),
                ..Gates::default()
            }
        );
    }

    #[test]
    fn a_skipped_gate_meets_no_condition() {
        let gates = Gates {
            last_use: Reply::Skipped,
            next_day: Reply::Skipped,
            ..Gates::default()
        };
        for gate in [Gate::U2, Gate::U3, Gate::U4, Gate::Q4] {
            assert!(!gates.is_asked(gate));
        }
    }
}
