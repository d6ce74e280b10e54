//! Owns the words of the command line: which command was meant, and the text of `--help`.

use crate::export::Kind;
use crate::headers::{self, Form};
use recovery_check::wire::Mode;

/// What `--help` prints.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N]   build the release if anything changed and serve it on this machine
  dev [--port N]     the same with a quick build, built again on every change
  dist [--faulty]    build the release into dist/ and weigh it against the byte budget; or, apart from it,
                     the build that journeys break on purpose
  test               everything: format, lints, tests, release build, journeys in a browser
  headers FORM [--embed-on ORIGIN…]
                     what a server must be told of dist/ (headers, types, compression, caching), for nginx,
                     apache, caddy or netlify (a `_headers` file); pages of these origins may show it in
                     a frame, else only its own
  fuzz [SECONDS]     hold every way in to its promises with bytes made up for it, each for so long
                     (60 seconds unless told); needs a C++ compiler
  score, change, flow
                     answer lines of JSON from standard input on standard output, one for one
  export KIND        our JSON export from standard input as json, csv, fhir, calendar or summary
                     on standard output
  --help             this text

Whatever is missing (the wasm target, Trunk, wasm-bindgen, the npm packages, the browsers and their
drivers, web servers, cargo-deny, cargo-fuzz) is installed first, at one pinned version each. `finish` is called by Trunk,
not by people.";

/// A command that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Command {
    /// Show the usage.
    Help,
    /// Build if needed and serve; the port when one was named.
    Serve(Option<u16>),
    /// Build on every change; the port when one was named.
    Dev(Option<u16>),
    /// Build the release folder.
    Dist,
    /// Build what journeys break on purpose.
    DistFaulty,
    /// Write down the headers, and for which origins.
    Headers(Form, Vec<String>),
    /// Run every check.
    Test,
    /// Fuzz every target for so many seconds.
    Fuzz(u32),
    /// Answer lines of JSON.
    Score(Mode),
    /// Write a form of our JSON export.
    Export(Kind),
    /// Finish what Trunk staged.
    Finish,
}

/// Understands the words, or says what is wrong with them.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Command, String> {
    let words: Vec<String> = words.collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => Err("no command was given".to_owned()),
        ["--help" | "-h" | "help", ..] | [_, "--help" | "-h", ..] => Ok(Command::Help),
        ["serve", rest @ ..] => port(rest).map(Command::Serve),
        ["dev", rest @ ..] => port(rest).map(Command::Dev),
        ["dist"] => Ok(Command::Dist),
        ["dist", "--faulty"] => Ok(Command::DistFaulty),
        ["test"] => Ok(Command::Test),
        ["fuzz"] => Ok(Command::Fuzz(60)),
        ["fuzz", number] => match number.parse() {
            Ok(0) | Err(_) => Err(format!("`{number}` is not a number of seconds")),
            Ok(seconds) => Ok(Command::Fuzz(seconds)),
        },
        ["finish"] => Ok(Command::Finish),
        ["headers", rest @ ..] => headers(rest),
        ["export"] => Err("`export` needs a kind".to_owned()),
        ["export", kind] => Kind::from_name(kind)
            .map(Command::Export)
            .ok_or_else(|| format!("there is no export `{kind}`")),
        ["export" | "fuzz", _, extra, ..] | ["dist" | "test" | "finish", extra, ..] => {
            Err(format!("unexpected `{extra}`"))
        }
        [name, rest @ ..] => match (Mode::from_name(name), rest) {
            (None, _) => Err(format!("there is no command `{name}`")),
            (Some(mode), []) => Ok(Command::Score(mode)),
            (Some(_), [extra, ..]) => Err(format!("unexpected `{extra}`")),
        },
    }
}

fn headers(words: &[&str]) -> Result<Command, String> {
    let [name, rest @ ..] = words else {
        return Err("`headers` needs a form".to_owned());
    };
    let form = Form::from_name(name).ok_or_else(|| format!("there is no form `{name}`"))?;
    let origins = match rest {
        [] => &[],
        ["--embed-on"] => return Err("`--embed-on` needs an origin".to_owned()),
        ["--embed-on", origins @ ..] => origins,
        [extra, ..] => return Err(format!("unexpected `{extra}`")),
    };
    let origins: Result<_, _> = origins.iter().map(|word| headers::origin(word)).collect();
    Ok(Command::Headers(form, origins?))
}

