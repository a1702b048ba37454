//! How the operator can be reached, as far as the text says it.

/// A piece of a contact and the line it was found on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) value: String,
    pub(super) line: usize,
}

/// The first e-mail address.
pub(super) fn email(text: &str) -> Option<Found> {
    text.lines().zip(1..).find_map(|(words, line)| {
        let apart = |c: char| !(c.is_ascii_alphanumeric() || "@.-_+".contains(c));
        let address = words
            .split(apart)
            .map(|word| word.trim_matches(['.', '-']))
            .find(|word| is_email(word))?;
        Some(Found { value: address.to_owned(), line })
    })
}

/// The first telephone number that is called one.
pub(super) fn phone(text: &str) -> Option<Found> {
    text.lines().zip(1..).find_map(|(words, line)| {
        let words = &halved(words);
        let lower = words.to_ascii_lowercase();
        let label = ["tel", "phone", "fon", "téléphone", "電話", "전화"]
            .iter()
            .filter_map(|label| lower.find(label))
            .min()?;
        let after = words.get(label..)?;
        let from = after.find(|c: char| c.is_ascii_digit() || c == '+' || c == '(')?;
        let number = after.get(from..)?;
        let end = number
            .find(|c: char| !(c.is_ascii_digit() || "+-() ".contains(c)))
            .unwrap_or(number.len());
        let number = number.get(..end)?.trim_end_matches(|c: char| !c.is_ascii_digit());
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        (from <= 20 && (8..=16).contains(&digits)).then(|| Found { value: number.to_owned(), line })
    })
}

/// Digits and signs of full width as others: "０３－１２３４".
fn halved(words: &str) -> String {
    let half = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    words.chars().map(half).collect()
}

fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        let inside =
            host.split_once('.').is_some_and(|(first, last)| !first.is_empty() && !last.is_empty());
        !name.is_empty() && inside && !host.contains(['@', '_', '+']) && !host.contains("..")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_a_number_are_found_with_their_line() {
        let text =
            "We answer.\nMail us: <privacy@aster.example>.\nTEL: +81(0)3-0000-0000 (weekdays)\n";
        assert_eq!(email(text), Some(Found { value: "privacy@aster.example".into(), line: 2 }));
        assert_eq!(phone(text), Some(Found { value: "+81(0)3-0000-0000".into(), line: 3 }));
        let wide = phone("電話：０３－１２３４－５６７８").map(|found| found.value);
        assert_eq!(wide.as_deref(), Some("03-1234-5678"));
    }

    #[test]
    fn a_handle_and_a_date_are_neither() {
        assert_eq!(email("L@N, @aster, a@b"), None);
        assert_eq!(
            phone("Your telephone number was asked for on 2021-07-04 at length, we hotelled 12"),
            None
        );
        assert_eq!(phone("name, telephone, e-mail"), None);
    }
}
