//! The words of a text in their order, and the proof that none got lost.
//!
//! A word is a run of letters and digits. Plain text is read as it stands. Markdown is read by its parser,
//! the source and the result each by itself: what a reader would see, the numbers of lists included.
//! Where the result has to show what the source hides (the target of a refused link, a tag), the source is read
//! as if it showed it.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{ImportError, marked};

/// A word and the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) line: usize,
}

/// The one move that the format asks for: what stood before the title goes below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moved {
    /// Where the title stands in the source, in bytes. What is before it moved.
    pub(super) title: Range<usize>,
}

/// What the words of the result are read with.
pub(super) fn result_options() -> Options {
    source_options() | Options::ENABLE_HEADING_ATTRIBUTES
}

/// What a Markdown source is read with: its heading ids are looked for by the importer itself.
pub(super) fn source_options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_DEFINITION_LIST
}

/// The words of plain text.
pub(super) fn of_plain(text: &str) -> Vec<Word> {
    let lines = Lines::of(text);
    words(text, &|at| at).map(|(text, at)| Word { text, line: lines.at(at) }).collect()
}

/// The words of a Markdown source, as the result will have to show them.
pub(super) fn of_source(
    source: &str,
    moved: Option<&Moved>,
    ids: &dyn Fn(&str) -> bool,
) -> Vec<Word> {
    let seen = Seen::read(source, Some(ids), true);
    let mut words: Vec<(String, usize)> = words(&seen.text, &|at| seen.place(at)).collect();
    if let Some(moved) = moved {
        let before = words.iter().filter(|(_, at)| *at < moved.title.start).count();
        let until = words.iter().filter(|(_, at)| *at < moved.title.end).count();
        if let Some(front) = words.get_mut(..until) {
            front.rotate_left(before);
        }
    }
    let lines = Lines::of(source);
    words.into_iter().map(|(text, at)| Word { text, line: lines.at(at) }).collect()
}

/// The words of Markdown as it stands, whatever its links lead to.
pub(super) fn of_markdown(markdown: &str) -> Vec<String> {
    let seen = Seen::read(markdown, Some(&|_| true), false);
    words(&seen.text, &|at| at).map(|(text, _)| text).collect()
}

/// The ids that the headings of Markdown have.
pub(super) fn ids(markdown: &str) -> BTreeSet<String> {
    Parser::new_ext(markdown, result_options())
        .filter_map(|event| match event {
            Event::Start(Tag::Heading { id: Some(id), .. }) => Some(id.into_string()),
            _ => None,
        })
        .collect()
}

/// The words of the result.
pub(super) fn of_result(markdown: &str) -> Vec<String> {
    let seen = Seen::read(markdown, None, true);
    words(&seen.text, &|at| at).map(|(text, _)| text).collect()
}

/// All words are there, in their order; or the first place where they are not.
pub(super) fn compare(source: &[Word], result: &[String]) -> Result<usize, ImportError> {
    let same = source.iter().zip(result).take_while(|(a, b)| a.text == **b).count();
    if same == source.len() && same == result.len() {
        return Ok(same);
    }
    let around =
        |words: &mut dyn Iterator<Item = &str>| words.take(4).collect::<Vec<_>>().join(" ");
    Err(ImportError::WordsDiffer {
        line: source.get(same).or(source.last()).map_or(1, |word| word.line),
        source: around(&mut source.iter().skip(same).map(|word| word.text.as_str())),
        result: around(&mut result.iter().skip(same).map(String::as_str)),
    })
}

/// Where the lines of a text end.
#[derive(Debug)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Lines {
        Lines(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line, counted from 1, of a byte's place.
    pub(super) fn at(&self, place: usize) -> usize {
        1 + self.0.partition_point(|end| *end < place)
    }
}

fn words<'a>(
    text: &'a str,
    place: &'a dyn Fn(usize) -> usize,
) -> impl Iterator<Item = (String, usize)> + 'a {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(move |word| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        (folded(word), place(at))
    })
}

/// A number is the same word in full-width digits.
fn folded(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
            c => c,
        })
        .collect()
}

/// When a reader has to see a link's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Never,
    WithoutWords,
    Always,
}

/// What a reader of Markdown sees, and where each piece came from.
struct Seen {
    text: String,
    /// Pairs of a place in `text` and one in the source, in order.
    places: Vec<(usize, usize)>,
}

