//! A policy read once more, for checks: its words with their places. The notice itself keeps no
//! places, because no visitor needs them.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::notice::source::{Edition, SourceFile};
use crate::notice::{Notice, plain};

/// A policy in one language.
pub struct Reading {
    /// The file's name.
    pub file: String,
    /// The language's tag.
    pub lang: String,
    /// What stands before the first article, then the articles, in order.
    pub articles: Vec<ArticleReading>,
}

/// An article; the preamble is one without id and title.
#[derive(Default)]
pub struct ArticleReading {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// The place of its heading.
    pub heading: Range<usize>,
    /// Its card's text.
    pub card: Vec<Passage>,
    /// Its text without the card: paragraphs, list items, cells, the headings of its sections.
    pub passages: Vec<Passage>,
    /// The links in it, its card's among them.
    pub links: Vec<Link>,
}

/// A run of words that belongs together.
#[derive(Default)]
pub struct Passage {
    /// The words.
    pub text: String,
    /// It is a heading and no sentence.
    pub is_heading: bool,
    /// Where pieces of `text` come from: the offset in it, the place in the source.
    pieces: Vec<(usize, Range<usize>)>,
}

/// A link.
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// What is read of it.
    pub text: String,
    /// Its place.
    pub span: Range<usize>,
}

impl Passage {
    fn add(&mut self, text: &str, span: Range<usize>) {
        self.pieces.push((self.text.len(), span));
        self.text.push_str(text);
    }

    fn source(&self, offset: usize) -> usize {
        let after = self.pieces.partition_point(|(from, _)| *from <= offset);
        let piece = after.checked_sub(1).and_then(|at| self.pieces.get(at));
        piece.map_or(0, |(from, span)| (span.start + (offset - from)).min(span.end))
    }

    /// The place of a part of the text.
    #[must_use]
    pub fn span(&self, part: Range<usize>) -> Range<usize> {
        let start = self.source(part.start);
        // The last character's place, and past it: the end of a part may open another piece.
        let last = self.text[..part.end].char_indices().next_back().map_or(0, |(at, _)| at);
        let end = self.source(last) + (part.end - last);
        start..end.max(start)
    }

    /// The place of all of it.
    #[must_use]
    pub fn whole(&self) -> Range<usize> {
        self.span(0..self.text.len())
    }
}

impl Reading {
    /// Reads the policy of an edition.
    #[must_use]
    pub fn of(edition: &Edition, file: &SourceFile) -> Self {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_HEADING_ATTRIBUTES;
        let mut reader = Reader {
            notice: &edition.notice,
            articles: Vec::new(),
            article: ArticleReading::default(),
            open: Passage::default(),
            quotes: 0,
            in_card: false,
        };
        for (event, span) in Parser::new_ext(&file.text, options).into_offset_iter() {
            reader.take(event, span);
        }
        reader.close();
        reader.articles.push(reader.article);
        let lang = edition.notice.lang.to_string();
        Self { file: file.name.clone(), lang, articles: reader.articles }
    }

    /// The articles by their ids: a notice may have thousands.
    #[must_use]
    pub fn by_id(&self) -> HashMap<&str, &ArticleReading> {
        self.articles.iter().map(|article| (article.id.as_str(), article)).collect()
    }
}

struct Reader<'a> {
    notice: &'a Notice,
    articles: Vec<ArticleReading>,
    article: ArticleReading,
    open: Passage,
    quotes: usize,
    in_card: bool,
}

impl Reader<'_> {
    fn take(&mut self, event: Event, span: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.close();
                if level == HeadingLevel::H2 {
                    self.next_article(span);
                }
                self.open.is_heading = true;
            }
            Event::End(TagEnd::Heading(level)) => {
                // Titles are in the notice; a section's heading is a passage of its article.
                if level <= HeadingLevel::H2 {
                    self.open = Passage::default();
                }
                self.close();
            }
            Event::Start(Tag::BlockQuote(_)) => {
                self.close();
                self.in_card |= self.quotes == 0 && self.opens_with_card();
                self.quotes += 1;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                self.close();
                self.quotes -= 1;
                self.in_card &= self.quotes > 0;
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                let href = format!("{scheme}{dest_url}");
                self.article.links.push(Link { href, text: String::new(), span });
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(link) = self.article.links.last_mut()
                    && link.span.start <= span.start
                    && span.end <= link.span.end
                {
                    link.text.push_str(&text);
                }
                self.open.add(&text, span);
            }
            Event::SoftBreak | Event::HardBreak if !self.open.text.ends_with(is_unspaced) => {
                self.open.add(" ", span);
            }
            Event::Start(tag) if is_block(&tag) => self.close(),
            Event::End(end) if is_block_end(end) => self.close(),
            _ => {}
        }
    }

    /// What has been read so far is an article; another begins with this heading.
    fn next_article(&mut self, heading: Range<usize>) {
        let known = self.notice.articles.get(self.articles.len());
        let next = ArticleReading {
            id: known.map(|article| article.id.to_string()).unwrap_or_default(),
            title: known.map(|article| plain(&article.title)).unwrap_or_default(),
            heading: heading.start..heading.end.max(heading.start + 1) - 1,
            ..ArticleReading::default()
        };
        self.articles.push(std::mem::replace(&mut self.article, next));
    }

    /// Whether a quote that starts here is the article's card.
    fn opens_with_card(&self) -> bool {
        let at = self.articles.len().checked_sub(1);
        let article = at.and_then(|at| self.notice.articles.get(at));
        article.is_some_and(|article| article.card.is_some())
            && self.article.passages.is_empty()
            && self.article.card.is_empty()
    }

    /// What is open is a passage now.
    fn close(&mut self) {
        let passage = std::mem::take(&mut self.open);
        if passage.text.trim().is_empty() {
            return;
        }
        if self.in_card {
            self.article.card.push(passage);
        } else {
            self.article.passages.push(passage);
        }
    }
}

fn is_block(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Item
            | Tag::List(_)
            | Tag::CodeBlock(_)
            | Tag::TableCell
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
    )
}

fn is_block_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::List(_)
            | TagEnd::CodeBlock
            | TagEnd::TableCell
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
    )
}

/// Scripts that put no space between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}
