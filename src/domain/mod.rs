//! The instrument and its rules: what is asked, scored and shown for safety.
//!
//! Owns every fact of the clinical sheet. Knows no words a person reads, no browser, no framework, no clock
//! and no randomness; depends on the standard library and serde only.
//!
//! Invariants, each held by a type or a property in `tests/properties.rs`:
//! - a score is an exact fraction from 0 to 100, or none; never a zero that stands for "unknown";
//! - raising the value of a risk item never lowers its score, nor moves the stage away from use;
//! - safety cards depend on gates only, except [`safety::Card::A5`]; a later gate never removes one.

#[macro_use]
mod coded;

pub mod answers;
pub mod care;
pub mod change;
pub mod check_in;
pub mod date;
pub mod factors;
pub mod flow;
pub mod fraction;
pub mod gate_answers;
pub mod gates;
pub mod help;
pub mod history;
pub mod instrument;
pub mod plan;
pub mod reflection;
pub mod reply;
pub mod result;
pub mod safety;
pub mod scoring;
pub mod stage;
pub mod step;
pub mod timer;
pub mod tool;
pub mod wellness;
