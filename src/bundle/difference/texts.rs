//! A notice as lines of plain words: what is kept of it, and what is compared.

use std::collections::HashMap;

use super::things::{AlteredThing, ThingText, altered_things, texts_of};
use crate::notice::{Article, Block, Inline, Notice, plain};

/// The words of a notice in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeText {
    /// The language's tag.
    pub lang: String,
    /// The preamble, whose id is empty, then the articles.
    pub articles: Vec<ArticleText>,
    /// What is said of purposes and services; not known of texts that a lock kept before it kept
    /// that.
    pub things: Option<Vec<ThingText>>,
}

/// The words of an article: a line for each paragraph, heading, item and table row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleText {
    /// The article's id.
    pub id: String,
    /// Its heading; the preamble goes by the notice's title.
    pub title: String,
    /// Its card.
    pub card: Vec<String>,
    /// The rest.
    pub body: Vec<String>,
}

impl NoticeText {
    /// The words of a notice.
    #[must_use]
    pub fn of(notice: &Notice) -> Self {
        let mut preamble = article_text(&notice.preamble);
        preamble.title = plain(&notice.title);
        let articles = notice.articles.iter().map(article_text);
        Self {
            lang: notice.lang.to_string(),
            articles: std::iter::once(preamble).chain(articles).collect(),
            things: Some(texts_of(notice)),
        }
    }

    /// What this text says otherwise than an earlier one of purposes and services, as far as both
    /// are known.
    #[must_use]
    pub fn altered_things(&self, earlier: &Self) -> Vec<AlteredThing> {
        let both = earlier.things.as_ref().zip(self.things.as_ref());
        both.map_or_else(Vec::new, |(old, new)| altered_things(old, new))
    }

    /// The articles by their ids: a notice may have thousands.
    #[must_use]
    pub fn by_id(&self) -> HashMap<&str, &ArticleText> {
        self.articles.iter().map(|article| (article.id.as_str(), article)).collect()
    }
}

impl ArticleText {
    /// Heading, card and body, line by line.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.title).chain(&self.card).chain(&self.body).map(String::as_str)
    }
}

fn article_text(article: &Article) -> ArticleText {
    let mut card = Lines::default();
    if let Some(its) = &article.card {
        card.line(&its.headline);
        card.blocks(&its.text);
    }
    let mut body = Lines::default();
    body.blocks(&article.blocks);
    for section in &article.sections {
        body.line(&section.title);
        body.blocks(&section.blocks);
    }
    ArticleText {
        id: article.id.to_string(),
        title: one_line(words(&article.title)),
        card: card.0,
        body: body.0,
    }
}

#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(pieces) => self.line(pieces),
                Block::List(list) => list.items.iter().for_each(|item| self.blocks(item)),
                Block::Table(table) => {
                    for row in std::iter::once(&table.head).chain(&table.rows) {
                        let cells: Vec<String> = row.iter().map(|cell| words(cell)).collect();
                        self.push(cells.join(" | "));
                    }
                }
                Block::Definitions(parts) => {
                    for part in parts {
                        self.line(&part.term);
                        part.meanings.iter().for_each(|meaning| self.blocks(meaning));
                    }
                }
                Block::Quote(inner) => self.blocks(inner),
                Block::Code(text) => text.lines().for_each(|line| self.push(line.to_owned())),
                Block::Rule => {}
            }
        }
    }

    fn line(&mut self, pieces: &[Inline]) {
        self.push(words(pieces));
    }

    fn push(&mut self, text: String) {
        let line = one_line(text);
        if !line.is_empty() {
            self.0.push(line);
        }
    }
}

/// A text with single spaces between its words.
fn one_line(text: String) -> String {
    // Nearly every line is so already.
    if is_one_line(&text) {
        return text;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether that can be seen at a glance: of ASCII alone, where only a space is white. Every byte is
/// looked at, whatever the first ones are, so that a processor takes many at once.
fn is_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    let plain = bytes.iter().fold(true, |all, byte| all & (b' '..=b'~').contains(byte));
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let doubled = pairs.fold(false, |any, (one, next)| any | ((*one == b' ') & (*next == b' ')));
    plain && !doubled && !text.starts_with(' ') && !text.ends_with(' ')
}

/// The words of a line; where a link leads is told too, because a new address is a change.
fn words(line: &[Inline]) -> String {
    let mut text = String::new();
    push_words(line, &mut text);
    text
}

fn push_words(line: &[Inline], text: &mut String) {
    for piece in line {
        match piece {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                push_words(inner, text);
            }
            Inline::Link { href, content } => {
                let start = text.len();
                push_words(content, text);
                let address = href.split_once(':').map_or(&**href, |(_, rest)| rest);
                if !href.starts_with('#') && !text[start..].contains(address) {
                    text.push_str(" (");
                    text.push_str(href);
                    text.push(')');
                }
            }
            Inline::Break => text.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_one_line_already_stays_and_the_rest_becomes_one() {
        for (text, line) in [
            ("", ""),
            (" ", ""),
            ("a", "a"),
            ("a b", "a b"),
            (" a", "a"),
            ("a ", "a"),
            ("a  b", "a b"),
            ("a\tb", "a b"),
            ("a\u{b}b", "a b"),
            ("a\u{3000}é", "a é"),
        ] {
            assert_eq!(one_line(text.to_owned()), line, "{text:?}");
        }
    }
}
