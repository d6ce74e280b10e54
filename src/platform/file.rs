//! Files: saving one to the person's downloads, and reading one they chose.

use js_sys::{Array, Uint8Array};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Blob, BlobPropertyBag, Event, FileReader, HtmlAnchorElement, HtmlInputElement, Url};

/// Saves `text` as a file. Where a frame may not save files the browser refuses without a word.
pub fn save(name: &str, kind: &str, text: &str) {
    // Fails only where the browser knows no files; then pressing the button does nothing.
    let _ = try_save(name, kind, text);
}

fn try_save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    /// A slow phone takes its time to begin; after that the browser has its own copy.
    const LONG_ENOUGH: Duration = Duration::from_mins(1);
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = leptos::prelude::document().create_element("a")?;
    let link: HtmlAnchorElement = link.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = move || {
        // What is forgotten twice, or was never there, is gone all the same.
        let _ = Url::revoke_object_url(&address);
    };
    leptos::prelude::set_timeout(forget, LONG_ENOUGH);
    Ok(())
}

/// Why a chosen file has no bytes to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It has more bytes than were asked for. It was not read.
    TooLarge,
    /// The browser could not read it: it is gone, or its disk is.
    Gone,
}

/// Reads the file chosen in the input of `event`, if it has `most` bytes or fewer, and hands them to `then`. The
/// input is emptied, so that the same file can be chosen again.
pub fn read_chosen(event: &Event, most: usize, then: impl Fn(Result<Vec<u8>, Unread>) + 'static) {
    let input = event.target();
    let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    input.set_value("");
    #[allow(clippy::cast_precision_loss, reason = "the limit is far below 2^53")]
    if file.size() > most as f64 {
        return then(Err(Unread::TooLarge));
    }
    let Ok(reader) = FileReader::new() else {
        return then(Err(Unread::Gone));
    };
    let reading = reader.clone();
    let done = Closure::once_into_js(move || {
        let bytes = reading.result().ok().filter(|bytes| !bytes.is_null());
        then(
            bytes
                .map(|bytes| Uint8Array::new(&bytes).to_vec())
                .ok_or(Unread::Gone),
        );
    });
    reader.set_onloadend(Some(done.unchecked_ref()));
    // An error ends the reading too, with no result.
    let _ = reader.read_as_array_buffer(&file);
}
