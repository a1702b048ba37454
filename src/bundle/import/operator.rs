//! Who is asking: the company that the policy calls "we".

mod names;

use names::{KINDS, STOPS, companies, is_ending, weight};

/// A name, and the line that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Operator {
    pub(super) name: String,
    /// The line and its words; none if the name is only the file's.
    pub(super) found: Option<(usize, String)>,
}

/// The company that the text introduces, else the first that it names, else the file's name.
pub(super) fn of(text: &str, file_name: &str) -> Operator {
    let mut best: Option<(u8, Operator)> = None;
    for (line, number) in text.lines().zip(1..) {
        for (name, after) in companies(line) {
            let weight = weight(after);
            if best.as_ref().is_none_or(|(least, _)| weight > *least) {
                best = Some((
                    weight,
                    Operator { name, found: Some((number, line.trim().to_owned())) },
                ));
            }
        }
    }
    best.map(|(_, operator)| operator)
        .or_else(|| introduced(text))
        .unwrap_or_else(|| Operator { name: name_of_file(file_name), found: None })
}

/// "Moss & Thread (“we”, “us”)": a name that the text calls by a word for itself.
fn introduced(text: &str) -> Option<Operator> {
    let selves = ["we", "us", "our", "wir", "nous", "nosotros", "noi", "wij"];
    text.lines().zip(1..).find_map(|(line, number)| {
        line.match_indices('(').find_map(|(at, _)| {
            let inside = line.get(at + 1..)?.split(')').next()?.to_lowercase();
            let quoted = |word: &&str| {
                [('"', '"'), ('“', '”'), ('\'', '\''), ('‘', '’'), ('„', '“'), ('«', '»')]
                    .iter()
                    .any(|(open, close)| inside.contains(&format!("{open}{word}{close}")))
            };
            if inside.len() > 120 || !selves.iter().any(quoted) {
                return None;
            }
            let words: Vec<&str> = line.get(..at)?.split_whitespace().collect();
            let large = |word: &&&str| {
                (word.starts_with(char::is_uppercase) || **word == "&") && !STOPS.contains(word)
            };
            let length = words.iter().rev().take(5).take_while(large).count();
            let name = words.get(words.len() - length..)?.join(" ");
            (name.chars().count() >= 3)
                .then(|| Operator { name, found: Some((number, line.trim().to_owned())) })
        })
    })
}

/// The text is the name of a company and nothing else, or ends in one.
pub(super) fn is_company(text: &str) -> bool {
    text.split_whitespace().last().is_some_and(is_ending)
        || KINDS.iter().any(|kind| text.starts_with(kind) || text.ends_with(kind))
}

/// The name of a company stands in the text.
pub(super) fn names_company(text: &str) -> bool {
    text.split_whitespace().any(is_ending) || KINDS.iter().any(|kind| text.contains(kind))
}

/// The file's name without its folder and its ending, its first letter made large.
pub(super) fn name_of_file(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words: String =
        stem.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { ' ' }).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => "The operator of this site".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_calls_itself_we_is_the_operator_s() {
        let text = "This tells how Moss & Thread (the \"Site\", \"we\", or \"our\") uses data.";
        assert_eq!(of(text, "a.txt").name, "Moss & Thread");
        assert_eq!(of("We use data (\"we\").", "a.txt").found, None);
        assert_eq!(of("A Livros Ltda. coleta dados.", "a.txt").name, "Livros Ltda.");
    }

    fn name(text: &str) -> String {
        of(text, "aster.txt").name
    }

    #[test]
    fn the_company_that_calls_itself_we_is_found() {
        assert_eq!(
            name("See Lumo Corp. first.\nWe, Aster Inc. (hereinafter “Aster”), care."),
            "Aster Inc."
        );
        assert_eq!(
            name("this is how Aster Pictures Inc. (hereinafter “we”)"),
            "Aster Pictures Inc."
        );
        assert_eq!(name("Fish & Thorn Ltd (“we”) sells."), "Fish & Thorn Ltd");
        assert_eq!(name("aster Inc. (hereinafter \"\"we\"\")"), "aster Inc.");
        assert_eq!(name("run by Aster Co., Ltd. (\"Aster\")"), "Aster Co., Ltd.");
        assert_eq!(name("株式会社アスター（以下「当社」）は"), "株式会社アスター");
        assert_eq!(name("アスター株式会社（以下「当社」）は"), "アスター株式会社");
        assert_eq!(name("有限会社あさひ堂（以下「当店」）は"), "有限会社あさひ堂");
        assert_eq!(name("木もれび書店（以下、当店）は"), "木もれび書店");
        assert_eq!(name("주식회사 달빛(이하 \"회사\")은"), "주식회사 달빛");
    }

    #[test]
    fn without_a_company_the_file_names_it() {
        assert_eq!(name("We care."), "Aster");
        assert_eq!(of("", "a/b/lumo_ads.policy.md").name, "Lumo ads policy");
        assert_eq!(of("", "").name, "The operator of this site");
    }

    #[test]
    fn names_of_companies_are_known() {
        assert!(is_company("Lumo Co.,Ltd."));
        assert!(is_company("LUMO, INC"));
        assert!(is_company("Lumo Japan KK"));
        assert!(!is_company("Lumo"));
        assert!(!is_company("no limited"));
    }
}
