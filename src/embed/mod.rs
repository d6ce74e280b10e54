//! Owns what the page around us, or the clinic's web person, may set.

pub mod clinic;
pub mod options;
