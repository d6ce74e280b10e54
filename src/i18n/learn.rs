//! Words of the kinds of care and the short reads.

/// Words of the kinds of care and the short reads.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct LearnWords {
    pub title: &'static str,
}
