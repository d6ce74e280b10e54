//! The page as a whole: attributes of its root, focus, and one line to the clinic's web person.

use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, HtmlElement, window};

fn root() -> Option<Element> {
    window()?.document()?.document_element()
}

/// An attribute of the `html` element.
pub fn attribute(name: &str) -> Option<String> {
    root()?.get_attribute(name)
}

/// What the entries of a JSON list hold under three keys: texts, or none where there is no text. None when
/// `text` is no list.
pub fn list(text: &str, keys: [&str; 3]) -> Option<Vec<[Option<String>; 3]>> {
    let list: JsValue = js_sys::JSON::parse(text).ok()?;
    if !js_sys::Array::is_array(&list) {
        return None;
    }
    let entries = js_sys::Array::from(&list).into_iter();
    let read = |entry: JsValue| {
        keys.map(|key| js_sys::Reflect::get(&entry, &key.into()).ok()?.as_string())
    };
    Some(entries.map(read).collect())
}

/// Calls `heard` at every event of one of these names that reaches the window, as long as the page lives.
pub fn listen<E: FromWasmAbi + 'static>(names: &[&str], heard: impl Fn(E) + 'static) {
    let heard = Closure::<dyn Fn(E)>::new(heard);
    if let Some(window) = window() {
        for name in names {
            // Fails for no event type we could name.
            let _ = window.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        }
    }
    heard.forget();
}

/// Sets an attribute of the `html` element.
pub fn set_attribute(name: &str, value: &str) {
    if let Some(root) = root() {
        // Fails only for names that are no names; ours are literals.
        let _ = root.set_attribute(name, value);
    }
}

/// Shows a new screen from its top, with focus on its heading, once it has been drawn.
pub fn show_from_top() {
    leptos::prelude::request_animation_frame(|| {
        let Some(window) = window() else { return };
        window.scroll_to_with_x_and_y(0.0, 0.0);
        focus("#rc-app h1");
    });
}

/// Focuses the first element that matches, once the page has been drawn. For what takes the place of a
/// pressed button: focus would fall to the body otherwise.
pub fn focus_soon(selector: String) {
    leptos::prelude::request_animation_frame(move || focus(&selector));
}

/// Focuses the first element that matches.
pub fn focus(selector: &str) {
    let found = window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten())
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        let _ = element.focus();
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = window() {
        // A frame without leave to open dialogues refuses; then pressing the button does nothing.
        let _ = window.print();
    }
}

/// Hides the screen on show, or shows it again. Focus stays where it is.
pub fn cover(is_covered: bool) {
    const COVERED: &str = "data-rc-covered";
    if is_covered {
        set_attribute(COVERED, "");
    } else if let Some(root) = root() {
        // Fails for no attribute we could name.
        let _ = root.remove_attribute(COVERED);
    }
}

/// Loads the page anew: nothing that was read or written stays in its memory. It is covered until then, which takes as
/// long as the server does.
pub fn reload() {
    cover(true);
    if let Some(window) = window() {
        // Refused only where the page is being left anyway.
        let _ = window.location().reload();
    }
}

/// Waits a while.
pub async fn pause(time: std::time::Duration) {
    let later = js_sys::Promise::new(&mut |resolve, _| {
        let wake = move || {
            // Resolving cannot fail.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        };
        leptos::prelude::set_timeout(wake, time);
    });
    // A promise that is only resolved.
    let _ = wasm_bindgen_futures::JsFuture::from(later).await;
}

/// One line on the console for the clinic's web person. Never about the visitor.
pub fn tell_web_person(line: &str) {
    web_sys::console::warn_1(&line.into());
}

/// Copies a text, where the browser has a way to, and tells whether it did. Frames often refuse.
pub fn copy(text: &str, told: impl Fn(bool) + Clone + 'static) {
    let clipboard = window().map(|window| window.navigator().clipboard());
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else {
        told(false);
        return;
    };
    let [done, refused] = [true, false].map(|copied| {
        let told = told.clone();
        Closure::<dyn FnMut(JsValue)>::new(move |_| told(copied))
    });
    // Both are listened to: a refusal no one takes would count as a break of the program.
    let _ = clipboard.write_text(text).then2(&done, &refused);
    done.forget();
    refused.forget();
}
