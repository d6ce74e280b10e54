//! How a closed set of names is written down: each variant with the code that names it in stored entries,
//! exports and the page's hooks.

/// Declares an enum whose variants have codes.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every one, in the order shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code in stored entries, exports and hooks.
            pub fn code(self) -> &'static str {
                const CODES: &[&str] = &[$($code),+];
                CODES[self as usize]
            }

            /// The one with this code, if there is one.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}
