//! Markdown as a block tree with places. No HTML comes through: what is not words is refused.

use std::iter::Peekable;
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

pub struct Read {
    pub pieces: Vec<Piece>,
    pub fragments: Vec<Fragment>,
    pub diagnostics: Vec<Diagnostic>,
}

pub fn read(file: &str, text: &str) -> Read {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut reader = Reader {
        file,
        events: Parser::new_ext(text, options).into_offset_iter().peekable(),
        depth: 0,
        words: String::new(),
        fragments: Vec::new(),
        diagnostics: Vec::new(),
    };
    let pieces = reader.pieces();
    Read { pieces, fragments: reader.fragments, diagnostics: reader.diagnostics }
}

struct Reader<'a> {
    file: &'a str,
    events: Peekable<OffsetIter<'a>>,
    depth: usize,
    /// The words that are being read: one room for all lines.
    words: String,
    fragments: Vec<Fragment>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    fn error(
        &mut self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: &str,
    ) {
        self.diagnostics.push(Diagnostic::error(code, self.file, span, message).help(help));
    }

    fn pieces(&mut self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        while let Some((event, span)) = self.events.next() {
            if let Event::Start(Tag::Heading { level, id, .. }) = event {
                let id = id.map(|id| Text::from(&*id));
                let content = self.inlines();
                pieces.push(Piece {
                    span,
                    kind: PieceKind::Heading { level: level as u8, id, content },
                });
            } else if let Some(block) = self.block(event, span.clone()) {
                pieces.push(Piece { span, kind: PieceKind::Block(block) });
            }
        }
        pieces
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
        let mut blocks = Vec::new();
        loop {
            match self.events.peek() {
                None => return blocks,
                Some((Event::End(_), _)) => {
                    self.events.next();
                    return blocks;
                }
                Some((event, _)) if is_inline(event) => {
                    let content = self.inline_run();
                    if !content.is_empty() {
                        blocks.push(Block::Paragraph(content));
                    }
                }
                Some(_) => {
                    if let Some((event, span)) = self.events.next() {
                        blocks.extend(self.block(event, span));
                    }
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
        let content = self.inline_run();
        self.events.next();
        content
    }

    /// Inline content up to the next event that is not inline.
    fn inline_run(&mut self) -> Vec<Inline> {
        let words = std::mem::take(&mut self.words);
        let mut line = Line { pieces: Vec::new(), words, break_due: false };
        while let Some((event, span)) = self.events.next_if(|(event, _)| is_inline(event)) {
            match event {
                Event::Text(text) => line.words(&text),
                Event::Code(code) => line.push(Inline::Code((&*code).into())),
                Event::SoftBreak => line.soft_break(),
                Event::HardBreak => line.push(Inline::Break),
                Event::InlineHtml(_) => self.raw_html(span),
                Event::Start(tag) => {
                    if self.depth >= DEPTH_LIMIT {
                        self.too_deep(span, "take some of the marks away");
                        continue;
                    }
                    self.depth += 1;
                    let piece = self.marked(tag, span);
                    self.depth -= 1;
                    if let Some(piece) = piece {
                        line.push(piece);
                    }
                }
                _ => {}
            }
        }
        line.flush();
        self.words = line.words;
        line.pieces
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

fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineHtml(_)
        | Event::SoftBreak
        | Event::HardBreak => true,
        _ => false,
    }
}

/// A line being put together: neighbouring words become one text.
struct Line {
    pieces: Vec<Inline>,
    words: String,
    break_due: bool,
}

impl Line {
    fn words(&mut self, text: &str) {
        self.settle_break(text.chars().next());
        self.words.push_str(text);
    }

    /// A line end in the source is a space, but for scripts that write without spaces.
    fn soft_break(&mut self) {
        self.break_due = true;
    }

    fn push(&mut self, piece: Inline) {
        self.settle_break(None);
        self.flush();
        self.pieces.push(piece);
    }

    fn settle_break(&mut self, next: Option<char>) {
        if std::mem::take(&mut self.break_due) {
            let unspaced = |c: Option<char>| c.is_some_and(is_unspaced);
            if !(unspaced(self.words.chars().last()) && unspaced(next)) {
                self.words.push(' ');
            }
        }
    }

    fn flush(&mut self) {
        if !self.words.is_empty() {
            self.pieces.push(Inline::Text(self.words.as_str().into()));
            self.words.clear();
        }
    }
}

/// Scripts that put no space between words: Chinese and Japanese, with their punctuation.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}
