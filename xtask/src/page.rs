//! Owns `index.html`: puts styles, boot script and first screen into the template, under a policy
//! that lets nothing else run. Text in, text out.

use crate::failure::{Failure, Outcome};
use crate::policy::{MAP, Policy};

const STEP: &str = "write index.html";

/// How much work a build is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Published: optimised, compressed, under a policy.
    Release,
    /// On the developer's screen: readable, at once, with Trunk's reloading script let through.
    Dev,
}

/// What stands in the page itself instead of in a file, since each file costs a round trip.
pub(crate) struct Inline<'text> {
    /// The title.
    pub(crate) title: &'text str,
    /// The styles.
    pub(crate) style: &'text str,
    /// The import map, by which browsers refuse a script that was changed.
    pub(crate) map: &'text str,
    /// The boot script.
    pub(crate) boot: &'text str,
    /// The first screen.
    pub(crate) body: &'text str,
}

/// Fills the template's placeholders.
pub(crate) fn assemble(template: &str, inline: &Inline, mode: Mode) -> Outcome<String> {
    let (template, policy) = match mode {
        Mode::Release => (
            tightened(template),
            Policy::of_inline(inline.style, inline.map, inline.boot).tags(),
        ),
        // The reloading script of `trunk serve` is inline and differs from run to run.
        Mode::Dev => (template.to_owned(), String::new()),
    };
    let style = format!("<style>{}</style>", inline.style);
    let boot = format!(
        "{MAP}{}</script><script>{}</script>",
        inline.map, inline.boot
    );
    let parts = [
        ("<!-- rc:policy -->", policy.as_str()),
        ("<!-- rc:title -->", inline.title),
        ("<!-- rc:style -->", &style),
        ("<!-- rc:boot -->", &boot),
        ("<!-- rc:body -->", inline.body),
    ];
    fill(&template, &parts)
}

/// Puts final names and integrity values into a script of that file, in the order given: a name that begins
/// another one comes after it.
pub(crate) fn name_program(source: &str, file: &str, values: &[(&str, String)]) -> Outcome<String> {
    let mut text = source.to_owned();
    for (token, value) in values {
        if !text.contains(token) {
            let why = format!("`{token}` does not occur in {file}");
            let by_hand = "write it there as a string where the build shall put its value";
            return Err(Failure::new("name the program in a script", why, by_hand));
        }
        text = text.replace(token, value);
    }
    Ok(text)
}

/// Only this holds in every engine: `WebKit` looks at no integrity of a module that is preloaded.
pub(crate) fn import_map(script: &str, integrity: &str) -> String {
    format!("{{\"integrity\":{{\"{script}\":\"{integrity}\"}}}}")
}

/// Each placeholder once, all found in the template itself and never in what was put in.
fn fill(template: &str, parts: &[(&str, &str)]) -> Outcome<String> {
    let mut page = String::new();
    let mut rest = template;
    for (placeholder, text) in parts {
        let Some((before, after)) = rest.split_once(placeholder) else {
            let why = format!(
                "`{placeholder}` is missing, or not in the order policy, title, style, boot, body"
            );
            return Err(Failure::new(STEP, why, "restore index.html from git"));
        };
        page.push_str(before);
        page.push_str(text);
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

/// The template without indentation, line ends and remarks. It holds tags only; the first screen, where
/// white space may be read, is put in afterwards.
fn tightened(template: &str) -> String {
    let lines = template.lines().map(str::trim);
    let mut tight = String::new();
    for line in lines {
        let remark = line.starts_with("<!-- ") && line.ends_with(" -->");
        if remark && !line.starts_with("<!-- rc:") {
            continue;
        }
        if !tight.is_empty() && !tight.ends_with('>') {
            tight.push(' ');
        }
        tight.push_str(line);
    }
    tight
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<!doctype html>\n<head>\n  <!-- rc:policy -->\n  <!-- rc:title -->\n  \
                            <!-- a remark -->\n  <!-- rc:style -->\n  <!-- rc:boot -->\n</head>\n\
                            <body><!-- rc:body --></body>\n";
    const INLINE: Inline = Inline {
        title: "<title>A b</title>",
        style: "a{}",
        map: "{}",
        boot: "go()",
        body: "<p>one\n two</p>",
    };

    #[test]
    fn a_release_is_tight_and_names_what_is_inline_in_its_policy() {
        let page = assemble(TEMPLATE, &INLINE, Mode::Release).unwrap();
        let tags = Policy::of_inline("a{}", "{}", "go()").tags();
        assert_eq!(
            Policy::of_page(&page),
            Policy::of_inline("a{}", "{}", "go()")
        );
        assert_eq!(
            page,
            format!(
                "<!doctype html><head>{tags}<title>A b</title><style>a{{}}</style>\
                 {MAP}{{}}</script><script>go()</script></head><body><p>one\n two</p></body>"
            )
        );
    }

    #[test]
    fn a_quick_build_has_no_policy() {
        let page = assemble(TEMPLATE, &INLINE, Mode::Dev).unwrap();
        assert!(!page.contains("Content-Security-Policy"));
        assert!(page.contains("<style>a{}</style>"));
    }

    #[test]
    fn a_missing_placeholder_is_named() {
        let template = TEMPLATE.replace("<!-- rc:boot -->", "");
        let failure = assemble(&template, &INLINE, Mode::Release).unwrap_err();
        assert!(failure.why.starts_with("`<!-- rc:boot -->` is missing"));
    }

    #[test]
    fn what_is_put_in_is_never_searched() {
        let inline = Inline {
            style: "/*<!-- rc:boot -->*/",
            ..INLINE
        };
        let page = assemble(TEMPLATE, &inline, Mode::Dev).unwrap();
        assert!(page.contains("<style>/*<!-- rc:boot -->*/</style>"));
        assert!(page.contains("<script>go()</script>"));
    }

    #[test]
    fn attributes_over_two_lines_keep_their_space() {
        assert_eq!(tightened("<meta a\n  b>\n<p>"), "<meta a b><p>");
    }

    #[test]
    fn the_program_is_named_and_a_forgotten_token_is_told() {
        let values = [("AB_C", "1"), ("D_C", "2"), ("AB", "3"), ("D", "4")];
        let values = values.map(|(token, value)| (token, value.to_owned()));
        let named = name_program("AB AB_C D D_C", "a.js", &values);
        assert_eq!(named.unwrap(), "3 1 4 2");
        let failure = name_program("AB AB_C D", "a.js", &values).unwrap_err();
        assert!(failure.why.starts_with("`D_C`"), "{}", failure.why);
    }
}
