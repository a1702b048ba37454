//! The interface's words: every language whole, in its own plural forms, and only where it is used.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use icu_locale::{Direction, LocaleDirectionality};
use scraper::{Html, Selector};
use sudare::bundle::{Bundle, assemble, compiled};
use sudare::notice::source::{
    Edition, Folder, LocaleError, LocaleFault, compile, locale, locale_tag, locale_tags,
    read_locale,
};
use sudare::notice::{Notice, PluralCategory, UiCount, UiWord};
use sudare::widget::{Inert, Mode, NoticeView, NoticeViewProps, Speech, State};
use yew::LocalServerRenderer;

/// The languages that issue 4 asks for.
const PROMISED: [&str; 29] = [
    "en", "ja", "ko", "zh-Hans", "zh-Hant", "de", "fr", "es", "it", "pt-PT", "pt-BR", "nl", "sv",
    "da", "nb", "fi", "pl", "cs", "hu", "ro", "el", "uk", "tr", "ar", "he", "hi", "id", "th", "vi",
];

fn path(tag: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(format!("{tag}.toml"))
}

fn text(tag: &str) -> String {
    fs::read_to_string(path(tag)).unwrap()
}

/// What is wrong with a locale file after an edit of its text.
fn faults(tag: &str, edit: impl Fn(&str) -> String) -> Vec<LocaleFault> {
    let (before, after) = (text(tag), edit(&text(tag)));
    assert_ne!(before, after, "the edit found nothing to edit");
    match read_locale(tag, &after) {
        Ok(_) => Vec::new(),
        Err(LocaleError::Broken(file, faults)) => {
            assert_eq!(file, format!("locales/{tag}.toml"));
            faults
        }
        Err(LocaleError::Unknown) => panic!("{tag} is unknown"),
    }
}

fn count(tag: &str, word: UiCount, number: usize) -> String {
    let written = Inert.number(tag, number);
    let values = [("{count}", &*written), ("{done}", "2")];
    locale(tag).unwrap().words.fill_count(word, Inert.plural(tag, number), &values)
}

#[test]
fn every_promised_language_is_there_and_whole() {
    for tag in PROMISED {
        assert!(locale(tag).is_ok(), "{}", locale(tag).err().unwrap());
    }
}

#[test]
fn every_file_in_the_folder_is_built_in() {
    let files = fs::read_dir(path("en").parent().unwrap()).unwrap();
    let files: BTreeSet<String> =
        files.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let known: BTreeSet<String> = locale_tags().map(|tag| format!("{tag}.toml")).collect();
    assert_eq!(files, known);
}

#[test]
fn a_missing_word_names_its_file_and_its_key() {
    let found = faults("fr", |text| text.replace("refuse-all = ", "# "));
    assert_eq!(found, [LocaleFault::Missing("refuse-all".into())]);
    let error = LocaleError::Broken("locales/fr.toml".into(), found);
    assert_eq!(error.to_string(), "locales/fr.toml: the word `refuse-all` is missing");
}

#[test]
fn a_word_that_there_is_not_is_a_fault_too() {
    let found = faults("fr", |text| text.replace("[words]", "[words]\nrefuse-al = \"x\""));
    assert_eq!(found, [LocaleFault::Unknown("refuse-al".into())]);
}

#[test]
fn an_empty_word_is_no_word() {
    let found = faults("nl", |text| text.replace("close = \"Sluiten\"", "close = \"\""));
    assert_eq!(found, [LocaleFault::NoText("close".into())]);
}

#[test]
fn a_plural_form_that_the_language_has_must_be_there_and_no_other() {
    let found = faults("pl", |text| text.replace("few = \"{count} firmy\"\n", ""));
    assert_eq!(found, [LocaleFault::MissingPlural("companies-shown.few".into())]);
    let found =
        faults("ja", |text| text.replace("[words.matches]", "[words.matches]\none = \"1\""));
    assert_eq!(found, [LocaleFault::UnknownPlural("matches.one".into())]);
}

#[test]
fn a_place_that_the_english_has_must_be_there_and_no_other() {
    let found = faults("de", |text| text.replace("{name}: blockiert", "blockiert"));
    assert_eq!(found, [LocaleFault::MissingPlace("state-blocked".into(), "{name}".into())]);
    let found = faults("de", |text| text.replace("\"Drucken\"", "\"{name} drucken\""));
    assert_eq!(found, [LocaleFault::UnknownPlace("print".into(), "{name}".into())]);
    let found = faults("de", |text| text.replace("one = \"in {count} ", "one = \"in "));
    assert!(found.is_empty(), "one is 1 in German, and may say so in words: {found:?}");
    let found = faults("fr", |text| text.replace("one = \"{count} ", "one = \""));
    assert_eq!(found.len(), 3, "one is 0 and 1 in French, and must say which: {found:?}");
}

