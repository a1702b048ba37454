//! The policy in one language: title, preamble, articles, cards; from the pieces of its Markdown.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use memchr::memmem;

use super::draft::is_draft;
use super::markdown::{Fragment, Piece, PieceKind, Reader};
use super::shown::Shown;
use super::{Diagnostic, SourceFile, identifier};
use crate::notice::{Article, Block, Card, Inline, Section, Text, plain};

pub struct Policy {
    pub title: Vec<Inline>,
    pub preamble: Article,
    pub articles: Vec<Article>,
    /// The place of each article's heading, in the articles' order.
    pub headings: Vec<Range<usize>>,
    /// The hash over all of it, to be finished with what the manifest says.
    pub shown: Shown,
}

impl Policy {
    /// What was read last is whole: another article begins, or there is no more.
    fn close_article(&mut self) {
        self.shown.article(self.articles.last().unwrap_or(&self.preamble));
    }
}

/// Reads a policy. What is wrong is in the diagnostics; without an error there is a policy.
pub fn read(file: &SourceFile) -> (Option<Policy>, Vec<Diagnostic>) {
    if file.text.trim().is_empty() {
        let error = Diagnostic::error("empty-file", &file.name, 0..0, "this file is empty")
            .help("a policy starts with its title: `# Privacy notice`");
        return (None, vec![error]);
    }
    let mut reader = Reader::new(&file.name, &file.text);
    let mut draft = Draft {
        file,
        given: given(&file.text),
        ids: HashMap::new(),
        next: HashMap::new(),
        diagnostics: Vec::new(),
    };
    let policy = draft.policy(&mut reader);
    // Without a title there are no articles, and still all is told that is wrong with the text.
    reader.by_ref().for_each(drop);
    draft.check_fragments(&reader.fragments);
    let mut diagnostics = reader.diagnostics;
    diagnostics.append(&mut draft.diagnostics);
    (policy, diagnostics)
}

/// What the owner may have given as an id, anywhere: no heading gets it by its words, though it comes
/// first.
fn given(text: &str) -> HashSet<&str> {
    // The standard library's search for two letters took a tenth of all of reading.
    let ids = memmem::find_iter(text.as_bytes(), "{#").map(|at| &text[at + 2..]);
    ids.filter_map(|rest| rest.split(['}', ' ', '\n']).next()).collect()
}

struct Draft<'a> {
    file: &'a SourceFile,
    given: HashSet<&'a str>,
    /// Every id so far, and the heading that has it.
    ids: HashMap<Text, Range<usize>>,
    /// The number that the next heading of the same words gets.
    next: HashMap<String, usize>,
    diagnostics: Vec<Diagnostic>,
}

