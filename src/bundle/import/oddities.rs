//! What looks wrong in a policy, line by line. It is pointed at and left as it is.

use super::Remark;
use crate::notice::source::slug;

/// All that looks wrong in the source's lines.
pub(super) fn of(text: &str, is_markdown: bool) -> Vec<Remark> {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut remarks = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied().unwrap_or_default();
        let mut say = |message: String| remarks.push(Remark::new(at + 1, message));
        if line.contains("\"\"") {
            say("Quotation marks are doubled here: \"\".".to_owned());
        }
        if let Some(tag) = broken_tag(line, is_markdown) {
            say(format!("“{tag}” looks like the rest of a tag; it is kept as text."));
        }
        if let Some(end) = connective(line) {
            say(format!("The item ends in “{end}”: the list and the sentence around it are one."));
        }
        if is_blank_contact(line, next) {
            say(format!("Nothing follows “{}”.", line.trim()));
        }
        if let Some(reference) = glued_reference(line) {
            say(format!("“{reference}” is written without a space."));
        }
        if !is_markdown
            && let Some(archive) =
                line.find("//web.archive.org").and_then(|from| line.get(from + 2..from + 17))
        {
            say(format!("An address here goes through an archive ({archive})."));
        }
    }
    if !text.ends_with('\n') {
        remarks.push(Remark::new(
            lines.len(),
            "The last line has no line end: the text may have been cut off.",
        ));
    }
    remarks
}

/// "< /p>", and in plain text every tag.
fn broken_tag(line: &str, is_markdown: bool) -> Option<&str> {
    line.match_indices('<').find_map(|(at, _)| {
        let inside = line.get(at + 1..)?;
        let end = inside.find('>').filter(|end| *end <= 40)?;
        let body = inside.get(..end)?;
        let name = body.trim_start().trim_start_matches('/').trim();
        let broken = body.starts_with(char::is_whitespace);
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.len() <= 10
            && name.bytes().all(|b| b.is_ascii_alphanumeric());
        (is_name && (broken || !is_markdown)).then(|| line.get(at..at + end + 2)).flatten()
    })
}

/// The word that ties an item to the next one.
fn connective(line: &str) -> Option<&'static str> {
    let line = line.trim_end();
    ["; or", "; and", ", or"].into_iter().find(|end| line.ends_with(end))
}

/// "E-mail :" with nothing after it, and nothing but another label below it.
fn is_blank_contact(line: &str, next: &str) -> bool {
    let label = |line: &str| {
        let Some(label) = line.trim().strip_suffix([':', '：']).map(str::trim_end) else {
            return false;
        };
        let slug = slug(label);
        let known = [
            "e-mail",
            "email",
            "mail",
            "phone",
            "tel",
            "telephone",
            "phone-number",
            "fax",
            "address",
            "contact",
            "url",
            "website",
        ];
        let english = known.contains(&slug.as_str())
            || known.contains(&slug.trim_end_matches("-address").trim_end_matches("-number"));
        english
            || ["電話", "電話番号", "住所", "所在地", "メール", "メールアドレス", "連絡先"]
                .contains(&label)
    };
    label(line) && (next.trim().is_empty() || label(next))
}

/// "Article16".
fn glued_reference(line: &str) -> Option<&str> {
    ["Article", "Section", "Clause", "Paragraph", "Chapter"].iter().find_map(|name| {
        line.match_indices(name).find_map(|(at, _)| {
            let after = line.get(at + name.len()..)?;
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            (digits > 0).then(|| line.get(at..at + name.len() + digits)).flatten()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        of(text, false).iter().map(|remark| remark.line).collect()
    }

    #[test]
    fn each_oddity_is_pointed_at() {
        for odd in [
            "so \"\"called\"\"",
            "broken.< /p>",
            "1. this; or",
            "E-mail :",
            "see Article16",
            "https://web.archive.org/x",
        ] {
            assert_eq!(lines(&format!("fine\n{odd}\n")), [2], "{odd}");
        }
    }

    #[test]
    fn what_is_fine_is_left_in_peace() {
        let text = "Address :\nUtopia 1\nsee Article 16, 1 < 2 > 0\n\"this\"\nthis or\n";
        assert_eq!(lines(text), [0; 0]);
    }

    #[test]
    fn a_missing_last_line_end_is_remarked_on() {
        assert_eq!(lines("a\nb"), [2]);
    }
}
