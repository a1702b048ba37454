//! Lines in which a heading and its text stand together: "第1条（目的）当社は…" is both.

use super::super::number::{self, Style};
use super::line::{Line, mark};

/// The lines, each that is both parted in two. Both keep the line's number.
pub(super) fn split(lines: Vec<Line>) -> Vec<Line> {
    lines.into_iter().flat_map(parts).collect()
}

fn parts(line: Line) -> Vec<Line> {
    let Some(end) = heading_end(&line.text) else { return vec![line] };
    let (heading, text) = line.text.split_at(end);
    let text = text.trim_start().to_owned();
    let heading = Line {
        number: line.number,
        indent: line.indent,
        text: heading.trim_end().to_owned(),
        mark: None,
    };
    let text = Line { number: line.number, indent: 0, mark: mark(&text), text };
    vec![heading, text]
}

/// Where the heading ends, if a sentence follows it on its line.
fn heading_end(text: &str) -> Option<usize> {
    let named = number::split(text).is_some_and(|numbered| numbered.style == Style::Named);
    let ends_sentence = text.ends_with(['。', '.', '다']) || text.chars().count() > 120;
    if !named || !ends_sentence {
        return None;
    }
    // The title in brackets, where there is one; else the number alone.
    let head = numbered_length(text)?;
    let after = text.get(head..)?;
    let lead = after.len() - after.trim_start().len();
    let opening = after.trim_start().chars().next()?;
    let closing = match opening {
        '（' => '）',
        '(' => ')',
        '【' => '】',
        '［' => '］',
        _ => {
            // Without brackets only scripts that part words by blanks alone at such places are sure.
            let east = text.starts_with(['第', '제']);
            return (east && lead > 0).then_some(head);
        }
    };
    let inside = after.find(closing).filter(|at| *at <= 120)?;
    let end = head + inside + closing.len_utf8();
    text.get(end..)
        .is_some_and(|rest| rest.chars().filter(|c| c.is_alphanumeric()).count() > 3)
        .then_some(end)
}

/// The length of "第1条", "제1조", "Article 1".
fn numbered_length(text: &str) -> Option<usize> {
    if text.starts_with(['第', '제']) {
        let end = text.find(['条', '章', '節', '項', '編', '條', '조', '장', '절', '항'])?;
        return Some(end + text.get(end..)?.chars().next()?.len_utf8());
    }
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(digits..)?;
    Some(digits + rest.find(|c: char| !c.is_ascii_digit())?)
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        split(line::read(text)).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_heading_and_its_sentence_are_parted() {
        assert_eq!(
            lines("第1条（目的）当社は、情報を守ります。"),
            ["第1条（目的）", "当社は、情報を守ります。"]
        );
        assert_eq!(
            lines("第２条　当社は、情報を守ります。"),
            ["第２条", "当社は、情報を守ります。"]
        );
        assert_eq!(
            lines("제1조 (목적) 회사는 정보를 보호합니다."),
            ["제1조 (목적)", "회사는 정보를 보호합니다."]
        );
        assert_eq!(
            lines("Article 1 (Purpose) We say why."),
            ["Article 1 (Purpose)", "We say why."]
        );
    }

    #[test]
    fn a_sentence_that_names_an_article_stays_one() {
        for text in [
            "第1条の定めにより、当社は守ります。",
            "Article 6 of the law says so.",
            "第1条（目的）",
            "Article 1 (Purpose)",
        ] {
            assert_eq!(lines(text), [text]);
        }
    }
}
