//! Owns the way through a check-in: as a person with a pointer goes, and in a hurry where only the end of the
//! way matters.

use serde_json::{Value, json};

use crate::page::{Page, must, string, strings};
use crate::story::Story;

/// Says where the page stands: the id of the question on show, `cards`, or the name of the screen.
const PLACE: &str = "const place = () => {
        const main = document.querySelector('main[data-screen]');
        const screen = main?.dataset.screen ?? 'none';
        return screen === 'gate' || screen === 'items'
            ? main.querySelector('fieldset[data-item]')?.dataset.item ?? 'cards'
            : screen;
    };";

const HURRY: &str = "const [told, until, done] = arguments;
    const press = action => document.querySelector(`#rc-app main [data-action=\"${action}\"]`).click();
    const passed = [];
    const keys = () => {
        try { return Object.keys(localStorage); } catch { return []; }
    };
    async function left(at) {
        for (let tries = 0; place() === at; tries += 1) {
            if (tries > 1000) throw new Error(`stuck at ${at}`);
            await new Promise(resolve => setTimeout(resolve, 5));
        }
    }
    async function hurry() {
        for (;;) {
            const at = place();
            passed.push({ at, keys: keys() });
            if (at === until && passed.length > 1) return passed;
            // The rest of the program is on its way.
            if (at === 'coming') {
                await left(at);
                continue;
            }
            const question = document.querySelector(`fieldset[data-item=\"${at}\"]`);
            if (question) {
                const codes = told[at] ?? ['skip'];
                for (const box of question.querySelectorAll('input')) {
                    if (box.checked !== codes.includes(box.value)) box.click();
                }
            }
            if (at === 'result-full') throw new Error(`never came to ${until}`);
            press(at === 'result-short' ? 'more' : at === 'welcome' ? 'start' : 'continue');
            await left(at);
        }
    }
    hurry().then(done, error => done(String(error)));";

impl Page {
    /// Where the page stands: the id of the question on show, `cards`, or the name of the screen.
    #[track_caller]
    pub fn place(&self) -> String {
        string(&self.run(&format!("{PLACE} return place();"), &json!([])))
    }

    /// Waits until the page stands there.
    #[track_caller]
    pub fn see_place(&self, place: &str) {
        self.wait(&format!("the page to stand at {place}"), || {
            (self.place() == place).then_some(())
        });
    }

    /// Answers the question on show as the story goes, by pressing its tiles.
    #[track_caller]
    pub fn answer_as(&self, story: &Story) {
        let question = self.place();
        for code in story.codes(&question) {
            self.answer(&question, code);
        }
    }

    /// Presses `continue` and waits until the page stands elsewhere. Says where.
    #[track_caller]
    pub fn go_on(&self) -> String {
        self.leave_by("continue")
    }

    /// Presses a button and waits until the page stands elsewhere. Says where.
    #[track_caller]
    pub fn leave_by(&self, action: &str) -> String {
        let before = self.place();
        self.press(action);
        self.see_other_place_than(&before)
    }

    /// Waits until the page stands elsewhere. Says where.
    #[track_caller]
    pub fn see_other_place_than(&self, before: &str) -> String {
        self.wait(&format!("the page to go on from {before}"), || {
            let place = self.place();
            (place != before).then_some(place)
        })
    }

    /// Answers and goes on by script, faster than a person, up to a place later on the way. Says which places
    /// were passed, the first and the last included.
    #[track_caller]
    pub fn hurry(&self, story: &Story, until: &str) -> Vec<String> {
        let passed = self.hurried(story, until);
        passed.iter().map(|step| string(&step["at"])).collect()
    }

    /// As [`Page::hurry`]; says of each place which keys local storage then held.
    #[track_caller]
    pub fn hurry_watching_storage(&self, story: &Story, until: &str) -> Vec<(String, usize)> {
        let passed = self.hurried(story, until);
        let count = |step: &Value| step["keys"].as_array().map_or(0, Vec::len);
        passed
            .iter()
            .map(|step| (string(&step["at"]), count(step)))
            .collect()
    }

