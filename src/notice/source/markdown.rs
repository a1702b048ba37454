//! Markdown as a block tree with places. No HTML comes through: what is not words is refused.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};

use super::{Diagnostic, address};
use crate::notice::{Block, Definition, Inline, List, Table, Text};

/// How deep blocks and inline marks may nest. A policy needs five or six; a tree that is deeper
/// was made to hurt whoever walks it.
const DEPTH_LIMIT: usize = 32;

/// A top-level piece of a Markdown file, with its place.
pub struct Piece {
    pub span: Range<usize>,
    pub kind: PieceKind,
}

pub enum PieceKind {
    Heading { level: u8, id: Option<Text>, content: Vec<Inline> },
    Block(Block),
}

/// A link to a fragment, to be held against the ids once all are known.
pub struct Fragment {
    pub id: Text,
    pub span: Range<usize>,
}

/// Reads a Markdown file piece by piece. What it finds on the way is whole when the pieces are.
pub struct Reader<'a> {
    file: &'a str,
    events: OffsetIter<'a>,
    depth: usize,
    /// The words, parts and blocks that are being read: one room each for all lines and containers.
    /// Those of an inner one lie above those of the outer, until they are taken off in one piece.
    words: String,
    parts: Vec<Inline>,
    blocks: Vec<Block>,
    pub fragments: Vec<Fragment>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Iterator for Reader<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            let (event, span) = self.events.next()?;
            if let Event::Start(Tag::Heading { level, id, .. }) = event {
                let id = id.map(|id| Text::from(&*id));
                let content = self.inlines();
                let kind = PieceKind::Heading { level: level as u8, id, content };
                return Some(Piece { span, kind });
            } else if let Some(block) = self.block(event, span.clone()) {
                return Some(Piece { span, kind: PieceKind::Block(block) });
            }
        }
    }
}

