//! What the person makes of a result: the plan, the reflection, the notebook, and what a file brings back.

use super::event::{Effect, Planned, Reflected};
use super::{Aside, Found, Keep, Kept, ReflectPage, Session};
use crate::domain::change::DAYS_BETWEEN;
use crate::domain::check_in::{CheckIn, CheckInId};
use crate::domain::date::Day;
use crate::domain::plan::{Plan, PlannedStep};
use crate::domain::reflection::Reflection;
use crate::domain::safety::Cards;
use crate::domain::step::{Reason, Step};
use crate::domain::tool::{Notebook, Page};

impl Session {
    /// The latest check-in with a result: the one under way, or the last of the past.
    pub fn latest_finished(&self) -> Option<&CheckIn> {
        let now = self.check_in.as_ref().filter(|check_in| check_in.finished);
        let finished = self.past.iter().filter(|past| past.finished);
        now.or_else(|| finished.max_by_key(|past| past.begun.second))
    }

    /// How many check-ins, plans, reflections, and pages written in the tools are in storage.
    pub fn kept_counts(&self) -> [usize; 4] {
        let here = |kept: Kept, count| if kept.is_stored() { count } else { 0 };
        let [check_ins, reflections] = &self.not_stored;
        let past = self
            .past
            .iter()
            .filter(|past| !check_ins.contains(&past.id));
        let notes = self.reflections.iter();
        let notes = notes.filter(|note| !reflections.contains(&note.id));
        [
            past.count() + here(self.kept, self.check_in.iter().count()),
            here(self.plan_kept, self.plan.iter().count()),
            notes.count(),
            here(self.notebook_kept, self.notebook.written()),
        ]
    }

    /// True when the plan comes from an earlier check-in than the one under way: then the person is asked how
    /// its steps went.
    pub fn plan_is_from_before(&self) -> bool {
        let made_from = self.plan.as_ref().and_then(|plan| plan.check_in);
        let now = self.check_in.as_ref().filter(|check_in| check_in.finished);
        self.plan.is_some() && now.is_some_and(|now| made_from != Some(now.id))
    }

    pub(super) fn plan(&mut self, planned: Planned) -> Vec<Effect> {
        match planned {
            Planned::Made => self.make_plan(),
            // Nothing may be told of as kept where nothing can be.
            Planned::Kept if !self.can_keep => Vec::new(),
            Planned::Kept => {
                self.plan_kept = Kept::Here;
                self.save_plan()
            }
            Planned::Discarded => self.drop_plan(),
            Planned::Added(Step::Keep, _) if !self.may_keep_going() => Vec::new(),
            Planned::Added(step, reason) => self.add_step(step, reason),
            Planned::Swapped(index) => {
                let may_keep_going = self.may_keep_going();
                self.change_plan(|plan| plan.swap(index, may_keep_going))
            }
            Planned::Learned(index, went) => self.change_plan(|plan| plan.learn(index, went)),
            Planned::Removed(index) => self.change_plan(|plan| {
                if index < plan.steps.len() {
                    plan.steps.remove(index);
                }
            }),
            Planned::Cued(index, text) => self.change_step(index, |step| step.cue = Some(text)),
            Planned::Acted(index, text) => self.change_step(index, |step| step.action = Some(text)),
            Planned::Asked(index, text) => self.change_step(index, |step| step.who = text),
            Planned::Timed(index, when) => self.change_step(index, |step| step.when = when),
            Planned::Ticked(index, tried) => self.change_step(index, |step| step.tried = tried),
        }
    }

    /// The cards that are due on `today`, where any is: those of the check-in under way, however far it has
    /// come; else those of the last result, which speaks of seven days.
    pub fn cards_due(&self, today: Day) -> Option<Cards> {
        let now = self.check_in.as_ref().map(cards_of);
        let is_recent = |past: &&CheckIn| {
            let age = today.days_since(past.begun.day);
            past.finished && age.is_some_and(|age| age < DAYS_BETWEEN)
        };
        let past = self.past.iter().filter(is_recent);
        let last = past.max_by_key(|past| past.begun.second).map(cards_of);
        [now, last]
            .into_iter()
            .flatten()
            .find(|cards| cards.iter().next().is_some())
    }

    /// False while "keep going" may not be offered: a card of A1 to A4 is due in the check-in under way, or was
    /// at the result the plan is made from.
    pub fn may_keep_going(&self) -> bool {
        let under_way = self.check_in.as_ref();
        let all = under_way.into_iter().chain(self.latest_finished());
        all.map(cards_of).all(|cards| !cards.any_from_gates())
    }

