//! Runs the exports of the library between standard input and standard output: our own file in, any form out.
//!
//! "Today" is the day the file was made, so the same file gives the same bytes on any day.

use recovery_check::domain::date::Day;
use recovery_check::domain::help::Region;
use recovery_check::export::{calendar, csv, fhir, import, json, summary};
use recovery_check::i18n::EN;
use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

/// A form to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Our own file again.
    Json,
    /// A table.
    Csv,
    /// A FHIR R4 bundle.
    Fhir,
    /// iCalendar.
    Calendar,
    /// One page in words.
    Summary,
}

impl Kind {
    /// Every form with its name on the command line.
    pub(crate) const ALL: [(&str, Self); 5] = [
        ("json", Self::Json),
        ("csv", Self::Csv),
        ("fhir", Self::Fhir),
        ("calendar", Self::Calendar),
        ("summary", Self::Summary),
    ];

    /// The form with this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        let named = Self::ALL.into_iter().find(|(known, _)| *known == name);
        named.map(|(_, kind)| kind)
    }
}

/// Reads the file and writes the form. Exit status 0, or 1 with the reason when the file is not taken.
pub(crate) fn export(kind: Kind) -> ExitCode {
    match read().and_then(|bytes| write(kind, &bytes)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("export: {why}");
            ExitCode::FAILURE
        }
    }
}

/// All of standard input, or just enough to see that it is too large.
fn read() -> Result<Vec<u8>, String> {
    let most = u64::try_from(import::BYTES_AT_MOST).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let mut input = io::stdin().lock().take(most + 1);
    input
        .read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn write(kind: Kind, bytes: &[u8]) -> Result<(), String> {
    let text = form(kind, bytes).map_err(|refusal| {
        format!(
            "{}: {}",
            refusal.code(),
            EN.later().take.refusals[refusal as usize]
        )
    })?;
    let mut output = io::stdout().lock();
    let written = output.write_all(text.as_bytes());
    let written = written.and_then(|()| output.flush());
    written.map_err(|error| error.to_string())
}

fn form(kind: Kind, bytes: &[u8]) -> Result<String, import::Refusal> {
    let taken = import::read(bytes)?;
    Ok(match kind {
        Kind::Json => json::write(&taken),
        Kind::Csv => csv::write(&taken),
        Kind::Fhir => fhir::write(&taken, &EN),
        Kind::Calendar => {
            let choice = calendar::Choice::new(EN.later().take.calendar_default, taken.today);
            calendar::write(&taken, &choice)
        }
        Kind::Summary => {
            let sections = summary::Section::ALL;
            summary::write(&taken, &EN, Region::Other, &Day::iso, &sections)
        }
    })
}
