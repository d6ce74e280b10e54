//! Prints what stands in the page's body before the program is there.

use leptos::prelude::*;
use recovery_check::i18n::EN;
use recovery_check::ui::element::to_html;
use recovery_check::ui::first_load::first_load;

fn main() {
    let owner = Owner::new();
    println!("{}", owner.with(|| to_html(&first_load(&EN))));
}
