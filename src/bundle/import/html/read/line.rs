//! The pieces of a line of a page: words, marks, links, pictures.

use super::super::super::Remark;
use super::super::dom::Id;
use super::super::tree::{Inline, is_blank, plain};
use super::{DEEPEST, Reader, is_block};

impl Reader<'_> {
    /// All of an element as one line.
    pub(in super::super) fn line(&mut self, id: Id) -> Vec<Inline> {
        let mut run = Vec::new();
        for child in self.dom.children(id) {
            self.inline(child, &mut run, 0);
        }
        run
    }

    /// A piece of a line, added to what stands before it.
    pub(super) fn inline(&mut self, id: Id, run: &mut Vec<Inline>, depth: usize) {
        self.inline_after(id, run, true, depth);
    }

    /// The same within another piece: before its first words comes what stands before that one, and
    /// `blank` says whether it ends in a blank.
    fn inline_after(&mut self, id: Id, run: &mut Vec<Inline>, blank: bool, depth: usize) {
        if self.skips(id) {
            return;
        }
        if let Some(text) = self.dom.text(id) {
            push_text(run, text, blank);
            return;
        }
        let name = self.dom.name(id);
        if matches!(name, "br" | "hr") {
            run.push(Inline::Break);
            return;
        }
        if name == "img" {
            self.picture(id, run, blank);
            return;
        }
        if depth >= DEEPEST {
            for inner in self.dom.below(id, &|id| self.region.skips(id)).collect::<Vec<_>>() {
                if let Some(text) = self.dom.text(inner) {
                    push_text(run, text, blank);
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
        let after = ends_blank(run, blank);
        for child in self.dom.children(id) {
            self.inline_after(child, &mut inner, after, depth + 1);
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

    fn picture(&mut self, id: Id, run: &mut Vec<Inline>, blank: bool) {
        let words = self.dom.attribute(id, "alt").unwrap_or_default();
        if words.contains(char::is_alphanumeric) {
            self.remarks.push(Remark::new(
                self.dom.line(id),
                format!(
                    "A picture stands here, which a notice cannot hold; its words are kept: “{}”",
                    words.trim()
                ),
            ));
            push_text(run, &format!(" {} ", words.trim()), blank);
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
pub(in super::super) fn wordless_shows(href: &str) -> bool {
    href.starts_with("http://") || href.starts_with("https://") || href.starts_with("mailto:")
}

/// Whether what comes next stands behind a blank; `before` is what holds where there is nothing yet.
fn ends_blank(run: &[Inline], before: bool) -> bool {
    match run.last() {
        None => before,
        Some(Inline::Break) => true,
        Some(Inline::Text(text)) => text.ends_with(' '),
        Some(Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner)) => {
            ends_blank(inner, false)
        }
        Some(Inline::Link { words, .. }) => ends_blank(words, false),
        Some(Inline::Code(_)) => false,
    }
}

/// Adds words, their blanks made one; `before` as above.
fn push_text(run: &mut Vec<Inline>, text: &str, before: bool) {
    let mut words = String::new();
    let mut blank = ends_blank(run, before);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        // One space that does not break stands for itself; several are a typist's tabulator.
        let several = c == '\u{a0}' && (blank || letters.peek().is_some_and(|c| c.is_whitespace()));
        let is_blank = several || matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}' | '\u{b}');
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
