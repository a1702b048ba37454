//! The five real policies, where their folder is there: each imports, passes the check, builds, and
//! its static page shows all of it, word for word.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/facts.rs"]
mod facts;
#[path = "support/page.rs"]
mod page;

use std::fs;
use std::path::{Path, PathBuf};

use page::{policy_words, words};
use scraper::{Html, Selector};
use sudare::bundle::assemble;
use sudare::bundle::import::import;
use sudare::notice::source::{Edition, Folder, Severity, compile};
use sudare::notice::{Article, Service, plain};

const SEEDS: [&str; 5] = ["pixta", "photolibrary", "pixiv", "audiostock", "picocela"];

/// The seeds' folder: `$SUDARE_SEEDS`, or where it lies beside a clone.
fn seeds() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    std::env::var_os("SUDARE_SEEDS").map_or(beside, PathBuf::from)
}

fn each_seed(mut test: impl FnMut(&str, &[u8], &Edition)) {
    let mut read = 0;
    for name in SEEDS {
        let Ok(bytes) = fs::read(seeds().join(format!("{name}.txt"))) else { continue };
        let imported = import(&bytes, &format!("{name}.txt"), (2026, 11, 21)).unwrap();
        assert_eq!(imported.words.kept, imported.words.total, "{name}");
        let mut folder = Folder::default();
        folder.add("notice.toml", imported.manifest.into_bytes());
        folder.add("en.md", imported.markdown.into_bytes());
        let (editions, diagnostics) = compile(&folder);
        let errors: Vec<_> =
            diagnostics.iter().filter(|fault| fault.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        test(name, &bytes, &editions[0]);
        read += 1;
    }
    // CI shows this line, so that nobody takes an empty run for a full one.
    println!("read {read} of 5 seeds");
    assert!(read == 0 || read == 5, "some of the seeds are missing");
}

/// The words of a seed by its bytes alone, no parser asked: without the targets of links, but for
/// a link that has no other words. The archive's quote stands below the title on a page.
fn source_words(text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    while let Some(at) = text.find("](http") {
        let end = at + text[at..].find(')').unwrap();
        let shown =
            if text[..at].ends_with('[') { text[at + 2..end].to_owned() } else { String::new() };
        text.replace_range(at..=end, &shown);
    }
    // Marks around a part of a word do not part it.
    let text = text.replace("**", "").replace('[', "");
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.first().is_some_and(|line| line.starts_with('>')) {
        let quote = lines.remove(0);
        let title = lines.iter().position(|line| line.starts_with("# ")).unwrap();
        lines.insert(title + 1, quote);
    }
    words(&lines.join("\n"))
}

#[test]
fn the_static_page_of_each_seed_has_its_words_in_order() {
    each_seed(|name, bytes, edition| {
        let bundle = assemble(std::slice::from_ref(edition)).unwrap();
        let html = String::from_utf8(bundle.file("index.html").unwrap().bytes.clone()).unwrap();
        let (found, expected) =
            (policy_words(&html), source_words(std::str::from_utf8(bytes).unwrap()));
        let at = found.iter().zip(&expected).position(|(a, b)| a != b);
        let near = |words: &[String], at: usize| {
            words[at.saturating_sub(5)..words.len().min(at + 5)].join(" ")
        };
        assert_eq!(at.map(|at| (near(&found, at), near(&expected, at))), None, "{name}");
        assert_eq!(found.len(), expected.len(), "{name}");
    });
}

#[test]
fn the_static_page_of_each_seed_has_its_headed_parts() {
    each_seed(|name, _, edition| {
        let bundle = assemble(std::slice::from_ref(edition)).unwrap();
        let html = String::from_utf8(bundle.file("index.html").unwrap().bytes.clone()).unwrap();
        let page = Html::parse_document(&html);
        let count = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
        let expected = match name {
            "pixta" => (1, 12, 0),
            "photolibrary" => (1, 5, 0),
            "pixiv" => (1, 14, 5),
            "audiostock" => (1, 16, 0),
            _ => (1, 7, 2),
        };
        let found = (
            count("h1"),
            count("article[id]"),
            edition.notice.articles.iter().map(|a| a.sections.len()).sum(),
        );
        assert_eq!(found, expected, "{name}: title, articles, sections");
        if name == "pixiv" {
            let listed = |service: &&Service| !service.opt_out.is_empty();
            let services: Vec<&Service> = edition.notice.services.iter().filter(listed).collect();
            assert_eq!(services.len(), 28);
            assert_eq!(services.iter().map(|service| service.opt_out.len()).sum::<usize>(), 29);
        }
        if name == "audiostock" {
            let deepest = "article[id] :is(ul, ol) :is(ul, ol) li";
            assert!(count(deepest) > 10, "nested lists stay nested");
        }
    });
}

/// What the folder's own README says of each: lists of an article, dates, services, traps with their line.
type Told = (
    &'static str,
    &'static [(&'static str, &'static [usize])],
    &'static [(&'static str, &'static str)],
    &'static [(usize, &'static str)],
);

