//! The articles of the notice's Markdown with their words: what topics are guessed from and cards are drafted from.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::words;

/// An article of the result.
#[derive(Debug, Clone, Default)]
pub(super) struct Article {
    pub(super) id: String,
    pub(super) heading: String,
    /// Where its heading's line ends, in bytes.
    pub(super) after_heading: usize,
    /// What a reader sees of it, a line for each paragraph or item, its sections' headings included.
    pub(super) text: String,
    /// Its paragraphs, and whether each is an item of a list.
    pub(super) paragraphs: Vec<(String, bool)>,
    /// Its first block is a quote that begins in bold, and with these words.
    pub(super) card: Option<String>,
}

/// All articles of the Markdown, in order.
pub(super) fn of(markdown: &str) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    let mut in_article_heading = false;
    // The blocks of the article so far, and whether the first is a quote that is still open.
    let mut blocks = 0_usize;
    let mut depth = 0_usize;
    let mut lists = 0_usize;
    let mut quote: Option<Quote> = None;
    for (event, range) in Parser::new_ext(markdown, words::result_options()).into_offset_iter() {
        if let Event::Start(Tag::Heading { level, id: Some(id), .. }) = &event
            && *level as u8 == 2
            && depth == 0
        {
            in_article_heading = true;
            blocks = 0;
            articles.push(Article {
                id: id.to_string(),
                after_heading: line_end(markdown, &range),
                ..Article::default()
            });
        }
        let Some(article) = articles.last_mut() else {
            depth = step(depth, &event);
            continue;
        };
        if depth == 0 && matches!(event, Event::Start(_)) && !in_article_heading {
            blocks += 1;
            if blocks == 1 && matches!(event, Event::Start(Tag::BlockQuote(_))) {
                quote = Some(Quote::default());
            }
        }
        depth = step(depth, &event);
        match event {
            Event::End(TagEnd::Heading(_)) => {
                in_article_heading = false;
                article.end_line();
            }
            Event::End(TagEnd::BlockQuote(_)) if depth == 0 => {
                if let Some(Quote { lead: Some(lead), .. }) = quote.take() {
                    article.card = Some(lead);
                }
            }
            Event::Start(Tag::Strong) => {
                if let Some(quote) = quote.as_mut().filter(|quote| !quote.began) {
                    quote.began = true;
                    quote.in_lead = true;
                    quote.lead = Some(String::new());
                }
            }
            Event::End(TagEnd::Strong) => {
                if let Some(quote) = &mut quote {
                    quote.in_lead = false;
                }
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some(quote) = &mut quote {
                    quote.began = true;
                    if let Some(lead) = quote.lead.as_mut().filter(|_| quote.in_lead) {
                        lead.push_str(&words);
                    }
                } else if in_article_heading {
                    article.heading.push_str(&words);
                } else {
                    article.say(&words);
                }
            }
            Event::SoftBreak | Event::HardBreak if quote.is_none() && !in_article_heading => {
                article.say(" ");
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item) if quote.is_none() => {
                article.end_paragraph(lists > 0)
            }
            Event::Start(Tag::List(_)) => {
                article.end_paragraph(lists > 0);
                lists += 1;
            }
            Event::End(TagEnd::List(_)) => lists = lists.saturating_sub(1),
            Event::End(
                TagEnd::CodeBlock
                | TagEnd::TableCell
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition,
            ) if quote.is_none() => article.end_line(),
            _ => {}
        }
    }
    articles
}

#[derive(Default)]
struct Quote {
    began: bool,
    in_lead: bool,
    lead: Option<String>,
}

impl Article {
    fn say(&mut self, words: &str) {
        self.text.push_str(words);
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn end_paragraph(&mut self, is_item: bool) {
        let from = self.text.rfind('\n').map_or(0, |at| at + 1);
        let last = self.text.get(from..).unwrap_or_default().trim();
        if !last.is_empty() {
            self.paragraphs.push((last.to_owned(), is_item));
        }
        self.end_line();
    }
}

fn step(depth: usize, event: &Event<'_>) -> usize {
    match event {
        Event::Start(_) => depth + 1,
        Event::End(_) => depth.saturating_sub(1),
        _ => depth,
    }
}

fn line_end(markdown: &str, range: &Range<usize>) -> usize {
    let rest = markdown.get(range.start..).unwrap_or_default();
    range.start + rest.find('\n').map_or(rest.len(), |at| at + 1)
}
