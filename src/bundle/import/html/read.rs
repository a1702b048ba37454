//! From a page's elements to blocks.

mod line;
mod lists;
mod paragraphs;

use std::collections::BTreeMap;

use super::super::Remark;
use super::dom::{Dom, Id};
use super::marker::Marker;
use super::region::{self, Region};
use super::tree::{Block, Inline, Kind, Paragraph, is_blank};
use super::{address::Base, table};
pub(super) use line::wordless_shows;
use paragraphs::{gather, lines_of};

/// Elements nested deeper than this are read as if they stood in the one above.
const DEEPEST: usize = 60;

/// Lists nest no deeper than this.
const DEEPEST_LIST: usize = 6;

/// What has a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "optgroup"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Reads the blocks of a policy.
pub(super) struct Reader<'a> {
    pub(super) dom: &'a Dom,
    pub(super) region: &'a Region,
    pub(super) base: &'a Base,
    /// Per node: it holds a block.
    holds_block: Vec<bool>,
    /// Ids of elements that began, with no word since.
    pending: Vec<String>,
    /// The rank of the last heading.
    level: u8,
    lists: usize,
    /// What is read stands outside of the policy.
    anywhere: bool,
    /// What numbered lists show before their items.
    markers: BTreeMap<Id, Marker>,
    pub(super) remarks: Vec<Remark>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        dom: &'a Dom,
        region: &'a Region,
        base: &'a Base,
        markers: BTreeMap<Id, Marker>,
    ) -> Reader<'a> {
        let mut holds_block = vec![false; dom.len()];
        let order: Vec<Id> = dom.below(region.top, &|_| false).collect();
        for id in order.iter().rev() {
            let holds = holds_block.get(*id).copied().unwrap_or(false);
            let block =
                is_block(dom.name(*id)) || region::level(dom, *id).is_some() || region.is_door(*id);
            if let Some(above) = dom.parent(*id).and_then(|parent| holds_block.get_mut(parent)) {
                *above |= (block || holds) && !region.skips(*id);
            }
        }
        Reader {
            dom,
            region,
            base,
            holds_block,
            pending: Vec::new(),
            level: 1,
            lists: 0,
            anywhere: false,
            markers,
            remarks: Vec::new(),
        }
    }

    /// All blocks of the policy, the page's heading first.
    pub(super) fn policy(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        if let Some(title) = self.region.title {
            let words = self.line(title);
            blocks.push(Block {
                line: self.dom.line(title),
                kind: Kind::Heading { level: 1, ids: Vec::new(), words },
            });
        }
        blocks.extend(self.flow(self.region.top, 0));
        blocks
    }

    /// The words of an element outside of the policy.
    pub(super) fn words_of(&mut self, id: Id) -> Vec<Inline> {
        self.anywhere = true;
        let words = self.line(id);
        self.anywhere = false;
        words
    }

    /// The blocks of an element outside of the policy.
    pub(super) fn blocks_of(&mut self, id: Id) -> Vec<Block> {
        self.anywhere = true;
        let blocks = self.flow(id, 0);
        self.anywhere = false;
        blocks
    }

    fn skips(&self, id: Id) -> bool {
        !self.anywhere && self.region.skips(id)
    }

    fn block(&self, id: Id, kind: Kind) -> Block {
        Block { line: self.dom.line(id), kind }
    }

    /// The blocks inside of an element.
    pub(super) fn flow(&mut self, id: Id, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut run = Vec::new();
        let mut run_line = self.dom.line(id);
        for child in self.dom.children(id) {
            if self.skips(child) {
                continue;
            }
            let name = self.dom.name(child);
            let is_heading = region::level(self.dom, child).is_some() || self.region.is_door(child);
            let holds_block = self.holds_block.get(child).copied().unwrap_or(false);
            if is_block(name) || is_heading || (holds_block && depth < DEEPEST) {
                self.end_run(&mut run, run_line, id, &mut blocks);
                self.note_ids(child);
                if depth >= DEEPEST {
                    let line = self.line(child);
                    blocks.extend(self.paragraphs(child, line));
                } else {
                    self.element(child, depth + 1, &mut blocks);
                }
                run_line = self.dom.line(child);
            } else {
                if run.is_empty() {
                    run_line = self.dom.line(child);
                }
                self.inline(child, &mut run, 0);
            }
        }
        self.end_run(&mut run, run_line, id, &mut blocks);
        gather(blocks)
    }

    fn end_run(&mut self, run: &mut Vec<Inline>, line: usize, parent: Id, blocks: &mut Vec<Block>) {
        let words = std::mem::take(run);
        if !is_blank(&words) {
            self.pending.clear();
            let named_heading = named_heading(self.dom, parent);
            blocks.extend(lines_of(words).into_iter().map(|words| Block {
                line,
                kind: Kind::Paragraph(Paragraph { words, named_heading }),
            }));
        }
    }

    fn paragraphs(&mut self, id: Id, words: Vec<Inline>) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.end_run(&mut words.clone(), self.dom.line(id), id, &mut blocks);
        blocks
    }

    fn element(&mut self, id: Id, depth: usize, blocks: &mut Vec<Block>) {
        if let Some(level) = region::level(self.dom, id) {
            self.heading(id, level, blocks);
            return;
        }
        match self.dom.name(id) {
            "p" | "address" | "figcaption" | "caption" | "legend" | "dt" if !self.holds(id) => {
                let words = self.line(id);
                blocks.extend(self.paragraphs(id, words));
            }
            "hr" => blocks.push(self.block(id, Kind::Rule)),
            "summary" if !self.holds(id) => self.head(id, blocks),
            _ if self.region.is_door(id) => self.head(id, blocks),
            "ul" | "ol" | "menu" | "dir" => self.list(id, depth, blocks),
            "dl" => self.definitions(id, depth, blocks),
            "table" => table::read(self, id, depth, blocks),
            "blockquote" => {
                let inner = self.flow(id, depth);
                if !inner.is_empty() {
                    // A heading in a quote is a line of it.
                    let inner = inner.into_iter().map(unheaded).collect();
                    blocks.push(self.block(id, Kind::Quote(inner)));
                }
            }
            "pre" => self.preformatted(id, blocks),
            _ => blocks.extend(self.flow(id, depth)),
        }
    }

    fn holds(&self, id: Id) -> bool {
        self.holds_block.get(id).copied().unwrap_or(false)
    }

    fn heading(&mut self, id: Id, level: u8, blocks: &mut Vec<Block>) {
        for inner in
            self.dom.below(id, &|inner| self.region.skips(inner)).skip(1).collect::<Vec<_>>()
        {
            self.note_ids(inner);
        }
        let words: Vec<Inline> = self.line(id);
        if is_blank(&words) {
            return;
        }
        self.level = level;
        let ids = std::mem::take(&mut self.pending);
        blocks.push(self.block(id, Kind::Heading { level, ids, words }));
    }

    /// The head of a part that opens and closes, below the last heading.
    fn head(&mut self, id: Id, blocks: &mut Vec<Block>) {
        let level = (self.level + 1).clamp(2, 6);
        self.heading(id, level, blocks);
        self.level = level - 1;
    }

    fn note_ids(&mut self, id: Id) {
        let name = self.dom.attribute(id, "name").filter(|_| self.dom.name(id) == "a");
        for id in [self.dom.attribute(id, "id"), name].into_iter().flatten() {
            // A page that Sudare wrote has ids of the view's own.
            let is_views = id.starts_with("sudare-");
            if !id.is_empty() && !is_views && self.pending.len() < 16 {
                self.pending.push(id.to_owned());
            }
        }
    }

    fn preformatted(&mut self, id: Id, blocks: &mut Vec<Block>) {
        let skip = |id: Id| self.region.skips(id);
        let mut text = String::new();
        for inner in self.dom.below(id, &skip) {
            match self.dom.name(inner) {
                "br" => text.push('\n'),
                "" => text.push_str(self.dom.text(inner).unwrap_or_default()),
                _ => {}
            }
        }
        if !text.trim().is_empty() {
            self.pending.clear();
            blocks.push(
                self.block(id, Kind::Code(text.trim_end().trim_start_matches('\n').to_owned())),
            );
        }
    }
}

/// The element is named a heading, as pages without heading elements do.
fn named_heading(dom: &Dom, id: Id) -> bool {
    let class = dom.attribute(id, "class").unwrap_or_default().to_lowercase();
    let names = class.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>();
    ["title", "heading", "headline", "head", "ttl", "midashi", "subtitle", "subject", "caption"]
        .iter()
        .any(|word| names.contains(word))
        || class.contains("heading")
        || class.contains("-title")
        || class.contains("_title")
}

fn unheaded(block: Block) -> Block {
    match block.kind {
        Kind::Heading { words, .. } => Block {
            line: block.line,
            kind: Kind::Paragraph(Paragraph {
                words: vec![Inline::Strong(words)],
                named_heading: false,
            }),
        },
        _ => block,
    }
}
