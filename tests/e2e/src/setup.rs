//! Owns what a journey starts from: window, language, and where on the site the page stands.

use xtask::browser::Engine;

use crate::page::Page;

/// How a page is to be opened. Starts as a desktop window of Chromium, in English, at the root of the
/// site.
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "facts that have nothing to do with each other"
)]
pub struct Setup {
    pub(crate) engine: Engine,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) language: String,
    pub(crate) prefix: String,
    pub(crate) waits: bool,
    pub(crate) overheard: bool,
    pub(crate) faulty: bool,
    pub(crate) refuses: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            engine: Engine::Chromium,
            width: 1280,
            height: 900,
            language: "en-US".to_owned(),
            prefix: String::new(),
            waits: true,
            overheard: false,
            faulty: false,
            refuses: false,
        }
    }
}

impl Setup {
    /// Another engine.
    #[must_use]
    pub fn engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// The build that breaks at the event that `html[data-rc-fault]` names. `cargo xtask test` makes it.
    #[must_use]
    pub fn faulty(mut self) -> Self {
        self.faulty = true;
        self
    }

    /// A browser whose owner lets no site keep anything. `WebKit` has no such setting that could be reached.
    #[must_use]
    pub fn refusing_storage(mut self) -> Self {
        self.refuses = true;
        self
    }

    /// Another window size.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        (self.width, self.height) = (width, height);
        self
    }

    /// Another language of the browser, such as `de-DE`.
    #[must_use]
    pub fn language(mut self, language: &str) -> Self {
        language.clone_into(&mut self.language);
        self
    }

    /// A folder of the site, such as `/clinic/check`.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        prefix.clone_into(&mut self.prefix);
        self
    }

    /// Makes the server the browser's proxy, so that it sees every request to anywhere and lets none out.
    #[must_use]
    pub fn overheard(mut self) -> Self {
        self.overheard = true;
        self
    }

    /// Goes on while the browser is still on its way to another page, for journeys that look at the moment
    /// between two pages.
    #[must_use]
    pub fn without_waiting(mut self) -> Self {
        self.waits = false;
        self
    }

    /// Starts server and browser. Nothing is opened yet, so faults can be set first.
    #[track_caller]
    pub fn start(&self) -> Page {
        Page::start(self)
    }
}