    #[track_caller]
    fn hurried(&self, story: &Story, until: &str) -> Vec<Value> {
        let script = format!("{PLACE} {HURRY}");
        let passed = must(
            self.session()
                .run_async(&script, &json!([story.told(), until])),
        );
        match passed {
            Value::Array(passed) => passed,
            error => must(Err(error.to_string())),
        }
    }

    /// Opens the page and starts a check-in; `keep` is the answer to whose device this is, if any.
    #[track_caller]
    pub fn begin(&self, keep: Option<&str>) {
        self.open();
        self.ready();
        if let Some(keep) = keep {
            self.answer("keep", keep);
        }
        self.press("start");
        self.see_place("Q1");
    }

    /// The codes chosen for the question on show.
    #[track_caller]
    pub fn chosen(&self) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll('main fieldset[data-item] input:checked')]
            .map(box => box.value);";
        strings(&self.run(script, &json!([])))
    }

    /// The number shown for a scale; none where none is shown.
    #[track_caller]
    pub fn shown(&self, scale: &str) -> Option<u64> {
        let script = "return document.querySelector(`[data-scale=\"${arguments[0]}\"]`)?.dataset.shown ?? '';";
        string(&self.run(script, &json!([scale]))).parse().ok()
    }

    /// Everything a person can see of the page.
    #[track_caller]
    pub fn words(&self) -> String {
        self.text("body")
    }

    /// Whether an element matches that a person can see.
    #[track_caller]
    pub fn shows(&self, selector: &str) -> bool {
        let script = "return [...document.querySelectorAll(arguments[0])].some(e =>
            e.checkVisibility({ visibilityProperty: true, opacityProperty: true }));";
        self.run(script, &json!([selector])) == true
    }

    /// The factors a result names, in order.
    #[track_caller]
    pub fn factors(&self) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll('[data-factor]')].map(f => f.dataset.factor);";
        strings(&self.run(script, &json!([])))
    }

    /// Whether the first element that matches `one` stands before every element that matches `others`.
    #[track_caller]
    pub fn comes_before(&self, one: &str, others: &str) -> bool {
        let script = "const one = document.querySelector(arguments[0]);
            return [...document.querySelectorAll(arguments[1])].every(other =>
                one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);";
        self.run(script, &json!([one, others])) == true
    }

    /// Presses the button, link or summary with these words.
    #[track_caller]
    pub fn click_words(&self, words: &str) {
        let script = "return [...document.querySelectorAll('button, a, summary, label')]
            .find(e => e.checkVisibility() && e.innerText.trim().startsWith(arguments[0])) ?? null;";
        self.click(&format!("“{words}” to press"), script, &json!([words]));
    }

    /// The codes of the answers that a question offers, in order.
    #[track_caller]
    pub fn options(&self, question: &str) -> Vec<String> {
        let script = "return [...document.getElementsByName(arguments[0])].map(box => box.value);";
        strings(&self.run(script, &json!([question])))
    }

    /// Waits until what was asked has been drawn: two frames, and whatever moves has come to rest.
    #[track_caller]
    pub fn settle(&self) {
        let script = "const done = arguments[0];
            const ends = animation => animation.effect.getComputedTiming().endTime !== Infinity;
            const rest = () => Promise.allSettled(
                document.getAnimations().filter(ends).map(animation => animation.finished));
            requestAnimationFrame(() => requestAnimationFrame(() => rest().then(() => done(true))));";
        must(self.session().run_async(script, &json!([])));
    }

    /// Presses a button that asks first, and waits for the question. The same name then means "yes".
    #[track_caller]
    pub fn ask(&self, action: &str) {
        let label = format!("main [data-action=\"{action}\"]");
        let before = self.text(&label);
        self.press(action);
        self.wait(&format!("the question before `{action}`"), || {
            (self.text(&label) != before).then_some(())
        });
    }
}
