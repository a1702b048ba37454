//! From a page's elements to blocks.

use std::collections::BTreeMap;

use super::super::Remark;
use super::dom::{Dom, Id};
use super::marker::Marker;
use super::region::{self, Region};
use super::tree::{Block, Definition, Inline, Kind, Paragraph, is_blank, plain};
use super::{address::Base, marker, table};

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
            let block = is_block(dom.name(*id)) || region::level(dom, *id).is_some();
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
            let is_heading = region::level(self.dom, child).is_some();
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
            "summary" if !self.holds(id) => {
                let level = (self.level + 1).clamp(2, 6);
                self.heading(id, level, blocks);
                self.level = level - 1;
            }
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

    fn list(&mut self, id: Id, depth: usize, blocks: &mut Vec<Block>) {
        let children: Vec<Id> = self.dom.children(id).filter(|child| !self.skips(*child)).collect();
        let has_heading = children.iter().any(|child| {
            self.dom
                .below(*child, &|id| self.region.skips(id))
                .any(|id| region::level(self.dom, id).is_some())
        });
        if has_heading || self.lists >= DEEPEST_LIST {
            self.headed_list(id, depth, blocks);
            return;
        }
        self.lists += 1;
        let mut start = None;
        let mut items: Vec<Vec<Block>> = Vec::new();
        let mut next = 0_u32;
        let line = self.dom.line(id);
        let finish = |start: Option<u32>, items: &mut Vec<Vec<Block>>, blocks: &mut Vec<Block>| {
            if !items.is_empty() {
                blocks
                    .push(Block { line, kind: Kind::List { start, items: std::mem::take(items) } });
            }
        };
        for child in children {
            if self.dom.name(child) != "li" {
                // What stands between items belongs to the one before it, as a browser shows it.
                let mut loose = Vec::new();
                if is_block(self.dom.name(child)) || self.holds(child) {
                    self.element(child, depth + 1, &mut loose);
                } else {
                    let mut run = Vec::new();
                    self.inline(child, &mut run, 0);
                    self.end_run(&mut run, self.dom.line(child), id, &mut loose);
                }
                if !loose.is_empty() {
                    match items.last_mut() {
                        Some(item) => item.extend(loose),
                        None => blocks.extend(loose),
                    }
                }
                continue;
            }
            self.note_ids(child);
            let mut item = self.flow(child, depth + 1);
            let (number, words) = match self.markers.get(&child) {
                Some(Marker::Number(number)) => (Some(*number), None),
                Some(Marker::Words(words)) => (None, Some(words.clone())),
                None => (None, None),
            };
            if let Some(words) = words {
                lead(&mut item, &words, self.dom.line(child));
            }
            if item.is_empty() && number.is_none() {
                continue;
            }
            if number != Some(next) || items.is_empty() {
                let goes_on = number.is_none() && start.is_none() && !items.is_empty();
                if !goes_on {
                    finish(start, &mut items, blocks);
                    start = number;
                }
            }
            next = number.map_or(0, |number| number.saturating_add(1));
            items.push(item);
        }
        finish(start, &mut items, blocks);
        self.lists -= 1;
    }

    /// A list whose items have headings is no list but a part of the document; its numbers are words of the headings.
    fn headed_list(&mut self, id: Id, depth: usize, blocks: &mut Vec<Block>) {
        for child in self.dom.children(id).collect::<Vec<_>>() {
            if self.skips(child) {
                continue;
            }
            self.note_ids(child);
            let mut inner = if self.dom.name(child).is_empty() {
                let mut run = Vec::new();
                self.inline(child, &mut run, 0);
                let mut loose = Vec::new();
                self.end_run(&mut run, self.dom.line(child), id, &mut loose);
                loose
            } else {
                self.flow(child, depth + 1)
            };
            let line = self.dom.line(child);
            match self.markers.get(&child) {
                Some(Marker::Number(number)) => lead(&mut inner, &format!("{number}."), line),
                Some(Marker::Words(words)) => lead(&mut inner, words, line),
                None => {}
            }
            blocks.extend(inner);
        }
    }

    fn definitions(&mut self, id: Id, depth: usize, blocks: &mut Vec<Block>) {
        let mut definitions: Vec<Definition> = Vec::new();
        let mut parts: Vec<Id> = Vec::new();
        for child in self.dom.children(id).filter(|child| !self.skips(*child)) {
            // Each pair may stand in an element of its own.
            if self.dom.name(child) == "div" {
                parts.extend(self.dom.children(child).filter(|child| !self.skips(*child)));
            } else {
                parts.push(child);
            }
        }
        let odd = parts.iter().any(|part| {
            let name = self.dom.name(*part);
            let blank = self.dom.text(*part).is_some_and(|text| text.trim().is_empty());
            !(blank || name == "dd" || (name == "dt" && !self.holds(*part)))
                || self.dom.below(*part, &|_| false).any(|id| region::level(self.dom, id).is_some())
        });
        let first = parts.iter().find(|part| !self.dom.name(**part).is_empty());
        if odd || first.is_none_or(|first| self.dom.name(*first) != "dt") {
            blocks.extend(self.flow(id, depth));
            return;
        }
        for part in parts {
            match self.dom.name(part) {
                "dt" => {
                    let term = self.line(part);
                    definitions.push(Definition { term, meanings: Vec::new() });
                }
                "dd" => {
                    let meaning = self.flow(part, depth + 1);
                    if let Some(last) = definitions.last_mut() {
                        last.meanings.push(meaning);
                    }
                }
                _ => {}
            }
        }
        if !definitions.is_empty() {
            blocks.push(self.block(id, Kind::Definitions(definitions)));
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

    /// All of an element as one line.
    pub(super) fn line(&mut self, id: Id) -> Vec<Inline> {
        let mut run = Vec::new();
        for child in self.dom.children(id) {
            self.inline(child, &mut run, 0);
        }
        run
    }

    /// A piece of a line, added to what stands before it.
    fn inline(&mut self, id: Id, run: &mut Vec<Inline>, depth: usize) {
        if self.skips(id) {
            return;
        }
        if let Some(text) = self.dom.text(id) {
            push_text(run, text);
            return;
        }
        let name = self.dom.name(id);
        if matches!(name, "br" | "hr") {
            run.push(Inline::Break);
            return;
        }
        if name == "img" {
            self.picture(id, run);
            return;
        }
        if depth >= DEEPEST {
            for inner in self.dom.below(id, &|id| self.region.skips(id)).collect::<Vec<_>>() {
                if let Some(text) = self.dom.text(inner) {
                    push_text(run, text);
                }
            }
            return;
        }
        // A block in a line, where the nesting became too deep for blocks, is a line of its own.
        let parted = is_block(name);
        if parted && !run.is_empty() {
            run.push(Inline::Break);
        }
        let mut inner = Vec::new();
        for child in self.dom.children(id) {
            self.inline(child, &mut inner, depth + 1);
        }
        match name {
            "b" | "strong" => wrap(run, inner, Inline::Strong),
            "em" | "i" => wrap(run, inner, Inline::Emphasis),
            "s" | "strike" | "del" => wrap(run, inner, Inline::Struck),
            "code" | "kbd" | "samp" | "tt"
                if inner.iter().all(|i| matches!(i, Inline::Text(_)))
                    && !plain(&inner).trim().is_empty() =>
            {
                run.push(Inline::Code(plain(&inner).trim().to_owned()));
            }
            "a" => self.link(id, run, inner),
            _ => run.extend(inner),
        }
        if parted {
            run.push(Inline::Break);
        }
    }

    fn picture(&mut self, id: Id, run: &mut Vec<Inline>) {
        let words = self.dom.attribute(id, "alt").unwrap_or_default();
        if words.contains(char::is_alphanumeric) {
            self.remarks.push(Remark::new(
                self.dom.line(id),
                format!(
                    "A picture stands here, which a notice cannot hold; its words are kept: “{}”",
                    words.trim()
                ),
            ));
            push_text(run, words);
        }
    }

    fn link(&mut self, id: Id, run: &mut Vec<Inline>, inner: Vec<Inline>) {
        let line = self.dom.line(id);
        let Some(href) =
            self.dom.attribute(id, "href").map(str::trim).filter(|href| !href.is_empty())
        else {
            run.extend(inner);
            return;
        };
        if href.contains("/cdn-cgi/l/email-protection")
            || self.dom.attribute(id, "data-cfemail").is_some()
        {
            self.remarks.push(Remark::new(
                line,
                "The page hides an e-mail address from programs here; write it in its place.",
            ));
            run.extend(inner);
            return;
        }
        let scripted = href.to_ascii_lowercase().starts_with("javascript:") || href == "#";
        if scripted || (is_blank(&inner) && !wordless_shows(href)) {
            if scripted {
                self.remarks.push(Remark::new(
                    line,
                    format!(
                        "The link “{}” leads to a script of the page; its words are kept.",
                        plain(&inner).trim()
                    ),
                ));
            }
            run.extend(inner);
            return;
        }
        let target = self.base.resolve(href);
        run.push(Inline::Link { target, words: inner });
    }
}

/// A link without words shows its address if that leads somewhere.
pub(super) fn wordless_shows(href: &str) -> bool {
    href.starts_with("http://") || href.starts_with("https://") || href.starts_with("mailto:")
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

/// Adds words, their blanks made one.
fn push_text(run: &mut Vec<Inline>, text: &str) {
    let mut words = String::new();
    let after_blank = match run.last() {
        None | Some(Inline::Break) => true,
        Some(Inline::Text(before)) => before.ends_with(' '),
        _ => false,
    };
    let mut blank = after_blank;
    for c in text.chars() {
        let is_blank = matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}' | '\u{b}');
        if !is_blank {
            words.push(c);
        } else if !blank {
            words.push(' ');
        }
        blank = is_blank;
    }
    if words.is_empty() {
        return;
    }
    match run.last_mut() {
        Some(Inline::Text(before)) => before.push_str(&words),
        _ => run.push(Inline::Text(words)),
    }
}

fn wrap(run: &mut Vec<Inline>, inner: Vec<Inline>, mark: fn(Vec<Inline>) -> Inline) {
    if is_blank(&inner) || inner.contains(&Inline::Break) {
        // Marks may not reach over a line's end: each line gets its own.
        for line in inner.split_inclusive(|piece| *piece == Inline::Break) {
            let (words, end) = match line.split_last() {
                Some((Inline::Break, words)) => (words, true),
                _ => (line, false),
            };
            if is_blank(words) {
                run.extend(words.iter().cloned());
            } else {
                run.push(mark(words.to_vec()));
            }
            if end {
                run.push(Inline::Break);
            }
        }
    } else {
        run.push(mark(inner));
    }
}

/// A line's words as paragraphs: two line ends in a row part them.
fn lines_of(words: Vec<Inline>) -> Vec<Vec<Inline>> {
    let mut paragraphs: Vec<Vec<Inline>> = Vec::new();
    let mut lines: Vec<Vec<Inline>> = vec![Vec::new()];
    for piece in words {
        if piece == Inline::Break {
            lines.push(Vec::new());
        } else if let Some(line) = lines.last_mut() {
            line.push(piece);
        }
    }
    let mut open: Vec<Inline> = Vec::new();
    for line in lines {
        let blank = is_blank(&line);
        let marked = marker::of_line(&line).is_some();
        if (blank || marked) && !is_blank(&open) {
            paragraphs.push(std::mem::take(&mut open));
        }
        if blank {
            continue;
        }
        if !open.is_empty() {
            open.push(Inline::Break);
        }
        open.extend(line);
    }
    if !is_blank(&open) {
        paragraphs.push(open);
    }
    paragraphs
}

/// Puts words before the first of an item.
fn lead(item: &mut Vec<Block>, words: &str, line: usize) {
    let before = Inline::Text(format!("{words} "));
    match item.first_mut().map(|block| &mut block.kind) {
        Some(Kind::Paragraph(paragraph)) => paragraph.words.insert(0, before),
        Some(Kind::Heading { words, .. }) => words.insert(0, before),
        _ => item.insert(
            0,
            Block {
                line,
                kind: Kind::Paragraph(Paragraph {
                    words: vec![Inline::Text(words.to_owned())],
                    named_heading: false,
                }),
            },
        ),
    }
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

/// Neighbouring paragraphs that begin with marks of one kind are a list that nobody marked as one.
fn gather(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut run: Vec<(Block, marker::Mark)> = Vec::new();
    for block in blocks {
        let mark = match &block.kind {
            Kind::Paragraph(paragraph) => marker::of_line(&paragraph.words),
            _ => None,
        };
        let goes_on = match (&mark, run.last()) {
            (Some(mark), Some((_, last))) => mark.follows(last),
            (_, None) => true,
            _ => false,
        };
        if !goes_on {
            end_gathering(&mut run, &mut out);
        }
        match mark {
            Some(mark) => run.push((block, mark)),
            None => {
                end_gathering(&mut run, &mut out);
                out.push(block);
            }
        }
    }
    end_gathering(&mut run, &mut out);
    out
}

fn end_gathering(run: &mut Vec<(Block, marker::Mark)>, out: &mut Vec<Block>) {
    let run = std::mem::take(run);
    let Some((first, mark)) = run.first() else { return };
    if run.len() < 2 {
        out.extend(run.into_iter().map(|(block, _)| block));
        return;
    }
    let line = first.line;
    let start = mark.number;
    let items = run
        .into_iter()
        .map(|(mut block, mark)| {
            if let Kind::Paragraph(paragraph) = &mut block.kind {
                mark.take_from(&mut paragraph.words);
            }
            vec![block]
        })
        .collect();
    out.push(Block { line, kind: Kind::List { start, items } });
}
