//! Owns the long way: a check-in with every card, and everything that stands beside it.

use serde_json::json;

use crate::page::Page;
use crate::story::Story;

impl Page {
    /// With the page loaded: a whole check-in, the plan, reading, every tool, check-ins over time, settings, and
    /// everything that can be taken along. Ends on the settings.
    #[track_caller]
    pub fn live_through_everything(&self) {
        self.answer("keep", "keep");
        self.press("start");
        self.see_place("Q1");
        self.hurry(&Story::with_every_card(), "result-full");
        for beside in ["plan", "learn", "history", "tools"] {
            self.press_at_once(beside);
            self.see_screen(beside);
            if beside == "tools" {
                self.try_every_tool();
            }
            self.press_at_once("back");
            self.see_screen("result-full");
        }
        self.press_at_once("settings");
        self.see_screen("settings");
        self.press_at_once("summary");
        self.see_screen("summary");
        self.press_at_once("export-summary");
        self.press_at_once("back");
        self.see_screen("settings");
        for form in ["export-json", "export-csv", "export-fhir"] {
            self.press_at_once(form);
        }
        self.settle();
    }

    /// Presses by script: an engine may still be moving what a pointer would press, or show its downloads there.
    #[track_caller]
    pub fn press_at_once(&self, action: &str) {
        let press =
            "const button = [...document.querySelectorAll(`[data-action=\"${arguments[0]}\"]`)]
                .find(element => element.checkVisibility());
            button?.click();
            return Boolean(button);";
        self.wait(action, || {
            (self.run(press, &json!([action])) == true).then_some(())
        });
        self.settle();
    }

    /// Chooses an answer by script.
    #[track_caller]
    pub fn answer_at_once(&self, item: &str, code: &str) {
        let choose = "const [item, code] = arguments;
            const box = document.querySelector(`fieldset[data-item=\"${item}\"] input[value=\"${code}\"]`);
            box?.click();
            return Boolean(box);";
        self.wait(&format!("an answer {code} to {item}"), || {
            (self.run(choose, &json!([item, code])) == true).then_some(())
        });
    }

    #[track_caller]
    fn try_every_tool(&self) {
        let count = self.run(
            "return document.querySelectorAll('[data-tool]').length;",
            &json!([]),
        );
        for number in 0..count.as_u64().unwrap_or(0) {
            let open = "document.querySelectorAll('[data-tool]')[arguments[0]].click();";
            self.run(open, &json!([number]));
            self.see("main[data-part]");
            self.press_at_once("back");
            self.see_screen("tools");
        }
    }
}