#[test]
fn every_file_says_whether_a_native_speaker_has_read_it() {
    let said = "`read-by-native-speaker` must be true or false";
    let found = faults("sv", |text| text.replace("read-by-native-speaker = false\n", ""));
    assert_eq!(found, [LocaleFault::Head(said)]);
    let found = faults("sv", |text| text.replace("speaker = false", "speaker = \"yes\""));
    assert_eq!(found, [LocaleFault::Head(said)]);
}

#[test]
fn who_has_read_it_may_be_named() {
    let named = text("sv").replace("speaker = false", "speaker = true\nread-by = \"Åsa\"");
    let locale = read_locale("sv", &named).unwrap();
    assert_eq!((locale.read_by_native_speaker, locale.read_by.as_deref()), (true, Some("Åsa")));
}

#[test]
fn a_language_is_written_in_its_own_direction() {
    let directions = LocaleDirectionality::new_extended();
    for tag in locale_tags() {
        let dir = match directions.get(&tag.parse().unwrap()) {
            Some(Direction::RightToLeft) => "rtl",
            _ => "ltr",
        };
        assert_eq!(&*locale(tag).unwrap().dir, dir, "{tag}");
    }
}

#[test]
fn quotation_marks_are_typographic() {
    for tag in locale_tags() {
        let words = locale(tag).unwrap().words;
        for (word, key) in UiWord::ALL {
            assert!(!words[*word].contains(['"', '\'']), "{tag}: {key}");
        }
    }
}

#[test]
fn a_count_is_in_the_plural_form_of_its_language() {
    let polish = [(1, "1 firma"), (3, "3 firmy"), (5, "5 firm"), (22, "22 firmy"), (25, "25 firm")];
    for (number, words) in polish {
        assert_eq!(count("pl", UiCount::CompaniesShown, number), words);
    }
    assert_eq!(count("en", UiCount::Matches, 1), "1 match");
    assert_eq!(count("en", UiCount::Matches, 0), "0 matches");
    assert_eq!(count("fr", UiCount::Matches, 0), "0 résultat");
    assert_eq!(count("ja", UiCount::Matches, 1), "1 件一致");
    assert_eq!(count("ar", UiCount::Matches, 2), "نتيجتان");
    assert_eq!(count("ro", UiCount::CompaniesShown, 20), "20 de companii");
    assert_eq!(count("en", UiCount::TickProgress, 23), "2 of 23 done");
}

#[test]
fn numbers_and_dates_are_written_as_in_the_language() {
    assert_eq!(&*Inert.number("de", 1234), "1.234");
    assert_eq!(&*Inert.number("en", 1234), "1,234");
    let dates = [
        ("en", "March 1, 2026"),
        ("de", "1. März 2026"),
        ("ja", "2026年3月1日"),
        ("pl", "1 marca 2026"),
        ("pt-BR", "1 de março de 2026"),
    ];
    for (tag, date) in dates {
        assert_eq!(&*Inert.date(tag, "2026-03-01"), date);
    }
    assert_eq!(&*Inert.date("en", "some day"), "some day");
    assert_eq!(&*Inert.day(&"2026-03-01T23:59:59.000Z".into()), "2026-03-01", "an instant's day");
    for same in ["2026-03-01", "some day", "Thursday"] {
        assert_eq!(&*Inert.day(&same.into()), same);
    }
}

/// A notice in that language.
fn notice_in(tag: &str) -> Notice {
    let mut folder = Folder::default();
    let manifest = format!(
        "format = 1\nid = \"days\"\n[operator]\nname = \"Model\"\n[notice]\nrevision = \"r1\"\n\
         effective = 2026-11-01\nlanguages = [\"{tag}\"]\n[regimes]\ndefault = \"opt-in\"\n\
         [first-layer]\ntitle = \"You choose\"\ntext = \"We ask.\"\n\
         [[purpose]]\nid = \"films\"\nname = \"Films\"\ntext = \"Films.\"\narticle = \"all\"\n"
    );
    folder.add("notice.toml", manifest.into_bytes());
    folder.add(format!("{tag}.md"), "# Notice\n\n## All {#all}\n\nWords.\n".into());
    let (mut editions, diagnostics) = compile(&folder);
    assert!(!editions.is_empty(), "{tag}: {diagnostics:?}");
    editions.remove(0).notice
}

