//! Owns every word a person reads. One struct holds the whole catalogue and one constant a language fills it,
//! so a missing entry does not compile. Knows item ids; items do not know words.
//!
//! Sentences with a number or a name in them are functions, because word order differs between languages.

mod en;
pub mod history;
pub mod learn;
pub mod lock;
pub mod plan;
pub mod reflect;
pub mod shared;
pub mod take;
pub mod tools;
pub mod why;

use crate::domain::answers::Frequency;
use crate::domain::change::Scale;
use crate::domain::gates::{Gate, GateOption};
use crate::domain::help::{Region, Service};
use crate::domain::instrument::{Area, Domain, Factor, Item};
use crate::domain::result::Wording;
use crate::domain::scoring::Level;
use crate::domain::step::Step;
use crate::domain::wellness::Band;
use crate::session::NotKept;

/// A sentence around one text: a number, a name or a date, as the language writes it.
pub type Around = fn(&str) -> String;
/// A sentence around two texts.
pub type AroundTwo = fn(&str, &str) -> String;

/// The words of one gate.
#[derive(Clone, Copy, Debug)]
pub struct GateWords {
    /// The question.
    pub question: &'static str,
    /// What else to know before answering; empty where there is nothing.
    pub hint: &'static str,
}

/// A heading with a text under it.
#[derive(Clone, Copy, Debug)]
pub struct Titled {
    /// The heading, or the words that stand out.
    pub title: &'static str,
    /// The text.
    pub text: &'static str,
}

