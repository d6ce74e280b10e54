//! Owns what is stored and how it is read back: one key a check-in, so that two tabs never write over each
//! other, and an entry that cannot be read is simply left alone.
//!
//! Knows no screens and no words. [`envelope`], [`own`] and [`keeper`] are pure; the browser stands behind [`Store`].

#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod browser;
pub mod envelope;
pub mod keeper;
pub mod key;
pub mod lock;
pub mod memory;
pub mod news;
pub mod order;
pub mod own;
mod reading;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod vault;

/// Where entries are stored: text under keys.
pub trait Store {
    /// The text under `key`.
    fn read(&self, key: &str) -> Option<String>;

    /// Stores `text` under `key`.
    ///
    /// # Errors
    /// [`Refused`] when the store would not take it; what stood under `key` is then still there.
    fn write(&mut self, key: &str, text: &str) -> Result<(), Refused>;

    /// Removes `key`, if it is there.
    fn remove(&mut self, key: &str);

    /// Every key, in no order, also those of others.
    fn keys(&self) -> Vec<String>;
}

/// The store would not take an entry: it is full, or was blocked after the page opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;