impl Draft<'_> {
    fn policy(&mut self, pieces: &mut Reader) -> Option<Policy> {
        let title = match pieces.next() {
            Some(Piece { kind: PieceKind::Heading { level: 1, content, .. }, .. })
                if !content.is_empty() =>
            {
                content
            }
            first => {
                let span = first.map_or(0..0, |piece| first_line(&self.file.text, piece.span));
                self.diagnostics.push(
                    Diagnostic::error("no-title", &self.file.name, span, "a policy starts with its title")
                        .help("put one heading with a single # before everything else: `# Privacy notice`"),
                );
                return None;
            }
        };
        let mut policy = Policy {
            shown: Shown::new(&title, self.file.text.len()),
            title,
            preamble: Article::default(),
            articles: Vec::new(),
            headings: Vec::new(),
        };
        for Piece { span, kind } in pieces {
            match kind {
                PieceKind::Heading { level, id, content } => {
                    self.heading(&mut policy, level, id, content, span)
                }
                PieceKind::Block(block) => self.block(&mut policy, block, span),
            }
        }
        policy.close_article();
        Some(policy)
    }

    fn heading(
        &mut self,
        policy: &mut Policy,
        level: u8,
        id: Option<Text>,
        title: Vec<Inline>,
        span: Range<usize>,
    ) {
        let span = first_line(&self.file.text, span);
        if level == 1 {
            self.diagnostics.push(
                Diagnostic::error("second-title", &self.file.name, span, "a policy has one title")
                    .help("make this an article with ##, or a section with ###"),
            );
            return;
        }
        if plain(&title).trim().is_empty() {
            self.diagnostics.push(
                Diagnostic::error(
                    "empty-heading",
                    &self.file.name,
                    span,
                    "this heading has no words",
                )
                .help("write its words, or take it out"),
            );
            return;
        }
        let id = self.id(id, &title, span.clone());
        if level == 2 {
            policy.close_article();
            policy.articles.push(Article { id, title, ..Article::default() });
            policy.headings.push(span);
        } else {
            let article = policy.articles.last_mut().unwrap_or(&mut policy.preamble);
            article.sections.push(Section { id, level, title, blocks: Vec::new() });
        }
    }

    fn block(&mut self, policy: &mut Policy, block: Block, span: Range<usize>) {
        let in_article = !policy.articles.is_empty();
        let article = policy.articles.last_mut().unwrap_or(&mut policy.preamble);
        let opens = in_article
            && article.card.is_none()
            && article.blocks.is_empty()
            && article.sections.is_empty();
        match block {
            Block::Quote(blocks) if opens && is_card(&blocks) => {
                let card = card(blocks);
                if is_draft(&card) {
                    self.diagnostics.push(
                        Diagnostic::warning(
                            "card-draft",
                            &self.file.name,
                            first_line(&self.file.text, span.clone()),
                            "this card was drafted from the article's own words",
                        )
                        .help("read card and article; say it in your words if need be, and take “Draft:” away"),
                    );
                }
                if card.text.is_empty() {
                    self.diagnostics.push(
                        Diagnostic::warning(
                            "bare-card",
                            &self.file.name,
                            span,
                            "this card is only a headline",
                        )
                        .help(
                            "say in one to three sentences what the article means for the visitor",
                        ),
                    );
                }
                article.card = Some(card);
            }
            block => match article.sections.last_mut() {
                Some(section) => section.blocks.push(block),
                None => article.blocks.push(block),
            },
        }
    }

    /// The owner's id, or one made of the heading's words; unlike every other.
    fn id(&mut self, given: Option<Text>, title: &[Inline], span: Range<usize>) -> Text {
        let id = match given {
            Some(id) => {
                if let Some(fault) = identifier::fault(&id) {
                    self.diagnostics.push(
                        Diagnostic::error("bad-id", &self.file.name, span.clone(), fault)
                            .label(format!("`{id}` is the id")),
                    );
                }
                if let Some(earlier) = self.ids.get(&id) {
                    let line = self.file.text[..earlier.start].matches('\n').count() + 1;
                    self.diagnostics.push(
                        Diagnostic::error(
                            "duplicate",
                            &self.file.name,
                            span.clone(),
                            format!("the id `{id}` is used twice"),
                        )
                        .help(format!(
                            "line {line} has it already; a deep link must lead to one place"
                        )),
                    );
                }
                id
            }
            None => self.made_id(title),
        };
        // The first keeps it: a second one is an error that names it.
        self.ids.entry(id.clone()).or_insert(span);
        id
    }

    fn made_id(&mut self, title: &[Inline]) -> Text {
        let slug = identifier::slug(&plain(title));
        let base = match identifier::fault(&slug) {
            None if slug.bytes().any(|b| b.is_ascii_lowercase()) => slug,
            _ => format!("section-{}", self.ids.len() + 1),
        };
        let is_taken = |id: &str| self.ids.contains_key(id) || self.given.contains(id);
        if !is_taken(&base) {
            return base.into();
        }
        let next = self.next.entry(base.clone()).or_insert(2);
        loop {
            let id = format!("{base}-{next}");
            *next += 1;
            if !is_taken(&id) {
                return id.into();
            }
        }
    }

    fn check_fragments(&mut self, fragments: &[Fragment]) {
        for fragment in fragments {
            if &*fragment.id == "choices" || self.ids.contains_key(&fragment.id) {
                continue;
            }
            let message = format!("no article or section is called `{}`", fragment.id);
            let error = Diagnostic::error(
                "unknown-fragment",
                &self.file.name,
                fragment.span.clone(),
                message,
            );
            let mut known: Vec<&str> = self.ids.keys().map(|id| &**id).collect();
            // Of two that are equally near, the same one each time.
            known.sort_unstable();
            let near = identifier::nearest(&fragment.id, known);
            self.diagnostics.push(match near {
                Some(near) => error.label(format!("did you mean `#{near}`?")),
                None => error.help("name the heading that you mean: `## Cookies {#cookies}`"),
            });
        }
    }
}

/// A card is a quote that opens an article and starts with a bold lead.
fn is_card(quote: &[Block]) -> bool {
    matches!(quote.first(), Some(Block::Paragraph(line)) if matches!(line.first(), Some(Inline::Strong(_))))
}

fn card(quote: Vec<Block>) -> Card {
    let mut blocks = quote.into_iter();
    let mut line = match blocks.next() {
        Some(Block::Paragraph(line)) => line.into_iter(),
        _ => Vec::new().into_iter(),
    };
    let headline = match line.next() {
        Some(Inline::Strong(headline)) => headline,
        _ => Vec::new(),
    };
    let mut rest: Vec<Inline> = line.collect();
    if let Some(Inline::Text(text)) = rest.first_mut() {
        *text = text.trim_start().into();
    }
    rest.retain(|piece| !matches!(piece, Inline::Text(text) if text.is_empty()));
    let text = (!rest.is_empty()).then_some(Block::Paragraph(rest));
    Card { headline, text: text.into_iter().chain(blocks).collect() }
}

/// The first line of a place: a heading's range ends with its newline, a block's with the block.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let line = text.get(span.clone()).and_then(|piece| piece.lines().next()).map_or(0, str::len);
    span.start..span.start + line
}
