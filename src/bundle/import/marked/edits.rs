//! What has to change inside the blocks, found in one walk: links, pictures, tags, headings inside of quotes.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::super::words::{self, Lines};
use super::super::{Remark, escape, links};
use super::blocks::{Block, Kind};
use super::keeps_link;

/// The changes to a Markdown text, in order, and what was remarked on the way.
pub(super) struct Edits<'a> {
    text: &'a str,
    edits: Vec<(Range<usize>, String)>,
    pub(super) remarks: Vec<Remark>,
    /// Brackets that are text by now, in the block that is being read. Once a link beside them is none, they could be.
    brackets: Vec<usize>,
    unlinked: bool,
}

/// A link or a picture whose end has not come yet.
struct Open {
    range: Range<usize>,
    link_type: LinkType,
    target: String,
    picture: bool,
    words_end: usize,
    words: String,
    broken: bool,
}

impl<'a> Edits<'a> {
    /// All changes that a notice with these ids asks for.
    pub(super) fn of(text: &'a str, lines: &Lines, ids: &dyn Fn(&str) -> bool) -> Edits<'a> {
        let mut edits = Edits {
            text,
            edits: Vec::new(),
            remarks: Vec::new(),
            brackets: Vec::new(),
            unlinked: false,
        };
        let mut open: Vec<Open> = Vec::new();
        let mut depth = 0_usize;
        for (event, range) in Parser::new_ext(text, words::source_options()).into_offset_iter() {
            let line = lines.at(range.start);
            let ends_link = matches!(event, Event::End(TagEnd::Link | TagEnd::Image));
            if let Some(link) = open.last_mut().filter(|_| !ends_link) {
                link.words_end = link.words_end.max(range.end);
                link.broken = matches!(event, Event::SoftBreak | Event::HardBreak);
                if let Event::Text(words) | Event::Code(words) | Event::InlineHtml(words) = &event {
                    link.words.push_str(words);
                }
            }
            if let Event::Text(words) = &event {
                edits.note_brackets(words, &range);
            }
            match event {
                Event::Start(tag) => {
                    match tag {
                        Tag::Heading { .. } if depth > 0 => edits.inner_heading(range),
                        Tag::Link { link_type, dest_url, .. } => {
                            open.push(Open::new(range, link_type, dest_url.into_string(), false));
                        }
                        Tag::Image { link_type, dest_url, .. } => {
                            open.push(Open::new(range, link_type, dest_url.into_string(), true));
                        }
                        Tag::HtmlBlock => {
                            edits.remark(line, "This looks like a tag; it is kept as text.")
                        }
                        _ => {}
                    }
                    depth += 1;
                }
                Event::End(_) => {
                    depth = depth.saturating_sub(1);
                    if let Some(link) = open.pop_if(|_| ends_link) {
                        if let Some(outer) = open.last_mut() {
                            outer.words_end = outer.words_end.max(range.end);
                            outer.words.push_str(&link.words);
                        }
                        edits.end_link(&link, lines, ids);
                    }
                    if depth == 0 {
                        edits.end_block();
                    }
                }
                Event::Html(tag) => {
                    let end = if tag.ends_with('\n') { "\n" } else { "" };
                    edits.push(range, escape::unlinked_line(&tag) + end);
                }
                Event::InlineHtml(tag) => {
                    edits.remark(
                        line,
                        format!("“{}” looks like a tag; it is kept as text.", tag.trim()),
                    );
                    let words: Vec<String> = tag.lines().map(escape::unlinked_line).collect();
                    edits.push(range, words.join("\n"));
                }
                Event::Text(words)
                    if words.starts_with('*') && !edits.before(range.start).ends_with('\\') =>
                {
                    edits.remark(line, "A “*” without its partner stands here.");
                }
                _ => {}
            }
        }
        edits.edits.sort_by_key(|(range, _)| (range.start, range.end));
        edits
    }

    /// A piece of the text with its changes made.
    pub(super) fn slice(&self, range: Range<usize>) -> String {
        let mut out = String::new();
        let mut at = range.start;
        let first = self.edits.partition_point(|(edit, _)| edit.start < range.start);
        for (edit, new) in self.edits.iter().skip(first) {
            if edit.start >= range.end {
                break;
            }
            if edit.start >= at && edit.end <= range.end {
                out.push_str(self.text.get(at..edit.start).unwrap_or_default());
                out.push_str(new);
                at = edit.end;
            }
        }
        out.push_str(self.text.get(at..range.end).unwrap_or_default());
        out
    }

    /// A heading's words in one line, and its id.
    pub(super) fn heading(&self, block: &Block, id: Option<&str>) -> String {
        let Kind::Heading { words, .. } = &block.kind else { return String::new() };
        let source = self.slice(words.clone());
        let line: Vec<&str> =
            source.lines().map(|line| line.trim().trim_end_matches('\\')).collect();
        let heading = escape::guard_heading(&line.join(" "));
        match id {
            Some(id) => format!("{heading} {{#{id}}}"),
            None => heading,
        }
    }

    fn before(&self, at: usize) -> &str {
        self.text.get(..at).unwrap_or_default()
    }

    fn push(&mut self, range: Range<usize>, new: String) {
        self.edits.push((range, new));
    }

    fn remark(&mut self, line: usize, message: impl Into<String>) {
        self.remarks.push(Remark::new(line, message));
    }

    /// A heading inside of a quote or a list can be no section of a notice: it becomes a line of its own.
    fn inner_heading(&mut self, range: Range<usize>) {
        let source = self.text.get(range.clone()).unwrap_or_default();
        let hashes = source.bytes().take_while(|&b| b == b'#').count();
        if hashes > 0 {
            let blank = source[hashes..].starts_with([' ', '\t']);
            self.push(range.start..range.start + hashes + usize::from(blank), String::new());
        } else {
            let whole = source.trim_end();
            let bare = whole.trim_end_matches(['=', '-']);
            self.push(range.start + bare.len()..range.start + whole.len(), String::new());
        }
    }

    fn note_brackets(&mut self, words: &str, range: &Range<usize>) {
        if self.text.get(range.clone()) == Some(words) {
            let found = words.match_indices('[').map(|(at, _)| range.start + at);
            let found: Vec<usize> = found.filter(|at| !self.before(*at).ends_with('\\')).collect();
            self.brackets.extend(found);
        }
    }

    fn end_block(&mut self) {
        for at in std::mem::take(&mut self.brackets) {
            if self.unlinked {
                self.push(at..at, "\\".to_owned());
            }
        }
        self.unlinked = false;
    }

    fn end_link(&mut self, link: &Open, lines: &Lines, ids: &dyn Fn(&str) -> bool) {
        let line = lines.at(link.range.start);
        let target = &link.target;
        let autolink = matches!(link.link_type, LinkType::Autolink | LinkType::Email);
        if let Some(archive) = links::archive(target) {
            self.remark(line, format!("The link goes through an archive ({archive}): {target}"));
        }
        if let Some(redirect) = links::redirect(target) {
            self.remark(line, format!("The link goes through a redirect ({redirect}): {target}"));
        }
        if link.picture {
            self.remark(
                line,
                "A picture stands here, which a notice cannot hold; it is kept as text.",
            );
            self.unlink(link);
        } else if !keeps_link(link.link_type, target, ids) {
            self.remark(
                line,
                format!("The link to “{target}” leads nowhere from a notice; it is kept as text."),
            );
            if autolink {
                let text = self.text.get(link.range.clone()).unwrap_or_default();
                self.push(link.range.clone(), escape::plain(text));
            } else {
                self.unlink(link);
            }
        } else if !autolink && link.words.trim().is_empty() {
            self.remark(
                line,
                format!("The link has no words of its own; its address is shown: {target}"),
            );
            let shown = if links::fits_autolink(target) {
                format!("<{target}>")
            } else {
                escape::plain(target)
            };
            // Its address had the link's brackets around it; now it must not run into its neighbours.
            let glued = |c: char| c.is_alphanumeric() || c == '<' || c == '>';
            let before = if self.before(link.range.start).ends_with(glued) { " " } else { "" };
            let after = self.text.get(link.range.end..).unwrap_or_default();
            let after = if after.starts_with(glued) { " " } else { "" };
            self.push(link.range.clone(), format!("{before}{shown}{after}"));
        } else if !autolink {
            self.remark_on_neighbours(link, line);
        }
    }

    fn remark_on_neighbours(&mut self, link: &Open, line: usize) {
        let after = self.text.get(link.range.end..).unwrap_or_default();
        if link.broken && after.starts_with(['<', '[']) {
            let message = format!(
                "The link to {} wraps the name of an entry whose own address follows it.",
                link.target
            );
            self.remark(line, message);
        }
        if self.before(link.range.start).ends_with(char::is_alphanumeric) {
            self.remark(
                line,
                format!("The link “{}” is glued to the word before it.", link.words.trim()),
            );
        }
    }

    /// The link's marks and its target become text.
    fn unlink(&mut self, link: &Open) {
        let opening = if link.picture { 2 } else { 1 };
        let start = link.range.start;
        let marks = if link.picture { "!\\[" } else { "\\[" };
        self.unlinked = true;
        self.push(start..start + opening, marks.to_owned());
        self.push(link.words_end..link.range.end, format!("\\]({})", escape::plain(&link.target)));
    }
}

impl Open {
    fn new(range: Range<usize>, link_type: LinkType, target: String, picture: bool) -> Open {
        let words_end = range.start + if picture { 2 } else { 1 };
        Open { range, link_type, target, picture, words_end, words: String::new(), broken: false }
    }
}
