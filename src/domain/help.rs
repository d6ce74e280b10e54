//! Owns the help lines by region, as data, each with the date it was last checked by a person.
//!
//! Source: clinical sheet, draft 2, section 4. Lines the sheet marks as recalled, not read, carry no date and
//! are never shown until someone has confirmed them. What a line is for stands in the word catalogue.

use super::date::Day;

/// The day the shown lines were last checked, as the design reference gives it. A person has to check them again
/// for each release, and to write that day here.
const CHECKED: Option<Day> = Some(Day::from_calendar(2026, 11, 2));

/// A place with help lines of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// United States.
    Us,
    /// Canada.
    Ca,
    /// United Kingdom.
    Uk,
    /// Ireland.
    Ie,
    /// Australia.
    Au,
    /// New Zealand.
    Nz,
    /// Spain.
    Es,
    /// Mexico.
    Mx,
    /// European Union, other countries.
    Eu,
    /// Anywhere else, or not known: no number is guessed.
    Other,
}

impl Region {
    /// Every region in the order offered.
    pub const ALL: [Self; 10] = [
        Self::Us,
        Self::Ca,
        Self::Uk,
        Self::Ie,
        Self::Au,
        Self::Nz,
        Self::Es,
        Self::Mx,
        Self::Eu,
        Self::Other,
    ];

    /// The code used in attributes and storage.
    pub fn code(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Ca => "ca",
            Self::Uk => "uk",
            Self::Ie => "ie",
            Self::Au => "au",
            Self::Nz => "nz",
            Self::Es => "es",
            Self::Mx => "mx",
            Self::Eu => "eu",
            Self::Other => "other",
        }
    }

    /// The region with this code, if there is one.
    ///
    /// ```
    /// use recovery_check::domain::help::Region;
    /// assert_eq!(Region::from_code("uk"), Some(Region::Uk));
    /// assert_eq!(Region::from_code("atlantis"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.code() == code)
    }

    /// The region subtags of language tags (BCP 47, such as the `IE` of `en-IE`) that mean this region,
    /// separated by spaces.
    pub fn subtags(self) -> &'static str {
        match self {
            Self::Us => "US PR",
            Self::Ca => "CA",
            Self::Uk => "GB",
            Self::Ie => "IE",
            Self::Au => "AU",
            Self::Nz => "NZ",
            Self::Es => "ES",
            Self::Mx => "MX",
            Self::Eu => {
                "AT BE BG HR CY CZ DK EE FI FR DE GR HU IT LV LT LU MT NL PL PT RO SK SI SE"
            }
            Self::Other => "",
        }
    }

    /// The number to call in an emergency; none where the sheet names none.
    pub fn emergency(self) -> Option<&'static str> {
        match self {
            Self::Us | Self::Ca => Some("911"),
            Self::Uk => Some("999"),
            Self::Ie | Self::Es | Self::Eu => Some("112"),
            Self::Au => Some("000"),
            Self::Nz => Some("111"),
            Self::Mx | Self::Other => None,
        }
    }

    /// A second emergency number that works as well, where the sheet names one.
    pub fn emergency_too(self) -> Option<&'static str> {
        (self == Self::Ie).then_some("999")
    }

    /// The lines that may be shown, in order: those a person has checked.
    pub fn lines(self) -> impl Iterator<Item = &'static Line> {
        self.all_lines()
            .iter()
            .filter(|line| line.checked.is_some())
    }

    /// Someone to talk with in a crisis.
    pub fn crisis(self) -> Option<&'static Line> {
        self.lines().find(|line| line.role == Role::Crisis)
    }

    /// Whom to turn to in a crisis: the first crisis line and, where that can't be texted, the first that can.
    /// Not everyone can speak at night.
    pub fn crisis_lines(self) -> impl Iterator<Item = &'static Line> {
        let first = self.crisis();
        let by_text = self
            .lines()
            .filter(|line| line.role == Role::Crisis)
            .find(|line| line.can_be_texted())
            .filter(|_| !first.is_some_and(Line::can_be_texted));
        first.into_iter().chain(by_text)
    }

    /// Someone who stays on the line while a person uses alone.
    pub fn use_alone(self) -> Option<&'static Line> {
        self.lines().find(|line| line.role == Role::UseAlone)
    }

    /// When the region's shown lines were last checked: the oldest of their dates.
    pub fn checked(self) -> Option<Day> {
        self.lines().filter_map(|line| line.checked).min()
    }

    /// Every line of the sheet, with those not confirmed yet.
    #[rustfmt::skip]
    pub fn all_lines(self) -> &'static [Line] {
        use Role::{Crisis, Drugs, UseAlone};
        use Way::{Call, Chat, Text};
        const fn line(service: Service, role: Role, ways: &'static [Way]) -> Line {
            Line { service, role, ways, checked: CHECKED }
        }
        const fn recalled(service: Service, role: Role, ways: &'static [Way]) -> Line {
            Line { service, role, ways, checked: None }
        }
        match self {
            Self::Us => const { &[
                line(Service::Lifeline988, Crisis, &[
                    Call("988"), Text { to: "988", say: None }, Chat("https://chat.988lifeline.org/"),
                ]),
                line(Service::Lifeline988Spanish, Crisis, &[Call("988"), Text { to: "988", say: Some("AYUDA") }]),
                line(Service::SafeSpot, UseAlone, &[Call("1-800-972-0590")]),
                line(Service::NeverUseAlone, UseAlone, &[Call("1-800-484-3731")]),
                recalled(Service::NeverUseAlone, UseAlone, &[Call("1-877-696-1996")]),
                recalled(Service::NeverUseAloneSpanish, UseAlone, &[Call("1-800-928-5330")]),
                line(Service::Samhsa, Drugs, &[Call("1-800-662-4357")]),
            ] },
            Self::Ca => const { &[
                line(Service::Lifeline988Canada, Crisis, &[Call("9-8-8"), Text { to: "9-8-8", say: None }]),
                line(Service::Nors, UseAlone, &[Call("1-888-688-6677")]),
            ] },
            Self::Uk => const { &[
                line(Service::Samaritans, Crisis, &[Call("116 123")]),
                line(Service::Shout, Crisis, &[Text { to: "85258", say: Some("SHOUT") }]),
                line(Service::Nhs111, Crisis, &[Call("111")]),
                line(Service::LifelineNi, Crisis, &[Call("0808 808 8000")]),
                recalled(Service::Frank, Drugs, &[Call("0300 123 6600")]),
            ] },
            Self::Ie => const { &[
                line(Service::Samaritans, Crisis, &[Call("116 123")]),
                line(Service::Pieta, Crisis, &[Call("1800 247 247")]),
                recalled(Service::TextAboutIt, Crisis, &[Text { to: "50808", say: None }]),
                line(Service::HseDrugs, Drugs, &[Call("1800 459 459")]),
            ] },
            Self::Au => const { &[
                line(Service::LifelineAustralia, Crisis, &[Call("13 11 14"), Text { to: "0477 13 11 14", say: None }]),
                line(Service::DrugHotlineAustralia, Drugs, &[Call("1800 250 015")]),
            ] },
            Self::Nz => const { &[
                line(Service::NeedToTalk, Crisis, &[Call("1737"), Text { to: "1737", say: None }]),
                line(Service::DrugHelplineNz, Drugs, &[Call("0800 787 797"), Text { to: "8681", say: None }]),
            ] },
            Self::Es => const { &[line(Service::Line024, Crisis, &[Call("024")])] },
            Self::Mx => const { &[line(Service::LineaDeLaVida, Crisis, &[Call("800 911 2000")])] },
            Self::Eu => const { &[
                line(Service::EuEmotional, Crisis, &[Call("116 123")]),
                recalled(Service::France3114, Crisis, &[Call("3114")]),
            ] },
            Self::Other => &[],
        }
    }
}

