//! Owns `cargo xtask headers`: the headers of the finished page, in the words of the server that shall send
//! them.

use std::fmt::Write as _;

use crate::failure::{OrFail, Outcome};
use crate::policy::Policy;
use crate::project::Project;

/// Whose words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `add_header` lines.
    Nginx,
    /// `Header` lines of `mod_headers`.
    Apache,
    /// A `header` block.
    Caddy,
    /// A `_headers` file, as Netlify, Cloudflare Pages and other static hosts read it.
    Netlify,
}

impl Form {
    /// Every form and its name.
    pub(crate) const ALL: [(&str, Self); 4] = [
        ("nginx", Self::Nginx),
        ("apache", Self::Apache),
        ("caddy", Self::Caddy),
        ("netlify", Self::Netlify),
    ];

    /// The form of that name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        let found = Self::ALL.into_iter().find(|form| form.0 == name);
        found.map(|form| form.1)
    }
}

/// The headers of `dist/` as it is.
pub(crate) fn headers(project: &Project, form: Form, origins: &[String]) -> Outcome<String> {
    let page = std::fs::read_to_string(project.dist().join("index.html"));
    let page = page.or_fail("read dist/index.html", "cargo xtask dist")?;
    Ok(written(&Policy::of_page(&page).embedded_on(origins), form))
}

/// An origin as a policy may name it, or what is wrong with it. It ends in a server's settings, where a
/// quote or a semicolon would say something else.
pub(crate) fn origin(word: &str) -> Result<String, String> {
    let host = word
        .strip_prefix("https://")
        .or_else(|| word.strip_prefix("http://"));
    let (host, port) = match host.map(|host| host.split_once(':')) {
        None => ("", None),
        Some(None) => (host.unwrap_or(""), None),
        Some(Some((host, port))) => (host, Some(port)),
    };
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let right_host = host
        .strip_prefix("*.")
        .unwrap_or(host)
        .split('.')
        .all(is_label);
    let right_port = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    if right_host && right_port {
        Ok(word.to_owned())
    } else {
        Err(format!(
            "`{word}` is not an origin, such as https://clinic.example (no path, no slash at the end)"
        ))
    }
}

const WHAT: &str = "For the folder dist/ of Recovery Check. The hashes belong to this build.";

fn written(policy: &Policy, form: Form) -> String {
    let place = match form {
        Form::Nginx => {
            "# Into the `location` of the folder: lines further out don't reach one that has its own.\n"
        }
        Form::Apache => {
            "# Into the `<Directory>` of the folder, or its .htaccess; needs mod_headers.\n"
        }
        Form::Caddy => "# Into the `handle` of the folder.\nheader {\n",
        Form::Netlify => "# As the file `_headers` at the root of the site.\n/*\n",
    };
    let mut text = format!("# {WHAT}\n{place}");
    for (name, value) in policy.headers() {
        // Writing to a text can't fail.
        let _ = match form {
            Form::Nginx => writeln!(text, "add_header {name} \"{value}\" always;"),
            Form::Apache => writeln!(text, "Header always set {name} \"{value}\""),
            Form::Caddy => writeln!(text, "\t{name} \"{value}\""),
            Form::Netlify => writeln!(text, "  {name}: {value}"),
        };
    }
    if form == Form::Caddy {
        text += "}\n";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        Policy::of_inline("a{}", "{}", "go()")
    }

    #[test]
    fn every_form_says_every_header_once() {
        for (name, form) in Form::ALL {
            assert_eq!(Form::from_name(name), Some(form));
            let text = written(&policy(), form);
            for (header, value) in policy().headers() {
                let line = match form {
                    Form::Nginx => format!("\nadd_header {header} \"{value}\" always;\n"),
                    Form::Apache => format!("\nHeader always set {header} \"{value}\"\n"),
                    Form::Caddy => format!("\n\t{header} \"{value}\"\n"),
                    Form::Netlify => format!("\n  {header}: {value}\n"),
                };
                assert_eq!(text.matches(&line).count(), 1, "{name} {header}");
            }
            assert!(text.starts_with("# ") && text.ends_with('\n'), "{name}");
        }
        assert_eq!(Form::from_name("Nginx"), None);
    }

    /// What stands for itself in none of the four: quotes, variables, placeholders, escapes.
    #[test]
    fn no_value_needs_escaping() {
        let origins = ["https://*.north.example:8443".to_owned()];
        for (header, value) in policy().embedded_on(&origins).headers() {
            let strange = value.contains(['"', '$', '%', '{', '}', '\\', '`', '\n']);
            assert!(!strange && value.is_ascii(), "{header}: {value}");
            assert!(
                header.len() + value.len() < 2000,
                "{header} is too long for some hosts"
            );
        }
    }

    #[test]
    fn origins_are_taken_and_anything_else_is_refused() {
        for right in [
            "https://clinic.example",
            "https://*.clinic.example",
            "http://localhost:8080",
            "https://xn--bcher-kva.example",
        ] {
            assert_eq!(origin(right), Ok(right.to_owned()));
        }
        for wrong in [
            "",
            "*",
            "clinic.example",
            "'self'",
            "https:",
            "https://",
            "https://*",
            "https://clinic.example/",
            "https://clinic.example/page",
            "https://clinic..example",
            "https://clinic.example:",
            "https://clinic.example:0",
            "https://clinic.example:70000",
            "https://a;script-src",
            "https://a b",
            "https://a\"b",
            "https://user@clinic.example",
            "https://b\u{fc}cher.example",
            "ftp://clinic.example",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
