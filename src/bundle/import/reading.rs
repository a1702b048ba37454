//! One policy, read in the form that it has, and proven whole.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::{ImportError, Remark, decode, html, marked, oddities, plain, vocabulary, words};

/// A policy that was read.
#[derive(Debug)]
pub(super) struct Read {
    /// What the manifest's facts are looked for in; its lines are those of the draft's articles.
    pub(super) text: String,
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

/// How often a result is read again until it stays as it is.
const ROUNDS: usize = 3;

/// Reads a text: a page, Markdown, or lines. What comes out would come out of itself again.
pub(super) fn read(text: &str) -> Result<Read, ImportError> {
    let mut read = once(text)?;
    for _ in 0..ROUNDS {
        let Ok(again) = markdown(&read.draft.markdown) else { break };
        if again.draft.markdown == read.draft.markdown {
            break;
        }
        if again.words == read.words || decode::is_html(text) {
            for (article, new) in read.draft.articles.iter_mut().zip(again.draft.articles) {
                article.id = new.id;
            }
            read.draft.markdown = again.draft.markdown;
        } else {
            break;
        }
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
    Ok(read)
}

fn markdown(text: &str) -> Result<Read, ImportError> {
    let draft = marked::draft(text)?;
    let ids = words::ids(&draft.markdown);
    let source = words::of_source(text, draft.moved.as_ref(), &|id| ids.contains(id));
    let words = words::compare(&source, &words::of_result(&draft.markdown))?;
    Ok(Read {
        text: text.to_owned(),
        draft,
        words,
        language: None,
        is_own: false,
        cards: BTreeMap::new(),
    })
}

fn lines(text: &str) -> Result<Read, ImportError> {
    let draft = plain::draft(text)?;
    let words = words::compare(&words::of_plain(text), &words::of_result(&draft.markdown))?;
    Ok(Read {
        text: text.to_owned(),
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
    let expected = page.added_title.clone().unwrap_or_default() + "\n" + &page.seen.text;
    let whole = words::of_plain(&expected);
    let lines_of_page = page.seen.lines();
    let place = |line: usize| {
        let at = line.saturating_sub(1).min(lines_of_page.len().saturating_sub(1));
        lines_of_page.get(at).copied().unwrap_or(1)
    };
    let mut remarks = page.remarks.clone();
    let read = markdown(&page.markdown).and_then(|read| {
        // The page's words against the Markdown that was made of it; that against the result was done.
        words::compare(&whole, &words::of_markdown(&page.markdown))?;
        Ok(read)
    });
    let mut read = match read {
        Ok(mut read) => {
            for article in &mut read.draft.articles {
                article.line = page.line(article.line);
            }
            for remark in &mut read.draft.remarks {
                remark.line = page.line(remark.line);
            }
            // Facts are looked for line by line: each line of the Markdown goes to the page's line.
            read.text = by_page_line(&page.seen.text, &lines_of_page);
            read
        }
        Err(ImportError::WordsDiffer { .. } | ImportError::NoPolicy) => {
            let mut read = lines(&expected)?;
            // The added title has a line of its own before all others.
            let line = |line: usize| place(line.saturating_sub(1));
            for article in &mut read.draft.articles {
                article.line = line(article.line);
            }
            for remark in &mut read.draft.remarks {
                remark.line = line(remark.line);
            }
            remarks.push(Remark::new(
                1,
                "The page has no headings that could be told from its text, or marks that are too tangled; it was read as plain lines.",
            ));
            read
        }
        Err(error) => return Err(error),
    };
    read.words = whole.len();
    remarks.extend(
        oddities::of(&page.seen.text, true)
            .into_iter()
            .filter(|remark| !remark.message.contains("no line end"))
            .map(|remark| Remark::new(place(remark.line), remark.message)),
    );
    read.draft.remarks.extend(remarks);
    read.language = page.language;
    read.cards = page.cards;
    read.is_own = page.is_own;
    Ok(read)
}

/// The words of a page, each on the line that it has there.
fn by_page_line(seen: &str, lines: &[usize]) -> String {
    let mut text = String::new();
    let mut line = 1;
    for (words, own) in seen.lines().zip(lines) {
        let gap = if *own > line { "\n".repeat(own - line) } else { " ".to_owned() };
        line = line.max(*own);
        text.push_str(&gap);
        text.push_str(words.trim_end());
    }
    text
}
