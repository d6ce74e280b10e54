//! Owns the edge to the browser beside storage: clock, random numbers, focus, history, the boot script.
//!
//! Everything here is thin; nothing here decides. Knows no screens and no words.

pub mod away;
pub mod boot;
pub mod clock;
#[cfg(feature = "faults")]
pub mod faults;
pub mod file;
pub mod history;
pub mod idle;
pub mod page;
pub mod requests;
pub mod tabs;
