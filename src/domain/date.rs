//! Owns civil days. A day is a date on the person's calendar, so daylight saving and time zones cannot make a
//! week shorter or longer.

/// A date, as days since 1 January 1970. From 0 to 1,000,000 (the year 4707).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u32);

impl Day {
    /// The last day this type can hold.
    pub const MAX: u32 = 1_000_000;

    /// The day with this number; none when out of range.
    pub fn new(number: u32) -> Option<Self> {
        (number <= Self::MAX).then_some(Self(number))
    }

    /// The day with this calendar date, which must be a real one from 1970 on.
    ///
    /// ```
    /// use recovery_check::domain::date::Day;
    /// assert_eq!(Day::from_calendar(1970, 1, 1).number(), 0);
    /// assert_eq!(Day::from_calendar(2026, 11, 2).number(), 20_759);
    /// ```
    pub const fn from_calendar(year: u32, month: u32, day: u32) -> Self {
        // Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
        let year = if month <= 2 { year - 1 } else { year };
        let era = year / 400;
        let year_of_era = year % 400;
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// The calendar date as year, month and day.
    ///
    /// ```
    /// use recovery_check::domain::date::Day;
    /// assert_eq!(Day::from_calendar(2024, 2, 29).calendar(), (2024, 2, 29));
    /// ```
    pub fn calendar(self) -> (u32, u32, u32) {
        // Hinnant's civil_from_days, see `from_calendar`.
        let days = self.0 + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + u32::from(month <= 2);
        (year, month, day)
    }

    /// The day as ISO 8601 writes it, such as `2026-11-08`.
    pub fn iso(self) -> String {
        let (year, month, day) = self.calendar();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The day that `text` names as `YYYY-MM-DD`, if there is such a day here.
    ///
    /// ```
    /// use recovery_check::domain::date::Day;
    /// assert_eq!(Day::from_iso("2026-11-08").map(Day::iso).as_deref(), Some("2026-11-08"));
    /// assert_eq!(Day::from_iso("2026-02-30"), None);
    /// ```
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let is_near =
            (1970..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let found = is_near.then(|| Self::from_calendar(year, month, day))?;
        // Days that no month has, such as 30 February, would come out as others.
        (found.calendar() == (year, month, day) && Self::new(found.0).is_some()).then_some(found)
    }

    /// Days since 1 January 1970.
    pub fn number(self) -> u32 {
        self.0
    }

    /// Whole days from `earlier` to this day; none when `earlier` is later. A clock set back therefore never
    /// shows as a negative gap.
    pub fn days_since(self, earlier: Self) -> Option<u32> {
        self.0.checked_sub(earlier.0)
    }
}

/// A minute of the day, 0 to 1439, as `18:30`.
///
/// ```
/// use recovery_check::domain::date::{minute_of, written_minute};
/// assert_eq!(written_minute(1110), "18:30");
/// assert_eq!(minute_of("18:30"), Some(1110));
/// ```
pub fn written_minute(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The minute of the day that `text` names as time inputs write it, perhaps with seconds; none for anything else.
///
/// ```
/// use recovery_check::domain::date::minute_of;
/// assert_eq!(minute_of("06:05:59"), Some(365));
/// assert_eq!(minute_of("24:00"), None);
/// ```
pub fn minute_of(text: &str) -> Option<u16> {
    let (hour, minute) = text.get(..5)?.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_has_one_date() {
        for number in (0..=Day::MAX).step_by(17) {
            let (year, month, day) = Day(number).calendar();
            assert_eq!(Day::from_calendar(year, month, day), Day(number));
        }
    }

    #[test]
    fn knows_leap_days() {
        let gap = |a: Day, b: Day| b.days_since(a);
        assert_eq!(
            gap(
                Day::from_calendar(2024, 2, 28),
                Day::from_calendar(2024, 3, 1)
            ),
            Some(2)
        );
        assert_eq!(
            gap(
                Day::from_calendar(2100, 2, 28),
                Day::from_calendar(2100, 3, 1)
            ),
            Some(1)
        );
        assert_eq!(
            gap(
                Day::from_calendar(2026, 1, 2),
                Day::from_calendar(2026, 1, 1)
            ),
            None
        );
        assert_eq!(Day::new(Day::MAX + 1), None);
    }
}
