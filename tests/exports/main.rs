//! Every form in which data are taken along, and our own form brought back: fixtures, properties, bad files.

#[allow(dead_code, reason = "other tests need the rest of the generators")]
#[path = "../common/mod.rs"]
mod common;

mod any;
mod bad;
mod calendar;
mod forms;
mod round;
mod sample;