#[test]
fn a_notice_writes_every_day_of_the_calendar_as_cldr_does() {
    let (mut without, mut ungrouped) = (Vec::new(), Vec::new());
    for tag in PROMISED.into_iter().chain(["en-GB", "de-AT", "fr-CA", "zh-Hant-HK", "ar-EG"]) {
        let notice = notice_in(tag);
        if notice.dates.is_empty() {
            without.push(tag);
            continue;
        }
        assert_eq!(notice.dates.len(), 12, "{tag}");
        for (month, days) in (1..).zip([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            for day in (1..=days).map(|day| format!("2028-{month:02}-{day:02}")) {
                assert_eq!(notice.date(&day).unwrap(), *Inert.date(tag, &day), "{tag}, {day}");
            }
        }
        for number in 0..1000 {
            assert_eq!(number.to_string(), *Inert.number(tag, number), "{tag}");
        }
        if notice.thousands.is_empty() {
            ungrouped.push(tag);
            continue;
        }
        for number in (1000..1_000_000).step_by(997) {
            let sign = &notice.thousands[usize::from(number >= 10_000)];
            let written = format!("{}{sign}{:03}", number / 1000, number % 1000);
            assert_eq!(written, *Inert.number(tag, number), "{tag}");
        }
    }
    for none in ["some day", "2028", "2028-13-01", "2028-00-01", ""] {
        assert_eq!(notice_in("en").date(none), None, "{none}");
    }
    // Thailand counts from the Buddha's death; Egypt has figures of its own.
    assert_eq!(without, ["th", "ar-EG"]);
    // India has its own groups.
    assert_eq!(ungrouped, ["hi"]);
}

#[test]
fn a_language_without_a_file_of_its_own_gets_the_nearest_or_none() {
    let nearest = [
        ("en-GB", "en"),
        ("PT-br", "pt-BR"),
        ("pt", "pt-BR"),
        ("pt-AO", "pt-PT"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant-MO", "zh-Hant"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("nb-SJ", "nb"),
        ("iw", "he"),
        ("in", "id"),
        ("es-419", "es"),
        ("de-Latn-CH", "de"),
    ];
    for (tag, file) in nearest {
        assert_eq!(locale_tag(tag), Some(file), "{tag}");
    }
    for tag in ["xx", "tlh", "sr-Latn", "hi-Latn", "not a tag", ""] {
        assert_eq!(locale_tag(tag), None, "{tag}");
        assert_eq!(locale(tag).unwrap_err(), LocaleError::Unknown, "{tag}");
    }
}

/// The names that boot is told for languages whose tags do not begin so.
fn other_names(languages: &[&str]) -> Vec<(String, String)> {
    let editions: Vec<_> = languages
        .iter()
        .map(|tag| {
            let mut edition = editions("beacon").remove(0);
            edition.notice.lang = (*tag).into();
            edition
        })
        .collect();
    let files = vec![String::new(); languages.len()];
    let data = compiled(&editions, &files, &[String::new(), String::new()], "");
    let speeches = data[11].as_object().unwrap();
    assert!(speeches.keys().zip(languages).all(|(key, tag)| key == tag), "themselves come first");
    let names = speeches.iter().filter(|(_, speech)| speech.as_array().unwrap().len() == 1);
    names.map(|(name, speech)| (name.clone(), speech[0].as_str().unwrap().to_owned())).collect()
}

#[test]
fn boot_is_told_the_names_that_it_would_not_find() {
    let told = |languages: &[&str]| {
        let names = other_names(languages);
        names.iter().map(|(name, tag)| format!("{name} {tag}")).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(told(&["en", "ja", "zh-Hant"]), "");
    assert_eq!(told(&["zh-Hans", "zh-Hant"]), "zh-TW zh-Hant, zh-HK zh-Hant, zh-MO zh-Hant");
    assert_eq!(told(&["zh-Hant", "zh-Hans"]), "zh-CN zh-Hans, zh-SG zh-Hans");
    assert_eq!(told(&["pt-BR", "pt-PT"]), "pt-AO pt-PT, pt-MZ pt-PT");
    assert_eq!(told(&["en", "nb", "he", "id"]), "no nb, nn nb, iw he, in id");
}

#[test]
fn a_language_is_named_in_itself() {
    assert_eq!(&*locale("he").unwrap().name, "עברית");
    assert_eq!(&*locale("pt-BR").unwrap().name, "Português (Brasil)");
    assert_eq!(&*locale("pt").unwrap().name, "Português", "a notice in `pt` names no country");
}

/// A demo notice, compiled.
fn editions(sample: &str) -> Vec<Edition> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/notices").join(sample);
    let (editions, diagnostics) = compile(&Folder::open(&folder).unwrap());
    assert!(!editions.is_empty(), "{diagnostics:?}");
    editions
}

fn file<'a>(bundle: &'a Bundle, start: &str, end: &str) -> &'a str {
    let mut files = bundle.files.iter();
    let file = files.find(|file| file.name.starts_with(start) && file.name.ends_with(end));
    std::str::from_utf8(&file.unwrap().bytes).unwrap()
}

