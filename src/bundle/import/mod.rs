//! From a policy as it stands to a notice folder that its owner can go on editing.
//!
//! The bytes become text (`decode`); a page is taken apart and its policy found (`html`); the text is read as
//! Markdown (`marked`) or as plain lines (`plain`), and either way becomes the notice's Markdown with its articles
//! (`reading`). What the text says about its owner, its date, its purposes, its services and its opt-outs goes into
//! `notice.toml`, with the place where it was found (`manifest`). What looks wrong is remarked on and left as it is
//! (`oddities`). The words of the source and of the result are read once more and compared (`words`): no word is
//! lost, and if one were, nothing would be returned. Only then cards are drafted (`cards`).

mod articles;
mod cards;
mod contact;
pub(super) mod dates;
mod decode;
mod draft;
mod escape;
mod front;
mod html;
mod ids;
mod language;
mod links;
mod manifest;
mod marked;
pub(super) mod named;
mod number;
mod oddities;
mod operator;
mod outline;
mod plain;
mod purposes;
mod reading;
mod services;
mod unwrap;
mod vocabulary;
mod wording;
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
    /// A page that asks for a password.
    LoginPage,
    /// A page that says that there is none.
    ErrorPage {
        /// The words of its tab.
        title: String,
    },
    /// A page whose text a script puts in.
    ScriptPage,
    /// A page about something else.
    NoPolicyThere {
        /// The words of its tab; empty if it has none.
        title: String,
    },
    /// More bytes than a policy has.
    TooLarge {
        /// How many millions.
        megabytes: u64,
    },
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
            ImportError::LoginPage => f.write_str(
                "the page seems to be a login page; open the policy in a browser, where you are logged in, and save that page",
            ),
            ImportError::ErrorPage { title } => write!(
                f,
                "the page seems to be an error page (\u{201c}{title}\u{201d}); open the policy's address in a browser and save what it shows"
            ),
            ImportError::ScriptPage => f.write_str(
                "the page seems to get its text from a script; open it in a browser and save what it shows, or copy the policy's text into a file",
            ),
            ImportError::NoPolicyThere { title } => {
                let named = if title.is_empty() { String::new() } else { format!(" (\u{201c}{title}\u{201d})") };
                write!(f, "the file seems to hold no privacy policy{named}; save the page or the text that has the policy and import that")
            }
            ImportError::TooLarge { megabytes } => {
                // Of what comes through a pipe no more is read than shows that it is too much.
                let size = match megabytes {
                    ..=32 => "more than 32 MB, which are".to_owned(),
                    more => format!("{more} MB, and 32 are"),
                };
                write!(f, "the file seems to be no policy: it has {size} the most; save the policy's text alone and import that")
            }
            ImportError::WordsDiffer { line, source, result } => write!(
                f,
                "from line {line} on words would have been lost (\"{source}\" became \"{result}\"), so nothing was \
                 written; simplify the marks in that line, and please report it"
            ),
        }
    }
}

impl std::error::Error for ImportError {}

/// A policy has a few kilobytes; the longest that anybody wrote, some hundred.
pub const LARGEST: usize = 32_000_000;

/// What an import goes by beside the policy itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Settings<'a> {
    /// The file's name: the last resort for the operator's.
    pub file_name: &'a str,
    /// Year, month, day: the notice's date where the policy has none.
    pub today: (u16, u8, u8),
    /// Addresses that go through an archive are put back to what is behind them.
    pub unwrap: bool,
}

/// Turns a policy into a notice: its words into Markdown, what it says about itself into `notice.toml`.
///
/// Nothing is read or written but these arguments.
///
/// # Errors
/// If the bytes are no text, hold no policy, have no headings, or if a word would have been lost.
pub fn import(
    bytes: &[u8],
    file_name: &str,
    today: (u16, u8, u8),
) -> Result<Imported, ImportError> {
    import_with(bytes, &Settings { file_name, today, unwrap: false })
}

/// The same with all settings.
///
/// # Errors
/// Likewise.
pub fn import_with(bytes: &[u8], settings: &Settings<'_>) -> Result<Imported, ImportError> {
    if bytes.len() > LARGEST {
        let megabytes = u64::try_from(bytes.len() / 1_000_000).unwrap_or(u64::MAX);
        return Err(ImportError::TooLarge { megabytes });
    }
    let decode::Decoded { mut text, guessed } = decode::decode(bytes)?;
    let mut unwrapped = Vec::new();
    if settings.unwrap {
        (text, unwrapped) = unwrap::unwrap(&text);
    }
    let stripped = front::strip(&text);
    let read = reading::read(stripped.as_ref().map_or(text.as_str(), |(text, _)| text))?;
    let lang = language::of(&read);
    let articles = articles::of(&read.draft.markdown);
    let topics = cards::topics(&articles, lang);
    let manifest = manifest::write(&read, lang, &topics, settings.file_name, settings.today);
    let markdown = cards::add(&read.draft.markdown, &articles, &read.cards, &topics, !read.is_own);
    let mut remarks = cards::remarks(&articles, &read);
    remarks.extend(unwrapped);
    remarks.extend(stripped.map(|(_, remark)| remark));
    remarks.extend(guessed.map(|encoding| {
        let message = format!(
            "The file is not UTF-8 and names no encoding; it was read as {encoding}: look whether its letters are right."
        );
        Remark::new(1, message)
    }));
    remarks.extend(read.draft.remarks);
    remarks.sort();
    remarks.dedup();
    Ok(Imported {
        manifest,
        lang: lang.to_owned(),
        markdown,
        remarks,
        words: WordCount { kept: read.words, total: read.words },
    })
}