impl Seen {
    /// `ids` makes it a source, in which refused links show their target if they are `refused` at all.
    fn read(markdown: &str, ids: Option<&dyn Fn(&str) -> bool>, refused: bool) -> Seen {
        let options = if ids.is_some() { source_options() } else { result_options() };
        let mut seen = Seen { text: String::new(), places: Vec::new() };
        let mut lists: Vec<Option<u64>> = Vec::new();
        let mut links = Vec::new();
        let mut depth = 0_usize;
        for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
            seen.places.push((seen.text.len(), range.start));
            match event {
                Event::Start(tag) => {
                    depth += 1;
                    match tag {
                        Tag::List(start) => lists.push(start),
                        Tag::Item => {
                            seen.text.push('\n');
                            if let Some(Some(number)) = lists.last_mut() {
                                seen.text.push_str(&format!("{number}. "));
                                *number += 1;
                            }
                        }
                        Tag::Link { link_type, dest_url, .. } => {
                            let refused = refused
                                && ids.is_some_and(|ids| {
                                    !marked::keeps_link(link_type, &dest_url, ids)
                                });
                            let shown = match link_type {
                                LinkType::Autolink | LinkType::Email => Shown::Never,
                                _ if refused => Shown::Always,
                                _ => Shown::WithoutWords,
                            };
                            links.push((seen.text.len(), shown, dest_url));
                        }
                        Tag::Image { dest_url, .. } => {
                            links.push((seen.text.len(), Shown::Always, dest_url))
                        }
                        Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
                        _ => seen.text.push('\n'),
                    }
                }
                Event::End(tag) => {
                    depth = depth.saturating_sub(1);
                    match tag {
                        TagEnd::List(_) => {
                            lists.pop();
                            seen.text.push('\n');
                        }
                        TagEnd::Link | TagEnd::Image => {
                            if let Some((from, shown, target)) = links.pop() {
                                seen.end_link(from, shown, &target);
                            }
                        }
                        TagEnd::Heading(_) => {
                            let own = ids
                                .filter(|_| depth == 0)
                                .and_then(|_| marked::own_id(markdown.get(range)?));
                            if let Some(id) = own {
                                seen.drop_id(id);
                            }
                            seen.text.push('\n');
                        }
                        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
                        _ => seen.text.push('\n'),
                    }
                }
                Event::Text(text)
                | Event::Code(text)
                | Event::Html(text)
                | Event::InlineHtml(text) => {
                    seen.text.push_str(&text);
                }
                _ => seen.text.push('\n'),
            }
        }
        seen
    }

    fn end_link(&mut self, from: usize, shown: Shown, target: &str) {
        let wordless = self.text.get(from..).is_none_or(|words| words.trim().is_empty());
        if shown == Shown::Always || (shown == Shown::WithoutWords && wordless) {
            self.text.push_str("](");
            self.text.push_str(target);
            self.text.push(')');
        }
    }

    fn drop_id(&mut self, id: &str) {
        let kept = self
            .text
            .trim_end()
            .strip_suffix('}')
            .and_then(|t| t.strip_suffix(id))
            .and_then(|t| t.strip_suffix("{#"));
        if let Some(kept) = kept.map(str::len) {
            self.text.truncate(kept);
            self.places.retain(|(at, _)| *at <= kept);
        }
    }

    fn place(&self, at: usize) -> usize {
        let after = self.places.partition_point(|(text, _)| *text <= at);
        after.checked_sub(1).and_then(|i| self.places.get(i)).map_or(0, |(_, source)| *source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_lists_and_addresses_are_words() {
        let words = of_result(
            "# T {#t}\n\n3. *a*b\n4. <https://c.example>\n\n| x | y |\n|---|---|\n| z | w |\n",
        );
        assert_eq!(words, ["T", "3", "ab", "4", "https", "c", "example", "x", "y", "z", "w"]);
    }

    #[test]
    fn a_lost_word_is_named_with_its_line() {
        let source = of_plain("one two\nthree four");
        let error = compare(&source, &["one".into(), "two".into(), "four".into()]).unwrap_err();
        assert!(matches!(&error, ImportError::WordsDiffer { line: 2, .. }), "{error:?}");
        assert_eq!(
            compare(&source, &["one".into(), "two".into(), "three".into(), "four".into()]).unwrap(),
            4
        );
    }

    #[test]
    fn a_source_shows_what_the_result_must_show() {
        let words = of_source("[a](/b) [](https://c.example) <i>d</i>", None, &|_| false);
        let words: Vec<_> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(words, ["a", "b", "https", "c", "example", "i", "d", "i"]);
    }

    #[test]
    fn the_one_move_is_known_and_nothing_else() {
        let source = "> quote\n\n# title\n\nrest";
        let moved = Moved { title: 9..16 };
        let words = of_source(source, Some(&moved), &|_| false);
        let words: Vec<_> = words.iter().map(|word| (word.text.as_str(), word.line)).collect();
        assert_eq!(words, [("title", 3), ("quote", 1), ("rest", 5)]);
    }
}
