//! The known services: every fact has a page that it was read from, and nothing is claimed without.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiff::civil::Date;
use sudare::bundle::catalogue::{
    Catalogue, CatalogueError, Category, Claim, Fault, StatusKind, coverage,
};

/// The companies and services that pixiv's policy of 2019 lists, as it writes them.
const PIXIV: [&str; 31] = [
    "Google Analytics",
    "reCAPTCHA",
    "Qualaroo",
    "pixiv",
    "Apple",
    "Android",
    "DDAI",
    "YourAdChoices",
    "Rubicon Project",
    "i-mobile Co.,Ltd.",
    "Akinasista Corporation",
    "AXELMARK INC.",
    "AppLovin",
    "Amazon.co.jp",
    "AMoAd Inc.",
    "Oath Japan KK - AOL Platforms",
    "OpenX",
    "Google",
    "CRITEO",
    "CyberAgent, Inc.",
    "Geniee",
    "Supership",
    "GMO AD Marketing Inc.",
    "F@N Communications Inc",
    "Facebook Inc.",
    "fluct, Inc",
    "Platform One",
    "MICROAD, INC",
    "MoPub Inc.",
    "Yahoo Japan Corporation",
    "United, Inc",
];

fn built_in() -> Catalogue {
    Catalogue::built_in().unwrap_or_else(|error| panic!("{error}"))
}

/// The catalogue of one entry with these lines in it.
fn entry(lines: &str) -> Result<Catalogue, CatalogueError> {
    let head = "id = \"lumo\"\nname = \"Lumo\"\ncategory = \"analytics\"\n";
    Catalogue::read(&format!(
        "[source.shared]\nurl = \"https://shared.example/\"\ndated = 2020-02-03\n\
         [[service]]\n{head}{lines}\n"
    ))
}

