//! Owns what a browser is told to refuse: the content security policy and the headers that go with it.
//!
//! The page carries in tags of its own what a tag can say. The server of `cargo xtask serve` and of the
//! journeys sends everything in headers, and `cargo xtask headers` writes them down for other servers.

use crate::digest::policy_source;

/// What the page carries for itself, so that it is safe on a server that sends no headers.
const REFERRER: &str = "Referrer-Policy";

/// How the import map begins, which says what the program's script must be.
pub(crate) const MAP: &str = "<script type=\"importmap\">";

/// A tag can't say these.
const HEADER_ONLY: [&str; 2] = ["frame-ancestors", "report-uri"];

/// Powers that no page of ours uses, nor any script that should get into it.
const CLOSED: &str = "accelerometer autoplay browsing-topics camera clipboard-read compute-pressure \
    deferred-fetch display-capture encrypted-media fullscreen gamepad geolocation gyroscope hid \
    identity-credentials-get idle-detection keyboard-map local-fonts magnetometer microphone midi \
    otp-credentials payment picture-in-picture publickey-credentials-create publickey-credentials-get \
    screen-wake-lock serial storage-access sync-xhr usb window-management xr-spatial-tracking";

/// A list of refusals, each line with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The parts of `Content-Security-Policy`.
    directives: Vec<Line>,
    /// The other headers.
    headers: Vec<Line>,
}

/// A name and what is said under it.
type Line = (&'static str, String);

impl Policy {
    /// For a page with this style, this import map and this script in it.
    pub(crate) fn of_inline(style: &str, map: &str, boot: &str) -> Self {
        let [style, map, boot] = [style, map, boot].map(policy_source);
        let directives = [
            ("default-src", "'none'".to_owned()),
            (
                "script-src",
                format!("'self' 'wasm-unsafe-eval' {map} {boot}"),
            ),
            ("style-src", style),
            ("connect-src", "'self'".to_owned()),
            // The plain picture for the tab stands in the page: to fetch it would tell that it was chosen.
            ("img-src", "'self' data:".to_owned()),
            ("base-uri", "'none'".to_owned()),
            ("form-action", "'none'".to_owned()),
            // No text becomes markup or script: nothing of ours needs that.
            ("require-trusted-types-for", "'script'".to_owned()),
            ("trusted-types", "'none'".to_owned()),
            ("frame-ancestors", "'self'".to_owned()),
        ];
        let closed = CLOSED.split_whitespace().map(|power| format!("{power}=()"));
        // A text is copied at the press of a button.
        let powers: Vec<_> = closed
            .chain(["clipboard-write=(self)".to_owned()])
            .collect();
        let headers = [
            (REFERRER, "no-referrer".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
            ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
            ("Permissions-Policy", powers.join(", ")),
        ];
        Self {
            directives: directives.into(),
            headers: headers.into(),
        }
    }

    /// For a finished page. What stands in it is what it may run: a change to it by hand breaks the page's
    /// own policy.
    pub fn of_page(page: &str) -> Self {
        let inside = |open, close| {
            let rest = page.split_once(open).map_or("", |(_, rest)| rest);
            rest.split_once(close).map_or("", |(inside, _)| inside)
        };
        let boot = inside("<script>", "</script>");
        let mut policy = Self::of_inline(
            inside("<style>", "</style>"),
            inside(MAP, "</script>"),
            boot,
        );
        // A page without the boot script is not ours, and says itself what it may do.
        if boot.is_empty() {
            policy.directives.clear();
        }
        policy
    }

    /// The same where pages of these origins may show it in a frame, sandboxed or not.
    #[must_use]
    pub fn embedded_on(self, origins: &[String]) -> Self {
        if origins.is_empty() {
            return self;
        }
        // A sandboxed frame is foreign to its own files.
        self.with("frame-ancestors", &format!("'self' {}", origins.join(" ")))
            .with("Access-Control-Allow-Origin", "*")
            .with("Cross-Origin-Resource-Policy", "cross-origin")
            // A page that is isolated from other origins shows no frame that isn't.
            .with("Cross-Origin-Embedder-Policy", "require-corp")
    }

    /// The same without this line.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.directives.retain(|line| line.0 != name);
        self.headers.retain(|line| line.0 != name);
        self
    }

    /// The same with this line in the place of one that it had, or at the end. Headers begin with a capital.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        let is_header = name.starts_with(|first: char| first.is_ascii_uppercase());
        let lines = if is_header {
            &mut self.headers
        } else {
            &mut self.directives
        };
        match lines.iter_mut().find(|line| line.0 == name) {
            Some(line) => value.clone_into(&mut line.1),
            None => lines.push((name, value.to_owned())),
        }
        self
    }

    /// The name of every line.
    pub fn names(&self) -> Vec<&'static str> {
        let lines = self.directives.iter().chain(&self.headers);
        lines.map(|line| line.0).collect()
    }

    /// Every header, with its name.
    pub fn headers(&self) -> Vec<Line> {
        let security = joined(self.directives.iter());
        let security = (!security.is_empty()).then_some(("Content-Security-Policy", security));
        let others = self.headers.iter().cloned();
        security.into_iter().chain(others).collect()
    }

    /// What the page carries itself.
    pub(crate) fn tags(&self) -> String {
        let sayable = |line: &&Line| !HEADER_ONLY.contains(&line.0);
        let security = joined(self.directives.iter().filter(sayable));
        let security = (!security.is_empty()).then(|| {
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{security}\">")
        });
        let referrer = self.headers.iter().find(|line| line.0 == REFERRER);
        let referrer =
            referrer.map(|(_, value)| format!("<meta name=\"referrer\" content=\"{value}\">"));
        security.into_iter().chain(referrer).collect()
    }

    /// A finished page with these tags in the place of its own.
    pub(crate) fn put_into(&self, page: &str) -> String {
        page.replacen(&Self::of_page(page).tags(), &self.tags(), 1)
    }
}

