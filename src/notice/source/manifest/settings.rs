//! How the notice looks, where a choice is kept, and what the boot script is to do beyond the
//! usual.

use super::entries::PurposeEntry;
use crate::notice::source::abilities::{AskingAgain, ConsentMode, Mirror, Withdrawal};
use crate::notice::source::fields::{Faults, Fields};
use crate::notice::source::{Accent, Rgb};
use crate::notice::{Look, Storage};

/// The first is the one where the owner says nothing.
const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// How the notice looks, and whether held-back frames have a placeholder.
pub(super) fn look(root: &Fields, faults: &Faults) -> (Look, bool) {
    let mut look = Look {
        layout: "bar".into(),
        launcher: "bottom-left".into(),
        theme: THEMES[0].into(),
        accent: Accent::default().to_string().into(),
    };
    let Some(fields) = root.table("look", "[look]") else { return (look, false) };
    let chosen = |key, choices: [&'static str; 3]| {
        fields.one_of(key, &choices.map(|choice| (choice, choice)))
    };
    if let Some(layout) = chosen("layout", ["bar", "corner", "none"]) {
        look.layout = layout.into();
    }
    if let Some(launcher) = chosen("launcher", ["bottom-left", "bottom-right", "none"]) {
        look.launcher = launcher.into();
    }
    let theme = fields.one_of("theme", &THEMES.map(|theme| (theme, theme)));
    look.theme = theme.unwrap_or(THEMES[0]).into();
    if let Some(written) = fields.text("accent") {
        if let Some(colour) = Rgb::read(&written.value) {
            let accent = Accent::of(colour);
            if let Some(message) = corrected(colour, accent, &look.theme) {
                faults.warning("accent-corrected", written.span, message);
            }
            look.accent = accent.to_string().into();
        } else {
            let error =
                faults.at("bad-colour", written.span, "`accent` must be a colour as #rrggbb");
            faults.push(error.help("for instance \"#1f5f8b\""));
        }
    }
    let placeholders = fields.flag("placeholders").unwrap_or(false);
    fields.done();
    (look, placeholders)
}

/// What is shown in place of the owner's colour, on the paper that it is chosen for: no colour can be
/// read on both, so that it is lighter at night goes without saying.
fn corrected(colour: Rgb, accent: Accent, theme: &str) -> Option<String> {
    let (paper, shown) =
        if theme == "dark" { ("dark", accent.night) } else { ("light", accent.day) };
    (shown != colour).then(|| {
        format!("your {colour} is shown as {shown} on {paper} paper, where it can be read")
    })
}

/// Where the choice is kept, and its second copy.
pub(super) fn storage(root: &Fields, faults: &Faults) -> (Storage, Option<Mirror>) {
    let mut storage = Storage { key: "sudare".into(), days: 180, refusal_days: 180 };
    let Some(fields) = root.table("storage", "[storage]") else { return (storage, None) };
    if let Some(key) = fields.text("key") {
        storage.key = key.value;
    }
    if let Some(days) = fields.whole_number("days", 1..=730) {
        storage.days = days.value;
    }
    storage.refusal_days =
        fields.whole_number("refusal-days", 1..=730).map_or(storage.days, |days| days.value);
    let cookie = fields.text("cookie");
    let domain = fields.text("cookie-domain");
    fields.done();
    if let Some(name) = &cookie
        && !name.value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
    {
        let error =
            faults.at("wrong-value", name.span.clone(), "this cannot be a cookie's name here");
        faults.push(error.help("letters, digits, \"-\" and \"_\""));
    }
    if let Some(domain) = &domain {
        let label = |label: &str| {
            !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if cookie.is_none() {
            let error =
                faults.at("wrong-value", domain.span.clone(), "there is no cookie to share");
            faults.push(error.help("name it: cookie = \"consent\""));
        } else if !domain.value.split('.').all(label) {
            let error = faults.at("wrong-value", domain.span.clone(), "this is not a domain");
            faults.push(error.help("write it as \"aster.example\""));
        }
    }
    let domain = domain.map(|domain| domain.value);
    (storage, cookie.map(|cookie| Mirror { cookie: cookie.value, domain }))
}

/// How somebody is asked again.
pub(super) fn asking_again(root: &Fields) -> AskingAgain {
    let mut asking = AskingAgain::default();
    let Some(fields) = root.table("asking-again", "[asking-again]") else { return asking };
    asking.only_changes = fields.flag("only-changes").unwrap_or(asking.only_changes);
    asking.says_what = fields.flag("says-what").unwrap_or(asking.says_what);
    fields.done();
    asking
}

pub(super) fn withdrawal(root: &Fields) -> Withdrawal {
    let Some(fields) = root.table("withdrawal", "[withdrawal]") else {
        return Withdrawal::default();
    };
    let flag = |key| fields.flag(key).unwrap_or(false);
    let withdrawal = Withdrawal { delete: flag("delete"), reload: flag("reload") };
    fields.done();
    withdrawal
}

pub(super) fn consent_mode(
    root: &Fields,
    purposes: &[Option<PurposeEntry>],
    faults: &Faults,
) -> ConsentMode {
    let mut mode = ConsentMode::default();
    let Some(fields) = root.table("consent-mode", "[consent-mode]") else { return mode };
    if let Some(wait) = fields.whole_number("wait-for-update", 0..=10_000) {
        mode.wait_for_update = wait.value;
    }
    mode.url_passthrough = fields.flag("url-passthrough").unwrap_or(false);
    mode.ads_data_redaction = fields.flag("ads-data-redaction").unwrap_or(false);
    if purposes.iter().flatten().all(|purpose| purpose.signals.is_empty()) {
        let message = "no purpose controls a signal, so nothing of Consent Mode is sent";
        let error = faults.at("no-signals", fields.span.clone(), message);
        faults.push(error.help("name them on the purposes: signals = [\"ad_storage\"]"));
    }
    fields.done();
    mode
}
