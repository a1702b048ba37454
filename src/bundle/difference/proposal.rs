//! What an owner could write under `[[change]]`, and whether visitors should be asked again. A
//! proposal: the owner judges.

use super::articles::Difference;
use super::things::NOTICE;
use crate::notice::{Altered, How, Notice, Passage};

/// How many letters a word has in which another letter is always another word.
const SHORT: usize = 4;

/// How numbers begin, of which some are a letter apart (`sixth` and `sixty`): in the languages that
/// have such pairs.
const NUMBERS: [&str; 34] = [
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eigh",
    "nine",
    "nint",
    "eleven",
    "twel",
    "twent",
    "thirt",
    "fift",
    "fort",
    "hundred",
    "thousand",
    "million",
    "billion", // English
    "sesent",
    "setent",
    "sessent", // Spanish, Portuguese
    "femti",
    "femto",
    "sexti",
    "sexto",
    "sjutti",
    "sjutto",
    "nitti",
    "nitto", // Swedish
    "dziewi",
    "dziesi", // Polish
    "девят",
    "десят",
    "девʼят", // Ukrainian and its neighbours
];

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Whether visitors should be asked again.
    pub material: bool,
    /// Why, a sentence each.
    pub reasons: Vec<String>,
    /// The revision that it is for: the notice's, or a new one where that is published already.
    pub revision: String,
    /// The entry for `notice.toml`.
    pub entry: String,
}

/// What to write of these differences, one for each language that both texts have; nothing where
/// nothing differs. `came` and `went` name purposes and services. `revision` and `date` are the new
/// revision's.
#[must_use]
pub fn propose(
    differences: &[(String, Difference)],
    (came, went): (&[String], &[String]),
    new: &Notice,
    (revision, date): (&str, &str),
) -> Option<Proposal> {
    let altered = || differences.iter().flat_map(|(_, difference)| &difference.altered);
    let things = || differences.iter().flat_map(|(_, difference)| &difference.things);
    if altered().next().is_none() && things().next().is_none() && came.is_empty() && went.is_empty()
    {
        return None;
    }
    let mut reasons: Vec<String> = Vec::new();
    let mut spelling: Vec<String> = Vec::new();
    let mut say = |reason: String| {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    };
    came.iter().for_each(|thing| say(format!("{thing} is new")));
    went.iter().for_each(|thing| say(format!("{thing} is gone")));
    for altered in altered() {
        let id = name(altered);
        match altered.how {
            How::Added => say(format!("article `{id}` is new")),
            How::Removed => say(format!("article `{id}` is gone")),
            How::Reworded => {
                spelling.extend(altered.passages.iter().flat_map(respelt));
                if let Some(weight) = altered.passages.iter().map(weight).max() {
                    match weight {
                        Weight::Slip => {}
                        Weight::Words => say(format!("`{id}` says something else")),
                        Weight::Address => say(format!("an address in `{id}` is another")),
                        Weight::Number => say(format!("a number in `{id}` is another")),
                    }
                }
            }
        }
    }
    for altered in things() {
        // A name and a sentence may be spelt better. What is sent, to whom, what for and under which
        // rule is what a visitor said yes to: there every letter counts.
        let words = matches!(altered.key.as_str(), "name" | "text");
        if !words || weight(&altered.passage) != Weight::Slip {
            say(format!("`{}` of {} is another", altered.key, altered.name()));
        } else {
            spelling.extend(respelt(&altered.passage));
        }
    }
    let material = !reasons.is_empty();
    if !material {
        let mut pairs: Vec<String> = Vec::new();
        for pair in spelling {
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        reasons.push(if pairs.is_empty() {
            "only signs, capitals or the order of lines differ".into()
        } else {
            format!("only the spelling differs: {}", pairs.join(", "))
        });
    }
    Some(Proposal {
        material,
        reasons,
        revision: revision.to_owned(),
        entry: entry(differences, new, (revision, date), material),
    })
}

fn name(altered: &Altered) -> &str {
    if altered.id.is_empty() { "preamble" } else { &altered.id }
}

fn entry(
    differences: &[(String, Difference)],
    new: &Notice,
    (revision, date): (&str, &str),
    material: bool,
) -> String {
    let touched = new.articles.iter().filter(|article| {
        let mut altered = differences.iter().flat_map(|(_, difference)| &difference.altered);
        altered.any(|altered| altered.id == article.id)
    });
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let touched: Vec<String> = touched.map(|article| quoted(&article.id)).collect();
    let purposes: Vec<String> =
        touched_purposes(differences, new).iter().map(|id| quoted(id)).collect();
    let purposes = if purposes.is_empty() {
        String::new()
    } else {
        format!("purposes = [{}]\n", purposes.join(", "))
    };
    let summary = match &new.languages[..] {
        [_] => quoted("…"),
        languages => {
            let each = languages.iter().map(|language| format!("{} = \"…\"", language.tag));
            format!("{{ {} }}", each.collect::<Vec<_>>().join(", "))
        }
    };
    let material = if material { "" } else { "material = false\n" };
    // Under another revision than the notice's the entry would belong to none.
    let other = if *revision == *new.revision {
        ""
    } else {
        "# give [notice] the same revision, or write yours in both places\n"
    };
    format!(
        "[[change]]\n{other}revision = {}\ndate = {date}\nsummary = {summary}\narticles = [{}]\n{purposes}{material}",
        quoted(revision),
        touched.join(", ")
    )
}

/// The purposes of which something else is said now, or of a service behind them: where only what
/// has changed is asked about again, they are to be among it.
fn touched_purposes<'a>(differences: &[(String, Difference)], new: &'a Notice) -> Vec<&'a str> {
    let things = || differences.iter().flat_map(|(_, difference)| &difference.things);
    let touched = |purpose: &&crate::notice::Purpose| {
        things().any(|altered| match altered.kind.as_str() {
            NOTICE => true,
            "purpose" => *altered.id == *purpose.id,
            _ => new
                .services
                .iter()
                .any(|service| *service.id == *altered.id && service.purpose == purpose.id),
        })
    };
    new.purposes.iter().filter(touched).map(|purpose| &*purpose.id).collect()
}

