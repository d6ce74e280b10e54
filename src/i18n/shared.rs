//! Words for a device that others use as well.

/// Words for a shared device.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct SharedWords {
    /// Asked on the first screen, with the link that opens the page for a shared device.
    pub question: &'static str,
    pub open: &'static str,
    /// On every screen there.
    pub is_on: &'static str,
    pub clear: &'static str,
    pub clear_sure: &'static str,
    pub clear_yes: &'static str,
    /// Said a minute before the page clears itself.
    pub soon: &'static str,
    pub about: &'static str,
    /// The link that opens the page as usual.
    pub own: &'static str,
    pub cannot: &'static str,
    /// Where files can be saved.
    pub file: &'static str,
}
