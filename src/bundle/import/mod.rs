//! From a policy as it stands to a notice folder that its owner can go on editing.
//!
//! The bytes become text (`decode`); the text is read as Markdown (`marked`) or as plain lines (`plain`), and
//! either way becomes the notice's Markdown with its articles. What the text says about its owner, its date, its
//! purposes and its opt-outs goes into `notice.toml`, with the place where it was found (`manifest`). What looks
//! wrong is remarked on and left as it is (`oddities`). At the end the words of the source and of the result are
//! read once more and compared (`words`): no word is lost, and if one were, nothing would be returned.

mod contact;
pub(super) mod dates;
mod decode;
mod draft;
mod escape;
mod ids;
mod links;
mod manifest;
mod marked;
mod number;
mod oddities;
mod operator;
mod outline;
mod plain;
mod purposes;
mod services;
mod words;

use std::fmt;

/// A policy, turned into the two files of a notice folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The text of `notice.toml`.
    pub manifest: String,
    /// The language that the policy is written in: the name of its Markdown file.
    pub lang: String,
    /// The text of `<lang>.md`.
    pub markdown: String,
    /// What looks wrong in the source, in the order of its lines.
    pub remarks: Vec<Remark>,
    /// How many words there are, and how many were kept.
    pub words: WordCount,
}

/// Something that looks wrong in the source. It was left as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// The line in the source, counted from 1.
    pub line: usize,
    /// One sentence: what looks wrong.
    pub message: String,
}

impl Remark {
    fn new(line: usize, message: impl Into<String>) -> Remark {
        Remark { line, message: message.into() }
    }
}

/// The words that were counted in the source and found again in the result, in the same order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordCount {
    /// Words of the source that the result has.
    pub kept: usize,
    /// Words of the source.
    pub total: usize,
}

/// Why a file could not be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// The bytes are text in another encoding.
    NotUtf8 {
        /// The line, counted from 1, of the first byte that does not fit.
        line: usize,
        /// The encoding that it seems to be.
        seems: &'static str,
    },
    /// There is no word in it.
    Empty,
    /// The bytes are no text at all.
    Binary {
        /// What it seems to be, with its article: "a PDF".
        what: &'static str,
    },
    /// No headings were found that could open articles.
    NoPolicy,
    /// It is a page's source.
    Html,
    /// The result would not have had the words of the source: a mistake of the importer.
    WordsDiffer {
        /// The line in the source, counted from 1.
        line: usize,
        /// The words there in the source.
        source: String,
        /// The words there in the result.
        result: String,
    },
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::NotUtf8 { line, seems } => write!(
                f,
                "line {line} is not UTF-8: the file seems to be {seems}; save it as UTF-8 and import it again"
            ),
            ImportError::Empty => f.write_str("the file has no words; put the text of the policy into it"),
            ImportError::Binary { what } => {
                write!(f, "the file seems to be {what}, not text; save the policy's text and import that")
            }
            ImportError::NoPolicy => f.write_str(
                "the text seems to have no headings; put \"# \" before its title and \"## \" before the heading of each article",
            ),
            ImportError::Html => f.write_str("HTML is not read yet; save the page's text"),
            ImportError::WordsDiffer { line, source, result } => write!(
                f,
                "from line {line} on words would have been lost (\"{source}\" became \"{result}\"), so nothing was \
                 written; simplify the marks in that line, and please report it"
            ),
        }
    }
}

impl std::error::Error for ImportError {}

/// Turns a policy into a notice: its words into Markdown, what it says about itself into `notice.toml`.
///
/// `file_name` is the last resort for the operator's name; `today` (year, month, day) is the notice's date where the
/// policy has none. Nothing is read or written but these arguments.
///
/// # Errors
/// If the bytes are no text, have no headings, or if a word would have been lost.
pub fn import(
    bytes: &[u8],
    file_name: &str,
    today: (u16, u8, u8),
) -> Result<Imported, ImportError> {
    let text = decode::decode(bytes)?;
    let is_marked = marked::is_marked(&text);
    let draft = if is_marked { marked::draft(&text)? } else { plain::draft(&text)? };

    let source = if is_marked {
        let ids = plainly_named(&draft.markdown);
        words::of_source(&text, draft.moved.as_ref(), &|id| ids.iter().any(|own| own == id))
    } else {
        words::of_plain(&text)
    };
    let kept = words::compare(&source, &words::of_result(&draft.markdown))?;

    let lang = lang_of(&text);
    let manifest = manifest::write(&text, lang, &draft, file_name, today);
    let mut remarks = draft.remarks;
    remarks.extend(oddities::of(&text, is_marked));
    remarks.sort();
    remarks.dedup();
    Ok(Imported {
        manifest,
        lang: lang.to_owned(),
        markdown: draft.markdown,
        remarks,
        words: WordCount { kept, total: source.len() },
    })
}

/// The ids that the produced headings give.
fn plainly_named(markdown: &str) -> Vec<String> {
    use pulldown_cmark::{Event, Parser, Tag};
    Parser::new_ext(markdown, words::result_options())
        .filter_map(|event| match event {
            Event::Start(Tag::Heading { id: Some(id), .. }) => Some(id.into_string()),
            _ => None,
        })
        .collect()
}

/// Japanese where kana dominate over Latin letters, otherwise English.
fn lang_of(text: &str) -> &'static str {
    let kana = text.chars().filter(|c| matches!(c, '\u{3041}'..='\u{30ff}')).count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    if kana > latin { "ja" } else { "en" }
}
