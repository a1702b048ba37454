//! A small notice in a folder, to be edited and published again and again.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sudare::bundle::lock::{Lock, Step};
use sudare::notice::source::{Edition, Folder, compile};

pub const CARD: &str = "> **In short: we count visits.** Nobody learns who you are.";

/// A notice in English and Japanese.
#[derive(Clone, Debug)]
pub struct Shop {
    pub revision: String,
    /// Id, English, Japanese; the first line of each is the heading.
    pub articles: Vec<(String, String, String)>,
    /// Newest first: revision and the articles that the owner says it touched.
    pub changes: Vec<(String, Vec<String>)>,
    pub languages: Vec<&'static str>,
    pub services: Vec<&'static str>,
}

impl Default for Shop {
    fn default() -> Self {
        let article = |id: &str, en: &str, ja: &str| (id.to_owned(), en.to_owned(), ja.to_owned());
        Self {
            revision: "r1".into(),
            articles: vec![
                article(
                    "orders",
                    "Orders\n\nWe keep orders for 30 days.",
                    "ご注文\n\nご注文の記録は30日間保存します。",
                ),
                article(
                    "cookies",
                    &format!(
                        "Cookies\n\n{CARD}\n\nOne cookie counts visits.\n\n- a number\n- the page"
                    ),
                    &format!(
                        "クッキー\n\n{CARD}\n\nクッキーでアクセス数を数えます。\n\n- 番号\n- ページ"
                    ),
                ),
                article("contact", "Contact\n\nWrite to us.", "お問い合わせ\n\nお手紙をください。"),
            ],
            changes: Vec::new(),
            languages: vec!["en", "ja"],
            services: vec!["tally"],
        }
    }
}

impl Shop {
    /// The same under another revision.
    pub fn revision(mut self, revision: &str) -> Self {
        self.revision = revision.into();
        self
    }

    /// The same with other words in every language.
    pub fn edit(mut self, from: &str, to: &str) -> Self {
        let mut found = false;
        for (_, en, ja) in &mut self.articles {
            for text in [en, ja] {
                found |= text.contains(from);
                *text = text.replace(from, to);
            }
        }
        assert!(found, "there is no {from:?}");
        self
    }

    pub fn without(mut self, id: &str) -> Self {
        self.articles.retain(|(its, ..)| its != id);
        self
    }

    pub fn with(mut self, id: &str, text: &str) -> Self {
        self.articles.push((id.into(), text.into(), text.into()));
        self
    }

    pub fn files(&self) -> Vec<(String, String)> {
        let mut manifest = format!(
            "format = 1\nid = \"shop\"\n[operator]\nname = \"Shop\"\n\
             [notice]\nrevision = \"{}\"\neffective = 2026-11-01\nlanguages = {:?}\n\
             [regimes]\ndefault = \"opt-in\"\n[first-layer]\ntitle = \"You choose\"\ntext = \"We ask.\"\n\
             [[purpose]]\nid = \"analytics\"\nname = \"Counting visits\"\ntext = \"x\"\narticle = \"cookies\"\n",
            self.revision, self.languages
        );
        for service in &self.services {
            manifest += &format!(
                "[[service]]\nid = \"{service}\"\nname = \"{service}\"\npurpose = \"analytics\"\n\
                 recipient = \"x\"\nsends = \"x\"\nuse = \"x\"\n"
            );
        }
        for (revision, articles) in &self.changes {
            manifest += &format!(
                "[[change]]\nrevision = \"{revision}\"\ndate = 2026-11-01\nsummary = \"x\"\narticles = {articles:?}\n"
            );
        }
        let mut files = vec![("notice.toml".to_owned(), manifest)];
        for lang in &self.languages {
            let mut policy = "# Notice\n\nWhat we do.\n".to_owned();
            for (id, en, ja) in &self.articles {
                let text = if *lang == "en" { en } else { ja };
                let (heading, rest) = text.split_once('\n').unwrap();
                policy += &format!("\n## {heading} {{#{id}}}\n{rest}\n");
            }
            files.push((format!("{lang}.md"), policy));
        }
        files
    }

    /// Compiled, without a disk.
    pub fn editions(&self) -> Vec<Edition> {
        let mut folder = Folder::default();
        for (name, text) in self.files() {
            folder.add(name, text.into_bytes());
        }
        let (editions, diagnostics) = compile(&folder);
        assert!(!editions.is_empty(), "{diagnostics:#?}");
        editions
    }

    /// Published over what was published before.
    pub fn published(&self, lock: &Lock) -> (Lock, Step) {
        lock.publish(&self.editions(), false).unwrap()
    }

    /// What visitors are told, with that lock.
    pub fn told(&self, lock: &Lock) -> Vec<Edition> {
        let mut editions = self.editions();
        lock.tell(&mut editions);
        editions
    }

    /// Written into a folder named `privacy`.
    pub fn write(&self, within: &Path) -> PathBuf {
        let folder = within.join("privacy");
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in self.files() {
            fs::write(folder.join(name), text).unwrap();
        }
        folder
    }
}

pub fn sudare(args: &[&str], within: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sudare")).args(args).current_dir(within).output().unwrap()
}

/// What a command says, if it ends with that code.
pub fn said(args: &[&str], within: &Path, code: i32) -> String {
    let output = sudare(args, within);
    let text = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {text}");
    text
}
