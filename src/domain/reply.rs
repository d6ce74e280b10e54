//! Owns the three ways a question can stand: not seen, skipped, answered.

/// How a question stands. Two nested options would let "skipped" and "not seen" be mixed up; both
/// score alike, but only a skipped gate can bring a safety card ([`super::safety`], rule A2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reply<T> {
    /// The person has not reached the question.
    #[default]
    NotSeen,
    /// The person saw the question and chose to skip it.
    Skipped,
    /// The person answered.
    Given(T),
}

impl<T> Reply<T> {
    /// The answer, if there is one.
    ///
    /// ```
    /// use recovery_check::domain::reply::Reply;
    /// assert_eq!(Reply::Given(3).given(), Some(3));
    /// assert_eq!(Reply::<u8>::Skipped.given(), None);
    /// ```
    pub fn given(self) -> Option<T> {
        match self {
            Self::Given(answer) => Some(answer),
            Self::NotSeen | Self::Skipped => None,
        }
    }

    /// True once the person has answered or skipped.
    pub fn is_seen(&self) -> bool {
        !matches!(self, Self::NotSeen)
    }

    /// The same standing, with the answer changed by `change`.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reply<U> {
        match self {
            Self::NotSeen => Reply::NotSeen,
            Self::Skipped => Reply::Skipped,
            Self::Given(answer) => Reply::Given(change(answer)),
        }
    }

    /// "Not reached" counted as "skipped", as every rule of the result asks.
    #[must_use]
    pub fn or_skipped(self) -> Self {
        match self {
            Self::NotSeen => Self::Skipped,
            seen => seen,
        }
    }
}
