//! Recovery Check: a private self-check for people in recovery from alcohol or drug use.
//!
//! The way of an answer: a click in [`ui`] becomes an event, [`session`] applies it, the rules of [`domain`]
//! say what follows, [`storage`] keeps it, and the screen is drawn anew. Arrows go one way:
//! `domain` <- `session` <- (`storage`, `i18n`, `embed`, `export`, `wire`) <- `platform` <- `ui` <- `main`.
//!
//! Without features this crate is the pure part: it builds and tests on any machine, with no browser crate
//! and no framework. The features `csr` (browser) and `ssr` (first screen, drawn at build time) add the rest.

pub mod domain;
pub mod embed;
pub mod export;
pub mod i18n;
pub mod session;
pub mod storage;
pub mod wire;

#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod platform;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod ui;
