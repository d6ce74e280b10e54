//! Words of the coping tools.

/// Words of the coping tools.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct ToolsWords {
    pub title: &'static str,
}
