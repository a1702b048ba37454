//! Whatever colour an owner sets, it can be read: by day, by night, as text, button and ring.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/shop.rs"]
mod shop;

use proptest::prelude::*;
use shop::Shop;
use sudare::notice::source::{Accent, Diagnostic, Folder, MANIFEST, Rgb, Severity, compile};

/// What text must have of what it stands on (WCAG 2.2, 1.4.3), and what is no text (1.4.11).
const TEXT: f64 = 4.5;
const OTHER: f64 = 3.0;

/// What it stands on, and what stands on it, by day and by night: the notice's slats (paper is easier
/// still) and `--on-accent`. That the style sheet is no harder, `tests/browser/tokens.test.mjs` shows.
const SLAT: [Rgb; 2] = [Rgb([0xf0, 0xee, 0xe8]), Rgb([0x20, 0x23, 0x2a])];
const ON_ACCENT: [Rgb; 2] = [Rgb([0xff, 0xff, 0xff]), Rgb([0x10, 0x20, 0x1f])];

/// The first layer's paper: the system's own canvas under a warm tint, as the three engines have it.
const FIRST_LAYER: [[Rgb; 3]; 2] = [
    [Rgb([0xf9, 0xf5, 0xeb]), Rgb([0xf9, 0xf5, 0xeb]), Rgb([0xf9, 0xf5, 0xeb])],
    [Rgb([0x1f, 0x1b, 0x11]), Rgb([0x28, 0x24, 0x20]), Rgb([0x2a, 0x26, 0x1c])],
];

/// The worst of what an accent meets: as text, as what words stand on, and beside what is no text.
fn worst(accent: Accent) -> (f64, f64, f64) {
    let mut worst = (21.0, 21.0, 21.0);
    for (at, shown) in [accent.day, accent.night].into_iter().enumerate() {
        worst.0 = shown.contrast(SLAT[at]).min(worst.0);
        worst.1 = shown.contrast(ON_ACCENT[at]).min(worst.1);
        worst.2 =
            FIRST_LAYER[at].iter().map(|paper| shown.contrast(*paper)).fold(worst.2, f64::min);
    }
    worst
}

#[test]
fn the_contrast_is_that_of_the_guidelines() {
    let ratio = |one, two| Rgb::read(one).unwrap().contrast(Rgb::read(two).unwrap());
    assert!((ratio("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    // The best-known grey that just passes on white, and the one beside it that does not.
    assert!(ratio("#767676", "#ffffff") > TEXT && ratio("#777777", "#ffffff") < TEXT);
}

#[test]
fn our_own_accent_can_be_read() {
    let (text, under, other) = worst(Accent::default());
    assert!(text >= TEXT && under >= TEXT && other >= OTHER, "{text} {under} {other}");
}

#[test]
fn a_colour_that_can_be_read_is_left_as_it_is() {
    let dark = Rgb::read("#1f5f8b").unwrap();
    assert_eq!(Accent::of(dark).day, dark);
    let light = Rgb::read("#f0c000").unwrap();
    assert_eq!(Accent::of(light).night, light);
}

#[test]
fn a_colour_that_cannot_be_read_gets_no_more_than_it_needs() {
    let [paper, night] = SLAT;
    let Accent { day, .. } = Accent::of(Rgb::read("#f0c000").unwrap());
    assert!((TEXT..4.65).contains(&day.contrast(paper)), "{day}");
    let lit = Accent::of(Rgb::read("#000080").unwrap()).night;
    assert!((TEXT..4.65).contains(&lit.contrast(night)), "{lit}");
}

#[test]
fn the_owner_is_told_what_is_shown_instead_and_where() {
    let told = |look: &str| {
        let mut folder = Folder::default();
        let mut manifest = String::new();
        for (name, mut text) in Shop::default().files() {
            if name == MANIFEST {
                text = format!("{text}[look]\n{look}\n");
                manifest.clone_from(&text);
            }
            folder.add(name, text.into_bytes());
        }
        let (editions, diagnostics) = compile(&folder);
        let sound = diagnostics.iter().all(|said| said.severity != Severity::Error);
        assert_eq!(!editions.is_empty(), sound, "what is only told stops no build");
        let said = |said: Diagnostic| (said.code, said.message, manifest[said.span].to_owned());
        diagnostics.into_iter().map(said).collect::<Vec<_>>()
    };
    let [(code, message, place)] = &told("accent = \"#F0C000\"")[..] else { panic!() };
    assert_eq!(*code, "accent-corrected");
    assert_eq!(message, "your #f0c000 is shown as #836900 on light paper, where it can be read");
    assert_eq!(place, "\"#F0C000\"");
    assert_eq!(told("accent = \"#1f5f8b\"").len(), 0, "what is lighter at night is no news");
    assert_eq!(told("theme = \"dark\"\naccent = \"#f0c000\"").len(), 0);
    let [(code, message, _)] = &told("theme = \"dark\"\naccent = \"#1f5f8b\"")[..] else {
        panic!()
    };
    assert_eq!(*code, "accent-corrected");
    assert!(message.ends_with("on dark paper, where it can be read"), "{message}");
    for refused in ["red", "#12", "#12345g", "#+12345", "7e6500"] {
        let [(code, ..)] = &told(&format!("accent = \"{refused}\""))[..] else {
            panic!("{refused}")
        };
        assert_eq!(*code, "bad-colour");
    }
}

#[test]
fn every_eighth_shade_of_every_channel_can_be_read() {
    let steps = || (0..=255u8).step_by(8).chain([255]);
    for red in steps() {
        for green in steps() {
            for blue in steps() {
                let colour = Rgb([red, green, blue]);
                let accent = Accent::of(colour);
                assert!(is_readable(accent), "{colour}: {accent}");
            }
        }
    }
}

fn is_readable(accent: Accent) -> bool {
    let (text, under, other) = worst(accent);
    text >= TEXT && under >= TEXT && other >= OTHER
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn any_colour_can_be_read(red: u8, green: u8, blue: u8) {
        let accent = Accent::of(Rgb([red, green, blue]));
        prop_assert!(is_readable(accent), "{}", accent);
    }
}
