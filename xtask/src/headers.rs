//! Owns `cargo xtask headers`: all that a server must be told of the release folder, in its own words: headers, types,
//! compression, and what may be kept.
//!
//! The hashes in the policy belong to one build, so this is written down with each, and not kept in a file.

use std::fmt::{self, Write as _};

use crate::failure::{OrFail, Outcome};
use crate::files::{ASK_AGAIN, FOR_EVER, HASHED, TYPES};
use crate::policy::Policy;
use crate::project::Project;

/// Whose words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Lines for a `location`.
    Nginx,
    /// Lines for a `<Directory>` or a `.htaccess`.
    Apache,
    /// Lines for a `handle`.
    Caddy,
    /// A `_headers` file, as Netlify, Cloudflare Pages and other static hosts read it.
    Netlify,
}

impl Form {
    /// Every form and its name.
    pub const ALL: [(&str, Self); 4] = [
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

/// The settings for `dist/` as it is, where pages of these origins may show it in a frame.
///
/// # Errors
///
/// When there is no `dist/`.
pub fn headers(project: &Project, form: Form, origins: &[String]) -> Outcome<String> {
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

const WHAT: &str = "For the folder dist/ of Recovery Check. The hashes belong to this build: write this anew with each.";

fn written(policy: &Policy, form: Form) -> String {
    let mut text = format!("# {WHAT}\n");
    // Writing to a text can't fail.
    let _ = match form {
        Form::Nginx => nginx(&mut text, policy),
        Form::Apache => apache(&mut text, policy),
        Form::Caddy => caddy(&mut text, policy),
        Form::Netlify => netlify(&mut text, policy),
    };
    text
}

/// Every type with the endings it stands for, and whether it is text that names its letters.
fn types() -> impl Iterator<Item = (&'static str, &'static str, bool)> {
    TYPES
        .iter()
        .map(|(ending, kind)| match kind.split_once(';') {
            Some((kind, _)) => (*ending, kind, true),
            None => (*ending, *kind, false),
        })
}

/// The types that are worth compressing.
fn packable() -> String {
    let kinds = types().filter(|(ending, ..)| !["png", "ico"].contains(ending));
    kinds.map(|(_, kind, _)| kind).collect::<Vec<_>>().join(" ")
}

fn nginx(text: &mut String, policy: &Policy) -> fmt::Result {
    writeln!(
        text,
        "# Into the `location` of the folder, beside its `root` or `alias`."
    )?;
    writeln!(text, "index index.html;\nserver_tokens off;\ntypes {{")?;
    for (ending, kind, _) in types() {
        writeln!(text, "    {kind} {ending};")?;
    }
    let texts = types().filter(|&(ending, _, is_text)| is_text && ending != "html");
    let texts: Vec<_> = texts.map(|(_, kind, _)| kind).collect();
    writeln!(
        text,
        "}}\ncharset utf-8;\ncharset_types {};",
        texts.join(" ")
    )?;
    // Pages are always compressed, and saying so again is a warning.
    let packable = packable().replacen("text/html ", "", 1);
    writeln!(text, "gzip on;\ngzip_vary on;\ngzip_types {packable};")?;
    writeln!(
        text,
        "# Smaller still, where nginx has its brotli module:\n# brotli_static on;"
    )?;
    writeln!(text, "set $rc_cache \"{ASK_AGAIN}\";")?;
    writeln!(
        text,
        "if ($uri ~ \"{HASHED}\") {{\n    set $rc_cache \"{FOR_EVER}\";\n}}"
    )?;
    // Not `always`: that a file was not there for a moment must not be kept.
    writeln!(text, "add_header Cache-Control $rc_cache;")?;
    for (name, value) in policy.headers() {
        writeln!(text, "add_header {name} \"{value}\" always;")?;
    }
    Ok(())
}

fn apache(text: &mut String, policy: &Policy) -> fmt::Result {
    writeln!(
        text,
        "# Into the `<Directory>` of the folder, or as its .htaccess. Needs mod_headers, mod_mime, mod_dir and\n\
         # mod_rewrite; mod_filter and mod_deflate where browsers without brotli shall be served small files too."
    )?;
    writeln!(text, "DirectoryIndex index.html")?;
    for (ending, kind, is_text) in types() {
        writeln!(text, "AddType {kind} .{ending}")?;
        if is_text {
            writeln!(text, "AddCharset utf-8 .{ending}")?;
        }
    }
    writeln!(
        text,
        "RemoveLanguage .br\nAddEncoding br .br\n\
         RewriteEngine On\n\
         RewriteCond %{{HTTP:Accept-Encoding}} (^|,)\\s*br\\s*(,|$)\n\
         RewriteCond %{{REQUEST_FILENAME}}.br -f\n\
         RewriteRule \\.(html|js|wasm)$ %{{REQUEST_URI}}.br [L]"
    )?;
    for module in ["mod_filter.c", "mod_deflate.c"] {
        writeln!(text, "<IfModule {module}>")?;
    }
    writeln!(text, "AddOutputFilterByType DEFLATE {}", packable())?;
    writeln!(text, "</IfModule>\n</IfModule>")?;
    writeln!(text, "Header merge Vary Accept-Encoding")?;
    writeln!(text, "Header set Cache-Control \"{ASK_AGAIN}\"")?;
    let hashed = HASHED.replace('$', r"(\.br)?$");
    writeln!(
        text,
        "<FilesMatch \"{hashed}\">\nHeader set Cache-Control \"{FOR_EVER}\"\n</FilesMatch>"
    )?;
    for (name, value) in policy.headers() {
        writeln!(text, "Header always set {name} \"{value}\"")?;
    }
    Ok(())
}

/// Knows the types by itself.
fn caddy(text: &mut String, policy: &Policy) -> fmt::Result {
    writeln!(
        text,
        "# Into the `handle` of the folder, beside its `root`.\nheader {{"
    )?;
    for (name, value) in policy.headers() {
        writeln!(text, "\t{name} \"{value}\"")?;
    }
    // A file that is not there for a moment must not be kept as missing.
    writeln!(
        text,
        "}}\n@hashed {{\n\tpath_regexp {HASHED}\n\tfile\n}}\n\
         @others not path_regexp {HASHED}\n\
         header @hashed Cache-Control \"{FOR_EVER}\"\nheader @others Cache-Control \"{ASK_AGAIN}\""
    )?;
    // Apart from the others: what is taken away is taken late, and so would be what stands beside it.
    writeln!(text, "header -Server\nencode gzip {{\n\tmatch {{")?;
    for kind in packable().split(' ') {
        writeln!(text, "\t\theader Content-Type {kind}*")?;
    }
    writeln!(text, "\t}}\n}}\nfile_server {{\n\tprecompressed br\n}}")
}

/// These hosts know types, compression and what may be kept by themselves.
fn netlify(text: &mut String, policy: &Policy) -> fmt::Result {
    writeln!(
        text,
        "# As the file `_headers` at the root of the site.\n/*"
    )?;
    for (name, value) in policy.headers() {
        writeln!(text, "  {name}: {value}")?;
    }
    Ok(())
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
