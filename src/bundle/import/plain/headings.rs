//! Which lines of plain text are headings, and what each opens.
//!
//! Three shapes are known: named numbers ("Article 3 (Purpose)"), bare numbers ("3. Purpose") and lines that stand
//! alone, are short and are no sentence. The articles are those of the first shape that carries the document;
//! the others are sections.

use std::collections::BTreeMap;

use super::super::number::{self, Style};
use super::super::outline::Role;
use super::super::{dates, links, operator};
use super::line::Line;
use super::title::Title;

/// The headings of a text.
#[derive(Debug)]
pub(super) struct Headings {
    pub(super) title: String,
    pub(super) title_line: usize,
    /// What there is to say about the choice of the title.
    pub(super) title_remark: Option<&'static str>,
    /// By the place of the line, counted from 0.
    pub(super) roles: BTreeMap<usize, Role>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Named,
    Bare,
    /// A bare number with two or more places: "3.1".
    Deep,
    Alone,
}

impl Headings {
    /// None if there are no articles.
    pub(super) fn of(lines: &[Line]) -> Option<Headings> {
        let title = Title::of(lines)?;
        let shapes = shapes(lines, title.last);
        let chosen = chosen(&shapes)?;
        let first = shapes.iter().find(|(_, shape)| *shape == chosen).map(|(at, _)| *at)?;
        let mut roles: BTreeMap<usize, Role> = BTreeMap::new();
        for (at, line) in lines.iter().enumerate().take(title.last + 1) {
            if at >= title.first && !line.is_blank() {
                roles.insert(at, Role::Title);
            }
        }
        let mut in_section = false;
        for (at, shape) in shapes {
            let role = match shape {
                _ if shape == chosen => Role::Article,
                Shape::Deep if in_section && at > first => Role::Section(4),
                _ => Role::Section(3),
            };
            in_section = role != Role::Article && (in_section || shape == Shape::Bare);
            roles.insert(at, role);
        }
        Some(Headings {
            title: title.text,
            title_line: title.line,
            title_remark: title.remark,
            roles,
        })
    }
}

/// The words of a heading line, without hashes that mark it.
pub(super) fn words(line: &Line) -> &str {
    line.text.trim_start_matches('#').trim()
}

/// The shape that the articles have.
fn chosen(shapes: &[(usize, Shape)]) -> Option<Shape> {
    let count = |shape: Shape, from: usize| {
        shapes.iter().filter(|(at, s)| *s == shape && *at >= from).count()
    };
    let first_bare =
        shapes.iter().find(|(_, shape)| *shape == Shape::Bare).map_or(0, |(at, _)| *at);
    let (bare, alone_after) = (count(Shape::Bare, 0), count(Shape::Alone, first_bare));
    if count(Shape::Named, 0) >= 2 {
        Some(Shape::Named)
    } else if bare > alone_after {
        Some(Shape::Bare)
    } else if count(Shape::Alone, 0) > 0 {
        Some(Shape::Alone)
    } else {
        shapes.first().map(|(_, shape)| *shape)
    }
}

/// The lines after the title that have the shape of a heading, in order.
fn shapes(lines: &[Line], title: usize) -> Vec<(usize, Shape)> {
    let mut found: Vec<(usize, Shape, Vec<u32>)> = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(title + 1) {
        if line.is_blank() || !is_short(Some(line)) {
            continue;
        }
        let hashed = line.text.starts_with('#') && words(line).contains(char::is_alphanumeric);
        match number_of(Some(line)) {
            Some((Style::Named, path)) if line.indent < 4 => found.push((at, Shape::Named, path)),
            Some((Style::Bare, path)) if line.indent < 2 && opens_text(lines, at) => {
                found.push((at, if path.len() > 1 { Shape::Deep } else { Shape::Bare }, path));
            }
            None if hashed || is_alone(lines, at) || in_capitals(lines, at) => {
                found.push((at, Shape::Alone, Vec::new()))
            }
            _ => {}
        }
    }
    let named = series(lines, &found, Shape::Named);
    let bare = series(lines, &found, Shape::Bare);
    found
        .into_iter()
        .filter(|(at, shape, _)| match shape {
            Shape::Named => named.contains(at),
            Shape::Bare => bare.contains(at),
            Shape::Deep => !bare.is_empty() || !named.is_empty(),
            Shape::Alone => true,
        })
        .map(|(at, shape, _)| (at, shape))
        .collect()
}

