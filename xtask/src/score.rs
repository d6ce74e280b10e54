//! Runs the scoring command of the library between standard input and standard output.

use recovery_check::wire::{self, Mode};
use std::io;
use std::process::ExitCode;

/// Answers every line. Exit status 0, or 1 when a line was faulty or the streams broke.
pub(crate) fn score(mode: Mode) -> ExitCode {
    match wire::run(mode, io::stdin().lock(), io::stdout().lock()) {
        Ok(tally) if tally.faults == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{}: {error}", mode.name());
            ExitCode::FAILURE
        }
    }
}
