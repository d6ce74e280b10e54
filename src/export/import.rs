//! Reads our own file back. A file is taken whole or not at all: whatever is wrong with it, nothing changes.

use super::json::{FORMAT, VERSION};
use super::{Taken, put_in_order, written_on};
use crate::domain::check_in::CheckInId;
use crate::domain::date::Day;
use crate::session::Found;
use crate::storage::envelope::{self, Unread};
use crate::storage::own;
use serde::Deserialize;
use serde_json::value::RawValue;

/// The largest file that is read. A browser keeps some five million characters a site, each of three bytes at
/// most in UTF-8, so every file of ours is smaller.
pub const BYTES_AT_MOST: usize = 16 * 1024 * 1024;

/// How far a date may lie after today: clocks and time zones differ by a day.
const DAYS_OF_SLACK: u32 = 1;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than any file of ours.
    TooLarge,
    /// It is not text: a picture, an archive, a program.
    NotText,
    /// It is text of another kind.
    NotJson,
    /// It ends before its end.
    CutShort,
    /// It is JSON of another product.
    NotOurs,
    /// A later version of this program made it.
    Newer,
    /// It is ours, but was edited or damaged.
    Damaged,
    /// Two entries have one number.
    Twice,
    /// It holds a date that is still to come.
    Future,
}

impl Refusal {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::TooLarge,
        Self::NotText,
        Self::NotJson,
        Self::CutShort,
        Self::NotOurs,
        Self::Newer,
        Self::Damaged,
        Self::Twice,
        Self::Future,
    ];

    /// A code for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::NotText => "not_text",
            Self::NotJson => "not_json",
            Self::CutShort => "cut_short",
            Self::NotOurs => "not_ours",
            Self::Newer => "newer",
            Self::Damaged => "damaged",
            Self::Twice => "duplicate_id",
            Self::Future => "future_date",
        }
    }
}

impl From<Unread> for Refusal {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Newer => Self::Newer,
            Unread::Unreadable => Self::Damaged,
        }
    }
}

/// What tells whose file it is. The rest is not looked at, whatever it holds.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    format: Option<&'a RawValue>,
    #[serde(borrow)]
    v: Option<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(rename = "format")]
    _format: &'a str,
    #[serde(rename = "v")]
    _v: u32,
    day: u32,
    #[serde(borrow)]
    check_ins: Vec<Entry<'a>>,
    plan: Option<&'a RawValue>,
    reflections: Vec<Entry<'a>>,
    notebook: Option<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry<'a> {
    id: &'a str,
    #[serde(borrow)]
    entry: &'a RawValue,
}

/// What a file holds.
///
/// # Errors
/// [`Refusal`] when anything in it is not as this program writes it.
///
/// ```
/// use recovery_check::export::import::{Refusal, read};
/// assert_eq!(read(b"{\"format\":\"another\"}"), Err(Refusal::NotOurs));
/// ```
pub fn read(bytes: &[u8]) -> Result<Taken, Refusal> {
    if bytes.len() > BYTES_AT_MOST {
        return Err(Refusal::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    // Some editors put a mark in front.
    let text = text.trim_start_matches('\u{feff}');
    if text.contains('\0') {
        return Err(Refusal::NotText);
    }
    check_is_ours(text)?;
    let file: File = serde_json::from_str(text).map_err(|_| Refusal::Damaged)?;
    let mut found = Found::default();
    for (id, entry) in numbered(&file.check_ins)? {
        found.check_ins.push(envelope::decode(id, entry)?);
    }
    for (id, entry) in numbered(&file.reflections)? {
        found.reflections.push(own::decode_reflection(id, entry)?);
    }
    let plan = file.plan.map(|entry| own::decode_plan(entry.get()));
    found.plan = plan.transpose()?;
    let notebook = file.notebook.map(|entry| own::decode_notebook(entry.get()));
    found.notebook = notebook.transpose()?;
    let made = Day::new(file.day).ok_or(Refusal::Damaged)?;
    check_dates(&found, made)?;
    Ok(Taken::new(made, found))
}

/// JSON, of ours, and of a version we know, in that order. Values are stepped over, which takes no stack.
fn check_is_ours(text: &str) -> Result<(), Refusal> {
    let value: &RawValue = serde_json::from_str(text).map_err(|error| {
        let has_begun = !text.trim().is_empty();
        if error.is_eof() && has_begun {
            Refusal::CutShort
        } else {
            Refusal::NotJson
        }
    })?;
    // A list would be read as the fields in order.
    let is_object = value.get().starts_with('{');
    let head = serde_json::from_str::<Head>(text)
        .ok()
        .filter(|_| is_object);
    let head = head.ok_or(Refusal::NotOurs)?;
    let within = |format: &'_ RawValue| {
        let text = format.get().strip_prefix('"');
        text.and_then(|text| text.strip_suffix('"')) == Some(FORMAT)
    };
    if !head.format.is_some_and(within) {
        return Err(Refusal::NotOurs);
    }
    let version = head.v.map(RawValue::get);
    let is_whole = |text: &&str| text.bytes().all(|sign| sign.is_ascii_digit());
    // A number past all counting is a later one, too.
    let version = version.filter(is_whole);
    let version = version.map(|text| text.parse().unwrap_or(u64::MAX));
    match version {
        Some(version) if version == u64::from(VERSION) => Ok(()),
        Some(version) if version > u64::from(VERSION) => Err(Refusal::Newer),
        _ => Err(Refusal::Damaged),
    }
}

/// The entries with their numbers, none of which may come twice.
fn numbered<'a>(entries: &[Entry<'a>]) -> Result<Vec<(CheckInId, &'a str)>, Refusal> {
    let mut numbers = Vec::with_capacity(entries.len());
    let mut numbered = Vec::with_capacity(entries.len());
    for Entry { id, entry } in entries {
        let id = CheckInId::from_name(id).ok_or(Refusal::Damaged)?;
        numbers.push(id.0);
        numbered.push((id, entry.get()));
    }
    put_in_order(&mut numbers, |&number| (number, 0));
    if numbers.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Refusal::Twice);
    }
    Ok(numbered)
}

