//! What an owner could write under `[[change]]`, and whether visitors should be asked again. A
//! proposal: the owner judges.

use super::articles::Difference;
use super::things::NOTICE;
use crate::notice::{Altered, How, Notice, Passage};

/// How unlike a word may be and still be the same one, spelt otherwise.
const SLIPS: usize = 2;

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Whether visitors should be asked again.
    pub material: bool,
    /// Why, a sentence each.
    pub reasons: Vec<String>,
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
        }
    }
    let material = !reasons.is_empty();
    if !material {
        reasons.push("only spelling, signs or the order of lines differ".into());
    }
    Some(Proposal { material, reasons, entry: entry(differences, new, (revision, date), material) })
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
    format!(
        "[[change]]\nrevision = {}\ndate = {date}\nsummary = {summary}\narticles = [{}]\n{purposes}{material}",
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

/// Whether the words are the same but for signs, capitals and a letter or two in longer ones.
fn is_slip(removed: &str, added: &str) -> bool {
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let (old, new) = (words(removed), words(added));
    let same = |old: &String, new: &String| {
        // In a short word another letter is another word.
        old == new
            || (old.chars().count().min(new.chars().count()) > 2 * SLIPS
                && strsim::osa_distance(old, new) <= SLIPS)
    };
    old.len() == new.len() && old.iter().zip(&new).all(|(old, new)| same(old, new))
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
            ("not", "now", Weight::Words),
            ("", "not ", Weight::Words),
            ("保存しない", "保存する", Weight::Words),
            ("30", "90", Weight::Number),
            ("https://old.example", "https://new.example", Weight::Address),
        ] {
            assert_eq!(weight_of(removed, added), expected, "{removed} → {added}");
        }
    }
}
