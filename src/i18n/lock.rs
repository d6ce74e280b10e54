//! Words of the lock: setting it, opening it, and what it can't do.

use super::Titled;

/// Words of the lock.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct LockWords {
    pub title: &'static str,
    pub lead: &'static str,
    /// Said before it is set: without phrase and code nobody can open it.
    pub lost: &'static str,
    /// Why this page can't lock: it did not come over a secure connection.
    pub insecure: &'static str,
    pub phrase: &'static str,
    pub phrase_hint: &'static str,
    pub show: &'static str,
    pub code: Titled,
    pub set: &'static str,
    pub working: &'static str,
    pub is_set: &'static str,
    pub now: &'static str,
    pub idle: &'static str,
    /// The choices of [`crate::storage::lock::IDLE`], in its order.
    pub idles: [&'static str; 5],
    pub change: &'static str,
    pub current: &'static str,
    pub new_phrase: &'static str,
    pub new_code: Titled,
    pub change_go: &'static str,
    pub changed: &'static str,
    pub take_off: &'static str,
    pub take_off_sure: &'static str,
    pub take_off_yes: &'static str,
    pub is_off: &'static str,
    pub your_code: Titled,
    pub code_written: &'static str,
    pub open_title: &'static str,
    pub open_lead: &'static str,
    pub phrase_or_code: &'static str,
    pub open: &'static str,
    pub forgot: Titled,
    pub go_without: &'static str,
    pub go_without_hint: &'static str,
    pub delete: &'static str,
    /// The lock itself can't be read, or is of a newer version.
    pub strange: &'static str,
    pub unlock: &'static str,
    pub too_short: &'static str,
    pub wrong: &'static str,
    pub full: &'static str,
    pub changed_elsewhere: &'static str,
    pub failed: &'static str,
    pub partly: &'static str,
}
