//! Owns hands that are quick or that shake: presses twice at once, and taps on a touch screen.

use serde_json::{Value, json};

use crate::page::Page;

/// Finds the middle of the first element in sight that matches.
const MIDDLE: &str = "const element = [...document.querySelectorAll(arguments[0])]
        .find(element => element.checkVisibility());
    element.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];";

impl Page {
    /// Presses a button twice as fast as a pointer can, as a shaking hand does.
    #[track_caller]
    pub fn double_press(&self, action: &str) {
        let middle = self.middle(&format!("[data-action=\"{action}\"]"));
        for count in [1, 2] {
            for kind in ["mousePressed", "mouseReleased"] {
                let event = json!({ "type": kind, "x": middle[0], "y": middle[1],
                    "button": "left", "clickCount": count });
                self.devtools("Input.dispatchMouseEvent", &event);
            }
        }
    }

    /// Taps a button with a finger.
    #[track_caller]
    pub fn tap(&self, action: &str) {
        self.tap_on(&format!("[data-action=\"{action}\"]"));
    }

    /// Taps an answer with a finger.
    #[track_caller]
    pub fn tap_answer(&self, question: &str, code: &str) {
        self.tap_on(&format!("label[for=\"{question}-{code}\"]"));
    }

    #[track_caller]
    fn tap_on(&self, selector: &str) {
        let middle = self.middle(selector);
        let points = [json!([{ "x": middle[0], "y": middle[1] }]), json!([])];
        for (kind, points) in ["touchStart", "touchEnd"].into_iter().zip(points) {
            let event = json!({ "type": kind, "touchPoints": points });
            self.devtools("Input.dispatchTouchEvent", &event);
        }
    }

    #[track_caller]
    fn middle(&self, selector: &str) -> Value {
        self.run(MIDDLE, &json!([selector]))
    }
}