/// How much a passage means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Slip,
    Words,
    Address,
    Number,
}

fn weight(passage: &Passage) -> Weight {
    let pairs = passage.chunks(3).map(|pieces| {
        (pieces.get(1).map_or("", |text| &**text), pieces.get(2).map_or("", |text| &**text))
    });
    pairs.map(|(removed, added)| weight_of(removed, added)).max().unwrap_or(Weight::Slip)
}

fn weight_of(removed: &str, added: &str) -> Weight {
    let numbers = |text: &str| {
        text.chars()
            .map(|c| if c.is_numeric() { c } else { ' ' })
            .collect::<String>()
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let is_address = |text: &str| text.contains("://") || text.contains('@');
    if numbers(removed) != numbers(added) {
        Weight::Number
    } else if is_address(removed) || is_address(added) {
        Weight::Address
    } else if is_slip(removed, added) {
        Weight::Slip
    } else {
        Weight::Words
    }
}

/// Whether the words are the same but for signs, capitals and a slip of the pen in each.
fn is_slip(removed: &str, added: &str) -> bool {
    let (old, new) = (words(removed), words(added));
    old.len() == new.len() && old.iter().zip(&new).all(|(old, new)| is_same_word(old, new))
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// "`teh` → `the`", for each word of a slip that is spelt otherwise: whoever judges is to see it,
/// because a letter can make another word that no rule here knows.
fn respelt(passage: &Passage) -> Vec<String> {
    let mut pairs = Vec::new();
    for pieces in passage.chunks(3) {
        let [_, removed, added] = pieces else { continue };
        for (old, new) in words(removed).into_iter().zip(words(added)) {
            if old.to_lowercase() != new.to_lowercase() {
                pairs.push(format!("`{old}` → `{new}`"));
            }
        }
    }
    pairs
}

/// Whether it is the same word, or the same but for one letter changed, lost or doubled, or two
/// neighbours that changed places.
fn is_same_word(old: &str, new: &str) -> bool {
    let (old, new) = (old.to_lowercase(), new.to_lowercase());
    if old == new {
        return true;
    }
    let is_number = |word: &str| NUMBERS.iter().any(|stem| word.starts_with(stem));
    if is_number(&old) && is_number(&new) {
        return false;
    }
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    // From here on a sign of the script is a word or a syllable (Han, kana, Hangul), or words are
    // not spaced (Thai): there a single one may be a not.
    let spelt = |word: &[char]| word.iter().all(|c| *c < '\u{e00}');
    if !spelt(&old) || !spelt(&new) {
        return false;
    }
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let ends = old_rest.iter().rev().zip(new_rest.iter().rev());
    let end = ends.take_while(|(a, b)| a == b).count();
    let shorter = old.len().min(new.len());
    match (&old_rest[..old_rest.len() - end], &new_rest[..new_rest.len() - end]) {
        ([a, b], [c, d]) => a == d && b == c && shorter > 2,
        // Employer and employee are two.
        (['r'], ['e']) | (['e'], ['r']) if end == 0 && old[..start].ends_with(&['e']) => false,
        // In a short word another letter is another word, and at the beginning of any: there stands
        // what turns it into its contrary (atypical, neither, enable, keine, ulovlig). Prefixes of
        // more letters are no single one.
        ([] | [_], [] | [_]) => shorter > SHORT && start > 0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_and_signs_are_slips_and_the_rest_is_not() {
        for (removed, added, expected) in [
            ("recieve", "receive", Weight::Slip),
            ("us,", "us;", Weight::Slip),
            ("Cookies", "cookies", Weight::Slip),
            ("teh", "the", Weight::Slip),
            ("neccessary", "necessary", Weight::Slip),
            ("adress", "address", Weight::Slip),
            ("informatoin", "information", Weight::Slip),
            ("sevne", "seven", Weight::Slip),
            ("not", "now", Weight::Words),
            ("no", "on", Weight::Words),
            // Two letters are another word.
            ("store", "share", Weight::Words),
            ("include", "exclude", Weight::Words),
            ("import", "export", Weight::Words),
            ("informtaoin", "information", Weight::Words),
            // What begins otherwise may be the contrary, in any language.
            ("legal", "illegal", Weight::Words),
            ("lawful", "unlawful", Weight::Words),
            ("active", "inactive", Weight::Words),
            ("relevant", "irrelevant", Weight::Words),
            ("closed", "disclosed", Weight::Words),
            ("personal", "nonpersonal", Weight::Words),
            ("typical", "atypical", Weight::Words),
            ("neither", "either", Weight::Words),
            ("unable", "enable", Weight::Words),
            ("keine", "eine", Weight::Words),
            ("lovlig", "ulovlig", Weight::Words),
            ("employer", "employee", Weight::Words),
            // Numbers in words.
            ("seven", "eleven", Weight::Words),
            ("eight", "eighty", Weight::Words),
            ("sixth", "sixty", Weight::Words),
            ("sesenta", "setenta", Weight::Words),
            ("девять", "десять", Weight::Words),
            ("dziewięć", "dziesięć", Weight::Words),
            // One sign is a word of its own.
            ("第三者提供", "第二者提供", Weight::Words),
            ("", "not ", Weight::Words),
            ("保存しない", "保存する", Weight::Words),
            ("30", "90", Weight::Number),
            ("https://old.example", "https://new.example", Weight::Address),
        ] {
            assert_eq!(weight_of(removed, added), expected, "{removed} → {added}");
        }
    }
}
