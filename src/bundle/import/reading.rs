//! One policy, read in the form that it has, and proven whole.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::{ImportError, Remark, decode, html, marked, oddities, plain, vocabulary, words};

/// A policy that was read.
#[derive(Debug)]
pub(super) struct Read {
    /// What the manifest's facts are looked for in; its lines are those of the draft's articles.
    pub(super) text: String,
    /// The page's line for each of those lines; empty where they are the file's own.
    pub(super) lines: Vec<usize>,
    pub(super) draft: Draft,
    /// How many words it has.
    pub(super) words: usize,
    /// The language that a page says it is in.
    pub(super) language: Option<String>,
    /// The page is one of Sudare's: an article without a card was meant to have none.
    pub(super) is_own: bool,
    /// Cards that a page has beside its articles, as Markdown, by the article's id.
    pub(super) cards: BTreeMap<String, String>,
}

impl Read {
    /// The file's line of a line of the text.
    pub(super) fn line(&self, line: usize) -> usize {
        let own = line.checked_sub(1).and_then(|at| self.lines.get(at));
        own.or(self.lines.last()).copied().unwrap_or(line)
    }
}

/// How often a result is read again until it stays as it is.
const ROUNDS: usize = 3;

/// Reads a text: a page, Markdown, or lines. What comes out would come out of itself again.
pub(super) fn read(text: &str) -> Result<Read, ImportError> {
    let mut read = once(text)?;
    for _ in 0..ROUNDS {
        let Ok(again) = marked::draft(&read.draft.markdown) else { break };
        if again.markdown == read.draft.markdown {
            break;
        }
        let Ok(words) = proven(&read.draft.markdown, &again) else { break };
        if words != read.words && !decode::is_html(text) {
            break;
        }
        for (article, new) in read.draft.articles.iter_mut().zip(again.articles) {
            article.id = new.id;
        }
        read.draft.markdown = again.markdown;
    }
    Ok(read)
}

fn once(text: &str) -> Result<Read, ImportError> {
    if decode::is_html(text) {
        return page(text);
    }
    if vocabulary::of_privacy(text) == 0 {
        return Err(ImportError::NoPolicyThere { title: String::new() });
    }
    let is_marked = marked::is_marked(text);
    let opened = if is_marked { marked::tags::opened(text) } else { None };
    let (opened, told) = opened.unzip();
    let text = opened.as_deref().unwrap_or(text);
    let mut read = if is_marked {
        match markdown(text) {
            // What Markdown makes of nonsense is hard to foresee: its lines still say all of it.
            Err(error @ ImportError::WordsDiffer { .. }) => as_lines_instead(text, &error)?,
            other => other?,
        }
    } else {
        lines(text)?
    };
    read.draft.remarks.extend(oddities::of(text, is_marked));
    read.draft.remarks.extend(told.into_iter().flatten());
    Ok(read)
}

fn markdown(text: &str) -> Result<Read, ImportError> {
    let draft = marked::draft(text)?;
    let words = proven(text, &draft)?;
    Ok(Read {
        text: text.to_owned(),
        lines: Vec::new(),
        draft,
        words,
        language: None,
        is_own: false,
        cards: BTreeMap::new(),
    })
}

/// How many words a Markdown text has, all of them in what was made of it.
fn proven(text: &str, draft: &Draft) -> Result<usize, ImportError> {
    let ids = &draft.ids;
    let source = words::of_source(text, draft.moved.as_ref(), &|id| ids.contains(id));
    words::compare(&source, &words::of_result(&draft.markdown))
}

fn lines(text: &str) -> Result<Read, ImportError> {
    let draft = plain::draft(text)?;
    let words = words::compare(&words::of_plain(text), &words::of_result(&draft.markdown))?;
    Ok(Read {
        text: text.to_owned(),
        lines: Vec::new(),
        draft,
        words,
        language: None,
        is_own: false,
        cards: BTreeMap::new(),
    })
}

fn as_lines_instead(text: &str, error: &ImportError) -> Result<Read, ImportError> {
    let ImportError::WordsDiffer { line, .. } = error else { return Err(error.clone()) };
    let mut read = lines(text)?;
    read.draft.remarks.push(Remark::new(
        *line,
        "The Markdown is too tangled from here on to keep every word; the whole text was read as plain lines.",
    ));
    Ok(read)
}

fn page(source: &str) -> Result<Read, ImportError> {
    let page = html::read(source)?;
    // The added title has a line of its own before all others.
    let expected = page.added_title.clone().unwrap_or_default() + "\n" + &page.seen.text;
    let whole = words::of_plain(&expected);
    let page_lines: Vec<usize> = std::iter::once(1).chain(page.seen.lines()).collect();
    let mut remarks = page.remarks.clone();
    let read = markdown(&page.markdown).and_then(|mut read| {
        // The page's words against the Markdown that was made of it; that against the result was done.
        let written = words::of_markdown(&page.markdown);
        words::compare(&whole, &written)?;
        for remark in &mut read.draft.remarks {
            remark.line = page.line(remark.line);
        }
        // Word for word the same: the word that a line of the Markdown begins with tells the text's line.
        let mut lines = written.lines().zip(whole.lines());
        for article in &mut read.draft.articles {
            let own = lines.find(|(line, _)| *line >= article.line);
            article.line = own.map_or(1, |(_, line)| line);
        }
        Ok(read)
    });
    let mut read = match read {
        Ok(read) => read,
        Err(ImportError::WordsDiffer { .. } | ImportError::NoPolicy) => {
            let mut read = lines(&expected)?;
            for remark in &mut read.draft.remarks {
                let at = remark.line.saturating_sub(1);
                remark.line = page_lines.get(at).or(page_lines.last()).copied().unwrap_or(1);
            }
            remarks.push(Remark::new(
                1,
                "The page has no headings that could be told from its text, or marks that are too tangled; it was read as plain lines.",
            ));
            read
        }
        Err(error) => return Err(error),
    };
    read.words = whole.iter().count();
    (read.text, read.lines) = (expected.clone(), page_lines);
    remarks.extend(
        oddities::of(&expected, true)
            .into_iter()
            .filter(|remark| !remark.message.contains("no line end"))
            .map(|remark| Remark::new(read.line(remark.line), remark.message)),
    );
    read.draft.remarks.extend(remarks);
    read.language = page.language;
    read.cards = page.cards;
    read.is_own = page.is_own;
    Ok(read)
}
