//! A page object for journeys through the release build, in a real browser.
//!
//! A journey reads as what a person does: `page.open()`, `page.answer("E1", "2")`,
//! `page.press("continue")`. How that becomes `WebDriver` is [`driver`]'s business, what runs and is
//! killed again is [`processes`]'s, in what engines differ is `engine`'s, and accessibility is judged by [`axe`].
//!
//! Every page has its own server on a free port, its own browser and its own empty profile. All three
//! end with the page, also when a test panics. A verb that cannot do its work panics at the line that
//! called it; the browser's complaints and a picture under `target/e2e/` then say how things stood.

pub mod axe;
mod conditions;
mod devtools;
mod disk;
pub mod driver;
mod each;
mod engine;
mod faults;
mod journey;
mod keys;
mod layout;
mod page;
pub mod processes;
mod setup;
pub mod stored;
pub mod story;
mod touch;
pub mod tour;
mod walk;
pub mod web_server;
pub mod years;

pub use faults::file_of_release;
pub use page::{Page, release};
pub use setup::Setup;
pub use story::Story;
pub use xtask::browser::Engine;
pub use xtask::server::{Fault, Seen};
