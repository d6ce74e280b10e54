//! Owns JSON as it is written, before anything is known of its meaning. Must not know the format's names.
//!
//! A value is looked into only where the format has a use for it; the rest is checked to be JSON and stepped
//! over. That takes no stack and converts no number, so neither a hundred thousand brackets nor `1e999` is
//! special.

use std::fmt;

use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotJson;

/// A JSON value, or a key, as written and without white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Raw<'a>(&'a str);

impl<'a> Raw<'a> {
    /// The one value that `text` holds.
    ///
    /// An object is taken as such from its first character; what it holds is checked by
    /// [`Raw::each_entry`], so that it is read only once.
    pub(super) fn new(text: &'a str) -> Result<Self, NotJson> {
        let trimmed = text.trim_start_matches([' ', '\t', '\r', '\n']);
        if trimmed.starts_with('{') {
            return Ok(Self(trimmed));
        }
        serde_json::from_str::<&RawValue>(trimmed)
            .map(|value| Self(value.get()))
            .map_err(|_| NotJson)
    }

    /// The text as written, quotes included.
    pub(super) fn text(self) -> &'a str {
        self.0
    }

    pub(super) fn is_string(self) -> bool {
        self.0.starts_with('"')
    }

    pub(super) fn is_object(self) -> bool {
        self.0.starts_with('{')
    }

    pub(super) fn is_list(self) -> bool {
        self.0.starts_with('[')
    }

    /// What stands between the quotes of a string, as written; none for another value.
    pub(super) fn within_quotes(self) -> Option<&'a str> {
        self.0.strip_prefix('"')?.strip_suffix('"')
    }

    /// What `find` knows under this string; none for another value, or when it knows nothing. `find` must not
    /// know a name with a backslash.
    pub(super) fn named<T>(self, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let written = self.within_quotes()?;
        find(written).or_else(|| {
            // Any character of a name may be written as an escape. Half a surrogate pair is JSON but no text,
            // so it is no name.
            let escaped = written.contains('\\');
            let text = escaped.then(|| serde_json::from_str::<String>(self.0).ok())??;
            find(&text)
        })
    }

    /// The whole number written here without fraction or exponent. `-0` is 0: JSON has no other zero.
    pub(super) fn integer(self) -> Option<i64> {
        match *self.0.as_bytes() {
            [digit @ b'0'..=b'9'] => Some(i64::from(digit - b'0')),
            _ => self.0.parse().ok(),
        }
    }

    /// The elements of a list; none for another value.
    pub(super) fn elements(self) -> Option<impl Iterator<Item = Self>> {
        let elements: Vec<&RawValue> = self
            .is_list()
            .then(|| serde_json::from_str(self.0).ok())??;
        Some(elements.into_iter().map(|element| Self(element.get())))
    }

    /// Hands every key and value of an object to `take`, in order.
    pub(super) fn each_entry(self, take: impl FnMut(Self, Self)) -> Result<(), NotJson> {
        let mut reader = serde_json::Deserializer::from_str(self.0);
        reader
            .deserialize_map(Entries(take))
            .and_then(|()| reader.end())
            .map_err(|_| NotJson)
    }
}

struct Entries<F>(F);

impl<'de, F: FnMut(Raw<'de>, Raw<'de>)> Visitor<'de> for Entries<F> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some((key, value)) = map.next_entry::<&RawValue, &RawValue>()? {
            (self.0)(Raw(key.get()), Raw(value.get()));
        }
        Ok(())
    }
}
