//! What the session's effects mean for the store.

use super::key::DISCREET;
use super::{envelope, own};
use crate::domain::plan::Plan;
use crate::domain::reflection::Reflection;
use crate::domain::tool::Notebook;
use crate::session::{Effect, Entry};

/// What is to be done to the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Store a text, unless something else stands there than this page has seen.
    Put {
        /// Its key.
        entry: Entry,
        /// What to store.
        text: String,
        /// Whether a check-in is open then, where that is what is stored.
        opens: Option<bool>,
    },
    /// Remove an entry of this page.
    Remove(Entry),
    /// Set a mark, or take it away.
    Mark(&'static str, bool),
    /// From now on, what stands under this key is known, whatever it is.
    Claim(Entry),
    /// Remove everything of ours.
    Clear,
}

/// How what a person made of a result is written. The page fetches the code for it on its own.
pub struct Own {
    plan: fn(&Plan) -> String,
    reflection: fn(&Reflection) -> String,
    notebook: fn(&Notebook) -> String,
}

/// See [`Own`].
pub static OWN: Own = Own {
    plan: own::encode_plan,
    reflection: own::encode_reflection,
    notebook: own::encode_notebook,
};

/// What an effect means for the store; none where it takes [`Own`] and that is not here.
pub fn order(effect: &Effect, own: Option<&Own>) -> Option<Order> {
    let put = |entry, text| Order::Put {
        entry,
        text,
        opens: None,
    };
    let order = match effect {
        Effect::Save(check_in) => Order::Put {
            entry: Entry::CheckIn(check_in.id),
            text: envelope::encode(check_in),
            opens: Some(check_in.open),
        },
        Effect::Keep(check_in) => put(Entry::CheckIn(check_in.id), envelope::encode(check_in)),
        Effect::SavePlan(plan) => put(Entry::Plan, (own?.plan)(plan)),
        Effect::SaveReflection(reflection) => put(
            Entry::Reflection(reflection.id),
            (own?.reflection)(reflection),
        ),
        Effect::SaveNotebook(notebook) => put(Entry::Notebook, (own?.notebook)(notebook)),
        Effect::SaveRegion(region) => put(Entry::Region, envelope::encode_region(*region)),
        Effect::SaveDiscreet(discreet) => Order::Mark(DISCREET, *discreet),
        Effect::Forget(id) => Order::Remove(Entry::CheckIn(*id)),
        Effect::ForgetPlan => Order::Remove(Entry::Plan),
        Effect::ForgetReflection(id) => Order::Remove(Entry::Reflection(*id)),
        Effect::ForgetNotebook => Order::Remove(Entry::Notebook),
        Effect::ForgetRegion => Order::Remove(Entry::Region),
        Effect::ForgetAll => Order::Clear,
        Effect::Claim(entry) => Order::Claim(*entry),
    };
    Some(order)
}
