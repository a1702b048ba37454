//! What a reader does not see, or sees wrongly.

use super::{MANIFEST, found};

#[test]
fn characters_that_nobody_sees_are_named_with_their_place() {
    let policy = "# N\n\n## C {#cookies}\n\nWe never say &#x202e;no.\n\nx\u{200b}y\n\n## D\u{202e} {#d}\n\nx\n";
    let manifest = MANIFEST.replace("Shows ads.", "Shows \\u202eads.");
    let found = found(&[("notice.toml", &manifest), ("en.md", policy)]);
    let hidden: Vec<_> = found.iter().filter(|found| found.starts_with("hidden-text")).collect();
    assert_eq!(hidden, ["hidden-text@notice.toml:18", "hidden-text@en.md:5"]);
}

#[test]
fn a_link_that_reads_as_another_address_is_named_with_its_place() {
    let policy = "# N\n\n## C {#cookies}\n\nSee [https://bank.test](https://evil.test/) and\n[the bank](https://b\u{430}nk.test/).\n";
    let found = found(&[("notice.toml", MANIFEST), ("en.md", policy)]);
    let links: Vec<_> = found.iter().filter(|found| found.starts_with("link-text")).collect();
    assert_eq!(links, ["link-text@en.md:5", "link-text@en.md:6"]);
}
