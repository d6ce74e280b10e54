//! Owns which coping tools there are, and what a person writes down in them. Nothing here is scored.

coded! {
    /// A coping tool.
    #[allow(missing_docs)] // Each is worded in the catalogue.
    Tool {
        Breathing = "breathing",
        UrgeSurfing = "urge_surfing",
        Grounding = "grounding",
        WaitAndLeave = "wait_and_leave",
        Halt = "halt",
        LookAhead = "look_ahead",
        CostsAndGains = "costs_and_gains",
        ReachOut = "reach_out",
        PeopleAndJoys = "people_and_joys",
        SleepAndFood = "sleep_and_food",
    }
}

coded! {
    /// A page of the notebook: one text the person wrote in a tool.
    Page {
        /// People to turn to, one a line.
        People = "people",
        /// What brings joy, one a line.
        Joys = "joys",
        /// What use gives.
        UseGives = "use_gives",
        /// What use takes.
        UseTakes = "use_takes",
        /// What staying with one's goal gives.
        GoalGives = "goal_gives",
        /// What staying with one's goal takes.
        GoalTakes = "goal_takes",
        /// How the next morning would look.
        NextMorning = "next_morning",
        /// The message to someone.
        Message = "message",
    }
}

/// What the person wrote in the tools, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notebook {
    texts: [String; Page::ALL.len()],
}

impl Notebook {
    /// The text on a page; empty where nothing was written.
    pub fn text(&self, page: Page) -> &str {
        &self.texts[page as usize]
    }

    /// Writes a page.
    pub fn write(&mut self, page: Page, text: String) {
        self.texts[page as usize] = text;
    }

    /// How many pages something is written on. Spaces alone say nothing.
    pub fn written(&self) -> usize {
        let texts = self.texts.iter();
        texts.filter(|text| !text.trim().is_empty()).count()
    }

    /// True when nothing is written on any page, not even a space.
    pub fn is_empty(&self) -> bool {
        self.texts.iter().all(String::is_empty)
    }
}

/// The address that opens the person's own messaging app with this text in it. Whom it goes to is chosen there:
/// no number is ever asked here. `?&` is what the apps of both kinds of phone understand.
///
/// ```
/// use recovery_check::domain::tool::message_address;
/// assert_eq!(message_address("A & b?\nß 👋"), "sms:?&body=A%20%26%20b%3F%0A%C3%9F%20%F0%9F%91%8B");
/// assert_eq!(message_address(""), "sms:?&body=");
/// ```
pub fn message_address(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut address = "sms:?&body=".to_owned();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push('%');
            for digit in [byte >> 4, byte & 15] {
                address.push(char::from(DIGITS[usize::from(digit)]));
            }
        }
    }
    address
}
