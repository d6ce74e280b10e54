//! Owns which options a clinic may set, as attributes of the `html` element, and what they take.
//!
//! The options show before the program is there: the style sheet reads `data-rc-leave` and `data-rc-shared`, the boot
//! script reads `data-rc-region` and `data-rc-shared`, and both pass over values that make no sense. Here those are
//! found, for one line to the clinic's web person that says nothing about the visitor.

use crate::domain::help::Region;

/// An option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClinicOption {
    /// Whose help lines show first. Without it the browser's language decides.
    Region,
    /// Whether the button to leave quickly shows. Some people are deterred by it.
    Leave,
    /// Whether this is a device that many people use, as in a waiting room: then nothing is kept. The address says the
    /// same with `?shared`.
    Shared,
}

impl ClinicOption {
    /// Every option.
    pub const ALL: [Self; 3] = [Self::Region, Self::Leave, Self::Shared];

    /// The attribute's name.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Region => "data-rc-region",
            Self::Leave => "data-rc-leave",
            Self::Shared => "data-rc-shared",
        }
    }

    /// The values it takes.
    pub fn values(self) -> Vec<&'static str> {
        match self {
            Self::Region => Region::ALL.map(Region::code).to_vec(),
            Self::Leave | Self::Shared => vec!["on", "off"],
        }
    }
}

/// Whether an option that is on or off is on; `attribute` gives the value of an attribute, if it is set.
pub fn is_on(option: ClinicOption, attribute: impl Fn(&'static str) -> Option<String>) -> bool {
    attribute(option.attribute()).is_some_and(|value| value == "on")
}

/// The options whose value makes no sense; `attribute` gives the value of an attribute, if it is set.
///
/// ```
/// use recovery_check::embed::options::{ClinicOption, senseless};
/// let page = |name: &str| (name == "data-rc-region").then(|| "atlantis".to_owned());
/// assert_eq!(senseless(page), [ClinicOption::Region]);
/// ```
pub fn senseless(attribute: impl Fn(&'static str) -> Option<String>) -> Vec<ClinicOption> {
    let makes_no_sense = |option: &ClinicOption| {
        attribute(option.attribute())
            .is_some_and(|value| !option.values().contains(&value.as_str()))
    };
    ClinicOption::ALL
        .into_iter()
        .filter(makes_no_sense)
        .collect()
}