const README: [Told; 5] = [
    (
        "pixta",
        &[
            ("use-of-personal-information", &[10]),
            ("disclosure-and-entrustment-etc-of-personal-information", &[6]),
        ],
        &[("effective", "2014-06-09")],
        &[(1, "archive"), (1, "moved"), (45, "“; or”"), (55, "archive"), (85, "archive")],
    ),
    (
        "photolibrary",
        &[
            ("purpose-of-personal-information-collection", &[1]),
            ("use-of-personal-information", &[6]),
        ],
        &[],
        &[(39, "no line end")],
    ),
    (
        "pixiv",
        &[
            ("purpose-of-use", &[12]),
            ("use-restrictions", &[4]),
            ("offering-private-information-to-a-third-party", &[5]),
            ("disclosure-of-private-information", &[3]),
            ("cookie-policy", &[2, 1, 1, 28]),
            ("disclaimer", &[2]),
        ],
        &[("effective", "2019-04-18")],
        &[
            (1, "archive"),
            (19, "archive"),
            (25, "doubled"),
            (29, "doubled"),
            (120, "rest of a tag"),
            (143, "doubled"),
            (172, "archive"),
            (186, "no words of its own"),
            (187, "wraps the name of an entry"),
            (244, "archive"),
            (244, "glued"),
        ],
    ),
    (
        "audiostock",
        &[
            ("user-information-collected-on-the-services", &[2, 3]),
            ("purpose-of-use", &[3, 5, 6, 5, 3]),
            ("sharing", &[2, 4]),
            ("disclosure-and-sharing-of-user-information", &[5]),
            ("targeted-advertisements", &[4, 2, 3]),
            ("disclaimer", &[2]),
        ],
        &[("published", "2018-10-17"), ("effective", "2020-07-01"), ("phone", "+81(0)86-250-8981")],
        &[
            (29, "a table of 3 rows"),
            (72, "left blank"),
            (91, "“; or”"),
            (112, "“Article16”"),
            (143, "Nothing follows “E-mail :”"),
            (151, "no line end"),
        ],
    ),
    (
        "picocela",
        &[
            ("basic-policy-on-personal-information", &[5]),
            ("handling-of-personal-information", &[9, 1]),
            ("disclosure-and-provisioning-of-personal-information-to-third-parties", &[6]),
            ("use-of-cookie-information", &[5]),
        ],
        &[("phone", "03-6661-2780")],
        &[(75, "no line end")],
    ),
];

/// The links of a seed by its bytes alone: of a Markdown text those with marks, none in a plain one.
fn links_in(text: &str) -> usize {
    text.matches("](http").count() + text.matches("<http").count()
}

/// Where the entries of the opt-out list lead: to the site itself, to the makers of telephone systems, to the
/// industry's own lists, to companies.
fn split(addresses: &[&str]) -> [usize; 4] {
    let of = |hosts: &[&str]| {
        addresses.iter().filter(|address| hosts.iter().any(|host| address.contains(host))).count()
    };
    let site = of(&["//www.pixiv.net/"]);
    let systems = of(&["//support.apple.com/", "//support.google.com/"]);
    let industry = of(&["ddai.info/", "aboutads.info/"]);
    [site, systems, industry, addresses.len() - site - systems - industry]
}

