//! Owns the counting: how many checks passed and failed, test by test where a step has tests.

/// Passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Checks that passed.
    pub(crate) passed: usize,
    /// Checks that failed.
    pub(crate) failed: usize,
}

impl Tally {
    /// Reads the summary line of Rust's test runners; any other line counts nothing.
    pub(crate) fn read(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ") else {
            return;
        };
        self.passed += number_before(counts, " passed");
        self.failed += number_before(counts, " failed");
    }

    /// The step itself, once it ended: a step without tests is one check, and a step that failed for
    /// another reason than a test is one failure.
    pub(crate) fn close(mut self, succeeded: bool) -> Self {
        if succeeded && self == Self::default() {
            self.passed = 1;
        }
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    /// Both together.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

fn number_before(text: &str, word: &str) -> usize {
    let before = text.split_once(word).map_or("", |(before, _)| before);
    let number = before.rsplit(' ').next().unwrap_or("");
    number.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: usize, failed: usize) -> Tally {
        Tally { passed, failed }
    }

    #[test]
    fn summaries_add_up_and_other_lines_do_not() {
        let mut sum = Tally::default();
        sum.read("running 3 tests");
        sum.read("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out");
        sum.read("test result: FAILED. 3 passed; 2 failed; 0 ignored");
        assert_eq!(sum, tally(15, 2));
    }

    #[test]
    fn a_step_counts_as_its_tests_or_as_one() {
        assert_eq!(Tally::default().close(true), tally(1, 0));
        assert_eq!(Tally::default().close(false), tally(0, 1));
        assert_eq!(tally(7, 0).close(true), tally(7, 0));
        assert_eq!(tally(7, 2).close(false), tally(7, 2));
        assert_eq!(tally(7, 0).close(false), tally(7, 1));
    }
}