impl<'a> Reader<'a> {
    pub fn new(file: &'a str, text: &'a str) -> Self {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_HEADING_ATTRIBUTES;
        Self {
            file,
            events: Parser::new_ext(text, options).into_offset_iter(),
            depth: 0,
            words: String::new(),
            parts: Vec::new(),
            blocks: Vec::new(),
            fragments: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    fn error(
        &mut self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: &str,
    ) {
        self.diagnostics.push(Diagnostic::error(code, self.file, span, message).help(help));
    }

    /// The block that starts with this event, read to its end.
    fn block(&mut self, event: Event<'a>, span: Range<usize>) -> Option<Block> {
        match event {
            Event::Rule => Some(Block::Rule),
            Event::Start(tag) => {
                if self.depth >= DEPTH_LIMIT {
                    self.too_deep(
                        span,
                        "a reader is lost long before; make it a section of its own",
                    );
                    return None;
                }
                self.depth += 1;
                let block = self.container(tag, span);
                self.depth -= 1;
                block
            }
            Event::Html(_) => {
                self.raw_html(span);
                None
            }
            _ => None,
        }
    }

    fn container(&mut self, tag: Tag<'a>, span: Range<usize>) -> Option<Block> {
        match tag {
            Tag::Paragraph => {
                let content = self.inlines();
                (!content.is_empty()).then_some(Block::Paragraph(content))
            }
            Tag::BlockQuote(_) => Some(Block::Quote(self.blocks())),
            Tag::CodeBlock(_) => Some(Block::Code(self.verbatim())),
            Tag::List(start) => Some(Block::List(self.list(start))),
            Tag::Table(_) => Some(Block::Table(self.table())),
            Tag::DefinitionList => Some(Block::Definitions(self.definitions())),
            Tag::HtmlBlock => {
                self.raw_html(span);
                self.skip();
                None
            }
            Tag::Heading { .. } => {
                self.error(
                    "nested-heading",
                    span,
                    "a heading cannot stand inside a list or a quotation",
                    "make it bold, or end the list before it",
                );
                self.skip();
                None
            }
            _ => {
                self.skip();
                None
            }
        }
    }

    /// Blocks up to the end of the container that is open now. Bare inline content, as in a tight
    /// list item, becomes a paragraph.
    fn blocks(&mut self) -> Vec<Block> {
        let first = self.blocks.len();
        loop {
            let (content, next) = self.line();
            if !content.is_empty() {
                self.blocks.push(Block::Paragraph(content));
            }
            match next {
                None | Some((Event::End(_), _)) => return self.blocks.split_off(first),
                Some((event, span)) => {
                    let block = self.block(event, span);
                    self.blocks.extend(block);
                }
            }
        }
    }

    fn list(&mut self, start: Option<u64>) -> List {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks()),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        List { start: start.map(|start| u32::try_from(start).unwrap_or(u32::MAX)), items }
    }

    fn table(&mut self) -> Table {
        let mut table = Table { head: Vec::new(), rows: Vec::new() };
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => table.head = self.cells(),
                Event::Start(Tag::TableRow) => {
                    let row = self.cells();
                    table.rows.push(row);
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        table
    }

    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(self.inlines()),
                Event::End(_) => break,
                _ => {}
            }
        }
        cells
    }

    fn definitions(&mut self) -> Vec<Definition> {
        let mut definitions: Vec<Definition> = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    definitions.push(Definition { term: self.inlines(), meanings: Vec::new() });
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let meaning = self.blocks();
                    if let Some(definition) = definitions.last_mut() {
                        definition.meanings.push(meaning);
                    }
                }
                Event::End(TagEnd::DefinitionList) => break,
                _ => {}
            }
        }
        definitions
    }

    fn verbatim(&mut self) -> Text {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                Event::End(_) => break,
                _ => {}
            }
        }
        text.trim_end().into()
    }

    /// Inline content up to and with the end of the element that is open now.
    fn inlines(&mut self) -> Vec<Inline> {
        self.line().0
    }

    /// Inline content up to the next event that is not inline, and that event.
    fn line(&mut self) -> (Vec<Inline>, Option<Placed<'a>>) {
        let mut line =
            Line { first_word: self.words.len(), first_part: self.parts.len(), break_due: false };
        let next = self.run(&mut line);
        self.flush(&line);
        (self.parts.split_off(line.first_part), next)
    }

    fn run(&mut self, line: &mut Line) -> Option<Placed<'a>> {
        loop {
            match self.events.next() {
                Some((Event::Text(text), _)) => self.words(line, &text),
                Some((Event::Code(code), _)) => self.push(line, Inline::Code((&*code).into())),
                // A line end in the source is a space, but for scripts that write without spaces.
                Some((Event::SoftBreak, _)) => line.break_due = true,
                Some((Event::HardBreak, _)) => self.push(line, Inline::Break),
                Some((Event::InlineHtml(_), span)) => self.raw_html(span),
                Some((Event::Start(tag), span)) if is_inline(&tag) => {
                    if self.depth >= DEPTH_LIMIT {
                        self.too_deep(span, "take some of the marks away");
                        continue;
                    }
                    self.depth += 1;
                    let part = self.marked(tag, span);
                    self.depth -= 1;
                    if let Some(part) = part {
                        self.push(line, part);
                    }
                }
                next => return next,
            }
        }
    }

    fn words(&mut self, line: &mut Line, text: &str) {
        self.settle_break(line, text);
        self.words.push_str(text);
    }

    fn push(&mut self, line: &mut Line, part: Inline) {
        self.settle_break(line, "");
        self.flush(line);
        self.parts.push(part);
    }

    fn settle_break(&mut self, line: &mut Line, next: &str) {
        if std::mem::take(&mut line.break_due) {
            let before = &self.words[line.first_word..];
            if !(before.ends_with(is_unspaced) && next.starts_with(is_unspaced)) {
                self.words.push(' ');
            }
        }
    }

    /// Neighbouring words become one text.
    fn flush(&mut self, line: &Line) {
        let words = &self.words[line.first_word..];
        if !words.is_empty() {
            self.parts.push(Inline::Text(words.into()));
            self.words.truncate(line.first_word);
        }
    }

    fn marked(&mut self, tag: Tag<'a>, span: Range<usize>) -> Option<Inline> {
        match tag {
            Tag::Strong => Some(Inline::Strong(self.inlines())),
            Tag::Emphasis => Some(Inline::Emphasis(self.inlines())),
            Tag::Strikethrough => Some(Inline::Struck(self.inlines())),
            Tag::Link { link_type, dest_url, .. } => {
                let href: Text = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}").into(),
                    _ => (&*dest_url).into(),
                };
                let content = self.inlines();
                if let Some(fault) = address::fault(&href) {
                    self.error("bad-link", span, fault, address::HELP);
                    return None;
                }
                if let Some(id) = href.strip_prefix('#') {
                    self.fragments.push(Fragment { id: id.into(), span: span.clone() });
                }
                if content.is_empty() {
                    self.diagnostics.push(
                        Diagnostic::warning("empty-link", self.file, span, "this link has no text")
                            .help("its address is shown in place of it; write what it leads to"),
                    );
                }
                Some(Inline::Link { href, content })
            }
            Tag::Image { .. } => {
                self.error(
                    "picture",
                    span,
                    "a notice cannot hold a picture",
                    "a picture would be a request; say it in words, or link to it",
                );
                self.skip();
                None
            }
            _ => {
                self.skip();
                None
            }
        }
    }

    /// Refuses the element that is open now, and passes over it.
    fn too_deep(&mut self, span: Range<usize>, help: &str) {
        let message = format!("this is nested more than {DEPTH_LIMIT} levels deep");
        self.error("too-deep", span, message, help);
        self.skip();
    }

    fn raw_html(&mut self, span: Range<usize>) {
        self.error(
            "raw-html",
            span,
            "raw HTML is refused",
            "write it as Markdown, or put a backslash before the `<` if you mean the character",
        );
    }

    /// Passes over everything up to the end of the element that is open now.
    fn skip(&mut self) {
        let mut open = 1;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            if open == 0 {
                return;
            }
        }
    }
}

fn is_inline(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// An event and its place.
type Placed<'a> = (Event<'a>, Range<usize>);

/// A line being put together: where its words and parts begin in the reader's.
struct Line {
    first_word: usize,
    first_part: usize,
    break_due: bool,
}

/// Scripts that put no space between words: Chinese and Japanese, with their punctuation.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}
