//! Owns how other programs are run: announced failures, and a command line to repeat by hand.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::failure::{Failure, Outcome};

/// One run of another program, with the name of the step it is.
pub(crate) struct Job {
    step: String,
    command: Command,
    by_hand: String,
}

impl Job {
    /// A step done by one command. By hand, one repeats that command.
    pub(crate) fn new(step: impl Into<String>, command: Command) -> Self {
        let by_hand = command_line(&command);
        Self {
            step: step.into(),
            command,
            by_hand,
        }
    }

    /// Replaces the advice, where repeating the command is not the best one.
    pub(crate) fn by_hand(mut self, advice: impl Into<String>) -> Self {
        self.by_hand = advice.into();
        self
    }

    /// Runs it with its words going straight to the person.
    pub(crate) fn run(mut self) -> Outcome {
        let status = self.command.stdin(Stdio::null()).status();
        let status = status.map_err(|error| self.not_started(&error))?;
        self.judge(status)
    }

    /// Runs it and returns what it wrote on standard output.
    pub(crate) fn read(mut self) -> Outcome<String> {
        let mut child = self.spawn_piped()?;
        let mut text = String::new();
        let read = match child.stdout.take() {
            Some(mut pipe) => pipe.read_to_string(&mut text),
            None => Ok(0),
        };
        let status = child.wait().map_err(|error| self.not_started(&error))?;
        self.judge(status)?;
        read.map_err(|error| self.failure(error.to_string()))?;
        Ok(text)
    }

    /// Runs it and hands over each line of standard output as it comes.
    pub(crate) fn follow(mut self, on_line: &mut dyn FnMut(&str)) -> Outcome {
        let mut child = self.spawn_piped()?;
        if let Some(pipe) = child.stdout.take() {
            let mut pipe = BufReader::new(pipe);
            let mut line = Vec::new();
            while pipe.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
                on_line(String::from_utf8_lossy(&line).trim_end());
                line.clear();
            }
        }
        let status = child.wait().map_err(|error| self.not_started(&error))?;
        self.judge(status)
    }

    fn spawn_piped(&mut self) -> Outcome<Child> {
        let child = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn();
        child.map_err(|error| self.not_started(&error))
    }

    fn judge(&self, status: ExitStatus) -> Outcome {
        if status.success() {
            return Ok(());
        }
        let program = self.command.get_program().to_string_lossy().into_owned();
        Err(self.failure(format!(
            "`{program}` ended with {status}; its own words are above"
        )))
    }

    fn not_started(&self, error: &std::io::Error) -> Failure {
        let program = self.command.get_program().to_string_lossy().into_owned();
        self.failure(format!("`{program}` could not be run: {error}"))
    }

    fn failure(&self, why: String) -> Failure {
        Failure::new(&self.step, why, &self.by_hand)
    }
}

/// The command as one would type it, with the folder it belongs to.
pub(crate) fn command_line(command: &Command) -> String {
    let mut words = vec![quoted(command.get_program())];
    words.extend(command.get_args().map(quoted));
    let words = words.join(" ");
    match command.get_current_dir() {
        Some(folder) => format!("cd {} && {words}", quoted(folder.as_os_str())),
        None => words,
    }
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,@+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.into_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Job {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        Job::new("try the shell", command)
    }

    #[test]
    fn a_failing_command_names_step_reason_and_itself() {
        let failure = shell("exit 3").run().unwrap_err();
        assert_eq!(failure.step, "try the shell");
        assert!(failure.why.contains("exit status: 3"), "{}", failure.why);
        assert_eq!(failure.by_hand, "sh -c 'exit 3'");
    }

    #[test]
    fn a_missing_program_is_told_as_such() {
        let job = Job::new("try", Command::new("no-such-program-here"));
        let failure = job.by_hand("install it").run().unwrap_err();
        assert!(failure.why.contains("could not be run"), "{}", failure.why);
        assert_eq!(failure.by_hand, "install it");
    }

    #[test]
    fn lines_arrive_one_by_one_even_when_they_are_not_text() {
        let mut lines = Vec::new();
        let job = shell(r"printf 'one\n\377two\nlast'");
        job.follow(&mut |line| lines.push(line.to_owned())).unwrap();
        assert_eq!(lines, ["one", "\u{fffd}two", "last"]);
    }

    #[test]
    fn what_it_wrote_is_returned() {
        assert_eq!(shell("echo hello").read().unwrap(), "hello\n");
    }
}
