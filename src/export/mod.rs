//! Owns every form in which a person takes their data along, and how our own form is read back.
//!
//! - [`json`]: all of it, in stored form, so that [`import`] can bring it back;
//! - [`csv`]: one row a check-in, for a spreadsheet;
//! - [`fhir`]: a FHIR R4 bundle, for a clinic's software;
//! - [`calendar`]: iCalendar, for reminders that say nothing of what they are about;
//! - [`summary`]: one page in words, for a counsellor.
//!
//! Pure: "today" comes with the data, never from a clock, so the same data give the same bytes anywhere.
//! Nothing here names a person.

pub mod calendar;
mod calendar_text;
pub mod csv;
pub mod fhir;
mod fhir_codes;
mod fhir_write;
pub mod import;
pub mod json;
pub mod summary;
mod summary_lines;

use crate::domain::change::Scale;
use crate::domain::check_in::CheckIn;
use crate::domain::date::Day;
use crate::domain::instrument::{Area, Domain, Factor};
use crate::domain::reflection::Prompt;
use crate::domain::scoring::Score;
use crate::session::{Found, Session};

/// All that can be taken along, and the day it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Today, where the file is made; the latest day in it where the clock has been set back since.
    pub today: Day,
    /// What there is, oldest first.
    pub found: Found,
}

impl Taken {
    /// Puts what there is in order, so that the same data always give the same file.
    pub fn new(today: Day, mut found: Found) -> Self {
        put_in_order(&mut found.check_ins, |one| (one.begun.second, one.id.0));
        put_in_order(&mut found.reflections, |one| {
            (u64::from(one.day.number()), one.id.0)
        });
        found.notebook = found.notebook.filter(|notebook| !notebook.is_empty());
        // A file that calls its own entries "still to come" could not be brought back.
        let today = written_on(&found).into_iter().fold(today, Day::max);
        Self { today, found }
    }

    /// Everything a session holds, also what is not kept: the person asked for a file.
    pub fn of(session: &Session, today: Day) -> Self {
        let mut check_ins = session.past.clone();
        check_ins.extend(session.check_in);
        let mut reflections = session.reflections.clone();
        if let Some(now) = &session.reflection {
            let is_kept = reflections.iter().any(|kept| kept.id == now.id);
            let is_written = Prompt::ALL
                .iter()
                .any(|&prompt| !now.text(prompt).trim().is_empty());
            if !is_kept && (is_written || !now.before.is_empty()) {
                reflections.push(now.clone());
            }
        }
        let found = Found {
            check_ins,
            region: session.region,
            plan: session.plan.clone(),
            reflections,
            notebook: Some(session.notebook.clone()),
            ..Found::default()
        };
        Self::new(today, found)
    }

    /// The latest check-in with a result.
    pub fn latest(&self) -> Option<&CheckIn> {
        let mut newest_first = self.found.check_ins.iter().rev();
        newest_first.find(|check_in| check_in.finished)
    }
}

/// The days on which something was written.
fn written_on(found: &Found) -> Vec<Day> {
    let mut days: Vec<Day> = found.check_ins.iter().map(|one| one.begun.day).collect();
    days.extend(found.reflections.iter().map(|one| one.day));
    days.extend(found.plan.iter().filter_map(|plan| plan.day));
    days
}

/// Every scale, in the order of the score format.
const SCALES: [Scale; 15] = [
    Scale::Area(Area::Emotional),
    Scale::Area(Area::Mental),
    Scale::Area(Area::Physical),
    Scale::Total,
    Scale::Factor(Factor::Triggers),
    Scale::Factor(Factor::Support),
    Scale::Factor(Factor::MentalHealth),
    Scale::Factor(Factor::Coping),
    Scale::Factor(Factor::Environment),
    Scale::Factor(Factor::Trauma),
    Scale::Domain(Domain::Health),
    Scale::Domain(Domain::Functioning),
    Scale::Domain(Domain::Relationships),
    Scale::Domain(Domain::Resilience),
    Scale::Overall,
];

/// Sorts (Shell's way: the library's sort takes 5 KB of the program, this a few hundred bytes).
fn put_in_order<T>(list: &mut [T], key: impl Fn(&T) -> (u64, u64)) {
    let mut gap = list.len() / 2;
    while gap > 0 {
        for start in gap..list.len() {
            let mut at = start;
            while at >= gap && key(&list[at - gap]) > key(&list[at]) {
                list.swap(at - gap, at);
                at -= gap;
            }
        }
        gap = if gap == 2 { 1 } else { gap * 5 / 11 };
    }
}

/// A score with two decimals, rounded half up: `16.67`, `50`. Whole where it is whole.
fn decimal(score: Score) -> String {
    let (num, den) = (score.value().num(), score.value().den());
    let hundredths = (200 * num + den) / (2 * den);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        rest => format!("{whole}.{rest:02}"),
    }
}

/// A stable number in the form of a UUID (version 8, RFC 9562): that of `id` for one purpose. It says nothing
/// about anyone, since ids are random.
fn uuid(id: u64, purpose: u16) -> String {
    let [high, low] = [id >> 32, id & 0xffff_ffff];
    let purpose = purpose & 0xfff;
    format!(
        "{high:08x}-{:04x}-8{purpose:03x}-a0c5-{:04x}5265636b",
        low >> 16,
        low & 0xffff
    )
}