fn fault(lines: &str) -> Fault {
    match entry(lines) {
        Err(CatalogueError::Entry { id, fault }) if id == "lumo" => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_catalogue_that_is_built_in_keeps_every_rule_of_its_data() {
    built_in();
}

#[test]
fn there_are_at_least_eighty_services() {
    assert!(built_in().entries().len() >= 80, "{}", built_in().entries().len());
}

#[test]
fn every_company_of_pixivs_list_is_found_by_the_name_that_the_list_gives() {
    let catalogue = built_in();
    let missing: Vec<&str> =
        PIXIV.into_iter().filter(|name| catalogue.by_name(name).is_empty()).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn no_two_services_have_the_same_name() {
    let catalogue = built_in();
    for entry in catalogue.entries() {
        let found: Vec<&str> =
            catalogue.by_name(&entry.name).iter().map(|entry| entry.id.as_str()).collect();
        assert!(found.contains(&entry.id.as_str()), "{} finds {found:?}", entry.name);
        assert_eq!(found.len(), 1, "{} finds {found:?}", entry.name);
    }
}

#[test]
fn everything_that_an_entry_says_has_a_source_that_speaks_for_it() {
    for entry in built_in().entries() {
        assert!(!entry.sources.is_empty(), "{}", entry.id);
        for (key, claim) in Claim::ALL {
            assert_eq!(
                entry.says(claim),
                entry.sources_of(claim).next().is_some(),
                "{}: {key}",
                entry.id
            );
        }
        for cookie in &entry.cookies {
            let source = &entry.sources[cookie.source];
            assert!(source.covers.contains(&Claim::Cookies), "{}: {}", entry.id, cookie.name);
        }
    }
}

#[test]
fn no_address_is_http_without_a_reason() {
    for entry in built_in().entries() {
        for address in entry.addresses() {
            let told = entry.http_because.is_some() && address.starts_with("http://");
            assert!(address.starts_with("https://") || told, "{}: {address}", entry.id);
        }
    }
}

#[test]
fn no_entry_is_called_newer_than_its_oldest_dated_source_and_none_is_of_the_future() {
    // The day on which the catalogue was first read together: no source of it can be newer. Whoever
    // adds newer sources moves it.
    let read: Date = "2026-11-21".parse().unwrap();
    for entry in built_in().entries() {
        let dates: Vec<Date> = entry.sources.iter().filter_map(|source| source.dated).collect();
        assert_eq!(entry.last_checked, dates.iter().min().copied(), "{}", entry.id);
        assert!(dates.iter().all(|date| *date <= read), "{}", entry.id);
        assert!(dates.iter().all(|date| date.year() >= 2010), "{}", entry.id);
    }
}

#[test]
fn a_company_that_merged_closed_or_was_renamed_says_what_happened_and_where_that_stands() {
    let catalogue = built_in();
    let gone: Vec<_> = catalogue
        .entries()
        .iter()
        .filter(|entry| entry.status.as_ref().is_some_and(|s| s.kind != StatusKind::Active))
        .collect();
    assert!(!gone.is_empty());
    for entry in gone {
        assert!(entry.status.as_ref().unwrap().note.is_some(), "{}", entry.id);
        assert!(entry.sources_of(Claim::Status).next().is_some(), "{}", entry.id);
    }
}

#[test]
fn the_kinds_that_sites_use_most_are_all_there() {
    let catalogue = built_in();
    for (word, kind) in Category::ALL {
        assert!(catalogue.entries().iter().any(|entry| entry.category == kind), "no {word}");
    }
}

/// `cargo nextest run --test catalogue coverage --no-capture` prints the table.
#[test]
fn coverage_counts_what_is_known_and_what_is_not() {
    let table = coverage(&built_in());
    println!("{table}");
    for (key, _) in Claim::ALL {
        assert!(table.lines().any(|line| line.starts_with(key)), "{key}");
    }
}

#[test]
fn an_entry_is_found_by_host_and_by_cookie() {
    let catalogue = Catalogue::read(
        "[[service]]\nid = \"a\"\nname = \"A\"\ncategory = \"analytics\"\n\
         hosts = [\"a.example\"]\ncookies = [{ name = \"_a_*\" }]\n\
         sources = [{ url = \"https://a.example/\", covers = [\"hosts\", \"cookies\"] }]\n\
         [[service]]\nid = \"b\"\nname = \"B\"\ncategory = \"video\"\nhosts = [\"v.a.example\"]\n\
         sources = [{ url = \"https://a.example/\", covers = [\"hosts\"] }]\n",
    )
    .unwrap();
    let ids = |found: Vec<&sudare::bundle::catalogue::Entry>| -> Vec<String> {
        found.iter().map(|entry| entry.id.clone()).collect()
    };
    assert_eq!(ids(catalogue.by_host("cdn.A.example")), ["a"]);
    assert_eq!(ids(catalogue.by_host("x.v.a.example")), ["b"], "the closest name wins");
    assert_eq!(ids(catalogue.by_host("nota.example")), [""; 0]);
    assert_eq!(ids(catalogue.by_cookie("_a_1")), ["a"]);
    assert_eq!(ids(catalogue.by_cookie("_b")), [""; 0]);
    assert_eq!(catalogue.by_id("b").unwrap().name, "B");
}

#[test]
fn a_claim_without_a_source_is_refused() {
    let shared =
        "sources = [{ of = \"shared\", covers = [\"policy\"] }]\nlast-checked = 2020-02-03\n";
    let policy = "policy = \"https://lumo.example/\"\n";
    assert!(entry(&format!("{policy}{shared}")).is_ok());
    assert_eq!(fault(policy), Fault::NoSource);
    assert_eq!(fault(&format!("{policy}sends = \"x\"\n{shared}")), Fault::Unsourced(Claim::Sends));
    assert_eq!(fault(shared), Fault::NothingClaimed(Claim::Policy));
}

#[test]
fn a_lifetime_without_a_source_is_refused() {
    let cookie = "cookies = [{ name = \"_l\", lifetime = \"1 year\" }]\n";
    let policy = "policy = \"https://lumo.example/\"\n";
    let sources = "sources = [{ url = \"https://lumo.example/\", covers = [\"policy\"] }]\n";
    assert_eq!(fault(&format!("{cookie}{policy}{sources}")), Fault::Unsourced(Claim::Cookies));
    let two = "sources = [{ url = \"https://a.example/\", covers = [\"cookies\"] }, \
               { url = \"https://b.example/\", covers = [\"cookies\"] }]\n";
    assert_eq!(fault(&format!("{cookie}{two}")), Fault::WhichSource("_l".into()));
}

#[test]
fn a_date_that_no_source_bears_is_refused() {
    let policy = "policy = \"https://lumo.example/\"\n";
    let undated = "sources = [{ url = \"https://lumo.example/\", covers = [\"policy\"] }]\n";
    assert_eq!(
        fault(&format!("{policy}{undated}last-checked = 2026-11-21\n")),
        Fault::LastChecked { should_be: None }
    );
    let dated = "sources = [{ of = \"shared\", covers = [\"policy\"] }]\n";
    for wrong in ["last-checked = 2020-02-04\n", ""] {
        assert_eq!(
            fault(&format!("{policy}{dated}{wrong}")),
            Fault::LastChecked { should_be: Some("2020-02-03".into()) }
        );
    }
}

#[test]
fn a_company_that_ended_without_a_word_is_refused() {
    let sources = "sources = [{ url = \"https://lumo.example/\", covers = [\"status\"] }]\n";
    assert_eq!(fault(&format!("status = \"closed\"\n{sources}")), Fault::NoStatusNote);
    assert!(entry(&format!("status = \"closed\"\nstatus-note = \"In 2024.\"\n{sources}")).is_ok());
}

#[test]
fn an_http_address_needs_its_reason_and_a_reason_its_address() {
    let sources = "sources = [{ url = \"https://lumo.example/\", covers = [\"policy\"] }]\n";
    let http = "policy = \"http://lumo.example/\"\n";
    assert_eq!(fault(&format!("{http}{sources}")), Fault::Http("http://lumo.example/".into()));
    assert!(entry(&format!("{http}http-because = \"it has no other\"\n{sources}")).is_ok());
    let https = "policy = \"https://lumo.example/\"\n";
    assert_eq!(fault(&format!("{https}http-because = \"x\"\n{sources}")), Fault::NoHttp);
}

#[test]
fn a_key_or_a_word_that_nobody_knows_is_refused() {
    let sources = "sources = [{ url = \"https://lumo.example/\", covers = [\"policy\"] }]\n";
    assert!(matches!(entry("owner = \"x\"\n"), Err(CatalogueError::Shape(_))));
    assert_eq!(
        fault(&format!("opt-out-stops = \"all\"\n{sources}")),
        Fault::UnknownWord { key: "opt-out-stops", word: "all".into() }
    );
}

#[test]
fn nothing_stands_in_a_list_twice() {
    let sources = "sources = [{ url = \"https://lumo.example/\", covers = [\"cookies\"] }]\n";
    let cookies = "cookies = [{ name = \"_l\" }, { name = \"_l\", lifetime = \"1 day\" }]\n";
    assert_eq!(fault(&format!("{cookies}{sources}")), Fault::Twice("_l".into()));
    assert_eq!(fault(&format!("also = [\"L\", \"L\"]\n{sources}")), Fault::Twice("L".into()));
}
