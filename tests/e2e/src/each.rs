//! Owns how one body becomes a test in each engine.

/// Makes of each body, which takes an [`crate::Engine`], a test in each engine: `body::chromium` and so on.
#[macro_export]
macro_rules! in_each_engine {
    ($($body:ident),* $(,)?) => {$(
        mod $body {
            use $crate::Engine;

            #[test]
            fn chromium() {
                super::$body(Engine::Chromium);
            }

            #[test]
            fn firefox() {
                super::$body(Engine::Firefox);
            }

            #[test]
            fn webkit() {
                super::$body(Engine::WebKit);
            }
        }
    )*};
}