fn port(words: &[&str]) -> Result<Option<u16>, String> {
    let number = match words {
        [] => return Ok(None),
        ["--port", number] => number,
        [word] if word.starts_with("--port=") => &word["--port=".len()..],
        ["--port"] => return Err("`--port` needs a number".to_owned()),
        ["--port", _, extra, ..] | [extra, ..] => return Err(format!("unexpected `{extra}`")),
    };
    match number.parse() {
        Ok(0) | Err(_) => Err(format!("`{number}` is not a port (1 to 65535)")),
        Ok(port) => Ok(Some(port)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn commands_are_understood() {
        assert_eq!(parsed("serve"), Ok(Command::Serve(None)));
        assert_eq!(parsed("serve --port 9000"), Ok(Command::Serve(Some(9000))));
        assert_eq!(parsed("serve --port=9000"), Ok(Command::Serve(Some(9000))));
        assert_eq!(parsed("dev"), Ok(Command::Dev(None)));
        assert_eq!(parsed("dist"), Ok(Command::Dist));
        assert_eq!(parsed("dist --faulty"), Ok(Command::DistFaulty));
        assert_eq!(parsed("test"), Ok(Command::Test));
        assert_eq!(parsed("fuzz"), Ok(Command::Fuzz(60)));
        assert_eq!(parsed("fuzz 600"), Ok(Command::Fuzz(600)));
        assert_eq!(parsed("flow"), Ok(Command::Score(Mode::Flow)));
        assert_eq!(parsed("export csv"), Ok(Command::Export(Kind::Csv)));
        assert_eq!(
            parsed("headers nginx"),
            Ok(Command::Headers(Form::Nginx, Vec::new()))
        );
        let origins = ["https://a.example", "https://b.example"].map(str::to_owned);
        assert_eq!(
            parsed("headers netlify --embed-on https://a.example https://b.example"),
            Ok(Command::Headers(Form::Netlify, origins.into()))
        );
        assert_eq!(parsed("--help"), Ok(Command::Help));
        assert_eq!(parsed("serve --help"), Ok(Command::Help));
    }

    #[test]
    fn anything_else_says_what_is_wrong() {
        for (line, said) in [
            ("", "no command was given"),
            ("bulid", "there is no command `bulid`"),
            ("dist now", "unexpected `now`"),
            ("score now", "unexpected `now`"),
            ("fuzz 0", "`0` is not a number of seconds"),
            ("fuzz all", "`all` is not a number of seconds"),
            ("fuzz 60 1", "unexpected `1`"),
            ("export", "`export` needs a kind"),
            ("headers", "`headers` needs a form"),
            ("headers iis", "there is no form `iis`"),
            ("headers nginx now", "unexpected `now`"),
            ("headers nginx --embed-on", "`--embed-on` needs an origin"),
            ("export CSV", "there is no export `CSV`"),
            ("export csv now", "unexpected `now`"),
            ("serve 9000", "unexpected `9000`"),
            ("serve --port", "`--port` needs a number"),
            ("serve --port x", "`x` is not a port (1 to 65535)"),
            ("serve --port 0", "`0` is not a port (1 to 65535)"),
            ("serve --port 70000", "`70000` is not a port (1 to 65535)"),
            ("serve --port 1 2", "unexpected `2`"),
        ] {
            assert_eq!(parsed(line), Err(said.to_owned()), "{line}");
        }
    }

    #[test]
    fn the_usage_names_every_command_for_people() {
        for word in [
            "serve", "dev", "dist", "test", "fuzz", "headers", "export", "--help",
        ] {
            assert!(USAGE.contains(&format!("\n  {word}")), "{word}");
        }
        for (kind, _) in Kind::ALL {
            assert!(USAGE.contains(kind), "{kind}");
        }
        for (form, _) in Form::ALL {
            assert!(USAGE.contains(form), "{form}");
        }
    }
}
