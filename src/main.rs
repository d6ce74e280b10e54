//! Starts the page, nothing else.

fn main() {
    recovery_check::ui::start::start();
}