fn joined<'line>(lines: impl Iterator<Item = &'line Line>) -> String {
    let lines = lines.map(|(name, value)| format!("{name} {value}"));
    lines.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        Policy::of_inline("a{}", "{}", "go()")
    }

    fn header(policy: &Policy, name: &str) -> Option<String> {
        let found = policy.headers().into_iter().find(|line| line.0 == name);
        found.map(|line| line.1)
    }

    #[test]
    fn the_header_says_all_and_the_tag_what_a_tag_can_say() {
        let security = header(&policy(), "Content-Security-Policy").unwrap();
        let [style, map, script] = ["a{}", "{}", "go()"].map(policy_source);
        let said = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {map} {script}; style-src {style}; \
             connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'; trusted-types 'none'"
        );
        assert_eq!(security, format!("{said}; frame-ancestors 'self'"));
        let tag = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{said}\">");
        let referrer = "<meta name=\"referrer\" content=\"no-referrer\">";
        assert_eq!(policy().tags(), format!("{tag}{referrer}"));
    }

    #[test]
    fn a_finished_page_tells_its_policy_and_takes_another() {
        let page = |tags: &str| {
            format!("<head>{tags}<style>a{{}}</style>{MAP}{{}}</script><script>go()</script>")
        };
        let finished = page(&policy().tags());
        assert_eq!(Policy::of_page(&finished), policy());
        let other = policy().without("img-src").without(REFERRER);
        assert_eq!(other.put_into(&finished), page(&other.tags()));
        assert!(!other.tags().contains("img-src") && !other.tags().contains("referrer"));
    }

    #[test]
    fn lines_come_and_go_by_name() {
        let names = policy().names();
        assert_eq!(names.len(), 15);
        for name in names {
            let without = policy().without(name);
            assert_eq!(without.names().len(), 14, "{name}");
            assert_eq!(without.with(name, "x").names().len(), 15, "{name}");
        }
        let reporting = policy().with("report-uri", "/told");
        assert_eq!(reporting.tags(), policy().tags());
        let security = header(&reporting, "Content-Security-Policy").unwrap();
        assert!(security.ends_with("; report-uri /told"), "{security}");
    }

    #[test]
    fn a_page_that_may_be_embedded_opens_three_lines_and_isolates_itself() {
        assert_eq!(policy().embedded_on(&[]), policy());
        let embedded = policy().embedded_on(&["https://north.example".to_owned()]);
        let security = header(&embedded, "Content-Security-Policy").unwrap();
        assert!(security.ends_with("frame-ancestors 'self' https://north.example"));
        let origin = header(&embedded, "Access-Control-Allow-Origin");
        assert_eq!(origin.as_deref(), Some("*"));
        let resource = header(&embedded, "Cross-Origin-Resource-Policy");
        assert_eq!(resource.as_deref(), Some("cross-origin"));
        let isolation = header(&embedded, "Cross-Origin-Embedder-Policy");
        assert_eq!(isolation.as_deref(), Some("require-corp"));
    }

    #[test]
    fn every_power_but_one_is_closed() {
        let powers = header(&policy(), "Permissions-Policy").unwrap();
        let open: Vec<_> = powers
            .split(", ")
            .filter(|it| !it.ends_with("=()"))
            .collect();
        assert_eq!(open, ["clipboard-write=(self)"]);
        assert!(powers.starts_with("accelerometer=(), autoplay=(), "));
    }
}
