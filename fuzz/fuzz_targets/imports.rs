#![no_main]

#[path = "../../tests/props/mod.rs"]
mod props;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| props::imports::check(bytes));
