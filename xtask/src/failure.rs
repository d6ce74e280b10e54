//! Owns the shape of a failure: which step, why, and what to do by hand.
//!
//! Every command of `xtask` ends either well or with one of these, so nobody is left with an exit
//! code alone.

use std::fmt;
use std::io;
use std::path::Path;

/// A step that did not succeed, told so that a person can go on without this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What was being done, as it was announced.
    pub step: String,
    /// What went wrong.
    pub why: String,
    /// What to type or change.
    pub by_hand: String,
}

/// What a step returns.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// Puts the three parts together.
    pub fn new(
        step: impl Into<String>,
        why: impl Into<String>,
        by_hand: impl Into<String>,
    ) -> Self {
        Self {
            step: step.into(),
            why: why.into(),
            by_hand: by_hand.into(),
        }
    }
}

/// Between the parts of a failure that one process leaves for another.
const BETWEEN: char = '\u{1f}';

impl Failure {
    /// Leaves it in a file, for the process that started this one.
    pub(crate) fn leave(&self, file: &Path) -> io::Result<()> {
        let Self { step, why, by_hand } = self;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, format!("{step}{BETWEEN}{why}{BETWEEN}{by_hand}"))
    }

    /// Takes one that another process left, if it left one.
    pub(crate) fn take(file: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(file).ok()?;
        let _ = std::fs::remove_file(file);
        let mut parts = text.split(BETWEEN);
        Some(Self::new(parts.next()?, parts.next()?, parts.next()?))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "failed: {}", self.step)?;
        writeln!(out, "  why:     {}", self.why)?;
        write!(out, "  by hand: {}", self.by_hand)
    }
}

impl std::error::Error for Failure {}

/// Turns any error into a [`Failure`] where it happens.
pub(crate) trait OrFail<T> {
    /// Names the step the error belongs to and the way out.
    fn or_fail(self, step: &str, by_hand: &str) -> Outcome<T>;
}

impl<T, E: fmt::Display> OrFail<T> for Result<T, E> {
    fn or_fail(self, step: &str, by_hand: &str) -> Outcome<T> {
        self.map_err(|why| Failure::new(step, why.to_string(), by_hand))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_step_reason_and_remedy() {
        let failure = Failure::new("install Trunk", "no network", "cargo install trunk");
        assert_eq!(
            failure.to_string(),
            "failed: install Trunk\n  why:     no network\n  by hand: cargo install trunk"
        );
    }

    #[test]
    fn a_failure_reaches_another_process_once() {
        let file = std::env::temp_dir().join(format!("rc-failure-{}", std::process::id()));
        let failure = Failure::new("a step", "two\nlines", "do this");
        failure.leave(&file).unwrap();
        assert_eq!(Failure::take(&file), Some(failure));
        assert_eq!(Failure::take(&file), None);
    }
}
