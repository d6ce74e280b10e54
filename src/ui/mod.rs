//! Owns the screens. Draws what the session says and turns presses into events; decides nothing.

mod away;
pub mod components;
pub mod context;
pub mod element;
pub mod first_load;
mod keeping;
pub mod later;
pub mod locking;
pub mod nodes;
pub mod page;
pub mod screens;
mod sharing;
#[cfg(feature = "csr")]
pub mod start;
