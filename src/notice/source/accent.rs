//! The owner's accent on our two papers: whoever has to read it can, whatever colour it is.
//!
//! Links, the two equal buttons, the ring around what has the keyboard and the switches wear it. So
//! it is held against the paper and the slats of `styles/notice.css`: 4.5 to 1, what WCAG 2.2 asks of
//! text (1.4.3), which is more than it asks of anything else (1.4.11). A colour that falls short is
//! mixed with as little black, or at night white, as it needs.

use std::fmt;

/// The slats of `styles/notice.css`, a shade to be safe: of what the accent stands on, the hardest to
/// stand out from. `tests/browser/tokens.test.mjs` holds the style sheet to them.
const DAY: Rgb = Rgb([0xf0, 0xee, 0xe8]);
const NIGHT: Rgb = Rgb([0x20, 0x23, 0x2a]);
/// The accent where the owner has set none.
const OWN: Accent = Accent { day: Rgb([0x1f, 0x5c, 0x63]), night: Rgb([0x8f, 0xb8, 0xbd]) };

/// What text must have of what it stands on: WCAG 2.2, success criterion 1.4.3.
const TEXT: f64 = 4.5;

/// A colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// An accent by day and by night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// On light paper.
    pub day: Rgb,
    /// On dark paper.
    pub night: Rgb,
}

impl Rgb {
    /// A colour as `#rrggbb`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// How light it is, from 0 to 1: WCAG 2.2, "relative luminance".
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.0722f64.mul_add(blue, 0.2126f64.mul_add(red, 0.7152 * green))
    }

    /// How well it stands out from another, from 1 to 21: WCAG 2.2, "contrast ratio".
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(two) / one.min(two)
    }

    /// Itself with that much of 255 parts of another in it.
    fn mixed(self, other: u8, parts: u8) -> Self {
        let (parts, other) = (u32::from(parts), u32::from(other));
        // Never more than 255.
        Self(self.0.map(|own| ((u32::from(own) * (255 - parts) + other * parts) / 255) as u8))
    }

    /// Itself, or the nearest to it on the way to black or white that can be read on that paper.
    fn readable_on(self, paper: Self, towards: u8) -> Self {
        let all = (0..=255).map(|parts| self.mixed(towards, parts));
        let mut readable = all.filter(|colour| colour.contrast(paper) >= TEXT);
        readable.next().unwrap_or(Self([towards; 3]))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Accent {
    /// A colour as it is shown on either paper.
    #[must_use]
    pub fn of(colour: Rgb) -> Self {
        Self { day: colour.readable_on(DAY, 0), night: colour.readable_on(NIGHT, 255) }
    }
}

/// Sudare's own.
impl Default for Accent {
    fn default() -> Self {
        OWN
    }
}

/// As CSS has it.
impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "light-dark({},{})", self.day, self.night)
    }
}
