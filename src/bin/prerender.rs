//! Prints what stands in the page before the program is there: the title on a line of its own, then the body.

use leptos::prelude::*;
use recovery_check::i18n::EN;
use recovery_check::ui::element::to_html;
use recovery_check::ui::first_load::{first_load, title};

fn main() {
    let owner = Owner::new();
    println!("{}", to_html(&title(&EN)));
    println!("{}", owner.with(|| to_html(&first_load(&EN))));
}