    /// Gets the plan ready to be shown: makes one where there is none, and takes out what no longer fits.
    pub(super) fn open_plan(&mut self) -> Vec<Effect> {
        if self.plan.as_ref().is_none_or(|plan| plan.steps.is_empty()) {
            return self.make_plan();
        }
        let may_stay = self.may_keep_going();
        let has = self.plan.as_ref().is_some_and(|plan| plan.has(Step::Keep));
        if may_stay || !has {
            return Vec::new();
        }
        self.change_plan(Plan::settle)
    }

    fn make_plan(&mut self) -> Vec<Effect> {
        let Some(check_in) = self.latest_finished() else {
            return Vec::new();
        };
        let last = self.plan.clone().unwrap_or_default();
        let mut plan = last.for_check_in(check_in.id, check_in.begun.day, &check_in.result());
        if !self.may_keep_going() {
            plan.settle();
        }
        self.plan = Some(plan);
        self.keep_plan()
    }

    /// Adds a step. The first one begins a plan, which is that of the latest result, as if it were made from it.
    fn add_step(&mut self, step: Step, reason: Option<Reason>) -> Vec<Effect> {
        let latest = self.latest_finished().copied();
        let plan = self.plan.get_or_insert_default();
        if let Some(check_in) = latest.filter(|_| plan.steps.is_empty()) {
            plan.check_in = Some(check_in.id);
            plan.day = Some(check_in.begun.day);
        }
        plan.add(step, reason);
        self.keep_plan()
    }

    fn change_plan(&mut self, change: impl FnOnce(&mut Plan)) -> Vec<Effect> {
        if let Some(plan) = &mut self.plan {
            change(plan);
        }
        self.keep_plan()
    }

    fn change_step(&mut self, index: usize, change: impl FnOnce(&mut PlannedStep)) -> Vec<Effect> {
        self.change_plan(|plan| {
            if let Some(step) = plan.steps.get_mut(index) {
                change(step);
            }
        })
    }

    /// Stores the plan if the check-in it was made from is kept, or the person asked for it before.
    pub(super) fn keep_plan(&self) -> Vec<Effect> {
        let goes_along = match self.keep {
            Keep::Here => self.plan_is_of_check_in() || self.plan_is_of_past(),
            Keep::Undecided => self.plan_is_of_past(),
            Keep::Nothing => false,
        };
        if goes_along || self.plan_kept != Kept::Nothing {
            self.save_plan()
        } else {
            Vec::new()
        }
    }

    pub(super) fn save_plan(&self) -> Vec<Effect> {
        self.plan
            .clone()
            .map(Effect::SavePlan)
            .into_iter()
            .collect()
    }

    /// Lets go of the plan, in storage too.
    fn drop_plan(&mut self) -> Vec<Effect> {
        self.plan = None;
        self.plan_kept = Kept::Nothing;
        vec![Effect::ForgetPlan]
    }

    fn plan_is_of_check_in(&self) -> bool {
        let made_from = self.plan.as_ref().and_then(|plan| plan.check_in);
        let now = self.check_in.map(|check_in| check_in.id);
        now.is_some() && made_from == now
    }

    /// True when the plan was made from a check-in that was put away and is in storage.
    fn plan_is_of_past(&self) -> bool {
        let made_from = self.plan.as_ref().and_then(|plan| plan.check_in);
        let is_stored = |id| !self.not_stored[0].contains(&id);
        made_from.is_some_and(|id| is_stored(id) && self.past.iter().any(|past| past.id == id))
    }

    /// Lets go of a plan that was made from the check-in under way.
    pub(super) fn drop_plan_of_check_in(&mut self) -> Vec<Effect> {
        if self.plan_is_of_check_in() {
            self.drop_plan()
        } else {
            Vec::new()
        }
    }

    /// The same in storage only: the person goes on with it, and nothing stays.
    pub(super) fn drop_plan_of_check_in_from_storage(&mut self) -> Option<Effect> {
        let drops = self.plan_is_of_check_in() && self.plan_kept != Kept::Nothing;
        drops.then(|| {
            self.plan_kept = Kept::Nothing;
            Effect::ForgetPlan
        })
    }

