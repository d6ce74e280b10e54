//! Owns the options a clinic sets as attributes of the `html` element: read leniently, used strictly.
//!
//! An option that makes no sense falls back to its default, with one warning for the clinic's web person that
//! says nothing about the visitor.

use crate::domain::help::Region;

/// Options in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// `data-rc-region`: the region whose lines show first; none leaves it to the browser's language.
    pub region: Option<Region>,
    /// `data-rc-leave`: `off` hides the "Leave" button, which deters some people. On unless set.
    pub leave: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            region: None,
            leave: true,
        }
    }
}

/// An option that made no sense: the attribute, and what it may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The attribute's name.
    pub attribute: &'static str,
    /// The values it takes.
    pub takes: String,
}

impl Options {
    /// Reads the options; `attribute` gives the value of an attribute, if it is set.
    ///
    /// ```
    /// use recovery_check::embed::options::Options;
    /// let (options, warnings) = Options::read(|name| (name == "data-rc-leave").then(|| "maybe".into()));
    /// assert_eq!(options, Options::default());
    /// assert_eq!(warnings[0].attribute, "data-rc-leave");
    /// ```
    pub fn read(attribute: impl Fn(&'static str) -> Option<String>) -> (Self, Vec<Warning>) {
        let mut options = Self::default();
        let mut warnings = Vec::new();
        if let Some(value) = attribute("data-rc-region") {
            options.region = Region::from_code(&value);
            if options.region.is_none() {
                let takes = Region::ALL.map(Region::code).join(", ");
                warnings.push(Warning {
                    attribute: "data-rc-region",
                    takes,
                });
            }
        }
        match attribute("data-rc-leave").as_deref() {
            None | Some("on") => {}
            Some("off") => options.leave = false,
            Some(_) => {
                warnings.push(Warning {
                    attribute: "data-rc-leave",
                    takes: "on, off".to_owned(),
                });
            }
        }
        (options, warnings)
    }
}
