//! Choices about keeping, and what came of them.

use super::{Effect, Keep, Kept, NotKept, Session, Stored};
use crate::domain::help::Region;

impl Session {
    pub(super) fn choose_keep(&mut self, keep: Keep) -> Vec<Effect> {
        let was_kept = std::mem::replace(&mut self.keep, keep) == Keep::Here;
        if keep == Keep::Here {
            return self.save_all();
        }
        self.kept = Kept::Nothing;
        let check_in = self.check_in.map(|check_in| Effect::Forget(check_in.id));
        let region = self
            .region
            .filter(|_| was_kept)
            .map(|_| Effect::ForgetRegion);
        let plan = self.drop_plan_of_check_in_from_storage();
        let notebook = self.drop_notebook_that_goes_along();
        let own = plan.into_iter().chain(notebook);
        check_in.into_iter().chain(region).chain(own).collect()
    }

    pub(super) fn choose_region(&mut self, region: Region) -> Vec<Effect> {
        self.region = Some(region);
        match self.keep {
            Keep::Here => vec![Effect::SaveRegion(region)],
            Keep::Undecided | Keep::Nothing => Vec::new(),
        }
    }

    pub(super) fn choose_discreet(&mut self, discreet: bool) -> Vec<Effect> {
        // On a shared device it is so whatever is chosen, and nothing is stored.
        if self.shared {
            return Vec::new();
        }
        self.discreet = discreet;
        vec![Effect::SaveDiscreet(discreet)]
    }

    pub(super) fn saved(&mut self, what: Stored, outcome: Result<(), NotKept>) -> Vec<Effect> {
        let kept = match outcome {
            Ok(()) if self.can_keep => Kept::Here,
            Ok(()) => Kept::Refused(NotKept::Full),
            Err(why) => Kept::Refused(why),
        };
        // An answer that comes late speaks of something that is gone, and changes nothing.
        match what {
            Stored::CheckIn if self.keep == Keep::Here && self.check_in.is_some() => {
                self.kept = kept;
            }
            Stored::Plan if self.plan.is_some() => self.plan_kept = kept,
            Stored::Reflection if self.reflection.is_some() => self.reflection_kept = kept,
            Stored::Notebook => self.notebook_kept = kept,
            Stored::Discreet => self.discreet_kept = kept,
            _ => {}
        }
        Vec::new()
    }

    /// What keeping this has come to.
    pub fn kept_of(&self, what: Stored) -> Kept {
        match what {
            Stored::CheckIn => self.kept,
            Stored::Plan => self.plan_kept,
            Stored::Reflection => self.reflection_kept,
            Stored::Notebook => self.notebook_kept,
            Stored::Discreet => self.discreet_kept,
        }
    }

    /// What is kept beside the replies, once there is a check-in to keep: the region, and a plan made before
    /// the person decided.
    pub(super) fn save_all(&self) -> Vec<Effect> {
        let mut effects = self.save();
        if !effects.is_empty() {
            effects.extend(self.region.map(Effect::SaveRegion));
            if self.plan_kept == Kept::Nothing {
                effects.extend(self.keep_plan());
            }
        }
        effects
    }

    pub(super) fn save(&self) -> Vec<Effect> {
        match (self.keep, self.check_in) {
            (Keep::Here, Some(check_in)) => vec![Effect::Save(check_in)],
            _ => Vec::new(),
        }
    }
}
