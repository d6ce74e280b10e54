//! Line icons on a 24 grid. They decorate words and are hidden from speech.

use crate::ui::element::{El, el};
/// An icon, as the one path it is drawn with.
#[derive(Clone, Copy)]
pub struct Icon(&'static str);

impl Icon {
    /// A question mark in a circle.
    pub const HELP: Self = Self(
        "M3.4 12a8.6 8.6 0 1 0 17.2 0a8.6 8.6 0 1 0-17.2 0M9.6 9.7a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1.1.9-1.1 1.8M12 16.6v.1",
    );
    /// An arrow out of a door.
    pub const LEAVE: Self = Self("M13.5 4.5h-8v15h8M10.5 12h10M16.8 8.2l3.7 3.8-3.7 3.8");
    /// An eye with a line through it.
    pub const UNSEEN: Self = Self(
        "M4 4.5l16 15M9.3 6.6A9 9 0 0 1 12 6.2c4.6 0 7.7 3.3 9 5.8-.5 1-1.4 2.2-2.6 3.3M6 8.1C4.5 9.3 3.5 10.8 3 12c1.3 2.5 4.4 5.8 9 5.8 1.3 0 2.5-.3 3.5-.7M10 10.3a2.7 2.7 0 0 0 3.7 3.7",
    );
    /// A closed lock.
    pub const LOCK: Self = Self(
        "M7.2 10.5h9.6a2.2 2.2 0 0 1 2.2 2.2v5.1a2.2 2.2 0 0 1-2.2 2.2H7.2a2.2 2.2 0 0 1-2.2-2.2v-5.1a2.2 2.2 0 0 1 2.2-2.2ZM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.4v2",
    );
    /// A sun.
    pub const SUN: Self = Self(
        "M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 3v2.2M12 18.8V21M3 12h2.2M18.8 12H21M5.6 5.6l1.6 1.6M16.8 16.8l1.6 1.6M18.4 5.6l-1.6 1.6M7.2 16.8l-1.6 1.6",
    );
    /// A telephone receiver.
    pub const CALL: Self = Self(
        "M6.6 3.8h2.6l1.5 4.2-2 1.6a11.6 11.6 0 0 0 5.7 5.7l1.6-2 4.2 1.5v2.6a2.4 2.4 0 0 1-2.6 2.4A15.6 15.6 0 0 1 4.2 6.4a2.4 2.4 0 0 1 2.4-2.6Z",
    );
    /// A speech bubble with lines.
    pub const TEXT: Self = Self("M4.5 5.5h15v10.5H11l-4.5 3.5V16h-2ZM8.5 9.5h7M8.5 12.2h4.5");
    /// Two speech bubbles.
    pub const CHAT: Self =
        Self("M3.8 5h11v8H9l-3 2.6V13H3.8ZM17.5 9.5h2.7v7.4H18v2.4l-2.9-2.4h-4.3v-1.4");
    /// A chevron towards the start.
    pub const BACK: Self = Self("M15 5.5 8.5 12l6.5 6.5");
    /// A chevron down.
    pub const DOWN: Self = Self("m6 9.5 6 6 6-6");
    /// An octagon with an exclamation mark.
    pub const NOW: Self = Self("M8 3.5h8L20.5 8v8L16 20.5H8L3.5 16V8ZM12 7.8v5M12 15.9v.1");
    /// A diamond with an exclamation mark.
    pub const SOON: Self = Self("M12 2.8 21.2 12 12 21.2 2.8 12ZM12 7.8v5M12 15.9v.1");
    /// Rays around a centre.
    pub const TRIGGERS: Self = Self(
        "M12 3.5v4M12 16.5v4M3.5 12h4M16.5 12h4M6 6l2.7 2.7M15.3 15.3 18 18M18 6l-2.7 2.7M8.7 15.3 6 18",
    );
    /// Two people.
    pub const PEOPLE: Self = Self(
        "M5.5 8.5a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0M3 19c.2-3.6 2.5-5.7 5.7-5.7s5.5 2.1 5.7 5.7M15.3 5.6a3.2 3.2 0 0 1 0 5.8M17.3 13.9c2.2.7 3.5 2.5 3.7 5.1",
    );
    /// A cloud.
    pub const CLOUD: Self =
        Self("M7.5 18.5a4 4 0 0 1-.6-7.95 5.4 5.4 0 0 1 10.4-.6A4.3 4.3 0 0 1 17 18.5Z");
    /// A house.
    pub const HOUSE: Self = Self("M4 11.5 12 4.5l8 7M6.2 9.8v9.7h11.6V9.8M10 19.5v-5h4v5");
    /// A wave.
    pub const WAVE: Self = Self("M3 14c2.5-5 5-5 7.5-1s5 4 7.5 0c1-1.6 2-2.5 3-2.8M3 18.5h18");
    /// A leaf.
    pub const LEAF: Self = Self("M5 19c0-8 5-13 14-14 .5 9-4.5 14-12 13.5M5 19c2-4 4.5-6.5 8-8.5");
    /// A heart.
    pub const HEART: Self =
        Self("M12 19.5S4 14.9 4 9.4A4.2 4.2 0 0 1 12 7.7a4.2 4.2 0 0 1 8 1.7c0 5.5-8 10.1-8 10.1Z");
    /// Two rings.
    pub const RINGS: Self = Self(
        "M3.5 12a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M9.5 12a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0",
    );
    /// A ball that bounces.
    pub const BOUNCE: Self = Self(
        "M3 18.5c1.5-7 5-7 6.5 0 1.2-5.2 4-5.2 5.2 0M16.1 9.5a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0",
    );
    /// Two arrows that change places.
    pub const SWAP: Self =
        Self("M4.5 9h13M14 5.5 17.5 9 14 12.5M19.5 16h-13M10 12.5 6.5 16l3.5 3.5");
    /// A printer.
    pub const PRINT: Self = Self("M7 9V4h10v5M7 16.5H4.5V9h15v7.5H17M7 13.5h10V20H7Z");
    /// A plus.
    pub const PLUS: Self = Self("M12 5.5v13M5.5 12h13");
    /// A bin.
    pub const BIN: Self =
        Self("M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.9 12.5h9.2L17.5 7M10.3 10.5v5.7M13.7 10.5v5.7");
    /// A line that goes up and down.
    pub const CHART: Self = Self("M4 4.5v15h16M7.5 14.5l4-4.5 3.2 2.7L19.5 7");
    /// Rows and columns.
    pub const TABLE: Self = Self("M4 5h16v14H4ZM4 9.7h16M4 14.3h16M10.5 9.7V19");
}

/// Draws an icon with further classes, such as `rc-icon--sm`.
pub fn icon(icon: Icon, class: &'static str) -> El {
    el("svg")
        .class(class)
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(el("path").attr("d", icon.0))
}

/// A small icon, as beside words in a button.
pub fn small(of: Icon) -> El {
    icon(of, "rc-icon rc-icon--sm")
}