    pub(super) fn reflect(&mut self, reflected: Reflected) -> Vec<Effect> {
        match reflected {
            Reflected::Began { id, today } => self.begin_reflection(id, today),
            Reflected::Chose(factor, chosen) => {
                self.change_reflection(|reflection| reflection.choose(factor, chosen))
            }
            Reflected::Wrote(prompt, text) => {
                self.change_reflection(|reflection| reflection.write(prompt, text))
            }
            Reflected::Kept if !self.can_keep => Vec::new(),
            Reflected::Kept => {
                self.reflection_kept = Kept::Here;
                self.save_reflection()
            }
            Reflected::Discarded(id) => {
                if self.reflection.as_ref().is_some_and(|now| now.id == id) {
                    self.reflection = None;
                    self.reflection_kept = Kept::Nothing;
                    self.close_reflection();
                }
                self.reflections.retain(|kept| kept.id != id);
                vec![Effect::ForgetReflection(id)]
            }
            Reflected::Closed => {
                self.close_reflection();
                Vec::new()
            }
        }
    }

    fn begin_reflection(&mut self, id: CheckInId, today: Day) -> Vec<Effect> {
        self.open(Aside::Reflect(ReflectPage::Start));
        if self.reflection.is_some() {
            return Vec::new();
        }
        let id = self.check_in.map_or(id, |check_in| check_in.id);
        let before = self.reflections.iter().find(|kept| kept.id == id).cloned();
        let was_kept = before.is_some();
        self.reflection = Some(before.unwrap_or_else(|| Reflection::new(id, today)));
        self.reflection_kept = Kept::Nothing;
        if was_kept {
            // Stored again as it stands: the last change of it may have been refused.
            self.reflection_kept = Kept::Here;
            self.save_reflection()
        } else {
            Vec::new()
        }
    }

    fn close_reflection(&mut self) {
        self.asides
            .retain(|aside| !matches!(aside, Aside::Reflect(_)));
    }

    fn change_reflection(&mut self, change: impl FnOnce(&mut Reflection)) -> Vec<Effect> {
        if let Some(reflection) = &mut self.reflection {
            change(reflection);
        }
        match self.reflection_kept {
            Kept::Nothing => Vec::new(),
            Kept::Here | Kept::Refused(_) => self.save_reflection(),
        }
    }

    /// Stores the reflection, and counts it among those that are kept.
    pub(super) fn save_reflection(&mut self) -> Vec<Effect> {
        let Some(reflection) = self.reflection.clone() else {
            return Vec::new();
        };
        self.reflections.retain(|kept| kept.id != reflection.id);
        self.reflections.push(reflection.clone());
        vec![Effect::SaveReflection(reflection)]
    }

    pub(super) fn note(&mut self, page: Page, text: String) -> Vec<Effect> {
        self.notebook.write(page, text);
        if self.notebook_kept == Kept::Nothing && self.keep == Keep::Here {
            self.notebook_goes_along = true;
        }
        if self.keep == Keep::Here || self.notebook_kept != Kept::Nothing {
            self.save_notebook()
        } else {
            Vec::new()
        }
    }

    /// Lets go, in storage, of a notebook that was kept only because the check-in was: the person goes on with
    /// it, and nothing stays.
    pub(super) fn drop_notebook_that_goes_along(&mut self) -> Option<Effect> {
        std::mem::take(&mut self.notebook_goes_along).then(|| {
            self.notebook_kept = Kept::Nothing;
            Effect::ForgetNotebook
        })
    }

    pub(super) fn keep_notebook(&mut self, keep: bool) -> Vec<Effect> {
        self.notebook_goes_along = false;
        if keep {
            self.notebook_kept = Kept::Here;
            return self.save_notebook();
        }
        self.notebook = Notebook::default();
        self.notebook_kept = Kept::Nothing;
        vec![Effect::ForgetNotebook]
    }

    pub(super) fn save_notebook(&self) -> Vec<Effect> {
        vec![Effect::SaveNotebook(self.notebook.clone())]
    }

    /// Takes over what a file held. It holds only what is not here yet, see `export::import`.
    pub(super) fn import(&mut self, found: Found) -> Vec<Effect> {
        let mut effects = Vec::new();
        for mut check_in in found.check_ins {
            // One that was under way elsewhere must not take the place of the one under way here.
            check_in.open &= self.check_in.is_none();
            self.past.push(check_in);
            effects.push(Effect::Keep(check_in));
        }
        for reflection in found.reflections {
            self.reflections.push(reflection.clone());
            effects.push(Effect::SaveReflection(reflection));
        }
        if found.plan.is_some() {
            self.plan = found.plan;
            self.plan_kept = Kept::Here;
            effects.extend(self.save_plan());
        }
        if let Some(notebook) = found.notebook {
            self.notebook = notebook;
            self.notebook_kept = Kept::Here;
            effects.extend(self.save_notebook());
        }
        effects
    }
}

/// The cards due in a check-in: at its result, or so far.
fn cards_of(check_in: &CheckIn) -> Cards {
    if check_in.finished {
        check_in.result().cards
    } else {
        Cards::due(&check_in.gates)
    }
}
