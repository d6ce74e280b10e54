//! Words of taking it along: files, the summary, and bringing a file back.

/// Words of taking it along: files, the summary, and bringing a file back.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct TakeWords {
    pub title: &'static str,
}
