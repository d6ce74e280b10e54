//! Owns what each gate can be answered with, as types that hold nothing else, and the codes that name the
//! answers (clinical sheet, section 2).

use super::gates::Gate;

/// The answers of one gate, and how codes name them.
pub trait GateAnswer: Copy + PartialEq + 'static {
    /// Option codes of the score format in the order shown, without `skip`.
    const CODES: &'static [&'static str];

    /// The answer that these codes, at least one, name together; none when a code is unknown, or when
    /// several are given where only one may be.
    fn from_codes(codes: &[&str]) -> Option<Self>;

    /// True when `code` is part of this answer.
    fn includes(self, code: &str) -> bool;
}

/// Declares a gate answer that is one choice out of several.
macro_rules! one_of {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl GateAnswer for $name {
            const CODES: &'static [&'static str] = &[$($code),+];

            fn from_codes(codes: &[&str]) -> Option<Self> {
                match *codes {
                    $([$code] => Some(Self::$variant),)+
                    _ => None,
                }
            }

            fn includes(self, code: &str) -> bool {
                Self::CODES[self as usize] == code
            }
        }

        impl $name {
            /// Every answer in the order shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    };
}

one_of! {
    /// Q1: is anyone in danger now?
    Danger {
        /// No one is.
        No = "no",
        /// Someone is.
        Yes = "yes",
    }
}

one_of! {
    /// G1: the person's goal.
    Goal {
        /// No use at all.
        NoUse = "no_use",
        /// Less use.
        CutDown = "cut_down",
        /// Not decided.
        NotSure = "not_sure",
    }
}

one_of! {
    /// U1: last drink or use that did not fit the goal.
    LastUse {
        /// Today or yesterday.
        Today = "today",
        /// 2 to 7 days ago.
        Week = "week",
        /// 8 to 30 days ago.
        Month = "month",
        /// Longer ago, or never.
        Longer = "longer",
    }
}

impl LastUse {
    /// In the past 7 days.
    pub fn within_7_days(self) -> bool {
        matches!(self, Self::Today | Self::Week)
    }

    /// In the past 30 days.
    pub fn within_30_days(self) -> bool {
        !matches!(self, Self::Longer)
    }
}

one_of! {
    /// U2: on how many of the past 7 days.
    DaysUsed {
        /// One.
        One = "1",
        /// Two or three.
        TwoToThree = "2-3",
        /// Four to seven.
        FourToSeven = "4-7",
    }
}

one_of! {
    /// U5: might the person drink or use in the next day?
    NextDay {
        /// No.
        No = "no",
        /// Maybe.
        Maybe = "maybe",
        /// Yes.
        Yes = "yes",
    }
}

one_of! {
    /// U4: three or more days with no opioids, or far less, in the past month.
    OpioidBreak {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not sure.
        NotSure = "not_sure",
        /// The person doesn't use opioids.
        NoOpioids = "none",
    }
}

one_of! {
    /// Q3: stopped or cut down in the past 7 days, after drinking or taking benzos on most days.
    Stopping {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
        /// The person plans to.
        Plan = "plan",
    }
}

one_of! {
    /// Q2: thoughts of ending one's life or hurting oneself.
    SelfHarm {
        /// No.
        No = "no",
        /// Yes, and safe now.
        Safe = "safe",
        /// Yes, and might act.
        MightAct = "might_act",
    }
}

/// U3: one or more kinds of substance. Never empty: choosing nothing is a skip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Substances(u8);

/// A kind of substance in U3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Substance {
    /// Alcohol.
    Alcohol,
    /// Opioids.
    Opioids,
    /// Benzodiazepines or sleeping pills.
    Benzos,
    /// Pills or powder not from a pharmacy.
    Street,
    /// Anything else.
    Other,
}

impl Substance {
    /// Every kind in the order shown.
    pub const ALL: &'static [Self] = &[
        Self::Alcohol,
        Self::Opioids,
        Self::Benzos,
        Self::Street,
        Self::Other,
    ];
}

impl Substances {
    /// True when `substance` was chosen.
    pub fn has(self, substance: Substance) -> bool {
        self.0 & (1 << substance as u8) != 0
    }

    /// True when any of these was chosen.
    pub fn has_any(self, substances: [Substance; 2]) -> bool {
        substances.into_iter().any(|substance| self.has(substance))
    }
}

impl GateAnswer for Substances {
    const CODES: &'static [&'static str] = &["alcohol", "opioids", "benzos", "street", "other"];

    fn from_codes(codes: &[&str]) -> Option<Self> {
        bits(Self::CODES, codes).filter(|&set| set != 0).map(Self)
    }

    fn includes(self, code: &str) -> bool {
        bits(Self::CODES, &[code]).is_some_and(|bit| self.0 & bit != 0)
    }
}

