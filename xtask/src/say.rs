//! Owns what is told to the person while a command runs. Plain text, a line at a time.

use std::io::Write;
use std::time::Duration;

/// Prints one line on standard output at once. A reader that has gone away is no reason to stop.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}

/// A duration as people read it: `0.4 s`, `75.2 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
