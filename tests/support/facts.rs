//! What a notice's Markdown holds, counted by a parser of its own, drafted cards left out.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use sudare::bundle::import::Imported;

/// An article and what is in it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Article {
    pub id: String,
    pub sections: usize,
    /// How many items each list has, outer lists before those in them.
    pub lists: Vec<usize>,
    /// How deep its lists nest.
    pub depth: usize,
    /// How many rows each table has, its head not counted.
    pub tables: Vec<usize>,
    pub links: usize,
    pub terms: usize,
}

/// The Markdown without the cards that the importer drafted.
pub fn uncarded(imported: &Imported) -> String {
    let lines = imported.markdown.lines().filter(|line| !line.starts_with("> **Draft:"));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// The articles of a notice; the first is the preamble, without an id.
pub fn articles(imported: &Imported) -> Vec<Article> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let markdown = uncarded(imported);
    let mut found = vec![Article::default()];
    let mut open: Vec<usize> = Vec::new();
    for event in Parser::new_ext(&markdown, options) {
        if let Event::Start(Tag::Heading { level: HeadingLevel::H2, id, .. }) = &event {
            let id = id.as_ref().map(ToString::to_string).unwrap_or_default();
            found.push(Article { id, ..Article::default() });
            continue;
        }
        let article = found.last_mut().unwrap();
        match event {
            Event::Start(Tag::Heading { level, .. }) if level != HeadingLevel::H1 => {
                article.sections += 1
            }
            Event::Start(Tag::List(_)) => {
                open.push(article.lists.len());
                article.lists.push(0);
                article.depth = article.depth.max(open.len());
            }
            Event::End(TagEnd::List(_)) => {
                open.pop();
            }
            Event::Start(Tag::Item) => article.lists[*open.last().unwrap()] += 1,
            Event::Start(Tag::Table(_)) => article.tables.push(0),
            Event::Start(Tag::TableRow) => *article.tables.last_mut().unwrap() += 1,
            Event::Start(Tag::Link { .. }) => article.links += 1,
            Event::Start(Tag::DefinitionListTitle) => article.terms += 1,
            _ => {}
        }
    }
    found
}

/// The values of a key of the manifest, comments left out.
pub fn values<'a>(imported: &'a Imported, key: &str) -> Vec<&'a str> {
    let values =
        imported.manifest.lines().filter_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    values.map(|value| value.split("    #").next().unwrap().trim_matches('"')).collect()
}

/// Whether something on that line was remarked on in those words.
pub fn told(imported: &Imported, line: usize, words: &str) -> bool {
    imported.remarks.iter().any(|remark| remark.line == line && remark.message.contains(words))
}
