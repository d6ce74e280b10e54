//! Owns the small plan: which steps a result offers (clinical sheet, section 5), and what the person makes of
//! them. Nothing in it is counted.

use super::check_in::CheckInId;
use super::date::Day;
use super::instrument::Domain;
use super::result::CheckResult;
use super::stage::Stage;
use super::step::{Reason, Step};
use super::wellness::Band;

/// How many steps a plan holds, beside a safety action.
pub const STEPS_AT_MOST: usize = 4;

coded! {
    /// How a step went, asked at the next check-in.
    Went {
        /// It helped.
        Helped = "helped",
        /// Not tried yet, or too early to say.
        NotYet = "not_yet",
        /// It is not for this person.
        NotForMe = "not_for_me",
    }
}

/// When a step is to be taken, on the person's own calendar and clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The day.
    pub day: Day,
    /// Minutes since midnight, 0 to 1439; none when the whole day is meant.
    pub minute: Option<u16>,
}

/// A step of the plan. Its words are the catalogue's until the person changes them; then they are kept as
/// typed. What is blank counts as not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedStep {
    /// Which kind.
    pub step: Step,
    /// What it was offered for; none when the person added it.
    pub reason: Option<Reason>,
    /// "If …", where the person changed it.
    pub cue: Option<String>,
    /// "… then I will …", where the person changed it.
    pub action: Option<String>,
    /// Who will help; empty where no one was named.
    pub who: String,
    /// When, if a time was set.
    pub when: Option<When>,
    /// True once the person ticked it.
    pub tried: bool,
    /// How it went, once asked.
    pub went: Option<Went>,
}

impl PlannedStep {
    fn new(step: Step, reason: Option<Reason>) -> Self {
        Self {
            step,
            reason,
            cue: None,
            action: None,
            who: String::new(),
            when: None,
            tried: false,
            went: None,
        }
    }

    /// What this kind of step is offered for; none where the person put it there, or swapped beyond what the
    /// reason offers.
    pub fn offered_for(&self) -> Option<Reason> {
        self.reason
            .filter(|reason| reason.steps().contains(&self.step))
    }

    /// The "if" as the person has it, or the catalogue's. Empty where the person took it out: a step can do
    /// without.
    pub fn cue_or<'a>(&'a self, words: &'a str) -> &'a str {
        match &self.cue {
            None => words,
            Some(cue) => written(cue).unwrap_or(""),
        }
    }

    /// The "then I will" as the person has it, or the catalogue's: a step without one is none.
    pub fn action_or<'a>(&'a self, words: &'a str) -> &'a str {
        self.own_action().unwrap_or(words)
    }

    /// Who will help, where someone is named.
    pub fn helper(&self) -> Option<&str> {
        written(&self.who)
    }

    fn own_action(&self) -> Option<&str> {
        self.action.as_deref().and_then(written)
    }

    /// True when the person put the "if" or the "then I will" in their own words.
    pub fn has_own_if_then(&self) -> bool {
        self.cue.as_deref().and_then(written).is_some() || self.own_action().is_some()
    }

    fn has_own_words(&self) -> bool {
        self.has_own_if_then() || self.helper().is_some()
    }

    /// True when the person wrote anything for it, or set a time.
    pub fn holds_something_own(&self) -> bool {
        self.has_own_words() || self.when.is_some()
    }

    /// This step for another week: the person's words stay, what was ticked and asked begins anew, and so does
    /// the time, which has passed.
    fn again(&self) -> Self {
        Self {
            when: None,
            tried: false,
            went: None,
            ..self.clone()
        }
    }
}

/// The text as typed; none where it is blank.
fn written(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.trim().is_empty())
}

/// What a person said of a kind of step, the last time they were asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The kind.
    pub step: Step,
    /// How it went.
    pub went: Went,
}

/// A plan: four steps at most, of different kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The check-in it was made from; none when the person put it together without one.
    pub check_in: Option<CheckInId>,
    /// The day of that check-in.
    pub day: Option<Day>,
    /// The steps.
    pub steps: Vec<PlannedStep>,
    /// What was learned of steps, those of earlier plans too.
    pub lessons: Vec<Lesson>,
}

