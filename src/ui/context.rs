//! What every screen is handed: the session, the words, and the one way to say that something happened.

use super::keeping::Keeping;
use super::later::{Arrival, apply_later};
use crate::domain::check_in::CheckIn;
use crate::domain::date::Day;
use crate::domain::help::Region;
use crate::domain::safety::Cards;
use crate::domain::timer::Timer;
use crate::domain::tool::Tool;
use crate::embed::clinic::Clinic;
use crate::i18n::Words;
use crate::platform::clock::{self, Writing};
use crate::platform::history::History;
use crate::platform::page;
use crate::session::{Aside, Effect, Event, Screen, Session, Unattended};
use crate::storage::keeper::Keeper;
use leptos::prelude::*;

/// Handed from screen to screen by copy. The signals in it live as long as the page, so no handler can touch
/// a disposed one.
#[derive(Clone, Copy)]
pub struct Context {
    /// The state of the page.
    pub session: RwSignal<Session>,
    /// The words.
    pub words: &'static Words,
    /// The region that the page began with.
    pub first_region: Region,
    /// What the clinic shows of its own.
    pub clinic: &'static Clinic,
    /// The timer of each tool, once begun. It goes on while the person looks elsewhere, at another timer too.
    pub timers: StoredValue<[Option<Timer>; Tool::ALL.len()], LocalStorage>,
    /// Whether the page seems to be left, on a shared device.
    pub unattended: RwSignal<Unattended>,
    /// What has become of fetching the later part of the program.
    pub later: RwSignal<Arrival>,
    pub(super) keeping: StoredValue<Keeping, LocalStorage>,
    history: StoredValue<History, LocalStorage>,
}

/// Where no clinic has set anything.
static NO_CLINIC: Clinic = Clinic {
    name: String::new(),
    links: Vec::new(),
};

impl Context {
    /// A context over a session. Without a keeper nothing is ever stored, as when the first screen is drawn
    /// at build time.
    pub fn new(
        session: Session,
        words: &'static Words,
        first_region: Region,
        keeper: Option<Keeper>,
        history: History,
    ) -> Self {
        Self {
            session: RwSignal::new(session),
            words,
            first_region,
            clinic: &NO_CLINIC,
            timers: StoredValue::new_local([None; Tool::ALL.len()]),
            unattended: RwSignal::default(),
            later: RwSignal::new(Arrival::at_first()),
            keeping: StoredValue::new_local(Keeping::new(keeper)),
            history: StoredValue::new_local(history),
        }
    }

    /// The same with what a clinic shows of its own.
    #[must_use]
    pub fn with_clinic(self, clinic: Clinic) -> Self {
        Self {
            // Read once, and there as long as the page.
            clinic: Box::leak(Box::new(clinic)),
            ..self
        }
    }

    /// Applies an event, stores what it asks for, and keeps the browser's history in step.
    pub fn send(self, event: Event) {
        let is_back = matches!(event, Event::WentBack);
        let is_end = matches!(
            event,
            Event::BeganAnew | Event::Discarded | Event::DeletedAll | Event::DeletedElsewhere
        );
        let before = self.session.with_untracked(Session::screen);
        let effects = self.apply(event);
        self.perform(effects);
        if is_end {
            self.forget_history();
        } else if !is_back && self.session.with_untracked(Session::screen) != before {
            self.history.with_value(History::step);
        }
    }

    /// Applies an event. What storage must do is left to whoever called.
    pub(super) fn apply(self, event: Event) -> Vec<Effect> {
        #[cfg(feature = "faults")]
        crate::platform::faults::strike(&event);
        self.session
            .try_update(|session| session.apply_with(event, apply_later))
            .unwrap_or_default()
    }

    /// Lets go of the steps in the browser's history: they belong to a check-in that is over.
    pub fn forget_history(self) {
        self.history.with_value(History::forget);
    }

    /// Opens a screen beside the check-in. Where it is on show already, leads to its top.
    pub fn open(self, aside: Aside) {
        if self.session.with_untracked(Session::aside) == Some(aside) {
            page::show_from_top();
        }
        self.send(Event::Opened(aside));
    }

    /// Goes back, and the browser's history with it.
    pub fn go_back(self) {
        self.send(Event::WentBack);
        self.history.with_value(|history| history.undo(1));
    }

    /// Takes the browser's own Back button for ours.
    pub fn follow_browser_back(self) {
        let went_back = move || {
            self.send(Event::WentBack);
            // The browser holds fewer steps than a check-in has. At the last one, another Back would leave.
            let has_more = self.session.with_untracked(Session::screen) != Screen::Welcome;
            if has_more && self.history.with_value(History::is_at_its_start) {
                self.history.with_value(History::step);
            }
        };
        self.history.with_value(|history| history.listen(went_back));
    }

    /// Starts a check-in, or goes on with the paused one.
    pub fn start(self) {
        self.send(Event::Started {
            id: clock::new_id(),
            begun: clock::now(),
        });
    }

    /// Closes every screen beside: back to the check-in, or to the welcome screen.
    pub fn close_asides(self) {
        let open = self.session.with_untracked(|session| session.asides.len());
        for _ in 0..open {
            self.send(Event::WentBack);
        }
        let steps = u32::try_from(open).unwrap_or(u32::MAX);
        self.history.with_value(|history| history.undo(steps));
    }

    /// Whether the page is open for a device that others use as well. That stays so as long as the page.
    pub fn is_shared(self) -> bool {
        self.session.with_untracked(|session| session.shared)
    }

    /// The region whose lines show.
    pub fn region(self) -> Region {
        self.session
            .with(|session| session.region)
            .unwrap_or(self.first_region)
    }

    /// Shows the lines of another region.
    pub fn choose_region(self, region: Region) {
        self.send(Event::ChoseRegion(region));
        page::set_attribute("data-rc-here", region.code());
    }

    /// The check-in under way. Screens that need one are only shown when there is one.
    pub fn check_in(self) -> Option<CheckIn> {
        self.session.with(|session| session.check_in)
    }

    /// The safety cards due now, where any is, without following their changes.
    pub fn cards_due(self) -> Option<Cards> {
        let today = clock::now().day;
        self.session
            .with_untracked(|session| session.cards_due(today))
    }

    /// The check-in as it stands now, without following its changes.
    pub fn check_in_once(self) -> Option<CheckIn> {
        self.session.with_untracked(|session| session.check_in)
    }

    /// A day as the language writes it.
    pub fn write_day(self, day: Day) -> String {
        clock::write_day(day, self.words.lang)
    }

    /// A day as short as a chart of so many days allows.
    pub fn write_day_of(self, day: Day, days: u32) -> String {
        const NEARLY_A_YEAR: u32 = 330;
        let writing = if days < NEARLY_A_YEAR {
            Writing::DayOfYear
        } else {
            Writing::MonthOfYear
        };
        clock::write_day_as(day, writing, self.words.lang)
    }
}
