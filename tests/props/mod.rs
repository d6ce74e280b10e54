//! What always holds, whatever bytes come in from outside: one function for each way in. Each takes any bytes at
//! all and panics where a promise is broken.
//!
//! Used twice: by the tests here (`tests/any_bytes.rs`), and by the fuzz targets in `fuzz/fuzz_targets`. Each way
//! in has a folder of its name under `fuzz/corpus`.

pub(crate) mod imports;
pub(crate) mod lines;
pub(crate) mod options;
mod store;
pub(crate) mod stored;
