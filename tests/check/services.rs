//! Services held against the catalogue.

use std::fs;

use sudare::bundle::check::{Wanted, check};

use super::{MANIFEST, TODAY, article, folder, found, sudare};

/// What is found of one service, written as the rest of its table.
fn service(rest: &str) -> Vec<(String, String, Option<String>)> {
    let manifest = MANIFEST.split("[[service]]").next().unwrap();
    let manifest =
        format!("{manifest}[[service]]\npurpose = \"ads\"\nsends = \"x\"\nuse = \"x\"\n{rest}\n");
    let folder =
        folder(&[("notice.toml", &manifest), ("en.md", "# N\n\n## C {#cookies}\n\nWords.\n")]);
    let told = check(&folder, TODAY, Wanted::None).diagnostics;
    told.into_iter().map(|one| (one.code.to_owned(), one.message, one.help)).collect()
}

#[test]
fn a_service_that_differs_from_the_catalogue_is_told_with_the_page_that_it_was_read_from() {
    let analytics = "id = \"ga\"\nname = \"Google Analytics\"\n";
    let same = "recipient = \"Google LLC\"\npolicy = \"https://policies.google.com/privacy?hl=ja\"\n\
                opt-out = \"https://tools.google.com/dlpage/gaoptout\"\n";
    assert_eq!(service(&format!("{analytics}{same}")), []);
    for (from, to, of) in [
        ("Google LLC", "Acme Inc.", "another `recipient` of Google Analytics: Google LLC"),
        ("policies.google.com/privacy", "acme.test/x", "another `policy`"),
        ("tools.google.com/dlpage/gaoptout", "acme.test/x", "another `opt-out`"),
        (
            "gaoptout\"\n",
            "gaoptout\"\nopt-out-stops = \"use\"\n",
            "another `opt-out-stops` of Google Analytics: sending",
        ),
        ("gaoptout\"\n", "gaoptout\"\ncookies = [{ name = \"_other\" }]\n", "_gid"),
    ] {
        let told = service(&format!("{analytics}{}", same.replacen(from, to, 1)));
        let [(code, message, help)] = &told[..] else { panic!("{to}: {told:?}") };
        assert_eq!(code, "catalogue-differs");
        assert!(message.contains(of), "{message}");
        assert!(help.as_ref().unwrap().contains("read at https://"), "{help:?}");
    }
    let ended =
        service("id = \"addthis\"\nname = \"AddThis\"\nrecipient = \"Oracle America, Inc.\"\n");
    assert!(ended.iter().any(|(code, ..)| code == "catalogue-ended"), "{ended:?}");
}

#[test]
fn what_the_catalogue_knows_is_never_filled_in() {
    let place = tempfile::tempdir().unwrap();
    let notice = place.path().join("privacy");
    fs::create_dir(&notice).unwrap();
    let bare = MANIFEST.split("[[service]]").next().unwrap();
    let manifest =
        format!("{bare}[[service]]\nid = \"ga\"\nname = \"Google Analytics\"\npurpose = \"ads\"\n");
    fs::write(notice.join("notice.toml"), &manifest).unwrap();
    fs::write(notice.join("en.md"), "# N\n\n## C {#cookies}\n\nWords.\n").unwrap();
    assert_eq!(sudare(&["check"], place.path()).status.code(), Some(0));
    assert_eq!(fs::read_to_string(notice.join("notice.toml")).unwrap(), manifest);
    assert!(sudare(&["build"], place.path()).status.success());
    let built = fs::read_to_string(place.path().join("consent/index.html")).unwrap();
    assert!(!built.contains("Google LLC"), "the owner has not said so");
}

#[test]
fn an_opt_out_link_that_nobody_has_opened_for_a_year_is_told() {
    let codes = |checked: &str| -> Vec<String> {
        let rest = format!(
            "id = \"lumo\"\nname = \"Lumo\"\nrecipient = \"Lumo\"\nopt-out = \"https://lumo.test/out\"\nchecked = {checked}"
        );
        service(&rest).into_iter().map(|(code, ..)| code).collect()
    };
    assert_eq!(codes("2025-11-20"), ["checked-old"]);
    assert_eq!(codes("2025-12-01"), [""; 0]);
}

#[test]
fn a_service_that_the_policy_names_and_nothing_declares_is_told() {
    assert_eq!(article("We use Google Analytics to count."), ["service-undeclared@en.md:5"]);
    assert_eq!(article("We use analytics to count."), [""; 0]);
    let manifest = MANIFEST.replacen("name = \"Lumo\"", "name = \"Google Analytics\"", 1);
    let manifest = manifest.replacen("Lumo K.K.", "Google LLC", 1);
    let policy = "# N\n\n## C {#cookies}\n\nWe use Google Analytics to count.\n";
    let found = found(&[("notice.toml", &manifest), ("en.md", policy)]);
    assert!(!found.iter().any(|one| one.starts_with("service-undeclared")), "{found:?}");
}
