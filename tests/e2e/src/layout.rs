//! Owns what is measured on a page: whether all of it fits, and whether what can be pressed is large enough.

use serde_json::{Value, json};

use crate::page::{Page, must, strings};

const TOO_SMALL: &str = "const least = 44;
    const inSentence = e => {
        const line = e.closest('p, li, dd');
        if (!line) return false;
        const around = [...line.childNodes].map(n => n.nodeType === 3 ? n.data : '').join('').trim();
        return around !== '' && getComputedStyle(e).display.startsWith('inline')
            && !getComputedStyle(e).display.includes('flex');
    };
    const targets = document.querySelectorAll('button, a[href], select, summary, input, label');
    return [...targets]
        .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.matches('.rc-skip'))
        // A choice is pressed on its label, which lies under the whole tile.
        .filter(e => !(e.matches('input') && e.labels?.length))
        .filter(e => e.localName !== 'label' || e.control?.matches('[type=radio], [type=checkbox]'))
        .filter(e => !inSentence(e))
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([, box]) => box.height < least - 0.5 || box.width < least - 0.5)
        .map(([e, box]) => `${e.localName} \"${e.innerText.trim()}\" is ${Math.round(box.width)} by ${Math.round(box.height)}`);";

const STICKS_OUT: &str = "const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    const out = [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > wide + 0.5 && e.checkVisibility())
        .map(e => `${e.localName}.${e.getAttribute('class') ?? ''}`);
    return [`the page is ${document.documentElement.scrollWidth} wide`, ...out.slice(0, 5)];";

const TWICE: &str = "const names = [...document.querySelectorAll('[data-action]')]
        .filter(e => e.checkVisibility())
        .map(e => e.dataset.action);
    return names.filter((name, at) => names.indexOf(name) !== at);";

impl Page {
    /// Everything that can be pressed and is less than 44 px high or wide, links in sentences left out.
    #[track_caller]
    pub fn too_small(&self) -> Vec<String> {
        strings(&self.run(TOO_SMALL, &json!([])))
    }

    /// What makes the page wider than its window; empty where it fits.
    #[track_caller]
    pub fn sticks_out(&self) -> Vec<String> {
        strings(&self.run(STICKS_OUT, &json!([])))
    }

    /// Names of actions that are on show more than once: each means one thing on a screen.
    #[track_caller]
    pub fn actions_shown_twice(&self) -> Vec<String> {
        strings(&self.run(TWICE, &json!([])))
    }

    /// Runs the body of a function in the page whose last argument is the function to call with the result.
    #[track_caller]
    pub fn run_later(&self, script: &str) -> Value {
        self.run_later_with(script, &json!([]))
    }

    /// The same with arguments before that one.
    #[track_caller]
    pub fn run_later_with(&self, script: &str, arguments: &Value) -> Value {
        must(self.session().run_async(script, arguments))
    }

    /// How high the whole page is.
    #[track_caller]
    pub fn height(&self) -> u32 {
        let height = self.run("return document.documentElement.scrollHeight;", &json!([]));
        height
            .as_u64()
            .and_then(|height| u32::try_from(height).ok())
            .unwrap_or(900)
    }
}
