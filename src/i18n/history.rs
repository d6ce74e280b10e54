//! Words of check-ins over time.

/// Words of check-ins over time.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct HistoryWords {
    pub title: &'static str,
}
