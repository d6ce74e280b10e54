//! JSON for [`super::fhir`], put together as text: a tree of values would cost the page more bytes.

/// A JSON value, written.
pub(super) type Json = String;

/// A string.
pub(super) fn text(text: &str) -> Json {
    // A string can always be written as JSON.
    serde_json::to_string(text).unwrap_or_default()
}

/// An object. A field without a value is left out, since FHIR knows no empty ones.
pub(super) fn object(fields: &[(&str, Json)]) -> Json {
    let filled = fields.iter().filter(|(_, value)| !value.is_empty());
    let fields: Vec<_> = filled
        .map(|(name, value)| ["\"", name, "\":", value].concat())
        .collect();
    "{".to_owned() + &fields.join(",") + "}"
}

/// A list; none where there is nothing in it.
pub(super) fn list(values: impl IntoIterator<Item = Json>) -> Json {
    let values: Vec<_> = values.into_iter().collect();
    if values.is_empty() {
        return Json::new();
    }
    "[".to_owned() + &values.join(",") + "]"
}

/// A code of a system.
pub(super) fn coding(system: &str, code: &str, display: &str) -> Json {
    object(&[
        ("system", text(system)),
        ("code", text(code)),
        ("display", text(display)),
    ])
}

/// A concept with one code.
pub(super) fn concept(coding: Json, words: &str) -> Json {
    let words = if words.is_empty() {
        Json::new()
    } else {
        text(words)
    };
    object(&[("coding", list([coding])), ("text", words)])
}