/// What a line is for, where the rules need to choose one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Any hard moment, or thoughts of ending one's life.
    Crisis,
    /// Staying on the line while someone uses alone.
    UseAlone,
    /// Questions about alcohol or drugs, and finding care.
    Drugs,
}

/// A service behind one or more numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // Proper names; each is described in the word catalogue.
pub enum Service {
    Lifeline988,
    Lifeline988Spanish,
    SafeSpot,
    NeverUseAlone,
    NeverUseAloneSpanish,
    Samhsa,
    Lifeline988Canada,
    Nors,
    Samaritans,
    Shout,
    Nhs111,
    LifelineNi,
    Frank,
    Pieta,
    TextAboutIt,
    HseDrugs,
    LifelineAustralia,
    DrugHotlineAustralia,
    NeedToTalk,
    DrugHelplineNz,
    Line024,
    LineaDeLaVida,
    EuEmotional,
    France3114,
}

/// One help line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who answers.
    pub service: Service,
    /// What for.
    pub role: Role,
    /// Every way to reach it.
    pub ways: &'static [Way],
    /// When a person last checked it; none when it is only recalled, and then it is not shown.
    pub checked: Option<Day>,
}

impl Line {
    /// The number to call, as people write it, where the line can be called.
    pub fn number(&self) -> Option<&'static str> {
        self.ways.iter().find_map(|way| match *way {
            Way::Call(number) => Some(number),
            Way::Text { .. } | Way::Chat(_) => None,
        })
    }

    /// True where the line can be reached by text.
    pub fn can_be_texted(&self) -> bool {
        self.ways.iter().any(|way| matches!(way, Way::Text { .. }))
    }

    /// False where only some countries of the region offer the line.
    pub fn is_offered_everywhere(&self) -> bool {
        self.service != Service::EuEmotional
    }
}

/// A way to reach a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A number to call, as people write it.
    Call(&'static str),
    /// A number to text, with a word to send where the service asks for one.
    Text {
        /// The number, as people write it.
        to: &'static str,
        /// The word to send.
        say: Option<&'static str>,
    },
    /// A web page to chat on.
    Chat(&'static str),
}

impl Way {
    /// The address that opens this way: `tel:`, `sms:` or `https:`.
    ///
    /// ```
    /// use recovery_check::domain::help::Way;
    /// assert_eq!(Way::Call("116 123").address(), "tel:116123");
    /// assert_eq!(Way::Text { to: "85258", say: Some("SHOUT") }.address(), "sms:85258?body=SHOUT");
    /// ```
    pub fn address(self) -> String {
        match self {
            Self::Call(number) => dial("tel:", number),
            Self::Text { to, say: None } => dial("sms:", to),
            Self::Text {
                to,
                say: Some(word),
            } => dial("sms:", to) + "?body=" + word,
            Self::Chat(page) => page.to_owned(),
        }
    }
}

/// `scheme` with the digits of `number`.
pub fn dial(scheme: &str, number: &str) -> String {
    scheme
        .chars()
        .chain(number.chars().filter(char::is_ascii_digit))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_region_but_other_has_a_checked_crisis_line() {
        for region in Region::ALL {
            assert_eq!(Region::from_code(region.code()), Some(region));
            assert_eq!(
                region.crisis().is_some(),
                region != Region::Other,
                "{region:?}"
            );
            assert!(
                region
                    .lines()
                    .all(|line| line.checked.is_some() && !line.ways.is_empty())
            );
        }
    }

    #[test]
    fn no_language_subtag_means_two_regions() {
        let mut all: Vec<_> = Region::ALL
            .iter()
            .flat_map(|region| region.subtags().split_whitespace())
            .collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
