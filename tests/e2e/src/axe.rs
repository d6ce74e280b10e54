//! Owns the accessibility check: axe-core, put into the page from the npm packages.

use serde_json::{Value, json};
use xtask::project::Project;

use crate::driver::{Answer, Session};

/// One rule that the page breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The name of the rule, such as `color-contrast`.
    pub rule: String,
    /// How bad it is, in axe's words.
    pub impact: String,
    /// What should be.
    pub help: String,
    /// Where: one selector for each element.
    pub places: Vec<String>,
}

/// Judges the page as it stands, by the WCAG 2.2 A and AA rules and axe's best practices.
///
/// # Errors
///
/// When axe-core is not installed or throws.
pub fn violations(session: &Session) -> Answer<Vec<Violation>> {
    let project = Project::find().map_err(|failure| failure.to_string())?;
    let file = project.npm().join("node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(&file)
        .map_err(|error| format!("{}: {error} (cargo xtask test installs it)", file.display()))?;
    if session.run("return 'axe' in window;", &json!([]))? != true {
        session.run(&source, &json!([]))?;
    }
    // Every rule of these levels, those that axe leaves off unless asked for as well.
    let script = "const done = arguments[0];
        const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const rules = axe.getRules(levels).map(rule => rule.ruleId);
        axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'rule', values: rules } })
            .then(result => done(result.violations), error => done(String(error)));";
    let found = session.run_async(script, &json!([]))?;
    let Some(found) = found.as_array() else {
        return Err(format!("axe: {found}"));
    };
    Ok(found.iter().map(violation).collect())
}

fn violation(found: &Value) -> Violation {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let nodes = found["nodes"].as_array();
    let places = nodes
        .into_iter()
        .flatten()
        .map(|node| node["target"].to_string());
    Violation {
        rule: text(&found["id"]),
        impact: text(&found["impact"]),
        help: text(&found["help"]),
        places: places.collect(),
    }
}