/// Words around every screen.
#[allow(missing_docs)] // The fields of the catalogue are named for where their words stand.
pub struct PageWords {
    pub name: &'static str,
    /// What tab and browser history show where the person wants nobody to see what this is.
    pub plain_name: &'static str,
    pub brand: [&'static str; 2],
    pub skip_link: &'static str,
    pub help: &'static str,
    pub tools: &'static str,
    pub leave: &'static str,
    pub leave_more: &'static str,
    pub back: &'static str,
    pub go_on: &'static str,
    pub done: &'static str,
    pub parts: [&'static str; 4],
    pub part_of: fn(part: &str, name: &str) -> String,
    pub sign_of: AroundTwo,
    pub help_bar: &'static str,
    pub help_bar_name: &'static str,
    pub all_lines: &'static str,
    pub where_offered: &'static str,
    pub either: AroundTwo,
    pub privacy: &'static str,
    pub call: Around,
    pub text: Around,
    pub text_word: AroundTwo,
    pub chat: &'static str,
    pub new_tab: &'static str,
    /// Takes back what is asked first.
    pub keep_it: &'static str,
}

/// Words of the welcome screen.
#[allow(missing_docs)]
pub struct WelcomeWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub start: &'static str,
    pub length: &'static str,
    pub no_one_reads: Titled,
    pub stays_here: Titled,
    pub see_kept: &'static str,
    pub reflects: Titled,
    pub keep_question: &'static str,
    pub keep_hint: &'static str,
    pub keep_here: Titled,
    pub keep_nothing: Titled,
    pub cannot_keep: &'static str,
    pub kept_before: Around,
    pub resume: &'static str,
    pub resume_old: Around,
    pub slow: &'static str,
    pub try_again: &'static str,
    pub see_plan: &'static str,
    pub see_history: &'static str,
    pub new: &'static str,
    pub new_sure: &'static str,
    pub new_yes: &'static str,
}

/// Words of the questions.
#[allow(missing_docs)]
pub struct QuestionWords {
    pub stem: &'static str,
    pub skip: &'static str,
    pub missing: &'static str,
    pub missing_many: &'static str,
    pub use_means: &'static str,
    pub why_ask: &'static str,
    pub why_gate: fn(Gate) -> &'static str,
    pub what_use_means: &'static str,
    pub stop_here: &'static str,
    pub item: fn(Item) -> &'static str,
    pub gate: fn(Gate) -> GateWords,
    pub gate_option: fn(GateOption) -> &'static str,
    pub frequency: fn(Frequency) -> Titled,
    pub same_title: &'static str,
    pub same_lead: AroundTwo,
    pub same_reversed: &'static str,
    pub same_yes: &'static str,
    pub same_no: &'static str,
}

/// Words of the safety cards.
#[allow(missing_docs)]
pub struct CardWords {
    pub title: &'static str,
    pub why: &'static str,
    pub go_on: &'static str,
    pub do_now: &'static str,
    pub read_soon: &'static str,
    pub call_now: Around,
    pub call_now_anywhere: &'static str,
    pub we_cannot_call: &'static str,
    pub wont_wake: &'static str,
    pub wont_wake_steps: [&'static str; 3],
    pub or_call: Around,
    pub or_call_anywhere: &'static str,
    pub stay_near: &'static str,
    pub overdose: Titled,
    pub if_alone: Around,
    pub stays_on_line: &'static str,
    pub self_harm: Titled,
    pub self_harm_out_of_reach: &'static str,
    pub withdrawal: Titled,
    pub withdrawal_severe: Around,
    pub withdrawal_severe_anywhere: &'static str,
    pub support: Titled,
    pub support_break: &'static str,
    pub talk_with: Around,
    pub numbers_for: &'static str,
}

/// Words while the later part of the program is on its way.
#[allow(missing_docs)]
pub struct ComingWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub late: &'static str,
    pub missing: &'static str,
    pub again: &'static str,
}

/// Words of the results.
#[allow(missing_docs)]
pub struct ResultWords {
    pub short_title: &'static str,
    pub end_title: &'static str,
    pub full_title: &'static str,
    pub total: &'static str,
    pub total_unknown: Titled,
    pub total_unknown_rest: &'static str,
    pub level: fn(Level) -> Titled,
    pub total_picture: AroundTwo,
    pub of_100: Around,
    pub more_is_more: &'static str,
    pub last_time: Around,
    pub sentence: fn(Wording) -> &'static str,
    pub use_unknown: &'static str,
    pub use_once: &'static str,
    pub use_more: &'static str,
    pub area: fn(Area) -> &'static str,
    pub area_also: fn(Area) -> &'static str,
    pub stands_out: &'static str,
    pub stands_out_alone: &'static str,
    pub few_signs: &'static str,
    pub not_known: &'static str,
    pub cut_mark: &'static str,
    pub picture_only: &'static str,
    pub partial: AroundTwo,
    pub factors_title: &'static str,
    pub factors_hint: &'static str,
    pub factors_none: &'static str,
    pub factors_unknown: &'static str,
    pub factors_unseen: &'static str,
    pub factor: fn(Factor) -> Titled,
    pub factor_picture: AroundTwo,
    pub pick: &'static str,
    pub pick_question: &'static str,
    pub pick_none: &'static str,
    pub picked: &'static str,
    pub wellness_title: &'static str,
    pub wellness_hint: &'static str,
    pub wellness_unseen: &'static str,
    pub domain: fn(Domain) -> &'static str,
    pub band: fn(Band) -> &'static str,
    pub together: Around,
    pub together_partial: &'static str,
    pub change_title: Around,
    pub change_wait: Around,
    pub change_none: &'static str,
    pub change_too_few: &'static str,
    pub change_line: AroundTwo,
    pub fewer: [&'static str; 2],
    pub more: [&'static str; 2],
    pub less_strain: [&'static str; 2],
    pub more_strain: [&'static str; 2],
    pub growth: [&'static str; 2],
    pub dip: [&'static str; 2],
    pub overall: &'static str,
    pub change_basis: &'static str,
    pub small_title: &'static str,
    pub small_more_title: &'static str,
    pub small_more_hint: &'static str,
    pub step: fn(Step) -> Titled,
    pub fuller_title: &'static str,
    pub fuller_text: &'static str,
    pub fuller_go: &'static str,
    pub fuller_end: &'static str,
    pub not_advice: &'static str,
    pub keep: &'static str,
    pub discard: &'static str,
    pub discard_sure: &'static str,
    pub discard_yes: &'static str,
    pub print: &'static str,
}

/// Words about what is kept.
#[allow(missing_docs)]
pub struct KeptWords {
    pub here: &'static str,
    pub nothing: &'static str,
    pub next: &'static str,
    pub next_not: &'static str,
    pub cannot: &'static str,
    /// The same, because it is locked.
    pub locked: &'static str,
    /// Why something is not kept as it stands.
    pub why: fn(NotKept) -> &'static str,
    /// The same of a check-in that goes on in another tab.
    pub changed_check_in: &'static str,
    /// The check-in parted from one in another tab.
    pub parted: &'static str,
    /// Tries again, once there may be room.
    pub try_again: &'static str,
    /// Keeps what is here, in the place of what another tab kept or removed.
    pub keep_this: &'static str,
    pub unreadable: Around,
    pub newer: Around,
    /// Saves a file of the entries that can't be read.
    pub save_unread: &'static str,
    pub save_unread_hint: &'static str,
    pub deleted: &'static str,
    pub delete_failed: &'static str,
    pub deleted_elsewhere: &'static str,
}

/// Words of the help screen.
#[allow(missing_docs)]
pub struct HelpWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub danger: Titled,
    pub danger_anywhere: &'static str,
    pub listen: &'static str,
    pub no_lines: &'static str,
    pub checked: Around,
    pub tells_no_one: &'static str,
    pub back: &'static str,
    pub country: &'static str,
    pub other_countries: &'static str,
    pub emergency: Around,
    pub region: fn(Region) -> &'static str,
    pub service: fn(Service) -> Titled,
}

/// Words of the data and privacy screen.
#[allow(missing_docs)]
pub struct SettingsWords {
    pub title: &'static str,
    pub talks_to_no_one: Titled,
    /// Requests to load the page, and since.
    pub requests: AroundTwo,
    pub requests_limits: &'static str,
    pub where_title: &'static str,
    pub rows: [Titled; 5],
    pub host_sees: &'static str,
    pub choices: &'static str,
    pub keep: &'static str,
    pub keep_hint: &'static str,
    pub leave: Titled,
    pub discreet: Titled,
    /// Said where that choice could not be kept.
    pub discreet_not_kept: &'static str,
    pub delete_title: &'static str,
    pub delete: &'static str,
    /// Check-ins, plans, notes on what was learned, notes in the tools.
    pub delete_hint: fn(counts: [String; 4]) -> String,
    pub delete_sure: &'static str,
    pub delete_yes: &'static str,
}

/// Words of the static help that stands where the program can't run.
#[allow(missing_docs)]
pub struct FailedWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub reload: &'static str,
}

/// The catalogue of one language: what is said up to the end of the check-in.
#[allow(missing_docs)]
pub struct Words {
    pub lang: &'static str,
    pub page: PageWords,
    pub welcome: WelcomeWords,
    pub question: QuestionWords,
    pub card: CardWords,
    pub coming: ComingWords,
    pub kept: KeptWords,
    pub shared: shared::SharedWords,
    pub help: HelpWords,
    pub failed: FailedWords,
}

/// What is said once the check-in is over, or beside it.
#[allow(missing_docs)]
pub struct LaterWords {
    pub result: ResultWords,
    pub settings: SettingsWords,
    pub plan: plan::PlanWords,
    pub reflect: reflect::ReflectWords,
    pub history: history::HistoryWords,
    pub why: why::WhyWords,
    pub tools: tools::ToolsWords,
    pub learn: learn::LearnWords,
    pub take: take::TakeWords,
    pub lock: lock::LockWords,
}

/// English.
pub static EN: Words = en::WORDS;

/// What is said later, by language.
static LATER: [(&str, LaterWords); 1] = [("en", en::LATER)];

impl ResultWords {
    /// The name of a scale.
    pub fn scale(&self, scale: Scale) -> &'static str {
        match scale {
            Scale::Total => self.total,
            Scale::Area(area) => (self.area)(area),
            Scale::Factor(factor) => (self.factor)(factor).title,
            Scale::Domain(domain) => (self.domain)(domain),
            Scale::Overall => self.overall,
        }
    }
}

impl Words {
    /// The words of the part of the program that is fetched later. They are found by the language and not by a pointer:
    /// what is pointed to from the first part is fetched with it.
    #[inline(never)]
    pub fn later(&self) -> &'static LaterWords {
        let own = LATER.iter().find(|(lang, _)| *lang == self.lang);
        &own.unwrap_or(&LATER[0]).1
    }

    /// The emergency number of a region, both where there are two.
    pub fn emergency(&self, region: Region) -> Option<String> {
        let number = region.emergency()?;
        Some(region.emergency_too().map_or_else(
            || number.to_owned(),
            |other| (self.page.either)(number, other),
        ))
    }
}
