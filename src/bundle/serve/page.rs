//! The host page: any page of a site, with the tag, and a toolbar that is no part of any bundle.

use std::hash::{BuildHasher, RandomState};

use super::desk::Present;
use super::variant::{LAYOUTS, Wishes};
use crate::bundle::document::escaped;

/// The toolbar's style sheet.
pub const STYLE: &str = include_str!("serve.css");
/// What follows the notice and moves the toolbar.
pub const SCRIPT: &str = include_str!("serve.js");
/// What stands before the tag where a browser is to say Global Privacy Control.
pub const SIGNAL: &str = include_str!("signal.js");

/// Regions that are worth a try whatever the notice says.
const REGIONS: [&str; 6] = ["DE", "GB", "US", "US-CA", "JP", "BR"];

/// The page for somebody's wishes, and the content security policy that it runs under.
pub fn page(present: &Present, wishes: &Wishes) -> (String, String) {
    // Nobody can guess it, and no two pages share it: std seeds each state from the system.
    let nonce = format!("{:016x}", RandomState::new().hash_one(&present.stamp));
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'wasm-unsafe-eval'; connect-src 'self'; \
         style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'"
    );
    // What the owner wrote comes last: nothing is replaced in it.
    let text = include_str!("host.html")
        .replace("{main}", if present.sound { MAIN } else { BROKEN })
        .replace("{signal}", if wishes.gpc { SIGNAL_TAG } else { "" })
        .replace("{tag}", &if present.sound { tag(wishes) } else { String::new() })
        .replace("{nonce}", &nonce)
        .replace("{folder}", &wishes.folder())
        .replace("{stamp}", &present.stamp)
        .replace("{gpc}", checked(wishes.gpc))
        .replace("{revised}", checked(wishes.revised))
        .replace("{layouts}", &layouts(wishes))
        .replace("{languages}", &languages(present, wishes))
        .replace("{regions}", &regions(present, wishes))
        .replace("{faults}", &faults(present));
    (text, policy)
}

const MAIN: &str = "<h1>A page with your notice</h1>\n  \
     <p>This stands for any page of your site. It follows every edit.</p>\n  <ul>\n    \
     <li><a href=\"{folder}/index.html\" data-consent-open>Open the notice</a></li>\n    \
     <li><a href=\"{folder}/index.html\">The notice as a page</a></li>\n  </ul>";

/// It must stand before the tag, which looks for the signal at once.
const SIGNAL_TAG: &str = "<script nonce=\"{nonce}\" src=\"/sudare/signal.js\"></script>\n";

const BROKEN: &str = "<h1>This notice cannot be built as it is</h1>\n  \
     <p>Mend it: this page follows.</p>";

/// What there is to say about the notice, open where it cannot be built.
fn faults(present: &Present) -> String {
    if present.faults.is_empty() {
        return String::new();
    }
    let open = if present.sound { "" } else { " open" };
    format!(
        "<details{open}><summary>{}</summary><pre>{}</pre></details>",
        escaped(&present.tally),
        escaped(&present.faults)
    )
}

/// The one tag, as an owner has it; with what was wished for as its own attributes.
fn tag(wishes: &Wishes) -> String {
    let attribute = |name: &str, value: &str| match value {
        "" => String::new(),
        value => format!(" data-{name}=\"{}\"", escaped(value)),
    };
    format!(
        "<script src=\"{{folder}}/consent.js\" nonce=\"{{nonce}}\"{}{}></script>",
        attribute("region", &wishes.region),
        attribute("lang", &wishes.language),
    )
}

fn regions(present: &Present, wishes: &Wishes) -> String {
    let mut all: Vec<&str> = REGIONS.to_vec();
    all.extend(
        present
            .regions
            .iter()
            .map(String::as_str)
            .filter(|region| !REGIONS.contains(region) && !crate::notice::EUROPE.contains(region)),
    );
    let named = all.into_iter().map(|region| (region, region));
    options(std::iter::once(("", "unknown")).chain(named), &wishes.region)
}

fn languages(present: &Present, wishes: &Wishes) -> String {
    let all = present.languages.iter().map(|(tag, name)| (&**tag, &**name));
    options(std::iter::once(("", "the browser's")).chain(all), &wishes.language)
}

fn layouts(wishes: &Wishes) -> String {
    let all = LAYOUTS.map(|layout| (layout, layout));
    options(std::iter::once(("", "the notice's")).chain(all), &wishes.layout)
}

fn options<'a>(all: impl Iterator<Item = (&'a str, &'a str)>, chosen: &str) -> String {
    let option = |(value, name): (&str, &str)| {
        let selected = if value == chosen { " selected" } else { "" };
        format!("<option value=\"{}\"{selected}>{}</option>", escaped(value), escaped(name))
    };
    all.map(option).collect()
}

fn checked(is: bool) -> &'static str {
    if is { " checked" } else { "" }
}