/// Nothing may have been written after today. When a step is to be taken may lie ahead, of course.
fn check_dates(found: &Found, today: Day) -> Result<(), Refusal> {
    const SECONDS_A_DAY: u64 = 24 * 60 * 60;
    let last = today.number() + DAYS_OF_SLACK;
    let days = written_on(found);
    // Seconds count in the time zone of Greenwich, which can be a day ahead of the person's.
    let end = u64::from(last + 2) * SECONDS_A_DAY;
    let mut seconds = found.check_ins.iter().map(|one| one.begun.second);
    if days.iter().any(|day| day.number() > last) || seconds.any(|second| second >= end) {
        return Err(Refusal::Future);
    }
    Ok(())
}

/// Entries of one kind in a file, beside those here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not here yet.
    pub new: usize,
    /// Here already, just the same.
    pub same: usize,
    /// Here already under the same number, but not the same. The one here stays.
    pub differing: usize,
}

impl Counts {
    /// Entries that are here already.
    pub fn here(self) -> usize {
        self.same + self.differing
    }
}

/// What comes of one thing of which there is one at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum One {
    /// The file has none.
    NotInFile,
    /// It comes in, since none is here.
    New,
    /// There is one here, which stays.
    Here,
}

/// What taking a file in would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// What is not here yet; for [`crate::session::Event::Imported`].
    pub found: Found,
    /// Check-ins.
    pub check_ins: Counts,
    /// Reflections.
    pub reflections: Counts,
    /// The plan.
    pub plan: One,
    /// The notebook.
    pub notebook: One,
}

impl Preview {
    /// True when the file holds nothing that is not here.
    pub fn is_empty(&self) -> bool {
        let one = |one| one == One::New;
        self.check_ins.new + self.reflections.new == 0 && !one(self.plan) && !one(self.notebook)
    }
}

/// What taking the file in would do where `here` is what there is. Changes nothing.
///
/// # Errors
/// [`Refusal`] as [`read`] does, and when the file was made after today.
pub fn preview(bytes: &[u8], here: &Taken) -> Result<Preview, Refusal> {
    let file = read(bytes)?;
    if file.today.number() > here.today.number() + DAYS_OF_SLACK {
        return Err(Refusal::Future);
    }
    let Taken { mut found, .. } = file;
    check_dates(&found, here.today)?;
    let here = &here.found;
    let check_ins = fresh(&mut found.check_ins, &here.check_ins, |one| one.id.0);
    let reflections = fresh(&mut found.reflections, &here.reflections, |one| one.id.0);
    let plan = single(&mut found.plan, here.plan.is_some());
    let notebook = single(&mut found.notebook, here.notebook.is_some());
    Ok(Preview {
        found,
        check_ins,
        reflections,
        plan,
        notebook,
    })
}

/// Leaves what is not here, and counts.
fn fresh<T: PartialEq>(file: &mut Vec<T>, here: &[T], number: impl Fn(&T) -> u64) -> Counts {
    let mut counts = Counts::default();
    file.retain(|one| {
        match here.iter().find(|other| number(other) == number(one)) {
            None => counts.new += 1,
            Some(other) if other == one => counts.same += 1,
            Some(_) => counts.differing += 1,
        }
        here.iter().all(|other| number(other) != number(one))
    });
    counts
}

fn single<T>(file: &mut Option<T>, is_here: bool) -> One {
    match (&file, is_here) {
        (None, _) => One::NotInFile,
        (Some(_), false) => One::New,
        (Some(_), true) => {
            *file = None;
            One::Here
        }
    }
}
