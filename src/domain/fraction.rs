//! Owns exact arithmetic on scores. Floating point would put a score of exactly 37.5 on the wrong side of a
//! cut now and then.

use std::cmp::Ordering;

/// A non-negative fraction in lowest terms; zero is 0/1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    num: u32,
    den: u32,
}

impl Fraction {
    /// `num` over `den` in lowest terms. `den` must not be zero: every caller divides by a count of items
    /// it has checked.
    ///
    /// ```
    /// use recovery_check::domain::fraction::Fraction;
    /// let half = Fraction::new(50, 100);
    /// assert_eq!((half.num(), half.den()), (1, 2));
    /// assert!(half < Fraction::new(2, 3));
    /// ```
    pub const fn new(num: u32, den: u32) -> Self {
        let divisor = gcd(num, den);
        Self {
            num: num / divisor,
            den: den / divisor,
        }
    }

    /// The upper number.
    pub fn num(self) -> u32 {
        self.num
    }

    /// The lower number, at least 1.
    pub fn den(self) -> u32 {
        self.den
    }

    /// The nearest whole number, half rounded up. For display only; rules compare fractions.
    pub fn rounded(self) -> u32 {
        (2 * self.num + self.den) / (2 * self.den)
    }

    /// As people write it, with one decimal where it is not whole: `50`, `37.5`.
    ///
    /// ```
    /// use recovery_check::domain::fraction::Fraction;
    /// assert_eq!(Fraction::new(75, 2).written(), "37.5");
    /// ```
    pub fn written(self) -> String {
        let tenths = 10 * self.num / self.den;
        match tenths % 10 {
            0 => (tenths / 10).to_string(),
            rest => format!("{}.{rest}", tenths / 10),
        }
    }

    /// How far the two lie apart.
    #[must_use]
    pub fn distance(self, other: Self) -> Self {
        let (a, b) = (self.num * other.den, other.num * self.den);
        Self::new(a.abs_diff(b), self.den * other.den)
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |a: u32, b: u32| u64::from(a) * u64::from(b);
        cross(self.num, other.den).cmp(&cross(other.num, self.den))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

const fn gcd(mut a: u32, mut b: u32) -> u32 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_up() {
        assert_eq!(Fraction::new(25, 2).rounded(), 13);
        assert_eq!(Fraction::new(50, 3).rounded(), 17);
        assert_eq!(Fraction::new(49, 100).rounded(), 0);
        assert_eq!(Fraction::new(0, 7), Fraction::new(0, 1));
    }

    #[test]
    fn distance_is_exact_and_the_same_both_ways() {
        let (a, b) = (Fraction::new(175, 3), Fraction::new(125, 3));
        assert_eq!(a.distance(b), Fraction::new(50, 3));
        assert_eq!(b.distance(a), Fraction::new(50, 3));
    }
}