#[test]
fn each_seed_has_the_lists_dates_and_traps_that_its_readme_tells_of() {
    let mut read = 0;
    for (name, lists, facts_told, traps) in README {
        let Ok(bytes) = fs::read(seeds().join(format!("{name}.txt"))) else { continue };
        let imported = import(&bytes, &format!("{name}.txt"), (2026, 11, 21)).unwrap();
        let articles = facts::articles(&imported);
        let listed: Vec<(&str, &[usize])> = articles
            .iter()
            .filter(|article| !article.lists.is_empty())
            .map(|article| (article.id.as_str(), article.lists.as_slice()))
            .collect();
        // The README leaves some short lists unsaid; no other appears.
        let told: Vec<(&str, &[usize])> = listed
            .iter()
            .filter(|(id, _)| lists.iter().any(|(own, _)| own == id))
            .copied()
            .collect();
        assert_eq!(told, *lists, "{name}: the articles with lists, and the items of each list");
        let unsaid = match name {
            "pixiv" => 2,
            "audiostock" => 3,
            _ => 0,
        };
        assert_eq!(listed.len() - told.len(), unsaid, "{name}: {listed:?}");
        let tables: usize = articles.iter().map(|article| article.tables.len()).sum();
        assert_eq!(tables, 0, "{name}: its one table is flattened, and told");
        assert_eq!(
            articles.iter().map(|article| article.links).sum::<usize>(),
            links_in(std::str::from_utf8(&bytes).unwrap()),
            "{name}: links"
        );
        for (key, value) in facts_told {
            assert!(facts::values(&imported, key).contains(value), "{name}: {key} {value}");
        }
        for (line, words) in traps {
            assert!(
                facts::told(&imported, *line, words),
                "{name}:{line}: {words}\n{:#?}",
                imported.remarks
            );
        }
        let service = |name: &str| {
            facts::values(&imported, "name").iter().any(|own| own.eq_ignore_ascii_case(name))
        };
        match name {
            "pixiv" => {
                assert_eq!(split(&facts::values(&imported, "opt-out")), [1, 2, 2, 23]);
                assert!(service("Google Analytics") && service("reCAPTCHA") && service("Qualaroo"));
            }
            "audiostock" => {
                let deepest = articles.iter().map(|article| article.depth).max();
                assert_eq!(deepest, Some(3), "three levels");
                let revised = imported.markdown.lines().filter(|line| line.starts_with("Revised"));
                assert_eq!(revised.count(), 4, "its lines of revisions");
            }
            _ => {}
        }
        // The 28 entries and the three that the text names; the other seeds name none.
        let services = imported.manifest.matches("\n[[service]]\n").count();
        assert_eq!(services, if name == "pixiv" { 28 + 3 } else { 0 }, "{name}: services");
        read += 1;
    }
    println!("read {read} of 5 seeds");
}

/// A notice that Sudare built, as a page, imported: the same title, preamble, articles and cards.
#[track_caller]
fn assert_comes_back(edition: &Edition, name: &str) {
    let bundle = assemble(std::slice::from_ref(edition)).unwrap();
    let html = bundle.file("index.html").unwrap().bytes.clone();
    let imported = import(&html, "index.html", (2026, 11, 21)).unwrap();
    let mut folder = Folder::default();
    folder.add("notice.toml", imported.manifest.into_bytes());
    folder.add(format!("{}.md", imported.lang), imported.markdown.clone().into_bytes());
    let (editions, diagnostics) = compile(&folder);
    let Some(back) = editions.first() else {
        panic!("{name}: {diagnostics:?}\n{}", imported.markdown)
    };
    let (a, b) = (&edition.notice, &back.notice);
    assert_eq!(plain(&a.title), plain(&b.title), "{name}");
    assert_eq!(format!("{:#?}", a.preamble.blocks), format!("{:#?}", b.preamble.blocks), "{name}");
    assert_eq!(a.articles.len(), b.articles.len(), "{name}");
    for (a, b) in a.articles.iter().zip(&b.articles) {
        assert_eq!(a.id, b.id, "{name}");
        assert_eq!(
            format!("{:#?}", a.card),
            format!("{:#?}", b.card),
            "{name}: the card of {}",
            a.id
        );
        assert_eq!(format!("{:#?}", a.blocks), format!("{:#?}", b.blocks), "{name}: {}", a.id);
        let sections = |article: &Article| {
            let parts = article.sections.iter();
            parts
                .map(|s| format!("{} {} {:#?}", s.level, plain(&s.title), s.blocks))
                .collect::<Vec<_>>()
        };
        for (a, b) in sections(a).iter().zip(&sections(b)) {
            let at = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
            let near = |text: &str| {
                text.chars().skip(at.saturating_sub(200)).take(500).collect::<String>()
            };
            assert_eq!(near(a), near(b), "{name}");
        }
        assert_eq!(a.sections.len(), b.sections.len(), "{name}: {}", a.id);
    }
}

#[test]
fn the_static_page_of_each_seed_gives_the_notice_back() {
    each_seed(|name, _, edition| assert_comes_back(edition, name));
}

#[test]
fn the_static_pages_of_the_sample_notices_give_them_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
    let mut read = 0;
    for folder in folders(&root) {
        let (editions, _) = compile(&Folder::open(&folder).unwrap());
        if let Some(edition) = editions.first() {
            assert_comes_back(edition, &folder.display().to_string());
            read += 1;
        }
    }
    assert!(read >= 3, "only {read} sample notices");
}

/// The folders below one that hold a notice.
fn folders(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.join("notice.toml").exists() {
                found.push(path.clone());
            }
            found.extend(folders(&path));
        }
    }
    found
}
