//! JSON for [`super::fhir`], put together from patterns: they show what a resource looks like, and cost the page
//! a third of what building a tree of values would.

/// A JSON value, written; nothing where there is none.
pub(super) type Json = String;

/// A string.
pub(super) fn text(text: &str) -> Json {
    // A string can always be written as JSON.
    serde_json::to_string(text).unwrap_or_default()
}

/// The pattern with a value in the place of each `%`.
pub(super) fn filled(pattern: &str, values: &[&str]) -> Json {
    let mut json = Json::new();
    let mut values = values.iter();
    for piece in pattern.split('%') {
        json.push_str(piece);
        json.push_str(values.next().unwrap_or(&""));
    }
    json
}

/// A list.
pub(super) fn list(values: Vec<Json>) -> Json {
    filled("[%]", &[&values.join(",")])
}

/// A field that comes after others, with a pattern for its value; nothing where the value is nothing, since FHIR
/// knows no empty ones.
pub(super) fn field(pattern: &str, value: &str) -> Json {
    if value.is_empty() {
        return Json::new();
    }
    filled(pattern, &[value])
}

/// A code of a system.
pub(super) fn coding(system: &str, code: &str, display: &str) -> Json {
    let values = [&*text(system), &text(code), &text(display)];
    filled(r#"{"system":%,"code":%,"display":%}"#, &values)
}
