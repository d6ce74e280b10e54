//! Words of the reflection after a return to use.

/// Words of the reflection after a return to use.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct ReflectWords {
    pub title: &'static str,
}