/// The steps a result offers: stage, first factor, lowest domain if below strong, second and third factor; one
/// step each, all different, four at most. Where a card of A1 to A4 is due, its action comes before these, on
/// the card itself, and "few signs" offers no "keep going".
///
/// Within a reason, what helped before comes first, and what is not for the person is left out. What the sheet
/// leaves to choice is not offered unasked; it stands among the [`further_ideas`].
///
/// ```
/// use recovery_check::domain::{answers::Answers, gates::Gates, plan, result::CheckResult};
/// let result = CheckResult::new(&Answers::default(), &Gates::default(), None);
/// assert!(plan::offers(&result, &[]).is_empty(), "nothing is known, so nothing is offered");
/// ```
pub fn offers(result: &CheckResult, lessons: &[Lesson]) -> Vec<(Reason, Step)> {
    let mut chosen: Vec<(Reason, Step)> = Vec::new();
    for reason in reasons(result) {
        let fresh = open_steps(reason, result, lessons)
            .filter(|&step| step != Step::ArtOrAcupuncture)
            .find(|&step| chosen.iter().all(|&(_, taken)| taken != step));
        chosen.extend(fresh.map(|step| (reason, step)));
    }
    chosen.truncate(STEPS_AT_MOST);
    chosen
}

/// Every other step the result has a reason for, in the same order.
pub fn further_ideas(result: &CheckResult, plan: &Plan) -> Vec<(Reason, Step)> {
    let mut ideas: Vec<(Reason, Step)> = Vec::new();
    for reason in reasons(result) {
        for step in open_steps(reason, result, &plan.lessons) {
            if !plan.has(step) && ideas.iter().all(|&(_, taken)| taken != step) {
                ideas.push((reason, step));
            }
        }
    }
    ideas
}

/// What the result offers steps for, in the sheet's order.
fn reasons(result: &CheckResult) -> impl Iterator<Item = Reason> {
    let mut factors = result.ranked.clone().into_iter().map(Reason::Factor);
    let first = [
        Some(Reason::Stage(result.stage.stage)),
        factors.next(),
        lowest_domain(result).map(Reason::Domain),
    ];
    first.into_iter().flatten().chain(factors)
}

/// The steps of a reason that may be offered: what helped before comes first, then the sheet's order, and last
/// what the sheet leaves to choice.
fn open_steps(
    reason: Reason,
    result: &CheckResult,
    lessons: &[Lesson],
) -> impl Iterator<Item = Step> {
    let rank = |step: Step| match (lesson(lessons, step), step) {
        (Some(Went::NotForMe), _) => None,
        (_, Step::Keep) if result.cards.any_from_gates() => None,
        (Some(Went::Helped), _) => Some(0),
        (_, Step::ArtOrAcupuncture) => Some(2),
        _ => Some(1),
    };
    let of_rank = move |wanted: u8| {
        let steps = reason.steps().iter().copied();
        steps.filter(move |&step| rank(step) == Some(wanted))
    };
    (0..=2).flat_map(of_rank)
}

fn lesson(lessons: &[Lesson], step: Step) -> Option<Went> {
    let found = lessons.iter().find(|lesson| lesson.step == step);
    found.map(|lesson| lesson.went)
}

fn lowest_domain(result: &CheckResult) -> Option<Domain> {
    Domain::ALL
        .into_iter()
        .filter_map(|domain| Some((domain, result.scores.domain(domain)?)))
        .filter(|&(_, score)| Band::of(score) != Band::Strong)
        .min_by_key(|&(_, score)| score.value())
        .map(|(domain, _)| domain)
}

