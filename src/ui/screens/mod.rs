//! One file a screen. Each draws what the session says at the moment it is shown.

pub mod cards;
pub mod failed;
pub mod help;
pub mod history;
pub mod learn;
pub mod outcome;
pub mod past;
pub mod plan;
pub mod question;
pub mod reflect;
pub mod result;
pub mod result_changes;
pub mod result_parts;
pub mod same_answer;
pub mod settings;
pub mod summary;
pub mod tool;
pub mod tools;
pub mod welcome;
pub mod why;