#[test]
fn a_bundle_holds_the_words_of_its_own_languages_and_of_no_other() {
    let bundle = assemble(&editions("fern")).unwrap();
    for tag in locale_tags() {
        let used = ["en", "ar"].contains(&tag);
        let words = locale(tag).unwrap().words;
        for word in [UiWord::GpcHonoured, UiWord::RecordOwnCopy] {
            let holds = |file: &&sudare::bundle::OutputFile| {
                String::from_utf8_lossy(&file.bytes).contains(&*words[word])
            };
            assert_eq!(bundle.files.iter().any(|file| holds(&file)), used, "{tag}");
        }
    }
    assert!(
        !file(&bundle, "notice.en", ".json").contains(&*locale("ar").unwrap().words[UiWord::Close])
    );
}

#[test]
fn a_notice_names_each_of_its_languages_in_itself() {
    for Edition { notice, .. } in editions("fern") {
        let names: Vec<_> = notice.languages.iter().map(|language| &*language.name).collect();
        assert_eq!(names, ["English", "العربية"]);
    }
}

fn dialog(edition: &Edition) -> String {
    let state = State::new(Rc::new(edition.notice.clone()), None);
    let props = NoticeViewProps { state, mode: Mode::Dialog, effects: Rc::new(Inert) };
    let renderer = LocalServerRenderer::<NoticeView>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn direction(html: &str, of: &str) -> Option<String> {
    let html = Html::parse_document(html);
    let element = html.select(&Selector::parse(of).unwrap()).next().unwrap();
    element.attr("dir").map(str::to_owned)
}

#[test]
fn right_to_left_reaches_dialog_page_and_first_layer() {
    let editions = editions("fern");
    let bundle = assemble(&editions).unwrap();
    let rtl = Some("rtl".to_owned());
    assert_eq!(direction(&dialog(&editions[1]), "dialog"), rtl);
    let page = file(&bundle, "index.ar", ".html");
    assert_eq!(direction(page, "html"), rtl);
    assert_eq!(direction(page, "main"), rtl);
    assert!(file(&bundle, "consent.js", "").contains("\"ar\":[\"rtl\""), "boot is told");
    assert_eq!(direction(file(&bundle, "index.en", ".html"), "html"), Some("ltr".into()));
}

#[test]
fn a_latin_name_among_right_to_left_words_is_set_apart() {
    let words = locale("ar").unwrap().words;
    let state = words.fill(UiWord::StateAllowed, &[("{name}", "Slidewren Ltd.")]);
    assert_eq!(state, "\u{2068}Slidewren Ltd.\u{2069}: مسموح");
}

#[test]
fn the_style_sheets_name_no_left_and_no_right() {
    // The launcher's corner is the owner's, and does not turn with the words.
    for sheet in
        ["notice.css", "first-layer/base.css", "first-layer/bar.css", "first-layer/corner.css"]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles").join(sheet);
        for (number, line) in fs::read_to_string(path).unwrap().lines().enumerate() {
            let declaration = line.trim().trim_end_matches(';');
            let physical = ["left", "right"].map(|side| {
                let (property, value) = declaration.split_once(':').unwrap_or_default();
                property.split('-').any(|part| part == side) || value.trim() == side
            });
            assert!(physical == [false; 2], "{sheet}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn the_dialog_in_arabic() {
    insta::assert_snapshot!(dialog(&editions("fern")[1]).replace("><", ">\n<"));
}

#[test]
fn the_documentation_says_who_has_read_what() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/languages.md");
    let document = fs::read_to_string(path).unwrap();
    let written: Vec<&str> = document.lines().filter(|line| line.starts_with("| `")).collect();
    let lines = locale_tags().map(|tag| {
        let locale = locale(tag).unwrap();
        let table: toml::Table = text(tag).parse().unwrap();
        let forms = table["words"]["matches"].as_table().unwrap();
        let forms = PluralCategory::ALL
            .iter()
            .map(|(_, form)| *form)
            .filter(|form| forms.contains_key(*form));
        let read = match (locale.read_by_native_speaker, locale.read_by) {
            (false, _) => "not yet".to_owned(),
            (true, None) => "yes".to_owned(),
            (true, Some(name)) => format!("yes, {name}"),
        };
        let forms = forms.collect::<Vec<_>>().join(", ");
        format!("| `{tag}` | {} | {} | {forms} | {read} |", locale.name, locale.dir)
    });
    assert_eq!(written, lines.collect::<Vec<_>>());
}