impl Plan {
    /// The plan for a check-in. What the person wrote for a step that is offered again stays. A step of the last
    /// plan that was "not yet", or that holds the person's own words and was not asked about, is carried over
    /// before new ones; a reason it was for gets no second step.
    #[must_use]
    pub fn for_check_in(&self, check_in: CheckInId, day: Day, result: &CheckResult) -> Self {
        let may_stay = |step: &&PlannedStep| {
            let is_open = match step.went {
                Some(went) => went == Went::NotYet,
                None => step.has_own_words(),
            };
            is_open && !(step.step == Step::Keep && result.cards.any_from_gates())
        };
        let carried = self.steps.iter().filter(may_stay).map(PlannedStep::again);
        let mut steps: Vec<PlannedStep> = carried.collect();
        for step in &mut steps {
            // What it was for may no longer hold.
            let holds = |own: &Reason| reasons(result).any(|reason| reason == *own);
            step.reason = step.reason.filter(holds);
        }
        for (reason, step) in offers(result, &self.lessons) {
            let is_taken = |taken: &PlannedStep| taken.step == step || taken.reason == Some(reason);
            if !steps.iter().any(is_taken) {
                let before = self.steps.iter().find(|before| before.step == step);
                let again = before.map(|before| PlannedStep {
                    reason: Some(reason),
                    ..before.again()
                });
                steps.push(again.unwrap_or_else(|| PlannedStep::new(step, Some(reason))));
            }
        }
        steps.truncate(STEPS_AT_MOST);
        Self {
            check_in: Some(check_in),
            day: Some(day),
            steps,
            lessons: self.lessons.clone(),
        }
    }

    /// Takes out what may not stand beside a card that is due: "keep going" (section 5).
    pub fn settle(&mut self) {
        self.steps.retain(|planned| planned.step != Step::Keep);
    }

    /// True when a step of this kind is in the plan.
    pub fn has(&self, step: Step) -> bool {
        self.steps.iter().any(|planned| planned.step == step)
    }

    /// True when another step fits in.
    pub fn has_room(&self) -> bool {
        self.steps.len() < STEPS_AT_MOST
    }

    /// Adds a step, unless the plan is full or has it.
    pub fn add(&mut self, step: Step, reason: Option<Reason>) {
        if self.has_room() && !self.has(step) {
            self.steps.push(PlannedStep::new(step, reason));
        }
    }

    /// Puts another kind of step in the place of one: the next one of its reason, and when those are through
    /// any other. Pressing on comes round to the first again. `may_keep_going` is false while a card of A1 to A4
    /// is due: "keep going" is not offered then.
    pub fn swap(&mut self, index: usize, may_keep_going: bool) {
        let Some(planned) = self.steps.get(index) else {
            return;
        };
        let own = planned.reason.map_or(&[][..], Reason::steps);
        let others = Step::ALL.iter().filter(|step| !own.contains(step));
        // "Keep going" belongs to a week of few signs, where it is offered by itself.
        let others = others.filter(|&&step| step != Step::Keep);
        let round: Vec<Step> = own
            .iter()
            .chain(others)
            .copied()
            .filter(|&step| may_keep_going || step != Step::Keep)
            .collect();
        let here = round.iter().position(|&step| step == planned.step);
        let turned = here.map_or(0, |here| here + 1);
        let next = round
            .iter()
            .cycle()
            .skip(turned)
            .take(round.len())
            .copied()
            .find(|&step| !self.has(step) && lesson(&self.lessons, step) != Some(Went::NotForMe));
        if let Some(next) = next {
            let planned = &self.steps[index];
            // Who helps and when do not hang on the kind of step.
            self.steps[index] = PlannedStep {
                who: planned.who.clone(),
                when: planned.when,
                ..PlannedStep::new(next, planned.reason)
            };
        }
    }

    /// Notes how a step went.
    pub fn learn(&mut self, index: usize, went: Went) {
        let Some(planned) = self.steps.get_mut(index) else {
            return;
        };
        planned.went = Some(went);
        let step = planned.step;
        self.lessons.retain(|lesson| lesson.step != step);
        self.lessons.push(Lesson { step, went });
    }
}

/// True when the result speaks of use: then learning from it is offered first.
pub fn reflects_first(result: &CheckResult) -> bool {
    result.stage.stage == Stage::Use
}
