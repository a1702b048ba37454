//! The words of a text in their order, and the proof that none got lost.
//!
//! A word is a run of letters and digits. Plain text is read as it stands. Markdown is read by its parser,
//! the source and the result each by itself: what a reader would see, the numbers of lists included.
//! Where the result has to show what the source hides (the target of a refused link, a tag), the source is read
//! as if it showed it.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{ImportError, marked};

/// The words of a text in their order: what a reader sees of it, and where in the source that stands.
#[derive(Debug)]
pub(super) struct Words<'a> {
    seen: Seen<'a>,
    source: &'a str,
    /// The pieces of what is seen, in the order in which they are to be read.
    order: Vec<Range<usize>>,
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
pub(super) fn of_plain(text: &str) -> Words<'_> {
    Words::of(Seen { text: Cow::Borrowed(text), places: Vec::new() }, text)
}

/// The words of a Markdown source, as the result will have to show them.
pub(super) fn of_source<'a>(
    source: &'a str,
    moved: Option<&Moved>,
    ids: &dyn Fn(&str) -> bool,
) -> Words<'a> {
    let mut words = Words::of(Seen::read(source, Some(ids), true), source);
    if let Some(moved) = moved {
        let (before, until) =
            (words.seen.first_from(moved.title.start), words.seen.first_from(moved.title.end));
        words.order = vec![before..until, 0..before, until..words.seen.text.len()];
    }
    words
}

/// The words of Markdown as it stands, whatever its links lead to.
pub(super) fn of_markdown(markdown: &str) -> Words<'_> {
    Words::of(Seen::read(markdown, Some(&|_| true), false), markdown)
}

/// The words of the result.
pub(super) fn of_result(markdown: &str) -> Words<'_> {
    Words::of(Seen::read(markdown, None, true), markdown)
}

/// All words are there, in their order; or the first place where they are not.
pub(super) fn compare(source: &Words<'_>, result: &Words<'_>) -> Result<usize, ImportError> {
    let (mut ours, mut theirs) = (source.iter(), result.iter());
    let mut same = 0;
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return Ok(same),
            (Some(a), Some(b)) if is_same(a, b) => same += 1,
            (a, _) => {
                let around = |words: &Words<'_>| {
                    words.iter().skip(same).take(4).map(folded).collect::<Vec<_>>().join(" ")
                };
                return Err(ImportError::WordsDiffer {
                    line: a.or(source.iter().last()).map_or(1, |word| source.line(word)),
                    source: around(source),
                    result: around(result),
                });
            }
        }
    }
}

impl<'a> Words<'a> {
    fn of(seen: Seen<'a>, source: &'a str) -> Words<'a> {
        let all = 0..seen.text.len();
        Words { seen, source, order: vec![all] }
    }

    /// The words themselves.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let pieces = self.order.iter().filter_map(|piece| self.seen.text.get(piece.clone()));
        pieces
            .flat_map(|piece| piece.split(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty())
    }

    /// The line in the source of each word, in their order.
    pub(super) fn lines(&self) -> impl Iterator<Item = usize> {
        let lines = Lines::of(self.source);
        let start = self.seen.text.as_ptr() as usize;
        self.iter().map(move |word| lines.at(self.seen.place(word.as_ptr() as usize - start)))
    }

    /// The line in the source, counted from 1, of one of the words.
    fn line(&self, word: &str) -> usize {
        let at = self.seen.place(word.as_ptr() as usize - self.seen.text.as_ptr() as usize);
        1 + self.source.bytes().take(at).filter(|byte| *byte == b'\n').count()
    }
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

/// A number is the same word in full-width digits.
fn is_same(a: &str, b: &str) -> bool {
    a == b || !(a.is_ascii() && b.is_ascii()) && folded(a) == folded(b)
}

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
#[derive(Debug)]
struct Seen<'a> {
    text: Cow<'a, str>,
    /// Pairs of a place in `text` and one in the source, in order; none where the text is the source.
    places: Vec<(usize, usize)>,
}

/// The same while it is being read.
struct Reading {
    text: String,
    places: Vec<(usize, usize)>,
}

impl Seen<'_> {
    /// `ids` makes it a source, in which refused links show their target if they are `refused` at all.
    fn read(markdown: &str, ids: Option<&dyn Fn(&str) -> bool>, refused: bool) -> Seen<'static> {
        let options = if ids.is_some() { source_options() } else { result_options() };
        let text = String::with_capacity(markdown.len());
        let mut seen = Reading { text, places: Vec::new() };
        let mut lists: Vec<Option<u64>> = Vec::new();
        let mut links = Vec::new();
        let mut depth = 0_usize;
        for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
            if ids.is_some() {
                seen.places.push((seen.text.len(), range.start));
            }
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
        Seen { text: Cow::Owned(seen.text), places: seen.places }
    }

    fn place(&self, at: usize) -> usize {
        let after = self.places.partition_point(|(text, _)| *text <= at);
        after.checked_sub(1).and_then(|i| self.places.get(i)).map_or(at, |(_, source)| *source)
    }

    /// Where what stands in the source from a place on begins.
    fn first_from(&self, place: usize) -> usize {
        let found = self.places.iter().find(|(_, source)| *source >= place);
        found.map_or(self.text.len(), |(text, _)| *text)
    }
}

impl Reading {
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
            while self.places.pop_if(|(at, _)| *at > kept).is_some() {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines<'a>(words: &'a Words<'_>) -> Vec<(&'a str, usize)> {
        words.iter().map(|word| (word, words.line(word))).collect()
    }

    fn texts<'a>(words: &'a Words<'_>) -> Vec<&'a str> {
        words.iter().collect()
    }

    #[test]
    fn numbers_of_lists_and_addresses_are_words() {
        let words = of_result(
            "# T {#t}\n\n3. *a*b\n4. <https://c.example>\n\n| x | y |\n|---|---|\n| z | w |\n",
        );
        let expected = ["T", "3", "ab", "4", "https", "c", "example", "x", "y", "z", "w"];
        assert_eq!(texts(&words), expected);
    }

    #[test]
    fn a_lost_word_is_named_with_its_line() {
        let source = of_plain("one two\nthree four");
        let error = compare(&source, &of_plain("one two four")).unwrap_err();
        assert!(
            matches!(&error, ImportError::WordsDiffer { line: 2, source, .. } if source == "three four"),
            "{error:?}"
        );
        assert!(compare(&source, &of_plain("one two three")).is_err());
        assert!(compare(&source, &of_plain("one two three four five")).is_err());
        assert_eq!(compare(&source, &of_plain("one, two three; four")).unwrap(), 4);
    }

    #[test]
    fn a_number_is_the_same_in_full_width_digits() {
        assert_eq!(compare(&of_plain("第１２条"), &of_plain("第12条")).unwrap(), 1);
        assert!(compare(&of_plain("第１２条"), &of_plain("第13条")).is_err());
    }

    #[test]
    fn a_source_shows_what_the_result_must_show() {
        let words = of_source("[a](/b) [](https://c.example) <i>d</i>", None, &|_| false);
        assert_eq!(texts(&words), ["a", "b", "https", "c", "example", "i", "d", "i"]);
    }

    #[test]
    fn the_one_move_is_known_and_nothing_else() {
        let source = "> quote\n\n# title\n\nrest";
        let moved = Moved { title: 9..16 };
        let words = of_source(source, Some(&moved), &|_| false);
        assert_eq!(lines(&words), [("title", 3), ("quote", 1), ("rest", 5)]);
    }
}