/// The lines whose numbers count on from each other; a series begins at 1 (at 2, if the title took the first).
fn series(lines: &[Line], found: &[(usize, Shape, Vec<u32>)], shape: Shape) -> Vec<usize> {
    let mut runs: Vec<Vec<(usize, u32)>> = Vec::new();
    for (at, found_shape, path) in found {
        let Some(&number) = path.first().filter(|_| *found_shape == shape) else { continue };
        // After "H." comes "I.", which alone would be one.
        let letter = lines.get(*at).and_then(|line| number::letter(words(line)));
        let last = runs.last().and_then(|run| run.last()).map(|(_, last)| *last);
        let number =
            letter.filter(|letter| last.is_some_and(|last| last + 1 == *letter)).unwrap_or(number);
        let begins = number == 1 || (number == 2 && runs.is_empty());
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|(_, last)| last + 1 == number) => {
                run.push((*at, number))
            }
            _ if begins => runs.push(vec![(*at, number)]),
            _ => {}
        }
    }
    // One number directly after the other are items of a list, not headings.
    let has_text = |run: &[(usize, u32)]| {
        run.windows(2).all(|pair| {
            matches!(pair, [(a, _), (b, _)] if lines.get(a + 1..*b).is_some_and(|between| between.iter().any(|line| !line.is_blank())))
        })
    };
    runs.into_iter()
        .filter(|run| run.len() >= 2 && has_text(run))
        .flatten()
        .map(|(at, _)| at)
        .collect()
}

pub(super) fn number_of(line: Option<&Line>) -> Option<(Style, Vec<u32>)> {
    let numbered = number::split(words(line?))?;
    Some((numbered.style, numbered.path))
}

/// Between blank lines, or at an end of the text.
pub(super) fn stands_alone(lines: &[Line], at: usize) -> bool {
    let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
    blank(at.checked_sub(1)) && blank(Some(at + 1))
}

/// A blank line before it, and text after it that is not indented below it.
fn opens_text(lines: &[Line], at: usize) -> bool {
    if stands_alone(lines, at) {
        return lines.iter().skip(at + 1).any(|line| !line.is_blank());
    }
    let above = at.checked_sub(1).and_then(|at| lines.get(at));
    let before = above.is_none_or(|above| above.is_blank() || ends_sentence(&above.text));
    let length = lines.get(at).map_or(0, |line| line.text.chars().count());
    let below = lines.get(at + 1);
    // Where no blank line parts it from what is above, a sentence has to follow.
    let follows =
        above.is_none_or(Line::is_blank) || below.is_some_and(|next| ends_sentence(&next.text));
    before
        && follows
        && length <= 60
        && below.is_some_and(|next| {
            // A list of another kind may follow a heading that a blank line parts from what is above.
            let own = lines.get(at).and_then(|line| line.mark.as_ref()).map(|mark| mark.kind);
            let listed = next.mark.as_ref().is_some_and(|mark| {
                above.is_none_or(Line::is_blank) && own.is_none_or(|own| own != mark.kind)
            });
            next.indent == 0 && next.mark.is_none() || listed
        })
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '」', ')', '）']).ends_with(['.', '。', '!', '?', '．'])
}

/// Signs that Japanese texts put before their headings.
const SIGNS: [char; 16] =
    ['■', '□', '◆', '◇', '▼', '▽', '▲', '△', '★', '☆', '◎', '【', '〔', '《', '＜', '〈'];

/// Short, and no sentence.
pub(super) fn is_short(line: Option<&Line>) -> bool {
    line.is_some_and(|line| {
        let text = words(line);
        text.chars().count() <= 100
            && text.contains(char::is_alphabetic)
            && !text.ends_with(['.', ',', ';', ':', '。', '、', '，', '；', '：', '!', '！', '…'])
    })
}

/// A line of capitals above one that is none: a heading, blank lines or not.
fn in_capitals(lines: &[Line], at: usize) -> bool {
    let capitals = |line: &Line| {
        let letters = || line.text.chars().filter(|c| c.is_alphabetic());
        letters().filter(|c| c.is_uppercase()).count() >= 6 && letters().all(char::is_uppercase)
    };
    let next = lines.iter().skip(at + 1).find(|line| !line.is_blank());
    lines.get(at).is_some_and(|line| {
        capitals(line)
            && line.mark.is_none()
            && line.indent <= 2
            && line.text.split_whitespace().count() >= 2
            && line.text.chars().count() <= 80
            && !operator::is_company(&line.text)
            && dates::in_line(&line.text).is_empty()
    }) && next.is_some_and(|next| !capitals(next))
}

