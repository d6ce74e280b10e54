//! One page in plain words for a counsellor, from the latest check-in with a result. Each section can be left
//! out, and the person changes the text before it goes anywhere.
//!
//! Safety comes first, before any number, and a line for a crisis ends the page: it stands beside every
//! referral.

use super::Taken;
use super::summary_lines as lines;
use crate::domain::check_in::compare;
use crate::domain::date::Day;
use crate::domain::help::Region;
use crate::i18n::Words;

/// A part of the page that can be left out, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The safety cards that are due.
    Safety,
    /// Total, stage and areas.
    Signs,
    /// The factors that were named.
    Factors,
    /// The wellness domains.
    Wellness,
    /// What changed since the last check-in that may be compared.
    Change,
    /// The steps of the plan, in the person's own words.
    Plan,
    /// What was learned after a return to use.
    Learned,
}

impl Section {
    /// Every section.
    pub const ALL: [Self; 7] = [
        Self::Safety,
        Self::Signs,
        Self::Factors,
        Self::Wellness,
        Self::Change,
        Self::Plan,
        Self::Learned,
    ];

    /// True where it goes in unless the person leaves it out: what was learned is theirs to offer.
    pub fn is_in_at_first(self) -> bool {
        self != Self::Learned
    }
}

/// How a day is written in the language of the words.
pub type WriteDay<'a> = &'a dyn Fn(Day) -> String;

/// The page, with these sections. The help line is that of the region.
pub fn write(
    taken: &Taken,
    words: &Words,
    region: Region,
    write_day: WriteDay,
    sections: &[Section],
) -> String {
    let take = &words.later().take;
    let latest = taken.latest();
    let day = latest.map_or_else(
        || take.page_none.to_owned(),
        |check_in| (take.page_day)(&write_day(check_in.begun.day)),
    );
    let mut page = [take.page_title, &day, words.later().result.not_advice].join("\n") + "\n";
    for (section, name) in Section::ALL.into_iter().zip(take.sections) {
        if !sections.contains(&section) {
            continue;
        }
        let lines = match section {
            Section::Plan => lines::plan(taken, words, region, write_day),
            Section::Learned => lines::learned(taken, words, write_day),
            _ => latest.map_or_else(Vec::new, |check_in| {
                let result = check_in.result();
                match section {
                    Section::Safety => lines::safety(result.cards, words, region),
                    Section::Signs => lines::signs(&result, words),
                    Section::Factors => lines::factors(&result, words),
                    Section::Wellness => lines::wellness(&result, words),
                    _ => lines::change(compare(check_in, &taken.found.check_ins), words, write_day),
                }
            }),
        };
        if !lines.is_empty() {
            let listed: Vec<_> = lines.iter().map(|line| "- ".to_owned() + line).collect();
            page.extend(["\n", name, "\n", &listed.join("\n"), "\n"]);
        }
    }
    page.extend(["\n", &lines::talk_with(words, region), "\n"]);
    if latest.is_some() {
        page.extend([take.page_basis, "\n"]);
    }
    page
}
