//! Owns the keyboard: real key events, as a person without a pointer makes them.

use serde_json::{Value, json};

use crate::driver::Answer;
use crate::page::{Page, must, string};

const SHIFT: &str = "\u{e008}";

impl Page {
    /// Presses a key, alone or with Shift: `Tab`, `Shift+Tab`, `Enter`, `Space`, `ArrowDown`, `Escape`,
    /// `Shift`, or a single character.
    #[track_caller]
    pub fn press_key(&self, key: &str) {
        self.press_keys(&[key]);
    }

    /// Presses keys one after the other.
    #[track_caller]
    pub fn press_keys(&self, keys: &[&str]) {
        let steps: Vec<Value> = keys.iter().flat_map(|key| must(steps(key))).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": steps });
        self.send("actions", &json!({ "actions": [keyboard] }));
    }

    /// Presses Tab until the focused element matches, and panics when it has gone all the way round.
    #[track_caller]
    pub fn tab_to(&self, selector: &str) {
        const ENOUGH: usize = 80;
        for _ in 0..ENOUGH {
            self.press_key("Tab");
            if self.has_focus(selector) {
                return;
            }
        }
        must::<(), _>(Err(format!(
            "{ENOUGH} times Tab did not lead to {selector}"
        )));
    }

    /// Whether the focused element matches.
    #[track_caller]
    pub fn has_focus(&self, selector: &str) -> bool {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false;";
        self.run(script, &json!([selector])) == true
    }

    /// The focused element in a few words, for messages: `button[data-action=continue]`.
    #[track_caller]
    pub fn focused(&self) -> String {
        let script = "const e = document.activeElement;
            if (!e) return 'nothing';
            const name = e.dataset.action ?? e.dataset.press ?? e.value ?? e.id ?? '';
            return `${e.localName} ${name}`.trim();";
        string(&self.run(script, &json!([])))
    }

    /// Waits until the heading of the screen has the focus and is in sight.
    #[track_caller]
    pub fn see_heading_focused(&self) {
        let script = "const h = document.querySelector('#rc-app h1, #rc-fallback h1');
            if (document.activeElement !== h) return false;
            const { top, bottom } = h.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;";
        self.wait("the heading in sight, with the focus", || {
            (self.run(script, &json!([])) == true).then_some(())
        });
    }

    /// Whether the focused element shows that it has the focus: by an outline or a ring, its own or that of
    /// the tile it lies on.
    #[track_caller]
    pub fn shows_focus(&self) -> bool {
        let script = "const e = document.activeElement;
            return [e, ...e.labels ?? [], e.parentElement].some(shown => {
                const style = getComputedStyle(shown);
                return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
                    || (style.boxShadow !== 'none' && shown === e);
            });";
        self.run(script, &json!([])) == true
    }
}

fn steps(key: &str) -> Answer<Vec<Value>> {
    let (shift, key) = match key.strip_prefix("Shift+") {
        Some(key) => (true, key),
        None => (false, key),
    };
    let key = key_code(key)?;
    let step = |kind: &str, key: &str| json!({ "type": kind, "value": key });
    let mut steps = vec![step("keyDown", &key), step("keyUp", &key)];
    if shift {
        steps.insert(0, step("keyDown", SHIFT));
        steps.push(step("keyUp", SHIFT));
    }
    Ok(steps)
}

/// The code points the protocol gives to keys that are no characters.
fn key_code(key: &str) -> Answer<String> {
    let code = match key {
        "Tab" => "\u{e004}",
        "Enter" => "\u{e007}",
        "Space" => " ",
        "Shift" => SHIFT,
        "Escape" => "\u{e00c}",
        "ArrowLeft" => "\u{e012}",
        "ArrowUp" => "\u{e013}",
        "ArrowRight" => "\u{e014}",
        "ArrowDown" => "\u{e015}",
        single if single.chars().count() == 1 => single,
        other => return Err(format!("no such key: {other}")),
    };
    Ok(code.to_owned())
}