/// A heading without any mark: alone, short, of few words, neither a date nor a signature nor an address.
fn is_alone(lines: &[Line], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return false };
    let text = line.text.as_str();
    let followed = lines.iter().skip(at + 1).any(|line| !line.is_blank());
    // A line that leads up to a list is a part of its sentence.
    let leads = lines.iter().skip(at + 1).find(|line| !line.is_blank()).is_some_and(|next| {
        next.mark.as_ref().is_some_and(|mark| {
            mark.rest
                .trim_start_matches(|c: char| !c.is_alphabetic())
                .starts_with(char::is_lowercase)
                && !mark.rest.starts_with("to ")
        })
    });
    let signed = text.starts_with(SIGNS) && text.chars().count() <= 40;
    line.mark.is_none()
        && line.indent <= 2
        && (line.indent == 0 || signed)
        && followed
        && !leads
        && (stands_alone(lines, at) || signed)
        && text.chars().count() <= 80
        && text.split_whitespace().count() <= 12
        && text.starts_with(|c: char| {
            c.is_alphanumeric() || "\"“「¿".contains(c) || SIGNS.contains(&c)
        })
        && !text.contains('@')
        && !links::is_web(text)
        && dates::in_line(text).is_empty()
        && !operator::is_company(text)
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn roles(text: &str) -> Vec<(usize, Role)> {
        let by_line = |(at, role): (usize, Role)| (at + 1, role);
        Headings::of(&line::read(text))
            .map(|h| h.roles.into_iter().map(by_line).collect())
            .unwrap_or_default()
    }

    #[test]
    fn numbered_lines_between_text_are_articles() {
        let text = "Privacy\n\n1. Data\n\nWe have some.\n\n2. Use\n\nWe use it.";
        assert_eq!(roles(text), [(1, Role::Title), (3, Role::Article), (7, Role::Article)]);
    }

    #[test]
    fn numbered_lines_without_text_between_are_a_list() {
        let text = "Privacy\n\nData\n\n1. Name\n\n2. Address\n\n3. Phone\n\nThat is all.";
        assert_eq!(roles(text), [(1, Role::Title), (3, Role::Article)]);
    }

    #[test]
    fn lines_of_capitals_are_headings_without_blank_lines() {
        let text =
            "PRIVACY POLICY\nWHAT DO WE COLLECT?\nYour name.\nDO WE USE COOKIES?\nYes.\nAster LLC";
        assert_eq!(roles(text), [(1, Role::Title), (2, Role::Article), (4, Role::Article)]);
    }

    #[test]
    fn a_list_of_another_kind_may_follow_a_numbered_heading() {
        let text = "Privacy\n\nA. WHO WE ARE\nA college.\n\nB. WHAT WE HOLD\ni. names\nii. marks\n\nC. WHY\nFor lessons.";
        let expected =
            [(1, Role::Title), (3, Role::Article), (6, Role::Article), (10, Role::Article)];
        assert_eq!(roles(text), expected);
    }

    #[test]
    fn few_numbers_below_unmarked_headings_are_sections() {
        let text = "privacy policy\n\nBasics\n\nText.\n\n1.First part\n\n・ a\n\n2.Second part\n\n・ b\n\nCookies\n\nText.\n\nContact\n\nText.";
        let expected = [
            (1, Role::Title),
            (3, Role::Article),
            (7, Role::Section(3)),
            (11, Role::Section(3)),
            (15, Role::Article),
            (19, Role::Article),
        ];
        assert_eq!(roles(text), expected);
    }

    #[test]
    fn a_line_before_the_title_joins_it() {
        let text = "made in Utopia\n\nPrivacy Policy\n\nArticle 1 (Data)\n\nText.\n\nArticle 2 (Use)\n\nText.";
        let headings = Headings::of(&line::read(text)).unwrap();
        assert_eq!(headings.title, "made in Utopia – Privacy Policy");
        assert!(headings.title_remark.is_some());
        assert_eq!(headings.roles.values().filter(|role| **role == Role::Article).count(), 2);
    }

    #[test]
    fn a_signature_and_a_date_are_no_headings() {
        let text = "Privacy\n\nUse\n\nText.\n\nAster Inc.\n\nAster Pictures Inc\n\nLast updated 3 May 2020\n\nEnd of it all, we say.";
        assert_eq!(roles(text), [(1, Role::Title), (3, Role::Article)]);
    }
}
