//! Words of the reflection after a return to use.

use super::{AroundTwo, Titled};
use crate::domain::instrument::Factor;
use crate::domain::reflection::Prompt;

/// Words of the reflection after a return to use.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct ReflectWords {
    pub title: &'static str,
    pub offer: &'static str,
    pub begin: &'static str,
    pub step_of: AroundTwo,
    pub start_text: &'static str,
    pub prompt: fn(Prompt) -> Titled,
    pub choose: &'static str,
    pub before: fn(Factor) -> &'static str,
    pub own_words: &'static str,
    pub no_names: &'static str,
    pub people: &'static str,
    pub ideas: &'static str,
    pub skip: &'static str,
    pub only_if_asked: &'static str,
    pub forget: &'static str,
    pub end: &'static str,
    pub end_text: &'static str,
    pub nothing: &'static str,
    pub keep_hint: &'static str,
    pub keep: &'static str,
    pub kept: &'static str,
    pub not_kept: &'static str,
    pub cannot: &'static str,
    pub to_plan: &'static str,
}
