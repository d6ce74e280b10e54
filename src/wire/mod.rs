//! Owns the line format of the scoring command: one JSON object in, one JSON line out, for the three modes
//! `score`, `change` and `flow`.
//!
//! Knows names and spelling only; every rule is the domain's. Must not know files, arguments, exit statuses
//! or the screens: it reads bytes, writes bytes and counts.
//!
//! Invariants, each held by a test in `tests/wire.rs`:
//! - every line that is not passed over gets exactly one line of JSON, in order, whatever bytes it holds;
//! - a line never affects another, and a faulty one never ends the run;
//! - an answer is not kept back while the input waits for more.

mod fault;
mod json;
mod read;
mod write;

use std::io::{self, BufRead as _, Read, Write};

use crate::domain::change::Changes;
use crate::domain::result::CheckResult;
use read::Request;

/// What a run does with each line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Answers and gates to a whole result.
    Score,
    /// Two check-ins to the changes between them.
    Change,
    /// Gates so far to the next gate and the cards due now.
    Flow,
}

impl Mode {
    /// Every mode, in the order of the format sheet.
    pub const ALL: [Self; 3] = [Self::Score, Self::Change, Self::Flow];

    /// The name of the mode on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Change => "change",
            Self::Flow => "flow",
        }
    }

    /// The mode with this name, if there is one. Names are exact: no other case, no spaces around.
    ///
    /// ```
    /// use recovery_check::wire::Mode;
    /// assert_eq!(Mode::from_name("flow"), Some(Mode::Flow));
    /// assert_eq!(Mode::from_name("Flow"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// What became of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Only spaces, tabs and CR: nothing was written.
    PassedOver,
    /// A result was written.
    Result,
    /// The line was faulty, and a line that says so was written.
    Fault,
}

/// How many lines a run answered. Lines passed over are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Lines answered, faulty ones included.
    pub lines: u64,
    /// Faulty lines among them. The command's exit status is 1 when there is any.
    pub faults: u64,
}

impl Tally {
    fn count(&mut self, answered: Answered) {
        self.lines += u64::from(answered != Answered::PassedOver);
        self.faults += u64::from(answered == Answered::Fault);
    }
}

/// Answers one line, appending one line of JSON with its line feed to `out`, or nothing when the line is
/// passed over. `line` may hold any bytes; a line feed at its end makes no difference.
///
/// ```
/// use recovery_check::wire::{Answered, Mode, answer_line};
/// let mut out = Vec::new();
/// assert_eq!(answer_line(Mode::Flow, br#"{"id":"a"}"#, &mut out), Answered::Result);
/// assert_eq!(out, b"{\"id\":\"a\",\"next\":\"Q1\",\"cards\":[]}\n");
/// ```
pub fn answer_line(mode: Mode, line: &[u8], out: &mut Vec<u8>) -> Answered {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    if line.iter().all(|byte| b" \t\r".contains(byte)) {
        return Answered::PassedOver;
    }
    let read = read::line(mode, line);
    match read.request {
        Ok(request) => {
            answer(read.id, &request, out);
            Answered::Result
        }
        Err(fault) => {
            write::fault(out, read.id, &fault);
            Answered::Fault
        }
    }
}

fn answer(id: Option<&str>, request: &Request, out: &mut Vec<u8>) {
    match request {
        Request::Score {
            answers,
            gates,
            pick,
        } => write::score(out, id, &CheckResult::new(answers, gates, *pick)),
        Request::Change { earlier, later } => {
            write::change(out, id, Changes::between(earlier.moment(), later.moment()));
        }
        Request::Flow { gates } => write::flow(out, id, gates),
    }
}

/// How much is read at once, and how much output is kept before it is written.
const CHUNK: usize = 64 * 1024;

/// Answers every line of `input` on `output`, in order. Lines end at a line feed; a last line without one
/// counts too. A line may be as long as memory allows.
///
/// Output is flushed before every read that may have to wait, that is whenever no whole line is left in hand,
/// so a program that writes one line and waits gets its answer; while lines keep coming it is not.
///
/// # Errors
/// Whatever `input` or `output` fails with, such as a broken pipe. Lines read so far may then be unanswered.
/// A faulty line is no error: it is answered and counted.
///
/// ```
/// use recovery_check::wire::{Mode, Tally, run};
/// let mut output = Vec::new();
/// let tally = run(Mode::Flow, &b"{\"id\":\"a\"}\n\nnot JSON"[..], &mut output).unwrap();
/// assert_eq!(tally, Tally { lines: 2, faults: 1 });
/// assert_eq!(output.iter().filter(|&&byte| byte == b'\n').count(), 2);
/// ```
pub fn run(mode: Mode, mut input: impl Read, output: impl Write) -> io::Result<Tally> {
    let mut answers = Answers {
        mode,
        output,
        waiting: Vec::new(),
        tally: Tally::default(),
    };
    let mut chunk = vec![0; CHUNK];
    // The start of a line whose end has not been read yet.
    let mut begun: Vec<u8> = Vec::new();
    loop {
        answers.deliver()?;
        let length = match input.read(&mut chunk) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let mut rest = &chunk[..length];
        while let Some(line) = next_line(&mut rest) {
            if begun.is_empty() {
                answers.add(line)?;
            } else {
                begun.extend_from_slice(line);
                answers.add(&begun)?;
                // Not cleared but let go: a line of many megabytes must not hold its memory for the whole run.
                begun = Vec::new();
            }
        }
        begun.extend_from_slice(rest);
    }
    answers.add(&begun)?;
    answers.deliver()?;
    Ok(answers.tally)
}

/// Takes one whole line, with its line feed, off the front of `bytes`; none when no line ends there.
fn next_line<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    // Reading from memory cannot fail. `skip_until` finds the line feed several bytes at a time; a search byte
    // by byte takes a tenth of the whole run.
    let mut search = *bytes;
    let length = search.skip_until(b'\n').ok()?;
    let (line, rest) = bytes.split_at_checked(length)?;
    line.ends_with(b"\n").then(|| {
        *bytes = rest;
        line
    })
}

/// Answers on their way to the output.
struct Answers<W> {
    mode: Mode,
    output: W,
    waiting: Vec<u8>,
    tally: Tally,
}

impl<W: Write> Answers<W> {
    fn add(&mut self, line: &[u8]) -> io::Result<()> {
        self.tally
            .count(answer_line(self.mode, line, &mut self.waiting));
        if self.waiting.len() >= CHUNK {
            self.write()?;
        }
        Ok(())
    }

    fn write(&mut self) -> io::Result<()> {
        self.output.write_all(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }

    fn deliver(&mut self) -> io::Result<()> {
        self.write()?;
        self.output.flush()
    }
}