/// Q4: what the person has while stopping. "None" counts only alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symptoms {
    /// None of them.
    None,
    /// Shaking, sweats or throwing up only.
    Shakes,
    /// Seeing things, a fit or being mixed up only.
    Severe,
    /// Both kinds.
    ShakesAndSevere,
}

/// One option of Q4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symptom {
    /// Shaking, sweats or throwing up.
    Shakes,
    /// Seeing things, a fit or being mixed up.
    Severe,
    /// None of them.
    None,
}

impl Symptom {
    /// Every option in the order shown.
    pub const ALL: &'static [Self] = &[Self::Shakes, Self::Severe, Self::None];
}

impl Symptoms {
    /// Seeing things, a fit or being mixed up: an emergency.
    pub fn are_severe(self) -> bool {
        matches!(self, Self::Severe | Self::ShakesAndSevere)
    }
}

impl GateAnswer for Symptoms {
    const CODES: &'static [&'static str] = &["shakes", "severe", "none"];

    fn from_codes(codes: &[&str]) -> Option<Self> {
        match bits(Self::CODES, codes)? {
            0 => None,
            0b100 => Some(Self::None),
            set => Some(match set & 0b011 {
                0b01 => Self::Shakes,
                0b10 => Self::Severe,
                _ => Self::ShakesAndSevere,
            }),
        }
    }

    fn includes(self, code: &str) -> bool {
        match code {
            "shakes" => matches!(self, Self::Shakes | Self::ShakesAndSevere),
            "severe" => self.are_severe(),
            "none" => self == Self::None,
            _ => false,
        }
    }
}

/// The set of `chosen` as bits in the order of `known`; none when one is unknown.
fn bits(known: &[&str], chosen: &[&str]) -> Option<u8> {
    chosen.iter().try_fold(0, |set, code| {
        let place = known.iter().position(|known| known == code)?;
        Some(set | (1 << place))
    })
}

/// One option of one gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "each holds the answers that its type documents"
)]
pub enum GateOption {
    Danger(Danger),
    Goal(Goal),
    LastUse(LastUse),
    DaysUsed(DaysUsed),
    NextDay(NextDay),
    Substance(Substance),
    OpioidBreak(OpioidBreak),
    Stopping(Stopping),
    Symptom(Symptom),
    SelfHarm(SelfHarm),
}

impl GateOption {
    /// The options of `gate` in the order shown, each with its code.
    pub fn of(gate: Gate) -> Vec<(&'static str, Self)> {
        fn coded<T: Copy>(
            codes: &[&'static str],
            all: &[T],
            option: fn(T) -> GateOption,
        ) -> Vec<(&'static str, GateOption)> {
            let options = all.iter().map(|&answer| option(answer));
            codes.iter().copied().zip(options).collect()
        }
        let codes = gate.codes();
        match gate {
            Gate::Q1 => coded(codes, Danger::ALL, Self::Danger),
            Gate::G1 => coded(codes, Goal::ALL, Self::Goal),
            Gate::U1 => coded(codes, LastUse::ALL, Self::LastUse),
            Gate::U2 => coded(codes, DaysUsed::ALL, Self::DaysUsed),
            Gate::U5 => coded(codes, NextDay::ALL, Self::NextDay),
            Gate::U3 => coded(codes, Substance::ALL, Self::Substance),
            Gate::U4 => coded(codes, OpioidBreak::ALL, Self::OpioidBreak),
            Gate::Q3 => coded(codes, Stopping::ALL, Self::Stopping),
            Gate::Q4 => coded(codes, Symptom::ALL, Self::Symptom),
            Gate::Q2 => coded(codes, SelfHarm::ALL, Self::SelfHarm),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_a_gate_has_its_option() {
        for gate in Gate::ALL {
            let codes: Vec<_> = GateOption::of(gate).iter().map(|(code, _)| *code).collect();
            assert_eq!(codes, gate.codes());
        }
    }

    #[test]
    fn none_of_them_counts_only_alone() {
        assert_eq!(
            Symptoms::from_codes(&["none", "shakes"]),
            Some(Symptoms::Shakes)
        );
        assert_eq!(
            Symptoms::from_codes(&["severe", "none", "shakes"]),
            Some(Symptoms::ShakesAndSevere)
        );
        assert_eq!(
            Symptoms::from_codes(&["none", "none"]),
            Some(Symptoms::None)
        );
    }
}
