//! Words of the small plan, and of how its steps went.

/// Words of the small plan, and of how its steps went.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct PlanWords {
    pub title: &'static str,
}
